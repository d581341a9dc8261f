"""Places that are told by what they are like, ``the fern likes it darker``, or by who waits there."""

from planner.goals.lessons.agreement import agreement
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.qualities import QUALITIES, quality_of
from planner.goals.lessons.whereabouts import spot_of

NEEDS_IT = (
    "{x} need{s} {w}",
    "{x} want{s} {w}",
    "{x} would like {w}",
    "what {x} need{s} is {w}",
    "give {x} {w}",
    "{x} should have {w}",
    "{w} would do {x} good",
    "{w} for {x}, please",
    "{x} like{s} {w}",
)
PUT_IT = (
    "put {x} {t}",
    "{x} {t}",
    "{x} {t}, please",
    "move {x} {t}",
    "bring {x} {t}",
    "{x} should be {t}",
    "take {x} {t}",
)
NOT_HERE = ("it's {g}", "it is {g}, isn't it", "i think it's {g}", "it is {g} where {it} {is} now")
WAITING = (
    "bring {x} to me, i'm {p}",
    "i'm {p}, bring me {x}",
    "i am {p} and need {x}",
    "fetch me {x}. i'm {p}",
    "get {x} over here, i'm standing {p}",
    "i'm waiting {p}: {x}, please",
    "you'll find me {p}; i could use {x}",
    "{x} for me, please, i'm {p}",
    "i'm {p}. hand me {x}, will you",
)


def fitting_place(wishes: Wishes) -> Wish | None:
    """A thing goes where it is dark, cool or dry, said of the thing or of where it is now."""
    m, s = wishes.m, wishes.setting
    known = {quality_of(m.name(id)): id for id in s.places} if s.at else {}
    known.pop("", None)
    if not known or not s.movables:
        return None
    key = m.pick(sorted(known))
    where = spot_of(s)
    away = [id for id in s.movables if id in where and where[id].arguments[1] != known[key]]
    if not away:
        return None
    thing, quality = m.definite(m.pick(away)), QUALITIES[key]
    goal = f"{thing.goal} -> {s.at} {m.name(known[key])}"
    words = agreement(thing)
    if words["it"] == "them" and len(m.alike(thing.ids[0])) > 1:
        return None
    roll = m.rng.random()
    if roll < 0.45:
        text = m.pick(NEEDS_IT).format(x=thing.said, w=m.pick(quality.wanted), **words)
    elif roll < 0.85:
        text = m.pick(PUT_IT).format(x=thing.said, t=m.pick(quality.there), **words)
        return Wish(text, goal, text.startswith(("put", "move", "bring", "take")), thing.ids, known[key])
    else:
        text = m.pick(NOT_HERE).format(g=m.pick(quality.against).format(x=thing.said), **words)
    return Wish(text, goal, False, thing.ids, known[key])


def waiting_there(wishes: Wishes) -> Wish | None:
    """Somebody who is no place of the scene says where to be found."""
    m, s = wishes.m, wishes.setting
    rooms = [id for id in s.places if id != s.trash]
    if s.person or not s.at or not s.movables or not rooms:
        return None
    id = m.pick(rooms)
    thing = m.any_of_concept() if m.chance(0.25) else m.definite(m.pick(s.movables))
    if thing is None:
        return None
    where = f"{m.pick(('at', 'by', 'over at', 'in'))} {m.place(id).said}"
    text = m.pick(WAITING).format(x=thing.said, p=where)
    return Wish(text, f"{thing.goal} -> {s.at} {m.name(id)}", False, thing.ids, id)


FITTING_PLACES: dict[str, tuple[float, Form]] = {
    "fitting place": (16, fitting_place),
    "waiting there": (12, waiting_there),
}
"""Weight and maker by family."""
