"""The commands on the way to a new skill: what they write, what they refuse, and what every run has afterwards."""

import json
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import torch

from doable.commands.skills_add import put_in
from doable.commands.skills_new import starter
from doable.library import load_library
from doable.taught import find_taught, skills_folder, taught_files
from skills.own import Asking, OwnHeader
from tests.doable.test_commands import doable, refused
from weights import Card, save

CARD = Card("A test.", "", "", 0, 0.0, {}, "")


@pytest.fixture
def nudge(tmp_path: Path) -> Path:
    """A skill file as it is written."""
    assert doable("skills", "new", "nudge", "--into", tmp_path / "mine").exit_code == 0
    return tmp_path / "mine" / "nudge.py"


def give_weights(file: Path) -> None:
    """As a training leaves them, but for the numbers."""
    header = OwnHeader(file.stem, Asking(("nudge the {object}",)), "abc").hyperparameters
    for name in ("vla", "value", "detector"):
        save(name, {"x": torch.zeros(1)}, CARD, hyperparameters=header, folder=file.parent / file.stem)


def test_new_writes_a_file_that_works(nudge: Path) -> None:
    taught = find_taught(str(nudge))
    assert (taught.name, taught.file, taught.own) == ("nudge", nudge, nudge.parent / "nudge")
    assert taught.teaching.skill.template == "nudge the {object}"
    assert len(set(taught.teaching.lesson.wordings)) == 6
    assert all("nudge" in wording for wording in taught.teaching.lesson.wordings)


def test_new_under_its_own_name_is_the_starter_as_it_is() -> None:
    assert 'name="set_down"' in starter("set_down")
    assert "set_down" not in starter("nudge").replace("simulation", "")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Nudge", "write words of small letters"),
        ("my nudge", "write words of small letters"),
        ("press", "is built in"),
        ("done", "is built in"),
    ],
)
def test_new_refuses_names_that_cannot_be(tmp_path: Path, name: str, message: str) -> None:
    assert message in refused("skills", "new", name, "--into", tmp_path)


def test_new_never_overwrites(nudge: Path) -> None:
    assert "is there already" in refused("skills", "new", "nudge", "--into", nudge.parent)


def test_check_says_what_it_found(nudge: Path) -> None:
    shown = doable("skills", "check", nudge, "--starts", 1)
    assert shown.exit_code == 0, shown.output
    assert "ok     demonstrator: it did it in 1 of 1 situations" in shown.stdout
    told = json.loads(doable("skills", "check", nudge, "--starts", 1, "--json").stdout)
    assert told["passed"] and told["successes"] == 1


def test_check_says_what_to_do_and_ends_with_2(nudge: Path) -> None:
    nudge.write_text(nudge.read_text().replace('preconditions=("holding(object)",)', 'preconditions=("held(object)",)'))
    shown = doable("skills", "check", nudge)
    assert shown.exit_code == 2
    assert "WRONG  contract: skill 'nudge': unknown predicate 'held'" in shown.stdout
    assert "what to do: use a type and a predicate of the library" in shown.stdout
    told = json.loads(doable("skills", "check", nudge, "--json").stdout)
    assert not told["passed"] and told["findings"][-1]["todo"]


def test_a_skill_that_is_not_fit_is_not_collected_for(nudge: Path) -> None:
    nudge.write_text(nudge.read_text().replace("truth[arguments", "truth[argument"))
    message = refused("skills", "collect", nudge, "--episodes", "5", "--quiet")
    assert "nudge is not fit to be learned: expert (nudge.py line" in message and "NameError" in message
    assert not (nudge.parent / "nudge").exists()


def test_names_and_files_are_found_or_refused(nudge: Path, tmp_path: Path) -> None:
    assert find_taught("press").file is None
    assert "is built in; this is for skills of your own" in refused("skills", "collect", "press")
    assert "did you mean 'press'" in refused("skills", "check", "pres")
    assert "no skill file" in refused("skills", "check", tmp_path / "no.py")
    assert "teaches no 'push'" in refused("skills", "check", f"{nudge}:push")
    nudge.write_text(nudge.read_text() + "\nfrom simulation.lessons import TEACHINGS\nOTHER = TEACHINGS['press']\n")
    assert f"nudge.py teaches nudge, press; say which: {nudge}:" in refused("skills", "check", nudge)
    assert find_taught(f"{nudge}:press").name == "press"


def test_add_wants_weights(nudge: Path) -> None:
    message = refused("skills", "add", nudge)
    assert "nudge has no weights that can be used: no vla, value, detector in" in message
    assert "doable skills train" in message
    give_weights(nudge)
    (nudge.parent / "nudge" / "value.safetensors").write_bytes(b"damaged")
    assert "nudge has no weights that can be used: value: " in refused("skills", "add", nudge)


def test_an_added_skill_is_in_the_library_until_it_is_removed(nudge: Path, doable_home: Path) -> None:
    give_weights(nudge)
    assert "added nudge" in doable("skills", "add", nudge).stdout
    assert "nudge" in load_library()
    assert find_taught("nudge").file == doable_home / "skills" / "nudge.py"
    assert taught_files() == (doable_home / "skills" / "nudge.py",)
    kept = {file.name for file in (doable_home / "skills" / "nudge").iterdir()}
    assert kept == {f"{w}.{s}" for w in ("vla", "value", "detector") for s in ("safetensors", "md")} | {"manifest.json"}
    nudge.write_text(nudge.read_text().replace("timeout=12.0", "timeout=9.0"))
    put_in(find_taught(str(nudge)), skills_folder())
    assert load_library()["nudge"].timeout == 9.0
    assert "removed nudge" in doable("skills", "remove", "nudge").stdout
    assert "nudge" not in load_library() and not list((doable_home / "skills").iterdir())
    assert nudge.exists() and (nudge.parent / "nudge").exists(), "the person's own file stays"
    assert "no skill 'nudge' was added (added: none)" in refused("skills", "remove", "nudge")


def test_a_broken_added_skill_is_named_and_the_others_work(nudge: Path, doable_home: Path) -> None:
    give_weights(nudge)
    put_in(find_taught(str(nudge)), skills_folder())
    (doable_home / "skills" / "broken.py").write_text("x = y\n")
    problems: list[str] = []
    library = load_library(on_problem=lambda problem: problems.append(str(problem)))
    assert "nudge" in library and "pick_up" in library
    assert len(problems) == 1 and "'broken'" in problems[0] and "NameError" in problems[0]


class Policy:
    """Carries nothing out."""

    def start(self, command: str):  # type: ignore[no-untyped-def]
        raise NotImplementedError


def test_an_added_skill_that_nobody_carries_out_is_left_out_of_runs(nudge: Path) -> None:
    give_weights(nudge)
    put_in(find_taught(str(nudge)), skills_folder())
    problems: list[str] = []
    library = load_library(policy=Policy(), on_problem=lambda problem: problems.append(str(problem)))
    assert "nudge" not in library and "no weights for nudge" in problems[0]


def test_a_file_comes_before_the_added_skill_of_its_name(nudge: Path) -> None:
    give_weights(nudge)
    put_in(find_taught(str(nudge)), skills_folder())
    nudge.write_text(nudge.read_text().replace("timeout=12.0", "timeout=7.0"))
    assert load_library(nudge)["nudge"].timeout == 7.0


def test_a_package_teaches_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "examples" / "doable_unstack")
    point = EntryPoint("unstack", "doable_unstack:TEACHING", "doable.skills")
    monkeypatch.setattr("skills.loader.offered", lambda: [point])
    monkeypatch.setattr("simulation.plugins.offered", lambda: [point])
    taught = find_taught("unstack")
    assert taught.file is not None and taught.file.name == "doable_unstack.py"
    assert load_library()["unstack"] == taught.teaching.skill


def test_evaluate_knows_what_a_skill_of_ones_own_can_be_tried_on(nudge: Path) -> None:
    message = refused("skills", "evaluate", nudge, "--oracle", "--variant", "wild", "--quiet")
    assert "unknown variant 'wild' of nudge; choose from: standard, held_out" in message


def test_unknown_sizes_are_refused(nudge: Path) -> None:
    assert "unknown size 'huge'; choose from: debug, small, full" in refused(
        "skills", "train", nudge, "--size", "huge", "--quiet"
    )
