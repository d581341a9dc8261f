"""An agent's skills as LangChain tools, for an application whose own model wants to choose the steps.

What the planner would check is still checked: the arguments, the preconditions on what is seen, and afterwards the
detector's verdict. Each call has a trace of its own.
"""

from typing import TYPE_CHECKING

from doable.agent import Agent, versions, withdrawal_of
from skills import LibraryError, Runner, SkillCall
from skills.tools import langchain_tools
from traces import Failed, Observed, RunFinished, RunStarted, StepFinished, StepStarted, TraceWriter, Verified

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool

    from grounding import Observation, Scene


def agent_tools(agent: Agent) -> list["StructuredTool"]:
    """A tool for each skill that fits what the agent sees now; ask again when other things are there."""
    _, scene = _look(agent)
    return langchain_tools(agent.parts.library, lambda call: carry_out(agent, call), scene)


def carry_out(agent: Agent, call: SkillCall) -> str:
    """Do one call, and say in words whether it was seen to have worked.

    Raises:
        LibraryError: a precondition does not hold; nothing has moved.
        Exception: whatever broke; the world is stopped, and the trace says why.
    """
    before, scene = _look(agent)
    unmet = agent.parts.library.unmet(call, scene)
    if unmet:
        raise LibraryError(f"{call} cannot be begun: it needs {'; '.join(unmet)}")
    options = agent.options
    begun = RunStarted(task=call.text, scene=options.scene, robot=options.robot, seed=options.seed, versions=versions())
    with agent.store.create(begun) as trace:
        try:
            return _carry_out(agent, call, before, trace)
        except BaseException as error:
            agent.parts.world.stop()
            trace.emit(Failed(error=type(error).__name__, message=str(error)))
            raise


def _carry_out(agent: Agent, call: SkillCall, before: "Observation", trace: TraceWriter) -> str:
    parts = agent.parts
    trace.emit(Observed(frames={name: trace.save_frame(name, image.rgb) for name, image in before.images.items()}))
    trace.emit(StepStarted(call=str(call), text=call.text))
    runner = Runner(parts.world, parts.limits, withdrawal=withdrawal_of(parts.world))
    outcome = runner.run_to_end(call)
    status, reason = outcome.status, outcome.reason
    trace.emit(StepFinished(call=str(call), status=status, reason=reason, seconds=outcome.seconds, ticks=outcome.ticks))
    verdict = parts.detector.judge(before, parts.world.observe(), call.text)
    worked, probability = bool(verdict.success), float(verdict.probability)
    trace.emit(Verified(call=str(call), success=worked, probability=probability, judge=verdict.judge))
    end = "stopped_for_safety" if status == "stopped" else "verified" if worked else "not_achieved"
    trace.emit(RunFinished(status=end, verified=worked, reason=reason, steps=1))
    said = "it was seen to have worked" if worked else "it was not seen to have worked"
    return f"{call.text}: {said} (probability {probability:.2f}; {reason})"


def _look(agent: Agent) -> tuple["Observation", "Scene"]:
    observation = agent.parts.world.observe()
    return observation, agent.parts.grounder.ground(observation)
