"""Lessons: goals that can be read and fulfilled, nothing that is kept for measuring, rows that share beginnings."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from planner.goals.course import excluded_sentences
from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.lessons import phrases as say
from planner.goals.lessons.clauses import Wishes
from planner.goals.lessons.concepts import SYNONYMS, concepts
from planner.goals.lessons.matches import draw_match, phrases_of
from planner.goals.lessons.mentions import Mentions, base_name
from planner.goals.lessons.rows import Lessons, Row, concept_held_out, fingerprint, goal_tokens, thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.speech import gerund, slip
from planner.goals.lessons.tasks import Task, Tasks
from planner.goals.lessons.things import kind_of, kinds, members
from planner.goals.matching import plural, shares_head
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Question, Refusal, Target
from planner.goals.vocabulary import Vocabulary

ROOT = Path(__file__).parents[3]
SUITES = [*(ROOT.parent / "shared/suites/dev").glob("*.jsonl"), *(ROOT / "evaluation/suites").rglob("*.jsonl")]


class Omniscient:
    """Answers from the table that the lessons are made from."""

    def __init__(self) -> None:
        self.meant = {phrase: concept for concept in concepts().values() for phrase in phrases_of(concept)}

    def probabilities(self, phrase: str, names: list[str]) -> dict[str, float]:
        concept = self.meant.get(phrase)
        if concept is not None:
            return {name: float(base_name(name) in concept.true) for name in names}
        return {name: float(SYNONYMS.get(phrase) == name or shares_head(phrase, name)) for name in names}


def drawn(seeds: range, each: int = 10, family: str = "") -> Iterator[tuple[Task, Vocabulary]]:
    for seed in seeds:
        rng = np.random.default_rng(seed)
        mentions = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
        tasks = Tasks(mentions)
        for _ in range(each):
            task = tasks.families[family][1]() if family else tasks.draw()
            if task is not None:
                heard = " ".join(
                    [spoken(task.said), *(spoken(e.answer) for e in task.exchanges), *map(spoken, task.earlier)]
                )
                yield task, Vocabulary(mentions.setting.world, words_of(heard), mentions.vocabulary.forms)


def characters(text: str) -> list[int]:
    return [ord(c) for c in text]


def test_nearly_every_goal_can_be_read() -> None:
    readable = []
    for task, vocabulary in drawn(range(60)):
        try:
            readable.append(str(GoalGrammar(vocabulary).parse(task.goal)) == task.goal)
        except GoalError:
            readable.append(False)
    assert sum(readable) > 0.95 * len(readable) > 200


@pytest.mark.parametrize(
    ("family", "wanted"),
    [("single", Target), ("order", Target), ("refuse", Refusal), ("missing", Refusal), ("vague", Question)],
)
def test_goals_come_to_what_their_family_says(family: str, wanted: type[object]) -> None:
    matcher, found = Omniscient(), []
    for task, vocabulary in drawn(range(40), 1, family):
        with suppress(GoalError):
            goal = GoalGrammar(vocabulary).parse(task.goal)
            found.append(isinstance(resolve(goal, vocabulary, matcher).outcome, wanted))
    assert len(found) > 10
    assert sum(found) >= 0.9 * len(found)


def test_no_sentence_of_a_suite_is_taught() -> None:
    sentences = {
        json.loads(line)["instruction"]
        for path in SUITES
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    }
    if not sentences:
        pytest.skip("no suites here")
    kept = {fingerprint(sentence) for sentence in sentences}
    missing = kept - excluded_sentences()
    assert not missing, f"{len(missing)} sentences are not in excluded.txt; add them with planner.goals.course.exclude"
    lessons = Lessons(characters, excluded=excluded_sentences())
    taught = {fingerprint(task.said) for task, vocabulary in drawn(range(100, 160)) if lessons.allows(task, vocabulary)}
    assert len(taught) > 150
    assert not taught & kept


def test_an_excluded_sentence_is_left_out() -> None:
    task, vocabulary = next(drawn(range(5), family="single"))
    assert Lessons(characters).allows(task, vocabulary)
    assert not Lessons(characters, excluded=frozenset({fingerprint(task.said)})).allows(task, vocabulary)


def test_what_is_held_out_does_not_occur() -> None:
    rng = np.random.default_rng(0)
    held_phrases = {p for key, c in concepts().items() if concept_held_out(key) for p in phrases_of(c)}
    taught_phrases = {p for key, c in concepts().items() if not concept_held_out(key) for p in phrases_of(c)}
    held_things = {name for name in kind_of() if not thing_allowed(name)}
    assert len(held_phrases) > 15 and len(held_things) > 40
    for _ in range(300):
        match = draw_match(rng, thing_allowed, concept_held_out)
        assert match.phrase not in held_phrases - taught_phrases - set(SYNONYMS) - set(kind_of())
        assert not {name for name, _ in match.answers} & held_things


def test_concepts_speak_of_known_things() -> None:
    for concept in concepts().values():
        assert concept.true <= set(kind_of()), concept.name
        assert not concept.true & concept.maybe


def test_no_thing_is_listed_twice_and_no_kind_hides_a_thing_of_another() -> None:
    names = [name for things in kinds().values() for name in things]
    assert len(names) == len(set(names)) > 2000
    assert all(name == name.lower().strip() and len(name.split()) <= 4 for name in names)
    assert all(kind_of()[name] == name for name in kind_of() if name in kinds())


@pytest.mark.parametrize(
    ("concept", "fits", "arguable", "unfit"),
    [
        ("caffeine", "cola can", "cup of cocoa", "decaf coffee"),
        ("hot drink", "decaf coffee", "bubble tea", "iced latte"),
        ("citrus", "mandarin", "lemon cake", "apple"),
        ("wound", "plasters", "medical tape", "torch"),
        ("light", "torch", "light bulb", "mandarin"),
        ("tool", "spanner", "rake", "cheeseburger"),
        ("recycle", "empty soda can", "magazine", "used tissue"),
    ],
)
def test_a_concept_is_true_of_some_things(concept: str, fits: str, arguable: str, unfit: str) -> None:
    known = concepts()[concept]
    assert {fits, arguable, unfit} <= set(kind_of())
    assert fits in known.true and arguable in known.maybe and unfit not in known.true | known.maybe


def test_members_add_and_take_away() -> None:
    assert members("coffee, -espresso") == members("coffee") - {"espresso"}
    assert "apple" in members("produce")
    assert members("everything, -coffee") == set(kind_of()) - members("coffee")


@pytest.mark.parametrize(
    ("verb", "said"),
    [("put it", "putting it"), ("move", "moving"), ("free x", "freeing x"), ("carry", "carrying"), ("tie", "tying")],
)
def test_gerunds(verb: str, said: str) -> None:
    assert gerund(verb) == said


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("mug", "mugs"),
        ("bottle of water", "bottles of water"),
        ("brush", "brushes"),
        ("berry", "berries"),
        ("nuts", "nuts"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_a_slip_changes_little() -> None:
    rng = np.random.default_rng(0)
    assert all(abs(len(slip("kitchen", rng)) - 7) <= 1 for _ in range(50))


def test_rows_are_the_same_every_time_and_differ_from_each_other() -> None:
    lessons = Lessons(characters, budget=3000)
    assert lessons.row(3).tokens == lessons.row(3).tokens
    assert lessons.row(3).tokens != lessons.row(4).tokens


def test_a_row_shows_a_goal_after_its_request_and_nothing_of_its_neighbours() -> None:
    row = Lessons(characters, budget=3000, match_share=0.0).row(0)
    sees = row.mask()
    roots = [n for n, parent in enumerate(row.parents) if parent == -1]
    first, second = (n for n, parent in enumerate(row.parents) if parent == roots[0] and n - roots[0] <= 2)
    segment = np.array(row.segment)
    assert not sees[segment == second][:, segment == first].any()
    assert sees[segment == second][:, segment == roots[0]].all()
    text = "".join(chr(t) for t in np.array(row.tokens)[segment == first])
    goal = "".join(chr(token) for place, token in row.goal_targets if segment[place] == first)
    assert text.startswith("Say:") or text.startswith("Earlier:")
    assert f"Goal:{goal}" == text[text.index("Goal:") :] + "\n"


def test_positions_go_on_from_the_root() -> None:
    row = Row()
    root = row.add([1, 2, 3])
    row.add([4, 5], root)
    row.add([6], root)
    assert row.positions == [0, 1, 2, 3, 4, 3]
    assert row.trees() == [(slice(0, 3), [slice(3, 5), slice(5, 6)])]


def test_goal_tokens_end_with_a_newline() -> None:
    assert goal_tokens("a b", characters) == [*map(ord, " a b\n")]


def test_no_hand_is_to_be_empty_where_no_state_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Vocabulary, "states", {"carrying": 1})
    for number in range(40):
        rng = np.random.default_rng((15, number))
        m = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
        if m.setting.movables and m.setting.holding:
            wishes = [Wishes(m).held() for _ in range(20)]
            assert not any(wish.said in say.EMPTY_HAND for wish in wishes if wish)
