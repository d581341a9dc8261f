import numpy as np
import pytest
import torch
from torch import Tensor

from affordances.networks import Calibration, DetectorNetwork, ValueNetwork
from grounding.vision import CHANNELS
from skills.language import WIDTH
from skills.networks import BODY, Spec

SPEC = Spec(("pick_up", "press"))


def moment(images: int, seed: int) -> tuple[Tensor, Tensor, Tensor]:
    """Pixels, points and bodies."""
    generator = torch.Generator().manual_seed(seed)
    pixels = torch.randn(images, CHANNELS, 16, 16, generator=generator)
    return pixels, torch.rand(images, 3, 8, 8, generator=generator), torch.randn(images, BODY, generator=generator)


def words(commands: int) -> tuple[Tensor, Tensor]:
    tokens = torch.randn(commands, 5, WIDTH, generator=torch.Generator().manual_seed(9))
    return tokens, torch.ones(commands, 5, dtype=torch.bool)


@pytest.fixture(scope="module")
def value() -> ValueNetwork:
    torch.manual_seed(0)
    return ValueNetwork(SPEC).eval()


@pytest.fixture(scope="module")
def detector() -> DetectorNetwork:
    torch.manual_seed(0)
    return DetectorNetwork(SPEC).eval()


@torch.no_grad()
def test_values_of_a_batch_are_those_of_each_image_and_command(value: ValueNetwork) -> None:
    (pixels, points, body), (tokens, mask) = moment(2, 0), words(6)
    together = value(pixels, points, body, tokens, mask)
    assert together.shape == (6,)
    for i in range(6):
        b = slice(i // 3, i // 3 + 1)
        alone = value(pixels[b], points[b], body[b], tokens[i : i + 1], mask[i : i + 1])
        assert float(alone) == pytest.approx(float(together[i]), abs=1e-5)
    assert together.std() > 1e-4


@torch.no_grad()
def test_verdicts_of_a_batch_are_those_of_each_pair_and_command(detector: DetectorNetwork) -> None:
    before, after, (tokens, mask) = moment(2, 0), moment(2, 1), words(4)
    together = detector(*zip(before, after, strict=True), tokens, mask)
    for i in range(4):
        b = slice(i // 2, i // 2 + 1)
        pair = [(one[b], other[b]) for one, other in zip(before, after, strict=True)]
        alone = detector(*pair, tokens[i : i + 1], mask[i : i + 1])
        assert float(alone) == pytest.approx(float(together[i]), abs=1e-5)


@torch.no_grad()
def test_before_and_after_are_told_apart(detector: DetectorNetwork) -> None:
    before, after = moment(1, 0), moment(1, 1)
    forwards = detector(*zip(before, after, strict=True), *words(1))
    backwards = detector(*zip(after, before, strict=True), *words(1))
    assert abs(float(forwards - backwards)) > 1e-4


@pytest.mark.parametrize(("slope", "shift"), [(2.0, -1.0), (0.4, 0.7)])
def test_calibration_recovers_what_made_the_outcomes(slope: float, shift: float) -> None:
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn(20_000, generator=generator) * 2
    labels = torch.bernoulli(torch.sigmoid(slope * logits + shift), generator=generator)
    calibration = Calibration()
    calibration.fit(logits, labels)
    assert float(calibration.slope) == pytest.approx(slope, rel=0.08)
    assert float(calibration.shift) == pytest.approx(shift, abs=0.08)
    assert float(calibration(logits).mean()) == pytest.approx(float(labels.mean()), abs=0.005)


def test_calibration_is_kept_with_the_weights() -> None:
    one, other = ValueNetwork(SPEC), ValueNetwork(SPEC)
    one.calibration.slope.fill_(3.0)
    one.calibration.shift.fill_(-0.5)
    other.load_state_dict(one.state_dict())
    assert (float(other.calibration.slope), float(other.calibration.shift)) == (3.0, -0.5)
    assert all("calibration" not in name for name, _ in one.named_parameters())


def test_a_fresh_calibration_changes_nothing() -> None:
    logits = torch.linspace(-5, 5, 11)
    assert torch.allclose(Calibration()(logits), logits.sigmoid())


@pytest.mark.parametrize("successes", [0, 6, 12])
def test_calibration_survives_outcomes_that_a_line_separates(successes: int) -> None:
    """All alike, or parted without error: the likelihood has no maximum, the answer must still be a probability."""
    logits = torch.linspace(-3, 3, 12)
    labels = (torch.arange(12) >= 12 - successes).float()
    calibration = Calibration()
    calibration.fit(logits, labels)
    probabilities = calibration(logits)
    assert torch.isfinite(probabilities).all()
    assert np.abs((probabilities - labels).numpy()).max() < 0.5


def test_a_value_function_says_where_it_looked() -> None:
    from affordances.value import LearnedValueFunction
    from simulation.world import make_world

    torch.manual_seed(0)
    world = make_world(objects=["red block", "blue bowl"])
    try:
        seen = world.observe()
    finally:
        world.close()
    values = LearnedValueFunction(ValueNetwork(SPEC))
    commands = ["pick up the red block", "put the red block in the blue bowl"]
    values.score(seen, commands)
    kept = [values.attention(seen, command)["front"] for command in commands]
    afresh = LearnedValueFunction(values.network).attention(seen, commands[1])["front"]
    assert kept[0].shape == (64, 64) and abs(float(kept[0].sum()) - 1) < 1e-4
    assert abs(kept[1] - afresh).max() < 1e-5
