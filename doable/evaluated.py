"""Agents as an evaluation wants them: put into a given world, many in one process, with the learned parts shared."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from doable.agent import Agent
from doable.assembly import LearnedParts, assemble, load_learned_parts, true_scene_of
from doable.errors import BadInputError
from doable.options import RunOptions, RunPlanner
from doable.settings import Settings
from traces import TraceStore

if TYPE_CHECKING:
    from evaluation.tasks import Mode
    from simulation.world import SimulatedWorld


@dataclass(frozen=True)
class LearnedAgents:
    """Makes agents with the learned parts; can be sent to another process."""

    settings: Settings
    planner: RunPlanner = "goal"

    def __call__(self, world: "SimulatedWorld", mode: "Mode") -> Agent:
        """An agent in this world; the world stays the caller's to close."""
        settings = self.settings
        learned = _learned_parts(settings, self.planner)
        options = RunOptions(
            scene=world.spec.name,
            robot=world.robot.name,
            seed=world.spec.seed,
            model=settings.model,
            base_url=settings.base_url,
            planner=self.planner,
            say=mode != "no_say",
            can=mode != "no_can",
        )
        return Agent(assemble(world, learned, options), TraceStore(settings.traces), options, true_scene_of(world))


def mode_of(say: bool, can: bool) -> "Mode":
    """The mode of an evaluation.

    Raises:
        BadInputError: nothing is left to rank by.
    """
    if not say and not can:
        raise BadInputError("without say and can there is nothing to rank by; leave one of them on")
    return "full" if say and can else "no_can" if say else "no_say"


@cache
def _learned_parts(settings: Settings, planner: RunPlanner) -> LearnedParts:
    """Loaded once a process."""
    return load_learned_parts(settings, settings.model, settings.base_url, planner)
