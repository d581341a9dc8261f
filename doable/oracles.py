"""What knows the simulator's state and stands in for learned parts, to tell their errors from others or to do without.

Never used unless asked for (`--oracle`, `--oracle-skills`), and always named in the trace.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from affordances.ports import Verdict
from grounding import Observation, Scene
from skills import LibraryError, PolicyError, SkillCall, SkillLibrary, World
from skills.conditions import canonical, canonical_facts, holds
from skills.ports import Episode

if TYPE_CHECKING:
    from simulation.teaching import Teaching
    from simulation.truth import Truth
    from simulation.world import SimulatedWorld

CERTAIN = 0.99
"""What an oracle thinks of what can be done; of the rest, one less this."""


class OracleGrounder:
    """Sees what the simulator knows; for telling errors of grounding from others."""

    def __init__(self, world: Any) -> None:
        self._world = world

    def ground(self, observation: Observation) -> Scene:
        """The true scene, whatever was observed."""
        return true_scene(self._world)


def true_scene_of(world: World) -> Callable[[], Scene] | None:
    """How to learn what is really there; None in a world where nobody knows."""
    return partial(true_scene, world) if hasattr(world, "privileged") else None


def true_scene(world: Any) -> Scene:
    """What is really there, in the terms of a grounder; left, right, in front and behind as the front camera has it."""
    from simulation.cameras import FRONT_POSE, jittered
    from simulation.symbols import scene_of

    return scene_of(world.privileged.truth(), jittered(FRONT_POSE, world.spec.camera_jitter))


@dataclass(frozen=True)
class OracleSkills:
    """Scripted demonstrators in the place of the policy, of all skills that are taught in simulation."""

    world: "SimulatedWorld"
    library: SkillLibrary
    """To read commands with."""
    files: tuple[Path, ...] = ()
    """Python files that teach further skills."""

    def teaches(self, skill: str) -> bool:
        """Whether a skill of that name is demonstrated."""
        return skill in teachings(self.files)

    def start(self, command: str) -> Episode:
        """Begin a command.

        Raises:
            PolicyError: nobody demonstrates it.
        """
        from evaluation.oracle import Oracle

        call = offered(self.library, self.world).get(canonical(command))
        if call is None or call.name not in teachings(self.files):
            raise PolicyError(f"no demonstrator for {command!r} (of: {', '.join(teachings(self.files))})")
        return Oracle(self.world, call.name, call.arguments, teachings(self.files)).start(command)


@dataclass(frozen=True)
class OracleValueFunction:
    """Whether a command can be carried out, by the true state: preconditions hold and nothing is shut away."""

    world: "SimulatedWorld"
    library: SkillLibrary
    files: tuple[Path, ...] = ()

    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        """Probability of each command, shape (n,): nearly 1 or nearly 0."""
        truth, calls = self.world.privileged.truth(), offered(self.library, self.world)
        able = [self._feasible(truth, calls.get(canonical(command))) for command in commands]
        return np.where(np.array(able, dtype=bool), CERTAIN, 1 - CERTAIN)

    def _feasible(self, truth: "Truth", call: SkillCall | None) -> bool:
        if call is None or _shut_away(truth) & set(call.arguments.values()):
            return False
        if call.name in teachings(self.files):
            return teachings(self.files)[call.name].feasible(truth, call.arguments)
        return holds(call.operator.condition, canonical_facts(truth.facts()))


@dataclass(frozen=True)
class OracleDetector:
    """The simulator's judgement in the place of the learned detector."""

    world: "SimulatedWorld"
    library: SkillLibrary
    files: tuple[Path, ...] = ()

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        """What is so now, whatever was observed; a command that means nothing was not carried out."""
        call = offered(self.library, self.world).get(canonical(command))
        truth = self.world.privileged.truth()
        if call is None:
            success = False
        elif call.name in teachings(self.files):
            success = teachings(self.files)[call.name].success(truth, truth, call.arguments)
        else:
            success = holds(call.done_condition, canonical_facts(true_scene(self.world).facts))
        return Verdict(success, float(success), "simulator")


@cache
def teachings(files: tuple[Path, ...] = ()) -> "Mapping[str, Teaching]":
    """What is taught in simulation, by Doable, by installed packages and by a person's files."""
    from simulation.lessons import TEACHINGS
    from simulation.plugins import installed_teachings, load_teaching_file

    found = {**TEACHINGS, **installed_teachings().teachings}
    for file in files:
        with suppress(LibraryError):  # whoever loads the library says what is wrong with it
            found |= {teaching.name: teaching for teaching in load_teaching_file(file)}
    return found


def offered(library: SkillLibrary, world: "SimulatedWorld") -> dict[str, SkillCall]:
    """The calls that can be made with what is there, by command."""
    from simulation.symbols import scene_of

    return {canonical(call.text): call for call in library.calls(scene_of(world.privileged.truth()))}


def _shut_away(truth: "Truth") -> set[str]:
    """Ids of what lies in a drawer that is not open: no hand gets there, though no contract says so."""
    facts = truth.facts()
    opened = {fact.arguments[0] for fact in facts if fact.predicate == "open"}
    shut = {drawer.id for drawer in truth.of_kind("drawer")} - opened
    return {fact.arguments[0] for fact in facts if fact.predicate == "in" and fact.arguments[1] in shut}
