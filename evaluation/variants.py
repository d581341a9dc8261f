"""In which ways a skill is tried: in scenes as usual, with other words, other things, or with things moved on the way.

- ``standard``: the usual kind of situation and the canonical command, things as in training;
- a further kind of feasible situations by its name, e.g. ``tower`` or ``ajar``;
- ``wordings``: sentences never trained on;
- ``held_out``: the command names a combination of colour and category never trained on;
- ``novel_shapes``, ``novel_colours``: things of shapes or in colours never trained on; a shape that nobody knows by
  name is the only such thing of its colour;
- ``displaced``: the target is moved by 5 cm when the hand comes near it.
"""

from collections.abc import Sequence
from pathlib import Path

from evaluation.attempts import AttemptSpec
from evaluation.situations import FEASIBLE_KINDS, INFEASIBLE_KINDS, SKILLS, SituationSpec
from evaluation.trials import Case, taught
from simulation.lessons import HELD_OUT, TRAINING_STOCK, curriculum
from simulation.shapes import SHAPES
from simulation.teaching import Stock, Teaching, find_teaching
from skills.builtin.wordings10 import HELD_OUT_WORDINGS as FURTHER_WORDINGS
from skills.language import HELD_OUT_WORDINGS

SCENES = ("tabletop", "tabletop10")
VARIANTS = ("standard", "wordings", "held_out", "displaced")
"""Of the plain table-top's skills."""


def scene_for(skill: str | None, scene: str | None, files: Sequence[Path] = ()) -> str:
    """The scene in which skills are tried: the one that is asked for, else the plainest that has the skill.

    Args:
        skill: which; None: all.
        scene: one of ``SCENES``, if one is asked for.
        files: Python files of a person's own teachings.

    Raises:
        ValueError: unknown scene, or one in which nobody can teach.
    """
    if scene is None:
        return "tabletop" if skill in SKILLS and not files else "tabletop10"
    if scene not in SCENES:
        raise ValueError(f"unknown scene {scene!r}; choose from: {', '.join(SCENES)}")
    if files and scene != "tabletop10":
        raise ValueError(f"skills of files are taught in the scene tabletop10, not in {scene}")
    return scene


def skills_of(scene: str, files: Sequence[Path] = ()) -> tuple[str, ...]:
    """Names of the skills that are tried in a scene."""
    return SKILLS if scene == "tabletop" else tuple(taught(tuple(files)))


def variants_of(skill: str, scene: str, files: Sequence[Path] = ()) -> tuple[str, ...]:
    """The ways in which a skill can be tried in a scene, the standard one first.

    Raises:
        ValueError: unknown skill; the message names those that there are.
    """
    if skill not in skills_of(scene, files):
        raise ValueError(f"unknown skill {skill!r}; choose from: {', '.join(skills_of(scene, files))}")
    if scene == "tabletop":
        return VARIANTS
    teaching = find_teaching(skill, taught(tuple(files)))
    found = ["standard", *teaching.kinds[1:]]
    found += ["wordings"] if held_out_wordings(skill) else []
    found += ["held_out"] if _names(teaching, [" ".join(pair) for pair in HELD_OUT]) else []
    found += list(teaching.novel)
    return (*found, "displaced") if _goes_to_a_thing(teaching) else tuple(found)


def held_out_wordings(skill: str) -> tuple[str, ...]:
    """Sentences for a skill that no training has seen; none for a person's own."""
    return HELD_OUT_WORDINGS.get(skill, ()) or FURTHER_WORDINGS.get(skill, ())


def _names(teaching: Teaching, things: Sequence[str]) -> bool:
    """Whether a command can name one of some things."""
    fits = curriculum().fits
    return any(fits(thing, type) for thing in things for type in teaching.skill.parameters.values())


def _goes_to_a_thing(teaching: Teaching) -> bool:
    """Whether the hand goes to a thing that lies free, as far as the skill's parameters tell."""
    fits, types = curriculum().fits, teaching.skill.parameters.values()
    things = all(any(fits(category, type) for category in SHAPES) for type in types)
    return things and teaching.goes_to in {f"{{{name}}}" for name in teaching.skill.parameters}


def cases(
    skill: str,
    variant: str,
    episodes: int,
    seed: int,
    scene: str,
    robot: str = "panda",
    *,
    wordings: Sequence[str] | None = None,
    files: Sequence[Path] = (),
) -> list[Case]:
    """The attempts of one variant, their seeds counting up from ``seed``.

    Args:
        skill: one of ``skills_of(scene, files)``.
        variant: one of ``variants_of(skill, scene, files)``.
        episodes: how many, at least one.
        seed: of the first.
        scene: one of ``SCENES``.
        robot: which robot.
        wordings: templates for ``wordings``; those held out from training if not given.
        files: Python files of a person's own teachings.

    Raises:
        ValueError: an unknown skill or variant, or no episode; the message names the valid ones.
    """
    known = variants_of(skill, scene, files)
    if variant not in known and not (variant == "wordings" and wordings):
        raise ValueError(f"unknown variant {variant!r} of {skill}; choose from: {', '.join(known)}")
    if episodes < 1:
        raise ValueError(f"{episodes} episodes; give at least 1")
    templates: Sequence[str | None] = (None,)
    if variant == "wordings":
        templates = wordings or held_out_wordings(skill)
    made = [_spec(skill, variant, seed + i, scene, robot, files) for i in range(episodes)]
    return [Case(spec, variant, templates[i % len(templates)], tuple(files)) for i, spec in enumerate(made)]


def _spec(
    skill: str, variant: str, seed: int, scene: str, robot: str, files: Sequence[Path]
) -> SituationSpec | AttemptSpec:
    if scene == "tabletop":
        return SituationSpec(seed, skill, "clean", "held_out" if variant == "held_out" else "seen", robot)
    teaching = find_teaching(skill, taught(tuple(files)))
    kind = variant if variant in teaching.kinds[1:] else teaching.kinds[0]
    if variant == "held_out":
        return AttemptSpec(seed, skill, kind, Stock(), robot, naming=HELD_OUT)
    return AttemptSpec(seed, skill, kind, teaching.novel.get(variant, TRAINING_STOCK), robot)


def situations(
    scene: str, seed: int, feasible: int, infeasible: int, robot: str = "panda", files: Sequence[Path] = ()
) -> list[Case]:
    """So many attempts in each feasible and in each infeasible kind of situation, for each skill of a scene."""
    found: list[tuple[str, str]] = []
    for skill in skills_of(scene, files):
        good, bad = kinds_of(skill, scene, files)
        found += [(skill, kind) for kind in good for _ in range(feasible)]
        found += [(skill, kind) for kind in bad for _ in range(infeasible)]
    return [in_situation(skill, kind, seed + i, scene, robot, files) for i, (skill, kind) in enumerate(found)]


def in_situation(
    skill: str, kind: str, seed: int, scene: str, robot: str = "panda", files: Sequence[Path] = ()
) -> Case:
    """One attempt in a kind of situation."""
    if scene == "tabletop":
        return Case(SituationSpec(seed, skill, kind, "seen", robot))  # type: ignore[arg-type]
    return Case(AttemptSpec(seed, skill, kind, TRAINING_STOCK, robot), files=tuple(files))


def kinds_of(skill: str, scene: str, files: Sequence[Path] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kinds of situations in which a skill is tried: feasible ones, then infeasible ones."""
    if scene == "tabletop":
        return FEASIBLE_KINDS, INFEASIBLE_KINDS[skill]
    teaching = find_teaching(skill, taught(tuple(files)))
    return teaching.kinds, teaching.infeasible
