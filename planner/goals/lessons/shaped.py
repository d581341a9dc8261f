"""Requests about links, second movers, states of places, one-sided states, and things told by facts that stay."""

import re
from collections.abc import Sequence

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.agreement import small_words
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.shapes import Cared, Linked, Moved, Sided
from planner.goals.lessons.speech import listed
from planner.goals.lessons.standing import MARKS
from planner.goals.lessons.trades import parts
from planner.goals.matching import content_words, head_word, plural

IN_LINK = (
    "see to it that {x} is {p} {y}",
    "make sure that {x} ends up {p} {y}",
    "{x} should be {p} {y}",
    "i want {x} {p} {y}",
    "why isn't {x} {p} {y} yet",
    "is {x} {p} {y} already? if not, do it",
    "{x} isn't {p} {y}, and it should be",
    "as for {y}, i'd like {x} to be {p} it",
    "{x}: {p} {y}, please",
    "what about {x}? it ought to be {p} {y}",
    "by tonight {x} has to be {p} {y}",
    "somebody forgot to see that {x} is {p} {y}",
)
OUT_OF_LINK = (
    "{x} should no longer be {p} {y}",
    "i don't want {x} {p} {y}",
    "make sure that {x} is not {p} {y}",
    "why is {x} still {p} {y}",
    "{x} is still {p} {y}, change that",
    "{x} shouldn't be {p} {y} any more",
    "who left {x} {p} {y}? undo that",
    "{x} need not stay {p} {y}",
    "see to it that {x} isn't {p} {y} any longer",
)
SWITCH_LINK = (
    "i want {x} {p} {z} instead of {y}",
    "{x} is {p} {y}, but it should be {p} {z}",
    "not {y}: {x} has to be {p} {z}",
    "{x} should be {p} {z} rather than {y}",
    "let's have {x} {p} {z} and no longer {y}",
)
LINK_FOR_A_WHILE = (
    "{a} and later {b} again",
    "{a}, then {b} again",
    "{a}, wait a moment and {b}",
    "{a}; after that {b}",
)
UNDO_THAT = (
    "undo that",
    "no, off with it again",
    "take it off again",
    "on second thoughts, i don't want it there",
    "that was wrong, back to how it was",
    "hm, it was better without",
)
WHICH_IS_LINKED = ("the {n} that is {p} {y}", "the {n} that's {p} {y}", "the {n} {p} {y}", "whichever {n} is {p} {y}")
WHICH_ARE_FREE = (
    "all the {n} that aren't {p} anything",
    "every {one} that isn't {p} anything",
    "the {n} not {p} anything",
)
WHICH_ARE_LINKED = ("all the {n} that are {p} {y}", "every {one} {p} {y}", "the {n} {p} {y}")

AT_SPOT = (
    "i want {x} at {p}",
    "{x} should be at {p}",
    "have {x} come to {p}",
    "{x} to {p}, please",
    "{p} is where i want {x}",
    "shouldn't {x} be at {p} by now",
    "can {x} be moved to {p}",
    "{x} has no business anywhere but at {p}",
    "see that {x} gets to {p}",
    "next stop for {x}: {p}",
    "{x} is late for {p}",
    "move {x} on to {p}",
    "get {x} to {p}",
    "it would suit us better to have {x} at {p}",
)
WHO_IS_THERE = ("the {n} at {q}", "the {n} that is at {q}", "the {n} over at {q}")
ALL_THERE = ("everyone at {q}", "whoever is at {q}", "all that is at {q} now")
ALL_OF_TYPE = ("all {n}", "all the {n}", "every {one}", "each {one}", "the {n}, all of them")

DONE_TO = (
    "{x} should be {s}",
    "i want {x} {s}",
    "{x} needs to be {s}",
    "see that {x} is {s}",
    "is {x} {s}? it has to be",
    "why isn't {x} {s} yet",
    "{x}: {s}, please",
    "have {x} {s} before i'm back",
)
NOT_SO = (
    "{x} should not be {s}",
    "{x} must not stay {s}",
    "i don't want {x} {s}",
    "why is {x} still {s}",
    "{x} is {s}, change that",
    "see that {x} is no longer {s}",
)
ELSEWHERE = ("the {n} in {q}", "the {n} that is in {q}", "{q}'s {n}", "the {n} over in {q}", "the {n} they have in {q}")
BACK_AGAIN = ("{a} and then {b} again", "{a}, and afterwards {b} again", "{a} for a minute, then {b} again")
OWNED_BY = {
    "belongs to": ("{n} that belongs to {o}", "{o}'s {n}"),
    "reserved for": ("{n} reserved for {o}", "{n} that is reserved for {o}"),
    "owned by": ("{n} owned by {o}", "{n} that {o} owns", "{o}'s {n}"),
    "meant for": ("{n} meant for {o}", "{n} that is meant for {o}"),
    "made by": ("{n} made by {o}", "{n} that {o} made"),
    "assigned to": ("{n} assigned to {o}", "{n} that is assigned to {o}"),
}
"""How one says whose a thing is."""

_PROPER = frozenset(
    parts(
        "mr mrs ms miss doctor anna pedro maria jonas lena emma noah uncle aunt hamlet miriam tom greta family couple "
        "group ranger trainer little mars ben carla emil grandma crew drone eco news night summer test",
        " ",
    )
)
_OF_ONE = re.compile(r"\{x\} (isn't|\w+s)\b|\b(is|isn't) (still )?\{x\}")
"""What is said of one thing only."""
_NUMBERS = frozenset(parts("one two three four five six seven nine a b alpha beta s mode band", " "))


# -- names ------------------------------------------------------------------------------------------------------


def called(m: Mentions, id: str) -> Mention:
    """A thing by its name or the last word of it; people by their names alone."""
    name = m.name(id)
    words = name.split()
    if words[0] in _PROPER or words[-1] in _NUMBERS:
        article = "the " if words[0] not in _PROPER and m.chance(0.4) else ""
        return Mention(f"{article}{name}", name, (id,))
    if id in m.setting.movables or len(m.alike(id)) > 1:
        return m.definite(id)
    head = head_word(name)
    sharing = [other for other in m.vocabulary.ids if head in content_words(other)]
    said = head if len(words) > 1 and sharing == [name] and m.chance(0.3) else name
    return Mention(m.pick(("the {}", "the {}", "the {}", "{}", "our {}")).format(said), name, (id,))


def some_of(m: Mentions, ids: Sequence[str]) -> Mention:
    """One of them, or two."""
    if len(ids) > 1 and m.chance(0.15):
        pair = [called(m, id) for id in m.pick_two(list(ids))]
        if pair[0].goal != pair[1].goal:
            return Mention(listed([c.said for c in pair], m.rng), " , ".join(c.goal for c in pair), tuple(ids), True)
    return called(m, m.pick(list(ids)))


def agreeing(text: str, thing: Mention) -> str:
    """``x is`` -> ``x are`` for several things: only sentences that need no change are said of them."""
    return "" if thing.plural and _OF_ONE.search(text) else text


# -- links --------------------------------------------------------------------------------------------------------


def linked(wishes: Wishes) -> Wish | None:
    """A link is to be made: ``plug the lamp into the outlet``, ``the drill lacks its bit``."""
    m, here = wishes.m, _link(wishes)
    if here is None:
        return None
    link = here.link
    pairs = _apart(m, here)
    if not pairs:
        return None
    first, second = pairs[int(m.rng.integers(len(pairs)))]
    x, y = called(m, first), called(m, second)
    alone = {"x": len(here.firsts) == 1, "y": len(here.seconds) == 1}
    verbs = [verb for verb in link.verbs if all(f"{{{gap}}}" in verb or one for gap, one in alone.items())]
    said, imperative = _words(m, verbs, link.hints, IN_LINK)
    goal = f"{x.goal} -> {link.predicate} {y.goal}"
    return Wish(said.format(x=x.said, y=y.said, p=link.predicate), goal, imperative, (first, second))


def unlinked(wishes: Wishes) -> Wish | None:
    """A link is to be undone: ``unplug the lamp``."""
    m, joined = wishes.m, _joined(wishes)
    if joined is None:
        return None
    here, (first, second) = joined
    link, x, y = here.link, called(m, first), called(m, second)
    said, imperative = _words(m, link.undoing, link.hints_to_undo, OUT_OF_LINK)
    told = {gap: f"{{{gap}}}" in said for gap in "xy"}
    made = _made(m, here)
    alone = {
        "x": sum(fact.arguments[1] == second for fact in made) == 1,
        "y": sum(fact.arguments[0] == first for fact in made) == 1,
    }
    if not all(told[gap] or alone[gap] for gap in "xy"):
        return None
    goal = f"{x.goal if told['x'] else m.name(first)} -> not {link.predicate} {y.goal if told['y'] else m.name(second)}"
    return Wish(said.format(x=x.said, y=y.said, p=link.predicate), goal, imperative, (first, second))


def switched_link(wishes: Wishes) -> Wish | None:
    """From one to another: ``into the left outlet instead of the right one``."""
    m, joined = wishes.m, _joined(wishes)
    if joined is None:
        return None
    here, (first, second) = joined
    others = [id for id in here.seconds if id != second and not _is(m, here.link.predicate, first, id)]
    if not others:
        return None
    x, y, z, p = called(m, first), called(m, second), called(m, m.pick(others)), here.link.predicate
    text = m.pick(SWITCH_LINK).format(x=x.said, y=y.said, z=z.said, p=p)
    return Wish(text, f"{x.goal} -> not {p} {y.goal} ; {x.goal} -> {p} {z.goal}", False)


def for_a_while(wishes: Wishes) -> Wish | None:
    """A link is made and undone again."""
    m, here = wishes.m, _link(wishes, undone=True)
    if here is None:
        return None
    link, gap = here.link, "y" if here.link.receiver_first else "x"
    undoing = [verb for verb in link.undoing if re.match(rf"\w+ \{{{gap}\}}", verb)]
    pairs = _apart(m, here)
    verbs = [verb for verb in link.verbs if "{x}" in verb and "{y}" in verb]
    if not undoing or not pairs:
        return None
    first, second = pairs[int(m.rng.integers(len(pairs)))]
    x, y = called(m, first), called(m, second)
    do = m.pick(verbs).format(x=x.said, y=y.said)
    undo = m.pick(undoing).format(**({"x": x.said, "y": y.said} | {gap: "it"}))
    goal = f"{x.goal} -> {link.predicate} {y.goal} then {x.goal} -> not {link.predicate} {y.goal}"
    return Wish(m.pick(LINK_FOR_A_WHILE).format(a=do, b=undo), goal)


def undone_again(wishes: Wishes) -> Wish | None:
    """What was linked by the request before this one: ``take it off again``."""
    m, joined = wishes.m, _joined(wishes)
    if joined is None:
        return None
    here, (first, second) = joined
    link, gap = here.link, "y" if here.link.receiver_first else "x"
    undoing = [verb for verb in link.undoing if re.match(rf"\w+ \{{{gap}\}}", verb) and verb.count("{") == 1]
    verbs = [verb for verb in link.verbs if "{x}" in verb and "{y}" in verb]
    if not undoing and m.chance(0.5):
        return None
    x, y = called(m, first), called(m, second)
    before = f"{m.pick(verbs).format(x=x.said, y=y.said)} (done)"
    texts = [f"{verb.format(**{gap: 'it'})} again" for verb in undoing]
    texts += list(UNDO_THAT) if not texts or m.chance(0.3) else []
    goal = f"{m.name(first)} -> not {link.predicate} {m.name(second)}"
    return Wish(m.pick(texts), goal, False, (first, second), earlier=(before,))


def told_by_link(wishes: Wishes) -> Wish | None:
    """Things told by what they are linked to, or by being linked to nothing."""
    m, here = wishes.m, _link(wishes)
    if here is None:
        return None
    made, link = _made(m, here), here.link
    free = [id for id in here.firsts if not any(fact.arguments[0] == id for fact in made)]
    nouns = {"n": plural(link.first_type), "one": link.first_type}
    if len(free) > 1 and (not link.receiver_first or len(here.seconds) == 1) and m.chance(0.4):
        y = called(m, m.pick(here.seconds))
        said = m.pick(WHICH_ARE_FREE).format(**nouns, p=link.predicate)
        if link.free and m.chance(0.4):
            said = m.pick(("all the {s} {n}", "every {s} {one}")).format(**nouns, s=link.free)
        noun = nouns["n"] if f"{nouns['n']}" in said else nouns["one"]
        x = Mention(said, f"all [ {noun} ] not {link.predicate} things", tuple(free), True)
        verbs = [verb for verb in link.verbs if "{x}" in verb and "{y}" in verb]
        goal = f"{x.goal} -> {link.predicate} {y.goal}"
        return Wish(m.pick(verbs).format(x=x.said, y=y.said), goal)
    if not made or not here.undone:
        return None
    return _told_and_undone(m, here, made[int(m.rng.integers(len(made)))])


def _told_and_undone(m: Mentions, here: Linked, fact: Fact) -> Wish | None:
    """``unhook the picture that hangs on the nail``."""
    link, (_, second) = here.link, fact.arguments
    y = called(m, second)
    several = sum(other.arguments[1] == second for other in _made(m, here)) > 1
    noun = plural(link.first_type) if several else link.first_type
    said = m.pick(WHICH_ARE_LINKED if several else WHICH_IS_LINKED)
    noun = link.first_type if "{one}" in said else noun
    said = said.format(n=noun, one=noun, p=link.predicate, y=y.said)
    verbs = [verb for verb in link.undoing if verb.endswith("{x}") and "{y}" not in verb]
    if not verbs:
        return None
    goal = f"{'all ' if several else ''}[ {noun} ] {link.predicate} {y.goal} -> not {link.predicate} {y.goal}"
    return Wish(m.pick(verbs).format(x=said), goal)


def _link(wishes: Wishes, undone: bool = False) -> Linked | None:
    options = [here for here in wishes.setting.shapes.links if here.undone or not undone]
    return options[int(wishes.m.rng.integers(len(options)))] if options else None


def _joined(wishes: Wishes) -> tuple[Linked, tuple[str, ...]] | None:
    """A link that can be undone, and two things that it joins."""
    m, here = wishes.m, _link(wishes, undone=True)
    made = _made(m, here) if here is not None else []
    return (here, made[int(m.rng.integers(len(made)))].arguments) if here is not None and made else None


def _made(m: Mentions, here: Linked) -> list[Fact]:
    return [fact for fact in sorted(m.setting.world.facts) if fact.predicate == here.link.predicate]


def _apart(m: Mentions, here: Linked) -> list[tuple[str, str]]:
    """What the link could join and does not yet."""
    return [(a, b) for a in here.firsts for b in here.seconds if not _is(m, here.link.predicate, a, b)]


def _is(m: Mentions, predicate: str, *ids: str) -> bool:
    return Fact(predicate, ids) in m.setting.world.facts


def _words(m: Mentions, verbs: Sequence[str], hints: Sequence[str], sentences: Sequence[str]) -> tuple[str, bool]:
    """A verb, a hint or a sentence about the state; and whether it is an imperative."""
    roll = m.rng.random()
    if verbs and roll < 0.55:
        return m.pick(verbs), True
    if hints and roll < 0.75:
        return m.pick(hints), False
    text = m.pick(sentences)
    return text, text.startswith(("see ", "make ", "have ", "get ", "move "))


# -- second movers ------------------------------------------------------------------------------------------------


def moved_there(wishes: Wishes) -> Wish | None:
    """``get the trolley to dock two``: where it is said to be depends on what it is."""
    m, here = wishes.m, _mover(wishes)
    if here is None:
        return None
    spot = m.pick(here.spots)
    fresh = [id for id in here.ids if not _is(m, here.predicate, id, spot)]
    if not fresh:
        return None
    x, p = some_of(m, fresh), called(m, spot)
    goal = f"{x.goal} -> {here.predicate} {p.goal}"
    hints = () if x.plural else here.mover.hints
    sentences = [text for text in AT_SPOT if agreeing(text, x)]
    said, imperative = _words(m, here.mover.verbs, hints, sentences)
    return Wish(said.format(x=x.said, p=p.said), goal, imperative, x.ids, spot)


def told_by_spot(wishes: Wishes) -> Wish | None:
    """``the drone at the north pad``, ``every guest``, ``whoever is at the bar``."""
    m, here = wishes.m, _mover(wishes)
    if here is None:
        return None
    facts = [fact for fact in sorted(m.setting.world.facts) if fact.predicate == here.predicate]
    spot = m.pick(here.spots)
    if not facts:
        return None
    source = facts[int(m.rng.integers(len(facts)))].arguments[1]
    there = [fact.arguments[0] for fact in facts if fact.arguments[1] == source]
    one, many, p, q = here.mover.type, plural(here.mover.type), called(m, spot), called(m, source)
    roll = m.rng.random()
    if roll < 0.35 or spot == source:
        text = m.pick(ALL_OF_TYPE)
        said = text.format(n=many, one=one)
        goal = f"all [ {one if '{one}' in text else many} ]"
    elif roll < 0.7 and len(there) == 1:
        said, goal = m.pick(WHO_IS_THERE).format(n=one, q=q.said), f"[ {one} ] {here.predicate} {q.goal}"
    else:
        said, goal = m.pick(ALL_THERE).format(q=q.said), f"all things {here.predicate} {q.goal}"
    verbs = [verb for verb in here.mover.verbs if verb.count("{x}") == 1]
    return Wish(m.pick(verbs).format(x=said, p=p.said), f"{goal} -> {here.predicate} {p.goal}")


def mover_and_thing(wishes: Wishes) -> Wish | None:
    """Two that go to places, each with its own word: a mover, and a thing in the hand or the robot."""
    m, s, here = wishes.m, wishes.setting, _mover(wishes)
    if here is None or not s.at or not s.movables:
        return None
    homes = [place for place in s.places if place not in (s.person, s.trash)]
    x, p = called(m, m.pick(here.ids)), called(m, m.pick(here.spots))
    shared = p.ids[0] in homes
    verb = m.pick(here.mover.verbs).format(x=x.said, p=p.said)
    place = f"{x.goal} -> {here.predicate} {p.goal}"
    if m.chance(0.3):
        q = called(m, m.pick(homes))
        go = m.pick(("go to {q} yourself", "drive over to {q}", "you wait at {q}", "go and stand at {q}")).format(
            q=q.said
        )
        return Wish(f"{verb} and {go}", f"{place} ; {q.goal} -> {s.robot_at}")
    thing = m.definite(m.pick(s.movables))
    if shared and m.chance(0.45):
        text = m.pick(("bring {x} and {t} to {p}", "{x} and {t} should both be at {p}", "i want {t} and {x} at {p}"))
        goals = (place, f"{thing.goal} -> {s.at} {p.goal}")
        said = text.format(x=x.said, t=thing.said, p=p.said)
        first = said.find(x.said) < said.find(thing.said)
        return Wish(said, " ; ".join(goals if first else goals[::-1]), text.startswith("bring"))
    q = called(m, m.pick(homes))
    text = m.pick(("{v} and {t} to {q}", "{v}, and bring {t} to {q}", "{v}; {t} goes to {q}", "{v} but put {t} at {q}"))
    goal = f"{place} ; {thing.goal} -> {s.at} {q.goal}"
    return Wish(text.format(v=verb, t=thing.said, q=q.said), goal)


def _mover(wishes: Wishes) -> Moved | None:
    options = wishes.setting.shapes.movers
    return options[int(wishes.m.rng.integers(len(options)))] if options else None


# -- places, and what stays in them -----------------------------------------------------------------------------------


def cared_for(wishes: Wishes) -> Wish | None:
    """``do room two``, ``the kitchen floor wants mopping``, ``fill the tank in the yard``."""
    m, options = wishes.m, wishes.setting.shapes.cared
    if not options:
        return None
    here = options[int(m.rng.integers(len(options)))]
    x = _in_its_place(m, here) or some_of(m, here.ids)
    if here.fixed_in and " " not in x.goal and len(m.alike(here.ids[0])) > 1:
        x = Mention(f"every {m.name(here.ids[0])}", f"all {m.name(here.ids[0])}", here.ids)
    state = here.wanted.removeprefix("not ")
    sentences = [text for text in (NOT_SO if here.wanted.startswith("not ") else DONE_TO) if agreeing(text, x)]
    said, imperative = _words(m, here.care.verbs, () if x.plural else here.care.hints, sentences)
    return Wish(said.format(x=x.said, s=state), f"{x.goal} -> {here.wanted}", imperative, x.ids)


def _in_its_place(m: Mentions, here: Cared) -> Mention | None:
    """``the tank in the yard``."""
    if not here.fixed_in:
        return None
    id, name = m.pick(here.ids), m.name(here.ids[0])
    home = next(f.arguments[1] for f in m.setting.world.facts if f.predicate == here.fixed_in and f.arguments[0] == id)
    q = called(m, home)
    text = m.pick(ELSEWHERE)
    return Mention(text.format(n=name, q=q.said), f"{name} {here.fixed_in} {q.goal}", (id,))


# -- one side and the other -------------------------------------------------------------------------------------------


def to_one_side(wishes: Wishes) -> Wish | None:
    """Said by either side, whichever the library names."""
    m, options = wishes.m, wishes.setting.shapes.sided
    if not options:
        return None
    here = options[int(m.rng.integers(len(options)))]
    side = int(m.rng.integers(2))
    x = _still_otherwise(m, here, side) or some_of(m, here.ids)
    if m.chance(0.12) and not x.plural:
        return _there_and_back(m, here, side, x)
    verbs, hints = here.sides.verbs[side], () if x.plural else here.sides.hints[side]
    if " that " in x.said:
        verbs = tuple(verb for verb in verbs if verb.endswith("{x}"))
    roll = m.rng.random()
    sentences: Sequence[str] = DONE_TO if roll < 0.2 else NOT_SO
    state = m.pick(here.sides.states[side if roll < 0.2 else 1 - side])
    said, imperative = _words(m, verbs, hints, [text for text in sentences if agreeing(text, x)])
    return Wish(said.format(x=x.said, s=state), f"{x.goal} -> {here.wanted[side]}", imperative, x.ids)


def _still_otherwise(m: Mentions, here: Sided, side: int) -> Mention | None:
    """``every vent that is still up``; ``all the vents``."""
    if len(here.ids) < 2 or m.chance(0.75):
        return None
    one, many = here.sides.types, plural(here.sides.types)
    noun = m.pick((one, many))
    before = "every" if noun == one else "all the"
    if m.chance(0.5):
        return Mention(f"{before} {noun}", f"all [ {noun} ]", here.ids, noun == many)
    now = here.wanted[1 - side]
    state = m.pick(here.sides.states[1 - side])
    are = small_words(noun != one)["is"]
    return Mention(f"{before} {noun} that {are} {state}", f"all [ {noun} ] {now}", here.ids, noun == many)


def _there_and_back(m: Mentions, here: Sided, side: int, x: Mention) -> Wish:
    do = m.pick(here.sides.verbs[side]).format(x=x.said)
    undoing = [verb for verb in here.sides.verbs[1 - side] if re.match(r"\w+ \{x\}", verb)] or ["undo it with {x}"]
    undo = m.pick(undoing).format(x="it" if undoing[0] != "undo it with {x}" else x.said)
    goal = f"{x.goal} -> {here.wanted[side]} then {x.goal} -> {here.wanted[1 - side]}"
    return Wish(m.pick(BACK_AGAIN).format(a=do, b=undo), goal)


# -- facts that stay ----------------------------------------------------------------------------------------------


def told_by_mark(wishes: Wishes) -> Wish | None:
    """Things told by a fact that no skill changes: ``the knife for cutting``, ``every lamp that isn't broken``."""
    m, s = wishes.m, wishes.setting
    facts = sorted(s.world.facts)
    owners = sorted({fact.arguments[1] for fact in facts if s.shapes.owned and fact.predicate == s.shapes.owned})
    options: list[tuple[str, str, tuple[str, ...]]] = [(mark, "", tuple(_of(m, mark))) for mark in s.shapes.marks]
    options += [(s.shapes.owned, owner, tuple(_of(m, s.shapes.owned, owner))) for owner in owners]
    options = [option for option in options if option[2]]
    if not options:
        return None
    predicate, owner, ids = options[int(m.rng.integers(len(options)))]
    id = m.pick(list(ids))
    group = _group(m, id)
    negated = not owner and m.chance(0.4)
    pool = [other for other in group if (other in ids) != negated]
    if not pool:
        return None
    thing = _told(m, predicate, owner, negated, pool, group)
    return None if thing is None else _wanted_of(wishes, thing, pool)


def _of(m: Mentions, predicate: str, *others: str) -> list[str]:
    facts = sorted(m.setting.world.facts)
    return [f.arguments[0] for f in facts if f.predicate == predicate and f.arguments[1:] == others]


def _group(m: Mentions, id: str) -> list[str]:
    """What shares the thing's part in the setting."""
    s = m.setting
    groups = [list(s.switches), list(s.movables), *(list(here.ids) for here in s.shapes.movers)]
    return next((group for group in groups if id in group), [id])


def _told(
    m: Mentions, predicate: str, owner: str, negated: bool, pool: Sequence[str], group: Sequence[str]
) -> Mention | None:
    """One of the things or all of them; by their own noun if several share it."""
    one = m.pick(list(pool))
    head = head_word(m.name(one))
    alike = [id for id in group if head_word(m.name(id)) == head]
    fitting = [id for id in alike if id in pool]
    every = len(fitting) > 1 or (len(alike) < 2 and len(pool) > 1)
    broad = len(alike) < 2
    many = every and not broad and m.chance(0.5)
    noun = plural(head) if many else ("thing" if every else "one") if broad else head
    qualifier = f"{'not ' if negated else ''}{predicate}" + (f" {m.name(owner)}" if owner else "")
    if owner:
        name = called(m, owner).said.removeprefix("that ").removeprefix("our ")
        text = m.pick(OWNED_BY[predicate]).format(n=noun, o=name)
        possessive = text.startswith(name)
    else:
        mark, possessive = MARKS[predicate], False
        text = m.pick(mark.no if negated else mark.yes).format(n=noun)
    if many:
        text = re.sub(r"\b(that|which) (is|isn't|doesn't|hasn't|has|breaks|catches)\b", _many, text)
    if every:
        article = "all " if possessive and many else "all the " if many else "" if possessive else "every "
        if possessive and not many:
            return None
        if text.startswith("thing "):
            article = "every"
    elif possessive and broad:
        return None
    else:
        article = "" if possessive else "the "
    goal = f"{'all ' if every else ''}{'things' if broad else f'[ {noun} ]'} {qualifier}"
    return Mention(article + text, goal, tuple(pool if broad else fitting), many)


def _many(found: re.Match[str]) -> str:
    verb = {
        "is": "are",
        "isn't": "aren't",
        "doesn't": "don't",
        "hasn't": "haven't",
        "has": "have",
        "breaks": "break",
        "catches": "catch",
    }[found[2]]
    return f"{found[1]} {verb}"


def _wanted_of(wishes: Wishes, thing: Mention, pool: Sequence[str]) -> Wish | None:
    """What is wanted of it, by what it is."""
    m, s = wishes.m, wishes.setting
    if pool[0] in s.switches:
        on = m.chance(0.5)
        verbs = say.SWITCH_ON if on else say.SWITCH_OFF
        it = small_words(thing.plural)["it"]
        text = m.pick(verbs).format(x=thing.said, it=it, s=s.switched_on if on else s.switched_off)
        return Wish(text, f"{thing.goal} -> {s.switched_on if on else s.switched_off}")
    if pool[0] in s.movables:
        return wishes.moved(thing)
    here = next((here for here in s.shapes.movers if pool[0] in here.ids), None)
    if here is None:
        return None
    p = called(m, m.pick(here.spots))
    text = m.pick([verb for verb in here.mover.verbs if verb.count("{x}") == 1]).format(x=thing.said, p=p.said)
    return Wish(text, f"{thing.goal} -> {here.predicate} {p.goal}")


# -- two wishes -------------------------------------------------------------------------------------------------------


def two_shapes(wishes: Wishes) -> Wish | None:
    """One of these with another, or with any other wish; in an order or not."""
    m, shapes = wishes.m, wishes.setting.shapes
    offered: tuple[tuple[object, tuple[Form, ...]], ...] = (
        (shapes.links, (linked, unlinked)),
        (shapes.movers, (moved_there,)),
        (shapes.cared, (cared_for,)),
        (shapes.sided, (to_one_side,)),
    )
    makers = [maker for parts, forms in offered if parts for maker in forms]
    if not makers:
        return None
    first = makers[int(m.rng.integers(len(makers)))](wishes)
    second = makers[int(m.rng.integers(len(makers)))](wishes) if m.chance(0.5) else wishes.any()
    if first is None or second is None or not (first.imperative and second.imperative):
        return None
    if set(first.about) & set(second.about) or first.goal == second.goal:
        return None
    if m.chance(0.5):
        first, second = second, first
    if m.chance(0.5):
        return Wish(m.pick(say.THEN).format(a=first.said, b=second.said), f"{first.goal} then {second.goal}")
    return Wish(m.pick(say.BOTH).format(a=first.said, b=second.said), f"{first.goal} ; {second.goal}")


SHAPED: dict[str, tuple[float, Form]] = {
    "linked": (22, linked),
    "unlinked": (13, unlinked),
    "switched link": (5, switched_link),
    "linked for a while": (4, for_a_while),
    "undone again": (4, undone_again),
    "told by link": (10, told_by_link),
    "moved there": (26, moved_there),
    "told by spot": (13, told_by_spot),
    "mover and thing": (12, mover_and_thing),
    "cared for": (28, cared_for),
    "to one side": (28, to_one_side),
    "told by mark": (14, told_by_mark),
    "two shapes": (10, two_shapes),
}
"""Weight and maker by family; none fits a setting without such parts."""
