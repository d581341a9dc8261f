"""Makes ``verbs.tsv``, a table of verbs that say what can be done to things, from WordNet 3.0.

``python -m planner.goals.lessons.wordnet`` reads the folder that Debian's package ``wordnet-base`` installs, and
``verbs_chosen.txt``, which lists the verbs that are taught. Source: Fellbaum, WordNet: An Electronic Lexical Database,
1998; its licence is in ``verbs.LICENSE``.
"""

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from planner.goals.lessons.trades import parts
from planner.goals.lessons.verb_table import TABLE, regular

FOLDER = Path("/usr/share/wordnet")
CHOSEN = "verbs_chosen.txt"
COLUMNS = ("sense", "verb", "synonyms", "general", "opposites", "said", "things")
OPPOSITES = "opposites"
"""The heading of pairs that stand instead of WordNet's."""
NONE = "-"
LONGEST = 11
"""Words of a definition."""

_PREPOSITIONS = frozenset(
    parts(
        "with by into from in of to on out over off through as for against around up down together under away "
        "apart onto upon along using back",
        " ",
    )
)
_OPEN_ENDS = frozenset(
    ["of", "from", "on", "to", "in", "into", "off", "for", "upon", "through", "with", "by", "around"]
)
"""Prepositions that want a noun."""
_ASIDES = (
    "as if|as for|as by|as with|especially|usually|typically|such as|often|for example|in order|so as|like|either|also"
)
"""How a definition begins to say more than is wanted."""
_VAGUE = frozenset(
    parts(
        "change; alter; modify; make; act; move; cause; get; do; be; have; give; put; take; change state; change "
        "surface; change shape; change integrity; create; remove; take away; add; withdraw; bring about; interact; "
        "treat; process; transfer; use; prepare; fix; ready; set; supply; provide; render; furnish; communicate; "
        "intercommunicate; express; position; pose; apply; attach; separate; disunite; divide; part; touch; "
        "travel; go; locomote; affect; displace; induce; stimulate; let; turn; increase; decrease; form; shape; "
        "place; perform; execute; reproduce; control; command; produce; work; play; keep; hold; think; leave; lay; "
        "deform; change form; convert; transform; spread; distribute; insert; enter; infix; introduce; utilize; "
        "utilise; employ; undo; reverse; change magnitude; change by reversal; change intensity; correct; improve; "
        "better; meliorate; ameliorate; amend; worsen; decline; care; deal; handle; manage; serve; spend; judge; "
        "evaluate; pass judgment; tell; inform; mark; state; say; write; take in; ingest; consume; combine; "
        "compound; propel; impel; convey; impart; emit; release; free; represent; interpret; function; operate; "
        "run; allow; permit; countenance; expose; impose; inflict; bring down; visit; initiate; pioneer; get rid "
        "of; create from raw stuff; create from raw material; create verbally; adjust; fit out; make clean; "
        "surface; renew; regenerate; repeat; reiterate; lessen; show; set down; deprive; reduce; obtain; acquire; "
        "get on; consider; determine; find; conform; equip; reorient; swear out; muster out; go forth; decide; "
        "make up one's mind; contract; undertake; discriminate; single out; arrive; come; undermine; reinforce; "
        "reenforce; stir; devise; cause to be perceived; cycle; attest; certify; designate; flip; flux; change "
        "taste; manipulate; specify; deliver; terminate; record; eliminate; disturb; stir up; work on; exchange; "
        "interchange; list; force; put to work; restrain; overcast; wear out; fall apart; come apart; come off; "
        "come away; coal; get up; get down; bring up; bring out; sit down; put in; lead off; bring to; bring "
        "round; bring back; begin; commence; dash; rupture; cast; bray; essay; subscribe; piece; lave; offsaddle; "
        "unthaw; inspissate; lodge; deposit; tack together; wrack; japan; instal; block out; desexualize; "
        "desexualise; desex; unsex; kill; screw; love; eff; bang; fuck; know; hump; infect; contaminate; take "
        "hold; run up; tump over; vaticinate; cause to sleep; bring to; starve; famish",
        ";",
    )
)
"""Verbs too general to tell which of several is meant."""
_COMPOUNDS = frozenset(
    [
        "dry clean",
        "tumble dry",
        "machine wash",
        "pan roast",
        "deep freeze",
        "steam clean",
        "date stamp",
        "gold plate",
        "oven broil",
    ]
)
"""Verbs whose last word is inflected."""
_PARTICIPLES = (
    {
        verb: verb
        for verb in (
            "cut",
            "put",
            "typeset",
            "reset",
            "offset",
            "set",
            "shut",
            "hit",
            "let",
            "spread",
            "split",
            "slit",
            "rid",
            "run",
            "come",
        )
    }
    | {"burn": "burned", "spill": "spilled", "spoil": "spoiled", "sink": "sunk", "shrink": "shrunk", "melt": "melted"}
    | {"get": "got", "address": "addressed", "shave": "shaved", "shear": "shorn", "weed": "weeded", "seed": "seeded"}
    | {"squeegee": "squeegeed", "ravel": "raveled", "unravel": "unraveled", "gild": "gilded", "sew": "sewn"}
    | {"slice": "sliced", "dial": "dialed", "level": "leveled", "label": "labeled", "chisel": "chiseled"}
    | {"cast": "cast", "bevel": "beveled", "lean": "leaned", "engrave": "engraved", "typewrite": "typewritten"}
    | {
        "dye": "dyed",
        "rebind": "rebound",
        "blacktop": "blacktopped",
        "crosscut": "crosscut",
        "proofread": "proofread",
        "gift-wrap": "gift-wrapped",
        "saute": "sauteed",
        "leap": "leapt",
        "hem": "hemmed",
        "wed": "wed",
        "light": "lit",
        "proof": "proofed",
    }
)
"""Where WordNet's list of exceptions has none, or an old one."""
_SPELLINGS = (("ise", "ize"), ("isation", "ization"), ("our", "or"), ("ae", "e"), ("plough", "plow"), ("yse", "yze"))


@dataclass(frozen=True)
class Synset:
    """Words of one meaning."""

    offset: str
    words: tuple[str, ...]
    general: tuple[str, ...]
    """Offsets of what it is a kind of."""
    opposites: tuple[str, ...]
    gloss: str


@dataclass
class WordNet:
    """The verbs of WordNet, read from its files.

    Raises:
        FileNotFoundError: they are not there.
    """

    folder: Path = FOLDER
    synsets: dict[str, Synset] = field(init=False)
    senses: dict[str, list[str]] = field(init=False)
    """Offsets of each word's meanings, the most common first."""
    taught: set[tuple[str, str]] = field(default_factory=set)
    """Verbs that were chosen, with their meanings: taken for common."""

    def __post_init__(self) -> None:
        self.synsets = {synset.offset: synset for synset in map(_synset, self._lines("data.verb"))}
        self.senses = {}
        for line in self._lines("index.verb"):
            parts = line.split()
            self.senses[_plain(parts[0])] = parts[-int(parts[2]) :]

    def _lines(self, name: str) -> Iterator[str]:
        path = self.folder / name
        if not path.is_file():
            raise FileNotFoundError(f"{path} is not there; install Debian's package wordnet-base, or give its --folder")
        yield from (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("  "))

    @cached_property
    def participles(self) -> Mapping[str, str]:
        """Irregular ones, by the verb."""
        forms: dict[str, list[str]] = {}
        for line in self._lines("verb.exc"):
            form, *verbs = line.split()
            for verb in verbs:
                if not form.endswith("ing"):
                    forms.setdefault(_plain(verb), []).append(_plain(form))
        return {verb: max(found, key=_like_a_participle) for verb, found in forms.items()}

    @cached_property
    def counts(self) -> Mapping[tuple[str, int], int]:
        """How often a word was met in a sense."""
        found = {}
        for line in self._lines("cntlist.rev"):
            key, sense, count = line.split()
            word, _, rest = key.partition("%")
            if rest.startswith("2:"):
                found[_plain(word), int(sense)] = int(count)
        return found

    def common(self, word: str, offset: str) -> bool:
        """Whether a word is often met in this meaning."""
        known = self.senses[word.lower()]
        sense = known.index(offset) + 1
        if (word, offset) in self.taught:
            return True
        met = len(known) > 2 or " " in word or any(self.counts.get((word, i + 1), 0) for i in range(len(known)))
        return met and (sense <= 2 or (sense <= 4 and self.counts.get((word, sense), 0) > 0))


def _synset(line: str) -> Synset:
    data, _, gloss = line.partition(" | ")
    parts = data.split()
    count = int(parts[3], 16)
    words = tuple(_plain(word) for word in parts[4 : 4 + 2 * count : 2])
    first = 5 + 2 * count
    pointers = [parts[first + 4 * i : first + 4 * i + 3] for i in range(int(parts[first - 1]))]
    general = tuple(offset for sign, offset, _ in pointers if sign == "@")
    return Synset(parts[0], words, general, tuple(offset for sign, offset, _ in pointers if sign == "!"), gloss.strip())


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _like_a_participle(form: str) -> tuple[bool, ...]:
    """``frozen`` before ``froze``, ``sung`` before ``sang``."""
    return (form.endswith(("en", "wn", "rn")), bool(re.search(r"u(ng|nk|m|n)$", form)))


# -- what is chosen -----------------------------------------------------------------------------------------------


@dataclass
class Chosen:
    """A verb that is taught."""

    word: str
    offset: str
    said: tuple[str, ...] | None
    """Instead of the definition."""
    things: list[str]


def chosen(text: str, net: WordNet) -> tuple[list[Chosen], list[tuple[str, str]]]:
    """The verbs of ``verbs_chosen.txt``, and pairs of offsets that are opposites.

    Raises:
        ValueError: a line names a verb or sense that WordNet does not have.
    """
    found: dict[str, Chosen] = {}
    pairs, unknown = [], []
    for line in filter(None, map(str.strip, text.splitlines())):
        heading, colon, rest = line.partition(":")
        for entry in (part.strip() for part in rest.split(";") if part.strip() and not line.startswith("#")):
            name, equals, said = (part.strip() for part in entry.partition("="))
            offsets = [NONE if word == NONE else _offset(word, net) for word in name.split(" / ")]
            if not all(offsets) or not colon:
                unknown.append(entry)
            elif heading == OPPOSITES:
                pairs.append((offsets[0], offsets[1]))
            else:
                own = tuple(part.strip() for part in said.split("|") if part.strip()) if equals else None
                verb = found.setdefault(offsets[0], Chosen(name.partition("#")[0], offsets[0], own, []))
                verb.said = own if own is not None else verb.said
                verb.things += [kind for kind in heading.split(", ") if kind not in verb.things]
    if unknown:
        raise ValueError(f"no such verbs or senses in WordNet: {', '.join(unknown)}")
    return list(found.values()), pairs


def _offset(name: str, net: WordNet) -> str:
    word, _, sense = name.partition("#")
    known = net.senses.get(word, [])
    number = int(sense or 1)
    return known[number - 1] if number <= len(known) else ""


# -- what is written ----------------------------------------------------------------------------------------------


def table(net: WordNet, text: str) -> str:
    """``verbs.tsv`` for a list of chosen verbs."""
    verbs, pairs = chosen(text, net)
    net.taught = {(verb.word, verb.offset) for verb in verbs}
    against: dict[str, list[str]] = {}
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            against.setdefault(one, []).append(other)
    rows = ["\t".join(COLUMNS)]
    for verb in sorted(verbs, key=lambda verb: (verb.word, verb.offset)):
        synset = net.synsets[verb.offset]
        opposed = [offset for offset in against.get(verb.offset, synset.opposites) if offset != NONE]
        opposites = [word for offset in opposed for word in _words(offset, net)]
        said = verb.said if verb.said is not None else tuple(filter(None, [definition(synset.gloss)]))
        row = (
            [verb.offset, _with_participle(verb.word, net)],
            [_with_participle(word, net) for word in _others(verb, net)],
            [word for offset in synset.general for word in _words(offset, net)[:2]],
            [_with_participle(word, net) for word in dict.fromkeys(opposites)],
            said,
            verb.things,
        )
        rows.append("\t".join([*row[0], *("; ".join(part) for part in row[1:])]))
    return "\n".join(rows) + "\n"


def _words(offset: str, net: WordNet) -> list[str]:
    return [
        word for word in net.synsets[offset].words if word.islower() and word not in _VAGUE and net.common(word, offset)
    ]


def _others(verb: Chosen, net: WordNet) -> list[str]:
    """Other words of the same meaning, each in one spelling."""
    spelt = {_american(verb.word)}
    found = []
    for word in _words(verb.offset, net):
        if _american(word) not in spelt and not re.search(r"[^a-z -]", word):
            spelt.add(_american(word))
            found.append(word)
    return found


def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


def _with_participle(word: str, net: WordNet) -> str:
    """``freeze/frozen``; a regular participle is left out."""
    first, space, last = word.partition(" ")
    compound = word in _COMPOUNDS
    head = last if compound else first
    made = _PARTICIPLES.get(head) or net.participles.get(head) or regular(head)
    whole = f"{first} {made}" if compound else f"{made}{space}{last}"
    return word if whole == regular(word) else f"{word}/{whole}"


def definition(gloss: str) -> str:
    """``make {x} shine`` for ``make (a surface) shine; "shine the silver, please"``; empty if it has no such form."""
    first = re.split(r"[;:]| - ", gloss.split(' "')[0])[0].strip().rstrip(",")
    first = re.sub(r"\s*\((as|e\.g\.|such as|usually|especially|of|or)\b[^)]*\)", "", first)
    first = re.sub(r"^(make or become|become or make|cause to (be or )?(become|get|be)( or become)?)\b", "make", first)
    first = re.sub(r"^\w+ (, )?or (cause|be caused) (\w+ )?to\b", "cause to", first)
    first = re.sub(r",? (as or )?(with|as) or as (if )?with\b", " with", first)
    first = re.sub(rf",? (?:{_ASIDES})\b.*", "", first).removesuffix(" or").removesuffix(" and")
    said = _with_gap(first)
    fine = said.count("{x}") == 1 and not said.startswith("{x}") and not re.search(r"[^a-z {}'-]|something", said)
    whole = said.split()[-1:] != ["{x}"] and said.split()[-1:] and said.split()[-1] in _OPEN_ENDS
    return said if fine and not whole and len(said.split()) <= LONGEST else ""


def _with_gap(text: str) -> str:
    """With ``{x}`` where the object belongs."""
    words = text.split()
    if "(" in text:
        return re.sub(r"\([^)]*\)", "{x}", text)
    if len(words) < 2 or words[1] == "or":
        return f"{text} {{x}}" if words[-1:] and words[-1] in _OPEN_ENDS else _after_two(words)
    if words[-1] in _OPEN_ENDS or (len(words) == 2 and words[1] in _PREPOSITIONS):
        return f"{text} {{x}}"
    if words[0] in ("make", "render"):
        return " ".join([words[0], "{x}", *words[1:]])
    if words[:2] in (["cause", "to"], ["force", "to"]):
        return " ".join([words[0], "{x}", *words[1:]])
    if words[1] in _PREPOSITIONS:
        return " ".join([words[0], "{x}", *words[1:]])
    return ""


def _after_two(words: list[str]) -> str:
    """``chop or split {x} with an ax``"""
    return " ".join([*words[:3], "{x}", *words[3:]]) if len(words) > 3 and words[3] in _PREPOSITIONS else ""


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where WordNet's files are")
    options = parser.parse_args()
    here = files("planner.goals.lessons")
    text = table(WordNet(options.folder), here.joinpath(CHOSEN).read_text("utf-8"))
    Path(str(here.joinpath(TABLE))).write_text(text, "utf-8")
    print(f"{TABLE}: {text.count(chr(10)) - 1} verbs")


if __name__ == "__main__":
    main()
