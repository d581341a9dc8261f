"""Encoders of the transformers library, in sizes that take no time and need no network."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from grounding.training import Schedule
from skills.policies import Lessons, RecipeError, find_recipe, restore_policy, save_policy, train
from skills.policies.backbones import BackboneVision
from tests.skills.policies.scenes import Commands, lessons, observation
from weights import Card

SIZES = {
    "hidden_size": 16,
    "intermediate_size": 16,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "image_size": 32,
    "patch_size": 8,
}
WORDS = ("pick", "up", "put", "in", "the", "red", "blue", "block", "bowl")
TEXT = {"vocab_size": 16, "max_position_embeddings": 12, "projection_dim": 8}
COMMAND = "pick up the red block"


def model(kind: str) -> nn.Module:
    import transformers as hf

    sizes: dict[str, Any] = SIZES
    torch.manual_seed(0)
    if kind == "clip":
        both = {"projection_dim": 8, "text_config": {**sizes, **TEXT}, "vision_config": sizes}
        return hf.CLIPModel(hf.CLIPConfig(**both))
    if kind == "siglip":
        return hf.SiglipVisionModel(hf.SiglipVisionConfig(**sizes))
    return hf.Dinov2Model(hf.Dinov2Config(**sizes))


def tokenizer() -> Any:
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    words = {word: i for i, word in enumerate(("<pad>", "<unk>", *WORDS))}
    plain = Tokenizer(models.WordLevel(words, unk_token="<unk>"))
    plain.pre_tokenizer = pre_tokenizers.Whitespace()
    return PreTrainedTokenizerFast(
        tokenizer_object=plain, unk_token="<unk>", pad_token="<pad>", model_max_length=12, padding_side="right"
    )


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders as ``from_pretrained`` reads them."""
    folder = tmp_path_factory.mktemp("hub")
    for kind in ("clip", "siglip", "dinov2"):
        model(kind).save_pretrained(folder / kind)  # type: ignore[operator]
    tokenizer().save_pretrained(folder / "clip")
    prepared = {"image_mean": [0.5] * 3, "image_std": [0.25] * 3, "size": {"height": 32, "width": 32}}
    (folder / "siglip" / "preprocessor_config.json").write_text(json.dumps(prepared))
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Lessons:
    return lessons(tmp_path_factory.mktemp("data"), joints=False)


def settings(hub: Path, kind: str, **others: Any) -> dict[str, Any]:
    return {"vision": str(hub / kind), "width": 16, "heads": 2, **others}


@pytest.mark.parametrize("kind", ["clip", "siglip", "dinov2"])
def test_any_vision_transformer_will_do(hub: Path, kind: str) -> None:
    recipe = find_recipe("transformers", settings(hub, kind))
    chunk = recipe.policy(recipe.build(), Commands()).start(COMMAND).act(observation(0))
    assert len(chunk.actions) == 2 and 0 <= chunk.terminate <= 1


def test_a_frozen_encoder_is_neither_trained_nor_stored(hub: Path, data: Lessons, tmp_path: Path) -> None:
    recipe = find_recipe("transformers", settings(hub, "dinov2"))
    network, _ = train(recipe, data, Schedule(2, batch=2), tmp_path / "a.pt", say=lambda _: None)
    assert not [name for name in network.state_dict() if "tower" in name or "embeddings" in name]
    kept = network.vision_encoder.kept.network  # type: ignore[union-attr]
    torch.testing.assert_close(kept.state_dict(), model("dinov2").state_dict())


def test_an_encoder_that_is_not_frozen_learns(hub: Path, data: Lessons, tmp_path: Path) -> None:
    recipe = find_recipe("transformers", settings(hub, "siglip", frozen="false"))
    network, _ = train(recipe, data, Schedule(2, batch=2), tmp_path / "a.pt", say=lambda _: None)
    before = model("siglip").state_dict()
    after = {
        name.removeprefix("vision_encoder.tower."): value
        for name, value in network.state_dict().items()
        if name.startswith("vision_encoder.tower.")
    }
    assert after.keys() == before.keys()
    assert any(not torch.equal(value, before[name]) for name, value in after.items())


@pytest.mark.parametrize("frozen", [True, False])
def test_it_is_stored_and_read_with_its_encoders(hub: Path, tmp_path: Path, frozen: bool) -> None:
    torch.manual_seed(0)
    recipe = find_recipe("transformers", settings(hub, "clip", text=str(hub / "clip"), frozen=frozen))
    network = recipe.build()
    for parameter in network.parameters():
        parameter.data = parameter.data.half().float()
    save_policy("clip", recipe, network, Card("", "", "", 0, 0, {}, ""), tmp_path)
    again, read = restore_policy("clip", tmp_path)
    one, other = (
        r.policy(n, Commands()).start(COMMAND).act(observation(0)) for r, n in ((recipe, network), (again, read))
    )
    assert one == other


def test_its_own_words_matter(hub: Path) -> None:
    recipe = find_recipe("transformers", settings(hub, "clip", text=str(hub / "clip")))
    policy = recipe.policy(recipe.build(), Commands())
    one, other = (policy.start(text).act(observation(0)) for text in (COMMAND, "put the blue block in the bowl"))
    assert one != other


def test_images_are_prepared_as_the_encoder_knows_them(hub: Path) -> None:
    told, untold = (
        BackboneVision(str(hub / "siglip"), 16, True, None),
        BackboneVision(str(hub / "clip"), 16, True, None),
    )
    assert told.get_buffer("std").flatten().tolist() == [0.25] * 3
    assert untold.get_buffer("mean").flatten().tolist() == pytest.approx([0.485, 0.456, 0.406])
    assert (told.side, told.cells) == (32, 4)


def test_what_is_no_encoder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"no vision encoder .*give a folder with config.json"):
        find_recipe("transformers", {"vision": str(tmp_path / "nothing")}).build()
    with pytest.raises(RecipeError, match="vision: Field required"):
        find_recipe("transformers")


def test_what_is_no_vision_transformer_is_refused(tmp_path: Path) -> None:
    import transformers as hf

    hf.ResNetModel(hf.ResNetConfig(embedding_size=8, hidden_sizes=[8], depths=[1])).save_pretrained(tmp_path / "resnet")
    with pytest.raises(RecipeError, match=r"\(resnet\) is no vision transformer"):
        find_recipe("transformers", {"vision": str(tmp_path / "resnet")}).build()
