"""Requests that name no thing: a situation and what helps, a purpose, a contrast, a kind with its names, a number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from planner.goals.grammar import RESERVED
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.concepts import concepts
from planner.goals.lessons.mentions import Mention, Mentions, article, base_name
from planner.goals.lessons.situations import Situation, situations
from planner.goals.lessons.speech import listed, without_marks
from planner.goals.lessons.things import Concept

# -- a situation ------------------------------------------------------------------------------------------------------


def told_alone(wishes: Wishes) -> Wish | None:
    """A situation and no request: whoever tells it wants to be helped."""
    m, s = wishes.m, wishes.setting
    found = _situation(m)
    if found is None or not (s.at and s.person) or (found[0].concept.name in _BY_OTHER_MEANS and _can_do_more(wishes)):
        return None
    text, quoted = _told(found[0], m)
    return Wish(text, f"any [ {quoted} ] -> {s.at} {s.person}", False)


def told_and_asked(wishes: Wishes) -> Wish | None:
    """A situation, and a request that points back to it."""
    m, s = wishes.m, wishes.setting
    found = _situation(m)
    if found is None or not (s.at and s.person):
        return None
    text, quoted = _told(found[0], m)
    asked = m.pick((*_ASKED, *_ASKED_BY_SORT[found[0].sort]))
    return Wish(m.pick(_JOINED).format(t=text, a=asked), f"any [ {quoted} ] -> {s.at} {s.person}", False)


def told_and_moved(wishes: Wishes) -> Wish | None:
    """A situation, and where what helps is to go; never into the rubbish."""
    m = wishes.m
    found = _situation(m)
    if found is None:
        return None
    text, quoted = _told(found[0], m)
    what = m.pick((*_POINTING_BACK, *_POINTING_BACK_BY_SORT[found[0].sort]))
    wish = _moved(wishes, Mention(what, f"any [ {quoted} ]", tuple(found[1])))
    if wish is None or _thrown(wish, wishes):
        return None
    return replace(wish, said=m.pick(_JOINED).format(t=text, a=wish.said), imperative=False)


def told_of_a_thing(wishes: Wishes) -> Wish | None:
    """What happened to a thing of the scene; the thing itself stays where it is."""
    m = wishes.m
    cases = [(case, situations()[case[2]]) for case in _HAPPENED if not m.held_out(case[2])]
    fitting = [(case, ids) for case, situation in cases if (ids := _ids(situation.concept, m))]
    if not fitting:
        return None
    (text, use, _), ids = fitting[int(m.rng.integers(len(fitting)))]
    others = [id for id in wishes.setting.movables if id not in ids]
    if not others:
        return None
    what = m.pick(("something to {u}", "something i can {u}", "whatever one would {u}", "what you {u}")).format(u=use)
    wish = _moved(wishes, Mention(what, f"any [ {use} ]", tuple(ids)))
    if wish is None or _thrown(wish, wishes):
        return None
    told = text.format(x=m.definite(m.pick(others)).said)
    return replace(wish, said=m.pick(_JOINED).format(t=told, a=wish.said), imperative=False)


def _situation(m: Mentions) -> tuple[Situation, list[str]] | None:
    """One that something here helps in, and the ids of that."""
    options = [
        (situation, ids)
        for name, situation in situations().items()
        if situation.told and not m.held_out(name) and (ids := _ids(situation.concept, m))
    ]
    return options[int(m.rng.integers(len(options)))] if options else None


def _ids(concept: Concept, m: Mentions) -> list[str]:
    return [id for id in m.setting.movables if base_name(m.name(id)) in concept.true]


def _told(situation: Situation, m: Mentions) -> tuple[str, str]:
    """A sentence, perhaps with a word before it, and the words that are quoted."""
    text, quoted = without_marks(m.pick(situation.told))
    return (m.pick(_OPENING) + text if m.chance(0.3) else text), quoted[0]


def _can_do_more(wishes: Wishes) -> bool:
    return bool(wishes.setting.switches or wishes.setting.trades)


def _thrown(wish: Wish, wishes: Wishes) -> bool:
    return wish.into in {"bin", "trash", wishes.setting.trash} and bool(wish.into)


# -- a purpose --------------------------------------------------------------------------------------------------------


def purpose(wishes: Wishes) -> Wish | None:
    """What it is for or what it does instead of what it is: ``the thing that keeps the rain off``."""
    m = wishes.m
    found = _situation(m)
    if found is None:
        return None
    situation, ids = found
    options = [(form, use) for use in situation.uses for form in _USED]
    options += [(form, effect) for effect in situation.effects for form in _DOING]
    if not options:
        return None
    form, words = options[int(m.rng.integers(len(options)))]
    many = m.chance(0.12)
    said = m.pick(_ALL_USED if form in _USED else _ALL_DOING) if many else form
    return _moved(wishes, Mention(said.format(u=words), f"{'all' if many else 'any'} [ {words} ]", tuple(ids), many))


def described(wishes: Wishes) -> Wish | None:
    """A relative clause or a few words behind: ``a thing that is salty``, ``whatever there is to write with``."""
    m = wishes.m
    options = [
        (text, ids)
        for concept, ids, _ in m.concept_names().values()
        for text in concept.something
        if (len(text.split()) == 1 or text.split()[0] in _LINKS) and not set(text.split()) & (RESERVED | _predicates(m))
    ]
    if not options:
        return None
    text, ids = options[int(m.rng.integers(len(options)))]
    adjective = len(text.split()) == 1
    many = m.chance(0.4)
    forms = ((_BEING, _ALL_BEING) if adjective else (_MEANT, _ALL_MEANT))[many]
    goal = f"{'all' if many else 'any'} [ {text} ]"
    return _moved(wishes, Mention(m.pick(forms).format(w=text), goal, tuple(ids), many))


def _predicates(m: Mentions) -> set[str]:
    return {word for name in m.vocabulary.states for word in name.split()} - {"to", "in", "on", "at", "of"}


# -- a contrast -------------------------------------------------------------------------------------------------------


def contrasted(wishes: Wishes) -> Wish | None:
    """One description and not another: ``a snack, only nothing salty``, ``food for someone who eats no meat``."""
    m = wishes.m
    table = {key: concept for key, concept in concepts().items() if not m.held_out(key)}
    here = {base_name(m.name(id)) for id in m.setting.movables}
    some = [list(table)[i] for i in m.rng.permutation(len(table))[:25]]
    pairs = [
        (key, other)
        for key in some
        for other in _CONTRASTS
        if other in table and key != other and _differ(table[key], table[other], here)
    ]
    if not pairs:
        return None
    key, other = pairs[int(m.rng.integers(len(pairs)))]
    options = [*_said_with(table[key], table[other]), *(_for_someone(table[key], other, table[other]))]
    if not options:
        return None
    said, wanted, unwanted = options[int(m.rng.integers(len(options)))]
    ids = tuple(id for id in _ids(table[key], m) if base_name(m.name(id)) not in table[other].true)
    return _tidied(_moved(wishes, Mention(said, f"any [ {wanted} ] except [ {unwanted} ]", ids)))


def _differ(wanted: Concept, unwanted: Concept, here: set[str]) -> bool:
    """Whether the two have something in common, and something here is clearly one and not the other."""
    kept = (here & wanted.true) - unwanted.true - unwanted.maybe
    return bool(kept) and not wanted.true.isdisjoint(unwanted.true)


def _said_with(wanted: Concept, unwanted: Concept) -> list[tuple[str, str, str]]:
    whats = [(f"{article(noun)} {noun}", noun) for noun in wanted.singular]
    whats += [(f"something {text}", text) for text in wanted.something]
    traits = [text for text in unwanted.something if text.split()[0] not in ("to", "for", "against")]
    nots = [(form.format(w=text), text) for text in traits for form in _NOT_SUCH]
    nots += [(form.format(w=noun), noun) for noun in unwanted.plural for form in _NO_SUCH]
    return [(what + no, text, other) for what, text in whats for no, other in nots]


def _for_someone(wanted: Concept, key: str, unwanted: Concept) -> list[tuple[str, str, str]]:
    verbs = _REFUSED.get(key, ())
    nouns = [(f"{article(noun)} {noun}", noun) for noun in wanted.singular]
    nouns += [(f"something {text}", text) for text in wanted.something if text.startswith("to ")]
    return [
        (f"{what} for {who} {verb} {avoided}", noun, avoided)
        for what, noun in nouns
        for who in _SOMEONE_WHO
        for verb in verbs
        for avoided in unwanted.plural
    ]


# -- a kind with its names, and numbers -------------------------------------------------------------------------------


def spelled_out(wishes: Wishes) -> Wish | None:
    """A kind, and at once which things are meant: ``the tools - hammer and saw, i mean -``."""
    m = wishes.m
    groups = [
        (concept, names)
        for concept, ids, _ in m.concept_names().values()
        if len(names := sorted({m.name(id) for id in ids if len(m.alike(id)) == 1})) > 1 and concept.plural
    ]
    if not groups:
        return None
    concept, names = groups[int(m.rng.integers(len(groups)))]
    chosen = [names[i] for i in m.rng.permutation(len(names))[: 3 if m.chance(0.3) else 2]]
    before = m.pick(("", "the ", "the "))
    parts = listed([before + name for name in chosen], m.rng)
    forms = (*_SPELLED_OUT, *(_BOTH_SPELLED_OUT if len(chosen) == 2 else ()))
    said = m.pick(forms).format(c=m.pick(concept.plural), l=parts)
    ids = tuple(m.vocabulary.ids[name][0] for name in chosen)
    return _tidied(_moved(wishes, Mention(said, " , ".join(chosen), ids, True)))


def counted(wishes: Wishes) -> Wish | None:
    """A number of a kind: ``any two snacks``, ``half a dozen fruits``, ``one of the drinks``."""
    m = wishes.m
    options = [
        (noun, ids)
        for concept, ids, _ in m.concept_names().values()
        for noun in concept.plural
        if len(ids) > 1 and any(word.endswith("s") for word in noun.split())
    ]
    if not options:
        return None
    noun, ids = options[int(m.rng.integers(len(options)))]
    if m.chance(0.25):
        return _moved(wishes, Mention(m.pick(_ONE_OF).format(n=noun), f"any [ {noun} ]", tuple(ids)))
    count = int(m.rng.integers(2, min(9, len(ids)) + 1))
    kinds = len({m.name(id) for id in ids})
    words = (str(count), *_NUMBERS[count])
    if kinds >= count and m.chance(0.4):
        said = m.pick(_COUNTED_APART).format(k=m.pick(words[:2]), n=noun)
        return _tidied(_moved(wishes, Mention(said, f"{count} different [ {noun} ]", tuple(ids), True)))
    said = m.pick(_COUNTED).format(k=m.pick(words), n=noun)
    return _tidied(_moved(wishes, Mention(said.replace("any a ", "a "), f"{count} [ {noun} ]", tuple(ids), True)))


def _moved(wishes: Wishes, thing: Mention) -> Wish | None:
    """It goes somewhere; one thing is ``it`` even where its words end like a plural."""
    wish = wishes.moved(thing)
    if wish is None or thing.plural:
        return wish
    return replace(wish, said=re.sub(r"\bthem\b", "it", wish.said))


def _tidied(wish: Wish | None) -> Wish | None:
    """Without the comma that an insertion leaves before another mark or at the end."""
    if wish is None:
        return None
    return replace(wish, said=re.sub(r"\s*[,\-](?=\s*(?:[,.?!:;]|$))", "", wish.said))


_SERVED = (
    "blackout, shivering, heat wave, dry plants, dirty dishes, laundry, sticky floor, dust, dirty window, crumbs, "
    "hungry dog, hungry cat, fish tank, phone empty, loose screw, flat tire, hedge, leaves, posting, signature, "
    "tunes, noise, bad channel, cut flowers, hot tray, present, blunt pencil, empty printer, chopping, bleeding, "
    "coffee cupless, locked out, unset table, frying, boiling, order, dull wood, skins, mood, frost"
)
_BY_OTHER_MEANS = frozenset(_SERVED.split(", "))
"""What a machine or a skill may help with rather than a thing that is brought."""
_OPENING = (
    "oh no, ",
    "ugh, ",
    "hey, ",
    "you know, ",
    "well, ",
    "oh dear, ",
    "look, ",
    "just so you know, ",
    "listen, ",
)
_JOINED = ("{t}, {a}", "{t}. {a}", "{t}. {a}", "{t}; {a}", "{t}, so {a}", "{t}. so {a}", "{t}! {a}", "{t} - {a}")
_ASKED = (
    "what do we have for that?",
    "can you get me what i need",
    "bring me what i need for that",
    "do you have anything for me",
    "fetch what helps",
    "bring me something for it",
    "is there anything here for that?",
    "get me the right thing",
    "what have you got for me?",
    "please bring whatever is good for that",
    "could you get me something suitable",
    "you'll know what to bring me",
    "guess what i need and bring it",
    "i need the thing for that",
    "is there something useful around?",
    "hand me something that helps",
    "what would you bring me?",
    "anything you can get me?",
)
_ASKED_BY_SORT = {
    "trouble": (
        "something against it please",
        "get me something against that",
        "can you bring me a remedy",
        "bring something to fix that",
        "what helps against that?",
        "help me out with the right thing",
        "is there anything that makes it better?",
        "i want to do something about it",
        "save me with something",
    ),
    "task": (
        "hand me the thing one does that with",
        "bring me what one uses for that",
        "give me something i can do it with",
        "i can't do that with my bare hands",
        "i have nothing to do it with, bring me something",
        "what does one take for that? bring it to me",
        "get me the proper thing for the job",
    ),
    "want": (
        "bring me something nice",
        "what can you offer me?",
        "surprise me with something",
        "i'd be glad of anything that fits",
        "anything good here?",
        "get me something that would do",
    ),
    "plain": (),
}
"""Requests to be brought something, which point back to what was told."""
_POINTING_BACK = (
    "something for that",
    "what i need for that",
    "the right thing for it",
    "something that helps",
    "what helps",
    "whatever is good for that",
    "something suitable",
    "a thing that helps with it",
    "what one needs then",
)
_POINTING_BACK_BY_SORT = {
    "trouble": ("something against it", "something against that", "a remedy", "what one fixes that with"),
    "task": ("the thing one does that with", "something to do it with", "what one uses for that", "what it takes"),
    "want": ("something that would do", "something of that sort", "whatever fits"),
    "plain": (),
}
_HAPPENED = (
    ("{x} got wet", "dry it with", "soaking thing"),
    ("{x} is all wet", "wipe it dry with", "soaking thing"),
    ("something sticky is on {x}", "wipe it off with", "soaking thing"),
    ("{x} needs a wipe", "wipe it clean with", "soaking thing"),
    ("{x} has to be cut in two", "cut it in half with", "cutting thing"),
    ("{x} still has its string on", "cut it off with", "cutting thing"),
    ("i want to hold up {x} and film it", "take a picture of it with", "snapshot thing"),
    ("{x} has to be carried to town", "carry it to town in", "carrying thing"),
    ("{x} comes along on the trip", "pack it in", "carrying thing"),
    ("{x} rolled under the cupboard and it's dark there", "light it up with", "lighting thing"),
    ("{x} has a crack", "tape it together with", "sticking thing"),
    ("{x} has to be labelled", "write a label with", "writing thing"),
    ("i wonder how long {x} is", "measure its length with", "measuring thing"),
)
"""What happened to a thing, what one does then, and the situation that says with what."""
_USED = (
    "something to {u}",
    "something one can {u}",
    "something i could {u}",
    "the thing i {u}",
    "the thing you {u}",
    "what you would {u}",
    "what people {u}",
    "whatever you would {u}",
    "what i always {u}",
    "one of the things you {u}",
    "anything one might {u}",
    "the thing that people {u}",
    "a thing to {u}",
    "that thing, you know, to {u}",
)
_ALL_USED = ("everything one can {u}", "all the things people {u}", "all that you would {u}", "everything to {u}")
_DOING = (
    "the thing that {u}",
    "something that {u}",
    "a thing which {u}",
    "whatever {u}",
    "what {u}",
    "anything that {u}",
    "the one that {u}",
    "one thing that {u}",
    "that thing which {u}",
    "something, anything that {u}",
)
_ALL_DOING = ("everything that {u}", "all that {u}", "everything here that {u}", "each thing that {u}")
_LINKS = ("with", "without", "that", "made", "for", "to", "in", "from", "against")
_BEING = (
    "a thing that is {w}",
    "something which is {w}",
    "anything that is {w}",
    "something that's {w}",
    "a thing, it must be {w},",
    "a {w} thing",
    "some {w} thing",
    "something rather {w}",
    "any one thing that is {w}",
)
_ALL_BEING = (
    "all that is {w}",
    "the things which are {w}",
    "the ones that are {w}",
    "everything that's {w}",
    "all things that are {w}",
    "every thing that is {w}",
    "all the {w} stuff",
    "the {w} things, all of them,",
)
_MEANT = ("something {w}", "a thing {w}", "anything {w}", "one of the things {w}", "just one thing {w}", "an item {w}")
_ALL_MEANT = (
    "everything {w}",
    "all things {w}",
    "all the things {w}",
    "every item {w}",
    "everything here {w}",
    "each thing {w}",
)
_LEFT_OUT = (
    "alcohol, caffeine, soda, sugary drink, juice, milky, hot drink, citrus, berry, fruit, vegetable, salty, "
    "salty snack, chips, sweet, sweet snack, candy, chocolate, unhealthy, meat, seafood, dairy, dessert, cold treat, "
    "gluten, metal, fragile, cut, electronic, ball, block, book, red, can, drinkware bottle, soft thing"
)
_CONTRASTS = tuple(_LEFT_OUT.split(", "))
"""Concepts that people want left out."""
_NOT_SUCH = (" but not {w}", ", only not {w}", " that's not {w}", ", but nothing {w}", " yet not {w}", ", just not {w}")
_NO_SUCH = (", only no {w}", " but no {w}", ", no {w} though,", ", anything but {w}", ", just none of the {w}")
_SOMEONE_WHO = ("someone who", "a guest who", "my aunt who", "a friend who", "somebody that")
_EATS = ("does not eat", "doesn't eat", "can't eat", "never eats")
_DRINKS = ("does not drink", "doesn't touch", "can't have", "never has")
_REFUSED = {key: _EATS for key in ("meat", "seafood", "dairy", "citrus", "berry", "sweet snack", "salty snack")} | {
    key: _DRINKS for key in ("alcohol", "caffeine", "soda", "sugary drink")
}
_SPELLED_OUT = (
    "the {c} - {l}, i mean -",
    "the {c}, so {l},",
    "the {c}, that is {l},",
    "the {c}, meaning {l},",
    "the {c}, namely {l},",
    "my {c}, i.e. {l},",
    "the {c} ({l})",
    "the {c} {l}",
    "{l}, the {c},",
    "those {c}, {l},",
    "the following {c}: {l},",
    "some {c}, to be exact {l},",
)
_BOTH_SPELLED_OUT = ("the two {c}, {l},", "both {c}, {l},", "these two {c}: {l},", "a couple of {c}, {l},")
_ONE_OF = ("one of the {n}", "any of the {n}", "one of these {n}", "any one of the {n}", "just one of the {n}")
_NUMBERS: dict[int, Sequence[str]] = {
    2: ("two", "a pair of"),
    3: ("three", "a trio of"),
    4: ("four",),
    5: ("five",),
    6: ("six", "half a dozen"),
    7: ("seven",),
    8: ("eight",),
    9: ("nine",),
}
_COUNTED = ("any {k} {n}", "{k} {n}", "{k} {n}, any will do,", "{k} {n} of your choice", "{k} {n}, no matter which,")
_COUNTED_APART = (
    "{k} different {n}",
    "any {k} different {n}",
    "{k} {n}, each another kind,",
    "{k} {n}, all different,",
    "{k} {n}, no two the same,",
    "{k} kinds of {n}",
)

NEEDS: dict[str, tuple[float, Form]] = {
    "told alone": (4, told_alone),
    "told and asked": (5, told_and_asked),
    "told and moved": (4, told_and_moved),
    "told of a thing": (8, told_of_a_thing),
    "purpose": (4, purpose),
    "described": (2.5, described),
    "contrasted": (5, contrasted),
    "spelled out": (2.5, spelled_out),
    "counted": (2, counted),
}
"""Weight and maker by family."""
