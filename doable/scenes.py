"""The library of each scene, and the weights that all of them share."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from doable.errors import BadInputError
from weights import WeightsError, names
from weights.store import directory

if TYPE_CHECKING:
    from skills import Policy, SkillLibrary

DEFAULT_SCENE = "tabletop"
LEARNED = ("grounder", "vla", "value", "detector")
"""Names of the weights that a robot acts with."""


def _tabletop(policy: "Policy | None" = None) -> "SkillLibrary":
    from skills.builtin import tabletop_library

    return tabletop_library(policy)


def _tabletop10(policy: "Policy | None" = None) -> "SkillLibrary":
    from skills.builtin import tabletop10_library

    return tabletop10_library(policy)


SCENES: "Mapping[str, Callable[[Policy | None], SkillLibrary]]" = {"tabletop": _tabletop, "tabletop10": _tabletop10}
"""The library of each; the keys are those of ``simulation.world.SCENES``."""


def library_of(scene: str) -> "Callable[[Policy | None], SkillLibrary]":
    """Gives a scene's library, with a policy that carries its skills out.

    Raises:
        BadInputError: there is no such scene.
    """
    if scene not in SCENES:
        raise BadInputError(f"unknown scene {scene!r}; choose from: {', '.join(SCENES)}")
    return SCENES[scene]


def is_learned(name: str = LEARNED[0]) -> bool:
    """Whether there should be weights of that name."""
    return name in names()


def check_learned(needed: tuple[str, ...] = LEARNED) -> None:
    """Refuse to go on where some weights were never made; damaged ones are found when they are loaded.

    Raises:
        WeightsError: there are no such weights; the message says how to do without.
    """
    missing = [name for name in needed if not is_learned(name)]
    if missing:
        raise WeightsError(
            f"there are no weights named {', '.join(missing)} in {directory()}; make weights trains them; "
            "--oracle --oracle-skills does without, with the simulator's truth and scripted demonstrators in their "
            "place"
        )
