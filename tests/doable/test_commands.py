"""Commands that need no robot: traces, skills, help, and what wrong input is answered with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from doable.cli import app
from doable.library import load_library, say_once
from traces import FORMAT_VERSION, Candidate, Ranked, RunFinished, RunStarted, StepStarted, TraceStore

ROOT = Path(__file__).parents[2]

DOMAIN = """
name: demo
predicates: [holding(object), hand empty()]
categories: {block: [object]}
skills:
  - {name: pick_up, template: "pick up the {object}", parameters: {object: object}, effects: ["holding(object)"]}
"""


def doable(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def refused(*arguments: str | Path) -> str:
    """Run something that must be refused with one line on stderr and exit code 2; returns the line."""
    result = doable(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("doable: ") and result.stderr.count("\n") == 1, result.stderr
    return result.stderr


@pytest.fixture
def store(doable_home: Path) -> TraceStore:
    return TraceStore(doable_home / "traces")


@pytest.fixture
def trace(store: TraceStore) -> str:
    with store.create(RunStarted(task="stack it", scene="tabletop", robot="panda", seed=4)) as writer:
        writer.emit(Ranked(candidates=(Candidate(call="pick_up(red block)", say=0.9, can=0.8, chosen=True),)))
        writer.emit(StepStarted(call="pick_up(red block)", text="pick up the red block"))
        writer.emit(RunFinished(status="verified", verified=True, success=True, steps=1))
    return writer.id


def test_help_names_every_command() -> None:
    shown = doable("--help").stdout
    for command in ("run", "resume", "scene", "doctor", "trace", "skills", "eval"):
        assert command in shown


def test_list_shows_the_newest_traces(trace: str) -> None:
    assert trace in doable("trace", "list").stdout
    listed = json.loads(doable("trace", "list", "--json").stdout)
    assert [(entry["id"], entry["status"], entry["success"]) for entry in listed] == [(trace, "verified", True)]


def test_list_of_nothing_is_no_error() -> None:
    result = doable("trace", "list")
    assert result.exit_code == 0 and "no traces" in result.stdout


def test_long_lists_say_how_to_go_on(store: TraceStore) -> None:
    for _ in range(3):
        store.create(RunStarted(task="x")).close()
    assert "2 of 3; go on with --offset 2" in doable("trace", "list", "--limit", "2").stdout


def test_show_prints_the_decision(trace: str) -> None:
    shown = doable("trace", "show", trace).stdout
    assert "pick up the red block" in shown and "0.90" in shown and "verified" in shown


def test_another_data_directory_has_other_traces(trace: str, tmp_path: Path) -> None:
    assert "no traces" in doable("trace", "list", "--data-dir", tmp_path / "other").stdout


def test_export_writes_json(trace: str, tmp_path: Path) -> None:
    out = tmp_path / "trace.json"
    assert doable("trace", "export", trace, "--format", "json", "--out", out).exit_code == 0
    data = json.loads(out.read_text())
    assert (data["trace"], data["format_version"], len(data["events"])) == (trace, FORMAT_VERSION, 4)


def test_export_to_nowhere_is_refused(trace: str, tmp_path: Path) -> None:
    assert "cannot write" in refused("trace", "export", trace, "--out", tmp_path / "no" / "trace.json")


def test_an_unknown_trace_is_refused_with_those_that_exist(trace: str) -> None:
    message = refused("trace", "show", "1999")
    assert "'1999'" in message and trace in message


def test_an_unreadable_trace_is_refused(store: TraceStore) -> None:
    store.directory.mkdir(parents=True)
    store.path.write_bytes(b"these are not traces" * 500)
    assert "damaged" in refused("trace", "show", "latest")


def test_skills_are_listed_with_their_commands() -> None:
    assert "put the {object} in the {container}" in doable("skills", "list").stdout
    listed = json.loads(doable("skills", "list", "--json").stdout)
    assert {"pick_up", "put_in", "put_on", "done"} <= {skill["name"] for skill in listed["skills"]}


@pytest.fixture
def two_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two installed packages: one offers a skill, the other cannot be imported."""
    (tmp_path / "waver.py").write_text('from skills import Skill\nwave = Skill("wave", "wave")\n')
    for name, value in (("waver", "waver:wave"), ("torn", "torn_package:skill")):
        information = tmp_path / f"{name}-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (information / "entry_points.txt").write_text(f"[doable.skills]\n{name} = {value}\n")
    monkeypatch.syspath_prepend(tmp_path)
    say_once.cache_clear()


@pytest.mark.usefixtures("two_packages")
def test_skills_of_installed_packages_are_listed_and_broken_ones_named() -> None:
    result = doable("skills", "list")
    assert result.exit_code == 0
    assert "wave" in result.stdout and "left out: torn" in result.stdout
    assert result.stderr.startswith("doable: plugin 'torn' (torn_package:skill) was left out: ModuleNotFoundError")
    assert result.stderr.count("\n") == 1
    listed = json.loads(doable("skills", "list", "--json").stdout)
    assert "wave" in {skill["name"] for skill in listed["skills"]}
    assert [problem["name"] for problem in listed["left_out"]] == ["torn"]


@pytest.mark.usefixtures("two_packages")
def test_a_broken_package_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert "wave" in load_library()
    load_library()
    assert capsys.readouterr().err.count("plugin 'torn'") == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('holding(object)"]', 'hodling(object)"]', "did you mean 'holding'"),
        ("skills:", "extra: 1\nskills:", "unknown key 'extra'"),
        ("skills:", "skills:\n  - {name: pick_up, parameters: {object: object}, template: 'take {object}'}", "pick_up"),
        ("parameters: {object: object}", "parameters: {object: blok}", "did you mean 'block'"),
    ],
)
def test_a_wrong_library_is_refused_with_what_is_valid(tmp_path: Path, old: str, new: str, expected: str) -> None:
    path = tmp_path / "demo.yaml"
    path.write_text(DOMAIN)
    assert doable("skills", "list", "--library", path).exit_code == 0
    path.write_text(DOMAIN.replace(old, new))
    message = refused("skills", "list", "--library", path)
    assert "demo.yaml" in message and expected in message


def test_a_wrong_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOABLE_THREADS", "0")
    assert "threads" in refused("trace", "list")


def test_unknown_commands_and_options_exit_with_2() -> None:
    assert doable("fly").exit_code == 2
    assert doable("trace", "list", "--colour").exit_code == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["skills", "list"]),
        (0, ["trace", "list"]),
        (0, ["plan", "--help"]),
        (2, ["plan", "anything"]),
        (2, ["eval", "planning", "--planner", "magic"]),
    ],
)
def test_a_process_ends_with_the_code_of_its_command(code: int, arguments: list[str]) -> None:
    """The interpreter's end is a part of it: what extension modules do there must change nothing."""
    command = [sys.executable, "-m", "doable.cli", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == code, done.stderr
