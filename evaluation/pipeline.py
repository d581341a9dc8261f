"""Trains every committed weights file again, from the simulator up: ``python -m evaluation.pipeline``.

Stages run in order; each goes on where it was killed, and one whose result exists is skipped. ``--debug`` does all
of them in a minute or two, in a size that learns nothing: it shows that the machinery works.
"""

import argparse
from collections.abc import Callable, Mapping
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
from skills.networks import VLANetwork
from skills.training import train_policy
from skills.vla import VLAPolicy
from weights import DamagedError, NoSpaceError, WeightsError, read_checkpoint, write_checkpoint

Weights = Mapping[str, Tensor]


@dataclass(frozen=True)
class Sizes:
    """How much of everything: shards and what each holds, and training steps."""

    scenes: tuple[int, int] = (20, 200)
    crowded: tuple[int, int] = (12, 200)
    complete: tuple[int, int] = (12, 200)
    demonstrations: tuple[int, int] = (31, 60)
    corrections: tuple[int, int] = (6, 60)
    early: tuple[int, int] = (20, 60)
    outcomes: tuple[int, int] = (30, 60)
    encoder: int = 900
    grounder: int = 1600
    policy: int = 1100
    policy_again: int = 700
    value: tuple[int, int] = (900, 300)
    detector: tuple[int, int] = (1200, 200)
    lessons: int = 2000
    """Steps of the goal reader, of two rows each."""
    episodes: int = 100


DEBUG = Sizes((1, 2), (1, 2), (1, 2), (1, 3), (1, 3), (1, 12), (2, 12), 2, 2, 2, 2, (2, 2), (2, 2), lessons=2)


@dataclass(frozen=True)
class Pipeline:
    """Where things lie and how many processes collect."""

    folder: Path
    sizes: Sizes = Sizes()
    workers: int = 2
    into: Path | None = None
    """Where the weights go, unmeasured; the committed ones are replaced, with their figures, if not given."""
    executor_kind: ExecutorKind | None = None
    """What the processes run on; see ``evaluation.executor``."""

    def run(self) -> None:
        """Everything, in order."""
        torch.set_num_threads(1)
        self._collect("scenes", collect_scenes, self.sizes.scenes, 1000)
        self._collect("crowded", collect_scenes, self.sizes.crowded, 3000, crowded=True)
        self._collect("complete", collect_scenes, self.sizes.complete, 5000, crowded=True, complete=True)
        self._trained("encoder", self._encoder)
        self._trained("grounder", self._grounder, after="encoder")
        self._collect("demonstrations", collect_demonstrations, self.sizes.demonstrations, 20_000)
        self._trained("policy", self._policy, after="encoder")
        corrections = partial(_corrections, weights=self._file("policy"))
        self._collect("corrections", corrections, self.sizes.corrections, 40_000)
        self._trained("vla", self._policy_again, after="policy")
        early, outcomes = (partial(_outcomes, weights=self._file(name)) for name in ("policy", "vla"))
        self._collect("early", early, self.sizes.early, 60_000)
        self._collect("outcomes", outcomes, self.sizes.outcomes, 65_000)
        self._trained("value", self._value)
        self._trained("detector", self._detector)
        publish(self.folder, {}, self.into)
        if self.into is None:
            publish(self.folder, measure(self.folder, self.sizes.episodes, self.workers))
        self._reader()

    def _encoder(self) -> tuple[torch.nn.Module, float]:
        """A first grounder, which has seen nothing of what is held out: the policy starts from its pixel encoder."""
        schedule = Schedule(self.sizes.encoder)
        return train_grounder(self._scenes, schedule, self._checkpoint("encoder"))

    def _grounder(self) -> tuple[torch.nn.Module, float]:
        """The grounder proper goes on with everything there is to see."""
        seen = [*self._scenes, self.folder / "complete"]
        schedule = Schedule(self.sizes.grounder)
        return train_grounder(seen, schedule, self._checkpoint("grounder"), self._load("encoder"))

    def _policy(self) -> tuple[torch.nn.Module, float]:
        encoder = {f"trunk.{k}": v for k, v in self._load("encoder").items() if k.startswith("encoder.")}
        demonstrations = [self.folder / "demonstrations"]
        schedule = Schedule(self.sizes.policy, batch=40)
        return train_policy(self._scenes, demonstrations, schedule, self._checkpoint("policy"), encoder)

    def _policy_again(self) -> tuple[torch.nn.Module, float]:
        shown = [self.folder / "demonstrations", self.folder / "corrections"]
        schedule = Schedule(self.sizes.policy_again, batch=40, learning_rate=8e-4)
        return train_policy(self._scenes, shown, schedule, self._checkpoint("vla"), self._load("policy"))

    def _value(self) -> tuple[torch.nn.Module, float]:
        head, whole = self._head_and_whole(self.sizes.value)
        return train_value(self._attempts, head, whole, self._checkpoint("value"), self._trunk)

    def _detector(self) -> tuple[torch.nn.Module, float]:
        head, whole = self._head_and_whole(self.sizes.detector)
        return train_detector(self._attempts, head, whole, self._checkpoint("detector"), self._trunk)

    @staticmethod
    def _head_and_whole(steps: tuple[int, int]) -> tuple[Schedule, Schedule]:
        return Schedule(steps[0], learning_rate=2e-3), Schedule(steps[1], learning_rate=3e-4, seed=1)

    def _reader(self) -> None:
        """The language model's adapter; it needs nothing of the above."""
        tensors, minutes = course.train_reader(self.folder / "goals", self.sizes.lessons)
        course.publish(tensors, minutes, reader_figures(tensors) if self.into is None else {}, self.into)

    @property
    def _scenes(self) -> list[Path]:
        return [self.folder / "scenes", self.folder / "crowded"]

    @property
    def _attempts(self) -> list[Path]:
        """Of the policy before its corrections, which fails more often, and after."""
        return [self.folder / "early", self.folder / "outcomes"]

    @cached_property
    def _trunk(self) -> Weights:
        return {k.removeprefix("trunk."): v for k, v in self._load("vla").items() if k.startswith("trunk.")}

    def _collect(
        self, name: str, function: Callable[[Shard], int], size: tuple[int, int], seed: int, **kind: Any
    ) -> None:
        shards = [Shard(self.folder / name / f"{i:04d}", seed + i, size[1], **kind) for i in range(size[0])]
        for _ in with_progress(executor(self.workers, self.executor_kind).map(function, shards), len(shards), name):
            pass

    def _trained(self, name: str, train: Callable[[], tuple[torch.nn.Module, float]], after: str | None = None) -> None:
        """Train unless it is there; the minutes of what it goes on from count as its own."""
        if self._file(name).exists():
            return
        network, minutes = train()
        if after is not None:
            minutes += read_checkpoint(self._file(after))["cpu_minutes"]
        write_checkpoint(self._file(name), {"weights": network.state_dict(), "cpu_minutes": minutes})

    def _load(self, name: str) -> Weights:
        weights: Weights = read_checkpoint(self._file(name))["weights"]
        return weights

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.pt"

    def _checkpoint(self, name: str) -> Path:
        return self.folder / "checkpoints" / f"{name}.pt"


def _corrections(shard: Shard, weights: Path) -> int:
    return collect_corrections(shard, _read_policy(weights))


def _outcomes(shard: Shard, weights: Path) -> int:
    return collect_outcomes(shard, _read_policy(weights))


def _read_policy(weights: Path) -> VLAPolicy:
    torch.set_num_threads(1)
    network = VLANetwork()
    network.load_state_dict(read_checkpoint(weights)["weights"])
    return VLAPolicy(network)


def main() -> None:
    """Read the command line and run; a full disk or a damaged file ends with exit code 2 and is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where data and checkpoints go (build, or build/debug)")
    parser.add_argument("--workers", type=int, default=2, help="processes that collect")
    parser.add_argument("--executor", choices=get_args(ExecutorKind), help="what they run on")
    parser.add_argument("--debug", action="store_true", help="a tiny run that shows that the machinery works")
    options = parser.parse_args()
    folder = options.folder or Path("build/debug" if options.debug else "build")
    into = folder / "weights" if options.debug else None
    pipeline = Pipeline(folder, DEBUG if options.debug else Sizes(), options.workers, into, options.executor)
    try:
        pipeline.run()
    except (NoSpaceError, DamagedError, WeightsError) as error:
        parser.exit(2, f"{parser.prog}: {error}\n")


if __name__ == "__main__":
    main()
