"""Lessons at stations: their goals can be read, most can be reached, and what is said is true of the scene."""

import itertools
from collections import Counter
from functools import cache

import numpy as np
import pytest

from grounding import Fact
from planner.goals.grammar import GoalGrammar
from planner.goals.lessons import settings
from planner.goals.lessons.clauses import Wish, Wishes
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.stationed import abilities, filled, joined, parsed, requests, stationed
from planner.goals.lessons.tasks import Tasks
from planner.goals.matching import WordMatcher
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Target
from planner.goals.vocabulary import Vocabulary
from planner.search import Plan, find_plan


@cache
def scenes() -> list[Wishes]:
    """Stations only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "STATIONS", 1.0)
        made = []
        for number in range(60):
            rng = np.random.default_rng((17, number))
            made.append(Wishes(Mentions(settings.make_setting(rng, thing_allowed), rng, concept_held_out)))
        return made


def heard(wishes: Wishes, wish: Wish) -> Vocabulary:
    vocabulary = wishes.m.vocabulary
    return Vocabulary(vocabulary.world, words_of(spoken(" ".join([wish.said, *wish.earlier]))), vocabulary.forms)


def made(line: str) -> list[tuple[Wishes, Wish]]:
    """A line in every scene that it fits."""
    request, found = parsed(line), []
    for wishes in scenes():
        station = wishes.setting.station
        assert station is not None
        if request.needs <= abilities(station) and (wish := filled(request, wishes, station)) is not None:
            found.append((wishes, wish))
    return found


def test_no_request_is_there_twice() -> None:
    said = [request.said for some in requests().values() for request in some]
    assert len(said) > 800
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("file", sorted(requests()))
def test_goals_can_be_read(file: str) -> None:
    fitted = 0
    for request in requests()[file][::6]:
        for wishes in scenes()[:25]:
            station = wishes.setting.station
            assert station is not None
            if request.needs <= abilities(station) and (wish := filled(request, wishes, station)) is not None:
                fitted += 1
                assert "{" not in wish.said + wish.goal
                GoalGrammar(heard(wishes, wish)).parse(wish.goal)
    assert fitted > 5


def test_most_can_be_reached() -> None:
    ends = Counter[str]()
    for wishes in scenes()[:30]:
        for make in (stationed, joined):
            wish = make(wishes)
            if wish is None or " | " in wish.goal:
                continue
            vocabulary = heard(wishes, wish)
            outcome = resolve(GoalGrammar(vocabulary).parse(wish.goal), vocabulary, WordMatcher()).outcome
            ends[type(outcome).__name__] += 1
            if isinstance(outcome, Target):
                ends["planned"] += isinstance(find_plan(vocabulary.world, outcome), Plan)
    assert ends["Target"] > 20
    assert ends["planned"] > 0.8 * ends["Target"]


def test_a_button_is_pressed_for_its_machine() -> None:
    found = made("! use {button m} => {m:on}")
    assert len(found) > 10
    for wishes, wish in found:
        station = wishes.setting.station
        assert station is not None
        assert any(wish.goal == f"{wired.machine} -> {wired.on}" for wired in station.wired)


def test_things_go_to_their_own_colours() -> None:
    found = made("! sort {those} by colour => {pairs}")
    assert len(found) > 5
    for _, wish in found:
        for clause in wish.goal.split(" ; "):
            thing, place = clause.split(" -> ")
            assert thing.split()[0] in place.split() or "[" in clause or "things" in clause


def test_towers_are_built_from_below() -> None:
    found = made("! build a tower of {high} {stack} => {tower}")
    assert len(found) > 5
    for _, wish in found:
        stages = [clause.split(" -> ") for clause in wish.goal.split(" then ")]
        for (below, _), (_, upon) in itertools.pairwise(stages):
            assert upon.endswith(below)


def test_what_is_emptied_is_not_empty() -> None:
    for wishes, wish in made("! empty {s} => all things {s} -> not {s}"):
        predicate = wish.goal.split(" -> not ")[1]
        facts = {Fact(fact.predicate, fact.arguments[1:]) for fact in wishes.setting.world.facts}
        assert "[" in predicate or any(f"{f.predicate} {' '.join(f.arguments)}" == predicate for f in facts)


@pytest.mark.parametrize("line", ["put {x} away", "put {é} away => {x:held}", "put {foo} away => {foo}"])
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="gap"):
        parsed(line)


def test_stations_are_drawn_now_and_then_and_their_families_only_there() -> None:
    drawn = Counter[bool]()
    for number in range(150):
        rng = np.random.default_rng((19, number))
        mentions = Mentions(settings.make_setting(rng, thing_allowed), rng, concept_held_out)
        station = mentions.setting.station is not None
        drawn[station] += 1
        assert ("station" in Tasks(mentions).families) == station
    assert 5 <= drawn[True] <= 30
