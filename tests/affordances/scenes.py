"""Outcomes of rollouts that nobody made, for tests of what learns from them."""

from pathlib import Path

import numpy as np

from affordances.outcomes import Labelled, outcome_row
from grounding.frames import Frames, ShardWriter
from tests.small import observation


def labelled(possible: bool = True, achieved: bool = True) -> list[Labelled]:
    """The command that was carried out, then one that could not be, ones that could and one that holds."""
    others = [Labelled("pick_up", {"object": f"{paint} block"}, True, False) for paint in ("blue", "green")]
    absent = Labelled("pick_up", {"object": "cyan wedge"}, False, False)
    holds = Labelled("put_on", {"object": "pink block", "support": "red block"}, True, True)
    return [Labelled("pick_up", {"object": "red block"}, possible, achieved), absent, *others, holds]


def write(folder: Path, rollouts: list[tuple[bool, bool, int]]) -> Frames:
    """Rollouts as: possible, achieved, rows (1: no moment on the way)."""
    writer = ShardWriter(folder / "outcomes" / "0000")
    for i, (possible, achieved, rows) in enumerate(rollouts):
        for k in range(rows):
            commands = labelled(possible, achieved and k == 0)
            row = outcome_row(observation(i), observation(1000 + 2 * i + k), commands, final=k == 0)
            writer.add({**row, "rollout": np.array(i)})
    writer.close()
    return Frames([folder / "outcomes"])
