from pathlib import Path

import numpy as np
import pytest
import torch

from grounding.frames import Frames
from grounding.pretraining import HIDDEN, PATCH, MaskedNetwork, hide, pretrain_encoder, reconstruction_loss
from grounding.segmenting import train_grounder
from grounding.training import Schedule, mirror_image
from grounding.vision import CHANNELS


def test_whole_patches_are_hidden_and_nothing_else_is_touched() -> None:
    pixels = torch.rand(6, CHANNELS, 36, 64) + 1
    seen, hidden = hide(pixels, np.random.default_rng(0))
    assert torch.equal(seen == 0, hidden.expand_as(seen))
    assert torch.equal(seen[~hidden.expand_as(seen)], pixels[~hidden.expand_as(seen)])
    patches = hidden[:, 0, :32].unfold(1, PATCH, PATCH).unfold(2, PATCH, PATCH).flatten(3)
    assert torch.equal(patches.all(-1), patches.any(-1))
    assert abs(float(hidden.float().mean()) - HIDDEN) < 0.1


class Wrong(torch.nn.Module):
    """Right where something is hidden, wrong where everything is to be seen; or the other way round."""

    def __init__(self, truth: torch.Tensor, where_hidden: bool) -> None:
        super().__init__()
        self.truth, self.where_hidden = truth, where_hidden

    def forward(self, seen: torch.Tensor) -> torch.Tensor:
        hidden = (seen == 0).all(1, keepdim=True)[:, :, 1::2, 1::2]
        return self.truth + 1.0 * (hidden == self.where_hidden)


@pytest.mark.parametrize("where_hidden", [False, True])
def test_only_what_was_hidden_counts(frames: Frames, monkeypatch: pytest.MonkeyPatch, where_hidden: bool) -> None:
    monkeypatch.setattr("grounding.pretraining.relight", lambda colour, rng: colour)
    pixels, points = frames.images(np.array([0]))
    mirrored = mirror_image(pixels, points)[0]
    monkeypatch.setattr(frames, "images", lambda rows: (pixels.clone(), points))
    losses = []
    for truth in (pixels, mirrored):
        network = Wrong(truth[:, :, 1::2, 1::2], where_hidden)
        losses.append(sum(float(v) for v in reconstruction_loss(frames, 1)(network, np.random.default_rng(3)).values()))
    assert (min(losses) > 0.1) == where_hidden


def test_it_learns_to_fill_in(frames: Frames) -> None:
    torch.manual_seed(0)
    network, loss, rng = MaskedNetwork(), reconstruction_loss(frames, 4), np.random.default_rng(0)
    optimizer, totals = torch.optim.Adam(network.parameters(), 3e-3), []
    for _ in range(15):
        total = torch.stack(list(loss(network, rng).values())).sum()
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        totals.append(float(total.detach()))
    assert totals[-1] < 0.5 * totals[0]


def test_the_grounder_starts_from_what_was_learned_without_labels(tmp_path: Path, frames: Frames) -> None:
    data = [tmp_path / "scenes"]
    network, minutes = pretrain_encoder(data, Schedule(1, batch=2), tmp_path / "masked.pt")
    assert minutes > 0
    start = network.encoder_weights()
    grounder, _ = train_grounder(data, Schedule(0), tmp_path / "grounder.pt", start)
    for key, value in grounder.encoder.state_dict().items():
        assert torch.equal(value, start[f"encoder.{key}"]), key
