"""The default recipe: spatial readout and action chunks (``skills.networks``), learned as in ``skills.training``."""

from typing import ClassVar

from pydantic import Field
from torch import nn

from grounding.frames import Frames
from grounding.training import Loss
from skills.language import CommandEncoder
from skills.networks import VLANetwork
from skills.policies.errors import RecipeError
from skills.policies.recipe import Settings
from skills.training import Cloning
from skills.vla import VLAPolicy


class Spatial(Settings):
    """What the built-in skills are carried out with."""

    name: ClassVar[str] = "spatial"

    share: float = Field(default=0.6, gt=0, lt=1)
    """Part of each batch that shows demonstrations; the rest are still views to learn from where to look."""

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network."""
        return VLANetwork()

    def loss(self, demonstrations: Frames, scenes: Frames | None, commands: CommandEncoder, batch: int) -> Loss:
        """Where to look and what to do.

        Raises:
            RecipeError: there are no scenes.
        """
        if scenes is None:
            raise RecipeError("spatial learns where to look from still views: give folders of scenes too")
        return Cloning(scenes, demonstrations, commands, batch, self.share)

    def policy(self, network: nn.Module, commands: CommandEncoder | None = None) -> VLAPolicy:
        """A trained network as a policy."""
        if not isinstance(network, VLANetwork):
            raise RecipeError(f"spatial runs a VLANetwork, not a {type(network).__name__}")
        return VLAPolicy(network, commands)
