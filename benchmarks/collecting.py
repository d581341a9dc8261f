"""How many demonstrations a minute on one process and on two, and where the time goes.

    python -m benchmarks.collecting [--episodes 40] [--json]

Episodes of all built-in skills, as ``evaluation.collecting`` makes them for training, in a folder that is thrown away.
The shares are wall time inside physics, rendering, inverse kinematics, and (with ``--corrections``, where a policy with
random weights acts) the network, of one process.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from evaluation.collecting import Shard, collect_corrections, collect_demonstrations
from evaluation.executor import executor
from grounding.frames import Frames
from simulation import cameras
from simulation.kinematics import Arm
from simulation.lessons import TEACHINGS
from simulation.world import SimulatedWorld
from skills.ports import Policy
from skills.vla import VLAEpisode, VLAPolicy

SEED = 80_000
CLOCKED: Mapping[str, tuple[Any, str]] = {
    "physics": (SimulatedWorld, "_follow"),
    "rendering": (cameras, "render"),
    "inverse kinematics": (Arm, "inverse"),
    "network": (VLAEpisode, "act"),
}
"""What is timed: where it is defined, and its name there."""


@contextmanager
def clocked() -> Iterator[dict[str, float]]:
    """Seconds spent inside each of ``CLOCKED`` meanwhile."""
    spent = dict.fromkeys(CLOCKED, 0.0)

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            begun = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                spent[name] += time.perf_counter() - begun

        return wrapper

    with ExitStack() as stack:
        for name, (owner, attribute) in CLOCKED.items():
            stack.enter_context(patch.object(owner, attribute, timed(name, getattr(owner, attribute))))
        yield spent


def shares(episodes: int, policy: Policy | None = None) -> dict[str, float]:
    """Share of the wall time of a collection in this process that each of ``CLOCKED`` takes, and of the rest."""
    collect = collect_demonstrations if policy is None else partial(collect_corrections, policy=policy)
    with tempfile.TemporaryDirectory() as folder, clocked() as spent:
        begun = time.perf_counter()
        collect(Shard(Path(folder) / "0000", SEED, episodes))
        whole = time.perf_counter() - begun
    found = {name: seconds / whole for name, seconds in spent.items()}
    return {**found, "rest": 1 - sum(found.values())}


def rate(episodes: int, workers: int) -> dict[str, float]:
    """Demonstrations and frames a minute of so many processes; those that failed are not counted."""
    with tempfile.TemporaryDirectory() as folder:
        each = -(-episodes // workers)
        shards = [Shard(Path(folder) / f"{i:04d}", SEED + i, each) for i in range(workers)]
        begun = time.perf_counter()
        frames = sum(executor(workers).map(collect_demonstrations, shards))
        minutes = (time.perf_counter() - begun) / 60
        kept = sum(len(np.unique(Frames([shard.folder]).column("episode"))) for shard in shards)
    return {"workers": workers, "demonstrations": kept / minutes, "frames": frames / minutes}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.collecting", description=__doc__)
    parser.add_argument("--episodes", type=int, default=40, help="of each measurement")
    parser.add_argument("--corrections", action="store_true", help="shares while a policy acts, too")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(arguments)
    rates = [rate(given.episodes, workers) for workers in (1, 2)]
    parts = {"demonstrations": shares(given.episodes)}
    if given.corrections:
        from skills.networks import Spec, VLANetwork

        network = VLANetwork(Spec(tuple(TEACHINGS)))
        parts["corrections"] = shares(given.episodes, VLAPolicy(network))
    result = {"rates": rates, "ratio": rates[1]["demonstrations"] / rates[0]["demonstrations"], "shares": parts}
    if given.json:
        print(json.dumps(result))
        return
    for row in rates:
        print(f"{row['workers']:.0f} process(es): {row['demonstrations']:.0f} demonstrations a minute")
    print(f"two processes make {result['ratio']:.2f} times as many as one")
    for what, found in parts.items():
        print(f"{what}: " + ", ".join(f"{name} {share:.0%}" for name, share in found.items()))


if __name__ == "__main__":
    main()
