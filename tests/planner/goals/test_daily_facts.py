"""Facts of daily life beside a matcher's judgement."""

from collections.abc import Sequence

import pytest

from planner.goals.daily_facts import FactsMatcher, known


class Unsure:
    """A matcher that does not know."""

    def probabilities(self, phrase: str, names: Sequence[str]) -> dict[str, float]:
        return {name: 0.4 if "juice" in name else 0.6 for name in names}


@pytest.fixture
def matcher() -> FactsMatcher:
    return FactsMatcher(Unsure())


def test_what_is_written_down_decides_what_the_model_does_not_know(matcher: FactsMatcher) -> None:
    found = matcher.probabilities("fruits", ["apple", "red apple", "hammer"])
    assert found["apple"] > 0.9 and found["red apple"] > 0.9
    assert found["hammer"] < 0.1
    assert "'fruits' is said of apple, red apple" in matcher.told[0]


def test_small_words_and_the_plural_make_no_difference(matcher: FactsMatcher) -> None:
    assert matcher.probabilities("a fruit", ["hammer"]) == matcher.probabilities("fruits", ["hammer"])


@pytest.mark.parametrize(("phrase", "name"), [("that my aunt likes", "apple"), ("fruits", "zworp"), ("", "apple")])
def test_the_model_decides_about_what_nobody_wrote_down(matcher: FactsMatcher, phrase: str, name: str) -> None:
    assert matcher.probabilities(phrase, [name]) == {name: 0.6}
    assert not matcher.told


def test_a_sure_model_is_moved_but_keeps_its_order(matcher: FactsMatcher) -> None:
    class Sure:
        def probabilities(self, phrase: str, names: Sequence[str]) -> dict[str, float]:
            return {"apple": 0.9, "pear": 0.99}

    found = FactsMatcher(Sure()).probabilities("fruits", ["apple", "pear"])
    assert 0.9 < found["apple"] < found["pear"] < 1


@pytest.mark.parametrize(
    ("phrase", "name", "fits"),
    [
        ("drinks without caffeine", "espresso", False),
        ("drinks without caffeine", "bottled water", True),
        ("drinks without caffeine", "banana", False),
        ("salty snack", "banana", False),
        ("salty and crunchy", "banana", False),
        ("sour fruit", "lemon", True),
        ("snack that is not sweet", "gummy bears", False),
        ("purple elephant", "banana", None),
    ],
)
def test_a_noun_and_what_narrows_it_down(phrase: str, name: str, fits: bool | None) -> None:
    assert known(phrase, name) is fits
