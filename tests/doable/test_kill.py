"""`kill -9` in the middle of a skill, in real physics: nothing recorded is lost, and another process finishes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from traces import Observed, RunResumed, StepFinished, StepStarted, TraceStore

pytestmark = pytest.mark.slow

PROGRAM = '''
"""An agent whose learned parts are replaced by ones that look into the simulator."""
import os
import signal
import sys
from pathlib import Path

import numpy as np

from affordances.ports import Verdict
from doable.agent import Agent
from doable.assembly import Parts
from doable.oracles import OracleGrounder, true_scene
from doable.persistence import STATE
from planner import ScriptedModel
from simulation import sample_tabletop
from simulation.demonstrator import Demonstrator
from simulation.truth import succeeded
from simulation.world import SimulatedWorld
from skills import ActionChunk, tabletop_library
from traces import TraceStore

class Policy:
    started = 0
    def start(self, command):
        self.started += 1
        return Episode(tabletop_library().parse(command, true_scene(world)), fatal=self.started == fatal_step)

class Episode:
    def __init__(self, call, fatal):
        self.call, self.demonstrator, self.fatal, self.acted = call, Demonstrator(world), fatal, 0
    def act(self, observation):
        self.acted += 1
        if self.fatal and self.acted == 6:
            os.kill(os.getpid(), signal.SIGKILL)
        action, done = self.demonstrator.act(self.call.name, self.call.arguments)
        return ActionChunk((action,), float(done))

class Confident:
    def score(self, observation, commands):
        return np.ones(len(commands))

class Judge:
    def judge(self, before, after, command):
        call = tabletop_library().parse(command, true_scene(world))
        return Verdict(succeeded(call.name, call.arguments, world.privileged.truth()), 1.0)

verb, folder, fatal_step = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
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


def execute(verb: str, folder: Path, fatal_step: int = 0) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, which is killed by `kill -9` amid the step of that number (1, 2, …)."""
    arguments = [sys.executable, "-c", PROGRAM, verb, str(folder), str(fatal_step)]
    return subprocess.run(arguments, stdout=subprocess.PIPE, text=True, timeout=120)


@pytest.mark.parametrize("step", [1, 2])
def test_another_process_finishes_what_a_killed_one_began(tmp_path: Path, step: int) -> None:
    assert execute("run", tmp_path, fatal_step=step).returncode == -signal.SIGKILL
    before = TraceStore(tmp_path).open("latest")
    assert before.summary.status == "interrupted"
    assert isinstance(before.events[-1], StepStarted)

    resumed = execute("resume", tmp_path)
    assert resumed.stdout.splitlines()[-1] == "verified True"

    after = TraceStore(tmp_path).open("latest")
    kept, new = after.events[: len(before.events)], after.events[len(before.events) :]
    assert kept == before.events
    assert isinstance(new[0], RunResumed)
    assert after.summary.status == "verified" and after.summary.success
    assert any(isinstance(event, Observed | StepStarted | StepFinished) for event in new)
