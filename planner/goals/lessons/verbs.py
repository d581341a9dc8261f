"""What a verb does: requests by synonyms, definitions, more general verbs and opposites.

A library has a handful of WordNet's verbs that come near each other, so that its states are told apart by what is meant
and not by a shared word; see ``verb_table`` and ``verb_scenes``.
"""

from collections.abc import Callable, Mapping

import numpy as np

from planner.goals.lessons import phrases, verb_phrases
from planner.goals.lessons.agreement import agreement
from planner.goals.lessons.clauses import Form, Wish
from planner.goals.lessons.forms import FORMS
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.tasks import Tasks
from planner.goals.lessons.verb_scenes import Deed, VerbScene, fits_beside, make_verb_scene
from planner.goals.lessons.verb_table import verbs
from planner.goals.lessons.verb_wishes import VerbWishes, opposite_of

Maker = Callable[[VerbWishes], Wish | None]
"""Makes a request about verbs; None if the scene has not what it takes."""


class VerbTasks(Tasks):
    """Draws tasks for a scene of verbs."""

    wishes: VerbWishes

    def __init__(self, mentions: Mentions, scene: VerbScene) -> None:
        super().__init__(mentions)
        self.wishes = VerbWishes(mentions, scene)
        self.families = {
            "single": (34, self.single),
            "several": (9, self.several),
            "order": (8, self.order),
            "avoid": (3, self.avoid),
            "condition": (5, self.condition),
            "missing": (2, self.missing),
            "like": (3, self.like),
        }
        for name, (weight, make) in VERB_FORMS.items():
            self.families[name] = (weight, self._of_form(name, self._of_these(make)))
        for name in ("either", "unclear", "mended"):
            weight, form = FORMS[name]
            self.families[name] = (weight, self._of_form(name, form))

    def _of_these(self, make: Maker) -> Form:
        return lambda _: make(self.wishes)

    @classmethod
    def drawn(
        cls,
        rng: np.random.Generator,
        allowed: Callable[[str], bool],
        held_out: Callable[[str], bool] = lambda name: False,
    ) -> "VerbTasks":
        """Tasks for a new scene, without things and concepts that are kept for measuring."""
        scene = make_verb_scene(rng, allowed)
        return cls(Mentions(scene.setting, rng, held_out), scene)

    def _test(self) -> tuple[str, str, str] | None:
        """Whether something was done to a thing already."""
        deed = self.wishes.deed()
        if deed is None:
            return super()._test()
        m = self.m
        thing, participle = m.definite(m.pick(deed.ids)), self.wishes.participle(deed)
        small = agreement(thing)
        is_so = f"{thing.said} {small['is']} {m.pick(('', '', 'already '))}{participle}"
        is_not = f"{thing.said} {small['is']} {m.pick(('not ', 'not yet ', 'no longer ', 'still not '))}{participle}"
        if m.chance(0.55):
            return is_so, f"{thing.goal} -> {deed.wanted}", ""
        return is_not, f"{thing.goal} -> {opposite_of(deed.wanted)}", ""


# -- forms of their own -----------------------------------------------------------------------------------------------


def both_to_one(wishes: VerbWishes) -> Wish | None:
    """``wash and dry the cup``, ``wash the cup and then dry it``."""
    pair = _two_for_one(wishes)
    if pair is None:
        return None
    one, two, id = pair
    m, x = wishes.m, wishes.m.definite(id)
    v, w = (wishes.one_of(deed.words).verb for deed in (one, two))
    ordered = m.chance(0.5)
    if " " in v + w:
        return None
    text = m.pick(verb_phrases.ONE_THEN_OTHER if ordered else verb_phrases.BOTH_TO_ONE)
    said = text.format(v=v, w=w, x=x.said, **agreement(x))
    link = " then " if ordered else " ; "
    return Wish(said, f"{x.goal} -> {one.wanted}{link}{x.goal} -> {two.wanted}", text.startswith("{v}"), (id,))


def not_this(wishes: VerbWishes) -> Wish | None:
    """``wash the cup but don't dry it``: of two verbs one is wanted, the other must not happen."""
    m, pair = wishes.m, _two_for_one(wishes)
    if pair is None:
        return None
    one, two, id = pair
    others = [other for other in two.ids if not wishes.holds(two.wanted, other) and len(m.alike(other)) == 1]
    other = m.pick(others or [id])
    x, y = m.definite(id), m.definite(other)
    text, do = m.pick(verb_phrases.NOT_THIS), wishes.imperative(one).format(x=x.said)
    if other == id and text.index("{a}") < text.index("{b}") and m.chance(0.6):
        y, leave = x, wishes.one_of(two.words).around(agreement(x)["it"])
    else:
        leave = wishes.imperative(two).format(x=y.said)
    kept = opposite_of(two.wanted)
    return Wish(text.format(a=do, b=leave), f"{x.goal} -> {one.wanted} | keep {y.goal} -> {kept}", False, (id, other))


def stays(wishes: VerbWishes) -> Wish | None:
    """``polish the lamp, but keep the map folded``."""
    m, wish, deed = wishes.m, wishes.any(), wishes.deed()
    if wish is None or deed is None or not wish.imperative or " | " in wish.goal:
        return None
    others = [id for id in deed.ids if id not in wish.about]
    if not others:
        return None
    id = m.pick(others)
    so, thing = wishes.holds(deed.wanted, id), m.definite(id)
    text = m.pick(verb_phrases.STAYS if so else verb_phrases.STAYS_UNDONE)
    said = text.format(a=wish.said, y=thing.said, d=wishes.participle(deed), **agreement(thing))
    kept = deed.wanted if so else opposite_of(deed.wanted)
    return Wish(said, f"{wish.goal} | keep {thing.goal} -> {kept}", text.startswith("{a}"), wish.about)


def back_again(wishes: VerbWishes) -> Wish | None:
    """``unlock the gate and later lock it again``."""
    m, deed = wishes.m, wishes.deed(undone=True)
    if deed is None or not deed.undoing:
        return None
    ways = [(wishes.one_of(deed.words), deed.wanted), (wishes.one_of(deed.undoing), deed.undone)]
    (forth, first), (back, second) = ways if m.chance(0.5) else ways[::-1]
    late = [id for id in deed.ids if not wishes.holds(first, id)]
    if not late:
        return None
    x = m.definite(m.pick(late))
    do = forth.around(x.said) if m.chance(0.5) else f"{forth.verb} {x.said}"
    said = m.pick(verb_phrases.BACK_AGAIN).format(a=do, b=back.around(agreement(x)["it"]))
    return Wish(said, f"{x.goal} -> {first} then {x.goal} -> {second}", not said.startswith("first"), x.ids)


def if_so(wishes: VerbWishes) -> Wish | None:
    """``if the map is folded, unfold it``."""
    m, deed = wishes.m, wishes.deed(undone=True)
    if deed is None or not deed.undoing:
        return None
    x = m.definite(m.pick(deed.ids))
    back, text, small = wishes.one_of(deed.undoing), m.pick(verb_phrases.IF_SO), agreement(x)
    last, first = (x.said, small["they"]) if text.startswith("{b}") else (small["it"], x.said)
    said = text.format(x=first, d=wishes.participle(deed), b=back.around(last), **small)
    return Wish(said, f"if {x.goal} -> {deed.wanted} : {x.goal} -> {deed.undone}", False, x.ids)


def undo(wishes: VerbWishes) -> Wish | None:
    """What the request before this one asked for is to be undone."""
    m, deed = wishes.m, wishes.deed(undone=True)
    so = [id for id in deed.ids if wishes.holds(deed.wanted, id)] if deed else []
    if deed is None or not so:
        return None
    x = m.definite(m.pick(so))
    before = f"{wishes.imperative(deed).format(x=x.said)} (done)"
    said = m.pick(verb_phrases.UNDO)
    if deed.undoing and m.chance(0.5):
        said = f"{wishes.one_of(deed.undoing).around(agreement(x)['it'])} again"
    return Wish(said, f"{x.goal} -> {deed.undone}", False, x.ids, earlier=(before,))


def alike(wishes: VerbWishes) -> Wish | None:
    """``the cup is washed; do the same to the plate``."""
    m, deed = wishes.m, wishes.deed()
    if deed is None:
        return None
    so = [id for id in deed.ids if wishes.holds(deed.wanted, id)]
    late = [id for id in deed.ids if not wishes.holds(deed.wanted, id)]
    if not so or not late:
        return None
    x, y = m.definite(m.pick(so)), m.definite(m.pick(late))
    if x.goal == y.goal:
        return None
    said = m.pick(verb_phrases.ALIKE).format(x=x.said, y=y.said, d=wishes.participle(deed))
    return Wish(said, f"{y.goal} -> {deed.wanted}", False, y.ids)


def no_verb(wishes: VerbWishes) -> Wish | None:
    """A verb that no skill of the library comes near to."""
    m = wishes.m
    known = [*(deed.verb for deed in wishes.scene.deeds), *(putting.verb for putting in wishes.scene.puttings)]
    near = {word for verb in known for word in (*verb.verbs, *verb.general)} | {
        k for verb in known for k in verb.things
    }
    far = [verb for verb in verbs() if not {*verb.verbs, *verb.general, *verb.things, "thing"} & (near - {"thing"})]
    far = [verb for verb in far if "thing" not in verb.things and fits_beside(verb, known)]
    if not far or not wishes.setting.movables or wishes.setting.at or wishes.setting.on:
        return None
    verb = far[int(m.rng.integers(len(far)))]
    x = m.definite(m.pick(wishes.setting.movables))
    text = m.pick(phrases.TRADE).replace("{v} {x}", verb.words[0].around(x.said))
    said = text.format(x=x.said, d=verb.words[0].participle, s=verb.words[0].participle)
    return Wish(said, "refuse unable", True, x.ids)


def _two_for_one(wishes: VerbWishes) -> tuple[Deed, Deed, str] | None:
    """Two things to do to the same thing, neither of which is done yet."""
    deeds = [wishes.scene.deeds[int(i)] for i in wishes.m.rng.permutation(len(wishes.scene.deeds))[:2]]
    if len(deeds) < 2:
        return None
    one, two = deeds
    ids = [id for id in one.ids if id in two.ids and not any(wishes.holds(deed.wanted, id) for deed in deeds)]
    return (one, two, wishes.m.pick(ids)) if ids else None


VERB_FORMS: Mapping[str, tuple[float, Maker]] = {
    "both to one": (6, both_to_one),
    "not this": (6, not_this),
    "stays": (5, stays),
    "back again": (4, back_again),
    "if so": (4, if_so),
    "undo": (2, undo),
    "alike": (4, alike),
    "no verb": (1, no_verb),
}
"""Weight and maker by family."""
