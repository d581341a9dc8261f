"""Lessons on verbs: the table, libraries of near meanings, and goals that can be read and reached."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from grounding import Fact
from planner.goals.grammar import GoalGrammar
from planner.goals.lessons import rows
from planner.goals.lessons.rows import Lessons, concept_held_out, thing_allowed
from planner.goals.lessons.task import Task
from planner.goals.lessons.verb_scenes import PREPOSITIONS, VerbScene, fits_beside, make_verb_scene
from planner.goals.lessons.verb_table import KINDS, Word, names_of, regular, verbs
from planner.goals.lessons.verb_wishes import opposite_of
from planner.goals.lessons.verbs import VERB_FORMS, VerbTasks
from planner.goals.lessons.wordnet import WordNet, chosen, definition, table
from planner.goals.matching import WordMatcher
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Target
from planner.goals.vocabulary import Vocabulary
from planner.search import Plan, find_plan

MEANT_TO_FAIL = {"missing", "like", "unclear", "either", "no verb"}
"""Families whose goals name what is not there, or more than one thing."""


def drawer(seed: int) -> VerbTasks:
    return VerbTasks.drawn(np.random.default_rng((29, seed)), thing_allowed, concept_held_out)


def drawn(seeds: range, each: int) -> Iterator[tuple[Task, Vocabulary]]:
    for seed in seeds:
        tasks = drawer(seed)
        for _ in range(each):
            if task := tasks.draw():
                heard = " ".join([spoken(task.said), *map(spoken, task.earlier)])
                yield task, Vocabulary(tasks.m.setting.world, words_of(heard), tasks.m.vocabulary.forms)


def scenes(seeds: range) -> list[VerbScene]:
    return [make_verb_scene(np.random.default_rng((31, seed)), thing_allowed) for seed in seeds]


# -- the table ------------------------------------------------------------------------------------------------------


def test_the_table_is_whole() -> None:
    senses = [verb.sense for verb in verbs()]
    assert len(set(senses)) == len(senses) > 750
    for verb in verbs():
        assert verb.things and all(kind in PREPOSITIONS or names_of(kind) for kind in verb.things), verb.name
        assert all(text.count("{x}") == 1 for text in verb.said), verb.said
        assert len(verb.verbs) == len(verb.words)
    assert sum(bool(verb.said) for verb in verbs()) > 0.9 * len(senses)
    assert sum(len(verb.words) > 1 for verb in verbs()) > 0.25 * len(senses)
    assert sum(bool(verb.opposites) for verb in verbs()) > 100


@pytest.mark.parametrize(
    ("verb", "participle"),
    [("fold up", "folded up"), ("dry", "dried"), ("chop", "chopped"), ("glue", "glued"), ("unpin", "unpinned")],
)
def test_regular_participles(verb: str, participle: str) -> None:
    assert regular(verb) == participle


def test_a_particle_may_stand_behind_the_thing() -> None:
    assert Word("fold up", "folded up").around("the map") == "fold the map up"
    assert Word("dry clean", "dry cleaned").around("the coat") == "dry clean the coat"


# -- scenes ---------------------------------------------------------------------------------------------------------


def test_no_word_is_said_of_two_verbs_of_a_library() -> None:
    for scene in scenes(range(40)):
        for deed in scene.deeds:
            others = [other for other in scene.deeds if other is not deed]
            assert fits_beside(deed.verb, [other.verb for other in others])
            said = {*(word.verb for word in deed.words), *deed.general}
            assert not said & {word.verb for other in others for word in other.words}
            assert not set(deed.general) & {word for other in others for word in other.verb.general}


def test_what_undoes_a_verb_is_not_or_another_state() -> None:
    ways = Counter(
        ("not" if deed.undone.startswith("not ") else "other", deed.wanted.startswith("not "))
        for scene in scenes(range(60))
        for deed in scene.deeds
        if deed.undone
    )
    assert min(ways["not", False], ways["other", False], ways["other", True]) > 3
    assert not ways["not", True]


def test_things_that_are_held_out_do_not_occur() -> None:
    known = {name for kind in KINDS for name in names_of(kind)}
    for scene in scenes(range(30)):
        assert all(thing_allowed(name) for name in scene.setting.world.objects.values() if name in known)


# -- tasks ----------------------------------------------------------------------------------------------------------


def test_goals_can_be_read_and_most_can_be_reached() -> None:
    read, reached = Counter[str](), Counter[str]()
    for task, vocabulary in drawn(range(16), 5):
        if "[" in task.goal or task.family in MEANT_TO_FAIL:
            continue
        goal = GoalGrammar(vocabulary).parse(task.goal)
        assert str(goal) == task.goal
        read[task.family] += 1
        outcome = resolve(goal, vocabulary, WordMatcher()).outcome
        reached[task.family] += isinstance(outcome, Target) and isinstance(find_plan(vocabulary.world, outcome), Plan)
    assert read.total() > 35
    assert reached.total() >= 0.85 * read.total(), read - reached


def test_every_form_fits_some_scenes() -> None:
    found = Counter[str]()
    for seed in range(24):
        tasks = drawer(seed)
        found.update(name for name, (_, make) in VERB_FORMS.items() if make(tasks.wishes) is not None)
        assert set(VERB_FORMS) <= set(tasks.families)
    assert min(found[name] for name in VERB_FORMS) > 1, found


def test_what_is_undone_is_so_now() -> None:
    found = 0
    for seed in range(40):
        wishes = drawer(seed).wishes
        wish = wishes.undone() if any(deed.undone for deed in wishes.scene.deeds) else None
        if wish is not None and " -> " in wish.goal and len(wish.about) == 1:
            state = wish.goal.split(" -> ")[1]
            assert state in {deed.undone for deed in wishes.scene.deeds}
            assert not wishes.holds(state, wish.about[0])
            found += 1
    assert found > 8


def test_the_same_seed_draws_the_same_tasks() -> None:
    one, other = (drawer(5) for _ in range(2))
    assert one.setting.world == other.setting.world
    assert [one.draw() for _ in range(6)] == [other.draw() for _ in range(6)]


def test_states_turn_round() -> None:
    assert opposite_of("folded") == "not folded"
    assert opposite_of("not folded") == "folded"
    wishes = drawer(0).wishes
    fact = next(fact for fact in wishes.setting.world.facts if len(fact.arguments) == 1)
    assert wishes.holds(fact.predicate, fact.arguments[0])
    assert not wishes.holds(opposite_of(fact.predicate), fact.arguments[0])
    assert Fact(fact.predicate, fact.arguments) in wishes.setting.world.facts


def test_rows_hold_scenes_of_verbs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 < rows.VERBS < 1 - rows.AUTHORED
    monkeypatch.setattr(rows, "AUTHORED", 0.0)
    monkeypatch.setattr(rows, "VERBS", 1.0)
    row = Lessons(lambda text: [ord(c) for c in text], budget=2500, match_share=0.0).row(1)
    text = "".join(map(chr, row.tokens))
    assert "States: " in text and text.count("Goal:") > 1


# -- from WordNet -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gloss", "said"),
    [
        ('make (a surface) shine; "shine the silver, please"', "make {x} shine"),
        ('make or become smooth or smoother; "smooth the surface"', "make {x} smooth or smoother"),
        ('cover with tar or asphalt; "asphalt the driveway"', "cover {x} with tar or asphalt"),
        ('remove the bones from; "bone the turkey"', "remove the bones from {x}"),
        ('fasten with or as if with a rope; "rope the bag"', "fasten {x} with a rope"),
        ("cause to move faster", "cause {x} to move faster"),
        ("be in motion", "be {x} in motion"),
        ("cease", ""),
    ],
)
def test_definitions_have_a_gap_for_the_thing(gloss: str, said: str) -> None:
    assert definition(gloss) == said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data.verb").write_text(
        "  licence\n"
        "00000010 35 v 02 polish 0 shine 0 001 @ 00000030 v 0000 01 + 08 00 | make (a surface) shine\n"
        "00000020 35 v 01 freeze 0 001 ! 00000040 v 0101 01 + 08 00 | change to ice\n"
        "00000030 35 v 01 beautify 0 000 01 + 08 00 | make more beautiful\n"
        "00000040 35 v 02 thaw 0 melt 0 001 ! 00000020 v 0101 01 + 08 00 | become or cause to become soft\n"
    )
    (tmp_path / "index.verb").write_text(
        "  licence\n"
        "polish v 1 1 @ 1 1 00000010\nshine v 1 1 @ 1 1 00000010\nfreeze v 1 1 ! 1 1 00000020\n"
        "beautify v 1 0 1 1 00000030\nthaw v 1 1 ! 1 1 00000040\nmelt v 1 1 ! 1 1 00000040\n"
    )
    (tmp_path / "verb.exc").write_text("froze freeze\nfrozen freeze\nfreezing freeze\nshone shine\n")
    counts = "".join(f"{verb}%2:35:00:: 1 3\n" for verb in ("polish", "shine", "freeze", "beautify", "thaw", "melt"))
    (tmp_path / "cntlist.rev").write_text(counts)
    return tmp_path


def test_a_table_is_made_of_wordnet(folder: Path) -> None:
    text = table(WordNet(folder), "# none\nlamp: polish; freeze = turn {x} to ice\nliquid: freeze\n")
    head, freeze, polish = text.splitlines()
    assert head.split("\t")[:2] == ["sense", "verb"]
    assert polish.split("\t") == ["00000010", "polish", "shine/shone", "beautify", "", "make {x} shine", "lamp"]
    assert freeze.split("\t") == ["00000020", "freeze/frozen", "", "", "thaw; melt", "turn {x} to ice", "lamp; liquid"]


def test_opposites_can_be_chosen(folder: Path) -> None:
    text = table(WordNet(folder), "lamp: polish; freeze\nopposites: freeze / -; polish / thaw\n")
    assert [line.split("\t")[4] for line in text.splitlines()[1:]] == ["", "thaw; melt"]


def test_an_unknown_verb_is_named(folder: Path) -> None:
    with pytest.raises(ValueError, match="polish#2, fly"):
        chosen("lamp: polish; polish#2; fly", WordNet(folder))


def test_wordnet_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="wordnet-base"):
        WordNet(tmp_path)
