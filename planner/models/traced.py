"""A language model that writes into a trace what each question cost."""

import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.models.errors import ModelError
from planner.models.remote import RemoteModel
from planner.ports import LanguageModel, TraceSink
from planner.task_planner import Reader, Reading
from traces import ModelProbed, ModelUsed, ProbeFinding

T = TypeVar("T")


class TracedModel:
    """A remote model and the trace of one run."""

    def __init__(self, model: RemoteModel, trace: TraceSink) -> None:
        self.model, self.trace = model, trace
        self.name = model.name

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """As the model does, shape (n,).

        Raises:
            ModelError: as the model's; it is in the trace.
        """
        return self.traced("score", lambda: self.model.score(prefix, candidates))

    def generate(self, prompt: str, max_tokens: int) -> str:
        """As the model does.

        Raises:
            ModelError: as the model's; it is in the trace.
        """
        return self.traced("generate", lambda: self.model.generate(prompt, max_tokens))

    def traced(self, purpose: str, work: Callable[[], T]) -> T:
        """Do something with the model, and write down what it cost, also if it fails."""
        begun = time.perf_counter()
        try:
            result = work()
        except ModelError as error:
            self.report(purpose, time.perf_counter() - begun, str(error))
            raise
        self.report(purpose, time.perf_counter() - begun)
        return result

    def report(self, purpose: str, seconds: float, error: str = "") -> None:
        """Write down what was used up since the last time; nothing if nothing was."""
        spent = self.model.take_spent()
        if not (spent.calls or spent.cached or error):
            return
        self.trace.emit(
            ModelUsed(
                purpose=purpose,
                calls=spent.calls,
                retries=spent.retries,
                cached=spent.cached,
                prompt_tokens=spent.prompt_tokens,
                completion_tokens=spent.completion_tokens,
                estimated=spent.estimated,
                replies=spent.replies,
                error=error,
                seconds=seconds,
            )
        )


class TracedReader:
    """A reader that asks a remote model, and the trace of one run."""

    def __init__(self, reader: Reader, model: TracedModel) -> None:
        self.reader, self.model = reader, model

    def read(self, *arguments: Any, **named: Any) -> Reading:
        """As the reader does.

        Raises:
            ModelError: as the model's; it is in the trace.
        """
        return self.model.traced("read", lambda: self.reader.read(*arguments, **named))


def traced_reader(reader: Reader | None, model: LanguageModel) -> Reader | None:
    """What reading costs is written down where the model's costs are."""
    return TracedReader(reader, model) if reader is not None and isinstance(model, TracedModel) else reader


def traced(model: LanguageModel, trace: TraceSink) -> LanguageModel:
    """Write down what is known of the model; from now on, what a remote one costs is written down too."""
    report = getattr(model, "probe", None)
    if report is not None:
        findings = tuple(ProbeFinding(scorer=f.scorer, verdict=f.verdict, detail=f.detail) for f in report.findings)
        trace.emit(ModelProbed(model=report.model, scorer=report.scorer, findings=findings, seconds=report.seconds))
    if not isinstance(model, RemoteModel):
        return model
    result = TracedModel(model, trace)
    result.report("probe", report.seconds if report else 0.0)
    return result
