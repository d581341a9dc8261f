"""Indirect wordings: what is wrong with a thing, what is missing in a room, which one is meant by its state."""

from collections.abc import Callable, Sequence

from grounding import Fact
from planner.goals.lessons.agreement import ends_like_many, small_words
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.phrases import OPENED_OTHERWISE
from planner.goals.lessons.trades import PRODUCTS, Trade
from planner.goals.lessons.whereabouts import destinations
from planner.goals.matching import head_word, plural


def hint(wishes: Wishes) -> Wish | None:
    """``the fern is thirsty``: what is said of a thing asks for a trade."""
    drawn = _trade_and_thing(wishes)
    if drawn is None:
        return None
    m, (trade, thing) = wishes.m, drawn
    texts = [*trade.hints] * 2 + [*(NOT_SO if trade.sense in PAIRED else UNDONE)]
    if trade.opposite or trade.aim:
        texts += STILL
    opposite = trade.opposite or trade.aim.removeprefix("not ")
    text = m.pick(texts)
    verb = m.pick(trade.verbs)
    said = _agreeing(text, thing).format(x=thing.said, d=trade.done, o=opposite, v=verb)
    return Wish(f"{said}{m.pick(ENDS)}", f"{thing.goal} -> {trade.wanted}", False, thing.ids)


def in_state(wishes: Wishes) -> Wish | None:
    """``water the wilted plant``, ``everything in the shed that is dry should be watered``."""
    m, s = wishes.m, wishes.setting
    rows = [(trade, ids) for trade, ids in s.trades if len(ids) > 1]
    if not rows:
        return None
    trade, ids = rows[int(m.rng.integers(len(rows)))]
    states = _unary(m, ids)
    target = trade.aim.removeprefix("not ") if trade.aim else trade.state
    known = [(state, state) for state in states if state != trade.state and not state.startswith("has ")]
    if trade.aim:
        rest = [id for id in ids if Fact(target, (id,)) in s.world.facts]
        known = [(target, target)] if rest else []
    else:
        known.append((f"not {trade.done} yet", f"not {trade.state}"))
    if not known:
        return None
    said, qualifier = known[int(m.rng.integers(len(known)))]
    thing = _of_state(m, ids, said, qualifier)
    if thing is None:
        return None
    text = m.pick(FOR_THOSE)
    goal = f"{thing.goal} -> {trade.wanted}"
    return Wish(text.format(v=m.pick(trade.verbs), x=thing.said, d=trade.done), goal, True, thing.ids)


def open_one(wishes: Wishes) -> Wish | None:
    """``into the open cupboard`` where several cupboards stand."""
    m, s = wishes.m, wishes.setting
    thing = wishes.something()
    if thing is None or not s.inside or not s.openables:
        return None
    head = head_word(m.pick(s.openables))
    group = [id for id in s.openables if head_word(id) == head]
    states = {state: [id for id in group if Fact(state, (id,)) in s.world.facts] for state in (s.open, s.closed)}
    single = [state for state, ids in states.items() if len(ids) == 1]
    if len(group) < 2 or not single or s.open in OPENED_OTHERWISE:
        return None
    state = m.pick(single)
    word = state.removeprefix("is ")
    said = m.pick(OPEN_ONES).format(h=head, s=word)
    text = m.pick(INTO_THAT_ONE).format(x=thing.said, p=said)
    return Wish(text, f"{thing.goal} -> {s.inside} [ {head} ] {state}", True, thing.ids)


def product(wishes: Wishes) -> Wish | None:
    """``some light please``: what the only machine of its sort gives, or gives too much of."""
    m, s = wishes.m, wishes.setting
    options = []
    for name, kind in PRODUCTS.items():
        ids = [id for id in s.switches if m.name(id) in kind.machines]
        if len(ids) == 1 and kind.wanted and not _rivals(name, wishes):
            options.append((kind, ids[0]))
    if not options:
        return _air_by_window(wishes)
    kind, id = options[int(m.rng.integers(len(options)))]
    running = Fact(s.switched_on, (id,)) in s.world.facts
    on = m.chance(0.3 if running else 0.75)
    text = m.pick(kind.wanted if on else kind.unwanted)
    return Wish(text, f"{m.name(id)} -> {s.switched_on if on else s.switched_off}", False, (id,))


def beyond(wishes: Wishes) -> Wish | None:
    """What stays where it is, and what this robot has no skill for."""
    m, s = wishes.m, wishes.setting
    makers: list[Callable[[Wishes], str]] = [*[_fixture_moved] * 4, *[_wrong_thing] * 2]
    if not s.robot_at:
        makers.append(_robot_moved)
    text = makers[int(m.rng.integers(len(makers)))](wishes)
    return Wish(text, "refuse unable") if text else None


def back_and_forth(wishes: Wishes) -> Wish | None:
    """One of two that undo each other, in the words of people for whom it is plain which."""
    m, s = wishes.m, wishes.setting
    pairs = [(trade, ids) for trade, ids in s.trades if trade.sense in PAIRED]
    if not pairs:
        return None
    trade, ids = pairs[int(m.rng.integers(len(pairs)))]
    thing = m.definite(m.pick(ids))
    text = m.pick(REVERSING)
    said = text.format(x=thing.said, v=m.pick(trade.verbs), s=trade.state)
    return Wish(said, f"{thing.goal} -> {trade.wanted}", text.startswith("{v}"), thing.ids)


def _trade_and_thing(wishes: Wishes) -> tuple[Trade, Mention] | None:
    """A trade and what it may be done to, if no other trade of its sense could be meant."""
    m, s = wishes.m, wishes.setting
    if not s.trades:
        return None
    trade, ids = s.trades[int(m.rng.integers(len(s.trades)))]
    rivals = [set(others) for other, others in s.trades if other.sense == trade.sense and other.verbs != trade.verbs]
    alone = [id for id in ids if not any(id in others for others in rivals)] if trade.sense not in PAIRED else ids
    if not alone:
        return None
    thing = wishes._group(alone) if m.chance(0.2) and len(alone) == len(ids) else None
    return trade, thing or m.definite(m.pick(alone))


def _agreeing(text: str, thing: Mention) -> str:
    """With the verb in the plural where the thing is."""
    single = thing.said.startswith(("everything", "every ", "each", "whatever", "anything", "all that", "all of it"))
    many = thing.plural or ends_like_many(thing.said)
    if single or not many:
        return text
    for one, more in AGREEMENT:
        text = text.replace(one, more)
    return text


def _unary(m: Mentions, ids: Sequence[str]) -> list[str]:
    return sorted({f.predicate for f in m.setting.world.facts if len(f.arguments) == 1 and f.arguments[0] in ids})


def _of_state(m: Mentions, ids: Sequence[str], said: str, qualifier: str) -> Mention | None:
    """The one thing, or all, of a group that are in a state; perhaps in one place."""
    facts = m.setting.world.facts
    state, negated = qualifier.removeprefix("not "), qualifier.startswith("not ")
    fitting = [id for id in ids if (Fact(state, (id,)) in facts) != negated]
    head = head_word(m.name(m.pick(fitting))) if fitting else ""
    same = [id for id in fitting if head_word(m.name(id)) == head]
    adjective = " " not in said
    if len(fitting) == 1 and m.chance(0.6):
        are = small_words(ends_like_many(head))["is"]
        forms = [(f"the {head} that {are} {said}", f"[ {head} ] {qualifier}")]
        forms += [(f"the {said} {head}", f"[ {head} ] {qualifier}")] * 2 if adjective else []
        forms += [(text.format(s=said), f"things {qualifier}") for text in ONLY_ONE]
        text, goal = forms[int(m.rng.integers(len(forms)))]
        return Mention(text, goal, (fitting[0],))
    if not fitting:
        return None
    spots = [f for f in sorted(facts) if len(f.arguments) == 2 and f.arguments[0] in fitting]
    if spots and m.chance(0.4):
        spot = spots[int(m.rng.integers(len(spots)))]
        place = m.place(spot.arguments[1])
        if place.said != "me" and "@" not in place.said and spot.predicate == m.setting.at:
            text = m.pick(ALL_THERE).format(s=said, r=f"{m.pick(('in', 'at'))} {place.said}")
            return Mention(text, f"all things {spot.predicate} {place.goal} {qualifier}", tuple(fitting), True)
    if len(same) > 1 and m.chance(0.5):
        many = plural(head)
        text = f"the {said} {many}" if adjective and m.chance(0.6) else f"the {many} that are {said}"
        return Mention(text, f"all [ {many} ] {qualifier}", tuple(same), True)
    text = m.pick(ALL_SUCH if adjective else ALL_SUCH_LONG).format(s=said)
    return Mention(text, f"all things {qualifier}", tuple(fitting), True)


def _rivals(name: str, wishes: Wishes) -> bool:
    """Whether something else could give the same, so that the sentence would be unclear."""
    m, s = wishes.m, wishes.setting
    near = {"air": ("cold", "heat"), "cold": ("air", "heat"), "heat": ("cold", "air"), "mist": ("water",)}
    machines = {machine for other in near.get(name, ()) for machine in PRODUCTS[other].machines}
    words = set(RIVALS.get(name, ()))
    names = [m.name(id) for id in [*s.switches, *s.openables, *(id for _, ids in s.trades for id in ids)]]
    return any(one in machines or words & set(one.split()) for one in names)


def _air_by_window(wishes: Wishes) -> Wish | None:
    """Where a window is all that there is against bad air."""
    m, s = wishes.m, wishes.setting
    windows = [id for id in s.openables if "window" in id.split()]
    if len(windows) != 1 or s.switches or s.trades or s.open in OPENED_OTHERWISE:
        return None
    air = PRODUCTS["air"]
    letting_in = m.chance(0.6)
    text = m.pick(WINDOW_OPEN + air.wanted[:2] if letting_in else WINDOW_CLOSED)
    return Wish(text, f"{m.name(windows[0])} -> {s.open if letting_in else s.closed}", False)


def _fixture_moved(wishes: Wishes) -> str:
    """A thing that no skill moves, asked to be moved."""
    m, s = wishes.m, wishes.setting
    types = m.vocabulary.types
    lifted = {id for trade, ids in s.trades if trade.sense in ("moving", "placing") for id in ids}
    words = {word for id in s.movables for word in m.name(id).split()}
    fixtures = [
        id
        for id in s.world.objects
        if not types[id] & {"item", "movable"}
        and id not in lifted
        and id not in (s.person, s.trash)
        and not words & set(m.name(id).split())
        and not m.name(id).startswith(("top of", "space under", "shelf of"))
    ]
    fixtures += [id for id in s.places if id.split()[-1] in FURNITURE and not words & set(m.name(id).split())]
    if not fixtures:
        return ""
    name = m.name(m.pick(fixtures))
    ends = [end.id for end in destinations(s, (s.person,)) if m.name(end.id) != name]
    ends = [
        f"the {m.name(id)}" for id in ends if not m.name(id).startswith(("by ", "under ", "next ", "in ", "behind "))
    ]
    end = m.pick(ends) if ends and m.chance(0.7) else m.pick(ELSEWHERE)
    return m.pick(CARRY).format(x=f"{m.pick(('the', 'the', 'that', 'this'))} {name}", p=end)


def _wrong_thing(wishes: Wishes) -> str:
    """A trade that this library knows, asked of a thing that it is not for."""
    m, s = wishes.m, wishes.setting
    rows = [(trade, ids) for trade, ids in s.trades if trade.sense not in ("placing", "moving", *PAIRED)]
    if not rows:
        return ""
    trade, _ = rows[int(m.rng.integers(len(rows)))]
    near = {id for other, ids in s.trades if other.sense == trade.sense for id in ids}
    words = {word for id in near for word in m.name(id).split()}
    others = [id for id in s.world.objects if id not in near and not words & set(m.name(id).split())]
    others = [id for id in others if id != s.person]
    if not others:
        return ""
    return m.pick(ON_WRONG_THING).format(v=trade.verbs[0], x=f"the {m.name(m.pick(others))}", d=trade.done)


def _robot_moved(wishes: Wishes) -> str:
    """A walk, asked of a robot that stands."""
    m, s = wishes.m, wishes.setting
    id = m.pick([*s.openables, *s.switches, *s.surfaces, *s.containers] or [""])
    texts = STANDING if id else STANDING[:6]
    return m.pick(texts).format(p=f"the {m.name(id)}" if id else "")


PAIRED = frozenset(["moving", "opening", "fastening", "level", "running"])
"""Senses of trades that have an opposite trade."""
ENDS = (
    "",
    "",
    "",
    "",
    "",
    "",
    ", do something about it",
    ". take care of that",
    ", can you help",
    ", please see to it",
)
UNDONE = (
    "{x} has not been {d} today",
    "{x} has not been {d} yet",
    "has {x} been {d} already? i don't think so",
    "it is high time that {x} is {d}",
    "it is time that someone thinks of {x}, which should be {d}",
    "i don't think anybody has {d} {x} so far",
    "{x} should have been {d} long ago",
    "{x} was supposed to be {d} this morning",
    "somebody was meant to {v} {x}, but nobody did",
    "they forgot about {x}, which has to be {d}",
    "when was {x} last {d}? too long ago",
    "{x} wants to be {d}",
    "{x} still has to be {d}",
    "i'd be glad to see {x} {d}",
    "the plan says {x} will be {d} now",
)
NOT_SO = (
    "it is high time that {x} is {d}",
    "{x} should have been {d} long ago",
    "{x} was supposed to be {d} by now",
    "{x} still has to be {d}",
    "somebody was meant to {v} {x}, but nobody did",
    "i'd be glad to see {x} {d}",
    "{x} ought to be {d}, i think",
    "why isn't {x} {d}",
    "is {x} not {d} yet",
)
STILL = (
    "why is {x} still {o}",
    "{x} is still {o}",
    "{x} looks {o} to me",
    "{x} is {o} again",
    "{x} can't stay {o}",
    "i don't like it that {x} is {o}",
    "as far as i can see {x} is {o}, which is bad",
    "{x} should not be {o}",
    "{x} is {o}, and that has to change",
    "i am told that {x} is {o}",
    "{x} must no longer be {o}",
)
AGREEMENT = (
    ("{x} is", "{x} are"),
    ("{x} has", "{x} have"),
    ("{x} was", "{x} were"),
    ("{x} looks", "{x} look"),
    ("{x} needs", "{x} need"),
    ("{x} wants", "{x} want"),
    ("{x} smells", "{x} smell"),
    ("{x} feels", "{x} feel"),
    ("{x} takes", "{x} take"),
    ("{x} sticks", "{x} stick"),
    ("{x} hangs", "{x} hang"),
    ("{x} lies", "{x} lie"),
    ("{x} sounds", "{x} sound"),
    ("{x} tastes", "{x} taste"),
    ("{x} squeaks", "{x} squeak"),
    ("{x} shows", "{x} show"),
    ("{x} does", "{x} do"),
    ("{x} won't", "{x} won't"),
    ("has {x}", "have {x}"),
    ("was {x}", "were {x}"),
    ("is {x}", "are {x}"),
    ("does {x}", "do {x}"),
)
FOR_THOSE = (
    "{v} {x}",
    "{v} {x}",
    "{v} {x}",
    "{v} only {x}",
    "get {x} {d}",
    "go and {v} {x}",
    "{v} just {x}, nothing else",
    "find {x} and see that the job is done: {v}",
    "look for {x} and {v} what you find",
    "have {x} {d}",
)
ONLY_ONE = ("the one that is {s}", "the thing that is {s}", "what is {s}", "the only one that is {s}")
ALL_THERE = (
    "everything {r} that is {s}",
    "whatever is {s} {r}",
    "all that is {s} {r}",
    "the ones {r} that are {s}",
    "anything {r} that is {s}",
    "all things {r} which are {s}",
)
ALL_SUCH = (
    "the {s} ones",
    "everything that is {s}",
    "all that are {s}",
    "whichever ones are {s}",
    "each of those that are {s}",
    "anything {s}",
    "all the {s} ones",
    "those which are {s}",
    "whatever looks {s}",
)
ALL_SUCH_LONG = (
    "everything that is {s}",
    "all that are {s}",
    "whichever ones are {s}",
    "those which are {s}",
    "whatever is {s}",
    "the ones that are {s}",
)
OPEN_ONES = (
    "the {s} {h}",
    "the {h} that is {s}",
    "whichever {h} is {s}",
    "the {h} which is {s}",
    "the one {h} that is {s}",
)
INTO_THAT_ONE = (
    "put {x} in {p}",
    "put {x} into {p}",
    "place {x} inside {p}",
    "drop {x} into {p}",
    "store {x} in {p}",
    "let {x} go in {p}",
    "use {p} for {x}",
    "have {x} put in {p}",
    "find {p} and put {x} in there",
)
RIVALS = {
    "light": ("window", "blinds", "curtain", "candle", "lantern", "light", "lights", "blind", "shutter", "torch"),
    "air": ("window", "vent", "door", "skylight", "damper", "dome", "roof"),
    "heat": ("window", "fireplace", "vent", "door", "skylight", "roof", "candle", "oven", "stove"),
    "water": ("tap", "fountain", "hose", "shower", "valve", "line", "inlet"),
    "music": ("radio", "music", "tv", "player", "organ", "stereo", "fan", "vacuum", "speaker", "system"),
    "guard": ("camera", "sensor", "alarm", "fence", "lock"),
    "mist": ("sprinkler", "pump"),
    "cold": ("window", "door", "vent"),
    "picture": ("tv", "projector", "film", "screen"),
}
"""Words of other things that could be meant as well."""
WINDOW_OPEN = (
    "some fresh air please",
    "let some air in",
    "we need fresh air in here",
    "i want to hear the birds outside",
    "the smell should get out of here",
)
WINDOW_CLOSED = (
    "there is a draught in here",
    "it is raining in",
    "keep the cold out",
    "the noise of the street comes in",
)
FURNITURE = frozenset(
    [
        "table",
        "desk",
        "shelf",
        "counter",
        "couch",
        "bench",
        "bed",
        "rack",
        "bookshelf",
        "dresser",
        "fridge",
        "wardrobe",
        "lathe",
    ]
)
ELSEWHERE = ("the other end of the room", "me", "the next building", "the street", "the neighbours")
CARRY = (
    "carry {x} to {p}",
    "move {x} over to {p}",
    "bring {x} to {p}",
    "drag {x} to {p}",
    "push {x} over to {p}",
    "pick up {x} and take it to {p}",
    "take {x} over to {p}",
    "shift {x} to {p}",
    "haul {x} away to {p}",
    "get {x} over to {p}",
    "lift {x}",
    "pick {x} up",
    "take {x} in your hand",
    "carry {x} away",
    "throw {x} away",
    "hold {x} up high",
)
ON_WRONG_THING = ("{v} {x}", "{v} {x}", "go and {v} {x}", "get {x} {d}", "make sure that {x} gets {d}", "have {x} {d}")
STANDING = (
    "come over here",
    "come here",
    "follow me",
    "drive to the other room",
    "leave the room",
    "take a walk through the house",
    "go to {p}",
    "drive over to {p}",
    "walk once around {p}",
    "come and stand beside {p}",
)
REVERSING = (
    "{v} {x}",
    "{v} {x} again",
    "{v} {x}, please, the way it was before",
    "i need you to {v} {x}",
    "after lunch {v} {x}",
    "what about {x}? time to {v} that one",
    "{x} has to end up {s}, so go and {v} {x}",
    "that's not right, {v} {x}",
    "{v} {x} all the way",
)
WANTS: dict[str, tuple[float, Form]] = {
    "hint": (5, hint),
    "in state": (4, in_state),
    "open one": (10, open_one),
    "product": (6, product),
    "beyond": (3, beyond),
    "back and forth": (3, back_and_forth),
}
"""Weight and maker by family."""
