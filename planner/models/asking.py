"""How texts of other people are put into a question, so that they stay data."""

import unicodedata
from collections.abc import Sequence

LETTERS = "ABCDEFGHIJKLMNOPQRST"
_HARMLESS = str.maketrans({"<": "‹", ">": "›"})
"""Without angle brackets no text can close the block that it stands in, nor spell a token such as ``<|im_end|>``."""


def as_data(text: str) -> str:
    """A text of several lines without brackets of tags and without invisible control characters."""
    kept = (letter for letter in text if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return "".join(kept).translate(_HARMLESS)


def as_line(text: str) -> str:
    """The same in one line, so that no option can pose as two."""
    return " ".join(as_data(text.replace("\n", " ").replace("\t", " ")).split())


def lettered(options: Sequence[str]) -> str:
    """``A) …``, ``B) …``, a line each."""
    return "\n".join(f"{letter}) {as_line(option)}" for letter, option in zip(LETTERS, options, strict=False))


def numbered(options: Sequence[str]) -> str:
    """``1. …``, ``2. …``, a line each."""
    return "\n".join(f"{number}. {as_line(option)}" for number, option in enumerate(options, start=1))
