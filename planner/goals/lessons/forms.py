"""Forms of request beyond a verb with its object: swapping, clearing, either of two, reasons, what nobody can do."""

from collections.abc import Callable

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.clauses import Wish, Wishes
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.trades import TRADES

Form = Callable[[Wishes], Wish | None]
"""Makes a request in a scene; None if the scene has not what it takes."""


def swap(wishes: Wishes) -> Wish | None:
    """Each goes where the other is."""
    m = wishes.m
    spots = [fact for fact in _spots(m) if len(m.alike(fact.arguments[0])) == 1]
    if len(spots) < 2:
        return None
    one, two = (spots[i] for i in m.rng.permutation(len(spots))[:2])
    if one.arguments[0] == two.arguments[0] or one.arguments[1] == two.arguments[1]:
        return None
    if {one.arguments[0], two.arguments[0]} & {one.arguments[1], two.arguments[1]}:
        return None
    x, y = m.definite(one.arguments[0]), m.definite(two.arguments[0])
    ends = [f"{fact.predicate} {m.name(fact.arguments[1])}" for fact in (one, two)]
    return Wish(m.pick(say.SWAP).format(x=x.said, y=y.said), f"{x.goal} -> {ends[1]} ; {y.goal} -> {ends[0]}")


def clear(wishes: Wishes) -> Wish | None:
    """Nothing stays in a place, or only what is named."""
    m, s = wishes.m, wishes.setting
    spots = _spots(m)
    if not spots:
        return None
    spot = spots[int(m.rng.integers(len(spots)))]
    here = [fact.arguments[0] for fact in spots if fact.arguments[1] == spot.arguments[1]]
    place = m.place(spot.arguments[1])
    there = f"{spot.predicate} {place.goal}"
    if place.said == "me":
        return None
    if m.chance(0.2):
        return Wish(m.pick(say.CLEAR).format(p=place.said), f"all things {there} -> not {there}")
    ends = [(s.at, id, "to") for id in s.places if s.at] + [(s.on, id, "on") for id in s.surfaces if s.on]
    ends += [(s.inside, id, "into") for id in s.containers if s.inside]
    ends = [end for end in ends if end[1] not in (spot.arguments[1], s.person, *here)]
    if not ends:
        return None
    predicate, id, word = ends[int(m.rng.integers(len(ends)))]
    end = m.place(id)
    said = {"p": place.said, "q": end.said, "w": word}
    goal = f"{predicate} {end.goal}"
    names = list(dict.fromkeys(m.name(id) for id in here))
    if len(names) > 1 and m.chance(0.3):
        kept = m.definite(m.vocabulary.ids[m.pick(names)][0])
        text = m.pick(say.CLEAR_BUT).format(y=kept.said, **said)
        return Wish(text, f"all things {there} except {kept.goal} -> {goal}")
    many = [id for id in here if len(m.alike(id)) > 1]
    if many and m.chance(0.6):
        kind = m.copies(m.pick(many))
        if kind.goal.startswith("all "):
            return Wish(m.pick(say.CLEAR_KIND).format(x=kind.said, **said), f"{kind.goal} {there} -> {goal}")
    return Wish(m.pick(say.CLEAR_TO).format(**said), f"all things {there} -> {goal}")


def either(wishes: Wishes) -> Wish | None:
    """One of two things, no matter which."""
    m = wishes.m
    names = sorted({m.name(id) for id in wishes.setting.movables})
    if len(names) < 2:
        return None
    a, b = m.pick_two(names)
    how = m.pick(say.EITHER)
    said = how.format(a=a, b=b)
    phrase = f"{a} or the {b}" if "or the " in how else f"{a} or {b}"
    return wishes.moved(Mention(said, f"any [ {phrase} ]", (*m.vocabulary.ids[a], *m.vocabulary.ids[b])))


def unclear(wishes: Wishes) -> Wish | None:
    """``the mug`` where a red and a blue one stand: the goal quotes it, and the resolver asks."""
    m = wishes.m
    heads = m.sharing_head()
    if not heads:
        return None
    head = m.pick(sorted(heads))
    return wishes.moved(
        Mention(
            m.pick(("the {}", "the {}", "that {}", "my {}", "a certain {}")).format(head),
            f"[ {head} ]",
            tuple(heads[head]),
        )
    )


def because(wishes: Wishes) -> Wish | None:
    """A reason first, which names things that are not there; then what is asked for."""
    m, s = wishes.m, wishes.setting
    reason = m.pick(say.REASONS_TOLD)
    if s.person and m.chance(0.65):
        thing = m.any_of_concept()
        if thing is not None:
            text = m.pick(say.BECAUSE).format(r=reason, x=thing.said)
            return Wish(text, f"{thing.goal} -> {s.at} {s.person}", False)
    wish = wishes.any()
    if wish is None or not wish.imperative:
        return None
    return Wish(m.pick(say.SO).format(r=reason, a=wish.said), wish.goal, False, wish.about, wish.into)


def no_skill(wishes: Wishes) -> Wish | None:
    """What other robots can do and this one cannot."""
    m, s = wishes.m, wishes.setting
    states = {word for name in m.vocabulary.states for word in name.split()}
    known = {verb for trade, _ in s.trades for verb in trade.verbs}
    options = [
        trade
        for trade in TRADES
        if not known & set(trade.verbs) and not set(trade.state.split()) & states and trade.state not in COMMON
    ]
    ids = s.movables or list(s.world.objects)
    if not ids or not options:
        return None
    trade = options[int(m.rng.integers(len(options)))]
    thing = m.definite(m.pick(ids))
    if not s.openables and m.chance(0.15):
        return Wish(m.pick(("open {x}", "lock {x}", "unlock {x} with the key")).format(x=thing.said), "refuse unable")
    verbs = [verb for verb in trade.verbs if verb not in AMBIGUOUS]
    text = m.pick(say.TRADE).format(x=thing.said, v=m.pick(verbs or list(trade.verbs)), d=trade.done, s=trade.state)
    return Wish(text, "refuse unable")


FORMS: dict[str, tuple[float, Form]] = {
    "swap": (3, swap),
    "clear": (5, clear),
    "either": (2, either),
    "unclear": (4, unclear),
    "because": (5, because),
    "no skill": (4, no_skill),
}
"""Weight and maker by family."""
COMMON = frozenset(["pressed", "lit", "sealed up", "full", "clean", "tight", "inspected", "connected"])
"""States that words for other wishes come near."""
AMBIGUOUS = frozenset(["prepare", "check", "connect", "press", "cut", "cool", "top up", "fill up", "push", "hit"])
"""Verbs that are said of much else."""


def _spots(m: Mentions) -> list[Fact]:
    """Where things that can be carried are."""
    s = m.setting
    return [
        fact
        for fact in sorted(s.world.facts)
        if fact.predicate in (s.at, s.on, s.inside) and fact.predicate and fact.arguments[0] in s.movables
    ]


_ONE = ("the {}", "the {}", "that {}", "my {}", "a certain {}")
