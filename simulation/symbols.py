"""What is truly there, in the terms of a grounder: objects with categories, and facts. For evaluation only."""

import numpy as np
from numpy.typing import NDArray

from grounding import Fact, Scene, SceneObject
from grounding.relations import directions
from simulation.fixtures import BUTTON_HEIGHT, DRAWER_FLOOR, DRAWER_INSIDE, LAMP_HEIGHT, FixtureSpec
from simulation.truth import CRUMBS, Truth

HEIGHTS = {"button": BUTTON_HEIGHT, "lamp": LAMP_HEIGHT, "drawer": DRAWER_FLOOR}
"""Where a fixture is said to be, above the table, [m]; 0 for the others."""


def scene_of(truth: Truth, T_base_camera: NDArray[np.float64] | None = None) -> Scene:
    """The true scene: things, fixtures, and the crumbs as one.

    Args:
        truth: the state of the world.
        T_base_camera: pose of the camera whose left, right, in front and behind are meant, shape (4, 4); without one
            nothing is said of these.
    """
    objects = objects_of(truth)
    facts = truth.facts() | (_beside(truth) if truth.fixtures else set())
    if T_base_camera is not None:
        facts |= directions([thing for thing in objects if thing.id != truth.held], T_base_camera)
    return Scene(objects, frozenset(facts))


def objects_of(truth: Truth) -> tuple[SceneObject, ...]:
    """Everything that a call can name."""
    things = [SceneObject(t.id, t.category, {"colour": t.colour}, t.position) for t in truth.things]
    fixtures = [_fixture(fixture) for fixture in truth.fixtures]
    if not truth.crumbs:
        return (*things, *fixtures)
    x, y, z = np.mean([crumb.position for crumb in truth.crumbs], axis=0).tolist()
    return (*things, *fixtures, SceneObject(CRUMBS, CRUMBS, {}, (x, y, z)))


def _fixture(fixture: FixtureSpec) -> SceneObject:
    """A drawer is where the middle of its inside is now."""
    x, y = fixture.position
    if fixture.kind == "drawer":
        x, y = fixture.at(fixture.state + (DRAWER_INSIDE[0] + DRAWER_INSIDE[1]) / 2, 0.0)
    colour = fixture.id.removesuffix(fixture.kind).strip()
    attributes = {"colour": colour} if colour else {}
    return SceneObject(fixture.id, fixture.kind, attributes, (x, y, HEIGHTS.get(fixture.kind, 0.0)))


def _beside(truth: Truth) -> set[Fact]:
    """``at(a, b)`` for things that stand next to each other."""
    free = [thing for thing in truth.things if thing.id != truth.held]
    return {Fact("at", (a.id, b.id)) for a in free for b in free if truth.beside(a, b)}
