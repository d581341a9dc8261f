"""Agreement in number: the small words that go with one thing or with many."""

from planner.goals.lessons.mentions import Mention

_WORDS = {
    "it": ("it", "them"),
    "they": ("it", "they"),
    "is": ("is", "are"),
    "it_is": ("it is", "they are"),
    "its": ("its", "their"),
    "one": ("one", "ones"),
    "has": ("has", "have"),
    "was": ("was", "were"),
    "does": ("does", "do"),
    "goes": ("goes", "go"),
    "s": ("s", ""),
    "es": ("es", ""),
}
"""Gaps of phrases, with what fills them for one thing and for many."""
_EACH_ALONE = ("every", "each ", "whatever", "what's", "all that is")
"""Words before many that are spoken of one by one."""


def ends_like_many(words: str) -> bool:
    """Whether words end like a plural: ``the scissors`` do, ``the glass`` does not."""
    return words.endswith("s") and not words.endswith("ss")


def small_words(many: bool) -> dict[str, str]:
    """What fills the gaps of a phrase that is about one thing or many."""
    return {gap: words[many] for gap, words in _WORDS.items()}


def agreement(thing: Mention) -> dict[str, str]:
    """The small words that agree with what is spoken of."""
    many = thing.plural or " and " in thing.said or ends_like_many(thing.said)
    return small_words(many and not thing.said.startswith(_EACH_ALONE))


def pronoun(thing: Mention) -> str:
    """``it`` or ``them``, as loosely as people say it: ``them`` for whatever ends in s, be it ``the glass``."""
    return small_words(thing.plural or thing.said.endswith("s"))["it"]
