"""One attempt at a command in a situation, judged by the simulator's truth."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from evaluation.attempts import Attempt
from evaluation.disturbances import Disturbance
from evaluation.situations import Situation
from grounding import Observation
from simulation.teaching import Teaching
from simulation.truth import CRUMBS, Truth, meddled, succeeded
from skills import Outcome, Runner, Skill, SkillCall, Tick
from skills.ports import Policy, World
from skills.withdrawing import Withdrawal

PATIENCE = 300.0
"""Seconds of the wall clock that a policy may think: the simulated world stands still meanwhile, and how busy a
machine is must not decide what becomes of an attempt."""
SETTLING_STEPS = 120
"""Physics steps that pass after an attempt, half a second, before the truth is asked."""
_LIFTED = 0.03


Trial = Situation | Attempt
"""A world that is ready for a command, of the plain table-top's three skills or of any skill that is taught."""
PolicyFactory = Callable[[Trial], Policy]
"""Gives the policy for a trial; a module-level function, so that other processes can call it too."""


@dataclass(frozen=True)
class Rollout:
    """What became of one attempt."""

    skill: str
    arguments: Mapping[str, str]
    command: str
    """As it was given to the policy."""
    kind: str
    feasible: bool
    achieved: bool
    """Whether the command's result holds in the end, by the simulator's truth."""
    wrong_object: bool
    """Something was moved that the command does not name: on the plain table-top a pick that lifted another object or
    a put that ended in or on another thing, of any skill that is taught whatever ``meddled`` finds."""
    outcome: Outcome
    """What the runner and the policy believe."""
    before: Observation
    after: Observation
    """When the attempt had ended and the hand had withdrawn, as a robot would see it."""
    recorded: tuple[Tick, ...] = field(default=(), repr=False)
    """Every control period, if asked for."""
    meddled: tuple[str, ...] = ()
    """Ids of what was moved or switched although the command does not name it, of a skill that is taught."""
    swept: float | None = None
    """Share of the crumbs that lie in the command's tray in the end; None where there is nothing to sweep."""

    held: bool = False
    """Whether the result of a skill that is taught held before anything was done."""

    @property
    def held_before(self) -> bool:
        """Whether the command's result held from the beginning."""
        return self.held or self.kind == "already_held"

    @property
    def success(self) -> bool:
        """Achieved, from a situation in which nothing forbade it."""
        return self.feasible and self.achieved

    @property
    def seconds(self) -> float:
        """World time that the attempt took, [s]."""
        return self.outcome.seconds

    @property
    def ticks(self) -> int:
        """Control periods."""
        return self.outcome.ticks


def rollout(
    policy: Policy,
    situation: Trial,
    *,
    max_seconds: float | None = None,
    disturbance: Disturbance | None = None,
    wording: str | None = None,
    record: bool = False,
    through: World | None = None,
) -> Rollout:
    """Let a policy carry out a situation's command, then ask the truth.

    The world is left as it is in the end, half a second later.

    Args:
        policy: who does it.
        situation: where; it is used up.
        max_seconds: world time allowed, [s]; that of the skill if not given.
        disturbance: what happens meanwhile.
        wording: a template such as ``grab the {object}``, instead of the canonical one.
        record: keep every control period.
        through: the situation's world as the policy gets at it, e.g. one that writes down what is done.
    """
    world, watch = situation.world, _Watch(situation, disturbance, record)
    call = replace(situation.call, skill=_changed(situation, max_seconds, wording))
    before = world.observe()
    runner = Runner(through or world, patience=PATIENCE, withdrawal=Withdrawal(world.robot.waits))
    outcome = runner.run_to_end(call, policy, watch)
    after = world.observe()
    world.release()
    world.advance(SETTLING_STEPS)
    truth = world.privileged.truth()
    kept = (call.name, call.arguments, call.text, situation.kind, situation.feasible)
    seen = (outcome, before, after, tuple(watch.recorded))
    if isinstance(situation, Attempt):
        touched = meddled(watch.start, truth, call.arguments)
        achieved = accomplished(situation.teaching, call.arguments, watch.start, truth)
        held = accomplished(situation.teaching, call.arguments, watch.start, watch.start)
        return Rollout(*kept, achieved, bool(touched), *seen, touched, _swept(call, truth), held)
    achieved = _achieved(call, truth)
    return Rollout(*kept, achieved, not achieved and watch.wrong_object(truth), *seen)


def accomplished(teaching: Teaching, arguments: Mapping[str, str], before: Truth, now: Truth) -> bool:
    """Whether a command has been carried out, by its teaching; never one about things that are not there."""
    there = all(before.has(id) and now.has(id) for id in arguments.values())
    return there and teaching.success(before, now, arguments)


def _achieved(call: SkillCall, truth: Truth) -> bool:
    there = {thing.id for thing in truth.objects}
    return set(call.arguments.values()) <= there and succeeded(call.name, call.arguments, truth)


def _swept(call: SkillCall, truth: Truth) -> float | None:
    trays = [tray for tray in truth.of_kind("tray") if tray.id in call.arguments.values()]
    asked = CRUMBS in call.arguments.values() and truth.crumbs
    return truth.share_swept(trays[0]) if trays and asked else None


def _changed(situation: Trial, max_seconds: float | None, wording: str | None) -> Skill:
    """The situation's skill with another timeout or another wording."""
    skill = situation.call.skill
    return replace(skill, timeout=max_seconds or skill.timeout, template=wording or skill.template)


class _Watch:
    """Follows an attempt with privileged eyes."""

    def __init__(self, situation: Trial, disturbance: Disturbance | None, record: bool) -> None:
        self.situation, self.disturbance, self.record = situation, disturbance, record
        self.recorded: list[Tick] = []
        self.start = situation.world.privileged.truth()
        self.highest = {thing.id: thing.position[2] for thing in self.start.objects}

    def __call__(self, tick: Tick) -> None:
        """After each control period."""
        if self.record:
            self.recorded.append(tick)
        if self.disturbance is not None:
            self.disturbance(self.situation.world)
        if isinstance(self.situation, Situation) and self.situation.skill == "pick_up":
            self._note_heights(self.situation.world.privileged.truth())

    def wrong_object(self, truth: Truth) -> bool:
        """Whether another object was lifted (pick), or the object ended in or on another thing (puts)."""
        wanted = self.situation.arguments["object"]
        if self.situation.skill == "pick_up":
            self._note_heights(truth)
            lifted = {o.id for o in self.start.objects if self.highest[o.id] > o.position[2] + _LIFTED}
            return bool(lifted - {wanted}) or truth.held not in (None, wanted, self.start.held)
        return bool(_places(truth, wanted) - _places(self.start, wanted) - {self.situation.target})

    def _note_heights(self, truth: Truth) -> None:
        for thing in truth.objects:
            self.highest[thing.id] = max(self.highest[thing.id], thing.position[2])


def _places(truth: Truth, id: str) -> set[str]:
    """What a thing lies in or on."""
    return {fact.arguments[1] for fact in truth.facts() if fact.predicate in ("in", "on") and fact.arguments[0] == id}
