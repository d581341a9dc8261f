"""Statistics of traces in the terminal, and the reliability plot as SVG."""

from collections.abc import Iterator, Mapping
from html import escape

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from traces.statistics import Bin, Calibration, Statistics
from traces.view import bar

SIDE = 300
"""Of the plot's square, in SVG units."""
LEFT, TOP, BELOW = 56, 40, 110
HISTOGRAM = 40
_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #333 } .title { font-size: 14px; font-weight: 600 }
.axis { stroke: #888; fill: none } .grid { stroke: #ddd } .ideal { stroke: #999; stroke-dasharray: 4 4 }
.point { fill: #1f6feb } .interval { stroke: #1f6feb; stroke-width: 1.5 } .line { stroke: #1f6feb; fill: none }
.count { fill: #9db8dd } .page { fill: #fff }
@media (prefers-color-scheme: dark) {
text { fill: #ddd } .page { fill: #161b22 } .grid { stroke: #333 } .axis { stroke: #777 }
.point { fill: #6cb0ff } .interval, .line { stroke: #6cb0ff } .count { fill: #3d5a80 } }
"""


def render_statistics(statistics: Statistics) -> Group:
    """Every table that has a row."""
    parts: list[RenderableType] = [Text(f"{statistics.runs} runs, {statistics.steps} steps", style="bold")]
    parts += _counts("how runs ended", statistics.statuses)
    parts += _counts("runs that failed", statistics.run_failures)
    parts += _counts("steps that failed", statistics.step_failures)
    parts += _skills(statistics)
    parts += _recoveries(statistics)
    parts += _phases(statistics)
    parts += _calibration(statistics.calibration)
    return Group(*parts)


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for place, name in enumerate(names):
        table.add_column(name, justify="right" if place else "left", min_width=0 if place else 26)
    return table


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[RenderableType]:
    if not counts:
        return
    table = _table(title, "runs" if "run" in title else "steps", "")
    for name, count in counts.items():
        table.add_row(name.replace("_", " "), str(count), f"{count / sum(counts.values()):.0%}")
    yield Text()
    yield table


def _skills(statistics: Statistics) -> Iterator[RenderableType]:
    if not statistics.skills:
        return
    table = _table("skill", "steps", "worked")
    for name, skill in statistics.skills.items():
        table.add_row(name, str(skill.steps), bar(skill.worked / skill.steps))
    yield Text()
    yield table


def _recoveries(statistics: Statistics) -> Iterator[RenderableType]:
    if not statistics.recoveries:
        return
    table = _table("recovery", "times", "next step worked")
    for name, count in statistics.recoveries.items():
        table.add_row(name.replace("_", " "), str(count.times), str(count.followed_by_success))
    yield Text()
    yield table


def _phases(statistics: Statistics) -> Iterator[RenderableType]:
    if not statistics.phases:
        return
    table = _table("phase", "seconds", "median of a run", "share")
    for name, phase in statistics.phases.items():
        table.add_row(name, f"{phase.total:.1f}", f"{phase.median:.2f}", bar(phase.share))
    yield Text()
    yield table


def _calibration(calibration: Calibration) -> Iterator[RenderableType]:
    if not calibration.bins:
        return
    table = _table("can said", "steps", "on average", "worked", "95 %")
    for each in calibration.bins:
        low, high = each.interval
        table.add_row(
            f"{each.low:.1f} to {each.high:.1f}", str(each.count), f"{each.can:.2f}", bar(each.worked),
            f"{low:.2f}-{high:.2f}",
        )  # fmt: skip
    yield Text()
    yield table
    yield Text(_errors(calibration), style="dim")


def _errors(calibration: Calibration) -> str:
    return f"calibration error {calibration.error:.3f}, Brier score {calibration.brier:.3f}"


def reliability_svg(calibration: Calibration, title: str = "Was can right?") -> str:
    """A reliability diagram: what can said against the share that worked, with intervals and a histogram below."""
    width, height = LEFT + SIDE + 24, TOP + SIDE + BELOW
    told = f"{calibration.steps} steps" + (f", {_errors(calibration)}" if calibration.bins else "")
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-label="{escape(title)} {escape(told)}">',
        f"<style>{_STYLE}</style>",
        f'<rect class="page" width="{width}" height="{height}"/>',
        f'<text class="title" x="{LEFT}" y="20">{escape(title)}</text>',
        *_axes(),
        *_points(calibration.bins),
        f'<text x="{LEFT}" y="{height - 8}">{escape(told)}</text>',
        "</svg>",
    ]
    return "\n".join(body) + "\n"


def _axes() -> Iterator[str]:
    for tenths in range(0, 11, 2):
        share = tenths / 10
        x, y = _x(share), _y(share)
        yield f'<line class="grid" x1="{x:g}" y1="{_y(0):g}" x2="{x:g}" y2="{_y(1):g}"/>'
        yield f'<line class="grid" x1="{_x(0):g}" y1="{y:g}" x2="{_x(1):g}" y2="{y:g}"/>'
        yield f'<text x="{x:g}" y="{_y(0) + 16:g}" text-anchor="middle">{share:g}</text>'
        yield f'<text x="{_x(0) - 8:g}" y="{y + 4:g}" text-anchor="end">{share:g}</text>'
    yield f'<rect class="axis" x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}"/>'
    yield f'<line class="ideal" x1="{_x(0):g}" y1="{_y(0):g}" x2="{_x(1):g}" y2="{_y(1):g}"/>'
    yield f'<text x="{_x(0.5):g}" y="{_y(0) + 32:g}" text-anchor="middle">what can said</text>'
    middle = _y(0.5)
    upright = f'transform="rotate(-90 16 {middle:g})" x="16" y="{middle:g}"'
    yield f'<text {upright} text-anchor="middle">share that worked</text>'


def _points(bins: tuple[Bin, ...]) -> Iterator[str]:
    most = max((each.count for each in bins), default=1)
    floor = _y(0) + 38 + HISTOGRAM
    for each in bins:
        tall = HISTOGRAM * each.count / most
        wide = SIDE * (each.high - each.low) - 4
        place = f'x="{_x(each.low) + 2:g}" y="{floor - tall:.1f}"'
        yield f'<rect class="count" {place} width="{wide:.1f}" height="{tall:.1f}"/>'
    path = " ".join(f"{_x(each.can):.1f},{_y(each.worked):.1f}" for each in bins)
    if bins:
        yield f'<polyline class="line" points="{path}"/>'
    for each in bins:
        x, (low, high) = _x(each.can), each.interval
        yield f'<line class="interval" x1="{x:.1f}" y1="{_y(low):.1f}" x2="{x:.1f}" y2="{_y(high):.1f}"/>'
        tip = f"{each.count} steps: can {each.can:.2f}, worked {each.worked:.2f}"
        yield f'<circle class="point" cx="{x:.1f}" cy="{_y(each.worked):.1f}" r="4"><title>{tip}</title></circle>'


def _x(share: float) -> float:
    return LEFT + SIDE * share


def _y(share: float) -> float:
    return TOP + SIDE * (1 - share)
