"""ACT, action chunking with transformers (Zhao et al. 2023, arXiv:2304.13705): images and state to a chunk of actions.

Written from the paper and from the names of parameters in checkpoints of LeRobot
(https://github.com/huggingface/lerobot, ``policies/act``), so that such a checkpoint can be read into it.
"""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from skills.policies.resnet import FrozenNorm, ResNet, grouped


@dataclass(frozen=True)
class ActShape:
    """Sizes; the numbers given here are LeRobot's, and are the paper's but for the decoder's layers.

    The published code has seven of those and uses the first alone.
    """

    action: int
    state: int = 0
    """Numbers of the robot's state; 0: none is given."""
    environment: int = 0
    """Numbers of a further vector; 0: none is given."""
    cameras: int = 1
    chunk: int = 100
    width: int = 512
    heads: int = 8
    feedforward: int = 3200
    activation: Literal["relu", "gelu"] = "relu"
    encoder_layers: int = 4
    decoder_layers: int = 1
    variational: bool = True
    latent: int = 32
    vae_layers: int = 4
    dropout: float = 0.1
    norm_first: bool = False
    backbone: str = "resnet18"
    channels: int = 3
    """Of an image."""
    backbone_width: int = 64
    stages: int = 4
    pretrained_norms: bool = True
    """Norms of the backbone that are not trained, as for pre-trained weights; else norms over groups."""


class EncoderLayer(nn.TransformerEncoderLayer):
    """Self-attention in which positions are added to queries and keys alone (DETR, arXiv:2005.12872)."""

    def forward(  # type: ignore[override]
        self, x: Tensor, positions: Tensor, missing: Tensor | None = None
    ) -> Tensor:
        """Tokens (N, T, width), where ``missing`` (N, T) tells which are none."""
        y = self.norm1(x) if self.norm_first else x
        query = y + positions
        attended = self.self_attn(query, query, y, key_padding_mask=missing, need_weights=False)[0]
        x = x + self.dropout1(attended)
        x = x if self.norm_first else self.norm1(x)
        x = x + self._ff_block(self.norm2(x) if self.norm_first else x)
        return x if self.norm_first else self.norm2(x)


class DecoderLayer(nn.TransformerDecoderLayer):
    """The same for queries that also attend to the encoder's tokens."""

    def forward(  # type: ignore[override]
        self, x: Tensor, memory: Tensor, positions: Tensor, memory_positions: Tensor
    ) -> Tensor:
        y = self.norm1(x) if self.norm_first else x
        query = y + positions
        x = x + self.dropout1(self.self_attn(query, query, y, need_weights=False)[0])
        x = x if self.norm_first else self.norm1(x)
        y = self.norm2(x) if self.norm_first else x
        read = self.multihead_attn(y + positions, memory + memory_positions, memory, need_weights=False)[0]
        x = x + self.dropout2(read)
        x = x if self.norm_first else self.norm2(x)
        x = x + self._ff_block(self.norm3(x) if self.norm_first else x)
        return x if self.norm_first else self.norm3(x)


class Stack(nn.Module):
    """Layers, and a norm after the last where there is one."""

    def __init__(self, shape: ActShape, layers: int, decodes: bool = False) -> None:
        super().__init__()
        kind = DecoderLayer if decodes else EncoderLayer
        sizes = (shape.width, shape.heads, shape.feedforward, shape.dropout, shape.activation)
        self.layers = nn.ModuleList(kind(*sizes, batch_first=True, norm_first=shape.norm_first) for _ in range(layers))
        self.norm = nn.LayerNorm(shape.width) if decodes or shape.norm_first else nn.Identity()

    def forward(self, x: Tensor, *others: Tensor | None) -> Tensor:
        for layer in self.layers:
            x = layer(x, *others)
        out: Tensor = self.norm(x)
        return out


class ActNetwork(nn.Module):
    """A transformer from images, state and a latent to a chunk; in training, an encoder of chunks to the latent."""

    def __init__(self, shape: ActShape) -> None:
        super().__init__()
        self.shape, width = shape, shape.width
        if shape.variational:
            self._build_posterior(shape)
        vectors = 1 + bool(shape.state) + bool(shape.environment)
        if shape.cameras:
            norm = FrozenNorm if shape.pretrained_norms else grouped
            self.backbone = ResNet(shape.backbone, shape.channels, shape.backbone_width, shape.stages, norm)
            self.encoder_img_feat_input_proj = nn.Conv2d(self.backbone.outputs, width, 1)
        self.encoder, self.decoder = Stack(shape, shape.encoder_layers), Stack(shape, shape.decoder_layers, True)
        if shape.state:
            self.encoder_robot_state_input_proj = nn.Linear(shape.state, width)
        if shape.environment:
            self.encoder_env_state_input_proj = nn.Linear(shape.environment, width)
        self.encoder_latent_input_proj = nn.Linear(shape.latent, width)
        self.encoder_1d_feature_pos_embed = nn.Embedding(vectors, width)
        self.decoder_pos_embed = nn.Embedding(shape.chunk, width)
        self.action_head = nn.Linear(width, shape.action)
        for parameter in (*self.encoder.parameters(), *self.decoder.parameters()):
            if parameter.dim() > 1:
                nn.init.xavier_uniform_(parameter)

    def _build_posterior(self, shape: ActShape) -> None:
        """q(latent | chunk, state), for training."""
        self.vae_encoder = Stack(shape, shape.vae_layers)
        self.vae_encoder_cls_embed = nn.Embedding(1, shape.width)
        if shape.state:
            self.vae_encoder_robot_state_input_proj = nn.Linear(shape.state, shape.width)
        self.vae_encoder_action_input_proj = nn.Linear(shape.action, shape.width)
        self.vae_encoder_latent_output_proj = nn.Linear(shape.width, 2 * shape.latent)
        length = 1 + bool(shape.state) + shape.chunk
        self.register_buffer("vae_encoder_pos_enc", _waves(length, shape.width)[None])

    def forward(
        self,
        images: list[Tensor],
        state: Tensor | None = None,
        environment: Tensor | None = None,
        actions: Tensor | None = None,
        missing: Tensor | None = None,
    ) -> tuple[Tensor, tuple[Tensor, Tensor] | None]:
        """A chunk and, in training with a variational latent, its posterior.

        Args:
            images: of each camera, (N, channels, H, W), normalised.
            state: (N, shape.state), normalised.
            environment: (N, shape.environment), normalised.
            actions: what was done, for training: (N, shape.chunk, shape.action), normalised.
            missing: which of them were not: (N, shape.chunk), bool.

        Returns:
            Actions (N, shape.chunk, shape.action), normalised; mean and log variance of the latent, (N, latent).
        """
        posterior = None
        count = len(images[0] if images else state if state is not None else environment)  # type: ignore[arg-type]
        latent = self.action_head.weight.new_zeros(count, self.shape.latent)
        if self.shape.variational and self.training and actions is not None:
            posterior = mean, log_variance = self._posterior(actions, state, missing)
            latent = mean + (log_variance / 2).exp() * torch.randn_like(mean)
        tokens, positions = self._tokens(latent, images, state, environment)
        memory = self.encoder(tokens, positions, None)
        asked = self.decoder_pos_embed.weight[None].expand(count, -1, -1)
        out = self.decoder(torch.zeros_like(asked), memory, asked, positions)
        return self.action_head(out), posterior

    def _posterior(self, actions: Tensor, state: Tensor | None, missing: Tensor | None) -> tuple[Tensor, Tensor]:
        parts = [self.vae_encoder_cls_embed.weight[None].expand(len(actions), -1, -1)]
        if state is not None and self.shape.state:
            parts.append(self.vae_encoder_robot_state_input_proj(state)[:, None])
        ahead = len(parts)
        x = torch.cat([*parts, self.vae_encoder_action_input_proj(actions)], 1)
        padding = None if missing is None else F.pad(missing, (ahead, 0), value=False)
        out = self.vae_encoder(x, self.get_buffer("vae_encoder_pos_enc"), padding)[:, 0]
        mean, log_variance = self.vae_encoder_latent_output_proj(out).chunk(2, -1)
        return mean, log_variance

    def _tokens(
        self, latent: Tensor, images: list[Tensor], state: Tensor | None, environment: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """Everything that is known as tokens (N, T, width), and their positions (1, T, width)."""
        vectors = [self.encoder_latent_input_proj(latent)]
        if self.shape.state:
            vectors.append(self.encoder_robot_state_input_proj(state))
        if self.shape.environment:
            vectors.append(self.encoder_env_state_input_proj(environment))
        tokens, positions = [torch.stack(vectors, 1)], [self.encoder_1d_feature_pos_embed.weight[None]]
        for image in images:
            features = self.backbone(image)
            tokens.append(self.encoder_img_feat_input_proj(features).flatten(2).transpose(1, 2))
            positions.append(_grid_waves(features, self.shape.width))
        return torch.cat(tokens, 1), torch.cat(positions, 1)


def _waves(length: int, width: int) -> Tensor:
    """Sines and cosines of places along a line (arXiv:1706.03762): (length, width)."""
    rates = 10000 ** (-2 * (torch.arange(width) // 2).double() / width)
    phases = torch.arange(length).double()[:, None] * rates
    return torch.where(torch.arange(width) % 2 == 0, phases.sin(), phases.cos()).float()


def _grid_waves(grid: Tensor, size: int) -> Tensor:
    """The same for cells of a grid (N, C, h, w), whose sides are a full turn: row, then column; (1, h * w, size).

    Places are counted from one, as in DETR (arXiv:2005.12872).
    """
    height, width = grid.shape[2:]
    half, device = size // 2, grid.device
    rates = 10000 ** (2 * torch.div(torch.arange(half, device=device), 2, rounding_mode="floor") / half)
    parts = []
    for count, view in ((height, (height, 1, half)), (width, (1, width, half))):
        turns = torch.arange(1, count + 1, device=device) / (count + 1e-6) * (2 * torch.pi)
        phases = turns[:, None] / rates
        waves = torch.where(torch.arange(half, device=device) % 2 == 0, phases.sin(), phases.cos())
        parts.append(waves.view(view).expand(height, width, half))
    return torch.cat(parts, -1).flatten(0, 1)[None]


def divergence(posterior: tuple[Tensor, Tensor]) -> Tensor:
    """Kullback-Leibler divergence of latents (N, latent) from the unit normal, a mean over N (arXiv:1312.6114)."""
    mean, log_variance = (part.float() for part in posterior)
    return (-0.5 * (1 + log_variance - mean.square() - log_variance.exp())).sum(-1).mean()
