"""Makes training data: still scenes, demonstrations, corrections of the policy and its outcomes, as shards of frames.

Each shard has its own seed and is written in one go: a killed collection goes on where it was when run again.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from evaluation.disturbances import DisplaceOnApproach
from evaluation.situations import EVALUATION_SEED, FEASIBLE_KINDS, HELD_OUT, SKILLS, Situation, SituationSpec, check_training_seed
from grounding import Observation
from grounding.frames import MAX_OBJECTS, ShardWriter, record
from grounding.vocabulary import CATEGORIES, COLOURS
from simulation.demonstrator import Demonstrator
from simulation.scene import sample_tabletop
from simulation.truth import Truth, succeeded
from simulation.world import SimulatedWorld
from skills.action import EndEffectorTarget
from skills.networks import CHUNK, HISTORY
from skills.ports import Policy
from skills.vla import EXECUTE
from skills.training import Shown, demonstration_row

VIEWS = 3
"""Still views of each scene."""


@dataclass(frozen=True)
class Shard:
    """One file's worth of work."""

    folder: Path
    seed: int
    episodes: int


def object_row(truth: Truth) -> dict[str, NDArray]:
    """What is true of the objects in a frame: indices of category and colour, centres [m], yaws [rad]."""
    category, colour = np.full(MAX_OBJECTS, -1, np.int8), np.full(MAX_OBJECTS, -1, np.int8)
    position, yaw = np.zeros((MAX_OBJECTS, 3), np.float32), np.zeros(MAX_OBJECTS, np.float32)
    for i, thing in enumerate(truth.objects[:MAX_OBJECTS]):
        category[i], colour[i] = CATEGORIES.index(thing.category), COLOURS.index(thing.colour)
        position[i], yaw[i] = thing.position, thing.yaw
    return {"category": category, "colour": colour, "position": position, "yaw": yaw}


def collect_scenes(shard: Shard) -> int:
    """Views of random scenes with the arm anywhere, every third time with something in the hand; frames written."""
    if shard.folder.exists():
        return 0
    rng, writer = np.random.default_rng(shard.seed), ShardWriter(shard.folder)
    for _ in range(shard.episodes):
        world = SimulatedWorld(sample_tabletop(rng, exclude=HELD_OUT, clutter=bool(rng.random() < 0.6)))
        for _ in _views(world, rng):
            observation = world.observe()
            writer.add({**record(observation, world.privileged.masks("front")), **object_row(world.privileged.truth())})
        world.close()
    writer.close()
    return len(writer)


def _views(world: SimulatedWorld, rng: np.random.Generator) -> Iterator[None]:
    yield
    for _ in range(VIEWS - 1):
        pose_arm(world, rng)
        blocks = [o.id for o in world.privileged.truth().objects if o.category == "block"]
        if rng.random() < 0.5:
            world.privileged.put_in_hand(str(rng.choice(blocks)))
        yield


def pose_arm(world: SimulatedWorld, rng: np.random.Generator, lowest: float = 0.08) -> None:
    """Put the hand anywhere over the table, from ``lowest`` [m] up."""
    for _ in range(20):
        position = (float(rng.uniform(0.34, 0.66)), float(rng.uniform(-0.28, 0.28)), float(rng.uniform(lowest, 0.32)))
        if world.privileged.teleport_arm(position, float(rng.uniform(-0.8, 0.8)), float(rng.random() < 0.7)):
            return


@dataclass(frozen=True)
class Kicks:
    """Pushes that take the hand off its way, so that demonstrations show how to come back. They are not labels."""

    odds: float = 0.06
    """Of a push beginning in a control period."""
    reach: float = 0.06
    """Standard deviation of a push, [m]."""
    turn: float = 0.3
    """Standard deviation of its turn, [rad]."""
    periods: int = 3
    """How long it lasts."""


MAX_TICKS = 90
KEEP = 4
"""Control periods that are shown after the end."""
SHIFT_ODDS = 0.25
"""Of an episode in which what the hand heads for is moved on the way."""


def collect_demonstrations(shard: Shard) -> int:
    """Episodes in which the scripted expert acts, pushed now and then; those that fail are left out."""
    return _collect(shard, lambda situation, rng: _Pushed(Demonstrator(situation.world), situation, rng), keep_failed=False)


def collect_corrections(shard: Shard, policy: Policy) -> int:
    """DAgger (Ross et al. 2011, arXiv:1011.0686): the policy acts, the expert says what it would have done."""
    return _collect(shard, lambda situation, rng: _Acting(policy, situation), keep_failed=True)


class _Actor(Protocol):
    def act(self, observation: Observation) -> EndEffectorTarget: ...


def _collect(shard: Shard, actor: Callable[[Situation, np.random.Generator], _Actor], keep_failed: bool) -> int:
    if shard.folder.exists():
        return 0
    rng, writer = np.random.default_rng(check_training_seed(shard.seed)), ShardWriter(shard.folder)
    for episode in range(shard.episodes):
        kind = FEASIBLE_KINDS[int(rng.choice(3, p=[0.6, 0.25, 0.15]))]
        situation = SituationSpec(int(rng.integers(EVALUATION_SEED)), SKILLS[episode % len(SKILLS)], kind).build()
        rows = _episode(situation, actor(situation, rng), rng)
        if keep_failed or succeeded(situation.skill, situation.arguments, situation.world.privileged.truth()):
            for row in rows:
                writer.add(row)
        situation.world.close()
    writer.close()
    return len(writer)


def _episode(situation: Situation, actor: _Actor, rng: np.random.Generator) -> list[dict[str, NDArray]]:
    """Let the actor act; every second moment becomes a row with what the expert would do from there."""
    world, expert = situation.world, Demonstrator(situation.world)
    seen: deque[Observation] = deque(maxlen=1 + HISTORY * EXECUTE)
    rows, over = [], 0
    shift = DisplaceOnApproach(situation.target, rng, rng.uniform(0.03, 0.06), rng.uniform(0.08, 0.2))
    shift.happened = bool(rng.random() > SHIFT_ODDS)
    for tick in range(MAX_TICKS):
        observation = world.observe()
        seen.appendleft(observation)
        if tick % EXECUTE == 0:
            rows.append(_labelled(situation, list(seen)[::EXECUTE], expert))
        over = over + 1 if expert.act(situation.skill, situation.arguments)[1] else 0
        if over > KEEP:
            break
        world.apply(actor.act(observation))
        shift(world)
    return rows


def _labelled(situation: Situation, seen: list[Observation], expert: Demonstrator) -> dict[str, NDArray]:
    truth = situation.world.privileged.truth()
    ids = [thing.id for thing in truth.objects]
    place = next((ids.index(id) for name, id in situation.arguments.items() if name != "object"), -1)
    shown = Shown(situation.skill, ids.index(situation.arguments["object"]), place)
    mask = situation.world.privileged.masks("front")
    actions, done = _foresee(situation, expert)
    return {**demonstration_row(seen, mask, shown, actions, done), **object_row(truth)}


def _foresee(situation: Situation, expert: Demonstrator) -> tuple[list[EndEffectorTarget], bool]:
    """What the expert would do from here on, in a future that is then undone; whether it thinks that all is done."""
    world, actions, over = situation.world, [], False
    with world.privileged.undone():
        for step in range(CHUNK):
            action, done = expert.act(situation.skill, situation.arguments)
            actions.append(action)
            over = over or (step == 0 and done)
            if step + 1 < CHUNK:
                world.apply(action)
    return actions, over


class _Pushed:
    """The expert, pushed off its way at times."""

    def __init__(self, expert: Demonstrator, situation: Situation, rng: np.random.Generator) -> None:
        self.expert, self.situation, self.rng, self.kicks = expert, situation, rng, Kicks()
        self._left, self._push = 0, np.zeros(4)

    def act(self, observation: Observation) -> EndEffectorTarget:
        action, _ = self.expert.act(self.situation.skill, self.situation.arguments)
        if self._left == 0 and self.rng.random() < self.kicks.odds:
            scale = [*[self.kicks.reach] * 2, self.kicks.reach / 2, self.kicks.turn]
            self._left, self._push = self.kicks.periods, self.rng.normal(0, scale)
        if self._left == 0:
            return action
        self._left -= 1
        body = observation.proprioception
        x, y, z = (body.tcp_position + self._push[:3]).tolist()
        return EndEffectorTarget.top_down((x, y, max(z, 0.02)), body.tcp_yaw + float(self._push[3]), action.gripper)


class _Acting:
    """A policy, carrying out its chunks."""

    def __init__(self, policy: Policy, situation: Situation) -> None:
        self.episode, self.left = policy.start(situation.command), list[EndEffectorTarget]()

    def act(self, observation: Observation) -> EndEffectorTarget:
        if not self.left:
            self.left = list(self.episode.act(observation).actions)  # type: ignore[arg-type]
        return self.left.pop(0)
