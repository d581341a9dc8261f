"""The default recipe: spatial readout and action chunks (``skills.networks``), learned as in ``skills.training``.

In the end the head is finished alone (``skills.finishing``), which takes a fraction of the time.
"""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from pydantic import Field
from torch import nn

from grounding.frames import Frames
from grounding.training import Loss, Schedule
from skills.builtin import tabletop10_library
from skills.finishing import BATCH, finish_head
from skills.language import CommandEncoder
from skills.networks import Spec, VLANetwork
from skills.policies.demonstrations import Lessons
from skills.policies.errors import RecipeError
from skills.policies.recipe import Say, Settings
from skills.training import Cloning
from skills.vla import VLAPolicy

HEAD_STEPS = 6
"""Of the head alone at the end, for each step of the training before."""


def _built_in() -> tuple[str, ...]:
    """All that move something."""
    return tuple(skill.name for skill in tabletop10_library() if skill.name != "done")


class Spatial(Settings):
    """What the built-in skills are carried out with."""

    name: ClassVar[str] = "spatial"
    finishing: ClassVar[float] = 0.4

    share: float = Field(default=0.6, gt=0, lt=1)
    """Part of each batch that shows demonstrations; the rest are still views to learn from where to look."""
    skills: tuple[str, ...] = Field(default_factory=_built_in, min_length=1)
    """In the order in which the network counts them."""
    width: int = Field(default=Spec.width, ge=1)
    """Of the head that moves the hand."""

    @property
    def spec(self) -> Spec:
        """What its networks are made for."""
        return Spec(self.skills, self.width)

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network."""
        return VLANetwork(self.spec)

    def loss(self, lessons: Lessons, batch: int) -> Loss:
        """Where to look and what to do.

        Raises:
            RecipeError: there are no scenes, or the lessons are of other skills.
        """
        if lessons.scenes is None:
            raise RecipeError("spatial learns where to look from still views: give folders of scenes too")
        if lessons.curriculum.names != self.skills:
            wanted, taught = ", ".join(self.skills), ", ".join(lessons.curriculum.names)
            raise RecipeError(f"spatial: its skills are {wanted}, and {taught} are taught")
        return Cloning(lessons.curriculum, lessons.scenes, lessons.demonstrations, lessons.commands, batch, self.share)

    def finish(self, network: nn.Module, lessons: Lessons, schedule: Schedule, checkpoint: Path, say: Say) -> float:
        """Train the head on, on what the trunk finds in the end; see ``Recipe.finish`` and ``skills.finishing``."""
        assert isinstance(network, VLANetwork)
        beside = checkpoint.with_stem(f"{checkpoint.stem}-head")
        head = replace(schedule, steps=HEAD_STEPS * schedule.steps, batch=BATCH)
        demos, taught, commands = lessons.demonstrations, lessons.curriculum, lessons.commands
        return finish_head(network.eval(), demos, taught, commands, head, beside, beside.with_suffix(""), say)

    def policy(self, network: nn.Module, commands: CommandEncoder | None = None) -> VLAPolicy:
        """A trained network as a policy."""
        if not isinstance(network, VLANetwork):
            raise RecipeError(f"spatial runs a VLANetwork, not a {type(network).__name__}")
        return VLAPolicy(network, commands)
