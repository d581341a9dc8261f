"""Fixed routines: the hand glides from waypoint to waypoint, near things that are seen, and says what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grounding import Observation, Proprioception, Scene, SceneObject
from skills import EmergencyStop, EndEffectorTarget, LibraryError, Runner
from skills.action import Action
from skills.routine import LEAD, Routine, Waypoint

PERIOD = 0.1


class Hand:
    """A world in which the hand goes where it is told, at most 4 cm a control period."""

    control_period = PERIOD

    def __init__(self, reach: float = 0.04) -> None:
        self.reach, self.time, self.stopped = reach, 0.0, False
        self.place, self.turn, self.opening = np.array([0.4, 0.0, 0.3]), np.diag([1.0, -1.0, -1.0]), 0.08
        self.told: list[EndEffectorTarget] = []

    def observe(self) -> Observation:
        pose = np.eye(4)
        pose[:3, :3], pose[:3, 3] = self.turn, self.place
        return Observation({}, Proprioception(pose, self.opening, np.zeros(7), np.zeros(7)), self.time)

    def apply(self, action: Action) -> None:
        assert isinstance(action, EndEffectorTarget)
        self.told.append(action)
        step = np.subtract(action.position, self.place)
        self.place = self.place + step * min(1.0, self.reach / max(1e-9, float(np.linalg.norm(step))))
        self.opening = 0.08 * action.gripper
        self.time += PERIOD

    def stop(self) -> None:
        self.stopped = True

    def release(self) -> None:
        self.stopped = False


class Seeing:
    """A grounder that sees the same things always."""

    looks = 0

    def ground(self, observation: Observation) -> Scene:
        self.looks += 1
        return Scene((SceneObject("red block", "block", {}, (0.5, 0.2, 0.02)),))


WAVE = Routine.model_validate(
    {
        "template": "wave over the {object}",
        "waypoints": [
            {"position": [0, 0, 0.2], "relative_to": "{object}", "gripper": 0.0},
            {"position": [0, 0.1, 0.2], "relative_to": "{object}", "yaw": 0.5, "wait": 0.3},
            {"relative_to": "start", "gripper": 1.0},
        ],
    }
)


def test_the_hand_passes_every_waypoint() -> None:
    world, grounder = Hand(), Seeing()
    skill = WAVE.skill("wave", grounder, parameters={"object": "block"})
    outcome = Runner(world).run_to_end(skill.call(object="red block"))
    assert outcome.status == "done", outcome
    passed = np.array([target.position for target in world.told])
    for place in ((0.5, 0.2, 0.22), (0.5, 0.3, 0.22), (0.4, 0.0, 0.3)):
        assert np.linalg.norm(passed - place, axis=1).min() < 1e-6
    assert np.linalg.norm(np.diff(passed, axis=0), axis=1).max() <= 0.25 * PERIOD + 1e-9
    assert (world.told[0].gripper, world.told[-1].gripper) == (0.0, 1.0)
    turned = EndEffectorTarget.top_down((0, 0, 0), 0.5, 1.0).quaternion
    assert max(abs(np.dot(target.quaternion, turned)) for target in world.told) == pytest.approx(1.0)
    assert grounder.looks == 1


def test_the_target_waits_for_a_hand_that_is_held_up() -> None:
    world = Hand(reach=0.0)
    skill = WAVE.skill("wave", Seeing(), parameters={"object": "block"}, timeout=3.0)
    assert Runner(world).run_to_end(skill.call(object="red block")).status == "timeout"
    assert max(np.linalg.norm(np.subtract(t.position, world.place)) for t in world.told) <= LEAD + 0.03


def test_a_thing_that_is_not_seen_stops_the_routine() -> None:
    world = Hand()
    skill = WAVE.skill("wave", Seeing(), parameters={"object": "block"})
    outcome = Runner(world).run_to_end(skill.call(object="blue block"))
    assert (outcome.status, outcome.failure, outcome.ticks) == ("error", "policy", 0)
    assert outcome.reason == "the routine needs blue block; seen: red block"
    assert world.stopped


def test_a_routine_without_things_needs_no_grounder() -> None:
    rest = Routine(template="rest", waypoints=(Waypoint(position=(0.45, 0.0, 0.4)),))
    world = Hand()
    assert Runner(world).run_to_end(rest.skill("rest").call()).status == "done"
    assert world.place == pytest.approx((0.45, 0.0, 0.4), abs=0.016)
    with pytest.raises(LibraryError, match="the routine does 'rest', and not 'wave'"):
        rest.skill("rest").policy.start("wave")  # type: ignore[union-attr]


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "rest.yaml"
    file.write_text("template: rest\nwaypoints:\n  - {position: [0.45, 0, 0.4], speed: 0.1}\n")
    assert Routine.read(file).waypoints[0].speed == 0.1
    with pytest.raises(LibraryError, match=r"none\.yaml: .*No such file"):
        Routine.read(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("waypoints", "why"),
    [
        ([], "waypoints: Tuple should have at least 1 item"),
        ([{"position": [1, 2]}], "waypoints.0.position"),
        ([{"position": [0, 0, ".nan"]}], "waypoints.0.position.2"),
        ([{"gripper": 2}], "waypoints.0.gripper: Input should be less than or equal to 1"),
        ([{"speed": 0}], "waypoints.0.speed: Input should be greater than 0"),
        ([{"hight": 1}], "waypoints.0.hight: Extra inputs are not permitted"),
        ([{"relative_to": "{bowl}"}], r"waypoint 1 is relative to \{bowl\}; the template's fields: object"),
    ],
)
def test_a_file_that_is_wrong(tmp_path: Path, waypoints: Any, why: str) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(f"template: 'over the {{object}}'\nwaypoints: {waypoints!r}\n".replace("'.nan'", ".nan"))
    with pytest.raises(LibraryError, match=why):
        Routine.read(file)


@pytest.fixture
def table() -> Iterator[Any]:
    from simulation.world import make_world

    world = make_world("tabletop", "panda", 3, ("red block", "blue bowl"))
    yield world
    world.close()


@pytest.mark.slow
def test_a_routine_picks_up_a_block_that_it_sees(table: Any) -> None:
    """With the learned grounder, from pixels; the simulator says whether it worked."""
    above, at = (0.0, 0.0, 0.15), (0.0, 0.0, 0.0)
    routine = Routine(
        template="fetch the {object}",
        waypoints=(
            Waypoint(position=above, relative_to="{object}", yaw=0.0, gripper=1.0),
            Waypoint(position=at, relative_to="{object}", gripper=1.0, speed=0.1),
            Waypoint(position=at, relative_to="{object}", gripper=0.0, wait=0.8),
            Waypoint(position=above, relative_to="{object}", gripper=0.0),
        ),
    )
    skill = routine.skill("fetch", parameters={"object": "block"})
    outcome = Runner(table).run_to_end(skill.call(object="red block"))
    assert outcome.status == "done", outcome
    assert table.privileged.truth().held == "red block"


@pytest.mark.slow
def test_a_routine_keeps_the_robots_limits(table: Any) -> None:
    """Into the table, with a limit that stops."""

    class Low:
        def check(self, action: Action, observation: Observation) -> Action:
            if isinstance(action, EndEffectorTarget) and action.position[2] < 0.1:
                raise EmergencyStop("too low")
            return action

    dive = Routine(template="dive", waypoints=(Waypoint(position=(0.5, 0.0, -0.2)),)).skill("dive")
    outcome = Runner(table).run_to_end(replace(dive, limits=(Low(),)).call())
    assert (outcome.status, outcome.failure, outcome.reason) == ("stopped", "limit", "too low")
