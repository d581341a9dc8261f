"""Copies of one name: whether it matters which of them is meant, and how a question tells them apart."""

from collections.abc import Sequence

from grounding import Fact
from planner.goals.goal import State
from planner.goals.vocabulary import Vocabulary

RUBBISH = frozenset(["trash", "garbage", "rubbish", "waste", "wastebasket", "dustbin", "dumpster", "litter", "bin"])
"""Words of places from which nothing comes back."""
_SIDES = frozenset(
    ["left", "right", "front", "behind", "before", "next", "near", "beside", "close", "touching", "above", "below"]
)
"""Words of relations among neighbours, which are no place of their own."""
_PREPOSITIONS = frozenset(["at", "on", "in", "inside", "upon", "within", "under"])


def told_apart(ids: Sequence[str], state: State, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """How to say which copies are meant, and the ids of each; empty if a person would not mind which is taken.

    Copies that stand apart matter where the wrong one would be changed or thrown away; copies of which different
    things are true (a dirty and a clean mug) always do.
    """
    lasting = lasting_states(vocabulary)
    marks = {id: _true_of(id, vocabulary, 1, lasting) for id in ids}
    places = {id: tuple(f for f in _true_of(id, vocabulary, 2) if not _beside(f, ids)) for id in ids}
    apart = places if state.predicate in lasting or _thrown_away(state, vocabulary) else dict.fromkeys(ids, ())
    groups: dict[tuple[tuple[Fact, ...], ...], list[str]] = {}
    for id in ids:
        groups.setdefault((marks[id], apart[id]), []).append(id)
    if len(groups) < 2:
        return {}
    found: dict[str, list[str]] = {}
    for id, said in _sayings(marks, places, vocabulary).items():
        found.setdefault(said, []).append(id)
    return found if len(found) > 1 else {}


def lasting_states(vocabulary: Vocabulary) -> frozenset[str]:
    """States of single things that no carrying about changes: washed and open, but not held or reached."""
    found: set[str] = set()
    passing: set[str] = set()
    for skill in vocabulary.world.library:
        atoms = (*skill.change.add, *skill.change.remove)
        single = {atom.predicate for atom in atoms if len(atom.terms) == 1}
        carries = any(len(atom.terms) > 1 or atom.terms == ("*",) for atom in atoms)
        (passing if carries else found).update(single)
    return frozenset(found - passing)


def _true_of(id: str, vocabulary: Vocabulary, arity: int, predicates: frozenset[str] | None = None) -> tuple[Fact, ...]:
    """The facts about an id, as they would be of any copy of it."""
    return tuple(
        Fact(fact.predicate, fact.arguments[1:])
        for fact in sorted(vocabulary.world.facts)
        if fact.arguments[:1] == (id,)
        and len(fact.arguments) == arity
        and (predicates is None or fact.predicate in predicates)
    )


def _beside(fact: Fact, copies: Sequence[str]) -> bool:
    return bool(_SIDES & set(fact.predicate.split())) or fact.arguments[0] in copies


def _thrown_away(state: State, vocabulary: Vocabulary) -> bool:
    words = {word for thing in state.references for word in thing.noun.text.split()}
    return not state.negated and bool(words & RUBBISH)


def _sayings(
    marks: dict[str, tuple[Fact, ...]], places: dict[str, tuple[Fact, ...]], vocabulary: Vocabulary
) -> dict[str, str]:
    """By place if that tells all of them apart that differ, else by what is true of them, else by both."""
    kinds = len({(marks[id], places[id]) for id in marks})
    where = {id: _place(places[id], vocabulary) or _in_hand(id, vocabulary) for id in marks}
    what = {id: _mark(marks[id], marks) for id in marks}
    if len(set(where.values())) == kinds and all(where.values()):
        return {id: f"the one {where[id]}" for id in marks}
    if len(set(marks.values())) == kinds:
        return {id: f"the {what[id]}" for id in marks}
    return {id: f"the {what[id]} {where[id]}".strip() for id in marks}


def _place(facts: Sequence[Fact], vocabulary: Vocabulary) -> str:
    return " and ".join(f"{_preposition(f.predicate)} the {vocabulary.names.get(*f.arguments * 2)}" for f in facts)


def _in_hand(id: str, vocabulary: Vocabulary) -> str:
    """What is carried stands nowhere, and something passing is true of it."""
    passing = {fact.predicate for fact in vocabulary.world.facts if fact.arguments == (id,)}
    return "in hand" if passing - lasting_states(vocabulary) else ""


def _preposition(predicate: str) -> str:
    last = predicate.split()[-1]
    return last if last in _PREPOSITIONS else predicate


def _mark(facts: Sequence[Fact], marks: dict[str, tuple[Fact, ...]]) -> str:
    """``dirty one``, or what it is not."""
    if facts:
        return f"{' and '.join(_plain(f.predicate) for f in facts)} one"
    others = list(dict.fromkeys(_plain(f.predicate) for others in marks.values() for f in others))
    return f"one that is not {' or '.join(others)}" if others else "one"


def _plain(predicate: str) -> str:
    return predicate.removeprefix("is ")
