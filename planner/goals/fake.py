"""A reader that follows a script, for tests and demonstrations."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.goals.target import PlanningWorld, Question, Refusal, Target


@dataclass(frozen=True)
class ScriptedReading:
    """What the script says."""

    outcome: Target | Question | Refusal
    text: str = "as the script says"
    explanation: tuple[str, ...] = ()
    goal: None = None


@dataclass(frozen=True)
class ScriptedReader:
    """Understands the sentences of its script; what it does not know is refused.

    Keys are instructions, or an instruction and the answer to the question about it.
    """

    script: Mapping[str | tuple[str, str], Target | Question | Refusal]

    def read(self, instruction: str, world: PlanningWorld, answer: str | None = None) -> ScriptedReading:
        """Look it up."""
        key = instruction if answer is None else (instruction, answer)
        return ScriptedReading(self.script.get(key, Refusal(f"the script does not know {key!r}")))
