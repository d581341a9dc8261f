"""Other parts of settings: links, second movers, states of places, one-sided states, facts that stay."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.goals.lessons.links import LINKS, Link
from planner.goals.lessons.movers import MOVERS, Mover
from planner.goals.lessons.sides import SIDES_NAMED_ONCE, Sides
from planner.goals.lessons.standing import (
    CARE_OF_FIXED,
    CARE_OF_PLACES,
    FIXED_IN,
    HOMES,
    MACHINE_MARKS,
    OWNED,
    OWNERS,
    PERSON_MARKS,
    THING_MARKS,
    Care,
)

if TYPE_CHECKING:
    from planner.goals.lessons.settings import _Maker

SHARE = 0.33
"""Of settings that have such parts."""
_PARAMETERS = (("object", "target"), ("thing", "other"), ("object", "reference"), ("first", "second"), ("item", "base"))
_PEOPLE = frozenset(["patient", "guest", "pupil", "dancer", "suspect", "skater"])


@dataclass(frozen=True)
class Linked:
    """A link that a library knows."""

    link: Link
    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    undone: bool
    """Whether a skill undoes it."""


@dataclass(frozen=True)
class Moved:
    """Movers with their own word for where they are."""

    mover: Mover
    predicate: str
    ids: tuple[str, ...]
    spots: tuple[str, ...]


@dataclass(frozen=True)
class Cared:
    """Places, or things that stay in places, that something can be done to."""

    care: Care
    wanted: str
    """As a goal writes it: ``swept``, ``not soiled``."""
    ids: tuple[str, ...]
    fixed_in: str = ""
    """The predicate that tells where they are."""


@dataclass(frozen=True)
class Sided:
    """Things that are one way or the other."""

    sides: Sides
    wanted: tuple[str, str]
    """One side and the other, as a goal writes them."""
    ids: tuple[str, ...]


@dataclass
class Shapes:
    """What a setting has of all this; empty in most."""

    links: list[Linked] = field(default_factory=list)
    movers: list[Moved] = field(default_factory=list)
    cared: list[Cared] = field(default_factory=list)
    sided: list[Sided] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """Facts about single things that never change."""
    owned: str = ""
    """A fact about a thing and a person that never changes."""

    @property
    def verbs(self) -> frozenset[str]:
        """First words of what can be done."""
        said = [verb for here in self.links for verb in (*here.link.verbs, *here.link.undoing)]
        said += [verb for here in self.movers for verb in here.mover.verbs]
        said += [verb for here in self.cared for verb in here.care.verbs]
        said += [verb for here in self.sided for verbs in here.sides.verbs for verb in verbs]
        return frozenset(verb.split()[0] for verb in said)


def add_shapes(maker: "_Maker") -> None:
    """One to three of the parts."""
    parts: list[Callable[[_Maker], None]] = [_links, _movers, _care, _sides]
    count = int(maker.rng.choice([1, 2, 3], p=[0.5, 0.35, 0.15]))
    for i in maker.rng.choice(len(parts), size=count, replace=False, p=[0.4, 0.25, 0.19, 0.16]):
        parts[int(i)](maker)
    if maker.chance(0.4):
        _marks(maker)


def _known(maker: "_Maker") -> set[str]:
    """Predicates that the setting has."""
    return maker.taken() | {fact.predicate for fact in maker.facts} | {"visited", "held", "next to"}


def _free_names(maker: "_Maker", names: Sequence[str], low: int, high: int) -> list[str]:
    """Some names that nothing has yet."""
    taken = {*maker.objects, *maker.categories, *maker.made.places}
    return maker.some([name for name in names if name not in taken and maker.allowed(name)], low, high)


def _type_is_free(maker: "_Maker", type: str) -> bool:
    return type not in maker.categories and not any(type in types for types in maker.categories.values())


def _plain_places(maker: "_Maker") -> list[str]:
    return [place for place in maker.made.places if place not in (maker.made.person, maker.made.trash)]


def _command(maker: "_Maker", verb: str, types: dict[str, str], pre: Sequence[object], effects: Sequence[str]) -> None:
    """A skill from a verb with gaps: ``plug {x} into {y}`` -> ``plug the {object} into the {target}``."""
    names = dict(zip(types, _PARAMETERS[int(maker.rng.integers(len(_PARAMETERS)))], strict=False))
    named = {gap: name for gap, name in names.items() if f"{{{gap}}}" in verb}
    the = "the " if maker.chance(0.6) else ""
    template = verb
    for gap, name in named.items():
        template = template.replace(f"{{{gap}}}", f"{the}{{{name}}}")

    def put(text: object) -> object:
        if isinstance(text, str):
            return re.sub(r"<(\w)>", lambda gap: named.get(gap[1], f"?{names[gap[1]]}"), text)
        return [put(part) for part in text] if isinstance(text, list) else text

    name = re.sub(r"\W+", "_", re.sub(r"\{\w\}", " ", verb)).strip("_")
    parameters = {named[gap]: types[gap] for gap in named}
    maker.skill(name, template, parameters, [put(part) for part in pre], [str(put(part)) for part in effects])


# -- links --------------------------------------------------------------------------------------------------------


def _links(maker: "_Maker") -> None:
    for i in maker.rng.permutation(len(LINKS))[: 1 if maker.chance(0.65) else 2]:
        link = LINKS[int(i)]
        link = _invented(maker, link) if maker.chance(0.1) else link.named(maker.pick((link.predicate, *link.others)))
        free = _type_is_free(maker, link.first_type) and _type_is_free(maker, link.second_type)
        if free and link.predicate not in _known(maker):
            _add_link(maker, link)


def _invented(maker: "_Maker", link: Link) -> Link:
    """A link that nobody has heard of, so that its words are read in the library."""
    stem, word = maker.word_stem(), maker.pick(("to", "on", "with", "into"))
    return Link(
        f"{stem}ed {word}",
        (),
        (f"{stem} {{x}} {word} {{y}}",),
        (f"un{stem} {{x}}", f"un{stem} {{x}} from {{y}}"),
        f"{stem}ed",
        f"un{stem}ed",
        link.first_type,
        link.firsts,
        link.second_type,
        link.seconds,
        (),
        (),
        link.receiver_first,
        link.by_hand,
    )


def _add_link(maker: "_Maker", link: Link) -> None:
    made = maker.made
    firsts, seconds = _free_names(maker, link.firsts, 1, 4), _free_names(maker, link.seconds, 1, 3)
    if not firsts or not seconds:
        return
    brought, kept = (seconds, firsts) if link.receiver_first else (firsts, seconds)
    in_hand = link.by_hand and bool(made.holding) and maker.chance(0.6)
    near = bool(made.at) and (in_hand or maker.chance(0.5))
    carried = ("item",) if made.at else ("movable", "landmark")
    for type, ids in ((link.first_type, firsts), (link.second_type, seconds)):
        for id in ids:
            maker.fixture(id, (type, *(carried if in_hand and ids is brought else ())))
    _place_linked(maker, link, brought, kept, in_hand, near)
    if in_hand:
        made.movables += brought
    undone = maker.chance(0.9)
    _link_skills(maker, link, in_hand, near, undone)
    made.shapes.links.append(Linked(link, tuple(firsts), tuple(seconds), undone))


def _place_linked(
    maker: "_Maker", link: Link, brought: Sequence[str], kept: Sequence[str], in_hand: bool, near: bool
) -> None:
    """What is linked at the beginning, and where the things are."""
    made = maker.made
    for id in brought:
        if maker.chance(0.45):
            other = maker.pick(list(kept))
            maker.fact(link.predicate, *((other, id) if link.receiver_first else (id, other)))
        elif in_hand:
            where = maker.pick(_plain_places(maker)) if made.at else made.surfaces[-1]
            maker.fact(made.at or made.on, id, where)
    for id in kept:
        if near:
            maker.fact(made.at, id, maker.pick(_plain_places(maker)))


def _link_skills(maker: "_Maker", link: Link, in_hand: bool, near: bool, undone: bool) -> None:
    made = maker.made
    mover, base = ("<y>", "<x>") if link.receiver_first else ("<x>", "<y>")
    here = [f"{made.at}({base}, ?place)", f"{made.robot_at}(?place)"] if near else []
    linked = f"{link.predicate}(<x>, <y>)"
    types = {"x": link.first_type, "y": link.second_type}
    verb = next(verb for verb in link.verbs if "{x}" in verb and "{y}" in verb)
    alone = f"not {link.predicate}({'*, <y>' if link.receiver_first else '<x>, *'})"
    if in_hand:
        pre, effects = [f"{made.holding}({mover})", *here], [linked, f"not {made.holding}({mover})", f"{maker.free}()"]
    else:
        pre, effects = here, ([alone] if maker.chance(0.6) else []) + [linked]
    _command(maker, verb, types, pre, effects)
    if undone:
        back = [f"{maker.free}()"] if in_hand else []
        taken = [f"{made.holding}({mover})", f"not {maker.free}()"] if in_hand else []
        _command(maker, link.undoing[0], types, [linked, *here, *back], [f"not {linked}", *taken])


# -- movers -------------------------------------------------------------------------------------------------------


def _movers(maker: "_Maker") -> None:
    for i in maker.rng.permutation(len(MOVERS))[: 1 if maker.chance(0.7) else 2]:
        mover = MOVERS[int(i)]
        predicate = maker.pick(mover.predicates)
        free = _type_is_free(maker, mover.type) and _type_is_free(maker, mover.spot_type)
        if free and predicate not in _known(maker):
            _add_mover(maker, mover, predicate)


def _add_mover(maker: "_Maker", mover: Mover, predicate: str) -> None:
    made, ids = maker.made, _free_names(maker, mover.names, 1, 4)
    shared = bool(made.places) and maker.chance(0.55)
    spots = _plain_places(maker) if shared else _free_names(maker, mover.spots, 2, 4)
    if not ids or len(spots) < 2:
        return
    for spot in [] if shared else spots:
        maker.fixture(spot, (mover.spot_type,))
    for id in ids:
        maker.fixture(id, (mover.type,))
        maker.fact(predicate, id, maker.pick(spots))
    effects = [f"not {predicate}(<x>, *)", f"{predicate}(<x>, <p>)"]
    pre = []
    if shared and maker.chance(0.5):
        pre = [f"{predicate}(<x>, ?from)", f"{made.robot_at}(?from)"]
        effects += [f"not {made.robot_at}(*)", f"{made.robot_at}(<p>)"]
    verb = maker.pick(mover.verbs)
    _command(maker, verb, {"x": mover.type, "p": "place" if shared else mover.spot_type}, pre, effects)
    made.shapes.movers.append(Moved(mover, predicate, tuple(ids), tuple(spots)))


# -- places and what stays in them ----------------------------------------------------------------------------------


def _care(maker: "_Maker") -> None:
    homes, type = _plain_places(maker), "place"
    if len(homes) < 2:
        type = maker.pick(("room", "area", "zone", "location"))
        if not _type_is_free(maker, type):
            return
        homes = _free_names(maker, HOMES[int(maker.rng.integers(len(HOMES)))], 2, 5)
        for home in homes:
            maker.fixture(home, (type,))
    if maker.chance(0.65):
        for i in maker.rng.permutation(len(CARE_OF_PLACES))[: 1 if maker.chance(0.6) else 2]:
            _add_care(maker, CARE_OF_PLACES[int(i)], homes, type)
    if len(homes) > 1 and (not maker.made.shapes.cared or maker.chance(0.5)):
        _fixed(maker, CARE_OF_FIXED[int(maker.rng.integers(len(CARE_OF_FIXED)))], homes)


def _fixed(maker: "_Maker", care: Care, homes: Sequence[str]) -> None:
    """Things that never leave their places: one, or copies in several."""
    noun, predicate = maker.pick(care.names), maker.pick(FIXED_IN)
    if not _type_is_free(maker, noun) or noun in maker.objects or predicate in _known(maker):
        return
    chosen = maker.some(homes, 1, 3)
    names = [noun] if len(chosen) == 1 else [f"{noun} {number}" for number in range(1, len(chosen) + 1)]
    for name, home in zip(names, chosen, strict=True):
        maker.fixture(name, (noun,), noun)
        maker.fact(predicate, name, home)
    _add_care(maker, care, names, noun, predicate)


def _add_care(maker: "_Maker", care: Care, ids: Sequence[str], type: str, fixed_in: str = "") -> None:
    made, good, bad = maker.made, maker.pick(care.states), maker.pick(care.bad)
    if {good, bad} & _known(maker):
        return
    kind = maker.rng.random()
    state = f"not {bad}(<x>)" if kind < 0.35 else f"{good}(<x>)"
    also = [f"not {bad}(<x>)"] if kind > 0.8 else []
    pre: list[object] = []
    if made.robot_at and type == "place" and maker.chance(0.6):
        pre = [f"{made.robot_at}(<x>)"]
    elif made.robot_at and fixed_in and maker.chance(0.5):
        pre = [f"{fixed_in}(<x>, ?place)", f"{made.robot_at}(?place)"]
    _command(maker, care.verbs[0], {"x": type}, pre, [state, *also])
    for id in ids:
        well = maker.chance(0.3)
        if well and kind >= 0.35:
            maker.fact(good, id)
        elif not well and (kind < 0.35 or also):
            maker.fact(bad, id)
    wanted = f"not {bad}" if kind < 0.35 else good
    made.shapes.cared.append(Cared(care, wanted, tuple(ids), fixed_in))


# -- one side and the other -------------------------------------------------------------------------------------------


def _sides(maker: "_Maker") -> None:
    for i in maker.rng.permutation(len(SIDES_NAMED_ONCE))[: 1 if maker.chance(0.7) else 2]:
        sides = SIDES_NAMED_ONCE[int(i)]
        side = int(maker.rng.integers(2))
        predicate = maker.pick(sides.states[side])
        ids = _free_names(maker, sides.names, 1, 4)
        if not ids or predicate in _known(maker) or not _type_is_free(maker, sides.types):
            continue
        for id in ids:
            maker.fixture(id, (sides.types,))
            if maker.chance(0.5):
                maker.fact(predicate, id)
        types, state = {"x": sides.types}, f"{predicate}(<x>)"
        _command(maker, sides.verbs[side][0], types, [["not", state]], [state])
        _command(maker, sides.verbs[1 - side][0], types, [state], [f"not {state}"])
        wanted = (predicate, f"not {predicate}")
        maker.made.shapes.sided.append(Sided(sides, wanted if side == 0 else (wanted[1], wanted[0]), tuple(ids)))


# -- facts that stay ----------------------------------------------------------------------------------------------


def _marks(maker: "_Maker") -> None:
    """Facts about some of the things that something can be done to."""
    made = maker.made
    people = [id for here in made.shapes.movers if here.mover.type in _PEOPLE for id in here.ids]
    groups = [(made.movables, THING_MARKS), (made.switches, MACHINE_MARKS), (people, PERSON_MARKS)]
    groups = [(ids, marks) for ids, marks in groups if len(ids) > 1]
    for i in maker.rng.permutation(len(groups))[:2]:
        ids, marks = groups[int(i)]
        mark = maker.pick(marks)
        if mark not in _known(maker):
            for id in maker.some(ids, 1, max(1, len(ids) // 2)):
                maker.fact(mark, id)
            made.shapes.marks.append(mark)
    if made.movables and maker.chance(0.4):
        predicate, owners = maker.pick(OWNED), _free_names(maker, OWNERS, 2, 3)
        if predicate not in _known(maker):
            for owner in owners:
                maker.fixture(owner, ("owner",))
            for id in maker.some(made.movables, 1, 6):
                maker.fact(predicate, id, maker.pick(owners))
            made.shapes.owned = predicate
