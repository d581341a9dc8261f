"""A tiny real model, and how a client comes to a server on loopback."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from planner.models import EmbeddedModel
from planner.models.budget import Limits
from planner.models.cache import ReplyCache
from planner.models.openai_server import OpenAIBackend
from planner.models.remote import RemoteModel
from planner.models.spec import connect
from tests.planner.serving import LoopbackServer, TrueModel, serving, tiny_model

QUICK = Limits(timeout=10.0, retries=3, backoff=0.01)
Connect = Callable[..., RemoteModel]


@pytest.fixture(scope="session")
def tiny() -> EmbeddedModel:
    """A real model with random weights, and the exact scorer over it."""
    model, tokenizer = tiny_model()
    return EmbeddedModel("tiny", model, tokenizer)


@pytest.fixture(scope="session")
def truth(tiny: EmbeddedModel) -> TrueModel:
    """The same model, as a server answers with it."""
    return TrueModel(tiny.scorer.model, tiny.tokenizer)


@pytest.fixture
def server(truth: TrueModel) -> Iterator[LoopbackServer]:
    """A server that tells the truth; a test may add faults."""
    with serving(truth) as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    """How long was waited before each retry, in [s]; nobody really waits."""
    return []


@pytest.fixture
def connected(waits: list[float]) -> Iterator[Connect]:
    """Connects to a server as ``--model openai:tiny --base-url URL`` does, without waiting between retries."""
    with ExitStack() as opened:

        def connect_to(
            url: str, limits: Limits = QUICK, cache: ReplyCache | None = None, environment: dict[str, str] | None = None
        ) -> RemoteModel:
            backend = OpenAIBackend("tiny", url, environment=environment)
            opened.callback(backend.close)
            return connect(backend, limits, cache, environment, waits.append)

        yield connect_to
