"""Forms of request beyond a verb with its object: swapping, clearing, either of two, reasons, what nobody can do."""

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.fitting_places import FITTING_PLACES
from planner.goals.lessons.guards import GUARDS
from planner.goals.lessons.mentions import Mention
from planner.goals.lessons.needs import NEEDS
from planner.goals.lessons.questions import QUESTIONS
from planner.goals.lessons.references import REFERENCES
from planner.goals.lessons.refusals import REFUSALS
from planner.goals.lessons.shaped import SHAPED
from planner.goals.lessons.trades import TRADES
from planner.goals.lessons.wants import WANTS
from planner.goals.lessons.whereabouts import TO, destinations, how, spots
from planner.goals.lessons.whole import WHOLE
from planner.goals.matching import head_word


def swap(wishes: Wishes) -> Wish | None:
    """Each goes where the other is."""
    m = wishes.m
    single = [fact for fact in spots(m.setting) if len(m.alike(fact.arguments[0])) == 1]
    if len(single) < 2:
        return None
    one, two = (single[i] for i in m.rng.permutation(len(single))[:2])
    if one.arguments[0] == two.arguments[0] or one.arguments[1] == two.arguments[1]:
        return None
    if {one.arguments[0], two.arguments[0]} & {one.arguments[1], two.arguments[1]}:
        return None
    x, y = m.definite(one.arguments[0]), m.definite(two.arguments[0])
    return Wish(m.pick(say.SWAP).format(x=x.said, y=y.said), f"{x.goal} -> where {y.goal} ; {y.goal} -> where {x.goal}")


def clear(wishes: Wishes) -> Wish | None:
    """Nothing stays in a place, or only what is named."""
    m, s = wishes.m, wishes.setting
    found = spots(s)
    if not found:
        return None
    spot = found[int(m.rng.integers(len(found)))]
    here = [fact.arguments[0] for fact in found if fact.arguments[1] == spot.arguments[1]]
    place = m.place(spot.arguments[1])
    there = f"{spot.predicate} {place.goal}"
    if place.said == "me":
        return None
    if m.chance(0.2):
        return Wish(m.pick(say.CLEAR).format(p=place.said), f"all things {there} -> not {there}")
    ends = destinations(s, (spot.arguments[1], s.person, *here))
    if not ends:
        return None
    target = ends[int(m.rng.integers(len(ends)))]
    end = m.place(target.id)
    said = {"p": place.said, "q": end.said, "w": TO[target.how]}
    goal = f"{target.predicate} {end.goal}"
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
    text = m.pick(say.EITHER)
    said = text.format(a=a, b=b)
    phrase = f"{a} or the {b}" if "or the " in text else f"{a} or {b}"
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
    senses = {trade.sense for trade, _ in s.trades} | {"placing"} | ({"power"} if s.switches else set())
    options = [
        trade
        for trade in TRADES
        if trade.sense not in senses
        and not known & set(trade.verbs)
        and not set(trade.state.split()) & states
        and trade.state not in COMMON
        and not s.shapes.verbs & {verb.split()[0] for verb in trade.verbs}
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


def terse(wishes: Wishes) -> Wish | None:
    """Two names and nothing else: ``mug fridge``."""
    m, s = wishes.m, wishes.setting
    ends = destinations(s)
    if not s.movables or not ends:
        return None
    id = m.pick(s.movables)
    end = ends[int(m.rng.integers(len(ends)))]
    if end.id == id:
        return None
    x, p = m.bare(id), m.bare(end.id)
    said = m.pick(say.TERSE).format(x=x, p=p)
    goal = f"{m.name(id)} -> {end.predicate} {m.name(end.id)}"
    if end.id in s.openables and end.how == "in" and m.chance(0.4):
        return Wish(f"{said}{m.pick(say.THEN_SHUT)}", f"{goal} then {m.name(end.id)} -> {s.closed}", False)
    return Wish(said, goal, False)


def beside(wishes: Wishes) -> Wish | None:
    """To where another thing is."""
    m, s = wishes.m, wishes.setting
    single = [fact for fact in spots(s) if len(m.alike(fact.arguments[0])) == 1]
    if not single:
        return None
    spot = single[int(m.rng.integers(len(single)))]
    other = m.definite(spot.arguments[0])
    if s.robot_at and spot.predicate == s.at and m.chance(0.25):
        text = m.pick(say.GO_WHERE).format(y=other.said)
        return Wish(text, f"where {other.goal} -> {s.robot_at}")
    thing = wishes.something()
    if thing is None or spot.arguments[0] in thing.ids or spot.arguments[1] in thing.ids:
        return None
    text = m.pick(say.WHERE_IT_IS).format(x=thing.said, y=other.said)
    return Wish(text, f"{thing.goal} -> where {other.goal}")


def mended(wishes: Wishes) -> Wish | None:
    """The speaker thinks again: ``the mug, no, the cup``."""
    m = wishes.m
    if m.chance(0.5):
        first, second = wishes.any(), wishes.any()
        if first is None or second is None or not second.imperative:
            return None
        return Wish(m.pick(say.RATHER_DO).format(w=first.said, a=second.said), second.goal, first.imperative)
    names = sorted({m.name(id) for id in wishes.setting.movables})
    if len(names) < 2:
        return None
    wrong, right = (m.definite(m.vocabulary.ids[name][0]) for name in m.pick_two(names))
    return wishes.moved(Mention(m.pick(say.RATHER).format(w=wrong.said, x=right.said), right.goal, right.ids))


def too(wishes: Wishes) -> Wish | None:
    """An afterthought: ``and the mug as well``."""
    m, s = wishes.m, wishes.setting
    wish = wishes.any()
    others = [id for id in s.movables if wish is not None and id not in wish.about]
    if wish is None or not others or wish.goal.count(" -> ") != 1 or wish.goal.startswith("if"):
        return None
    things, state = wish.goal.split(" -> ")
    other = m.definite(m.pick(others))
    if not state.startswith(tuple(f"{word} " for word in (s.at, s.on, s.inside) if word)) or other.goal in wish.goal:
        return None
    return Wish(
        m.pick(say.TOO).format(a=wish.said, y=other.said), f"{things} , {other.goal} -> {state}", wish.imperative
    )


def former_and_latter(wishes: Wishes) -> Wish | None:
    """``the pen and the cup: the first to me, the second to the shelf``."""
    m = wishes.m
    ends = destinations(wishes.setting, wishes.setting.movables)
    names = sorted({m.name(id) for id in wishes.setting.movables})
    if len(names) < 2 or len(ends) < 2:
        return None
    x, y = (m.definite(m.vocabulary.ids[name][0]) for name in m.pick_two(names))
    one, two = (ends[i] for i in m.rng.permutation(len(ends))[:2])
    p, q = m.place(one.id), m.place(two.id)
    said = {"x": x.said, "y": y.said, "p": p.said, "q": q.said, "v": TO[one.how], "w": TO[two.how]}
    goal = f"{x.goal} -> {one.predicate} {p.goal} ; {y.goal} -> {two.predicate} {q.goal}"
    return Wish(m.pick(say.FIRST_AND_SECOND).format(**said), goal, False)


def turned(wishes: Wishes) -> Wish | None:
    """``close the open drawer and open the closed one``."""
    m, s = wishes.m, wishes.setting
    if not s.openables or s.open in say.OPENED_OTHERWISE:
        return None
    head = head_word(m.pick(s.openables))
    group = [id for id in s.openables if head_word(id) == head]
    open_ones = [id for id in group if Fact(s.open, (id,)) in s.world.facts]
    if len(group) < 2 or len(open_ones) != 1:
        return None
    close, open_it = f"[ {head} ] {s.open} -> {s.closed}", f"[ {head} ] {s.closed} -> {s.open}"
    forms = [(text, close) for text in say.CLOSE_THE_OPEN_ONE]
    if len(group) == 2:
        forms += [(text, open_it) for text in say.OPEN_THE_CLOSED_ONE]
        forms += [(text, f"{close} ; {open_it}") for text in say.TURN_BOTH]
    text, goal = forms[int(m.rng.integers(len(forms)))]
    return Wish(text.format(h=head), goal)


def from_there(wishes: Wishes) -> Wish | None:
    """Where from and where to."""
    m = wishes.m
    found, ends = spots(m.setting), destinations(m.setting)
    if not found or not ends:
        return None
    spot = found[int(m.rng.integers(len(found)))]
    id, source = spot.arguments
    end = ends[int(m.rng.integers(len(ends)))]
    if end.id in (id, source) or m.place(source).said == "me":
        return None
    thing, place, target = m.definite(id), m.place(source), m.place(end.id)
    noun = thing.goal if len(m.alike(id)) == 1 else f"{m.name(id)} {spot.predicate} {m.name(source)}"
    off = m.pick(say.OFF[how(m.setting, spot.predicate)])
    said = {"x": thing.said, "s": place.said, "p": target.said, "w": TO[end.how], "off": off}
    return Wish(m.pick(say.FROM_TO).format(**said), f"{noun} -> {end.predicate} {target.goal}")


FORMS: dict[str, tuple[float, Form]] = {
    "swap": (3, swap),
    "clear": (5, clear),
    "either": (1, either),
    "unclear": (4, unclear),
    "because": (5, because),
    "no skill": (3, no_skill),
    "terse": (4, terse),
    "beside": (3, beside),
    "mended": (2, mended),
    "too": (3, too),
    "former and latter": (1.5, former_and_latter),
    "turned": (8, turned),
    "from there": (3, from_there),
    **QUESTIONS,
}
"""Weight and maker by family."""
COMMON = frozenset(["pressed", "lit", "sealed up", "full", "clean", "tight", "inspected", "connected"])
"""States that words for other wishes come near."""
AMBIGUOUS = frozenset(["prepare", "check", "connect", "press", "cut", "cool", "top up", "fill up", "push", "hit"])
"""Verbs that are said of much else."""


FORMS |= FITTING_PLACES | GUARDS | NEEDS | REFERENCES | REFUSALS | SHAPED | WANTS | WHOLE
