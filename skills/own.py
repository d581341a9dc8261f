"""A skill that somebody added: a small head of its own on eyes that it shares, so that it costs the others nothing.

The eyes are the trunk of the built-in policy. They are frozen: what they find for a command does not
change when a skill is added, and nor do the other skills' weights. A skill learns how the hand moves, given what the
eyes find, and it may ask them in the words of a skill that they know already (``Asking``).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter
from typing import Any

from skills.conditions import canonical
from skills.networks import ChunkHead, LanguageVision, Spec, VLANetwork
from skills.ports import Policy
from skills.skill import Skill
from skills.vla import VLAEpisode, VLAPolicy
from weights import WeightsError, metadata, restore
from weights.store import MANIFEST

WIDTH = 256
"""Of the head."""


@dataclass(frozen=True)
class Asking:
    """What the eyes are asked when a command is given."""

    wordings: tuple[str, ...]
    """Of the skill, with its parameters in braces."""
    template: str = ""
    """A command that the eyes know, with the skill's parameters in braces; empty: the command as it was said."""

    def of(self, command: str) -> str:
        """The sentence for the eyes; the command itself if it is none of the wordings."""
        arguments = read_wording(self.wordings, command) if self.template else None
        return command if arguments is None else self.template.format(**arguments)


def read_wording(wordings: Sequence[str], command: str) -> dict[str, str] | None:
    """What a command names, by parameter; None if it is none of the wordings.

    Args:
        wordings: with parameters in braces.
        command: the sentence.
    """
    for text in wordings:
        parts = Formatter().parse(canonical(text))
        pattern = "".join(re.escape(said) + (f"(?P<{name}>.+?)" if name else "") for said, name, _, _ in parts)
        if found := re.fullmatch(pattern, canonical(command)):
            return found.groupdict()
    return None


class OwnNetwork(VLANetwork):
    """Shared eyes and a head of one skill.

    Args:
        skill: its name.
        trunk: the eyes; they are not a copy.
        width: of the head.
    """

    def __init__(self, skill: str, trunk: LanguageVision, width: int = WIDTH) -> None:
        super(VLANetwork, self).__init__()
        self.spec = Spec((skill,), width)
        self.trunk = trunk
        self.head = ChunkHead(self.spec)


class OwnPolicy:
    """Carries out one skill, looking with the eyes of another policy."""

    def __init__(self, network: OwnNetwork, eyes: VLAPolicy, asking: Asking, folder: Path | None = None) -> None:
        self.network, self.eyes, self.asking = network.eval(), eyes, asking
        self.folder = folder
        """Of its weights, where those of its value function and detector lie too."""

    def start(self, command: str) -> VLAEpisode:
        """Begin a command: encodes it once."""
        tokens, mask = self.eyes.commands.encode([self.asking.of(command)])
        return VLAEpisode(self.network, tokens, mask)


@dataclass(frozen=True)
class OwnHeader:
    """What stands in the header of a skill's own weights."""

    skill: str
    asking: Asking
    eyes: str
    """SHA-256 of the weights that they were trained on."""
    width: int = WIDTH

    @property
    def hyperparameters(self) -> dict[str, str]:
        """For the header of a weights file."""
        asked = {"wordings": json.dumps(self.asking.wordings), "asked": self.asking.template}
        return {"skill": self.skill, "eyes": self.eyes, "width": str(self.width), **asked}

    @classmethod
    def read(cls, folder: Path, name: str, eyes: str) -> "OwnHeader":
        """From a skill's own weights.

        Args:
            folder: where they lie.
            name: ``vla``, ``value`` or ``detector``.
            eyes: SHA-256 of the weights of the eyes that there are now.

        Raises:
            WeightsError: they are missing or damaged, or were trained on other eyes.
        """
        with remade(folder):
            header: Mapping[str, Any] = metadata(name, folder)
            asking = Asking(tuple(json.loads(header["wordings"])), header["asked"])
            found = cls(header["skill"], asking, header["eyes"], int(header["width"]))
        if found.eyes != eyes:
            raise WeightsError(f"{folder.name}/{name} was trained on other eyes than those in use; {REMEDY}")
        return found


REMEDY = "`doable skills train` makes them again"


@contextmanager
def remade(folder: Path) -> Iterator[None]:
    """Let missing or damaged weights of a skill's own say how they are made again.

    Raises:
        WeightsError: something was wrong with them, or with their header.
    """
    try:
        yield
    except (WeightsError, KeyError, ValueError) as error:
        what = str(error).partition(";")[0]
        raise WeightsError(f"the weights of {folder.name} cannot be used: {what}; {REMEDY}") from error


def own_policy(folder: Path, eyes: VLAPolicy) -> OwnPolicy:
    """A skill's own policy, from its weights.

    Args:
        folder: of its weights.
        eyes: the policy whose trunk looks.

    Raises:
        WeightsError: the weights are missing or damaged, or were trained on other eyes.
    """
    header = OwnHeader.read(folder, "vla", eyes.fingerprint)
    network = OwnNetwork(header.skill, eyes.network.trunk, header.width)
    with remade(folder):
        network.head = restore(network.head, "vla", folder)
    return OwnPolicy(network, eyes, header.asking, folder)


def carried_out(skill: Skill, beside: Path, policy: Policy | None) -> Skill:
    """A taught skill with who carries it out: its own weights, on the eyes of the learned policy.

    Args:
        skill: its contract.
        beside: the file that teaches it; its weights lie beside that, in a folder of the skill's name.
        policy: the built-in one, or one that says by ``teaches(name)`` which skills it carries out in its place;
            None: nobody will.

    Returns:
        The skill itself if it has a policy, or none is wanted, or it was never trained.

    Raises:
        WeightsError: its weights are damaged, or were trained on other eyes.
    """
    if skill.policy is not None or policy is None:
        return skill
    teaches = getattr(policy, "teaches", None)
    if callable(teaches) and teaches(skill.name):
        return replace(skill, policy=policy)
    if not isinstance(policy, VLAPolicy):
        return skill
    folder = beside.parent / skill.name
    return replace(skill, policy=own_policy(folder, policy)) if (folder / MANIFEST).exists() else skill
