from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from grounding.frames import Frames
from grounding.training import Schedule, fit
from skills import finishing
from skills.finishing import TELLING, Finds, Finishing, Moments, finish_policy, read_demonstrations, telling
from skills.memory import FIELDS
from skills.networks import CHUNK, ChunkHead, Look, Spec, VLANetwork, Ways
from tests.skills.taught import Commands, curriculum
from tests.skills.test_training import write_demonstrations

CURRICULUM = curriculum()
SPEC = Spec(CURRICULUM.names, width=16)


def quiet(_: str) -> None:
    """Says nothing."""


@pytest.fixture(scope="module")
def demos(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    return write_demonstrations(tmp_path_factory.mktemp("demos"))


@pytest.fixture(scope="module")
def network() -> VLANetwork:
    torch.manual_seed(0)
    return VLANetwork(SPEC).eval()


def looked(network: VLANetwork, demos: Frames) -> Look:
    with torch.inference_mode():
        return network.trunk(*demos.images(np.arange(6)), *Commands().encode(["pick up the red block"] * 6))


def kept(look: Look) -> Finds:
    return Finds({field: getattr(look, field).numpy() for field in FIELDS}, np.arange(6))


def test_what_is_kept_tells_the_head_all_that_it_is_told_at_work(network: VLANetwork, demos: Frames) -> None:
    look, body = looked(network, demos), torch.from_numpy(demos.column("body"))
    with torch.inference_mode():
        told = kept(look).look(np.arange(6))
        for at_work, now in zip(network.head(look, body), network.head(told, body), strict=True):
            assert torch.allclose(at_work, now, atol=1e-5)


def test_frames_are_read_once_with_one_wording_an_episode(
    network: VLANetwork, demos: Frames, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "BLOCK", 2)
    commands = Commands()
    first = read_demonstrations(network, demos, CURRICULUM, commands, tmp_path, quiet)
    assert len(commands.said) == 6 and len(set(commands.said)) == 2
    assert "blue" in commands.said[2] and commands.said[2:] == [commands.said[2]] * 4
    assert first.found["where"].shape == (6, 3, 3) and first.seconds > 0
    commands.said.clear()
    (tmp_path / "0000002.npz").unlink()
    again = read_demonstrations(network, demos, CURRICULUM, commands, tmp_path, quiet)
    assert len(commands.said) == 2
    assert all(np.array_equal(first.found[field], again.found[field]) for field in FIELDS)


def test_what_another_network_found_is_not_used(network: VLANetwork, demos: Frames, tmp_path: Path) -> None:
    read_demonstrations(network, demos, CURRICULUM, Commands(), tmp_path, quiet)
    torch.manual_seed(1)
    with pytest.raises(ValueError, match="holds what another network found"):
        read_demonstrations(VLANetwork(SPEC).eval(), demos, CURRICULUM, Commands(), tmp_path, quiet)
    (tmp_path / "0000000.npz").write_bytes(b"half a file")
    with pytest.raises(ValueError, match=r"0000000\.npz is damaged"):
        read_demonstrations(network, demos, CURRICULUM, Commands(), tmp_path, quiet)


def test_mirrored_moments_are_those_of_the_mirrored_world(network: VLANetwork, demos: Frames) -> None:
    """A head that goes straight to its target goes straight to the mirrored one."""
    finds = kept(looked(network, demos))
    look, body, chunk = finds.look(np.arange(6)), torch.randn(6, 3, 9), torch.randn(6, 6, 5)
    before = replace(look, where=look.where.clone(), yaw=look.yaw.clone()), body.clone(), chunk.clone()
    finishing._mirror(look, body, chunk, torch.arange(6) % 2 == 0)
    assert torch.equal(look.where[1::2], before[0].where[1::2]) and torch.equal(chunk[1::2], before[2][1::2])
    assert torch.equal(look.where[::2], before[0].where[::2] * torch.tensor([1.0, -1, 1]))
    assert torch.equal(look.yaw[::2], before[0].yaw[::2] * torch.tensor([-1.0, 1, -1, 1]))
    assert torch.equal(body[::2], before[1][::2] * torch.tensor([1.0, -1, 1, -1, 1, -1, 1, 1, 1]))
    assert torch.equal(chunk[::2], before[2][::2] * torch.tensor([1.0, -1, 1, -1, 1]))


def test_moments_at_which_the_motion_bends_are_drawn_oftener() -> None:
    straight = np.zeros((2, CHUNK, 5), np.float32)
    straight[..., 0] = np.linspace(0, 0.1, CHUNK)
    bending = straight[:1].copy()
    bending[0, 1, 0] += 0.2
    assert telling(straight, np.array([CHUNK, 3])).tolist() == [1, 1]
    assert telling(bending, np.array([3])).tolist() == [TELLING]


def test_the_head_learns_from_looks_that_shake_and_hands_that_stand_still(network: VLANetwork, demos: Frames) -> None:
    told: list[tuple[Look, torch.Tensor]] = []

    class Head(ChunkHead):
        def ways(self, look: Look, body: torch.Tensor) -> Ways:
            told.append((look, body))
            return super().ways(look, body)

    finds = kept(looked(network, demos))
    before = finds.found["where"].copy()
    parts = Finishing(Moments.shown(demos, finds), 200)(Head(SPEC), np.random.default_rng(0))
    assert set(parts) == {"move", "turn", "grip", "way", "done"} and all(torch.isfinite(v) for v in parts.values())
    (look, body) = told[0]
    assert np.array_equal(finds.found["where"], before)
    off = np.abs(look.where[..., 0].numpy()[:, None] - before[None, ..., 0]).min(1)
    assert 0.0005 < np.median(off) < 0.02
    stood = (body[:, 0] == body[:, 1]).all(-1) & (body[:, 0] == body[:, 2]).all(-1)
    assert stood.any()


def test_finishing_goes_on_bit_for_bit_and_leaves_the_trunk_alone(
    demos: Frames, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "CommandEncoder", lambda quick: Commands())
    folder = tmp_path / "demos"
    write_demonstrations(folder)
    start = VLANetwork(Spec(CURRICULUM.names)).state_dict()
    schedule = Schedule(4, batch=8, checkpoint_every=2)

    def finished(name: str) -> VLANetwork:
        finds = tmp_path / "finds"
        return finish_policy(CURRICULUM, [folder], schedule, tmp_path / f"{name}.pt", start, finds)[0]

    straight = finished("straight").state_dict()
    monkeypatch.setattr(finishing, "fit", _killed)
    with pytest.raises(KeyboardInterrupt):
        finished("broken")
    monkeypatch.setattr(finishing, "fit", fit)
    resumed = finished("broken").state_dict()
    assert all(torch.equal(value, resumed[key]) for key, value in straight.items())
    assert all(torch.equal(value, start[key]) for key, value in straight.items() if key.startswith("trunk."))
    assert not torch.equal(straight["head.out.weight"], start["head.out.weight"])


def _killed(
    network: ChunkHead, loss: Finishing, schedule: Schedule, checkpoint: Path, say: Callable[[str], None]
) -> float:
    def kill(_: str) -> None:
        raise KeyboardInterrupt

    return fit(network, loss, schedule, checkpoint, kill)
