from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from affordances.outcomes import MAX_COMMANDS, decode, split
from evaluation.attempts import Attempt, AttemptSpec
from evaluation.collecting import Shard
from evaluation.outcomes import Clumsy, Command, Others, collect_outcomes, nameable, names_in
from evaluation.situations import EVALUATION_SEED
from grounding import Observation
from grounding.frames import Frames
from simulation.lessons import HELD_OUT, TEACHINGS, TRAINING_STOCK
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
def drawer() -> Iterator[Attempt]:
    """An attempt at putting something into an open drawer; nobody carries it out."""
    attempt = AttemptSpec(900_001, "put_in_drawer").build()
    yield attempt
    attempt.world.close()


def drawn(attempt: Attempt, seed: int = 0) -> list[Command]:
    return Others(TEACHINGS, TRAINING_STOCK, attempt, np.random.default_rng(seed)).drawn()


def test_other_commands_fit_their_skills_and_are_drawn_once(drawer: Attempt) -> None:
    commands = drawn(drawer)
    said = [command.teaching.skill.call(**command.arguments).text for command in commands]
    assert len(set(said)) == len(said) == MAX_COMMANDS - 1
    assert drawer.call.text not in said
    assert {"put_in_drawer", "take_out", "close_drawer", "press"} <= {command.teaching.name for command in commands}


def test_some_commands_name_what_is_not_there_and_none_what_is_held_out(drawer: Attempt) -> None:
    there = names_in(drawer.world.privileged.truth())
    named = {id for seed in range(5) for command in drawn(drawer, seed) for id in command.arguments.values()}
    assert named - set(there)
    assert not {tuple(name.split()) for name in named} & HELD_OUT
    assert not {tuple(name.split()) for names in nameable(TRAINING_STOCK) for name in names} & HELD_OUT


def test_what_is_possible_follows_from_the_start(drawer: Attempt) -> None:
    truth = drawer.world.privileged.truth()
    thing = drawer.arguments["object"]
    put, take, shut, open_ = (TEACHINGS[n] for n in ("put_in_drawer", "take_out", "close_drawer", "open_drawer"))
    assert Command(put, drawer.arguments).possible(truth)
    assert not Command(take, drawer.arguments).possible(truth)
    assert not Command(shut, {"drawer": "drawer"}).possible(truth), "the hand is full"
    assert Command(TEACHINGS["pick_up"], {"object": thing}).label(truth, truth).possible is False
    assert Command(open_, {"drawer": "drawer"}).label(truth, truth).achieved, "it is open"
    absent = Command(put, {"object": "grey tower", "drawer": "drawer"}).label(truth, truth)
    assert (absent.possible, absent.achieved) == (False, False)


def test_what_is_out_of_reach_is_impossible() -> None:
    attempt = AttemptSpec(900_003, "pick_up").build()
    world, pick = attempt.world, Command(TEACHINGS["pick_up"], attempt.arguments)
    assert pick.possible(world.privileged.truth())
    _, y, z = world.privileged.truth()[attempt.target].position
    world.privileged.place(attempt.target, (0.95, y, z), 0.0)
    assert not pick.possible(world.privileged.truth())
    world.close()


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    folder = tmp_path_factory.mktemp("outcomes")
    collect_outcomes(Shard(folder / "0000", 50, 10), Idle(), clumsy_share=0.5)
    return Frames([folder])


@pytest.mark.slow
def test_a_row_for_the_end_and_one_for_a_moment_on_the_way(frames: Frames) -> None:
    final = frames.column("final")
    assert final.sum() == 10
    assert final[0]
    assert 10 < len(frames) <= 20
    starts = np.cumsum(final) - 1
    for i in range(10):
        rgb = frames.column("rgb")[starts == i]
        assert (rgb == rgb[0]).all()
    train, back = split(frames, 0.5)
    assert not set(starts[train]) & set(starts[back])


@pytest.mark.slow
def test_commands_come_with_the_one_carried_out_first(frames: Frames) -> None:
    texts, there, possible = frames.column("commands"), frames.column("there"), frames.column("possible")
    assert texts.shape[1:] == possible.shape[1:] == (MAX_COMMANDS,)
    executed = [decode(str(row[0]))[0] for row in texts[frames.column("final")]]
    assert executed == list(TEACHINGS)
    for row, count, could in zip(texts, there, possible, strict=True):
        assert len(set(row[:count])) == count
        assert set(row[count:]) <= {""}
        assert not could[:count].all()
        assert not could[count:].any()


@pytest.mark.slow
def test_doing_nothing_achieves_nothing_new(frames: Frames) -> None:
    steady = frames.column("final") & ~frames.column("clumsy")
    assert steady.any()
    assert not (frames.column("possible") & frames.column("achieved"))[steady, 0].any()


@pytest.mark.slow
def test_finished_shards_are_skipped_and_evaluation_seeds_refused(tmp_path: Path) -> None:
    (tmp_path / "0000").mkdir()
    assert collect_outcomes(Shard(tmp_path / "0000", 50, 6), Idle()) == 0
    with pytest.raises(ValueError, match="is kept for evaluation"):
        collect_outcomes(Shard(tmp_path / "0001", EVALUATION_SEED + 7, 1), Idle())
