"""Trains every weights file again, from the simulator up: ``python -m evaluation.pipeline``.

Stages run in order; each goes on where it was killed, and one whose result exists is skipped. ``--only`` runs one of
them. ``--teachings`` adds skills of one's own, and ``--debug`` does all of it in minutes, in a size that learns
nothing: it shows that the machinery works.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, get_args

import torch
from torch import Tensor

from affordances.training import train_detector, train_value
from evaluation.cards import measure, publish, reader_figures
from evaluation.collecting import Shard, collect_corrections, collect_demonstrations, collect_scenes
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.outcomes import collect_outcomes
from grounding.segmenting import train_grounder
from grounding.training import Schedule
from planner.goals import course
from simulation.lessons import curriculum
from simulation.plugins import load_teachings
from skills.curriculum import Curriculum
from skills.finishing import BATCH, finish_policy
from skills.networks import Spec, VLANetwork
from skills.training import train_policy
from skills.vla import VLAPolicy
from weights import read_checkpoint, write_checkpoint

Weights = Mapping[str, Tensor]
Trained = tuple[torch.nn.Module, float]

STAGES = (
    *("scenes", "complete", "swept", "stacked", "encoder", "demonstrations", "grounder", "joint", "policy"),
    *("corrections", "again", "vla", "early", "outcomes", "value", "detector", "publish", "measure", "reader"),
)
"""In order. ``joint`` and ``again`` train a whole policy, ``policy`` and ``vla`` finish its head."""
HARD = ("push_to", "sweep", "put_on")
"""Skills that are shown more often than others: they leave the least room for error."""


@dataclass(frozen=True)
class Sizes:
    """How much of everything: shards and episodes in each, and training steps."""

    scenes: tuple[int, int] = (32, 200)
    complete: tuple[int, int] = (12, 200)
    swept: tuple[int, int] = (6, 150)
    """Tables with crumbs, for the grounder alone: it should see them spread and swept."""
    stacked: tuple[int, int] = (10, 150)
    """Tables on which things stand on each other, for the grounder alone: how a can ends and a block begins."""
    demonstrations: tuple[int, int] = (40, 60)
    hard: tuple[int, int] = (12, 51)
    """Further demonstrations of the skills that are ``HARD``."""
    corrections: tuple[int, int] = (10, 60)
    early: tuple[int, int] = (20, 60)
    outcomes: tuple[int, int] = (30, 60)
    encoder: int = 900
    grounder: int = 5600
    policy: int = 2200
    policy_again: int = 2000
    head: int = 10_000
    value: int = 1000
    detector: int = 1000
    lessons: int = 2000
    """Steps of the goal reader, of two rows each."""
    episodes: int = 100
    """Of each skill and variant that are measured."""


DEBUG = Sizes(
    *((1, 2), (1, 2), (1, 1), (1, 1), (1, 3), (1, 1), (1, 2), (1, 6), (2, 6)),
    *(2, 2, 2, 2, 2, 2, 2),
    lessons=2,
    episodes=1,
)


@dataclass(frozen=True)
class Pipeline:
    """Where things lie, what is taught, and how many processes collect."""

    folder: Path
    sizes: Sizes = Sizes()
    workers: int = 2
    teachings: tuple[Path, ...] = ()
    """Python files of skills besides the built-in ones."""
    into: Path | None = None
    """Where the weights go; the weights directory if not given."""
    executor_kind: ExecutorKind | None = None
    """What the processes run on; see ``evaluation.executor``."""

    def run(self, only: str | None = None) -> None:
        """Everything, in order, or one stage.

        Raises:
            ValueError: there is no such stage; the message names those that there are.
            FileNotFoundError: what that stage goes on from has not been made.
        """
        if only is not None and only not in STAGES:
            raise ValueError(f"unknown stage {only!r}; choose from: {', '.join(STAGES)}")
        torch.set_num_threads(1)
        for name in STAGES:
            if only in (None, name):
                getattr(self, f"_{name}")()

    @cached_property
    def curriculum(self) -> Curriculum:
        """What is learned."""
        return curriculum(load_teachings(self.teachings))

    def _scenes(self) -> None:
        self._collect("scenes", collect_scenes, self.sizes.scenes, 1000)

    def _complete(self) -> None:
        self._collect("complete", collect_scenes, self.sizes.complete, 5000, complete=True)

    def _swept(self) -> None:
        self._collect("swept", collect_scenes, self.sizes.swept, 7000, complete=True, skills=("sweep",))

    def _stacked(self) -> None:
        self._collect("stacked", collect_scenes, self.sizes.stacked, 8000, complete=True, stacked=True)

    def _encoder(self) -> None:
        """A first grounder, which has seen nothing of what is held out: the policy starts from its eyes."""
        schedule, checkpoint = Schedule(self.sizes.encoder), self._checkpoint("encoder")
        self._train("encoder", lambda: train_grounder([self.folder / "scenes"], schedule, checkpoint))

    def _demonstrations(self) -> None:
        shown, seed = self.sizes.demonstrations, 20_000
        self._collect("demonstrations", collect_demonstrations, shown, seed)
        self._collect("demonstrations", collect_demonstrations, self.sizes.hard, seed, first=shown[0], skills=HARD)

    def _grounder(self) -> None:
        """The grounder proper goes on with everything there is to see; the rarest of it comes oftener."""
        seen = [self.folder / name for name in ("scenes", "complete", "swept", "demonstrations", *["stacked"] * 4)]
        schedule, checkpoint = Schedule(self.sizes.grounder), self._checkpoint("grounder")
        self._train("grounder", lambda: train_grounder(seen, schedule, checkpoint, self._load("encoder")), "encoder")

    def _joint(self) -> None:
        """Where to look and what to do."""

        def train() -> Trained:
            eyes = {f"trunk.{k}": v for k, v in self._load("encoder").items() if k.startswith(("encoder.", "relief."))}
            return self._cloned("joint", Schedule(self.sizes.policy, batch=40), self._shown, eyes)

        self._train("joint", train, "encoder")

    def _policy(self) -> None:
        """What to do, on what is found."""
        self._train("policy", lambda: self._finished("policy", "joint", self._shown), "joint")

    def _corrections(self) -> None:
        correct = partial(_with_policy, collect_corrections, self._file("policy"), self.curriculum.names)
        self._collect("corrections", correct, self.sizes.corrections, 40_000)

    def _again(self) -> None:
        schedule = Schedule(self.sizes.policy_again, batch=40, learning_rate=8e-4)
        self._train("again", lambda: self._cloned("again", schedule, self._corrected, self._load("policy")), "policy")

    def _vla(self) -> None:
        self._train("vla", lambda: self._finished("vla", "again", self._corrected), "again")

    def _early(self) -> None:
        """Outcomes of the policy before its corrections, which fails more often."""
        attempt = partial(_with_policy, collect_outcomes, self._file("policy"), self.curriculum.names)
        self._collect("early", attempt, self.sizes.early, 60_000)

    def _outcomes(self) -> None:
        attempt = partial(_with_policy, collect_outcomes, self._file("vla"), self.curriculum.names)
        self._collect("outcomes", attempt, self.sizes.outcomes, 65_000)

    def _value(self) -> None:
        self._train("value", lambda: self._judged("value", train_value, self.sizes.value))

    def _detector(self) -> None:
        self._train("detector", lambda: self._judged("detector", train_detector, self.sizes.detector))

    def _publish(self) -> None:
        publish(self.folder, self.curriculum.names, {}, self.into)

    def _measure(self) -> None:
        if self.into is None:
            figures = measure(self.folder, self.sizes.episodes, self.workers, self.teachings)
            publish(self.folder, self.curriculum.names, figures)

    def _reader(self) -> None:
        """The language model's adapter; it needs nothing of the above."""
        tensors, minutes = course.train_reader(self.folder / "goals", self.sizes.lessons)
        course.publish(tensors, minutes, reader_figures(tensors) if self.into is None else {}, self.into)

    @property
    def _shown(self) -> list[Path]:
        return [self.folder / "demonstrations"]

    @property
    def _corrected(self) -> list[Path]:
        return [*self._shown, self.folder / "corrections"]

    def _cloned(self, name: str, schedule: Schedule, shown: Sequence[Path], start: Weights) -> Trained:
        scenes = [self.folder / "scenes"]
        return train_policy(self.curriculum, scenes, shown, schedule, self._checkpoint(name), start)

    def _finished(self, name: str, start: str, shown: Sequence[Path]) -> Trained:
        schedule, finds = Schedule(self.sizes.head, batch=BATCH), self.folder / "finds" / name
        checkpoint = self._checkpoint(f"{name}_head")
        return finish_policy(self.curriculum, shown, schedule, checkpoint, self._load(start), finds)

    def _judged(self, name: str, train: Callable[..., Trained], steps: int) -> Trained:
        schedule = Schedule(steps, batch=BATCH, learning_rate=2e-3)
        trunk = {k.removeprefix("trunk."): v for k, v in self._load("vla").items() if k.startswith("trunk.")}
        attempts = [self.folder / "early", self.folder / "outcomes"]
        return train(self.curriculum, attempts, schedule, self._checkpoint(name), trunk)

    def _collect(
        self, name: str, function: Callable[[Shard], int], size: tuple[int, int], seed: int, first: int = 0, **kind: Any
    ) -> None:
        """Collect shards, numbered from ``first`` on."""
        numbers = range(first, first + size[0])
        folder, files = self.folder / name, self.teachings
        shards = [Shard(folder / f"{i:04d}", seed + i, size[1], files=files, **kind) for i in numbers]
        for _ in with_progress(executor(self.workers, self.executor_kind).map(function, shards), len(shards), name):
            pass

    def _train(self, name: str, train: Callable[[], Trained], after: str | None = None) -> None:
        """Train unless it is there; the minutes of what it goes on from count as its own."""
        if self._file(name).exists():
            return
        network, minutes = train()
        if after is not None:
            minutes += self._read(after)["cpu_minutes"]
        write_checkpoint(self._file(name), {"weights": network.state_dict(), "cpu_minutes": minutes})

    def _load(self, name: str) -> Weights:
        weights: Weights = self._read(name)["weights"]
        return weights

    def _read(self, name: str) -> dict[str, Any]:
        if not self._file(name).exists():
            raise FileNotFoundError(f"{self._file(name)} has not been made; run the stage {name} first")
        return read_checkpoint(self._file(name))

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.pt"

    def _checkpoint(self, name: str) -> Path:
        return self.folder / "checkpoints" / f"{name}.pt"


def _with_policy(
    collect: Callable[[Shard, VLAPolicy], int], weights: Path, skills: tuple[str, ...], shard: Shard
) -> int:
    torch.set_num_threads(1)
    network = VLANetwork(Spec(skills))
    network.load_state_dict(read_checkpoint(weights)["weights"])
    return collect(shard, VLAPolicy(network))


def main() -> None:
    """Read the command line and run; what cannot be ends with exit code 2 and says why."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.pipeline", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where data and checkpoints go (build/ten, or build/debug)")
    parser.add_argument("--workers", type=int, default=2, help="processes that collect")
    parser.add_argument("--executor", choices=get_args(ExecutorKind), help="what they run on")
    parser.add_argument("--teachings", type=Path, nargs="*", default=[], help="Python files of skills of your own")
    parser.add_argument("--only", metavar="STAGE", help=f"one of: {', '.join(STAGES)}")
    parser.add_argument("--debug", action="store_true", help="a tiny run that shows that the machinery works")
    given = parser.parse_args()
    folder = given.folder or Path("build/debug" if given.debug else "build/ten")
    into = folder / "weights" if given.debug else None
    sizes, teachings = DEBUG if given.debug else Sizes(), tuple(given.teachings)
    try:
        Pipeline(folder, sizes, given.workers, teachings, into, given.executor).run(given.only)
    except (ValueError, FileNotFoundError) as error:
        parser.exit(2, f"{parser.prog}: {error}\n")


if __name__ == "__main__":
    main()
