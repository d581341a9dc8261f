"""The runner: how attempts end, what is sent to the world, and that it is stopped when it must be."""

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from grounding import Observation
from skills import (
    ActionChunk,
    EmergencyStop,
    EndEffectorTarget,
    JointTarget,
    LibraryError,
    Outcome,
    PolicyError,
    Runner,
    Skill,
    SkillCall,
    StepLimit,
    Tick,
    WorkspaceLimit,
    runner,
)
from skills.fake import FakeObservation, FakeWorld

PUSH = Skill(name="push", template="push", timeout=3.0)
HERE = EndEffectorTarget.top_down((0.0, 0.0, 0.0), 0.0, 1.0)


class Scripted:
    """A policy whose chunks end with these probabilities, the last one for ever."""

    def __init__(self, terminate: Sequence[float], actions: Sequence[EndEffectorTarget] = (HERE,)) -> None:
        self.terminate, self.actions = list(terminate), tuple(actions)
        self.asked: list[float] = []

    def start(self, command: str) -> "Scripted":
        self.command = command
        return self

    def act(self, observation: Observation) -> ActionChunk:
        self.asked.append(observation.time)
        terminate = self.terminate.pop(0) if len(self.terminate) > 1 else self.terminate[0]
        return ActionChunk(self.actions, terminate)


class Counting(FakeWorld):
    """Counts how often it is observed."""

    observed = 0

    def observe(self) -> FakeObservation:
        self.observed += 1
        return super().observe()


@pytest.fixture
def world() -> Counting:
    return Counting.of({}, [], control_period=0.5)


@pytest.fixture
def call() -> SkillCall:
    return PUSH.call()


def test_it_ends_when_the_policy_is_sure_twice_in_a_row(world: Counting, call: SkillCall) -> None:
    policy = Scripted([0.9, 0.1, 0.85, 0.9])
    outcome = Runner(world).run_to_end(call, policy)
    assert outcome == Outcome("done", "the policy is done (probability 0.90)", 1.5, 3, {"terminate": 0.9})
    assert policy.command == "push" and len(world.applied) == 3
    assert not world.stopped


def test_the_first_actions_of_each_chunk_are_executed(world: Counting, call: SkillCall) -> None:
    marks = [replace(HERE, gripper=i / 4) for i in range(4)]
    policy = Scripted([0.0, 0.9, 0.9], marks)
    Runner(world, replan_every=2).run_to_end(call, policy)
    assert [action.gripper for action in world.applied] == [0.0, 0.25, 0.0, 0.25]
    assert policy.asked == [0.0, 1.0, 2.0]
    Runner(world).run_to_end(replace(PUSH, timeout=9.0).call(), Scripted([0.0, 0.9, 0.9], marks))
    assert [action.gripper for action in world.applied[4:]] == [0.0, 0.25, 0.5, 0.75] * 2


def test_limits_see_a_new_observation_at_every_tick(world: Counting, call: SkillCall) -> None:
    Runner(world, replan_every=4).run_to_end(call, Scripted([0.0, 0.9, 0.9], [HERE] * 4))
    assert world.observed == 3
    world.observed = 0
    Runner(world, [StepLimit(0.1)], replan_every=4).run_to_end(call, Scripted([0.9], [HERE] * 4))
    assert world.observed == 1 + 4


def test_it_ends_at_the_timeout_of_the_skill(world: Counting, call: SkillCall) -> None:
    outcome = Runner(world).run_to_end(call, Scripted([0.2]))
    assert (outcome.status, outcome.seconds, outcome.ticks) == ("timeout", 3.0, 6)
    assert outcome.reason == "not done within 3 s"


def test_every_tick_is_told_with_what_was_sent(world: Counting) -> None:
    call = replace(PUSH, limits=(StepLimit(0.1),)).call()
    far = EndEffectorTarget.top_down((9.0, 0.0, 0.0), 0.0, 1.0)
    ticks: list[Tick] = []
    limits = [WorkspaceLimit((-1, -1, -1), (1, 1, 1))]
    outcome = Runner(world, limits).run_to_end(call, Scripted([0.0, 0.9], [far]), ticks.append)
    assert [tick.action for tick in ticks] == world.applied
    assert [tick.observation.time for tick in ticks] == [0.0, 0.5]
    assert ticks[0].action.position == pytest.approx((0.1, 0.0, 0.0))
    assert ticks[0].clipped == ("WorkspaceLimit", "StepLimit")
    assert outcome.evidence == {"terminate": 0.9, "StepLimit": 2.0, "WorkspaceLimit": 2.0}
    assert outcome.clipped == {"StepLimit": 2, "WorkspaceLimit": 2}


def test_a_policy_that_fails_stops_the_world(world: Counting, call: SkillCall) -> None:
    outcome = Runner(world).run_to_end(call, Scripted([0.0], []))
    assert (outcome.status, outcome.reason) == ("error", "the policy gave an empty action chunk")
    assert world.stopped
    assert Runner(world).run_to_end(call, Scripted([0.0])).status == "stopped"  # until it is released
    world.release()
    assert Runner(world).run_to_end(call, Scripted([0.9])).status == "done"


def test_a_target_that_is_not_finite_never_reaches_the_world(world: Counting, call: SkillCall) -> None:
    bad = EndEffectorTarget.top_down((float("nan"), 0.0, 0.0), 0.0, 1.0)
    outcome = Runner(world, replan_every=1).run_to_end(call, Scripted([0.0], [HERE, bad]))
    assert (outcome.status, outcome.ticks) == ("timeout", 6)
    outcome = Runner(world).run_to_end(call, Scripted([0.0], [HERE, bad]))
    assert (outcome.status, outcome.ticks) == ("error", 1)
    assert "not finite" in outcome.reason and world.stopped
    assert all(np.isfinite(action.position).all() for action in world.applied)


HAND = (0.0, 0.0, 0.0, 1.0)
UNFIT = [
    (None, "gave nothing instead of an ActionChunk"),
    ({"actions": [[0.0] * 7]}, "gave an object of type dict instead of an ActionChunk"),
    (ActionChunk((HERE,), float("nan")), "terminate is nan"),
    (ActionChunk(([0.1, 0.2, 0.3],), 0.0), "gave an object of type list instead of an action"),  # type: ignore[arg-type]
    (ActionChunk((EndEffectorTarget((0, 0, 0), (0, 0, 0, 0), 1.0),), 0.0), "without a direction"),
    (ActionChunk((EndEffectorTarget((0, 0, 0), HAND, float("inf")),), 0.0), "not finite"),
    (ActionChunk((JointTarget((0.0,) * 6, 1.0),), 0.0), "asked for 6 joints; the arm has 7"),
    (ActionChunk((JointTarget((float("nan"),) * 7, 1.0),), 0.0), "not finite"),
]


@pytest.mark.parametrize(("given", "why"), UNFIT)
def test_what_is_no_valid_action_stops_the_world(world: Counting, call: SkillCall, given: Any, why: str) -> None:
    class Unfit(Scripted):
        def act(self, observation: Observation) -> ActionChunk:
            return given

    outcome = Runner(world).run_to_end(call, Unfit([0.0]))
    assert (outcome.status, outcome.failure, outcome.ticks) == ("error", "action", 0)
    assert why in outcome.reason
    assert world.stopped and not world.applied


class Stubborn:
    """A policy that never comes back from ``start`` or ``act``, by computing for ever or by waiting."""

    def __init__(self, waits: bool) -> None:
        self.waits, self.ended, self.closed = waits, threading.Event(), False

    def start(self, command: str) -> "Stubborn":
        return self

    def act(self, observation: Observation) -> ActionChunk:
        try:
            while not self.waits:
                pass
            time.sleep(0.3)
        finally:
            self.ended.set()
        return ActionChunk((HERE,), 0.0)

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("waits", [False, True])
def test_a_policy_that_never_answers_is_given_up(
    world: Counting, call: SkillCall, waits: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "PATIENCE_AT_START", 0.05)
    policy = Stubborn(waits)
    outcome = Runner(world, patience=0.05).run_to_end(call, policy)
    assert (outcome.status, outcome.failure) == ("error", "silent")
    assert outcome.reason == "the policy did not answer within 0.05 s"
    assert world.stopped and not world.applied and policy.closed
    assert policy.ended.wait(10), "the loop goes on for ever"


def test_a_policy_that_falls_silent_in_the_middle_has_less_time(world: Counting, call: SkillCall) -> None:
    class Tiring(Scripted):
        def act(self, observation: Observation) -> ActionChunk:
            time.sleep(0.2)  # too long, but for the first time
            return super().act(observation)

    outcome = Runner(world, patience=0.05).run_to_end(call, Tiring([0.0]))
    assert (outcome.failure, outcome.ticks) == ("silent", 1)


def test_a_policy_that_cannot_begin_is_given_up(
    world: Counting, call: SkillCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "PATIENCE_AT_START", 0.05)

    class Slow(Scripted):
        def start(self, command: str) -> "Slow":
            time.sleep(0.3)
            return self

    outcome = Runner(world, patience=0.05).run_to_end(call, Slow([0.0]))
    assert (outcome.failure, outcome.seconds) == ("silent", 0.0)


def test_a_fault_of_a_policy_is_named(world: Counting, call: SkillCall) -> None:
    class Broken(Scripted):
        def act(self, observation: Observation) -> ActionChunk:
            raise self.error

    policy = Broken([0.0])
    policy.error = KeyError("front")
    outcome = Runner(world).run_to_end(call, policy)
    assert (outcome.reason, outcome.failure) == ("KeyError: 'front'", "policy")
    world.release()
    policy.error = PolicyError("the line is dead", "server gone")
    outcome = Runner(world).run_to_end(call, policy)
    assert (outcome.status, outcome.reason, outcome.failure) == ("error", "the line is dead", "server gone")


def test_a_chunk_longer_than_the_timeout_is_cut_off(world: Counting, call: SkillCall) -> None:
    outcome = Runner(world).run_to_end(call, Scripted([0.0], [HERE] * 1000))
    assert (outcome.status, outcome.ticks) == ("timeout", 6)


def test_an_emergency_stops_the_world(world: Counting) -> None:
    class Tripped:
        def check(self, action: EndEffectorTarget, observation: Observation) -> EndEffectorTarget:
            if observation.time >= 1.0:
                raise EmergencyStop("too hot")
            return action

    call = replace(PUSH, limits=(Tripped(),)).call()
    outcome = Runner(world).run_to_end(call, Scripted([0.0]))
    assert (outcome.status, outcome.reason, outcome.ticks, outcome.seconds) == ("stopped", "too hot", 2, 1.0)
    assert outcome.failure == "limit"
    assert world.stopped


def test_leaving_a_run_early_stops_the_world(world: Counting, call: SkillCall) -> None:
    ticks = Runner(world).run(call, Scripted([0.0]))
    next(ticks)
    ticks.close()
    assert world.stopped

    def interrupt(tick: Tick) -> None:
        raise KeyboardInterrupt

    world.release()
    with pytest.raises(KeyboardInterrupt):
        Runner(world).run_to_end(call, Scripted([0.0]), interrupt)
    assert world.stopped


def test_the_skill_brings_its_own_policy_or_one_must_be_given(world: Counting, call: SkillCall) -> None:
    policy = Scripted([0.9])
    assert Runner(world).run_to_end(replace(PUSH, policy=policy).call()).status == "done"
    with pytest.raises(LibraryError, match=r"push\(\) cannot be carried out: skill 'push' has no policy"):
        Runner(world).run_to_end(call)
    with pytest.raises(ValueError, match="patience must be more than 0 s, not 0"):
        Runner(world, patience=0)
    with pytest.raises(ValueError, match="replan_every must be at least 1, not 0"):
        Runner(world, replan_every=0)
