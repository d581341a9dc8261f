"""Which ids a description stands for, from names, facts and the matcher's judgement."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from grounding import Fact
from planner.goals.goal import Noun, Qualifier, Thing
from planner.goals.matching import SURE, Matcher, content_words, fitting, shares_head
from planner.goals.now import CONVERSES, SYMMETRIC, whereabouts
from planner.goals.vocabulary import EVERYTHING, Vocabulary

ALIKE = 0.5
"""Nats of log odds within which two names fit equally well, where any will do."""
DOUBT = 2.5
"""The same where one is meant, and a person is to be asked which."""

NAMESAKE = 0.9
"""Where names share the description's noun, others fit from this probability on: saucers are no bowls."""
UNLIKELY = 0.05
"""If nothing fits, a name that has all words of the description does from this probability on."""

Fits = Callable[[str], bool]
"""Whether an id can play the part that is asked for."""


@dataclass
class Describer:
    """Finds what is meant; remembers what it did and what was named before."""

    vocabulary: Vocabulary
    matcher: Matcher
    notes: list[str] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    """Ids that a noun has stood for so far, for ``other``."""

    def candidates(self, thing: Thing, fits: Fits, sure: bool = False) -> list[str]:
        """The ids that fit noun, qualifiers, exceptions and part, in the scene's order.

        Where not all are asked for, only the likeliest by name: ``any [ salty ]`` is what is saltiest among those that
        are where they should be and can play the part. ``sure`` leaves out what is merely likely.
        """
        excepted = {id for noun in thing.exceptions for id in self._with_noun(noun)}
        taken = self.named.get(thing.noun.text, set()) if thing.other else set()
        ids = [id for id in self.vocabulary.names if fits(id) and id not in excepted and id not in taken]
        for qualifier in thing.qualifiers:
            if qualifier.selector == "relation":
                ids = [id for id in ids if self._related(id, qualifier) != qualifier.negated]
        ids = self._with_noun(thing.noun, ids, thing, sure)
        for qualifier in thing.qualifiers:
            if qualifier.selector != "relation":
                ids = self._selected(ids, qualifier)
        return ids

    def spoken_of(self, thing: Thing, ids: list[str]) -> list[str]:
        """``the drawer`` is the one that was named before, if only one of several was."""
        if thing.quantifier != "the" or thing.other:
            return ids
        before = {id for named in self.named.values() if len(named) == 1 for id in named}
        again = [id for id in ids if id in before]
        return again if len({self.vocabulary.names[id] for id in again}) == 1 else ids

    def remember(self, thing: Thing, ids: Iterable[str]) -> None:
        """Note what a description stood for."""
        self.named.setdefault(thing.noun.text, set()).update(ids)

    def _with_noun(
        self, noun: Noun, among: Sequence[str] | None = None, thing: Thing | None = None, sure: bool = False
    ) -> list[str]:
        """Ids with that name, or with names that fit a description; all that do, unless a thing's quantifier says
        how many are needed."""
        names = self.vocabulary.names
        ids = list(names) if among is None else among
        if noun.place_of:
            spots = [whereabouts(id, self.vocabulary) for id in self._with_noun(replace(noun, place_of=False))]
            return [id for id in ids if any(spot is not None and spot.arguments[1] == id for spot in spots)]
        if not noun.described:
            wanted = ids if noun.text == EVERYTHING else self.vocabulary.ids.get(noun.text, ())
            return [id for id in ids if id in wanted]
        fit = self._matching(noun.text, list(dict.fromkeys(names[id] for id in ids)), thing, sure)
        return [id for id in ids if names[id] in fit]

    def _matching(self, phrase: str, names: Sequence[str], thing: Thing | None, sure: bool) -> list[str]:
        """Words shared with the name or the library's types decide first; the model is asked about the rest.

        ``the mug`` is no cup where there is a red mug; ``any mug`` may be one if that is nearly sure. Where nothing
        fits, the tomato plant may be what ``the tomatoes`` are.
        """
        certain = [name for name in names if name == phrase] or [n for n in names if self._certainly(phrase, n)]
        if any(name == phrase for name in certain):
            return certain
        judged = self.matcher.probabilities(phrase, [name for name in names if name not in certain])
        beside = NAMESAKE if certain else 0.0
        probabilities = {n: 1.0 if n in certain else judged[n] if judged[n] >= beside else 0.0 for n in names}
        one = thing is not None and thing.quantifier == "the"
        if one and any(shares_head(phrase, name) for name in certain):
            found = certain
        elif thing is None or thing.quantifier == "all":
            found = fitting(probabilities)
        else:
            found = fitting(probabilities, max(1, thing.count), DOUBT if one else ALIKE)
        if not found:
            words = set(content_words(phrase))
            found = [n for n in names if words and words <= set(content_words(n)) and probabilities[n] >= UNLIKELY]
        if sure:
            found = [name for name in found if probabilities[name] >= SURE]
        shown = ", ".join(f"{name} {probabilities[name]:.2f}" for name in names)
        self.notes.append(f"'{phrase}' is {', '.join(found) or 'nothing here'} (matcher: {shown})")
        return found

    def _certainly(self, phrase: str, name: str) -> bool:
        types = {t for id in self.vocabulary.ids.get(name, ()) for t in self.vocabulary.types[id]}
        return shares_head(phrase, name) or any(phrase == t or phrase == f"{t}s" for t in types)

    def _selected(self, ids: list[str], qualifier: Qualifier) -> list[str]:
        if qualifier.selector == "middle":
            return _middle(ids, [self._ranks(ids, predicate) for predicate in self.vocabulary.relations])
        ranks = self._ranks(ids, qualifier.predicate)
        wanted = max if qualifier.selector == "most" else min
        return [id for id in ids if ranks[id] == wanted(ranks.values())]

    def _related(self, id: str, qualifier: Qualifier) -> bool:
        if not qualifier.references:
            return Fact(qualifier.predicate, (id,)) in self.vocabulary.world.facts
        options = [set(self._with_noun(noun)) for noun in qualifier.references]
        return any(
            fact.predicate == qualifier.predicate
            and fact.arguments[0] == id
            and len(fact.arguments) == len(options) + 1
            and all(name in option for name, option in zip(fact.arguments[1:], options, strict=True))
            for fact in self._seen_both_ways()
        )

    def _ranks(self, ids: Sequence[str], predicate: str) -> dict[str, int]:
        """How many of the others each is ``predicate``: 2 for the left one of three, for ``left of``."""
        pairs = _chained({fact.arguments for fact in self._seen_both_ways() if fact.predicate == predicate})
        return {id: sum((id, other) in pairs for other in ids) for id in ids}

    def _seen_both_ways(self) -> set[Fact]:
        facts = set(self.vocabulary.world.facts)
        for fact in self.vocabulary.world.facts:
            converse = fact.predicate if fact.predicate in SYMMETRIC else CONVERSES.get(fact.predicate)
            if converse and len(fact.arguments) == 2:
                facts.add(Fact(converse, fact.arguments[::-1]))
        return facts


def _chained(pairs: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """What is left of what is left of a thing is left of it: the pairs and all that follow from them."""
    known: set[tuple[str, ...]] = {pair for pair in pairs if len(pair) == 2}
    while True:
        new = {(a, d) for a, b in known for c, d in known if b == c} - known
        if not new:
            return known
        known |= new


def _middle(ids: list[str], rankings: list[dict[str, int]]) -> list[str]:
    """Those with as many on one side as on the other, by the first relation that puts all in a row."""
    for ranks in rankings:
        if len(ids) > 2 and sorted(ranks.values()) == list(range(len(ids))):
            return [id for id in ids if ranks[id] in (len(ids) // 2, (len(ids) - 1) // 2)]
    return ids
