"""References within and across sentences: the other of two, the rest, pronouns, things told by name, row or place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.agreement import ends_like_many, small_words
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.concepts import concepts
from planner.goals.lessons.mentions import Mention, Mentions, article, side_words
from planner.goals.lessons.speech import listed
from planner.goals.lessons.things import kinds
from planner.goals.lessons.whereabouts import End, destinations, how, receivers, spots
from planner.goals.matching import head_word, plural, shares_head


@dataclass(frozen=True)
class Group:
    """Several things that share a noun: copies, or names with the same last word."""

    said: str
    described: bool
    """Whether a goal has to quote the noun."""
    ids: tuple[str, ...]

    @property
    def many(self) -> str:
        """The noun in the plural."""
        return plural(self.said)

    def goal(self, template: str = "{n}") -> str:
        """How a goal writes the noun, as a sentence of that template has said it."""
        if not self.described:
            return self.said
        return f"[ {self.said if '{n}' in template else self.many} ]"


@dataclass(frozen=True)
class Turn:
    """A change of state, and how people speak of it."""

    ids: tuple[str, ...]
    before: str
    """As a goal writes it: ``open``, ``not turned on``."""
    after: str
    was: str
    """As people say it: ``open``, ``off``."""
    will_be: str
    do: Sequence[str]
    """Imperatives with a gap for the thing."""


# -- what the scene offers --------------------------------------------------------------------------------------------


def _shuffled(m: Mentions, options: Iterable[str]) -> list[str]:
    found = list(options)
    return [found[i] for i in m.rng.permutation(len(found))]


def _is(m: Mentions, id: str) -> dict[str, str]:
    """Pronoun and verbs for a name: ``it is``, ``they are``."""
    return small_words(ends_like_many(m.name(id)))


def _where(m: Mentions, spot: Fact) -> Mention:
    """``on the shelf`` with what a goal writes."""
    s, place = m.setting, m.place(spot.arguments[1])
    word = m.pick(WHERE[how(s, spot.predicate)]) if place.said != "me" else "with"
    return Mention(f"{word} {place.said}", f"{spot.predicate} {place.goal}", place.ids)


def _whereabouts(m: Mentions) -> list[Fact]:
    """Where things that can be carried are, in random order, unless that is one of several copies."""
    found = [spot for spot in spots(m.setting) if len(m.alike(spot.arguments[1])) == 1]
    return [found[i] for i in m.rng.permutation(len(found))]


def _single(m: Mentions) -> list[Fact]:
    """The same for things without copies that are not on other things."""
    found = [spot for spot in _whereabouts(m) if spot.arguments[1] not in m.setting.movables]
    return [spot for spot in found if len(m.alike(spot.arguments[0])) == 1]


def _whole(m: Mentions, spots: Sequence[Fact], spot: Fact) -> list[str]:
    """All that is where this is."""
    return [f.arguments[0] for f in spots if (f.predicate, f.arguments[1]) == (spot.predicate, spot.arguments[1])]


def _ends(m: Mentions, count: int, besides: Sequence[str] = ()) -> list[End] | None:
    """Different places to put things."""
    options = destinations(m.setting, besides)
    found: dict[str, End] = {}
    for i in m.rng.permutation(len(options)):
        end = options[i]
        if end.id not in found and len(m.alike(end.id)) == 1:
            place = m.place(end.id)
            verb = "bring" if place.said == "me" else m.pick(VERBS[end.how])
            found[end.id] = End(end.predicate, place, f"{PUT_TO[end.how]} {place.said}", verb)
    return list(found.values())[:count] if len(found) >= count else None


def _names(m: Mentions, count: int) -> list[Mention] | None:
    """Different things that can be carried and have no copies."""
    ids = _shuffled(m, (id for id in m.setting.movables if len(m.alike(id)) == 1))[:count]
    found = [m.definite(id) for id in ids]
    return found if len({thing.goal for thing in found}) == count else None


def _groups(m: Mentions, ids: Sequence[str]) -> list[Group]:
    """Things that share a noun which nothing else in the scene has."""
    found = [Group(m.name(id), False, tuple(m.alike(id))) for id in ids if len(m.alike(id)) > 1]
    for head in {head_word(m.name(id)): None for id in ids}:
        sharing = tuple(id for id, name in m.vocabulary.names.items() if shares_head(head, name))
        if {head, plural(head)} & {*m.vocabulary.ids, *_kinds_of_things()}:
            continue
        said_of_all = all(shares_head(plural(head), m.name(id)) for id in sharing)
        if said_of_all and len({m.name(id) for id in sharing}) > 1 and set(sharing) <= set(ids):
            found.append(Group(head, True, sharing))
    unique = list(dict.fromkeys(found))
    return [unique[i] for i in m.rng.permutation(len(unique))]


@cache
def _kinds_of_things() -> frozenset[str]:
    """Nouns for more than the things whose names end with them: ``sauce``, ``plant``."""
    spoken_of = [noun for concept in concepts().values() for noun in (*concept.singular, *concept.plural)]
    return frozenset([*spoken_of, *kinds()])


def _turns(wishes: Wishes) -> list[Turn]:
    """What can be opened, switched or worked on here."""
    s, m, found = wishes.setting, wishes.m, []
    if s.openables:
        is_open, shut = s.open.removeprefix("is "), s.closed.removeprefix("is ")
        opening: Sequence[str] = OPENING
        closing: Sequence[str] = CLOSING
        if s.open in say.OPENED_OTHERWISE:
            opening, closing = (texts[:1] for texts in say.OPENED_OTHERWISE[s.open])
        found.append(Turn(tuple(s.openables), s.closed, s.open, shut, is_open, opening))
        found.append(Turn(tuple(s.openables), s.open, s.closed, is_open, shut, closing))
    if s.switches:
        found.append(Turn(tuple(s.switches), s.switched_off, s.switched_on, m.pick(OFF), m.pick(ON), STARTING))
        found.append(Turn(tuple(s.switches), s.switched_on, s.switched_off, m.pick(ON), m.pick(OFF), STOPPING))
    for trade, ids in s.trades:
        if trade.aim:
            was = trade.aim.removeprefix("not ")
            found.append(Turn(tuple(ids), was, trade.aim, was, trade.done, (f"{trade.verbs[0]} {{x}}",)))
            continue
        either = (trade.state, trade.opposite)
        known = len(trade.opposite.split()) == 1 and all(any(_true(m, id, p) for p in either) for id in ids)
        before = trade.opposite if known else f"not {trade.state}"
        was = trade.opposite if known else f"not {trade.done}"
        found.append(Turn(tuple(ids), before, trade.state, was, trade.done, (f"{trade.verbs[0]} {{x}}",)))
    return [found[i] for i in m.rng.permutation(len(found))]


def _true(m: Mentions, id: str, state: str) -> bool:
    fact = Fact(state.removeprefix("not "), (id,))
    return (fact in m.setting.world.facts) != state.startswith("not ")


def _done_to(wishes: Wishes, thing: Mention) -> Wish | None:
    """Something is done to one thing, or something goes to it; whatever this thing allows."""
    m, s, id = wishes.m, wishes.setting, thing.ids[0]
    if id in s.movables and m.chance(0.7):
        return _moved(wishes, thing)
    ways = [
        Wish(m.pick(turn.do).format(x=thing.said), f"{thing.goal} -> {turn.after}", True, thing.ids)
        for turn in _turns(wishes)
        if id in turn.ids
    ]
    for to in receivers(s):
        if id in to.ids and (others := [other for other in s.movables if other != id]):
            item = m.definite(m.pick(others))
            said = {"x": item.said, "w": PUT_TO[to.how], "p": thing.said, "it": "it"}
            text = m.pick(say.MOVE if to.how == "at" else PUT).format(**said)
            goal = f"{item.goal} -> {to.predicate} {thing.goal}"
            ways.append(Wish(text, goal, True, tuple(m.alike(item.ids[0])), id))
    return ways[int(m.rng.integers(len(ways)))] if ways else None


def _moved(wishes: Wishes, thing: Mention, *besides: str) -> Wish | None:
    """A thing goes somewhere, but not to these places."""
    wish = wishes.moved(thing) if wishes.setting.at or wishes.setting.on else None
    return None if wish is None or wish.into in besides else wish


# -- the other of two -------------------------------------------------------------------------------------------------


def odd_one(wishes: Wishes) -> Wish | None:
    """``one of the two lamps is on. switch it off``: of things that share a noun, one is in another state."""
    m = wishes.m
    for turn in _turns(wishes):
        groups = _groups(m, turn.ids)
        if turn.do in (STARTING, STOPPING) and len(turn.ids) in (2, 3):
            groups.append(Group(m.pick(("machine", "device", "appliance")), True, turn.ids))
        for group in groups:
            undone = tuple(id for id in group.ids if _true(m, id, turn.before))
            done = [id for id in group.ids if _true(m, id, turn.after)]
            if len(undone) + len(done) != len(group.ids) or not undone or not done:
                continue
            if len(undone) > 1 and len(done) > 1:
                continue
            few = ODD_ONE_OF_TWO if len(group.ids) == 2 else ODD_ONE_OF_MANY if len(undone) == 1 else ALL_THE_OTHERS
            text, do = m.pick(few), m.pick(turn.do)
            said = {"n": group.said, "ns": group.many, "b": turn.was, "a": turn.will_be}
            said |= {word: do.format(x=phrase.format(**said)) for word, phrase in DO_WHAT.items()}
            quantifier = "all " if len(undone) > 1 else ""
            noun = group.goal("{n}" if "{n}" in text or "{do_" in text else text)
            return Wish(text.format(**said), f"{quantifier}{noun} {turn.before} -> {turn.after}", False, undone)
    return None


def and_the_other(wishes: Wishes) -> Wish | None:
    """``the red candle in the box and the other candle on the table``."""
    m, ends = wishes.m, _ends(wishes.m, 2)
    groups = [g for g in _groups(m, wishes.setting.movables) if g.described]
    if not groups or ends is None:
        return None
    group, (one, two) = groups[0], ends
    id = m.pick(group.ids)
    name = m.name(id)
    others = tuple(other for other in group.ids if m.name(other) != name)
    if len(m.alike(id)) > 1 or {one.id, two.id} & set(group.ids):
        return None
    several = len(others) > 1
    text = m.pick(THE_OTHERS if several else THE_OTHER)
    said = {"x": f"the {name}", "n": group.said, "ns": group.many, "p": one.said, "q": two.said}
    said |= {"v": one.verb, "w": two.verb}
    rest = f"all [ {group.many} ] except {name}" if several else f"[ {group.said} ] except {name}"
    parts = {"1": f"{name} -> {one.goal}", "2": f"{rest} -> {two.goal}"}
    words, which = text.rsplit(" = ", 1)
    about = ((id,) if "1" in which else ()) + (others if "2" in which else ())
    return Wish(words.format(**said), " ; ".join(parts[part] for part in which), False, about)


def copies_apart(wishes: Wishes) -> Wish | None:
    """``the mug on the shelf comes to me, the other one stays``: two copies in different places."""
    m = wishes.m
    spots = [f for f in _whereabouts(m) if len(m.alike(f.arguments[0])) == 2]
    for spot in spots:
        id, place = spot.arguments
        other = next(one for one in m.alike(id) if one != id)
        elsewhere = next((f for f in spots if f.arguments[0] == other), spot)
        ends = _ends(m, 2, (place, elsewhere.arguments[1], id, other))
        if ends is None or elsewhere.arguments[1] == place:
            continue
        here, name = _where(m, spot), m.name(id)
        this, that = f"{name} {here.goal} -> ", f"{name} not {here.goal} -> "
        one, two = ends
        said = {"n": name, "ns": plural(name), "r": here.said, "v": one.verb, "p": one.said, "q": two.said}
        if m.chance(0.35):
            return Wish(m.pick(NOT_THAT_ONE).format(**said), f"{that}{one.goal}", False, (other,), one.id)
        if m.chance(0.4):
            return Wish(m.pick(THIS_ONE_ONLY).format(**said), f"{this}{one.goal}", False, (id,), one.id)
        text = m.pick(THIS_AND_THE_OTHER).format(**said)
        return Wish(text, f"{this}{one.goal} ; other {name} -> {two.goal}", False, (id, other))
    return None


def not_there(wishes: Wishes) -> Wish | None:
    """``the cup that is not on the shelf``, ``all cups but the one on the shelf``."""
    m, spots = wishes.m, _whereabouts(wishes.m)
    for group in _groups(m, wishes.setting.movables):
        own = {f.arguments[0]: (f.predicate, f.arguments[1]) for f in spots if f.arguments[0] in group.ids}
        if len(own) < len(group.ids):
            continue
        for spot in (f for f in spots if f.arguments[0] in group.ids):
            away = tuple(id for id in group.ids if own[id] != (spot.predicate, spot.arguments[1]))
            if not away or len(group.ids) - len(away) > 1 < len(away):
                continue
            here = _where(m, spot)
            text = m.pick(THE_ONE_NOT_THERE if len(away) == 1 else ALL_BUT_THE_ONE_THERE)
            noun = group.goal(text)
            quantifier = "all " if len(away) > 1 else ""
            phrase = text.format(n=group.said, ns=group.many, r=here.said)
            thing = Mention(phrase, f"{quantifier}{noun} not {here.goal}", away, len(away) > 1)
            return _moved(wishes, thing, *here.ids)
    return None


# -- told by name, by row, by place -----------------------------------------------------------------------------------


def ranked_by_name(wishes: Wishes) -> Wish | None:
    """``the lower one of the two drawers``, where the names say which that is."""
    m = wishes.m
    found = []
    for axis in AXES:
        alike: dict[str, list[str]] = {}
        for id, name in m.vocabulary.names.items():
            first, _, rest = name.partition(" ")
            if first in axis and rest:
                alike.setdefault(rest, []).append(id)
        for rest, ids in alike.items():
            head = head_word(rest)
            sharing = {id for id, name in m.vocabulary.names.items() if shares_head(head, name)}
            places = {axis[m.name(id).split()[0]][0] for id in ids}
            if len(ids) > 1 and len(places) == len(ids) and sharing == set(ids):
                found.append((head, axis, sorted(ids, key=lambda id: axis[m.name(id).split()[0]][0])))
    if not found:
        return None
    head, axis, row = found[int(m.rng.integers(len(found)))]
    place = int(m.rng.integers(len(row)))
    level, named = axis[m.name(row[place]).split()[0]]
    ways = list(COMPARED[next(iter(axis))][0 if place == 0 else 2]) if place in (0, len(row) - 1) else []
    ways = ways + list(named) if level != 1 else ways or list(named)
    patterns = OF_TWO if len(row) == 2 else OF_THREE
    said = m.pick(patterns).format(
        w=m.pick(ways), n=head, ns=plural(head), count=("", "", "two", "three", "four")[len(row)]
    )
    return _done_to(wishes, Mention(said, m.name(row[place]), (row[place],)))


def _rows(wishes: Wishes) -> Iterator[tuple[Group, int, list[str]]]:
    """Groups that stand in a row: the axis, and their ids from the left or from the front."""
    m, sides = wishes.m, wishes.setting.sides
    everything = [id for id in wishes.setting.world.objects if id in m.vocabulary.names]
    for group in _groups(m, everything) if sides else []:
        for axis in (0, 1):
            ahead = {
                id: sum(Fact(sides[2 * axis], (id, other)) in wishes.setting.world.facts for other in group.ids)
                for id in group.ids
            }
            if sorted(ahead.values()) == list(range(len(group.ids))):
                yield group, axis, sorted(group.ids, key=lambda id: -ahead[id])


def _in_row(wishes: Wishes, group: Group, axis: int, row: Sequence[str], place: int) -> Mention | None:
    """One of a row, by its place; None where no qualifier can say it."""
    m, sides = wishes.m, wishes.setting.sides
    words: Sequence[str]
    if place in (0, len(row) - 1):
        side = 2 * axis + (place > 0)
        words, qualifier = AT_THE_END[side], f"most {sides[side]}"
        if len(row) == 2:
            words = (*words, *SECOND[side ^ 1])
    elif len(row) == 3:
        words, qualifier = (*BETWEEN, *SECOND[2 * axis], *SECOND[2 * axis + 1]), "middle"
    else:
        return None
    text = m.pick(words)
    said = text.format(n=group.said, ns=group.many)
    return Mention(said, f"{group.goal(text)} {qualifier}", (row[place],))


def in_a_row(wishes: Wishes) -> Wish | None:
    """``the second cup from the left``, ``the bowl in the middle of the three``."""
    rows = list(_rows(wishes))
    if not rows:
        return None
    group, axis, row = rows[int(wishes.m.rng.integers(len(rows)))]
    thing = _in_row(wishes, group, axis, row, int(wishes.m.rng.integers(len(row))))
    return None if thing is None else _done_to(wishes, thing)


def ranked_tower(wishes: Wishes) -> Wish | None:
    """``stack the left cup on the right cup and put both in the tray``: what goes inside is the lower one."""
    m, s = wishes.m, wishes.setting
    rows = [r for r in _rows(wishes) if all("surface" in m.vocabulary.types[id] and id in s.movables for id in r[2])]
    if not rows:
        return None
    group, axis, row = rows[int(m.rng.integers(len(rows)))]
    a, b = m.rng.permutation(len(row))[:2]
    upper, lower = (_in_row(wishes, group, axis, row, int(place)) for place in (a, b))
    if upper is None or lower is None or upper.goal.endswith(" middle"):
        return None
    if group.described and f"[ {group.many}" in upper.goal + lower.goal:
        return None
    return _stacked(m, upper, lower)


def _stacked(m: Mentions, upper: Mention, lower: Mention) -> Wish | None:
    """One on the other, and perhaps both somewhere."""
    s = m.setting
    on = f"{upper.goal} -> {s.on} {lower.goal}"
    said = {"x": upper.said, "y": lower.said}
    boxes = [id for id in s.containers if id not in (*upper.ids, *lower.ids)]
    if not boxes or m.chance(0.25):
        return Wish(m.pick(STACK).format(**said), on, True, upper.ids)
    box = m.place(m.pick(boxes))
    within = f"{lower.goal} -> {s.inside} {box.goal}"
    about = (*upper.ids, *lower.ids)
    if m.chance(0.3):
        return Wish(m.pick(CHAIN).format(p=box.said, **said), f"{within} then {on}", True, about)
    return Wish(m.pick(STACK_INSIDE).format(p=box.said, **said), f"{within} ; {on}", True, about)


def stack_inside(wishes: Wishes) -> Wish | None:
    """``put the lid on the pot and the pot in the box``."""
    m, s = wishes.m, wishes.setting
    things = _names(m, 2) if s.on else None
    if things is None or "surface" not in m.vocabulary.types[things[1].ids[0]]:
        return None
    return _stacked(m, *things)


def apposition(wishes: Wishes) -> Wish | None:
    """``the thing next to the lamp, the mug, goes to the shelf``."""
    m, spots = wishes.m, _single(wishes.m)
    if not spots:
        return None
    spot = spots[0]
    thing, where = m.definite(spot.arguments[0]), _where(m, spot)
    said = m.pick(APPOSITIONS).format(x=thing.said, r=where.said)
    return _moved(wishes, Mention(said, thing.goal, thing.ids), *where.ids)


def by_place(wishes: Wishes) -> Wish | None:
    """``what is in the box``, ``the thing i put on the sill``, ``whatever lies beside the lamp``."""
    m, s, spots = wishes.m, wishes.setting, _whereabouts(wishes.m)
    near = [f for f in sorted(s.world.facts) if f.predicate in ("next to", *s.sides) and f.arguments[0] in s.movables]
    near = [f for f in near if len(m.alike(f.arguments[1])) == 1]
    if near and m.chance(0.4):
        spot = near[int(m.rng.integers(len(near)))]
        words = (
            ("next to", "beside", "by") if spot.predicate == "next to" else side_words(s.sides.index(spot.predicate))
        )
        other = m.place(spot.arguments[1])
        where = Mention(f"{m.pick(words)} {other.said}", f"{spot.predicate} {other.goal}", other.ids)
        here = _related(m, spot)
        if not set(here) <= set(s.movables):
            return None
    elif spots:
        spot = spots[0]
        where, here = _where(m, spot), _whole(m, spots, spot)
    else:
        return None
    if where.said.startswith("with me"):
        return None
    if len(here) > 1:
        thing = Mention(m.pick(THINGS_THERE).format(r=where.said), f"all things {where.goal}", tuple(here), True)
    else:
        thing = Mention(m.pick(THING_THERE).format(r=where.said), f"things {where.goal}", tuple(here))
    return _moved(wishes, thing, *where.ids)


def _related(m: Mentions, spot: Fact) -> list[str]:
    """All that is so related to a thing; what stands next to it may be told from either side."""
    pairs = [f.arguments for f in m.setting.world.facts if f.predicate == spot.predicate]
    pairs += [pair[::-1] for pair in pairs if spot.predicate == "next to"]
    return sorted({one for one, other in pairs if other == spot.arguments[1]})


def two_relations(wishes: Wishes) -> Wish | None:
    """``the cup left of the plate on the shelf``, ``the dirty mug on the table``: both are facts about it."""
    m, s = wishes.m, wishes.setting
    groups = _groups(m, s.movables)
    for group in groups:
        for id in _shuffled(m, group.ids):
            facts = [f for f in sorted(s.world.facts) if f.arguments[:1] == (id,) and f.predicate != s.holding]
            states = [f.predicate for f in facts if len(f.arguments) == 1]
            places = spots(s, (id,))
            beside = [f for f in facts if f.predicate in ("next to", *s.sides) and len(m.alike(f.arguments[-1])) == 1]
            beside = [f for f in beside if f.arguments[1] not in group.ids]
            if not places or not (states or beside):
                continue
            here = _where(m, places[0])
            noun = group.goal()
            if beside:
                told = spot = beside[int(m.rng.integers(len(beside)))]
                next_to = spot.predicate == "next to"
                words = ("next to", "beside") if next_to else side_words(s.sides.index(spot.predicate))
                other = m.place(spot.arguments[1])
                text = m.pick(BESIDE_AND_ON).format(n=group.said, b=f"{m.pick(words)} {other.said}", r=here.said)
                goal, ids = f"{noun} {spot.predicate} {other.goal} {here.goal}", (*here.ids, *other.ids)
            else:
                state = m.pick(states)
                told = Fact(state, (id,))
                text = m.pick(STATE_AND_PLACE).format(n=group.said, s=state.removeprefix("is "), r=here.said)
                goal, ids = f"{noun} {state} {here.goal}", here.ids
            named = [(places[0].predicate, places[0].arguments[1:]), (told.predicate, told.arguments[1:])]
            alike = [o for o in group.ids if all(Fact(p, (o, *rest)) in s.world.facts for p, rest in named)]
            return _moved(wishes, Mention(text, goal, tuple(alike)), *ids) if len(alike) == 1 else None
    return None


def part_of_a_name(wishes: Wishes) -> Wish | None:
    """``the coffee`` for the iced coffee, though there is a coffee table: a place cannot be carried."""
    m, s = wishes.m, wishes.setting
    fixed = {word for id, name in m.vocabulary.names.items() if id not in s.movables for word in name.split()}
    options = []
    for id in s.movables:
        words = m.name(id).split()
        for word in {words[-1]} & fixed:
            sharing = [other for other in s.movables if word in m.name(other).split()]
            if len(words) > 1 and len(sharing) == 1 and word not in m.vocabulary.ids:
                options.append((id, word))
    others, ends = _names(m, 1), _ends(m, 1)
    if not options or others is None or ends is None:
        return None
    id, word = options[int(m.rng.integers(len(options)))]
    (other,), (end,) = others, ends
    if other.ids[0] in (id, end.id) or end.id == id:
        return None
    parts = [(f"the {word}", m.name(id)), (other.said, other.goal)]
    parts = parts[::-1] if m.chance(0.5) else parts
    text = m.pick(PAIRS).format(x=parts[0][0], y=parts[1][0], v=end.verb, p=end.said)
    return Wish(text, f"{parts[0][1]} , {parts[1][1]} -> {end.goal}", False, (id, *other.ids), end.id)


# -- where another thing is -------------------------------------------------------------------------------------------


def same_place(wishes: Wishes) -> Wish | None:
    """To the place of another thing, which is looked up."""
    m, s, spots = wishes.m, wishes.setting, _single(wishes.m)
    if len(spots) < 2:
        return None
    spot = spots[0]
    other = m.definite(spot.arguments[0])
    if s.robot_at and m.chance(0.3):
        return Wish(m.pick(GO_THERE).format(y=other.said), f"where {other.goal} -> {s.robot_at}", False)
    apart = [f for f in spots if f.arguments[1] not in (spot.arguments[1], *spot.arguments)]
    apart = [f for f in apart if f.arguments[0] not in spot.arguments]
    if not apart:
        return None
    thing = m.definite(apart[0].arguments[0])
    texts = SAME_PLACE + (BELONGS_WITH if s.at else ())
    said = m.pick(texts).format(x=thing.said, y=other.said, **_is(m, thing.ids[0]))
    return Wish(said, f"{thing.goal} -> where {other.goal}", False, thing.ids, spot.arguments[1])


def swapped(wishes: Wishes) -> Wish | None:
    """Two or three things change places."""
    m, spots = wishes.m, _single(wishes.m)
    chosen: list[Fact] = []
    for spot in spots:
        involved = {term for fact in chosen for term in fact.arguments}
        if not involved & set(spot.arguments):
            chosen.append(spot)
    count = 3 if len(chosen) > 2 and m.chance(0.3) else 2
    if len(chosen) < count:
        return None
    things = [m.definite(f.arguments[0]) for f in chosen[:count]]
    goal = " ; ".join(f"{x.goal} -> where {y.goal}" for x, y in zip(things, things[1:] + things[:1], strict=True))
    text = m.pick(SWAP if count == 2 else ROTATE)
    said = dict(zip("xyz", (x.said for x in things), strict=False)) | {"r": _where(m, chosen[0]).said}
    return Wish(text.format(**said), goal, False, tuple(x.ids[0] for x in things))


def needs_its(wishes: Wishes) -> Wish | None:
    """``the laptop needs its charger``: what belongs to a thing goes to where that is, onto it or into it."""
    m, s, spots = wishes.m, wishes.setting, _single(wishes.m)
    if s.on and (homes := [*s.surfaces[:-1], *s.containers]):
        home = m.pick(homes)
        things = [f.arguments[0] for f in spots if f.arguments[0] != home and f.arguments[1] != home]
        if not things:
            return None
        thing, place = m.definite(m.pick(things)), m.place(home)
        inside = home in s.containers
        text = m.pick(ITS_CONTENT if inside else ITS_TOP).format(
            n=m.bare(thing.ids[0]), y=place.said, **_is(m, thing.ids[0])
        )
        return Wish(
            text, f"{m.name(thing.ids[0])} -> {s.inside if inside else s.on} {place.goal}", False, thing.ids, home
        )
    apart = [(one, two) for one, two in pairwise(spots) if one.arguments[1] != two.arguments[1]]
    if not s.at or not apart:
        return None
    thing_at, owner_at = apart[0]
    id, owner = thing_at.arguments[0], m.definite(owner_at.arguments[0])
    text = m.pick(ITS_COMPANION).format(n=m.bare(id), y=owner.said, **_is(m, id))
    return Wish(text, f"{m.name(id)} -> where {owner.goal}", False, (id,), owner_at.arguments[1])


# -- across sentences -------------------------------------------------------------------------------------------------


def pronoun(wishes: Wishes) -> Wish | None:
    """``the mug is on the shelf. bring it to me``: what is moved is the thing, not the place."""
    m, spots = wishes.m, _whereabouts(wishes.m)
    if not spots:
        return None
    spot = spots[0]
    id, place = spot.arguments
    copies = [one for one in m.alike(id) if Fact(spot.predicate, (one, place)) in m.setting.world.facts]
    ends = _ends(m, 1, (id, place))
    if ends is None or len(copies) > 1:
        return None
    (end,), here = ends, _where(m, spot)
    thing = (
        m.definite(id) if len(m.alike(id)) == 1 else Mention(f"the {m.name(id)}", f"{m.name(id)} {here.goal}", (id,))
    )
    bare = m.name(id)
    said = {"x": thing.said, "a": bare if ends_like_many(bare) else f"{article(bare)} {bare}", "r": here.said}
    said |= {"v": end.verb, "p": end.said} | _is(m, id)
    by = [o for o in _whole(m, spots, spot) if len(m.alike(o)) == 1 and m.name(o) != m.name(id)]
    texts: Sequence[str] = PRONOUN
    if by and m.chance(0.4):
        texts, said["y"] = PRONOUN_BY, m.definite(by[0]).said
    text = m.pick(texts)
    goal = thing.goal if "{x}" in text or " " + here.goal in thing.goal else bare
    return Wish(text.format(**said), f"{goal} -> {end.goal}", False, (id,), end.id)


def them_all(wishes: Wishes) -> Wish | None:
    """``here are the pen and the cup. put both in the box``."""
    m = wishes.m
    count = 3 if m.chance(0.4) else 2
    things, ends = _names(m, count), _ends(m, 1)
    if things is None or ends is None or ends[0].id in [x.ids[0] for x in things]:
        return None
    (end,) = ends
    text = m.pick(THEM_ALL)
    both = m.pick(
        ("both", "both of them", "the two") if count == 2 else ("all three", "all of them", "all three of them")
    )
    said = listed([x.said for x in things], m.rng)
    goal = f"{' , '.join(x.goal for x in things)} -> {end.goal}"
    return Wish(text.format(l=said, both=both, v=end.verb, p=end.said), goal, False, tuple(x.ids[0] for x in things))


def first_and_second(wishes: Wishes) -> Wish | None:
    """The former and the latter, where each gets its own, or only one does anything."""
    m = wishes.m
    if m.chance(0.3) and (wish := _former_in_state(wishes)):
        return wish
    things, ends = _names(m, 2), _ends(m, 2)
    if things is None or ends is None:
        return None
    (x, y), (one, two) = things, ends
    if {one.id, two.id} & {x.ids[0], y.ids[0]}:
        return None
    said = {"x": x.said, "y": y.said, "v": one.verb, "w": two.verb, "p": one.said, "q": two.said}
    first, second = f"{x.goal} -> {one.goal}", f"{y.goal} -> {two.goal}"
    roll = m.rng.random()
    if roll < 0.3:
        return Wish(m.pick(FIRST_ONLY).format(**said), first, False, x.ids, one.id)
    if roll < 0.55:
        return Wish(m.pick(SECOND_ONLY).format(**said), f"{y.goal} -> {one.goal}", False, y.ids, one.id)
    if roll < 0.7:
        return Wish(m.pick(SECOND_FIRST).format(**said), f"{second} ; {first}", False, (*y.ids, *x.ids))
    return Wish(m.pick(EACH_ITS_OWN).format(**said), f"{first} ; {second}", False, (*x.ids, *y.ids))


def _former_in_state(wishes: Wishes) -> Wish | None:
    """``the fridge and the oven: open the former, close the latter``."""
    m = wishes.m
    turns = [turn for turn in _turns(wishes) if len({m.name(id) for id in turn.ids}) > 1]
    if not turns:
        return None
    turn = turns[0]
    back = next((t for t in turns if t.ids == turn.ids and t.after != turn.after), None)
    single = sorted(m.name(id) for id in turn.ids if len(m.alike(id)) == 1)
    if len(single) < 2:
        return None
    a, b = m.pick_two(single)
    x, y = (m.place(m.vocabulary.ids[name][0]) for name in (a, b))
    if x.goal == y.goal or "@" in x.said + y.said:
        return None
    one, other = m.pick(("first second", "former latter")).split()
    return _former(m, (x, y), turn, back, (one, other))


def _former(m: Mentions, things: tuple[Mention, Mention], turn: Turn, back: Turn | None, words: Sequence[str]) -> Wish:
    (x, y), do = things, m.pick(turn.do)
    this, that = (do.format(x=f"the {word}") for word in words)
    ways = [
        (f"{x.said} and {y.said}: {that}", f"{y.goal} -> {turn.after}", y.ids),
        (f"{x.said} and {y.said}: {this}, leave the {words[1]} as it is", f"{x.goal} -> {turn.after}", x.ids),
        (f"we have {x.said} and {y.said} here. {that}", f"{y.goal} -> {turn.after}", y.ids),
    ]
    if back is not None:
        undo = m.pick(back.do)
        goal = f"{x.goal} -> {turn.after} ; {y.goal} -> {back.after}"
        both = (*x.ids, *y.ids)
        ways.append((f"{x.said} and {y.said}: {this}, {undo.format(x=f'the {words[1]}')}", goal, both))
        ways.append((f"{x.said} and {y.said}. {this} and {undo.format(x=f'the {words[1]}')}", goal, both))
    text, goal, about = ways[int(m.rng.integers(len(ways)))]
    return Wish(text, goal, False, about)


def the_rest(wishes: Wishes) -> Wish | None:
    """``the mug to me, everything else to the shelf``; ``the other things stay`` asks for nothing."""
    m, spots = wishes.m, _whereabouts(wishes.m)
    things = _names(m, 1)
    if things is None or len(wishes.setting.movables) < 3:
        return None
    (x,) = things
    home = next((f for f in spots if f.arguments[0] == x.ids[0]), None)
    here = _whole(m, spots, home) if home is not None else []
    ends = _ends(m, 2, (*x.ids, *here, *(home.arguments if home is not None else ())))
    if ends is None:
        return None
    one, two = ends
    said = {"x": x.said, "v": one.verb, "p": one.said, "q": two.said, "w": two.verb}
    goal = f"{x.goal} -> {one.goal}"
    roll = m.rng.random()
    if roll < 0.4:
        return Wish(m.pick(THE_REST_STAYS).format(**said), goal, False, x.ids, one.id)
    if home is not None and len(here) > 1 and roll < 0.8 and (where := _where(m, home)).said != "with me":
        rest = f"all things {where.goal} except {x.goal}"
        names = list(dict.fromkeys(m.definite(m.vocabulary.ids[m.name(id)][0]).said for id in here if id not in x.ids))
        said |= {"r": where.said, "l": listed([x.said, *names[:3]], m.rng)}
        texts = THE_REST_THERE + (LISTED_THERE if len(here) == len(names) + 1 < 5 else ())
        text = m.pick(texts)
        return Wish(text.format(**said), f"{goal} ; {rest} -> {two.goal}", False, (*x.ids, *here))
    everyone = tuple(wishes.setting.movables)
    return Wish(m.pick(THE_REST).format(**said), f"{goal} ; all things except {x.goal} -> {two.goal}", False, everyone)


def remaining(wishes: Wishes) -> Wish | None:
    """``one apple to me, the remaining ones in the bowl``."""
    m = wishes.m
    names = sorted({m.name(id) for id in wishes.setting.movables if len(m.alike(id)) > 2})
    if not names:
        return None
    name = m.pick(names)
    ids = m.vocabulary.ids[name]
    ends = _ends(m, 2, ids)
    if ends is None:
        return None
    one, two = ends
    said = {"n": name, "ns": plural(name), "v": one.verb, "p": one.said, "q": two.said}
    if len(ids) == 3 and m.chance(0.4):
        return Wish(
            m.pick(TWO_AND_THE_LAST).format(**said), f"2 {name} -> {one.goal} ; other {name} -> {two.goal}", False, ids
        )
    if m.chance(0.3):
        return Wish(m.pick(ONE_AND_NO_MORE).format(**said), f"any {name} -> {one.goal}", False, ids)
    return Wish(
        m.pick(ONE_AND_THE_OTHERS).format(**said),
        f"any {name} -> {one.goal} ; all other {name} -> {two.goal}",
        False,
        ids,
    )


def asked_and_done(wishes: Wishes) -> Wish | None:
    """``is the window open? then shut it``; and what is known already is no condition."""
    m, turns = wishes.m, _turns(wishes)
    if not turns:
        return None
    turn = turns[0]
    id = m.pick(turn.ids)
    if len(m.alike(id)) > 1:
        return None
    thing = m.place(id)
    said = {"x": thing.said, "b": turn.was, "do": m.pick(turn.do).format(x=_is(m, id)["it"])} | _is(m, id)
    plain = not turn.was.startswith("not ")
    if _true(m, id, turn.before) and m.chance(0.35):
        return Wish(
            m.pick(AS_IT_IS if plain else AS_IT_IS[:3]).format(**said), f"{thing.goal} -> {turn.after}", False, (id,)
        )
    goal = f"if {thing.goal} -> {turn.before} : {thing.goal} -> {turn.after}"
    return Wish(m.pick(IS_IT if plain else IS_IT[:4]).format(**said), goal, False, (id,))


def when_that_is_done(wishes: Wishes) -> Wish | None:
    """``open the drawer. when you have done that, put the mug in it``."""
    m, s = wishes.m, wishes.setting
    first = wishes.any()
    if first is None or not first.imperative:
        return None
    boxes = [id for id in s.openables if s.inside and id in s.containers]
    if boxes and s.open != "unlocked" and m.chance(0.5):
        box, things = m.place(m.pick(boxes)), _names(m, 1)
        if things is None:
            return None
        text = m.pick(THAT_DONE_THEN_IN).format(d=box.said, x=things[0].said, do=m.pick(OPENING).format(x=box.said))
        return Wish(text, f"{box.goal} -> {s.open} then {things[0].goal} -> {s.inside} {box.goal}")
    second = wishes.any()
    if second is None or not second.imperative or second.goal == first.goal:
        return None
    return Wish(m.pick(THAT_DONE).format(a=first.said, b=second.said), f"{first.goal} then {second.goal}")


REFERENCES: dict[str, tuple[float, Form]] = {
    "odd one": (5, odd_one),
    "and the other": (4, and_the_other),
    "copies apart": (5, copies_apart),
    "not there": (2, not_there),
    "ranked by name": (10, ranked_by_name),
    "in a row": (10, in_a_row),
    "ranked tower": (8, ranked_tower),
    "stack inside": (4, stack_inside),
    "apposition": (1, apposition),
    "by place": (2, by_place),
    "two relations": (8, two_relations),
    "part of a name": (6, part_of_a_name),
    "same place": (2, same_place),
    "swapped": (1.5, swapped),
    "needs its": (1.5, needs_its),
    "pronoun": (2.5, pronoun),
    "them all": (1.5, them_all),
    "first and second": (2, first_and_second),
    "the rest": (2.5, the_rest),
    "remaining": (4, remaining),
    "asked and done": (1.5, asked_and_done),
    "when that is done": (1.5, when_that_is_done),
}
"""Weight and maker by family."""

# -- words ------------------------------------------------------------------------------------------------------------

WHERE = {"at": ("at", "on", "in"), "on": ("on", "on", "on top of"), "in": ("in", "in", "inside")}
PUT_TO = {"at": "to", "on": "on", "in": "in"}
VERBS = {"at": ("take", "move", "carry", "bring"), "on": ("put", "place", "set"), "in": ("put", "place")}
"""Words for where things are and go, by how they are there."""
ON = ("on", "running")
OFF = ("off", "not running")
OPENING = ("open {x}", "open {x} up", "pull {x} open")
CLOSING = ("close {x}", "shut {x}", "push {x} shut")
STARTING = ("switch {x} on", "turn {x} on", "start {x}")
STOPPING = ("switch {x} off", "turn {x} off", "stop {x}")
PUT = ("put {x} {w} {p}", "place {x} {w} {p}", "{x} goes {w} {p}", "i want {x} {w} {p}", "set {x} down {w} {p}")

DO_WHAT = {
    "it": "it",
    "that": "that one",
    "other": "the other one",
    "others": "the others",
    "do_other": "the other {n}",
    "do_was": "the {n} that is {b}",
}
"""Ways to speak of what is still to be done, for the imperative before it."""

ODD_ONE_OF_TWO = (
    "one of the two {ns} is {b}. {it}",
    "only one of the two {ns} is {b}, {that}",
    "of our two {ns} one is {a} and one is {b}. {that} too, the one that is {b}",
    "one {n} is {a} already, {other}",
    "both {ns} should be {a} but one of them is still {b}, so {it}",
    "one of the {ns} is {a}, good. now {other} as well",
    "{do_other}, the one that is {b}",
    "please {do_other}, not the one that is {a}",
    "not the {n} that is {a} already. {other}",
    "{do_was}, the other one is fine as it is",
    "the {n} that is {a} can stay like that. {other}",
    "leave the {n} that is {a} alone and {other}",
    "one of the two {ns} is {a}, the other isn't. {other}",
    "i see two {ns}, and only one is {a}. {other}",
    "make it two: one {n} is {a}, {do_other} as well",
    "two {ns}, and just one is {b}. why? {it}",
)
ODD_ONE_OF_MANY = (
    "all but one of the {ns} are {a}. {that} too",
    "one of the {ns} is still {b}. {it}",
    "there is one {n} left that is {b}, {it} please",
    "only one {n} is {b}, {that}",
    "the {ns} should all be {a}, one isn't. {it}",
    "{do_was}, the others are {a} already",
    "one {n} among them is {b}: {that}",
    "which of the {ns} is still {b}? {that}",
)
ALL_THE_OTHERS = (
    "one of the {ns} is {a}, {others} too",
    "just one {n} is {a} so far. {others} as well",
    "{others}, one of the {ns} is {a} already",
    "the {ns} are all {b} but for one. {others}, the ones that are {b}",
    "leave the one of the {ns} that is {a}, and {others}",
)

THE_OTHER = (
    "{x} {p} and the other {n} {q} = 12",
    "{x} goes {p}, and the other {n} {q} = 12",
    "{v} {x} {p} and {w} the other {n} {q} = 12",
    "i want {x} {p}, the other {n} {q} = 12",
    "one {n} each: {x} {p}, the other {n} {q} = 12",
    "can you {v} {x} {p}? and the other {n} goes {q} = 12",
    "{x} is fine where it is. {w} the other {n} {q} = 2",
    "{w} the other {n} {q}, not {x} = 2",
    "i don't mean {x}, i mean the other {n}. it goes {q} = 2",
    "there's {x} and there's another one: {w} the other {n} {q} = 2",
    "not {x}! the other {n} belongs {q} = 2",
    "only {x} has to go {p}; the other {n} stays = 1",
    "{v} {x} {p} and let the other {n} be = 1",
    "of the two {ns}, {x} goes {p}. the other one is not needed = 1",
)
THE_OTHERS = (
    "{x} {p} and the other {ns} {q} = 12",
    "{v} {x} {p} and {w} the other {ns} {q} = 12",
    "{x} goes {p}, the other {ns} go {q} = 12",
    "all the {ns}, please: {x} {p}, the other {ns} {q} = 12",
    "{w} the other {ns} {q}, {x} is fine where it is = 2",
    "{x} stays, the other {ns} should go {q} = 2",
    "{v} {x} {p}, the other {ns} can stay = 1",
    "just {x} {p}, i don't need the other {ns} = 1",
    "of all the {ns} only {x} goes {p} = 1",
)

NOT_THAT_ONE = (
    "i need a {n} {p}. no, not the one {r}, the other one",
    "{v} the {n} {p}, but not the one {r}, the other",
    "not the {n} {r}. {v} the other one {p}",
    "leave the {n} {r}, {v} the other one {p}",
    "there are two {ns}; {v} the one that isn't {r} {p}",
    "the {n} {r} is not the one i mean. the other one goes {p}",
    "see the {n} {r}? not that one, the other one should go {p}",
    "of the two {ns} {v} the other one {p}, not the one {r}",
)
THIS_ONE_ONLY = (
    "see the {n} {r}? {v} that one {p}",
    "there are two {ns}, one of them is {r}. {v} that one {p}",
    "of the two {ns} i want the one {r}, {v} it {p}",
    "the {n} {r} goes {p}, the other one stays",
    "{v} the {n} {r} {p}. the other one is fine",
    "not the other {n}, the one {r}: {v} it {p}",
    "somebody put a {n} {r}. that one belongs {p}",
    "one {n} is {r}, {v} it {p} and forget the other",
)
THIS_AND_THE_OTHER = (
    "the {n} {r} goes {p} and the other {n} {q}",
    "{v} the {n} {r} {p} and the other one {q}",
    "two {ns}: the one {r} {p}, the other one {q}",
    "i want the {n} that is {r} {p}, and the other one {q}",
    "{v} the {n} from where it is {r} {p}; the other {n} should go {q}",
    "of both {ns}, the one {r} goes {p}. the other goes {q}",
)

THE_ONE_NOT_THERE = (
    "the {n} that is not {r}",
    "the {n} that isn't {r}",
    "the {n} which is not {r}",
    "the {n}, not the one {r},",
    "the one of the {ns} that isn't {r}",
    "the only {n} that is not {r}",
    "the {n}, i mean the one that is not {r},",
)
ALL_BUT_THE_ONE_THERE = (
    "all {ns} but the one {r}",
    "all the {ns} except the one {r}",
    "every {n} that is not {r}",
    "all {ns} other than the one {r}",
    "all of the {ns}, only not the one {r},",
    "the {ns} that are not {r}",
    "every {n} apart from the one {r}",
    "each {n} but the one {r}",
)

AXES: tuple[dict[str, tuple[int, tuple[str, ...]]], ...] = (
    {
        "top": (2, ("top", "upper", "topmost", "highest")),
        "upper": (2, ("upper", "top", "higher")),
        "middle": (1, ("middle", "center")),
        "second": (1, ("second", "middle")),
        "bottom": (0, ("bottom", "lower", "lowest")),
        "lower": (0, ("lower", "bottom")),
    },
    {
        "left": (0, ("left", "left-hand", "leftmost")),
        "center": (1, ("center", "middle")),
        "middle": (1, ("middle", "center")),
        "right": (2, ("right", "right-hand", "rightmost")),
    },
    {"near": (0, ("near", "nearer", "closer")), "far": (2, ("far", "farther", "more distant"))},
    {"front": (0, ("front",)), "back": (2, ("back", "rear"))},
)
"""First words of names that say where a thing is among its like: from the one end to the other, and other words."""
COMPARED = {
    "top": (("lower",), (), ("upper", "higher")),
    "left": (("left", "left-hand"), (), ("right", "right-hand")),
    "near": (("nearer", "closer"), (), ("farther",)),
    "front": (("front",), (), ("back", "rear")),
}
"""What can be said of the first and of the last of several, however they are called."""
OF_TWO = (
    "the {w} one of the two {ns}",
    "the {w} of both {ns}",
    "the {w} of the two {ns}",
    "of the two {ns} the {w} one",
    "the {w} {n}",
    "the {n}, the {w} one",
    "the {w} one of the {ns}",
)
OF_THREE = (
    "the {w} one of the {ns}",
    "the {w} one of the {count} {ns}",
    "of the {ns} the {w} one",
    "the {w} {n}",
    "the {n}, the {w} one i mean,",
)

AT_THE_END = (
    (
        "the first {n} from the left",
        "the {n} at the left end",
        "the {n} at the left end of the row",
        "the outer left {n}",
    ),
    ("the first {n} from the right", "the {n} at the right end", "the last {n} on the right", "the outer right {n}"),
    (
        "the first {n} from the front",
        "the {n} nearest to us",
        "the {n} at the front end",
        "the first of the {ns}, in front,",
    ),
    ("the last {n} at the back", "the {n} at the far end", "the hindmost {n}", "the first {n} from the back"),
)
"""By side: left, right, front, back."""
SECOND = (
    ("the second {n} from the left", "the second of the {ns} from the left", "number two of the {ns} from the left"),
    ("the second {n} from the right", "the second of the {ns} from the right"),
    ("the second {n} from the front", "the second of the {ns}, counted from the front,"),
    ("the second {n} from the back", "the second of the {ns} from behind"),
)
BETWEEN = (
    "the {n} in the middle",
    "the middle {n}",
    "the middle one of the three {ns}",
    "the {n} with one on either side",
    "the {n} between the two others",
    "of the three {ns} the middle one",
)

STACK = (
    "stack {x} on {y}",
    "put {x} on {y}",
    "set {x} on top of {y}",
    "pile {x} onto {y}",
    "{y} at the bottom, {x} on top of it",
    "use {y} as the base for {x}",
)
STACK_INSIDE = (
    "stack {x} on {y} and put both in {p}",
    "put {x} on {y} and both in {p}",
    "put {x} on top of {y} and place them in {p}",
    "stack {x} on {y}, then the whole stack goes into {p}",
    "place {x} on {y} and put the pile in {p}",
    "set {x} on {y}, and the two of them in {p}",
    "stack {x} on {y} inside {p}",
)
CHAIN = (
    "put {x} on {y} and {y} in {p}",
    "{x} on {y} and {y} in {p}",
    "put {x} on {y}, {y} into {p}",
    "put {y} in {p} and then {x} on it",
    "{y} goes in {p}, and {x} on top of {y}",
    "first {y} into {p}, {x} comes on top",
)

APPOSITIONS = (
    "the thing {r}, {x},",
    "the object {r}, {x}, i mean it",
    "{x}, the thing {r},",
    "{x}, the one {r},",
    "{x}, which is {r},",
    "that thing {r}, i mean {x},",
    "what you see {r}, {x},",
    "{x} that you find {r}",
    "{x} that stands {r}",
    "{x} (it is {r})",
)
THING_THERE = (
    "the thing {r}",
    "the object {r}",
    "the thing that lies {r}",
    "the thing i put {r}",
    "the thing i left {r}",
    "the item that was put {r}",
    "the one thing {r}",
    "the thing you see {r}",
    "that thing {r}",
    "the thing that stands {r}",
)
THINGS_THERE = (
    "whatever is {r}",
    "whatever lies {r}",
    "what is {r}",
    "all that is {r}",
    "the things i put {r}",
    "the things that are {r}",
    "everything that lies {r}",
    "whatever you find {r}",
    "all of what is {r}",
    "the stuff i left {r}",
)
BESIDE_AND_ON = (
    "the {n} {b} {r}",
    "the {n} {r} that is {b}",
    "the {n} that is {r} and {b}",
    "the {n} {r}, {b},",
    "the {n} {b}, {r},",
)
STATE_AND_PLACE = (
    "the {s} {n} {r}",
    "the {n} {r} that is {s}",
    "the {n} that is {s} and {r}",
    "the {s} {n}, the one {r},",
    "the {n} {r}, the {s} one,",
)
PAIRS = (
    "i want {x} and {y} {p}",
    "{v} {x} and {y} {p}",
    "{x} and {y} go {p}",
    "{x} {p}, and {y} as well",
    "both {x} and {y} should go {p}",
    "can you {v} {x} {p}? {y} too",
)

GO_THERE = (
    "drive to where {y} is",
    "go and wait by {y}",
    "i'll need you at the place where {y} is",
    "be where {y} is",
    "wherever {y} is, go there",
    "{y}: drive there, but don't take it",
    "go over to the place of {y}",
)
SAME_PLACE = (
    "{x} to the place of {y}",
    "put {x} in the same place as {y}",
    "wherever {y} is, that is where {x} {goes}",
    "find {y} and leave {x} there",
    "{y} is in the right place. {x} should be there too",
    "put {x} next to {y}, i mean at the same place",
    "where {y} is, there should be {x} as well",
    "i want {x} where {y} already is",
    "{x} and {y} belong together; leave {y} and put {x} with it",
    "{x}: same place as {y}",
    "move {x} to where i left {y}",
    "put {x} to where you find {y}",
)
BELONGS_WITH = (
    "put {x} next to {y}",
    "bring {x} to {y}",
    "take {x} over to {y}",
    "{x} {goes} with {y}",
    "set {x} down beside {y}",
)
SWAP = (
    "{x} and {y} should swap places",
    "{x} belongs where {y} is, and the other way round",
    "i'd like {x} in the place of {y} and {y} in the place of {x}",
    "{x} and {y} are mixed up, put each where the other is",
    "{x} goes where {y} is now and vice versa",
    "put {y} where {x} is, and {x} where {y} is",
    "change {x} with {y}",
    "{x} is {r}, but that is the place for {y}, so swap them",
    "reverse the places of {x} and {y}",
    "let {y} and {x} switch spots",
    "replace {x} by {y} and {y} by {x}",
    "{x} for {y} and {y} for {x}, please, just the places",
)
ROTATE = (
    "{x} goes where {y} is, {y} where {z} is, and {z} where {x} was",
    "rotate: {x} to the place of {y}, {y} to the place of {z}, {z} to the place of {x}",
    "put {x} where {y} is, {y} where {z} is and {z} where {x} is",
    "each takes the next one's place: {x} that of {y}, {y} that of {z}, {z} that of {x}",
)
ITS_CONTENT = (
    "{y} needs its {n}. put {it} in",
    "{y} is missing its {n}, put {it} inside",
    "there should be something in {y}: its {n}",
    "put {y}'s {n} back in",
    "{y} wants its {n} inside",
    "{n}: {it} should be inside {y}",
)
ITS_TOP = (
    "{y} needs its {n}. put {it} on top",
    "{y} is missing its {n}, put {it} back on",
    "put {y}'s {n} on it",
    "{y} should have its {n} on",
    "{y} looks bare without its {n}. put {it} there",
    "{y} and its {n}: one on the other please",
)
ITS_COMPANION = (
    "{y} needs its {n}: put them together",
    "{y} is missing its {n}. bring {it} there",
    "take {y}'s {n} to it",
    "{y} should not be without its {n}. carry {it} over",
    "bring {y} its {n}, i mean carry {it} to where the other is",
    "where is the {n} for {y}? put {it} with it",
)

PRONOUN = (
    "{x} {is} {r}. {v} {it} {p}",
    "i left {x} {r}. {v} {it} {p}",
    "there {is} {a} {r}; {v} {it} {p}",
    "see {x} {r}? {v} {it} {p}",
    "somebody put {x} {r}, but {they} should go {p}",
    "{x} {does} not belong {r}. {v} {it} {p}",
    "why {is} {x} {r}? {v} {it} {p}",
    "{x} {has} been {r} long enough. now {v} {it} {p}",
    "you will find {x} {r}. i want {it} moved {p}",
    "have you seen {x}? i think {they} {is} {r}. {v} {it} {p}",
    "{r} {is} {x}. {v} {it} {p}",
    "{r} you'll see {a}. {they} {goes} {p}",
    "look {r}. do you see {x}? {v} {it} {p}",
    "{x}, {they} {is} {r} right now. that {one} {goes} {p}",
    "i was looking for {x}. turns out {they} {is} {r}. can you {v} {it} {p}",
    "{x} {is} {r}. i don't like that. {they} should go {p}",
    "remember {x}? {they} must be {r}. please {v} {it} {p}",
)
PRONOUN_BY = (
    "{x} {is} {r} together with {y}. {v} only {x} {p}",
    "{y} and {x} are {r}. {y} can stay there, {v} the other {p}",
    "{x} and {y} are both {r}. {v} the former {p}",
    "{y} and {x} are both {r}. {v} the latter {p}",
    "{r} there are {x} and {y}. the first {goes} {p}, the second stays",
    "{r} there are {y} and {x}. not the first one, {v} the second {p}",
    "{y} is where {x} {is}. {x}, that is what i want moved {p}",
    "{x} shares a place with {y}. separate them: {x} {goes} {p}",
)
THEM_ALL = (
    "here are {l}. {v} {both} {p}",
    "{l}: {v} them {p}",
    "{l} have to move. {both} {p}",
    "take {l}. {both} go {p}",
    "you know {l}? {v} those {p}",
    "{l}. i want them moved {p}",
    "{l} are in the wrong place, {v} {both} {p}",
    "get {l} and {v} them {p}",
    "i have {l}. {both} should go {p}",
    "i need {l} moved {p}, {both}",
)

EACH_ITS_OWN = (
    "i have {x} and {y} for you. the former goes {p}, the latter {q}",
    "{x} and {y} need a place: {v} the first one {p}, {w} the second one {q}",
    "there's {x}, there's {y}. first one {p}, second one {q}",
    "{x} and {y}. {v} the former {p} and the latter {q}",
    "{x}, {y}: one goes {p}, the other {q}, in that order",
    "{x} and {y} should go {p} and {q}, respectively",
    "two things, {x} and {y}. number one {p}, number two {q}",
    "you know {x} and {y}? the first goes {p}, the second {q}",
)
SECOND_FIRST = (
    "{x} and {y}: {w} the latter {q} and the former {p}",
    "about {x} and {y}: the second goes {q}, the first {p}",
    "{x} and {y}. the latter belongs {q}, the former {p}",
)
FIRST_ONLY = (
    "{x} and {y}: the first goes {p}, leave the second where it is",
    "{x} and {y} were both in my way, but {v} just the former {p}",
    "of {x} and {y}, {v} the former {p}",
    "{x} and {y}: {v} the first {p}, the second stays",
    "i said {x} and {y}, but only the first has to go {p}",
    "between {x} and {y} i choose the former. {v} it {p}",
    "{v} {x} {p}, and {y} too. no, the second can stay",
)
SECOND_ONLY = (
    "{x} and {y}: the second goes {p}, leave the first where it is",
    "of {x} and {y}, {v} the latter {p}",
    "i was going to say {x}, then {y}. {v} the second one {p}, not the first",
    "{x} and {y}: {v} the latter {p}, the former stays",
    "between {x} and {y} i choose the latter. {v} it {p}",
    "{x} or {y}? the latter. {v} it {p}",
)

THE_REST_STAYS = (
    "{x} {p}, and the other things stay",
    "{v} {x} {p}. everything else stays where it is",
    "just {x} {p}, the rest can wait",
    "{v} only {x} {p}, i don't care about the rest",
    "{x} goes {p}; leave the others",
    "{v} {x} {p} and nothing else",
    "{x} {p} please, the remaining things are fine",
    "i only want {x} {p}. forget everything else",
    "the rest is fine, but {x} has to go {p}",
)
THE_REST = (
    "{x} {p}, everything else {q}",
    "{v} {x} {p} and the rest {q}",
    "{v} {x} {p}, {w} all the other things {q}",
    "the rest goes {q}, only {x} goes {p}",
    "{w} everything {q}, but {x} {p}",
    "{x} goes {p}, all others {q}",
)
THE_REST_THERE = (
    "{x} goes {p}, everything else {r} goes {q}",
    "of the things {r}, {v} {x} {p} and the others {q}",
    "from what is {r} {x} goes {p}, the rest {q}",
    "look at the things {r}: {x} {p}, the remaining ones {q}",
    "{v} {x} {p} and whatever else is {r} {q}",
)
LISTED_THERE = (
    "{r} there are {l}. {x} {p}, the others {q}",
    "{l} are {r}. {v} {x} {p} and the rest {q}",
    "you see {l} {r}. {x} goes {p}, all the others {q}",
)
ONE_AND_THE_OTHERS = (
    "one {n} {p}, the remaining ones {q}",
    "{v} one of the {ns} {p} and the others {q}",
    "one {n} goes {p}, all the others {q}",
    "i need one {n} {p}. put the rest of them {q}",
    "{v} a {n} {p} and all other {ns} {q}",
    "of the {ns}, one {p} and the rest {q}",
)
ONE_AND_NO_MORE = (
    "one {n} {p}, the remaining ones stay",
    "{v} one of the {ns} {p} and leave the others",
    "just one of the {ns} {p}, the rest stays",
    "there are several {ns}; {v} one {p}, no matter which",
)
TWO_AND_THE_LAST = (
    "two of the three {ns} {p}, the last one {q}",
    "{v} two {ns} {p} and the remaining one {q}",
    "two {ns} go {p}, the third {q}",
    "three {ns}: two {p}, one {q}",
    "{v} two of the {ns} {p} and the other one {q}",
)

IS_IT = (
    "{is} {x} {b}? then {do}",
    "{is} {x} {b}? if so, {do}",
    "see if {x} {is} {b}. in that case {do}",
    "have a look at {x}. if {they} {is} {b}, {do}",
    "i'm not sure whether {x} {is} {b}. {do} if {they} {is}",
    "should {x} be {b}, {do}",
    "check {x}: when {b}, {do}",
    "{x} might be {b}. if that's true, {do}",
)
AS_IT_IS = (
    "{x} {is} {b}. {do}",
    "{x} {is} still {b}, {do}",
    "as {x} {is} {b}, {do}",
    "why {is} {x} {b}? {do}",
    "{x} shouldn't be {b}. {do}",
    "oh no, {x} {is} {b}! {do}",
)
THAT_DONE = (
    "{a}. when you have done that, {b}",
    "{a}. when that is done, {b}",
    "{a}; having done so, {b}",
    "{a}. only then {b}",
    "{a}. that comes first. afterwards {b}",
    "{a}, and with that out of the way {b}",
    "{a}. as soon as you're through with it, {b}",
)
THAT_DONE_THEN_IN = (
    "{do}. when you have done that, put {x} in it",
    "{do}. then {x} goes in there",
    "{do}, and when that's done {x} can go inside",
    "{do}. after that put {x} inside",
    "{do}. once it is open, put {x} in",
)
