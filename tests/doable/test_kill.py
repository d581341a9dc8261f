"""`kill -9` in the middle of a skill, in real physics: nothing recorded is lost, and another process finishes."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from traces import Observed, RunResumed, StepFinished, StepStarted, Trace, TraceError, TraceStore

pytestmark = pytest.mark.slow

PROGRAM = '''
"""An agent whose learned parts are replaced by ones that look into the simulator."""
import sys
from pathlib import Path

import numpy as np

from affordances.ports import Verdict
from doable.agent import Agent
from doable.assembly import OracleGrounder, Parts, true_scene
from doable.persistence import STATE
from planner import ScriptedModel
from simulation import sample_tabletop
from simulation.demonstrator import Demonstrator
from simulation.truth import succeeded
from simulation.world import SimulatedWorld
from skills import ActionChunk, tabletop_library
from traces import TraceStore

class Policy:
    def start(self, command):
        return Episode(tabletop_library().parse(command, true_scene(world)))

class Episode:
    def __init__(self, call):
        self.call, self.demonstrator = call, Demonstrator(world)
    def act(self, observation):
        action, done = self.demonstrator.act(self.call.name, self.call.arguments)
        return ActionChunk((action,), float(done))

class Confident:
    def score(self, observation, commands):
        return np.ones(len(commands))

class Judge:
    def judge(self, before, after, command):
        call = tabletop_library().parse(command, true_scene(world))
        return Verdict(succeeded(call.name, call.arguments, world.privileged.truth()), 1.0)

verb, folder = sys.argv[1], Path(sys.argv[2])
store = TraceStore(folder)
if verb == "run":
    world = SimulatedWorld(sample_tabletop(np.random.default_rng(3), ["red block", "green block", "blue bowl"]))
else:
    world = SimulatedWorld.load(store.open("latest").folder / STATE)
model = ScriptedModel(["pick up the red block", "put the red block in the blue bowl", "done"])
parts = Parts(world, tabletop_library(Policy()), OracleGrounder(world), model, Confident(), Judge())
agent = Agent(parts, store, truth=lambda: true_scene(world))
task = "put the red block in the blue bowl"
result = agent.run(task) if verb == "run" else agent.resume("latest")
print(result.status, result.success)
'''


def start(verb: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", PROGRAM, verb, str(folder)], stdout=subprocess.PIPE, text=True)


def wait_for(store: TraceStore, steps: int) -> None:
    """Until that many steps have begun."""
    for _ in range(600):
        try:
            if sum(isinstance(event, StepStarted) for event in store.open("latest").events) >= steps:
                return
        except TraceError:
            pass
        time.sleep(0.1)
    pytest.fail("the step never began")


def kill_in_step(folder: Path, step: int) -> Trace:
    """Begin a run and kill it half a second into a step."""
    process = start("run", folder)
    store = TraceStore(folder)
    try:
        wait_for(store, step)
        time.sleep(0.3)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    return store.open("latest")


@pytest.mark.parametrize("step", [1, 2])
def test_another_process_finishes_what_a_killed_one_began(tmp_path: Path, step: int) -> None:
    before = kill_in_step(tmp_path, step)
    assert before.summary.status == "interrupted"
    assert isinstance(before.events[-1], StepStarted)

    output, _ = start("resume", tmp_path).communicate(timeout=120)
    assert output.splitlines()[-1] == "verified True"

    after = TraceStore(tmp_path).open("latest")
    kept, new = after.events[: len(before.events)], after.events[len(before.events) :]
    assert kept == before.events
    assert isinstance(new[0], RunResumed)
    assert after.summary.status == "verified" and after.summary.success
    assert any(isinstance(event, Observed | StepStarted | StepFinished) for event in new)
