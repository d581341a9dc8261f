"""Small data sets of a robot with two joints and one camera of 16 x 16 pixels."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from skills.datasets import DatasetWriter, Extra, Features, Frame, Label
from skills.spaces import CameraSpace, single_arm

SPACES = single_arm("tiny", 2, [CameraSpace("front", 16, 16)])
EXTRAS = {"depth.front": Extra.depth(16, 16), "mask.front": Extra.mask(16, 16), "applied": Extra((8,))}
Make = Callable[..., Path]


@pytest.fixture
def features() -> Features:
    return Features.of(SPACES, EXTRAS)


@pytest.fixture
def frames() -> Callable[..., list[Frame]]:
    def make(count: int = 3, seed: int = 0) -> list[Frame]:
        rng = np.random.default_rng(seed)
        return [
            Frame(
                rng.normal(size=len(SPACES.state)),
                rng.normal(size=len(SPACES.action)),
                {"front": np.full((16, 16, 3), 40 * number, np.uint8)},
                {
                    "depth.front": np.full((16, 16), 0.5 + 0.1 * number),
                    "mask.front": np.where(np.eye(16) > 0, number, -1),
                    "applied": np.arange(8) / 3,
                },
            )
            for number in range(count)
        ]

    return make


@pytest.fixture
def make(tmp_path: Path, features: Features, frames: Callable[..., list[Frame]]) -> Make:
    """Writes a data set with an episode for each label; lengths 3, 4, ..."""

    def write(name: str, *labels: Label, features: Features = features) -> Path:
        with DatasetWriter(tmp_path / name, features) as writer:
            for number, label in enumerate(labels):
                told = frames(3 + number, number)
                if not features.extras:
                    told = [Frame(frame.state, frame.action, frame.images) for frame in told]
                writer.write(told, label, b"world" if number == 0 else None)
        return tmp_path / name

    return write


PICK = Label("pick up the red block", True, skill="pick_up", source="demonstration", scene="{}", notes={"seed": 3})
LOST = Label("pick up the blue block", False, "timeout", skill="pick_up", source="rollout")
PUT = Label("put the red block in the bowl", None, skill="put_in", end={"red block": (0.1, 0.2, 0.3)})
