"""What do policies cost? One decision of each kind, and our default's forward pass against ACT's, on one core.

    python -m benchmarks.policies [--quick] [--json] [--weights FOLDER --episodes 100]

The first table has every kind that can be built from nothing in its default size, with random weights: CPU ms and Hz of
one ``act``, from an observation to actions, and parameters. With ``--weights`` a table of stored policies comes first,
with their success (``evaluation.policies``).

The second part is the forward pass alone of our default against ACT as LeRobot publishes it (``ActConfig`` in its
``configuration_act.py``: ResNet-18, width 512, 8 heads, feed-forward 3200, 4 encoder layers, 1 decoder layer, chunks of
100; one camera of 480 x 640 and 14 joints, as in ALOHA), random weights, no latent encoder as at inference. The two are
asked in turn in one process on one thread. ACT with our camera's 128 x 128 pixels is shown besides: the networks
differ in how much they look at, too.
"""

import argparse
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

import weights
from evaluation.policies import act_cost, compare, one_core, parameters, table
from grounding import Observation
from grounding.vision import observed_tensors
from simulation.lessons import curriculum
from simulation.world import make_world
from skills.language import CommandEncoder
from skills.networks import HISTORY, Spec, VLANetwork, body_vector
from skills.policies import find_recipe
from skills.policies.act_network import ActNetwork, ActShape

KINDS = ("spatial", "tokens", "act", "plain", "lerobot")
"""Those that need no encoder of others."""
TEN = Spec(curriculum().names)
"""What the policy of the ten skills is."""
ALOHA = ActShape(action=14, state=14)
PUBLISHED, OURS = (480, 640), (128, 128)


@torch.inference_mode()
def forward_passes(passes: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Median CPU ms of some passes that take turns, after one that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in passes}
    for _ in range(repeats + 1):
        for name, ask in passes.items():
            begun = time.process_time()
            ask()
            times[name].append(1e3 * (time.process_time() - begun))
    return {name: float(np.median(spent[1:])) for name, spent in times.items()}


def against_act(seen: Observation, commands: CommandEncoder, repeats: int, shape: ActShape = ALOHA) -> dict[str, Any]:
    """Forward passes [ms] of our default and of ACT, and how many times faster ours is."""
    ours, act = VLANetwork(TEN).eval(), ActNetwork(shape).eval()
    pixels, points = observed_tensors([seen.images["front"]])
    tokens, mask = commands.encode(["pick up the red block"])
    body = torch.from_numpy(np.stack([body_vector(seen.proprioception)] * (1 + HISTORY)))[None]
    state = torch.zeros(1, shape.state)
    large, small = ([torch.rand(1, 3, *size)] for size in (PUBLISHED, OURS))
    passes = {
        "ours": lambda: ours(pixels, points, tokens, mask, body),
        "act": lambda: act(large, state),
        "act_128": lambda: act(small, state),
    }
    spent = forward_passes(passes, repeats)
    return {
        **{f"{name}_ms": value for name, value in spent.items()},
        "ratio": spent["act"] / spent["ours"],
        "ratio_128": spent["act_128"] / spent["ours"],
        "ours_parameters": parameters(ours),
        "act_parameters": parameters(act),
    }


def costs(seen: Observation, commands: CommandEncoder, repeats: int, tiny: bool = False) -> dict[str, dict[str, Any]]:
    """One decision of each kind, by name."""
    rows = {}
    for name in KINDS:
        torch.manual_seed(0)
        recipe = find_recipe(name, asdict(TEN) if name == "spatial" else {}, tiny=tiny)
        network = recipe.build()
        rows[name] = act_cost(recipe.policy(network, commands), network, seen, repeats).model_dump()
    return rows


def show(results: Mapping[str, Any]) -> None:
    """Print tables for people."""
    print("one decision on one core, random weights")
    print(f"  {'kind':10} {'ms':>8} {'Hz':>8} {'actions':>8} {'parameters':>12}")
    for name, row in results["costs"].items():
        cost = f"{row['milliseconds']:8.1f} {row['rate']:8.0f} {row['actions']:8} {row['parameters']:12,}"
        print(f"  {name:10} {cost}")
    row = results["against_act"]
    print("forward pass on one core, random weights, in turn")
    print(f"  ours, 128 x 128 RGB-D {row['ours_ms']:10.1f} ms {row['ours_parameters']:12,} parameters")
    print(f"  ACT, 480 x 640        {row['act_ms']:10.1f} ms {row['act_parameters']:12,} parameters")
    print(f"  ACT, 128 x 128        {row['act_128_ms']:10.1f} ms")
    print(f"  ours is {row['ratio']:.1f} times as fast; {row['ratio_128']:.1f} times for equal images")


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="Cost of policies, and our forward pass against ACT's.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--weights", type=Path, help="folder of trained policies to evaluate first")
    parser.add_argument("--episodes", type=int, default=100, help="of each skill, for --weights")
    given = parser.parse_args()
    commands, repeats = CommandEncoder(), 3 if given.quick else 15
    world = make_world()
    seen = world.observe()
    world.close()
    trained = compare(weights.names(given.weights), given.weights, given.episodes) if given.weights else []
    with one_core():
        passes = against_act(seen, commands, repeats)
    results = {"costs": costs(seen, commands, repeats), "against_act": passes}
    if given.json:
        print(json.dumps({**results, "trained": [report.model_dump() for report in trained]}, indent=2))
        return
    if trained:
        print(table(trained))
    show(results)


if __name__ == "__main__":
    main()
