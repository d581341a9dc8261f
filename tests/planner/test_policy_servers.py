"""A run whose skill is a policy server on loopback: the trace names its faults, and recovery heeds them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from planner import Planner
from skills import GripperLimit, Runner
from skills.fake import FakeWorld
from skills.remote import Dialect, Received, RemotePolicy, Sent
from skills.remote.wire import pack
from tests.planner.test_loop import OBJECTS, TASK, make_planner, recoveries, steps
from tests.skills.remote.conftest import talking
from traces import StepFinished

DIALECT = Dialect(sent=Sent(state={"hand": ("tcp_position",)}), received=Received(rotation="yaw", terminate="end"))
PICK = "pick_up(red block)"
Fault = Callable[[Any], None]


def answer(line: Any) -> None:
    line.recv()
    line.send(pack({"actions": [[0.4, 0.0, 0.3, 0.0, 7.0]], "end": 1.0}))


def run(folder: Path, faults: Sequence[Fault]) -> Planner:
    """Picks up by a server that answers once and then does this to one attempt after the other, and then works."""
    world = FakeWorld.of(OBJECTS, ["hand empty()"])
    planner = make_planner(folder, world)
    planner.runner = Runner(world, [GripperLimit()])
    left = list(faults)

    def talk(line: Any) -> None:
        line.send(pack({}))
        answer(line)
        if left:
            return left.pop(0)(line)
        world.carry_out(planner.library.parse(PICK))
        answer(line)
        line.recv()

    with talking(talk) as address:
        server = RemotePolicy(address, DIALECT, attempts=1, answer_timeout=2.0)
        skills = [replace(s, policy=server if s.name == "pick_up" else s.policy) for s in planner.library]
        planner.library = replace(planner.library, skills=tuple(skills))
        planner.run(TASK)
    return planner


def ends(planner: Planner) -> list[StepFinished]:
    return [event for event in planner.trace.events if isinstance(event, StepFinished)]


def hang_up(line: Any) -> None:
    line.recv()
    line.close()


def babble(line: Any) -> None:
    line.recv()
    line.send(pack({"actions": "left"}))
    line.recv()


def test_a_server_that_dies_is_connected_to_again_at_the_next_attempt(tmp_path: Path) -> None:
    planner = run(tmp_path, [hang_up])
    first, second, _ = ends(planner)
    assert (first.call, first.status, first.failure, first.ticks) == (PICK, "error", "server gone", 1)
    assert first.clipped == {"GripperLimit": 1}
    assert "the connection broke" in first.reason
    assert (second.call, second.status, second.failure) == (PICK, "done", "")
    assert recoveries(planner) == ["retry"]
    assert "put_in(red block, blue bowl)" in steps(planner)


def test_after_garbage_the_same_is_not_tried_again(tmp_path: Path) -> None:
    planner = run(tmp_path, [babble])
    assert ends(planner)[0].failure == "server garbage"
    assert recoveries(planner)[0] == "next_choice"
    assert steps(planner)[1] != PICK
