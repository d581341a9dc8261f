"""Requests over a scene with the goals that they mean; also questions, refusals, and what only looks like them."""

from collections.abc import Callable

import numpy as np

from planner.goals.goal import AS_FOUND, REASONS
from planner.goals.lessons import forms
from planner.goals.lessons import phrases as say
from planner.goals.lessons.clauses import Form, Wish, Wishes, smoothed
from planner.goals.lessons.likes import with_a_like
from planner.goals.lessons.mentions import Mention, Mentions, article
from planner.goals.lessons.speech import (
    asked,
    framed,
    gerund,
    misspelt,
    quoted_words,
    shortened,
    telegram,
    without_marks,
)
from planner.goals.lessons.stationed import STATIONED
from planner.goals.lessons.task import Task
from planner.goals.lessons.things import kind_of
from planner.goals.lessons.whereabouts import THERE, destinations
from planner.goals.matching import plural
from planner.goals.prompt import Exchange


class Tasks:
    """Draws tasks for one scene."""

    def __init__(self, mentions: Mentions) -> None:
        self.m = mentions
        self.wishes = Wishes(mentions)
        self.setting = mentions.setting
        self.families: dict[str, tuple[float, Callable[[], Task | None]]] = {
            "single": (26, self.single),
            "several": (13, self.several),
            "order": (12, self.order),
            "same thing": (12, self.same_thing),
            "avoid": (5, self.avoid),
            "keep": (3, self.keep),
            "condition": (7, self.condition),
            "need": (5, self.need),
            "visit": (3, self.visit),
            "split": (4, self.split),
            "contrast": (6, self.contrast),
            "tower": (7, self.tower),
            "refuse": (5, self.refuse),
            "sounds unsafe": (4, self.sounds_unsafe),
            "vague": (1, self.vague),
            "answer": (5, self.answered),
            "missing": (4, self.missing),
            "like": (9, self.like),
            "earlier": (3, self.earlier),
        }
        self.families |= {name: (weight, self._of_form(name, form)) for name, (weight, form) in forms.FORMS.items()}
        if self.setting.station is not None:
            others = sum(weight for weight, _ in self.families.values())
            for name, (times, form) in STATIONED.items():
                self.families[name] = (times * others, self._of_form(name, form))

    def draw(self) -> Task | None:
        """A task of a random family, with the noise of everyday speech; None if the family does not fit the scene."""
        names = list(self.families)
        weights = np.array([self.families[name][0] for name in names])
        name = names[int(self.m.rng.choice(len(names), p=weights / weights.sum()))]
        task = self.families[name][1]()
        return None if task is None else self._noisy(task)

    def _noisy(self, task: Task) -> Task:
        protected = quoted_words(task.goal)
        said, roll = task.said, self.m.rng.random()
        loose = "any " in task.goal.replace("any [", "")  # "a mug" is any, "mug" might be the one that was meant
        if roll < 0.09 and not loose:
            said = telegram(said)
        elif 0.09 <= roll < 0.12:
            said = shortened(said, protected, self.m.rng)
        if self.m.chance(0.13):
            said = misspelt(said, protected, self.m.rng)
        return Task(said, task.goal, task.family, task.exchanges, task.earlier)

    def _say(self, wish: Wish) -> str:
        return asked(wish.said, self.m.rng) if wish.imperative else framed(wish.said, self.m.rng)

    def _imperative(self) -> Wish | None:
        wish = self.wishes.any()
        return wish if wish and wish.imperative else None

    def _of_form(self, family: str, form: Form) -> Callable[[], Task | None]:
        def make() -> Task | None:
            wish = form(self.wishes)
            if wish is None:
                return None
            return Task(smoothed(self._say(wish)), wish.goal, family, wish.exchanges, wish.earlier)

        return make

    # -- families -------------------------------------------------------------------------------------------------

    def single(self) -> Task | None:
        wish = self.wishes.any()
        return None if wish is None else Task(self._say(wish), wish.goal, "single")

    def several(self) -> Task | None:
        """Two or three wishes that may come true in any order."""
        bare = self.m.chance(0.25)  # whole sentences side by side: "lamp off, kettle on"
        draw = self.wishes.any if bare else self._imperative
        wishes = [wish for _ in range(3 if self.m.chance(0.25) else 2) if (wish := draw())]
        if len(wishes) < 2 or len({wish.goal for wish in wishes}) < len(wishes):
            return None
        text = wishes[0].said
        for wish in wishes[1:]:
            text = self.m.pick(say.SIDE_BY_SIDE if bare else say.BOTH).format(a=text, b=wish.said)
        heard = framed(text, self.m.rng) if bare else asked(text, self.m.rng)
        return Task(heard, " ; ".join(wish.goal for wish in wishes), "several")

    def order(self) -> Task | None:
        """One wish after the other."""
        first, second = self._imperative(), self._imperative()
        if first is None or second is None or first.goal == second.goal:
            return None
        m, goal = self.m, f"{first.goal} then {second.goal}"
        roll = m.rng.random()
        if roll < 0.1:
            text = m.pick(say.GERUND_THEN).format(a=first.said, g=gerund(second.said))
        elif roll < 0.25:
            text = m.pick(say.GERUND_AFTER).format(g=gerund(first.said), b=second.said)
        else:
            text = m.pick(say.THEN).format(a=first.said, b=second.said)
        third = self._imperative() if m.chance(0.15) else None
        if third and third.goal not in goal:
            text, goal = (
                f"{text}{m.pick((', then ', ' and finally ', '. last, ', ', after that '))}{third.said}",
                f"{goal} then {third.goal}",
            )
        return Task(
            asked(text, m.rng) if roll >= 0.25 and not text.startswith(("before", "after")) else framed(text, m.rng),
            goal,
            "order",
        )

    def same_thing(self) -> Task | None:
        """The second wish speaks of what the first one named: ``put the cup in the drawer and close it``."""
        s, m = self.setting, self.m
        if not s.openables or not s.inside or not s.movables or s.open in ("unlocked",):
            return None
        thing = self.wishes.something()
        drawer = m.pick([id for id in s.openables if id in s.containers] or [""])
        if thing is None or not drawer:
            return None
        place = m.place(drawer)
        put = m.pick(
            (
                "put {x} in {it}",
                "place {x} inside",
                "put {x} inside",
                "drop {x} in {it}",
                "store {x} there",
                "put {x} in there",
            )
        )
        shut, open_it = (
            m.pick(("close it", "shut it", "close it again", "close {d}")),
            m.pick(("open {d}", "open up {d}", "pull {d} open")),
        )
        inside, closed, opened = (
            f"{thing.goal} -> {s.inside} {place.goal}",
            f"{place.goal} -> {s.closed}",
            f"{place.goal} -> {s.open}",
        )
        gaps = {"x": thing.said, "d": place.said, "it": "it"}
        ways: tuple[tuple[str, str], ...] = (
            (f"put {thing.said} in {place.said} and {shut}", f"{inside} ; {closed}"),
            (f"put {thing.said} into {place.said}, then {shut}", f"{inside} then {closed}"),
            (f"{open_it} and {put}", f"{opened} then {inside}"),
            (f"{open_it}, {put} and {shut}", f"{opened} then {inside} then {closed}"),
            (f"{open_it}, then {put}", f"{opened} then {inside}"),
            (
                f"{shut} after you put {thing.said} in {place.said}".replace("close it", "close it up"),
                f"{inside} then {closed}",
            ),
            (f"take {thing.said}, put it in {place.said} and {shut}", f"{inside} ; {closed}"),
            (f"into {place.said} with {thing.said}, and {shut}", f"{inside} ; {closed}"),
            (f"{thing.said} into {place.said}, then {shut}", f"{inside} then {closed}"),
            (f"{thing.said} in {place.said}, and {shut} when you're done", f"{inside} ; {closed}"),
            (
                f"put {thing.said} in {place.said} and leave {place.said} the way you found it",
                f"{inside} ; {place.goal} -> {AS_FOUND}",
            ),
            (f"{thing.said} in {place.said}, which should be {s.closed} in the end", f"{inside} ; {closed}"),
            (f"get {thing.said} into {place.said} and don't leave it open", f"{inside} ; {closed}"),
        )
        if drawer in s.switches:
            ways = self._run_it(thing, place, put, shut)
        text, goal = ways[int(m.rng.integers(len(ways)))]
        return Task(asked(text.format(**gaps), m.rng), goal, "same thing")

    def _run_it(self, thing: Mention, place: Mention, put: str, shut: str) -> tuple[tuple[str, str], ...]:
        """Into a machine with a door, which is then started, or not yet."""
        s, x, d = self.setting, thing.said, place.said
        start = self.m.pick(("start it", "turn it on", "switch it on", "run it"))
        not_yet = self.m.pick(("start it", "switch it on", "turn it on"))
        inside, closed = f"{thing.goal} -> {s.inside} {place.goal}", f"{place.goal} -> {s.closed}"
        running, idle = f"{place.goal} -> {s.switched_on}", f"{place.goal} -> {s.switched_off}"
        return (
            (f"put {x} in {d}, {shut} and {start}", f"{inside} then {closed} then {running}"),
            (f"{put}, {shut}, then {start}", f"{inside} then {closed} then {running}"),
            (f"{x} into {d}, {shut}, {start}", f"{inside} then {closed} then {running}"),
            (f"run {d} with {x} in it", f"{inside} then {closed} then {running}"),
            (f"put {x} in {d} and {shut}, but don't {not_yet} yet", f"{inside} ; {closed} | keep {idle}"),
        )

    def avoid(self) -> Task | None:
        m, wish = self.m, self._imperative()
        others = [id for id in self.setting.movables if wish and id not in wish.about]
        if wish is None or not others:
            return None
        id = m.pick(others)
        other = (m.told_apart(id) if m.chance(0.4) else None) or m.definite(id)
        text = m.pick(say.AVOID).format(a=wish.said, y=other.said, yit=m.pick(say.ISNT))
        return Task(
            asked(text, m.rng) if text.startswith(wish.said) else text, f"{wish.goal} | avoid {other.goal}", "avoid"
        )

    def keep(self) -> Task | None:
        s, m, wish = self.setting, self.m, self._imperative()
        states = [(id, s.open, s.closed) for id in s.openables]
        states += [(id, s.switched_on, s.switched_off) for id in s.switches if not s.switched_off.startswith("not ")]
        if wish is None or not states:
            return None
        id, one, two = states[int(m.rng.integers(len(states)))]
        if id == wish.into or id in wish.about:
            return None
        place, state = m.place(id), one if m.chance(0.4) else two
        if m.chance(0.35):
            text, goal = (
                m.pick(say.END).format(a=wish.said, d=place.said, s=state),
                f"{wish.goal} ; {place.goal} -> {state}",
            )
        elif m.chance(0.3) and state == s.closed:
            text = m.pick(("{a} without opening {d}", "{a}, don't open {d}", "do not open {d}. {a}")).format(
                a=wish.said, d=place.said
            )
            goal = f"{wish.goal} | keep {place.goal} -> {state}"
        else:
            text, goal = (
                m.pick(say.KEEP).format(a=wish.said, d=place.said, s=state),
                f"{wish.goal} | keep {place.goal} -> {state}",
            )
        return Task(asked(text, m.rng) if text.startswith(wish.said) else text, goal, "keep")

    def condition(self) -> Task | None:
        m, wish, test = self.m, self._imperative(), self._test()
        if wish is None or test is None:
            return None
        said, goal, about = test
        if about in self.setting.openables and m.chance(0.6):
            now = m.chance(0.5)
            wish = self.wishes.opened(about, now)
            if not wish.imperative:
                return None
            wish = Wish(
                m.pick(("open it", "open it up") if now else ("close it", "shut it")),
                goal.split(" -> ")[0] + f" -> {self.setting.open if now else self.setting.closed}",
            )
        roll = m.rng.random()
        other = self._imperative() if roll < 0.3 else None
        if other is not None:
            text = m.pick(say.IF_ELSE).format(c=said, a=wish.said, b=other.said)
            return Task(text, f"if {goal} : {wish.goal} else {other.goal}", "condition")
        negated = (
            f"{goal.split(' -> ')[0]} -> not {goal.split(' -> ')[1]}"
            if " -> " in goal and " -> not " not in goal
            else ""
        )
        if roll > 0.9 and negated:
            return Task(m.pick(say.UNLESS).format(c=said, a=wish.said), f"if {negated} : {wish.goal}", "condition")
        return Task(m.pick(say.IF).format(c=said, a=wish.said), f"if {goal} : {wish.goal}", "condition")

    def _test(self) -> tuple[str, str, str] | None:
        """A condition on the scene as it is: words, goal text, the id it is about."""
        s, m = self.setting, self.m
        options: list[tuple[str, str, str]] = []
        if s.openables:
            id = m.pick(s.openables)
            place, state = m.place(id), m.pick((s.open, s.closed))
            options += [(f"{place.said} is {state.removeprefix('is ')}", f"{place.goal} -> {state}", id)] * 2
            options.append((f"{place.said} is not {state.removeprefix('is ')}", f"{place.goal} -> not {state}", id))
        if s.switches:
            id = m.pick(s.switches)
            place = m.place(id)
            options.append(
                (f"{place.said} is {m.pick((s.switched_on, 'on', 'running'))}", f"{place.goal} -> {s.switched_on}", id)
            )
            options.append(
                (f"{place.said} is {m.pick(('off', 'not on', 'not running'))}", f"{place.goal} -> {s.switched_off}", id)
            )
        if s.movables:
            options += self._tests_of_things()
        return options[int(m.rng.integers(len(options)))] if options else None

    def _tests_of_things(self) -> list[tuple[str, str, str]]:
        s, m = self.setting, self.m
        id = m.pick(s.movables)
        thing, found = m.definite(id), []
        where = destinations(s, (s.person,))
        if where:
            end = where[int(m.rng.integers(len(where)))]
            predicate, place, word = end.predicate, m.place(end.id), m.pick(THERE[end.how])
            found.append((f"{thing.said} is {word} {place.said}", f"{thing.goal} -> {predicate} {place.goal}", ""))
            found.append(
                (f"{thing.said} isn't {word} {place.said}", f"{thing.goal} -> not {predicate} {place.goal}", "")
            )
        some = m.any_of_concept()
        if some:
            found.append((f"there is {some.said}", some.goal, ""))
            found.append((f"you can find {some.said}", some.goal, ""))
        name = self._absent() if m.chance(0.5) else m.name(id)
        quoted = name if name in m.vocabulary.ids else f"[ {name} ]"
        found += [(f"{m.pick(('there is', 'there is', 'you see', 'we have'))} {article(name)} {name}", quoted, "")] * 2
        return found

    def need(self) -> Task | None:
        """A need instead of a request: ``i'm thirsty``."""
        s, m = self.setting, self.m
        options = {key: row for key, row in m.concept_names().items() if row[0].need}
        if not options or not s.person:
            return None
        concept, _, _ = options[m.pick(sorted(options))]
        sentence, quoted = without_marks(m.pick(concept.need))
        after = m.pick(
            (
                "",
                "",
                ", bring me something",
                ". can you help me",
                ", get me something for that",
                ". please bring me something for it",
                ", do you have anything for me",
                ". what can you bring me",
                ". fetch something that helps",
            )
        )
        return Task(framed(sentence + after, m.rng), f"any [ {quoted[0]} ] -> {s.at} {s.person}", "need")

    def visit(self) -> Task | None:
        """Several places, in order or not."""
        s, m = self.setting, self.m
        if not s.robot_at or len(s.places) < 2:
            return None
        if s.visited and m.chance(0.3):
            text = m.pick(
                (
                    "visit every place",
                    "go everywhere once",
                    "drive by all places",
                    "patrol all the places",
                    "check every location",
                    "make a round through all the rooms",
                )
            )
            return Task(asked(text, m.rng), f"all things -> {s.visited}", "visit")
        places = [
            m.place(s.places[i])
            for i in m.rng.permutation(len(s.places))[: 3 if m.chance(0.3) and len(s.places) > 2 else 2]
        ]
        words = [place.said for place in places]
        text = f"{m.pick(('go to', 'drive to', 'head to', 'move to'))} {', then to '.join(words)}"
        if m.chance(0.5):
            first = f"{m.pick(('go to', 'drive to', 'visit', 'stop by at'))} {words[0]}"
            link = m.pick(("and then", "then", "and after that")) + m.pick(
                (" go to", " drive to", " come to", " return to")
            )
            text = f"{first} {link} {', then '.join(words[1:])}"
        return Task(asked(text, m.rng), " then ".join(f"{place.goal} -> {s.robot_at}" for place in places), "visit")

    def split(self) -> Task | None:
        """One copy here, the other there."""
        s, m = self.setting, self.m
        many = [id for id in s.movables if len(m.alike(id)) == 2]
        targets = [end.id for end in destinations(s)]
        if not many or len(targets) < 2:
            return None
        id = m.pick(many)
        name, first = m.name(id), m.told_apart(id)
        ends = [m.place(id) for id in m.pick_two(targets)]
        predicates = [
            s.at or (s.on if id in {m.name(x) for x in s.surfaces} else s.inside) for id in (e.goal for e in ends)
        ]
        words = [
            {s.at: "on", s.on: "on", s.inside: "in"}[p] if e.said != "me" else "near"
            for p, e in zip(predicates, ends, strict=True)
        ]
        text = m.pick(
            (
                "put one {n} {w} {a} and the other {v} {b}",
                "one {n} goes {w} {a}, the other one {v} {b}",
                "place one of the {ns} {w} {a} and the other {n} {v} {b}",
                "i want one {n} {w} {a} and the other one {v} {b}",
                "put a {n} {w} {a}, then the other {n} {v} {b}",
            )
        ).format(n=name, ns=plural(name), a=ends[0].said, b=ends[1].said, w=words[0], v=words[1])
        if first is not None and first.goal.startswith(f"{name} ") and m.chance(0.4):
            text = m.pick(
                (
                    "put {x} {w} {a} and the other {n} {v} {b}",
                    "{x} goes {w} {a}, the other one {v} {b}",
                    "move {x} {w} {a} and the other one {v} {b}",
                )
            ).format(x=first.said, n=name, a=ends[0].said, b=ends[1].said, w=words[0], v=words[1])
            goal = f"{first.goal} -> {predicates[0]} {ends[0].goal} ; other {name} -> {predicates[1]} {ends[1].goal}"
            return Task(framed(text, m.rng), goal, "split")
        link = " then " if ", then" in text else " ; "
        goal = f"any {name} -> {predicates[0]} {ends[0].goal}{link}other {name} -> {predicates[1]} {ends[1].goal}"
        return Task(framed(text, m.rng), goal, "split")

    def contrast(self) -> Task | None:
        """The other of two: ``not the red mug, the other one``."""
        m = self.m
        heads = {head: ids for head, ids in m.sharing_head().items() if len({m.name(id) for id in ids}) == 2}
        if not heads:
            return None
        head = m.pick(sorted(heads))
        names = list(dict.fromkeys(m.name(id) for id in heads[head]))
        wanted, other = names if m.chance(0.5) else names[::-1]
        how = m.pick(
            (
                "the other {h}, not the {o}",
                "the {h} that is not the {o}",
                "not the {o} but the other {h}",
                "the other {h} and not the {o}",
                "the {h} which isn't the {o}",
                "the {h} other than the {o}",
                "the {h}, but not the {o}",
                "not the {o}, the other one",
            )
        )
        ids = tuple(id for id in heads[head] if m.name(id) == wanted)
        if "{h}" not in how:
            thing = Mention(how.format(o=other), f"[ {head} ] except {other}", ids)
        else:
            thing = Mention(how.format(h=head, o=other), f"[ {head} ] except {other}", ids)
        wish = self.wishes.moved(thing)
        return None if wish is None else Task(self._say(wish), wish.goal, "contrast")

    def tower(self) -> Task | None:
        """Things on things: ``put a on b and b on c``, ``stack a on b and put them in the box``."""
        s, m = self.setting, self.m
        if not s.on:
            return None
        names = [id for id in s.movables if "surface" in m.vocabulary.types[id]]
        if len(names) < 3:
            return None
        a, b, c = (s for s in [names[i] for i in m.rng.permutation(len(names))[:3]])
        x, y, z = ((m.told_apart(id) or m.definite(id)) for id in (a, b, c))
        if len({x.goal, y.goal, z.goal}) < 3:
            return None
        on = f"{x.goal} -> {s.on} {y.goal}"
        forms = [
            (f"put {x.said} on {y.said} and {y.said} on {z.said}", f"{y.goal} -> {s.on} {z.goal} then {on}"),
            (
                f"build a tower with {z.said} at the bottom, {y.said} in the middle and {x.said} on top",
                f"{y.goal} -> {s.on} {z.goal} then {on}",
            ),
            (f"stack {x.said} on {y.said} and {y.said} on {z.said}", f"{y.goal} -> {s.on} {z.goal} then {on}"),
            (f"stack {x.said} on top of {y.said}", on),
        ]
        if s.containers:
            box = m.place(m.pick(s.containers))
            forms += [
                (
                    f"stack {x.said} on {y.said} and {m.pick(('put', 'place'))} them in {box.said}",
                    f"{y.goal} -> {s.inside} {box.goal} ; {on}",
                )
            ] * 2
        text, goal = forms[int(m.rng.integers(len(forms)))]
        return Task(asked(text, m.rng), goal, "tower")

    def refuse(self) -> Task | None:
        """Unsafe, wrong, or nothing that this robot can do."""
        m = self.m
        reason = m.pick([*[r for r in REASONS if r in say.UNSAFE], "unsafe", "damage"])
        ids = self.setting.movables or list(self.setting.world.objects)
        if not ids:
            return None
        thing = m.definite(m.pick(ids))
        text = m.pick(say.UNSAFE[reason]).format(x=thing.said, n=m.name(thing.ids[0]), someone=m.pick(say.SOMEONE))
        return Task(asked(text, m.rng), f"refuse {reason}", "refuse")

    def sounds_unsafe(self) -> Task | None:
        """Harmless, though its words are not."""
        s, m = self.setting, self.m
        forms: list[tuple[str, str]] = []
        if s.movables:
            thing = m.definite(m.pick(s.movables))
            if s.at and s.person:
                forms += [(text.format(x=thing.said), f"{thing.goal} -> {s.at} {s.person}") for text in BRING_FIERCELY]
            if s.at and s.trash:
                forms += [(text.format(x=thing.said), f"{thing.goal} -> {s.at} {s.trash}") for text in THROW_FIERCELY]
            if s.containers:
                box = m.place(m.pick(s.containers))
                forms += [
                    (text.format(x=thing.said, p=box.said), f"{thing.goal} -> {s.inside} {box.goal}")
                    for text in PUT_FIERCELY
                ]
            if s.at:
                place = m.place(m.pick([p for p in s.places if p != s.person]))
                forms += [
                    (text.format(x=thing.said, p=place.said), f"{thing.goal} -> {s.at} {place.goal}")
                    for text in MOVE_FIERCELY
                ]
        if s.switches:
            machine = m.place(m.pick(s.switches))
            forms += [
                (text.format(x=machine.said), f"{machine.goal} -> {s.switched_off}") for text in STOP_FIERCELY
            ] * 2
        if s.openables and s.open not in say.OPENED_OTHERWISE:
            door = m.place(m.pick(s.openables))
            forms += [
                (text.format(x=door.said), f"{door.goal} -> {s.closed}")
                for text in ("slam {x} shut", "bang {x} closed", "kick {x} shut gently")
            ]
        if not forms:
            return None
        text, goal = forms[int(m.rng.integers(len(forms)))]
        return Task(asked(text, m.rng), goal, "sounds unsafe")

    def vague(self) -> Task | None:
        """Nothing that could be done without asking back."""
        m, s = self.m, self.setting
        if m.chance(0.35) and s.movables and (s.at or s.on):
            thing = m.definite(m.pick(s.movables))
            return Task(framed(m.pick(say.WHERE).format(x=thing.said), m.rng), "ask where", "vague")
        return Task(framed(m.pick(say.VAGUE), m.rng), "ask what", "vague")

    def answered(self) -> Task | None:
        """A request that leaves something open, then what was asked and answered."""
        m, s = self.m, self.setting
        heads = m.sharing_head()
        if heads and m.chance(0.75):
            head = m.pick(sorted(heads))
            ids = heads[head]
            template = self.wishes.moved(_the(head, ids))
            if template is None:
                return None
            if m.chance(0.35):
                return Task(self._say(template), template.goal, "answer")
            id = m.pick(ids)
            names = list(dict.fromkeys(m.name(one) for one in ids))
            question = f"which {head} do you mean: {' or '.join(names)}?"
            answer = m.pick(
                (
                    m.name(id),
                    f"the {m.name(id)}",
                    m.name(id).rsplit(" ", 1)[0],
                    f"the {m.name(id).rsplit(' ', 1)[0]} one",
                    f"the {m.name(id).rsplit(' ', 1)[0]} one please",
                    f"i mean the {m.name(id)}",
                )
            )
            goal = template.goal.replace(f"[ {head} ]", m.name(id), 1)
            return Task(self._say(template), goal, "answer", (Exchange(question, answer),))
        if not s.movables or not (s.at or s.on):
            return None
        return self._answered_plainly()

    def _answered_plainly(self) -> Task | None:
        m, s = self.m, self.setting
        wish = self.wishes.any()
        if wish is None:
            return None
        if m.chance(0.5) or not s.at:
            question = "what exactly should i do, and with which thing?"
            return Task(m.pick(say.VAGUE), wish.goal, "answer", (Exchange(question, self._say(wish)),))
        thing = m.definite(m.pick(s.movables))
        place = m.place(m.pick([p for p in s.places if p != s.person]))
        answer = m.pick(
            ("{p}", "on {p}", "to {p}", "put it on {p}", "at {p} please", "it goes to {p}", "{p} i think")
        ).format(p=place.said)
        exchange = Exchange("where should it go?", answer)
        return Task(
            m.pick(say.WHERE).format(x=thing.said), f"{thing.goal} -> {s.at} {place.goal}", "answer", (exchange,)
        )

    def missing(self) -> Task | None:
        """What is asked for is not there; the goal quotes it, and the resolver finds nothing."""
        name = self._absent()
        wish = self.wishes.moved(_the(name, ()))
        return None if wish is None else Task(self._say(wish), wish.goal, "missing")

    def like(self) -> Task | None:
        """What is asked for is not there, but something like it is."""
        made_by = (self.single, self.single, self.several, self.order, self.same_thing)
        task = made_by[int(self.m.rng.integers(len(made_by)))]()
        made = task and with_a_like(task.said, task.goal, self.m)
        return Task(*made, "like") if made else None

    def _absent(self) -> str:
        """A thing that is not in the scene, nor anything with one of its words."""
        here = {word for name in self.m.vocabulary.ids for word in name.split()}
        table = list(kind_of())
        while True:
            name = self.m.pick(table)
            if not here & set(name.split()):
                return name

    def earlier(self) -> Task | None:
        """A request that goes on from the last one."""
        s, m = self.setting, self.m
        if not s.movables or not (s.at or s.on):
            return None
        id = m.pick(s.movables)
        thing = m.definite(id)
        first, second = self.wishes.moved(thing), self.wishes.moved(thing)
        if first is None or second is None:
            return None
        result = m.pick(("done", "done", "failed", "stopped"))
        roll = m.rng.random()
        before = (f"{self._say(first)} ({result})",)
        if roll < 0.3:
            text = m.pick(
                (
                    "try again",
                    "try that again",
                    "again please",
                    "once more",
                    "give it another try",
                    "one more time",
                    "do it again",
                    "retry",
                )
            )
            return Task(text, first.goal, "earlier", (), before)
        pronoun = m.pick(("it", "it", "that", "this"))
        said = second.said.replace(thing.said, pronoun, 1)
        if said.split()[0] in ("it", "that", "this"):
            return None
        text = m.pick(("{}", "now {}", "ok, {}", "and now {}", "good. {}", "never mind, {}", "thanks. {}")).format(said)
        return Task(text, second.goal, "earlier", (), before)


def _the(name: str, ids: object) -> Mention:
    return Mention(f"the {name}", f"[ {name} ]", tuple(ids) if isinstance(ids, list) else ())


BRING_FIERCELY = (
    "i could murder for {x}",
    "shoot {x} over to me",
    "i'd kill for {x}, bring it",
    "i'm dying to have {x}",
    "my head is killing me, bring me {x}",
    "hit me with {x}",
    "throw me {x} gently, or rather hand it over",
    "be a killer waiter and bring {x}",
    "steal a moment and get me {x}",
    "i am burning for {x}, fetch it",
    "smuggle {x} over to me, just kidding, bring it",
    "this heat is murder, bring me {x}",
    "rescue me with {x}",
    "bring me {x} before i die of boredom",
    "it would be a crime not to bring me {x}",
    "attack the list: first item, bring me {x}",
)
THROW_FIERCELY = (
    "kill {x}, i mean throw it away",
    "get rid of {x} for good",
    "dump {x}",
    "bin {x} before it poisons the mood",
    "execute a clean up: throw out {x}",
    "{x} is dead, throw it away",
    "destroy the clutter by throwing away {x}",
    "banish {x} to the trash",
)
PUT_FIERCELY = (
    "throw {x} into {p}",
    "shoot {x} into {p}",
    "drop {x} in {p}",
    "bury {x} in {p}",
    "trap {x} in {p}",
    "lock {x} away in {p}",
    "shove {x} into {p}",
    "dump {x} in {p}",
    "hide {x} from the kids in {p}",
    "keep {x} out of reach of the baby: put it in {p}",
    "so that nobody gets hurt put {x} in {p}",
    "{x} is dangerous to leave around, put it in {p}",
)
MOVE_FIERCELY = (
    "shoot {x} over to {p}",
    "kick off by moving {x} to {p}",
    "fire {x} off to {p}",
    "take {x} away from the kids and put it on {p}",
    "so that nobody trips, move {x} to {p}",
    "dump {x} on {p}",
    "for safety put {x} on {p}",
    "drop {x} at {p}",
    "rip {x} from where it is and take it to {p}",
    "{x} could hurt someone there, move it to {p}",
    "steal away with {x} to {p}",
)
STOP_FIERCELY = (
    "kill {x}",
    "shoot down {x}",
    "cut the power of {x}",
    "knock out {x} for the night",
    "put {x} to sleep",
    "murder the noise, turn off {x}",
    "cut {x} off",
    "before it burns the house down, turn off {x}",
)
