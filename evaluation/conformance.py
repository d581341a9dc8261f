"""Is a skill fit to be learned? Tests of a ``Teaching`` whose messages say what to do, in the manner of ``check_env``.

Each step builds on those before it, so the first that fails ends the check. Nothing that a person's functions do
(raise, loop, return something else) gets past it: they are called in a thread of their own, with a time limit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ConfigDict

from evaluation.guarded import Guarded, WrongError
from evaluation.showing import Showing, shown
from evaluation.starting import check_starts
from grounding import Scene, SceneObject
from simulation.grasping import LEAD
from simulation.shapes import COLOURS
from simulation.teaching import Teaching
from simulation.world import LONGEST_STEP
from skills import Limit, Skill, SkillLibrary
from skills.conditions import in_words

FIRST_SEED = 800_000
"""Of the situations that are drawn; training and evaluation have others."""
PATIENCE = 5.0
"""How long one call of a person's function may take, [s]."""


class Finding(BaseModel):
    """What one step of the check found."""

    model_config = ConfigDict(frozen=True)

    step: str
    ok: bool
    what: str
    todo: str = ""
    """What to do about it; empty if nothing need be done."""


class Conformance(BaseModel):
    """All that was found, and what was measured of the demonstrator."""

    model_config = ConfigDict(frozen=True)

    skill: str
    robot: str
    findings: tuple[Finding, ...]
    starts: int = 0
    """Situations in which the demonstrator was asked."""
    successes: int = 0
    seconds: float = 0.0
    """Longest attempt, [s] of the world's time."""
    longest_step: float = 0.0
    """Farthest that a target lay ahead of the hand, [m]."""
    fastest: float = 0.0
    """Of the hand, [m/s]."""

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return all(finding.ok for finding in self.findings)


@dataclass(frozen=True)
class Request:
    """What is checked, and how thoroughly."""

    teaching: Teaching
    library: SkillLibrary
    """What the skill will stand in; it may be there already."""
    robot: str = "panda"
    starts: int = 6
    """In how many situations the demonstrator is asked."""
    seed: int = FIRST_SEED
    limits: Sequence[Limit] = ()
    """The robot's, besides the skill's own."""
    patience: float = PATIENCE


def check_teaching(request: Request, on_finding: Callable[[Finding], object] = lambda finding: None) -> Conformance:
    """Check a skill from its contract to its demonstrator; stops at the first step that fails.

    Args:
        request: what is checked.
        on_finding: hears of each finding as it is made.
    """
    findings: list[Finding] = []
    measured: dict[str, Any] = {}

    def note(finding: Finding) -> None:
        findings.append(finding)
        on_finding(finding)

    with Guarded(request.patience) as guarded:
        for step, look in _STEPS.items():
            try:
                for what in look(request, guarded, measured):
                    note(Finding(step=step, ok=True, what=what))
            except WrongError as wrong:
                note(Finding(step=step, ok=False, what=wrong.what, todo=wrong.todo))
                break
    return Conformance(skill=request.teaching.name, robot=request.robot, findings=tuple(findings), **measured)


def _contract(request: Request, guarded: Guarded, measured: dict[str, Any]) -> Iterator[str]:
    """Types and predicates are the library's; what the skill promises can be seen afterwards."""
    skill, library = request.teaching.skill, request.library
    others = [other for other in library if other.name != skill.name]
    try:
        _library_of(library, [*others, skill])
    except ValueError as error:
        raise WrongError(
            str(error), "use a type and a predicate of the library; `doable skills list` shows them"
        ) from error
    takes = ", ".join(f"{name}: {type}" for name, type in skill.parameters.items()) or "nothing"
    yield f"{skill.name} takes {takes}; needs {in_words(skill.condition) or 'nothing'}"
    if not skill.change.add and not skill.change.remove:
        yield "it has no effects, so no planner takes it as a step towards a goal; it can be asked for by its command"
    elif not skill.change.add and not skill.done_when:
        yield "it only takes facts away and has no done_when: its own detector alone will tell whether it worked"


def _library_of(library: SkillLibrary, skills: Sequence[Skill]) -> SkillLibrary:
    return replace(library, skills=tuple(skills))


def _words(request: Request, guarded: Guarded, measured: dict[str, Any]) -> Iterator[str]:
    """Every wording can be filled, and the command means this skill and no other."""
    lesson, library = request.teaching.lesson, request.library
    things = _things(request.library, lesson.skill)
    blank = {name: thing.id for name, thing in things.items()}
    whole = _library_of(library, [*(s for s in library if s.name != lesson.skill.name), lesson.skill])
    command = lesson.skill.call(**blank).text
    try:
        meant = whole.parse(command, Scene(tuple(things.values())))
    except ValueError as error:
        raise WrongError(
            f"the command {command!r} cannot be told from others: {error}", "word the template otherwise"
        ) from error
    if meant.name != lesson.skill.name:
        raise WrongError(f"the command {command!r} means {meant.name}", "word the template otherwise")
    if len(set(lesson.wordings)) < len(lesson.wordings):
        twice = next(text for text in lesson.wordings if lesson.wordings.count(text) > 1)
        raise WrongError(f"the wording {twice!r} stands there twice", "leave one out")
    yield f"{len(lesson.wordings)} wordings, such as {lesson.wordings[-1].format(**blank)!r}"
    if len(lesson.wordings) < 4:
        yield "few wordings: the policy will know these sentences alone; add some that people would say"


def _things(library: SkillLibrary, skill: Skill) -> dict[str, SceneObject]:
    """For each parameter something that could be meant."""
    colours, things = iter(COLOURS), dict[str, SceneObject]()
    for name, wanted in skill.parameters.items():
        category = next(kind for kind in library.categories if wanted in library.types_of(kind))
        things[name] = SceneObject(f"{next(colours)} {category}", category)
    return things


def _demonstrations(request: Request, guarded: Guarded, measured: dict[str, Any]) -> Iterator[str]:
    """The demonstrator does it, keeps the limits and does the same again; the contract's promise is then true."""
    teaching, attempts = request.teaching, list[Showing]()
    for i in range(request.starts):
        kind = teaching.kinds[i % len(teaching.kinds)]
        attempts.append(shown(request.teaching, kind, request.seed + i, request.robot, request.limits, guarded))
        measured |= _measured(attempts)
        _check_motion(attempts[-1])
    done = sum(attempt.success for attempt in attempts)
    failed = next((attempt for attempt in attempts if not attempt.success), None)
    yield f"it did it in {done} of {len(attempts)} situations, in {measured['seconds']:.1f} s at most"
    if failed is not None and done < 0.8 * len(attempts):
        raise WrongError(_failure(teaching, failed), _REMEDIES[failed.cause])
    yield f"steps up to {100 * measured['longest_step']:.1f} cm, the hand up to {measured['fastest']:.2f} m/s"
    yield from _effects(teaching, [attempt for attempt in attempts if attempt.success])
    again = shown(teaching, teaching.kinds[0], request.seed, request.robot, request.limits, guarded)
    if again.state_hash != attempts[0].state_hash:
        raise WrongError(
            f"seed {request.seed} ended differently the second time",
            "the demonstrator must depend on truth and arguments alone: no random numbers, no memory, no time",
        )
    yield "the same seed gave the same attempt"


_REMEDIES: Mapping[str, str] = {
    "time": "look at where it gets stuck, or give the contract a longer timeout",
    "misjudged": "let the expert answer done only where success holds, after the hand has let go and moved away",
    "fell": "something fell over or off the table: move more slowly, or lift higher on the way",
}


def _failure(teaching: Teaching, attempt: Showing) -> str:
    how = {
        "time": f"not done within {teaching.skill.timeout:g} s",
        "misjudged": "it said done, but success does not hold",
        "fell": "something fell",
    }[attempt.cause]
    return f"seed {attempt.seed} ({attempt.kind}), {attempt.command!r}: {how}"


def _measured(attempts: Sequence[Showing]) -> dict[str, Any]:
    return {
        "starts": len(attempts),
        "successes": sum(attempt.success for attempt in attempts),
        "seconds": max(attempt.seconds for attempt in attempts),
        "longest_step": max(attempt.longest_step for attempt in attempts),
        "fastest": max(attempt.fastest for attempt in attempts),
    }


def _check_motion(attempt: Showing) -> None:
    """Targets near the hand, within the limits; nothing else moved.

    Raises:
        WrongError: they are not.
    """
    where = f"seed {attempt.seed}"
    if attempt.longest_step > LONGEST_STEP + 1e-6:
        raise WrongError(
            f"{where}: a target lies {100 * attempt.longest_step:.0f} cm ahead of the hand",
            f"stay within {100 * LONGEST_STEP:.0f} cm: simulation.grasping.towards keeps it at {100 * LEAD:.1f}",
        )
    if attempt.clipped:
        raise WrongError(
            f"{where}: {', '.join(attempt.clipped)} changed what the demonstrator asked for",
            "let it ask for what the limits allow; a policy learns what it asks for",
        )
    if attempt.meddled:
        raise WrongError(
            f"{where}: it moved {', '.join(attempt.meddled)}, which the command does not name",
            "keep clear of it, or draw situations where it is not in the way",
        )


def _effects(teaching: Teaching, attempts: Sequence[Showing]) -> Iterator[str]:
    """What the contract promises is true, by the simulator's facts, where success says that it worked."""
    if not teaching.skill.change.add and not teaching.skill.done_when:
        return
    missing = [attempt for attempt in attempts if attempt.unseen]
    if len(missing) == len(attempts):
        first = missing[0]
        raise WrongError(
            f"seed {first.seed}: success holds, but the done condition does not: {'; '.join(first.unseen)}",
            "make done_when (or the effects) say what is true afterwards; facts there: "
            + (", ".join(sorted(map(str, first.facts))) or "none"),
        )
    yield f"afterwards it is true that {in_words(teaching.skill.done)}"


_STEPS: Mapping[str, Callable[[Request, Guarded, dict[str, Any]], Iterator[str]]] = {
    "contract": _contract,
    "words": _words,
    "starts": lambda request, guarded, measured: check_starts(
        request.teaching, request.library, request.seed, request.robot, guarded
    ),
    "demonstrator": _demonstrations,
}
