"""The plain form with encoders of the transformers library: CLIP, SigLIP, DINOv2 or any other vision transformer.

An encoder is named as ``from_pretrained`` takes it: a folder, or a name on the Hugging Face Hub, which needs a
network the first time. A frozen encoder is not stored with the policy's weights, and so read from there again.
"""

from typing import Any, ClassVar

import torch
from pydantic import Field
from torch import Tensor, nn
from torch.nn import functional as F

from grounding.frames import Frames
from skills.policies.demonstrations import Inputs
from skills.policies.errors import RecipeError
from skills.policies.plain import PlainLanguage, PlainNetwork, ToolRecipe

IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Mean and standard deviation of colours, where an encoder does not tell its own."""


class Frozen:
    """A network that is not trained, nor stored, nor copied with the one that asks it."""

    def __init__(self, network: nn.Module) -> None:
        self.network = network.eval().requires_grad_(False)

    def __deepcopy__(self, memo: object) -> "Frozen":
        return self

    def __call__(self, device: torch.device, **inputs: Tensor) -> Tensor:
        if next(self.network.parameters()).device != device:
            self.network.to(device)
        with torch.no_grad():
            hidden: Tensor = self.network(**inputs).last_hidden_state
        return hidden


class Encoder(nn.Module):
    """A transformer of the library: its last hidden state, brought to a width."""

    def __init__(self, tower: nn.Module, width: int, frozen: bool) -> None:
        super().__init__()
        self.tower: nn.Module | None = None if frozen else tower
        self.kept = Frozen(tower) if frozen else None
        self.project = nn.Linear(int(tower.config.hidden_size), width)  # type: ignore[union-attr,arg-type]

    def hidden(self, **inputs: Tensor) -> Tensor:
        """Shape (N, T, width)."""
        if self.kept is not None:
            return self.project(self.kept(self.project.weight.device, **inputs).clone())
        assert self.tower is not None
        return self.project(self.tower(**inputs).last_hidden_state)


class BackboneVision(Encoder):
    """Colours -> the grid of a vision transformer's patches, (N, width, h, w)."""

    def __init__(self, source: str, width: int, frozen: bool, side: int | None) -> None:
        tower = _read(source, "vision")
        config: Any = tower.config
        if not (hasattr(config, "patch_size") and hasattr(config, "hidden_size") and hasattr(config, "image_size")):
            kind = getattr(config, "model_type", "?")
            raise RecipeError(f"{source} ({kind}) is no vision transformer with patches, such as CLIP, SigLIP, DINOv2")
        super().__init__(tower, width, frozen)
        prepared = _preparation(source)
        self.side = side or _side_of(prepared) or int(config.image_size)
        self.cells = self.side // int(config.patch_size)
        mean, std = (prepared.get(f"image_{key}", IMAGENET[i]) for i, key in enumerate(("mean", "std")))
        self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(std).view(1, 3, 1, 1), persistent=False)

    def forward(self, inputs: Inputs) -> Tensor:
        size = (self.side, self.side)
        rgb = F.interpolate(inputs.rgb, size, mode="bilinear", align_corners=False, antialias=True)
        normal = (rgb - self.get_buffer("mean")) / self.get_buffer("std")
        patches = self.hidden(pixel_values=normal)[:, -self.cells * self.cells :]
        return patches.transpose(1, 2).unflatten(2, (self.cells, self.cells))


class BackboneLanguage(Encoder):
    """Words by a text encoder with its own tokenizer."""

    def __init__(self, source: str, width: int, frozen: bool) -> None:
        from transformers import AutoTokenizer

        tower = _read(source, "text")
        super().__init__(tower, width, frozen)
        self.tokenizer: Any = AutoTokenizer.from_pretrained(source)
        kind = str(tower.config.model_type)  # type: ignore[union-attr]
        self.padding: str | bool = "max_length" if kind.startswith("siglip") else True
        """SigLIP was trained with sentences of full length."""

    def forward(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        batch = self.tokenizer(list(inputs.texts), padding=self.padding, truncation=True, return_tensors="pt")
        device = self.project.weight.device
        mask = batch.get("attention_mask", torch.ones_like(batch["input_ids"])).to(device)
        words = self.hidden(input_ids=batch["input_ids"].to(device), attention_mask=mask)
        return words, ~mask.bool()


def _read(source: str, part: str) -> nn.Module:
    """An encoder, or that part of a model that has both."""
    from transformers import AutoModel

    try:
        model = AutoModel.from_pretrained(source, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise RecipeError(
            f"no {part} encoder {source!r}: give a folder with config.json and model.safetensors, or a name on the "
            f"Hugging Face Hub, such as google/siglip-base-patch16-224 ({str(error).splitlines()[0]})"
        ) from error
    tower: nn.Module = getattr(model, f"{part}_model", model)
    return tower


def _preparation(source: str) -> dict[str, Any]:
    """How images are prepared for an encoder, from its ``preprocessor_config.json``; empty if there is none."""
    from transformers.image_processing_base import ImageProcessingMixin

    try:
        prepared: dict[str, Any] = ImageProcessingMixin.get_image_processor_dict(source)[0]
    except OSError:
        return {}
    return prepared


def _side_of(prepared: dict[str, Any]) -> int | None:
    for key in ("crop_size", "size"):
        size = prepared.get(key)
        side = size if isinstance(size, int) else (size or {}).get("height") or (size or {}).get("shortest_edge")
        if side:
            return int(side)
    return None


class Transformers(ToolRecipe):
    """The plain form around pre-trained encoders."""

    name: ClassVar[str] = "transformers"
    tiny = {"width": 16, "heads": 2}

    vision: str = Field(min_length=1)
    """The vision encoder: a folder, or a name on the Hub such as ``facebook/dinov2-small``."""
    text: str | None = None
    """The text encoder; MiniLM, which comes with Doable, if not given."""
    frozen: bool = True
    """Whether the encoders stay as they are; else they are trained and stored with the rest."""
    side: int | None = Field(default=None, ge=1)
    """Images are brought to this many pixels a side; what the encoder was trained with, if not given."""
    width: int = Field(default=256, ge=16, multiple_of=16)
    """Of all vectors; a multiple of ``heads``."""
    heads: int = Field(default=8, ge=1)

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network around the encoders as they were published.

        Raises:
            RecipeError: an encoder cannot be read, or is no vision transformer.
        """
        vision = BackboneVision(self.vision, self.width, self.frozen, self.side)
        language = (
            PlainLanguage(self.width) if self.text is None else BackboneLanguage(self.text, self.width, self.frozen)
        )
        return PlainNetwork(vision, language, self.width, self.heads)
