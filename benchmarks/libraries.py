"""What a decision costs in libraries of 10 to 10,000 candidate calls, and whether the shortlist loses the right one.

Part of ``benchmarks.scoring``. A decision is all that happens between the facts of a moment and the chosen call: which
calls can be made, the shortlist, the prompt, the scores. Three states of memory are told apart: everything cold, a new
step of a task (names, instruction and the beginning of the prompt are kept), and the same decision again.

Quality is measured without the language model's opinion: a task counts as kept if the shortlist holds the next call of
a plan for its true goal at *every* step, so that whoever chooses well still can. The tasks are those of our planning
suites, in their own worlds, to which things of the same categories are added until there are enough calls.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from evaluation.planning_suite import PlanningSuite, PlanningTask, load_planning_suite, shipped_suites
from planner.baselines import after, calls_of, render
from planner.embedding import SentenceEncoder
from planner.goals.target import PlanningWorld
from planner.models.embedded import EmbeddedModel
from planner.prompts import load_prompt
from planner.say import continuations
from planner.search import Plan, find_plan
from planner.search.things import how_many_calls
from planner.shortlist import Shortlist
from planner.task_planner import planning_world
from skills import SkillCall, tabletop_library
from skills.conditions import canonical

LIBRARIES = {10: (2, 3), 40: (5, 3), 1_000: (29, 5), 10_000: (95, 10)}
"""About so many calls -> blocks and bowls: b blocks and c bowls make b (b + c) calls."""
ADJECTIVES = tuple(
    "red blue green yellow purple orange cyan white black brown pink gray old new big small round flat".split()  # noqa: SIM905
)
MADE_OF = ["wooden", "glass", "steel", "paper", "plastic", "rubber"]
TASK = "put the {block} into the {bowl}, and then see to it that the {other} stands on the {support}"
SCORED_AT_MOST = 1_500
"""More candidates than these are not all scored: it would take minutes."""


def world_of(blocks: int, bowls: int) -> tuple[PlanningWorld, str]:
    """A table with so many things, and a task; the hand holds a block, so that a third of the calls can be made."""
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

    def decide(self, task: str, world: PlanningWorld, done: Sequence[str]) -> SkillCall:
        """The likeliest call; without a shortlist every call is scored."""
        chosen = self.calls if self.shortlist is None else self.shortlist.choose(task, world, self.calls)
        prefix = render(load_prompt("plan_steps"), replace(world, objects=_few(world)), task, done)
        return chosen[int(np.argmax(self.model.score(prefix, continuations([call.text for call in chosen]))))]


def decision_costs(model: EmbeddedModel, count: int, repeats: int) -> dict[str, float]:
    """CPU [ms] of one decision among about ``count`` calls: all scored, and shortlisted."""
    world, task = world_of(*LIBRARIES[count])
    begun = time.process_time()
    calls = calls_of(world)
    row: dict[str, float] = {"calls": len(calls), "making_calls_ms": 1e3 * (time.process_time() - begun)}
    short = Decider(model, Shortlist(SentenceEncoder()), calls)
    begun = time.process_time()
    short.decide(task, world, [])
    row["first_ms"] = 1e3 * (time.process_time() - begun)
    row["shortlisted_ms"] = _least(lambda i: _cold(model, short, task, world, i), repeats)
    row["choosing_ms"] = _least(lambda i: short.shortlist and short.shortlist.choose(task, world, calls), repeats)
    if len(calls) <= SCORED_AT_MOST:
        every = Decider(model, None, calls)
        row["all_ms"] = _least(lambda i: _cold(model, every, task, world, i), 1)
    return row


def kept_by_shortlist(suites: Sequence[PlanningSuite], calls: int, limit: int | None) -> dict[str, float]:
    """How many plans stay possible in worlds of about so many calls."""
    encoder = SentenceEncoder()
    tasks = [(suite, task) for suite in suites for task in suite.tasks if task.expect == "done"]
    tasks = tasks[:: max(1, len(tasks) // limit)] if limit else tasks
    kept = [_is_kept(suite, task, calls, Shortlist(encoder)) for suite, task in tasks]
    return {"calls": calls, "tasks": len(kept), "kept": sum(kept), "lost": len(kept) - sum(kept)}


def measure_libraries(model: EmbeddedModel, quick: bool) -> dict[str, Any]:
    """Costs and quality at every size."""
    costs = {count: decision_costs(model, count, 1 if quick else 3) for count in LIBRARIES}
    suites = [load_planning_suite(name) for name in shipped_suites()]
    sizes = {1_000: 20} if quick else {1_000: None, 10_000: 60}
    quality = [kept_by_shortlist(suites, size, limit) for size, limit in sizes.items()]
    return {
        "model": model.name,
        "costs": list(costs.values()),
        "ratio_1000_to_40": costs[1_000]["shortlisted_ms"] / costs[40]["shortlisted_ms"],
        "ratio_10000_to_40": costs[10_000]["shortlisted_ms"] / costs[40]["shortlisted_ms"],
        "ratio_1000_to_40_if_all_are_scored": costs[1_000]["all_ms"] / costs[40]["all_ms"],
        "quality": quality,
    }


def show_libraries(results: dict[str, Any]) -> None:
    """Print tables for people."""
    print(f"one decision, {results['model']}, one thread, process CPU time in ms")
    for row in results["costs"]:
        every = f"{row['all_ms']:8.0f}" if "all_ms" in row else "       -"
        print(
            f"  {row['calls']:6.0f} calls: all scored {every}, shortlist then scored {row['shortlisted_ms']:6.0f}"
            f" (choosing {row['choosing_ms']:5.0f}; the first time {row['first_ms']:6.0f})"
        )
    for name in ("ratio_1000_to_40", "ratio_10000_to_40", "ratio_1000_to_40_if_all_are_scored"):
        print(f"  {name.replace('_', ' ')}: {results[name]:.2f}")
    for row in results["quality"]:
        print(f"  about {row['calls']} calls: the shortlist keeps {row['kept']} of {row['tasks']} plans")


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


def _is_kept(suite: PlanningSuite, task: PlanningTask, calls: int, shortlist: Shortlist) -> bool:
    """Whether the next call of a plan is on the shortlist at every step, in a world made bigger."""
    plan = find_plan(suite.world(task), task.target)
    world = crowded(suite.world(task), calls)
    every = calls_of(world)
    assert isinstance(plan, Plan)
    for step in plan.steps:
        if step not in shortlist.choose(task.instruction, world, every):
            return False
        world = after(world, step)
    return True


def crowded(world: PlanningWorld, calls: int) -> PlanningWorld:
    """The same world with more things of its categories, of other looks, until there are so many calls.

    Each new thing stands where one of its category stands, but neither in the hand nor on, in or beside a thing that
    could itself be moved: it must not get in the way of the task.
    """
    placed = {fact.arguments[0] for fact in world.facts if len(fact.arguments) == 2}
    of_the_robot = frozenset(world.library.history.values())
    originals = [(canonical(id), category) for id, category in world.objects.items()]
    objects, facts = dict(world.objects), set(world.facts)
    copies = 0
    while how_many_calls(replace(world, objects=objects), frozenset(objects)) < calls and copies < 4_000:
        id, category = originals[copies % len(originals)]
        look = f"{ADJECTIVES[copies % len(ADJECTIVES)]} {MADE_OF[copies // len(ADJECTIVES) % len(MADE_OF)]}"
        name = f"{look} {category} {100 + copies}"
        objects[name] = category
        about = [
            fact
            for fact in world.facts
            if fact.arguments[:1] == (id,)
            and fact.predicate not in of_the_robot
            and placed.isdisjoint(fact.arguments[1:])
        ]
        facts |= {replace(fact, arguments=(name, *fact.arguments[1:])) for fact in about}
        copies += 1
    return replace(world, objects=objects, facts=frozenset(facts))
