"""Reads a data set with the real LeRobot, in whatever environment has it: `python lerobot_reads.py FOLDER`.

Prints one JSON object: what LeRobot found in the data set, and the shapes of a batch with `delta_timestamps`. Known to
work: lerobot 0.4.4 on Python 3.11 with torch 2.13 and torchvision 0.23 (all but torch `--no-deps`), datasets 4, av 15.
"""

import importlib.metadata
import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")


def main(folder: str) -> dict[str, Any]:
    """What LeRobot makes of the data set in a folder."""
    torch = _torch()
    from lerobot.datasets.lerobot_dataset import LeRobotDataset

    step = 1 / json.loads(Path(folder, "meta/info.json").read_text("utf-8"))["fps"]
    before, ahead = [-step, 0.0], [step * number for number in range(6)]
    plain = LeRobotDataset("doable/local", root=folder, video_backend="pyav")
    cameras = plain.meta.video_keys
    deltas = {"observation.state": before, "action": ahead, **{camera: before for camera in cameras}}
    dataset = LeRobotDataset("doable/local", root=folder, delta_timestamps=deltas, video_backend="pyav")
    batch = next(iter(torch.utils.data.DataLoader(dataset, batch_size=4, shuffle=False)))
    last = dataset[len(dataset) - 1]
    return {
        "lerobot": importlib.metadata.version("lerobot"),
        "episodes": dataset.num_episodes,
        "frames": len(dataset),
        "fps": dataset.fps,
        "names": dataset.meta.names["action"],
        "tasks": batch["task"],
        "batch": {name: list(value.shape) for name, value in batch.items() if hasattr(value, "shape")},
        "first_pixel": {name: batch[name][0, -1, :, 0, 0].tolist() for name in cameras},
        "first_action": batch["action"][0, 0].tolist(),
        "last_action": last["action"][0].tolist(),
        "last_padded": last["action_is_pad"].tolist(),
        "mean": dataset.meta.stats["action"]["mean"].tolist(),
    }


def _torch() -> Any:
    """torch, with what a torchvision that was built for another torch asks of it at import; nothing here runs it."""
    import torch

    try:
        import torchvision  # noqa: F401
    except RuntimeError:
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        operators = torch.library.Library("torchvision", "DEF")
        operators.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        globals()["_operators"] = operators  # they are gone when it is
    return torch


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
