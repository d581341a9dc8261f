"""Checkpoints in LeRobot's layout: written by our own code, and by hand as older versions wrote them."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from skills.action import EndEffectorTarget, JointTarget
from skills.policies import RecipeError, find_recipe
from skills.policies.demonstrations import HAND
from skills.policies.lerobot import LeRobot, LeRobotNetwork, _Stillness, from_checkpoint, write_checkpoint
from skills.policies.lerobot_files import ActConfig, Scale, read_checkpoint
from tests.full_disk import clear, fill
from tests.skills.policies.scenes import JOINTS, Commands, observation, write_demonstrations
from weights import NoSpaceError

IMAGE = "observation.images.front"
STATISTICS = {
    IMAGE: {"mean": torch.full((3, 1, 1), 0.4), "std": torch.full((3, 1, 1), 0.2)},
    "observation.state": {"mean": torch.arange(8.0), "std": torch.full((8,), 2.0)},
    "action": {"mean": torch.linspace(-1, 1, 8), "std": torch.full((8,), 0.5)},
}


def config(**changes: Any) -> dict[str, Any]:
    """As LeRobot writes it, with things that we do not need."""
    return {
        "type": "act",
        "n_obs_steps": 1,
        "input_features": {
            IMAGE: {"type": "VISUAL", "shape": [3, 32, 32]},
            "observation.state": {"type": "STATE", "shape": [8]},
        },
        "output_features": {"action": {"type": "ACTION", "shape": [8]}},
        "device": "cuda",
        "push_to_hub": True,
        "optimizer_lr": 1e-05,
        "pretrained_backbone_weights": "ResNet18_Weights.IMAGENET1K_V1",
        "chunk_size": 5,
        "n_action_steps": 3,
        "dim_model": 16,
        "n_heads": 2,
        "dim_feedforward": 16,
        "n_encoder_layers": 1,
        "n_vae_encoder_layers": 1,
        "latent_dim": 4,
        "backbone_width": 8,
        **changes,
    }


def network(**changes: Any) -> LeRobotNetwork:
    torch.manual_seed(0)
    return LeRobotNetwork(ActConfig.model_validate(config(**changes))).eval()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """With statistics among the weights, as before version 0.4."""
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(config()))
    tensors = {f"model.{key}": value for key, value in network().model.state_dict().items()}
    for feature, values in STATISTICS.items():
        start = "unnormalize_outputs" if feature == "action" else "normalize_inputs"
        for name, value in values.items():
            tensors[f"{start}.buffer_{feature.replace('.', '_')}.{name}"] = value.clone()
    save_file(tensors, folder / "model.safetensors")
    return folder


def acted(recipe: LeRobot, net: torch.nn.Module, times: int = 1) -> list[Any]:
    episode = recipe.policy(net, Commands()).start("anything")
    return [episode.act(observation(0)) for _ in range(times)]


def test_what_is_written_is_read(old: Path, tmp_path: Path) -> None:
    recipe, net = from_checkpoint(old)
    write_checkpoint(tmp_path / "new", recipe, net)
    again, read = from_checkpoint(tmp_path / "new")
    assert again.config.shape() == recipe.config.shape()
    one, other = acted(recipe, net)[0], acted(again, read)[0]
    for a, b in zip(one.actions, other.actions, strict=True):
        assert a.positions == pytest.approx(b.positions, abs=1e-5)
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "config.json",
        "model.safetensors",
        "policy_postprocessor.json",
        "policy_postprocessor_step_0_unnormalizer_processor.safetensors",
        "policy_preprocessor.json",
        "policy_preprocessor_step_3_normalizer_processor.safetensors",
    ]
    stored = load_file(tmp_path / "new" / "policy_preprocessor_step_3_normalizer_processor.safetensors")
    assert stored["observation.state.mean"].tolist() == list(range(8))
    assert all(name.startswith("model.") for name in load_file(tmp_path / "new" / "model.safetensors"))
    with pytest.raises(RecipeError, match="exists"):
        write_checkpoint(tmp_path / "new", recipe, net)


def test_numbers_are_normalised_as_trained(old: Path) -> None:
    _, net = from_checkpoint(old)
    assert net.normal("observation.state", torch.zeros(8)).tolist() == pytest.approx([-i / 2 for i in range(8)])
    assert net.actual("action", torch.ones(8)).tolist() == pytest.approx((torch.linspace(-1, 1, 8) + 0.5).tolist())
    assert net.normal(IMAGE, torch.full((1, 3, 2, 2), 0.6)).flatten().tolist() == pytest.approx([1.0] * 12)


@pytest.mark.parametrize("mode", ["MIN_MAX", "QUANTILES", "QUANTILE10"])
def test_every_kind_of_normalisation(old: Path, mode: str) -> None:
    names = {"MIN_MAX": ("min", "max"), "QUANTILES": ("q01", "q99"), "QUANTILE10": ("q10", "q90")}[mode]
    modes = {"VISUAL": "IDENTITY", "STATE": mode, "ACTION": mode}
    (old / "config.json").write_text(json.dumps(config(normalization_mapping=modes)))
    statistics = {
        f"{feature}.{name}": value * torch.ones(8)
        for feature in ("observation.state", "action")
        for name, value in zip(names, (-2.0, 4.0), strict=True)
    }
    save_file(statistics, old / "some.safetensors")
    step = {"registry_name": "normalizer_processor", "config": {}, "state_file": "some.safetensors"}
    (old / "policy_preprocessor.json").write_text(json.dumps({"name": "policy_preprocessor", "steps": [step]}))
    _, net = from_checkpoint(old)
    for value, normal in ((-2.0, -1.0), (1.0, 0.0), (4.0, 1.0)):
        assert net.normal("observation.state", torch.full((8,), value)).tolist() == pytest.approx([normal] * 8)
        assert net.actual("action", torch.full((8,), normal)).tolist() == pytest.approx([value] * 8)
    assert net.normal(IMAGE, torch.ones(1, 3, 2, 2)).flatten().tolist() == [1.0] * 12


def test_joint_targets_come_in_chunks(old: Path) -> None:
    recipe, net = from_checkpoint(old)
    (chunk,) = acted(recipe, net)
    assert len(chunk.actions) == 3
    assert all(isinstance(a, JointTarget) and len(a.positions) == JOINTS for a in chunk.actions)
    assert chunk.terminate == 0


def test_poses_of_the_tool(old: Path) -> None:
    recipe, net = from_checkpoint(old, actions="end_effector")
    for action in acted(recipe, net)[0].actions:
        assert isinstance(action, EndEffectorTarget)
        assert np.linalg.norm(action.quaternion) == pytest.approx(1)
        assert 0 <= action.gripper <= 1


def test_averaging_over_time_decides_every_period(old: Path) -> None:
    (old / "config.json").write_text(json.dumps(config(temporal_ensemble_coeff=0.01, n_action_steps=1)))
    recipe, net = from_checkpoint(old)
    assert [len(chunk.actions) for chunk in acted(recipe, net, 3)] == [1, 1, 1]


def test_it_has_done_when_it_asks_for_nothing_new() -> None:
    stillness = _Stillness(0.01, 3)
    assert stillness(np.zeros((3, 2))) == 0
    assert stillness(np.zeros((1, 2))) == 1
    assert stillness(np.ones((1, 2))) == 0
    assert _Stillness(0.01, 0)(np.zeros((9, 2))) == 0


def test_its_images_are_brought_to_size_and_found_by_name(old: Path) -> None:
    features = {"observation.images.hand": {"type": "VISUAL", "shape": [3, 48, 64]}}
    (old / "config.json").write_text(
        json.dumps(config(input_features=features, normalization_mapping={"VISUAL": "IDENTITY"}))
    )
    recipe = LeRobot(config=ActConfig.model_validate(config(input_features=features)))
    with pytest.raises(RecipeError, match=r"wants a camera 'hand'.*there are: front, wrist \(setting: cameras\)"):
        acted(recipe, recipe.build())
    renamed = recipe.model_copy(update={"cameras": {"observation.images.hand": "wrist"}})
    assert len(acted(renamed, renamed.build())[0].actions) == 3


def test_statistics_of_demonstrations(tmp_path: Path) -> None:
    frames = write_demonstrations(tmp_path / "demonstrations")
    recipe = find_recipe("lerobot", tiny=True)
    net = recipe.build(frames)
    assert isinstance(net, LeRobotNetwork)
    scale = net.scale("observation.state")
    assert scale.shift[:JOINTS].numpy() == pytest.approx(frames.column("joints").mean(0), abs=1e-5)
    assert len(scale.shift) == JOINTS + HAND
    targets = frames.column("joint_chunk")[:, :2].reshape(-1, JOINTS)
    assert net.scale("action").shift[:JOINTS].numpy() == pytest.approx(targets.mean(0), abs=1e-5)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "pi0"}, "type: Input should be 'act'"),
        ({"vision_backbone": "resnet50"}, "not one of resnet18, resnet34"),
        ({"output_features": {}}, "must name 'action'"),
        ({"n_action_steps": 9}, "n_action_steps 9 is more than chunk_size 5"),
        ({"n_heads": 3}, "not a multiple of n_heads"),
        ({"dim_model": 32}, "the weights do not fit config.json"),
    ],
)
def test_what_cannot_be_run_is_named(old: Path, changes: dict[str, Any], message: str) -> None:
    (old / "config.json").write_text(json.dumps(config(**changes)))
    with pytest.raises(RecipeError, match=message):
        from_checkpoint(old)


def test_what_is_missing_or_damaged_is_named(old: Path, tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"config.json is missing: a LeRobot checkpoint has"):
        from_checkpoint(tmp_path / "nowhere")
    whole = old / "model.safetensors"
    tensors = load_file(whole)
    save_file({k: v for k, v in tensors.items() if "buffer_action" not in k}, whole)
    with pytest.raises(RecipeError, match="no statistics mean and std of action"):
        read_checkpoint(old)
    tensors["unnormalize_outputs.buffer_action.std"] = torch.full((8,), torch.inf)
    save_file(tensors, whole)
    with pytest.raises(RecipeError, match="statistics of action are not finite"):
        read_checkpoint(old)
    whole.write_bytes(b"half")
    with pytest.raises(RecipeError, match=r"model.safetensors is missing or damaged"):
        read_checkpoint(old)
    (old / "config.json").write_text("{")
    with pytest.raises(RecipeError, match="cannot be read as JSON"):
        read_checkpoint(old)


def test_another_robot_is_named(old: Path, tmp_path: Path) -> None:
    features = config()["input_features"] | {"observation.state": {"type": "STATE", "shape": [40]}}
    recipe = LeRobot(config=ActConfig.model_validate(config(input_features=features)))
    with pytest.raises(RecipeError, match="wants 40 numbers of state; this robot has 16: 7 joints"):
        acted(recipe, recipe.build())
    short = {"action": {"type": "ACTION", "shape": [6]}}
    recipe = LeRobot(config=ActConfig.model_validate(config(output_features=short)))
    with pytest.raises(RecipeError, match="have 6 numbers; joints of an arm with 7 joints are 8"):
        acted(recipe, recipe.build())


@pytest.mark.parametrize("pages", [0, 2, 5])
def test_a_folder_appears_whole_or_not_at_all(old: Path, small_disk: Path, pages: int) -> None:
    recipe, net = from_checkpoint(old)
    fill(small_disk, 4096 * pages)
    with pytest.raises(NoSpaceError, match=f"the disk of {small_disk} is full"):
        write_checkpoint(small_disk / "new", recipe, net)
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]
    clear(small_disk)
    write_checkpoint(small_disk / "new", recipe, net)
    assert read_checkpoint(small_disk / "new").weights.keys() == read_checkpoint(old).weights.keys()


def test_scales_are_what_is_put(old: Path) -> None:
    net = network()
    net.put("action", Scale(torch.ones(8), torch.full((8,), 3.0)))
    assert net.scale("action").size.tolist() == [3.0] * 8
