"""Two runs side by side: their decisions aligned, and where and why they part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Literal

from traces.decisions import Decision, decisions_of
from traces.events import Candidate, SeenObject
from traces.store import Trace

Aspect = Literal["decision", "goal", "scene", "candidates", "can", "say", "choice", "step", "verdict", "recovery"]
CAUSES: tuple[Aspect, ...] = ("goal", "scene", "candidates", "can", "say")
"""What a choice follows from, in the order in which it comes about."""
TOLERANCE = 1e-3
"""Probabilities, and positions in [m], that differ by no more than this are taken for equal."""
EXACT = 1e-6
"""The same for a replay, which should repeat everything."""
MOST_NAMED = 3
"""Things that one difference names before it only counts."""


@dataclass(frozen=True)
class Difference:
    """One thing in which two decisions differ."""

    aspect: Aspect
    text: str
    """In words, the first run before the second."""


@dataclass(frozen=True)
class Pair:
    """A decision of each run; one of them may have no counterpart."""

    a: Decision | None
    b: Decision | None
    differences: tuple[Difference, ...]

    @property
    def same_choice(self) -> bool:
        """Whether both runs went on with the same call."""
        return self.a is not None and self.b is not None and call_of(self.a) == call_of(self.b)


@dataclass(frozen=True)
class Comparison:
    """Two runs."""

    a: Trace
    b: Trace
    setup: tuple[str, ...]
    """What the runs were given that differs, in words."""
    pairs: tuple[Pair, ...]
    end: tuple[str, ...]
    """How their ends differ, in words."""

    @property
    def first_difference(self) -> Pair | None:
        """The first pair that differs in anything."""
        return next((pair for pair in self.pairs if pair.differences), None)

    @property
    def diverging(self) -> Pair | None:
        """The first pair with different choices; up to it the same was done."""
        return next((pair for pair in self.pairs if not pair.same_choice), None)

    @property
    def same(self) -> bool:
        """Whether the decisions and the ends are the same."""
        return self.first_difference is None and not self.end


def compare(a: Trace, b: Trace, tolerance: float = TOLERANCE) -> Comparison:
    """Compare two runs; see `align`."""
    return Comparison(a, b, tuple(setup_differs(a, b)), align(a, b, tolerance), tuple(end_differs(a, b)))


def align(a: Trace, b: Trace, tolerance: float = TOLERANCE) -> tuple[Pair, ...]:
    """Pair the decisions of two runs as `pair_up` does, with what differs in each pair."""
    return tuple(pair_of(left, right, tolerance) for left, right in pair_up(a, b))


def pair_of(a: Decision | None, b: Decision | None, tolerance: float = TOLERANCE) -> Pair:
    """Two decisions with what differs in them."""
    return Pair(a, b, tuple(_differences(a, b, tolerance)))


def pair_up(a: Trace, b: Trace) -> list[tuple[Decision | None, Decision | None]]:
    """Pair the decisions of two runs by what was chosen.

    Up to the first different choice, which both runs made in the same place, decisions are paired one by one; after it
    by what was chosen, in order, and what is left over stands alone. What a run did before the other one was forked
    from it is left out.
    """
    ours, theirs = _shared(a, b), _shared(b, a)
    both = min(len(ours), len(theirs))
    parted = next((n for n in range(both) if call_of(ours[n]) != call_of(theirs[n])), both - 1) + 1
    pairs: list[tuple[Decision | None, Decision | None]] = list(zip(ours[:parted], theirs[:parted], strict=True))
    ours, theirs = ours[parted:], theirs[parted:]
    matcher = SequenceMatcher(None, [call_of(d) for d in ours], [call_of(d) for d in theirs], autojunk=False)
    for _, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        pairs += zip_longest(ours[a_from:a_to], theirs[b_from:b_to])
    return pairs


def _shared(run: Trace, other: Trace) -> tuple[Decision, ...]:
    """The decisions of a run, from where the other one was forked from it."""
    begun = other.started.parent_seq or 0 if other.started.parent_trace == run.id else 0
    return tuple(decision for decision in decisions_of(run) if decision.events[-1].seq >= begun)


def why(pair: Pair) -> str:
    """Why a pair has different choices: what each run chose, and a person's word or the first cause that differs."""
    sides = {"first": pair.a, "second": pair.b}
    forced = [name for name, side in sides.items() if side is not None and side.forced]
    causes = [d for aspect in CAUSES for d in pair.differences if d.aspect == aspect]
    choice = next((d.text for d in pair.differences if d.aspect in ("choice", "decision")), "the same was chosen")
    if forced:
        return f"{choice}; a person chose for the {' and the '.join(forced)} run"
    if not causes:
        return choice
    return f"{choice}; first of all they differ in the {causes[0].aspect}: {causes[0].text}"


def export_comparison(comparison: Comparison) -> dict[str, Any]:
    """As plain data."""
    return {
        "a": comparison.a.id,
        "b": comparison.b.id,
        "same": comparison.same,
        "setup": list(comparison.setup),
        "first_difference": _place(comparison.first_difference),
        "diverging": _place(comparison.diverging),
        "why": why(comparison.diverging) if comparison.diverging else "",
        "pairs": [_plain(pair) for pair in comparison.pairs],
        "end": list(comparison.end),
    }


def _plain(pair: Pair) -> dict[str, Any]:
    calls = {side: None if d is None else call_of(d) for side, d in (("a", pair.a), ("b", pair.b))}
    differences = [{"aspect": d.aspect, "text": d.text} for d in pair.differences]
    return {**(_place(pair) or {}), "calls": calls, "same_choice": pair.same_choice, "differences": differences}


def _place(pair: Pair | None) -> dict[str, int | None] | None:
    if pair is None:
        return None
    return {side: None if d is None else d.number for side, d in (("a", pair.a), ("b", pair.b))}


def call_of(decision: Decision) -> str:
    """What a decision led to; empty if to nothing, as the last one of a run that is verified."""
    if decision.started is not None:
        return decision.started.call
    return decision.chosen.call if decision.chosen else ""


def _differences(a: Decision | None, b: Decision | None, tolerance: float) -> Iterator[Difference]:
    if a is None or b is None:
        alone, run = (a, "first") if b is None else (b, "second")
        assert alone is not None
        yield Difference("decision", f"only the {run} run decided here: {call_of(alone) or 'nothing to do'}")
        return
    yield from _goals(a, b)
    yield from _scenes(a, b, tolerance)
    yield from _candidates(a, b, tolerance)
    if call_of(a) != call_of(b):
        yield Difference("choice", f"{_chosen(a)} against {_chosen(b)}")
        return
    yield from _outcomes(a, b, tolerance)


def _goals(a: Decision, b: Decision) -> Iterator[Difference]:
    mine, other = (("; ".join(d.understood.goal) or d.understood.refused) if d.understood else "" for d in (a, b))
    if mine != other:
        yield Difference("goal", f"{mine or 'not read here'} against {other or 'not read here'}")


def _scenes(a: Decision, b: Decision, tolerance: float) -> Iterator[Difference]:
    mine, other = ({o.id: o for o in d.observed.objects} if d.observed else {} for d in (a, b))
    if gone := [id for id in mine if id not in other]:
        yield Difference("scene", f"only the first run saw {_some(gone)}")
    if new := [id for id in other if id not in mine]:
        yield Difference("scene", f"only the second run saw {_some(new)}")
    shared = [(id, _gap(mine[id], other[id])) for id in mine if id in other]
    moved = [f"{id} by {1000 * gap:.1f} mm" for id, gap in shared if gap > tolerance]
    if moved:
        yield Difference("scene", f"seen elsewhere: {_some(moved)}")
    facts, others = ({str(f) for f in d.observed.facts} if d.observed else set() for d in (a, b))
    if lost := sorted(facts - others):
        yield Difference("scene", f"only in the first run: {_some(lost)}")
    if came := sorted(others - facts):
        yield Difference("scene", f"only in the second run: {_some(came)}")


def _candidates(a: Decision, b: Decision, tolerance: float) -> Iterator[Difference]:
    mine, other = ({c.call: c for c in d.ranked.candidates} if d.ranked else {} for d in (a, b))
    if gone := [call for call in mine if call not in other]:
        yield Difference("candidates", f"only in the first run: {_some(gone)}")
    if new := [call for call in other if call not in mine]:
        yield Difference("candidates", f"only in the second run: {_some(new)}")
    shared = [(mine[call], other[call]) for call in mine if call in other]
    voices: tuple[Literal["can", "say"], ...] = ("can", "say")
    for voice in voices:
        told = [_told(x, y, voice) for x, y in shared if _differ(getattr(x, voice), getattr(y, voice), tolerance)]
        if told:
            yield Difference(voice, _some(told))


def _outcomes(a: Decision, b: Decision, tolerance: float) -> Iterator[Difference]:
    ends = [(d.finished.status, d.finished.ticks) if d.finished else None for d in (a, b)]
    if ends[0] != ends[1]:
        yield Difference("step", " against ".join(f"{e[0]} after {e[1]} ticks" if e else "not finished" for e in ends))
    verdicts = [d.verified for d in (a, b)]
    said = [v.success if v else None for v in verdicts]
    sure = [v.probability if v else None for v in verdicts]
    if said[0] != said[1] or _differ(sure[0], sure[1], tolerance):
        words = {True: "done", False: "not done", None: "not judged"}
        told = [f"{words[s]} ({_number(p)})" for s, p in zip(said, sure, strict=True)]
        yield Difference("verdict", " against ".join(told))
    steps = [d.recovered.recovery.replace("_", " ") if d.recovered else "nothing" for d in (a, b)]
    if steps[0] != steps[1]:
        yield Difference("recovery", " against ".join(steps))


def setup_differs(a: Trace, b: Trace) -> Iterator[str]:
    """What two runs were given that differs, in words."""
    for name in ("task", "scene", "robot", "seed", "model"):
        yield from _unequal(name, getattr(a.started, name), getattr(b.started, name))
    yield from _maps("option", a.started.options, b.started.options)
    yield from _unequal("code", a.started.versions.code, b.started.versions.code)
    yield from _maps("weights", a.started.versions.weights, b.started.versions.weights)
    yield from _maps("package", a.started.versions.packages, b.started.versions.packages)


def _maps(what: str, mine: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({*mine, *other}):
        yield from _unequal(f"{what} {name}", mine.get(name), other.get(name))


def _unequal(name: str, mine: Any, other: Any) -> Iterator[str]:
    if mine != other:
        yield f"{name}: {_short(mine)} against {_short(other)}"


def end_differs(a: Trace, b: Trace) -> Iterator[str]:
    """How the ends of two runs differ, in words."""
    yield from _unequal("status", a.summary.status, b.summary.status)
    yield from _unequal("ground truth", a.summary.success, b.summary.success)


def _chosen(decision: Decision) -> str:
    chosen = decision.chosen
    if chosen is None:
        return call_of(decision) or "nothing to do"
    voices = ", ".join(f"{v} {_number(getattr(chosen, v))}" for v in ("say", "can", "score"))
    return f"{chosen.call} ({voices})"


def _told(x: Candidate, y: Candidate, voice: str) -> str:
    return f"{x.call} {_number(getattr(x, voice))} against {_number(getattr(y, voice))}"


def _differ(x: float | None, y: float | None, tolerance: float) -> bool:
    if x is None or y is None:
        return x is not y
    return x != y and not abs(x - y) <= tolerance


def _gap(x: SeenObject, y: SeenObject) -> float:
    return max(abs(p - q) for p, q in zip(x.position, y.position, strict=True))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _short(value: Any) -> str:
    text = "nothing" if value is None or value == "" else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _some(items: Sequence[str]) -> str:
    rest = len(items) - MOST_NAMED
    return ", ".join(items[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
