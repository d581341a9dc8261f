"""Scripted doubles of a value function and a success detector that judge a ``FakeWorld``'s facts, for tests."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from affordances.ports import Verdict
from grounding import Observation
from skills import LibraryError, SkillLibrary
from skills.conditions import holds
from skills.fake import scene_of


class FakeValueFunction:
    """High where a call's preconditions hold, low where they do not."""

    def __init__(
        self,
        library: SkillLibrary,
        overrides: Mapping[str, float] | None = None,
        high: float = 0.95,
        low: float = 0.05,
    ) -> None:
        """Prepare; ``overrides`` gives a value by command, e.g. ``{"pick up the red block": 0.2}``."""
        self.library, self.overrides, self.high, self.low = library, dict(overrides or {}), high, low

    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        """One probability a command, of shape (n,); a command that the scene does not offer is ``low``."""
        return np.array([self._value(observation, command) for command in commands], dtype=np.float64)

    def _value(self, observation: Observation, command: str) -> float:
        if command in self.overrides:
            return self.overrides[command]
        scene = scene_of(observation)
        try:
            return self.low if self.library.unmet(self.library.parse(command, scene), scene) else self.high
        except LibraryError:
            return self.low


class FakeDetector:
    """Success when what the call should bring about holds afterwards, unless the script says otherwise."""

    def __init__(self, library: SkillLibrary, overrides: Mapping[str, Sequence[bool]] | None = None) -> None:
        """Prepare; ``overrides`` gives the first verdicts by command, e.g. ``{"pick up the red block": [False]}``."""
        self.library = library
        self._script = {command: list(verdicts) for command, verdicts in (overrides or {}).items()}

    @property
    def skills(self) -> frozenset[str]:
        """All skills of its library."""
        return frozenset(skill.name for skill in self.library)

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        """The next scripted verdict, else whether the facts are as they should be."""
        script = self._script.get(command)
        if script:
            success = script.pop(0)
        else:
            scene = scene_of(after)
            success = holds(self.library.parse(command, scene_of(before)).done_condition, scene.facts)
        return Verdict(success, 0.97 if success else 0.03)
