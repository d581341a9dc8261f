"""Domains that were written by hand: each can be read, each request fits a scene, and its goal can be read there."""

import numpy as np
import pytest

from planner.goals.grammar import GoalGrammar
from planner.goals.lessons.domains import Domain, DomainTasks, domains, parsed
from planner.goals.lessons.task import Task
from planner.goals.prompt import spoken, words_of
from planner.goals.vocabulary import Vocabulary

SCENES = 5


def tasks_of(domain: Domain) -> list[tuple[DomainTasks, Task]]:
    found = []
    for seed in range(SCENES):
        drawer = DomainTasks(domain, np.random.default_rng((3, seed)))
        while task := drawer.draw():
            found.append((drawer, task))
    return found


@pytest.mark.parametrize("domain", domains(), ids=lambda domain: domain.library.name)
def test_requests_fit_scenes_and_their_goals_can_be_read(domain: Domain) -> None:
    found = tasks_of(domain)
    assert len(found) > len(domain.lines)
    for drawer, task in found[::9]:
        assert "{" not in task.said + task.goal
        words = words_of(spoken(task.said))
        if "[" not in task.goal:  # slips may have changed a described word
            GoalGrammar(Vocabulary(drawer.world, words, drawer.vocabulary.forms)).parse(task.goal)


def test_the_same_seed_draws_the_same_scene_and_tasks() -> None:
    one, other = (DomainTasks(domains()[0], np.random.default_rng(5)) for _ in range(2))
    assert one.world == other.world
    assert [one.draw() for _ in range(5)] == [other.draw() for _ in range(5)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("spoon: soup spoon", "unknown category or type 'spoon'"),
        ("bun: baguette", "share a word"),
        ("> spoon: shut(*)", "unknown category or type 'spoon'"),
        ("take {a:bun} => {b} -> sliced", "gaps"),
        ("take {a:spoon} => {a} -> gripping", "unknown category or type 'spoon'"),
        ("take {a => {a} -> gripping", "gaps"),
    ],
)
def test_a_wrong_line_is_named(line: str, told: str) -> None:
    bakery = next(domain for domain in domains() if domain.library.name == "bakery")
    with pytest.raises(ValueError, match=told):
        parsed(bakery.library, line)
