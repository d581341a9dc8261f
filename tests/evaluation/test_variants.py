"""Which attempts a variant consists of; nobody makes them here."""

from pathlib import Path

import pytest

from evaluation.attempts import AttemptSpec
from evaluation.situations import EVALUATION_SEED, SituationSpec
from evaluation.trials import displaceable
from evaluation.variants import VARIANTS, cases, scene_for, situations, skills_of, variants_of
from grounding.parts import split_name
from simulation.lessons import HELD_OUT, TEACHINGS, TRAINING_STOCK
from simulation.shapes import NOVEL_COLOURS, NOVEL_SHAPES

NUDGE = """
from dataclasses import replace

from simulation.lessons import TEACHINGS

SKILL = replace(TEACHINGS["pick_up"].skill, name="nudge", template="nudge the {object}")
TEACHING = replace(TEACHINGS["pick_up"], skill=SKILL, wordings=(), novel={})
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "nudge.py"
    path.write_text(NUDGE)
    return path


def test_each_skill_has_the_variants_that_make_sense_for_it() -> None:
    assert variants_of("pick_up", "tabletop") == VARIANTS
    assert variants_of("put_on", "tabletop10")[:2] == ("standard", "tower")
    assert variants_of("press", "tabletop10") == ("standard", "wordings")
    assert "displaced" in variants_of("push_to", "tabletop10")
    assert "displaced" not in variants_of("take_out", "tabletop10")
    assert {"held_out", "novel_shapes"} <= set(variants_of("put_in_drawer", "tabletop10"))
    assert all(variants_of(skill, "tabletop10")[0] == "standard" for skill in TEACHINGS)


def test_the_plainest_scene_that_has_a_skill_is_its_own() -> None:
    assert scene_for("pick_up", None) == "tabletop"
    assert scene_for("press", None) == scene_for(None, None) == scene_for("pick_up", "tabletop10") == "tabletop10"
    with pytest.raises(ValueError, match="unknown scene 'moon'; choose from: tabletop, tabletop10"):
        scene_for("press", "moon")


def test_a_persons_own_skill_is_tried_like_any_other(file: Path) -> None:
    assert skills_of("tabletop10", [file])[-1] == "nudge"
    kinds = TEACHINGS["pick_up"].kinds[1:]
    assert variants_of("nudge", "tabletop10", [file]) == ("standard", *kinds, "held_out", "displaced")
    assert scene_for("nudge", None, [file]) == "tabletop10"
    with pytest.raises(ValueError, match="taught in the scene tabletop10, not in tabletop"):
        scene_for("nudge", "tabletop", [file])
    attempt = cases("nudge", "standard", 1, EVALUATION_SEED, "tabletop10", files=[file])[0].build()
    attempt.world.close()
    assert attempt.command == f"nudge the {attempt.target}"


def test_seeds_count_up_and_stocks_and_kinds_are_those_of_the_variant() -> None:
    def specs(skill: str, variant: str) -> list[AttemptSpec | SituationSpec]:
        return [case.spec for case in cases(skill, variant, 3, EVALUATION_SEED, "tabletop10")]

    assert specs("put_on", "tower") == [
        AttemptSpec(EVALUATION_SEED + i, "put_on", "tower", TRAINING_STOCK) for i in range(3)
    ]
    shapes, colours = specs("pick_up", "novel_shapes")[0], specs("pick_up", "novel_colours")[0]
    assert isinstance(shapes, AttemptSpec) and isinstance(colours, AttemptSpec)
    assert (shapes.stock.shapes, colours.stock.colours) == (NOVEL_SHAPES, tuple(NOVEL_COLOURS))
    plain = cases("pick_up", "held_out", 1, EVALUATION_SEED, "tabletop")[0].spec
    assert plain == SituationSpec(EVALUATION_SEED, "pick_up", "clean", "held_out")


@pytest.mark.parametrize("skill", ["pick_up", "put_in_drawer"])
def test_held_out_combinations_are_named(skill: str) -> None:
    attempt = cases(skill, "held_out", 1, EVALUATION_SEED + 1, "tabletop10")[0].build()
    attempt.world.close()
    assert {split_name(id) for id in attempt.call.arguments.values()} & HELD_OUT


def test_wordings_take_turns_and_are_those_held_out() -> None:
    said = [case.wording for case in cases("press", "wordings", 3, EVALUATION_SEED, "tabletop10")]
    assert said[0] == said[2] != said[1]
    assert "{button}" in str(said[0]) and said[0] not in TEACHINGS["press"].lesson.wordings


@pytest.mark.parametrize(
    ("skill", "variant", "message"),
    [
        ("fly", "standard", "unknown skill 'fly'; choose from: pick_up, put_in"),
        ("press", "displaced", "unknown variant 'displaced' of press; choose from: standard, wordings"),
    ],
)
def test_what_cannot_be_tried_is_refused_with_what_can(skill: str, variant: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cases(skill, variant, 1, EVALUATION_SEED, "tabletop10")


def test_files_of_attempts_do_not_collide() -> None:
    every = [c for s in TEACHINGS for v in variants_of(s, "tabletop10") for c in cases(s, v, 2, 7, "tabletop10")]
    every += [c for s in skills_of("tabletop") for v in VARIANTS for c in cases(s, v, 2, 7, "tabletop")]
    assert len({case.file for case in every}) == len(every)


def test_every_kind_of_situation_of_the_ten_skills_is_tried() -> None:
    made = {(case.spec.skill, case.spec.kind) for case in situations("tabletop10", EVALUATION_SEED, 2, 1)}
    assert made == {(name, kind) for name, t in TEACHINGS.items() for kind in (*t.kinds, *t.infeasible)}


@pytest.mark.parametrize(("skill", "free"), [("put_in", True), ("take_out", False)])
def test_only_what_stands_free_is_displaced(skill: str, free: bool) -> None:
    attempt = AttemptSpec(EVALUATION_SEED, skill).build()
    assert displaceable(attempt) == free
    attempt.world.close()
