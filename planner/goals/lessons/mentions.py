"""How people name things of a scene, and how a goal writes what they named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from grounding import Fact
from planner.goals.lessons.concepts import SYNONYMS, combined, concepts
from planner.goals.lessons.settings import ADJECTIVES, Setting
from planner.goals.lessons.speech import slip
from planner.goals.lessons.things import Concept, kind_of
from planner.goals.matching import content_words, plural
from planner.goals.vocabulary import Vocabulary

_DEFINITE = ("the {}", "the {}", "the {}", "the {}", "that {}", "my {}", "this {}", "{}", "our {}", "the {} here")
_EXTRA = (
    "akita",
    "fresh",
    "nice",
    "little",
    "good old",
    "new",
    "favorite",
    "lovely",
    "big",
    "ceramic",
    "branded",
    "shiny",
)
_CONTAINERS = ("box", "bottle", "pack", "package", "can", "carton", "jar", "bag")
_COUNTS = {
    2: ("two", "two", "2", "a couple of", "a pair of", "at least two", "exactly two"),
    3: ("three", "3"),
    4: ("four", "4"),
}


@dataclass(frozen=True)
class Mention:
    """Something said of things, and its place in a goal."""

    said: str
    """With its article: ``the red mug``, ``two salty snacks``."""
    goal: str
    """``red mug``, ``2 [ salty snacks ]``."""
    ids: tuple[str, ...]
    """What it may stand for."""
    plural: bool = False


class Mentions:
    """The names and descriptions that a scene offers."""

    def __init__(
        self, setting: Setting, rng: np.random.Generator, held_out: Callable[[str], bool] = lambda name: False
    ) -> None:
        self.setting = setting
        self.rng = rng
        self.vocabulary = Vocabulary.of(setting.world)
        self.held_out = held_out
        """Whether a concept is kept out of the lessons."""

    def chance(self, p: float) -> bool:
        return bool(self.rng.random() < p)

    def pick(self, options: Sequence[str]) -> str:
        return str(options[int(self.rng.integers(len(options)))])

    def pick_two(self, options: Sequence[str]) -> list[str]:
        """Two different ones."""
        return [str(options[i]) for i in self.rng.permutation(len(options))[:2]]

    def name(self, id: str) -> str:
        return self.vocabulary.names[id]

    def alike(self, id: str) -> list[str]:
        """The ids that share its name."""
        return [other for other in self.vocabulary.ids[self.name(id)]]

    # -- one thing ------------------------------------------------------------------------------------------------

    def definite(self, id: str) -> Mention:
        """``the red mug``, ``that mug``, ``mug``; of copies, any will do."""
        name = self.name(id)
        bare = self._casual(name)
        goal = name
        if self.chance(0.05):
            bare = f"{self.pick(_EXTRA)} {bare}"
        elif self.chance(0.03) and not bare.endswith("s"):
            bare = f"{bare} {self.pick(_CONTAINERS)}"
        if self.chance(0.05) and bare == name and len(name) > 4:
            bare = " ".join(slip(word, self.rng) if len(word) > 3 else word for word in bare.split())
        elif self.chance(0.1) and (other := self._synonym(name)):
            bare, goal = other, f"[ {other} ]"
        return Mention(self.pick(_DEFINITE).format(bare), goal, (id,))

    def indefinite(self, id: str) -> Mention:
        """``an apple``: any will do, even where it would matter which one is meant by ``the apple``."""
        name, bare = self.name(id), self._casual(self.name(id))
        said = self.pick((f"{article(bare)} {bare}", f"{article(bare)} {bare}", f"some {bare}"))
        return Mention(said, f"any {name}", (id,))

    def bare(self, id: str) -> str:
        """A name with nothing around it."""
        return "me" if id == self.setting.person else self._casual(self.name(id))

    def place(self, id: str) -> Mention:
        """A place or fixture that something goes to."""
        name = self.name(id)
        if id == self.setting.person:
            return Mention(self.pick(("me", "me", f"the {name}")), name, (id,))
        if self.chance(0.07) and (other := self._synonym(name)):
            return Mention(f"the {other}", f"[ {other} ]", (id,))
        if name.startswith(("top of the ", "space under the ")) and self.chance(0.7):
            return self._part_of_furniture(name, id)
        if name.startswith(("by the ", "under the ", "next to the ", "in the ", "behind the ")):
            options = [f"@{name}", f"@over {name}"]
            options += [f"the {name.split()[-1]}"] if self._unique(name.split()[-1], name) else []
            return Mention(self.pick(options), name, (id,))
        bare = self._casual(name)
        return Mention(self.pick(("the {}", "the {}", "the {}", "{}", "that {}")).format(bare), name, (id,))

    def _part_of_furniture(self, name: str, id: str) -> Mention:
        """``the cabinet`` for its top; ``@`` takes the preposition before it away: ``put it @under the table``."""
        of = name.split(" the ", 1)[1]
        short = of.split()[-1] if self.chance(0.5) else of
        if name.startswith("top"):
            return Mention(
                self.pick((f"the {short}", f"the {short} top", f"top of the {short}", f"the top of the {short}")),
                name,
                (id,),
            )
        return Mention(
            self.pick(
                (
                    f"@under the {short}",
                    f"@below the {short}",
                    f"@underneath the {short}",
                    f"the space under the {short}",
                )
            ),
            name,
            (id,),
        )

    def _synonym(self, name: str) -> str:
        options = [word for word, meant in SYNONYMS.items() if meant == name and word not in self.vocabulary.ids]
        return self.pick(options) if options else ""

    def _casual(self, name: str) -> str:
        """The whole name, or a part of it that only this name has."""
        if self.chance(0.55):
            return name
        words = name.split()
        options = []
        head, of, rest = name.partition(" of the ")
        if of:
            options += [
                head,
                f"{head} of the {rest.split()[-1]}",
                f"{head} of {rest}",
                f"{rest.split()[-1]}'s {head}",
                f"{rest.split()[-1]} {head}",
            ]
        elif len(words) > 1:
            options += [words[-1], words[-1], " ".join(words[1:])]
            options += [words[0]] if words[0] not in ADJECTIVES else []
        fine = [text for text in options if self._unique(text, name)]
        return self.pick(fine) if fine else name

    def _unique(self, text: str, name: str) -> bool:
        said = set(content_words(text.replace("'s", ""))) - {"of"}
        own = {
            other
            for other in self.vocabulary.ids
            if said & set(content_words(other)) - {"top", "of"} and said <= set(content_words(other))
        }
        return own <= {name, *self.vocabulary.ids[name]} and bool(said) and said <= set(content_words(name))

    # -- one of several that look alike ---------------------------------------------------------------------------

    def told_apart(self, id: str) -> Mention | None:
        """A copy, by what is true of it alone: ``the mug on the shelf``, ``the left mug``."""
        head, goal_noun, group = self._group(id)
        if self.chance(0.12):
            head, goal_noun, group = "one", "things", list(self.vocabulary.names)
            options = self._by_relation(id, group, whole=True)
        else:
            options = [*self._by_relation(id, group), *self._by_rank(id, group)] if len(group) > 1 else []
        if not options:
            return None
        pattern, qualifier = options[int(self.rng.integers(len(options)))]
        return Mention(pattern.format(head), f"{goal_noun} {qualifier}", (id,))

    def _group(self, id: str) -> tuple[str, str, list[str]]:
        """A noun that the thing shares with others, how a goal writes it, and all it stands for."""
        name = self.name(id)
        copies = self.alike(id)
        if len(copies) > 1:
            return (name if self.chance(0.7) else self._casual(name)), name, copies
        head = name.split()[-1]
        sharing = [
            other
            for other, text in self.vocabulary.names.items()
            if text.split()[-1] == head and other in self.setting.world.objects
        ]
        return head, f"[ {head} ]", sharing

    def _by_relation(self, id: str, group: Sequence[str], whole: bool = False) -> list[tuple[str, str]]:
        found = []
        for fact in sorted(self.setting.world.facts):
            if fact.arguments[:1] != (id,) or len(fact.arguments) > 2:
                continue
            if any(
                Fact(fact.predicate, (other, *fact.arguments[1:])) in self.setting.world.facts
                for other in group
                if other != id
            ):
                continue
            if len(fact.arguments) == 1:
                if fact.predicate in (self.setting.holding,):
                    continue
                found.append((f"the {fact.predicate} {{}}", fact.predicate))
                found.append((f"the {{}} that is {fact.predicate}", fact.predicate))
            elif len(self.alike(fact.arguments[1])) == 1:
                word = self._said_relation(fact.predicate)
                where = self.place(fact.arguments[1])
                patterns = [
                    f"the {{}} {word} {where.said}",
                    f"the {{}} that is {word} {where.said}",
                    f"the {{}} {word} {where.said}",
                    f"the one {word} {where.said}, the {{}} i mean",
                ]
                if whole:
                    plain = word.removeprefix("that ").removeprefix("'s ")
                    patterns += [f"the thing {word} {where.said}", f"what is {plain} {where.said}"] * 2
                found.append((self.pick(patterns), f"{fact.predicate} {where.goal}"))
        return found

    def _said_relation(self, predicate: str) -> str:
        setting = self.setting
        if predicate == setting.at:
            return self.pick(("at", "on", "from", "in", "over at"))
        if predicate == setting.on:
            return self.pick(("on", "on top of", "that stands on", "lying on"))
        if predicate == setting.inside:
            return self.pick(("in", "inside", "from inside", "that's in"))
        if predicate == "next to":
            return self.pick(("next to", "beside", "by", "close to", "near"))
        if predicate in setting.sides:
            return self.pick(side_words(setting.sides.index(predicate)))
        return predicate

    def _by_rank(self, id: str, group: Sequence[str]) -> list[tuple[str, str]]:
        found = []
        upon = {one: self._things_below(one, group) for one in group}
        if sorted(upon.values()) == list(range(len(group))):
            if upon[id] == len(group) - 1:
                found += [(text, f"most {self.setting.on}") for text in UPPER_WORDS]
            if upon[id] == 0:
                found += [(text, f"least {self.setting.on}") for text in LOWER_WORDS]
        for index, predicate in enumerate(self.setting.sides):
            rank = {one: sum(Fact(predicate, (one, two)) in self.setting.world.facts for two in group) for one in group}
            if sorted(rank.values()) != list(range(len(group))):
                continue
            if rank[id] == len(group) - 1:
                found += [(text, f"most {predicate}") for text in RANK_WORDS[index]]
            if len(group) == 3 and rank[id] == 1 and index in (0, 2):
                found += [(text, "middle") for text in MIDDLE_WORDS]
        return found

    def _things_below(self, id: str, group: Sequence[str]) -> int:
        """How many of a group a thing stands on, one on the other."""
        below = [
            f.arguments[1] for f in self.setting.world.facts if f.predicate == self.setting.on and f.arguments[0] == id
        ]
        return 1 + self._things_below(below[0], group) if below and below[0] in group else 0

    # -- many things ----------------------------------------------------------------------------------------------

    def concept_names(self) -> dict[str, tuple[Concept, list[str], list[str]]]:
        """Concepts with the things that fit and those that are arguable, for every concept that fits something."""
        found = {}
        pool = {key: concept for key, concept in concepts().items() if not self.held_out(key)}
        pairs = [combined(self.rng, self.held_out) for _ in range(12)] if self.chance(0.25) else []
        pool |= {pair.name: pair for pair in pairs}
        for key, concept in pool.items():
            ids = [id for id in self.setting.movables if base_name(self.name(id)) in concept.true]
            unsure = [id for id in self.setting.movables if base_name(self.name(id)) in concept.maybe]
            if ids:
                found[key] = (concept, ids, unsure)
        return found

    def any_of_concept(self) -> Mention | None:
        """``something salty``, ``a soda``."""
        options = self.concept_names()
        if not options:
            return None
        concept, ids, _ = options[self.pick(sorted(options))]
        said = [(f"{article(noun)} {noun}", noun) for noun in concept.singular]
        said += [(f"{pre} {noun}", noun) for noun in concept.singular for pre in ("any", "some", "one")]
        said += [
            (f"{pre} {text}", text)
            for text in concept.something
            for pre in ("something", "anything", "something", "a thing")
        ]
        if not said:
            return None
        text, quoted = said[int(self.rng.integers(len(said)))]
        return self._perhaps_misspelt(text, quoted, "any", ids)

    def all_of_concept(self) -> Mention | None:
        """``all the drinks``, ``every salty snack``."""
        options = self.concept_names()
        if not options:
            return None
        concept, ids, _ = options[self.pick(sorted(options))]
        said = [
            (f"{pre} {noun}", noun)
            for noun in concept.plural
            for pre in ("all", "all the", "the", "all of the", "all those", "any and all")
        ]
        said += [(f"{pre} {noun}", noun) for noun in concept.singular for pre in ("every", "each")]
        said += [(f"everything {text}", text) for text in concept.something]
        if not said:
            return None
        text, quoted = said[int(self.rng.integers(len(said)))]
        return self._perhaps_misspelt(text, quoted, "all", ids, plural=True)

    def count_of_concept(self) -> Mention | None:
        """``two different fruits``."""
        options = {key: row for key, row in self.concept_names().items() if len(row[1]) > 1 and row[0].plural}
        if not options:
            return None
        concept, ids, _ = options[self.pick(sorted(options))]
        count = int(self.rng.integers(2, min(4, len(ids)) + 1))
        noun = self.pick(concept.plural)
        kinds = len({self.name(id) for id in ids})
        different = kinds >= count and self.chance(0.5)
        how = (
            self.pick(("different", "different", "distinct", "different kinds of", "various")) + " "
            if different
            else ""
        )
        text = f"{self.pick(_COUNTS[count])} {how}{noun}"
        return self._perhaps_misspelt(text, noun, f"{count} different" if different else str(count), ids, plural=True)

    def _perhaps_misspelt(
        self, text: str, quoted: str, quantifier: str, ids: Sequence[str], plural: bool = False
    ) -> Mention:
        if self.chance(0.06):
            wrong = " ".join(
                slip(word, self.rng) if len(word) > 4 and self.chance(0.6) else word for word in quoted.split()
            )
            text, quoted = text.replace(quoted, wrong), wrong
        return Mention(text, f"{quantifier} [ {quoted} ]", tuple(ids), plural)

    def copies(self, id: str) -> Mention:
        """``all the apples``, ``both mugs``, ``two of the forks``."""
        name, ids = self.name(id), tuple(self.alike(id))
        many = plural(self._casual(name))
        if len(ids) == 2 and self.chance(0.3):
            return Mention(
                self.pick((f"both {many}", f"both of the {many}", f"the two {many}")), f"all {name}", ids, True
            )
        if len(ids) > 2 and self.chance(0.35):
            return Mention(self.pick((f"two {many}", f"2 {many}", f"two of the {many}")), f"2 {name}", ids, True)
        said = (
            f"all {many}",
            f"all the {many}",
            f"every {self._casual(name)}",
            f"all of the {many}",
            f"each {name}",
            f"the {many}",
        )
        return Mention(self.pick(said), f"all {name}", ids, True)

    def one_of(self, id: str) -> Mention:
        """``one of the apples``, ``any apple``."""
        name = self.name(id)
        said = (
            f"one of the {plural(name)}",
            f"any {name}",
            f"one {name}",
            f"any one of the {plural(name)}",
            f"either {name}",
        )
        return Mention(self.pick(said), f"any {name}", tuple(self.alike(id)))

    def sharing_head(self) -> dict[str, list[str]]:
        """Last words that several different names share, with their ids: ``mug`` for red mug and blue mug."""
        heads: dict[str, list[str]] = {}
        for id in self.setting.movables:
            if " " in self.name(id):
                heads.setdefault(self.name(id).split()[-1], []).append(id)
        return {
            head: ids
            for head, ids in heads.items()
            if len({self.name(id) for id in ids}) > 1
            and head not in self.vocabulary.ids
            and not any(head in content_words(n) and not n.endswith(head) for n in self.vocabulary.ids)
        }


@cache
def base_name(name: str) -> str:
    """A name of the table of things in a name that may have an adjective in front."""
    table = kind_of()
    words = name.split()
    return next((text for i in range(len(words)) if (text := " ".join(words[i:])) in table), name)


def article(noun: str) -> str:
    """``a`` or ``an``."""
    return "an" if noun[:1] in "aeiou" else "a"


def side_words(index: int) -> Sequence[str]:
    """How people say left of, right of, in front of, behind."""
    return (
        ("to the left of", "left of", "on the left side of", "left from"),
        ("to the right of", "right of", "on the right side of", "right from"),
        ("in front of", "before", "to the front of", "nearer than"),
        ("behind", "at the back of", "in back of", "to the back of"),
    )[index]


RANK_WORDS: Sequence[Sequence[str]] = (
    (
        "the left {}",
        "the leftmost {}",
        "the {} on the left",
        "the {} at the left",
        "the {} furthest left",
        "the left one of the {}s",
        "the {} on the far left",
        "the left-hand {}",
        "of the {}s the left one",
    ),
    (
        "the right {}",
        "the rightmost {}",
        "the {} on the right",
        "the {} at the right",
        "the {} furthest right",
        "the {} on the far right",
        "the right-hand {}",
        "of the {}s the right one",
    ),
    (
        "the front {}",
        "the {} at the front",
        "the {} in front",
        "the nearest {}",
        "the {} in the front",
        "the closest {}",
        "the nearer {}",
        "the nearer one of the {}s",
        "of the {}s the one in front",
    ),
    (
        "the back {}",
        "the {} at the back",
        "the {} in the back",
        "the rear {}",
        "the {} furthest away",
        "the farthest {}",
        "the farther {}",
        "the one of the {}s at the back",
        "the {} way in the back",
    ),
)
UPPER_WORDS = (
    "the upper {}",
    "the top {}",
    "the {} on top",
    "the topmost {}",
    "the highest {}",
    "the upper one of the {}s",
    "the higher {}",
    "of the {}s the one on top",
)
LOWER_WORDS = (
    "the lower {}",
    "the bottom {}",
    "the {} at the bottom",
    "the lowest {}",
    "the {} underneath",
    "the {} below the other",
    "the lower one of the {}s",
    "of the {}s the one at the bottom",
)
MIDDLE_WORDS = (
    "the middle {}",
    "the {} in the middle",
    "the center {}",
    "the {} between the other two",
    "the central {}",
)
