"""Checkpoints of policies in LeRobot's layout: ``config.json``, ``model.safetensors`` and normalisation statistics.

Described by the source of LeRobot (https://github.com/huggingface/lerobot, ``lerobot/policies`` and
``lerobot/processor``). Statistics lie in the files that ``policy_preprocessor.json`` and ``policy_postprocessor.json``
name or, in checkpoints before version 0.4, among the weights.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import Tensor

from skills.policies.act_network import ActShape
from skills.policies.errors import RecipeError
from skills.policies.resnet import DEPTHS
from weights import whole_folder

CONFIG, MODEL = "config.json", "model.safetensors"
STATE, ENVIRONMENT, ACTION = "observation.state", "observation.environment_state", "action"
PROCESSORS = {
    "policy_preprocessor": (
        "rename_observations_processor",
        "to_batch_processor",
        "device_processor",
        "normalizer_processor",
    ),
    "policy_postprocessor": ("unnormalizer_processor", "device_processor"),
}
"""The steps that LeRobot takes before and after a policy, by the file that lists them."""
OLD = {"normalize_inputs.buffer_", "unnormalize_outputs.buffer_", "normalize_targets.buffer_"}
"""Beginnings of the names of statistics among weights."""
EPSILON = 1e-8

Mode = Literal["MEAN_STD", "MIN_MAX", "QUANTILES", "QUANTILE10", "IDENTITY"]
BOUNDS: Mapping[str, tuple[str, str]] = {
    "MIN_MAX": ("min", "max"),
    "QUANTILES": ("q01", "q99"),
    "QUANTILE10": ("q10", "q90"),
}
"""Statistics that become -1 and 1."""


class Feature(BaseModel):
    """One input or output."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: Literal["STATE", "VISUAL", "ENV", "ACTION"]
    shape: tuple[int, ...]


class ActConfig(BaseModel):
    """What ``config.json`` says of an ACT policy; what it says besides (where to publish it, ...) is not needed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: Literal["act"] = "act"
    n_obs_steps: Literal[1] = 1
    input_features: dict[str, Feature]
    output_features: dict[str, Feature]
    normalization_mapping: dict[str, Mode] = {"VISUAL": "MEAN_STD", "STATE": "MEAN_STD", "ACTION": "MEAN_STD"}
    chunk_size: int = Field(default=100, ge=1)
    n_action_steps: int = Field(default=100, ge=1)
    vision_backbone: str = "resnet18"
    replace_final_stride_with_dilation: Literal[False, 0] = False
    pre_norm: bool = False
    dim_model: int = Field(default=512, ge=4, multiple_of=4)
    n_heads: int = Field(default=8, ge=1)
    dim_feedforward: int = Field(default=3200, ge=1)
    feedforward_activation: Literal["relu", "gelu"] = "relu"
    n_encoder_layers: int = Field(default=4, ge=1)
    n_decoder_layers: int = Field(default=1, ge=1)
    use_vae: bool = True
    latent_dim: int = Field(default=32, ge=1)
    n_vae_encoder_layers: int = Field(default=4, ge=1)
    temporal_ensemble_coeff: float | None = None
    dropout: float = Field(default=0.1, ge=0, lt=1)
    kl_weight: float = 10.0
    backbone_width: int = Field(default=64, ge=1)
    """Channels of the ResNet's first stage. Ours: LeRobot knows 64 alone."""

    @model_validator(mode="after")
    def _can_be_run(self) -> "ActConfig":
        if ACTION not in self.output_features:
            raise ValueError(f"output_features must name {ACTION!r}, not only {sorted(self.output_features)}")
        if not self.cameras:
            raise ValueError("a policy without images is not supported: input_features must name one that is VISUAL")
        if ENVIRONMENT in self.input_features:
            raise ValueError(f"{ENVIRONMENT} is what only a simulator knows: such a policy cannot be run here")
        if self.vision_backbone not in DEPTHS:
            raise ValueError(f"vision_backbone {self.vision_backbone!r} is not one of {', '.join(DEPTHS)}")
        if self.dim_model % self.n_heads:
            raise ValueError(f"dim_model {self.dim_model} is not a multiple of n_heads {self.n_heads}")
        if self.n_action_steps > self.chunk_size:
            raise ValueError(f"n_action_steps {self.n_action_steps} is more than chunk_size {self.chunk_size}")
        return self

    @property
    def cameras(self) -> dict[str, Feature]:
        """The images, in order."""
        return {key: feature for key, feature in self.input_features.items() if feature.type == "VISUAL"}

    @property
    def state(self) -> int:
        """Numbers of the robot's state; 0: it is not given."""
        return self.input_features[STATE].shape[0] if STATE in self.input_features else 0

    @property
    def action(self) -> int:
        """Numbers of an action."""
        return self.output_features[ACTION].shape[0]

    @property
    def features(self) -> dict[str, Feature]:
        """Inputs and outputs."""
        return {**self.input_features, **self.output_features}

    def shape(self) -> ActShape:
        """Sizes of the network."""
        return ActShape(
            action=self.action,
            state=self.state,
            cameras=len(self.cameras),
            chunk=self.chunk_size,
            width=self.dim_model,
            heads=self.n_heads,
            feedforward=self.dim_feedforward,
            activation=self.feedforward_activation,
            encoder_layers=self.n_encoder_layers,
            decoder_layers=self.n_decoder_layers,
            variational=self.use_vae,
            latent=self.latent_dim,
            vae_layers=self.n_vae_encoder_layers,
            dropout=self.dropout,
            norm_first=self.pre_norm,
            backbone=self.vision_backbone,
            backbone_width=self.backbone_width,
        )


@dataclass(frozen=True)
class Scale:
    """Normal numbers are (x - shift) / size."""

    shift: Tensor
    size: Tensor


@dataclass(frozen=True)
class Checkpoint:
    """A policy as it was trained."""

    config: ActConfig
    weights: dict[str, Tensor]
    """Of the network, by its parameters' names."""
    scales: dict[str, Scale]
    """By feature; for those that are normalised."""


def read_checkpoint(folder: Path) -> Checkpoint:
    """A checkpoint, wherever it keeps its statistics.

    Raises:
        RecipeError: a file is missing or damaged, or the policy is of a kind that we cannot run.
    """
    config = read_config(folder)
    tensors = _tensors(folder / MODEL)
    weights = {key.removeprefix("model."): value for key, value in tensors.items() if key.startswith("model.")}
    statistics = _old_statistics(tensors, config) | _statistics(folder)
    scales: dict[str, Scale] = {}
    for key, feature in config.features.items():
        mode = config.normalization_mapping.get(feature.type, "IDENTITY")
        if mode != "IDENTITY":
            scales[key] = _scale(key, mode, feature, statistics.get(key, {}), folder)
    return Checkpoint(config, weights, scales)


def read_config(folder: Path) -> ActConfig:
    """What ``config.json`` says.

    Raises:
        RecipeError: it is missing, or says what we cannot run.
    """
    content = _json(folder / CONFIG)
    try:
        return ActConfig.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise RecipeError(f"{folder / CONFIG}: {f'{place}: ' if place else ''}{first['msg']}") from error


def write_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint; the folder appears whole or not at all. LeRobot reads those with backbones of width 64.

    Raises:
        RecipeError: there is such a folder already.
        NoSpaceError: the disk is full.
    """
    if folder.exists():
        raise RecipeError(f"{folder} exists; name a folder that does not")
    with whole_folder(folder) as partial:
        _fill(partial, checkpoint)


def _fill(folder: Path, checkpoint: Checkpoint) -> None:
    config = checkpoint.config.model_dump(mode="json", exclude_defaults=True) | {"type": "act"}
    config |= checkpoint.config.model_dump(mode="json", include={"input_features", "output_features"})
    kinds = {"VISUAL", "STATE", "ACTION"} - {
        f.type for key, f in checkpoint.config.features.items() if key not in checkpoint.scales
    }
    config["normalization_mapping"] = norms = {kind: "MEAN_STD" for kind in sorted(kinds)}
    (folder / CONFIG).write_text(json.dumps(config, indent=4), encoding="utf-8")
    _write_tensors(folder / MODEL, {f"model.{key}": value for key, value in checkpoint.weights.items()})
    statistics = {
        f"{key}.{name}": value
        for key, scale in checkpoint.scales.items()
        for name, value in (("mean", scale.shift), ("std", scale.size))
    }
    for name, steps in PROCESSORS.items():
        entries = [_step(name, i, step, config, norms) for i, step in enumerate(steps)]
        text = json.dumps({"name": name, "steps": entries}, indent=2)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
        for entry in entries:
            if "state_file" in entry:
                _write_tensors(folder / entry["state_file"], statistics)


def _write_tensors(path: Path, tensors: Mapping[str, Tensor]) -> None:
    """As bytes: safetensors itself tells of a full disk by an error of its own."""
    path.write_bytes(save({name: value.detach().cpu().contiguous() for name, value in tensors.items()}))


def _step(name: str, index: int, step: str, config: dict[str, Any], norms: dict[str, str]) -> dict[str, Any]:
    """One step of a processor's file."""
    if "normalizer" not in step:
        details = {"rename_observations_processor": {"rename_map": {}}, "device_processor": {"device": "cpu"}}
        return {"registry_name": step, "config": details.get(step, {})}
    features = config["output_features"] | (config["input_features"] if step == "normalizer_processor" else {})
    return {
        "registry_name": step,
        "config": {"eps": EPSILON, "features": features, "norm_map": norms},
        "state_file": f"{name}_step_{index}_{step}.safetensors",
    }


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RecipeError(f"{path} is missing: a LeRobot checkpoint has {CONFIG}, {MODEL} and statistics") from error
    except (ValueError, OSError) as error:
        raise RecipeError(f"{path} cannot be read as JSON: {error}") from error
    if not isinstance(content, dict):
        raise RecipeError(f"{path} must hold a JSON object")
    return content


def _tensors(path: Path) -> dict[str, Tensor]:
    try:
        return dict(load_file(path))
    except (OSError, SafetensorError) as error:
        raise RecipeError(f"{path} is missing or damaged: {error}") from error


def _statistics(folder: Path) -> dict[str, dict[str, Tensor]]:
    """By feature and by name, from the processors' files."""
    found: dict[str, dict[str, Tensor]] = {}
    for name in PROCESSORS:
        if not (folder / f"{name}.json").exists():
            continue
        for step in _json(folder / f"{name}.json").get("steps", []):
            if "normalizer" in str(step.get("registry_name")) and step.get("state_file"):
                for key, value in _tensors(folder / Path(step["state_file"]).name).items():
                    feature, _, kind = key.rpartition(".")
                    found.setdefault(feature, {})[kind] = value
    return found


def _old_statistics(tensors: Mapping[str, Tensor], config: ActConfig) -> dict[str, dict[str, Tensor]]:
    """By feature and by name, from among the weights, where dots in names were written as underscores."""
    found: dict[str, dict[str, Tensor]] = {}
    for feature in config.features:
        for start in OLD:
            prefix = f"{start}{feature.replace('.', '_')}."
            kinds = {key.removeprefix(prefix): v for key, v in tensors.items() if key.startswith(prefix)}
            found |= {feature: kinds} if kinds else {}
    return found


def _scale(key: str, mode: Mode, feature: Feature, statistics: Mapping[str, Tensor], folder: Path) -> Scale:
    """Any of LeRobot's normalisations as one shift and one size."""
    names = ("mean", "std") if mode == "MEAN_STD" else BOUNDS[mode]
    if not all(name in statistics for name in names):
        where = " and ".join(f"{name}.json" for name in PROCESSORS)
        raise RecipeError(f"{folder}: no statistics {names[0]} and {names[1]} of {key} ({where} name their files)")
    first, second = (statistics[name].float() for name in names)
    if not (first.isfinite().all() and second.isfinite().all()):
        raise RecipeError(f"{folder}: the statistics of {key} are not finite")
    if feature.type == "VISUAL":
        first, second = first.reshape(-1, 1, 1), second.reshape(-1, 1, 1)
    if mode == "MEAN_STD":
        return Scale(first, second + EPSILON)
    width = torch.where(second == first, EPSILON, second - first)
    return Scale(first + width / 2, width / 2)
