"""How near a name is to an instruction: MiniLM, mean-pooled over every few words of the instruction.

MiniLM (Wang et al. 2020, arXiv:2002.10957) tells nouns apart, also synonyms (soda, coke can), but neither colours nor
the order of arguments; it is good for a first choice and for nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST = 64
"""Tokens of an instruction that are read."""
SPANS = (1, 2, 3, 4)
"""Lengths of the pieces of an instruction, in tokens."""
BATCH = 64


@dataclass
class SentenceEncoder:
    """Texts to unit vectors; each text is encoded once and kept."""

    _kept: dict[str, NDArray[np.float32]] = field(default_factory=dict)
    _model: tuple[Any, Any] | None = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Mean-pooled vectors of length one, shape (n, 384).

        Raises:
            WeightsError: the package that carries MiniLM is missing or damaged.
        """
        new = sorted({text for text in texts if text not in self._kept}, key=len)
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            vectors, mask = self._tokens(batch)
            pooled = (vectors * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]
            self._kept |= dict(zip(batch, _unit(pooled), strict=True))
        return np.stack([self._kept[text] for text in texts]) if len(texts) else np.zeros((0, 384), np.float32)

    def pieces(self, text: str) -> NDArray[np.float32]:
        """The text and each few neighbouring tokens of it as vectors of length one, shape (m, 384)."""
        key = f"\0{text}"
        if key not in self._kept:
            vectors, mask = self._tokens([text])
            tokens = vectors[0][mask[0] > 0]
            inner = tokens[1:-1] if len(tokens) > 2 else tokens
            spans = [inner[i : i + n].mean(axis=0) for n in SPANS for i in range(len(inner) - n + 1)]
            self._kept[key] = _unit(np.stack([tokens.mean(axis=0), *spans]))
        return self._kept[key]

    def _tokens(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Token vectors, shape (n, t, 384), and 1 where there is a token, shape (n, t)."""
        import torch

        tokenizer, model = self._model = self._model or _load()
        batch = tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        with torch.inference_mode():
            hidden = model(**batch).last_hidden_state.float().numpy()
        return hidden, batch["attention_mask"].float().numpy()


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-9)
    return unit


def _load() -> tuple[Any, Any]:
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging

    import weights

    folder = weights.find_minilm()
    logging.disable_progress_bar()
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
