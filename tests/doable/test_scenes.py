"""Scenes as the front door has them: their library, their weights, and what stands in for weights."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from doable import Agent, RunOptions, load_library
from doable.assembly import needed_weights
from doable.cli import app
from doable.errors import BadInputError
from doable.ground_truth import state_hash
from doable.oracles import OracleDetector, OracleSkills, OracleValueFunction, true_scene
from doable.scenes import SCENES, check_learned
from grounding import Fact, Scene
from simulation import world as simulated
from simulation.tabletop10 import furnished, in_state
from simulation.world import SimulatedWorld
from skills import PolicyError
from weights import WeightsError

LIBRARY = load_library(scene="tabletop10")


@pytest.fixture
def no_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("DOABLE_WEIGHTS", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def world() -> Iterator[SimulatedWorld]:
    """A closed drawer with a mug in it, a can and a bowl beside it."""
    rng = np.random.default_rng(3)
    spec = furnished(rng, ["red mug", "blue can", "green bowl"], [], ["drawer", "button", "lamp"])
    built = SimulatedWorld(in_state(rng, spec, opened=False, inside=["red mug"]))
    yield built
    built.close()


def doable(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_every_simulated_scene_has_its_parts() -> None:
    assert set(SCENES) == set(simulated.SCENES)
    for name in SCENES:
        library = load_library(scene=name)
        assert library.name.startswith(name)
    with pytest.raises(BadInputError, match="unknown scene 'moon'; choose from: tabletop, tabletop10"):
        load_library(scene="moon")


def test_what_was_never_learned_is_named_with_where_it_should_lie(no_weights: Path) -> None:
    (no_weights / "manifest.json").write_text('{"grounder": "00"}')
    check_learned(("grounder",))
    with pytest.raises(WeightsError, match=f"there are no weights named vla, value, detector in {no_weights}"):
        check_learned()


def test_an_oracle_needs_no_weights() -> None:
    assert needed_weights(RunOptions()) == ("grounder", "vla", "value", "detector")
    assert needed_weights(RunOptions(oracle=True)) == ("vla", "value", "detector")
    assert needed_weights(RunOptions(oracle_skills=True)) == ("grounder",)
    assert needed_weights(RunOptions(oracle=True, oracle_skills=True)) == ()


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "open the drawer", "--scene", "tabletop10"),
        ("eval", "tasks", "--suite", "tabletop10", "--seeds", "1"),
        ("plan", "open the drawer", "--scene", "tabletop10"),
    ],
)
@pytest.mark.usefixtures("no_weights", "doable_home")
def test_what_is_not_learned_is_refused_with_what_can_be_done(arguments: tuple[str, ...]) -> None:
    result = doable(*arguments)
    assert result.exit_code == 2, result.output
    assert "--oracle --oracle-skills" in result.stderr and "make weights trains them" in result.stderr


@pytest.mark.usefixtures("no_weights")
def test_the_scene_is_shown_without_weights_too() -> None:
    result = doable("scene", "--scene", "tabletop10", "--objects", "red mug", "--json")
    data = json.loads(result.stdout)
    assert data["seen"] is None and "no weights" not in result.stdout and "no weights named grounder" in result.stderr
    assert {"red mug", "drawer"} <= {thing["id"] for thing in data["truth"]["objects"]}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--ceiling", "--no-can"), "--ceiling leaves nothing out"),
        (("--compare", "--no-recovery"), "--compare leaves things out by itself"),
        (("--compare", "--ceiling"), "--compare leaves things out by itself"),
    ],
)
def test_ways_to_evaluate_that_exclude_each_other_are_refused(arguments: tuple[str, ...], expected: str) -> None:
    result = doable("eval", "tasks", "--suite", "tabletop10", *arguments)
    assert result.exit_code == 2 and expected in result.stderr


def test_without_recovery_a_failed_step_ends_the_run(make_agent: Callable[..., Agent]) -> None:
    task, broken = "put the red block in the blue bowl", {"pick_up(red block)": 99}
    ended = make_agent(fail=broken, options=RunOptions(recovery=False)).run(task)
    assert (ended.status, ended.steps, ended.recoveries) == ("not_achieved", 1, 0)
    assert make_agent(fail=broken).run(task).steps > 1


def test_what_can_be_done_is_judged_by_truth(world: SimulatedWorld) -> None:
    commands = {
        "open the drawer": True,
        "close the drawer": False,
        "pick up the blue can": True,
        "pick up the red mug": False,
        "take the red mug out of the drawer": False,
        "press the button": True,
        "put the blue can in the green bowl": False,
        "pick up the pink elephant": False,
    }
    able = OracleValueFunction(world, LIBRARY).score(world.observe(), list(commands))
    assert [bool(value > 0.5) for value in able] == list(commands.values())


def test_what_was_done_is_judged_by_the_simulator(world: SimulatedWorld) -> None:
    detector, seen = OracleDetector(world, LIBRARY), world.observe()
    done = detector.judge(seen, seen, "close the drawer")
    assert (done.success, done.probability, done.judge) == (True, 1.0, "simulator")
    assert not detector.judge(seen, seen, "open the drawer").success
    assert not detector.judge(seen, seen, "pick up the pink elephant").success


def test_demonstrators_know_their_skills_alone(world: SimulatedWorld) -> None:
    policy = OracleSkills(world, LIBRARY)
    chunk = policy.start("open the drawer").act(world.observe())
    assert len(chunk.actions) == 1 and chunk.terminate == 0.0
    with pytest.raises(PolicyError, match="no demonstrator for 'sing a song'"):
        policy.start("sing a song")


def test_the_true_scene_tells_where_things_lie_but_their_hash_does_not(world: SimulatedWorld) -> None:
    scene = true_scene(world)
    assert any(fact.predicate in ("left of", "right of") for fact in scene.facts)
    assert {Fact("closed", ("drawer",)), Fact("in", ("red mug", "drawer"))} <= scene.facts
    kept = ("closed", "in", "hand empty")
    plain = Scene(scene.objects, frozenset(fact for fact in scene.facts if fact.predicate in kept))
    assert state_hash(scene) == state_hash(plain)


def test_oracles_are_written_into_the_trace() -> None:
    options = RunOptions(scene="tabletop10", oracle=True, oracle_skills=True, recovery=False)
    assert {"oracle": True, "oracle_skills": True, "recovery": False}.items() <= options.for_trace().items()
