"""Language models by a short text, as ``--model`` takes it."""

from pathlib import Path

from planner.models.embedded import EmbeddedModel, Precision

FORMS = "embedded, hf:NAME_OR_FOLDER"
LATER = ("openai:", "langchain:")


def model_from_spec(
    spec: str, cache: Path | None = None, dtype: Precision = "fp32", threads: int | None = 1
) -> EmbeddedModel:
    """``embedded``: SmolLM2-135M-Instruct, offline; ``hf:NAME``: any causal language model of transformers.

    Raises:
        ValueError: the text has another form, or names no model that can be had; the message says what is valid.
        ModelFileError: the embedded model's file is missing or wrong.
    """
    if spec == "embedded":
        return EmbeddedModel.bundled(cache, dtype, threads)
    if spec.startswith("hf:") and spec != "hf:":
        return _pretrained(spec.removeprefix("hf:"), dtype, threads)
    if spec.startswith(LATER):
        raise ValueError(f"model {spec!r}: chat models are not supported yet (valid: {FORMS})")
    raise ValueError(f"unknown model {spec!r} (valid: {FORMS})")


def _pretrained(where: str, dtype: Precision, threads: int | None) -> EmbeddedModel:
    try:
        return EmbeddedModel.pretrained(where, dtype, threads)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise ValueError(
            f"no causal language model {where!r} in a folder or on the Hugging Face hub: {reason}"
        ) from error
