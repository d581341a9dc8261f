"""What comes with each scene: its skills, and the weights that were learned for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doable.errors import BadInputError
from weights import WeightsError, names
from weights.store import directory

if TYPE_CHECKING:
    from skills import Policy, SkillLibrary

DEFAULT_SCENE = "tabletop"
LEARNED = ("grounder", "vla", "value", "detector")
"""Names of the weights that a robot acts with."""


@dataclass(frozen=True)
class SceneParts:
    """What is used in a scene unless something else is asked for."""

    library: "Callable[[Policy | None], SkillLibrary]"
    folder: str
    """Of its weights, within the weights directory; empty: that directory itself."""


def _tabletop(policy: "Policy | None" = None) -> "SkillLibrary":
    from skills.builtin import tabletop_library

    return tabletop_library(policy)


def _tabletop10(policy: "Policy | None" = None) -> "SkillLibrary":
    from skills.builtin import tabletop10_library

    return tabletop10_library(policy)


SCENES: Mapping[str, SceneParts] = {
    "tabletop": SceneParts(_tabletop, ""),
    "tabletop10": SceneParts(_tabletop10, "tabletop10"),
}
"""By scene; the keys are those of ``simulation.world.SCENES``."""


def parts_of(scene: str) -> SceneParts:
    """What comes with a scene.

    Raises:
        BadInputError: there is no such scene.
    """
    if scene not in SCENES:
        raise BadInputError(f"unknown scene {scene!r}; choose from: {', '.join(SCENES)}")
    return SCENES[scene]


def weights_of(scene: str) -> Path:
    """Where the weights of a scene lie.

    Raises:
        BadInputError: there is no such scene.
    """
    return directory() / parts_of(scene).folder


def is_learned(scene: str, name: str = LEARNED[0]) -> bool:
    """Whether there should be weights of that name; those of the default scene are always held to be there.

    Raises:
        BadInputError: there is no such scene.
    """
    return not parts_of(scene).folder or name in names(weights_of(scene))


def check_learned(scene: str, needed: tuple[str, ...] = LEARNED) -> None:
    """Refuse a scene for which some weights were never made; damaged ones are found when they are loaded.

    Raises:
        BadInputError: there is no such scene.
        WeightsError: it has no such weights; the message says how to do without.
    """
    missing = [name for name in needed if not is_learned(scene, name)]
    if missing:
        raise WeightsError(
            f"the scene {scene} is not learned yet: no weights named {', '.join(missing)} in {weights_of(scene)}; "
            "make weights trains them; --oracle --oracle-skills does without, with the simulator's truth and "
            "scripted demonstrators in their place"
        )
