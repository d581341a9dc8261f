"""How a person is asked."""

import io
import sys

import pytest

from doable.asking import Asking
from planner.goals.target import Question

WHICH = Question("Which [block]?", ("the red one", "the green one"))


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(request.param))


@pytest.mark.parametrize(
    ("typing", "answer"),
    [("the red one\n", "the red one"), ("  red \n", "red"), ("\n", None), ("", None)],
    indirect=["typing"],
)
@pytest.mark.usefixtures("typing")
def test_a_person_is_shown_the_options_and_may_say_nothing(
    answer: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Asking()(WHICH) == answer
    shown = capsys.readouterr()
    assert "Which [block]?" in shown.err and "- the green one" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize("typing", ["typed\n"], indirect=True)
@pytest.mark.usefixtures("typing")
def test_given_answers_come_first_and_in_order() -> None:
    ask = Asking(["one", "two"])
    assert [ask(WHICH) for _ in range(3)] == ["one", "two", "typed"]


def test_nobody_is_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("typed\n"))
    assert Asking()(WHICH) is None
    monkeypatch.setattr(sys, "stdin", Terminal("typed\n"))
    assert Asking(terminal=False)(WHICH) is None
