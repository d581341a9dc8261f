"""How many demonstrations a new skill needs, by three ways to learn it: ``python -m evaluation.curves FILE``.

``scratch`` trains a whole policy on the skill's demonstrations alone; ``pretrained`` does so from an encoder that has
learned from pictures without labels (``grounding.pretraining``); ``eyes`` trains a head on the eyes of the built-in
skills, as ``doable skills train`` does. Every policy is tried in the same held-out situations. What is there is not
made again: what was killed goes on.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from evaluation.learned import TAUGHT, one_thread
from evaluation.own_data import Collection
from evaluation.own_parts import eyes_of
from evaluation.rollouts import Trial
from evaluation.skills import evaluate_skill
from grounding.frames import Frames
from grounding.pretraining import pretrain_encoder
from grounding.training import Schedule
from simulation.lessons import curriculum
from simulation.plugins import load_teaching_file
from simulation.teaching import Teaching
from skills.finishing import BATCH, finish_policy
from skills.networks import Spec, VLANetwork
from skills.own import Asking, OwnNetwork, OwnPolicy
from skills.own_training import train_own_policy
from skills.ports import Policy
from skills.training import train_policy
from skills.vla import VLAPolicy
from weights import read_checkpoint, whole_file, write_checkpoint
from weights.store import directory

WAYS = ("scratch", "pretrained", "eyes")
FOLDER = Path("build/curves")


class Point(BaseModel):
    """One policy and how it did."""

    model_config = ConfigDict(frozen=True)

    skill: str
    way: str
    """One of ``WAYS``."""
    demonstrations: int
    frames: int
    cpu_minutes: float
    """Of the training; with the encoder's, if it was trained before."""
    episodes: int
    successes: int
    rate: float
    interval: tuple[float, float]
    """Wilson score interval of the rate, 95 %."""


@dataclass(frozen=True)
class Sizes:
    """Training steps and held-out episodes."""

    encoder: int = 600
    policy: int = 500
    """Of a whole policy, where to look and what to do."""
    head: int = 3000
    """Of its head alone, in every way."""
    episodes: int = 50


DEBUG = Sizes(2, 2, 2, 1)


@dataclass(frozen=True)
class Curve:
    """What is learned, from what, and where it is kept."""

    file: Path
    """Python file that teaches the skill."""
    folder: Path = FOLDER
    pictures: tuple[Path, ...] = ()
    """Folders of frames for the encoder that learns without labels."""
    sizes: Sizes = Sizes()
    workers: int = 1
    seed: int = 0

    @cached_property
    def teaching(self) -> Teaching:
        """The first of the file.

        Raises:
            LibraryError: it teaches nothing.
        """
        return load_teaching_file(self.file)[0]

    def point(self, way: str, demonstrations: int) -> Point:
        """Train in one way on so many demonstrations, and evaluate.

        Raises:
            ValueError: an unknown way, fewer than one demonstration, or no pictures for the encoder.
        """
        if way not in WAYS or demonstrations < 1:
            raise ValueError(f"{way!r} with {demonstrations} demonstrations; choose from {', '.join(WAYS)}, at least 1")
        if way == "pretrained" and not self.pictures:
            raise ValueError("pretrained learns from pictures first: give folders of frames")
        kept = self.folder / f"{self.teaching.name}-{way}-{demonstrations}.json"
        if not kept.exists():
            told = self._made(way, demonstrations).model_dump_json(indent=2)
            with whole_file(kept) as out:
                out.write(told.encode())
        return Point.model_validate_json(kept.read_text(encoding="utf-8"))

    def _made(self, way: str, demonstrations: int) -> Point:
        skill, shown = self.teaching.name, self._shown(demonstrations)
        file = self.folder / f"{skill}-{way}-{demonstrations}.pt"
        if not file.exists():
            name = file.stem
            learned = self._on_eyes(shown, name) if way == "eyes" else self._whole(shown, name, way == "pretrained")
            write_checkpoint(file, learned)
        report = evaluate_skill(
            skill,
            episodes=self.sizes.episodes,
            workers=self.workers,
            scene=TAUGHT,
            files=(self.file,),
            policy_for=partial(_stored, file=file, skill=skill),
            progress=True,
        )
        return Point(
            skill=skill,
            way=way,
            demonstrations=demonstrations,
            frames=len(Frames(shown)),
            cpu_minutes=read_checkpoint(file)["cpu_minutes"],
            **{name: getattr(report, name) for name in ("episodes", "successes", "rate", "interval")},
        )

    def _shown(self, demonstrations: int) -> list[Path]:
        collection = Collection(self.teaching.name, self.file, self.folder, workers=self.workers, progress=True)
        return collection.demonstrations(demonstrations)

    def _whole(self, shown: list[Path], name: str, pretrained: bool) -> dict[str, Any]:
        taught = curriculum({self.teaching.name: self.teaching})
        start, before = self._encoder() if pretrained else (None, 0.0)
        schedule = Schedule(self.sizes.policy, batch=40, seed=self.seed)
        network, minutes = train_policy(taught, shown, shown, schedule, self._checkpoint(name), start)
        finish, finds = self._head_schedule, self.folder / "finds" / name
        weights = network.state_dict()
        network, more = finish_policy(taught, shown, finish, self._checkpoint(f"{name}-head"), weights, finds)
        return {"weights": network.state_dict(), "cpu_minutes": before + minutes + more}

    def _on_eyes(self, shown: list[Path], name: str) -> dict[str, Any]:
        known, checkpoint = curriculum(), self._checkpoint(name)
        learned = train_own_policy(self.teaching.lesson, known, _eyes(), shown, self._head_schedule, checkpoint)
        asked = {"wordings": learned.asking.wordings, "template": learned.asking.template}
        return {"weights": learned.network.head.state_dict(), "cpu_minutes": learned.minutes, "asked": asked}

    def _encoder(self) -> tuple[dict[str, Tensor], float]:
        file = self.folder / "encoder.pt"
        if not file.exists():
            schedule = Schedule(self.sizes.encoder, seed=self.seed)
            network, minutes = pretrain_encoder(list(self.pictures), schedule, self._checkpoint("encoder"))
            write_checkpoint(file, {"weights": network.encoder_weights(), "cpu_minutes": minutes})
        kept = read_checkpoint(file)
        return {f"trunk.{name}": tensor for name, tensor in kept["weights"].items()}, kept["cpu_minutes"]

    @property
    def _head_schedule(self) -> Schedule:
        return Schedule(self.sizes.head, batch=BATCH, seed=self.seed)

    def _checkpoint(self, name: str) -> Path:
        return self.folder / "checkpoints" / f"{name}.pt"


def _stored(trial: Trial, file: Path, skill: str) -> Policy:
    return _restored(file, skill)


@cache
def _restored(file: Path, skill: str) -> Policy:
    one_thread()
    kept = read_checkpoint(file)
    if "asked" not in kept:
        whole = VLANetwork(Spec((skill,)))
        whole.load_state_dict(kept["weights"])
        return VLAPolicy(whole)
    own = OwnNetwork(skill, _eyes().network.trunk)
    own.head.load_state_dict(kept["weights"])
    return OwnPolicy(own, _eyes(), Asking(**kept["asked"]))


def _eyes() -> VLAPolicy:
    return eyes_of(directory())


def table(points: Sequence[Point]) -> str:
    """For people, as Markdown: a row for each way, a column for each number of demonstrations."""
    numbers = sorted({point.demonstrations for point in points})
    rows = [["way", *(f"{n} demonstrations" for n in numbers)], ["---"] * (1 + len(numbers))]
    for way in dict.fromkeys(point.way for point in points):
        of = {point.demonstrations: point for point in points if point.way == way}
        rows.append([way, *(_cell(of[n]) if n in of else "-" for n in numbers)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(point: Point) -> str:
    low, high = point.interval
    return f"{point.successes}/{point.episodes} ({low:.0%}-{high:.0%}), {point.cpu_minutes:.1f} CPU min"


def main(words: Sequence[str] | None = None) -> None:
    """Read the command line, train what is missing and print the table; what cannot be ends with exit code 2."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.curves", description=__doc__)
    parser.add_argument("file", type=Path, help="Python file that teaches the new skill")
    parser.add_argument("--demonstrations", type=int, nargs="+", default=[50, 200], help="how many to learn from")
    parser.add_argument("--ways", nargs="+", default=list(WAYS), help=f"of {', '.join(WAYS)}")
    parser.add_argument("--pictures", type=Path, nargs="*", default=[], help="folders of frames for the encoder")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where everything is kept")
    parser.add_argument("--episodes", type=int, default=Sizes.episodes, help="held-out attempts of each policy")
    parser.add_argument("--workers", type=int, default=1, help="processes that collect and evaluate")
    parser.add_argument("--debug", action="store_true", help="a tiny run that shows that the machinery works")
    parser.add_argument("--json", action="store_true", help="print one JSON array")
    given = parser.parse_args(words)
    sizes = DEBUG if given.debug else Sizes(episodes=given.episodes)
    curve = Curve(given.file, given.folder, tuple(given.pictures), sizes, given.workers)
    try:
        given.folder.mkdir(parents=True, exist_ok=True)
        points = [curve.point(way, number) for number in given.demonstrations for way in given.ways]
    except (ValueError, FileNotFoundError) as error:
        parser.error(str(error))
    print(json.dumps([point.model_dump() for point in points], indent=2) if given.json else table(points))


if __name__ == "__main__":
    main()
