"""The commands that look at traces from outside: export, diff, stats, delete, replay, fork."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from doable import Agent, Settings
from doable.cli import app
from doable.options import RunOptions
from traces import Candidate, Observed, Ranked, RunFinished, RunStarted, StepFinished, StepStarted, TraceStore, Verified

TASK = "put the red block in the blue bowl"


def doable(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def refused(*arguments: str | Path) -> str:
    """Run something that must be refused with one line on stderr and exit code 2; returns the line."""
    result = doable(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return result.stderr


@pytest.fixture
def store(doable_home: Path) -> TraceStore:
    return TraceStore(doable_home / "traces")


@pytest.fixture
def make(store: TraceStore) -> Callable[..., str]:
    def trace(call: str = "pick_up(red block)", status: str = "verified", task: str = "stack it") -> str:
        with store.create(RunStarted(task=task)) as writer:
            span = writer.new_span()
            writer.emit(Observed(span=span))
            writer.emit(Ranked(candidates=(Candidate(call=call, say=0.9, can=0.8, chosen=True),), span=span))
            writer.emit(StepStarted(call=call, span=span))
            writer.emit(StepFinished(call=call, status="done", span=span))
            writer.emit(Verified(call=call, success=True, probability=0.9, span=span))
            writer.emit(RunFinished(status=status, verified=status == "verified", success=True))
        return writer.id

    return trace


@pytest.mark.parametrize(("format", "begins"), [("html", b"<!doctype"), ("mcap", b"\x89MCAP"), ("otlp", b"\n")])
def test_export_writes_every_format(make: Callable[..., str], tmp_path: Path, format: str, begins: bytes) -> None:
    if format != "html":
        pytest.importorskip({"mcap": "mcap", "otlp": "opentelemetry.exporter.otlp.proto.common"}[format])
    result = doable("trace", "export", make(), "--format", format, "--out", tmp_path / "run")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "run").read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.glob(".run*")] == []


def test_only_otlp_is_sent(make: Callable[..., str]) -> None:
    assert "only --format otlp" in refused("trace", "export", make(), "--out", "http://127.0.0.1:1/v1/traces")


def test_diff_says_where_runs_part(make: Callable[..., str]) -> None:
    a, b = make(), make("pick_up(green block)")
    result = doable("trace", "diff", a, b)
    assert result.exit_code == 1 and "they part at decision 1 of A, 1 of B" in result.stdout
    data = json.loads(doable("trace", "diff", a, b, "--json").stdout)
    assert data["diverging"] == {"a": 1, "b": 1} and data["why"].startswith("pick_up(red block)")
    assert doable("trace", "diff", a, a).exit_code == 0


def test_stats_count_what_fits(make: Callable[..., str], tmp_path: Path) -> None:
    make(), make(status="not_achieved", task="clear the table")
    shown = doable("trace", "stats", "--plot", tmp_path / "can.svg").stdout
    assert "2 runs, 2 steps" in shown and (tmp_path / "can.svg").read_text().startswith("<svg")
    for arguments in (["--task", "clear"], ["--status", "not_achieved"]):
        assert json.loads(doable("trace", "stats", "--json", *arguments).stdout)["runs"] == 1
    assert json.loads(doable("trace", "stats", "--json", "--until", "2001-01-01").stdout)["runs"] == 0
    assert "is no date" in refused("trace", "stats", "--since", "yesterday")


def test_delete_needs_a_yes(make: Callable[..., str], store: TraceStore) -> None:
    first, second = make(), make()
    assert "add --yes" in refused("trace", "delete", first)
    assert store.count() == 2
    assert "'nowhere'" in refused("trace", "delete", "nowhere", second, "--yes")
    assert store.count() == 2
    assert f"deleted {first}" in doable("trace", "delete", first, "--yes").stdout
    assert [summary.id for summary in store.list()] == [second]


def test_a_replay_is_compared(fake_loading: Callable[..., None], make: Callable[..., str]) -> None:
    fake_loading()
    doable("run", TASK, "--planner", "saycan", "--quiet")
    result = doable("trace", "replay", "latest", "--quiet")
    assert result.exit_code == 0, result.output
    assert "the same decisions" in result.stdout
    data = json.loads(doable("trace", "replay", "latest", "--json", "--quiet").stdout)
    assert data["same"] is True and data["same_state"] is True


def test_a_run_is_shown_again(make: Callable[..., str]) -> None:
    result = doable("trace", "replay", make(), "--show", "--speed", "0")
    assert result.exit_code == 0 and "Decision 1" in result.stdout


def test_a_fork_says_what_is_different(fake_loading: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    fake_loading()

    def restored(settings: Settings, options: RunOptions, saved: Path) -> Agent:
        return Agent.load(settings, options)

    monkeypatch.setattr(Agent, "restored", restored)
    doable("run", TASK, "--planner", "saycan", "--quiet")
    assert "say what the fork does differently" in refused("trace", "fork", "latest", "--at", "1")
    assert "no decision 7" in refused("trace", "fork", "latest", "--at", "7", "--planner", "goal")
    result = doable("trace", "fork", "latest", "--at", "1", "--choose", "pick_up(green block)")
    assert "pick_up(green block)" in result.stdout and "compare with: doable trace diff 20" in result.stdout
    assert "forked from" in doable("trace", "show", "latest").stdout
