"""The decision loop that works towards a goal: read once, checked on every scene, planned for from where things are.

Nobody says ``done`` here: a run is verified when its goal holds on the grounded scene. After each step the same search
plans again from the present scene, so that what was lost, moved or done by others needs no rule of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grounding import Fact, Scene
from planner import report
from planner.budgets import Weighing
from planner.explain import rankings_along
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.loop import Loop, Update
from planner.search import NoPlan, Plan, Rankings, find_plan
from planner.state import State, load_scene
from planner.task_planner import target_in_words
from skills import SkillCall, SkillLibrary
from skills.conditions import canonical_facts, holds, parse_condition, parse_fact, unparse
from traces import Asked, Understood


@dataclass(frozen=True)
class Pursuit:
    """A target, and how far it has come."""

    target: Target
    stage: int = 0
    """The first stage that has not come true."""
    past: frozenset[Fact] = frozenset()
    """History facts, gathered from the start on."""

    def seen(self, facts: frozenset[Fact], library: SkillLibrary) -> "Pursuit":
        """Take notice of a moment."""
        past, stage = self.past | library.remember(facts), self.stage
        while stage < len(self.target.stages) - 1 and holds(self.target.stages[stage], facts | past):
            stage += 1
        return replace(self, stage=stage, past=past)

    def achieved(self, facts: frozenset[Fact]) -> bool:
        """Whether the last stage has come, and holds with all that is to be kept."""
        last = (*self.target.stages[-1:], *self.target.keep)
        there = self.stage >= len(self.target.stages) - 1
        return there and all(holds(condition, facts | self.past) for condition in last)

    @property
    def remaining(self) -> Target:
        """What is still to come."""
        return replace(self.target, stages=self.target.stages[self.stage :])

    def dump(self) -> dict[str, Any]:
        """Plain data, for checkpoints."""
        return {
            "stages": [unparse(stage) for stage in self.target.stages],
            "avoid": sorted(self.target.avoid),
            "keep": [unparse(condition) for condition in self.target.keep],
            "stage": self.stage,
            "past": sorted(map(str, self.past)),
        }

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> "Pursuit":
        """Read what ``dump`` wrote."""
        stages, keep = (tuple(parse_condition(c) for c in data[name]) for name in ("stages", "keep"))
        past = frozenset(parse_fact(text) for text in data["past"])
        return cls(Target(stages, frozenset(data["avoid"]), keep), data["stage"], past)


class GoalLoop(Loop):
    """The nodes of a run that has a reader of goals."""

    def propose(self, state: State) -> Update:
        """Understand the task, the first time; then see how far it has come."""
        scene = load_scene(state["scene"])
        facts = canonical_facts(scene.facts)
        known = state.get("pursuit")
        pursuit = Pursuit.load(known) if known else self._understand(state, scene)
        if isinstance(pursuit, str):
            return {"status": "not_achieved", "reason": pursuit}
        pursuit = pursuit.seen(facts, self.parts.library)
        if pursuit.achieved(facts):
            return {"pursuit": pursuit.dump(), "status": "verified", "reason": _achieved(state)}
        return {"pursuit": pursuit.dump()}

    def rank(self, state: State) -> Update:
        """Search from the present scene; the first step of the best plan."""
        scene, pursuit = load_scene(state["scene"]), Pursuit.load(state["pursuit"] or {})
        world = _world(self.parts.library, scene, pursuit.past)
        rankings = self._rankings(world, scene, state["ruled_out"])
        plan = find_plan(world, pursuit.remaining, rankings)
        if isinstance(plan, NoPlan):
            return {"failure": f"no way to the goal: {plan.reason}"}
        first = plan.steps[0]
        self._tell(world, pursuit.remaining, plan, rankings, state["span"])
        if str(first) in state["ruled_out"]:
            return {"failure": f"nothing but {first} leads to the goal, and that failed here before"}
        if len(state["records"]) >= self.parts.budgets.steps:
            return {"failure": f"{first} is still to be done"}
        before = self.parts.kept.save(f"before_{len(state['records'])}", self._now())
        return {"chosen": first.to_dict(), "before": before}

    def _understand(self, state: State, scene: Scene) -> "Pursuit | str":
        """A target; or why there is none, in words."""
        assert self.parts.reader is not None
        reading = self.parts.reader.read(state["task"], _world(self.parts.library, scene, frozenset()))
        outcome, trace = reading.outcome, self.parts.trace
        told = target_in_words(outcome) if isinstance(outcome, Target) else ()
        refused = outcome.reason if isinstance(outcome, Refusal) else ""
        trace.emit(Understood(wrote=reading.text, goal=told, notes=reading.explanation, refused=refused))
        if isinstance(outcome, Question):
            trace.emit(Asked(question=outcome.text, options=outcome.options, span=state["span"]))
            return f"a question is open: {outcome.text}"
        return Pursuit(outcome) if isinstance(outcome, Target) else f"refused: {refused}"

    def _rankings(self, world: PlanningWorld, scene: Scene, ruled_out: Sequence[str]) -> Rankings:
        """What the value function thinks of the calls that can be made now; later ones are believed in."""
        able: dict[SkillCall, float] = {}
        if self.parts.weighing.use_can:
            now = [call for call in self.parts.library.calls(scene) if call.operator.applicable(world.facts)]
            able = dict(zip(now, self._can(now).tolist(), strict=True))

        def can(calls: Sequence[SkillCall]) -> np.ndarray:
            return np.array([0.0 if str(call) in ruled_out else able.get(call, 1.0) for call in calls])

        return Rankings(can=can)

    def _tell(self, world: PlanningWorld, target: Target, plan: Plan, rankings: Rankings, span: str) -> None:
        ranked = next(iter(rankings_along(world, target, plan, rankings)))
        weighing = Weighing(use_say=False, use_can=self.parts.weighing.use_can)
        self.parts.trace.emit(report.ranked(ranked, self.parts.prompt, weighing, span))


def _world(library: SkillLibrary, scene: Scene, past: frozenset[Fact]) -> PlanningWorld:
    objects = {thing.id: thing.category for thing in scene.objects}
    return PlanningWorld(library, objects, canonical_facts(scene.facts) | past, library.places)


def _achieved(state: State) -> str:
    count = len(state["records"])
    return f"the goal holds on the scene after {count} step{'' if count == 1 else 's'}"
