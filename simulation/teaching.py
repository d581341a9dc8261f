"""What it takes to teach a skill in simulation, in one place: this is the contract for those who add one.

A ``Teaching`` joins a skill's contract with an expert that shows it, a judgement of whether it worked, and the
situations in which it is begun. A person's file makes one and hands it on::

    NUDGE = Teaching(
        skill=Skill(name="nudge", template="nudge the {object}", parameters={"object": "movable"}, ...),
        expert=nudge,        # (truth, arguments) -> (EndEffectorTarget, done); no memory, answers from any state
        success=nudged,      # (truth before, truth now, arguments) -> bool
        draw=start_of_nudge, # (rng, kind, stock) -> Start
    )

and ``{**TEACHINGS, "nudge": NUDGE}`` teaches it along with the built-in ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from simulation.grasping import Expert
from simulation.scene import SceneSpec
from simulation.shapes import COLOURS, HOUSEHOLD, NOVEL_COLOURS, NOVEL_SHAPES
from simulation.truth import Success, Truth
from skills import Skill, SkillCall
from skills.conditions import canonical_facts, holds
from skills.curriculum import Lesson, Looks, check_names

FEASIBLE = ("clean",)


@dataclass(frozen=True)
class Stock:
    """What scenes are furnished with: shapes and colours, but for some combinations."""

    shapes: tuple[str, ...] = ("block", *HOUSEHOLD)
    colours: tuple[str, ...] = tuple(COLOURS)
    exclude: frozenset[tuple[str, str]] = frozenset()
    """Pairs of colour and category that never occur."""

    def draw(self, rng: np.random.Generator, count: int, shapes: tuple[str, ...] = ()) -> list[str]:
        """``count`` different names such as ``red can``; of ``shapes`` if given, else of any in stock.

        Raises:
            ValueError: there are not so many.
        """
        wanted = shapes or self.shapes
        names = [f"{c} {s}" for s in wanted for c in self.colours if (c, s) not in self.exclude]
        if count > len(names):
            raise ValueError(f"cannot draw {count} different things; there are {len(names)} in stock")
        by_shape = [wanted[int(i)] for i in rng.integers(len(wanted), size=4 * count + 8)]
        picked: list[str] = []
        for shape in by_shape:
            left = [name for name in names if name.split()[1] == shape and name not in picked]
            if left and len(picked) < count:
                picked.append(left[int(rng.integers(len(left)))])
        rest = [name for name in names if name not in picked]
        return picked + [rest[int(i)] for i in rng.permutation(len(rest))[: count - len(picked)]]


NOVEL_SHAPE_STOCK = Stock(shapes=NOVEL_SHAPES)
NOVEL_COLOUR_STOCK = Stock(colours=tuple(NOVEL_COLOURS))


@dataclass(frozen=True)
class Start:
    """Where an attempt begins: the table, the command's arguments and what is in the hand."""

    scene: SceneSpec
    arguments: Mapping[str, str]
    held: str | None = None


Draw = Callable[[np.random.Generator, str, Stock], Start]


@dataclass(frozen=True)
class Teaching:
    """A skill and how it is taught.

    Raises:
        ValueError: what the hand goes to, or moves, names no parameter.
    """

    skill: Skill
    expert: Expert
    success: Success
    draw: Draw
    kinds: tuple[str, ...] = FEASIBLE
    """Kinds of situations that ``draw`` knows in which nothing forbids success."""
    infeasible: tuple[str, ...] = ()
    """Kinds in which something does."""
    goes_to: str = "{object}"
    """What the hand goes to, with parameters in braces: a part of the scene, for labels of attention."""
    moves: tuple[str, ...] = ("{object}",)
    """What the skill is meant to move, in the same notation."""
    place: str = ""
    """Where that goes, or what shows that it worked, in the same notation; what the hand goes to if empty."""
    wordings: tuple[str, ...] = ()
    """Further ways to say the command, with the parameters in braces; the skill's template comes before them."""
    novel: Mapping[str, Stock] = field(default_factory=dict)
    """Stocks for tests of generalisation that make sense for this skill, by name."""

    def __post_init__(self) -> None:
        check_names(self.skill, (self.goes_to, *self.moves, self.place))
        _ = self.lesson

    @property
    def name(self) -> str:
        """The skill's name."""
        return self.skill.name

    @property
    def lesson(self) -> Lesson:
        """The skill as networks learn it.

        Raises:
            ValueError: a wording that does not say every parameter.
        """
        template = self.skill.template
        wordings = (template, *(text for text in self.wordings if text != template))
        moved = self.moves[0] if self.moves else self.goes_to
        return Lesson(self.skill, wordings, Looks(self.goes_to, moved, self.place or self.goes_to))

    def target(self, arguments: Mapping[str, str]) -> str:
        """Name of the part of the scene that the hand goes to, e.g. ``drawer handle``."""
        return self.goes_to.format(**arguments)

    def moved(self, arguments: Mapping[str, str]) -> tuple[str, ...]:
        """Ids of what the skill is meant to move."""
        return tuple(text.format(**arguments) for text in self.moves)

    def feasible(self, truth: Truth, arguments: Mapping[str, str]) -> bool:
        """Whether nothing forbids success: all is there, the preconditions hold, and it is not so already.

        Reach is not looked at.
        """
        if not all(truth.has(id) for id in arguments.values()):
            return False
        call = SkillCall(self.skill, arguments)
        met = holds(call.operator.condition, canonical_facts(truth.facts()))
        return met and not self.success(truth, truth, arguments)


def find_teaching(skill: str, teachings: Mapping[str, Teaching]) -> Teaching:
    """How a skill is taught.

    Raises:
        ValueError: it is not; the message names those that are.
    """
    if skill not in teachings:
        raise ValueError(f"unknown skill {skill!r}; choose from: {', '.join(teachings)}")
    return teachings[skill]
