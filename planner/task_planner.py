"""The port of what turns an instruction into calls, and Doable's planner: a goal is read, then searched for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from grounding import Fact
from planner.affordance_free import without_preconditions
from planner.explain import alternatives
from planner.goals.prompt import Exchange
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.search import NoPlan, Plan, Rankings, SearchLimits, find_plan
from skills import SkillCall, SkillLibrary
from skills.conditions import canonical_facts, check_names, in_words, parse_fact

Status = Literal["done", "refused", "asked", "gave_up"]

Ask = Callable[[Question], str | None]
"""Puts a question to a person; None if nobody answers."""


@dataclass(frozen=True)
class Answer:
    """What a planner makes of an instruction."""

    status: Status
    steps: tuple[SkillCall, ...] = ()
    question: str | None = None
    """What it asked, whether or not somebody answered."""
    reason: str | None = None
    """Why it refuses or gives up."""
    explanation: tuple[str, ...] = ()
    """Line by line: what was understood, what else was considered and why it was rejected."""

    def to_dict(self) -> dict[str, Any]:
        """As in an answer file of a planning suite."""
        return {
            "status": self.status,
            "steps": [call.to_dict() for call in self.steps],
            "question": self.question,
            "reason": self.reason,
        }


class TaskPlanner(Protocol):
    """Turns an instruction into calls, with no robot and no camera."""

    @property
    def name(self) -> str:
        """What it is called in tables, e.g. ``goal + search``."""
        ...

    def plan(self, instruction: str, world: PlanningWorld, ask: Ask | None = None) -> Answer:
        """Plan; questions are put to ``ask``, and one that nobody answers ends the planning."""
        ...


class Reading(Protocol):
    """What a reader understood."""

    @property
    def text(self) -> str:
        """What the model wrote."""
        ...

    @property
    def outcome(self) -> Target | Question | Refusal: ...

    @property
    def explanation(self) -> tuple[str, ...]: ...


class Reader(Protocol):
    """From words to a goal; ``planner.goals.reader.GoalReader`` is one."""

    def read(
        self,
        instruction: str,
        world: PlanningWorld,
        answer: str | None = None,
        earlier: Sequence[str] = (),
        question: str = "",
        before: Sequence[Exchange] = (),
    ) -> Reading:
        """Understand an instruction after earlier ones, and what was answered to the questions about it."""
        ...


RankingsFor = Callable[[str, PlanningWorld], Rankings]
"""What is thought of the calls, given an instruction."""


@dataclass(frozen=True)
class GoalPlanner:
    """The model writes what must hold; search over the skills' effects finds the steps."""

    reader: Reader
    rankings: RankingsFor | None = None
    """Say and can; the preconditions alone decide if None."""
    limits: SearchLimits = field(default_factory=SearchLimits)
    affordances: bool = True
    """Whether preconditions count; without them a plan is what the effects alone suggest."""
    explain: bool = False
    """Whether the alternatives are told of, too, which takes longer than the search."""
    questions: int = 2
    """That may be asked about one instruction."""
    name: str = "goal + search"

    def plan(
        self, instruction: str, world: PlanningWorld, ask: Ask | None = None, earlier: Sequence[str] = ()
    ) -> Answer:
        """Read, ask if need be, search.

        Args:
            instruction: what was said.
            world: where.
            ask: puts a question to a person; so many of them as ``questions`` says.
            earlier: requests before this one, each with how it ended: ``bring me the cup (failed)``.
        """
        reading, exchanges = self.reader.read(instruction, world, earlier=earlier), list[Exchange]()
        while isinstance(reading.outcome, Question):
            question = reading.outcome
            reply = ask(question) if ask is not None and len(exchanges) < self.questions else None
            if reply is None:
                return Answer("asked", question=question.text, explanation=_understood(reading))
            reading = self.reader.read(instruction, world, reply, earlier, question.text, exchanges)
            exchanges = [*exchanges, Exchange(question.text, reply)]
        asked = exchanges[0].question if exchanges else None
        if isinstance(reading.outcome, Refusal):
            return Answer("refused", question=asked, reason=reading.outcome.reason, explanation=_understood(reading))
        return self._search(instruction, world, reading, reading.outcome, asked)

    def _search(
        self, instruction: str, world: PlanningWorld, reading: Reading, target: Target, asked: str | None
    ) -> Answer:
        rankings = None if self.rankings is None else self.rankings(instruction, world)
        world = world if self.affordances else replace(world, library=without_preconditions(world.library))
        found = find_plan(world, target, rankings, self.limits)
        told = (*_understood(reading), *target_in_words(target))
        if isinstance(found, NoPlan):
            return Answer("refused", question=asked, reason=found.reason, explanation=told)
        others = alternatives(world, target, found, rankings) if self.explain else ()
        return Answer("done", found.steps, asked, explanation=(*told, *_effort(found), *others))


def _understood(reading: Reading) -> tuple[str, ...]:
    return (f"the model wrote: {reading.text}", *reading.explanation)


def _effort(plan: Plan) -> tuple[str, ...]:
    return (f"search: {plan.calls} calls were candidates, {plan.judged} states were judged, cost {plan.cost:.2f}",)


def target_in_words(target: Target) -> tuple[str, ...]:
    """What must come true, line by line."""
    lines = [f"{'first' if not n else 'then'}: {in_words(stage)}" for n, stage in enumerate(target.stages)]
    if len(lines) == 1:
        lines = [lines[0].replace("first", "goal", 1)]
    if target.avoid:
        lines.append(f"leave alone: {', '.join(sorted(target.avoid))}")
    return (*lines, *(f"keep: {in_words(condition)}" for condition in target.keep))


def planning_world(library: SkillLibrary, objects: Mapping[str, str], facts: Iterable[Fact | str]) -> PlanningWorld:
    """A world from a library, categories by id, and facts, also as text such as ``at(apple, table)``.

    Raises:
        ConditionError: a text is no fact, or an id can name nothing; the message quotes it and says what is valid.
    """
    check_names(objects)
    ground = [fact if isinstance(fact, Fact) else parse_fact(fact) for fact in facts]
    return PlanningWorld(library, dict(objects), canonical_facts(ground), library.places)
