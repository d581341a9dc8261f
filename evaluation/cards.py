"""Puts trained weights into the ``weights`` room, each with a card that holds its held-out figures."""

from collections.abc import Mapping
from pathlib import Path

from torch import Tensor

import weights
from evaluation.affordances import FIRST_SEED, AffordanceReport, evaluate_affordances
from evaluation.planning import evaluate_planner
from evaluation.planning_suite import HELD_OUT, load_planning_suite, shipped_suites
from evaluation.situations import SKILLS
from evaluation.skills import SkillReport, Variant, evaluate_skill
from weights import Card

COMMAND = "make weights"
SEED = 0
VARIANTS: tuple[Variant, ...] = ("standard", "wordings", "held_out", "displaced")

_ABOUT: Mapping[str, tuple[str, str, str]] = {
    "grounder": (
        "Finds objects in one RGB-D image: category, colour and centre of what every second pixel shows.",
        "Simulator masks of 26,400 still views of random table-top scenes (seeds 1000, 3000 and 5000 upwards)",
        "Knows eight colours and four categories from one fixed viewpoint; objects mostly hidden are missed; it needs "
        "depth.",
    ),
    "vla": (
        "Carries out pick_up, put_in and put_on from one RGB-D image, proprioception and words.",
        "1,860 scripted demonstrations (seeds 20000 upwards), 360 episodes of DAgger corrections (seeds 40000 "
        "upwards) and the still views that show nothing held out",
        "Table-top Panda, fingers pointing down; new synonyms and things other than blocks and bowls are not learned.",
    ),
    "value": (
        "P(success) of a command if it were begun now, from one RGB-D image and proprioception.",
        "Outcomes of 3,000 attempts, 1,200 of them by earlier policies, in feasible and infeasible situations (seeds "
        "60000 and 65000 upwards), without those with shaking hands",
        "Valid for the policy it was trained with; Platt-scaled on held-back rollouts of the same kinds.",
    ),
    "detector": (
        "Whether a command has been carried out, from RGB-D images before and after.",
        "Moments at the end and on the way of the same 3,000 attempts, some with shaking hands (seeds 60000 and 65000 "
        "upwards)",
        "Sees the front camera only; what the arm hides at the moment of judgement cannot be seen.",
    ),
}


def publish(folder: Path, figures: Mapping[str, Mapping[str, float]], into: Path | None = None) -> None:
    """Write every trained network of ``folder`` to the weights room.

    Args:
        folder: of the pipeline, with ``NAME.pt`` for each.
        figures: held-out results, by name of the weights.
        into: where to write; the weights directory if not given.
    """
    for name, (purpose, data, limits) in _ABOUT.items():
        trained = weights.read_checkpoint(folder / f"{name}.pt")
        card = Card(purpose, data, COMMAND, SEED, trained["cpu_minutes"], figures.get(name, {}), limits)
        weights.save(name, trained["weights"], card, folder=into)


def measure(folder: Path, episodes: int = 100, workers: int = 2) -> dict[str, dict[str, float]]:
    """Held-out figures of the published weights, by name; from seeds that no training has used."""
    skills = [evaluate_skill(s, episodes=episodes, variant=v, workers=workers) for s in SKILLS for v in VARIANTS]
    affordances = evaluate_affordances(FIRST_SEED, folder / "evaluation", workers)
    return {"vla": _policy_figures(skills), **_affordance_figures(affordances)}


def _policy_figures(reports: list[SkillReport]) -> dict[str, float]:
    return {f"{r.skill}, {r.variant}: success": r.rate for r in reports} | {
        f"{r.skill}: wrong object": r.wrong_object for r in reports if r.variant == "standard"
    }


def _affordance_figures(report: AffordanceReport) -> dict[str, dict[str, float]]:
    parts = {"grounder": report.grounder, "value": report.value_function, "detector": report.success_detector}
    return {name: {k: float(v) for k, v in part.model_dump().items()} for name, part in parts.items()}


def reader_figures(tensors: Mapping[str, Tensor]) -> dict[str, float]:
    """What a goal reader's adapter is worth: shares of right answers on the held-out planning suites."""
    from planner.goals.course import held_out_matches
    from planner.goals.loading import reading_model
    from planner.goals.matching import ModelMatcher
    from planner.goals.reader import GoalReader
    from planner.task_planner import GoalPlanner

    model = reading_model(tensors=tensors)
    reader = GoalReader.of_embedded(model, trained=True)
    suites = [load_planning_suite(name) for name in shipped_suites() if name.startswith(HELD_OUT)]
    report = evaluate_planner(GoalPlanner(reader), suites, progress=True)
    shares = {name: share.passed / share.total for name, share in report.suites.items()}
    return held_out_matches(ModelMatcher(model)) | shares
