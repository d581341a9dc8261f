"""Makes training data: still scenes, demonstrations, corrections of the policy and its outcomes, as shards of frames.

Each shard has its own seed, and each of its episodes is kept when it is over: a killed collection loses the episode it
was in and goes on exactly when run again.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from evaluation.disturbances import DisplaceOnApproach
from evaluation.episodes import Film, features_in
from evaluation.situations import (
    EVALUATION_SEED,
    FEASIBLE_KINDS,
    HELD_OUT,
    SKILLS,
    Situation,
    SituationSpec,
    check_training_seed,
)
from grounding import Observation
from grounding.frames import MAX_OBJECTS, ShardWriter, record
from grounding.vocabulary import CATEGORIES, COLOURS
from simulation.demonstrator import Demonstrator
from simulation.scene import sample_tabletop
from simulation.truth import Truth, succeeded
from simulation.world import SimulatedWorld
from skills.action import EndEffectorTarget
from skills.datasets import DatasetWriter
from skills.datasets.episodes import Source
from skills.networks import CHUNK, HISTORY
from skills.ports import Policy
from skills.training import Shown, demonstration_row, joint_row
from skills.vla import EXECUTE

VIEWS = 3
"""Still views of each scene."""


@dataclass(frozen=True)
class Shard:
    """One file's worth of work."""

    folder: Path
    seed: int
    episodes: int
    crowded: bool = False
    """Scenes with up to four distractors instead of two."""
    complete: bool = False
    """Scenes with every combination of colour and category: for the grounder alone. What ``HELD_OUT`` names is kept
    from the policy, the value function and the detector."""
    dataset: Path | None = None
    """Where the episodes are written to as well, in LeRobot's format; one process at a time."""


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
    rng, writer = np.random.default_rng(check_training_seed(shard.seed)), ShardWriter(shard.folder)
    if shard.folder.exists():
        writer.tidy()
        return 0
    for _ in writer.episodes(shard.episodes, rng):
        others = int(rng.integers(1, 5)) if shard.crowded else None
        clutter = bool(rng.random() < 0.6)
        exclude = () if shard.complete else HELD_OUT
        world = SimulatedWorld(sample_tabletop(rng, distractors=others, exclude=exclude, clutter=clutter))
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


KIND_ODDS = (0.6, 0.25, 0.15)
"""Of clean, cluttered and near-miss situations."""
MAX_TICKS = 80
KEEP = 4
"""Control periods that are shown after the end."""
SHIFT_ODDS = 0.25
"""Of an episode in which what the hand heads for is moved on the way."""


def collect_demonstrations(shard: Shard) -> int:
    """Episodes in which the scripted expert acts, pushed now and then; those that fail are left out."""
    return _collect(shard, lambda situation, rng: _Pushed(situation, rng), keep_failed=False)


def collect_corrections(shard: Shard, policy: Policy) -> int:
    """DAgger (Ross et al. 2011, arXiv:1011.0686): the policy acts, the expert says what it would have done."""
    return _collect(shard, lambda situation, rng: _Acting(policy, situation), keep_failed=True)


class _Actor(Protocol):
    def act(self, observation: Observation, advice: EndEffectorTarget) -> tuple[EndEffectorTarget, bool]:
        """What is done, and whether it is what the expert advised."""
        ...


def _collect(shard: Shard, actor: Callable[[Situation, np.random.Generator], _Actor], keep_failed: bool) -> int:
    rng, writer = np.random.default_rng(check_training_seed(shard.seed)), ShardWriter(shard.folder)
    if shard.folder.exists():
        writer.tidy()
        return 0
    with _Films(shard.dataset, shard.seed, "correction" if keep_failed else "demonstration") as films:
        for episode in writer.episodes(shard.episodes, rng):
            kind = FEASIBLE_KINDS[int(rng.choice(3, p=KIND_ODDS))]
            situation = SituationSpec(int(rng.integers(EVALUATION_SEED)), SKILLS[episode % len(SKILLS)], kind).build()
            film = films.begin(situation, episode)
            rows = _Recording(situation, rng, film).of(actor(situation, rng))
            success = succeeded(situation.skill, situation.arguments, situation.world.privileged.truth())
            if keep_failed or success:
                for row in rows:
                    writer.add(row)
                films.keep(film, success, episode)
            elif film is not None:
                film.discard()
            situation.world.close()
    writer.close()
    return len(writer)


class _Films:
    """The episodes of a shard as a data set, if one is wanted; those that are there already are not filmed again."""

    def __init__(self, folder: Path | None, seed: int, source: Source) -> None:
        self.folder, self.seed, self.source = folder, seed, source
        self.writer: DatasetWriter | None = None

    def __enter__(self) -> "_Films":
        return self

    def __exit__(self, *_: object) -> None:
        if self.writer is not None:
            self.writer.close()

    def begin(self, situation: Situation, number: int) -> Film | None:
        """None: not wanted."""
        if self.folder is None:
            return None
        if self.writer is None:
            self.writer = DatasetWriter(self.folder, features_in(situation.world))
        there = {(label.notes.get("shard"), label.notes.get("number")) for label in self.writer.labels}
        return None if (self.seed, number) in there else Film(self.writer, situation)

    def keep(self, film: Film | None, success: bool, number: int) -> None:
        if film is not None:
            notes = {"shard": self.seed, "number": number}
            film.commit(self.source, success, "" if success else "not achieved", notes=notes)


class _Advice(NamedTuple):
    """What the expert would do now."""

    target: EndEffectorTarget
    joints: NDArray[np.float64]
    """Where the joints go for it, shape (n,), [rad]."""


class _Recording:
    """One episode; every ``EXECUTE``-th moment becomes a row with what the expert would do from there."""

    def __init__(self, situation: Situation, rng: np.random.Generator, film: Film | None = None) -> None:
        self.situation, self.world, self.film = situation, situation.world, film
        self.expert = Demonstrator(situation.world)
        self.shift = DisplaceOnApproach(situation.target, rng, rng.uniform(0.03, 0.06), rng.uniform(0.08, 0.2))
        self.shift.happened = bool(rng.random() > SHIFT_ODDS)
        self.seen: deque[Observation] = deque(maxlen=1 + HISTORY)
        self.moments: list[dict[str, Any]] = []
        self.advice: list[_Advice] = []
        self.followed: list[bool] = []

    def of(self, actor: _Actor) -> list[dict[str, NDArray]]:
        """Let the actor act until a little after the end."""
        over = 0
        for tick in range(MAX_TICKS):
            advice, done = self._advice()
            if tick % EXECUTE == 0:
                self._look(tick, done)
            action, followed = actor.act(self.seen[0], advice.target)
            if tick % EXECUTE == 0 and not followed:
                self.moments[-1]["actions"] = self._foresee(advice)
            self.advice.append(advice)
            self.followed.append(followed)
            over = over + 1 if done else 0
            if over > KEEP:
                break
            if self.film is not None:
                self.film.add(advice.target, action)
            self.world.apply(action)
            self.shift(self.world)
        return [self._row(**moment) for moment in self.moments]

    def _advice(self) -> tuple[_Advice, bool]:
        target, done = self.expert.act(self.situation.skill, self.situation.arguments)
        return _Advice(target, self.world.joints_for(target)), done

    def _look(self, tick: int, done: bool) -> None:
        self.seen.appendleft(self.world.observe())
        truth, mask = self.world.privileged.truth(), self.world.privileged.masks("front")
        self.moments.append({"tick": tick, "seen": list(self.seen), "mask": mask, "truth": truth, "done": done})

    def _foresee(self, advice: _Advice) -> list[_Advice]:
        """What the expert would do from here, in a future that is then undone."""
        with self.world.privileged.undone():
            self.world.apply(advice.target)
            return [advice, self._advice()[0]]

    def _row(
        self,
        tick: int,
        seen: list[Observation],
        mask: NDArray[np.int16],
        truth: Truth,
        done: bool,
        actions: list[_Advice] | None = None,
    ) -> dict[str, NDArray]:
        arguments, ids = self.situation.arguments, [thing.id for thing in truth.objects]
        place = next((ids.index(id) for name, id in arguments.items() if name != "object"), -1)
        shown = Shown(self.situation.skill, ids.index(arguments["object"]), place)
        if actions is None:
            left = [i for i in range(tick, len(self.followed)) if not self.followed[i]]
            actions = self.advice[tick : left[0] + 1 if left else None][:CHUNK]
        row = demonstration_row(seen, mask, shown, [advice.target for advice in actions], done)
        return {**row, **joint_row(seen[0], [advice.joints for advice in actions]), **object_row(truth)}


class _Pushed:
    """The expert's advice, but for pushes off the way."""

    def __init__(self, situation: Situation, rng: np.random.Generator) -> None:
        self.situation, self.rng, self.kicks = situation, rng, Kicks()
        self._left, self._push = 0, np.zeros(4)

    def act(self, observation: Observation, advice: EndEffectorTarget) -> tuple[EndEffectorTarget, bool]:
        if self._left == 0 and self.rng.random() < self.kicks.odds:
            scale = [*[self.kicks.reach] * 2, self.kicks.reach / 2, self.kicks.turn]
            self._left, self._push = self.kicks.periods, self.rng.normal(0, scale)
        if self._left == 0:
            return advice, True
        self._left -= 1
        body = self.situation.world.proprioception()
        x, y, z = (body.tcp_position + self._push[:3]).tolist()
        yaw = body.tcp_yaw + float(self._push[3])
        return EndEffectorTarget.top_down((x, y, max(z, 0.02)), yaw, advice.gripper), False


class _Acting:
    """A policy, carrying out its chunks."""

    def __init__(self, policy: Policy, situation: Situation) -> None:
        self.episode, self.left = policy.start(situation.command), list[Any]()

    def act(self, observation: Observation, advice: EndEffectorTarget) -> tuple[EndEffectorTarget, bool]:
        if not self.left:
            self.left = list(self.episode.act(observation).actions)
        return self.left.pop(0), False
