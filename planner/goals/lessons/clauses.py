"""Single wishes about a scene: an imperative or a sentence, and the clause of a goal that it means."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.agreement import pronoun
from planner.goals.lessons.mentions import Mention, Mentions, side_words
from planner.goals.lessons.speech import listed
from planner.goals.lessons.whereabouts import THERE, how, spots
from planner.goals.matching import head_word, plural
from planner.goals.prompt import Exchange


@dataclass(frozen=True)
class Wish:
    """Words and the goal that they mean."""

    said: str
    goal: str
    imperative: bool = True
    """Whether the words begin with a verb, so that "please" can come before them."""
    about: tuple[str, ...] = ()
    """Ids that it names."""
    into: str = ""
    """The id that something goes to."""
    exchanges: tuple[Exchange, ...] = ()
    """What was asked about it, and answered."""
    earlier: tuple[str, ...] = ()
    """Requests before it, with how they ended."""


class Wishes:
    """Makes wishes that the scene's library can fulfil."""

    def __init__(self, mentions: Mentions) -> None:
        self.m = mentions
        self.setting = mentions.setting

    # -- what ------------------------------------------------------------------------------------------------------

    def something(self) -> Mention | None:
        """One or more things that can be carried, in any way of naming them."""
        m, ids = self.m, self.setting.movables
        if not ids:
            return None
        roll = m.rng.random()
        id = m.pick(ids)
        if roll < 0.34:
            return m.definite(id)
        if roll < 0.41:
            return m.indefinite(id)
        if roll < 0.56:
            return self._perhaps_somewhere(m.any_of_concept())
        if roll < 0.62:
            return self._perhaps_somewhere(m.all_of_concept())
        if roll < 0.67:
            return m.count_of_concept()
        if roll < 0.79:
            return m.told_apart(id) or self._told_apart_anywhere()
        if roll < 0.84:
            many = [one for one in ids if len(m.alike(one)) > 1]
            return m.copies(m.pick(many)) if many else None
        if roll < 0.86:
            return m.one_of(id)
        if roll < 0.90:
            return self.excepting()
        if roll < 0.95:
            return self.list_of_things()
        return self.everything()

    def _perhaps_somewhere(self, thing: Mention | None) -> Mention | None:
        """``a soda from the table``."""
        s, m = self.setting, self.m
        if thing is None or m.chance(0.75):
            return thing
        found = spots(s, thing.ids)
        if not found:
            return thing
        spot = found[int(m.rng.integers(len(found)))]
        place = m.place(spot.arguments[1])
        words = {"at": ("on", "at", "from", "from", "in"), "on": ("on", "from"), "in": ("in", "from", "inside")}
        word = m.pick(words[how(s, spot.predicate)])
        return Mention(
            f"{thing.said} {word} {place.said}", f"{thing.goal} {spot.predicate} {place.goal}", thing.ids, thing.plural
        )

    def _told_apart_anywhere(self) -> Mention | None:
        ids = [self.setting.movables[i] for i in self.m.rng.permutation(len(self.setting.movables))]
        return next((found for id in ids if (found := self.m.told_apart(id))), None)

    def list_of_things(self) -> Mention | None:
        """``the apple, the tea and a spoon``."""
        m, ids = self.m, self.setting.movables
        count = int(m.rng.choice([2, 2, 2, 3, 3, 4]))
        if len(ids) < count:
            return None
        names = {m.name(id): id for id in (ids[i] for i in m.rng.permutation(len(ids)))}
        chosen = list(names.values())[:count]
        if len(chosen) < count:
            return None
        parts = [m.any_of_concept() if m.chance(0.35) else m.definite(id) for id in chosen]
        found = [part for part in parts if part is not None]
        if len(found) < 2 or len({part.goal for part in found}) < len(found):
            return None
        said = listed([part.said for part in found], m.rng)
        if len(found) == 2 and m.chance(0.15):
            said = f"both {found[0].said} and {found[1].said}"
        return Mention(
            said, " , ".join(part.goal for part in found), tuple(id for part in found for id in part.ids), True
        )

    def excepting(self) -> Mention | None:
        """``all the drinks except the tea``, ``a fruit but not the apple``."""
        m = self.m
        whole = (
            m.all_of_concept()
            if m.chance(0.6)
            else (m.any_of_concept() if m.chance(0.5) else self.everything(plain=True))
        )
        if whole is None:
            return None
        left_out = [id for id in whole.ids if len({m.name(other) for other in whole.ids}) > 1]
        names = list(dict.fromkeys(m.name(id) for id in left_out))
        if len(names) < 2:
            return None
        out = [m.pick(names)] if len(names) < 3 or m.chance(0.75) else m.pick_two(names)
        said = [m.definite(m.vocabulary.ids[name][0]) for name in out]
        words = m.pick((" and ", " or ")).join(mention.said for mention in said)
        text = m.pick(say.EXCEPT).format(x=whole.said, y=words)
        goal = f"{whole.goal} except {' or '.join(mention.goal for mention in said)}"
        return Mention(text, goal, tuple(id for id in whole.ids if m.name(id) not in out), whole.plural)

    def everything(self, plain: bool = False) -> Mention | None:
        """``everything``, ``everything on the shelf``, ``anything``."""
        m, setting = self.m, self.setting
        if not plain and m.chance(0.08):
            return Mention(m.pick(say.ANYTHING), "any things", tuple(setting.movables))
        if plain or m.chance(0.35):
            return Mention(m.pick(say.EVERYTHING), "all things", tuple(setting.movables), True)
        options = spots(setting)
        if not options:
            return None
        spot = options[int(m.rng.integers(len(options)))]
        predicate, where = spot.predicate, spot.arguments[1]
        word = THERE[how(setting, predicate)]
        place = m.place(where)
        ids = tuple(
            f.arguments[0] for f in setting.world.facts if f.predicate == predicate and f.arguments[1:] == (where,)
        )
        said = m.pick(say.EVERYTHING_THERE).format(r=f"{m.pick(word)} {place.said}")
        return Mention(said, f"all things {predicate} {place.goal}", ids, True)

    # -- what about it ---------------------------------------------------------------------------------------------

    def any(self) -> Wish | None:
        """A wish of any kind that the library knows."""
        options = [make for make, weight in self._kinds() for _ in range(weight)]
        if not options:
            return None
        make = options[int(self.m.rng.integers(len(options)))]
        return make()

    def _kinds(self) -> list[tuple[Callable[[], Wish | None], int]]:
        s = self.setting
        kinds: list[tuple[Callable[[], Wish | None], int]] = []
        if s.movables and (s.at or s.on):
            kinds.append((self.moved, 9))
        if s.holding and s.movables:
            kinds += [(self.held, 1)]
        if s.robot_at:
            kinds.append((self.gone, 1))
        if s.openables:
            kinds.append((self.opened, 3))
        if s.switches:
            kinds.append((self.switched, 3))
        if s.trades:
            kinds.append((self.traded, 4))
        return kinds

    def moved(self, thing: Mention | None = None) -> Wish | None:
        """Something goes somewhere."""
        s, m = self.setting, self.m
        thing = thing or self.something()
        if thing is None:
            return None
        if s.at:
            roll = m.rng.random()
            if roll < 0.45 and s.person:
                return self._brought(thing)
            if roll < 0.6 and s.trash:
                return self._thrown(thing)
            return self._placed(thing)
        return self._set(thing)

    def _brought(self, thing: Mention) -> Wish:
        s, m = self.setting, self.m
        goal = f"{thing.goal} -> {s.at} {s.person}"
        if " , " not in thing.goal and thing.goal in m.vocabulary.ids and m.chance(0.08):
            text = m.pick(say.REPLACE_SENTENCES).format(n=thing.goal)
            return Wish(text, f"any {goal}", False, thing.ids, s.person)
        return self._phrase(say.BRING, say.BRING_SENTENCES, 0.3, thing, goal, into=s.person)

    def _thrown(self, thing: Mention) -> Wish:
        s = self.setting
        return self._phrase(
            say.THROW, say.THROW_SENTENCES, 0.25, thing, f"{thing.goal} -> {s.at} {s.trash}", t=s.trash, into=s.trash
        )

    def _placed(self, thing: Mention) -> Wish:
        s, m = self.setting, self.m
        id = m.pick([place for place in s.places if place not in (s.person,)] or s.places)
        place = m.place(id)
        return self._phrase(
            say.MOVE, say.MOVE_SENTENCES, 0.25, thing, f"{thing.goal} -> {s.at} {place.goal}", p=place.said, into=id
        )

    def _set(self, thing: Mention) -> Wish | None:
        s, m = self.setting, self.m
        roll = m.rng.random()
        if s.sides and roll < 0.22:
            index = int(m.rng.integers(4))
            others = [id for id in [*s.movables, *s.surfaces[:-1]] if id not in thing.ids and len(m.alike(id)) == 1]
            if not others or " , " in thing.goal or thing.plural:
                return None
            other = m.place(m.pick(others))
            goal = f"{thing.goal} -> {s.sides[index]} {other.goal}"
            return self._phrase(
                say.SIDE, say.SIDE_SENTENCES, 0.2, thing, goal, p=other.said, s=m.pick(side_words(index))
            )
        if (s.containers and roll < 0.65) or not s.surfaces:
            return self._into(thing, m.pick(s.containers)) if s.containers else None
        targets = list(s.surfaces)
        types = m.vocabulary.types
        if m.chance(0.3):
            targets += [id for id in s.movables if "surface" in types[id] and id not in thing.ids]
        return self._onto(thing, m.pick(targets))

    def _into(self, thing: Mention, id: str) -> Wish:
        place = self._destination(id)
        goal = f"{thing.goal} -> {self.setting.inside} {place.goal}"
        if ("trash" in id or id == "bin") and self.m.chance(0.5):
            return self._phrase(say.THROW, say.THROW_SENTENCES, 0.25, thing, goal, t=id, into=id)
        return self._phrase(say.INTO, say.INTO_SENTENCES, 0.2, thing, goal, p=place.said, into=id)

    def _onto(self, thing: Mention, id: str) -> Wish:
        place = self._destination(id)
        goal = f"{thing.goal} -> {self.setting.on} {place.goal}"
        return self._phrase(say.ON, say.ON_SENTENCES, 0.2, thing, goal, p=place.said, into=id)

    def _destination(self, id: str) -> Mention:
        return (self.m.told_apart(id) or self.m.place(id)) if len(self.m.alike(id)) > 1 else self.m.place(id)

    def opened(self, id: str = "", open: bool | None = None) -> Wish:
        """A door or drawer is to be open, or closed."""
        s, m = self.setting, self.m
        free, id = not id, id or m.pick(s.openables)
        to_open = m.chance(0.5) if open is None else open
        texts: Sequence[str] = say.OPENED_OTHERWISE.get(s.open, (say.OPEN, say.CLOSE))[0 if to_open else 1]
        sentences: Sequence[str] = say.OPEN_SENTENCES if to_open else say.CLOSE_SENTENCES
        sentences = () if s.open in say.OPENED_OTHERWISE else sentences
        thing = (self._group(s.openables) if free and m.chance(0.3) else None) or m.place(id)
        state = s.open if to_open else s.closed
        if m.chance(0.1):
            texts, sentences = say.IN_STATE, say.IN_STATE_SENTENCES
        return self._phrase(
            texts, sentences, 0.25, thing, f"{thing.goal} -> {state}", into=id, s=state.removeprefix("is ")
        )

    def switched(self, id: str = "", on: bool | None = None) -> Wish:
        """A machine is to run, or not."""
        s, m = self.setting, self.m
        thing = (self._group(s.switches) if not id and m.chance(0.3) else None) or m.place(id or m.pick(s.switches))
        start = m.chance(0.55) if on is None else on
        state = s.switched_on if start else s.switched_off
        texts: Sequence[str] = say.SWITCH_ON if start else say.SWITCH_OFF
        sentences: Sequence[str] = say.SWITCH_ON_SENTENCES if start else say.SWITCH_OFF_SENTENCES
        if m.chance(0.12):
            texts, sentences = say.IN_STATE, say.IN_STATE_SENTENCES
        return self._phrase(texts, sentences, 0.25, thing, f"{thing.goal} -> {state}", s=state)

    def traded(self) -> Wish | None:
        """Something is to be washed, stamped, watered ..."""
        s, m = self.setting, self.m
        trade, ids = s.trades[int(m.rng.integers(len(s.trades)))]
        if not ids:
            return None
        thing = None
        if m.chance(0.5):
            thing = (self._group(ids) if m.chance(0.4) else None) or m.told_apart(m.pick(ids))
        thing = thing or m.definite(m.pick(ids))
        verb = trade.verbs[0] if m.chance(0.6) else m.pick(trade.verbs)
        goal = f"{thing.goal} -> {trade.wanted}"
        state = trade.done if trade.state.startswith("has ") else trade.state
        return self._phrase(say.TRADE, say.TRADE_SENTENCES, 0.3, thing, goal, v=verb, d=trade.done, s=state)

    def _group(self, ids: Sequence[str]) -> Mention | None:
        """Several things that the same can be done to: ``both drawers``, ``whatever is dirty``, ``everything``."""
        m, roll = self.m, self.m.rng.random()
        head = head_word(m.pick(ids))
        sharing = tuple(id for id in ids if head_word(m.name(id)) == head)
        states = sorted(
            {f.predicate for f in self.setting.world.facts if len(f.arguments) == 1 and f.arguments[0] in ids}
        )
        if roll < 0.12:
            return Mention(m.pick(say.EVERYTHING), "all things", tuple(ids), True)
        if roll < 0.4 and states:
            state = m.pick(states)
            fitting = tuple(id for id in ids if Fact(state, (id,)) in self.setting.world.facts)
            if m.chance(0.4) and set(fitting) & set(sharing):
                said = m.pick(say.ALL_IN_STATE_OF_A_KIND).format(s=state, n=plural(head))
                return Mention(said, f"all [ {plural(head)} ] {state}", fitting, True)
            return Mention(m.pick(say.ALL_IN_STATE).format(s=state), f"all things {state}", fitting, True)
        if roll < 0.7 and len(sharing) > 1:
            if len(sharing) == 2 and m.chance(0.3):
                return Mention(f"both {plural(head)}", f"all [ {plural(head)} ]", sharing, True)
            many = m.chance(0.7)
            noun = plural(head) if many else head
            before = m.pick(("all", "all the", "all of the", "the") if many else ("every", "each", "every single"))
            return Mention(f"{before} {noun}", f"all [ {noun} ]", sharing, True)
        if len(ids) < 2:
            return None
        chosen = [m.definite(id) for id in m.pick_two(list(ids))]
        if chosen[0].goal == chosen[1].goal:
            return None
        said = listed([c.said for c in chosen], m.rng)
        return Mention(said, " , ".join(c.goal for c in chosen), tuple(id for c in chosen for id in c.ids), True)

    def held(self) -> Wish | None:
        """Something is to be in the hand, or no longer."""
        s, m = self.setting, self.m
        in_hand = [f.arguments[0] for f in s.world.facts if f.predicate == s.holding]
        if in_hand or m.chance(0.12):
            if m.chance(0.3):
                free = [name for name, arity in m.vocabulary.states.items() if arity == 0]
                return Wish(m.pick(say.EMPTY_HAND), free[0]) if free else None
            thing = m.definite(in_hand[0] if in_hand else m.pick(s.movables))
            return self._phrase(say.RELEASE, (), 0, thing, f"{thing.goal} -> not {s.holding}")
        thing = (m.told_apart(m.pick(s.movables)) if m.chance(0.4) else None) or m.definite(m.pick(s.movables))
        if m.chance(0.25):
            thing = m.any_of_concept() or thing
        return self._phrase(say.HOLD, (), 0, thing, f"{thing.goal} -> {s.holding}")

    def gone(self) -> Wish:
        """The robot is to be somewhere."""
        s, m = self.setting, self.m
        if s.person and m.chance(0.25):
            return Wish(m.pick(say.COME), f"{s.person} -> {s.robot_at}")
        place = m.place(m.pick(s.places))
        said = place.said if place.said != "me" else "me"
        return Wish(m.pick(say.GO).format(p=said), f"{place.goal} -> {s.robot_at}")

    def _phrase(
        self,
        imperatives: Sequence[str],
        sentences: Sequence[str],
        share: float,
        thing: Mention,
        goal: str,
        into: str = "",
        **gaps: str,
    ) -> Wish:
        m = self.m
        sentence = bool(sentences) and m.chance(share)
        text = m.pick(sentences if sentence else imperatives).format(x=thing.said, it=pronoun(thing), **gaps)
        return Wish(smoothed(text), goal, not sentence, thing.ids, into)


Form = Callable[[Wishes], Wish | None]
"""Makes a request in a scene; None if the scene has not what it takes."""


def smoothed(text: str) -> str:
    """``put it on @under the table`` -> ``put it under the table``."""
    return re.sub(r"(on top of|onto|into|inside|atop|over at|off|on|in|to|at) @", "", text).replace("@", "")
