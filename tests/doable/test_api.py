"""The public API, and the ways in which skills are loaded."""

from pathlib import Path

import pytest

import doable
from doable import RunOptions, load_library
from doable.errors import BadInputError
from skills import LibraryError
from traces import RunStarted


def test_a_wrong_name_lists_the_right_ones() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'Agnet'.*Agent"):
        _ = doable.Agnet  # type: ignore[attr-defined]


def test_dir_shows_the_public_names() -> None:
    assert dir(doable) == sorted(doable.__all__)


def test_built_in_skills_come_without_a_source() -> None:
    assert {"pick_up", "put_in", "put_on", "done"} <= {skill.name for skill in load_library()}


def test_a_python_file_adds_to_the_built_in_skills(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text('from skills import Skill\npush = Skill("push", "push the {object}", {"object": "block"})\n')
    names = {skill.name for skill in load_library(path)}
    assert {"push", "pick_up"} <= names


def test_a_python_file_may_not_take_a_built_in_name(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text('from skills import Skill\nmine = Skill("pick_up", "take the {object}", {"object": "block"})\n')
    with pytest.raises(LibraryError, match="pick_up"):
        load_library(path)


def test_options_survive_a_trace() -> None:
    options = RunOptions(seed=7, objects=("red block", "blue bowl"), can=False, max_steps=3)
    started = RunStarted(task="x", scene="tabletop", robot="panda", seed=7, options=options.for_trace())
    assert RunOptions.of_trace(RunStarted.model_validate_json(started.model_dump_json())) == options


def test_options_that_cannot_be_are_a_clear_error() -> None:
    started = RunStarted(task="x", trace="abc", scene="tabletop", robot="panda", seed=7, options={"max_steps": -1})
    with pytest.raises(BadInputError, match="trace abc: max_steps"):
        RunOptions.of_trace(started)
