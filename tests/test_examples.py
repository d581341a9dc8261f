"""The examples do what their first lines say, and so does the guide."""

import re
import runpy
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from affordances.fake import FakeDetector, FakeValueFunction
from doable import Agent, RunOptions, Settings, load_library
from doable.assembly import Parts, check_can_be_run
from evaluation.conformance import Request, check_teaching
from grounding import Observation, Proprioception
from planner import ScriptedModel
from planner.fake import PickledSnapshots
from simulation.plugins import load_teaching_file
from skills import EndEffectorTarget, Runner, load_skills_file, tabletop_library
from skills.builtin import tabletop10_library
from skills.fake import FakeGrounder, FakePolicy, FakeWorld
from traces import TraceStore

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MY_SKILLS = EXAMPLES / "my_skills.py"
OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl"}
PLAN = ["pick up the red block", "put the red block in the blue bowl", "done"]


def hand_at(height: float) -> Observation:
    pose = np.eye(4)
    pose[:3, 3] = 0.4, 0.1, height
    return Observation({}, Proprioception(pose, 0.08, np.zeros(7), np.zeros(7)), 0.0)


def test_my_skills_loads_as_a_skill_file() -> None:
    (skill,) = load_skills_file(MY_SKILLS)
    assert (skill.name, skill.call().text) == ("raise_hand", "raise the hand")
    assert skill.policy is not None


def test_my_skills_stand_beside_the_built_in_ones_and_can_be_run() -> None:
    library = load_library(MY_SKILLS, policy=SimpleNamespace())  # type: ignore[arg-type]
    assert [skill.name for skill in library] == ["pick_up", "put_in", "put_on", "done", "raise_hand"]
    check_can_be_run(library)


def test_the_hand_goes_straight_up_and_no_further_than_asked() -> None:
    (skill,) = load_skills_file(MY_SKILLS)
    assert skill.policy is not None
    episode = skill.policy.start("raise the hand")
    for height, next_height, over in ((0.1, 0.15, False), (0.33, 0.35, False), (0.35, 0.35, True)):
        chunk = episode.act(hand_at(height))
        (target,) = chunk.actions
        assert isinstance(target, EndEffectorTarget)
        assert target.position == pytest.approx((0.4, 0.1, next_height))
        assert (chunk.terminate > 0.5) == over


@pytest.mark.slow
def test_the_simulated_hand_rises() -> None:
    from simulation.world import make_world

    (skill,) = load_skills_file(MY_SKILLS)
    world = make_world(seed=1)
    try:
        world.privileged.teleport_arm((0.45, 0.0, 0.15), 0.0, 1.0)
        outcome = Runner(world).run_to_end(skill.call())
        assert outcome.status == "done"
        assert world.privileged.truth().tcp.position[2] > 0.33
    finally:
        world.close()


def scripted_agent(folder: Path) -> Agent:
    world = FakeWorld.of(OBJECTS, ["hand empty()"])
    library = tabletop_library(FakePolicy(tabletop_library(), world))
    parts = Parts(
        world, library, FakeGrounder(), ScriptedModel(PLAN), FakeValueFunction(library), FakeDetector(library)
    )
    return Agent(parts, TraceStore(folder / "traces"), snapshots=PickledSnapshots)


def test_plan_a_task_tells_its_decisions(
    monkeypatch: pytest.MonkeyPatch, doable_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(settings: Settings | None = None, options: RunOptions | None = None) -> Agent:
        return scripted_agent(doable_home)

    monkeypatch.setattr(Agent, "load", load)
    example: dict[str, Any] = runpy.run_path(str(EXAMPLES / "plan_a_task.py"))
    assert example["main"]() == 0
    told = capsys.readouterr().out
    for part in ("pick up the red block, not ", "worked (probability 0.97)", "verified after 2 steps"):
        assert part in told


def test_the_robot_is_a_node_of_a_langgraph_application(
    monkeypatch: pytest.MonkeyPatch, doable_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Agent, "load", lambda settings=None, options=None: scripted_agent(doable_home))
    example: dict[str, Any] = runpy.run_path(str(EXAMPLES / "langgraph_app.py"))
    assert example["main"]() == 0
    assert capsys.readouterr().out == (
        "human: put the red block in the blue bowl\n"
        "ai: put the red block in the blue bowl: verified (2 steps, 0 recoveries): "
        "done, and all 2 steps were verified or made good.\n"
    )
    monkeypatch.setattr(Agent, "run", lambda agent, task: {"status": "not_achieved", "verified": False})
    assert example["main"]() == 1
    assert "ai: Please help: I could not put the red block in the blue bowl." in capsys.readouterr().out


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / "guide" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)


def test_the_guides_domain_file_can_be_planned_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (domain,) = (block for block in blocks("skills.md", "yaml") if "predicates" in block)
    Path("shop.yaml").write_text(domain, encoding="utf-8")
    (program,) = (block for block in blocks("skills.md", "python") if "load_domain" in block)
    exec(program, {})
    assert "carry(apple 1, till) | carry the apple 1 to the till | ['at(apple 1, till)']" in capsys.readouterr().out


def test_the_guides_routine_and_dialect_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    routine, dialect = (block for block in blocks("skills.md", "yaml") if "predicates" not in block)
    Path("fetch.yaml").write_text(routine, encoding="utf-8")
    Path("fold.yaml").write_text(dialect, encoding="utf-8")
    names: dict[str, Any] = {}
    for program in blocks("skills.md", "python"):
        if "Routine" in program or "RemotePolicy" in program:
            exec(program, names)
    assert len(names["fetch"].policy.routine.waypoints) == 4
    assert names["fold"].policy.dialect.received.reference == "step"


def test_the_guide_shows_the_example_as_it_is() -> None:
    (shown,) = (block for block in blocks("skills.md", "python") if "raise_hand" in block)
    assert shown in MY_SKILLS.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"<!--.*?-->", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert not [target for target in targets if not (page.parent / target).exists()]


PACKAGE = EXAMPLES / "doable_unstack"


def test_a_package_adds_a_skill_in_under_80_lines() -> None:
    files = [PACKAGE / "pyproject.toml", PACKAGE / "doable_unstack.py"]
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) < 80
    project = tomllib.loads(files[0].read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["doable.skills"] == {"unstack": "doable_unstack:TEACHING"}


def test_the_packages_skill_can_be_learned() -> None:
    (teaching,) = load_teaching_file(PACKAGE / "doable_unstack.py")
    report = check_teaching(Request(teaching, tabletop10_library(), starts=2))
    assert report.passed, report.findings[-1]
