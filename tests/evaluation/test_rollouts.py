from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from evaluation.attempts import Attempt, AttemptSpec
from evaluation.disturbances import DisplaceOnApproach
from evaluation.oracle import Oracle, oracle_for
from evaluation.rollouts import rollout
from evaluation.situations import SKILLS, Situation, SituationSpec
from evaluation.storage import read_rollout, write_rollout
from grounding import Observation
from simulation.world import SimulatedWorld
from skills.action import ActionChunk, EndEffectorTarget


class Idle:
    """Does nothing and says at once that it is done; remembers what it was told."""

    def __init__(self) -> None:
        self.command = ""

    def start(self, command: str) -> "Idle":
        self.command = command
        return self

    def act(self, observation: Observation) -> ActionChunk:
        x, y, z = observation.proprioception.tcp_position.tolist()
        yaw, closed = observation.proprioception.tcp_yaw, observation.proprioception.gripper_opening < 0.06
        return ActionChunk((EndEffectorTarget.top_down((x, y, z), yaw, 0.0 if closed else 1.0),), 1.0)


@pytest.fixture
def situation(request: pytest.FixtureRequest) -> Iterator[Situation]:
    built = request.param.build()
    yield built
    built.world.close()


def spec(skill: str, kind: str = "clean", seed: int = 900_100) -> SituationSpec:
    return SituationSpec(seed, skill, kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("situation", [spec(skill) for skill in SKILLS], indirect=True)
def test_the_oracle_succeeds(situation: Situation) -> None:
    result = rollout(oracle_for(situation), situation)
    assert (result.success, result.wrong_object, result.outcome.status) == (True, False, "done")
    assert result.before.time < result.after.time
    assert result.seconds == pytest.approx(result.after.time - result.before.time)


@pytest.mark.parametrize("situation", [spec(skill) for skill in SKILLS], indirect=True)
def test_doing_nothing_fails(situation: Situation) -> None:
    result = rollout(Idle(), situation)
    assert (result.success, result.wrong_object, result.outcome.status) == (False, False, "done")


@pytest.mark.parametrize("situation", [spec("pick_up")], indirect=True)
def test_lifting_another_object_is_noticed(situation: Situation) -> None:
    truth = situation.world.privileged.truth()
    other = next(o.id for o in truth.objects if o.category == "block" and o.id != situation.target)
    result = rollout(Oracle(situation.world, "pick_up", {"object": other}), situation)
    assert (result.success, result.wrong_object) == (False, True)


@pytest.mark.parametrize("situation", [spec("put_in")], indirect=True)
def test_another_container_is_noticed(situation: Situation) -> None:
    truth = situation.world.privileged.truth()
    other = next(o.id for o in truth.objects if o.category == "bowl" and o.id != situation.target)
    wrong = Oracle(situation.world, "put_in", {**situation.arguments, "container": other})
    result = rollout(wrong, situation)
    assert (result.success, result.wrong_object) == (False, True)


@pytest.mark.parametrize("situation", [spec("pick_up", "already_held")], indirect=True)
def test_what_was_so_before_is_achieved_but_no_success(situation: Situation) -> None:
    result = rollout(Idle(), situation)
    assert (result.achieved, result.success, result.wrong_object) == (True, False, False)


@pytest.mark.parametrize("situation", [spec("pick_up", "object_absent")], indirect=True)
def test_an_absent_object_is_never_achieved(situation: Situation) -> None:
    assert not rollout(Idle(), situation).achieved


@pytest.mark.parametrize("situation", [spec("pick_up")], indirect=True)
def test_a_wording_reaches_the_policy(situation: Situation) -> None:
    policy = Idle()
    result = rollout(policy, situation, wording="grab the {object}", record=True)
    assert policy.command == result.command == f"grab the {situation.target}"
    assert len(result.recorded) == result.ticks >= 1


@pytest.mark.parametrize("situation", [spec("pick_up"), spec("put_in"), spec("put_on")], indirect=True)
def test_a_thing_is_displaced_once_and_the_oracle_follows(situation: Situation) -> None:
    before = situation.world.privileged.truth()[situation.target].position
    moves: list[float] = []

    class Watched(DisplaceOnApproach):
        def __call__(self, world: object) -> None:
            happened = self.happened
            super().__call__(situation.world)
            if self.happened and not happened:
                now = situation.world.privileged.truth()[situation.target].position
                moves.append(float(np.hypot(now[0] - before[0], now[1] - before[1])))

    result = rollout(oracle_for(situation), situation, disturbance=Watched(situation.target, np.random.default_rng(0)))
    assert moves == [pytest.approx(0.05, abs=0.002)]
    assert result.success


@pytest.mark.parametrize("situation", [spec("put_on")], indirect=True)
def test_a_rollout_is_read_as_it_was_written(situation: Situation, tmp_path: Path) -> None:
    written = rollout(Idle(), situation)
    write_rollout(tmp_path / "new" / "one.npz", written)
    read = read_rollout(tmp_path / "new" / "one.npz")
    names = ("skill", "arguments", "command", "kind", "feasible", "achieved", "wrong_object", "outcome")
    assert [getattr(read, name) for name in names] == [getattr(written, name) for name in names]
    for name in ("front", "wrist"):
        np.testing.assert_array_equal(read.after.images[name].rgb, written.after.images[name].rgb)
        np.testing.assert_array_equal(read.after.images[name].points(), written.after.images[name].points())
    body, kept = written.before.proprioception, read.before.proprioception
    np.testing.assert_array_equal(kept.T_base_tcp, body.T_base_tcp)
    assert (kept.gripper_opening, kept.gripper_force) == (body.gripper_opening, body.gripper_force)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["one.npz"]


@pytest.fixture
def attempt(request: pytest.FixtureRequest) -> Iterator[Attempt]:
    built = request.param.build()
    yield built
    built.world.close()


@pytest.mark.parametrize("attempt", [AttemptSpec(900_002, "press")], indirect=True)
def test_what_is_taught_is_judged_by_its_teaching(attempt: Attempt) -> None:
    result = rollout(oracle_for(attempt), attempt)
    assert (result.success, result.wrong_object, result.meddled, result.held_before) == (True, False, (), False)
    assert result.swept is None


@pytest.mark.parametrize("attempt", [AttemptSpec(900_002, "close_drawer", "already_closed")], indirect=True)
def test_a_drawer_that_was_closed_before_is_no_success(attempt: Attempt) -> None:
    result = rollout(Idle(), attempt)
    assert (result.achieved, result.success, result.held_before) == (True, False, True)


@pytest.mark.parametrize("attempt", [AttemptSpec(900_002, "pick_up", "object_absent")], indirect=True)
def test_what_is_not_there_is_never_picked_up(attempt: Attempt) -> None:
    assert not rollout(Idle(), attempt).achieved


@pytest.mark.parametrize("attempt", [AttemptSpec(900_002, "open_drawer")], indirect=True)
def test_what_was_moved_though_nobody_spoke_of_it_is_told(attempt: Attempt, tmp_path: Path) -> None:
    truth = attempt.world.privileged.truth()
    thing = next(thing for thing in truth.things if not truth.within(thing, truth.fixture("drawer")))

    def shove(world: SimulatedWorld) -> None:
        world.privileged.displace(thing.id, (0.05, 0.0))

    write_rollout(tmp_path / "one.npz", rollout(Idle(), attempt, disturbance=shove))
    read = read_rollout(tmp_path / "one.npz")
    assert (read.success, read.wrong_object, read.meddled) == (False, True, (thing.id,))


@pytest.mark.slow
@pytest.mark.parametrize("attempt", [AttemptSpec(900_001, "sweep")], indirect=True)
def test_the_share_of_the_crumbs_that_were_swept_is_told(attempt: Attempt) -> None:
    result = rollout(oracle_for(attempt), attempt)
    assert result.success and result.swept is not None and result.swept >= 0.9
