import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from evaluation import collect
from evaluation.collect import Shard, collect_corrections, collect_demonstrations, collect_scenes
from evaluation.situations import EVALUATION_SEED, HELD_OUT, SKILLS
from grounding import Observation
from grounding.frames import MAX_OBJECTS, Frames
from grounding.vocabulary import CATEGORIES, COLOURS
from simulation.world import make_world
from skills.action import ActionChunk, EndEffectorTarget
from skills.networks import BODY, CHUNK, HISTORY
from skills.vla import EXECUTE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


class Rising:
    """A policy that only goes up, 1 cm a control period."""

    def start(self, command: str) -> "Rising":
        return self

    def act(self, observation: Observation) -> ActionChunk:
        x, y, z = observation.proprioception.tcp_position.tolist()
        yaw = observation.proprioception.tcp_yaw
        return ActionChunk(
            tuple(EndEffectorTarget.top_down((x, y, z + 0.01 * i), yaw, 1.0) for i in range(1, EXECUTE + 1)), 0.0
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small shard of each sort."""
    folder = tmp_path_factory.mktemp("data")
    collect_scenes(Shard(folder / "scenes" / "0000", 10, 3))
    collect_scenes(Shard(folder / "crowded" / "0000", 20, 2, crowded=True))
    collect_scenes(Shard(folder / "complete" / "0000", 50, 6, crowded=True, complete=True))
    collect_demonstrations(Shard(folder / "demonstrations" / "0000", 30, 3))
    collect_corrections(Shard(folder / "corrections" / "0000", 40, 2), Rising())
    yield folder


WITHOUT_HELD_OUT = ("scenes", "crowded", "demonstrations", "corrections")
SORTS = (*WITHOUT_HELD_OUT, "complete")
ALWAYS = {"rgb", "depth", "intrinsics", "T_base_camera", "T_base_tcp", "gripper", "mask"}
ALWAYS |= {"category", "colour", "position", "yaw"}
SHOWN = {"body", "chunk", "chunk_length", "done", "shown", "joints", "joint_chunk"}


@pytest.mark.parametrize("sort", SORTS)
def test_shards_have_the_promised_fields(folder: Path, sort: str) -> None:
    names = {file.stem for file in (folder / sort / "0000").iterdir()}
    assert names == (ALWAYS | SHOWN if sort in ("demonstrations", "corrections") else ALWAYS)
    frames = Frames([folder / sort])
    height, width = frames.column("depth").shape[1:]
    assert frames.column("rgb").shape == (len(frames), height, width, 3)
    assert frames.column("mask").shape == (len(frames), height // 2, width // 2)
    assert frames.column("position").shape == (len(frames), MAX_OBJECTS, 3)
    if names > ALWAYS:
        assert frames.column("body").shape == (len(frames), 1 + HISTORY, BODY)
        assert frames.column("chunk").shape == (len(frames), CHUNK, 5)
        assert frames.column("shown").shape == (len(frames), 3)
        assert frames.column("joint_chunk").shape == (len(frames), CHUNK, 7)


def test_each_scene_is_seen_several_times(folder: Path) -> None:
    assert len(Frames([folder / "scenes"])) == 3 * collect.VIEWS


def combinations(frames: Frames) -> set[tuple[str, str]]:
    """Colour and category of everything there."""
    colour, category = frames.column("colour"), frames.column("category")
    return {(COLOURS[c], CATEGORIES[k]) for c, k in zip(colour[category >= 0], category[category >= 0], strict=True)}


@pytest.mark.parametrize("sort", WITHOUT_HELD_OUT)
def test_held_out_combinations_are_never_collected(folder: Path, sort: str) -> None:
    pairs = combinations(Frames([folder / sort]))
    assert len(pairs) > 5
    assert not pairs & HELD_OUT


def test_complete_scenes_show_held_out_combinations_too(folder: Path) -> None:
    pairs = combinations(Frames([folder / "complete"]))
    assert pairs & HELD_OUT
    assert pairs - HELD_OUT


@pytest.mark.parametrize("sort", SORTS)
def test_masks_lie_on_their_objects(folder: Path, sort: str) -> None:
    frames = Frames([folder / sort])
    rows = np.arange(len(frames))[:: max(1, len(frames) // 6)]
    _, points = frames.images(rows)
    mask, position = frames.gather("mask", rows), frames.gather("position", rows)
    for n in range(len(rows)):
        for index in np.unique(mask[n][mask[n] < MAX_OBJECTS]):  # not NOTHING, nor things for which a row has no room
            seen = points[n].permute(1, 2, 0).numpy()[mask[n] == index]
            assert np.linalg.norm(np.median(seen, axis=0) - position[n, index]) < 0.06


def test_demonstrations_end_in_success(folder: Path) -> None:
    """The things are where the command says when its episode is marked as done."""
    frames = Frames([folder / "demonstrations"])
    shown, done, position = (frames.column(field) for field in ("shown", "done", "position"))
    assert {SKILLS[i] for i in shown[:, 0]} <= set(SKILLS)
    assert 0 < done.mean() < 0.5
    last = np.flatnonzero(np.diff(np.append(done, 0)) < 0)
    for row in last:
        skill, thing, place = SKILLS[shown[row, 0]], shown[row, 1], shown[row, 2]
        target = frames.column("T_base_tcp")[row, :3, 3] if skill == "pick_up" else position[row, place]
        assert np.linalg.norm((position[row, thing] - target)[:2]) < 0.05
    finished = set(map(tuple, shown[done == 1].tolist()))
    assert finished == set(map(tuple, shown.tolist()))


def test_failed_demonstrations_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = iter([False, True])
    monkeypatch.setattr(collect, "succeeded", lambda *_: next(kept))
    written = collect_demonstrations(Shard(tmp_path / "0000", 31, 2))
    assert written == len(Frames([tmp_path]))
    assert {SKILLS[i] for i in Frames([tmp_path]).column("shown")[:, 0]} == {SKILLS[1]}


def test_chunks_say_what_the_expert_does_next(folder: Path) -> None:
    """Where nothing pushes the hand, it goes where the chunk says (not all the way: targets lead the hand)."""
    frames = Frames([folder / "demonstrations"])
    chunk, tcp = frames.column("chunk"), frames.column("T_base_tcp")[:, :3, 3]
    shown, done = frames.column("shown"), frames.column("done")
    undisturbed = (frames.column("chunk_length")[:-1] == CHUNK) & (done[1:] == 0) & (shown[1:] == shown[:-1]).all(1)
    advised, moved = chunk[:-1, EXECUTE - 1, :3][undisturbed], np.diff(tcp, axis=0)[undisturbed]
    far = np.linalg.norm(moved, axis=1) > 0.01
    assert far.sum() > 10
    along = np.einsum("ij,ij->i", advised[far], moved[far])
    cosine = along / np.linalg.norm(advised[far], axis=1) / np.linalg.norm(moved[far], axis=1)
    assert np.median(cosine) > 0.95


@pytest.mark.parametrize("sort", ["demonstrations", "corrections"])
def test_joint_targets_lead_where_the_chunks_do(folder: Path, sort: str) -> None:
    world = make_world()
    frames = Frames([folder / sort])
    chunk, length, tcp = frames.column("chunk"), frames.column("chunk_length"), frames.column("T_base_tcp")
    joints, present = frames.column("joint_chunk"), frames.column("joints")
    off = []
    for row in range(len(frames)):
        assert world.arm.forward(present[row])[:3, 3] == pytest.approx(tcp[row, :3, 3], abs=1e-4)
        for k in range(length[row]):
            goal = tcp[row, :3, 3] + chunk[row, k, :3]
            off.append(np.linalg.norm(world.arm.forward(joints[row, k])[:3, 3] - goal))
        assert np.array_equal(joints[row, length[row] :], np.tile(present[row], (CHUNK - length[row], 1)))
    world.close()
    assert np.median(off) < 0.005


def test_corrections_are_the_experts_and_not_the_policys(folder: Path) -> None:
    """The hand goes up, the advice is to open or go elsewhere; never what the policy did."""
    frames = Frames([folder / "corrections"])
    chunk, length, tcp = frames.column("chunk"), frames.column("chunk_length"), frames.column("T_base_tcp")
    assert set(length) <= {1, 2}
    risen = tcp[1:10, 2, 3] - tcp[:9, 2, 3]
    assert (risen > 0).all()
    own = np.array([0.0, 0.0, 0.01])
    assert np.linalg.norm(chunk[:, 0, :3] - own, axis=1).min() > 1e-3
    things = frames.column("position")[np.arange(len(frames)), frames.column("shown")[:, 1]]
    picking = (frames.column("shown")[:, 0] == SKILLS.index("pick_up")) & (tcp[:, 2, 3] > 0.2)
    assert picking.any()
    towards = np.einsum("ij,ij->i", (things - tcp[:, :3, 3])[picking], chunk[picking, 0, :3])
    assert (towards > 0).mean() > 0.8


@pytest.mark.parametrize("sort", SORTS)
def test_finished_shards_are_skipped(folder: Path, sort: str) -> None:
    shard = Shard(folder / sort / "0000", 10, 3)
    before = (shard.folder / "rgb.npy").stat().st_mtime_ns
    written = {
        "scenes": lambda: collect_scenes(shard),
        "crowded": lambda: collect_scenes(shard),
        "complete": lambda: collect_scenes(shard),
        "demonstrations": lambda: collect_demonstrations(shard),
        "corrections": lambda: collect_corrections(shard, Rising()),
    }[sort]()
    assert written == 0
    assert (shard.folder / "rgb.npy").stat().st_mtime_ns == before


def test_the_same_seed_makes_the_same_shard(folder: Path, tmp_path: Path) -> None:
    collect_scenes(Shard(tmp_path / "0000", 10, 1))
    again, first = Frames([tmp_path]), Frames([folder / "scenes"])
    for field in ("rgb", "position", "mask"):
        assert np.array_equal(again.column(field), first.column(field)[: len(again)])


KILLED = """
import sys
from pathlib import Path
from evaluation.collect import Shard, collect_demonstrations
collect_demonstrations(Shard(Path(sys.argv[1]), 30, 3))
"""


def test_a_collection_killed_at_random_loses_one_episode_and_goes_on_exactly(folder: Path, tmp_path: Path) -> None:
    """kill -9 in the second episode or at its end; the rest is collected here."""
    shard = Shard(tmp_path / "0000", 30, 3)
    kept = tmp_path / "0000.episodes"
    with subprocess.Popen([sys.executable, "-c", KILLED, str(shard.folder)], cwd=ROOT) as program:
        while program.poll() is None and not list(kept.glob("*.npz")):
            time.sleep(0.01)
        time.sleep(float(np.random.default_rng().uniform(0, 1.5)))
        program.kill()
    left = 3 if shard.folder.exists() else len(list(kept.glob("*.npz")))
    assert left >= 1
    collect_demonstrations(shard)
    straight = folder / "demonstrations" / "0000"
    for file in straight.iterdir():
        assert file.read_bytes() == (shard.folder / file.name).read_bytes(), file.name
    assert not kept.exists()


def test_seeds_of_the_evaluation_are_refused(tmp_path: Path) -> None:
    shard = Shard(tmp_path / "0000", EVALUATION_SEED, 1)
    for collection in (collect_scenes, collect_demonstrations, lambda s: collect_corrections(s, Rising())):
        with pytest.raises(ValueError, match="seed 900000 is kept for evaluation"):
            collection(shard)
    assert not shard.folder.exists()
