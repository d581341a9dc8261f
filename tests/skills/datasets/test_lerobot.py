"""The real LeRobot reads our data sets: in an environment of its own, which DOABLE_LEROBOT_PYTHON names."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from skills.datasets import Dataset
from tests.skills.datasets.conftest import LOST, PICK, Make

PYTHON = os.environ.get("DOABLE_LEROBOT_PYTHON", "")
SCRIPT = Path(__file__).parents[1] / "lerobot_reads.py"


@pytest.mark.slow
@pytest.mark.skipif(not PYTHON, reason="DOABLE_LEROBOT_PYTHON names no interpreter that has lerobot")
def test_lerobot_yields_a_batch_with_delta_timestamps(make: Make) -> None:
    folder = make("set", PICK, LOST)
    done = subprocess.run([PYTHON, SCRIPT, folder], capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["episodes"], told["frames"], told["fps"]) == (2, 7, 10)
    assert told["tasks"] == [PICK.task] * 3 + [LOST.task]
    assert told["batch"]["action"] == [4, 6, 8] and told["batch"]["observation.images.front"] == [4, 2, 3, 16, 16]
    assert told["last_padded"] == [False] + [True] * 5
    ours = Dataset(folder).frames(1).action[-1]
    assert told["last_action"] == pytest.approx(ours.tolist())
