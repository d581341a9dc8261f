"""What is taught about one request."""

from dataclasses import dataclass

from planner.goals.prompt import Exchange


@dataclass(frozen=True)
class Task:
    """What is said in a scene, and what should be read from it."""

    said: str
    goal: str
    family: str
    exchanges: tuple[Exchange, ...] = ()
    earlier: tuple[str, ...] = ()
