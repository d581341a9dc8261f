"""Wishes about what a verb does, said in other words: a synonym, what it means, a more general verb, its opposite."""

from collections.abc import Callable, Sequence

import numpy as np

from grounding import Fact
from planner.goals.lessons import verb_phrases
from planner.goals.lessons.agreement import agreement
from planner.goals.lessons.clauses import Wish, Wishes
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.speech import listed
from planner.goals.lessons.verb_scenes import Deed, Putting, VerbScene
from planner.goals.lessons.verb_table import Word

NEGATED = "not "
SHARES = {"word": 0.28, "other": 0.3, "said": 0.24, "general": 0.12, "narrower": 0.06}
"""How a verb is named: by the word for it, another one, what it means, a more general or a narrower verb."""


class VerbWishes(Wishes):
    """Wishes about what the verbs of a library do."""

    def __init__(self, mentions: Mentions, scene: VerbScene) -> None:
        super().__init__(mentions)
        self.scene = scene

    def _kinds(self) -> list[tuple[Callable[[], Wish | None], int]]:
        kinds: list[tuple[Callable[[], Wish | None], int]] = [(self.done, 10)] if self.scene.deeds else []
        kinds += [(self.undone, 6)] if any(deed.undone for deed in self.scene.deeds) else []
        kinds += [(self.put, 4)] if self.scene.puttings else []
        kinds += [(self.taken, 1)] if any(putting.undoing for putting in self.scene.puttings) else []
        return kinds + [(make, 2) for make, _ in super()._kinds()]

    # -- what is done to things -------------------------------------------------------------------------------------

    def deed(self, undone: bool = False) -> Deed | None:
        """Something that can be done, or undone."""
        options = [deed for deed in self.scene.deeds if deed.undone or not undone]
        return options[int(self.m.rng.integers(len(options)))] if options else None

    def moved(self, thing: Mention | None = None) -> Wish | None:
        """Something goes somewhere, or something is done to it."""
        carried = self.setting.at or self.setting.on
        return super().moved(thing) if carried and self.m.chance(0.5) else self.done(thing)

    def done(self, thing: Mention | None = None) -> Wish | None:
        """``polish the lamp``, ``make it shine``, ``the lamp isn't polished yet``."""
        deed = self.deed()
        thing = thing or (self.things(deed, deed.wanted) if deed else None)
        if deed is None or thing is None or not set(thing.ids) <= set(deed.ids):
            return None
        said, imperative = self._asked_for(thing, self.imperative(deed), self.participle(deed), self._late(deed, thing))
        return Wish(said, f"{thing.goal} -> {deed.wanted}", imperative, thing.ids)

    def undone(self) -> Wish | None:
        """``unroll the map``, ``the map should no longer be rolled up``."""
        deed = self.deed(undone=True)
        thing = self.things(deed, deed.undone) if deed else None
        if deed is None or thing is None:
            return None
        goal, roll = f"{thing.goal} -> {deed.undone}", self.m.rng.random()
        if roll < 0.45 or not deed.undoing:
            text = self.m.pick(verb_phrases.NO_LONGER)
            said = text.format(x=thing.said, d=self.participle(deed), **agreement(thing))
            return Wish(said, goal, text.startswith(("see ", "make ")), thing.ids)
        word = self.one_of(deed.undoing)
        said, imperative = self._asked_for(thing, imperative_of(word, self.m), word.participle, ())
        return Wish(said, goal, imperative, thing.ids)

    def _asked_for(self, thing: Mention, do: str, participle: str, late: Sequence[str]) -> tuple[str, bool]:
        """By an imperative, or by the state; and whether the words are an imperative."""
        m, roll = self.m, self.m.rng.random()
        small = agreement(thing)
        if roll < 0.5:
            return m.pick(verb_phrases.DO).format(a=do.format(x=thing.said)), True
        if roll < 0.62:
            return m.pick(verb_phrases.DO_SENTENCES).format(a=do.format(x=thing.said)), False
        if roll < 0.72:
            return m.pick(verb_phrases.HAVE).format(x=thing.said, d=participle, **small), True
        sentences = late if late and roll > 0.86 else verb_phrases.WANT
        return m.pick(sentences).format(x=thing.said, d=participle, **small), False

    def _late(self, deed: Deed, thing: Mention) -> Sequence[str]:
        """Sentences that say that it is not so yet, where that is true."""
        return () if any(self.holds(deed.wanted, id) for id in thing.ids) else verb_phrases.NOT_YET

    # -- words ------------------------------------------------------------------------------------------------------

    def imperative(self, deed: Deed) -> str:
        """What is said for a verb, with a gap for the thing."""
        m, verb = self.m, deed.verb
        ways: dict[str, list[str]] = {
            "word": [imperative_of(word, m) for word in deed.words[:1]],
            "other": [imperative_of(word, m) for word in deed.words[1:]],
            "said": list(verb.said),
            "general": [f"{word} {{x}}" for word in deed.general],
            "narrower": [imperative_of(word, m) for word in deed.narrower],
        }
        names = [name for name, said in ways.items() if said]
        odds = np.array([SHARES[name] for name in names])
        return m.pick(ways[names[int(m.rng.choice(len(names), p=odds / odds.sum()))]])

    def participle(self, deed: Deed) -> str:
        """What is said of a thing to which it was done."""
        adjective = deed.verb.adjective
        return adjective if adjective and self.m.chance(0.2) else self.one_of(deed.words).participle

    def one_of(self, words: Sequence[Word]) -> Word:
        """The first one most often."""
        return words[0] if self.m.chance(0.45) else words[int(self.m.rng.integers(len(words)))]

    # -- things -----------------------------------------------------------------------------------------------------

    def holds(self, state: str, id: str) -> bool:
        """Whether a goal's state is so now."""
        return (Fact(state.removeprefix(NEGATED), (id,)) in self.setting.world.facts) != state.startswith(NEGATED)

    def things(self, deed: Deed, wanted: str) -> Mention | None:
        """One or more things of which it is not so yet."""
        m, late = self.m, [id for id in deed.ids if not self.holds(wanted, id)]
        if not late:
            return None
        roll, id = m.rng.random(), m.pick(late)
        everything = set(deed.ids) >= set(self.setting.movables)
        if roll < 0.12:
            return self._listed(late)
        if roll < 0.2:
            found = m.told_apart(id)
            return found if found and wanted.removeprefix(NEGATED) not in found.goal else m.definite(id)
        if roll < 0.36 and everything:
            found = self._several(wanted)
            return found if found and set(found.ids) & set(late) else m.definite(id)
        return (m.indefinite(id) if roll > 0.97 else m.definite(id)) if len(m.alike(id)) == 1 else m.copies(id)

    def _several(self, wanted: str) -> Mention | None:
        """Things of a kind, all things, all but some."""
        m, roll = self.m, self.m.rng.random()
        if roll < 0.4:
            found = self._group(self.setting.movables)
            return found if found and wanted.removeprefix(NEGATED) not in found.goal else None
        if roll < 0.55:
            return m.any_of_concept()
        if roll < 0.7:
            return m.all_of_concept()
        return self.excepting() if roll < 0.9 else self.everything(plain=True)

    def _listed(self, ids: Sequence[str]) -> Mention:
        """Two or three of them."""
        m = self.m
        names = {m.name(id): id for id in (ids[i] for i in m.rng.permutation(len(ids)))}
        parts = [m.definite(id) for id in list(names.values())[: 3 if m.chance(0.25) else 2]]
        found = {part.goal: part for part in parts}
        if len(found) == 1:
            return parts[0]
        said = listed([part.said for part in found.values()], m.rng)
        return Mention(said, " , ".join(found), tuple(id for part in found.values() for id in part.ids), True)

    # -- where things are put ---------------------------------------------------------------------------------------

    def put(self) -> Wish | None:
        """``suspend the coat on the rail``."""
        putting = self.scene.puttings[int(self.m.rng.integers(len(self.scene.puttings)))]
        pairs = [pair for pair in pairs_of(putting) if not self._is_put(putting, *pair)]
        return self._where(putting, pairs, verb_phrases.INTO, "") if pairs else None

    def taken(self) -> Wish | None:
        """``untie the dog from the post``."""
        options = [putting for putting in self.scene.puttings if putting.undoing]
        putting = options[int(self.m.rng.integers(len(options)))]
        pairs = [pair for pair in pairs_of(putting) if self._is_put(putting, *pair)]
        return self._where(putting, pairs, verb_phrases.OUT_OF, NEGATED) if pairs else None

    def _where(self, putting: Putting, pairs: Sequence[tuple[str, str]], texts: Sequence[str], negated: str) -> Wish:
        m = self.m
        first, second = pairs[int(m.rng.integers(len(pairs)))]
        x, y, word = m.definite(first), m.definite(second), self.one_of(putting.words)
        preposition, text = putting.preposition, m.pick(texts)
        goal = f"{x.goal} -> {negated}{putting.predicate} {y.goal}"
        if negated and m.chance(0.6):
            back = self.one_of(putting.undoing)
            return Wish(f"{back.around(x.said)} from {y.said}", goal, True, (first, second))
        imperative = text.startswith("{v}")
        preposition = m.pick(verb_phrases.PREPOSITIONS[preposition]) if imperative else preposition
        said = text.replace("{v} {x}", word.around(x.said))
        said = said.format(x=x.said, y=y.said, d=word.participle, p=preposition, **agreement(x))
        return Wish(said, goal, imperative, (first, second))

    def _is_put(self, putting: Putting, first: str, second: str) -> bool:
        return Fact(putting.predicate, (first, second)) in self.setting.world.facts


def opposite_of(state: str) -> str:
    """``not folded`` of ``folded``, and the other way round."""
    return state.removeprefix(NEGATED) if state.startswith(NEGATED) else f"{NEGATED}{state}"


def imperative_of(word: Word, m: Mentions) -> str:
    """With a gap for the thing: ``roll up {x}``, ``roll {x} up``."""
    return word.around("{x}") if m.chance(0.5) else f"{word.verb} {{x}}"


def pairs_of(putting: Putting) -> list[tuple[str, str]]:
    """Every thing with every place for it."""
    return [(first, second) for first in putting.ids for second in putting.receivers]
