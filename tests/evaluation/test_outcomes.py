from pathlib import Path

import numpy as np
import pytest

from affordances.training import MAX_COMMANDS, decode, split
from evaluation.collect import Shard
from evaluation.outcomes import Clumsy, collect_outcomes
from evaluation.situations import EVALUATION_SEED, HELD_OUT, SKILLS
from grounding import Observation
from grounding.frames import Frames
from skills.action import ActionChunk, EndEffectorTarget


class Idle:
    """Stays where it is and never says that it is done."""

    def start(self, command: str) -> "Idle":
        return self

    def act(self, observation: Observation) -> ActionChunk:
        body = observation.proprioception
        x, y, z = body.tcp_position.tolist()
        return ActionChunk((EndEffectorTarget.top_down((x, y, z), body.tcp_yaw, 1.0),) * 2, 0.0)


def test_shaking_hands_miss_by_their_noise_and_never_hit_the_table() -> None:
    target = EndEffectorTarget.top_down((0.5, 0.0, 0.02), 0.3, 1.0)

    class Steady(Idle):
        def act(self, observation: Observation) -> ActionChunk:
            return ActionChunk((target,) * 400, 0.25)

    chunk = Clumsy(Steady(), np.random.default_rng(0), 0.025).start("pick up the red block").act(None)  # type: ignore[arg-type]
    places = np.array([action.position for action in chunk.actions if isinstance(action, EndEffectorTarget)])
    assert places[:, :2].std(0) == pytest.approx([0.025, 0.025], rel=0.15)
    assert places[:, :2].mean(0) == pytest.approx([0.5, 0.0], abs=0.005)
    assert places[:, 2].min() == pytest.approx(0.012)
    assert chunk.terminate == 0.25
    assert {action.gripper for action in chunk.actions} == {1.0}


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    folder = tmp_path_factory.mktemp("outcomes")
    collect_outcomes(Shard(folder / "0000", 50, 6), Idle(), clumsy_share=0.5)
    return Frames([folder])


@pytest.mark.slow
def test_a_row_for_the_end_and_one_for_a_moment_on_the_way(frames: Frames) -> None:
    final = frames.column("final")
    assert final.sum() == 6
    assert final[0]
    assert 6 < len(frames) <= 12
    starts = np.cumsum(final) - 1
    for i in range(6):
        rgb = frames.column("rgb")[starts == i]
        assert (rgb == rgb[0]).all()
    train, back = split(frames, 0.5)
    assert not set(starts[train]) & set(starts[back])


@pytest.mark.slow
def test_commands_come_with_the_one_carried_out_first(frames: Frames) -> None:
    tables = frames.column("commands")
    assert tables.shape[1:] == (MAX_COMMANDS, 7)
    executed = [decode(row)[0] for row in tables[frames.column("final")][:, 0]]
    assert executed == [SKILLS[i % len(SKILLS)] for i in range(6)]
    for table in tables:
        used = table[table[:, 0] >= 0]
        commands = [tuple(row[:5]) for row in used]
        assert len(set(commands)) == len(commands)
        assert set(used[:, 5:].flatten()) <= {0, 1}
        assert (used[:, 5] == 0).any()


@pytest.mark.slow
def test_doing_nothing_achieves_nothing_new(frames: Frames) -> None:
    final = frames.column("commands")[frames.column("final") & ~frames.column("clumsy")]
    assert len(final)
    executed = final[:, 0]
    assert not (executed[:, 5] * executed[:, 6]).any()


@pytest.mark.slow
def test_held_out_combinations_are_never_named(frames: Frames) -> None:
    said = [decode(row)[1] for table in frames.column("commands") for row in table if row[0] >= 0]
    named = {tuple(id.split()) for arguments in said for id in arguments.values()}
    assert len(named) > 10
    assert not named & HELD_OUT


@pytest.mark.slow
def test_finished_shards_are_skipped_and_evaluation_seeds_refused(tmp_path: Path) -> None:
    (tmp_path / "0000").mkdir()
    assert collect_outcomes(Shard(tmp_path / "0000", 50, 6), Idle()) == 0
    with pytest.raises(ValueError, match="is kept for evaluation"):
        collect_outcomes(Shard(tmp_path / "0001", EVALUATION_SEED + 7, 1), Idle())
