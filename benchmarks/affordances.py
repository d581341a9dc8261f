"""What does it cost to ask the value function for every candidate of one decision? All at once, or one by one.

Compares, on one picture of the simulated table, one thread, process CPU time:

- batched: ``LearnedValueFunction.score`` with all commands: the image is encoded once, the heads run as one batch;
- one by one: a ``score`` for each command, which encodes the image every time.

    python -m benchmarks.affordances [--json] [--seed 0]

Words are encoded once a run, so both ways find them encoded; ``batched_cold_ms`` is the first decision, which encodes
them. The committed weights are used if there are any, else random ones: time does not depend on
what was learned. It does not measure quality. Run it on a quiet machine.
"""

import argparse
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from affordances.networks import ValueNetwork
from affordances.value import LearnedValueFunction
from benchmarks.scoring import WORLDS, commands, cpu_ms
from grounding import Observation
from simulation.lessons import curriculum
from simulation.world import make_world
from skills.language import CommandEncoder
from skills.networks import Spec
from weights import WeightsError

COUNTS = (1, 10, 40, 160)


def value_function() -> tuple[LearnedValueFunction, str]:
    """The value function, and which weights it has."""
    try:
        return LearnedValueFunction.load(), "committed"
    except WeightsError:
        torch.manual_seed(0)
        return LearnedValueFunction(ValueNetwork(Spec(curriculum().names))), "random"


def candidates(count: int) -> list[str]:
    """So many different commands."""
    return [text.strip() for text in commands(*WORLDS[max(count, min(WORLDS))])][:count]


def compare(value: LearnedValueFunction, observation: Observation, texts: Sequence[str]) -> dict[str, float]:
    """CPU [ms] of both ways, and the largest difference between their probabilities."""

    def batched() -> NDArray[np.float64]:
        return value.score(observation, texts)

    def one_by_one() -> NDArray[np.float64]:
        return np.concatenate([value.score(observation, [text]) for text in texts])

    value.commands = CommandEncoder()
    value.commands.encode(["be ready"])
    cold_ms, _ = cpu_ms(batched, 1)
    batched_ms, together = cpu_ms(batched, 5)
    single_ms, alone = cpu_ms(one_by_one, 2)
    return {
        "commands": len(texts),
        "batched_cold_ms": cold_ms,
        "batched_ms": batched_ms,
        "one_by_one_ms": single_ms,
        "ratio": single_ms / batched_ms,
        "max_difference": float(np.abs(together - alone).max()),
    }


def measure(seed: int) -> dict[str, Any]:
    """All numbers of commands on the picture of one scene."""
    torch.set_num_threads(1)
    value, weights = value_function()
    world = make_world(seed=seed)
    try:
        observation = world.observe()
    finally:
        world.close()
    value.score(observation, candidates(1))
    rows = [compare(value, observation, candidates(count)) for count in COUNTS]
    return {"weights": weights, "seed": seed, "threads": 1, "rows": rows}


def show(results: dict[str, Any]) -> None:
    """Print a table for people."""
    print(f"{results['weights']} weights, scene of seed {results['seed']}, one thread, process CPU time in ms")
    print("commands   batched   one by one   ratio   (batched with new words)   largest difference")
    for row in results["rows"]:
        print(
            f"{row['commands']:8} {row['batched_ms']:9.1f} {row['one_by_one_ms']:12.1f} {row['ratio']:6.1f}x"
            f" {row['batched_cold_ms']:26.1f} {row['max_difference']:20.1e}"
        )


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="Cost of asking the value function for every candidate.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--seed", type=int, default=0, help="of the scene")
    given = parser.parse_args()
    results = measure(given.seed)
    if given.json:
        print(json.dumps(results, indent=2))
    else:
        show(results)


if __name__ == "__main__":
    main()
