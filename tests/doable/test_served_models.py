"""Whole runs with a language model that a server on loopback serves: traced, replayed, and never lost."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from doable.agent import Agent
from doable.assembly import load_model
from doable.cli import app
from doable.errors import is_bad_input
from doable.options import RunOptions
from doable.settings import Settings, load_settings
from planner.goals.fake import ScriptedReading
from planner.goals.target import Refusal
from planner.models.budget import Limits
from planner.models.cache import ReplyCache
from planner.models.errors import BudgetSpentError
from planner.models.openai_server import OpenAIBackend
from planner.models.remote import RemoteModel
from planner.models.spec import connect
from tests.doable.conftest import PLAN, AgentMaker
from tests.planner.serving import Handler, Json, LoopbackServer, malformed, on, serving, status

TASK = "put the red block in the blue bowl"
SECRET = "sk-loopback-0123456789abcdef"


def planning(path: str, request: Json) -> Json:
    """A chat model that ranks the plan's next command first, and knows no log-probabilities."""
    user: str = request["messages"][-1]["content"]
    text, options = (
        user.split("<text>\n")[1].split("\n</text>")[0],
        user.split("<options>\n")[1].split("\n</options>")[0],
    )
    names = [line.split(" ", 1)[1] for line in options.split("\n")]
    step = int(text.rsplit("\n", 1)[-1].rstrip(".")) - 1 if TASK in text else 0
    liked = {"an apple", "pick up the red cup", PLAN[step]}
    order = sorted(range(len(names)), key=lambda i: (names[i] not in liked, i))
    answer = json.dumps({"best_first": [i + 1 for i in order]})
    return {"choices": [{"message": {"role": "assistant", "content": answer}}], "usage": {"prompt_tokens": 90}}


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with serving(planning, on("v1/completions", status(404))) as running:
        yield running


@pytest.fixture
def served(make_agent: AgentMaker, tmp_path: Path) -> Iterator[Callable[..., Agent]]:
    """An agent whose language model is served at an address."""
    with ExitStack() as opened:

        def make(url: str, replay: bool = False) -> Agent:
            backend = OpenAIBackend("planner", url, {"OPENAI_API_KEY": SECRET})
            opened.callback(backend.close)
            cache = ReplyCache(tmp_path / "replies", "replay" if replay else "use")
            model = connect(backend, Limits(retries=2), cache, {"OPENAI_API_KEY": SECRET}, lambda seconds: None)
            agent = make_agent(options=RunOptions(model="openai:planner", base_url=url))
            agent.parts = replace(agent.parts, model=model)
            return agent

        yield make


def kinds(agent: Agent, trace: str) -> list[str]:
    return [event.kind for event in agent.store.open(trace).events]


def test_a_served_model_plans_and_the_trace_tells_what_it_cost(
    server: LoopbackServer, served: Callable[..., Agent]
) -> None:
    agent = served(server.url)
    result = agent.run(TASK)
    assert (result.status, result.success, result.steps) == ("verified", True, 2)
    events = agent.store.open(result.trace).events
    assert [event.kind for event in events[:3]] == ["run_started", "model_probed", "model_used"]
    probed = events[1]
    assert probed.scorer == "ranks" and [f.verdict for f in probed.findings] == ["refused", "missing", "right"]
    used = [event for event in events if event.kind == "model_used"]
    assert [event.purpose for event in used] == ["probe", "score", "score", "score"]
    assert all(event.prompt_tokens == 90 * event.calls > 0 and event.replies for event in used[1:])
    assert events[0].model == f"openai:planner at {server.url} (ranks)"
    assert events[0].options["base_url"] == server.url


def test_what_reading_costs_is_written_down(server: LoopbackServer, served: Callable[..., Agent]) -> None:
    agent = served(server.url)

    class Asking:
        """Asks the model, and refuses whatever it says."""

        def read(self, *arguments: Any, **named: Any) -> ScriptedReading:
            agent.parts.model.score("Is that possible?", [" yes", " no"])
            return ScriptedReading(Refusal("no"))

    agent.parts = replace(agent.parts, reader=Asking())
    result = agent.run(TASK)
    used = [event for event in agent.store.open(result.trace).events if event.kind == "model_used"]
    assert (result.status, [event.purpose for event in used]) == ("refused", ["probe", "read"])
    assert used[1].calls > 0


def test_a_run_is_replayed_without_a_network(server: LoopbackServer, served: Callable[..., Agent]) -> None:
    first = served(server.url)
    steps = [event.call for event in first.store.open(first.run(TASK).trace).events if event.kind == "step_started"]
    server.faults.insert(0, on("", status(500)))
    replayed = served(server.url, replay=True)
    result = replayed.run(TASK)
    events = replayed.store.open(result.trace).events
    assert [event.call for event in events if event.kind == "step_started"] == steps
    assert sum(event.calls for event in events if event.kind == "model_used") == 0


DEATHS: dict[str, Callable[[Handler], None]] = {
    "500": status(500, json.dumps({"error": {"message": SECRET}})),
    "429": status(429, json.dumps({"error": {"message": SECRET}}), retry_after="1"),
    "dropped": lambda handler: handler.drop(),
    "malformed": malformed(f'{{"choices": ["{SECRET}'),
}


@pytest.mark.parametrize("death", DEATHS)
def test_a_server_that_dies_ends_the_run_in_words_and_the_run_goes_on_later(
    server: LoopbackServer, served: Callable[..., Agent], monkeypatch: pytest.MonkeyPatch, death: str
) -> None:
    agent = served(server.url)

    def dies_after_a_step(event: Any) -> None:
        if event.kind == "step_finished":
            server.faults.insert(0, on("", DEATHS[death]))

    def load(settings: Settings, options: RunOptions | None = None) -> Agent:
        agent.run = lambda task, listener, ask: Agent.run(agent, task, dies_after_a_step)  # type: ignore[method-assign]
        return agent

    monkeypatch.setattr(Agent, "load", load)
    answer = CliRunner().invoke(app, ["run", TASK])
    assert answer.exit_code == 2
    assert "did not answer in 3 tries" in answer.stderr and SECRET not in answer.output
    (summary,) = agent.store.list()
    assert summary.status == "failed" and summary.steps == 1
    used, failed = agent.store.open(summary.id).events[-2:]
    assert (used.kind, failed.kind, failed.error) == ("model_used", "failed", "UnreachableError")
    assert "did not answer" in used.error and used.retries == 2
    assert SECRET not in "".join(event.model_dump_json() for event in agent.store.open(summary.id).events)
    server.faults.pop(0)
    result = agent.resume(summary.id)
    assert (result.status, result.steps) == ("verified", 2)


def test_a_spent_budget_ends_the_run_in_words_and_the_run_goes_on_later(
    server: LoopbackServer, served: Callable[..., Agent]
) -> None:
    agent = served(server.url)
    model = agent.parts.model
    assert isinstance(model, RemoteModel)
    model.client.meter.limits = Limits(calls=model.client.meter.total.calls + 1)
    with pytest.raises(BudgetSpentError, match="DOABLE_MODEL_CALLS grants more"):
        agent.run(TASK)
    (summary,) = agent.store.list()
    assert (summary.status, summary.steps) == ("failed", 1)
    used, failed = agent.store.open(summary.id).events[-2:]
    assert "is spent" in used.error and (failed.kind, failed.error) == ("failed", "BudgetSpentError")
    model.client.meter.limits = Limits()
    assert agent.resume(summary.id).status == "verified"


def test_the_terminal_shows_what_the_probe_found(
    server: LoopbackServer, served: Callable[..., Agent], monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = served(server.url)
    monkeypatch.setattr(Agent, "load", lambda settings, options=None: agent)
    live = " ".join(CliRunner().invoke(app, ["run", TASK]).stdout.split())
    told = " ".join(CliRunner().invoke(app, ["trace", "show", "latest"]).stdout.split())
    for shown in (live, told):
        assert "scores by ranks: echo refused" in shown and "ranks right" in shown
    assert "score: 1 calls; 90 tokens in, 0 out" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--model", "openai:x", "--base-url", "http://me:hunter2@host/v1"], "--base-url must hold no user"),
        (["--base-url", "nonsense"], "--base-url must be the address of a server"),
    ],
)
def test_wrong_addresses_are_bad_input(arguments: list[str], said: str) -> None:
    answer = CliRunner().invoke(app, ["run", TASK, *arguments])
    assert answer.exit_code == 2 and said in answer.stderr and "hunter2" not in answer.output


def test_settings_bound_what_a_served_model_may_cost(server: LoopbackServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TIMEOUT": "7", "RETRIES": "1", "CALLS": "50", "TOKENS": "900", "CACHE": "off"}.items():
        monkeypatch.setenv(f"DOABLE_MODEL_{name}", value)
    monkeypatch.setenv("DOABLE_BASE_URL", server.url)
    settings = load_settings(model="openai:planner")
    model = load_model(settings, settings.model, settings.base_url)
    assert isinstance(model, RemoteModel)
    assert model.client.retry.limits == Limits(timeout=7.0, retries=1, calls=50, tokens=900)
    assert model.client.cache.mode == "off"
    model.close()


def test_a_server_that_is_not_there_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOABLE_MODEL_RETRIES", "0")
    with LoopbackServer(planning) as closed:
        url = closed.url
    with pytest.raises(ValueError, match=r"did not answer in one try; the last one: no connection") as caught:
        load_model(load_settings(), "openai:planner", url)
    assert is_bad_input(caught.value)
