"""Replay and fork on scripted parts: what is repeated, what goes on differently, and what is refused."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from doable import Agent, RunOptions, Settings
from doable.assembly import Parts
from doable.errors import BadInputError
from doable.fork import Change, checked_call, fork
from doable.persistence import WORLDS, kept_world
from doable.replay import replay
from doable.settings import load_settings
from grounding import Scene
from planner.fake import PickledSnapshots
from planner.goals.fake import ScriptedReader
from planner.goals.target import Question, Target
from skills import tabletop_library
from skills.conditions import parse_condition
from skills.fake import FakePolicy, FakeWorld
from tests.doable.conftest import fake_parts
from traces import Observed, Ranked, RunStarted, StepStarted, TraceStore
from traces.decisions import Decision, decisions_of
from traces.events import Candidate

TASK = "put the red block in the blue bowl"
READER = ScriptedReader(
    {
        TASK: Target((parse_condition("in(red block, blue bowl)"),)),
        "a block": Question("Which?", ("red", "green")),
        ("a block", "red"): Target((parse_condition("holding(red block)"),)),
    }
)


class SavedFakeWorld(FakeWorld):
    """A fake world whose state can be saved and restored."""

    def save(self, path: Path) -> None:
        part = path.with_suffix(".part")
        part.write_bytes(pickle.dumps((self.scene, self.time)))
        part.replace(path)

    def restore(self, path: Path) -> None:
        self.scene, self.time = pickle.loads(path.read_bytes())


@pytest.fixture
def failing() -> dict[str, int]:
    """How often each call fails."""
    return {}


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, doable_home: Path, failing: dict[str, int]) -> Settings:
    """Settings under which agents have scripted parts, in a fresh or a saved world."""

    def agent(settings: Settings, options: RunOptions, saved: Path | None = None) -> Agent:
        parts = _parts(failing, saved)

        def truth() -> Scene:
            return parts.world.observe().scene  # type: ignore[attr-defined, no-any-return]

        return Agent(parts, TraceStore(settings.traces), options, truth, PickledSnapshots)

    monkeypatch.setattr(Agent, "load", agent)
    monkeypatch.setattr(Agent, "restored", agent)
    return load_settings()


def _parts(failing: dict[str, int], saved: Path | None) -> Parts:
    from dataclasses import replace as changed

    parts = fake_parts([], {}, READER)
    world = SavedFakeWorld(parts.world.scene)  # type: ignore[attr-defined]
    if saved is not None:
        world.restore(saved)
    return changed(parts, world=world, library=tabletop_library(FakePolicy(tabletop_library(), world, failing)))


def calls(store: TraceStore, trace: str) -> list[str]:
    return [event.call for event in store.open(trace).events if isinstance(event, StepStarted)]


@pytest.fixture
def run(settings: Settings) -> Callable[..., str]:
    def carry_out(task: str = TASK, **options: object) -> str:
        return Agent.load(settings, RunOptions(**options)).run(task).trace  # type: ignore[arg-type]

    return carry_out


def test_a_replay_repeats_every_decision(settings: Settings, run: Callable[..., str]) -> None:
    first = run(seed=3)
    again = replay(settings, "latest")
    assert again.same and again.first_difference is None
    second = again.comparison.b
    assert (second.started.replay_of, second.started.seed, again.comparison.a.id) == (first, 3, first)
    assert again.same_state is True


def test_the_first_difference_is_reported(settings: Settings, run: Callable[..., str], failing: dict[str, int]) -> None:
    first = run()
    failing["put_in(red block, blue bowl)"] = 1
    again = replay(settings, first)
    assert not again.same and again.first_difference is not None
    assert again.first_difference.a is not None and again.first_difference.a.number == 2
    assert [d.aspect for d in again.first_difference.differences] == ["verdict", "recovery"]
    assert again.to_dict()["first_difference"] == {"a": 2, "b": 2}


def test_answers_are_repeated(settings: Settings, run: Callable[..., str]) -> None:
    agent = Agent.load(settings, RunOptions())
    agent.run("a block", ask=lambda question: "red")
    assert replay(settings, "latest").same


def test_a_run_without_an_end_cannot_be_repeated(settings: Settings) -> None:
    store = TraceStore(settings.traces)
    with store.create(RunStarted(task="x")) as writer, pytest.raises(BadInputError, match="it is running"):
        replay(settings, writer.id)
    with pytest.raises(BadInputError, match="it is interrupted"):
        replay(settings, writer.id)


def test_the_world_of_every_decision_is_kept(settings: Settings, run: Callable[..., str]) -> None:
    trace = TraceStore(settings.traces).open(run())
    decisions = decisions_of(trace)
    assert len(list((trace.folder / WORLDS).iterdir())) == len(decisions) == 3
    assert all(kept_world(trace.folder, decision.seq).exists() for decision in decisions)


@pytest.mark.parametrize("kept", [True, False], ids=["from the saved world", "by running it again"])
def test_a_fork_goes_on_differently(settings: Settings, run: Callable[..., str], kept: bool) -> None:
    store = TraceStore(settings.traces)
    parent = store.open(run())
    at = decisions_of(parent)[1]
    if not kept:
        kept_world(parent.folder, at.seq).unlink()
    result = fork(settings, parent.id, 2, Change("put the red block on the green block"))
    child = store.open(result.trace)
    assert (child.started.parent_trace, child.started.parent_seq) == (parent.id, at.seq)
    done = calls(store, child.id)
    assert done[0] == "put_on(red block, green block)" and done[-1] == "put_in(red block, blue bowl)"
    assert result.status == "verified" and result.steps == 1 + len(done)
    first = decisions_of(child)[0]
    assert first.chosen is not None and first.chosen.call == done[0]
    assert first.ranked is not None and first.ranked.candidates[1].why_not == f"a person chose {done[0]}"
    assert len(store.list()) == 2
    assert replay(settings, child.id).same


def test_a_fork_at_a_failing_step_tries_something_else(
    settings: Settings, run: Callable[..., str], failing: dict[str, int]
) -> None:
    failing["pick_up(red block)"] = 1
    store, parent = TraceStore(settings.traces), run()
    assert calls(store, parent)[:2] == ["pick_up(red block)"] * 2
    result = fork(settings, parent, 1, Change("pick_up(green block)"))
    assert calls(store, result.trace)[0] == "pick_up(green block)" and result.verified


def test_other_options_are_used(settings: Settings, run: Callable[..., str]) -> None:
    result = fork(settings, run(), 2, Change(options={"planner": "saycan"}))
    child = TraceStore(settings.traces).open(result.trace)
    assert child.started.options["planner"] == "saycan"


def test_what_was_weighed_can_be_chosen_though_the_thing_was_out_of_view() -> None:
    weighed = Candidate(call="pick_up(pink block)", text="pick up the pink block")
    decision = Decision(1, (Observed(seq=1), Ranked(seq=2, candidates=(weighed,))))
    for text in (weighed.call, weighed.text):
        assert checked_call(text, decision, RunOptions()) == weighed.call
    with pytest.raises(ValueError, match="cyan block"):
        checked_call("pick_up(cyan block)", decision, RunOptions())


@pytest.mark.parametrize(
    ("at", "choose", "message"),
    [
        (9, None, "no decision 9; there are 3"),
        (1, "fly(red block)", "fly"),
        (1, "pick_up(purple block)", "purple block"),
        (1, "done()", "is no step"),
    ],
)
def test_what_cannot_be_forked_is_refused_before_a_trace_is_begun(
    settings: Settings, run: Callable[..., str], at: int, choose: str | None, message: str
) -> None:
    parent = run()
    with pytest.raises(ValueError, match=message):
        fork(settings, parent, at, Change(choose))
    assert len(TraceStore(settings.traces).list()) == 1
