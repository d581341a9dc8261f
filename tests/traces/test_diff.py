"""Where two runs part, and why."""

from io import StringIO

import pytest
from rich.console import Console

from tests.traces.conftest import PICK, PUT, MakeTrace, Step
from traces.diff import EXACT, align, compare, export_comparison, why
from traces.diff_view import render_comparison

GREEN: Step = {**PICK, "call": "pick_up(green block)"}


def shown(comparison: object) -> str:
    console = Console(width=140, file=StringIO())
    console.print(render_comparison(comparison))  # type: ignore[arg-type]
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_the_same_run_twice_has_no_difference(make_trace: MakeTrace) -> None:
    comparison = compare(make_trace(), make_trace(), EXACT)
    assert comparison.same and comparison.first_difference is None and comparison.diverging is None
    assert "the same decisions" in shown(comparison)


@pytest.mark.parametrize(
    ("other", "aspect"),
    [
        ({"goal": "in(green block, blue bowl)"}, "goal"),
        ({"moved": 0.02}, "scene"),
        ({"facts": (("holding", "red block"),)}, "scene"),
        ({"other": "pick_up(blue block)"}, "candidates"),
        ({"can": 0.4}, "can"),
        ({"say": 0.4}, "say"),
        ({"status": "timeout"}, "step"),
        ({"works": False}, "verdict"),
    ],
)
def test_each_difference_is_named(make_trace: MakeTrace, other: Step, aspect: str) -> None:
    pair = align(make_trace([PICK, PUT]), make_trace([{**PICK, **other}, PUT]))[0]
    assert pair.differences[0].aspect == aspect
    assert pair.same_choice


def test_small_numbers_are_no_difference_unless_everything_must_be_repeated(make_trace: MakeTrace) -> None:
    a, b = make_trace([PICK]), make_trace([{**PICK, "can": 0.9 + 1e-4}])
    assert compare(a, b).same and not compare(a, b, EXACT).same


def test_the_first_other_choice_is_named_with_its_cause(make_trace: MakeTrace) -> None:
    a = make_trace([PICK, PUT])
    b = make_trace([PICK, {**GREEN, "moved": 0.03}, PUT], {"status": "not_achieved"}, seed=2)
    comparison = compare(a, b)
    assert comparison.diverging is comparison.pairs[1]
    reason = why(comparison.pairs[1])
    assert reason.startswith("put_in(red block, blue bowl) (say 0.700") and "differ in the scene" in reason
    assert "seed: 1 against 2" in comparison.setup
    assert comparison.end == ("status: verified against not_achieved",)
    data = export_comparison(comparison)
    assert data["diverging"] == {"a": 2, "b": 2} and data["same"] is False
    text = shown(comparison)
    assert "they part at decision 2 of A, 2 of B" in text and "more after they have parted" in text


def test_after_they_part_the_same_calls_are_paired(make_trace: MakeTrace) -> None:
    pairs = align(make_trace([PICK, PUT]), make_trace([GREEN, PICK, PUT]))
    assert [(p.a and p.a.number, p.b and p.b.number) for p in pairs] == [(1, 1), (None, 2), (2, 3), (3, 4)]


def test_a_fork_is_compared_from_where_it_begins(make_trace: MakeTrace) -> None:
    parent = make_trace([PICK, PUT])
    second = align(parent, parent)[1].a
    assert second is not None
    child = make_trace([GREEN], parent_trace=parent.id, parent_seq=second.seq)
    for a, b in ((parent, child), (child, parent)):
        first = align(a, b)[0]
        assert {first.a and first.a.number, first.b and first.b.number} == {1, 2}
