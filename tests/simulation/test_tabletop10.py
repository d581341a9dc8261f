"""The scene with fixtures: drawn within reach, in the state that was asked for, and told in a grounder's terms."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from grounding import Fact
from simulation.cameras import FRONT_POSE
from simulation.layout import keeps_clear
from simulation.lessons import clear_way
from simulation.scene import REACH, SceneSpec
from simulation.shapes import SHAPES
from simulation.symbols import scene_of
from simulation.tabletop10 import furnished, in_state, sample_tabletop10
from simulation.world import SimulatedWorld, make_world


def draw(seed: int, *objects: str) -> SceneSpec:
    return sample_tabletop10(np.random.default_rng(seed), objects or None)


@pytest.fixture(scope="module")
def world() -> Iterator[SimulatedWorld]:
    spec = furnished(
        np.random.default_rng(1), ["red mug", "blue can", "yellow blade"], [], ["drawer", "tray", "crumbs", "region"]
    )
    built = SimulatedWorld(in_state(np.random.default_rng(2), spec, opened=True, inside=["red mug"]))
    yield built
    built.close()


def test_everything_drawn_is_within_reach_and_apart() -> None:
    for seed in range(2):
        spec = draw(seed)
        kinds = {fixture.kind for fixture in spec.fixtures}
        assert spec.name == "tabletop10" and spec == draw(seed)
        assert "drawer" in kinds and len(kinds) > 2
        drawer = next(f for f in spec.fixtures if f.kind == "drawer")
        loose = [o for o in spec.objects if o.category != "crumb" and not drawer.encloses(o.position)]
        for thing in loose:
            assert REACH[0] <= np.hypot(*thing.position[:2]) <= REACH[1]
            assert keeps_clear(spec.fixtures, False, *thing.position[:2], SHAPES[thing.category].radius, 0.0)


def test_things_can_be_given_by_name() -> None:
    spec = draw(3, "red mug", "yellow blade")
    assert [o.id for o in spec.objects if o.category != "crumb"] == ["red mug", "yellow blade"]
    with pytest.raises(ValueError, match="'red elephant'; say a colour"):
        draw(3, "red elephant")


def test_a_named_scene_is_a_world() -> None:
    built = make_world("tabletop10", seed=2, objects=["red mug"])
    try:
        assert built.spec.name == "tabletop10" and "red mug" in built.bodies
    finally:
        built.close()


def test_a_table_is_furnished_with_what_is_needed_or_refused() -> None:
    rng = np.random.default_rng(0)
    spec = furnished(rng, ["red mug", "blue bowl"], ["green can"], ["tray", "crumbs", "region"], {"red mug": ""})
    region = next(fixture.id for fixture in spec.fixtures if fixture.kind == "region")
    assert {"red mug", "blue bowl"} <= {o.id for o in spec.objects} and clear_way(spec, "red mug", region)
    with pytest.raises(ValueError, match=r"do not fit with drawr: unknown fixture 'drawr'; choose from: drawer"):
        furnished(rng, ["red mug"], [], ["drawr"])


@pytest.mark.parametrize(("opened", "lit"), [(True, False), (False, True)])
def test_it_begins_in_the_state_that_was_asked_for(opened: bool, lit: bool) -> None:
    rng = np.random.default_rng(4)
    spec = in_state(rng, furnished(rng, ["red mug"], [], ["drawer", "button", "lamp"]), opened, lit, ["red mug"])
    drawer, lamp = (next(f for f in spec.fixtures if f.kind == kind) for kind in ("drawer", "lamp"))
    assert (drawer.state > 0.08, lamp.state > 0.5) == (opened, lit)
    assert drawer.encloses(spec.objects[0].position)


def test_the_true_scene_has_fixtures_and_the_crumbs_as_one(world: SimulatedWorld) -> None:
    scene = scene_of(world.privileged.truth(), FRONT_POSE)
    things = {thing.id: thing for thing in scene.objects}
    region = next(id for id, thing in things.items() if thing.category == "region")
    assert {"drawer", "tray", "crumbs", "red mug"} <= set(things) and not any(id.startswith("crumb ") for id in things)
    assert things[region].attributes == {"colour": region.removesuffix(" region")}
    assert {Fact("open", ("drawer",)), Fact("in", ("red mug", "drawer")), Fact("hand empty")} <= scene.facts
    truth = world.privileged.truth()
    assert np.hypot(*np.subtract(things["drawer"].position, truth["red mug"].position)[:2]) < 0.09


def test_left_and_behind_are_as_the_front_camera_sees_them(world: SimulatedWorld) -> None:
    truth = world.privileged.truth()
    assert not any(fact.predicate == "left of" for fact in scene_of(truth).facts)
    facts = scene_of(truth, FRONT_POSE).facts
    for fact in (fact for fact in facts if fact.predicate == "left of"):
        assert Fact("right of", fact.arguments[::-1]) in facts
    held = scene_of(replace(truth, held="blue can"), FRONT_POSE).facts
    assert not any("blue can" in fact.arguments for fact in held if fact.predicate != "holding")


def test_what_stands_beside_something_is_at_it(world: SimulatedWorld) -> None:
    truth = world.privileged.truth()
    can, blade = truth["blue can"], truth["yellow blade"]
    x, y, _ = can.position
    moved = replace(blade, position=(x + 0.09, y, blade.position[2]))
    beside = replace(truth, objects=tuple(moved if o.id == blade.id else o for o in truth.objects))
    assert Fact("at", ("yellow blade", "blue can")) in scene_of(beside).facts
    assert Fact("at", ("yellow blade", "blue can")) not in scene_of(truth).facts
