"""The scripted expert of whichever skill is asked for, with the true state of a world before its eyes."""

from collections.abc import Mapping

from simulation.grasping import LEAD, Advice
from simulation.lessons import TEACHINGS
from simulation.teaching import Teaching, find_teaching
from simulation.world import SimulatedWorld

__all__ = ["LEAD", "Advice", "Demonstrator"]


class Demonstrator:
    """Acts with privileged eyes, and keeps no memory; for training data and evaluation only."""

    def __init__(self, world: SimulatedWorld, teachings: Mapping[str, Teaching] = TEACHINGS) -> None:
        self.world = world
        self.teachings = teachings

    def act(self, skill: str, arguments: Mapping[str, str]) -> Advice:
        """The target for the next control period, and whether the command has been carried out.

        Args:
            skill: one of the teachings.
            arguments: ids of things by parameter.

        Raises:
            ValueError: no such skill is taught.
            KeyError: no such object on the table.
        """
        return find_teaching(skill, self.teachings).expert(self.world.privileged.truth(), arguments)
