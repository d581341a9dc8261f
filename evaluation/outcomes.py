"""Makes training data for value functions and detectors: what became of the policy's own attempts at any skills."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from affordances.outcomes import MAX_COMMANDS, Labelled, outcome_row
from evaluation import arrangement
from evaluation.attempts import Attempt, AttemptSpec
from evaluation.collecting import Shard, feasible_kind
from evaluation.rollouts import accomplished, rollout
from evaluation.situations import EVALUATION_SEED, check_training_seed
from grounding import Observation
from grounding.frames import ShardWriter
from simulation.lessons import curriculum
from simulation.scene import CRUMBS
from simulation.shapes import SHAPES
from simulation.teaching import Stock, Teaching
from simulation.truth import Truth
from simulation.world import SimulatedWorld
from skills.action import ActionChunk, EndEffectorTarget
from skills.ports import Episode, Policy

FEASIBLE_SHARE = 0.75
"""Of the attempts that begin where nothing forbids success."""
EARLIEST = 3
"""Control periods before the moment on the way, at least."""
LATEST = 0.7
"""Share of the longest attempt before the moment on the way, at most."""
ABSENT = 10
"""Commands about things that are not there, in each row, at most."""
MISSING = (3, 1, 2)
"""How many things, regions, and other fixtures that are not there such commands name."""


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
    teachings = shard.teachings()
    for episode in writer.episodes(shard.episodes, rng):
        teaching = list(teachings.values())[episode % len(teachings)]
        seed, kind = int(rng.integers(EVALUATION_SEED)), _kind(teaching, rng)
        near = bool(rng.random() < shard.near)
        attempt = AttemptSpec(seed, teaching.name, kind, shard.stock, shard.robot, near=near).build(teachings)
        clumsy = bool(rng.random() < clumsy_share)
        others = Others(teachings, shard.stock, attempt, rng)
        for row in _attempt(attempt, Clumsy(policy, rng) if clumsy else policy, others, rng, clumsy):
            writer.add(row)
        attempt.world.close()
    writer.close()
    return len(writer)


def _kind(teaching: Teaching, rng: np.random.Generator) -> str:
    if not teaching.infeasible or rng.random() < FEASIBLE_SHARE:
        return feasible_kind(teaching, rng)
    return teaching.infeasible[int(rng.integers(len(teaching.infeasible)))]


def _attempt(
    attempt: Attempt, policy: Policy, others: "Others", rng: np.random.Generator, clumsy: bool
) -> list[dict[str, NDArray]]:
    teaching, world = attempt.teaching, attempt.world
    start, commands = world.privileged.truth(), others.drawn()
    seconds = teaching.skill.timeout
    moment = _Moment(int(rng.integers(EARLIEST, max(EARLIEST + 1, int(LATEST * seconds / world.control_period)))))
    result = rollout(policy, attempt, disturbance=moment)
    own = Command(teaching, attempt.arguments)

    def labels(now: Truth) -> list[Labelled]:
        return [command.label(start, now) for command in (own, *commands)]

    rows = [outcome_row(result.before, result.after, labels(world.privileged.truth()), True, clumsy)]
    if moment.seen is not None:
        seen, truth = moment.seen
        rows.append(outcome_row(result.before, seen, labels(truth), False, clumsy))
    return rows


@dataclass(frozen=True)
class Command:
    """Something that could be asked for."""

    teaching: Teaching
    arguments: Mapping[str, str]

    def possible(self, truth: Truth) -> bool:
        """Whether nothing forbids it, reach included; what lies at the edge of reach counts as possible."""
        if not self.teaching.feasible(truth, self.arguments):
            return False
        target = self.teaching.target(self.arguments)
        things = [thing for thing in truth.things if thing.id == target]
        return all(arrangement.reachable(thing.category, thing.position) is not False for thing in things)

    def label(self, start: Truth, now: Truth) -> Labelled:
        """What is known of it after an attempt at this command or another."""
        achieved = accomplished(self.teaching, self.arguments, start, now)
        return Labelled(self.teaching.name, self.arguments, self.possible(start), achieved)


class Others:
    """Commands besides the one that is carried out: those that the scene allows, and some about what is not there.

    Skills take turns, so that those with few things to be done to are not crowded out.
    """

    def __init__(
        self, teachings: Mapping[str, Teaching], stock: Stock, attempt: Attempt, rng: np.random.Generator
    ) -> None:
        self.teachings, self.attempt, self.rng = teachings, attempt, rng
        self.fits = curriculum(teachings).fits
        self.there = names_in(attempt.world.privileged.truth())
        self.absent = [[name for name in names if name not in self.there] for names in nameable(stock)]

    def drawn(self) -> list[Command]:
        """In random order, those about what is not there first."""
        rng, own = self.rng, self.attempt
        pairs = zip(self.absent, MISSING, strict=True)
        picked = [names[int(i)] for names, count in pairs for i in rng.permutation(len(names))[:count]]
        everything = self._in_turn([*self.there, *picked])
        missing = [command for command in everything if set(command.arguments.values()) & set(picked)][:ABSENT]
        rest = [command for command in everything if not set(command.arguments.values()) & set(picked)]
        every = [*missing, *rest]
        return [c for c in every if (c.teaching.name, c.arguments) != (own.skill, own.arguments)][: MAX_COMMANDS - 1]

    def _in_turn(self, names: Sequence[str]) -> list[Command]:
        placed: list[tuple[float, Command]] = []
        for teaching in self.teachings.values():
            calls = commands_of(teaching, names, self.fits)
            shuffled = [calls[int(i)] for i in self.rng.permutation(len(calls))]
            placed += [(turn + self.rng.random(), command) for turn, command in enumerate(shuffled)]
        return [command for _, command in sorted(placed, key=lambda pair: pair[0])]


def commands_of(teaching: Teaching, names: Sequence[str], fits: Callable[[str, str], bool]) -> list[Command]:
    """Every type-correct command of a skill over some names, each named at most once.

    Args:
        teaching: of the skill.
        names: of things, fixtures and crumbs.
        fits: whether what is called so is of a type; ``Curriculum.fits``.
    """
    parameters = teaching.skill.parameters
    fitting = [[name for name in names if fits(name, type)] for type in parameters.values()]
    calls = [dict(zip(parameters, picked, strict=True)) for picked in product(*fitting)]
    return [Command(teaching, call) for call in calls if len(set(call.values())) == len(call)]


def names_in(truth: Truth) -> tuple[str, ...]:
    """What can be named in a world."""
    crumbs = (CRUMBS,) if truth.crumbs else ()
    return (*(thing.id for thing in truth.things), *(fixture.id for fixture in truth.fixtures), *crumbs)


def nameable(stock: Stock) -> tuple[list[str], list[str], list[str]]:
    """What could be there by a stock: things, regions, and other fixtures or crumbs."""
    shapes = [shape for shape in SHAPES if shape in (*Stock().shapes, *stock.shapes, "bowl", "blade")]
    things = [f"{c} {s}" for s in shapes for c in stock.colours if (c, s) not in stock.exclude]
    return things, [f"{c} region" for c in stock.colours], ["drawer", "tray", "button", CRUMBS]
