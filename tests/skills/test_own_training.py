"""Learning the head of an added skill: on what the eyes find, from demonstrations that are what they should be."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from grounding.frames import Frames, ShardWriter, record
from grounding.parts import Part, parts_row
from grounding.training import Schedule
from skills import EndEffectorTarget
from skills.curriculum import Curriculum, Lesson, Looks
from skills.looking import choose_asking, kept, look_at
from skills.networks import Spec, VLANetwork
from skills.own_training import check_demonstrations, train_own_policy
from skills.training import demonstration_row
from skills.vla import VLAPolicy
from tests.skills.test_own import SET_DOWN, WORDINGS, Commands, lesson, observation

LESSON = Lesson(SET_DOWN, WORDINGS, Looks("{object}", "{object}", "{object}"))
KNOWN = Curriculum(
    {"pick_up": lesson("pick_up", "pick up the {object}", {"object": "movable"}, LESSON.looks)}, {"block": ("movable",)}
)


def row(number: int) -> dict[str, np.ndarray]:
    seen = observation(number)
    target = EndEffectorTarget.top_down((0.5, 0.0, 0.1 + 0.01 * number), 0.0, float(number % 2))
    side = seen.images["front"].depth.shape
    return {
        **record(seen, np.full(side, -1)),
        **parts_row((Part("red block", (0.5, 0.05 * number, 0.02)),)),
        **demonstration_row([seen], [target] * 3, number == 3),
        "skill": np.array("set_down", "<U32"),
        "arguments": np.array(json.dumps({"object": "red block"}), "<U192"),
        "episode": np.array(number // 2, np.int64),
    }


def shard(folder: Path, **changes: np.ndarray) -> Path:
    writer = ShardWriter(folder)
    for number in range(4):
        writer.add({**row(number), **changes})
    writer.close()
    return folder


@pytest.fixture(scope="module")
def eyes() -> VLAPolicy:
    torch.manual_seed(0)
    return VLAPolicy(VLANetwork(Spec(("pick_up",), width=32)), Commands(), fingerprint="abc")


def test_a_head_learns_and_the_eyes_stay_as_they_were(tmp_path: Path, eyes: VLAPolicy) -> None:
    before = {name: tensor.clone() for name, tensor in eyes.network.state_dict().items()}
    folder, schedule = shard(tmp_path / "demos" / "000"), Schedule(3, 8, checkpoint_every=2)
    learned = train_own_policy(LESSON, KNOWN, eyes, [folder], schedule, tmp_path / "a.ckpt", lambda text: None)
    again = train_own_policy(LESSON, KNOWN, eyes, [folder], schedule, tmp_path / "b.ckpt", lambda text: None)
    assert all(torch.equal(before[name], tensor) for name, tensor in eyes.network.state_dict().items())
    assert learned.network.trunk is eyes.network.trunk and learned.frames == 4 and 0 <= learned.miss <= 0.1
    pairs = zip(learned.network.head.parameters(), again.network.head.parameters(), strict=True)
    assert all(torch.equal(one, other) for one, other in pairs), "the same seed, the same head"


def test_what_is_kept_of_a_look_is_what_heads_are_told(tmp_path: Path, eyes: VLAPolicy) -> None:
    frames = Frames([shard(tmp_path / "demos" / "000")])
    said = ["pick up the red block"] * 4
    found = look_at(eyes.network.trunk, frames, np.arange(4), said, eyes.commands).look
    with torch.inference_mode():
        pixels, points = frames.images(np.arange(4))
        whole = eyes.network.trunk(pixels, points, *eyes.commands.encode(said))
    assert torch.allclose(found.where, whole.where, atol=1e-5)
    assert torch.allclose(found.nowhere, whole.nowhere, atol=1e-4)
    assert torch.equal(kept(whole).look.nowhere, whole.nowhere)


def test_the_words_that_find_most_are_asked(tmp_path: Path, eyes: VLAPolicy) -> None:
    frames = Frames([shard(tmp_path / "demos" / "000")])
    asking, misses = choose_asking(LESSON, KNOWN, eyes.network.trunk, frames, eyes.commands)
    assert set(misses) == {"", "pick up the {object}"}
    assert misses[asking.template] <= min(misses.values()) + 0.004


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"chunk": np.zeros((6, 4), np.float32)}, r"wrong shape: 'chunk' is \(6, 4\) a frame, not \(6, 5\)"),
        ({"body": np.full((3, 9), np.nan, np.float32)}, "numbers that are not finite, in 'body'"),
        ({"skill": np.array("press", "<U32")}, "demonstrations of press among those of set_down"),
    ],
)
def test_demonstrations_that_are_none_are_named(tmp_path: Path, changes: dict[str, np.ndarray], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_demonstrations(Frames([shard(tmp_path / "demos" / "000", **changes)]), "set_down")


def test_frames_without_actions_are_no_demonstrations(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "scenes" / "000")
    writer.add(record(observation(0)))
    writer.close()
    with pytest.raises(ValueError, match="'body' is missing; collect them with doable skills collect"):
        check_demonstrations(Frames([tmp_path / "scenes"]), "set_down")
