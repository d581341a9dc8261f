"""What a served model costs, what is kept of its answers, and that no key is ever told."""

import json
import traceback
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.fake import MemoryTrace
from planner.models import EmbeddedModel, ModelError, ScriptedModel, model_from_spec
from planner.models.budget import Limits
from planner.models.cache import CacheMode, ReplyCache
from planner.models.errors import BudgetSpentError, ReplayMissError
from planner.models.remote import RemoteModel
from planner.models.secrets import BLOT, Redactor, check_base_url
from planner.models.traced import traced
from planner.models.wire import ChatRequest, CompletionRequest, address
from planner.say import continuations
from tests.planner.conftest import Connect
from tests.planner.serving import Handler, Json, LoopbackServer, TrueModel, malformed, on, serving, sometimes, status

PREFIX = "Task: put the red block in the blue bowl\n1."
CANDIDATES = continuations(["pick up the red block", "pick up the green block", "done"])
SECRET = "sk-loopback-0123456789abcdef"
ENVIRONMENT = {"OPENAI_API_KEY": SECRET, "PATH": "/usr/bin", "DOABLE_MODEL_TOKENS": "20000000"}


# -- budgets ---------------------------------------------------------------------------------------------------------


def test_no_call_is_sent_beyond_the_budget(server: LoopbackServer, connected: Connect) -> None:
    model = connected(server.url, Limits(calls=6, backoff=0.01))
    sent = len(server.seen)
    with pytest.raises(BudgetSpentError, match=r"budget of 6 calls is spent; DOABLE_MODEL_CALLS grants more"):
        for number in range(10):
            model.generate(f"{number}", 1)
    assert len(server.seen) == 6 and sent < 6


def test_retries_count_as_calls(server: LoopbackServer, connected: Connect) -> None:
    model = connected(server.url, Limits(calls=7, retries=9, backoff=0.01))
    server.faults.append(on("completions", status(500)))
    with pytest.raises(BudgetSpentError):
        model.generate(PREFIX, 1)
    assert len(server.seen) == 7


def test_no_request_is_begun_when_the_tokens_are_spent(server: LoopbackServer, connected: Connect) -> None:
    model = connected(server.url, Limits(tokens=1_000))
    with pytest.raises(BudgetSpentError, match=r"1000 tokens is spent .* DOABLE_MODEL_TOKENS"):
        for number in range(100):
            model.score(PREFIX, [f" {number}"])
    assert 1_000 <= model.client.meter.total.tokens < 1_300


def test_tokens_are_the_servers_count(server: LoopbackServer, connected: Connect) -> None:
    model = connected(server.url)
    model.take_spent()
    model.generate("abc", 5)
    spent = model.take_spent()
    assert (spent.calls, spent.prompt_tokens, spent.completion_tokens, spent.estimated) == (1, 3, 5, False)
    assert model.take_spent().calls == 0


# -- the cache -------------------------------------------------------------------------------------------------------


def test_the_same_question_is_asked_once(server: LoopbackServer, connected: Connect, tmp_path: Path) -> None:
    first = connected(server.url, cache=ReplyCache(tmp_path)).score(PREFIX, CANDIDATES)
    again = connected(server.url, cache=ReplyCache(tmp_path))
    again.take_spent()
    asked = len(server.seen)
    np.testing.assert_array_equal(again.score(PREFIX, CANDIDATES), first)
    assert len(server.seen) == asked
    spent = again.take_spent()
    assert (spent.calls, spent.cached, len(spent.replies)) == (0, 1, 1)
    assert (tmp_path / spent.replies[0][:2] / f"{spent.replies[0]}.json").is_file()


def test_the_probe_always_asks_the_server(server: LoopbackServer, connected: Connect, tmp_path: Path) -> None:
    connected(server.url, cache=ReplyCache(tmp_path))
    asked = len(server.seen)
    connected(server.url, cache=ReplyCache(tmp_path))
    assert len(server.seen) == 2 * asked > 0


def test_a_run_is_replayed_without_a_server(truth: TrueModel, connected: Connect, tmp_path: Path) -> None:
    with serving(truth) as server:
        model = connected(server.url, cache=ReplyCache(tmp_path))
        scores, text = model.score(PREFIX, CANDIDATES), model.generate(PREFIX, 4)
    replayed = connected(server.url, cache=ReplyCache(tmp_path, "replay"))
    np.testing.assert_array_equal(replayed.score(PREFIX, CANDIDATES), scores)
    assert replayed.generate(PREFIX, 4) == text
    assert replayed.client.meter.total.calls == 0
    with pytest.raises(ReplayMissError, match=r"no answer is kept in .*red block.*DOABLE_MODEL_CACHE=use"):
        replayed.score(PREFIX.replace("blue", "green"), CANDIDATES)


def _json_only(path: str, request: Json) -> Json:
    if path.endswith("chat/completions") and "response_format" not in request and "logprobs" not in request:
        return {"choices": [{"message": {"content": '{"best_first": [2, 1]}'}}]}
    raise ConnectionError


def test_what_a_server_refused_is_replayed_too(connected: Connect, tmp_path: Path) -> None:
    """No completions, no schemas, no log-probabilities: the replay finds the same way of asking."""

    def refusing(handler: Handler) -> bool:
        plain = handler.path.endswith("chat/completions") and not {"logprobs", "response_format"} & set(handler.body)
        if not plain:
            handler.answer(400, '{"error": {"message": "not here"}}')
        return not plain

    with serving(_json_only, refusing) as server:
        model = connected(server.url, cache=ReplyCache(tmp_path))
        scores = model.score(PREFIX, CANDIDATES)
    assert model.probe.scorer == "ranks"
    replayed = connected(server.url, cache=ReplyCache(tmp_path, "replay"))
    assert replayed.probe.findings == model.probe.findings
    np.testing.assert_array_equal(replayed.score(PREFIX, CANDIDATES), scores)


@pytest.mark.parametrize("damage", ["", "{", '{"model": {}, "request": {}, "reply": {"choices": 3}}'])
def test_a_damaged_answer_is_asked_again(
    server: LoopbackServer, connected: Connect, tmp_path: Path, damage: str
) -> None:
    model = connected(server.url, cache=ReplyCache(tmp_path))
    scores = model.score(PREFIX, CANDIDATES)
    for file in tmp_path.rglob("*.json"):
        file.write_text(damage)
    np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), scores, atol=1e-3)


def test_a_cache_that_is_off_keeps_nothing(server: LoopbackServer, connected: Connect, tmp_path: Path) -> None:
    folder = tmp_path / "replies"
    connected(server.url, cache=ReplyCache(folder, "off")).score(PREFIX, CANDIDATES)
    assert not folder.exists()


def test_a_cache_that_cannot_be_written_is_named(server: LoopbackServer, connected: Connect, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match="cannot be written"):
        connected(server.url, cache=ReplyCache(tmp_path / "file"))


def test_unknown_modes_name_the_valid_ones(tmp_path: Path) -> None:
    mode: CacheMode = "always"  # type: ignore[assignment]
    with pytest.raises(ModelError, match="valid: use, replay, off"):
        ReplyCache(tmp_path, mode)


@given(st.text(max_size=20), st.text(max_size=20))
def test_addresses_differ_when_questions_do(first: str, second: str) -> None:
    def of(text: str) -> str:
        return address({"model": "m"}, CompletionRequest(prompts=(text,)))

    assert (of(first) == of(second)) == (first == second)
    assert of(first) != address({"model": "n"}, CompletionRequest(prompts=(first,)))
    assert of(first) != address({"model": "m"}, ChatRequest(system="", user=first, max_tokens=1))


# -- keys ------------------------------------------------------------------------------------------------------------


def telling(handler: Handler) -> None:
    """A server that gives the key back wherever it can."""
    key = handler.headers["authorization"].removeprefix("Bearer ")
    handler.answer(400, json.dumps({"error": {"message": f"wrong key {key}", "code": key}}), x_key=key)


def everything_of(folder: Path) -> str:
    return "\n".join(file.read_text(errors="replace") for file in folder.rglob("*") if file.is_file())


FAULTS: dict[str, Callable[[Handler], None]] = {
    "400": telling,
    "401": lambda h: h.answer(401, json.dumps({"error": {"message": h.headers["authorization"]}})),
    "500": lambda h: h.answer(500, json.dumps({"error": {"message": h.headers["authorization"]}})),
    "malformed": lambda h: malformed(h.headers["authorization"])(h),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_key_that_a_server_tells_does_not_get_out(
    truth: TrueModel,
    connected: Connect,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    fault: str,
) -> None:
    caplog.set_level("DEBUG")
    trace = MemoryTrace()
    with serving(truth) as server:
        model = traced(connected(server.url, cache=ReplyCache(tmp_path), environment=ENVIRONMENT), trace)
        server.faults.append(on("completions", FAULTS[fault]))
        with pytest.raises(ModelError) as caught:
            model.score(PREFIX, CANDIDATES)
    assert any(headers["authorization"] == f"Bearer {SECRET}" for _, _, headers in map(_lower, server.seen))
    told = [
        "".join(traceback.format_exception(caught.value)),
        repr(caught.value.__context__),
        everything_of(tmp_path),
        caplog.text,
        *capfd.readouterr(),
        *(event.model_dump_json() for event in trace.events),
    ]
    assert not [text for text in told if SECRET in text]
    assert trace.events[-1].error == str(caught.value)


def _lower(seen: tuple[str, Json, dict[str, str]]) -> tuple[str, Json, dict[str, str]]:
    return seen[0], seen[1], {name.lower(): value for name, value in seen[2].items()}


def test_a_key_in_an_answer_is_blotted_out(truth: TrueModel, connected: Connect, tmp_path: Path) -> None:
    def answer(handler: Handler) -> None:
        handler.answer(200, json.dumps({"choices": [{"text": f"my key is {SECRET}"}]}))

    with serving(truth) as server:
        model = connected(server.url, cache=ReplyCache(tmp_path), environment=ENVIRONMENT)
        server.faults.append(sometimes(answer, 1))
        assert model.generate(PREFIX, 8) == f"my key is {BLOT}"
    assert SECRET not in everything_of(tmp_path)


def test_only_what_is_named_like_a_key_is_a_secret() -> None:
    redact = Redactor(
        {**ENVIRONMENT, "HF_TOKEN": "hf_abcdefgh", "SOME_KEY": "none", "TOKENIZERS_PARALLELISM": "falsehood"}
    )
    assert redact(f"{SECRET} hf_abcdefgh none falsehood 20000000 /usr/bin") == (
        f"{BLOT} {BLOT} none falsehood 20000000 /usr/bin"
    )


@pytest.mark.parametrize(
    "url", ["", "127.0.0.1:80", "ftp://x", "http://", "http://user:pw@host/v1", "http://host/v1?key=abc", "http://[::1"]
)
def test_addresses_that_cannot_be_or_hold_a_key_are_refused_without_being_told(url: str) -> None:
    with pytest.raises(ModelError, match="--base-url must") as caught:
        check_base_url(url)
    assert "pw" not in str(caught.value) and "abc" not in str(caught.value)


def test_an_address_is_an_address() -> None:
    assert check_base_url(" http://127.0.0.1:8000/v1/ ") == "http://127.0.0.1:8000/v1"


# -- the trace -------------------------------------------------------------------------------------------------------


def test_the_trace_tells_what_was_found_and_what_it_cost(server: LoopbackServer, connected: Connect) -> None:
    trace = MemoryTrace()
    model = traced(connected(server.url), trace)
    server.faults.append(sometimes(status(500), 1))
    model.score(PREFIX, CANDIDATES)
    model.generate(PREFIX, 3)
    probed, probe, score, generate = trace.events
    assert (probed.kind, probed.scorer, probed.findings[0].verdict) == ("model_probed", "echo", "right")
    assert [event.purpose for event in (probe, score, generate)] == ["probe", "score", "generate"]
    assert (probe.calls, score.calls, score.retries, generate.calls) == (4, 2, 1, 1)
    assert generate.completion_tokens == 3 and score.prompt_tokens > 100 and score.seconds > 0
    assert model.name == f"openai:tiny at {server.url} (echo)"


def test_a_failed_question_is_in_the_trace(server: LoopbackServer, connected: Connect) -> None:
    trace = MemoryTrace()
    model = traced(connected(server.url), trace)
    server.faults.append(on("completions", status(500)))
    with pytest.raises(ModelError):
        model.generate(PREFIX, 3)
    failed = trace.events[-1]
    assert failed.calls == 4 and failed.retries == 3 and "did not answer in 4 tries" in failed.error


def test_a_model_in_this_process_stays_as_it_is(tiny: EmbeddedModel) -> None:
    trace = MemoryTrace()
    assert traced(tiny, trace) is tiny
    assert [(event.kind, event.scorer) for event in trace.events] == [("model_probed", "exact")]
    scripted = ScriptedModel(["done"])
    assert traced(scripted, trace) is scripted and len(trace.events) == 1


# -- by name ---------------------------------------------------------------------------------------------------------


def test_a_server_by_its_name_and_address(server: LoopbackServer, tiny: EmbeddedModel, doable_home: Path) -> None:
    model = model_from_spec("openai:tiny", doable_home, base_url=server.url)
    assert isinstance(model, RemoteModel)
    np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), tiny.score(PREFIX, CANDIDATES), atol=1e-3)
    assert list((doable_home / "replies").rglob("*.json"))
    model.close()


@pytest.mark.parametrize("spec", ["embedded", "hf:name"])
def test_an_address_is_only_for_servers(spec: str) -> None:
    with pytest.raises(ModelError, match="--base-url is for openai:NAME and langchain"):
        model_from_spec(spec, base_url="http://127.0.0.1:1/v1")


def test_a_folder_of_transformers(tiny: EmbeddedModel, tmp_path: Path) -> None:
    tiny.scorer.model.save_pretrained(tmp_path)
    tiny.tokenizer.save_pretrained(tmp_path)
    model = model_from_spec(f"hf:{tmp_path}")
    np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), tiny.score(PREFIX, CANDIDATES), atol=1e-4)
    assert model.name.startswith(f"{tmp_path} (fp32")
