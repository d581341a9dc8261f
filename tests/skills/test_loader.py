"""Domain files, a person's skill file, and plugins: what is read, and how mistakes are named."""

import os
import re
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from grounding import Fact, Scene, SceneObject
from skills import LibraryError, Skill, SkillLibrary, load_domain, load_skills_file, plugins
from skills.loader import skills_in

DOMAIN = """
name: shop
places: [shelf, Till]
predicates: ["at(object, place)", "robot at(place)", "holding(object)"]
history: {held: holding}
categories:
  apple: [item]
skills:
  - name: carry
    template: carry the {object} to the {place}
    parameters: {object: item, place: place}
    preconditions: ["at(object, ?from)", [not, "holding(*)"]]
    effects: ["not at(object, *)", "at(object, place)"]
  - name: done
    parameters:
"""
SKILLS = """
from skills import Skill

SPEED = 3
push = Skill(name="push", template="push the {object}", parameters={"object": "movable"})
again = push
_hidden = Skill(name="hidden", template="hide")


def skill(policy=None):
    return Skill(name="pull", template="pull", policy=policy)
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_domain_file_is_a_library_without_policies(tmp_path: Path) -> None:
    library = load_domain(write(tmp_path, "shop.yaml", DOMAIN))
    scene = Scene((SceneObject("apple 1", "apple"),), frozenset({Fact("at", ("apple 1", "shelf"))}))
    calls = library.calls(scene)
    assert [call.text for call in calls] == ["carry the apple 1 to the shelf", "carry the apple 1 to the till", "done"]
    assert library.predict(calls[1], scene.facts) == {Fact("at", ("apple 1", "till"))}
    assert all(skill.policy is None for skill in library)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "holding(*)",
            "holdin(*)",
            "skill 'carry': unknown predicate 'holdin'; did you mean 'holding'? (predicates: at(",
        ),
        ("template: carry", "tempalte: carry", "unknown key 'skills.0.tempalte'; did you mean 'template'? (keys: name"),
        ("places:", "place:", "unknown key 'place'; did you mean 'places'? (keys: name, skills"),
        ("the {place}", "the place", "must name each parameter once, as {object}, {place}"),
        ("name: done", "name: Carry", "more than one skill is called 'carry'; rename one"),
        (
            "object: item",
            "object: itme",
            "unknown type 'itme' of parameter 'object'; did you mean 'item'? (types: apple",
        ),
        ("held: holding", "held: hodling", "history: unknown predicate 'hodling'; did you mean 'holding'?"),
        ("holding(object)", "holding object", "predicates: not an atom: 'holding object'"),
        ("name: shop\n", "", "name: Field required"),
        ("[shelf, Till]", "{shelf: 1}", "places: Input should be a valid list"),
        ("name: shop", "name: [shop", "not valid YAML"),
        ('at(object, place)"]\n  -', 'at(object, ?to)"]\n  -', "has '?to'; preconditions bind ?from"),
    ],
)
def test_a_wrong_domain_file_says_what_is_wrong_and_where(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in DOMAIN
    with pytest.raises(LibraryError, match=re.escape(message)) as caught:
        load_domain(write(tmp_path, "shop.yaml", DOMAIN.replace(old, new, 1)))
    assert str(caught.value).startswith("shop.yaml: ")


@pytest.mark.parametrize("text", ["", "- a list\n", "3"])
def test_a_file_that_is_no_domain_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(LibraryError, match=r"shop\.yaml: the file: Input should be"):
        load_domain(write(tmp_path, "shop.yaml", text))


def test_a_missing_domain_file_lists_those_that_are_there(tmp_path: Path) -> None:
    write(tmp_path, "kitchen.yaml", DOMAIN)
    with pytest.raises(
        LibraryError, match=r"kichen\.yaml: cannot be read: .* \(domain files beside it: kitchen\.yaml\)"
    ):
        load_domain(tmp_path / "kichen.yaml")


def test_a_skills_file_gives_every_skill_at_its_top_level(tmp_path: Path) -> None:
    policy = object()
    found = load_skills_file(write(tmp_path, "mine.py", SKILLS), policy)  # type: ignore[arg-type]
    assert [skill.name for skill in found] == ["push", "pull"]
    assert found[1].policy is policy


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\n\ny = unknown_name\n", r"mine\.py: line 3: NameError: name 'unknown_name'"),
        ("x = = 1\n", r"mine\.py: line 1: SyntaxError"),
        ("x = 1\n", r"mine\.py: no skill found; define `push = Skill\("),
        ("from skills import Skill\nSkill(name='a', template='{b}')\n", r"mine\.py: skill 'a': the template"),
    ],
)
def test_a_broken_skills_file_says_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LibraryError, match=message):
        load_skills_file(write(tmp_path, "mine.py", text))


def test_a_missing_skills_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"no skill file '.*mine\.py'"):
        load_skills_file(tmp_path / "mine.py")


def points(**values: str) -> list[EntryPoint]:
    return [EntryPoint(name, value, "doable.skills") for name, value in values.items()]


def test_a_broken_plugin_is_recorded_and_the_others_load() -> None:
    library = SkillLibrary("empty", (), categories={"block": ("movable", "support"), "bowl": ("container",)})
    given = points(
        put_in="skills.builtin.put_in:skill",
        broken="no_such_package.skills:push",
        empty="math:pi",
        whole_file="skills.builtin.pick_up",
        again="skills.builtin.put_in:skill",
    )
    found = plugins(library, points=given)
    assert [skill.name for skill in found.library] == ["put_in", "pick_up"]
    assert [problem.name for problem in found.problems] == ["broken", "empty", "put_in"]
    assert str(found.problems[0]).startswith(
        "plugin 'broken' (no_such_package.skills:push) was left out: ModuleNotFound"
    )
    assert "more than one skill is called 'put_in'" in found.problems[2].error


def test_a_plugin_that_nobody_carries_out_is_left_out_of_a_library_to_run() -> None:
    given = points(nobody="skills.builtin.done:skill", policy="skills.builtin.put_on:skill")
    library = SkillLibrary("empty", (), categories={"block": ("movable", "support")})
    assert len(plugins(library, points=given).library) == 2
    found = plugins(library, object(), points=given)  # type: ignore[arg-type]
    assert [skill.name for skill in found.library] == ["put_on"]
    assert "no policy for done" in found.problems[0].error


def test_a_skill_is_a_source_of_itself() -> None:
    skill = Skill(name="wait", template="wait")
    assert skills_in(skill) == [skill]


SCRIPT = """
import sys

from skills import load_domain

print(len(load_domain(sys.argv[1])))
"""


def test_a_bare_script_ends_without_a_word(tmp_path: Path) -> None:
    """The interpreter's end is a part of it: extension modules have been known to crash there."""
    (tmp_path / "script.py").write_text(SCRIPT)
    (tmp_path / "shop.yaml").write_text(DOMAIN)
    done = subprocess.run(
        [sys.executable, "script.py", "shop.yaml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")
