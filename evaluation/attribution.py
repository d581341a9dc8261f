"""Why a task failed: the first wrong thing in its trace, judged by what was truly so at each moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from grounding import Fact, Scene
from planner.goals.target import PlanningWorld, Target
from planner.search import NoPlan, Plan, find_plan
from simulation.symbols import objects_of
from simulation.truth import Truth, succeeded
from skills import SkillCall, SkillLibrary
from skills.conditions import Condition, atoms, canonical, canonical_facts, holds
from traces import Observed, Ranked, RunFinished, StepFinished, Understood, Verified
from traces.events import BaseEvent, Candidate

Cause = Literal["grounding", "language", "affordance", "policy", "detection", "error", "other"]
"""Whose fault a failure was.

``grounding``: no right call was among the candidates, the goal seemed to hold, or its things were not seen;
``language``: a wrong call was chosen although a right one had can >= 0.5, or the goal was misread, asked about or
refused; ``affordance``: a wrong call was chosen, or none, and all right ones had can < 0.5, or the language model was
not asked; ``policy``: the right call was carried out and did not work; ``detection``: the verdict was wrong;
``error``: the program broke; ``other``: nothing of that, e.g. too few steps were allowed.
"""

POSSIBLE = 0.5
"""The least ``can`` at which a call counts as offered by the value function."""
FEW = 60
"""Calls of which every order is tried; of more, search finds the plans."""
MAX_DEPTH = 4
"""How many steps a goal may then be away."""


@dataclass(frozen=True)
class Moment:
    """An event, and what was truly so when it was written."""

    event: BaseEvent
    truth: Truth


def attribute(moments: Sequence[Moment], goal: Condition, library: SkillLibrary) -> Cause:
    """The cause of a failure.

    Args:
        moments: the run's events in order; what tells nothing of choices, steps and verdicts is passed over.
        goal: what should have held in the end.
        library: the skills that there were.
    """
    read, seen = False, Observed()
    for moment in moments:
        event = moment.event
        read = read or isinstance(event, Understood)
        seen = event if isinstance(event, Observed) else seen
        cause = _fault(moment, goal, library, read)
        if cause is None and read and isinstance(event, RunFinished):
            cause = _fault_of_reading(event, seen, goal)
        if cause is not None:
            return cause
    return "other"


def right_calls(truth: Truth, goal: Condition, library: SkillLibrary, offered: Sequence[str] = ()) -> set[str]:
    """The calls that bring the goal one step nearer; ``done()`` when it holds; none when it cannot be reached.

    Args:
        truth: what is so now.
        goal: what should be.
        library: the skills that there are.
        offered: calls that are asked about: where too many can be made to look at all of them, only these and the
            first step of one plan are told, and an estimate is good enough: search finds the plans.
    """
    facts = canonical_facts(truth.facts())
    if holds(goal, facts):
        return {_text(call) for call in _calls(truth, library) if not call.expected}
    calls = [call for call in _calls(truth, library) if call.expected]
    if len(calls) <= FEW:
        return {_text(call) for call in _first_steps(facts, calls, goal)}
    return _nearer(PlanningWorld(library, _categories(truth), facts), goal, offered)


def _nearer(world: PlanningWorld, goal: Condition, offered: Sequence[str]) -> set[str]:
    """The first step of a plan, and those of the calls offered after which a shorter plan is left."""
    plan = find_plan(world, Target((goal,)))
    if isinstance(plan, NoPlan):
        return set()
    right = {_text(plan.steps[0])}
    for text in offered:
        after = world.library.parse(text).operator.apply(world.facts)
        rest = None if after is None else find_plan(replace(world, facts=after), Target((goal,)))
        if isinstance(rest, Plan) and len(rest.steps) < len(plan.steps):
            right.add(text)
    return right


def _categories(truth: Truth) -> dict[str, str]:
    return {thing.id: thing.category for thing in objects_of(truth)}


def _fault(moment: Moment, goal: Condition, library: SkillLibrary, read: bool) -> Cause | None:
    event, truth = moment.event, moment.truth
    if isinstance(event, Ranked):
        calls = [candidate.call for candidate in event.candidates]
        chosen = [candidate.call for candidate in event.candidates if candidate.chosen]
        if set(chosen) & right_calls(truth, goal, library, chosen):
            return None
        return _fault_of_choice(event.candidates, right_calls(truth, goal, library, calls), read)
    if isinstance(event, StepFinished):
        return None if _worked(event.call, truth, library) else "policy"
    if isinstance(event, Verified) and event.success != _worked(event.call, truth, library):
        return "detection"
    return None


def _fault_of_reading(end: RunFinished, seen: Observed, goal: Condition) -> Cause | None:
    """A goal that was read wrongly, or not at all, unless what was seen last is to blame."""
    if end.status not in ("verified", "asked", "refused"):
        return None
    facts = canonical_facts(Fact(fact.predicate, fact.arguments) for fact in seen.facts)
    named = {term for atom in atoms(goal) for term in atom.terms}
    misseen = holds(goal, facts) if end.verified else not named <= {canonical(thing.id) for thing in seen.objects}
    return "grounding" if misseen else "language"


def _fault_of_choice(candidates: Sequence[Candidate], right: set[str], read: bool) -> Cause | None:
    """Nothing can be chosen wrongly where no call is right any more.

    Args:
        candidates: what could be chosen.
        right: what should have been.
        read: whether the language model took part by reading the goal, and need not have been asked about calls.
    """
    offered = [candidate for candidate in candidates if candidate.call in right]
    if any(candidate.chosen for candidate in offered) or not right:
        return None
    if not offered:
        return "grounding"
    return "language" if any(_left_to_language(candidate, read) for candidate in offered) else "affordance"


def _left_to_language(candidate: Candidate, read: bool) -> bool:
    """Whether the language model took part, and the value function did not stand in the way."""
    if candidate.can is None:
        return True
    return (read or candidate.say is not None) and candidate.can >= POSSIBLE


def _worked(text: str, truth: Truth, library: SkillLibrary) -> bool:
    """Whether a call's result truly holds; that of ``done`` always does."""
    call = library.parse(text)
    if not call.expected:
        return True
    return all(truth.has(id) for id in call.arguments.values()) and succeeded(call.name, call.arguments, truth)


def _calls(truth: Truth, library: SkillLibrary) -> tuple[SkillCall, ...]:
    return library.calls(Scene(objects_of(truth)))


def _text(call: SkillCall) -> str:
    return str(call)


def _first_steps(facts: frozenset[Fact], calls: Sequence[SkillCall], goal: Condition) -> set[SkillCall]:
    """The first calls of all shortest plans, by breadth-first search over the skills' effects."""
    reached: dict[frozenset[Fact], set[SkillCall]] = {after: {call} for call, after in _steps(facts, calls)}
    for call, after in _steps(facts, calls):
        reached[after].add(call)
    known = {facts, *reached}
    for _ in range(MAX_DEPTH):
        found = set().union(*(firsts for after, firsts in reached.items() if holds(goal, after)))
        if found:
            return found
        farther: dict[frozenset[Fact], set[SkillCall]] = {}
        for before, firsts in reached.items():
            for _, after in _steps(before, calls):
                if after not in known:
                    farther.setdefault(after, set()).update(firsts)
        known |= set(farther)
        reached = farther
    return set()


def _steps(facts: frozenset[Fact], calls: Sequence[SkillCall]) -> Iterator[tuple[SkillCall, frozenset[Fact]]]:
    for call in calls:
        after = call.operator.apply(facts)
        if after is not None:
            yield call, after
