from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from grounding.detector import SegmentationNetwork
from grounding.frames import NOTHING, Frames
from grounding.parts import MAX_PARTS
from grounding.segmenting import RAREST, Labels, segmentation_loss, train_grounder
from grounding.training import Batch, Loss, Schedule, fit, sample_batch
from grounding.vocabulary import CABINET, TABLETOP

BLOCK, BOWL, OF_CABINET, DRAWER, HANDLE = range(5)
"""Places of the parts in the frames."""


def batch(frames: Frames, mirrored: bool = False) -> Batch:
    for seed in range(20):
        found = sample_batch(frames, np.arange(len(frames)), np.random.default_rng(seed))
        if found.mirrored == mirrored:
            return found
    raise AssertionError("never drawn")


def kinds(*names: str) -> list[int]:
    return [TABLETOP.kinds.index(name) + 1 for name in names]


@pytest.mark.parametrize(
    ("part", "kind", "colour", "state"),
    [
        (BLOCK, "block", 0, -1),
        (BOWL, "bowl", 5, -1),
        (OF_CABINET, CABINET, -1, 0),
        (DRAWER, "drawer", -1, 0),
        (HANDLE, "drawer", -1, 0),
    ],
)
def test_points_are_told_what_they_show(frames: Frames, part: int, kind: str, colour: int, state: int) -> None:
    sample = batch(frames)
    told, paint, _, said, _, _ = Labels(frames, TABLETOP).of(sample)
    there = sample.mask == part
    assert there.any()
    assert set(told[there].tolist()) == set(kinds(kind))
    assert set(paint[there].tolist()) == {colour}
    assert set(said[there].tolist()) == {state}


def test_the_table_is_background(frames: Frames) -> None:
    sample = batch(frames)
    told, paint, _, state, _, turned = Labels(frames, TABLETOP).of(sample)
    nothing = sample.mask == NOTHING
    assert not told[nothing].any() and not turned[nothing].any()
    assert set(paint[nothing].tolist()) == set(state[nothing].tolist()) == {-1}


def test_points_vote_for_the_middle_of_the_whole(frames: Frames) -> None:
    sample = batch(frames)
    _, _, centre, _, _, _ = Labels(frames, TABLETOP).of(sample)
    for part, middle in ((BLOCK, BLOCK), (OF_CABINET, OF_CABINET), (DRAWER, DRAWER), (HANDLE, DRAWER)):
        votes = centre.permute(0, 2, 3, 1)[sample.mask == part]
        assert torch.allclose(votes, sample.positions[0, middle])


@pytest.mark.parametrize("mirrored", [False, True])
def test_only_what_faces_somewhere_is_asked_for_its_yaw(frames: Frames, mirrored: bool) -> None:
    sample = batch(frames, mirrored)
    _, _, _, _, turn, turned = Labels(frames, TABLETOP).of(sample)
    assert {part for part in range(5) if turned[sample.mask == part].any()} == {OF_CABINET, DRAWER, HANDLE}
    cosine, sine = turn.permute(0, 2, 3, 1)[sample.mask == DRAWER].unbind(1)
    assert torch.allclose(torch.atan2(sine, cosine), torch.tensor(-1.5 if mirrored else 1.5))


def test_what_a_vocabulary_does_not_know_is_background(frames: Frames) -> None:
    sample = batch(frames)
    told, _, _, _, _, _ = Labels(frames, replace(TABLETOP, kinds=("block", "bowl"))).of(sample)
    assert {part for part in range(5) if told[sample.mask == part].any()} == {BLOCK, BOWL}


def test_a_thing_for_which_a_row_has_no_room_is_background(frames: Frames) -> None:
    sample = batch(frames)
    beyond = replace(sample, mask=torch.full_like(sample.mask, MAX_PARTS))
    told, _, _, _, _, _ = Labels(frames, TABLETOP).of(beyond)
    assert not told.any()


def test_rare_kinds_weigh_more(frames: Frames) -> None:
    rarity = Labels(frames, TABLETOP).rarity()
    cabinet, block, lamp = (float(rarity[i]) for i in kinds(CABINET, "block", "lamp"))
    assert rarity[0] == 1
    assert 1 < cabinet < block < lamp <= RAREST


def killed(loss: Loss, after: int) -> Loss:
    """The loss, but after so many steps the process is killed."""
    steps = iter(range(after))

    def dying(network: nn.Module, rng: np.random.Generator) -> dict[str, Tensor]:
        if next(steps, None) is None:
            raise KeyboardInterrupt
        return loss(network, rng)

    return dying


def quiet(_: str) -> None:
    """Says nothing."""


def test_the_grounder_trains_and_goes_on_bit_for_bit(tmp_path: Path, frames: Frames) -> None:
    schedule, data = Schedule(4, batch=2, checkpoint_every=2), [tmp_path / "scenes"]
    straight, minutes = train_grounder(data, schedule, tmp_path / "straight.pt")
    torch.manual_seed(schedule.seed)
    broken = SegmentationNetwork(TABLETOP).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    with pytest.raises(KeyboardInterrupt):
        fit(broken, killed(segmentation_loss(frames, 2), 3), schedule, tmp_path / "broken.pt", quiet)
    resumed, _ = train_grounder(data, schedule, tmp_path / "broken.pt")
    assert minutes > 0
    for name, tensor in straight.state_dict().items():
        assert torch.equal(tensor, resumed.state_dict()[name]), name


def test_the_loss_falls(frames: Frames) -> None:
    torch.manual_seed(0)
    network, loss = SegmentationNetwork(TABLETOP), segmentation_loss(frames, 4)
    optimizer, rng = torch.optim.Adam(network.parameters(), 3e-3), np.random.default_rng(0)
    totals = []
    for _ in range(12):
        parts = loss(network, rng)
        assert set(parts) == {"kind", "colour", "vote", "state", "turn"}
        total = torch.stack(list(parts.values())).sum()
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        totals.append(float(total.detach()))
    assert totals[-1] < 0.6 * totals[0]


@pytest.mark.parametrize("part", ["whole", "encoder"])
def test_it_starts_from_earlier_weights(tmp_path: Path, frames: Frames, part: str) -> None:
    torch.manual_seed(7)
    earlier = SegmentationNetwork(TABLETOP).state_dict()
    start = {k: v for k, v in earlier.items() if part == "whole" or k.startswith("encoder.")}
    network, _ = train_grounder([tmp_path / "scenes"], Schedule(0), tmp_path / "none.pt", start)
    assert all(torch.equal(network.state_dict()[key], value) for key, value in start.items())
