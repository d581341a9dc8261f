"""Two small worlds: a robot that drives about, and an arm over a table."""

import pytest

from planner.goals.target import PlanningWorld
from skills import Skill, SkillLibrary
from skills.conditions import parse_fact


def _world(library: SkillLibrary, objects: dict[str, str], *facts: str) -> PlanningWorld:
    return PlanningWorld(library, objects, frozenset(map(parse_fact, facts)), library.places)


@pytest.fixture
def office() -> PlanningWorld:
    library = SkillLibrary(
        name="office",
        skills=(
            Skill("go", "go to {place}", {"place": "place"}, (), ("not robot in(*)", "robot in(place)")),
            Skill(
                "take",
                "take the {object}",
                {"object": "item"},
                ("at(object, ?here)", "robot in(?here)", "hand free()"),
                ("carrying(object)", "not at(object, *)", "not hand free()"),
            ),
            Skill(
                "leave",
                "leave the {object}",
                {"object": "item"},
                ("carrying(object)", "robot in(?here)"),
                ("at(object, ?here)", "not carrying(object)", "hand free()"),
            ),
            Skill("water", "water the {plant}", {"plant": "plant"}, (), ("watered(plant)",)),
        ),
        categories={
            "cola": ("item",),
            "tea": ("item",),
            "pretzels": ("item",),
            "fern": ("item", "plant"),
            "red mug": ("item",),
            "blue mug": ("item",),
        },
        places=("desk", "kitchen", "bin", "visitor"),
        history={"visited": "robot in", "held": "carrying"},
    )
    objects = {
        "cola 1": "cola",
        "cola 2": "cola",
        "tea": "tea",
        "pretzels": "pretzels",
        "fern": "fern",
        "red mug": "red mug",
        "blue mug": "blue mug",
    }
    return _world(
        library,
        objects,
        "at(cola 1, desk)",
        "at(cola 2, kitchen)",
        "at(tea, kitchen)",
        "at(pretzels, desk)",
        "at(fern, desk)",
        "at(red mug, desk)",
        "at(blue mug, kitchen)",
        "robot in(desk)",
        "hand free()",
    )


@pytest.fixture
def bench() -> PlanningWorld:
    gone = ("not on(object, *)", "not in(object, *)")
    put = ("not holding(object)", "hand empty()")
    library = SkillLibrary(
        name="bench",
        skills=(
            Skill(
                "pick",
                "pick {object}",
                {"object": "movable"},
                ("hand empty()",),
                ("holding(object)", "not hand empty()", *gone),
            ),
            Skill(
                "put on",
                "put {object} on {surface}",
                {"object": "movable", "surface": "surface"},
                ("holding(object)",),
                ("on(object, surface)", *put),
            ),
            Skill(
                "put in",
                "put {object} in {box}",
                {"object": "movable", "box": "container"},
                ("holding(object)",),
                ("in(object, box)", *put),
            ),
            Skill("open", "open {box}", {"box": "openable"}, ("closed(box)",), ("open(box)", "not closed(box)")),
            Skill("close", "close {box}", {"box": "openable"}, ("open(box)",), ("closed(box)", "not open(box)")),
            Skill("turn off", "turn off {lamp}", {"lamp": "lamp"}, ("lit(lamp)",), ("not lit(lamp)",)),
            Skill("turn on", "turn on {lamp}", {"lamp": "lamp"}, (), ("lit(lamp)",)),
        ),
        categories={
            "cup": ("movable",),
            "bowl": ("movable", "surface"),
            "shelf": ("surface",),
            "table": ("surface",),
            "box": ("container",),
            "drawer": ("container", "openable"),
            "lamp": (),
        },
    )
    objects = {
        "cup 1": "cup",
        "cup 2": "cup",
        "cup 3": "cup",
        "bowl": "bowl",
        "shelf": "shelf",
        "table": "table",
        "box": "box",
        "top drawer of the old desk": "drawer",
        "bottom drawer of the old desk": "drawer",
        "lamp": "lamp",
    }
    return _world(
        library,
        objects,
        "on(cup 1, table)",
        "on(cup 2, table)",
        "on(cup 3, shelf)",
        "on(bowl, table)",
        "left of(cup 1, cup 2)",
        "left of(cup 1, cup 3)",
        "left of(cup 2, cup 3)",
        "open(top drawer of the old desk)",
        "closed(bottom drawer of the old desk)",
        "lit(lamp)",
        "hand empty()",
    )
