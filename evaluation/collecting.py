"""Makes training data for any skills that are taught: still scenes, demonstrations, corrections, as shards of frames.

Each shard has its own seed, and each of its episodes is kept when it is over: a killed collection loses the episode it
was in and goes on exactly when run again.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from evaluation.attempts import Attempt, AttemptSpec
from evaluation.disturbances import DisplaceOnApproach
from evaluation.episodes import Film, features_in
from evaluation.experts import Pushes
from evaluation.furnishing import furnished, pose_arm
from evaluation.situations import EVALUATION_SEED, check_training_seed
from grounding import Observation
from grounding.frames import NOTHING, ShardWriter, record
from grounding.parts import Part, parts_row
from simulation.lessons import TRAINING_STOCK
from simulation.plugins import load_teachings
from simulation.scene import CRUMBS
from simulation.teaching import Stock, Teaching
from simulation.world import SimulatedWorld
from skills.action import EndEffectorTarget
from skills.datasets import DatasetWriter
from skills.datasets.episodes import Source
from skills.networks import CHUNK, HISTORY
from skills.ports import Policy
from skills.training import command_row, demonstration_row, joint_row
from skills.vla import CAMERA, EXECUTE

VIEWS = 3
"""Still views of each scene."""
LONGEST = 200
"""Control periods that an episode lasts at most."""
NEAR = 0.4
"""Share of the episodes that begin with the hand near something: in a plan one skill begins where another ends."""
KEEP = 4
"""Control periods that are shown after the end."""
SHIFT_ODDS = 0.25
"""Of an episode in which what the hand heads for is moved on the way."""
USUAL = 0.7
"""Share of the first of a skill's feasible kinds of situations."""


@dataclass(frozen=True)
class Shard:
    """One file's worth of work."""

    folder: Path
    seed: int
    episodes: int
    skills: tuple[str, ...] = ()
    """Which are shown, in turn; all that are taught if empty."""
    files: tuple[Path, ...] = ()
    """Python files with teachings besides the built-in ones."""
    complete: bool = False
    """Scenes with every combination of colour and category: for the grounder alone."""
    near: float = NEAR
    """Share of the episodes that begin where another skill may have left the hand."""
    stacked: bool = False
    """Scenes in which things stand on each other: for the grounder alone."""
    robot: str = "panda"
    dataset: Path | None = None
    """Where the episodes are written to as well, in LeRobot's format; one process at a time."""

    @property
    def stock(self) -> Stock:
        """What its scenes are furnished with."""
        return Stock() if self.complete else TRAINING_STOCK

    def teachings(self) -> Mapping[str, Teaching]:
        """Those that it shows, by skill.

        Raises:
            ValueError: one of ``skills`` is not taught, or a file teaches nothing.
        """
        known = load_teachings(self.files)
        unknown = [name for name in self.skills if name not in known]
        if unknown:
            raise ValueError(f"unknown skill {unknown[0]!r}; choose from: {', '.join(known)}")
        return {name: known[name] for name in self.skills or known}


def frame(world: SimulatedWorld, observation: Observation) -> dict[str, NDArray]:
    """What is seen now, with what is true of it."""
    return _frame(observation, world.privileged.parts(CAMERA), world.privileged.parts_now())


def _frame(observation: Observation, mask: NDArray[np.int16], parts: Sequence[Part]) -> dict[str, NDArray]:
    crumbs = next((i for i, part in enumerate(parts) if part.name == CRUMBS), NOTHING)
    return {**record(observation, mask, CAMERA, crumbs), **parts_row(parts)}


def collect_scenes(shard: Shard) -> int:
    """Views of random scenes with the arm anywhere, now and then with something in the hand; frames written."""
    rng, writer = np.random.default_rng(check_training_seed(shard.seed)), ShardWriter(shard.folder)
    if shard.folder.exists():
        writer.tidy()
        return 0
    teachings = shard.teachings()
    for _ in writer.episodes(shard.episodes, rng):
        world = furnished(rng, shard.stock, teachings, shard.robot, shard.stacked)
        for _ in _views(world, rng):
            writer.add(frame(world, world.observe((CAMERA,))))
        world.close()
    writer.close()
    return len(writer)


def _views(world: SimulatedWorld, rng: np.random.Generator) -> Iterator[None]:
    yield
    for _ in range(VIEWS - 1):
        pose_arm(world, rng)
        yield


def collect_demonstrations(shard: Shard) -> int:
    """Episodes in which the scripted expert acts, pushed now and then; those that fail are left out."""
    return _collect(shard, lambda attempt, rng: _Pushed(attempt, rng), keep_failed=False)


def collect_corrections(shard: Shard, policy: Policy) -> int:
    """DAgger (Ross et al. 2011, arXiv:1011.0686): the policy acts, the expert says what it would have done."""
    return _collect(shard, lambda attempt, rng: _Acting(policy, attempt), keep_failed=True)


def corrected(attempt: Attempt, policy: Policy, rng: np.random.Generator) -> tuple[list[dict[str, NDArray]], bool]:
    """One attempt in which the policy acts and the expert says what it would have done; rows, and whether it worked.

    The attempt's world is used up.
    """
    return _Recording(attempt, rng).of(_Acting(policy, attempt))


def demonstrated(attempt: Attempt, rng: np.random.Generator) -> tuple[list[dict[str, NDArray]], bool]:
    """One attempt in which the expert acts, pushed now and then; rows, and whether it worked. It is used up."""
    return _Recording(attempt, rng).of(_Pushed(attempt, rng))


class _Actor(Protocol):
    def act(self, observation: Observation, advice: EndEffectorTarget) -> tuple[EndEffectorTarget, bool]:
        """What is done, and whether it is what the expert advised."""
        ...


def _collect(shard: Shard, actor: Callable[[Attempt, np.random.Generator], _Actor], keep_failed: bool) -> int:
    rng, writer = np.random.default_rng(check_training_seed(shard.seed)), ShardWriter(shard.folder)
    if shard.folder.exists():
        writer.tidy()
        return 0
    teachings = shard.teachings()
    with _Films(shard.dataset, shard.seed, "correction" if keep_failed else "demonstration") as films:
        for episode in writer.episodes(shard.episodes, rng):
            teaching = list(teachings.values())[episode % len(teachings)]
            spec = AttemptSpec(
                int(rng.integers(EVALUATION_SEED)),
                teaching.name,
                feasible_kind(teaching, rng),
                shard.stock,
                shard.robot,
                near=bool(rng.random() < shard.near),
            )
            attempt = spec.build(teachings)
            film = films.begin(attempt, episode)
            rows, success = _Recording(attempt, rng, film).of(actor(attempt, rng))
            if keep_failed or success:
                for row in rows:
                    writer.add({**row, "episode": np.array(episode, np.int64)})
                films.keep(film, success, episode)
            elif film is not None:
                film.discard()
            attempt.world.close()
    writer.close()
    return len(writer)


def feasible_kind(teaching: Teaching, rng: np.random.Generator) -> str:
    """A kind of situation in which nothing forbids success, the usual one most often."""
    usual, *others = teaching.kinds
    return usual if not others or rng.random() < USUAL else others[int(rng.integers(len(others)))]


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

    def begin(self, attempt: Attempt, number: int) -> Film | None:
        """None: not wanted."""
        if self.folder is None:
            return None
        if self.writer is None:
            self.writer = DatasetWriter(self.folder, features_in(attempt.world))
        there = {(label.notes.get("shard"), label.notes.get("number")) for label in self.writer.labels}
        return None if (self.seed, number) in there else Film(self.writer, attempt)

    def keep(self, film: Film | None, success: bool, number: int) -> None:
        if film is not None:
            notes = {"shard": self.seed, "number": number}
            film.commit(self.source, success, "" if success else "not achieved", notes=notes)


class _Advice(NamedTuple):
    """What the expert would do now."""

    target: EndEffectorTarget
    joints: NDArray[np.float64]
    """Where the joints go for it, shape (n,), [rad]."""


class _Moment(NamedTuple):
    """What becomes a row."""

    tick: int
    seen: list[Observation]
    mask: NDArray[np.int16]
    parts: tuple[Part, ...]
    done: bool


class _Recording:
    """One episode; every ``EXECUTE``-th moment becomes a row with what the expert would do from there."""

    def __init__(self, attempt: Attempt, rng: np.random.Generator, film: Film | None = None) -> None:
        self.attempt, self.world, self.film = attempt, attempt.world, film
        self.expert, self.arguments = attempt.teaching.expert, dict(attempt.call.arguments)
        self.before = self.world.privileged.truth()
        self.shift = _shift(attempt, rng)
        self.seen: deque[Observation] = deque(maxlen=1 + HISTORY)
        self.moments: list[_Moment] = []
        self.foreseen: dict[int, list[_Advice]] = {}
        self.advice: list[_Advice] = []
        self.followed: list[bool] = []

    def of(self, actor: _Actor) -> tuple[list[dict[str, NDArray]], bool]:
        """Let the actor act until a little after the end; the rows, and whether it worked."""
        over = 0
        longest = min(LONGEST, int(self.attempt.teaching.skill.timeout / self.world.control_period))
        for tick in range(longest):
            advice, done = self._advice()
            if tick % EXECUTE == 0:
                self._look(tick, done)
            action, followed = actor.act(self.seen[0], advice.target)
            if tick % EXECUTE == 0 and not followed:
                self.foreseen[tick] = self._foresee(advice)
            self.advice.append(advice)
            self.followed.append(followed)
            over = over + 1 if done else 0
            if over > KEEP:
                break
            if self.film is not None:
                self.film.add(advice.target, action)
            self.world.apply(action)
            if self.shift is not None:
                self.shift(self.world)
        success = self.attempt.teaching.success(self.before, self.world.privileged.truth(), self.arguments)
        return [self._row(moment) for moment in self.moments], success

    def _advice(self) -> tuple[_Advice, bool]:
        target, done = self.expert(self.world.privileged.truth(), self.arguments)
        return _Advice(target, self.world.joints_for(target)), done

    def _look(self, tick: int, done: bool) -> None:
        self.seen.appendleft(self.world.observe((CAMERA,)))
        truth = self.world.privileged
        self.moments.append(_Moment(tick, list(self.seen), truth.parts(CAMERA), truth.parts_now(), done))

    def _foresee(self, advice: _Advice) -> list[_Advice]:
        """What the expert would do from here, in a future that is then undone."""
        with self.world.privileged.undone():
            self.world.apply(advice.target)
            return [advice, self._advice()[0]]

    def _row(self, moment: _Moment) -> dict[str, NDArray]:
        actions = self.foreseen.get(moment.tick)
        if actions is None:
            left = [i for i in range(moment.tick, len(self.followed)) if not self.followed[i]]
            actions = self.advice[moment.tick : left[0] + 1 if left else None][:CHUNK]
        return {
            **_frame(moment.seen[0], moment.mask, moment.parts),
            **demonstration_row(moment.seen, [advice.target for advice in actions], moment.done),
            **joint_row(moment.seen[0], [advice.joints for advice in actions]),
            **command_row(self.attempt.call.name, self.arguments),
        }


def _shift(attempt: Attempt, rng: np.random.Generator) -> DisplaceOnApproach | None:
    """Now and then, what the hand heads for is moved on the way, if it is a thing that lies free on the table."""
    drawn, reach, near = rng.random(), rng.uniform(0.03, 0.06), rng.uniform(0.08, 0.2)
    truth, target = attempt.world.privileged.truth(), attempt.teaching.target(attempt.call.arguments)
    if drawn > SHIFT_ODDS or target not in {thing.id for thing in truth.things} or target == truth.held:
        return None
    thing = truth[target]
    alone = abs(thing.bottom) < 0.01 and truth.clear(thing)
    fixed = any(fixture.encloses(thing.position) for fixture in truth.fixtures)
    return DisplaceOnApproach(target, rng, reach, near) if alone and not fixed else None


class _Pushed:
    """The expert's advice, but for pushes off the way, which are no labels: what is shown is how to come back."""

    def __init__(self, attempt: Attempt, rng: np.random.Generator) -> None:
        self.world, self.pushes = attempt.world, Pushes(rng)

    def act(self, observation: Observation, advice: EndEffectorTarget) -> tuple[EndEffectorTarget, bool]:
        action = self.pushes.instead(advice, self.world.proprioception())
        return action, action is advice


class _Acting:
    """A policy, carrying out its chunks."""

    def __init__(self, policy: Policy, attempt: Attempt) -> None:
        self.episode, self.left = policy.start(attempt.call.text), list[Any]()

    def act(self, observation: Observation, advice: EndEffectorTarget) -> tuple[EndEffectorTarget, bool]:
        if not self.left:
            self.left = list(self.episode.act(observation).actions)
        return self.left.pop(0), False
