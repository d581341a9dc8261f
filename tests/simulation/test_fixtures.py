"""Drawers, lamps, trays and regions: drawn clear of each other, told apart in pictures, saved, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from grounding import Fact
from simulation.fixtures import DRAWER_TRAVEL, FixtureSpec
from simulation.layout import draw_fixtures
from simulation.scene import SceneSpec, sample_tabletop
from simulation.shapes import HOUSEHOLD, NOVEL_COLOURS, NOVEL_SHAPES, SHAPES, rgb
from simulation.world import SimulatedWorld

EVERYTHING = ("drawer", "tray", "crumbs", "region", "button", "lamp")


@pytest.fixture(scope="module")
def spec() -> SceneSpec:
    return sample_tabletop(np.random.default_rng(5), ["red mug", "blue can"], fixtures=EVERYTHING)


@pytest.fixture
def world(spec: SceneSpec) -> Iterator[SimulatedWorld]:
    built = SimulatedWorld(spec)
    yield built
    built.close()


def test_a_scene_with_fixtures_survives_json(spec: SceneSpec) -> None:
    assert SceneSpec.from_json(spec.to_json()) == spec
    assert sum(o.category == "crumb" for o in spec.objects) in range(10, 17)


def test_things_keep_off_the_fixtures(spec: SceneSpec) -> None:
    for thing in spec.objects:
        if thing.category != "crumb":
            assert all(f.distance(thing.position) > SHAPES[thing.category].radius for f in spec.fixtures)


def test_unknown_fixtures_and_crumbs_without_a_tray_are_refused() -> None:
    with pytest.raises(ValueError, match="choose from: drawer, tray"):
        draw_fixtures(np.random.default_rng(0), ["drawr"])
    with pytest.raises(ValueError, match="add 'tray'"):
        sample_tabletop(np.random.default_rng(0), ["red block"], fixtures=["crumbs"])
    with pytest.raises(ValueError, match="choose from: red"):
        rgb("mauve")


def test_the_parts_of_a_picture_have_names(world: SimulatedWorld) -> None:
    names, seen = world.privileged.part_names(), world.privileged.parts("front")
    visible = {names[i] for i in np.unique(seen) if i >= 0}
    region = next(f.id for f in world.spec.fixtures if f.kind == "region")
    assert {"drawer handle", "drawer cabinet", "button", "lamp", "tray", "crumbs", region, "red mug"} <= visible
    assert set(np.unique(world.privileged.masks("front"))) <= set(range(-1, len(world.bodies)))


def test_the_lamp_is_seen_to_be_lit(world: SimulatedWorld) -> None:
    lamp = world.privileged.parts("front") == world.privileged.part_names().index("lamp")
    dark = world.observe().images["front"].rgb[lamp].mean()
    assert Fact("lit", ("lamp",)) not in world.privileged.truth().facts()
    world.privileged.light("lamp", True)
    assert world.observe().images["front"].rgb[lamp].mean() > 1.5 * dark
    assert Fact("lit", ("lamp",)) in world.privileged.truth().facts()


def test_a_drawer_is_open_or_closed_or_neither(world: SimulatedWorld) -> None:
    for opening, facts in ((0.0, {"closed"}), (0.05, set()), (DRAWER_TRAVEL, {"open"})):
        world.privileged.pull("drawer", opening)
        found = {fact.predicate for fact in world.privileged.truth().facts() if fact.arguments == ("drawer",)}
        assert found == facts


def test_what_is_put_somewhere_is_there(world: SimulatedWorld) -> None:
    world.privileged.pull("drawer", 0.11)
    truth = world.privileged.truth()
    x, y = truth.fixture("drawer").at(0.12, 0.0)
    world.privileged.place("red mug", (x, y, 0.05), truth.fixture("drawer").yaw)
    region = truth.of_kind("region")[0]
    world.privileged.place("blue can", (*region.position, 0.03), 0.0)
    world.advance(48)
    facts = world.privileged.truth().facts()
    assert {Fact("in", ("red mug", "drawer")), Fact("at", ("blue can", region.id))} <= facts


def test_the_state_of_fixtures_is_hashed_saved_and_taken_back(world: SimulatedWorld, tmp_path: Path) -> None:
    before = world.state_hash()
    with world.privileged.undone():
        world.privileged.pull("drawer", 0.08)
        world.privileged.light("lamp", True)
        assert world.state_hash() != before
    assert world.state_hash() == before
    world.privileged.pull("drawer", 0.08)
    world.privileged.light("lamp", True)
    world.advance(5)
    world.save(tmp_path / "world")
    loaded = SimulatedWorld.load(tmp_path / "world")
    for each in (world, loaded):
        each.advance(5)
    assert loaded.state_hash() == world.state_hash()
    assert loaded.privileged.truth() == world.privileged.truth()
    assert (loaded.observe().images["front"].rgb == world.observe().images["front"].rgb).all()
    loaded.close()


def test_a_point_comes_back_from_a_fixtures_frame() -> None:
    tray = FixtureSpec("tray", "tray", (0.4, -0.3), 1.2)
    assert tray.local(tray.at(0.05, -0.02)) == pytest.approx((0.05, -0.02))
    assert tray.encloses(tray.at(0.05, -0.02)) and not tray.encloses(tray.at(0.07, 0.0))


@pytest.mark.slow
@pytest.mark.parametrize("category", [*HOUSEHOLD, *NOVEL_SHAPES, "blade"])
def test_every_new_shape_stands_and_can_be_held(category: str) -> None:
    colour = next(iter(NOVEL_COLOURS))
    world = SimulatedWorld(sample_tabletop(np.random.default_rng(1), [f"{colour} {category}"]))
    world.advance(48)
    thing = world.privileged.truth()[f"{colour} {category}"]
    assert thing.upright and thing.speed < 0.01 and thing.bottom == pytest.approx(0, abs=3e-3)
    assert world.privileged.put_in_hand(thing.id)
    world.close()
