"""Lessons on refusing and on guards: goals that can be read, and at least twice as much harmless as refused."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

import numpy as np
import pytest

from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.lessons.agreement import agreement
from planner.goals.lessons.clauses import Wish, Wishes
from planner.goals.lessons.guards import GUARDS
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.refusals import FIERCE_TRADES, HARMS, REFUSALS
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.things import kind_of, members
from planner.goals.lessons.trades import MACHINES, OPENABLES, PAIRS, SURFACES, SWITCHES, TRADES
from planner.goals.prompt import spoken, words_of
from planner.goals.vocabulary import Vocabulary

FAMILIES = GUARDS | REFUSALS


@cache
def made() -> tuple[tuple[str, Wish, Vocabulary], ...]:
    """Wishes of all families in 32 scenes."""
    return tuple(_made(range(32)))


def _made(seeds: range) -> Iterator[tuple[str, Wish, Vocabulary]]:
    for seed in seeds:
        rng = np.random.default_rng((5, seed))
        mentions = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
        for name, (_, maker) in FAMILIES.items():
            if (wish := maker(Wishes(mentions))) is not None:
                heard = words_of(spoken(wish.said.replace("@", "")))
                yield name, wish, Vocabulary(mentions.setting.world, heard, mentions.vocabulary.forms)


def test_goals_can_be_read_and_no_gap_is_left() -> None:
    counts, unreadable = Counter[str](), 0
    for name, wish, vocabulary in made():
        counts[name] += 1
        assert "{" not in wish.said and "  " not in wish.said.strip(), wish.said
        try:
            assert str(GoalGrammar(vocabulary).parse(wish.goal)) == wish.goal
        except GoalError:
            unreadable += 1
    assert set(counts) >= set(FAMILIES) - {"not started", "heated well"}
    assert unreadable < 0.02 * counts.total()


def test_what_is_harmless_outweighs_what_is_refused() -> None:
    refused = sum(REFUSALS[name][0] for name in ("harmful", "carried away", "beyond reach"))
    assert sum(weight for weight, _ in REFUSALS.values()) - refused >= 2 * refused


@pytest.mark.parametrize("name", ["fierce trade", "fierce move", "hyperbole", "chatter", "out of reach"])
def test_fierce_words_alone_are_no_reason_to_refuse(name: str) -> None:
    assert not [wish for family, wish, _ in made() if family == name and wish.goal.startswith("refuse")]


def test_tables_speak_of_what_scenes_hold() -> None:
    fixed = {name for group in OPENABLES for name in group} | {*SWITCHES, *SURFACES, *MACHINES}
    assert set(FIERCE_TRADES) <= {trade.done for trade in (*TRADES, *chain(*PAIRS))}
    for harm in HARMS:
        assert not harm.x or members(harm.x) & set(kind_of()), harm
        assert not harm.y or members(harm.y) & set(kind_of()), harm
        assert not harm.fixture or {name.strip() for name in harm.fixture.split(",")} <= fixed, harm


def test_small_words_agree() -> None:
    assert agreement(Mention("the scissors", "", ()))["is"] == "are"
    assert agreement(Mention("the glass", "", ()))["is"] == "is"
    assert agreement(Mention("every cup", "", (), True))["is"] == "is"
