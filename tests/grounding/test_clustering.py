"""Votes that become fixtures, crumbs and the many kinds of things of the table with fixtures."""

from dataclasses import replace

import numpy as np
import pytest

from grounding import SceneObject
from grounding.clustering import FEWEST, MIN_PIXELS, Votes, cluster, named
from grounding.vocabulary import CABINET, COLOURS, TABLETOP

Place = tuple[float, float, float]


def votes(
    kind: str,
    place: Place,
    pixels: int,
    colour: str = "red",
    state: str = "open",
    turn: float = 0.0,
    spread: float = 0.004,
    confidence: float = 0.95,
) -> Votes:
    """So many pixels that agree."""
    rng = np.random.default_rng(pixels)

    def all_of(known: tuple[str, ...], word: str) -> np.ndarray:
        return np.tile(np.eye(len(known), dtype=np.float32)[known.index(word)], (pixels, 1))

    centre = rng.normal(place, spread, (pixels, 3)).astype(np.float32)
    facing = np.tile(np.array([np.cos(turn), np.sin(turn)], np.float32), (pixels, 1))
    return Votes(
        all_of(TABLETOP.kinds, kind),
        all_of(COLOURS, colour),
        centre,
        np.full(pixels, confidence, np.float32),
        all_of(TABLETOP.states, state),
        facing,
        centre,
    )


def together(*parts: Votes) -> list[SceneObject]:
    fields = ("kind", "colour", "centre", "confidence", "state", "turn", "point")
    return cluster(Votes(*(np.concatenate([getattr(part, field) for part in parts]) for field in fields)), TABLETOP)


def test_a_drawer_is_one_thing_without_a_colour_and_its_cabinet_is_none() -> None:
    (drawer,) = together(
        votes("drawer", (0.5, 0.2, 0.012), 60, turn=-1.5, spread=0.01), votes(CABINET, (0.5, 0.33, 0.04), 150)
    )
    assert (drawer.id, drawer.category, dict(drawer.attributes)) == ("drawer", "drawer", {"state": "open"})
    assert drawer.yaw == pytest.approx(-1.5)
    assert np.allclose(drawer.position, (0.5, 0.2, 0.012), atol=0.005)


@pytest.mark.parametrize(("kind", "state"), [("lamp", "lit"), ("lamp", "unlit"), ("drawer", "ajar")])
def test_states_are_told(kind: str, state: str) -> None:
    (thing,) = together(votes(kind, (0.5, 0.2, 0.02), 20, state=state))
    assert thing.attributes == {"state": state}


def test_a_kind_is_only_in_a_state_that_it_can_be_in() -> None:
    (lamp,) = together(votes("lamp", (0.7, 0.0, 0.085), 20, state="open"))
    assert lamp.attributes["state"] in ("lit", "unlit")
    (can,) = together(votes("can", (0.5, 0.0, 0.026), 20, state="lit"))
    assert can.attributes == {"colour": "red"}


def square(yaw: float, middle: tuple[float, float], shown: float = 1.0) -> np.ndarray:
    """Points of a region, 1 cm apart; of a share of it, from one side."""
    side = np.arange(-0.05, 0.051, 0.01)
    x, y = (grid.ravel() for grid in np.meshgrid(side[: round(shown * len(side))], side))
    c, s = np.cos(yaw), np.sin(yaw)
    return np.stack([middle[0] + c * x - s * y, middle[1] + s * x + c * y, 0 * x], axis=1).astype(np.float32)


@pytest.mark.parametrize(("yaw", "shown"), [(0.31, 1.0), (1.1, 1.0), (0.31, 0.6)])
def test_a_region_lies_as_its_points_do_and_where_they_vote_if_some_are_hidden(yaw: float, shown: float) -> None:
    points = square(yaw, (0.5, 0.1), shown)
    (region,) = together(replace(votes("region", (0.51, 0.1, 0.0), len(points), colour="green"), point=points))
    assert region.id == "green region"
    assert region.yaw == pytest.approx(yaw, abs=np.pi / 60)
    assert region.position[:2] == pytest.approx((0.5, 0.1) if shown == 1 else (0.51, 0.1), abs=0.003)


def test_crumbs_are_one_however_far_apart() -> None:
    (crumbs,) = together(votes("crumbs", (0.5, 0.0, 0.004), 9, spread=0.05, state="spread"))
    assert (crumbs.id, crumbs.attributes["state"]) == ("crumbs", "spread")
    assert not together(votes("crumbs", (0.5, 0.0, 0.004), FEWEST["crumbs"] - 1))


@pytest.mark.parametrize("kind", ["tray", "region", "drawer"])
def test_what_lies_in_the_middle_of_a_fixture_is_apart_from_it(kind: str) -> None:
    inside = votes("can", (0.5, 0.0, 0.026), 20, colour="blue")
    found = together(votes(kind, (0.5, 0.0, 0.01), 60), inside)
    assert {thing.category for thing in found} == {kind, "can"}


def test_a_second_drawer_is_a_ghost_and_a_second_can_is_none() -> None:
    drawers = together(votes("drawer", (0.5, 0.2, 0.012), 60), votes("drawer", (0.5, 0.05, 0.012), 9))
    assert [thing.id for thing in named(drawers)] == ["drawer"]
    cans = together(votes("can", (0.5, 0.2, 0.026), 20), votes("can", (0.5, 0.1, 0.026), MIN_PIXELS))
    assert [thing.id for thing in named(cans)] == ["red can", "red can 2"]


def test_things_of_other_colours_are_apart_however_near_their_votes() -> None:
    found = together(
        votes("can", (0.5, 0.0, 0.026), 20), votes("block", (0.5, 0.0, 0.045), 12, colour="blue", confidence=0.9)
    )
    assert [thing.id for thing in found] == ["red can", "blue block"]
    assert len(together(votes("can", (0.5, 0.0, 0.026), 20), votes("can", (0.5, 0.0, 0.045), 12))) == 1
