"""What must not be touched, what must stay as it is, what comes first; and requests without a verb."""

from grounding import Fact
from planner.goals.goal import AS_FOUND
from planner.goals.lessons.agreement import agreement
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.mentions import Mention, Mentions, article
from planner.goals.lessons.phrases import OPENED_OTHERWISE
from planner.goals.lessons.speech import gerund, listed
from planner.goals.lessons.whereabouts import piles, somewhere, there
from planner.goals.matching import plural


def command(wishes: Wishes) -> Wish | None:
    """Any wish that begins with a verb."""
    wish = wishes.any()
    return wish if wish is not None and wish.imperative else None


# -- what is spared ---------------------------------------------------------------------------------------------------


def spared(wishes: Wishes) -> Wish | None:
    """All of a kind or place but one, which is said to stay: it is left out of what is wanted."""
    m, s = wishes.m, wishes.setting
    if m.chance(0.5):
        whole = _all_there(m)
    else:
        whole = m.all_of_concept() if m.chance(0.8) else wishes.everything(plain=True)
    if whole is None or s.person in whole.ids:
        return None
    names = sorted({m.name(id) for id in whole.ids})
    end = somewhere(m, [*whole.ids, *_origin(m, whole)], person=True)
    if len(names) < 2 or end is None or m.name(end.id) in whole.goal:
        return None
    out = m.pick_two(names) if len(names) > 2 and m.chance(0.2) else [m.pick(names)]
    kept = [m.definite(m.vocabulary.ids[name][0]) for name in out]
    spoken_of = Mention(" and ".join(k.said for k in kept), "", (), len(kept) > 1)
    text = m.pick(SPARED).format(x=whole.said, y=spoken_of.said, w=end.said, **agreement(spoken_of))
    goal = f"{whole.goal} except {' or '.join(k.goal for k in kept)} -> {end.goal}"
    return Wish(text, goal, text.startswith(VERBS), whole.ids, end.id)


def _all_there(m: Mentions) -> Mention | None:
    options = [(where, ids) for where, ids in piles(m.setting).items() if len({m.name(id) for id in ids}) > 1]
    options = [(where, ids) for where, ids in options if where[1] != m.setting.person]
    if not options:
        return None
    (predicate, id), ids = options[int(m.rng.integers(len(options)))]
    said = m.pick(("everything", "all the things", "whatever is", "all that is", "all the stuff", "the things"))
    place = m.name(id)
    return Mention(f"{said} {there(m, predicate, id)}", f"all things {predicate} {place}", tuple(ids), True)


def _origin(m: Mentions, whole: Mention) -> list[str]:
    """Where all of these are, so that they are not sent to where they are."""
    return [id for (_, id), ids in piles(m.setting).items() if set(whole.ids) <= set(ids)]


def all_but_one_of_a_kind(wishes: Wishes) -> Wish | None:
    """``all cups in the fridge except the green one, which must not be moved``."""
    m = wishes.m
    heads = {h: ids for h, ids in m.sharing_head().items() if all(m.name(i).split()[-2] != "of" for i in ids)}
    if not heads:
        return None
    head = m.pick(sorted(heads))
    ids = heads[head]
    out = m.name(m.pick(ids))
    end = somewhere(m, ids, person=True)
    if end is None:
        return None
    which = out.rsplit(" ", 1)[0]
    text = m.pick(ALL_BUT_ONE).format(n=plural(head), h=head, c=which, w=end.said)
    return Wish(text, f"all [ {plural(head)} ] except {out} -> {end.goal}", False, tuple(ids), end.id)


def untouched(wishes: Wishes) -> Wish | None:
    """One thing is wanted, another one or a kind of thing is not to be touched."""
    m, s, wish = wishes.m, wishes.setting, command(wishes)
    if wish is None or not wish.about:
        return None
    others = [id for id in s.movables if id not in wish.about and m.name(id) not in wish.goal]
    if "things" in wish.goal or not others:
        return None
    if m.chance(0.3):
        kind = m.all_of_concept()
        if kind is None or set(kind.ids) & {*wish.about, wish.into}:
            return None
        text = m.pick(UNTOUCHED).format(a=wish.said, y=kind.said, **agreement(kind))
        return Wish(text, f"{wish.goal} | avoid {kind.goal}", text.startswith(wish.said))
    kept = [(m.told_apart(id) if m.chance(0.25) else None) or m.definite(id) for id in m.pick_two(others)]
    kept = kept if len(kept) > 1 and kept[0].goal != kept[1].goal and m.chance(0.25) else kept[:1]
    named = Mention(listed([k.said for k in kept], m.rng), "", (), len(kept) > 1)
    text = m.pick(UNTOUCHED).format(a=wish.said, y=named.said, **agreement(named))
    guards = " ".join(f"| avoid {k.goal}" for k in kept)
    return Wish(text, f"{wish.goal} {guards}", text.startswith(wish.said))


def nothing_else(wishes: Wishes) -> Wish | None:
    """All else stays, which goes without saying."""
    wish = command(wishes)
    if wish is None or "all things" in wish.goal:
        return None
    text = wishes.m.pick(NOTHING_ELSE).format(a=wish.said)
    return Wish(text, wish.goal, text.startswith(wish.said), wish.about, wish.into)


def not_that_way(wishes: Wishes) -> Wish | None:
    """A place where the robot must not go."""
    m, s, wish = wishes.m, wishes.setting, command(wishes)
    if wish is None or not s.robot_at or not wish.about or "things" in wish.goal:
        return None
    busy = {fact.arguments[-1] for fact in s.world.facts if fact.arguments and fact.arguments[0] in wish.about}
    free = [id for id in s.places if id not in {*busy, s.person, s.trash, wish.into}]
    free = [id for id in free if m.name(id) not in wish.goal and Fact(s.robot_at, (id,)) not in s.world.facts]
    if not free:
        return None
    place = m.place(m.pick(free))
    text = m.pick(NOT_THAT_WAY).format(a=wish.said, z=place.said)
    return Wish(text, f"{wish.goal} | avoid {place.goal}", text.startswith(wish.said))


# -- what stays -------------------------------------------------------------------------------------------------------


def _states(wishes: Wishes, wish: Wish) -> list[tuple[str, str, str]]:
    """What a wish has nothing to do with: id, its state now, and the other one."""
    m, s = wishes.m, wishes.setting
    held = piles(m.setting)
    found = []
    for id in s.openables:
        if not set(held.get((s.inside, id), ())) & set(wish.about):
            now = Fact(s.open, (id,)) in s.world.facts
            found.append((id, *((s.open, s.closed) if now else (s.closed, s.open))))
    for id in s.switches:
        now = Fact(s.switched_on, (id,)) in s.world.facts
        found.append((id, *((s.switched_on, s.switched_off) if now else (s.switched_off, s.switched_on))))
    return [row for row in found if row[0] not in (wish.into, *wish.about) and m.name(row[0]) not in wish.goal]


def stays(wishes: Wishes) -> Wish | None:
    """A door or machine stays as it is, said of the state or of what would change it."""
    m, s, wish = wishes.m, wishes.setting, command(wishes)
    if wish is None or "all things" in wish.goal:
        return None
    states = _states(wishes, wish)
    if not states:
        return None
    id, now, _ = states[int(m.rng.integers(len(states)))]
    place = m.place(id)
    texts = {s.open: DO_NOT_CLOSE, s.closed: DO_NOT_OPEN, s.switched_on: DO_NOT_STOP, s.switched_off: DO_NOT_START}
    fine = s.open not in OPENED_OTHERWISE or now not in (s.open, s.closed)
    shown = {s.switched_on: m.pick(("on", "running")), s.switched_off: "off"}.get(now, now.removeprefix("is "))
    text = m.pick([*STAYS, *(texts[now] * 2 if fine else ())])
    kept = now if "{s}" in text else AS_FOUND
    text = text.format(a=wish.said, d=place.said, s=shown)
    return Wish(text, f"{wish.goal} | keep {place.goal} -> {kept}", text.startswith(wish.said))


def both_at_the_end(wishes: Wishes) -> Wish | None:
    """``at the end both are closed``."""
    m, s, wish = wishes.m, wishes.setting, command(wishes)
    if wish is None or len(s.openables) < 2:
        return None
    one, two = m.pick_two(s.openables)
    state = s.closed if m.chance(0.75) else s.open
    if {one, two} & set(wish.about) or "things" in wish.goal:
        return None
    d, e = m.place(one), m.place(two)
    text = m.pick(BOTH_AT_THE_END).format(a=wish.said, d=d.said, e=e.said, s=state.removeprefix("is "))
    return Wish(text, f"{wish.goal} ; {d.goal} , {e.goal} -> {state}", text.startswith(wish.said))


def not_started(wishes: Wishes) -> Wish | None:
    """Into a machine with a door, which is not to run yet."""
    m, s = wishes.m, wishes.setting
    machines = [id for id in s.openables if id in s.switches and id in s.containers]
    if not machines or not s.movables or s.open in OPENED_OTHERWISE:
        return None
    thing, place = wishes.something(), m.place(m.pick(machines))
    if thing is None:
        return None
    text = m.pick(NOT_STARTED).format(x=thing.said, d=place.said, **agreement(thing))
    closed = f" ; {place.goal} -> {s.closed}" if any(word in text for word in ("shut", "close")) else ""
    goal = f"{thing.goal} -> {s.inside} {place.goal}{closed} | keep {place.goal} -> {s.switched_off}"
    return Wish(text, goal, text.startswith(VERBS), thing.ids, place.ids[0])


def as_found(wishes: Wishes) -> Wish | None:
    """Something goes into a drawer, or out of it, and the drawer is left the way it was."""
    m, s = wishes.m, wishes.setting
    drawers = [id for id in s.openables if id in s.containers]
    if not drawers or not s.movables or s.open in OPENED_OTHERWISE:
        return None
    held = {id: ids for (predicate, id), ids in piles(m.setting).items() if predicate == s.inside and id in drawers}
    id = m.pick(sorted(held)) if held and m.chance(0.6) else m.pick(drawers)
    place = m.place(id)
    state = f"{place.goal} -> {AS_FOUND}"
    if id in held and m.chance(0.7):
        thing, end = m.definite(m.pick(held[id])), somewhere(m, [id, *s.movables])
        if end is None:
            return None
        text = m.pick(OUT_AND_AS_FOUND).format(x=thing.said, d=place.said, w=end.said, **agreement(thing))
        return Wish(text, f"{thing.goal} -> {end.goal} then {state}", True)
    something = wishes.something()
    if something is None:
        return None
    text = m.pick(IN_AND_AS_FOUND).format(x=something.said, d=place.said, **agreement(something))
    return Wish(text, f"{something.goal} -> {s.inside} {place.goal} then {state}", True)


def put_back(wishes: Wishes) -> Wish | None:
    """A thing is taken up, carried to a place, opened or started, and then is to be as it was."""
    m, s = wishes.m, wishes.setting
    roll = m.rng.random()
    if roll < 0.35 and (rows := _states(wishes, Wish("", ""))):
        id, _, other = rows[int(m.rng.integers(len(rows)))]
        place, verbs = m.place(id), {s.open: "open", s.closed: "close", s.switched_on: "turn on"}
        text = m.pick(TURNED_BACK).format(v=verbs.get(other, "turn off"), d=place.said)
        return Wish(text, f"{place.goal} -> {other} then {place.goal} -> {AS_FOUND}", True, place.ids)
    if not s.movables:
        return None
    thing = m.definite(m.pick(s.movables))
    end = somewhere(m, [*thing.ids, *s.movables], person=True) if roll < 0.7 else None
    if end is not None and end.id not in {
        fact.arguments[-1] for fact in s.world.facts if fact.arguments[:1] == thing.ids
    }:
        text = m.pick(CARRIED_BACK).format(x=thing.said, w=end.said, **agreement(thing))
        return Wish(text, f"{thing.goal} -> {end.goal} then {thing.goal} -> {AS_FOUND}", True, thing.ids, end.id)
    if not s.holding or Fact(s.holding, (thing.ids[0],)) in s.world.facts:
        return None
    text = m.pick(PUT_BACK).format(x=thing.said, **agreement(thing))
    return Wish(text, f"{thing.goal} -> {s.holding} then {thing.goal} -> {AS_FOUND}", True, thing.ids)


# -- what comes first -------------------------------------------------------------------------------------------------


def in_order(wishes: Wishes) -> Wish | None:
    """Two or three wishes in the order that is meant, whichever is said first."""
    m = wishes.m
    made = [wish for _ in range(3 if m.chance(0.3) else 2) if (wish := command(wishes)) is not None]
    if len(made) < 2 or len({wish.goal for wish in made}) < len(made):
        return None
    if any(_ends_in_pieces(wish) for wish in made):
        return None
    said = {"a": made[0].said, "b": made[1].said, "g": gerund(made[1].said), "f": gerund(made[0].said)}
    if len(made) == 3:
        text = m.pick(THREE_IN_ORDER).format(c=made[2].said, **said)
    else:
        text = m.pick(IN_ORDER).format(**said)
    return Wish(text, " then ".join(wish.goal for wish in made), text.startswith(made[0].said))


def _ends_in_pieces(wish: Wish) -> bool:
    """Whether it says "first" or "then" itself, or ends as a question."""
    return bool({"first", "then", "?"} & set(wish.said.replace(",", " ").split()))


def same_in_order(wishes: Wishes) -> Wish | None:
    """The same is done to two things, one before the other: ``wash the cup before the plate``."""
    m, s = wishes.m, wishes.setting
    options: list[tuple[list[str], str, str]] = [(ids, t.wanted, t.verbs[0]) for t, ids in s.trades]
    if s.openables and s.open not in OPENED_OTHERWISE:
        options += [(s.openables, s.open, "open"), (s.openables, s.closed, "close")]
    options += [(s.switches, s.switched_on, "turn on"), (s.switches, s.switched_off, "turn off")] if s.switches else []
    end = somewhere(m, s.movables)
    if end is not None:
        options += [(s.movables, end.goal, "put")] * 3
    options = [row for row in options if len({m.name(id) for id in row[0]}) > 1]
    if not options:
        return None
    ids, state, verb = options[int(m.rng.integers(len(options)))]
    one, two = (m.definite(m.vocabulary.ids[name][0]) for name in m.pick_two(sorted({m.name(id) for id in ids})))
    where = f" {end.said}" if verb == "put" and end is not None else ""
    text = m.pick(PUT_IN_ORDER if where else SAME_IN_ORDER)
    text = text.format(v=verb, g=gerund(verb), x=one.said, y=two.said, w=where.strip())
    return Wish(text, f"{one.goal} -> {state} then {two.goal} -> {state}", text.startswith(verb))


def state_first(wishes: Wishes) -> Wish | None:
    """A door or machine must be in a state before the rest is done."""
    m, s, wish = wishes.m, wishes.setting, command(wishes)
    if wish is None or "things" in wish.goal:
        return None
    states = [(id, other) for id, _, other in _states(wishes, wish)]
    if not states:
        return None
    id, state = states[int(m.rng.integers(len(states)))]
    shown = {s.switched_on: m.pick(("on", "running")), s.switched_off: "off"}.get(state, state.removeprefix("is "))
    place = m.place(id)
    text = m.pick(STATE_FIRST).format(b=wish.said, d=place.said, s=shown, g=gerund(wish.said))
    return Wish(text, f"{place.goal} -> {state} then {wish.goal}", text.startswith(wish.said))


# -- without a verb, with a number, with signs ------------------------------------------------------------------------


def elliptic(wishes: Wishes) -> Wish | None:
    """A thing and where to, without a verb; perhaps two of them, or a door after it."""
    m, s = wishes.m, wishes.setting
    one = _move(wishes)
    if one is None:
        return None
    text, goal = one
    if m.chance(0.35) and (two := _move(wishes)) is not None and two[1] != goal:
        text, goal = f"{text}{m.pick((', ', '; ', ' and ', '. '))}{two[0]}", f"{goal} ; {two[1]}"
    elif s.openables and s.open not in OPENED_OTHERWISE and m.chance(0.25):
        place, shut = m.place(m.pick(s.openables)), m.chance(0.6)
        after = m.pick((", {d} {s}", ", and {d} {s}", ". {d} {s} please", "; {d}: {s}")).format(
            d=place.said, s=(s.closed if shut else s.open).removeprefix("is ")
        )
        text, goal = text + after, f"{goal} ; {place.goal} -> {s.closed if shut else s.open}"
    return Wish(text, goal, False)


def _move(wishes: Wishes) -> tuple[str, str] | None:
    m = wishes.m
    thing = wishes.something()
    if thing is None or thing.said.startswith("the one ") or ", " in thing.said:
        return None
    end = somewhere(m, thing.ids, person=True)
    if end is None or m.name(end.id) in thing.goal:
        return None
    text = m.pick(ELLIPTIC).format(x=thing.said, w=end.said, **agreement(thing))
    return text, f"{thing.goal} -> {end.goal}"


def counted(wishes: Wishes) -> Wish | None:
    """So many and no more; of a kind, or no matter what from some place."""
    m = wishes.m
    if m.chance(0.5):
        options = [(where, ids) for where, ids in piles(m.setting).items() if len(ids) > 1]
        options = [(where, ids) for where, ids in options if where[1] != m.setting.person]
        if not options:
            return None
        (predicate, id), ids = options[int(m.rng.integers(len(options)))]
        count = 3 if len(ids) > 3 and m.chance(0.3) else 2
        place, end = m.place(id), somewhere(m, [id, *ids], person=True)
        if end is None:
            return None
        n = {2: m.pick(("two", "any two", "2")), 3: m.pick(("three", "any three", "3"))}[count]
        gaps = {"n": n, "s": place.said, "w": end.said, "from": "out of" if predicate == m.setting.inside else "from"}
        text = m.pick(ANY_SO_MANY).format(**gaps)
        return Wish(text, f"{count} things {predicate} {place.goal} -> {end.goal}", text.startswith(VERBS))
    thing = m.count_of_concept()
    if thing is None:
        return None
    end = somewhere(m, thing.ids, person=True)
    if end is None or thing.said.startswith("at least"):
        return None
    count = int(thing.goal.split()[0])
    more = {2: "three", 3: "four", 4: "five"}[count]
    text = m.pick(SO_MANY).format(x=thing.said, w=end.said, more=more)
    return Wish(text, f"{thing.goal} -> {end.goal}", text.startswith(VERBS), thing.ids, end.id)


def whatever(wishes: Wishes) -> Wish | None:
    """``whatever drinks there are go on the shelf``, ``whatever you find on the desk goes in the box``."""
    m = wishes.m
    if m.chance(0.5):
        whole = _all_there(m)
        if whole is None:
            return None
        where = next((where for where, ids in piles(m.setting).items() if tuple(ids) == whole.ids), None)
        if where is None:
            return None
        place = there(m, *where)
        end = somewhere(m, [where[1], *whole.ids], person=True)
        if end is None:
            return None
        return Wish(m.pick(WHATEVER_THERE).format(r=place, w=end.said), f"{whole.goal} -> {end.goal}", False)
    options = [(c, ids) for c, ids, _ in m.concept_names().values() if c.plural]
    if not options:
        return None
    concept, ids = options[int(m.rng.integers(len(options)))]
    noun, end = m.pick(concept.plural), somewhere(m, ids, person=True)
    if end is None:
        return None
    return Wish(m.pick(WHATEVER_KIND).format(n=noun, w=end.said), f"all [ {noun} ] -> {end.goal}", False)


def notation(wishes: Wishes) -> Wish | None:
    """Terse notes with signs, of which only the words are heard."""
    m, s = wishes.m, wishes.setting
    names = sorted({m.name(id) for id in s.movables})
    if len(names) < 2:
        return None
    two = m.pick_two(names)
    ids = [m.vocabulary.ids[name][0] for name in two]
    x, y = (m.bare(id) for id in ids)
    end = somewhere(m, [*m.alike(ids[0]), *m.alike(ids[1])], person=True)
    if end is None:
        return None
    p, roll = ("me" if end.id == s.person else m.bare(end.id)), m.rng.random()
    goal = end.goal if end.goal.endswith(m.name(end.id)) else f"{end.goal.partition(' [')[0]} {m.name(end.id)}"
    if roll < 0.4:
        return Wish(m.pick(SIGNS_FOR_ONE).format(x=x, p=p), f"{two[0]} -> {goal}", False)
    if roll < 0.75:
        thrown = end.id == s.trash
        text = m.pick([*SIGNS_FOR_TWO, *(SIGNS_TO_TRASH if thrown else ())]).format(x=x, y=y, p=p)
        return Wish(text, f"{two[0]} , {two[1]} -> {goal}", False)
    other = somewhere(m, [*m.alike(ids[0]), *m.alike(ids[1]), end.id], person=True)
    if other is None:
        return None
    q = "me" if other.id == s.person else m.bare(other.id)
    last = f"{other.goal.partition(' [')[0]} {m.name(other.id)}" if "[" in other.goal else other.goal
    ordered = m.chance(0.5)
    text = m.pick(SIGNED_STEPS if ordered else SIGNED_LIST).format(x=x, y=y, p=p, q=q)
    return Wish(text, f"{two[0]} -> {goal}{' then ' if ordered else ' ; '}{two[1]} -> {last}", False)


def one_more(wishes: Wishes) -> Wish | None:
    """One of several alike, the rest stays."""
    m = wishes.m
    many = [id for id in wishes.setting.movables if len(m.alike(id)) > 1]
    if not many:
        return None
    id = m.pick(many)
    end = somewhere(m, m.alike(id), person=True)
    if end is None:
        return None
    name = m.name(id)
    text = m.pick(JUST_ONE).format(n=name, ns=plural(name), a=article(name), w=end.said)
    return Wish(text, f"any {name} -> {end.goal}", text.startswith(VERBS))


VERBS = ("bring", "put", "take", "move", "get", "carry", "fetch", "leave", "load", "place", "grab", "clear", "pick")
SPARED = (
    "bring {x} {w}, but don't touch {y}",
    "put {x} {w}, but leave {y} alone",
    "take {x} and put {it} {w}, keep your hands off {y} though",
    "move {x} {w}. {y} stay{s} where {it_is}",
    "put {x} {w} and leave {y} where {it_is}",
    "get {x} {w}, only {y} stay{s} put",
    "carry {x} {w}, {y} excluded",
    "put {x} {w}. not {y}, {it_is} fragile",
    "take {x} {w}. hands off {y}",
    "move {x} {w}, but {y} {is} not to be moved",
    "{x} {w}, but don't touch {y}",
    "{x} {w}, {y} stay{s}",
    "{x} {w}. {y}? no, {it_is} staying",
    "{x} should go {w}, but not {y}",
    "i want {x} {w}, and {y} left where {it_is}",
    "don't move {y}, but put {x} {w}",
    "leave {y} alone and put {x} {w}",
    "{y} stay{s} where {it_is}, and {x} {w} please",
    "with the exception of {y}, {x} {w}",
    "save for {y}, put {x} {w}",
    "apart from {y}, which i still need here, put {x} {w}",
    "put {x} {w}; i am still using {y}",
    "put {x} {w}, i still need {y} here",
    "bring {x} {w}, minus {y}",
    "{x} {w}, minus {y}",
    "put {x} {w}, {y} can stay",
    "could {x} go {w}? all but {y}",
    "put {x} {w}, but for heaven's sake not {y}",
    "move {x} {w}, just ignore {y}",
    "all right, {x} {w}. don't you dare touch {y}",
)
ALL_BUT_ONE = (
    "all {n} {w} except the {c} one, which must not be moved",
    "all {n} {w} except the {c} one",
    "all the {n} {w}, but the {c} one stays where it is",
    "put all {n} {w}, not the {c} one though",
    "every one of the {n} {w}, only the {c} one stays",
    "the {n} {w}, leave the {c} one alone",
    "all {n} but the {c} one {w}",
    "i want the {n} {w}, all but the {c} one",
    "{n} {w}, don't touch the {c} one",
    "get all the {n} {w}, the {c} {h} isn't ours",
    "all {n} {w}; the {c} {h} stays put",
    "the {c} {h} may stay, the rest of the {n} {w}",
    "all the {n}, minus the {c} one, {w}",
    "could you put the {n} {w}, except for the {c} one, i'm using that",
)
UNTOUCHED = (
    "{a}. {y} {is} fragile",
    "{a}. careful, {y} {is} fragile, don't touch {it}",
    "{a}, keep your hands off {y}",
    "keep your hands off {y}, but {a}",
    "keep your fingers away from {y} and {a}",
    "{a}. {y} stay{s} exactly where {it_is}",
    "{y} stay{s} put. {a}",
    "{a}. {y} belong{s} to somebody else, don't touch {it}",
    "{y} {is} not ours, so leave {it} be. {a}",
    "{a}, and mind {y}, nobody is allowed to move {it}",
    "{a} but let {y} be",
    "let {y} be, just {a}",
    "{a} - and not a finger on {y}",
    "i don't want {y} moved. {a}",
    "{a}; i'd rather you didn't touch {y}",
    "{y} {has} just been glued, don't touch {it}. {a}",
    "{a}. {y} {is} still wet, so hands off",
    "{a}, leaving {y} in peace",
    "{a}, {y} {is} taboo",
    "steer clear of {y} and {a}",
    "{a}. i don't want to see {y} anywhere else",
    "do not lay a hand on {y}; {a}",
    "{a}. nobody touches {y}",
    "{a}, but you're not allowed to touch {y}",
    "please {a}, and please don't move {y}",
    "{a}. {y} {is} hands-off",
    "the last helper moved {y} and i was cross. don't. {a}",
    "{a}, without laying hands on {y}",
    "{a}. and {y}? {it_is} staying put",
    "{a}, making sure that {y} {is} not touched",
    "my grandmother gave me {y}, so don't touch {it}. {a}",
    "{a}; {y} must remain untouched",
)
NOTHING_ELSE = (
    "{a}, everything else stays",
    "{a}. everything else stays where it is",
    "{a}, the rest stays as it is",
    "{a} and nothing else",
    "{a}, nothing more",
    "just {a}, the rest is fine as it is",
    "{a}. don't change anything else",
    "{a}, leave the rest alone",
    "all you have to do: {a}",
    "{a} and leave everything else as it is",
    "only {a}, please, nothing more",
    "{a}. no other changes, please",
    "{a}, and let everything else be",
    "{a}. that is all i want moved or changed",
    "i want one thing done and nothing else: {a}",
    "{a}. leave the other things where they are",
)
NOT_THAT_WAY = (
    "{a} without going to {z}",
    "{a}, but don't go to {z}",
    "{a} and stay away from {z}",
    "{a}, keep out of {z}",
    "{z} is closed today, don't go there. {a}",
    "{a}. somebody is asleep, so no trips to {z}",
    "without setting foot in {z}, {a}",
    "{a}, but do not drive by {z}",
    "{a}. you may not go near {z}",
    "stay clear of {z} and {a}",
    "{a}, only not by way of {z}",
    "{a}. the floor is wet around {z}, don't go there",
    "{a}, avoiding {z}",
    "{z} is off limits, {a}",
    "give {z} a wide berth and {a}",
)
STAYS = (
    "{a}, and leave {d} as it is",
    "{a}. {d} stays {s}",
    "{d} stays {s}, but {a}",
    "{a}. {d} is {s} and should stay so",
    "{d} is {s} and that's how it stays. {a}",
    "{a}, {d} to remain {s} at all times",
    "{a}. at no point may {d} be anything but {s}",
    "{a}, and i want {d} kept {s}",
    "{a}, but {d} stays as it is: {s}",
    "don't change anything about {d}. {a}",
    "{a}, no fiddling with {d}",
    "{a}. {d} was left {s} on purpose",
    "{a}; see that {d} is {s} all along",
    "{a} with {d} {s} throughout",
)
DO_NOT_OPEN = (
    "{a} without opening {d}",
    "{a}, but don't open {d}",
    "{a}. nobody opens {d}",
    "{d} must not be opened. {a}",
    "{a}, and no opening {d}",
    "{a}. {d} isn't to be opened, the paint is wet",
    "no matter what, {d} is not opened. {a}",
    "{a}, keep {d} shut",
)
DO_NOT_CLOSE = (
    "{a} without closing {d}",
    "{a}, but don't shut {d}",
    "{a}. nobody closes {d}, i want it aired",
    "{d} must not fall shut. {a}",
    "{a}, and let {d} stand open",
    "don't close {d}, it sticks. {a}",
)
DO_NOT_START = (
    "{a}, but don't start {d}",
    "{a} without turning {d} on",
    "{a}. nobody switches {d} on",
    "{d} must not be started. {a}",
    "{a}, and leave {d} off",
    "don't turn on {d}, it's late. {a}",
    "{a}; {d} isn't to run meanwhile",
)
DO_NOT_STOP = (
    "{a}, but don't stop {d}",
    "{a} without turning {d} off",
    "{a}. nobody switches {d} off",
    "{d} must go on running. {a}",
    "{a}, and leave {d} on",
    "don't turn off {d}. {a}",
    "{a}; let {d} run meanwhile",
)
BOTH_AT_THE_END = (
    "{a}. {d} and {e} are both {s} at the end",
    "{a}, and at the end both {d} and {e} are {s}",
    "{a}, with {d} and {e} both {s} when you finish",
    "{a}. when all is done i want {d} and {e} {s}",
    "{a}; {d} and {e}: both {s} in the end",
    "when you are through, {d} and {e} should both be {s}. {a}",
    "{a}. i don't want to find {d} or {e} any other way than {s} afterwards",
    "{a}, and make sure that {d} and {e} end up {s}",
)
NOT_STARTED = (
    "put {x} in {d}, shut it, but don't start it",
    "put {x} in {d} and shut it, i'll start it later",
    "put {x} in {d}, close the door, no switching on yet",
    "{x} in {d}, door closed, but don't turn it on",
    "{x} into {d} and shut it. it must not run yet",
    "load {d} with {x} and close it, but leave it off",
    "get {x} into {d}, close it and let it stay off",
    "put {x} in {d} without turning it on",
    "put {x} into {d} but don't start it yet",
    "{x} in {d}, but it stays off",
    "place {x} in {d}; no need to run it, just don't switch it on",
    "put {x} in {d}, shut the door and hands off the switch",
    "close {d} once {x} {is} in it, and do not start it",
    "don't start {d} yet, just put {x} inside and shut it",
)
IN_AND_AS_FOUND = (
    "put {x} in {d} and leave that the way you found it",
    "put {x} into {d}, and leave {d} as you found it",
    "place {x} in {d}; afterwards {d} should be as it was before",
    "get {x} into {d} and then put {d} back the way it was",
    "drop {x} in {d}, and when you go {d} looks like before",
    "store {x} in {d}. leave {d} the way it is now",
    "put {x} in {d} and restore {d} to how it was",
)
OUT_AND_AS_FOUND = (
    "take {x} out of {d}, put {it} {w} and leave {d} the way you found it",
    "get {x} from {d}, {it} go{es} {w}, and leave {d} as you found it",
    "move {x} from {d} to where i want {it}: {w}. {d} should be as before afterwards",
    "fetch {x} out of {d} and put {it} {w}; leave that drawer or door the way you found it",
    "put {x} {w} and leave {d}, where you get {it} from, as it was",
    "take {x} from inside {d} and place {it} {w}, then put {d} back the way it was",
)
PUT_BACK = (
    "pick {x} up and put {it} back where {it} came from",
    "lift {x}, then set {it} down again exactly where {it} was",
    "take {x} in your hand for a moment, then put {it} back",
    "grab {x} and return {it} to {its} place",
    "weigh {x} in your hand, then back {it} go{es}",
    "pick up {x}. show {it} to the camera. put {it} back where you found {it}",
    "take hold of {x} and afterwards put {it} back in {its} old spot",
)
CARRIED_BACK = (
    "put {x} {w}, then put {it} back where {it} {was}",
    "{x}: first {w}, then back to where {it} came from",
    "move {x} {w} and afterwards return {it} to where you got {it}",
    "put {x} {w} for a while and then back in {its} old place",
    "set {x} down {w}, and then back {it} go{es} to where {it} {was} before",
    "borrow {x}: put {it} {w}, later back where {it} belong{s}",
)
TURNED_BACK = (
    "{v} {d} and then put it back the way it was",
    "{v} {d} for a second, then leave it as you found it",
    "i need you to {v} {d}, and afterwards undo that",
    "{v} {d}. then make it as it was before",
    "{v} {d} and, when that is done, reverse it",
    "quickly {v} {d}, then restore it to how it was",
)
IN_ORDER = (
    "{a}, next {b}",
    "{a}. next, {b}",
    "{a}; only then {b}",
    "{a}, and only then {b}",
    "{a}, last of all {b}",
    "{a}. last of all, {b}",
    "{a} and finally {b}",
    "{b}, but first {a}",
    "{b}; but first of all {a}",
    "{b}. before that, {a}",
    "{b}. but before you do, {a}",
    "{b} last, but {a} first",
    "you can {b} as soon as you {a}",
    "don't {b} until you {a}",
    "do not start {g} until you {a}",
    "hold off on {g} until you {a}",
    "save {g} for last, start with {f}",
    "{b}, having done this beforehand: {a}",
    "{b} at the very end; to start with, {a}",
    "before you {b}, {a}",
    "before you even think about {g}, {a}",
    "prior to {g}, {a}",
    "first comes {f}, then {g}",
    "two jobs, in this order: {a}, {b}",
    "{a}, {b}, in that order",
    "step one: {a}. step two: {b}",
    "1) {a} 2) {b}",
    "a) {a} b) {b}",
    "first: {a}. second: {b}",
    "{a}. once that is done, {b}",
    "{a}. that done, {b}",
    "{a}. when you've finished, {b}",
    "the first thing is to {a}, the second to {b}",
    "first thing, {a}; later on, {b}",
    "i'd like you to {b}, after you {a} of course",
    "{b}, but not before you {a}",
    "{b} only when this is done: {a}",
    "{a} to start with, and {b} to finish",
    "{a}. now that you are at it, {b} next",
    "{b} afterwards, right now {a}",
    "you have to {a} before you can {b}",
    "{b}; oh wait, before that {a}",
    "begin: {a}. end: {b}",
    "{a}, subsequently {b}",
    "{a}, whereupon you {b}",
)
THREE_IN_ORDER = (
    "{a}, {b}, and last of all {c}",
    "{a}, then {b}, finally {c}",
    "{a}, next {b}, and only then {c}",
    "first {a}, second {b}, third {c}",
    "1) {a} 2) {b} 3) {c}",
    "step 1: {a}. step 2: {b}. step 3: {c}",
    "{c}, but first {a} and then {b}",
    "before you {c}, {a} and then {b}",
    "{a}. next, {b}. last, {c}",
    "start with {f}, go on with {g}, and in the end {c}",
    "three things, one after the other: {a}, {b}, {c}",
    "{a}; {b}; {c}. in that order",
    "{c} at the very end. before that {b}, and first of all {a}",
)
SAME_IN_ORDER = (
    "{v} {x} before {y}",
    "{v} {y} after {x}",
    "{v} {x} first and {y} second",
    "{v} {x}, and {y} only after that",
    "{v} {x}, then do the same to {y}",
    "{v} {x}, then {y}",
    "{v} first {x}, then {y}",
    "after {x}, {v} {y} as well, but begin with {x}",
    "start by {g} {x}, {y} comes next",
    "{v} {x} and then {y} too",
    "{v} {y}, but {x} comes first",
    "{v} {y} last, {x} first",
    "{v} {x}; {y} is next",
)
PUT_IN_ORDER = (
    "put {x} {w}, then {y}",
    "put first {x} and then {y} {w}",
    "{x} first, then {y}, both {w}",
    "{w} with {x} first and {y} second",
    "put {x} {w} before you put {y} there",
    "before you put {y} {w}, put {x} there",
    "put {y} {w}, but only after {x}",
    "{x} {w}, next {y} to the same place",
    "{x} {w}, afterwards {y}",
    "put {x} {w}, and {y} as well once that is done",
    "begin with {x}, end with {y}: {w}",
)
STATE_FIRST = (
    "before you {b}, make sure {d} is {s}",
    "{b}, but before that i want {d} {s}",
    "{b}, but only after {d} has been made {s}",
    "get {d} {s} first, then {b}",
    "first of all {d} must be {s}, then {b}",
    "{d} has to be {s} before you {b}",
    "{b}. {d} must be {s} before you do",
    "see that {d} is {s}, and only then {b}",
    "{d} {s} first. then {b}",
    "before {g}, {d} needs to be {s}",
    "don't {b} before {d} is {s}",
)
ELLIPTIC = (
    "{x} {w}",
    "{x} {w}",
    "{x} {w} please",
    "{x}, {w}",
    "{x}? {w}",
    "{w} with {x}",
    "{x}: {w}",
    "{x} - {w}, thanks",
    "now {x} {w}",
    "next {x} {w}",
    "{x} back {w}",
    "and {x} {w}",
    "{x} over there {w}",
    "{x} straight {w}",
    "{w}: {x}",
)
SO_MANY = (
    "{x} {w}, not {more}",
    "{x} {w}, no more and no less",
    "put {x} {w}, not {more}",
    "{x} {w}. {more} would be too many",
    "i want {x} {w}, no more",
    "just {x} {w}",
    "only {x} {w}, the rest may stay",
    "get {x} {w}, it doesn't matter which",
    "put {x} {w}, whichever you like",
    "{x} {w} will do",
    "it takes {x}, {w}",
    "{x} {w}, i said, not {more}",
)
ANY_SO_MANY = (
    "{n} things {from} {s} {w}, i don't care which",
    "take {n} things {from} {s} and put them {w}, no matter which",
    "{n} of the things {from} {s} should go {w}, you choose",
    "i need {n} things {from} {s} {w}",
    "pick {n} items {from} {s} and put them {w}",
    "put {n} things {from} {s} {w}",
    "put {n} of the items {from} {s} {w}, whichever",
    "get {n} objects {from} {s}, they go {w}",
    "{n} items {from} {s}: {w}, your choice",
    "{n} things {from} {s} {w}, not more",
)
WHATEVER_THERE = (
    "whatever is {r} goes {w}",
    "whatever you find {r} goes {w}",
    "whatever lies {r} belongs {w}",
    "what you find {r}, put it {w}",
    "anything you can find {r} goes {w}",
    "whatever happens to be {r} has to go {w}",
    "{w} goes whatever is {r}",
    "whatever is still {r} should go {w}",
)
WHATEVER_KIND = (
    "whatever {n} there are go {w}",
    "whatever {n} you find go {w}",
    "any {n} you come across go {w}",
    "whatever {n} we have, {w} with them",
    "all the {n} there are belong {w}",
    "{w} go whatever {n} you see",
    "{n} go {w}, all of them",
    "if there are {n} around, all of them go {w}",
)
SIGNS_FOR_ONE = (
    "{x} -> {p}",
    "{x} => {p}",
    "{x} --> {p}",
    "{x} >> {p}",
    "{x} → {p}",
    "- {x} -> {p}",
    "* {x}: {p}",
    "{p} <- {x}",
    "{p} <= {x}",
    "[ ] {x} -> {p}",
    "todo: {x} -> {p}",
    "{x} (-> {p})",
    "{x} | {p}",
    "{x} = {p}",
    "#1 {x} to {p}",
)
SIGNS_FOR_TWO = (
    "{x} + {y} -> {p}",
    "{x} + {y} to {p}",
    "{x} & {y} to {p}",
    "{x} & {y} => {p}",
    "{x}, {y} -> {p}",
    "{x} / {y} -> {p}",
    "{x} and {y} -> {p}",
    "{p} <- {x}, {y}",
    "{p}: {x} + {y}",
    "{p} = {x} & {y}",
    "{x} + {y} = {p}",
    "({x}, {y}) => {p}",
)
SIGNS_TO_TRASH = ("{x} & {y}: trash them", "{x} + {y}: trash", "{x}, {y} -> garbage, both", "{x} + {y}: throw out")
SIGNED_STEPS = (
    "1) {x} -> {p} 2) {y} -> {q}",
    "1. {x} -> {p}; 2. {y} -> {q}",
    "first {x} -> {p}, then {y} -> {q}",
    "1: {x} to {p}, 2: {y} to {q}",
    "(1) {x} => {p} (2) {y} => {q}",
    "step 1: {x} -> {p}, step 2: {y} -> {q}",
    "{x} -> {p}, next {y} -> {q}",
)
SIGNED_LIST = (
    "{x} -> {p}, {y} -> {q}",
    "{x} => {p}; {y} => {q}",
    "- {x}: {p} - {y}: {q}",
    "* {x} to {p} * {y} to {q}",
    "{x} to {p} & {y} to {q}",
    "{x} -> {p} + {y} -> {q}",
    "todo: {x} to {p}, {y} to {q}",
)
JUST_ONE = (
    "one {n} {w}, not all of them",
    "just one {n} {w}",
    "put one {n} {w}, the other can stay",
    "not all the {ns}, just one {w}",
    "one of the {ns} {w}, the rest stays",
    "put a single {n} {w}",
    "only one of the {ns} {w}, i don't care which",
    "{a} {n} {w}, one is enough",
)

GUARDS: dict[str, tuple[float, Form]] = {
    "spared": (3, spared),
    "all but one": (4, all_but_one_of_a_kind),
    "untouched": (3, untouched),
    "nothing else": (1.5, nothing_else),
    "not that way": (3, not_that_way),
    "stays": (3, stays),
    "both at the end": (4, both_at_the_end),
    "not started": (20, not_started),
    "as found": (6, as_found),
    "put back": (2, put_back),
    "in order": (4, in_order),
    "same in order": (2, same_in_order),
    "state first": (2, state_first),
    "elliptic": (4, elliptic),
    "so many": (3, counted),
    "whatever": (2, whatever),
    "notation": (3, notation),
    "just one": (1.5, one_more),
}
"""Weight and maker by family."""
