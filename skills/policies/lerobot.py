"""Policies of LeRobot: runs their checkpoints, trains on from them, and writes ones that LeRobot reads.

The kind that can be run is ACT (``skills.policies.act_network``). It knows no commands: it does the one thing that it
was trained for.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import Field
from torch import Tensor, nn
from torch.nn import functional as F

from grounding import Observation
from grounding.frames import Frames
from grounding.training import Loss
from skills.action import ActionChunk, EndEffectorTarget
from skills.networks import CHUNK
from skills.policies.act_network import ActNetwork, divergence
from skills.policies.demonstrations import HAND, Inputs, Lessons, Targets, require_joints, stored_states
from skills.policies.episode import Answer, Ensemble, joint_chunk
from skills.policies.errors import RecipeError
from skills.policies.lerobot_files import ACTION, STATE, ActConfig, Checkpoint, Feature, Scale, read_checkpoint
from skills.policies.lerobot_files import write_checkpoint as write_files
from skills.policies.recipe import NetworkRecipe, make
from skills.vla import CAMERA

POSE = 8
"""Numbers of an action that says where the tool should be: position, quaternion, gripper."""
SAMPLED = 500
"""Frames that statistics are taken from, at most."""

PANDA = ActConfig(
    input_features={
        f"observation.images.{CAMERA}": Feature(type="VISUAL", shape=(3, 128, 128)),
        STATE: Feature(type="STATE", shape=(7 + HAND,)),
    },
    output_features={ACTION: Feature(type="ACTION", shape=(8,))},
    chunk_size=CHUNK,
    n_action_steps=2,
    dim_model=256,
    dim_feedforward=1024,
)
"""A smaller one for a Panda and our data sets."""


class LeRobotNetwork(nn.Module):
    """ACT, and how its inputs and outputs are normalised."""

    def __init__(self, config: ActConfig) -> None:
        super().__init__()
        self.model = ActNetwork(config.shape())
        for key, feature in config.features.items():
            size = (feature.shape[0], 1, 1) if feature.type == "VISUAL" else (feature.shape[0],)
            self.register_buffer(f"{_plain(key)}_shift", torch.zeros(size))
            self.register_buffer(f"{_plain(key)}_size", torch.ones(size))

    def put(self, key: str, scale: Scale) -> None:
        """Normalise a feature so from now on."""
        for name, value in (("shift", scale.shift), ("size", scale.size)):
            self.get_buffer(f"{_plain(key)}_{name}").copy_(value)

    def scale(self, key: str) -> Scale:
        """How a feature is normalised."""
        return Scale(*(self.get_buffer(f"{_plain(key)}_{name}") for name in ("shift", "size")))

    def normal(self, key: str, value: Tensor) -> Tensor:
        """As the network sees it."""
        scale = self.scale(key)
        return (value - scale.shift) / scale.size

    def actual(self, key: str, value: Tensor) -> Tensor:
        """In its own units again."""
        scale = self.scale(key)
        return value * scale.size + scale.shift


def _plain(key: str) -> str:
    return key.replace(".", "_")


class LeRobot(NetworkRecipe):
    """ACT in LeRobot's layout."""

    name: ClassVar[str] = "lerobot"
    joints: ClassVar[bool] = True
    tiny = {
        "config": PANDA.model_copy(
            update={
                "dim_model": 16,
                "n_heads": 2,
                "dim_feedforward": 16,
                "n_encoder_layers": 1,
                "n_vae_encoder_layers": 1,
                "latent_dim": 4,
                "backbone_width": 8,
            }
        )
    }

    config: ActConfig = PANDA
    """What ``config.json`` says."""
    actions: Literal["joints", "end_effector"] = "joints"
    """What the numbers of an action mean: targets of the joints [rad], or position [m] and quaternion (x, y, z, w) of
    the tool in the base frame; then the gripper, 0 to 1."""
    cameras: dict[str, str] = {}
    """Which camera an image feature is of, where that is not the end of its name."""
    patience: int = Field(default=15, ge=0)
    """Such a policy does not say when it has done: it counts as done when its targets have been the same for this many
    control periods; 0: never."""
    still: float = Field(default=0.01, gt=0)
    """Targets that differ by less are the same, [rad] or [m]."""

    def build(self, demonstrations: Frames | None = None) -> LeRobotNetwork:
        """A new network, with the statistics of the demonstrations."""
        network = LeRobotNetwork(self.config)
        if demonstrations is not None:
            for key, value in self._examples(demonstrations).items():
                axes = tuple(i for i in range(value.ndim) if i != 1)
                shift, size = value.mean(axes), value.std(axes).clamp(min=1e-2)
                shape = network.scale(key).shift.shape
                network.put(key, Scale(shift.view(shape), size.view(shape)))
        return network

    def loss(self, lessons: Lessons, batch: int) -> Loss:
        """Imitation; see ``Recipe.loss``.

        Raises:
            RecipeError: the frames have no joints, or not the images that the policy wants.
        """
        strange = [camera for camera in map(self._camera, self.config.cameras) if camera != CAMERA]
        if strange:
            raise RecipeError(f"frames have images of the {CAMERA} camera alone; this policy wants: {strange}")
        return super().loss(lessons, batch)

    def objective(self, network: Any, inputs: Inputs, targets: Targets) -> dict[str, Tensor]:
        """ACT's loss."""
        missing = F.pad(~targets.given, (0, max(0, self.config.chunk_size - CHUNK)), value=True)
        goal = F.pad(self._actions(inputs, targets), (0, 0, 0, missing.shape[1] - CHUNK))
        goal, missing = (value[:, : self.config.chunk_size] for value in (goal, missing))
        known = network.normal(ACTION, goal)
        out, posterior = self._ask(network, inputs, None, known, missing)
        off = (out.float() - known).abs().mean(-1) * ~missing
        parts = {"l1": off.sum() / (~missing).sum().clamp(min=1)}
        return parts if posterior is None else {**parts, "kl": self.config.kl_weight * divergence(posterior)}

    def answer(self, network: Any) -> Answer:
        """The first ``n_action_steps`` of the chunk, or one that is averaged over time."""
        coefficient = self.config.temporal_ensemble_coeff
        ensemble = None if coefficient is None else Ensemble(coefficient)
        stillness = _Stillness(self.still, self.patience)

        def act(inputs: Inputs, observation: Observation) -> ActionChunk:
            out, _ = self._ask(network, inputs, observation)
            steps = network.actual(ACTION, out[0].float()).cpu().numpy()
            steps = steps[: self.config.n_action_steps] if ensemble is None else ensemble(steps)[None]
            return self._chunk(steps, stillness(steps), observation)

        return act

    def _ask(
        self,
        network: LeRobotNetwork,
        inputs: Inputs,
        observation: Observation | None,
        actions: Tensor | None = None,
        missing: Tensor | None = None,
    ) -> tuple[Tensor, tuple[Tensor, Tensor] | None]:
        images = [
            network.normal(key, self._image(key, feature, inputs, observation))
            for key, feature in self.config.cameras.items()
        ]
        state = None
        if self.config.state:
            if self.config.state > inputs.state.shape[1]:
                raise RecipeError(
                    f"the policy wants {self.config.state} numbers of state; this robot has {inputs.state.shape[1]}: "
                    f"{inputs.state.shape[1] - HAND} joints, gripper opening and force, position and quaternion"
                )
            state = network.normal(STATE, inputs.state[:, : self.config.state])
        out: tuple[Tensor, tuple[Tensor, Tensor] | None] = network.model(images, state, None, actions, missing)
        return out

    def _image(self, key: str, feature: Feature, inputs: Inputs, observation: Observation | None) -> Tensor:
        """Colours from 0 to 1 of a camera, in the size that the policy knows."""
        name = self._camera(key)
        if name == CAMERA:
            rgb = inputs.rgb
        elif observation is None or name not in observation.images:
            there = ", ".join(observation.images) if observation else CAMERA
            raise RecipeError(f"the policy wants a camera {name!r} for {key}; there are: {there} (setting: cameras)")
        else:
            rgb = torch.from_numpy(observation.images[name].rgb / np.float32(255)).permute(2, 0, 1)[None]
            rgb = rgb.to(inputs.pixels.device)
        if rgb.shape[1:] == feature.shape:
            return rgb
        return F.interpolate(rgb, feature.shape[1:], mode="bilinear", align_corners=False, antialias=True)

    def _camera(self, key: str) -> str:
        return self.cameras.get(key, CAMERA if key == "observation.image" else key.rpartition(".")[2])

    def _chunk(self, steps: NDArray[np.floating], done: float, observation: Observation) -> ActionChunk:
        arm = len(observation.proprioception.joint_positions)
        wanted = arm + 1 if self.actions == "joints" else POSE
        if steps.shape[1] != wanted:
            raise RecipeError(
                f"the policy's actions have {steps.shape[1]} numbers; {self.actions} of an arm with {arm} joints are "
                f"{wanted}"
            )
        if self.actions == "joints":
            return joint_chunk(steps, done)
        return ActionChunk(tuple(_pose(step) for step in steps.tolist()), done)

    def _actions(self, inputs: Inputs, targets: Targets) -> Tensor:
        """What was demonstrated, as actions of this policy: (N, CHUNK, action)."""
        gripper = targets.chunk[..., 4:]
        if self.actions == "joints":
            return torch.cat([targets.joints, gripper], -1)
        start = inputs.state.shape[1] - HAND + 2
        places = inputs.state[:, None, start : start + 3] + targets.chunk[..., :3]
        sine, cosine = inputs.body[:, 0, None, 3], inputs.body[:, 0, None, 4]
        half = 0.5 * (torch.atan2(sine, cosine) + targets.chunk[..., 3])
        flat = torch.zeros_like(half)
        return torch.cat([places, torch.stack([half.cos(), half.sin(), flat, flat], -1), gripper], -1)

    def _examples(self, demos: Frames) -> dict[str, Tensor]:
        """What statistics are taken from, by feature; of everything, the second axis is the one that is normalised."""
        require_joints(demos, self.config.action - 1 if self.actions == "joints" else None)
        rows = np.linspace(0, len(demos) - 1, min(len(demos), SAMPLED)).astype(np.int64)
        rgb = torch.from_numpy(demos.gather("rgb", rows).astype(np.float32) / 255).permute(0, 3, 1, 2)
        state, body = (torch.from_numpy(v) for v in (stored_states(demos, rows), demos.gather("body", rows)))
        inputs = Inputs(rgb, rgb, (), state, state, body, state)
        columns = ("chunk", "joint_chunk", "chunk_length", "done")
        targets = Targets(*(torch.from_numpy(demos.gather(name, rows)) for name in columns))
        given = self._actions(inputs, targets)[targets.given]
        vectors = {STATE: state[:, : self.config.state]} if self.config.state else {}
        return {**dict.fromkeys(self.config.cameras, rgb), **vectors, ACTION: given}


def _pose(step: list[float]) -> EndEffectorTarget:
    x, y, z, *turn, gripper = step
    length = max(float(np.linalg.norm(turn)), 1e-9)
    qx, qy, qz, qw = (number / length for number in turn)
    return EndEffectorTarget((x, y, z), (qx, qy, qz, qw), min(1.0, max(0.0, gripper)))


@dataclass
class _Stillness:
    """How sure it is that a policy has done, by its asking for nothing new."""

    still: float
    patience: int
    last: NDArray[np.floating] | None = None
    periods: int = 0

    def __call__(self, steps: NDArray[np.floating]) -> float:
        for step in steps:
            same = self.last is not None and np.abs(step - self.last).max() < self.still
            self.periods = self.periods + 1 if same else 0
            self.last = step
        return float(self.patience > 0 and self.periods >= self.patience)


def from_checkpoint(folder: Path, **settings: Any) -> tuple[LeRobot, LeRobotNetwork]:
    """A policy of LeRobot's from its folder (``config.json``, ``model.safetensors``, statistics).

    Args:
        folder: e.g. ``outputs/train/.../pretrained_model``.
        settings: of ``LeRobot``, but for ``config``.

    Raises:
        RecipeError: a file is missing or damaged, or its policy cannot be run.
    """
    read = read_checkpoint(folder)
    recipe = make(LeRobot, {"config": read.config, **settings})
    network = recipe.build()
    try:
        network.model.load_state_dict(read.weights)
    except RuntimeError as error:
        reason = " ".join(str(error).split())
        raise RecipeError(f"{folder}: the weights do not fit config.json: {reason[:300]}") from error
    for key, scale in read.scales.items():
        network.put(key, scale)
    return recipe, network.eval()


def write_checkpoint(folder: Path, recipe: LeRobot, network: LeRobotNetwork) -> None:
    """Write a policy as LeRobot's ``from_pretrained`` reads it.

    Raises:
        RecipeError: there is such a folder already.
    """
    scales = {key: network.scale(key) for key in recipe.config.features}
    write_files(folder, Checkpoint(recipe.config, dict(network.model.state_dict()), scales))
