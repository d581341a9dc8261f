"""Against real servers on loopback: right scores where they exist, and whatever is wrong is named."""

import json
import math
import os
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from planner.models import EmbeddedModel, ModelError
from planner.models.budget import Limits
from planner.models.errors import UnreachableError, WrongLogprobsError
from planner.models.openai_server import OpenAIBackend
from planner.say import continuations
from tests.planner.conftest import QUICK, Connect
from tests.planner.serving import (
    Fault,
    Json,
    LoopbackServer,
    TrueModel,
    changed,
    dripping,
    malformed,
    on,
    serving,
    sometimes,
    status,
)

PREFIX = "Task: put the red block in the blue bowl\n1."
CANDIDATES = continuations(
    [
        "pick up the red block",
        "pick up the red block 2",
        "pick up the green block",
        "done",
        "lege die 🧱 in die Schüssel",
    ]
)
Change = Callable[[Json, Json], None]


# -- true servers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch", [1, 3, 16])
def test_echoed_scores_are_those_of_the_exact_scorer(
    server: LoopbackServer, connected: Connect, tiny: EmbeddedModel, batch: int
) -> None:
    model = connected(server.url)
    model.scorer.batch = batch  # type: ignore[union-attr]
    assert model.probe.scorer == "echo" and [f.verdict for f in model.probe.findings] == ["right"]
    np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), tiny.score(PREFIX, CANDIDATES), atol=1e-3)
    assert model.score(PREFIX, []).shape == (0,)


def test_where_tokens_merge_at_the_joint_nothing_is_lost(
    server: LoopbackServer, connected: Connect, tiny: EmbeddedModel
) -> None:
    """A server that joins the last letter of the prefix with the first of a candidate."""
    model = connected(server.url)
    merged = changed(server.respond, _merge_tokens(" p"))
    before = model.score("Say x ", ["pot", "pan"])
    with serving(merged) as joining:
        after = connected(joining.url).score("Say x ", ["pot", "pan"])
    np.testing.assert_allclose(after, before, atol=1e-3)


def _merge_tokens(pair: str) -> Change:
    def change(request: Json, response: Json) -> None:
        for choice in response["choices"]:
            logs = choice["logprobs"]
            i = 1
            while i < len(logs["tokens"]):
                if logs["tokens"][i - 1] + logs["tokens"][i] == pair:
                    logs["tokens"][i - 1 : i + 1] = [pair]
                    logs["token_logprobs"][i - 1 : i + 1] = [sum(logs["token_logprobs"][i - 1 : i + 1])]
                    logs["top_logprobs"][i - 1 : i + 1] = [{}]
                    response["usage"]["prompt_tokens"] -= 1
                i += 1

    return change


def test_it_generates_what_the_model_generates(server: LoopbackServer, connected: Connect, tiny: EmbeddedModel) -> None:
    assert connected(server.url).generate(PREFIX, 8) == tiny.generate(PREFIX, 8)


def test_a_server_that_counts_no_tokens_is_still_right(
    truth: TrueModel, connected: Connect, tiny: EmbeddedModel
) -> None:
    with serving(changed(truth, lambda request, response: response.pop("usage"))) as server:
        model = connected(server.url)
        np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), tiny.score(PREFIX, CANDIDATES), atol=1e-3)
    spent = model.take_spent()
    assert spent.estimated and spent.tokens > 100


# -- servers whose log-probabilities cannot be used ------------------------------------------------------------------


def _in_completions(change: Callable[[Json, Json], None]) -> Change:
    def changing(request: Json, response: Json) -> None:
        if "prompt" in request:
            for choice in response["choices"]:
                change(request, choice)

    return changing


@_in_completions
def ignored(request: Json, choice: Json) -> None:
    choice["logprobs"] = None


@_in_completions
def constant(request: Json, choice: Json) -> None:
    choice["logprobs"]["token_logprobs"] = [-1.0] * len(choice["logprobs"]["tokens"])
    choice["logprobs"]["top_logprobs"] = None


@_in_completions
def echo_ignored(request: Json, choice: Json) -> None:
    """As llama.cpp's server does: the generated token alone."""
    choice["logprobs"] = {name: values[-1:] for name, values in choice["logprobs"].items()}


@_in_completions
def shifted(request: Json, choice: Json) -> None:
    """Each token gets the log-probability of the one before."""
    values = choice["logprobs"]["token_logprobs"]
    choice["logprobs"]["token_logprobs"] = [None, -3.0, *values[1:-1]] if len(values) > 1 else values
    choice["logprobs"]["top_logprobs"] = None


@_in_completions
def looking_back(request: Json, choice: Json) -> None:
    """Scores of a model that sees the whole text."""
    values = choice["logprobs"]["token_logprobs"]
    choice["logprobs"]["token_logprobs"] = [None if v is None else v - len(values) / 50 for v in values]
    choice["logprobs"]["top_logprobs"] = None


@_in_completions
def probabilities(request: Json, choice: Json) -> None:
    """Not their logarithms."""
    logs = choice["logprobs"]
    logs["token_logprobs"] = [None if v is None else math.exp(v) for v in logs["token_logprobs"]]


@_in_completions
def unnormalised(request: Json, choice: Json) -> None:
    """Whole distributions that add up to more than 1."""
    logs = choice["logprobs"]
    logs["token_logprobs"] = [None if v is None else v / 4 for v in logs["token_logprobs"]]
    logs["top_logprobs"] = [None if t is None else {k: v / 4 for k, v in t.items()} for t in logs["top_logprobs"]]


@_in_completions
def another_text(request: Json, choice: Json) -> None:
    choice["logprobs"]["tokens"] = [token.replace("e", "a") for token in choice["logprobs"]["tokens"]]


@_in_completions
def gaps(request: Json, choice: Json) -> None:
    choice["logprobs"]["token_logprobs"][len(choice["logprobs"]["tokens"]) // 2] = None


@_in_completions
def another_form(request: Json, choice: Json) -> None:
    choice["logprobs"] = {"content": [{"token": "x", "logprob": -1.0}]}


BAD = [
    (ignored, "missing", "no log-probabilities came"),
    (another_form, "missing", "no log-probabilities came"),
    (constant, "wrong", "all tokens are said to be equally likely"),
    (echo_ignored, "wrong", "echo is ignored: 1 tokens"),
    (shifted, "wrong", "when it was generated and"),
    (looking_back, "wrong", "changes with what follows it"),
    (probabilities, "wrong", "cannot be a log-probability"),
    (unnormalised, "wrong", "add up to"),
    (another_text, "wrong", "do not spell the prompt"),
    (gaps, "wrong", "are missing"),
]


@pytest.mark.parametrize(("change", "verdict", "detail"), BAD, ids=[change.__name__ for change, _, _ in BAD])
def test_wrong_or_missing_log_probabilities_are_named_and_not_used(
    truth: TrueModel, connected: Connect, change: Change, verdict: str, detail: str
) -> None:
    with serving(_with_chat(changed(truth, change), answer_json)) as server:
        model = connected(server.url)
    found = {finding.scorer: finding for finding in model.probe.findings}
    assert model.probe.scorer == "ranks"
    assert found["echo"].verdict == verdict and detail in found["echo"].detail
    assert f"echo: {verdict} (" in str(model.probe)


def test_a_server_without_anything_that_can_be_trusted_is_refused(truth: TrueModel, connected: Connect) -> None:
    with serving(changed(truth, constant)) as server, pytest.raises(ModelError) as caught:
        connected(server.url)
    for part in ("cannot be used", "echo: wrong", "letters: wrong", "ranks: refused", server.url):
        assert part in str(caught.value)


def test_a_server_that_changes_its_ways_later_is_found_out(
    server: LoopbackServer, truth: TrueModel, connected: Connect
) -> None:
    model = connected(server.url)
    server.respond = changed(truth, echo_ignored)
    with pytest.raises(WrongLogprobsError, match="echo is ignored"):
        model.score(PREFIX, CANDIDATES)


# -- chat models -----------------------------------------------------------------------------------------------------


def _with_chat(respond: Callable[[str, Json], Json], chat: Callable[[Json], Json]) -> Callable[[str, Json], Json]:
    def answer(path: str, request: Json) -> Json:
        return {"choices": [chat(request)]} if "messages" in request else respond(path, request)

    return answer


def options_of(request: Json) -> list[str]:
    """The options of a question, in order."""
    user = request["messages"][-1]["content"]
    block = user.split("<options>\n")[1].split("\n</options>")[0]
    return [line.split(" ", 1)[1] for line in block.split("\n")]


def liking(option: str) -> float:
    """What the test's chat model thinks of an option: short words and red things."""
    return 3.0 * ("red" in option) + 2.0 * ("apple" in option) - 0.1 * len(option)


def answer_letters(request: Json, best: int | None = None, scale: float = 1.0) -> Json:
    """A chat model with true probabilities of letters."""
    options = options_of(request)
    logits = np.array([liking(option) for option in options])
    logs = logits - np.log(np.exp(logits).sum() * 1.02)  # the rest goes to other words
    likely = [{"token": "ABCDEFGHIJKLMNOPQRST"[i], "logprob": float(logs[i]) * scale} for i in range(len(options))]
    likely.sort(key=lambda entry: -float(str(entry["logprob"])))
    likely = likely[: request.get("top_logprobs", 0)]
    content = [{**likely[0], "top_logprobs": likely}] if likely else None
    return {"message": {"role": "assistant", "content": "A"}, "logprobs": {"content": content} if content else None}


def answer_json(request: Json) -> Json:
    """A chat model without log-probabilities that ranks in words."""
    options = options_of(request)
    order = sorted(range(len(options)), key=lambda i: -liking(options[i]))
    return {"message": {"role": "assistant", "content": f"Sure: {json.dumps({'best_first': [i + 1 for i in order]})}"}}


def only_chat(chat: Callable[[Json], Json], *faults: Fault) -> LoopbackServer:
    def respond(path: str, request: Json) -> Json:
        return {"choices": [chat(request)]}

    return LoopbackServer(respond, on("/v1/completions", status(404)), *faults)


TEXTS = [
    f"pick up the {colour} {thing}" for colour in ("red", "green", "blue") for thing in ("cup", "box", "apple", "pan")
]


def test_lettered_options_rank_many_candidates(connected: Connect) -> None:
    with serving(
        lambda path, request: {"choices": [answer_letters(request)]}, on("v1/completions", status(404))
    ) as server:
        model = connected(server.url)
        texts = continuations(TEXTS + [f"go to place {n}" for n in range(25)])
        scores = model.score(PREFIX, texts)
    assert model.probe.scorer == "letters" and model.probe.findings[0].verdict == "refused"
    assert texts[int(scores.argmax())].strip() == "pick up the red apple"
    true = np.array([liking(text.strip()) for text in texts])
    np.testing.assert_allclose(scores - scores.max(), true - true.max(), atol=1e-2)
    assert model.score(PREFIX, [" done"]).tolist() == [0.0]


def test_a_server_that_names_five_tokens_at_most_is_asked_for_five(connected: Connect) -> None:
    def too_many(handler) -> bool:  # type: ignore[no-untyped-def]
        if handler.body.get("top_logprobs", 0) <= 5:
            return False
        handler.answer(400, '{"error": {"message": "top_logprobs must be at most 5"}}')
        return True

    with serving(
        lambda path, request: {"choices": [answer_letters(request)]}, on("v1/completions", status(404)), too_many
    ) as server:
        model = connected(server.url)
        scores = model.score(PREFIX, continuations(TEXTS))
    assert model.probe.scorer == "letters"
    assert TEXTS[int(scores.argmax())] == "pick up the red apple"


def _always_a(request: Json) -> Json:
    likely = [{"token": "A", "logprob": -0.01}, {"token": "B", "logprob": -5.0}]
    return {
        "message": {"role": "assistant", "content": "A"},
        "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]},
    }


def _likes_apples(request: Json) -> Json:
    """Right where there is fruit, and the first letter elsewhere."""
    options = options_of(request)
    best = options.index("an apple") if "an apple" in options else 0
    likely = [{"token": "AB"[best], "logprob": -0.01}, {"token": "BA"[best], "logprob": -5.0}]
    return {"message": {"role": "assistant"}, "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]}}


def _certain(request: Json) -> Json:
    """What a server looks like that has no probabilities and makes them up."""
    likely = [{"token": letter, "logprob": 0.0} for letter in "ABCDE"]
    return {
        "message": {"role": "assistant", "content": "A"},
        "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]},
    }


def _equal(request: Json) -> Json:
    likely = [{"token": letter, "logprob": -3.0} for letter in "ABCDE"]
    return {
        "message": {"role": "assistant", "content": "A"},
        "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]},
    }


def _sampled(request: Json) -> Json:
    """Right answers, with log-probabilities as they are at temperature 0."""
    options = options_of(request)
    best = max(range(len(options)), key=lambda i: liking(options[i]))
    likely = [{"token": "AB"[best], "logprob": 0.0}, {"token": "BA"[best], "logprob": -9999.0}]
    return {"message": {"role": "assistant"}, "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]}}


def _blank(request: Json) -> Json:
    likely = [{"token": "\n", "logprob": -0.1}, {"token": " ", "logprob": -3.0}]
    return {"message": {"role": "assistant"}, "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]}}


def _unlikely(request: Json) -> Json:
    likely = [{"token": "A", "logprob": -0.1}, {"token": "B", "logprob": -3.0}]
    return {
        "message": {"role": "assistant", "content": "B"},
        "logprobs": {"content": [{**likely[1], "top_logprobs": likely}]},
    }


def _chatty(request: Json) -> Json:
    likely = [{"token": "Sure", "logprob": -0.1}, {"token": "Well", "logprob": -3.0}]
    return {
        "message": {"role": "assistant", "content": "Sure"},
        "logprobs": {"content": [{**likely[0], "top_logprobs": likely}]},
    }


@pytest.mark.parametrize(
    ("chat", "verdict", "detail"),
    [
        (_always_a, "wrong", "0 of 2 trivial choices"),
        (_likes_apples, "weak", "1 of 2 trivial choices"),
        (_certain, "wrong", "add up to 5.00"),
        (_equal, "wrong", "equally likely"),
        (_sampled, "weak", "as if it were asked after sampling"),
        (_blank, "wrong", "does not answer with the letter"),
        (_unlikely, "wrong", "calls less likely than another"),
        (_chatty, "wrong", "does not answer with the letter"),
    ],
)
def test_letters_that_mean_nothing_are_named(
    connected: Connect, chat: Callable[[Json], Json], verdict: str, detail: str
) -> None:
    def both(request: Json) -> Json:
        return chat(request) if request.get("logprobs") else answer_json(request)

    with serving(lambda path, request: {"choices": [both(request)]}, on("v1/completions", status(404))) as server:
        probe = connected(server.url).probe
    assert probe.scorer == "ranks"
    assert probe.findings[1].verdict == verdict and detail in probe.findings[1].detail


def test_a_weak_model_is_used_if_nothing_is_better_and_called_weak(connected: Connect) -> None:
    def chat(path: str, request: Json) -> Json:
        return {"choices": [_likes_apples(request) if request.get("logprobs") else {"message": {"content": "no"}}]}

    with serving(chat, on("v1/completions", status(404))) as server:
        probe = connected(server.url).probe
    assert (probe.scorer, [finding.verdict for finding in probe.findings]) == (
        "letters",
        ["refused", "weak", "refused"],
    )
    assert "letters: weak (1 of 2 trivial choices were right)" in str(probe)


def test_ranks_go_down_by_half_and_rankings_that_make_no_sense_are_asked_again(connected: Connect) -> None:
    answers = ["no idea", '{"best_first": [7]}', '{"best_first": ["two", "one"]}', '{"best_first": []}', "{"]
    wrong = sometimes(lambda handler: handler.answer(200, _chat_text(answers.pop(0))), 2)

    def chat(request: Json) -> Json:
        return answer_json(request)

    with serving(lambda path, request: {"choices": [chat(request)]}, on("v1/completions", status(404))) as server:
        model = connected(server.url)
        server.faults.append(wrong)
        scores = model.score(PREFIX, continuations(["put it down", "pick up the red cup", "look", "go"]))
        assert np.argsort(-scores).tolist() == [1, 3, 2, 0]
        assert sorted(scores, reverse=True) == pytest.approx([0.0, -math.log(2), -2 * math.log(2), -3 * math.log(2)])
        complaints = [body["messages"][-1]["content"] for _, body, _ in server.seen[-2:]]
        assert all("Your last answer was wrong" in complaint for complaint in complaints)
        server.faults.append(on("chat/completions", lambda handler: handler.answer(200, _chat_text(answers[0]))))
        with pytest.raises(ModelError, match="no ranking even when asked 3 times"):
            model.score(PREFIX, continuations(["a", "b"]))


def _chat_text(text: str) -> str:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]})


def test_many_candidates_are_ranked_in_groups(connected: Connect) -> None:
    with serving(
        lambda path, request: {"choices": [answer_json(request)]}, on("v1/completions", status(404))
    ) as server:
        model = connected(server.url)
        texts = [f"go to place {n}" for n in range(120)] + TEXTS
        scores = model.score(PREFIX, continuations(texts))
    assert texts[int(scores.argmax())] == "pick up the red apple"


def test_a_reasoning_model_gets_the_parameters_that_it_takes(connected: Connect) -> None:
    def picky(handler) -> bool:  # type: ignore[no-untyped-def]
        for wrong, right in (("max_tokens", "max_completion_tokens"), ("temperature", "none")):
            if wrong in handler.body:
                handler.answer(400, json.dumps({"error": {"message": f"Unsupported: {wrong!r}; use {right}"}}))
                return True
        return False

    with serving(
        lambda path, request: {"choices": [answer_json(request)]}, on("v1/completions", status(404)), picky
    ) as server:
        assert connected(server.url).probe.scorer == "ranks"


# -- servers in trouble ----------------------------------------------------------------------------------------------

TROUBLE: dict[str, Callable[[int], Fault]] = {
    "429": lambda n: sometimes(status(429), n),
    "500": lambda n: sometimes(status(500), n),
    "503 in HTML": lambda n: sometimes(status(503, "<html>busy</html>"), n),
    "dropped": lambda n: sometimes(lambda handler: handler.drop(), n),
    "malformed": lambda n: sometimes(malformed(), n),
    "no JSON": lambda n: sometimes(malformed("<html>hello</html>"), n),
    "another form": lambda n: sometimes(malformed('{"choices": [{"logprobs": 3}]}'), n),
    "too few": lambda n: sometimes(malformed('{"choices": []}'), n),
    "not UTF-8": lambda n: sometimes(lambda handler: _raw(handler, b'{"choices": "\xff"}'), n),
}


def _raw(handler, data: bytes) -> None:  # type: ignore[no-untyped-def]
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@pytest.mark.parametrize("trouble", TROUBLE)
def test_trouble_that_passes_changes_nothing(
    server: LoopbackServer, connected: Connect, tiny: EmbeddedModel, waits: list[float], trouble: str
) -> None:
    model = connected(server.url)
    model.take_spent()
    server.faults.append(TROUBLE[trouble](2))
    np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), tiny.score(PREFIX, CANDIDATES), atol=1e-3)
    assert model.take_spent().retries == 2
    assert len(waits) == 2 and 0.005 <= waits[0] <= 0.01 < 2 * waits[1] <= 0.04


@pytest.mark.parametrize("trouble", TROUBLE)
def test_trouble_that_stays_is_told_in_words(
    server: LoopbackServer, connected: Connect, waits: list[float], trouble: str
) -> None:
    model = connected(server.url)
    server.faults.append(TROUBLE[trouble](-1))
    with pytest.raises(UnreachableError, match="did not answer in 4 tries; the last one: ") as caught:
        model.score(PREFIX, CANDIDATES)
    assert server.url in str(caught.value) and len(str(caught.value)) < 700
    assert len(waits) == 3
    server.faults.clear()
    assert model.score(PREFIX, CANDIDATES).shape == (len(CANDIDATES),)


def test_a_server_says_how_long_to_wait_but_not_for_ever(
    server: LoopbackServer, connected: Connect, waits: list[float]
) -> None:
    model = connected(server.url)
    server.faults += [sometimes(status(429, retry_after="7"), 1), sometimes(status(429, retry_after="86400"), 1)]
    server.faults.append(sometimes(status(503, retry_after="tomorrow"), 1))
    model.score(PREFIX, CANDIDATES)
    assert waits[0] == 7.0 and waits[1] == QUICK.longest_wait and waits[2] < 1.0


def test_no_retry_where_none_can_help(server: LoopbackServer, connected: Connect, waits: list[float]) -> None:
    model = connected(server.url)
    server.faults.append(on("completions", status(429, '{"error": {"code": "insufficient_quota", "message": "pay"}}')))
    with pytest.raises(ModelError, match="insufficient_quota"):
        model.score(PREFIX, CANDIDATES)
    server.faults[:] = [on("completions", status(400, '{"error": {"message": "too long"}}'))]
    with pytest.raises(ModelError, match=r"refused the request \(status 400\).*too long"):
        model.score(PREFIX, CANDIDATES)
    assert waits == []


def test_a_slow_server_is_waited_for_so_long_and_no_longer(
    server: LoopbackServer, connected: Connect, tiny: EmbeddedModel
) -> None:
    model = connected(server.url)
    impatient = Limits(timeout=0.3, retries=1, backoff=0.01)

    def patient_from_now_on(_: float) -> None:
        model.client.retry.limits = QUICK

    model.client.retry.limits, model.client.retry.sleep = impatient, patient_from_now_on
    server.faults.append(sometimes(dripping(30.0), 1))
    np.testing.assert_allclose(model.score(PREFIX, CANDIDATES), tiny.score(PREFIX, CANDIDATES), atol=1e-3)
    server.faults[:] = [on("completions", dripping(30.0))]
    model.client.retry.limits, model.client.retry.sleep = impatient, lambda _: None
    begun = time.monotonic()
    with pytest.raises(UnreachableError, match=r"no whole answer within 0\.3 s"):
        model.score(PREFIX, CANDIDATES)
    assert time.monotonic() - begun < 15.0


def test_nobody_there_is_said_at_once(connected: Connect, waits: list[float]) -> None:
    with LoopbackServer(lambda path, request: {}) as closed:
        url = closed.url
    with pytest.raises(UnreachableError, match="no connection"):
        connected(url)
    assert len(waits) == 3, "one request, tried four times: no other way of scoring is tried"


@pytest.mark.parametrize("code", [401, 403])
def test_a_refused_key_is_said_at_once(truth: TrueModel, connected: Connect, code: int) -> None:
    with serving(truth, on("completions", status(code))) as server, pytest.raises(ModelError, match="refuses the key"):
        connected(server.url)
    assert len(server.seen) == 1


def test_openai_itself_needs_a_key() -> None:
    with pytest.raises(ModelError, match="OPENAI_API_KEY, or --base-url"):
        OpenAIBackend("gpt", environment={})
    assert (
        OpenAIBackend("gpt", environment={"OPENAI_API_KEY": "sk-123456"}).name
        == "openai:gpt at https://api.openai.com/v1"
    )


@pytest.mark.slow
def test_the_embedded_model_behind_a_server_scores_as_it_does_here(connected: Connect) -> None:
    cache = os.environ.get("DOABLE_TEST_CACHE")
    model = EmbeddedModel.bundled(Path(cache) if cache else None)
    with serving(TrueModel(model.scorer.model, model.tokenizer)) as server:
        served = connected(server.url, Limits(timeout=120.0))
        assert served.probe.scorer == "echo"
        difference = served.score(PREFIX, CANDIDATES) - model.score(PREFIX, CANDIDATES)
        assert served.generate(PREFIX, 6) == model.generate(PREFIX, 6)
    assert np.abs(difference).max() < 1e-3
