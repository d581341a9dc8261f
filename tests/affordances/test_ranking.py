"""Invariants of the ranking."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from affordances.ranking import Affordance, rank
from skills import Skill, SkillCall

SKILL = Skill("pick_up", "pick up the {object}", {"object": "movable"})
DONE = Skill("done", "done").call()


def calls(count: int) -> list[SkillCall]:
    return [SKILL.call(object=f"block {i}") for i in range(count)]


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[SkillCall], list[float], list[float], dict[SkillCall, list[str]]]:
    count = draw(st.integers(1, 7))
    likely = draw(st.lists(st.floats(-60, 0), min_size=count, max_size=count))
    can = draw(st.lists(st.floats(0, 1), min_size=count, max_size=count))
    barred = draw(st.sets(st.integers(0, count - 1)))
    candidates = calls(count)
    return candidates, likely, can, {candidates[i]: ["hand is not empty"] for i in barred}


def place(ranked: tuple[Affordance, ...], call: SkillCall) -> int:
    return [item.call for item in ranked].index(call)


@given(situations(), st.randoms())
def test_order_of_the_candidates_does_not_matter(situation, random) -> None:
    candidates, likely, can, vetoes = situation
    order = list(range(len(candidates)))
    random.shuffle(order)
    shuffled = rank([candidates[i] for i in order], [likely[i] for i in order], [can[i] for i in order], vetoes=vetoes)
    straight = rank(candidates, likely, can, vetoes=vetoes)
    assert [item.call for item in shuffled] == [item.call for item in straight]
    assert [item.score for item in shuffled] == pytest.approx([item.score for item in straight])


@given(situations())
def test_a_veto_is_never_chosen_and_everything_else_is_explained(situation) -> None:
    candidates, likely, can, vetoes = situation
    ranked = rank(candidates, likely, can, vetoes=vetoes)
    assert sum(item.chosen for item in ranked) == (len(vetoes) < len(candidates))
    for item in ranked:
        assert item.chosen == (item.why_not == "")
        assert not (item.chosen and item.call in vetoes)


@given(situations())
def test_scores_fall_and_are_the_product(situation) -> None:
    candidates, likely, can, vetoes = situation
    ranked = rank(candidates, likely, can, vetoes=vetoes)
    assert sum(item.say for item in ranked) == pytest.approx(1.0)
    free = [item for item in ranked if item.call not in vetoes]
    assert all(a.score >= b.score for a, b in pairwise(free))
    assert all(item.score == pytest.approx(item.say * item.can) for item in free)


@given(situations(), st.floats(0, 1), st.floats(0, 20))
def test_more_of_anything_never_ranks_lower(situation, able: float, more: float) -> None:
    candidates, likely, can, vetoes = situation
    before = place(rank(candidates, likely, can, vetoes=vetoes), candidates[0])
    raised = [max(can[0], able), *can[1:]]
    assert place(rank(candidates, likely, raised, vetoes=vetoes), candidates[0]) <= before
    louder = [likely[0] + more, *likely[1:]]
    assert place(rank(candidates, louder, can, vetoes=vetoes), candidates[0]) <= before


@given(situations())
def test_a_voice_that_is_off_changes_nothing(situation) -> None:
    candidates, likely, can, vetoes = situation
    silent = rank(candidates, likely, can, vetoes=vetoes, use_say=False)
    assert silent == rank(candidates, [0.0] * len(likely), can, vetoes=vetoes)
    blind = rank(candidates, likely, can, vetoes=vetoes, use_can=False)
    assert blind == rank(candidates, likely, [1.0] * len(can), vetoes=vetoes)


def test_reasons_in_words() -> None:
    first, second, third, fourth = calls(4)
    likely = np.log([0.72, 0.20, 0.01, 0.07])
    ranked = rank([first, second, third, fourth], likely, [0.9, 0.04, 0.9, 0.9], vetoes={fourth: ["hand is not empty"]})
    reasons = {item.call: item.why_not for item in ranked}
    assert reasons == {
        first: "",
        second: "infeasible: can 0.04 < 0.50",
        third: "not what was asked: say 0.01 against 0.72",
        fourth: "hand is not empty",
    }


def test_ties_and_smaller_differences_have_reasons_too() -> None:
    first, second = calls(2)
    assert "as good as" in rank([first, second], [0, 0], [1, 1])[1].why_not
    assert rank([first, second], [0, 0], [0.9, 0.8])[1].why_not == "less sure to succeed: can 0.80 against 0.90"
    assert "progress 0.10 against 0.50" in rank([first, second], [0, 0], [1, 1], progress=[0.1, 0.5])[1].why_not


def test_very_unlikely_candidates_still_have_an_order() -> None:
    first, second = calls(2)
    ranked = rank([DONE, first, second], [0.0, -2000.0, -1000.0], [1.0, 1.0, 1.0])
    assert [item.call for item in ranked] == [DONE, second, first]
    assert all(math.isfinite(item.score) for item in ranked)


def test_nothing_to_rank() -> None:
    assert rank([], [], []) == ()


@pytest.mark.parametrize(
    ("likely", "can", "message"),
    [
        ([0.0], [1.0, 1.0], "log_likelihoods has shape"),
        ([0, 0], [1.2, 0], "can must lie"),
        ([0, 0], [np.nan, 0], "NaN"),
    ],
)
def test_wrong_numbers_are_refused(likely: list[float], can: list[float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rank(calls(2), likely, can)
