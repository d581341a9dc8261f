"""Puts trained weights into the ``weights`` room, each with a card that holds its held-out figures."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel
from torch import Tensor

import weights
from evaluation.affordances import FIRST_SEED, AffordanceReport, evaluate_affordances
from evaluation.learned import TAUGHT
from evaluation.planning import evaluate_planner
from evaluation.planning_suite import HELD_OUT, load_planning_suite, shipped_suites
from evaluation.sights import Share
from evaluation.skills import SkillReport, evaluate_library
from grounding.vocabulary import TABLETOP
from skills.networks import Spec
from weights import Card

COMMAND = "make weights"
SEED = 0

_ABOUT: Mapping[str, tuple[str, str, str]] = {
    "grounder": (
        "Finds things and fixtures in one RGB-D image: kind, colour, centre, turn and state of what each second pixel "
        "shows.",
        "Simulator masks of still views of random tables with fixtures (seeds 1000, 5000, 7000 and 8000 upwards) and "
        "of the demonstrations",
        "Knows the kinds and colours in its header, from one fixed viewpoint; things mostly hidden are missed; it "
        "needs depth.",
    ),
    "vla": (
        "Carries out {skills} from one RGB-D image, proprioception and words.",
        "Scripted demonstrations (seeds 20000 upwards), DAgger corrections (seeds 40000 upwards) and still views that "
        "show nothing held out (seeds 1000 upwards)",
        "Table-top Panda, fingers pointing down; new synonyms, and other kinds of things than it was shown, are not "
        "learned.",
    ),
    "value": (
        "P(success) of a command if it were begun now, from one RGB-D image and proprioception.",
        "Outcomes of attempts by the policy before its corrections and after, in feasible and infeasible situations "
        "(seeds 60000 to 71999), without those with shaking hands",
        "Valid for the policy it was trained with; Platt-scaled on held-back rollouts of the same kinds.",
    ),
    "detector": (
        "Whether a command has been carried out, from RGB-D images before and after.",
        "Moments at the end and on the way of the same attempts, some with shaking hands (seeds 60000 to 71999)",
        "Sees the front camera only; what the arm hides at the moment of judgement cannot be seen.",
    ),
}


def publish(
    folder: Path, skills: Sequence[str], figures: Mapping[str, Mapping[str, float]], into: Path | None = None
) -> None:
    """Write every trained network of ``folder`` to the weights room.

    Args:
        folder: of the pipeline, with ``NAME.pt`` for each.
        skills: that were learned, in the order in which the networks count them.
        figures: held-out results, by name of the weights.
        into: where to write; the weights directory if not given.
    """
    spec = Spec(tuple(skills))
    for name, (purpose, data, limits) in _ABOUT.items():
        trained = weights.read_checkpoint(folder / f"{name}.pt")
        text = purpose.format(skills=", ".join(skills))
        card = Card(text, data, COMMAND, SEED, trained["cpu_minutes"], figures.get(name, {}), limits)
        header = TABLETOP.hyperparameters() if name == "grounder" else spec.hyperparameters
        weights.save(name, trained["weights"], card, hyperparameters=header, folder=into)


def measure(
    folder: Path, episodes: int = 100, workers: int = 2, files: Sequence[Path] = ()
) -> dict[str, dict[str, float]]:
    """Held-out figures of the published weights, by name; from seeds that no training has used."""
    kept = folder / "evaluation"
    library = evaluate_library(kept, TAUGHT, episodes=episodes, workers=workers, files=files)
    affordances = evaluate_affordances(FIRST_SEED, kept, workers, scene=TAUGHT, files=files)
    return {"vla": _policy_figures(library.skills), **_affordance_figures(affordances)}


def _policy_figures(reports: Sequence[SkillReport]) -> dict[str, float]:
    return {f"{r.skill}, {r.variant}: success": r.rate for r in reports} | {
        f"{r.skill}: wrong object": r.wrong_object for r in reports if r.variant == "standard"
    }


def _affordance_figures(report: AffordanceReport) -> dict[str, dict[str, float]]:
    parts = {"grounder": report.grounder, "value": report.value_function, "detector": report.success_detector}
    return {name: _numbers(part) for name, part in parts.items()}


def _numbers(report: BaseModel) -> dict[str, float]:
    """The numbers of a report and the rates of its shares, as far as there are any."""
    values = {name: getattr(report, name) for name in type(report).model_fields}
    rates = {name: value.rate if isinstance(value, Share) else value for name, value in values.items()}
    return {n: float(v) for n, v in rates.items() if isinstance(v, int | float) and math.isfinite(v)}


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
