"""How people wrap a request: politeness, indirectness, telegram style, slips of the keyboard."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

_DOUBLING = frozenset(
    [
        "put",
        "set",
        "get",
        "drop",
        "grab",
        "shut",
        "stop",
        "fit",
        "slip",
        "pop",
        "cut",
        "chop",
        "mop",
        "plug",
        "zip",
        "wrap",
        "let",
        "swap",
        "pet",
        "trim",
    ]
)
_PREFIXES = (
    "please {}",
    "can you {}",
    "could you {}",
    "can you please {}",
    "could you please {}",
    "would you {}",
    "will you {}",
    "hey robot, {}",
    "robot, {}",
    "ok now {}",
    "now {}",
    "i want you to {}",
    "i need you to {}",
    "i'd like you to {}",
    "your task is to {}",
    "go ahead and {}",
    "kindly {}",
    "be so kind and {}",
    "help me out and {}",
    "if you can, {}",
    "when you have a minute, {}",
    "just {}",
    "let's {}",
    "try to {}",
    "you should {}",
    "you need to {}",
    "can i ask you to {}",
    "it would be great if you could {}",
    "i would appreciate it if you could {}",
    "would you be able to {}",
    "do me a favor and {}",
    "how do you {}",
    "how could you {}",
    "how can you {}",
    "what would you do to {}",
    "next, {}",
    "alright, {}",
    "hi, {}",
    "{} please",
    "{}, please",
    "{} for me",
    "{} for me please",
    "{}, will you",
    "{}, thanks",
    "{} thank you",
    "{} now",
    "{} right away",
    "{} when you get a chance",
    "{}, would you",
    "{} if you don't mind",
    "{} quickly",
    "{}, ok",
    "{} asap",
    "i think you should {}",
    "time to {}",
    "your job: {}",
    "we have to {}",
    "someone has to {}",
    "mind helping me to {}",
)
_GERUND_PREFIXES = (
    "would you mind {}",
    "how about {}",
    "do you mind {}",
    "i'd appreciate you {}",
    "start by {}",
    "what about {}",
    "could you help with {}",
    "i was thinking of {}",
    "can i get you {}",
)
_BEFORE = (
    "i just got home.",
    "we have guests soon.",
    "it's a mess in here.",
    "i'm in a hurry.",
    "my hands are full.",
    "good morning!",
    "sorry to bother you.",
    "i hurt my back.",
    "there's too much stuff here.",
    "hello there.",
    "i can't reach that far.",
    "i'm busy right now.",
    "we are almost done.",
    "the boss is coming.",
    "listen.",
    "i have a small job for you.",
    "quick one.",
    "i forgot something.",
    "let me think.",
    "one more thing.",
    "so,",
    "well,",
    "um,",
    "it's late.",
    "i'm on the phone.",
)
_AFTER = (
    "i'd do it myself but i'm busy.",
    "that would help a lot.",
    "i owe you one.",
    "no rush.",
    "we need it soon.",
    "be careful.",
    "that's all.",
    "my mother is visiting later.",
    "you're the best.",
    "i have a meeting soon.",
    "take your time.",
)
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORT = {
    "please": "pls",
    "you": "u",
    "are": "r",
    "and": "n",
    "to": "2",
    "for": "4",
    "the": "da",
    "with": "w",
    "something": "smth",
    "thanks": "thx",
    "because": "cuz",
    "want": "wanna",
    "put": "pt",
    "bring": "brng",
    "table": "tbl",
    "can": "cn",
}


def gerund(phrase: str) -> str:
    """``put the cup away`` -> ``putting the cup away``."""
    verb, _, rest = phrase.partition(" ")
    if verb in _DOUBLING:
        made = verb + verb[-1] + "ing"
    elif verb.endswith("ie"):
        made = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        made = verb[:-1] + "ing"
    else:
        made = verb + "ing"
    return f"{made} {rest}".strip()


def asked(imperative: str, rng: np.random.Generator) -> str:
    """An imperative as people say it."""
    roll = rng.random()
    if roll < 0.42:
        text = imperative
    elif roll < 0.92:
        text = _choice(_PREFIXES, rng).format(imperative)
    else:
        text = _choice(_GERUND_PREFIXES[:7], rng).format(gerund(imperative))
    return framed(text, rng)


def framed(text: str, rng: np.random.Generator) -> str:
    """Perhaps with a remark before or after, and punctuation."""
    if rng.random() < 0.09:
        text = f"{_choice(_BEFORE, rng)} {text}"
    if rng.random() < 0.04:
        text = f"{text}. {_choice(_AFTER, rng)}"
    return text + str(
        rng.choice(["", "", ".", "?" if "you" in text.split()[:3] else "", "!"], p=[0.4, 0.2, 0.25, 0.1, 0.05])
    )


def telegram(text: str) -> str:
    """Without the small words."""
    dropped = {"the", "a", "an", "please", "of", "my", "your", "some", "is", "are", "to be", "should"}
    return " ".join(word for word in text.split() if word not in dropped)


def quoted_words(goal: str) -> set[str]:
    """Words that a goal takes from what was said, which must stay as they are."""
    return {word for part in goal.split("[")[1:] for word in part.split("]")[0].split()}


def misspelt(text: str, protected: Iterable[str], rng: np.random.Generator, rate: float = 0.2) -> str:
    """Slips in some of the longer words, but for the protected ones."""
    safe = set(protected)
    words = text.split()
    return " ".join(
        slip(word, rng) if word not in safe and len(word) > 3 and word.isalpha() and rng.random() < rate else word
        for word in words
    )


def shortened(text: str, protected: Iterable[str], rng: np.random.Generator) -> str:
    """As typed on a phone."""
    safe = set(protected)
    return " ".join(
        _SHORT.get(word, word) if word not in safe and rng.random() < 0.6 else word for word in text.split()
    )


def slip(word: str, rng: np.random.Generator) -> str:
    """A word with a letter dropped, doubled, swapped with its neighbour, or hit beside."""
    place = int(rng.integers(1, len(word) - 1)) if len(word) > 2 else 0
    kind = int(rng.integers(4))
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place] + word[place:]
    if kind == 2 and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    row = next((keys for keys in _KEYS if word[place] in keys), "")
    if not row:
        return word
    near = (
        row[max(0, row.index(word[place]) - 1)]
        if rng.random() < 0.5
        else row[min(len(row) - 1, row.index(word[place]) + 1)]
    )
    return word[:place] + near + word[place + 1 :]


def listed(parts: Sequence[str], rng: np.random.Generator) -> str:
    """``a, b and c``."""
    if len(parts) == 1:
        return parts[0]
    ends = (
        (" and ", " and ", ", and ", " plus ", " as well as ", " & ")
        if len(parts) == 2
        else (" and ", ", and ", " and also ")
    )
    return ", ".join(parts[:-1]) + _choice(ends, rng) + parts[-1]


def without_marks(text: str) -> tuple[str, list[str]]:
    """``i'm {so thirsty}`` -> the sentence, and the quoted words."""
    return re.sub(r"[{}]", "", text), re.findall(r"\{([^}]*)\}", text)


def _choice(options: Sequence[str], rng: np.random.Generator) -> str:
    return str(options[int(rng.integers(len(options)))])
