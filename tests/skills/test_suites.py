"""The planning suites' domains mean here what they mean to the suites' own checker, which shares no code with us."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from grounding import Fact, Scene, SceneObject
from skills import SkillLibrary, load_domain
from skills.conditions import canonical_facts, holds, parse_condition, parse_fact

SUITES = Path(__file__).parents[3] / "shared" / "suites"
pytestmark = pytest.mark.skipif(not SUITES.is_dir(), reason="the planning suites are not beside this repository")


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_plans", SUITES / "check_plans.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tasks(domain: str) -> list[dict[str, Any]]:
    lines = [line for path in sorted(SUITES.glob("dev/*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [task for task in map(json.loads, lines) if task["domain"] == domain]


def scene_of(world: dict[str, Any]) -> Scene:
    things = tuple(SceneObject(id, category) for id, category in world["objects"].items())
    return Scene(things, canonical_facts(map(parse_fact, world["facts"])))


@pytest.mark.parametrize("domain", ["kitchen", "libero"])
def test_random_walks_agree_with_the_checker(checker: ModuleType, domain: str) -> None:
    rng = np.random.default_rng(0)
    library = load_domain(SUITES / "domains" / f"{domain}.yaml")
    theirs = checker.load_domain(domain, [str(SUITES / "domains")])
    steps = sum(_walk(checker, theirs, library, task, rng) for task in tasks(domain)[::3])
    assert steps >= 30


def _walk(checker: ModuleType, domain: Any, library: SkillLibrary, task: dict[str, Any], rng: Any) -> int:
    """Six random steps; returns how many of them changed the facts."""
    world, scene = checker.World(domain, task["world"]), scene_of(task["world"])
    goal = task.get("goal", [])
    their_facts, past, facts = world.facts, world.past, scene.facts
    our_past = library.remember(facts)
    changed = 0
    for _ in range(6):
        calls = library.calls(scene)
        chosen = [calls[i] for i in rng.choice(len(calls), size=min(60, len(calls)), replace=False)]
        moves = []
        for call in chosen:
            after = call.operator.apply(facts)
            expected = _their_step(checker, world, their_facts, past, call)
            assert (after is None) == (expected is None), f"{task['id']}: {call}"
            if after is not None:
                assert _tuples(after) == expected[0], f"{task['id']}: {call}"
                moves.append((after, *expected))
        if not moves:
            break
        after, their_facts, past = moves[int(rng.integers(len(moves)))]
        changed += after != facts
        facts, our_past = after, our_past | library.remember(after)
        assert _tuples(our_past) == past
        ours = holds(parse_condition(goal), facts | our_past)
        assert ours == world.satisfied(checker.condition(goal), their_facts, past), task["id"]
    return changed


def _their_step(checker: ModuleType, world: Any, facts: Any, past: Any, call: Any) -> Any:
    try:
        return world.step(facts, past, call.name, dict(call.arguments))
    except checker.Broken as error:
        assert error.kind == "precondition", f"{call}: {error}"
        return None


def _tuples(facts: frozenset[Fact]) -> frozenset[tuple[str, ...]]:
    return frozenset((fact.predicate, *fact.arguments) for fact in facts)


@pytest.mark.parametrize("domain", ["kitchen", "libero"])
def test_every_call_of_a_suite_reads_back(domain: str) -> None:
    library = load_domain(SUITES / "domains" / f"{domain}.yaml")
    scene = scene_of(tasks(domain)[0]["world"])
    for call in library.calls(scene)[::7]:
        assert library.parse(str(call), scene) == library.from_dict(call.to_dict()) == call
