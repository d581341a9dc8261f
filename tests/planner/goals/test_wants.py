"""Indirect wants: their goals can be read, and what a library can do is never refused."""

import re

import numpy as np
import pytest

from planner.goals.grammar import GoalGrammar
from planner.goals.lessons.clauses import Wishes
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.trades import PAIRS, PRODUCTS, SWITCHES, TRADES
from planner.goals.lessons.wants import WANTS
from planner.goals.prompt import spoken, words_of
from planner.goals.vocabulary import Vocabulary


@pytest.mark.parametrize("family", WANTS)
def test_goals_can_be_read(family: str) -> None:
    read = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        mentions = Mentions(make_setting(rng), rng)
        wish = WANTS[family][1](Wishes(mentions))
        if wish is not None:
            heard = words_of(spoken(wish.said))
            grammar = GoalGrammar(Vocabulary(mentions.setting.world, heard, mentions.vocabulary.forms))
            assert str(grammar.parse(wish.goal)) == wish.goal
            assert not re.search(r"[{}]", wish.said)
            read += 1
    assert read or family == "open one"


def test_trades_are_complete() -> None:
    for trade in [*TRADES, *(trade for pair in PAIRS for trade in pair)]:
        assert trade.verbs and trade.state and trade.done and trade.kinds and trade.sense, trade
        assert trade.state != trade.opposite
        for hint in trade.hints:
            assert hint.count("{x}") <= 1, hint


def test_machines_are_listed_once() -> None:
    assert len(SWITCHES) == sum(len(product.machines) for product in PRODUCTS.values())


def test_predicates_have_one_number_of_arguments() -> None:
    for seed in range(150):
        setting = make_setting(np.random.default_rng(seed))
        arity: dict[str, int] = {}
        for skill in setting.world.library:
            for atom in (*skill.change.add, *skill.change.remove):
                assert arity.setdefault(atom.predicate, len(atom.terms)) == len(atom.terms), atom
