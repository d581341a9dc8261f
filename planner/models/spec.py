"""Language models by a short text, as ``--model`` takes it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from planner.models.budget import Limits, Meter
from planner.models.cache import CacheMode, ReplyCache
from planner.models.client import Client
from planner.models.errors import ModelError
from planner.models.smollm2 import default_cache
from planner.ports import LanguageModel

if TYPE_CHECKING:
    from planner.models.embedded import EmbeddedModel, Precision
    from planner.models.remote import RemoteModel
    from planner.models.wire import Backend

FORMS = "embedded, hf:NAME_OR_FOLDER, openai:NAME, langchain:PROVIDER:NAME"
REPLIES = "replies"
"""Folder of the cache in which answers are kept."""


def model_from_spec(
    spec: str,
    cache: Path | None = None,
    dtype: "Precision" = "fp32",
    threads: int | None = 1,
    *,
    base_url: str | None = None,
    limits: Limits | None = None,
    replies: CacheMode = "use",
) -> LanguageModel:
    """A language model, loaded or connected and probed.

    Args:
        spec: ``embedded`` (SmolLM2-135M-Instruct, offline), ``hf:NAME`` (any causal language model of transformers, on
            the accelerator if there is one), ``openai:NAME`` (any server of OpenAI's protocol), or
            ``langchain:PROVIDER:NAME`` (any chat model of LangChain).
        cache: folder for unpacked weights and for answers; ``$DOABLE_HOME/cache`` or ``~/.cache/doable`` if None.
        dtype: precision of a model in this process.
        threads: torch's threads; None leaves them alone.
        base_url: address of the server, for ``openai:`` and ``langchain:``; without keys.
        limits: what a served model may cost; the defaults of ``Limits`` if None.
        replies: whether its answers are kept and used again, or replayed alone.

    Raises:
        ModelError: the text has another form, or names no model that can be had; the message says what is valid.
        ModelFileError: the embedded model's file is missing or wrong.
    """
    served = is_served(spec)
    kind, _, name = spec.partition(":")
    provider, _, chat = name.partition(":")
    if not served and spec != "embedded" and not (kind == "hf" and name):
        raise ModelError(f"unknown model {spec!r} (valid: {FORMS})")
    if base_url and not served:
        raise ModelError(f"--base-url is for openai:NAME and langchain:PROVIDER:NAME; {spec!r} runs in this process")
    if not served:
        return _in_process(spec, name, cache, dtype, threads)
    backend = _openai(name, base_url) if kind == "openai" else _langchain(provider, chat, base_url)
    return connect(backend, limits, ReplyCache((cache or default_cache()) / REPLIES, replies))


def is_served(spec: str) -> bool:
    """Whether another program serves the model, so that it has an address: ``openai:NAME``, ``langchain:…:NAME``."""
    kind, _, name = spec.partition(":")
    provider, _, chat = name.partition(":")
    return (kind == "openai" and name != "") or (kind == "langchain" and provider != "" and chat != "")


def connect(
    backend: "Backend",
    limits: Limits | None = None,
    cache: ReplyCache | None = None,
    environment: Mapping[str, str] | None = None,
    sleep: Callable[[float], None] | None = None,
) -> "RemoteModel":
    """Probe a backend and make it the planner's model.

    Args:
        backend: one model of one provider.
        limits: what it may cost; the defaults if None.
        cache: of answers; none if None.
        environment: where the keys are that must not be told; that of the process if None.
        sleep: waits so many seconds before a retry; ``time.sleep`` if None.

    Raises:
        ModelError: it cannot be reached, or nothing that it says can be trusted.
    """
    import time

    import numpy as np

    from planner.models.remote import RemoteModel
    from planner.models.retry import Retry
    from planner.models.secrets import Redactor

    limits = limits or Limits()
    retry = Retry(limits, np.random.default_rng(os.getpid()), sleep or time.sleep)
    redact = Redactor(os.environ if environment is None else environment)
    return RemoteModel.connect(Client(backend, cache or ReplyCache(Path(), "off"), retry, Meter(limits), redact))


def _openai(name: str, base_url: str | None) -> "Backend":
    from planner.models.openai_server import OpenAIBackend

    return OpenAIBackend(name, base_url)


def _langchain(provider: str, name: str, base_url: str | None) -> "Backend":
    from planner.models.langchain_chat import LangChainBackend

    return LangChainBackend(provider, name, base_url)


def _in_process(spec: str, name: str, cache: Path | None, dtype: "Precision", threads: int | None) -> "EmbeddedModel":
    from planner.models.embedded import EmbeddedModel

    if spec == "embedded":
        return EmbeddedModel.bundled(cache, dtype, threads)
    try:
        return EmbeddedModel.pretrained(name, dtype, threads, device="best")
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(
            f"no causal language model {name!r} in a folder or on the Hugging Face hub: {reason}"
        ) from error
