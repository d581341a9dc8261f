"""Made-up libraries whose skills are verbs that come near each other in meaning, and scenes for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.goals.grammar import COMMON_WORDS
from planner.goals.lessons.settings import Setting, _Maker
from planner.goals.lessons.verb_table import KINDS, Verb, Word, akin, names_of, narrower, verbs_for

PREPOSITIONS = {"in": "in", "on": "on", "to": "to", "fastened": "to"}
"""By the table's kinds for verbs that need to know where: what follows the thing."""
RECEIVERS = {"in": "vessel", "on": "surface", "to": "room", "fastened": "wood"}
"""What things are put in or on, brought to, or fastened to."""
MOST_VERBS = 8
HOLDS = 0.15
"""Odds that a thing is in a state from the beginning."""
ONE_TYPE = 0.3
"""Odds that every verb of a library is for every thing."""
HANDLED = frozenset(
    ["cloth", "food", "wood", "metal", "stone", "vessel", "document", "cord", "lamp", "toy", "machine", "thing"]
)
"""Kinds of things to which whatever can be done to any thing may be done."""
_ITEMS = ("item", "thing", "object", "piece", "workpiece")
_PARAMETERS = ("object", "target", "thing", "item", "what")


@dataclass(frozen=True)
class Deed:
    """What a library can do to things by one verb, and the words for it that mean nothing else there."""

    verb: Verb
    wanted: str
    """As a goal writes it: ``folded``, or ``not unfolded``."""
    undone: str
    """What a skill that undoes it makes of it; empty if there is none."""
    ids: tuple[str, ...]
    words: tuple[Word, ...]
    undoing: tuple[Word, ...] = ()
    general: tuple[str, ...] = ()
    """Verbs of which only this one of the library is a kind."""
    narrower: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Putting:
    """A verb that needs to know where."""

    verb: Verb
    predicate: str
    preposition: str
    words: tuple[Word, ...]
    ids: tuple[str, ...]
    receivers: tuple[str, ...]
    undoing: tuple[Word, ...] = ()
    """What undoes it; empty if nothing does."""


@dataclass(frozen=True)
class VerbScene:
    """A setting, and what can be done there."""

    setting: Setting
    deeds: tuple[Deed, ...]
    puttings: tuple[Putting, ...]


def make_verb_scene(rng: np.random.Generator, allowed: Callable[[str], bool] = lambda name: True) -> VerbScene:
    """A random library of verbs with a random scene.

    Args:
        rng: makes every choice.
        allowed: whether a thing may occur, so that some can be held out.
    """
    maker = _VerbMaker(rng, allowed)
    if maker.chance(0.5):
        maker.categories["0"] = ()  # a mark: ids carry numbers
    if maker.chance(0.2):
        maker.mobile()
    elif maker.chance(0.15):
        maker.bench()
    maker.add_verbs()
    setting = maker.finish()
    setting.movables = setting.movables or [id for id in maker.things_there if id in setting.world.objects]
    return VerbScene(setting, tuple(maker.deeds), tuple(maker.puttings))


def fits_beside(verb: Verb, others: Sequence[Verb]) -> bool:
    """Whether no word for one of them is also a word for the other, or for its opposite."""
    return not any(verb.claimed & other.claimed for other in others)


class _VerbMaker(_Maker):
    """Adds verbs to a setting."""

    def __init__(self, rng: np.random.Generator, allowed: Callable[[str], bool]) -> None:
        super().__init__(rng, allowed)
        self.deeds: list[Deed] = []
        self.puttings: list[Putting] = []
        self.things_there: list[str] = []

    def add_verbs(self) -> None:
        """Verbs for one or two kinds of things, most of them akin to the first."""
        carried = bool(self.made.movables)
        kinds = ["thing"] if carried else self._kinds()
        type = self.pick(_ITEMS) if self.chance(ONE_TYPE) and not carried else ""
        chosen: list[Verb] = []
        for kind in kinds:
            ids = list(self.made.movables) if carried else self._things(kind, len(kinds))
            some = self._verbs(kind, chosen, MOST_VERBS // len(kinds))
            chosen += some
            for id in ids:
                self._has_type(id, type or f"{kind} piece")
            for verb in some:
                self._deed(verb, tuple(ids), type or f"{kind} piece")
            self.things_there += ids
        if type:
            self.deeds = [replace(deed, ids=tuple(self.things_there)) for deed in self.deeds]
        if self.chance(0.3):
            self._puttings(chosen, list(PREPOSITIONS) if set(kinds) <= HANDLED else ["to"])
        self.deeds = [_with_clear_words(deed, chosen) for deed in self.deeds]
        for deed in self.deeds:
            self._facts(deed)

    # -- which ------------------------------------------------------------------------------------------------------

    def _kinds(self) -> list[str]:
        """One or two kinds of things."""
        return self.some(list(KINDS), 1, 2)

    def _things(self, kind: str, kinds: int) -> list[str]:
        names = [name for name in names_of(kind) if self.allowed(name) and name not in self.objects]
        found = []
        for name in self.some(names, 2, 7 // kinds):
            count = int(self.rng.choice([1, 2, 3], p=[0.88, 0.08, 0.04]))
            numbered = count > 1 or self.made_numbers
            ids = [f"{name} {number + 1}" for number in range(count)] if numbered else [name]
            found += [self.fixture(id, (), name) for id in ids]
        return found

    def _has_type(self, id: str, type: str) -> None:
        category = self.objects[id]
        self.categories[category] = tuple(dict.fromkeys((*self.categories.get(category, ()), type)))

    def _verbs(self, kind: str, beside: Sequence[Verb], most: int) -> list[Verb]:
        """Verbs for things of a kind that can be told apart by what they mean, two at least."""
        own = verbs_for(kind)
        fitting = tuple(dict.fromkeys((*own, *verbs_for("thing")))) if kind in HANDLED else own
        first = own[int(self.rng.integers(len(own)))]
        near = [verb for verb in akin(first) if kind in verb.things or verb in fitting]
        order = [first, *self._shuffled(near)[: most // 2 + 1], *self._shuffled(own), *self._shuffled(fitting)]
        wanted, found = int(self.rng.integers(2, most + 1)), list[Verb]()
        for verb in order:
            if len(found) < wanted and fits_beside(verb, [*beside, *found]):
                found.append(verb)
        return found

    def _shuffled(self, some: Sequence[Verb]) -> list[Verb]:
        return [some[int(i)] for i in self.rng.permutation(len(some))]

    # -- skills -----------------------------------------------------------------------------------------------------

    def _deed(self, verb: Verb, ids: tuple[str, ...], type: str) -> None:
        """A skill for a verb, and perhaps one that undoes it."""
        name = self.pick([verb.name, verb.name, *(word.verb for word in verb.words)])
        state = self._state(verb, name)
        if not self._is_free(state):
            return
        other = verb.opposites[int(self.rng.integers(len(verb.opposites)))] if verb.opposites else None
        roll = self.rng.random()
        if other is None or roll < 0.1 or not self._is_free(other.participle):
            self._one_skill(name, verb, type, f"{state}(<x>)")
            self.deeds.append(Deed(verb, state, "", ids, verb.words))
            return
        if roll < 0.5:  # one predicate, which is undone
            wanted, undone, doing, back = state, f"not {state}", [f"{state}(<x>)"], [f"not {state}(<x>)"]
        elif roll < 0.62:  # only the other side has a predicate
            wanted, undone = f"not {other.participle}", other.participle
            doing, back = [f"not {undone}(<x>)"], [f"{undone}(<x>)"]
        else:
            wanted, undone = state, other.participle
            doing = [f"{state}(<x>)", f"not {undone}(<x>)"]
            back = [f"{undone}(<x>)", f"not {state}(<x>)"]
        self._one_skill(name, verb, type, *doing)
        self._one_skill(other.verb, None, type, *back)
        self.deeds.append(Deed(verb, wanted, undone, ids, verb.words, verb.opposites))

    def _state(self, verb: Verb, name: str) -> str:
        """What the library calls it: most often the participle of the verb that names the skill."""
        roll = self.rng.random()
        if verb.adjective and roll < 0.2:
            return verb.adjective
        word = next(word for word in verb.words if word.verb == name)
        return self.pick([word.participle for word in verb.words]) if roll > 0.85 else word.participle

    def _is_free(self, predicate: str) -> bool:
        known = self.taken() | {fact.predicate for fact in self.facts} | {"visited", "held", "next to"}
        return predicate not in known and not set(predicate.split()) & COMMON_WORDS

    def _one_skill(self, name: str, verb: Verb | None, type: str, *effects: str) -> None:
        parameter, the = self.pick(_PARAMETERS), "the " if self.chance(0.6) else ""
        template = f"{name} {the}{{{parameter}}}"
        if verb is not None and verb.said and self.chance(0.08):
            template = self.pick(verb.said).replace("{x}", f"{the}{{{parameter}}}")
        pre: list[object] = []
        if self.made.at and self.made.robot_at and self.chance(0.5):
            pre = [f"{self.made.at}({parameter}, ?place)", f"{self.made.robot_at}(?place)"]
        elif self.chance(0.3) and not effects[0].startswith("not "):
            pre = [["not", effects[0].replace("<x>", parameter)]]
        put = [effect.replace("<x>", parameter) for effect in effects]
        self.skill(name.replace(" ", "_").replace("-", "_"), template, {parameter: type}, pre, put)

    def _facts(self, deed: Deed) -> None:
        """How things are at the beginning."""
        sides = [text for text in (deed.wanted, deed.undone) if text and not text.startswith("not ")]
        for id in deed.ids:
            if len(sides) == 2:
                self.fact(self.pick(sides), id)
            elif self.chance(0.45 if deed.undone else HOLDS):
                self.fact(sides[0], id)

    # -- puttings ---------------------------------------------------------------------------------------------------

    def _puttings(self, beside: list[Verb], ways: Sequence[str]) -> None:
        """Up to three verbs of one of these kinds, with places for them."""
        kind = self.pick(ways)
        names = [name for name in names_of(RECEIVERS[kind]) if self.allowed(name)]
        names = [name for name in names if name not in {*self.objects, *self.categories, *self.made.places}]
        receivers = [self.fixture(name, (RECEIVERS[kind],)) for name in self.some(names, 1, 4)]
        if not receivers or not self.things_there:
            return
        for verb in self._shuffled(verbs_for(kind))[: int(self.rng.integers(1, 4))]:
            if fits_beside(verb, beside):
                beside.append(verb)
                self._putting(verb, kind, tuple(receivers))

    def _putting(self, verb: Verb, kind: str, receivers: tuple[str, ...]) -> None:
        preposition, word = PREPOSITIONS[kind], verb.words[int(self.rng.integers(len(verb.words)))]
        predicate = f"{word.participle} {preposition}"
        if not self._is_free(predicate):
            return
        for id in self.things_there:
            self._has_type(id, "movable piece")
        types = {"object": "movable piece", "target": RECEIVERS[kind]}
        template = f"{word.around('the {object}')} {preposition} the {{target}}"
        state, left = f"{predicate}(object, target)", f"not {predicate}(object, *)"
        self.skill(word.verb.replace(" ", "_"), template, types, [], [left, state] if kind == "to" else [state])
        undoing = verb.opposites[:1] if kind == "fastened" and self.chance(0.8) else ()
        for back in undoing:
            template = f"{back.around('the {object}')} from the {{target}}"
            self.skill(back.verb.replace(" ", "_"), template, types, [state], [f"not {state}"])
        self.puttings.append(
            Putting(verb, predicate, preposition, verb.words, tuple(self.things_there), receivers, undoing)
        )
        for id in self.things_there:
            if self.chance(0.25):
                self.fact(predicate, id, self.pick(receivers))


def _with_clear_words(deed: Deed, chosen: Sequence[Verb]) -> Deed:
    """With the words that are said of no other verb of the library."""
    others = [verb for verb in chosen if verb.sense != deed.verb.sense]
    taken = {word for verb in others for word in (*verb.claimed, *verb.general)}
    words = tuple(word for word in deed.verb.words if word.verb not in taken)
    undoing = tuple(word for word in deed.undoing if word.verb not in taken)
    general = tuple(word for word in deed.verb.general if word not in taken)
    below = [verb for verb in narrower(deed.verb) if fits_beside(verb, others)]
    below = [verb for verb in below if not set(verb.general) & {word for other in others for word in other.verbs}]
    kinds = tuple(verb.words[0] for verb in below if set(verb.things) & {*deed.verb.things, "thing"})
    return replace(deed, words=words or deed.verb.words[:1], undoing=undoing, general=general, narrower=kinds)
