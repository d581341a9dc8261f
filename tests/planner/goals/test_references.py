"""Lessons about references: their goals can be read, and come to the things that are meant."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.lessons.clauses import Wish, Wishes, smoothed
from planner.goals.lessons.concepts import SYNONYMS
from planner.goals.lessons.forms import FORMS
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.references import REFERENCES
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.matching import shares_head
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Target
from planner.goals.vocabulary import Vocabulary
from skills.conditions import Atom, Condition, Not

GENERIC = {"machine", "machines", "device", "devices", "appliance", "appliances"}


class Words:
    """Fits names by their last words, and every name to a word for machines."""

    def probabilities(self, phrase: str, names: Sequence[str]) -> Mapping[str, float]:
        return {
            name: float(phrase in GENERIC or SYNONYMS.get(phrase) == name or shares_head(phrase, name))
            for name in names
        }


def made(seeds: range) -> Iterator[tuple[str, Wish, Vocabulary]]:
    for seed in seeds:
        rng = np.random.default_rng(seed)
        mentions = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
        for family, (_, make) in REFERENCES.items():
            wish = make(Wishes(mentions))
            if wish is not None:
                words = words_of(spoken(smoothed(wish.said)))
                yield family, wish, Vocabulary(mentions.setting.world, words, mentions.vocabulary.forms)


def changed(condition: Condition) -> set[str]:
    """Ids that a condition says something of."""
    if isinstance(condition, Atom):
        return set(condition.terms[:1])
    parts = (condition.part,) if isinstance(condition, Not) else condition.parts
    return {id for part in parts for id in changed(part)}


def test_goals_can_be_read_and_are_about_what_is_meant() -> None:
    right, wrong = Counter[str](), Counter[str]()
    for family, wish, vocabulary in made(range(100)):
        try:
            outcome = resolve(GoalGrammar(vocabulary).parse(wish.goal), vocabulary, Words()).outcome
        except GoalError:
            wrong[family] += 1
            continue
        meant = isinstance(outcome, Target) and (
            not wish.about or {id for stage in outcome.stages for id in changed(stage)} <= set(wish.about)
        )
        (right if meant else wrong)[family] += 1
    assert not set(REFERENCES) - set(right)
    assert wrong.total() < 0.05 * right.total(), wrong


def test_no_gap_of_a_phrase_stays_open() -> None:
    assert not [wish.said for _, wish, _ in made(range(200, 220)) if "{" in wish.said or "  " in wish.said]


def test_the_families_are_among_the_forms() -> None:
    assert set(REFERENCES) <= set(FORMS)
