"""Heads of added skills: they look with shared eyes, know what they were trained on, and change nobody else."""

from pathlib import Path

import numpy as np
import pytest
import torch

from skills import Skill
from skills.curriculum import Curriculum, Lesson, Looks
from skills.looking import borrowed
from skills.networks import Spec, VLANetwork
from skills.own import Asking, OwnHeader, OwnNetwork, OwnPolicy, carried_out, own_policy, read_wording
from skills.vla import VLAPolicy
from tests.small import Commands, observation
from weights import Card, WeightsError, save

CARD = Card("A test.", "", "", 0, 0.0, {}, "")
WORDINGS = ("set the {object} down", "please put down the {object}")
ASKING = Asking(WORDINGS, "pick up the {object}")
SET_DOWN = Skill(name="set_down", template=WORDINGS[0], parameters={"object": "movable"})


@pytest.fixture(scope="module")
def eyes() -> VLAPolicy:
    torch.manual_seed(0)
    return VLAPolicy(VLANetwork(Spec(("pick_up", "put_in"), width=32)), Commands(), fingerprint="abc")


def trained(folder: Path, eyes: VLAPolicy, seen_with: str = "abc") -> OwnNetwork:
    """Weights of a head, as training leaves them."""
    torch.manual_seed(1)
    network = OwnNetwork("set_down", eyes.network.trunk, 16)
    header = OwnHeader("set_down", ASKING, seen_with, 16)
    save("vla", network.head.state_dict(), CARD, hyperparameters=header.hyperparameters, folder=folder)
    return network


def test_wordings_are_read() -> None:
    assert read_wording(WORDINGS, "Please put down the  Red Block") == {"object": "red block"}
    assert read_wording(WORDINGS, "drop it") is None
    assert ASKING.of("set the red block down") == "pick up the red block"
    assert ASKING.of("drop it") == "drop it"
    assert Asking(WORDINGS).of("set the red block down") == "set the red block down"


def lesson(name: str, template: str, types: dict[str, str], looks: Looks) -> Lesson:
    return Lesson(Skill(name=name, template=template, parameters=types), (template,), looks)


def test_words_are_borrowed_from_skills_that_look_for_the_same() -> None:
    thing = Looks("{object}", "{object}", "{object}")
    lessons = (
        lesson("pick_up", "pick up the {thing}", {"thing": "movable"}, Looks("{thing}", "{thing}", "{thing}")),
        lesson("press", "press the {button}", {"button": "button"}, Looks("{button}", "{button}", "lamp")),
        lesson("put_in", "put the {a} in the {b}", {"a": "movable", "b": "container"}, Looks("{b}", "{a}", "{b}")),
    )
    known = Curriculum({each.skill.name: each for each in lessons}, {})
    assert borrowed(Lesson(SET_DOWN, WORDINGS, thing), known) == ["pick up the {object}"]
    hang = lesson("hang", "hang {x} on {y}", {"x": "movable", "y": "hook"}, Looks("{y}", "{x}", "{y}"))
    assert borrowed(hang, known) == ["put the {x} in the {y}"]


def test_a_head_comes_back_from_its_weights(tmp_path: Path, eyes: VLAPolicy) -> None:
    network = trained(tmp_path / "set_down", eyes)
    loaded = own_policy(tmp_path / "set_down", eyes)
    chunk = loaded.start("set the red block down").act(observation(0))
    again = OwnPolicy(network, eyes, ASKING).start("please put down the red block").act(observation(0))
    assert loaded.network.trunk is eyes.network.trunk
    for one, other in zip(chunk.actions, again.actions, strict=True):
        assert np.allclose(one.position, other.position, atol=1e-3)  # type: ignore[union-attr]


def test_an_added_skill_changes_nothing_for_the_others(tmp_path: Path, eyes: VLAPolicy) -> None:
    before = {name: tensor.clone() for name, tensor in eyes.network.state_dict().items()}
    alone = eyes.start("pick up the red block").act(observation(3))
    trained(tmp_path / "set_down", eyes)
    own_policy(tmp_path / "set_down", eyes).start("set the red block down").act(observation(3))
    beside = eyes.start("pick up the red block").act(observation(3))
    assert alone == beside and np.array_equal(alone.attention, beside.attention)  # type: ignore[arg-type]
    assert all(torch.equal(before[name], tensor) for name, tensor in eyes.network.state_dict().items())


def test_weights_that_cannot_be_used_say_how_they_are_made_again(tmp_path: Path, eyes: VLAPolicy) -> None:
    folder = tmp_path / "set_down"
    with pytest.raises(WeightsError, match=r"of set_down cannot be used: no weights named 'vla'.*skills train"):
        own_policy(folder, eyes)
    trained(folder, eyes, seen_with="other eyes")
    with pytest.raises(WeightsError, match=r"set_down/vla was trained on other eyes.*skills train"):
        own_policy(folder, eyes)
    trained(folder, eyes)
    (folder / "vla.safetensors").write_bytes(b"damaged")
    with pytest.raises(WeightsError, match=r"the weights of set_down cannot be used: .*skills train"):
        own_policy(folder, eyes)
    save("vla", {"x": torch.zeros(1)}, CARD, folder=folder)
    with pytest.raises(WeightsError, match=r"the weights of set_down cannot be used: 'wordings'"):
        own_policy(folder, eyes)


class Everything:
    """Says that it carries out all that is asked."""

    def teaches(self, name: str) -> bool:
        return name == "set_down"

    def start(self, command: str):  # type: ignore[no-untyped-def]
        raise NotImplementedError


def test_who_carries_a_taught_skill_out(tmp_path: Path, eyes: VLAPolicy) -> None:
    file = tmp_path / "set_down.py"
    assert carried_out(SET_DOWN, file, None).policy is None
    assert carried_out(SET_DOWN, file, eyes).policy is None, "it was never trained"
    assert carried_out(SET_DOWN, file, Everything()).policy.__class__ is Everything
    trained(tmp_path / "set_down", eyes)
    policy = carried_out(SET_DOWN, file, eyes).policy
    assert isinstance(policy, OwnPolicy) and policy.folder == tmp_path / "set_down"
