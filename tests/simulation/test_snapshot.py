import subprocess
import sys
from pathlib import Path

import pytest

from simulation.demonstrator import Demonstrator
from simulation.world import SimulatedWorld, make_world

ROOT = Path(__file__).parents[2]
GO_ON = "\n".join(
    [
        "import sys",
        "from simulation.world import SimulatedWorld",
        "from tests.simulation.test_snapshot import advance",
        "world = SimulatedWorld.load(sys.argv[1])",
        "print(world.state_hash())",
        "advance(world, 'red block', 10)",
        "print(world.state_hash())",
    ]
)


def advance(world: SimulatedWorld, thing: str, ticks: int) -> None:
    for _ in range(ticks):
        world.apply(Demonstrator(world).act("pick_up", {"object": thing})[0])


@pytest.mark.parametrize("ticks", [5, 14, 16], ids=["on the way", "the fingers close", "lifted"])
def test_a_loaded_world_goes_on_exactly(tmp_path: Path, ticks: int) -> None:
    world, path = make_world(seed=4, objects=["red block", "blue bowl", "green block"]), tmp_path / "world"
    advance(world, "red block", ticks)
    world.save(path)
    saved = world.state_hash()
    advance(world, "red block", 10)
    done = subprocess.run(
        [sys.executable, "-c", GO_ON, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == [saved, world.state_hash()]
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["world"]
    world.close()


def test_what_was_moved_and_painted_is_remembered(tmp_path: Path) -> None:
    world = make_world(seed=4, objects=["red block", "blue bowl"])
    world.privileged.displace("red block", (0.03, -0.02))
    world.privileged.recolour("red block", "green")
    world.stop()
    world.save(tmp_path / "world")
    loaded = SimulatedWorld.load(tmp_path / "world")
    assert loaded.privileged.truth() == world.privileged.truth()
    assert "green block" in loaded.bodies
    assert (loaded.observe().images["front"].rgb == world.observe().images["front"].rgb).all()
    assert loaded.state_hash() == world.state_hash()
    world.close()
    loaded.close()


def test_a_loaded_world_feels_what_it_felt(tmp_path: Path) -> None:
    world = make_world(seed=4, objects=["red block"])
    advance(world, "red block", 16)
    world.save(tmp_path / "world")
    loaded = SimulatedWorld.load(tmp_path / "world")
    felt = world.proprioception().gripper_force
    assert felt > 1.0 and loaded.proprioception().gripper_force == felt
    for each in (world, loaded):
        advance(each, "red block", 1)
    assert loaded.proprioception().gripper_force == world.proprioception().gripper_force
    world.close()
    loaded.close()


def test_a_later_save_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    world = make_world(seed=4, objects=["red block"])
    world.save(tmp_path / "world")
    world.advance(10)
    world.save(tmp_path / "world")
    assert SimulatedWorld.load(tmp_path / "world").steps == world.steps
    world.close()


@pytest.mark.parametrize("content", [b"", b"not a world", None])
def test_damaged_and_missing_files_are_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "world"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ValueError, match="holds no saved world"):
        SimulatedWorld.load(path)


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    world, path = make_world(seed=4, objects=["red block"]), tmp_path / "world"
    world.save(path)
    world.close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(ValueError, match="holds no saved world"):
        SimulatedWorld.load(path)
