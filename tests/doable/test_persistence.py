"""A world's state is on disk after everything that changes it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from doable.ground_truth import achieved
from doable.persistence import STATE, PersistentWorld
from grounding import Scene
from skills import EmergencyStop, EndEffectorTarget, tabletop_library
from skills.fake import FakeWorld

ACTION = EndEffectorTarget.top_down((0.4, 0.0, 0.3), 0.0, 1.0)


@dataclass
class SavingWorld(FakeWorld):
    """A fake world that writes its time into the file."""

    saved: list[float] = field(default_factory=list)

    def save(self, path: Path) -> None:
        path.write_text(str(self.time))


def test_the_state_is_saved_at_once_and_after_every_tick(tmp_path: Path) -> None:
    world = PersistentWorld(SavingWorld(Scene(), control_period=0.5), tmp_path)
    assert (tmp_path / STATE).read_text() == "0.0"
    world.apply(ACTION)
    assert (tmp_path / STATE).read_text() == "0.5"


def test_stops_pass_through(tmp_path: Path) -> None:
    world = PersistentWorld(SavingWorld(Scene()), tmp_path)
    world.stop()
    with pytest.raises(EmergencyStop):
        world.apply(ACTION)
    world.release()
    world.apply(ACTION)


def test_a_world_that_cannot_be_saved_is_left_alone(tmp_path: Path) -> None:
    world = PersistentWorld(FakeWorld(Scene()), tmp_path)
    world.apply(ACTION)
    assert list(tmp_path.glob(STATE)) == []


@pytest.mark.parametrize(
    ("task", "facts", "expected"),
    [
        ("put the red block in the blue bowl", ["in(red block, blue bowl)", "hand empty()"], True),
        ("Put the red block in the blue bowl.", ["hand empty()"], False),
        ("pick up the red block", ["holding(red block)"], True),
        ("tidy up", ["hand empty()"], None),
        ("put the green block in the blue bowl", ["hand empty()"], None),
    ],
)
def test_only_a_command_word_for_word_has_a_truth(task: str, facts: list[str], expected: bool | None) -> None:
    world = FakeWorld.of({"red block": "block", "blue bowl": "bowl"}, facts)
    assert achieved(task, tabletop_library(), world.scene) is expected
