"""Are the situations that a ``Teaching`` draws what it says they are?"""

from collections import Counter
from collections.abc import Collection, Iterator

import numpy as np

from evaluation import arrangement
from evaluation.arrangement import NoRoomError
from evaluation.guarded import Guarded, WrongError
from grounding.parts import split_name
from simulation.scene import CRUMBS
from simulation.teaching import Start, Stock, Teaching
from simulation.world import SimulatedWorld
from skills import SkillLibrary
from skills.conditions import canonical_facts, unmet

DRAWS = 6
"""Situations of each kind that are looked at."""


def check_starts(teaching: Teaching, library: SkillLibrary, seed: int, robot: str, guarded: Guarded) -> Iterator[str]:
    """Draw situations of every kind: the same for the same seed, in the library's types, feasible or not as it says.

    Raises:
        WrongError: they are not.
    """
    for kind in (*teaching.kinds, *teaching.infeasible):
        feasible, reasons = kind in teaching.kinds, Counter[str]()
        for i in range(DRAWS):
            start = _drawn(teaching, kind, seed + i, guarded)
            _check_start(start, teaching, library, kind, feasible)
            reasons[_forbids(start, teaching, robot, seed + i, guarded)] += 1
        good = reasons[""] if feasible else DRAWS - reasons[""]
        if not good:
            raise _never(teaching, kind, feasible, reasons)
        yield f"{kind}: {good} of {DRAWS} draws are {'feasible' if feasible else 'infeasible'}{_mostly(reasons)}"
    if not teaching.infeasible:
        yield "no infeasible kind: the value function learns of no situation in which the skill cannot work; add one"


def _drawn(teaching: Teaching, kind: str, seed: int, guarded: Guarded) -> Start:
    starts = [guarded("draw", teaching.draw, np.random.default_rng(seed), kind, Stock()) for _ in range(2)]
    if not isinstance(starts[0], Start):
        raise WrongError(
            f"draw gave an object of type {type(starts[0]).__name__}", "return Start(scene, arguments, held)"
        )
    if starts[0] != starts[1]:
        raise WrongError(
            f"draw gave two situations for seed {seed}", "take all randomness from the rng that it is given"
        )
    return starts[0]


def _check_start(start: Start, teaching: Teaching, library: SkillLibrary, kind: str, feasible: bool) -> None:
    parameters = teaching.skill.parameters
    if set(start.arguments) != set(parameters):
        raise WrongError(
            f"{kind}: draw names {', '.join(start.arguments) or 'no arguments'}",
            f"give one for each parameter: {', '.join(parameters) or 'none'}",
        )
    there = {thing.id for thing in start.scene.objects} | {fixture.id for fixture in start.scene.fixtures}
    there |= {CRUMBS} if any(thing.category == "crumb" for thing in start.scene.objects) else set()
    if start.held is not None and start.held not in there:
        raise WrongError(f"{kind}: the hand is to hold {start.held!r}, which is not there", "put it into the scene")
    for name, id in start.arguments.items():
        types = library.types_of(split_name(id)[1])
        if parameters[name] not in types:
            raise WrongError(
                f"{kind}: {name} is {id!r}, which is of the types {', '.join(sorted(types))}",
                f"draw something of type {parameters[name]!r}, or change the parameter's type",
            )
        if feasible and id not in there:
            raise WrongError(f"{kind}: there is no {id!r} in the scene", "put it there, or call the kind infeasible")


def _forbids(start: Start, teaching: Teaching, robot: str, seed: int, guarded: Guarded) -> str:
    """What keeps the skill from being begun, in words; empty if nothing does."""
    world = SimulatedWorld(start.scene, robot)
    try:
        arrangement.start_pose(np.random.default_rng(seed), world, home=False)
        if start.held is not None and not world.privileged.put_in_hand(start.held):
            return f"the hand cannot hold the {split_name(start.held)[1]}"
        truth = world.privileged.truth()
        if not all(truth.has(id) for id in start.arguments.values()):
            return "something that the command names is not there"
        condition = teaching.skill.call(**start.arguments).operator.condition
        if reasons := unmet(condition, canonical_facts(truth.facts())):
            return "; ".join(reasons)
        _check_looks(start, teaching, {part.name for part in world.privileged.parts_now()})
        done = guarded("success", teaching.success, truth, truth, dict(start.arguments))
        return "success holds from the beginning" if done else ""
    except NoRoomError as error:
        return str(error)
    finally:
        world.close()


def _check_looks(start: Start, teaching: Teaching, parts: Collection[str]) -> None:
    for look, name in zip(("goes_to", "moves", "place"), teaching.lesson.looks.of(start.arguments), strict=True):
        if name not in parts:
            raise WrongError(
                f"{look}: there is no part {name!r} in the scene (parts: {', '.join(sorted(parts))})",
                "name something that can be seen, with parameters in braces, e.g. '{object}' or '{drawer} handle'",
            )


def _never(teaching: Teaching, kind: str, feasible: bool, reasons: Counter[str]) -> WrongError:
    if feasible:
        return WrongError(
            f"{kind}: none of {DRAWS} draws can be begun: {reasons.most_common(1)[0][0]}",
            "draw situations where the preconditions hold, or change these",
        )
    return WrongError(
        f"{kind}: nothing forbids the skill in any of {DRAWS} draws",
        "make a precondition say what forbids it, or move the kind from `infeasible` to `kinds`",
    )


def _mostly(reasons: Counter[str]) -> str:
    told = [reason for reason, _ in reasons.most_common() if reason]
    return f" ({told[0]})" if told else ""
