"""Names of things that are not there while their like is: ``the blue bowl`` where only a green one stands."""

import re

from planner.goals.contradictions import ALTERNATIVES, DIGITS
from planner.goals.lessons.mentions import Mentions, base_name
from planner.goals.lessons.things import kind_of, kinds
from planner.goals.matching import content_words

_MARKS = (DIGITS[:5], ("a", "b", "c", "d"))


def likes(name: str, m: Mentions) -> list[str]:
    """Names that stand for nothing here but come near a name that does: another colour, another juice, another fruit.

    A few of each way; none that could be taken for a thing of the scene.
    """
    return [like for like in _near(name, m) if not _fits_something(like, m)]


def _near(name: str, m: Mentions) -> list[str]:
    words, found = name.split(), []
    for group in (*ALTERNATIVES, *_MARKS):
        for place, word in enumerate(words if " of " not in name else ()):
            if word in group and len(words) > 1:
                others = [other for other in group if other != word]
                found += [" ".join([*words[:place], m.pick(others), *words[place + 1 :]]) for _ in range(3)]
    base = base_name(name)
    if base in kind_of():
        sharing = [other for other in kind_of() if " " in other and other.split()[-1] == base.split()[-1]]
        kin = [other for other in kinds()[kind_of()[base]] if other != base]
        found += [m.pick(names) for names in (sharing, kin) if names]
    return found


def _fits_something(like: str, m: Mentions) -> bool:
    words = set(content_words(like)) | set(like.split())
    return any(words <= {*content_words(name), *name.split()} for name in m.vocabulary.ids)


def with_a_like(said: str, goal: str, m: Mentions) -> tuple[str, str] | None:
    """A request and its goal, with the like of a thing in the thing's place; the goal quotes it.

    None if no name of the goal is said in full, or something else is called by its words.
    """
    quoted = " ".join(re.findall(r"\[(.*?)\]", goal))
    names = [name for name in m.vocabulary.ids if _whole(name, goal) and _whole(name, said) and name not in quoted]
    longer = {name for name in names for other in m.vocabulary.ids if other != name and _whole(name, other)}
    names = [name for name in names if name not in longer]  # "pepper" is no name of its own beside "pepper 2"
    options = [(name, like) for name in sorted(names) for like in likes(name, m)]
    if not options:
        return None
    name, like = options[int(m.rng.integers(len(options)))]
    heard = _replaced(name, like, said)
    if (set(content_words(name)) - set(content_words(like))) & set(content_words(heard)):
        return None
    return heard, _replaced(name, f"[ {like} ]", goal)


def _whole(name: str, text: str) -> bool:
    return name in text and re.search(rf"(?<![\w'-]){re.escape(name)}(?![\w'-])", text) is not None


def _replaced(name: str, other: str, text: str) -> str:
    return re.sub(rf"(?<![\w'-]){re.escape(name)}(?![\w'-])", other, text)
