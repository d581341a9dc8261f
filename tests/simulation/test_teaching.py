"""The registry of what is taught: complete, feasible where it says so, and open to a person's own skill."""

import numpy as np
import pytest

from simulation.demonstrator import Demonstrator
from simulation.grasping import LEAD, Advice, towards
from simulation.lessons import TEACHINGS
from simulation.scene import sample_tabletop
from simulation.shapes import NOVEL_COLOURS, NOVEL_SHAPES
from simulation.teaching import NOVEL_SHAPE_STOCK, Start, Stock, Teaching, find_teaching
from simulation.truth import SUCCESS, Truth, meddled
from simulation.world import SimulatedWorld
from skills import Skill
from skills.builtin import tabletop10_library


def test_every_skill_of_the_library_but_done_is_taught() -> None:
    assert [*TEACHINGS, "done"] == [skill.name for skill in tabletop10_library()]
    assert list(TEACHINGS) == list(SUCCESS)
    with pytest.raises(ValueError, match="choose from: pick_up"):
        find_teaching("juggle", TEACHINGS)


@pytest.mark.parametrize("name", TEACHINGS)
def test_starts_follow_from_the_generator(name: str) -> None:
    teaching = TEACHINGS[name]
    for kind in (*teaching.kinds, *teaching.infeasible):
        first, again = (teaching.draw(np.random.default_rng(7), kind, Stock()) for _ in range(2))
        assert first == again
        assert set(first.arguments) == set(teaching.skill.parameters)
        there = {o.id for o in first.scene.objects}
        assert first.held is None or first.held in there


def test_training_never_shows_what_is_held_out() -> None:
    for seed in range(5):
        scene = TEACHINGS["pick_up"].draw(np.random.default_rng(seed), "clean", Stock()).scene
        assert not {o.category for o in scene.objects} & set(NOVEL_SHAPES)
        assert not {o.colour for o in scene.objects} & set(NOVEL_COLOURS)
    novel = TEACHINGS["pick_up"].draw(np.random.default_rng(0), "clean", NOVEL_SHAPE_STOCK)
    assert novel.arguments["object"].split()[1] in NOVEL_SHAPES


def test_a_stock_gives_different_things_and_says_when_it_is_empty() -> None:
    names = Stock(exclude=frozenset({("red", "can")})).draw(np.random.default_rng(0), 30)
    assert len(set(names)) == 30 and "red can" not in names
    with pytest.raises(ValueError, match="there are 2"):
        Stock(shapes=("can",), colours=("red", "blue")).draw(np.random.default_rng(0), 3)


def rise_over(truth: Truth, arguments: object) -> Advice:
    x, y, z = truth.tcp.position
    return towards(truth, [x, y, 0.3], truth.tcp.yaw, 1.0), z > 0.28


def start_anywhere(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    name = stock.draw(rng, 1)[0]
    return Start(sample_tabletop(rng, [name]), {"object": name})


WAVE = Teaching(
    skill=Skill(name="wave", template="wave at the {object}", parameters={"object": "movable"}),
    expert=rise_over,
    success=lambda before, now, arguments: now.tcp.position[2] > 0.28,
    draw=start_anywhere,
)


def test_a_persons_own_skill_is_taught_in_the_same_way() -> None:
    start = WAVE.draw(np.random.default_rng(3), "clean", Stock())
    world = SimulatedWorld(start.scene)
    expert = Demonstrator(world, {**TEACHINGS, "wave": WAVE})
    for _ in range(20):
        action, done = expert.act("wave", start.arguments)
        if done:
            break
        assert np.linalg.norm(np.subtract(action.position, world.proprioception().tcp_position)) <= LEAD + 1e-9
        world.apply(action)
    now = world.privileged.truth()
    assert WAVE.success(now, now, start.arguments) and not meddled(now, now, {})
    world.close()


def test_a_teaching_says_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match=r"wave: '\{thing\}'.*\{object\}"):
        Teaching(WAVE.skill, WAVE.expert, WAVE.success, WAVE.draw, goes_to="{thing}")
    assert TEACHINGS["open_drawer"].target({"drawer": "drawer"}) == "drawer handle"
