from collections.abc import Callable

import numpy as np
import pytest
import torch

from grounding import Observation
from grounding.vision import CHANNELS, COLOUR, FEATURES, SHAPE, STRIDE, PixelEncoder, normals, observed_tensors

Observe = Callable[..., Observation]


def test_points_are_those_of_the_image_at_every_second_pixel(observe: Observe) -> None:
    images = [observe(seed).images["front"] for seed in range(2)]
    _, points = observed_tensors(images)
    for image, found in zip(images, points, strict=True):
        expected = image.points()[STRIDE // 2 :: STRIDE, STRIDE // 2 :: STRIDE]
        assert found.permute(1, 2, 0).numpy() == pytest.approx(expected, abs=1e-6)


def test_the_network_sees_colours_normals_and_heights(observe: Observe) -> None:
    image = observe().images["front"]
    pixels, _ = observed_tensors([image])
    assert pixels.shape == (1, CHANNELS, *image.depth.shape)
    colour, height = pixels[0, :3].permute(1, 2, 0).numpy(), pixels[0, 6].numpy()
    assert np.rint((colour * 0.25 + 0.5) * 255) == pytest.approx(image.rgb)
    assert (height + 1) * 0.04 == pytest.approx(image.points()[..., 2].clip(-0.04, 0.28), abs=1e-6)
    length = pixels[0, 3:6, 1:-1, 1:-1].norm(dim=0)
    assert torch.allclose(length, torch.ones_like(length), atol=1e-5)


def test_normals_stand_on_the_surface_and_point_to_the_camera() -> None:
    """Seen from the front, the lower a row the nearer it is (x grows), and y grows along a row."""
    x, y = torch.meshgrid(torch.linspace(0, 1, 6), torch.linspace(0, 1, 6), indexing="ij")
    ramp = torch.stack([x, y, 0.5 - 0.5 * x])[None]
    found = normals(ramp)[0, :, 1:-1, 1:-1]
    expected = torch.tensor([0.5, 0.0, 1.0]) / 1.25**0.5
    assert torch.allclose(found, expected[:, None, None].expand_as(found), atol=1e-5)
    mirrored = ramp.flip(-1) * torch.tensor([1.0, -1.0, 1.0]).view(1, 3, 1, 1)
    assert torch.allclose(normals(mirrored), normals(ramp).flip(-1) * torch.tensor([1.0, -1.0, 1.0]).view(1, 3, 1, 1))


def test_a_feature_and_a_point_for_each_second_pixel(observe: Observe) -> None:
    pixels, points = observed_tensors([observe(seed).images["front"] for seed in range(3)])
    features = PixelEncoder()(pixels)
    assert features.shape == (3, FEATURES, *points.shape[2:])
    assert points.shape[2:] == (pixels.shape[2] // STRIDE, pixels.shape[3] // STRIDE)


def test_images_of_a_batch_do_not_touch_each_other(observe: Observe) -> None:
    encoder = PixelEncoder().eval()
    images = [observe(seed).images["front"] for seed in range(2)]
    together = encoder(observed_tensors(images)[0])
    alone = torch.cat([encoder(observed_tensors([image])[0]) for image in images])
    assert torch.allclose(together, alone, atol=1e-5)
    assert not torch.allclose(together[0], together[1], atol=1e-2)


def test_what_shape_a_thing_has_is_seen_without_its_colour(observe: Observe) -> None:
    pixels, _ = observed_tensors([observe().images["front"]])
    painted = pixels.clone()
    painted[:, :COLOUR] = pixels[:, :COLOUR].flip(1) + 0.3
    encoder = PixelEncoder().eval()
    before, after = encoder(pixels), encoder(painted)
    assert torch.equal(before[:, :SHAPE], after[:, :SHAPE])
    assert not torch.allclose(before[:, SHAPE:], after[:, SHAPE:], atol=1e-3)
