"""One attempt of a demonstrator, watched closely: how far its targets lie, what they change, and what is true after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.attempts import Attempt, AttemptSpec
from evaluation.guarded import Guarded, WrongError
from grounding import Fact
from simulation.teaching import Teaching
from simulation.truth import Truth, meddled
from skills import EmergencyStop, EndEffectorTarget, Limit
from skills.conditions import canonical_facts, unmet
from skills.limits import apply_limits

SETTLE = 24
"""Physics steps between the end and the judgement."""


@dataclass(frozen=True)
class Showing:
    """What a demonstrator did."""

    seed: int
    kind: str
    command: str
    success: bool
    cause: str
    """Of a failure: ``time``, ``misjudged`` or ``fell``; else empty."""
    seconds: float
    longest_step: float
    """[m]."""
    fastest: float
    """[m/s]."""
    clipped: tuple[str, ...]
    """Limits that changed a target."""
    meddled: tuple[str, ...]
    facts: frozenset[Fact]
    """True in the end."""
    unseen: tuple[str, ...]
    """What keeps the contract's done condition from holding in the end."""
    state_hash: str


def shown(teaching: Teaching, kind: str, seed: int, robot: str, limits: Sequence[Limit], guarded: Guarded) -> Showing:
    """Let a demonstrator act in a drawn situation.

    Raises:
        WrongError: a function of the person's raises, loops or gives something else than it should.
    """
    attempt = AttemptSpec(seed, teaching.name, kind, robot=robot).build({teaching.name: teaching})
    try:
        return _Watched(attempt, seed, (*limits, *teaching.skill.limits), guarded).to_end()
    finally:
        attempt.world.close()


class _Watched:
    def __init__(self, attempt: Attempt, seed: int, limits: Sequence[Limit], guarded: Guarded) -> None:
        self.attempt, self.seed, self.limits, self.guarded = attempt, seed, limits, guarded
        self.world, self.teaching = attempt.world, attempt.teaching
        self.longest = self.fastest = 0.0
        self.clipped: dict[str, None] = {}

    def to_end(self) -> Showing:
        """Until it says done, or its time is over."""
        world, arguments = self.world, dict(self.attempt.call.arguments)
        before, done, ticks = world.privileged.truth(), False, 0
        for _ in range(int(self.teaching.skill.timeout / world.control_period)):
            action, done = self._advice(arguments)
            if done:
                break
            self._apply(action)
            ticks += 1
        world.advance(SETTLE)
        now = world.privileged.truth()
        success = bool(self.guarded("success", self.teaching.success, before, now, arguments))
        cause = "" if success else "fell" if _fell(now) else "misjudged" if done else "time"
        facts = canonical_facts(now.facts())
        return Showing(
            seed=self.seed,
            kind=self.attempt.kind,
            command=self.attempt.call.text,
            success=success and done,
            cause=cause or ("" if done else "time"),
            seconds=ticks * world.control_period,
            longest_step=self.longest,
            fastest=self.fastest,
            clipped=tuple(self.clipped),
            meddled=meddled(before, now, arguments),
            facts=facts,
            unseen=tuple(unmet(self.attempt.call.done_condition, facts)),
            state_hash=world.state_hash(),
        )

    def _advice(self, arguments: Mapping[str, str]) -> tuple[EndEffectorTarget, bool]:
        """The demonstrator's answer, asked twice.

        Raises:
            WrongError: it is no answer, or another one the second time.
        """
        truth = self.world.privileged.truth()
        first, again = (self.guarded("expert", self.teaching.expert, truth, arguments) for _ in range(2))
        if not isinstance(first, tuple) or len(first) != 2 or not isinstance(first[0], EndEffectorTarget):
            raise WrongError(
                f"expert gave {_kind(first)}",
                "return (EndEffectorTarget, done): the hand's target, and whether the command is carried out",
            )
        action, done = first
        if not np.isfinite((*action.position, *action.quaternion, action.gripper)).all():
            raise WrongError(f"expert asked for a target that is not finite: {action}", "look for a division by zero")
        if first != again:
            raise WrongError(
                "expert gave two answers to the same question",
                "it must depend on truth and arguments alone: no random numbers, no memory, no time",
            )
        return action, bool(done)

    def _apply(self, action: EndEffectorTarget) -> None:
        here = self.world.proprioception().tcp_position
        self.longest = max(self.longest, float(np.linalg.norm(np.subtract(action.position, here))))
        if self.limits:
            try:
                action_allowed, names = apply_limits(self.limits, action, self.world.observe(()))
            except EmergencyStop as stop:
                raise WrongError(f"seed {self.seed}: the robot was stopped: {stop}", "keep within the limits") from stop
            self.clipped |= dict.fromkeys(names)
            assert isinstance(action_allowed, EndEffectorTarget)
            action = action_allowed
        self.world.apply(action)
        moved = self.world.proprioception().tcp_position - here
        self.fastest = max(self.fastest, float(np.linalg.norm(moved)) / self.world.control_period)


def _fell(truth: Truth) -> bool:
    return any(not thing.upright or thing.position[2] < -0.02 for thing in truth.things if thing.id != truth.held)


def _kind(thing: object) -> str:
    if isinstance(thing, tuple):
        return f"a tuple of {', '.join(type(part).__name__ for part in thing) or 'nothing'}"
    return "nothing" if thing is None else f"an object of type {type(thing).__name__}"
