from collections.abc import Callable, Mapping

import numpy as np
import torch
from torch import Tensor, nn

from grounding import Image, Observation
from grounding.clustering import MIN_PIXELS, Votes, cluster, named
from grounding.detector import LearnedGrounder, SegmentationNetwork, Sight
from grounding.vocabulary import COLOURS, TABLETOP

Observe = Callable[..., Observation]
Group = tuple[str, tuple[float, float, float], int]


def votes(*groups: Group, spread: float = 0.004, seed: int = 0) -> Votes:
    """Noisy votes of some pixels for each thing, the first ones the most certain; pixels in random order."""
    rng = np.random.default_rng(seed)
    category, colour, centre, confidence = [], [], [], []
    for rank, (id, position, pixels) in enumerate(groups):
        paint, kind = id.split()
        category += [np.eye(len(TABLETOP.kinds))[TABLETOP.kinds.index(kind)]] * pixels
        colour += [np.eye(len(COLOURS))[COLOURS.index(paint)]] * pixels
        centre += list(rng.normal(position, spread, (pixels, 3)))
        confidence += list(rng.uniform(0.9, 1.0, pixels) - 0.2 * rank)
    order = rng.permutation(len(confidence))
    state, turn = (np.zeros((len(order), n), np.float32) for n in (len(TABLETOP.states), 2))
    kind, paint, middle, sure = (np.array(field, np.float32)[order] for field in (category, colour, centre, confidence))
    return Votes(kind, paint, middle, sure, state, turn, middle)


def found(*groups: Group) -> list[str]:
    return sorted(thing.id for thing in cluster(votes(*groups), TABLETOP))


def test_votes_that_agree_are_one_object_where_they_agree() -> None:
    things = cluster(votes(("red block", (0.4, 0.1, 0.02), 30), ("blue bowl", (0.6, -0.1, 0.03), 60)), TABLETOP)
    assert [thing.id for thing in things] == ["blue bowl", "red block"]
    assert things[1].category == "block"
    assert things[1].attributes == {"colour": "red"}
    assert np.allclose(things[1].position, (0.4, 0.1, 0.02), atol=0.003)
    assert 0.8 < things[1].confidence < 1


def test_a_block_in_a_bowl_is_apart_from_it() -> None:
    assert found(("green bowl", (0.5, 0.0, 0.03), 60), ("red block", (0.5, 0.01, 0.035), 20)) == [
        "green bowl",
        "red block",
    ]


def test_a_few_pixels_are_no_object() -> None:
    big = ("red block", (0.4, 0.1, 0.02), 30)
    assert found(big, ("blue block", (0.6, 0.0, 0.02), MIN_PIXELS - 1)) == ["red block"]
    assert found(big, ("blue block", (0.6, 0.0, 0.02), MIN_PIXELS)) == ["blue block", "red block"]


def test_the_fringe_of_an_object_is_not_a_second_one() -> None:
    assert found(("red block", (0.4, 0.1, 0.02), 30), ("red block", (0.44, 0.1, 0.02), 6)) == ["red block"]
    assert found(("red bowl", (0.4, 0.1, 0.03), 60), ("red bowl", (0.475, 0.1, 0.03), 9)) == ["red bowl"]


def test_a_fringe_is_dropped_even_if_it_is_the_most_certain() -> None:
    things = cluster(votes(("red block", (0.44, 0.1, 0.02), 6), ("red block", (0.4, 0.1, 0.02), 30)), TABLETOP)
    assert len(things) == 1
    assert np.allclose(things[0].position, (0.4, 0.1, 0.02), atol=0.003)


def test_neighbours_of_another_colour_are_no_fringe() -> None:
    assert found(("red block", (0.4, 0.1, 0.02), 30), ("blue block", (0.44, 0.1, 0.02), 6)) == [
        "blue block",
        "red block",
    ]


def test_the_second_of_a_kind_is_numbered() -> None:
    alike = [("red block", (0.4, 0.1 * i, 0.02), 30 - i) for i in range(3)]
    things = named(cluster(votes(*alike), TABLETOP))  # type: ignore[arg-type]
    assert [thing.id for thing in things] == ["red block", "red block 2", "red block 3"]


def test_nothing_seen_is_an_empty_scene() -> None:
    kind, colour, three, state, turn = (np.zeros((0, n), np.float32) for n in (len(TABLETOP.kinds), 8, 3, 7, 2))
    assert cluster(Votes(kind, colour, three, np.zeros(0, np.float32), state, turn, three), TABLETOP) == []


class Painted(nn.Module):
    """A network that knows red pixels for parts of one red block, whose centre is 1 cm below their middle."""

    def forward(self, pixels: Tensor, points: Tensor) -> Sight:
        red = (pixels[:, :1, 1::2, 1::2] > 0) & (pixels[:, 1:2, 1::2, 1::2] < 0)
        block, nothing = (18 * torch.eye(1 + len(TABLETOP.kinds))[i].view(1, -1, 1, 1) - 9 for i in (1, 0))
        colour = torch.tensor([9.0, *[-9] * 7]).view(1, -1, 1, 1).expand(-1, -1, *points.shape[2:])
        middle = (points * red).sum((2, 3)) / red.sum((2, 3)).clamp(min=1) - torch.tensor([0, 0, 0.01])
        state, turn = (points.new_zeros(1, n, *points.shape[2:]) for n in (len(TABLETOP.states), 2))
        return Sight(torch.where(red, block, nothing), colour, middle[:, :, None, None].expand_as(points), state, turn)


def table(observation: Observation, red: slice | None = None) -> Observation:
    """The same observation of a flat grey table, in whose middle some pixels are red."""
    image = observation.images["front"]
    rgb = np.full_like(image.rgb, 90)
    if red is not None:
        rgb[red, red] = (250, 20, 20)
    flat = Image(rgb, np.full_like(image.depth, 0.56), image.camera)
    return Observation({"front": flat}, observation.proprioception, observation.time)


def grounder() -> LearnedGrounder:
    return LearnedGrounder(Painted())  # type: ignore[arg-type]


def test_a_scene_is_grounded_in_the_front_image(observe: Observe) -> None:
    scene = grounder().ground(table(observe(), slice(13, 19)))
    assert [thing.id for thing in scene.objects] == ["red block"]
    assert np.allclose(scene["red block"].position, (0.5, 0.0, 0.03), atol=0.01)
    assert {str(fact) for fact in scene.facts} == {"hand empty()"}


def test_an_empty_table_has_no_objects(observe: Observe) -> None:
    assert grounder().ground(table(observe())).objects == ()


class Watched(Mapping[str, Image]):
    """Images that remember which of them were asked for."""

    def __init__(self, images: Mapping[str, Image]) -> None:
        self.images, self.asked = images, set[str]()

    def __getitem__(self, name: str) -> Image:
        self.asked.add(name)
        return self.images[name]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.images)

    def __len__(self) -> int:
        return len(self.images)


def test_only_the_front_image_and_the_body_are_used_and_nothing_is_changed(observe: Observe) -> None:
    seen = observe()
    image = seen.images["front"]
    copies = image.rgb.copy(), image.depth.copy(), image.camera.T_base_camera.copy()
    images = Watched({"front": image, "wrist": observe(1).images["front"]})
    # A bare object has no other fields: whatever else the grounder asked for would raise AttributeError.
    bare = type("Bare", (), {"__slots__": ("images", "proprioception")})()
    bare.images, bare.proprioception = images, seen.proprioception
    grounder().ground(bare)
    assert images.asked == {"front"}
    for array, copy in zip((image.rgb, image.depth, image.camera.T_base_camera), copies, strict=True):
        assert np.array_equal(array, copy)


def test_the_same_observation_is_the_same_scene(observe: Observe) -> None:
    torch.manual_seed(0)
    learned = LearnedGrounder(SegmentationNetwork())
    assert learned.ground(observe()) == learned.ground(observe())
