"""Who judges which skill: the learned detector those that it knows, the grounded scene those of a person's own."""

from dataclasses import dataclass

from affordances.ports import SkilledDetector, Verdict
from grounding import Grounder, Observation
from skills import LibraryError, SkillCall, SkillLibrary
from skills.conditions import canonical_facts, holds


@dataclass(frozen=True)
class DetectorBySkill:
    """The learned detector, but for further skills that say what is seen when they worked.

    Those succeed when their ``done_when``, or else what their effects add, holds in the scene that is grounded
    afterwards. A further skill that says neither is left to the learned detector.
    """

    learned: SkilledDetector
    grounder: Grounder
    library: SkillLibrary

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        """A verdict that says who gave it; the scene's is certain, with probability 0 or 1."""
        call = self._further(command)
        if call is None:
            return self.learned.judge(before, after, command)
        success = holds(call.done_condition, canonical_facts(self.grounder.ground(after).facts))
        return Verdict(success, float(success), "scene")

    def _further(self, command: str) -> SkillCall | None:
        """What a command means, if the scene can tell whether it worked and the learned detector cannot."""
        try:
            call = self.library.parse(command)
        except LibraryError:
            return None
        further = call.name not in self.learned.skills
        return call if further and (call.skill.done_when or call.skill.change.add) else None
