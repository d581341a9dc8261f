"""Teachings of other people's: their files, and what installed packages offer."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from simulation import starter
from simulation.lessons import TEACHINGS
from simulation.plugins import installed_teachings, load_teaching_file, load_teachings
from skills import LibraryError, load_skills_file

STARTER = Path(starter.__file__)


def write(folder: Path, text: str, name: str = "mine.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_teaches_besides_the_built_in_skills(tmp_path: Path) -> None:
    path = write(tmp_path, STARTER.read_text(encoding="utf-8"))
    assert list(load_teachings([path])) == [*TEACHINGS, "set_down"]
    assert load_teachings() == TEACHINGS


def test_the_same_file_is_a_skill_file_for_planners(tmp_path: Path) -> None:
    path = write(tmp_path, STARTER.read_text(encoding="utf-8"))
    (teaching,), (skill,) = load_teaching_file(path), load_skills_file(path)
    assert skill == teaching.skill and skill.policy is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\n", r"mine\.py: it teaches nothing; define `TEACHING = Teaching\("),
        ("x = 1\ny = z\n", r"mine\.py: line 2: NameError"),
        ("from simulation.lessons import TEACHINGS\nT = TEACHINGS['press']\n", r"mine\.py: there is a skill 'press'"),
        ("from simulation.lessons import TEACHINGS\n_T = TEACHINGS['press']\n", r"mine\.py: it teaches nothing"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LibraryError, match=message):
        load_teachings([write(tmp_path, text)])


def test_a_file_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skills.loader.LOADING", 0.2)
    with pytest.raises(LibraryError, match=r"mine\.py: it is not loaded after 0\.2 s; look for a loop"):
        load_teaching_file(write(tmp_path, "while True:\n    pass\n"))


def test_a_broken_package_is_recorded_and_the_others_teach() -> None:
    given = [
        EntryPoint("good", "simulation.starter:TEACHING", "doable.skills"),
        EntryPoint("broken", "no_such_package:TEACHING", "doable.teachings"),
        EntryPoint("skill_alone", "skills.builtin.done:skill", "doable.skills"),
        EntryPoint("twice", "simulation.starter", "doable.teachings"),
    ]
    found = installed_teachings(given)
    assert list(found.teachings) == ["set_down"]
    assert [problem.name for problem in found.problems] == ["broken", "twice"]
    assert "there is a skill 'set_down' already" in found.problems[1].error
