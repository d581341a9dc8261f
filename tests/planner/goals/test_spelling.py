"""Slips are put right; words are left alone."""

import pytest

from planner.goals.spelling import Spelling, one_slip

SPELLING = Spelling(frozenset({"bring", "bowl", "please", "house", "book"}), frozenset({"sponge", "table", "boot"}))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("brng the spnge", "bring the sponge"),
        ("bring it to the tabel, please!", "bring it to the table, please!"),
        ("the house", "the house"),
        ("bring the zyxw", "bring the zyxw"),
        ("the bbook", "the book"),
        ("teh cat", "teh cat"),
    ],
)
def test_corrections(said: str, meant: str) -> None:
    assert SPELLING.corrected(said)[0] == meant


def test_the_changes_are_told() -> None:
    assert SPELLING.corrected("brng it")[1] == (("brng", "bring"),)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("tabel", "table", True), ("able", "table", True), ("tale", "tabled", False), ("abc", "cba", False)],
)
def test_one_slip(one: str, other: str, near: bool) -> None:
    assert one_slip(one, other) is near
    assert one_slip(other, one) is near


def test_a_verb_is_not_taken_for_its_tool() -> None:
    spelling = Spelling(frozenset(), frozenset({"fertiliser", "sharpener"}))
    assert spelling.corrected("fertilise the rose")[0] == "fertilise the rose"
    assert spelling.corrected("fertilisr")[0] == "fertiliser"
