"""Makes training data for value functions and detectors: what became of the policy's own attempts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from affordances.training import MAX_COMMANDS, Labelled, outcome_row
from evaluation.collecting import Shard
from evaluation.rollouts import rollout
from evaluation.situations import (
    EVALUATION_SEED,
    FEASIBLE_KINDS,
    HELD_OUT,
    INFEASIBLE_KINDS,
    SKILLS,
    Kind,
    Situation,
    SituationSpec,
    check_training_seed,
    is_feasible,
)
from grounding import Observation
from grounding.frames import ShardWriter
from simulation.shapes import CATEGORIES, COLOURS
from simulation.truth import Truth, succeeded
from simulation.world import SimulatedWorld
from skills import SkillCall, SkillLibrary
from skills.action import ActionChunk, EndEffectorTarget
from skills.builtin import tabletop_library
from skills.ports import Episode, Policy

FEASIBLE_SHARE = (0.3, 0.25, 0.25)
"""Of clean, cluttered and near-miss situations; the rest are infeasible."""
SECONDS = 7.0
"""World time for an attempt, [s]."""
ABSENT = 8
"""Commands about things that are not there, in each row."""


@dataclass
class _Moment:
    """Looks once, after some control periods: a rollout's disturbance that disturbs nothing."""

    tick: int
    seen: tuple[Observation, Truth] | None = None
    passed: int = 0

    def __call__(self, world: SimulatedWorld) -> None:
        self.passed += 1
        if self.passed == self.tick:
            self.seen = world.observe(), world.privileged.truth()


@dataclass(frozen=True)
class Clumsy:
    """A policy with shaking hands: fails in ways that a success detector must see."""

    policy: Policy
    rng: np.random.Generator = field(compare=False)
    noise: float = 0.025
    """Standard deviation of each action's position, [m]."""

    def start(self, command: str) -> Episode:
        """Begin a command."""
        return _ClumsyEpisode(self.policy.start(command), self)


@dataclass(frozen=True)
class _ClumsyEpisode:
    episode: Episode
    owner: Clumsy

    def act(self, observation: Observation) -> ActionChunk:
        chunk = self.episode.act(observation)
        shake = self.owner.rng.normal(0, self.owner.noise, (len(chunk.actions), 3))
        pairs = zip(chunk.actions, shake, strict=True)
        return ActionChunk(tuple(_shaken(action, push) for action, push in pairs), chunk.terminate)


def _shaken(action: object, push: NDArray[np.float64]) -> EndEffectorTarget:
    assert isinstance(action, EndEffectorTarget)
    x, y, z = np.add(action.position, push).tolist()
    return EndEffectorTarget((x, y, max(z, 0.012)), action.quaternion, action.gripper)


def collect_outcomes(shard: Shard, policy: Policy, clumsy_share: float = 0.15) -> int:
    """Attempts in all kinds of situations; two rows each: how it ended, and a moment on the way. Rows written."""
    rng, writer = np.random.default_rng(check_training_seed(shard.seed)), ShardWriter(shard.folder)
    if shard.folder.exists():
        writer.tidy()
        return 0
    for episode in writer.episodes(shard.episodes, rng):
        skill = SKILLS[episode % len(SKILLS)]
        situation = SituationSpec(int(rng.integers(EVALUATION_SEED)), skill, _kind(skill, rng)).build()
        clumsy = bool(rng.random() < clumsy_share)
        for row in _attempt(situation, Clumsy(policy, rng) if clumsy else policy, rng, clumsy):
            writer.add(row)
        situation.world.close()
    writer.close()
    return len(writer)


def _kind(skill: str, rng: np.random.Generator) -> Kind:
    if rng.random() < sum(FEASIBLE_SHARE):
        share = np.array(FEASIBLE_SHARE)
        return FEASIBLE_KINDS[int(rng.choice(len(share), p=share / share.sum()))]
    kinds = INFEASIBLE_KINDS[skill]
    return kinds[int(rng.integers(len(kinds)))]


def _attempt(situation: Situation, policy: Policy, rng: np.random.Generator, clumsy: bool) -> list[dict[str, NDArray]]:
    start = situation.world.privileged.truth()
    moment = _Moment(int(rng.integers(3, 50)))
    result = rollout(policy, situation, max_seconds=SECONDS, disturbance=moment)
    calls = [situation.call, *_others(start, situation, rng)]
    end = situation.world.privileged.truth()
    rows = [outcome_row(result.before, result.after, [_label(call, start, end) for call in calls], True, clumsy)]
    if moment.seen is not None:
        seen, truth = moment.seen
        rows.append(outcome_row(result.before, seen, [_label(call, start, truth) for call in calls], False, clumsy))
    return rows


def _others(truth: Truth, situation: Situation, rng: np.random.Generator) -> list[SkillCall]:
    """Other commands, in random order: those that the scene allows, and some about things that are not there."""
    library = tabletop_library()
    there = [thing.id for thing in truth.objects]
    calls = [call for skill in SKILLS for call in _calls(library, skill, there)]
    absent = [f"{c} {k}" for c in COLOURS for k in CATEGORIES if (c, k) not in HELD_OUT and f"{c} {k}" not in there]
    picked = [str(name) for name in rng.choice(absent, 3, replace=False)]
    missing = [c for s in SKILLS for c in _calls(library, s, there + picked) if set(c.arguments.values()) & set(picked)]
    chosen = [missing[i] for i in rng.permutation(len(missing))[:ABSENT]]
    chosen += [calls[i] for i in rng.permutation(len(calls))]
    return [call for call in chosen if call != situation.call][: MAX_COMMANDS - 1]


def _calls(library: SkillLibrary, skill: str, ids: Sequence[str]) -> list[SkillCall]:
    """Every type-correct command of a skill over some ids."""
    names = list(library[skill].parameters)
    fitting = {
        name: [id for id in ids if library[skill].parameters[name] in library.types_of(id.split()[1])] for name in names
    }
    calls: list[Mapping[str, str]] = [{}]
    for name in names:
        calls = [{**call, name: id} for call in calls for id in fitting[name] if id not in call.values()]
    return [library[skill].call(**call) for call in calls]


def _label(call: SkillCall, start: Truth, end: Truth) -> Labelled:
    there = {thing.id for thing in end.objects}
    achieved = set(call.arguments.values()) <= there and succeeded(call.name, call.arguments, end)
    return Labelled(call.name, call.arguments, is_feasible(start, call) is not False, achieved)
