from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

import numpy as np
import pytest
from numpy.typing import NDArray

from grounding import Observation
from grounding.frames import DEPTH_UNIT, NOTHING, Frames, ShardWriter, record
from grounding.vision import observed_tensors
from tests.full_disk import clear, fill
from weights import DamagedError, NoSpaceError

Observe = Callable[..., Observation]


def write(folder: Path, observations: list[Observation]) -> None:
    writer = ShardWriter(folder)
    for observation in observations:
        writer.add({**record(observation), "index": np.array(int(observation.time))})
    writer.close()


def test_what_is_written_is_read(tmp_path: Path, observe: Observe) -> None:
    seen = [observe(i) for i in range(3)]
    write(tmp_path / "0000", seen)
    frames = Frames([tmp_path])
    assert len(frames) == 3
    for i, observation in enumerate(seen):
        image, body = observation.images["front"], observation.proprioception
        rows = np.array([i])
        assert np.array_equal(frames.gather("rgb", rows)[0], image.rgb)
        assert frames.gather("depth", rows)[0] * DEPTH_UNIT == pytest.approx(image.depth, abs=DEPTH_UNIT)
        assert frames.gather("T_base_tcp", rows)[0] == pytest.approx(body.T_base_tcp)
        assert frames.gather("gripper", rows)[0] == pytest.approx([body.gripper_opening, body.gripper_force])


def test_images_of_rows_are_what_the_camera_saw(tmp_path: Path, observe: Observe) -> None:
    seen = [observe(i) for i in range(3)]
    write(tmp_path / "0000", seen)
    found = Frames([tmp_path]).images(np.array([2, 0]))
    expected = observed_tensors([seen[i].images["front"] for i in (2, 0)])
    assert found[1].numpy() == pytest.approx(expected[1].numpy(), abs=2 * DEPTH_UNIT)
    assert found[0][:, :3].numpy() == pytest.approx(expected[0][:, :3].numpy())


def test_masks_are_kept_at_the_points(observe: Observe) -> None:
    mask = np.arange(32 * 32).reshape(32, 32) % 5 - 1
    kept = record(observe(), mask)["mask"]
    assert kept.shape == (16, 16)
    assert np.array_equal(kept, np.where(mask < 0, NOTHING, mask)[1::2, 1::2])


def test_a_cell_that_shows_any_of_what_is_tiny_is_its(observe: Observe) -> None:
    mask = np.full((32, 32), -1)
    mask[4:12, 4:12] = 0
    mask[2, 2] = mask[8, 9] = 1
    plain, kept = record(observe(), mask)["mask"], record(observe(), mask, tiny=1)["mask"]
    assert (plain != 1).all() and kept[1, 1] == kept[4, 4] == 1
    assert np.array_equal(kept == 1, np.isin(np.arange(256).reshape(16, 16), [17, 68]))
    assert np.array_equal(kept[kept != 1], plain[kept != 1])


def test_rows_come_from_all_shards_of_all_folders_in_the_order_asked_for(tmp_path: Path, observe: Observe) -> None:
    for shard, numbers in {"a/0000": [0, 1], "a/0001": [2], "b/0000": [3, 4, 5]}.items():
        write(tmp_path / shard, [observe(i) for i in numbers])
    frames = Frames([tmp_path / "a", tmp_path / "b"])
    assert frames.column("index").tolist() == [0, 1, 2, 3, 4, 5]
    assert frames.gather("index", np.array([5, 2, 0, 2, 1, 3])).tolist() == [5, 2, 0, 2, 1, 3]


def test_a_collection_that_is_killed_leaves_no_shard(tmp_path: Path, observe: Observe) -> None:
    writer = ShardWriter(tmp_path / "scenes" / "0000")
    writer.add(record(observe()))
    assert len(writer) == 1
    assert not (tmp_path / "scenes").exists()


def test_a_shard_whose_writing_is_killed_is_not_read_and_can_be_written_again(
    tmp_path: Path, observe: Observe, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "0000", [observe(0)])
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "rename", _killed)
        write(tmp_path / "0001", [observe(1), observe(2)])
    assert not (tmp_path / "0001").exists()
    assert Frames([tmp_path]).column("index").tolist() == [0]
    (tmp_path / "0001.partial").mkdir(exist_ok=True)  # what a killed program leaves; an interrupted one tidies up
    for name in ("rgb", "stray"):
        np.save(tmp_path / "0001.partial" / f"{name}.npy", np.zeros(9))
    assert Frames([tmp_path]).column("index").tolist() == [0]
    write(tmp_path / "0001", [observe(1), observe(2)])
    assert Frames([tmp_path]).column("index").tolist() == [0, 1, 2]
    assert contents(tmp_path / "0001").keys() == contents(tmp_path / "0000").keys()


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def collect(folder: Path, observe: Observe, kill: int | None = None) -> int:
    """Seven episodes of none to three random rows; killed in the middle of the given one. How many were begun."""
    rng, writer, begun = np.random.default_rng(5), ShardWriter(folder), 0
    for episode in writer.episodes(7, rng):
        begun += 1
        for _ in range(int(rng.integers(4)) if episode else 1):
            writer.add({**record(observe(episode)), "drawn": rng.normal(size=3)})
            if episode == kill:
                raise KeyboardInterrupt
    writer.close()
    return begun


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("kills", [[0], [3], [1, 4, 6], list(range(7))])
def test_a_killed_collection_loses_one_episode_and_goes_on_exactly(
    tmp_path: Path, observe: Observe, kills: list[int]
) -> None:
    collect(tmp_path / "straight" / "0000", observe)
    folder = tmp_path / "killed" / "0000"
    for kill in kills:
        with suppress(KeyboardInterrupt):
            collect(folder, observe, kill)
    if not folder.exists():
        left = len(list(folder.with_suffix(".episodes").glob("*.npz")))
        assert left >= kills[-1]
        assert collect(folder, observe) == 7 - left
    assert contents(folder) == contents(tmp_path / "straight" / "0000")
    assert [path.name for path in folder.parent.iterdir()] == ["0000"]


@pytest.mark.parametrize("call", range(3))
def test_an_episode_is_kept_whole_or_not_at_all(
    tmp_path: Path, observe: Observe, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    collect(tmp_path / "straight", observe)
    real, calls = np.savez, iter(range(call))

    def torn(file: IO[bytes], **arrays: NDArray) -> None:
        if next(calls, None) is None:
            file.write(b"PK half of it")
            raise OSError(28, "No space left on device")
        real(file, **arrays)

    with monkeypatch.context() as patch, pytest.raises(NoSpaceError, match=r"torn\.episodes is full"):
        patch.setattr(np, "savez", torn)
        collect(tmp_path / "torn", observe)
    assert collect(tmp_path / "torn", observe) == 7 - call
    assert contents(tmp_path / "torn") == contents(tmp_path / "straight")


def test_a_damaged_episode_is_named(tmp_path: Path, observe: Observe) -> None:
    with pytest.raises(KeyboardInterrupt):
        collect(tmp_path / "0000", observe, kill=4)
    (tmp_path / "0000.episodes" / "000001.npz").write_bytes(b"PK")
    with pytest.raises(DamagedError, match=r"000001\.npz is damaged .*; remove .*0000\.episodes to collect it anew"):
        collect(tmp_path / "0000", observe)


@pytest.mark.parametrize("pages", [0, 8, 16, 24, 36])
def test_a_full_disk_costs_one_episode(tmp_path: Path, small_disk: Path, observe: Observe, pages: int) -> None:
    """At the first episode, at a later one, or at the shard, when all episodes are kept."""
    collect(tmp_path / "straight", observe)
    folder, kept = small_disk / "0000", small_disk / "0000.episodes"
    fill(small_disk, 4096 * pages)
    with pytest.raises(NoSpaceError, match="is full; free some space and run the same command again: nothing finished"):
        collect(folder, observe)
    assert not folder.exists() and not list(small_disk.rglob("*.partial"))
    whole = len(list(kept.glob("*.npz")))
    assert (whole == 0) == (pages == 0)
    clear(small_disk)
    assert collect(folder, observe) == 7 - whole
    assert contents(folder) == contents(tmp_path / "straight")
    assert not kept.exists()


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_shard_is_named(tmp_path: Path, observe: Observe, damage: bytes | None) -> None:
    write(tmp_path / "0000", [observe(0), observe(1)])
    field = tmp_path / "0000" / "depth.npy"
    field.write_bytes(field.read_bytes()[:-100] if damage is None else damage)
    with pytest.raises(DamagedError, match=r"depth\.npy is damaged .*; remove .*0000 to collect it anew"):
        Frames([tmp_path])


def test_what_is_left_of_a_finished_shard_is_tidied_up(tmp_path: Path, observe: Observe) -> None:
    collect(tmp_path / "0000", observe)
    (tmp_path / "0000.episodes").mkdir()
    ShardWriter(tmp_path / "0000").tidy()
    assert not (tmp_path / "0000.episodes").exists() and (tmp_path / "0000").exists()
    ShardWriter(tmp_path / "0001").tidy()


def test_a_shard_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no rows for 0000"):
        ShardWriter(tmp_path / "0000").close()


def test_a_folder_without_frames_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no frames below .*nowhere; collect them first"):
        Frames([tmp_path / "nowhere"])
