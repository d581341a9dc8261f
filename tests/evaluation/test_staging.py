"""The long tasks: each has its table, wordings that name what is there, and a plan of four to eight steps."""

from pathlib import Path

import pytest

from evaluation.staging import stage
from evaluation.suites import SCENES, load_suite
from evaluation.tasks import LIBRARIES
from planner.goals.target import PlanningWorld, Target
from planner.search import NoPlan, find_plan
from simulation import world as simulated
from simulation.symbols import scene_of
from simulation.world import SimulatedWorld
from skills.builtin import tabletop10_library
from skills.conditions import canonical_facts, holds

SUITE = load_suite("tabletop10")
IDS = [template.id for template in SUITE.tasks]


def template(id: str) -> int:
    return IDS.index(id)


def test_there_are_five_tasks_with_several_wordings_each() -> None:
    assert IDS == ["drawer", "tower", "sort", "clear_and_sweep", "put_away"]
    assert all(len(set(task.instruction)) >= 4 for task in SUITE.tasks)


def test_suites_libraries_and_worlds_know_the_same_scenes() -> None:
    assert set(SCENES) == set(LIBRARIES) == set(simulated.SCENES)


@pytest.mark.parametrize("id", IDS)
def test_a_task_begins_undone_and_takes_four_to_eight_steps(id: str) -> None:
    spec, task = stage(SUITE, SUITE.tasks[template(id)], 930_001)
    world = SimulatedWorld(spec)
    try:
        scene = scene_of(world.privileged.truth())
    finally:
        world.close()
    facts = canonical_facts(scene.facts)
    assert not holds(task.condition, facts)
    things = {thing.id: thing.category for thing in scene.objects}
    plan = find_plan(PlanningWorld(tabletop10_library(), things, facts), Target((task.condition,)))
    assert not isinstance(plan, NoPlan) and 4 <= len(plan.steps) <= 8 < task.max_steps


@pytest.mark.parametrize("id", IDS)
def test_seeds_draw_tables_and_wordings(id: str) -> None:
    staged = [stage(SUITE, SUITE.tasks[template(id)], seed) for seed in range(5)]
    assert staged[0] == stage(SUITE, SUITE.tasks[template(id)], 0)
    assert len({task.instruction for _, task in staged}) > 2
    assert not any("{" in text for _, task in staged for text in (task.instruction, *task.goal))
    for spec, _ in staged:
        assert set(SUITE.tasks[template(id)].fixtures) <= {f.kind for f in spec.fixtures} | {"crumbs"}


def test_a_task_of_colours_draws_its_own_and_no_others_alike() -> None:
    for seed in range(4):
        spec, task = stage(SUITE, SUITE.tasks[template("sort")], seed)
        one, other = (goal.split(", ")[1].split()[0] for goal in (task.goal[0], task.goal[2]))
        assert one != other
        named = " ".join(task.goal)
        assert all(o.id in named for o in spec.objects if o.colour in (one, other))


def test_what_begins_in_the_drawer_lies_there() -> None:
    spec, task = stage(SUITE, SUITE.tasks[template("put_away")], 5)
    drawer = next(f for f in spec.fixtures if f.kind == "drawer")
    inside = [o.id for o in spec.objects if drawer.encloses(o.position)]
    assert len(inside) == 1 and task.goal[0].startswith(f"in({inside[0]}, ") and drawer.state > 0.08


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("scene: moon\n", "unknown scene 'moon'; choose from: tabletop, tabletop10"),
        ("  - {id: b, instruction: go, things: {}, goal: ['lit(lamp)'], inside: [mug]}", "names 'mug' without"),
        ("  - {id: b, instruction: go, things: {a: '{one} mug'}, goal: ['lit(lamp)']}", "names 'one' without"),
        ("  - {id: b, instruction: [], things: {}, goal: ['lit(lamp)']}", "cannot be read"),
    ],
)
def test_a_table_that_cannot_be_is_refused_when_it_is_read(tmp_path: Path, more: str, message: str) -> None:
    path = tmp_path / "suite.yaml"
    path.write_text(f"name: x\ntasks:\n  - {{id: a, instruction: go, things: {{}}, goal: ['lit(lamp)']}}\n{more}")
    with pytest.raises(ValueError, match=message):
        load_suite(str(path))


def test_a_table_that_cannot_be_drawn_is_refused() -> None:
    wrong = SUITE.tasks[0].model_copy(update={"fixtures": ("drawr",)})
    with pytest.raises(ValueError, match="unknown fixture 'drawr'; choose from: drawer, tray"):
        stage(SUITE, wrong, 0)
