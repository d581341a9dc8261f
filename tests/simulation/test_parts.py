"""The parts of a simulated scene, their places and states."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from grounding.vision import image_tensors
from simulation.fixtures import DRAWER_TRAVEL
from simulation.scene import sample_tabletop
from simulation.world import SimulatedWorld


@pytest.fixture(scope="module")
def furnished() -> Iterator[SimulatedWorld]:
    """A closed drawer, a button with its lamp, a tray with crumbs before it, and three things."""
    spec = sample_tabletop(
        np.random.default_rng(4),
        ["red bar", "blue bowl", "green can"],
        fixtures=["drawer", "button", "lamp", "tray", "crumbs"],
    )
    world = SimulatedWorld(replace(spec, camera_jitter=(0.0,) * 6))
    yield world
    world.close()


def test_parts_are_those_of_the_masks(furnished: SimulatedWorld) -> None:
    names = furnished.privileged.part_names()
    assert tuple(part.name for part in furnished.privileged.parts_now()) == names
    assert {"red bar", "drawer", "drawer handle", "drawer cabinet", "lamp", "button", "tray", "crumbs"} <= set(names)
    assert furnished.privileged.parts("front").max() < len(names)


def test_states_follow_the_world(furnished: SimulatedWorld) -> None:
    def states() -> dict[str, str]:
        return {part.name: part.state for part in furnished.privileged.parts_now()}

    assert states() | {"drawer": "closed", "lamp": "unlit", "crumbs": "spread", "red bar": ""} == states()
    furnished.privileged.pull("drawer", DRAWER_TRAVEL)
    furnished.privileged.light("lamp", True)
    assert states() | {"drawer": "open", "drawer handle": "open", "lamp": "lit"} == states()
    furnished.privileged.pull("drawer", 0.04)
    assert states()["drawer"] == "ajar"
    furnished.privileged.pull("drawer", 0.0)
    furnished.privileged.light("lamp", False)


def test_a_handle_is_where_its_pixels_are(furnished: SimulatedWorld) -> None:
    import torch

    image = furnished.observe(("front",)).images["front"]
    fields = (image.rgb, image.depth, image.camera.intrinsics, image.camera.T_base_camera)
    _, points = image_tensors(*(torch.from_numpy(np.asarray(field)[None]).float() for field in fields))
    parts = furnished.privileged.parts_now()
    index = [part.name for part in parts].index("drawer handle")
    shown = furnished.privileged.parts("front")[1::2, 1::2] == index
    seen = points[0].permute(1, 2, 0).numpy()[shown]
    assert len(seen)
    assert np.linalg.norm(np.median(seen, axis=0) - parts[index].position) < 0.04
