"""Commands that look at scenes and measure parts: their JSON, their pictures, and what they refuse."""

import inspect
import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from doable.cli import app
from doable.commands import evaluate
from evaluation import affordances
from grounding import Observation, Scene, SceneObject


class OneBlock:
    """A grounder that sees a red block in everything."""

    def __init__(self, folder: Path | None = None) -> None: ...

    def ground(self, observation: Observation) -> Scene:
        return Scene((SceneObject("red block", "block", {"colour": "red"}, (0.5, 0.0, 0.02), 0.75),))


@pytest.fixture
def one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grounding.detector.LearnedGrounder.load", OneBlock)


def doable(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.usefixtures("one_block")
def test_scene_puts_truth_beside_what_is_seen() -> None:
    result = doable("scene", "--objects", "red block, blue bowl", "--seed", "3", "--json")
    data = json.loads(result.stdout)
    assert {thing["id"] for thing in data["truth"]["objects"]} == {"red block", "blue bowl"}
    assert "hand empty()" in data["truth"]["facts"]
    (seen,) = data["seen"]["objects"]
    assert (seen["id"], seen["category"], seen["attributes"]) == ("red block", "block", {"colour": "red"})
    assert (seen["position"], seen["confidence"]) == ([0.5, 0.0, 0.02], 0.75)


@pytest.mark.usefixtures("one_block")
def test_the_same_seed_shows_the_same_scene() -> None:
    first, again, other = (doable("scene", "--seed", seed, "--json").stdout for seed in ("4", "4", "5"))
    assert first == again != other


@pytest.mark.usefixtures("one_block")
def test_the_table_says_what_was_not_seen() -> None:
    shown = doable("scene", "--objects", "blue bowl").stdout
    assert "not seen" in shown and "not there" in shown


@pytest.mark.usefixtures("one_block")
def test_a_picture_of_the_scene_is_a_png(tmp_path: Path) -> None:
    assert doable("scene", "--image", str(tmp_path / "scene.png")).exit_code == 0
    with Image.open(tmp_path / "scene.png") as image:
        assert (image.format, image.size) == ("PNG", (320, 240))
        assert len(image.getcolors(320 * 240)) > 100


@pytest.mark.usefixtures("one_block")
def test_a_picture_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    result = doable("scene", "--image", str(tmp_path / "no" / "scene.png"))
    assert result.exit_code == 2 and "cannot write" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["skills", "evaluate", "fly"], ["'fly'", "pick_up"]),
        (["skills", "evaluate", "pick_up", "--variant", "blind"], ["'blind'", "wordings"]),
        (["skills", "evaluate", "press", "--variant", "displaced"], ["'displaced'", "wordings"]),
        (["skills", "evaluate", "press", "--scene", "moon"], ["'moon'", "tabletop10"]),
        (["skills", "evaluate"], ["name a skill", "--all"]),
        (["skills", "evaluate", "press", "--all"], ["name a skill", "--all"]),
        (["eval", "affordances", "--scene", "moon"], ["'moon'", "tabletop10"]),
        (["eval", "tasks", "--suite", "olympics"], ["olympics", "smoke"]),
        (["eval", "tasks", "--no-say", "--no-can"], ["nothing to rank by"]),
        (["scene", "--scene", "moon"], ["'moon'", "tabletop"]),
    ],
)
def test_what_cannot_be_measured_is_refused_with_what_can(arguments: list[str], expected: list[str]) -> None:
    result = doable(*arguments, "--quiet") if arguments[0] != "scene" else doable(*arguments)
    assert result.exit_code == 2, result.output
    assert all(part in result.stderr for part in expected), result.stderr


@pytest.mark.slow
def test_an_evaluation_of_a_skill_prints_a_wilson_interval() -> None:
    result = doable("skills", "evaluate", "pick_up", "--oracle", "--episodes", "2", "--json", "--quiet")
    data = json.loads(result.stdout)
    assert {"skill", "robot", "episodes", "successes", "rate", "interval", "wrong_object", "seconds"} <= set(data)
    assert (data["skill"], data["robot"], data["episodes"]) == ("pick_up", "panda", 2)
    low, high = data["interval"]
    assert 0 <= low <= data["rate"] <= high <= 1


def test_the_command_line_measures_where_the_cards_do() -> None:
    """The figures of weights cards and those of `doable eval affordances` are about the same situations."""
    assert inspect.signature(evaluate.affordances).parameters["seed"].default == affordances.FIRST_SEED
