"""A trace as one HTML file: works from disk, asks nothing of any network, and holds its own pictures."""

import base64
import hashlib
import mimetypes
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from pathlib import Path

from traces.decisions import Decision, decisions_of
from traces.events import Candidate, Event, Filmed, Moved, Prompted, Ranked, RunFinished, RunStarted
from traces.store import Trace
from traces.story import lines_of

MOST_BYTES = 20_000_000
"""Of pictures and videos that are embedded, before base64 makes a third more of them."""
MOST_CANDIDATES = 12
"""Of one decision, that are shown at once; the others are behind a click."""
GOOD = ("verified",)
BAD = ("not_achieved", "stopped_for_safety", "failed", "refused")


def export_html(trace: Trace, most_bytes: int = MOST_BYTES) -> str:
    """The whole page.

    Args:
        trace: what is shown.
        most_bytes: of the pictures and videos together; what does not fit is left out, and the page says so.
    """
    media = Media(trace.folder, most_bytes)
    decisions = decisions_of(trace)
    body = "\n".join([*_sections(trace, decisions, media), _ending(trace, media)])
    css, js = (files("traces").joinpath("html", name).read_text("utf-8") for name in ("viewer.css", "viewer.js"))
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(js)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(trace.summary.task)} · {escape(trace.id)}</title>",
            f"<style>{css}</style>",
            "</head>",
            "<body>",
            _header(trace, media),
            _timeline(decisions),
            f"<main>\n{body}\n</main>",
            f"<script>{js}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


class Media:
    """Files of a trace as data URIs, as long as there is room."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.left = most_bytes
        self.embedded = 0
        self.left_out = 0
        self._folder = folder.resolve()
        self._known: dict[str, str | None] = {}

    def uri(self, name: str) -> str | None:
        """None for a file that is missing, lies elsewhere, or does not fit."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> str | None:
        path = (self._folder / name).resolve()
        kind = mimetypes.guess_type(name)[0] or ""
        try:
            fits = path.is_relative_to(self._folder) and path.stat().st_size <= self.left
            data = path.read_bytes() if fits and kind.startswith(("image/", "video/")) else None
        except OSError:
            data = None
        if data is None:
            self.left_out += 1
            return None
        self.left -= len(data)
        self.embedded += len(data)
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _policy(script: str) -> str:
    """Nothing is loaded and nothing but our own script runs, whatever a trace may hold."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
        "; base-uri 'none'; form-action 'none'"
    )


def _header(trace: Trace, media: Media) -> str:
    started, summary = trace.started, trace.summary
    seed = "" if started.seed is None else f"seed {started.seed}"
    about = " · ".join(filter(None, (started.scene, started.robot, started.model, seed, started.versions.code)))
    truth = {True: "the simulator agrees", False: "the simulator disagrees", None: "nobody knows the truth"}
    origin = ""
    if started.parent_trace:
        origin = f"Forked from {started.parent_trace} before event {started.parent_seq}. "
    if started.replay_of:
        origin += f"Replays {started.replay_of}."
    note = ""
    if media.left_out:
        size = f"{media.embedded / 1e6:.1f} MB are embedded"
        note = f'<p class="note">{media.left_out} pictures or videos are missing or did not fit ({size}).</p>'
    return f"""<header>
<h1>{escape(summary.task)}</h1>
<p><span class="badge {_tone(summary.status)}">{escape(summary.status.replace("_", " "))}</span>
{truth[summary.success]}; {summary.steps} steps, {summary.recoveries} recoveries, {summary.seconds:.1f} s</p>
<p class="soft">{escape(about)}<br>{escape(trace.id)} {escape(origin)}</p>{note}
<p class="soft wide">Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous decision, <kbd>f</kbd> next failure,
<kbd>r</kbd> next recovery</p>
</header>"""


def _timeline(decisions: tuple[Decision, ...]) -> str:
    if not decisions:
        return ""
    links = []
    for each in decisions:
        mark = " ✗" if each.failed else " ✓" if each.verified else ""
        tone = "bad" if each.failed else "good" if each.verified else ""
        what = escape(f"Decision {each.number}: {_heading(each)}", quote=True)
        links.append(f'<a class="{tone}" href="#d{each.number}" title="{what}">{each.number}{mark}</a>')
    slider = f'<input id="slider" type="range" min="0" max="{len(decisions) - 1}" value="0" aria-label="decision">'
    return f'<nav aria-label="timeline"><div><div class="timeline">{"".join(links)}</div>{slider}</div></nav>'


def _sections(trace: Trace, decisions: tuple[Decision, ...], media: Media) -> Iterator[str]:
    first = decisions[0].seq if decisions else len(trace.events)
    yield from _loose([event for event in trace.events[:first] if not isinstance(event, RunStarted)], "Before")
    for each in decisions:
        flags = ' data-failed="1"' if each.failed else ""
        flags += ' data-recovered="1"' if each.recovered else ""
        yield f'<section id="d{each.number}" data-decision="{each.number}"{flags}>'
        yield f"<h2>Decision {each.number}: {escape(_heading(each))}</h2>"
        told = f"<div>{_candidates(each.ranked)}{_story(each.events)}</div>"
        yield f'<div class="look">{told}{_frames(each, media)}</div>'
        yield from (_plot(event) for event in each.of(Moved))
        yield from (_prompt(event) for event in each.of(Prompted))
        yield "</section>"


def _loose(events: list[Event], title: str) -> Iterator[str]:
    told = _story(tuple(events))
    if told:
        prompts = "".join(_prompt(event) for event in events if isinstance(event, Prompted))
        yield f"<section><h2>{title}</h2>{told}{prompts}</section>"


def _heading(decision: Decision) -> str:
    if decision.started is not None:
        return decision.started.text or decision.started.call
    return decision.chosen.text or decision.chosen.call if decision.chosen else "looks"


def _candidates(ranked: Ranked | None) -> str:
    if ranked is None or not ranked.candidates:
        return ""
    head = "<tr><th>candidate</th><th>say and can</th><th>score</th><th>why not</th></tr>"
    rows = [_candidate(candidate) for candidate in ranked.candidates]
    shown = f"<table>{head}{''.join(rows[:MOST_CANDIDATES])}</table>"
    hidden = rows[MOST_CANDIDATES:]
    more = f"<details><summary>{len(hidden)} more</summary><table>{head}{''.join(hidden)}</table></details>"
    return shown + (more if hidden else "")


def _candidate(candidate: Candidate) -> str:
    chosen = ' class="chosen"' if candidate.chosen else ""
    score = "–" if candidate.score is None else f"{candidate.score:.3f}"
    bars = _bar("say", candidate.say) + _bar("can", candidate.can)
    name = ("› " if candidate.chosen else "") + candidate.call
    return (
        f'<tr{chosen}><td>{escape(name)}</td><td class="bars">{bars}</td><td>{score}</td>'
        f"<td>{escape(candidate.why_not)}</td></tr>"
    )


def _bar(voice: str, value: float | None) -> str:
    width = 0.0 if value is None else 100 * max(0.0, min(1.0, value))
    number = "–" if value is None else f"{value:.2f}"
    rail = f'<span class="rail"><i style="width:{width:.1f}%"></i></span>'
    return f'<div class="bar {voice}"><span>{voice}</span>{rail}<b>{number}</b></div>'


def _story(events: tuple[Event, ...]) -> str:
    items = []
    for event in events:
        for line in lines_of(event):
            what = escape(line.text)
            items.append(f'<li><span>{escape(line.label)}</span><span class="{line.tone}">{what}</span></li>')
    return f'<ul class="story">{"".join(items)}</ul>' if items else ""


def _frames(decision: Decision, media: Media) -> str:
    pictures: dict[str, str] = dict(decision.observed.frames) if decision.observed else {}
    attention: Mapping[str, str] = decision.ranked.attention if decision.ranked else {}
    pictures |= {f"{camera}: where it looked": name for camera, name in attention.items()}
    shown = []
    for camera, name in pictures.items():
        if uri := media.uri(name):
            alt = escape(f"{camera} camera", quote=True)
            shown.append(f'<figure><img src="{uri}" alt="{alt}"><figcaption>{escape(camera)}</figcaption></figure>')
    return f'<div class="frames">{"".join(shown)}</div>'


def _prompt(event: Prompted) -> str:
    tokens = "" if event.tokens is None else f", {event.tokens} tokens"
    title = f"Prompt to {event.purpose}: {event.prompt.id} {event.prompt.version}{tokens}"
    return (
        f"<details><summary>{escape(title)}</summary><pre>{escape(event.text)}</pre>"
        f"<p>The model wrote:</p><pre>{escape(event.output)}</pre></details>"
    )


def _plot(event: Moved) -> str:
    """Each column but time as a line, scaled to its own range."""
    if len(event.rows) < 2:
        return ""
    times = [row[0] for row in event.rows]
    span = (times[-1] - times[0]) or 1.0
    lines = []
    for place, name in enumerate(event.columns[1:], 1):
        values = [row[place] for row in event.rows]
        low, height = min(values), (max(values) - min(values)) or 1.0
        points = " ".join(
            f"{100 * (t - times[0]) / span:.2f},{39 - 38 * (v - low) / height:.2f}"
            for t, v in zip(times, values, strict=True)
        )
        tip = escape(f"{name}: {min(values):.3g} to {max(values):.3g}")
        lines.append(f'<polyline points="{points}"><title>{tip}</title></polyline>')
    opening = '<svg class="plot" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label="motion">'
    title = f"Motion: {len(event.columns) - 1} lines, each in its own range"
    return f"<details><summary>{title}</summary>{opening}{''.join(lines)}</svg></details>"


def _ending(trace: Trace, media: Media) -> str:
    ends = tuple(event for event in trace.events if isinstance(event, RunFinished))
    parts = [_story(ends)]
    for event in trace.events:
        if isinstance(event, Filmed) and (uri := media.uri(event.file)):
            parts.append(
                f'<figure><video controls src="{uri}"></video><figcaption>{escape(event.camera)}</figcaption></figure>'
            )
    told = "".join(parts)
    return f'<section id="end"><h2>The end</h2>{told}</section>' if told else ""


def _tone(status: str) -> str:
    return "good" if status in GOOD else "bad" if status in BAD else "warn"
