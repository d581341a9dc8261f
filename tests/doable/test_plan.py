"""`doable plan`, on a scripted reader."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import doable.planning
from doable.cli import app
from planner.goals.fake import ScriptedReader, ScriptedReading
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.models.errors import UnreachableError
from skills.conditions import parse_condition

DOMAIN = """
name: shed
places: [shed, lawn]
predicates: ["at(thing, place)", "robot at(place)", "holding(thing)", "hand empty()"]
categories: {rake: [tool], saw: [tool]}
skills:
  - {name: go_to, template: "go to the {place}", parameters: {place: place},
     effects: ["not robot at(*)", "robot at(place)"]}
  - {name: take, template: "take the {thing}", parameters: {thing: tool},
     preconditions: ["at(thing, ?place)", "robot at(?place)", "hand empty()"],
     effects: ["holding(thing)", "not at(thing, *)", "not hand empty()"]}
  - {name: drop, template: "drop the {thing}", parameters: {thing: tool},
     preconditions: ["holding(thing)", "robot at(?place)"],
     effects: ["at(thing, ?place)", "hand empty()", "not holding(thing)"]}
"""
WORLD = {"objects": {"rake 1": "rake", "saw 1": "saw"}, "facts": ["at(rake 1, shed)", "robot at(lawn)", "hand empty()"]}
RAKE = Target((parse_condition("at(rake 1, lawn)"),))
SCRIPT: dict[Any, Any] = {
    "rake to the lawn": RAKE,
    "tool to the lawn": Question("Which tool?", ("rake 1", "saw 1")),
    ("tool to the lawn", "the rake"): RAKE,
    "a tool": Question("What with it?"),
    ("a tool", "to the lawn"): Question("Which tool?"),
    ("a tool", "to the lawn", "the rake"): RAKE,
    "saw the cat": Refusal("the cat would be hurt"),
}
READER = ScriptedReader(SCRIPT)
STEPS = ["go to the shed", "take the rake 1", "go to the lawn", "drop the rake 1"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A domain, facts and a suite; the reader is scripted."""
    monkeypatch.setattr(doable.planning, "load_reader", lambda settings, adapter=True: READER)
    (tmp_path / "domains").mkdir()
    (tmp_path / "domains" / "shed.yaml").write_text(DOMAIN)
    (tmp_path / "facts.json").write_text(json.dumps(WORLD))
    tasks = [
        {"id": str(n), "domain": "shed", "instruction": task, "world": WORLD, "goal": ["at(rake 1, lawn)"], **more}
        for n, (task, more) in enumerate(
            [
                ("rake to the lawn", {}),
                ("tool to the lawn", {"expect": "ask", "answer": "the rake"}),
                ("tool to the lawn", {"expect": "ask"}),
                ("saw the cat", {"expect": "refuse"}),
            ]
        )
    ]
    (tmp_path / "suite.jsonl").write_text("\n".join(map(json.dumps, tasks)))
    return tmp_path


def invoke(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["plan", *map(str, arguments)])


def here(folder: Path) -> tuple[object, ...]:
    return "--domain", folder / "domains" / "shed.yaml", "--facts", folder / "facts.json"


def test_steps_are_printed(folder: Path) -> None:
    result = invoke("rake to the lawn", *here(folder))
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [f"{n}. {step}" for n, step in enumerate(STEPS, start=1)]


def test_explain_tells_the_goal_and_the_alternatives(folder: Path) -> None:
    result = invoke("rake to the lawn", *here(folder), "--explain")
    assert "goal: rake 1 at lawn" in result.stdout
    assert "   not take the rake 1: needs" in result.stdout


def test_json_is_one_object(folder: Path) -> None:
    found = json.loads(invoke("rake to the lawn", *here(folder), "--json", "--explain").stdout)
    assert (found["status"], [step["text"] for step in found["steps"]]) == ("done", STEPS)
    assert found["seconds"] >= 0
    assert found["explanation"]


@pytest.mark.parametrize(("more", "code", "status"), [((), 1, "asked"), (("--answer", "the rake"), 0, "done")])
def test_a_question_is_asked(folder: Path, more: tuple[str, ...], code: int, status: str) -> None:
    result = invoke("tool to the lawn", *here(folder), "--json", *more)
    found = json.loads(result.stdout)
    assert (result.exit_code, found["status"], found["question"]) == (code, status, "Which tool?")


def test_a_second_answer_is_for_the_second_question(folder: Path) -> None:
    result = invoke("a tool", *here(folder), "--json", "--answer", "to the lawn", "--answer", "the rake")
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (0, "done")


def test_earlier_requests_reach_the_reader(folder: Path) -> None:
    assert invoke("rake to the lawn", *here(folder), "--earlier", "mow the lawn (failed)").exit_code == 0
    assert READER.heard[-1] == ("mow the lawn (failed)",)


def test_a_refusal_has_a_reason(folder: Path) -> None:
    result = invoke("saw the cat", *here(folder))
    assert (result.exit_code, result.stdout.strip()) == (1, "refused: the cat would be hurt")


def test_a_suite_is_answered_line_by_line(folder: Path) -> None:
    out = folder / "plans.jsonl"
    result = invoke("--suite", folder / "suite.jsonl", "--out", out)
    assert result.exit_code == 0, result.output
    answers = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(a["id"], a["status"]) for a in answers] == [("0", "done"), ("1", "done"), ("2", "asked"), ("3", "refused")]
    assert [bool(a["question"]) for a in answers] == [False, True, True, False]
    assert set(answers[0]) == {"id", "status", "steps", "question", "reason", "seconds"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing to plan"),
        (("rake to the lawn",), "give either --facts FILE or --scene NAME"),
        (("rake to the lawn", "--facts", "nowhere.yaml"), "cannot read the facts"),
        (("", "--facts", "nowhere.yaml"), "is empty"),
        (("rake to the lawn", "--planner", "magic"), "unknown planner 'magic' (planners: goal, saycan, generate)"),
        (("--suite", "nowhere.jsonl"), "needs --out"),
        (("--suite", "nowhere.jsonl", "--out", "x.jsonl"), "no planning suite 'nowhere.jsonl'"),
        (("rake", "--suite", "nowhere.jsonl", "--out", "x.jsonl"), "leave TASK, --facts and --scene out"),
    ],
)
def test_bad_input_is_explained(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("objects: {mower: mower}", "no category 'mower' (categories: rake, saw)"),
        ("facts: [at the shed]", "facts.yaml: not an atom: 'at the shed'"),
        ("things: {}", "things: Extra inputs are not permitted (keys: objects, facts)"),
        ("- 1", "(keys: objects, facts)"),
        ("a: [", "neither YAML nor JSON"),
        (
            'objects: {"rake (old), red": rake}',
            "facts.yaml: 'rake (old), red' cannot name a thing; names have 1 to 200",
        ),
        ('objects: {"rake \\e[31m": rake}', "'rake \\x1b[31m' cannot name a thing"),
        ("objects: {Rake: rake, rake: rake}", "'Rake' and 'rake' are the same name"),
    ],
)
def test_wrong_facts_are_explained(folder: Path, text: str, message: str) -> None:
    (folder / "facts.yaml").write_text(text)
    result = invoke("rake to the lawn", *here(folder)[:2], "--facts", folder / "facts.yaml")
    assert result.exit_code == 2
    assert message in result.stderr


class Dying(ScriptedReader):
    """A reader whose model is served by a server that goes away."""

    def read(self, instruction: str, world: PlanningWorld, *said: Any, **more: Any) -> ScriptedReading:
        if instruction != "rake to the lawn":
            raise UnreachableError("openai:x at http://127.0.0.1:1/v1 did not answer in 5 tries")
        return super().read(instruction, world, *said, **more)


def test_a_server_that_dies_is_named_and_no_answer_of_a_suite_is_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doable.planning, "load_reader", lambda settings, adapter=True: Dying(SCRIPT))
    alone = invoke("tool to the lawn", *here(folder))
    assert (alone.exit_code, alone.stderr.count("did not answer in 5 tries")) == (2, 1)
    out = folder / "plans.jsonl"
    assert invoke("--suite", folder / "suite.jsonl", "--out", out).exit_code == 0
    answers = [json.loads(line) for line in out.read_text().splitlines()]
    assert [answer["status"] for answer in answers] == ["done", "gave_up", "gave_up", "gave_up"]
    assert all("did not answer in 5 tries" in answer["reason"] for answer in answers[1:])


def test_a_suite_with_a_name_that_cannot_be_is_refused(folder: Path) -> None:
    world = {"objects": {"rake (old)": "rake"}, "facts": []}
    task = {"id": "0", "domain": "shed", "instruction": "rake to the lawn", "world": world, "goal": []}
    (folder / "suite.jsonl").write_text(json.dumps(task))
    result = invoke("--suite", folder / "suite.jsonl", "--out", folder / "plans.jsonl")
    assert result.exit_code == 2
    assert "suite.jsonl:1: 'rake (old)' cannot name a thing; names have" in result.stderr


def test_a_simulated_scene_can_be_planned_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Target((parse_condition("in(red block, blue bowl)"),))
    reader = ScriptedReader({"red in blue": wanted})
    monkeypatch.setattr(doable.planning, "load_reader", lambda settings, adapter=True: reader)
    scene = ("--scene", "tabletop", "--objects", "red block, blue bowl", "--oracle")
    result = invoke("red in blue", *scene)
    assert result.stdout.splitlines() == ["1. pick up the red block", "2. put the red block in the blue bowl"], (
        result.output
    )
