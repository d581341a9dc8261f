"""A policy that knows the simulator's state: the scripted demonstrator behind the policy port.

For evaluation, tests and the collection of data only: it shows what is possible in a situation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation.attempts import Attempt
from evaluation.rollouts import Trial
from grounding import Observation
from simulation.demonstrator import Demonstrator
from simulation.lessons import TEACHINGS
from simulation.teaching import Teaching
from simulation.world import SimulatedWorld
from skills.action import ActionChunk


@dataclass(frozen=True)
class Oracle:
    """Carries out one call, whatever the wording of its command."""

    world: SimulatedWorld
    skill: str
    arguments: Mapping[str, str]
    teachings: Mapping[str, Teaching] = field(default_factory=lambda: TEACHINGS)

    def start(self, command: str) -> "OracleEpisode":
        """Begin; the command's words are not read."""
        return OracleEpisode(self, Demonstrator(self.world, self.teachings))


@dataclass(frozen=True)
class OracleEpisode:
    """A call under way."""

    oracle: Oracle
    demonstrator: Demonstrator

    def act(self, observation: Observation) -> ActionChunk:
        """The next action, from the simulator's state; the observation is not looked at."""
        action, done = self.demonstrator.act(self.oracle.skill, self.oracle.arguments)
        return ActionChunk((action,), float(done))


def oracle_for(situation: Trial) -> Oracle:
    """The oracle of a situation or an attempt."""
    taught = {situation.skill: situation.teaching} if isinstance(situation, Attempt) else TEACHINGS
    return Oracle(situation.world, situation.skill, situation.arguments, taught)
