"""The recovery ladder and the memory, as pure functions."""

from dataclasses import replace

import pytest

from grounding import Fact
from planner.budgets import Budgets
from planner.memory import StepRecord, failures_in_a_row, lines, pending, unrepaired, was_lost
from planner.recovery import LASTING, Recovery, Spent, recover

BUDGETS = Budgets(steps=9, retries=1, next_choices=1, replans=1)


def record(call: str, success: bool) -> StepRecord:
    return StepRecord(call, f"do {call}", "done", success, 0.9 if success else 0.1)


@pytest.mark.parametrize(
    ("spent", "kind"),
    [
        (Spent(steps=1, failures=1), "retry"),
        (Spent(steps=2, failures=2), "next_choice"),
        (Spent(steps=3, failures=2, next_choices=1), "replan"),
        (Spent(steps=4, failures=2, next_choices=1, replans=1), "stop"),
        (Spent(steps=9, failures=1), "stop"),
    ],
)
def test_rungs_in_order(spent: Spent, kind: str) -> None:
    assert recover("it failed", spent, BUDGETS).kind == kind


def test_a_skill_chooses_its_rungs() -> None:
    assert recover("it failed", Spent(failures=1), BUDGETS, ("replan", "retry")).kind == "replan"
    assert recover("it failed", Spent(failures=1), BUDGETS, ()).kind == "stop"
    assert recover("it failed", Spent(failures=1), BUDGETS, ("stop", "retry")).kind == "stop"


@pytest.mark.parametrize("fault", LASTING)
def test_what_lasts_is_not_tried_again(fault: str) -> None:
    spent = Spent(steps=1, failures=1)
    assert recover("it failed", spent, BUDGETS, fault=fault).kind == "next_choice"
    assert recover("it failed", spent, BUDGETS, ("retry",), fault).kind == "stop"
    assert recover("it failed", spent, BUDGETS, fault="server gone").kind == "retry"


def test_a_recovery_says_why_and_what_is_left() -> None:
    step = recover("the block slipped", Spent(steps=1, failures=1), BUDGETS)
    assert step == Recovery(
        "retry",
        "the block slipped; it may work next time",
        {"steps": 8, "retry": 0, "next_choice": 1, "replan": 1},
    )


def test_budgets_are_checked() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Budgets(steps=0)
    with pytest.raises(ValueError, match="not negative"):
        Budgets(retries=-1)


def test_a_failure_is_repaired_by_a_later_success_of_the_same_call() -> None:
    failed, other, good = record("a", False), record("b", True), record("a", True)
    assert unrepaired([failed, other]) == [failed]
    assert unrepaired([failed, other, good]) == []
    assert unrepaired([good, failed]) == [failed]
    interrupted = replace(failed, status="interrupted")
    assert unrepaired([interrupted]) == [interrupted]
    assert unrepaired([good, interrupted]) == [interrupted]
    assert unrepaired([interrupted, other]) == []


def test_failures_count_since_anything_worked() -> None:
    records = [record("a", False), record("b", True), record("a", False), record("c", False), record("a", False)]
    assert failures_in_a_row(records, "a") == 2
    assert pending(records) == records[-1]
    assert pending(records[:2]) is None


def test_the_prompt_lists_what_counts_as_done() -> None:
    picked, missed, again = record("pick", True), record("put", False), record("pick", True)
    assert lines([picked, missed]) == ["do pick"]
    assert lines([picked, missed], lost=True) == []
    assert lines([picked, missed, again]) == ["do pick"]
    assert lines([picked, record("put", True), again]) == ["do pick", "do put", "do pick"]


def test_a_dropped_object_is_lost_only_after_a_failure() -> None:
    holding = frozenset({Fact("holding", ("cup",))})
    picked, missed = record("pick", True), record("put", False)
    assert was_lost([picked, missed], holding, frozenset())
    assert not was_lost([picked, missed], holding, holding)
    assert not was_lost([picked], holding, frozenset())
