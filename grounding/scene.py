"""What is there: objects and the relations between them, as symbols with positions."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx


@dataclass(frozen=True)
class SceneObject:
    """One thing in view."""

    id: str
    """Unique in its scene, e.g. ``red block``; a second one of a kind is ``red block 2``."""
    category: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    """E.g. ``{"colour": "red"}``."""
    position: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Centre in the base frame, [m]."""
    confidence: float = 1.0
    yaw: float = 0.0
    """Which way a fixture faces, about the base frame's z axis, [rad]; 0 for what has no front."""


@dataclass(frozen=True, order=True)
class Fact:
    """A ground atom such as ``on(red block, blue block)`` or ``hand empty()``."""

    predicate: str
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.predicate}({', '.join(self.arguments)})"


@dataclass(frozen=True)
class Scene:
    """Objects and the facts that hold between them; what is not listed is false."""

    objects: tuple[SceneObject, ...] = ()
    facts: frozenset[Fact] = frozenset()

    def __getitem__(self, id: str) -> SceneObject:
        """The object of that id.

        Raises:
            KeyError: no such object; the message names those that are there.
        """
        for thing in self.objects:
            if thing.id == id:
                return thing
        raise KeyError(f"no {id!r} in the scene; there is: {', '.join(o.id for o in self.objects) or 'nothing'}")

    @property
    def held(self) -> str | None:
        """Id of the object in the hand, if any."""
        return next((fact.arguments[0] for fact in self.facts if fact.predicate == "holding"), None)

    def confidence(self, fact: Fact) -> float:
        """How sure a fact is: as sure as it is that all of its things are there; their places are taken for exact."""
        return math.prod(thing.confidence for thing in self.objects if thing.id in fact.arguments)

    def graph(self) -> nx.MultiDiGraph:
        """Objects as nodes (with their data), binary facts as edges labelled ``relation`` with their confidence."""
        graph = nx.MultiDiGraph()
        for thing in self.objects:
            told = {"category": thing.category, "position": thing.position, "confidence": thing.confidence}
            graph.add_node(thing.id, **told, **thing.attributes)
        for fact in sorted(self.facts):
            if len(fact.arguments) == 2:
                graph.add_edge(*fact.arguments, relation=fact.predicate, confidence=self.confidence(fact))
        return graph
