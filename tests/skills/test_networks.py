from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from grounding import Proprioception
from grounding.vision import CHANNELS
from skills.language import WIDTH
from skills.networks import (
    BODY,
    CERTAIN,
    CHUNK,
    GEOMETRY,
    HISTORY,
    LOOKS,
    MODES,
    OBJECT,
    PLACE,
    RELATIONS,
    SEEN,
    TARGET,
    TEXT,
    THING,
    YAW,
    ChunkHead,
    LanguageVision,
    Look,
    Spec,
    TextPooling,
    VLANetwork,
    body_vector,
    far_end,
    geometry,
    one_thing,
    relations,
    surroundings,
    tcp_position,
)
from skills.training import MIRROR_BODY
from weights import WeightsError

MIRROR = torch.tensor([1.0, -1.0, 1.0])
SPEC = Spec(("pick_up", "sweep", "press", "push_to"))


def scene(images: int, commands: int, seed: int = 0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pixels, points, tokens and mask of random images and sentences of 5 words."""
    generator = torch.Generator().manual_seed(seed)
    pixels = torch.randn(images, CHANNELS, 16, 16, generator=generator)
    points = torch.rand(images, 3, 8, 8, generator=generator) * 0.3
    tokens = torch.randn(commands, 7, WIDTH, generator=generator)
    return pixels, points, tokens, (torch.arange(7) < 5).expand(commands, -1)


def fields(look: Look) -> list[Tensor]:
    return [look.text, look.logits, look.where, look.yaw, look.what, look.around, look.far]


def shapes(n: int) -> list[tuple[int, ...]]:
    """Of the fields of a look of n commands at 64 pixels."""
    pooled = (n, LOOKS, SEEN)
    return [(n, TEXT), (n, LOOKS, 65), (n, LOOKS, 3), (n, LOOKS, YAW), pooled, pooled, (n, 3)]


def random_look(n: int, seed: int = 0) -> Look:
    generator = torch.Generator().manual_seed(seed)
    return Look(*(torch.randn(shape, generator=generator) * 0.2 for shape in shapes(n)))


def body(position: tuple[float, float, float], yaw: float, opening: float = 0.05, force: float = 3.0) -> Proprioception:
    pose = np.eye(4)
    pose[:2, 0] = np.cos(yaw), np.sin(yaw)
    pose[:2, 1] = -np.sin(yaw), np.cos(yaw)
    pose[:3, 3] = position
    return Proprioception(pose, opening, np.zeros(7), np.zeros(7), force)


def bodies(*moments: Proprioception) -> Tensor:
    return torch.from_numpy(np.stack([body_vector(moment) for moment in moments]))[None]


@pytest.fixture(scope="module")
def trunk() -> LanguageVision:
    torch.manual_seed(0)
    return LanguageVision().eval()


def test_many_commands_in_one_look_are_the_same_as_one_at_a_time(trunk: LanguageVision) -> None:
    pixels, points, tokens, mask = scene(1, 5)
    with torch.no_grad():
        together = trunk(pixels, points, tokens, mask)
        alone = [trunk(pixels, points, tokens[i : i + 1], mask[i : i + 1]) for i in range(5)]
    for i, one in enumerate(alone):
        for whole, part in zip(fields(together), fields(one), strict=True):
            assert torch.allclose(whole[i], part[0], atol=1e-5)
    assert not torch.allclose(together.logits[0], together.logits[1], atol=1e-3)


def test_commands_go_with_their_own_image(trunk: LanguageVision) -> None:
    pixels, points, tokens, mask = scene(3, 6)
    with torch.no_grad():
        together = trunk(pixels, points, tokens, mask)
        second = trunk(pixels[1:2], points[1:2], tokens[2:4], mask[2:4])
    for whole, part in zip(fields(together), fields(second), strict=True):
        assert torch.allclose(whole[2:4], part, atol=1e-5)


def test_a_look_has_the_promised_shapes(trunk: LanguageVision) -> None:
    look = trunk(*scene(2, 4))
    expected = shapes(4)
    assert [tuple(field.shape) for field in fields(look)] == expected
    assert [tuple(field.shape) for field in fields(look.rows(slice(0, None, 2)))] == [(2, *s[1:]) for s in expected]


def test_where_is_the_mean_of_the_points_looked_at(trunk: LanguageVision) -> None:
    pixels, points, tokens, mask = scene(1, 3)
    far = points + torch.tensor([0.2, -0.1, 0.05]).view(1, 3, 1, 1)
    with torch.no_grad():
        shift = trunk(pixels, far, tokens, mask).where - trunk(pixels, points, tokens, mask).where
    assert torch.allclose(shift, torch.tensor([0.2, -0.1, 0.05]).expand_as(shift), atol=1e-5)


def clusters(**counts_and_weights: tuple[int, float, tuple[float, float, float]]) -> tuple[Tensor, Tensor]:
    """Attention (1, 1, 1, P) and votes (1, 3, P) of groups of (pixels, weight of each, where [m]), 1 cm wide."""
    generator = torch.Generator().manual_seed(0)
    groups = counts_and_weights.values()
    weights = torch.cat([torch.full((count,), weight) for count, weight, _ in groups])
    votes = torch.cat([torch.tensor(at) + 0.01 * (torch.rand(n, 3, generator=generator) - 0.5) for n, _, at in groups])
    return (weights / weights.sum())[None, None, None], votes.T[None]


HERE, THERE = (0.4, 0.1, 0.02), (0.6, -0.1, 0.02)


def test_between_two_things_the_heavier_is_attended_to_and_not_the_brightest_pixel() -> None:
    attention, votes = clusters(bright=(2, 3.0, HERE), heavy=(10, 1.0, THERE))
    kept = one_thing(attention, votes)
    assert kept.shape == attention.shape
    assert torch.allclose(kept.sum(-1), torch.ones(1, 1, 1))
    assert (kept[..., :2] == 0).all()
    assert torch.allclose(kept[..., 2:], torch.full((1, 1, 1, 10), 0.1))


def test_each_head_chooses_its_own_thing() -> None:
    attention, votes = clusters(one=(6, 1.0, HERE), other=(4, 1.0, THERE))
    elsewhere, _ = clusters(one=(6, 1.0, HERE), other=(4, 2.0, THERE))
    kept = one_thing(torch.cat([attention, elsewhere], 2), votes)
    where = torch.einsum("bkhp,bcp->bkhc", kept, votes)[0, 0]
    assert torch.allclose(where, torch.tensor([HERE, THERE]), atol=0.01)


def test_attention_to_a_single_thing_stays_as_it_is() -> None:
    attention, votes = clusters(only=(12, 1.0, HERE))
    attention = attention * torch.linspace(0.5, 1.5, 12)
    attention = attention / attention.sum()
    assert torch.allclose(one_thing(attention, votes), attention, atol=1e-6)


def test_what_is_large_is_one_thing() -> None:
    """A drawer's front and its inside, which votes from different pixels put 12 cm apart."""
    for away, mean in ((0.12, (6 * 0.5 + 5 * 0.62) / 11), (THING + 0.05, 0.5)):
        attention, votes = clusters(front=(6, 1.0, (0.5, 0.0, 0.0)), inside=(5, 1.0, (0.5 + away, 0.0, 0.0)))
        found = torch.einsum("bkhp,bcp->c", one_thing(attention, votes), votes)[0]
        assert found == pytest.approx(mean, abs=0.01)


def test_surroundings_are_the_mean_of_what_lies_near_seen_from_above() -> None:
    places = torch.tensor([[0.50, 0.0], [0.57, 0.0], [0.7, 0.0]]).T[None]
    features = torch.tensor([[1.0, 3.0, 100.0], [0.0, 4.0, -7.0]])[None]
    centres = torch.tensor([[0.52, 0.0], [0.7, 0.0], [0.0, 0.0]])[None, None]
    assert surroundings(centres, places, features)[0, 0].tolist() == [[2.0, 2.0], [100.0, -7.0], [0.0, 0.0]]


def test_only_a_trained_network_that_is_used_attends_to_one_thing() -> None:
    """In training gradients must reach every pixel."""
    torch.manual_seed(0)
    trunk = LanguageVision()
    pixels, points, tokens, mask = scene(1, 2)
    points = points * 5
    with torch.no_grad():
        training, used = trunk(pixels, points, tokens, mask), trunk.eval()(pixels, points, tokens, mask)
    assert torch.allclose(training.logits, used.logits, atol=1e-5)
    assert not torch.allclose(training.where, used.where, atol=0.02)


def test_nowhere_is_the_log_odds_of_not_being_in_view() -> None:
    look = random_look(3)
    share = look.logits.softmax(-1)[..., -1]
    assert torch.allclose(look.nowhere.sigmoid(), share, atol=1e-6)
    sure = replace(look, logits=torch.cat([look.logits[..., :-1], torch.full((3, LOOKS, 1), 20.0)], -1))
    assert (sure.nowhere > 10).all()


def test_padding_says_nothing() -> None:
    torch.manual_seed(0)
    pooling = TextPooling()
    _, _, tokens, mask = scene(1, 2)
    other = torch.where(mask[..., None], tokens, torch.randn_like(tokens))
    for said, same in zip(pooling(tokens, mask), pooling(other, mask), strict=True):
        assert torch.allclose(said, same, atol=1e-6)
        assert not torch.allclose(said[0], said[1], atol=1e-3)


def test_the_body_vector_keeps_position_turn_and_hand() -> None:
    vector = body_vector(body((0.6, -0.2, 0.3), 0.4, 0.08, 10.0))
    assert (vector.shape, vector.dtype) == ((BODY,), np.float32)
    assert torch.allclose(tcp_position(torch.from_numpy(vector)[None, None]), torch.tensor([[0.6, -0.2, 0.3]]))
    assert vector[3:7] == pytest.approx([np.sin(0.4), np.cos(0.4), np.sin(1.6), np.cos(1.6)], abs=1e-6)
    assert vector[7:] == pytest.approx([1.0, 0.5])


def test_a_mirrored_body_is_the_mirrored_vector() -> None:
    vector = body_vector(body((0.6, -0.2, 0.3), 0.4))
    vector[list(MIRROR_BODY)] *= -1
    assert vector == pytest.approx(body_vector(body((0.6, 0.2, 0.3), -0.4)), abs=1e-6)


def test_geometry_is_relative_to_the_hand() -> None:
    look = replace(random_look(1), where=torch.tensor([0.6, 0.1, 0.05]).expand(1, LOOKS, 3))
    found = geometry(look, bodies(body((0.5, 0.0, 0.2), 0.2))).view(LOOKS, -1)
    assert found[:, :3].numpy() == pytest.approx(np.tile([1.0, 1.0, -1.5], (LOOKS, 1)), abs=1e-5)


def test_every_harmonic_turns_with_the_hand() -> None:
    thing, hand = 0.5, 0.2
    angles = np.array([2, 4]) * thing
    yaw = torch.tensor(np.stack([np.sin(angles), np.cos(angles)], -1).flatten(), dtype=torch.float32)
    look = replace(random_look(1), yaw=yaw.expand(1, LOOKS, YAW))
    found = geometry(look, bodies(body((0.5, 0.0, 0.2), hand))).view(LOOKS, -1)
    assert found.numel() == GEOMETRY
    off = np.array([2, 4]) * (thing - hand)
    turned = np.stack([np.sin(off), np.cos(off)], -1).flatten()
    assert found[:, 6:10].numpy() == pytest.approx(np.tile(turned, (LOOKS, 1)), abs=1e-5)


def test_relations_turn_and_mirror_with_the_world() -> None:
    """Those of lines: how far the hand is along and across what is pushed, and how it is turned to the way."""
    look = random_look(2)
    flip = replace(
        look, where=look.where * MIRROR, far=look.far * MIRROR, yaw=look.yaw * torch.tensor([-1.0, 1, -1, 1])
    )
    here = bodies(body((0.45, 0.1, 0.2), 0.3)).expand(2, -1, -1)
    there = bodies(body((0.45, -0.1, 0.2), -0.3)).expand(2, -1, -1)
    line = [1.0, -1, 1, 1, -1, 1, -1, -1, 1]
    signs = torch.tensor([*[1.0, -1, 1] * 5, *line, *line, -1, 1, -1, 1])
    one, other = relations(look, here), relations(flip, there)
    assert one.shape == (2, RELATIONS)
    assert torch.allclose(one * signs, other, atol=1e-5)


def test_a_hand_behind_what_it_pushes_is_told_so() -> None:
    look = random_look(1)
    look.where[:, OBJECT] = look.far[:] = torch.tensor([0.5, 0.0, 0.02])
    look.where[:, PLACE] = torch.tensor([0.5, 0.3, 0.0])
    told = relations(look, bodies(body((0.51, -0.1, 0.02), np.pi / 2)))[0, 15:24]
    assert told[:2].numpy() == pytest.approx([0.0, 0.3 / 0.31], abs=1e-5)
    assert told[3:5].numpy() == pytest.approx(np.array([-1.0, -0.1]) * 0.3 / 0.31, abs=1e-5)
    assert told[7:].numpy() == pytest.approx([0.0, (0.3 / 0.31) ** 2], abs=1e-5)


def test_the_far_end_of_a_target_is_its_end_away_from_the_place() -> None:
    places = torch.tensor([[0.4, 0.0, 0.0], [0.45, 0.0, 0.0], [0.5, 0.0, 0.0], [0.1, 0.0, 0.0]]).T[None]
    votes = torch.tensor([[0.45, 0.0, 0.0]] * 3 + [[0.1, 0.0, 0.0]]).T[None]
    attention = torch.tensor([0.35, 0.3, 0.3, 0.05]).expand(1, 1, 3, 4)
    where = torch.tensor([[0.45, 0.0, 0.0], [0.45, 0.0, 0.0], [0.7, 0.0, 0.0]])[None, None]
    assert torch.allclose(far_end(attention, places, votes, where)[0, 0], places[0, :, 0], atol=1e-3)
    assert torch.equal(far_end(attention, places, votes - 1, where)[0, 0], where[0, 0, TARGET]), "nothing of it is seen"


def test_a_header_says_what_a_network_is_made_for() -> None:
    spec = Spec(("press", "sweep"), 64)
    assert Spec.of(spec.hyperparameters) == spec
    earlier = {"looks": "3", "turns": "2,4", "memory": "1", "modes": "3", "relief": "1"}
    assert Spec.of(spec.hyperparameters | earlier) == spec


@pytest.mark.parametrize(
    ("header", "missing"),
    [({}, "skills"), ({"recipe": "spatial", "width": "64"}, "skills"), ({"skills": "press"}, "width")],
)
def test_a_header_that_does_not_say_it_is_refused(header: dict[str, str], missing: str) -> None:
    with pytest.raises(WeightsError, match=f"do not tell their {missing}; they are not a policy's or a judge's"):
        Spec.of(header)


@pytest.mark.parametrize("wrong", [{"skills": ()}, {"width": 0}])
def test_a_network_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a network has skills and a width"):
        replace(SPEC, **wrong)


def test_geometry_tells_no_more_doubt_than_it_is_asked_for() -> None:
    look, now = random_look(3), bodies(body((0.5, 0.0, 0.2), 0.1)).expand(3, -1, -1)
    doubtful = replace(look, logits=torch.cat([look.logits[..., :-1], torch.full((3, LOOKS, 1), 8.0)], -1))
    told = geometry(doubtful, now).view(3, LOOKS, -1)[..., -1]
    assert torch.allclose(told, doubtful.nowhere / 8)
    assert (geometry(doubtful, now, CERTAIN).view(3, LOOKS, -1)[..., -1] == CERTAIN / 8).all()


def test_a_policy_does_not_hesitate_for_doubt() -> None:
    """Whatever it is that keeps it from being sure, the action is for the place that it found."""
    torch.manual_seed(0)
    head, look, now = ChunkHead(SPEC).eval(), random_look(1), torch.randn(1, 1 + HISTORY, BODY)
    doubtful = replace(look, logits=torch.cat([look.logits[..., :-1], torch.full((1, LOOKS, 1), 9.0)], -1))
    with torch.no_grad():
        assert torch.equal(head(doubtful, now)[0], head(look, now)[0])


def test_geometry_mirrors_with_the_world() -> None:
    look = random_look(2)
    flipped = replace(look, where=look.where * MIRROR, yaw=look.yaw * torch.tensor([-1.0, 1, -1, 1]))
    here = bodies(body((0.45, 0.1, 0.2), 0.3)).expand(2, -1, -1)
    there = bodies(body((0.45, -0.1, 0.2), -0.3)).expand(2, -1, -1)
    signs = torch.tensor([1.0, -1, 1, 1, -1, 1, -1, 1, -1, 1, 1]).repeat(LOOKS)
    assert torch.allclose(geometry(look, here) * signs, geometry(flipped, there), atol=1e-5)


@pytest.mark.parametrize("spec", [SPEC, Spec(("press",), 8)])
def test_a_chunk_has_the_promised_shape(spec: Spec) -> None:
    now = torch.randn(3, 1 + HISTORY, BODY)
    chunk, done = ChunkHead(spec)(random_look(3), now)
    assert (tuple(chunk.shape), tuple(done.shape)) == ((3, CHUNK, 5), (3,))
    assert tuple(ChunkHead(spec).ways(random_look(3), now).chunks.shape) == (3, MODES, CHUNK, 5)


def test_a_chunk_goes_with_its_target_as_far_as_its_gates_say() -> None:
    torch.manual_seed(0)
    head, look = ChunkHead(SPEC), random_look(1)
    hand = bodies(*[body((0.5, 0.0, 0.2), 0.1)] * (1 + HISTORY))
    with torch.no_grad():
        head.out.weight.zero_()
        head.out.bias.zero_()
        look.where[:, TARGET] = torch.tensor([0.6, -0.1, 0.0])
        look.where[:, OBJECT] = torch.tensor([0.1, 0.3, 0.0])
        chunk, _ = head(look, hand)
    # Gates of one half and no free movement: halfway to the target.
    assert torch.allclose(chunk[..., :3], torch.tensor([0.05, -0.05, -0.1]).expand(1, CHUNK, 3), atol=1e-6)


def test_the_policy_is_small_and_gradients_reach_all_of_it() -> None:
    network = VLANetwork(SPEC)
    pixels, points, tokens, mask = scene(2, 2)
    look = network.trunk(pixels, points, tokens, mask)
    chunk, done = network.head(look, torch.randn(2, 1 + HISTORY, BODY))
    (chunk.square().sum() + done.sum() + look.nowhere.sum() + look.yaw.sum()).backward()
    assert [name for name, p in network.named_parameters() if p.grad is None] == []
    assert sum(p.numel() for p in network.parameters()) < 2e6


def test_how_the_hand_moves_depends_on_the_skill_and_not_on_what_things_look_like() -> None:
    torch.manual_seed(0)
    head, look = ChunkHead(SPEC).eval(), random_look(3)
    state = bodies(body((0.5, 0.0, 0.2), 0.1)).expand(3, 1 + HISTORY, -1)
    chunk, _ = head(look, state)
    painted = replace(look, what=look.what + 1, around=look.around - 1)
    assert torch.equal(head(painted, state)[0], chunk)
    said = head.skill.weight.T @ torch.linalg.inv(head.skill.weight @ head.skill.weight.T)
    asked = replace(look, text=look.text + 50 * said[:, 0])
    same = replace(asked, text=asked.text + 5 * (torch.eye(TEXT) - said @ head.skill.weight)[3])
    assert torch.allclose(head(same, state)[0], head(asked, state)[0], atol=1e-4)
    assert not torch.allclose(head(asked, state)[0], chunk, atol=1e-3)
