"""What a decision costs in libraries of 10 to 10,000 candidate calls, and what the shortlist loses.

Part of ``benchmarks.scoring``. A decision is all that happens between the facts of a moment and the chosen call: which
calls can be made, the shortlist, the prompt, the scores. Three states of memory are told apart: everything cold, a new
step of a task (names, instruction and the beginning of the prompt are kept), and the same decision again.

Preconditions alone leave few calls on a table top: its list is seldom full. So every decision is also timed with a full
list, in which calls count whether or not they can be made. What the list loses: ``benchmarks.shortlisting``.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from benchmarks.shortlisting import ADJECTIVES, MADE_OF, shortlist_loss
from evaluation.planning_suite import load_planning_suite, shipped_suites
from planner.baselines import calls_of, render
from planner.embedding import SentenceEncoder
from planner.goals.target import PlanningWorld
from planner.models.embedded import EmbeddedModel
from planner.prompts import load_prompt
from planner.say import continuations
from planner.shortlist import SIZE, Shortlist
from planner.task_planner import planning_world
from skills import SkillCall, tabletop_library

LIBRARIES = {10: (2, 3), 40: (5, 3), 100: (8, 5), 1_000: (29, 5), 10_000: (95, 10)}
"""About so many calls -> blocks and bowls: b blocks and c bowls make b (b + c) calls."""
TASK = "put the {block} into the {bowl}, and then see to it that the {other} stands on the {support}"
SCORED_AT_MOST = 1_500
"""More candidates than these are not all scored: it would take minutes."""


def world_of(blocks: int, bowls: int) -> tuple[PlanningWorld, str]:
    """A table with so many things, and a task; the hand holds a block, so that it may be put on or in any other."""
    looks = [f"{adjective} {stuff}" for stuff in MADE_OF for adjective in ADJECTIVES]
    objects = {f"{look} block": "block" for look in looks[:blocks]} | {f"{look} bowl": "bowl" for look in looks[:bowls]}
    first, second = f"{looks[0]} block", f"{looks[1]} block"
    support = f"{looks[blocks - 1]} block" if blocks > 2 else first
    task = TASK.format(block=first, bowl=f"{looks[bowls - 1]} bowl", other=second, support=support)
    return planning_world(tabletop_library(), objects, [f"holding({first})"]), task


@dataclass
class Decider:
    """Chooses the next call as greedy SayCan does."""

    model: EmbeddedModel
    shortlist: Shortlist | None
    calls: Sequence[SkillCall]
    feasible: bool = True
    """Whether the list holds only calls that can be made."""

    def decide(self, task: str, world: PlanningWorld, done: Sequence[str]) -> SkillCall:
        """The likeliest call; without a shortlist every call is scored."""
        chosen = self.listed(task, world)
        prefix = render(load_prompt("plan_steps"), replace(world, objects=_few(world)), task, done)
        return chosen[int(np.argmax(self.model.score(prefix, continuations([call.text for call in chosen]))))]

    def listed(self, task: str, world: PlanningWorld) -> Sequence[SkillCall]:
        """What is scored."""
        return self.calls if self.shortlist is None else self.shortlist.choose(task, world, self.calls, self.feasible)


def decision_costs(model: EmbeddedModel, count: int, repeats: int, size: int = SIZE) -> dict[str, float]:
    """CPU [ms] of one decision among about ``count`` calls: all scored, shortlisted, and with a full list."""
    world, task = world_of(*LIBRARIES[count])
    begun = time.process_time()
    calls = calls_of(world)
    row: dict[str, float] = {"calls": len(calls), "making_calls_ms": 1e3 * (time.process_time() - begun)}
    short = Decider(model, Shortlist(SentenceEncoder(), size), calls)
    full = replace(short, feasible=False)
    row |= {"listed": len(short.listed(task, world)), "listed_full": min(size, len(calls))}
    short = replace(short, shortlist=Shortlist(SentenceEncoder(), size))
    begun = time.process_time()
    short.decide(task, world, [])
    row["first_ms"] = 1e3 * (time.process_time() - begun)
    row["shortlisted_ms"] = _least(lambda i: _cold(model, short, task, world, i), repeats)
    row["choosing_ms"] = _least(lambda i: short.listed(task, world), repeats)
    full.listed(task, world)
    row["full_list_ms"] = _least(lambda i: _cold(model, full, task, world, i), repeats)
    if len(calls) <= SCORED_AT_MOST:
        every = Decider(model, None, calls)
        row["all_ms"] = _least(lambda i: _cold(model, every, task, world, i), 1)
    return row


def measure_libraries(model: EmbeddedModel, quick: bool, more_suites: Sequence[str] = ()) -> dict[str, Any]:
    """Costs and quality at every size.

    Args:
        model: whose scores are timed.
        quick: fewer repetitions, and a few tasks of every suite.
        more_suites: files of tasks beside the suites that come with Doable.
    """
    costs = {count: decision_costs(model, count, 1 if quick else 3) for count in LIBRARIES}
    suites = [load_planning_suite(name) for name in (*shipped_suites(), *more_suites)]
    encoder = SentenceEncoder()
    sizes = {1_000: 20} if quick else {100: None, 1_000: None, 10_000: 60}
    return {
        "model": model.name,
        "costs": list(costs.values()),
        "ratio_1000_to_40": costs[1_000]["shortlisted_ms"] / costs[40]["shortlisted_ms"],
        "ratio_1000_to_40_with_a_full_list": costs[1_000]["full_list_ms"] / costs[40]["shortlisted_ms"],
        "ratio_10000_to_40": costs[10_000]["shortlisted_ms"] / costs[40]["shortlisted_ms"],
        "ratio_1000_to_40_if_all_are_scored": costs[1_000]["all_ms"] / costs[40]["all_ms"],
        "quality": [shortlist_loss(suites, calls, encoder, SIZE, limit) for calls, limit in sizes.items()],
    }


def show_libraries(results: dict[str, Any]) -> None:
    """Print tables for people."""
    print(f"one decision, {results['model']}, one thread, process CPU time in ms")
    for row in results["costs"]:
        every = f"{row['all_ms']:8.0f}" if "all_ms" in row else "       -"
        print(
            f"  {row['calls']:6.0f} calls: all scored {every}, shortlist then scored {row['shortlisted_ms']:6.0f}"
            f" ({row['listed']} listed; choosing {row['choosing_ms']:5.0f}; the first time {row['first_ms']:6.0f}),"
            f" with {row['listed_full']} listed {row['full_list_ms']:6.0f}"
        )
    for name in (name for name in results if name.startswith("ratio")):
        print(f"  {name.replace('_', ' ')}: {results[name]:.2f}")
    for row in results["quality"]:
        print(
            f"  about {row['calls']} calls, {row['size']} listed: {row['kept']} of {row['tasks']} plans kept; right in"
            f" the end {row['right']}, without a list {row['right_without_a_list']}: {row['points_lost']:.1f} points"
        )
        if row["lost"]:
            print(f"    not kept: {', '.join(row['lost'])}")


def _few(world: PlanningWorld) -> dict[str, str]:
    """The first things alone: a prompt that lists thousands would measure the prompt."""
    return dict(list(world.objects.items())[:12])


def _cold(model: EmbeddedModel, decider: Decider, task: str, world: PlanningWorld, step: int) -> None:
    """A decision whose prompt the model has not read."""
    model.scorer.forget()
    decider.decide(task, world, [f"pick up the thing {step}"])


def _least(run: Any, repeats: int) -> float:
    times = []
    for i in range(repeats):
        begun = time.process_time()
        run(i)
        times.append(1e3 * (time.process_time() - begun))
    return min(times)
