import pytest

from evaluation.situations import (
    EVALUATION_SEED,
    FEASIBLE_KINDS,
    HELD_OUT,
    SKILLS,
    Kind,
    SituationSpec,
    check_training_seed,
    is_feasible,
    kinds,
)
from simulation.shapes import CATEGORIES, COLOURS

ALL = [(skill, kind) for skill in SKILLS for kind in kinds(skill)]


@pytest.mark.parametrize(("skill", "kind"), ALL)
def test_a_situation_is_what_its_kind_says(skill: str, kind: Kind) -> None:
    situation = SituationSpec(7, skill, kind).build()
    truth, there = situation.world.privileged.truth(), set(situation.world.bodies)
    situation.world.close()
    assert situation.feasible == (kind in FEASIBLE_KINDS)
    assert is_feasible(truth, situation.call) in ((True, None) if kind == "near_miss" else (situation.feasible,))
    if kind.endswith("_absent"):
        assert set(situation.arguments.values()) - there == {situation.arguments[kind.removesuffix("_absent")]}
    else:
        assert set(situation.arguments.values()) <= there
    held = {"hand_empty": None, "already_held": situation.arguments["object"]}
    if kind in ("hand_full", "wrong_object_in_hand"):
        assert truth.held not in (None, situation.arguments["object"])
    elif not kind.endswith("_absent"):
        expected = None if skill == "pick_up" else situation.arguments["object"]
        assert truth.held == held.get(kind, expected)


def test_the_same_seed_gives_the_same_situation() -> None:
    first, again, other = (SituationSpec(seed, "put_on", "clutter").build() for seed in (3, 3, 4))
    hashes = [situation.world.state_hash() for situation in (first, again, other)]
    for situation in (first, again, other):
        situation.world.close()
    assert hashes[0] == hashes[1] != hashes[2]
    assert first.command == again.command


@pytest.mark.parametrize("skill", SKILLS)
@pytest.mark.parametrize("seed", range(3))
def test_held_out_combinations_are_named_only_when_asked_for(skill: str, seed: int) -> None:
    seen = SituationSpec(seed, skill).build()
    novel = SituationSpec(seed, skill, combinations="held_out").build()
    there = {(o.colour, o.category) for o in seen.world.spec.objects}
    named = {tuple(name.split()) for name in novel.arguments.values()}
    seen.world.close()
    novel.world.close()
    assert not there & HELD_OUT
    assert named & HELD_OUT


def test_what_is_held_out_exists_and_leaves_the_plain_colours_alone() -> None:
    assert all(colour in COLOURS and category in CATEGORIES for colour, category in HELD_OUT)
    assert not {colour for colour, _ in HELD_OUT} & {"red", "green", "blue", "yellow"}


def test_evaluation_seeds_are_refused_for_training() -> None:
    assert check_training_seed(EVALUATION_SEED - 1) == EVALUATION_SEED - 1
    with pytest.raises(ValueError, match="900000 is kept for evaluation"):
        check_training_seed(EVALUATION_SEED)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (("pick_up", "support_absent", "seen"), "unknown kind of situation for pick_up 'support_absent'; choose from"),
        (("pour", "clean", "seen"), "unknown skill 'pour'; choose from: pick_up, put_in, put_on"),
        (("pick_up", "clean", "new"), "unknown combinations 'new'; choose from: seen, held_out, any"),
    ],
)
def test_errors_name_the_choices(spec: tuple[str, Kind, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        SituationSpec(0, spec[0], spec[1], spec[2]).build()  # type: ignore[arg-type]
