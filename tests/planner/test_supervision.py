"""A person steps in: pause, stop, approve, veto, answer and correct, each in the trace."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest

from affordances.fake import FakeDetector, FakeValueFunction
from planner import Planner, ScriptedModel
from planner.fake import MemoryTrace, PickledSnapshots
from planner.goals.fake import ScriptedReader
from planner.goals.target import Question, Target
from planner.supervision import SupervisedWorld, Supervision, corrected
from skills import Runner, Tick, tabletop_library
from skills.conditions import parse_condition
from skills.fake import FakeGrounder, FakePolicy, FakeWorld
from traces.control import Command

TASK = "put the red block in the blue bowl"
OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl"}
SCRIPT: dict[Any, Any] = {
    TASK: Target((parse_condition("in(red block, blue bowl)"),)),
    corrected(TASK, ["the green one"]): Target((parse_condition("in(green block, blue bowl)"),)),
    corrected(TASK, ["the huge one"]): Target((parse_condition("in(red block, blue bowl)"),)),
    (corrected(TASK, ["the huge one"]), "green"): Target((parse_condition("in(green block, blue bowl)"),)),
    "a block in the bowl": Target((parse_condition(["or", "in(red block, blue bowl)", "in(green block, blue bowl)"]),)),
    "which": Question("Red or green?", ("red", "green")),
    ("which", "green"): Target((parse_condition("held(green block)"),)),
    corrected("which", ["the red one"]): Target((parse_condition("held(red block)"),)),
}


class Person:
    """Says things when events come along."""

    def __init__(self, **replies: str) -> None:
        """``replies``: what is said the first time that an event of a kind is written."""
        self.replies, self.sent = dict(replies), list[Command]()

    def new(self) -> list[Command]:
        sent, self.sent = self.sent, []
        return sent

    def say(self, command: str, text: str = "") -> None:
        self.sent.append(Command.model_validate({"command": command, "text": text}))

    def hear(self, event: Any) -> None:
        words = self.replies.pop(event.kind, None)
        if words is not None:
            self.say(*words.split(": "))


class TalkingTrace(MemoryTrace):
    """Tells a person of every event."""

    def __init__(self, hear: Callable[[Any], None]) -> None:
        super().__init__()
        self.hear = hear

    def emit(self, event: Any) -> Any:
        super().emit(event)
        self.hear(event)
        return event


def make_planner(folder: Path, person: Person, approving: bool = False, reads: bool = True, **changes: Any) -> Planner:
    world = FakeWorld.of(OBJECTS, ["hand empty()"])
    library = tabletop_library(FakePolicy(tabletop_library(), world, ticks=4))
    trace = TalkingTrace(person.hear)
    supervision = Supervision(trace, person.new, approving)
    script = ["pick up the red block", "put the red block in the blue bowl", "done"]
    return Planner(
        runner=Runner(SupervisedWorld(world, supervision)),
        library=library,
        grounder=FakeGrounder(),
        model=ScriptedModel(script),
        value_function=FakeValueFunction(library),
        detector=FakeDetector(library, {}),
        trace=trace,
        folder=folder,
        snapshots=PickledSnapshots(folder),
        reader=ScriptedReader(SCRIPT) if reads else None,  # type: ignore[arg-type]
        person=supervision,
        **changes,
    )


def told(planner: Planner, kind: str, field: str) -> list[Any]:
    return [getattr(event, field) for event in planner.trace.events if event.kind == kind]  # type: ignore[attr-defined]


def world_of(planner: Planner) -> FakeWorld:
    world = planner.runner.world
    assert isinstance(world, SupervisedWorld) and isinstance(world.inner, FakeWorld)
    return world.inner


def test_a_stop_comes_before_the_next_control_period(tmp_path: Path) -> None:
    person = Person()
    planner = make_planner(tmp_path, person)
    ticks: list[Tick] = []

    def stop(tick: Tick) -> None:
        ticks.append(tick)
        person.say("stop")

    planner.on_tick = stop
    result = planner.run(TASK)
    assert (result.status, result.reason) == ("stopped_for_safety", "stopped by a person (page)")
    assert len(ticks) == 1 and world_of(planner).stopped
    assert planner.trace.kinds()[-3:] == ["commanded", "step_finished", "safety_stopped"]  # type: ignore[attr-defined]


def test_a_stop_between_steps_halts_the_arm_too(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, Person(observed="stop"))
    assert planner.run(TASK).status == "stopped_for_safety"
    assert world_of(planner).stopped and told(planner, "step_started", "call") == []


def test_a_pause_holds_until_the_run_is_resumed(tmp_path: Path) -> None:
    person = Person(step_started="pause")
    planner = make_planner(tmp_path, person)
    thread = Thread(target=lambda: planner.run(TASK))
    thread.start()
    while person.replies or not told(planner, "commanded", "command"):
        sleep(0.01)
    sleep(0.1)
    assert world_of(planner).applied == [] and thread.is_alive()
    person.say("resume")
    thread.join(10)
    assert not thread.is_alive()
    assert told(planner, "commanded", "command") == ["pause", "resume"]


def test_every_step_waits_for_approval(tmp_path: Path) -> None:
    person = Person()
    planner = make_planner(tmp_path, person, approving=True)
    planner.trace.hear = lambda event: person.say("approve") if event.kind == "awaiting" else None  # type: ignore[attr-defined]
    assert planner.run(TASK).status == "verified"
    assert told(planner, "awaiting", "call") == ["pick_up(red block)", "put_in(red block, blue bowl)"]
    assert planner.trace.kinds().count("commanded") == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("reads", [True, False])
def test_a_veto_takes_the_next_choice(tmp_path: Path, reads: bool) -> None:
    person = Person()
    planner = make_planner(tmp_path, person, approving=True, reads=reads)
    if not reads:
        likes = {"pick up the red block": -1.0, "pick up the green block": -2.0}
        planner.model = ScriptedModel(lambda prefix, text: likes.get(text, -9.0))
    said = iter(["veto", "approve", "stop"])
    planner.trace.hear = lambda event: person.say(next(said)) if event.kind == "awaiting" else None  # type: ignore[attr-defined]
    planner.run("a block in the bowl")
    awaited = told(planner, "awaiting", "call")
    assert awaited[0] != awaited[1] == told(planner, "step_started", "call")[0]
    second = told(planner, "ranked", "candidates")[1]
    assert {c.call: c.why_not for c in second}[awaited[0]] == "a person vetoed it"


def test_what_is_vetoed_without_another_way_ends_the_run(tmp_path: Path) -> None:
    person = Person()
    planner = make_planner(tmp_path, person, approving=True)
    planner.trace.hear = lambda event: person.say("veto") if event.kind == "awaiting" else None  # type: ignore[attr-defined]
    result = planner.run(TASK)
    assert result.status == "refused" and "a person vetoed it" in result.reason
    assert told(planner, "step_started", "call") == []


def test_a_correction_stops_the_step_and_is_read(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, Person(step_started="correct: the green one"))
    result = planner.run(TASK)
    assert result.status == "verified" and result.corrected
    assert told(planner, "step_finished", "status")[0] == "interrupted"
    assert len(told(planner, "understood", "goal")) == 2
    assert told(planner, "step_started", "call")[1:] == ["pick_up(green block)", "put_in(green block, blue bowl)"]
    assert not world_of(planner).stopped


def test_a_correction_that_changes_nothing_is_asked_about(tmp_path: Path) -> None:
    person = Person(step_started="correct: the huge one", asked="answer: green")
    planner = make_planner(tmp_path, person)
    assert planner.run(TASK).status == "verified"
    assert told(planner, "asked", "question") == [
        "I understand the same as before (goal: red block in blue bowl). What should be different?"
    ]
    assert told(planner, "step_started", "call")[-1] == "put_in(green block, blue bowl)"


def test_a_correction_may_come_instead_of_an_approval_or_an_answer(tmp_path: Path) -> None:
    person = Person(asked="correct: the red one", awaiting="approve")
    planner = make_planner(tmp_path, person, approving=True)
    assert planner.run("which").status == "verified"
    assert told(planner, "step_started", "call") == ["pick_up(red block)"]


def test_an_answer_may_come_from_elsewhere(tmp_path: Path) -> None:
    person = Person(asked="answer: green", awaiting="approve")
    planner = make_planner(tmp_path, person, approving=True)
    assert planner.run("which").status == "verified"
    assert told(planner, "answered", "answer") == ["green"]


def test_without_anybody_who_waits_a_question_is_left_open(tmp_path: Path) -> None:
    assert make_planner(tmp_path, Person()).run("which").status == "asked"


def test_what_nothing_waits_for_is_traced_as_ignored(tmp_path: Path) -> None:
    person = Person()
    for command in ("approve", "resume"):
        person.say(command)
    person.say("answer", "yes")
    planner = make_planner(tmp_path, person)
    assert planner.run(TASK).status == "verified"
    assert told(planner, "commanded", "ignored") == [
        "no step waits for it",
        "it is not paused",
        "nothing was asked",
    ]


def test_corrections_follow_the_task_in_one_sentence() -> None:
    assert corrected("put it away.", ["the red one "]) == "put it away, i mean the red one"
