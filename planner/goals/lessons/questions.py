"""When to ask and when not: one of several, no place to go, nobody knows what "it" is; what is clear; and answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from grounding import Fact
from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.lessons import phrases as say
from planner.goals.lessons.agreement import pronoun
from planner.goals.lessons.clauses import Form, Wish, Wishes, smoothed
from planner.goals.lessons.mentions import Mention, Mentions, article, side_words
from planner.goals.lessons.trades import Trade
from planner.goals.lessons.whereabouts import End, destinations, how, receivers, spots
from planner.goals.matching import WordMatcher, content_words, head_word, plural, shares_head
from planner.goals.prompt import Exchange
from planner.goals.resolver import resolve
from planner.goals.target import Question

Make = Callable[[Mention], Wish | None]
_GAP = "@@"
"""Stands in a goal for what an answer settles."""


@dataclass(frozen=True)
class Slot:
    """A place in a wish where a thing is named."""

    ids: tuple[str, ...]
    """What may be named there."""
    make: Make
    acted_on: bool = True
    """Whether something is done to the thing; else it is where another one goes."""


@dataclass(frozen=True)
class Group:
    """Things that one noun fits, and where it is said."""

    noun: str
    ids: tuple[str, ...]
    slot: Slot
    goal: str
    """``[ mug ]`` for a red and a blue one, ``mug`` for copies."""


# -- where things are named ---------------------------------------------------------------------------------------


def _slots(wishes: Wishes) -> Iterator[Slot]:
    s = wishes.setting
    if s.movables and (s.at or s.on):
        yield Slot(tuple(s.movables), wishes.moved)
    for ids, states, verbs in _states(wishes):
        for state, texts in zip(states, verbs, strict=True):
            yield Slot(tuple(ids), _changing(wishes, state, texts))
    for trade, ids in s.trades:
        yield Slot(tuple(ids), _trading(wishes, trade))
    for to in receivers(s) if s.movables else ():
        texts = {"at": say.MOVE, "on": say.ON, "in": IN}[to.how]
        yield Slot(tuple(id for id in to.ids if id != s.person), _sending(wishes, to.predicate, texts), False)
    if s.sides and s.movables:
        for index in range(4):
            yield Slot(tuple(s.movables), _setting_beside(wishes, index), False)


def _states(wishes: Wishes) -> Iterator[tuple[Sequence[str], tuple[str, str], tuple[Sequence[str], Sequence[str]]]]:
    s = wishes.setting
    if s.openables:
        yield s.openables, (s.open, s.closed), say.OPENED_OTHERWISE.get(s.open, (say.OPEN, say.CLOSE))
    if s.switches:
        yield s.switches, (s.switched_on, s.switched_off), (say.SWITCH_ON, say.SWITCH_OFF)


def _changing(wishes: Wishes, state: str, texts: Sequence[str]) -> Make:
    def make(thing: Mention) -> Wish:
        return Wish(wishes.m.pick(texts).format(x=thing.said), f"{thing.goal} -> {state}", True, thing.ids)

    return make


def _trading(wishes: Wishes, trade: Trade) -> Make:
    def make(thing: Mention) -> Wish:
        text = wishes.m.pick(say.TRADE).format(x=thing.said, v=wishes.m.pick(trade.verbs), d=trade.done, s=trade.state)
        return Wish(text, f"{thing.goal} -> {trade.wanted}", True, thing.ids)

    return make


def _sending(wishes: Wishes, predicate: str, texts: Sequence[str]) -> Make:
    def make(place: Mention) -> Wish | None:
        thing = _other_thing(wishes.m, place)
        if thing is None:
            return None
        text = wishes.m.pick(texts).format(x=thing.said, p=place.said, it="it")
        return Wish(smoothed(text), f"{thing.goal} -> {predicate} {place.goal}", True, thing.ids)

    return make


def _setting_beside(wishes: Wishes, index: int) -> Make:
    def make(place: Mention) -> Wish | None:
        thing = _other_thing(wishes.m, place)
        if thing is None:
            return None
        side = wishes.m.pick(side_words(index))
        text = wishes.m.pick(say.SIDE).format(x=thing.said, p=place.said, s=side, it="it")
        return Wish(text, f"{thing.goal} -> {wishes.setting.sides[index]} {place.goal}", True, thing.ids)

    return make


def _other_thing(m: Mentions, place: Mention) -> Mention | None:
    """Something to go there; one of a kind, so that nothing else is to be asked."""
    ids = [id for id in m.setting.movables if id not in place.ids and len(m.alike(id)) == 1]
    return m.definite(m.pick(ids)) if ids else None


# -- what shares a noun -------------------------------------------------------------------------------------------


def _heads(m: Mentions, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Last words, with the ids that they name; no word that is itself a name or occurs in a name of something else."""
    found: dict[str, list[str]] = {}
    for id in ids:
        head = head_word(m.name(id))
        if head.isalpha() and len(head) > 2 and head not in (*m.vocabulary.ids, *NO_NOUNS) and content_words(head):
            found.setdefault(head, []).append(id)
    return {head: tuple(own) for head, own in found.items() if _names_only(m, head, own)}


def _names_only(m: Mentions, head: str, ids: Sequence[str]) -> bool:
    stem = content_words(head)[0]
    return all(
        (id in ids and shares_head(head, name)) or stem not in content_words(name)
        for id, name in m.vocabulary.names.items()
    )


def _several(wishes: Wishes, copies: bool = False) -> list[Group]:
    """Nouns that things of different names share; or names that copies share."""
    m, found = wishes.m, []
    for slot in _slots(wishes):
        if copies:
            names = sorted(
                {m.name(id) for id in slot.ids if len(m.alike(id)) > 1 and set(m.alike(id)) <= set(slot.ids)}
            )
            found += [Group(name, tuple(m.vocabulary.ids[name]), slot, name) for name in names]
            continue
        for head, ids in _heads(m, slot.ids).items():
            if len({m.name(id) for id in ids}) > 1:
                found.append(Group(head, ids, slot, f"[ {head} ]"))
    return found


def _one(m: Mentions, groups: Sequence[Group]) -> Group | None:
    return groups[int(m.rng.integers(len(groups)))] if groups else None


def _asked(m: Mentions, goal: str) -> Question | None:
    """The question that a goal comes to, if it does."""
    try:
        parsed = GoalGrammar(m.vocabulary).parse(goal)
    except GoalError:
        return None
    found = resolve(parsed, m.vocabulary, WordMatcher()).outcome
    return found if isinstance(found, Question) else None


def _said_of(m: Mentions, noun: str) -> str:
    return m.pick(THE_ONE).format(noun)


# -- one of several, or clear all the same ------------------------------------------------------------------------


def one_of_several(wishes: Wishes) -> Wish | None:
    """``the mug`` where a red and a blue one stand, wherever it is said: quoted, so that the resolver can ask."""
    m = wishes.m
    group = _one(m, _several(wishes))
    return group.slot.make(Mention(_said_of(m, group.noun), group.goal, group.ids)) if group else None


def one_of_its_kind(wishes: Wishes) -> Wish | None:
    """``the mug`` where there is only a red one."""
    m = wishes.m
    found = [
        Group(head, ids, slot, m.name(ids[0]))
        for slot in _slots(wishes)
        for head, ids in _heads(m, slot.ids).items()
        if len(ids) == 1 and m.name(ids[0]) != head
    ]
    group = _one(m, found)
    return group.slot.make(Mention(_said_of(m, group.noun), group.goal, group.ids)) if group else None


def one_of_the_copies(wishes: Wishes) -> Wish | None:
    """``the mug`` where there are three: the name, and the resolver asks if it matters which."""
    m = wishes.m
    group = _one(m, _several(wishes, copies=True))
    return group.slot.make(Mention(_said_of(m, group.noun), group.goal, group.ids)) if group else None


def whichever(wishes: Wishes) -> Wish | None:
    """``any of the mugs``, ``a mug, whichever``: said so, nobody asks."""
    m = wishes.m
    group = _one(m, _several(wishes, copies=m.chance(0.5)))
    if group is None:
        return None
    many = plural(group.noun)
    if m.chance(0.25):
        wish = group.slot.make(Mention(f"the {group.noun}", f"any {group.goal}", group.ids))
        return wish and replace(wish, said=m.pick(ANY_AFTER).format(a=wish.said))
    text, quoted = _any_said(m, group.noun, many)
    goal = f"any [ {quoted} ]" if group.goal.startswith("[") else f"any {group.goal}"
    return group.slot.make(Mention(text, goal, group.ids))


def _any_said(m: Mentions, noun: str, many: str) -> tuple[str, str]:
    if m.chance(0.35):
        return m.pick(ANY_OF_MANY).format(many), many
    return m.pick(ANY_ONE).format(noun, a=article(noun)), noun


def stated(wishes: Wishes) -> Wish | None:
    """``the closed drawer``: one may be left, or several; only what is said is written."""
    m = wishes.m
    options = []
    for group in _several(wishes) + _several(wishes, copies=True):
        unary = {f.predicate for f in m.setting.world.facts if len(f.arguments) == 1 and f.arguments[0] in group.ids}
        options += [
            (group, state) for state in sorted(unary - {m.setting.holding, m.setting.robot_at, m.setting.visited})
        ]
    if not options:
        return None
    group, state = options[int(m.rng.integers(len(options)))]
    said = m.pick(IN_STATE).format(group.noun, s=state.removeprefix("is "))
    wish = group.slot.make(Mention(said, f"{group.goal} {state}", group.ids))
    return None if wish is None or wish.goal.endswith(f"-> {state}") else wish


def standing(wishes: Wishes) -> Wish | None:
    """``the mug on the shelf``, one of several mugs: the place settles it, or leaves some."""
    m, s = wishes.m, wishes.setting
    options = []
    for group in _several(wishes) + _several(wishes, copies=True):
        options += [(group, spot) for spot in spots(s, group.ids)]
    if not options:
        return None
    group, fact = options[int(m.rng.integers(len(options)))]
    place = m.place(fact.arguments[1])
    if place.said.startswith("@") or fact.arguments[1] in (*group.ids, s.person):
        return None
    word = how(s, fact.predicate)
    word = m.pick(("at", "from", "over at")) if word == "at" else word
    said = m.pick(IN_PLACE).format(group.noun, w=word, p=place.said)
    wish = group.slot.make(Mention(said, f"{group.goal} {fact.predicate} {place.goal}", group.ids))
    return None if wish is None or wish.goal.count(f"{fact.predicate} {place.goal}") > 1 else wish


# -- where to, and what --------------------------------------------------------------------------------------------


def nowhere(wishes: Wishes) -> Wish | None:
    """Something is to be moved, and no place is said."""
    m, s = wishes.m, wishes.setting
    if not s.movables or not (s.at or s.on):
        return None
    return Wish(m.pick(NOWHERE).format(x=_carried(wishes).said), "ask where", False)


def somewhere(wishes: Wishes) -> Wish | None:
    """The same, with a place."""
    m = wishes.m
    end = _end(wishes)
    if end is None:
        return None
    thing = _carried(wishes)
    if end.id in thing.ids:
        return None
    text = m.pick(SOMEWHERE).format(a=m.pick(NOWHERE).format(x=thing.said), p=end.said)
    return Wish(text, f"{thing.goal} -> {end.goal}", False)


def without_antecedent(wishes: Wishes) -> Wish | None:
    """``take it to the shelf``, and nothing was spoken of."""
    m = wishes.m
    wish = _of_it(wishes, m.pick(("it", "it", "it", "that", "this", "that one", "the thing", "the other one", "them")))
    return wish and replace(wish, goal="ask what")


def with_antecedent(wishes: Wishes) -> Wish | None:
    """The same after something was named: in the sentence, the one before, or the request before."""
    m, s = wishes.m, wishes.setting
    ids = [id for id in s.movables if len(m.alike(id)) == 1]
    if not ids:
        return None
    thing = m.definite(m.pick(ids))
    it = pronoun(thing)
    wish = _of_it(wishes, m.pick(("it", "it", "it", "that", "this")) if it == "it" else it, thing)
    if wish is None:
        return None
    if m.chance(0.5):
        return replace(wish, said=m.pick(NAMED_BEFORE).format(x=thing.said, a=wish.said), imperative=False)
    earlier = wishes.moved(thing)
    if earlier is None:
        return None
    return replace(wish, earlier=(f"{earlier.said} ({m.pick(('done', 'done', 'failed', 'stopped'))})",))


def nothing_to_do(wishes: Wishes) -> Wish | None:
    """No word of what to do, or of what to do it with."""
    return Wish(wishes.m.pick(NOTHING), "ask what", False)


def _carried(wishes: Wishes) -> Mention:
    return wishes.m.definite(wishes.m.pick(wishes.setting.movables))


def _end(wishes: Wishes) -> End | None:
    """Where something can go."""
    m, s = wishes.m, wishes.setting
    ends = destinations(s, (s.person,))
    if not s.movables or not ends:
        return None
    end = ends[int(m.rng.integers(len(ends)))]
    place = m.place(end.id)
    return End(end.predicate, place, smoothed(f"{m.pick(TOWARDS[end.how])} {place.said}"))


def _of_it(wishes: Wishes, it: str, thing: Mention | None = None) -> Wish | None:
    """A wish about "it"; if nothing says what that is, it could be any of several."""
    m, s = wishes.m, wishes.setting
    goal = thing.goal if thing else _GAP
    held = any(fact.predicate == s.holding for fact in s.world.facts)
    options: list[Wish] = []
    end = _end(wishes)
    if end and end.id not in (thing.ids if thing else ()) and (thing or (len(s.movables) > 1 and not held)):
        text = m.pick(IT_GOES).format(it=it, p=end.said)
        options += [Wish(text, f"{goal} -> {end.goal}")] * 3
        if s.at and s.person:
            options.append(Wish(m.pick(IT_TO_ME).format(it=it), f"{goal} -> {s.at} {s.person}"))
    for ids, states, verbs in _states(wishes):
        for state, texts in zip(states, verbs, strict=True):
            apt = [id for id in ids if Fact(state, (id,)) not in s.world.facts]
            if len(apt) > 1 and thing is None:
                options.append(Wish(m.pick(texts).format(x=it), f"{goal} -> {state}"))
    for trade, ids in s.trades:
        if (len(ids) > 1 and not held) if thing is None else set(thing.ids) <= set(ids):
            options.append(Wish(f"{m.pick(trade.verbs)} {it}", f"{goal} -> {trade.wanted}"))
    return options[int(m.rng.integers(len(options)))] if options else None


# -- answers -------------------------------------------------------------------------------------------------------


def which_answered(wishes: Wishes) -> Wish | None:
    """``the mug``, which one, and what the person says to that."""
    m = wishes.m
    group = _one(m, _several(wishes, copies=m.chance(0.5)))
    if group is None:
        return None
    wish = group.slot.make(Mention(_said_of(m, group.noun), _GAP, group.ids))
    return wish and _with_answer(m, group, wish)


def _with_answer(m: Mentions, group: Group, wish: Wish) -> Wish | None:
    """The exchange about a noun in a wish whose goal has a gap; None if nothing needs to be asked."""
    question = _asked(m, wish.goal.replace(_GAP, group.goal, 1))
    if question is None or len(question.options) < 2:
        return None
    answer, goal = _reply(m, group, question.options)
    if goal == group.goal and answer not in NOT_HEARD:
        return None
    exchanges = (*wish.exchanges, Exchange(question.text, answer))
    whole = goal if goal.startswith("ask") else wish.goal.replace(_GAP, goal, 1)
    thing, _, state = whole.partition(" -> ")
    return None if state and thing.endswith(f" {state}") else replace(wish, goal=whole, exchanges=exchanges)


def _reply(m: Mentions, group: Group, options: Sequence[str]) -> tuple[str, str]:
    """An answer, and what it makes of the noun in the goal."""
    roll = m.rng.random()
    if roll < 0.1:
        return m.pick(EITHER_WILL_DO), f"any {group.goal}"
    if roll < 0.17 and group.slot.acted_on:
        return m.pick(BOTH_OF_TWO if len(options) == 2 else ALL_OF_THEM), f"all {group.goal}"
    if roll < 0.22:
        return m.pick(NEVER_MIND), "ask what"
    if roll < 0.25:
        return m.pick(NOT_HEARD), group.goal
    if roll < 0.42:
        told = m.told_apart(m.pick(group.ids))
        if told is not None and told.goal.startswith(f"{group.goal} "):
            said = told.said.replace(group.noun, "one") if m.chance(0.5) else told.said
            return said, told.goal
    place = int(m.rng.integers(len(options)))
    goal = _meant(m, group, options[place])
    if roll < 0.55:
        return _by_number(m, place, len(options)), goal
    short = _short(options, place)
    if group.goal.startswith("["):
        ways = [*NAMED, *NAMED_SHORTLY * 3] if short else NAMED
        return m.pick(ways).format(n=options[place], s=short), goal
    return m.pick([text for text in PLACED if short or "{s}" not in text]).format(n=options[place], s=short), goal


def _meant(m: Mentions, group: Group, option: str) -> str:
    """What an option of a question is in a goal: a name, or the noun with what the option says of it."""
    if option in m.vocabulary.ids:
        return option
    facts = [fact for fact in sorted(m.setting.world.facts) if fact.arguments[:1] and fact.arguments[0] in group.ids]
    if option.endswith(" in hand"):
        return f"{group.goal} {m.setting.holding}"
    said = option.split()
    qualifiers = []
    for fact in facts:
        words = [*fact.predicate.removeprefix("is ").split(), *(m.name(a) for a in fact.arguments[1:])]
        negated = "that is not " in option and len(fact.arguments) == 1
        text = " ".join([fact.predicate, *(m.name(a) for a in fact.arguments[1:])])
        there = f"{words[len(words) - 2]} the {words[-1]}" if len(fact.arguments) > 1 else ""
        if there and (f"{fact.predicate} the {words[-1]}" in option or option.endswith(there)):
            qualifiers.append(text)
        elif not there and set(words) <= set(said):
            qualifiers.append(f"not {text}" if negated else text)
    return " ".join([group.goal, *dict.fromkeys(qualifiers)])


def _short(options: Sequence[str], place: int) -> str:
    """The words of an option that no other has: ``red``, ``at the sink``."""
    option = options[place].partition(" of ")[0]
    others = {word for i, other in enumerate(options) if i != place for word in other.split()}
    own = [word for word in option.removeprefix("the one ").split() if word not in others]
    return " ".join(own)


def _by_number(m: Mentions, place: int, count: int) -> str:
    ways = [pattern.format(ORDINALS[place]) for pattern in THE_NTH] + [f"number {place + 1}", f"option {place + 1}"]
    if place == count - 1:
        ways += ["the last one", "the last", "the latter" if count == 2 else "the last you said"]
    if place == 0 and count == 2:
        ways += ["the former", "the one you said first"]
    return m.pick(ways)


def where_answered(wishes: Wishes) -> Wish | None:
    """``move the mug``, where to, and there; perhaps which mug, too."""
    m = wishes.m
    end = _end(wishes)
    groups = [g for copies in (False, True) for g in _several(wishes, copies) if g.slot.make == wishes.moved]
    group = _one(m, groups) if m.chance(0.5) else None
    thing = Mention(f"the {group.noun}", _GAP, group.ids) if group else _carried(wishes) if end else None
    question = _asked(m, "ask where")
    if end is None or thing is None or question is None or end.id in thing.ids:
        return None
    answer = m.pick(THERE).format(p=end.said, n=end.place.said.removeprefix("@"))
    said = m.pick(NOWHERE).format(x=thing.said)
    wish = Wish(said, f"{thing.goal} -> {end.goal}", False, (), "", (Exchange(question.text, answer),))
    return _answered_or_open(m, group, wish)


def what_answered(wishes: Wishes) -> Wish | None:
    """``take it to the shelf``, take what, and that; perhaps which of them, too."""
    m = wishes.m
    question = _asked(m, "ask what")
    if question is None or not wishes.setting.movables:
        return None
    groups = [g for copies in (False, True) for g in _several(wishes, copies) if g.slot.make == wishes.moved]
    group = _one(m, groups) if m.chance(0.5) else None
    noun = group.noun if group else ""
    thing = Mention(f"the {noun}", _GAP, group.ids) if group else _carried(wishes)
    roll = m.rng.random()
    if roll < 0.3:
        answer = m.pick(NOWHERE).format(x=thing.said)
        return Wish(m.pick(NOTHING), "ask where", False, (), "", (Exchange(question.text, answer),))
    if roll < 0.5:
        wish = wishes.moved(thing)
        wish = wish and replace(wish, said=m.pick(NOTHING), exchanges=(Exchange(question.text, wish.said),))
    else:
        wish = _of_it(wishes, m.pick(("it", "it", "that", "this")), thing)
        answer = m.pick(I_MEAN).format(x=thing.said)
        wish = wish and replace(wish, exchanges=(Exchange(question.text, answer),))
    return wish and _answered_or_open(m, group, replace(wish, imperative=False))


def _answered_or_open(m: Mentions, group: Group | None, wish: Wish) -> Wish | None:
    """With a second exchange about which of several is meant, or still without."""
    if group is None:
        return wish
    second = _with_answer(m, group, wish) if m.chance(0.6) else None
    return second or replace(wish, goal=wish.goal.replace(_GAP, group.goal, 1))


# -- phrases -------------------------------------------------------------------------------------------------------

TOWARDS = {"at": ("to", "to", "over to"), "on": ("on", "onto", "on top of"), "in": ("in", "into", "inside")}
"""Prepositions, by how a thing will be there."""
IN = (
    "put {x} in {p}",
    "drop {x} into {p}",
    "stow {x} in {p}",
    "{x} goes in {p}",
    "pop {x} inside {p}",
    "stick {x} in {p}",
)
THE_ONE = ("the {}", "the {}", "the {}", "the {}", "that {}", "my {}", "our {}", "this {}")
ANY_ONE = (
    "{a} {0}",
    "{a} {0}",
    "any {0}",
    "any {0}",
    "any old {0}",
    "either {0}",
    "some {0} or other",
    "whichever {0} is closest",
    "any {0} you like",
    "just any {0}",
    "whichever {0} you find first",
)
ANY_OF_MANY = (
    "one of the {}",
    "one of the {}",
    "any of the {}",
    "either of the {}",
    "any one of the {}",
    "one of my {}",
    "one of these {}",
    "whichever of the {} is nearest",
)
ANY_AFTER = (
    "{a}, whichever",
    "{a}, doesn't matter which one",
    "{a}. any will do",
    "{a}. it doesn't matter which",
    "{a}, either is fine",
    "{a}, i don't care which",
    "{a}. whichever is closer",
    "{a}, any one of them",
    "{a} - your choice which one",
)
NO_NOUNS = ("top", "space", "one", "two", "three", "back", "front", "left", "right")
"""Last words of names that say nothing alone."""
IN_STATE = (
    "the {s} {}",
    "the {s} {}",
    "the {} that is {s}",
    "the {} that's {s}",
    "that {s} {}",
    "the {} which is {s}",
    "the {} that's still {s}",
)
IN_PLACE = (
    "the {} {w} {p}",
    "the {} {w} {p}",
    "that {} {w} {p}",
    "the {} you find {w} {p}",
    "the {} that's sitting {w} {p}",
    "my {} {w} {p}",
)
NOWHERE = (
    "move {x}",
    "put {x} down somewhere",
    "i want {x} moved",
    "{x} has to move",
    "{x} needs a new spot",
    "could {x} be moved",
    "shift {x}",
    "get {x} out of the way",
    "{x} can't stay where it is",
    "transfer {x}",
    "i don't want {x} there",
    "deliver {x}",
    "haul {x} over",
    "{x} is in my way",
    "time to relocate {x}",
    "{x} needs to go elsewhere",
    "would you put {x} in the right place",
    "drop {x} off",
    "rearrange {x}",
    "take {x} over there",
    "{x} doesn't belong here",
    "stick {x} someplace else",
    "we should move {x}",
    "{x} has to go somewhere else",
    "store {x}",
)
SOMEWHERE = (
    "{a}, it goes {p}",
    "{a}. it should go {p}",
    "{a}. put it {p}",
    "{a} - {p} would be good",
    "{a}: {p}",
    "{a}, {p} please",
    "{a}, preferably {p}",
    "{a}. i'd say {p}",
    "{a}. how about {p}",
    "{a}, ideally {p}",
    "{a}. it can go {p}",
)
IT_GOES = (
    "put {it} {p}",
    "take {it} {p}",
    "move {it} {p}",
    "bring {it} {p}",
    "get {it} {p}",
    "carry {it} {p}",
    "pick {it} up and put it {p}",
    "grab {it} and take it {p}",
    "place {it} {p}",
    "leave {it} {p}",
    "have {it} moved {p}",
    "make sure {it} ends up {p}",
)
IT_TO_ME = (
    "bring me {it}",
    "hand {it} to me",
    "give {it} to me",
    "get {it} for me",
    "fetch {it} for me",
    "bring {it} over to me",
    "pass {it} to me",
    "let me have {it}",
)
NAMED_BEFORE = (
    "you see {x}? {a}",
    "about {x}: {a}",
    "take {x} for a moment. {a}",
    "{x} is in the way. {a}",
    "someone left {x} out, {a}",
    "i'm done with {x}. {a}",
    "i found {x}. {a}",
    "there's {x}. {a}",
    "as for {x}, {a}",
    "{x} - {a}",
    "who needs {x} now? {a}",
    "get {x} and {a}",
    "i can't have {x} lying around, {a}",
    "we forgot {x} again. {a}",
    "when you see {x}, {a}",
)
NOTHING = (
    "do your thing",
    "the usual",
    "the usual, please",
    "do what you always do",
    "handle things",
    "i need a hand",
    "i could use some help",
    "can you help",
    "help me out here",
    "are you there",
    "hello",
    "hey",
    "robot?",
    "get to work",
    "start",
    "go on then",
    "carry on",
    "do the thing we talked about",
    "you know the drill",
    "do what i told you",
    "finish the job",
    "just do it",
    "get ready for tonight",
    "make it nice",
    "do as before",
    "same as yesterday",
    "that thing, you know",
    "not like that",
    "what can you do",
    "surprise me",
    "we have a problem",
    "it's not right",
    "something is wrong here",
    "can you do me a favor",
    "would you mind",
    "i have a job for you",
    "could you do something for me",
    "there is something you must do",
    "take care of things",
    "do what needs doing",
    "and now the rest",
    "fix it",
    "deal with it",
    "work your magic",
    "ok go",
    "i want something",
    "your turn",
    "continue",
    "the other way round",
    "like last time",
)
EITHER_WILL_DO = (
    "either",
    "either one",
    "any",
    "any of them",
    "whichever",
    "doesn't matter",
    "it doesn't matter",
    "i don't care",
    "you choose",
    "you pick",
    "no preference",
    "whichever is closer",
    "any one will do",
    "either is fine",
    "your choice",
    "don't mind",
    "all the same to me",
)
BOTH_OF_TWO = ("both", "both of them", "both please", "the two of them", "all of them", "i mean both", "both, actually")
ALL_OF_THEM = (
    "all of them",
    "all",
    "every one of them",
    "all please",
    "the whole lot",
    "each of them",
    "all, actually",
)
NEVER_MIND = (
    "never mind",
    "neither",
    "none of them",
    "forget it",
    "neither of those",
    "nevermind, leave it",
    "no, something else",
    "not any of these",
    "none",
    "neither, i meant something else",
    "forget about it",
    "no",
)
NOT_HEARD = ("what?", "sorry?", "huh", "hm", "pardon", "come again", "i said it already", "what do you mean", "yes")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
THE_NTH = ("the {} one", "the {} one", "the {}", "{}", "the {} of those", "the {} one please", "i mean the {} one")
NAMED = (
    "{n}",
    "the {n}",
    "i mean the {n}",
    "the {n} please",
    "{n}, please",
    "the {n} of course",
    "it's the {n}",
    "oh, the {n}",
    "take the {n}",
)
NAMED_SHORTLY = (
    "{s}",
    "{s}",
    "the {s} one",
    "the {s} one",
    "{s} one please",
    "{s}, please",
    "the {s} one of course",
    "i meant the {s} one",
    "{s} i think",
)
PLACED = (
    "{n}",
    "{n}",
    "{n} please",
    "i mean {n}",
    "{n}, of course",
    "{s}",
    "{s}, please",
    "take {n}",
    "oh, {n}",
    "{s} i think",
)
THERE = (
    "{p}",
    "{p}",
    "{n}",
    "{n} please",
    "{p} please",
    "put it {p}",
    "it goes {p}",
    "{p}, i think",
    "it should be {p}",
    "just {p}",
    "oh sorry, {p}",
    "how about {n}",
    "let's say {p}",
)
I_MEAN = (
    "{x}",
    "{x}",
    "i mean {x}",
    "{x} please",
    "well, {x}",
    "{x} of course",
    "i was talking about {x}",
    "{x}, sorry",
    "it's {x} i mean",
)

QUESTIONS: dict[str, tuple[float, Form]] = {
    "one of several": (7, one_of_several),
    "nowhere": (2, nowhere),
    "without antecedent": (2, without_antecedent),
    "nothing to do": (1, nothing_to_do),
    "one of its kind": (2, one_of_its_kind),
    "one of the copies": (4, one_of_the_copies),
    "whichever": (5, whichever),
    "stated": (6, stated),
    "standing": (3, standing),
    "somewhere": (1, somewhere),
    "with antecedent": (2.5, with_antecedent),
    "which answered": (10, which_answered),
    "where answered": (2, where_answered),
    "what answered": (2, what_answered),
}
"""Weight and maker by family."""
