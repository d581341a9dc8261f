"""Agents as an evaluation wants them: put into a given world, many in one process, with the learned parts shared."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from doable.agent import Agent
from doable.assembly import LearnedParts, assemble, load_learned_parts, needed_weights
from doable.errors import BadInputError
from doable.options import RunOptions, RunPlanner
from doable.oracles import true_scene_of
from doable.scenes import check_learned
from doable.settings import Settings
from traces import TraceStore

if TYPE_CHECKING:
    from evaluation.suites import Task
    from evaluation.tasks import Mode
    from simulation.world import SimulatedWorld


@dataclass(frozen=True)
class EvaluatedAgents:
    """Makes agents for an evaluation; can be sent to another process."""

    settings: Settings
    planner: RunPlanner = "goal"
    oracle: bool = False
    """Whether the scene comes from the simulator."""
    oracle_skills: bool = False
    """Whether scripted demonstrators act, and the simulator judges."""

    def __call__(self, world: "SimulatedWorld", mode: "Mode", task: "Task") -> Agent:
        """An agent in this world, for one task; the world stays the caller's to close."""
        options = self.options(world.spec.name, mode).model_copy(
            update={"robot": world.robot.name, "seed": world.spec.seed, "max_steps": task.max_steps}
        )
        learned = (
            told(task) if mode == "ceiling" else _learned_parts(self.settings, self.options(options.scene, "full"))
        )
        store = TraceStore(self.settings.traces)
        return Agent(assemble(world, learned, options), store, options, true_scene_of(world))

    def options(self, scene: str, mode: "Mode") -> RunOptions:
        """What all runs of a mode have in common."""
        ceiling = mode == "ceiling"
        return RunOptions(
            scene=scene,
            model=self.settings.model,
            base_url=self.settings.base_url,
            planner=self.planner,
            say="no_say" not in mode and not ceiling,
            can="no_can" not in mode,
            recovery="no_recovery" not in mode,
            oracle=self.oracle or ceiling,
            oracle_skills=self.oracle_skills or ceiling,
        )

    def check(self, scene: str, mode: "Mode") -> None:
        """Refuse to begin where something that was never learned would be needed.

        Raises:
            WeightsError: weights that the scene has not.
        """
        check_learned(needed_weights(self.options(scene, mode)))


def told(task: "Task") -> LearnedParts:
    """The parts of an agent that is told the goal and learned nothing: the most that search and experts can do."""
    from planner import ScriptedModel
    from planner.goals.fake import ScriptedReader
    from planner.goals.target import Target

    reader = ScriptedReader({task.instruction: Target((task.condition,))})
    return LearnedParts(None, None, None, None, ScriptedModel([]), reader)


def mode_of(say: bool = True, can: bool = True, recovery: bool = True, ceiling: bool = False) -> "Mode":
    """The mode of an evaluation.

    Raises:
        BadInputError: nothing is left to rank by, or something is left out of the ceiling.
    """
    if not say and not can:
        raise BadInputError("without say and can there is nothing to rank by; leave one of them on")
    if ceiling and not (say and can and recovery):
        raise BadInputError("--ceiling leaves nothing out; give it without --no-say, --no-can and --no-recovery")
    parts = [name for name, on in (("no_say", say), ("no_can", can), ("no_recovery", recovery)) if not on]
    return cast("Mode", "ceiling" if ceiling else "_".join(parts) or "full")


@cache
def _learned_parts(settings: Settings, options: RunOptions) -> LearnedParts:
    """Loaded once a process."""
    return load_learned_parts(settings, options)
