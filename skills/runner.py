"""Carries out one skill call in closed loop: observe, act, limit, apply, until the policy or the clock says so."""

from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from grounding import Observation
from skills.action import Action, ActionChunk, EndEffectorTarget, JointTarget
from skills.errors import LibraryError
from skills.limits import Limit, apply_limits
from skills.ports import EmergencyStop, Episode, Policy, PolicyError, World
from skills.skill import SkillCall
from skills.watchdog import Watchdog
from skills.withdrawing import Withdrawal

Status = Literal["done", "timeout", "stopped", "error"]
PATIENCE = 10.0
"""Seconds of the wall clock within which a policy must give its next actions."""
PATIENCE_AT_START = 60.0
"""The same until the first actions are there, when models may have to be loaded; the robot stands still."""


@dataclass(frozen=True)
class Tick:
    """One control period."""

    observation: Observation
    """What was seen when the action was sent."""
    action: Action
    """What was sent, after the limits."""
    terminate: float
    """The policy's probability that the command has been carried out."""
    clipped: tuple[str, ...] = ()
    """The limits that changed the action."""
    attention: NDArray[np.float32] | None = field(default=None, compare=False)
    """Where the policy looked, of shape (h, w), or None."""
    attention_camera: str = "front"


@dataclass(frozen=True)
class Outcome:
    """How an attempt ended: what the policy and the runner believe, which a detector has yet to confirm."""

    status: Status
    reason: str
    seconds: float
    """World time that it took, in [s]."""
    ticks: int
    """Control periods."""
    evidence: Mapping[str, float] = field(default_factory=dict)
    """``terminate``: the policy's last probability; else, by name of a limit, how many actions it changed."""
    failure: str = ""
    """The sort of fault that ended it, in a word or two: ``limit`` (stopped for safety), ``action`` (no valid action),
    ``silent`` (no answer in time), ``policy`` (it raised), those of ``skills.remote``, or empty."""

    @property
    def clipped(self) -> dict[str, int]:
        """By name of a limit, how many actions it changed."""
        return {name: int(count) for name, count in self.evidence.items() if name != "terminate"}


@dataclass(frozen=True)
class Runner:
    """Runs skill calls in a world.

    A policy is asked anew when its chunk is used up, or after ``replan_every`` ticks. With limits in force the world is
    observed before every tick, since a limit must not judge by old measurements; without, only when the policy looks.
    """

    world: World
    limits: Sequence[Limit] = ()
    """The robot's limits; those of the skill come after them."""
    replan_every: int | None = None
    """How many actions of a chunk are executed, the rest being thrown away; None: all of them."""
    threshold: float = 0.8
    """The call ends when ``terminate`` exceeds this for two chunks in a row."""
    patience: float = PATIENCE
    """Seconds of the wall clock within which the policy must give its next actions, or the robot is stopped."""
    withdrawal: Withdrawal | None = None
    """Takes the hand out of sight when the policy is done or its time is up, so that what became of it can be seen."""

    def __post_init__(self) -> None:
        if not self.patience > 0:
            raise ValueError(f"patience must be more than 0 s, not {self.patience}")
        if self.replan_every is not None and self.replan_every < 1:
            raise ValueError(f"replan_every must be at least 1, not {self.replan_every}")

    def run(self, call: SkillCall, policy: Policy | None = None) -> Generator[Tick, None, Outcome]:
        """Carry out a call, tick by tick; the generator's return value is the outcome.

        The world is stopped on an emergency, on an error, and when the generator is closed before its end.

        Args:
            call: what to do; its skill gives the timeout and further limits.
            policy: who does it, if not the skill's own policy.

        Raises:
            LibraryError: neither a policy was given nor has the skill one.
        """
        policy = policy or call.skill.policy
        if policy is None:
            raise LibraryError(f"{call} cannot be carried out: skill {call.name!r} has no policy")
        attempt = _Attempt(replace(self, limits=(*self.limits, *call.skill.limits)), call, policy)
        try:
            outcome = yield from attempt.ticks()
            yield from attempt.withdrawn()
            return attempt.outcome(outcome.status, outcome.reason)
        except EmergencyStop as stop:
            self.world.stop()
            return attempt.outcome("stopped", str(stop), "limit")
        except PolicyError as error:
            self.world.stop()
            return attempt.outcome("error", str(error), error.kind)
        except Exception as error:  # a policy may fail in any way; the robot must stop in all of them
            self.world.stop()
            return attempt.outcome("error", f"{type(error).__name__}: {error}", "policy")
        except BaseException:
            self.world.stop()
            raise
        finally:
            attempt.close()

    def run_to_end(
        self, call: SkillCall, policy: Policy | None = None, on_tick: Callable[[Tick], None] | None = None
    ) -> Outcome:
        """Carry out a call and tell ``on_tick`` of every control period."""
        ticks = self.run(call, policy)
        try:
            while True:
                tick = next(ticks)
                if on_tick is not None:
                    on_tick(tick)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        finally:
            ticks.close()


class _Attempt:
    """The state of one run of a call."""

    def __init__(self, runner: Runner, call: SkillCall, policy: Policy) -> None:
        self.runner, self.call, self.policy = runner, call, policy
        self.begun: float | None = None
        self.now = 0.0
        self.count = 0
        self.terminate = 0.0
        self.sure = 0
        self.gripper: float | None = None
        self.clipped: Counter[str] = Counter()
        self.watchdog = Watchdog()
        self.episode: Episode | None = None

    def ticks(self) -> Generator[Tick, None, Outcome]:
        """Chunk after chunk."""
        self.episode = episode = self.watchdog.call(self._patience, self.policy.start, self.call.text)
        while True:
            observation = self._observe()
            if self._late():
                return self.outcome("timeout", f"not done within {self.call.skill.timeout:g} s")
            chunk = self._ask(episode, observation)
            if self.sure >= 2:
                return self.outcome("done", f"the policy is done (probability {chunk.terminate:.2f})")
            yield from self._execute(chunk, observation)

    def withdrawn(self) -> Generator[Tick, None, None]:
        """Out of sight; the fingers stay as they are."""
        way = self.runner.withdrawal
        if way is None or self.gripper is None:
            return
        for goal in way.goals(observation := self._observe()):
            for _ in range(way.ticks):
                action = way.towards(goal, observation, self.gripper)
                if action is None:
                    break
                yield self._apply(action, observation, None)
                observation = self._observe()

    def close(self) -> None:
        """Nobody is waited for: the robot has stopped already."""
        self.watchdog.close()
        close = getattr(self.episode, "close", None)
        if callable(close):
            with suppress(Exception):
                close()

    def outcome(self, status: Status, reason: str, failure: str = "") -> Outcome:
        """The attempt as it stands."""
        seconds = 0.0 if self.begun is None else self.now - self.begun
        evidence = {"terminate": self.terminate, **{name: float(n) for name, n in sorted(self.clipped.items())}}
        return Outcome(status, reason, seconds, self.count, evidence, failure)

    def _observe(self) -> Observation:
        observation = self.runner.world.observe()
        self.begun = observation.time if self.begun is None else self.begun
        self.now = observation.time
        return observation

    def _late(self) -> bool:
        return self.begun is not None and self.now - self.begun > self.call.skill.timeout - 1e-6

    @property
    def _patience(self) -> float:
        return self.runner.patience if self.count else max(self.runner.patience, PATIENCE_AT_START)

    def _ask(self, episode: Episode, observation: Observation) -> ActionChunk:
        chunk = _checked(self.watchdog.call(self._patience, episode.act, observation))
        self.terminate = float(chunk.terminate)
        self.sure = self.sure + 1 if self.terminate > self.runner.threshold else 0
        return chunk

    def _execute(self, chunk: ActionChunk, observation: Observation) -> Generator[Tick, None, None]:
        for i, action in enumerate(chunk.actions[: self.runner.replan_every]):
            if i and self._late():
                return
            if i and self.runner.limits:
                observation = self._observe()
            yield self._apply(_valid(action, observation), observation, chunk)

    def _apply(self, action: Action, observation: Observation, chunk: ActionChunk | None) -> Tick:
        """Move for one control period, of a chunk if a policy asks for it."""
        allowed, clipped = apply_limits(self.runner.limits, action, observation)
        self.runner.world.apply(allowed)
        self.count, self.gripper = self.count + 1, allowed.gripper
        self.now += self.runner.world.control_period
        self.clipped.update(clipped)
        looked = () if chunk is None else (chunk.attention, chunk.attention_camera)
        return Tick(observation, allowed, self.terminate, clipped, *looked)


def _checked(chunk: object) -> ActionChunk:
    """The chunk itself.

    Raises:
        PolicyError: it is none, is empty, or does not know whether the command has been carried out.
    """
    if not isinstance(chunk, ActionChunk):
        raise PolicyError(f"the policy gave {_kind(chunk)} instead of an ActionChunk", "action")
    if not chunk.actions:
        raise PolicyError("the policy gave an empty action chunk", "action")
    if not np.isfinite(chunk.terminate):
        raise PolicyError(f"the policy's terminate is {chunk.terminate}; it is a probability", "action")
    return chunk


def _valid(action: Action, observation: Observation) -> Action:
    """The action itself.

    Raises:
        PolicyError: it is none, or has a number that is not finite, no direction, or joints that the arm has not; such
            a target must never reach a robot.
    """
    if not isinstance(action, EndEffectorTarget | JointTarget):
        raise PolicyError(f"the policy gave {_kind(action)} instead of an action", "action")
    pose = (*action.position, *action.quaternion) if isinstance(action, EndEffectorTarget) else action.positions
    if not np.isfinite((*pose, action.gripper)).all():
        raise PolicyError(f"the policy asked for a target that is not finite: {action}", "action")
    if isinstance(action, EndEffectorTarget) and not np.linalg.norm(action.quaternion) > 0.1:
        raise PolicyError(f"the policy asked for a pose without a direction: {action}", "action")
    arm = len(observation.proprioception.joint_positions)
    if isinstance(action, JointTarget) and len(action.positions) != arm:
        raise PolicyError(f"the policy asked for {len(action.positions)} joints; the arm has {arm}", "action")
    return action


def _kind(thing: object) -> str:
    return "nothing" if thing is None else f"an object of type {type(thing).__name__}"
