"""Two runs side by side in the terminal (rich renderables)."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from traces.decisions import Decision
from traces.diff import Comparison, Pair, why

CAUSE_STYLE = {"choice": "bold red", "decision": "red", "verdict": "yellow", "step": "yellow", "recovery": "yellow"}


def render_comparison(comparison: Comparison, everything: bool = False) -> Group:
    """What differs between two runs, decision by decision, and where they part.

    Args:
        comparison: the runs.
        everything: also the pairs after the runs have parted.
    """
    parts: list[RenderableType] = [_runs(comparison)]
    parts += [Text(f"  {line}", style="dim") for line in comparison.setup]
    parts.append(Text())
    diverging = comparison.diverging
    last = len(comparison.pairs) if everything or diverging is None else comparison.pairs.index(diverging) + 1
    parts.append(_table(comparison.pairs[:last]))
    if rest := len(comparison.pairs) - last:
        parts.append(Text(f"… {rest} more after they have parted (--all)", style="dim"))
    return Group(*parts, Text(), _verdict(comparison), *(Text(f"at the end: {line}") for line in comparison.end))


def _runs(comparison: Comparison) -> Text:
    a, b = comparison.a, comparison.b
    return Text.assemble(("A ", "bold"), f"{a.id}  {a.summary.task}\n", ("B ", "bold"), f"{b.id}  {b.summary.task}")


def _table(pairs: tuple[Pair, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("A", "B"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("decision", overflow="fold")
    table.add_column("differs in", overflow="fold")
    for pair in pairs:
        table.add_row(_number(pair.a), _number(pair.b), _what(pair), _differences(pair))
    return table


def _number(decision: Decision | None) -> str:
    return "–" if decision is None else str(decision.number)


def _what(pair: Pair) -> Text:
    decision = pair.a or pair.b
    assert decision is not None
    call = decision.started.call if decision.started else decision.chosen.call if decision.chosen else "looks"
    return Text(call if pair.same_choice or pair.a is None or pair.b is None else "different", style="cyan")


def _differences(pair: Pair) -> Text:
    if not pair.differences:
        return Text("nothing", style="green")
    lines = [Text.assemble((f"{d.aspect}: ", CAUSE_STYLE.get(d.aspect, "bold")), d.text) for d in pair.differences]
    return Text("\n").join(lines)


def _verdict(comparison: Comparison) -> Text:
    diverging = comparison.diverging
    if diverging is not None:
        place = f"decision {_number(diverging.a)} of A, {_number(diverging.b)} of B"
        return Text.assemble(("they part at ", "bold red"), (place, "bold red"), f": {why(diverging)}")
    first = comparison.first_difference
    if first is not None:
        aspects = ", ".join(dict.fromkeys(d.aspect for d in first.differences))
        return Text(f"the same was chosen all along; decision {_number(first.a)} is the first to differ, in {aspects}")
    return Text("the same decisions", style="green")
