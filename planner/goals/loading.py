"""The embedded model with the goal reader's adapter in it."""

from functools import cache
from pathlib import Path
from typing import Any

from planner.models.embedded import EmbeddedModel, Precision


def reading_model(
    cache_folder: Path | None = None, adapter: bool = True, dtype: Precision = "bf16", threads: int | None = 1, tensors: Any = None
) -> EmbeddedModel:
    """SmolLM2-135M-Instruct that reads goals.

    Args:
        cache_folder: of the unpacked base.
        adapter: merge the adapter of the weights room; False: the raw model.
        dtype: the sum of base and adapter is rounded to it once.
        threads: torch's threads.
        tensors: an adapter to use in the place of the committed one.

    Raises:
        ModelFileError: the base is missing or wrong.
        WeightsError: the adapter is.
    """
    import torch

    import weights
    from planner.goals.adapter import merge
    from planner.goals.course import NAME

    model = EmbeddedModel.bundled(cache_folder, dtype, threads)
    if adapter:
        with torch.inference_mode(False):
            merge(model.scorer.model, weights.load(NAME) if tensors is None else tensors)
        model.name = f"{model.name.removesuffix(')')}, {NAME})"
    return model


def whole_words(tokenizer: Any) -> frozenset[str]:
    """English words that the model has a token for: they are spelt right."""
    return _whole_words(tuple(token for token in tokenizer.get_vocab() if token.startswith("Ġ")))


@cache
def _whole_words(tokens: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token[1:].lower() for token in tokens if token[1:].isalpha() and len(token) > 4)
