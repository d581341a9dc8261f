import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from evaluation import collecting
from evaluation.collecting import Shard, collect_corrections, collect_demonstrations, collect_scenes
from evaluation.situations import EVALUATION_SEED
from grounding import Observation
from grounding.frames import Frames
from grounding.parts import MAX_PARTS, split_name
from simulation.lessons import HELD_OUT, TEACHINGS
from simulation.world import make_world
from skills.action import ActionChunk, EndEffectorTarget
from skills.networks import BODY, CHUNK, HISTORY
from skills.vla import EXECUTE

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SHOWN_HERE = ("pick_up", "open_drawer", "press")


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
    collect_scenes(Shard(folder / "scenes" / "0000", 10, 4))
    collect_scenes(Shard(folder / "complete" / "0000", 50, 8, complete=True))
    collect_demonstrations(Shard(folder / "demonstrations" / "0000", 30, 3, SHOWN_HERE))
    collect_corrections(Shard(folder / "corrections" / "0000", 40, 2, SHOWN_HERE[:2]), Rising())
    yield folder


WITHOUT_HELD_OUT = ("scenes", "demonstrations", "corrections")
SORTS = (*WITHOUT_HELD_OUT, "complete")
ALWAYS = {"rgb", "depth", "intrinsics", "T_base_camera", "T_base_tcp", "gripper", "mask"}
ALWAYS |= {"names", "position", "yaw", "symmetry", "states"}
SHOWN = {"body", "chunk", "chunk_length", "done", "skill", "arguments", "joints", "joint_chunk", "episode"}


@pytest.mark.parametrize("sort", SORTS)
def test_shards_have_the_promised_fields(folder: Path, sort: str) -> None:
    names = {file.stem for file in (folder / sort / "0000").iterdir()}
    assert names == (ALWAYS | SHOWN if sort in ("demonstrations", "corrections") else ALWAYS)
    frames = Frames([folder / sort])
    height, width = frames.column("depth").shape[1:]
    assert frames.column("rgb").shape == (len(frames), height, width, 3)
    assert frames.column("mask").shape == (len(frames), height // 2, width // 2)
    assert frames.column("position").shape == (len(frames), MAX_PARTS, 3)
    if names > ALWAYS:
        assert frames.column("body").shape == (len(frames), 1 + HISTORY, BODY)
        assert frames.column("chunk").shape == (len(frames), CHUNK, 5)
        assert frames.column("joint_chunk").shape == (len(frames), CHUNK, 7)


def test_each_scene_is_seen_several_times(folder: Path) -> None:
    assert len(Frames([folder / "scenes"])) == 4 * collecting.VIEWS


def combinations(frames: Frames) -> set[tuple[str, str]]:
    """Colour and category of everything there that has a colour."""
    pairs = {split_name(str(name)) for name in np.unique(frames.column("names"))}
    return {(colour, kind) for colour, kind in pairs if colour}


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
def test_masks_lie_on_their_parts(folder: Path, sort: str) -> None:
    """But for a cabinet, whose middle is inside, and crumbs, which are many."""
    frames = Frames([folder / sort])
    rows = np.arange(len(frames))[:: max(1, len(frames) // 6)]
    _, points = frames.images(rows)
    mask, position, names = (frames.gather(field, rows) for field in ("mask", "position", "names"))
    for n in range(len(rows)):
        for index in np.unique(mask[n][mask[n] < MAX_PARTS]):
            seen = points[n].permute(1, 2, 0).numpy()[mask[n] == index]
            reach = 0.16 if "drawer" in names[n, index] or names[n, index] in ("tray", "crumbs") else 0.07
            assert np.linalg.norm(np.median(seen, axis=0) - position[n, index]) < reach, names[n, index]


def test_demonstrations_end_in_success(folder: Path) -> None:
    """What the command says is so when its episode is marked as done."""
    frames = Frames([folder / "demonstrations"])
    skill, done, names = (frames.column(field) for field in ("skill", "done", "names"))
    assert set(skill) == set(SHOWN_HERE)
    for name, part, state in (("open_drawer", "drawer", "open"), ("press", "lamp", "lit")):
        over = np.flatnonzero((skill == name) & (done == 1))
        assert len(over)
        for row in over:
            assert frames.column("states")[row][list(names[row]).index(part)] == state
    for row in np.flatnonzero((skill == "pick_up") & (done == 1)):
        thing = json.loads(str(frames.column("arguments")[row]))["object"]
        held = frames.column("position")[row][list(names[row]).index(thing)]
        assert np.linalg.norm(held - frames.column("T_base_tcp")[row, :3, 3]) < 0.04
    assert 0 < done.mean() < 0.6


def test_failed_demonstrations_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    never = replace(TEACHINGS["press"], success=lambda before, now, arguments: False)
    monkeypatch.setattr(Shard, "teachings", lambda shard: {"pick_up": TEACHINGS["pick_up"], "press": never})
    collect_demonstrations(Shard(tmp_path / "0000", 31, 2))
    assert set(Frames([tmp_path]).column("skill")) == {"pick_up"}


def test_what_is_not_taught_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown skill 'juggle'; choose from: pick_up, put_in"):
        collect_demonstrations(Shard(tmp_path / "0000", 31, 2, ("juggle",)))


def test_chunks_say_what_the_expert_does_next(folder: Path) -> None:
    """Where nothing pushes the hand, it goes where the chunk says (not all the way: targets lead the hand)."""
    frames = Frames([folder / "demonstrations"])
    chunk, tcp = frames.column("chunk"), frames.column("T_base_tcp")[:, :3, 3]
    episode, done = frames.column("episode"), frames.column("done")
    undisturbed = (frames.column("chunk_length")[:-1] == CHUNK) & (done[1:] == 0) & (episode[1:] == episode[:-1])
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
    for row in np.flatnonzero((frames.column("skill") == "pick_up") & (tcp[:, 2, 3] > 0.2)):
        thing = json.loads(str(frames.column("arguments")[row]))["object"]
        towards = frames.column("position")[row][list(frames.column("names")[row]).index(thing)] - tcp[row, :3, 3]
        assert towards @ chunk[row, 0, :3] > 0 or np.linalg.norm(towards[:2]) < 0.03


@pytest.mark.parametrize("sort", SORTS)
def test_finished_shards_are_skipped(folder: Path, sort: str) -> None:
    shard = Shard(folder / sort / "0000", 10, 3)
    before = (shard.folder / "rgb.npy").stat().st_mtime_ns
    written = {
        "scenes": lambda: collect_scenes(shard),
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
from evaluation.collecting import Shard, collect_demonstrations
collect_demonstrations(Shard(Path(sys.argv[1]), 30, 3, ("pick_up", "open_drawer", "press")))
"""


def test_a_collection_killed_at_random_loses_one_episode_and_goes_on_exactly(folder: Path, tmp_path: Path) -> None:
    """kill -9 in the second episode or at its end; the rest is collected here."""
    shard = Shard(tmp_path / "0000", 30, 3, SHOWN_HERE)
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
