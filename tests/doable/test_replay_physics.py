"""Replay and fork in real physics: the same decisions and the same state to the last bit, then another way."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from affordances.ports import Verdict
from doable import Agent, RunOptions, Settings
from doable.assembly import Parts, load_world
from doable.fork import Change, fork
from doable.oracles import OracleGrounder, true_scene, true_scene_of
from doable.persistence import STATE
from doable.replay import replay
from doable.settings import load_settings
from planner import ScriptedModel
from simulation import sample_tabletop
from simulation.demonstrator import Demonstrator
from simulation.truth import succeeded
from simulation.world import SimulatedWorld
from skills import ActionChunk, tabletop_library
from traces import StepStarted, TraceStore
from traces.decisions import decisions_of
from traces.diff import compare, why

pytestmark = pytest.mark.slow

TASK = "put the red block in the blue bowl"
PLAN = ["pick up the red block", TASK, "done"]
OPTIONS = RunOptions(seed=4, objects=("red block", "blue bowl", "green bowl"), planner="saycan", video=False)
FAILING = OPTIONS.model_copy(update={"seed": 6, "max_steps": 3, "objects": ("red block", "green block", "blue bowl")})
"""The seed of the runs in which the first step fails."""


class Expert:
    """Value function, detector and policy that look into the simulator."""

    def __init__(self, world: SimulatedWorld, misses: int = 0) -> None:
        """`misses`: so many first episodes never close the hand."""
        self.world, self.misses = world, misses

    def score(self, observation: Any, commands: list[str]) -> np.ndarray:
        return np.ones(len(commands))

    def judge(self, before: Any, after: Any, command: str) -> Verdict:
        call = tabletop_library().parse(command, true_scene(self.world))
        return Verdict(succeeded(call.name, call.arguments, self.world.privileged.truth()), 1.0)

    def start(self, command: str) -> "ExpertEpisode":
        self.misses -= 1
        return ExpertEpisode(self.world, command, clumsy=self.misses >= 0)


class ExpertEpisode:
    """One command."""

    def __init__(self, world: SimulatedWorld, command: str, clumsy: bool) -> None:
        self.clumsy, self.acted = clumsy, 0
        self.call = tabletop_library().parse(command, true_scene(world))
        self.demonstrator = Demonstrator(world)

    def act(self, observation: Any) -> ActionChunk:
        action, done = self.demonstrator.act(self.call.name, self.call.arguments)
        self.acted += 1
        if self.clumsy:
            action, done = replace(action, gripper=1.0), self.acted >= 12
        return ActionChunk((action,), float(done))


def expert_agent(world: SimulatedWorld, settings: Settings, options: RunOptions) -> Agent:
    """An agent of experts in a world."""
    expert = Expert(world, misses=int(options.seed == FAILING.seed and world.steps == 0))
    library, grounder = tabletop_library(expert), OracleGrounder(world)
    parts = Parts(world, library, grounder, ScriptedModel(PLAN), expert, expert)
    return Agent(parts, TraceStore(settings.traces), options, true_scene_of(world))


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings under which agents have experts for parts."""

    def agent(settings: Settings, options: RunOptions, saved: Path | None = None) -> Agent:
        return expert_agent(load_world(options, saved), settings, options)

    monkeypatch.setattr(Agent, "load", agent)
    monkeypatch.setattr(Agent, "restored", agent)
    return load_settings()


@pytest.fixture
def first(settings: Settings) -> str:
    with Agent.load(settings, OPTIONS) as agent:
        result = agent.run(TASK)
    assert result.verified and result.success
    return result.trace


def exact(settings: Settings, trace: str) -> str:
    """The state to the last bit in which a run left its world."""
    world = SimulatedWorld.load(TraceStore(settings.traces).folder(trace) / STATE)
    try:
        return world.state_hash()
    finally:
        world.close()


def test_a_replay_ends_in_the_same_state(settings: Settings, first: str) -> None:
    again = replay(settings, first)
    assert again.same and again.same_state is True and again.same_bits is True
    assert exact(settings, again.comparison.b.id) == exact(settings, first)


def test_a_run_in_another_world_than_that_of_its_seed_is_repeated_in_that_one(settings: Settings) -> None:
    world = SimulatedWorld(sample_tabletop(np.random.default_rng([4, 9]), OPTIONS.objects))
    options = OPTIONS.model_copy(update={"seed": world.spec.seed, "objects": None})
    with expert_agent(world, settings, options) as agent:
        assert agent.run(TASK).verified
    again = replay(settings, "latest")
    assert again.same and again.same_bits is True


def test_a_run_whose_step_fails_is_repeated_and_forked_there(settings: Settings) -> None:
    with Agent.load(settings, FAILING) as agent:
        first = agent.run(TASK)
    store = TraceStore(settings.traces)
    parent = store.open(first.trace)
    failed = next(decision for decision in decisions_of(parent) if decision.failed)
    assert first.recoveries > 0 and failed.number == 1
    again = replay(settings, parent.id)
    assert again.same and again.same_bits is True

    result = fork(settings, parent.id, failed.number, Change("pick_up(green block)"))
    comparison = compare(parent, store.open(result.trace))
    parted = comparison.diverging
    assert parted is not None and parted.a is not None and parted.a.number == failed.number
    assert why(parted).startswith("pick_up(red block) (") and "against pick_up(green block)" in why(parted)
    assert why(parted).endswith("; a person chose for the second run")


@pytest.mark.parametrize("forget", [False, True], ids=["kept world", "run again"])
def test_a_fork_that_does_the_same_ends_the_same(settings: Settings, first: str, forget: bool) -> None:
    if forget:
        for file in (TraceStore(settings.traces).folder(first) / "worlds").iterdir():
            file.unlink()
    result = fork(settings, first, 2, Change(TASK))
    assert result.verified and exact(settings, result.trace) == exact(settings, first)


def test_a_fork_with_another_choice_ends_elsewhere(settings: Settings, first: str) -> None:
    result = fork(settings, first, 2, Change("put_in(red block, green bowl)"))
    child = TraceStore(settings.traces).open(result.trace)
    calls = [event.call for event in child.events if isinstance(event, StepStarted)]
    assert calls[0] == "put_in(red block, green bowl)" and result.success is False
    assert replay(settings, child.id).same
