"""The typed goal: what must hold, over descriptions of things; and its text, which the grammar reads back.

The text is a line of words, e.g. ``any [ salty snack ] -> at user``, ``all fork except plastic fork -> in drawer``,
``bowl next to plate -> on plate then stove -> turned on | avoid kettle``. Names are those of the scene; square brackets
hold words of the instruction, which a matcher compares with the names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import networkx as nx

Quantifier = Literal["the", "any", "all", "count"]
Selector = Literal["relation", "most", "least", "middle"]
AskKind = Literal["which", "where", "what"]

WHERE = "where"
"""A state, ``mug -> where cup``: to be where another thing is now. A thing, ``where cup -> robot at``: that place."""
AS_FOUND = "as found"
"""A state: all that skills can change about the thing stays, or is again, as it is now."""
REASONS = {
    "unsafe": "that could hurt a person or an animal",
    "damage": "that would break or spoil something",
    "poison": "that is not fit to be eaten or drunk, or must not be mixed",
    "fire": "that could start a fire or an explosion",
    "private": "that is not mine to do: it would break somebody's trust or the law",
    "unable": "no skill of this library can do that",
    "missing": "what that needs is not here",
}
"""Why an instruction is refused: the word in a goal, and what the person is told."""


@dataclass(frozen=True)
class Noun:
    """A name of the scene, or words of the person's that describe something; or the place where that is."""

    text: str
    described: bool = False
    place_of: bool = False
    """Not the thing but where it is now."""

    def __str__(self) -> str:
        text = f"[ {self.text} ]" if self.described else self.text
        return f"{WHERE} {text}" if self.place_of else text


@dataclass(frozen=True)
class Qualifier:
    """What tells a thing from its like: a fact about it, or its place among them (``most left of``, ``middle``)."""

    selector: Selector
    predicate: str = ""
    references: tuple[Noun, ...] = ()
    negated: bool = False

    def __str__(self) -> str:
        words = ["not"] if self.negated else []
        if self.selector != "relation":
            words.append(self.selector)
        if self.predicate:
            words.append(self.predicate)
        if self.references:
            words.append(" & ".join(map(str, self.references)))
        return " ".join(words)


@dataclass(frozen=True)
class Thing:
    """A quantified description."""

    noun: Noun
    quantifier: Quantifier = "the"
    count: int = 0
    """How many, for quantifier ``count``."""
    different: bool = False
    """They must be of different kinds."""
    other: bool = False
    """Not the one that was named before."""
    qualifiers: tuple[Qualifier, ...] = ()
    exceptions: tuple[Noun, ...] = ()

    def __str__(self) -> str:
        words = [] if self.quantifier == "the" else [str(self.count) if self.quantifier == "count" else self.quantifier]
        words += ["different"] if self.different else []
        words += ["other"] if self.other else []
        words += [str(self.noun), *map(str, self.qualifiers)]
        if self.exceptions:
            words.append("except " + " or ".join(map(str, self.exceptions)))
        return " ".join(words)


@dataclass(frozen=True)
class State:
    """What is to be true of a thing."""

    predicate: str
    references: tuple[Thing, ...] = ()
    negated: bool = False

    def __str__(self) -> str:
        words = (["not"] if self.negated else []) + [self.predicate]
        return " ".join([*words, " & ".join(map(str, self.references))] if self.references else words)


@dataclass(frozen=True)
class Clause:
    """Things in a state; without things, a state of the robot or the room; without a state, that there are such."""

    things: tuple[Thing, ...]
    state: State | None

    def __str__(self) -> str:
        things = " , ".join(map(str, self.things))
        if self.state is None:
            return things
        return f"{things} -> {self.state}" if things else str(self.state)


@dataclass(frozen=True)
class Item:
    """A clause, perhaps only if something is true now."""

    clause: Clause
    test: Clause | None = None
    otherwise: Clause | None = None

    def __str__(self) -> str:
        words = [f"if {self.test} :"] if self.test else []
        words.append(str(self.clause))
        words += [f"else {self.otherwise}"] if self.otherwise else []
        return " ".join(words)


@dataclass(frozen=True)
class Stage:
    """What must be true at one time."""

    items: tuple[Item, ...]

    def __str__(self) -> str:
        return " ; ".join(map(str, self.items))


@dataclass(frozen=True)
class Ask:
    """What the instruction leaves open."""

    kind: AskKind
    about: Noun | None = None

    def __str__(self) -> str:
        return f"ask {self.kind}" + (f" {self.about}" if self.about else "")


@dataclass(frozen=True)
class Goal:
    """What a person wants: stages in order, what no step may touch, what must stay true; or a question or a no."""

    stages: tuple[Stage, ...] = ()
    avoid: tuple[Thing, ...] = ()
    keep: tuple[Clause, ...] = ()
    ask: Ask | None = None
    refuse: str = ""
    """A key of ``REASONS``."""

    def __str__(self) -> str:
        if self.ask:
            return str(self.ask)
        if self.refuse:
            return f"refuse {self.refuse}"
        guards = [f"| avoid {thing}" for thing in self.avoid] + [f"| keep {clause}" for clause in self.keep]
        return " ".join([" then ".join(map(str, self.stages)), *guards])

    def clauses(self) -> Iterator[Clause]:
        """Every clause, tests and alternatives included."""
        for stage in self.stages:
            for item in stage.items:
                yield from (part for part in (item.test, item.clause, item.otherwise) if part is not None)
        yield from self.keep

    def things(self) -> Iterator[Thing]:
        """Every description, in the order in which they are written."""
        for clause in self.clauses():
            yield from clause.things
            yield from clause.state.references if clause.state else ()
        yield from self.avoid

    def subtasks(self) -> "nx.DiGraph":
        """A node for each clause (its text), an edge from everything in a stage to everything in the next."""
        import networkx as nx

        graph = nx.DiGraph()
        before: list[str] = []
        for number, stage in enumerate(self.stages):
            now = [f"{number + 1}: {item}" for item in stage.items]
            for text, item in zip(now, stage.items, strict=True):
                graph.add_node(text, item=item, stage=number)
            graph.add_edges_from((first, second) for first in before for second in now)
            before = now
        return graph
