import numpy as np
import pytest

from grounding import Camera, Fact, Proprioception, SceneObject
from grounding.relations import relate

Position = tuple[float, float, float]


def thing(id: str, *position: float) -> SceneObject:
    colour, category = id.split()
    return SceneObject(id, category, {"colour": colour}, position)  # type: ignore[arg-type]


def body(tcp: Position = (0.4, 0.0, 0.4), opening: float = 0.08) -> Proprioception:
    pose = np.eye(4)
    pose[:3, 3] = tcp
    return Proprioception(pose, opening, np.zeros(7), np.zeros(7))


def facts(camera: Camera, *things: SceneObject, hand: Proprioception | None = None) -> set[str]:
    return {str(fact) for fact in relate(things, hand or body(), camera)}


BLUE = thing("blue block", 0.5, 0.0, 0.02)


def test_a_block_on_a_block(camera: Camera) -> None:
    assert facts(camera, thing("red block", 0.51, 0.0, 0.06), BLUE) == {"on(red block, blue block)", "hand empty()"}


@pytest.mark.parametrize("position", [(0.5, 0.0, 0.15), (0.5, 0.035, 0.06), (0.5, 0.0, 0.03)])
def test_neither_hovering_nor_beside_is_on(camera: Camera, position: Position) -> None:
    assert facts(camera, thing("red block", *position), BLUE) == {"hand empty()"}


def test_in_a_bowl_is_not_on_it(camera: Camera) -> None:
    bowl = thing("green bowl", 0.5, 0.0, 0.025)
    assert facts(camera, thing("red block", 0.52, 0.01, 0.03), bowl) == {"in(red block, green bowl)", "hand empty()"}
    assert facts(camera, thing("red block", 0.5, 0.0, 0.2), bowl) == {"hand empty()"}


def test_a_bowl_is_never_in_a_bowl(camera: Camera) -> None:
    assert facts(camera, thing("red bowl", 0.5, 0.0, 0.05), thing("green bowl", 0.5, 0.0, 0.025)) == {"hand empty()"}


def test_what_is_between_closed_fingers_is_held_and_nothing_else(camera: Camera) -> None:
    red = thing("red block", 0.5, 0.01, 0.06)
    holding = facts(camera, red, BLUE, hand=body((0.5, 0.0, 0.07), 0.04))
    assert holding == {"holding(red block)"}


@pytest.mark.parametrize(
    ("tcp", "opening"), [((0.5, 0.0, 0.02), 0.08), ((0.5, 0.0, 0.02), 0.0), ((0.5, 0.0, 0.1), 0.04)]
)
def test_open_empty_or_far_hands_hold_nothing(camera: Camera, tcp: Position, opening: float) -> None:
    assert facts(camera, BLUE, hand=body(tcp, opening)) == {"hand empty()"}


@pytest.mark.parametrize(
    ("offset", "relation", "opposite"),
    [
        ((0.0, -0.1), "right of", "left of"),
        ((0.0, 0.1), "left of", "right of"),
        ((0.08, -0.1), "right of", "left of"),
    ],
)
def test_left_and_right_are_the_viewers(
    camera: Camera, offset: tuple[float, float], relation: str, opposite: str
) -> None:
    red = thing("red block", 0.5 + offset[0], offset[1], 0.02)
    found = relate([red, BLUE], body(), tilted(camera))
    assert found == {
        Fact("hand empty"),
        Fact(relation, ("red block", "blue block")),
        Fact(opposite, ("blue block", "red block")),
    }


def test_behind_is_farther_from_the_viewer(camera: Camera) -> None:
    red = thing("red block", 0.62, 0.01, 0.02)
    found = facts(tilted(camera), red, BLUE)
    assert found == {"hand empty()", "behind(red block, blue block)", "in front of(blue block, red block)"}


def test_the_tilt_of_the_camera_shortens_no_distance(camera: Camera) -> None:
    red = thing("red block", 0.55, 0.045, 0.02)
    for viewpoint in (camera, tilted(camera)):
        assert "behind(red block, blue block)" in facts(viewpoint, red, BLUE)


def test_directions_turn_with_the_viewer(camera: Camera) -> None:
    red = thing("red block", 0.5, -0.1, 0.02)
    opposite = tilted(camera)
    turned = opposite.T_base_camera.copy()
    turned[:2, :3] *= -1
    assert "left of(red block, blue block)" in facts(Camera("front", camera.intrinsics, turned), red, BLUE)


def test_close_by_is_no_direction(camera: Camera) -> None:
    assert facts(tilted(camera), thing("red block", 0.53, -0.035, 0.02), BLUE) == {"hand empty()"}


def tilted(camera: Camera) -> Camera:
    """Looks forward and down by 45 degrees from the robot's side."""
    half = np.sqrt(0.5)
    pose = camera.T_base_camera.copy()
    pose[:3, :3] = np.array([[0, -half, half], [-1, 0, 0], [0, -half, -half]])
    return Camera("front", camera.intrinsics, pose)


def fixture(kind: str, *position: float, yaw: float = 0.0, **attributes: str) -> SceneObject:
    id = f"{attributes['colour']} {kind}" if "colour" in attributes else kind
    return SceneObject(id, kind, attributes, position, yaw=yaw)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("upper", "height", "lower", "base", "stands"),
    [
        ("can", 0.078, "can", 0.026, True),
        ("bar", 0.055, "block", 0.02, True),
        ("bar", 0.067, "can", 0.026, True),
        ("block", 0.06, "mug", 0.025, False),
        ("block", 0.05, "ball", 0.026, False),
    ],
)
def test_what_stands_on_what_goes_by_their_heights(
    camera: Camera, upper: str, height: float, lower: str, base: float, stands: bool
) -> None:
    found = facts(camera, thing(f"red {upper}", 0.5, 0.0, height), thing(f"blue {lower}", 0.5, 0.005, base))
    assert (f"on(red {upper}, blue {lower})" in found) == stands


@pytest.mark.parametrize(
    ("kind", "height", "offset", "yaw", "relation"),
    [
        ("drawer", 0.012 + 0.026, (0.0, 0.08), 0.0, "in"),
        ("drawer", 0.012 + 0.026, (0.08, 0.0), 0.0, None),
        ("drawer", 0.012 + 0.026, (0.08, 0.0), np.pi / 2, "in"),
        ("drawer", 0.11, (0.0, 0.0), 0.0, None),
        ("tray", 0.026, (0.0, 0.09), 0.0, "in"),
        ("tray", 0.026, (0.09, 0.0), 0.0, None),
        ("region", 0.026, (0.05, 0.05), 0.0, "at"),
        ("region", 0.026, (0.065, 0.0), 0.0, None),
        ("region", 0.026, (0.065, 0.0), np.pi / 4, "at"),
        ("button", 0.026, (0.0, 0.0), 0.0, None),
    ],
)
def test_what_is_in_or_at_a_fixture(
    camera: Camera, kind: str, height: float, offset: tuple[float, float], yaw: float, relation: str | None
) -> None:
    can = thing("red can", 0.5 + offset[0], offset[1], height)
    found = facts(camera, can, fixture(kind, 0.5, 0.0, 0.01, yaw=yaw))
    assert found == {"hand empty()", *([f"{relation}(red can, {kind})"] if relation else [])}


def test_what_is_held_over_a_region_is_not_at_it(camera: Camera) -> None:
    can, region = thing("red can", 0.5, 0.0, 0.026), fixture("region", 0.5, 0.0, 0.0, colour="green")
    assert facts(camera, can, region, hand=body((0.5, 0.0, 0.026), 0.052)) == {"holding(red can)"}


@pytest.mark.parametrize(
    ("kind", "state", "fact"),
    [
        ("drawer", "open", {"open(drawer)"}),
        ("drawer", "closed", {"closed(drawer)"}),
        ("drawer", "ajar", set()),
        ("lamp", "lit", {"lit(lamp)"}),
        ("lamp", "unlit", set()),
    ],
)
def test_states_are_facts(camera: Camera, kind: str, state: str, fact: set[str]) -> None:
    assert facts(camera, fixture(kind, 0.5, 0.3, 0.01, state=state)) == {"hand empty()"} | fact


@pytest.mark.parametrize(("state", "x", "there"), [("swept", 0.5, True), ("spread", 0.5, False), ("swept", 0.7, False)])
def test_crumbs_are_in_the_tray_if_they_are_swept_into_it(camera: Camera, state: str, x: float, there: bool) -> None:
    found = facts(camera, fixture("tray", 0.5, 0.0, 0.0), fixture("crumbs", x, 0.0, 0.004, state=state))
    assert ("in(crumbs, tray)" in found) == there


def test_fixtures_and_crumbs_are_neither_held_nor_left_of_anything(camera: Camera) -> None:
    hand = body((0.5, 0.0, 0.02), 0.03)
    lot = [fixture(kind, 0.5, 0.1 * i, 0.02) for i, kind in enumerate(("button", "crumbs", "lamp", "tray", "drawer"))]
    assert facts(camera, *lot, hand=hand) == {"hand empty()"}
