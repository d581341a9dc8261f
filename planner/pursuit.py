"""The decision loop that works towards a goal: read once, checked on every scene, planned for from where things are.

Nobody says ``done`` here: a run is verified when its goal holds on the grounded scene. After each step the same search
plans again from the present scene, so that what was lost, moved or done by others needs no rule of its own.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, cast

import numpy as np
from langgraph.graph import StateGraph
from langgraph.types import interrupt

from grounding import Fact, Scene, SceneObject
from planner import report
from planner.choice import Choice, choose
from planner.goals.prompt import Exchange
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.loop import Loop, Update, barred
from planner.search import NoPlan, Rankings
from planner.state import State, load_scene
from planner.task_planner import target_in_words
from skills import SkillCall, SkillLibrary
from skills.conditions import canonical_facts, holds, parse_condition, parse_fact, unparse
from traces import Answered, Asked, Understood


@dataclass(frozen=True)
class Pursuit:
    """A target, and how far it has come."""

    target: Target
    stage: int = 0
    """The first stage that has not come true."""
    past: frozenset[Fact] = frozenset()
    """History facts, gathered from the start on."""
    things: Mapping[str, str] = field(default_factory=dict)
    """Categories by id of all that was ever seen: what the arm hides for a moment is still there."""

    def seen(self, facts: frozenset[Fact], library: SkillLibrary, things: Mapping[str, str] | None = None) -> "Pursuit":
        """Take notice of a moment: of its facts, and of what is there (categories by id)."""
        past, stage = self.past | library.remember(facts), self.stage
        while stage < len(self.target.stages) - 1 and holds(self.target.stages[stage], facts | past):
            stage += 1
        return replace(self, stage=stage, past=past, things={**self.things, **(things or {})})

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
            "things": dict(self.things),
        }

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> "Pursuit":
        """Read what ``dump`` wrote."""
        stages, keep = (tuple(parse_condition(c) for c in data[name]) for name in ("stages", "keep"))
        past = frozenset(parse_fact(text) for text in data["past"])
        target = Target(stages, frozenset(data["avoid"]), keep)
        return cls(target, data["stage"], past, data.get("things", {}))


class GoalLoop(Loop):
    """The nodes of a run that has a reader of goals."""

    def graph(self) -> StateGraph:
        """The arrows between the nodes; an answer is followed by another look."""
        graph = super().graph()
        self.add(graph, self.ask, "other")
        graph.add_edge("ask", "observe")
        return graph

    def propose(self, state: State) -> Update:
        """Understand the task, the first time; then see how far it has come."""
        before, changed = state.get("pursuit"), self._take_corrections(state)
        state = cast(State, {**state, **changed})
        scene = load_scene(state["scene"])
        facts = canonical_facts(scene.facts)
        known = state.get("pursuit")
        wrong = Pursuit.load(before).target if changed and before else None
        outcome = Pursuit.load(known) if known else self._understood(state, scene, wrong)
        if isinstance(outcome, Question):
            return {**changed, "question": asdict(outcome)}
        if isinstance(outcome, Refusal):
            return {**changed, "status": "refused", "reason": outcome.reason}
        pursuit = outcome.seen(facts, self.parts.library, _things(scene))
        if pursuit.achieved(facts):
            return {**changed, "pursuit": pursuit.dump(), "status": "verified", "reason": _achieved(state)}
        return {**changed, "pursuit": pursuit.dump()}

    def ask(self, state: State) -> Update:
        """Put the open question to a person; without an answer the run waits here, and `resume` asks again."""
        question, past = Question(**(state.get("question") or {})), len(state["exchanges"])
        given = self.parts.answers[past : past + 1]
        answer = given[0] if given else self._answered(question)
        if answer is None and (changed := self._take_corrections(state)):
            return changed
        if answer is None:
            answer = str(interrupt(asdict(question)))
        self.parts.trace.emit(Answered(answer=answer, span=state["span"]))
        return {"question": None, "exchanges": [asdict(Exchange(question.text, answer))]}

    def _answered(self, question: Question) -> str | None:
        ask, person = self.parts.ask, self.parts.person
        if person is not None:
            return person.answer(question, ask)
        return ask(question) if ask is not None else None

    def rank(self, state: State) -> Update:
        """Search from the present scene; the first step of the best plan."""
        if state.get("forced"):
            return self._obey(state)
        scene, pursuit = load_scene(state["scene"]), Pursuit.load(state["pursuit"] or {})
        world = _world(self.parts.library, scene, pursuit)
        spent: list[float] = []
        choice = choose(world, pursuit.remaining, self._rankings(world, scene, state, spent))
        seconds = {"seconds": {"say": sum(spent)}}
        if isinstance(choice, NoPlan) or not choice.steps:
            why = choice.reason if isinstance(choice, NoPlan) else "no step is left, and yet the goal does not hold"
            return {"failure": f"no way to the goal: {why}", **seconds}
        return {**self._begin(choice, state), **seconds}

    def recover(self, state: State) -> Update:
        """As every run; what cannot be begun at all is refused."""
        update = super().recover(state)
        begun = bool(state["records"])
        return update if begun or update.get("status") != "not_achieved" else {**update, "status": "refused"}

    def _begin(self, choice: Choice, state: State) -> Update:
        """Take the first step, unless it failed here or is one too many."""
        first, ruled_out = choice.steps[0], barred(state)
        again = [replace(o, why_not=ruled_out.get(str(o.call), o.why_not)) for o in choice.options[1:]]
        told = report.compared([*choice.options[:1], *again], self.parts.prompt, self.parts.weighing, state["span"])
        self._tell_ranking(told)
        if str(first) in ruled_out:
            return {"failure": f"nothing but {first} leads to the goal, and {ruled_out[str(first)]}"}
        if len(state["records"]) >= self.parts.budgets.steps:
            return {"failure": f"{first} is still to be done"}
        before = self.parts.kept.save(f"before_{len(state['records'])}", self._now())
        return {"chosen": first.to_dict(), "before": before}

    def _understood(self, state: State, scene: Scene, wrong: Target | None = None) -> "Pursuit | Question | Refusal":
        """What the task means, after what was asked and answered so far; not ``wrong``, which was just corrected."""
        outcome = self._read(state, scene)
        if wrong is not None and outcome == wrong:
            same = "; ".join(target_in_words(wrong))
            outcome = Question(f"I understand the same as before ({same}). What should be different?")
        if isinstance(outcome, Target):
            return Pursuit(outcome)
        asked = len(state["exchanges"])
        if isinstance(outcome, Question) and asked >= self.parts.budgets.questions:
            return Refusal(f"after {asked} question{'' if asked == 1 else 's'} it is still open: {outcome.text}")
        if isinstance(outcome, Question):
            if self.parts.person is not None:
                self.parts.person.question_open = True
            self.parts.trace.emit(Asked(question=outcome.text, options=outcome.options, span=state["span"]))
        return outcome

    def _read(self, state: State, scene: Scene) -> Target | Question | Refusal:
        assert self.parts.reader is not None
        exchanges = [Exchange(**exchange) for exchange in state["exchanges"]]
        last = exchanges[-1] if exchanges else None
        reading = self.parts.reader.read(
            state["task"],
            _world(self.parts.library, scene),
            answer=None if last is None else last.answer,
            earlier=state.get("earlier", ()),
            question="" if last is None else last.question,
            before=exchanges[:-1],
        )
        for asked in getattr(reading, "asked", ()):
            self.parts.trace.emit(report.prompted(asked, state["span"]))
        outcome = reading.outcome
        told = target_in_words(outcome) if isinstance(outcome, Target) else ()
        refused = outcome.reason if isinstance(outcome, Refusal) else ""
        self.parts.trace.emit(
            Understood(wrote=reading.text, goal=told, notes=reading.explanation, refused=refused, span=state["span"])
        )
        return outcome

    def _rankings(self, world: PlanningWorld, scene: Scene, state: State, spent: list[float]) -> Rankings:
        """What is thought of the calls; later ones are believed in. ``spent``: takes the seconds of say."""
        able: dict[SkillCall, float] = {}
        ruled_out = barred(state)
        if self.parts.weighing.use_can:
            calls = self.parts.library.calls(_with_unseen(scene, world.objects))
            now = [call for call in calls if call.operator.applicable(world.facts)]
            able = dict(zip(now, self._can(now).tolist(), strict=True))

        def can(calls: Sequence[SkillCall]) -> np.ndarray:
            return np.array([0.0 if str(call) in ruled_out else able.get(call, 1.0) for call in calls])

        def say(calls: Sequence[SkillCall]) -> np.ndarray:
            begun = time.perf_counter()
            likely = self._say(state, [call.text for call in calls])
            spent.append(time.perf_counter() - begun)
            return likely

        return Rankings(say=say if self.parts.weighing.use_say else None, can=can)


def _world(library: SkillLibrary, scene: Scene, pursuit: Pursuit | None = None) -> PlanningWorld:
    facts, things = canonical_facts(scene.facts), _things(scene)
    if pursuit is not None:
        facts, things = facts | pursuit.past, {**pursuit.things, **things}
    return PlanningWorld(library, things, facts, library.places)


def _with_unseen(scene: Scene, things: Mapping[str, str]) -> Scene:
    """With the things (categories by id) that are known but not in view: what can be done to them is judged, too."""
    there = {thing.id for thing in scene.objects}
    unseen = [SceneObject(id, category) for id, category in things.items() if id not in there]
    return Scene((*scene.objects, *unseen), scene.facts)


def _things(scene: Scene) -> dict[str, str]:
    return {thing.id: thing.category for thing in scene.objects}


def _achieved(state: State) -> str:
    count = len(state["records"])
    return f"the goal holds on the scene after {count} step{'' if count == 1 else 's'}"
