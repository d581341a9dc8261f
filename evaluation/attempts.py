"""Attempts at any skill that is taught: a world ready for a command, from a seed.

What ``evaluation.situations`` is to the three skills of the plain table-top, for all of ``simulation.lessons`` and for
those that a person adds. Worlds are made with privileged means: for evaluation and training data only.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

import numpy as np

from evaluation import arrangement
from evaluation.arrangement import NoRoomError
from grounding.parts import split_name
from simulation.lessons import TEACHINGS
from simulation.scene import SceneSpec
from simulation.shapes import NOVEL_SHAPES
from simulation.teaching import Start, Stock, Teaching, find_teaching
from simulation.world import SimulatedWorld
from skills import SkillCall

_HOME_SHARE = 0.3
_TRIES = 40
_DRAWS = 30


@dataclass(frozen=True)
class Attempt:
    """A world that is ready for a command. Whoever asked for it closes the world."""

    world: SimulatedWorld
    teaching: Teaching
    call: SkillCall
    kind: str
    feasible: bool
    """Whether nothing forbids success."""

    @property
    def skill(self) -> str:
        """Name of the skill."""
        return self.call.name

    @property
    def arguments(self) -> Mapping[str, str]:
        """Ids by parameter."""
        return self.call.arguments

    @property
    def command(self) -> str:
        """The canonical command in words."""
        return self.call.text

    @property
    def target(self) -> str:
        """Name of the part of the scene that the hand must go to."""
        return self.teaching.target(self.arguments)


@dataclass(frozen=True)
class AttemptSpec:
    """An attempt by its seed: small, picklable for the built-in teachings, and the same wherever it is built."""

    seed: int
    skill: str
    kind: str = "clean"
    stock: Stock = Stock()
    robot: str = "panda"
    naming: frozenset[tuple[str, str]] = frozenset()
    """Combinations of colour and category one of which the command must name; empty: whatever it names."""
    near: bool = False
    """The hand begins where another skill may have left it, not high over the table."""

    def build(self, teachings: Mapping[str, Teaching] = TEACHINGS) -> Attempt:
        """Set it up.

        Raises:
            ValueError: the skill is not taught, or not in situations of that kind.
            RuntimeError: no such situation came about.
        """
        teaching = find_teaching(self.skill, teachings)
        kinds = (*teaching.kinds, *teaching.infeasible)
        if self.kind not in kinds:
            raise ValueError(
                f"unknown kind of situation for {self.skill} {self.kind!r}; choose from: {', '.join(kinds)}"
            )
        rng = np.random.default_rng([self.seed, *f"{self.skill} {self.kind}".encode()])
        for _ in range(_TRIES):
            try:
                return _begin(rng, teaching, self)
            except NoRoomError:
                continue
        raise RuntimeError(f"no {self.kind} situation for {self.skill} in {_TRIES} tries")


def _begin(rng: np.random.Generator, teaching: Teaching, spec: AttemptSpec) -> Attempt:
    """One try.

    Raises:
        NoRoomError: what was drawn cannot be had, or is not what its kind says.
    """
    start = _drawn(rng, teaching, spec)
    world = SimulatedWorld(start.scene, spec.robot)
    try:
        if spec.near:
            arrangement.near_pose(rng, world, tuple(start.arguments.values()))
        else:
            arrangement.start_pose(rng, world, home=bool(rng.random() < _HOME_SHARE))
        if start.held is not None and not world.privileged.put_in_hand(start.held):
            raise NoRoomError(f"the hand does not hold the {start.held}")
        feasible = spec.kind in teaching.kinds
        if teaching.feasible(world.privileged.truth(), start.arguments) != feasible:
            raise NoRoomError(f"a {spec.kind} situation for {spec.skill} that is not what it says")
        return Attempt(world, teaching, teaching.skill.call(**start.arguments), spec.kind, feasible)
    except BaseException:
        world.close()
        raise


def _drawn(rng: np.random.Generator, teaching: Teaching, spec: AttemptSpec) -> Start:
    """A beginning whose command names what it must, and leaves no doubt what it means.

    Raises:
        NoRoomError: the command never did.
    """
    for _ in range(_DRAWS):
        start = teaching.draw(rng, spec.kind, spec.stock)
        named = {split_name(id) for id in start.arguments.values()}
        if (not spec.naming or named & spec.naming) and not _doubtful(start.scene, named):
            return start
    raise NoRoomError(f"no command of {spec.skill} names one of {len(spec.naming)} combinations")


def _doubtful(scene: SceneSpec, named: Set[tuple[str, str]]) -> bool:
    """Whether what is named has a shape never seen where there is another such in the same colour: nobody can know."""
    strange = [split_name(thing.id) for thing in scene.objects if thing.category in NOVEL_SHAPES]
    colours = [colour for colour, _ in strange]
    return any(colours.count(thing[0]) > 1 for thing in strange if thing in named)
