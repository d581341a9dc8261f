"""Things are still what and where they were, though they look otherwise or are out of sight.

What is seen by a new name where a thing of its colour is missed is that thing: a hand over it, or something on it,
makes a block look like a can; its colour stays, and so does its place or the hand that holds it. And what was in a
drawer when it was shut is in it still. Without this a plan would lose things half-way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from grounding.scene import Fact, Scene, SceneObject
from grounding.vocabulary import FIXTURES

NEAR = 0.1
"""How far from where it was last seen a thing may be to be recognised, unless a hand has moved it, [m]."""
UNMISTAKABLE = ("bowl", *FIXTURES)
"""Kinds that look like no other."""
SEEN_AS = "seen as"
"""The attribute that tells by what name a thing was seen."""
HIDDEN = "hidden in"
"""The attribute that tells in what a thing lies that cannot be seen."""


def recognised(scene: Scene, known: Sequence[SceneObject], held: str | None = None) -> Scene:
    """A scene by the names that its things had before.

    Args:
        scene: as it is seen now.
        known: all that was seen so far, by the names that it was given, where it was seen last.
        held: id of what was in the hand then.
    """
    there, before = {thing.id for thing in scene.objects}, {thing.id for thing in known}
    missed = [thing for thing in known if thing.id not in there and _mistakable(thing)]
    new = [thing for thing in scene.objects if thing.id not in before and _mistakable(thing)]
    pairs = [(_apart(one, other), i, k) for i, one in enumerate(new) for k, other in enumerate(missed)]
    names: dict[str, SceneObject] = {}
    for apart, i, k in sorted(pairs):
        one, other = new[i], missed[k]
        moved = scene.held == one.id or held == other.id
        alike = one.attributes["colour"] == other.attributes["colour"]
        if alike and (apart < NEAR or moved) and one.id not in names and other not in names.values():
            names[one.id] = other
    return _renamed(scene, names) if names else scene


def with_hidden(scene: Scene, before: Scene) -> Scene:
    """A scene with what lies in drawers that are not open.

    Args:
        scene: as it is seen now.
        before: the one before it, with what lay hidden then.
    """
    there, then = {thing.id for thing in scene.objects}, {thing.id: thing for thing in before.objects}
    shut = {thing.id for thing in scene.objects if thing.category == "drawer"}
    shut -= {fact.arguments[0] for fact in scene.facts if fact.predicate == "open"}
    inside = [fact for fact in before.facts if fact.predicate == "in" and fact.arguments[1] in shut]
    inside = [fact for fact in inside if fact.arguments[0] in then.keys() - there]
    lain = [(then[thing], drawer) for thing, drawer in sorted(fact.arguments for fact in inside)]
    hidden = [replace(thing, attributes={**thing.attributes, HIDDEN: drawer}) for thing, drawer in lain]
    return Scene((*scene.objects, *hidden), scene.facts | frozenset(inside)) if hidden else scene


def _renamed(scene: Scene, names: Mapping[str, SceneObject]) -> Scene:
    renamed = {
        thing.id: replace(
            thing,
            id=names[thing.id].id,
            category=names[thing.id].category,
            attributes={**thing.attributes, SEEN_AS: thing.id},
        )
        for thing in scene.objects
        if thing.id in names
    }
    objects = sorted((renamed.get(thing.id, thing) for thing in scene.objects), key=lambda thing: thing.id)
    ids = {old: thing.id for old, thing in renamed.items()}
    facts = {Fact(fact.predicate, tuple(ids.get(id, id) for id in fact.arguments)) for fact in scene.facts}
    return Scene(tuple(objects), frozenset(facts))


def _mistakable(thing: SceneObject) -> bool:
    return "colour" in thing.attributes and thing.category not in UNMISTAKABLE


def _apart(one: SceneObject, other: SceneObject) -> float:
    return float(np.linalg.norm(np.subtract(one.position, other.position)))
