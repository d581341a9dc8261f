"""What a goal may leave to be looked up: where things are, and what is true of them now."""

from grounding import Fact
from planner.goals.vocabulary import Vocabulary
from skills.conditions import Atom, Condition, Not

CONVERSES = {
    "left of": "right of",
    "right of": "left of",
    "in front of": "behind",
    "behind": "in front of",
    "above": "below",
    "below": "above",
}
"""What is seen from the other side; a scene may state either."""
SYMMETRIC = frozenset({"next to", "near", "beside", "close to", "touching"})
_NEIGHBOURS = SYMMETRIC | frozenset(CONVERSES)


def whereabouts(id: str, vocabulary: Vocabulary) -> Fact | None:
    """The fact that says where a thing is, such as ``on(cup, shelf)``: what a skill could have brought about, and not
    merely what it stands beside. None if nothing does."""
    placed = (fact for fact in sorted(vocabulary.world.facts) if fact.arguments[:1] == (id,))
    return next((fact for fact in placed if len(fact.arguments) == 2 and _says_where(fact, vocabulary)), None)


def as_found(id: str, vocabulary: Vocabulary) -> list[Condition]:
    """All that skills can change about a thing, as it is now."""
    facts = vocabulary.world.facts
    there: list[Condition] = [
        Atom(fact.predicate, fact.arguments)
        for fact in sorted(facts)
        if fact.arguments[:1] == (id,) and fact.predicate in vocabulary.states
    ]
    return there + [
        Not(Atom(predicate, (id,)))
        for predicate, arity in vocabulary.states.items()
        if arity == 1
        and predicate not in vocabulary.world.library.history
        and vocabulary.achievable(predicate, (id,))
        and Fact(predicate, (id,)) not in facts
    ]


def _says_where(fact: Fact, vocabulary: Vocabulary) -> bool:
    return fact.predicate in vocabulary.states and fact.predicate not in _NEIGHBOURS
