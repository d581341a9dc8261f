"""Any chat model of LangChain: the real ``init_chat_model`` and ``langchain-openai`` against servers on loopback."""

import json
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.fake import MemoryTrace
from planner.models import ModelError
from planner.models.cache import ReplyCache
from planner.models.errors import KeyRefusedError, UnreachableError
from planner.models.langchain_chat import LangChainBackend
from planner.models.remote import RemoteModel
from planner.models.spec import connect, model_from_spec
from planner.models.traced import traced
from planner.say import continuations
from tests.planner.conftest import QUICK
from tests.planner.serving import Fault, Handler, Json, dripping, malformed, serving, sometimes, status
from tests.planner.test_model_costs import everything_of
from tests.planner.test_servers import TEXTS, answer_json, answer_letters

PREFIX = "Task: bring me something\n1."
BEST = "pick up the red apple"


@pytest.fixture
def langchain(waits: list[float]) -> Iterator[Callable[[str], RemoteModel]]:
    """Connects as ``--model langchain:openai:chatty --base-url URL`` does."""
    opened: list[LangChainBackend] = []

    def connect_to(url: str) -> RemoteModel:
        opened.append(LangChainBackend("openai", "chatty", url))
        return connect(opened[-1], QUICK, sleep=waits.append)

    yield connect_to
    for backend in opened:
        backend.close()


def letters(path: str, request: Json) -> Json:
    return {"choices": [{**answer_letters(request), "index": 0}], "usage": USAGE}


def words(path: str, request: Json) -> Json:
    answer = answer_json(request)
    answer["message"]["content"] = answer["message"]["content"].removeprefix("Sure: ")
    return {"choices": [{**answer, "index": 0}], "usage": USAGE}


USAGE = {"prompt_tokens": 40, "completion_tokens": 2, "total_tokens": 42}


@pytest.mark.parametrize(("respond", "scorer"), [(letters, "letters"), (words, "ranks")])
def test_it_chooses_what_the_chat_model_likes(
    langchain: Callable[[str], RemoteModel], respond: Callable[[str, Json], Json], scorer: str
) -> None:
    with serving(respond) as server:
        model = langchain(server.url)
        model.take_spent()
        scores = model.score(PREFIX, continuations(TEXTS))
        spent = model.take_spent()
    assert model.probe.scorer == scorer and model.probe.findings[0].detail == "it only chats"
    assert TEXTS[int(scores.argmax())] == BEST
    assert spent.prompt_tokens == 40 * spent.calls > 0 and not spent.estimated
    assert model.name == f"langchain:openai:chatty at {server.url} ({scorer})"


def test_it_goes_on_with_a_text(langchain: Callable[[str], RemoteModel]) -> None:
    with serving(words) as server:
        model = langchain(server.url)
        server.respond = lambda path, request: {
            "choices": [{"index": 0, "message": {"role": "assistant", "content": " go"}}],
            "usage": USAGE,
        }
        assert model.generate(PREFIX, 5) == " go"
        assert server.seen[-1][1]["max_completion_tokens"] == 5


PASSING: dict[str, Callable[[Handler], None]] = {
    "429": status(429),
    "500": status(500),
    "dropped": lambda handler: handler.drop(),
    "malformed": malformed(),
}


@pytest.mark.parametrize("trouble", PASSING)
def test_trouble_that_passes_changes_nothing(
    langchain: Callable[[str], RemoteModel], waits: list[float], trouble: str
) -> None:
    with serving(letters) as server:
        model = langchain(server.url)
        server.faults.append(sometimes(PASSING[trouble], 2))
        assert TEXTS[int(model.score(PREFIX, continuations(TEXTS)).argmax())] == BEST
    assert len(waits) == 2


def test_trouble_that_stays_is_told(langchain: Callable[[str], RemoteModel]) -> None:
    fault: Fault = sometimes(status(500), -1)
    with serving(letters) as server:
        model = langchain(server.url)
        server.faults.append(fault)
        with pytest.raises(UnreachableError, match=r"langchain:openai:chatty at .* did not answer in 4 tries"):
            model.score(PREFIX, continuations(TEXTS))
        server.faults[:] = [sometimes(status(401), -1)]
        with pytest.raises(KeyRefusedError):
            model.score(PREFIX, continuations(TEXTS[:3]))


def test_a_slow_model_is_not_waited_for_for_ever(waits: list[float]) -> None:
    from dataclasses import replace

    with serving(letters, sometimes(dripping(1.0), -1)) as server:
        backend = LangChainBackend("openai", "chatty", server.url)
        with pytest.raises(UnreachableError, match=r"no whole answer within 0\.3 s"):
            connect(backend, replace(QUICK, timeout=0.3, retries=1), sleep=waits.append)
        backend.close()


def test_a_key_does_not_get_out(
    waits: list[float],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    secret, trace = "sk-loopback-0123456789abcdef", MemoryTrace()
    monkeypatch.setenv("OPENAI_API_KEY", secret)
    caplog.set_level("DEBUG")
    with serving(words) as server:
        backend = LangChainBackend("openai", "chatty", server.url)
        model = traced(connect(backend, QUICK, ReplyCache(tmp_path), sleep=waits.append), trace)
        telling = json.dumps({"error": {"message": secret}})
        server.faults.append(sometimes(lambda handler: handler.answer(400, telling, x_key=secret), -1))
        with pytest.raises(ModelError, match=r"\[redacted\]") as caught:
            model.score(PREFIX, continuations(TEXTS))
        backend.close()
    assert any(secret in value for _, _, headers in server.seen for value in headers.values())
    events = [event.model_dump_json() for event in trace.events]
    told = ["".join(traceback.format_exception(caught.value)), everything_of(tmp_path), caplog.text, *events]
    assert not [text for text in (*told, *capfd.readouterr()) if secret in text]
    assert "[redacted]" in everything_of(tmp_path) and "[redacted]" in events[-1]


def test_it_is_had_by_its_name_and_address(doable_home: Path) -> None:
    with serving(words) as server:
        model = model_from_spec("langchain:openai:chatty", doable_home, base_url=server.url)
        assert isinstance(model, RemoteModel) and model.probe.scorer == "ranks"
        model.close()
    assert list((doable_home / "replies").rglob("*.json"))


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        ("langchain:nobody:model", "cannot be used: .*nobody"),
        ("langchain:openai:gpt", "OPENAI_API_KEY"),
        ("langchain:openai", "valid: embedded, hf:NAME_OR_FOLDER, openai:NAME, langchain:PROVIDER:NAME"),
    ],
)
def test_models_that_cannot_be_had_are_named(spec: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match=reason):
        model_from_spec(spec)
