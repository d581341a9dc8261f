"""What does it cost to score the candidates of one decision? Three ways to the same log-likelihoods.

Compares, on the embedded model, one thread, process CPU time, after the planner's own prompt cut to 440 tokens:

- naive: one forward pass of prefix + candidate for each candidate;
- repeated: the prefix once as a key-value cache, copied for every row of one padded batch of candidates;
- trie: the planner's scorer, all candidates as one packed token trie; from a cold prefix, and with the prefix kept from
  the last decision.

    python -m benchmarks.scoring [--quick] [--json] [--dtype fp32 bf16]

A second part, ``--libraries``, takes libraries of 10 to 10,000 candidate calls and compares whole decisions: every call
scored, or the shortlist (preconditions, MiniLM) and then the trie. It also says what the shortlist loses of plans for
tasks in such worlds; ``--suite`` takes tasks from more files than those that come with Doable.

    python -m benchmarks.scoring --libraries [--quick] [--json] [--dtype bf16] [--suite FILE.jsonl …]

Run it on a quiet machine: caches and memory are shared with other processes even where CPU time is not. ``--quick``
times the naive way on 4 candidates and multiplies. It does not measure other models.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from planner.models.embedded import EmbeddedModel, Precision
from planner.prompts import load_prompt
from planner.say import continuations, render_next_step
from planner.scoring import TokenTrie

PREFIX_TOKENS = 440
WORLDS = {10: (2, 3), 40: (5, 3), 160: (10, 6), 640: (20, 12)}
"""Number of candidates -> blocks and bowls on the table: b blocks and c bowls make b (b + c) calls."""
COLOURS = ["red", "blue", "green", "yellow", "purple", "orange", "cyan", "white", "black", "brown", "pink", "gray"]

Tokens = Sequence[int]
Score = Callable[[], NDArray[np.float64]]


def commands(blocks: int, bowls: int) -> list[str]:
    """Every call of pick_up, put_in and put_on on that many blocks and bowls, as the planner writes them."""
    movable = [f"{colour} {shape}" for shape in ("block", "brick") for colour in COLOURS][:blocks]
    containers = [f"{colour} bowl" for colour in reversed(COLOURS)][:bowls]
    texts = [f"pick up the {thing}" for thing in movable]
    texts += [f"put the {thing} in the {bowl}" for thing in movable for bowl in containers]
    texts += [f"put the {thing} on the {other}" for thing in movable for other in movable if other != thing]
    return continuations(texts)


@torch.inference_mode()
def naive(model: Any, prefix: Tokens, candidates: Sequence[Tokens]) -> NDArray[np.float64]:
    """One forward pass for each candidate; shape (n,)."""
    scores = []
    for candidate in candidates:
        logits = model(input_ids=torch.tensor([[*prefix, *candidate]])).logits[0]
        likely = torch.log_softmax(logits[len(prefix) - 1 : -1].float(), dim=-1)
        scores.append(float(likely[range(len(candidate)), list(candidate)].double().sum()))
    return np.array(scores)


@torch.inference_mode()
def repeated(model: Any, prefix: Tokens, candidates: Sequence[Tokens]) -> NDArray[np.float64]:
    """The prefix once, its cache repeated for a padded batch; shape (n,)."""
    out = model(input_ids=torch.tensor([list(prefix)]), use_cache=True, logits_to_keep=1)
    first = torch.log_softmax(out.logits[0, -1].float(), dim=-1)
    out.past_key_values.batch_repeat_interleave(len(candidates))
    rows = torch.nn.utils.rnn.pad_sequence([torch.tensor(c) for c in candidates], batch_first=True)
    logits = model(input_ids=rows[:, :-1], past_key_values=out.past_key_values, use_cache=True).logits
    likely = torch.log_softmax(logits.float(), dim=-1).gather(2, rows[:, 1:, None])[..., 0].double()
    lengths = torch.tensor([len(c) - 1 for c in candidates])
    within = torch.arange(likely.shape[1])[None] < lengths[:, None]
    return ((likely * within).sum(dim=1) + first[rows[:, 0]].double()).numpy()


def cpu_ms(score: Score, repeats: int) -> tuple[float, NDArray[np.float64]]:
    """The least process CPU time of some runs in [ms], and the scores."""
    times, scores = [], np.zeros(0)
    for _ in range(repeats):
        begun = time.process_time()
        scores = score()
        times.append(1e3 * (time.process_time() - begun))
    return min(times), scores


def prefix_tokens(model: EmbeddedModel) -> list[int]:
    """The last 440 tokens of the planner's prompt, in the middle of a task."""
    done = ["pick up the red block", "put the red block in the gray bowl"]
    task = "put the red block and the blue block in the gray bowl, and then stack the green block on the yellow block"
    tokens = model.tokens(render_next_step(load_prompt("next_step"), task, done))
    return (tokens * 2)[-PREFIX_TOKENS:]


def compare(model: EmbeddedModel, count: int, quick: bool) -> dict[str, float]:
    """All ways on ``count`` candidates: CPU [ms] of each, and the largest differences to the naive way."""
    prefix = prefix_tokens(model)
    texts = commands(*WORLDS[count])
    candidates = [model.tokens(text) for text in texts]
    lines = [model.tokens(f"{text}\n") for text in texts]
    network = model.scorer.model
    asked = candidates[:: max(1, count // 4)][:4] if quick else candidates
    naive_ms, truth = cpu_ms(lambda: naive(network, prefix, asked), 1)
    repeated_ms, batch = cpu_ms(lambda: repeated(network, prefix, candidates), 1 if quick else 2)
    result = trie_costs(model, prefix, candidates, repeats=3 if quick else 7)
    own = model.scorer.score(prefix, candidates)
    chosen = [candidates.index(c) for c in asked]
    return {
        "candidates": count,
        "nodes": len(TokenTrie.of(candidates)),
        "naive_ms": naive_ms * len(candidates) / len(asked),
        "repeated_ms": repeated_ms,
        **result,
        "trie_cached_with_newline_ms": trie_costs(model, prefix, lines, repeats=3)["trie_cached_ms"],
        "max_difference": float(np.abs(own[chosen] - truth).max()),
        "max_difference_repeated": float(np.abs(batch[chosen] - truth).max()),
    }


def trie_costs(model: EmbeddedModel, prefix: Tokens, candidates: Sequence[Tokens], repeats: int) -> dict[str, float]:
    """CPU [ms] of the packed trie: from a cold prefix, and with the prefix cached."""

    def cold() -> NDArray[np.float64]:
        model.scorer.forget()
        return model.scorer.score(prefix, candidates)

    cold()
    cold_ms, _ = cpu_ms(cold, repeats)
    cached_ms, _ = cpu_ms(lambda: model.scorer.score(prefix, candidates), repeats)
    return {"trie_cold_ms": cold_ms, "trie_cached_ms": cached_ms}


def scaling(model: EmbeddedModel, quick: bool) -> list[dict[str, float]]:
    """The packed trie on 10, 40, 160 and 640 candidates."""
    rows = []
    for count, world in WORLDS.items():
        candidates = [model.tokens(text) for text in commands(*world)]
        costs = trie_costs(model, prefix_tokens(model), candidates, repeats=1 if quick else 3)
        rows.append({"candidates": count, "nodes": len(TokenTrie.of(candidates)), **costs})
    return rows


def measure(dtypes: Sequence[Precision], cache: Path | None, quick: bool) -> dict[str, Any]:
    """Everything, by precision."""
    results: dict[str, Any] = {"prefix_tokens": PREFIX_TOKENS, "threads": 1, "quick": quick}
    for dtype in dtypes:
        model = EmbeddedModel.bundled(cache, dtype, threads=1)
        row = compare(model, 40, quick)
        row["ratio_cold"] = row["naive_ms"] / row["trie_cold_ms"]
        row["ratio_cached"] = row["naive_ms"] / row["trie_cached_ms"]
        results[dtype] = {"compare": row, "scaling": scaling(model, quick)}
    return results


def show(results: dict[str, Any]) -> None:
    """Print tables for people."""
    print(f"prefix {results['prefix_tokens']} tokens, one thread, process CPU time in ms")
    for dtype in (key for key in results if key in ("fp32", "bf16")):
        row = results[dtype]["compare"]
        print(f"\n{dtype}, {row['candidates']} candidates, {row['nodes']} inner trie nodes")
        for name in ("naive", "repeated", "trie_cold", "trie_cached"):
            print(f"  {name:12} {row[f'{name}_ms']:10.0f}   {row['naive_ms'] / row[f'{name}_ms']:6.1f}x")
        print(f"  {'trie_cached, each with a newline':33} {row['trie_cached_with_newline_ms']:.0f}")
        print(f"  largest difference to naive: {row['max_difference']:.1e} nats")
        for line in results[dtype]["scaling"]:
            print(
                f"  {line['candidates']:4} candidates, {line['nodes']:5} nodes:"
                f" cold {line['trie_cold_ms']:6.0f}, cached {line['trie_cached_ms']:6.0f}"
            )


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="Cost of scoring the candidates of one decision.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions; naive on 4 candidates, multiplied")
    parser.add_argument("--dtype", nargs="+", default=["fp32", "bf16"], choices=["fp32", "bf16"])
    parser.add_argument("--cache", type=Path, default=None, help="folder of the unpacked model")
    parser.add_argument("--libraries", action="store_true", help="decisions among 10 to 10,000 candidate calls instead")
    parser.add_argument("--suite", nargs="+", default=[], help="with --libraries: more planning suites (.jsonl)")
    given = parser.parse_args()
    if given.libraries:
        from benchmarks.libraries import measure_libraries, show_libraries

        model = EmbeddedModel.bundled(given.cache, given.dtype[0], threads=1)
        results = measure_libraries(model, given.quick, given.suite)
    else:
        results = measure(given.dtype, given.cache, given.quick)
    if given.json:
        print(json.dumps(results, indent=2))
    elif given.libraries:
        show_libraries(results)
    else:
        show(results)


if __name__ == "__main__":
    main()
