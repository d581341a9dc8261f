"""Situations in which a skill is begun: a scene, what the hand holds, a command, and whether it is feasible.

Situations are made with privileged means (things are put where they are needed, also into the hand), so they serve
evaluation and the making of training data only. Everything follows from the generator that is passed in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from evaluation import arrangement
from evaluation.arrangement import NoRoomError
from simulation import COLOURS, SceneSpec, sample_tabletop
from simulation.shapes import DISTRACTORS
from simulation.truth import Truth
from simulation.world import SimulatedWorld
from skills import SkillCall, SkillLibrary
from skills.builtin import tabletop_library

HELD_OUT: frozenset[tuple[str, str]] = frozenset(
    {("cyan", "block"), ("purple", "block"), ("orange", "bowl"), ("pink", "bowl")}
)
"""Colour and category of things that no training scene ever shows or names."""
EVALUATION_SEED = 900_000
"""Seeds from here on belong to evaluation; training never uses them."""

SKILLS = ("pick_up", "put_in", "put_on")
Kind = Literal[
    "clean",
    "clutter",
    "near_miss",
    "object_absent",
    "hand_full",
    "already_held",
    "hand_empty",
    "wrong_object_in_hand",
    "out_of_reach",
    "covered",
    "container_absent",
    "support_absent",
]
Combinations = Literal["seen", "held_out", "any"]
FEASIBLE_KINDS: tuple[Kind, ...] = ("clean", "clutter", "near_miss")
"""Kinds in which nothing forbids success; ``near_miss`` often fails all the same."""
INFEASIBLE_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "pick_up": ("object_absent", "hand_full", "already_held", "out_of_reach", "covered"),
    "put_in": ("object_absent", "hand_empty", "wrong_object_in_hand", "out_of_reach", "container_absent"),
    "put_on": ("object_absent", "hand_empty", "wrong_object_in_hand", "out_of_reach", "covered", "support_absent"),
}
TARGET_PARAMETER: Mapping[str, str] = {"pick_up": "object", "put_in": "container", "put_on": "support"}
"""The argument that the hand moves towards."""

_HOME_SHARE = 0.3
_ATTEMPTS = 30


@dataclass(frozen=True)
class Situation:
    """A world that is ready for a command. Whoever asked for it closes the world."""

    world: SimulatedWorld
    call: SkillCall
    kind: Kind
    feasible: bool
    """Whether nothing forbids success: all is there, within reach and free, and the hand is as it must be."""

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
        """Id of the thing that the hand must go to."""
        return self.call.arguments[TARGET_PARAMETER[self.skill]]


@dataclass(frozen=True)
class SituationSpec:
    """A situation by its seed: small, picklable, and the same wherever it is built."""

    seed: int
    skill: str
    kind: Kind = "clean"
    combinations: Combinations = "seen"
    robot: str = "panda"

    def build(self) -> Situation:
        """Set the situation up."""
        rng = np.random.default_rng([self.seed, *f"{self.skill} {self.kind}".encode()])
        return sample_situation(rng, self.skill, self.kind, combinations=self.combinations, robot=self.robot)


def kinds(skill: str) -> tuple[Kind, ...]:
    """All kinds of situations that a skill can be begun in, the feasible ones first.

    Raises:
        ValueError: unknown skill.
    """
    _check(skill, SKILLS, "skill")
    return (*FEASIBLE_KINDS, *INFEASIBLE_KINDS[skill])


def check_training_seed(seed: int) -> int:
    """The seed itself.

    Raises:
        ValueError: it is kept for evaluation.
    """
    if seed >= EVALUATION_SEED:
        raise ValueError(f"seed {seed} is kept for evaluation; train on seeds below {EVALUATION_SEED}")
    return seed


def sample_situation(
    rng: np.random.Generator,
    skill: str,
    kind: Kind = "clean",
    *,
    combinations: Combinations = "seen",
    robot: str = "panda",
) -> Situation:
    """Draw a scene, a command and the state of the hand.

    Args:
        rng: the only source of randomness.
        skill: ``pick_up``, ``put_in`` or ``put_on``.
        kind: one of ``kinds(skill)``.
        combinations: ``seen``: nothing of ``HELD_OUT`` is shown or named; ``held_out``: the command names at least
            one of them; ``any``: no restriction.
        robot: which robot stands there.

    Raises:
        ValueError: unknown skill, kind, combinations or robot; the message names the valid ones.
    """
    _check(kind, kinds(skill), f"kind of situation for {skill}")
    _check(combinations, get_args(Combinations), "combinations")
    for _ in range(_ATTEMPTS):
        try:
            return _Sampler(rng, skill, kind, combinations, robot).situation()
        except NoRoomError:
            continue
    raise RuntimeError(f"no {kind} situation for {skill} in {_ATTEMPTS} attempts")


def is_feasible(truth: Truth, call: SkillCall) -> bool | None:
    """Whether nothing forbids that a call succeeds from this state; None at the edge of reach, where it may or not.

    Args:
        truth: the state now.
        call: of ``pick_up``, ``put_in`` or ``put_on``.
    """
    there = {thing.id: thing for thing in truth.objects}
    if not set(call.arguments.values()) <= set(there):
        return False
    wanted = None if call.name == "pick_up" else call.arguments["object"]
    target = there[call.arguments[TARGET_PARAMETER[call.name]]]
    if truth.held != wanted or not (call.name == "put_in" or truth.clear(target)):
        return False
    return arrangement.reachable(target.category, target.position)


class _Sampler:
    """The draws of one situation."""

    def __init__(
        self, rng: np.random.Generator, skill: str, kind: Kind, combinations: Combinations, robot: str
    ) -> None:
        self.rng, self.kind, self.robot = rng, kind, robot
        self.skill = _library()[skill]
        self.combinations = combinations

    def situation(self) -> Situation:
        """One attempt.

        Raises:
            NoRoomError: what was drawn does not fit or cannot be had.
        """
        names = self._names()
        arguments = self._arguments(names)
        spec = self._scene([name for name in names if name not in self._absent(arguments)], arguments)
        world = SimulatedWorld(spec, self.robot)
        try:
            self._prepare_hand(world, arguments)
            return self._checked(world, self.skill.call(**arguments))
        except BaseException:
            world.close()
            raise

    def _names(self) -> list[str]:
        """What there is to see or to name: 4-6 blocks, 2-3 bowls, 0-2 other shapes, each once."""
        names = self._draw("block", int(self.rng.integers(4, 7))) + self._draw("bowl", int(self.rng.integers(2, 4)))
        others = [DISTRACTORS[i] for i in self.rng.integers(len(DISTRACTORS), size=int(self.rng.integers(0, 3)))]
        return names + [name for category in DISTRACTORS for name in self._draw(category, others.count(category))]

    def _draw(self, category: str, count: int) -> list[str]:
        """Names of one category; the held-out ones come first when the command must name one of them."""
        allowed = [c for c in COLOURS if self.combinations != "seen" or (c, category) not in HELD_OUT]
        colours = [allowed[i] for i in self.rng.permutation(len(allowed))]
        if self.combinations == "held_out":
            colours.sort(key=lambda colour: (colour, category) not in HELD_OUT)
        return [f"{colour} {category}" for colour in colours[:count]]

    def _arguments(self, names: Sequence[str]) -> dict[str, str]:
        """Arguments for the command; for held-out combinations, one of them or several are such."""
        fitting = {name: self._fitting(names, name) for name in self.skill.parameters}
        while True:
            picked = {name: things[int(self.rng.integers(len(things)))] for name, things in fitting.items()}
            novel = any(_combination(thing) in HELD_OUT for thing in picked.values())
            if len(set(picked.values())) == len(picked) and (novel or self.combinations != "held_out"):
                return picked

    def _fitting(self, names: Sequence[str], parameter: str) -> list[str]:
        wanted = self.skill.parameters[parameter]
        return [name for name in names if wanted in _library().types_of(_combination(name)[1])]

    def _absent(self, arguments: Mapping[str, str]) -> Collection[str]:
        """What the command names although it is not there."""
        parameter = self.kind.removesuffix("_absent")
        return {arguments[parameter]} if parameter != self.kind else set()

    def _scene(self, names: Sequence[str], arguments: Mapping[str, str]) -> SceneSpec:
        """Everything on the table, as the kind of situation has it."""
        spec = sample_tabletop(self.rng, objects=names, clutter=self.kind == "clutter")
        target, others = arguments[TARGET_PARAMETER[self.skill.name]], self._movable(names, arguments)
        if self.kind == "out_of_reach":
            return replace(spec, objects=arrangement.out_of_reach(self.rng, spec.objects, target))
        if self.kind == "covered":
            return replace(spec, objects=arrangement.covered(self.rng, spec.objects, target, others))
        if self.kind == "near_miss":
            kept = set(arguments.values())
            return replace(spec, objects=arrangement.near_miss(self.rng, spec.objects, target, kept))
        return spec

    def _movable(self, names: Sequence[str], arguments: Mapping[str, str]) -> list[str]:
        """Things besides those of the command that could be in the hand or on top of something."""
        movable = [name for name in names if "movable" in _library().types_of(_combination(name)[1])]
        return [name for name in movable if name not in arguments.values()]

    def _prepare_hand(self, world: SimulatedWorld, arguments: Mapping[str, str]) -> None:
        """Bring the arm to where it begins, holding what the kind of situation asks for."""
        held = self._in_hand([o.id for o in world.spec.objects], arguments)
        arrangement.start_pose(self.rng, world, home=self.rng.random() < _HOME_SHARE)
        if held is None:
            return
        if not world.privileged.truth().clear(world.privileged.truth()[held]):
            raise NoRoomError(f"something lies on the {held}")
        if not world.privileged.put_in_hand(held):
            raise NoRoomError(f"the hand does not hold the {held}")

    def _in_hand(self, names: Sequence[str], arguments: Mapping[str, str]) -> str | None:
        """What the hand holds at the beginning."""
        others = self._movable(names, arguments)
        other = others[int(self.rng.integers(len(others)))] if others else None
        if self.kind in ("hand_full", "wrong_object_in_hand"):
            return other
        if self.kind == "object_absent":
            return None if self.skill.name == "pick_up" or self.rng.random() < 0.5 else other
        puts = self.skill.name != "pick_up" and self.kind != "hand_empty"
        return arguments["object"] if puts or self.kind == "already_held" else None

    def _checked(self, world: SimulatedWorld, call: SkillCall) -> Situation:
        """The situation, if it is what its kind says."""
        truth, feasible = world.privileged.truth(), self.kind in FEASIBLE_KINDS
        found = is_feasible(truth, call)
        if found != feasible and not (found is None and self.kind == "near_miss"):
            raise NoRoomError(f"{call} is{'' if found else ' not'} feasible in a {self.kind} situation")
        return Situation(world, call, self.kind, feasible)


def _combination(name: str) -> tuple[str, str]:
    """Colour and category of a name such as ``red block``."""
    colour, category = name.split()[:2]
    return colour, category


def _library() -> SkillLibrary:
    return tabletop_library()


def _check(given: str, allowed: Sequence[str], what: str) -> None:
    if given not in allowed:
        raise ValueError(f"unknown {what} {given!r}; choose from: {', '.join(allowed)}")
