"""How much a run may spend, and what it weighs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Budgets:
    """Limits of one run.

    Raises:
        ValueError: a number is negative, or no step is allowed.
    """

    steps: int = 16
    """Skill calls carried out, retries included."""
    retries: int = 2
    """The same call once more, for each time that it is due."""
    next_choices: int = 3
    """Another call instead of one that failed, in the whole run."""
    replans: int = 1
    """Starting afresh from what is seen, in the whole run."""
    questions: int = 2
    """What a person is asked about one task before anything moves."""

    @classmethod
    def without_recovery(cls, steps: int) -> "Budgets":
        """A step that fails ends the run."""
        return cls(steps, retries=0, next_choices=0, replans=0)

    def __post_init__(self) -> None:
        if self.steps < 1 or min(self.retries, self.next_choices, self.replans, self.questions) < 0:
            raise ValueError(f"budgets: steps must be at least 1 and the others not negative; got {self}")


@dataclass(frozen=True)
class Weighing:
    """Which voices count in the ranking; switch one off to see what it is worth."""

    use_say: bool = True
    """The language model."""
    use_can: bool = True
    """The value function and the preconditions."""
