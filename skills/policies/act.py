"""Chunks of joint targets by a transformer, averaged over time: after ACT (Zhao et al. 2023, arXiv:2304.13705).

Unlike ACT's own, the network is told the command (as a vector of its own among the tokens), sees depth, says when it
has done, and gives targets relative to where the joints are. It is small and learned from nothing.
"""

from typing import Any, ClassVar

import torch
from pydantic import Field
from torch import Tensor, nn
from torch.nn import functional as F

from grounding import Observation
from grounding.frames import Frames
from grounding.vision import CHANNELS
from skills.action import ActionChunk
from skills.language import WIDTH
from skills.networks import CHUNK
from skills.policies.act_network import ActNetwork, ActShape, divergence
from skills.policies.demonstrations import HAND, Inputs, Targets, require_joints
from skills.policies.episode import Answer, Ensemble, joint_chunk
from skills.policies.errors import RecipeError
from skills.policies.recipe import NetworkRecipe
from skills.vla import EXECUTE

REACH = 0.2
"""Unit of joint targets, [rad]."""


class Act(NetworkRecipe):
    """ACT in joint space, with a command."""

    name: ClassVar[str] = "act"
    joints: ClassVar[bool] = True
    tiny = {"width": 16, "heads": 2, "feedforward": 16, "encoder_layers": 1, "backbone_width": 8}

    arm_joints: int = Field(default=7, ge=1)
    """Of the arm."""
    width: int = Field(default=192, ge=8, multiple_of=8)
    """Of the transformer; a multiple of ``heads``."""
    heads: int = Field(default=8, ge=1)
    feedforward: int = Field(default=512, ge=1)
    encoder_layers: int = Field(default=3, ge=1)
    decoder_layers: int = Field(default=1, ge=1)
    dropout: float = Field(default=0.1, ge=0, lt=1)
    backbone_width: int = Field(default=32, ge=8, multiple_of=8)
    """Channels of the first stage of the image's ResNet; ResNet-18 has 64."""
    cvae: bool = False
    """Learn a latent for the ways in which one thing can be done; scripted demonstrations know one."""
    latent: int = Field(default=32, ge=1)
    kl_weight: float = Field(default=10.0, ge=0)
    ensemble: float | None = Field(default=0.01, ge=0)
    """Decay of the weights of temporal ensembling, in which every control period is decided anew; None: actions are
    carried out in chunks, as the other policies do."""

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network.

        Raises:
            RecipeError: the demonstrations have no joints, or those of another arm.
        """
        if demonstrations is not None:
            require_joints(demonstrations, self.arm_joints)
        return ActNetwork(
            ActShape(
                action=self.arm_joints + 2,
                state=self.arm_joints + HAND,
                environment=WIDTH,
                chunk=CHUNK,
                width=self.width,
                heads=self.heads,
                feedforward=self.feedforward,
                encoder_layers=self.encoder_layers,
                decoder_layers=self.decoder_layers,
                variational=self.cvae,
                latent=self.latent,
                vae_layers=self.encoder_layers,
                dropout=self.dropout,
                channels=CHANNELS,
                backbone_width=self.backbone_width,
                stages=3,
                pretrained_norms=False,
            )
        )

    def objective(self, network: Any, inputs: Inputs, targets: Targets) -> dict[str, Tensor]:
        """ACT's loss: distance of the joints, and the latent's divergence; besides, the gripper and having done."""
        goal = (targets.joints - inputs.state[:, None, : self.arm_joints]) / REACH
        grip, done = targets.chunk[..., 4:], targets.done[:, None, None].expand(-1, CHUNK, 1)
        known = torch.cat([goal, grip, done], -1)
        out, posterior = network([inputs.pixels], self._felt(inputs), inputs.sentence, known, ~targets.given)
        out, given = out.float(), targets.given.float()
        share = given / given.sum().clamp(min=1)
        off = (out[..., : self.arm_joints] - goal).abs().mean(-1)
        gripped = F.binary_cross_entropy_with_logits(out[..., -2:-1], grip, reduction="none")[..., 0]
        parts = {
            "joints": 5 * (off * share).sum(),
            "grip": (gripped * share).sum(),
            "done": 0.5 * F.binary_cross_entropy_with_logits(out[:, 0, -1], targets.done),
        }
        return parts if posterior is None else {**parts, "kl": self.kl_weight * divergence(posterior)}

    def _felt(self, inputs: Inputs) -> Tensor:
        """The state in units of about one: the fingers' opening in 4 cm, their force in 20 N."""
        joints = inputs.state.shape[1] - HAND
        if joints != self.arm_joints:
            raise RecipeError(f"this policy is for an arm with {self.arm_joints} joints, not {joints}")
        units = inputs.state.new_ones(inputs.state.shape[1])
        units[self.arm_joints : self.arm_joints + 2] = units.new_tensor([1 / 0.04, 1 / 20])
        return inputs.state * units

    def answer(self, network: Any) -> Answer:
        """Joint targets, averaged with those of earlier moments."""
        ensemble = None if self.ensemble is None else Ensemble(self.ensemble)

        def act(inputs: Inputs, observation: Observation) -> ActionChunk:
            out = network([inputs.pixels], self._felt(inputs), inputs.sentence)[0][0].float()
            joints = inputs.state[:, : self.arm_joints] + REACH * out[:, : self.arm_joints]
            steps = torch.cat([joints, out[:, -2:-1].sigmoid()], 1).cpu().numpy()
            steps = steps[:EXECUTE] if ensemble is None else ensemble(steps)[None]
            steps[:, -1] = steps[:, -1] > 0.5
            return joint_chunk(steps, float(out[0, -1].sigmoid()))

        return act
