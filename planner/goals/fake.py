"""A reader that follows a script, for tests and demonstrations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.goals.prompt import Exchange
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

    Keys are instructions, or an instruction and the answers to the questions about it.
    """

    script: Mapping[str | tuple[str, ...], Target | Question | Refusal]
    heard: list[tuple[str, ...]] = field(default_factory=list)
    """What came before each request, as it was told."""

    def read(
        self,
        instruction: str,
        world: PlanningWorld,
        answer: str | None = None,
        earlier: Sequence[str] = (),
        question: str = "",
        before: Sequence[Exchange] = (),
    ) -> ScriptedReading:
        """Look it up."""
        self.heard.append(tuple(earlier))
        answers = (*(exchange.answer for exchange in before), *(() if answer is None else (answer,)))
        key = (instruction, *answers) if answers else instruction
        return ScriptedReading(self.script.get(key, Refusal(f"the script does not know {key!r}")))
