"""Requests for places by what they are like: the quality that is asked for is that of the place in the goal."""

import numpy as np

from planner.goals.grammar import GoalGrammar
from planner.goals.lessons.clauses import Wishes
from planner.goals.lessons.fitting_places import fitting_place, waiting_there
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.qualities import QUALITIES, compatible, plain, quality_of
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.settings import make_setting


def wishes(number: int) -> Wishes:
    rng = np.random.default_rng((9, number))
    return Wishes(Mentions(make_setting(rng, thing_allowed), rng, concept_held_out))


def test_what_is_asked_for_is_what_the_place_is_like() -> None:
    seen = 0
    for number in range(250):
        scene = wishes(number)
        wish = fitting_place(scene)
        if wish is None:
            continue
        seen += 1
        quality = QUALITIES[quality_of(scene.m.name(wish.into))]
        assert any(
            text.format(x="") in wish.said or text.split("{x}")[0].strip() in wish.said
            for text in (*quality.wanted, *quality.there, *quality.against)
        )
        assert GoalGrammar(scene.m.vocabulary).parse(wish.goal).stages
    assert seen > 5


def test_who_waits_somewhere_is_no_place_of_the_scene() -> None:
    found = [(scene, wish) for scene in map(wishes, range(250)) if (wish := waiting_there(scene)) is not None]
    assert len(found) > 3
    assert all(not scene.setting.person and scene.m.name(wish.into) in wish.goal for scene, wish in found)


def test_places_of_a_scene_do_not_share_a_quality() -> None:
    assert compatible(["cold", "dark", "light", "warm"]) == ["cold", "light"]
    assert quality_of("ice house") == "cold" and not quality_of("workshop")
    assert plain("workshop") and not plain("roof garden")
