"""How a grounder is judged on tables with fixtures."""

import math

import numpy as np
import pytest

from evaluation.sights import VISIBLE_PIXELS, View, evaluate_sights, judge, match, report, views
from grounding import Camera, Fact, Image, Observation, Proprioception, Scene, SceneObject
from grounding.parts import Part, split_name

HAND_EMPTY = Fact("hand empty")


def seen(id: str, x: float, **attributes: str) -> SceneObject:
    colour, kind = split_name(id)
    return SceneObject(id, kind, {**({"colour": colour} if colour else {}), **attributes}, (x, 0.0, 0.0))


def view(*parts: str, visible: set[str] | None = None, facts: frozenset[Fact] = frozenset()) -> View:
    """Parts in a row, 10 cm apart, in the order of their names."""
    nothing = Image(np.zeros((2, 2, 3), np.uint8), np.ones((2, 2), np.float32), Camera("front", np.eye(3), np.eye(4)))
    observation = Observation({"front": nothing}, Proprioception(np.eye(4), 0.08, np.zeros(7), np.zeros(7)), 0.0)
    there = tuple(Part(name, (0.1 * i, 0.0, 0.0)) for i, name in enumerate(parts))
    return View(observation, there, frozenset(parts if visible is None else visible), facts)


def test_findings_are_matched_by_kind_colour_and_place_nearest_first() -> None:
    there = [Part("red can", (0.0, 0.0, 0.0)), Part("red can 2", (0.04, 0.0, 0.0)), Part("drawer", (0.5, 0.0, 0.0))]
    found = [seen("red can", 0.035), seen("red can 2", 0.015), seen("drawer", 0.52, state="open"), seen("red bar", 0.0)]
    assert {id: finding for id, (finding, _) in match(found, there).items()} == {
        "red can": "red can 2",
        "red can 2": "red can",
        "drawer": "drawer",
    }


def test_recall_is_of_what_is_visible_and_precision_of_what_is_told() -> None:
    scene = Scene((seen("red can", 0.0), seen("lamp", 0.3), seen("pink bar", 0.9)))
    told = report([judge(scene, view("red can", "tray", "blue mug", "lamp", visible={"red can", "tray"}))])
    assert (told.recall.found, told.recall.of) == (1, 2)
    assert (told.precision.found, told.precision.of) == (2, 3)
    assert told.kinds["tray"].rate == 0 and told.kinds["can"].rate == 1
    assert "mug" not in told.kinds


def test_facts_are_compared_in_the_ids_of_the_truth() -> None:
    truth = frozenset({Fact("in", ("red can 2", "drawer")), Fact("open", ("drawer",)), HAND_EMPTY})
    there = view("red can 2", "drawer", facts=truth)
    told = frozenset({Fact("in", ("red can", "drawer")), Fact("closed", ("drawer",)), Fact("left of", ("a", "b"))})
    result = report([judge(Scene((seen("red can", 0.0), seen("drawer", 0.1)), told), there)])
    assert result.facts["in"].recall.rate == result.facts["in"].precision.rate == 1
    assert result.facts["open"].recall.rate == result.facts["hand empty"].recall.rate == 0
    assert result.facts["closed"].precision.rate == 0
    assert "left of" not in result.facts


def test_a_fact_about_what_is_not_there_is_wrong() -> None:
    told = Scene((seen("red can", 0.5),), frozenset({Fact("holding", ("red can",))}))
    there = view("red can", facts=frozenset({Fact("holding", ("red can",))}))
    assert report([judge(told, there)]).facts["holding"].precision.rate == 0


@pytest.mark.parametrize(("x", "found"), [(0.02, 1), (0.05, 0)])
def test_a_novel_shape_may_be_taken_for_anything(x: float, found: int) -> None:
    result = report([judge(Scene((seen("red can", x),)), view("red cone"))])
    assert (result.novel_shapes.found, result.novel_shapes.of) == (found, 1)
    assert result.recall.of == 0 and math.isnan(result.precision.rate)


class Blind:
    def ground(self, observation: Observation) -> Scene:
        return Scene()


@pytest.mark.slow
def test_a_blind_grounder_finds_nothing() -> None:
    result = evaluate_sights(Blind(), scenes=5)
    assert result.recall.of > 10 and result.novel_shapes.of > 0
    assert result.recall.found == result.novel_shapes.found == result.precision.of == 0


@pytest.mark.slow
def test_views_are_the_same_for_the_same_seed_and_tell_wholes_from_parts() -> None:
    first, again = (list(views(3, seed=950_000)) for _ in range(2))
    for one, other in zip(first, again, strict=True):
        assert (one.parts, one.visible, one.facts) == (other.parts, other.visible, other.facts)
        assert np.array_equal(one.observation.images["front"].rgb, other.observation.images["front"].rgb)
        assert not any(part.name.endswith(("handle", "cabinet")) for part in one.parts)
    assert VISIBLE_PIXELS > 0 and any(view.visible for view in first)
