"""What the model reads: the states that skills can bring about, the scene, and the person's words in one line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grounding import Fact
from planner.goals.vocabulary import Form, Vocabulary
from skills.conditions import canonical

BEGIN = "<|im_start|>"
"""The model's first token, on which attention rests."""
MAX_WORDS = 80
"""Words of an instruction that are read; the rest is cut off."""
MAX_FACTS = 4
"""Facts about one thing that are shown; the resolver knows them all."""

_SPOKEN = re.compile(r"[a-z0-9]+(?:['%\-][a-z0-9]+)*|[.,?!;:]")
_WORD = re.compile(r"[a-z0-9]")


@dataclass(frozen=True)
class Exchange:
    """A question that was asked about an instruction, and its answer."""

    question: str
    answer: str


def spoken(text: str) -> str:
    """A person's words in one line: lower case, words and plain punctuation only, at most ``MAX_WORDS``."""
    plain = text.lower().replace("’", "'").replace("…", "...")
    pieces = _SPOKEN.findall(plain)[: MAX_WORDS * 2]
    line = ""
    for piece in pieces:
        line += piece if not _WORD.match(piece) and line else f" {piece}"
    return " ".join(line.split()[:MAX_WORDS])


def words_of(text: str) -> tuple[str, ...]:
    """The words of an instruction that ``spoken`` has made plain, without punctuation."""
    return tuple(word for piece in text.split() if (word := piece.strip(".,?!;:")))


def library_text(vocabulary: Vocabulary) -> str:
    """The states that can be brought about, and the places: the same for every scene of a library."""
    lines = [f"States: {', '.join(_states(vocabulary.forms))}"]
    if vocabulary.places:
        lines.append(f"Places: {', '.join(vocabulary.places)}")
    return "\n".join(lines) + "\n"


def scene_text(vocabulary: Vocabulary) -> str:
    """What is there, grouped by what is true of it; copies are counted."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for id in map(canonical, vocabulary.world.objects):
        groups.setdefault(_facts_about(id, vocabulary), []).append(vocabulary.names[id])
    lines = [f"{', '.join(facts) or 'there'}: {', '.join(_counted(names))}" for facts, names in groups.items()]
    own = sorted(_own(fact) for fact in vocabulary.world.facts if _is_own(fact, vocabulary))
    lines += [f"Robot: {', '.join(own)}"] if own else []
    return "\n".join([*lines, ""])


def request_text(instruction: str, exchanges: Sequence[Exchange] = (), earlier: Sequence[str] = ()) -> str:
    """What was said before and now, and what was asked and answered since; ends where the goal begins."""
    lines = [f"Earlier: {spoken(text)}" for text in earlier]
    lines.append(f"Say: {spoken(instruction)}")
    for exchange in exchanges:
        lines += [f"Asked: {spoken(exchange.question)}", f"Answer: {spoken(exchange.answer)}"]
    return "\n".join([*lines, "Goal:"])


def match_text(phrase: str) -> str:
    """The question whether names fit a description; ends where a name begins."""
    return f"{BEGIN}Which are: {phrase}?\n"


def match_answers(name: str) -> tuple[str, str]:
    """What follows ``match_text`` for a name that fits, and for one that does not."""
    return f" {name}: yes", f" {name}: no"


def _states(forms: Iterable[Form]) -> Iterable[str]:
    found: dict[str, str] = {}
    undone = {form.verb for form in forms if form.negated} - {form.verb for form in forms if not form.negated}
    for form in forms:
        text = ("not " if form.negated else "") + form.predicate + _reference(form)
        if (form.negated and form.verb not in undone) or not form.kinds:
            continue
        verb = "" if _alike(form.verb, form.predicate) else f" ({form.verb})"
        found[text] = min(verb, found.get(text, verb), key=len)
    bare = {form.predicate: "" for form in forms if not form.kinds and not form.negated}
    return [text + verb for text, verb in (found | bare).items()]


def _reference(form: Form) -> str:
    if len(form.kinds) < 2:
        return ""
    return " " + " & ".join("thing" if kinds is None else "/".join(sorted(kinds)) for kinds in form.kinds[1:])


def _alike(verb: str, predicate: str) -> bool:
    """Whether the skill's command says nothing that the state does not."""
    stems = {word[:4] for word in predicate.split()}
    return not verb or any(word[:4] in stems for word in verb.split())


def _facts_about(id: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    facts = sorted(fact for fact in vocabulary.world.facts if fact.arguments[:1] == (id,))
    return tuple(_about(fact, vocabulary) for fact in facts[:MAX_FACTS])


def _about(fact: Fact, vocabulary: Vocabulary) -> str:
    references = " & ".join(vocabulary.names.get(name, name) for name in fact.arguments[1:])
    return f"{fact.predicate} {references}".strip()


def _is_own(fact: Fact, vocabulary: Vocabulary) -> bool:
    return not fact.arguments or (fact.arguments[0] in vocabulary.places)


def _own(fact: Fact) -> str:
    return " ".join([fact.predicate, *fact.arguments])


def _counted(names: Sequence[str]) -> list[str]:
    return [name if names.count(name) == 1 else f"{names.count(name)} {name}" for name in dict.fromkeys(names)]
