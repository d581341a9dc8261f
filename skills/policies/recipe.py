"""The port of recipes: how one kind of policy is built, trained and run, so that all are trained by one function."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from torch import Tensor, nn

from grounding.frames import Frames
from grounding.training import Loss, Schedule
from skills.language import CommandEncoder
from skills.policies.demonstrations import Imitation, Inputs, Lessons, Targets
from skills.policies.episode import Answer, NetworkPolicy
from skills.policies.errors import RecipeError
from skills.ports import Policy

Say = Callable[[str], None]


class Recipe(Protocol):
    """One kind of policy with its hyperparameters."""

    @property
    def name(self) -> str:
        """As people choose it, e.g. ``tokens``."""
        ...

    def settings(self) -> dict[str, Any]:
        """The hyperparameters, as JSON can hold them; the same ones make the same network again."""
        ...

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network, random by torch's generator.

        Args:
            demonstrations: where a network that scales its numbers takes their statistics from; not needed for one
                that trained weights are to be put into.

        Raises:
            RecipeError: it cannot be built.
        """
        ...

    def loss(self, lessons: Lessons, batch: int) -> Loss:
        """What training minimises.

        Args:
            lessons: demonstrations, of which some recipes want ``joint_row`` too, and perhaps still views.
            batch: frames a step.

        Raises:
            RecipeError: the frames lack what this recipe learns from.
        """
        ...

    @property
    def finishing(self) -> float:
        """CPU time of ``finish``, as a share of the training's before it."""
        ...

    def finish(self, network: nn.Module, lessons: Lessons, schedule: Schedule, checkpoint: Path, say: Say) -> float:
        """What is trained at the end, in place.

        Args:
            network: that the loss has been minimised for.
            lessons: as before.
            schedule: of the training before.
            checkpoint: of the training before; what is kept to be resumed stands beside it.
            say: told about progress.

        Returns:
            CPU minutes that it took.
        """
        ...

    def policy(self, network: nn.Module, commands: CommandEncoder | None = None) -> Policy:
        """A trained network as a policy."""
        ...


class Settings(BaseModel):
    """Hyperparameters: unknown names are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]
    finishing: ClassVar[float] = 0.0
    tiny: ClassVar[Mapping[str, Any]] = {}
    """Settings of a size that learns nothing: it shows that the machinery works."""

    @model_validator(mode="after")
    def _heads_share_the_width(self) -> "Settings":
        width, heads = (getattr(self, name, 1) for name in ("width", "heads"))
        if hasattr(self, "heads") and width % heads:
            raise ValueError(f"width {width} is not a multiple of heads {heads}")
        return self

    def settings(self) -> dict[str, Any]:
        """The hyperparameters, as JSON can hold them."""
        return self.model_dump(mode="json")

    def finish(self, network: nn.Module, lessons: Lessons, schedule: Schedule, checkpoint: Path, say: Say) -> float:
        """Nothing is left to do; see ``Recipe.finish``."""
        return 0.0


class NetworkRecipe(Settings, ABC):
    """A recipe whose network imitates demonstrations, and whose answers are turned into actions."""

    joints: ClassVar[bool] = False
    """Whether it learns and acts in joint space."""

    @abstractmethod
    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network; see ``Recipe.build``."""

    @abstractmethod
    def objective(self, network: Any, inputs: Inputs, targets: Targets) -> dict[str, Tensor]:
        """Parts of the loss on a batch."""

    @abstractmethod
    def answer(self, network: Any) -> Answer:
        """Asks the network and makes actions of what it says, for one command."""

    def loss(self, lessons: Lessons, batch: int) -> Loss:
        """Imitation of the demonstrations; see ``Recipe.loss``."""
        return Imitation(lessons, batch, self.objective, self.joints)

    def policy(self, network: nn.Module, commands: CommandEncoder | None = None) -> NetworkPolicy:
        """A trained network as a policy."""
        network = network.eval()
        return NetworkPolicy(network, lambda: self.answer(network), commands or CommandEncoder())


_Settings = TypeVar("_Settings", bound=Settings)


def make(kind: type[_Settings], settings: Mapping[str, Any], tiny: bool = False) -> _Settings:
    """A recipe from settings by name; values may be words, as from a command line.

    Raises:
        RecipeError: a setting is unknown or has a wrong value; the message names the valid ones.
    """
    try:
        return kind.model_validate({**(kind.tiny if tiny else {}), **settings})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place, known = ".".join(map(str, first["loc"])), ", ".join(kind.model_fields) or "none"
        raise RecipeError(f"{kind.name}: {place or 'settings'}: {first['msg']} (settings: {known})") from error
