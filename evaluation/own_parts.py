"""The learned parts that an evaluation uses, named by where their weights lie: other processes load them too."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from affordances.detector import LearnedSuccessDetector
from affordances.own import DetectorOfOwn, Eyes, OwnJudges, ValueBySkill, own_judges
from affordances.ports import SuccessDetector, ValueFunction
from affordances.value import LearnedValueFunction
from evaluation.learned import one_thread
from skills import Policy, SkillLibrary
from skills.own import own_policy
from skills.vla import VLAPolicy
from weights import hash_of


@dataclass(frozen=True)
class OwnParts:
    """The built-in parts, and perhaps those of one skill of a person's own."""

    eyes: Path
    """Folder of the built-in parts' weights."""
    name: str = ""
    """The skill; empty: a built-in one."""
    own: Path | None = None
    """Folder of the skill's own weights; None: it is a built-in one."""

    def policy(self) -> Policy:
        """Who carries the skill out.

        Raises:
            WeightsError: weights are missing or damaged, or were trained on other eyes.
        """
        return eyes_of(self.eyes) if self.own is None else _policy(self.eyes, self.own, hash_of("vla", self.own))

    def value_function(self, library: SkillLibrary) -> ValueFunction:
        """Who foretells whether it will work.

        Raises:
            WeightsError: as for ``policy``.
        """
        shared, eyes = _value(self.eyes), eyes_of(self.eyes)
        return shared if self.own is None else ValueBySkill(shared, self._judges(), Eyes(eyes), library)

    def detector(self, library: SkillLibrary) -> SuccessDetector:
        """Who tells whether it has worked.

        Raises:
            WeightsError: as for ``policy``.
        """
        shared, eyes = _detector(self.eyes), eyes_of(self.eyes)
        return shared if self.own is None else DetectorOfOwn(shared, self._judges(), Eyes(eyes), library)

    def _judges(self) -> dict[str, OwnJudges]:
        assert self.own is not None
        return {self.name: own_judges(self.own, eyes_of(self.eyes))}


@cache
def eyes_of(folder: Path) -> VLAPolicy:
    """The built-in policy, by the folder of its weights.

    Raises:
        WeightsError: they are missing or damaged.
    """
    one_thread()
    return VLAPolicy.load(folder=folder)


@cache
def _policy(eyes: Path, own: Path, content: str) -> Policy:
    """``content`` tells weights from those that lay there before."""
    return own_policy(own, eyes_of(eyes))


@cache
def _value(folder: Path) -> LearnedValueFunction:
    return LearnedValueFunction.load(eyes_of(folder).commands, folder)


@cache
def _detector(folder: Path) -> LearnedSuccessDetector:
    return LearnedSuccessDetector.load(eyes_of(folder).commands, folder)
