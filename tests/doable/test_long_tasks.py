"""The scene with fixtures, end to end: what search and scripted skills can do, and one run with the language model."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doable.cli import app
from doable.evaluated import EvaluatedAgents
from doable.settings import load_settings
from evaluation.suites import load_suite
from evaluation.tasks import evaluate_tasks
from traces import StepFinished, TraceStore, Verified

pytestmark = pytest.mark.slow

SUITE = load_suite("tabletop10")


@pytest.mark.parametrize("id", [task.id for task in SUITE.tasks])
def test_each_long_task_can_be_done(tmp_path: Path, id: str) -> None:
    settings = load_settings(tmp_path)
    suite = SUITE.model_copy(update={"tasks": tuple(task for task in SUITE.tasks if task.id == id)})
    report = evaluate_tasks(suite, EvaluatedAgents(settings), seeds=1, mode="ceiling")
    assert (report.successes, report.verified, report.verified_wrongly) == (1, 1, 0), report.results
    events = TraceStore(settings.traces).open("latest").events
    assert sum(isinstance(event, StepFinished) for event in events) >= 4
    assert {event.judge for event in events if isinstance(event, Verified)} == {"simulator"}


def test_a_drawer_is_opened_by_command(tmp_path: Path) -> None:
    where = ("--scene", "tabletop10", "--seed", "1", "--oracle", "--oracle-skills", "--data-dir", str(tmp_path))
    result = CliRunner().invoke(app, ["run", "open the drawer", *where, "--json", "--quiet", "--no-video"])
    assert result.exit_code == 0, result.output
    data = json.loads(result.stdout)
    assert (data["status"], data["success"], data["steps"]) == ("verified", True, 1)
