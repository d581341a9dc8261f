"""Whole requests with gaps: what their files may say, and what comes of them in scenes."""

from functools import cache

import numpy as np
import pytest

from grounding import Fact
from planner.goals.grammar import GoalGrammar
from planner.goals.lessons.clauses import Wishes
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.whole import Request, abilities, filled, parsed, requests, whole
from planner.goals.prompt import spoken, words_of
from planner.goals.vocabulary import Vocabulary


@cache
def scenes() -> list[Wishes]:
    made = []
    for number in range(80):
        rng = np.random.default_rng((13, number))
        made.append(Wishes(Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)))
    return made


def reads(wishes: Wishes, said: str, goal: str) -> None:
    vocabulary = wishes.m.vocabulary
    heard = Vocabulary(vocabulary.world, words_of(spoken(said)), vocabulary.forms)
    GoalGrammar(heard).parse(goal)


def test_no_request_is_there_twice() -> None:
    said = [request.said for request in requests()]
    assert len(said) > 3000
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("start", range(0, 4000, 1000))
def test_requests_fit_scenes_and_their_goals_can_be_read(start: int) -> None:
    for request in requests()[start : start + 1000 : 25]:
        able = [wishes for wishes in scenes() if request.needs <= abilities(wishes)]
        made = [(wishes, wish) for wishes in able[:12] if (wish := filled(request, wishes)) is not None]
        assert not able or made, request
        for wishes, wish in made[:3]:
            assert "{" not in wish.said + wish.goal
            if "[" not in wish.goal:  # what is quoted may have lost a word to smoothing
                reads(wishes, wish.said, wish.goal)


def test_a_gap_is_the_same_thing_in_words_and_goal() -> None:
    request = Request("take {x} {to p}, not {y}", "{x} -> {p} | avoid {y}")
    for wishes in scenes():
        wish = filled(request, wishes)
        if wish is not None:
            moved, left = wish.goal.split(" | avoid ")
            assert moved.split(" -> ")[0] != left
            reads(wishes, wish.said, wish.goal)


def test_what_is_to_be_kept_so_is_so() -> None:
    seen = 0
    for wishes in scenes():
        wish = filled(Request("{x} {to p}, and {o} stays shut", "{x} -> {p} | keep {o:closed}"), wishes)
        if wish is None:
            continue
        kept = wish.goal.split("| keep ")[1].split(" -> ")[0]
        closed = {fact.arguments[0] for fact in wishes.setting.world.facts if fact.predicate == wishes.setting.closed}
        if kept in wishes.m.vocabulary.ids:
            seen += 1
            assert closed & set(wishes.m.vocabulary.ids[kept])
    assert seen > 3


def test_what_lies_somewhere_lies_there() -> None:
    seen = 0
    for wishes in scenes():
        wish = filled(Request("{a:bare} and all else {at s} {to p}", "{a:name} , all things {s} -> {p}"), wishes)
        if wish is None:
            continue
        seen += 1
        id = wishes.m.vocabulary.ids[wish.goal.split(" , ")[0]][0]
        spots = {fact for fact in wishes.setting.world.facts if fact.arguments[:1] == (id,)}
        assert any(f"all things {fact.predicate} " in wish.goal for fact in spots)
        assert Fact(wishes.setting.holding, (id,)) not in spots
    assert seen > 10


@pytest.mark.parametrize(
    "line",
    [
        "put {x} away",
        "put {é} away => {é:held}",
        "put {x away => {x:held}",
        "put it away => {x:held}",
        "{a k} or {all k} => {k} -> {me}",
        "put {i} away => {i:held}",
    ],
)
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="gap"):
        parsed(line)


def test_every_scene_has_some() -> None:
    assert all(whole(wishes) for wishes in scenes()[:20])
