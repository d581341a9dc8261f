"""Makes training data: still scenes and demonstrations, as shards of frames on disk.

    python -m evaluation.collect scenes|demonstrations --out DIR --seed N --shards N [--workers 2]

Each shard has its own seed and is written in one go: a killed collection goes on where it was when run again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.situations import HELD_OUT
from grounding import Observation
from grounding.frames import MAX_OBJECTS, ShardWriter, record
from grounding.vocabulary import CATEGORIES, COLOURS
from simulation.scene import sample_tabletop
from simulation.truth import Truth
from simulation.world import SimulatedWorld

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
