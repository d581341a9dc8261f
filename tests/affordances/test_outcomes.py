from pathlib import Path

import numpy as np
import pytest

from affordances.outcomes import (
    COMMAND,
    MAX_COMMANDS,
    Labelled,
    decode,
    divide,
    outcome_row,
    split,
    steady_ends,
    written,
)
from grounding.frames import Frames, ShardWriter
from skills.networks import body_vector
from tests.affordances.scenes import labelled, write
from tests.small import observation


@pytest.mark.parametrize(
    ("skill", "arguments"),
    [
        ("pick_up", {"object": "red block"}),
        ("press", {"button": "button"}),
        ("sweep", {"crumbs": "crumbs", "tray": "tray", "tool": "yellow blade"}),
        ("stroke", {"cat": "orange Kätzchen"}),
    ],
)
def test_a_command_is_read_back_from_its_row(skill: str, arguments: dict[str, str]) -> None:
    row = outcome_row(observation(0), observation(1), [Labelled(skill, arguments, True, False)], True)
    assert row["commands"].shape == row["possible"].shape == row["achieved"].shape == (MAX_COMMANDS,)
    assert decode(str(row["commands"][0])) == (skill, arguments)
    assert (row["there"], row["possible"][0], row["achieved"][0]) == (1, True, False)
    assert set(row["commands"][1:]) == {""}


def test_a_command_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match=f"a row has room for {COMMAND[2:]}"):
        written("pick_up", {"object": "very " * 40 + "red block"})


def test_commands_beyond_the_rows_room_are_left_out() -> None:
    row = outcome_row(observation(0), observation(1), labelled() * 20, True)
    assert row["there"] == MAX_COMMANDS < 100


def test_a_row_holds_both_moments() -> None:
    before, after = observation(0), observation(1)
    row = outcome_row(before, after, labelled(), False)
    assert np.array_equal(row["rgb"], before.images["front"].rgb)
    assert np.array_equal(row["after_rgb"], after.images["front"].rgb)
    assert np.array_equal(row["bodies"], [body_vector(o.proprioception) for o in (before, after)])
    assert not row["final"]


def test_earlier_policies_teach_and_the_one_at_work_calibrates(tmp_path: Path) -> None:
    frames = write(tmp_path / "early", [(True, True, 1)] * 23)
    write(tmp_path / "work", [(True, True, 2)] * 12)
    train, back = divide([tmp_path / "early", tmp_path / "work"])
    assert train.tolist() == [*range(10, len(frames)), *range(23 + 20, 23 + 24)]
    assert back.tolist() == list(range(23, 23 + 20))


def test_a_value_function_learns_from_steady_hands_alone(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "outcomes" / "0000")
    for final, clumsy in ((True, False), (False, False), (True, True), (False, True)):
        writer.add(outcome_row(observation(0), observation(1), labelled(), final, clumsy))
    writer.close()
    assert steady_ends(Frames([tmp_path / "outcomes"])).tolist() == [True, False, False, False]


def test_rows_of_a_rollout_stay_together(tmp_path: Path) -> None:
    """Also after a rollout that was over before its moment on the way, which has one row only."""
    frames = write(tmp_path, [(True, True, 1 if i % 7 == 3 else 2) for i in range(60)])
    train, back = split(frames, 1 / 3)
    rollout = frames.column("rollout")
    assert not set(rollout[train]) & set(rollout[back])
    assert sorted([*train, *back]) == list(range(len(frames)))
    assert len(set(rollout[back])) == 20
