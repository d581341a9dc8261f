import json
from pathlib import Path

import numpy as np
import pytest

from evaluation.policies import (
    Cost,
    PolicyReport,
    Training,
    _kept,
    _parser,
    act_cost,
    compare,
    main,
    stored_policy,
    table,
    train_stored,
    training_of,
)
from evaluation.situations import SituationSpec
from evaluation.skills import SkillReport
from grounding.training import Schedule
from simulation.lessons import TEACHINGS
from skills import JointTarget, Runner
from skills.policies import Lessons, find_recipe, restore_policy
from skills.policies.lerobot import write_checkpoint
from tests.skills.policies.scenes import Commands, lessons, observation
from weights import metadata

KINDS = ("spatial", "tokens", "act", "plain", "lerobot")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Lessons:
    return lessons(tmp_path_factory.mktemp("data"))


def asked(words: str) -> Training:
    return training_of(_parser().parse_args(words.split()))


def test_a_trained_policy_is_stored_with_its_card(data: Lessons, tmp_path: Path) -> None:
    recipe = find_recipe("tokens", tiny=True)
    training = Training(recipe, (Path("six"),), into=tmp_path, schedule=Schedule(1, batch=2), command="train it")
    path = train_stored(training, data)
    assert restore_policy("tokens", tmp_path)[0] == recipe
    card = path.with_suffix(".md").read_text()
    assert "6 frames of six" in card and "`train it`" in card
    assert float(metadata("tokens", tmp_path)["cpu_minutes"]) > 0
    assert not list(tmp_path.rglob("*.partial"))


def test_minutes_are_planned_once(data: Lessons, tmp_path: Path) -> None:
    recipe = find_recipe("plain", tiny=True)
    training = Training(recipe, (), into=tmp_path, schedule=Schedule(9, batch=2), minutes=1e-6)
    train_stored(training, data)
    (plan,) = (tmp_path / "checkpoints").glob("*.json")
    assert json.loads(plan.read_text()) == {"steps": 1}


def test_another_training_is_not_gone_on_with() -> None:
    training = Training(find_recipe("plain", tiny=True), ())
    files = {_kept(training, "plain", Schedule(steps, seed=seed)) for steps in (1, 2) for seed in (0, 1)}
    files.add(_kept(Training(find_recipe("plain"), ()), "plain", Schedule(1)))
    assert len(files) == 5


def test_the_command_line_says_what_to_train() -> None:
    training = asked("train --policy tokens --set bins=32 --set decode=expectation --demonstrations a b --minutes 5")
    assert training.recipe.settings()["bins"] == 32
    assert training.demonstrations == (Path("a"), Path("b"))
    assert training.minutes == 5
    debug = asked("train --policy act --demonstrations a --debug --minutes 5 --seed 3")
    assert (debug.schedule.steps, debug.schedule.seed, debug.minutes) == (2, 3, None)
    assert debug.recipe == find_recipe("act", tiny=True)


def test_the_default_is_for_all_skills_that_are_taught() -> None:
    settings = asked("train --demonstrations a --scenes b").recipe.settings()
    assert settings == find_recipe().settings() and settings["skills"] == list(TEACHINGS)
    assert asked("train --set width=16 --demonstrations a").recipe.settings()["width"] == 16


def test_lerobot_goes_on_from_a_checkpoint(tmp_path: Path) -> None:
    recipe = find_recipe("lerobot", tiny=True)
    write_checkpoint(tmp_path / "theirs", recipe, recipe.build())  # type: ignore[arg-type]
    training = asked(f"train --policy lerobot --checkpoint {tmp_path}/theirs --set patience=3 --demonstrations a")
    assert training.start is not None
    assert training.recipe.settings()["patience"] == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("train --policy toks --demonstrations a", "unknown kind of policy 'toks'; choose from: spatial, tokens"),
        ("train --policy tokens --set bins --demonstrations a", "write NAME=VALUE"),
        ("train --policy tokens --checkpoint a --demonstrations a", "--checkpoint is for --policy lerobot"),
        ("train --policy lerobot --checkpoint nowhere --demonstrations a", "config.json is missing"),
        ("train --policy plain --demonstrations nowhere --debug", "no frames below nowhere"),
        ("train --demonstrations a --teachings nowhere.py", "no skill file 'nowhere.py'"),
        ("compare nothing --weights nowhere", "no weights named 'nothing'"),
    ],
)
def test_what_cannot_be_ends_with_two_and_says_why(
    words: str, message: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("evaluation.policies._seen", lambda: observation(0))
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 2
    assert message in capsys.readouterr().err


def test_cost_is_of_a_whole_decision() -> None:
    recipe = find_recipe("act", tiny=True)
    network = recipe.build()
    cost = act_cost(recipe.policy(network, Commands()), network, observation(0), repeats=2)
    assert cost.milliseconds > 0 and cost.rate == pytest.approx(1e3 / cost.milliseconds)
    assert cost.actions == 1
    assert cost.parameters == sum(parameter.numel() for parameter in network.parameters())


def test_the_table_has_a_row_for_each() -> None:
    skill = SkillReport(
        skill="pick_up",
        robot="panda",
        variant="standard",
        episodes=10,
        successes=9,
        rate=0.9,
        interval=(0.6, 0.98),
        wrong_object=0,
        seconds=4.0,
    )
    cost = Cost(milliseconds=12.34, rate=81.0, actions=2, parameters=1_234_567)
    report = PolicyReport(name="mine", recipe="tokens", cpu_minutes=30.0, cost=cost, skills=(skill,))
    assert table([report]).splitlines() == [
        "| policy | kind | CPU min | pick_up | ms | Hz | actions | parameters |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| mine | tokens | 30.0 | 90% (60%-98%) | 12.3 | 81 | 2 | 1,234,567 |",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_goes_through_the_runner(name: str, data: Lessons, tmp_path: Path) -> None:
    """On the simulated robot, by the path that evaluation takes, within the robot's limits."""
    from doable.assembly import PANDA_LIMITS

    recipe = find_recipe(name, {"skills": data.curriculum.names} if name == "spatial" else {}, tiny=True)
    train_stored(Training(recipe, (), into=tmp_path, schedule=Schedule(2, batch=2, warmup=1)), data)
    situation = SituationSpec(900_000, "pick_up", "clean").build()
    policy = stored_policy(situation, name, tmp_path)
    ticks = []
    run = Runner(situation.world, PANDA_LIMITS, threshold=1.0).run(situation.call, policy)
    for tick in run:
        ticks.append(tick)
        if len(ticks) == 5:
            break
    run.close()
    lower, upper = situation.world.arm.lower, situation.world.arm.upper
    assert len(ticks) == 5
    for tick in ticks:
        joints = tick.observation.proprioception.joint_positions
        assert (joints > lower - 0.01).all() and (joints < upper + 0.01).all()
        assert isinstance(tick.action, JointTarget) == (name in ("act", "lerobot"))
        assert np.isfinite(tick.observation.proprioception.T_base_tcp).all()
    situation.world.close()


@pytest.mark.slow
def test_stored_policies_are_compared(data: Lessons, tmp_path: Path) -> None:
    for name in ("plain", "act"):
        recipe = find_recipe(name, tiny=True)
        train_stored(Training(recipe, (), into=tmp_path, schedule=Schedule(2, batch=2, warmup=1)), data)
    reports = compare(["plain", "act"], tmp_path, episodes=1, skills=["pick_up"])
    assert [report.recipe for report in reports] == ["plain", "act"]
    assert all(skill.episodes == 1 for report in reports for skill in report.skills)
    assert all(isinstance(report.cpu_minutes, float) for report in reports)
    assert "| plain |" in table(reports)
    with pytest.raises(ValueError, match="unknown skill 'jump'; choose from: pick_up"):
        compare(["plain"], tmp_path, skills=["jump"])
