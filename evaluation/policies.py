"""Trains any kind of policy, and compares trained ones in one table: success, cost, size.

    python -m evaluation.policies train --policy tokens --demonstrations build/demonstrations --minutes 30
    python -m evaluation.policies compare --weights build/policies --episodes 100

Every kind gets the same data, the same CPU minutes and the same held-out situations. ``train --debug`` takes seconds
and learns nothing: it shows that the machinery works.
"""

import argparse
import hashlib
import json
import shlex
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from pydantic import BaseModel, ConfigDict
from torch import nn

import weights
from evaluation.learned import TAUGHT
from evaluation.rollouts import Trial
from evaluation.skills import SkillReport, evaluate_skill
from evaluation.variants import scene_for, skills_of
from grounding import Observation
from grounding.training import Schedule
from simulation.lessons import curriculum
from simulation.plugins import load_teachings
from simulation.world import make_world
from skills.networks import Spec
from skills.policies import DEFAULT, RECIPES, Lessons, Recipe, find_recipe, restore_policy, save_policy, steps_in, train
from skills.policies.lerobot import from_checkpoint
from skills.ports import Policy
from weights import Card

FOLDER = Path("build/policies")
COMMAND = "python -m evaluation.policies"
DEBUG = Schedule(2, batch=4)
LIMITS = "Valid for the robot, the camera and the skills of its demonstrations."


@dataclass(frozen=True)
class Training:
    """One policy to train and store."""

    recipe: Recipe
    demonstrations: tuple[Path, ...]
    scenes: tuple[Path, ...] = ()
    teachings: tuple[Path, ...] = ()
    """Python files of the skills that are learned besides the built-in ones."""
    name: str = ""
    """Of the stored weights; that of the recipe if not given."""
    into: Path = FOLDER
    schedule: Schedule = field(default_factory=lambda: Schedule(1000))
    minutes: float | None = None
    """CPU minutes to spend instead of the schedule's steps."""
    start: nn.Module | None = None
    """A network to go on from."""
    device: str = "cpu"
    episodes: int = 0
    """Held-out episodes of each skill for the card."""
    command: str = COMMAND
    """What made it, for the card."""


def train_stored(training: Training, lessons: Lessons | None = None) -> Path:
    """Train a policy and store it with its card; a killed training goes on where it was when started again.

    Args:
        training: what and how.
        lessons: what is learned from, if it was read before.

    Returns:
        The path of the weights.

    Raises:
        RecipeError: the data lack what the recipe learns from.
        FileNotFoundError: there are no data.
    """
    recipe, name = training.recipe, training.name or training.recipe.name
    taught = curriculum(load_teachings(training.teachings))
    lessons = lessons or Lessons.read(taught, training.demonstrations, training.scenes)
    start = None if training.start is None else training.start.state_dict()
    schedule = training.schedule
    if training.minutes is not None:
        schedule = _planned(training, lessons, _kept(training, name, training.schedule).with_suffix(".json"))
    checkpoint = _kept(training, name, schedule)
    network, minutes = train(recipe, lessons, schedule, checkpoint, start, training.device)
    data = f"{len(lessons.demonstrations)} frames of {', '.join(map(str, training.demonstrations))}"
    purpose = f"A policy of the kind {recipe.name}, for the skills of its demonstrations."
    card = Card(purpose, data, training.command, schedule.seed, minutes, {}, LIMITS)
    path = save_policy(name, recipe, network, card, training.into)
    if training.episodes:
        files = training.teachings
        reports = [_evaluate(name, training.into, s, training.episodes, 1, TAUGHT, files) for s in taught.names]
        figures = {f"{report.skill}: success": report.rate for report in reports}
        save_policy(name, recipe, network, Card(**{**vars(card), "figures": figures}), training.into)
    return path


def _kept(training: Training, name: str, schedule: Schedule) -> Path:
    """Where a training is kept to be resumed: another file if anything about it is another."""
    data = (training.demonstrations, training.scenes, training.teachings)
    about = (training.recipe.settings(), schedule, training.minutes, *data)
    digest = hashlib.sha256(repr(about).encode()).hexdigest()[:8]
    return training.into / "checkpoints" / f"{name}-{digest}.pt"


def _planned(training: Training, lessons: Lessons, plan: Path) -> Schedule:
    """As many steps as fit into the minutes; found once and written down, so that a resumed training keeps to it."""
    assert training.minutes is not None
    start = None if training.start is None else training.start.state_dict()
    if not plan.exists():
        schedule = steps_in(training.minutes, training.recipe, lessons, training.schedule, start)
        with weights.whole_file(plan) as file:
            file.write(json.dumps({"steps": schedule.steps}).encode())
    steps = int(json.loads(plan.read_text(encoding="utf-8"))["steps"])
    return Schedule(**{**vars(training.schedule), "steps": steps})


class Cost(BaseModel):
    """What one decision costs on one core."""

    model_config = ConfigDict(frozen=True)

    milliseconds: float
    """Median CPU time of one ``act``."""
    rate: float
    """Decisions a second."""
    actions: int
    """Control periods that one decision covers."""
    parameters: int


class PolicyReport(BaseModel):
    """One row of the table."""

    model_config = ConfigDict(frozen=True)

    name: str
    recipe: str
    cpu_minutes: float | None
    """Of the training, where that is known."""
    cost: Cost
    skills: tuple[SkillReport, ...] = ()


def compare(
    names: Sequence[str],
    folder: Path | None = None,
    episodes: int = 100,
    workers: int = 1,
    progress: bool = False,
    scene: str = TAUGHT,
    files: Sequence[Path] = (),
    skills: Sequence[str] = (),
) -> list[PolicyReport]:
    """Stored policies in the same held-out situations.

    Args:
        names: of the weights.
        folder: where they lie; the weights directory if not given.
        episodes: of each skill; 0: costs alone.
        workers: processes.
        progress: show bars on standard error.
        scene: ``tabletop`` or ``tabletop10``.
        files: Python files of a person's own teachings.
        skills: which are tried; all of the scene if empty.

    Raises:
        ValueError: unknown scene or skill; the message names those that there are.
        WeightsError: there are no such weights, or they are damaged.
        RecipeError: they are of a kind that this version does not know.
    """
    seen, reports, where = _seen(), list[PolicyReport](), scene_for(None, scene, files)
    known = skills_of(where, files)
    if unknown := sorted({*skills} - {*known}):
        raise ValueError(f"unknown skill {unknown[0]!r}; choose from: {', '.join(known)}")
    tried = (skills or known) if episodes else ()
    for name in names:
        recipe, network = restore_policy(name, folder)
        minutes = weights.metadata(name, folder).get("cpu_minutes")
        made = [_evaluate(name, folder, s, episodes, workers, where, files, progress) for s in tried]
        cost = act_cost(recipe.policy(network), network, seen)
        reports.append(
            PolicyReport(
                name=name,
                recipe=recipe.name,
                cpu_minutes=None if minutes is None else float(minutes),
                cost=cost,
                skills=tuple(made),
            )
        )
    return reports


def _seen() -> Observation:
    """Anything that the robot may see."""
    world = make_world()
    try:
        return world.observe()
    finally:
        world.close()


def act_cost(policy: Policy, network: nn.Module, seen: Observation, repeats: int = 20) -> Cost:
    """What it costs a policy to decide, on one core, without encoding the command.

    Args:
        policy: asked.
        network: its network.
        seen: what it sees, each time.
        repeats: how often it is asked, after two times that are not counted.
    """
    episode, times, actions = policy.start("pick up the red block"), [], 0
    with one_core():
        for _ in range(repeats + 2):
            begun = time.process_time()
            actions = len(episode.act(seen).actions)
            times.append(1e3 * (time.process_time() - begun))
    spent = float(np.median(times[2:]))
    return Cost(milliseconds=spent, rate=1e3 / spent, actions=actions, parameters=parameters(network))


@contextmanager
def one_core() -> Iterator[None]:
    """Torch on one thread for a while."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def parameters(network: nn.Module) -> int:
    """How many numbers a network has learned, or can learn."""
    return sum(parameter.numel() for parameter in network.parameters())


def table(reports: Sequence[PolicyReport]) -> str:
    """For people, as Markdown."""
    skills = [report.skill for report in reports[0].skills] if reports else []
    head = ["policy", "kind", "CPU min", *skills, "ms", "Hz", "actions", "parameters"]
    rows = [
        [
            report.name,
            report.recipe,
            "-" if report.cpu_minutes is None else f"{report.cpu_minutes:.1f}",
            *(f"{s.rate:.0%} ({s.interval[0]:.0%}-{s.interval[1]:.0%})" for s in report.skills),
            f"{report.cost.milliseconds:.1f}",
            f"{report.cost.rate:.0f}",
            str(report.cost.actions),
            f"{report.cost.parameters:,}",
        ]
        for report in reports
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows))


def _evaluate(
    name: str,
    folder: Path | None,
    skill: str,
    episodes: int,
    workers: int,
    scene: str,
    files: Sequence[Path],
    progress: bool = False,
) -> SkillReport:
    policy_for = partial(stored_policy, name=name, folder=folder)
    return evaluate_skill(
        skill,
        episodes=episodes,
        workers=workers,
        scene=scene,
        files=files,
        policy_for=policy_for,
        progress=progress,
    )


def stored_policy(trial: Trial, name: str, folder: Path | None) -> Policy:
    """A stored policy, whatever the trial; read once in each process."""
    return _restored(name, folder)


@cache
def _restored(name: str, folder: Path | None) -> Policy:
    torch.set_num_threads(1)
    recipe, network = restore_policy(name, folder)
    return recipe.policy(network)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=COMMAND, description="Train kinds of policies, and compare trained ones.")
    commands = parser.add_subparsers(dest="command", required=True)
    new = commands.add_parser("train", help="train a policy and store it with its card")
    new.add_argument("--policy", default=DEFAULT, help=f"kind: {', '.join(RECIPES)}")
    new.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a hyperparameter of the kind")
    new.add_argument("--checkpoint", type=Path, help="folder of a LeRobot checkpoint to go on from")
    new.add_argument("--start", help="weights in --into to go on from, of the same kind and settings")
    new.add_argument("--demonstrations", type=Path, nargs="+", required=True, help="folders of shards")
    new.add_argument("--scenes", type=Path, nargs="*", default=[], help="folders of still views (for spatial)")
    new.add_argument("--teachings", type=Path, nargs="*", default=[], help="Python files of skills of your own")
    new.add_argument("--name", default="", help="of the stored weights; the kind if not given")
    new.add_argument("--into", type=Path, default=FOLDER, help="where weights, cards and checkpoints go")
    new.add_argument("--steps", type=int, default=1000)
    new.add_argument("--minutes", type=float, help="CPU minutes to spend, instead of --steps")
    new.add_argument("--batch", type=int, default=32, help="frames a step")
    new.add_argument("--rate", type=float, default=1e-3, help="learning rate at its highest")
    new.add_argument("--seed", type=int, default=0)
    new.add_argument("--device", default="cpu", help="where torch trains, such as cuda")
    new.add_argument("--episodes", type=int, default=0, help="held-out episodes of each skill, for the card")
    new.add_argument("--debug", action="store_true", help="a tiny network and two steps, which learn nothing")
    old = commands.add_parser("compare", help="success, cost and size of stored policies")
    old.add_argument("names", nargs="*", help="weights to compare; all in the folder if none is given")
    old.add_argument("--weights", type=Path, default=FOLDER, help="folder of stored policies")
    old.add_argument("--episodes", type=int, default=100, help="of each skill; 0: costs alone")
    old.add_argument("--skills", nargs="*", default=[], help="which to try; all if not given")
    old.add_argument("--scene", default=TAUGHT, help="where: tabletop, or tabletop10")
    old.add_argument("--teachings", type=Path, nargs="*", default=[], help="Python files of skills of your own")
    old.add_argument("--workers", type=int, default=1, help="processes")
    old.add_argument("--json", action="store_true", help="print one JSON array")
    return parser


def training_of(given: argparse.Namespace, command: str = COMMAND) -> Training:
    """What a command line asks to train.

    Raises:
        ValueError: an unknown kind or setting, or a checkpoint that cannot be read.
    """
    settings: dict[str, Any] = dict(_pair(text) for text in given.set)
    start = None
    if given.checkpoint is not None:
        if given.policy != "lerobot":
            raise ValueError(f"--checkpoint is for --policy lerobot, not for {given.policy}")
        recipe, start = from_checkpoint(given.checkpoint, **settings)
        chosen: Recipe = recipe
    else:
        skills = Spec(curriculum(load_teachings(given.teachings)).names)
        own = asdict(skills) if given.policy == "spatial" else {}
        chosen = find_recipe(given.policy, {**own, **settings}, tiny=given.debug)
    if given.start:
        found, start = restore_policy(given.start, given.into)  # type: ignore[assignment]
        if found.name != chosen.name:
            raise ValueError(f"weights {given.start!r} are of the kind {found.name}, not {chosen.name}")
    schedule = Schedule(given.steps, given.batch, given.rate, seed=given.seed)
    if given.debug:
        schedule = Schedule(**{**vars(DEBUG), "seed": given.seed})
    return Training(
        chosen,
        tuple(given.demonstrations),
        tuple(given.scenes),
        tuple(given.teachings),
        given.name,
        given.into,
        schedule,
        None if given.debug else given.minutes,
        start,
        given.device,
        given.episodes,
        command,
    )


def _pair(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError(f"--set {text!r}: write NAME=VALUE, such as --set width=128")
    return name, None if value == "none" else value


def main(words: Sequence[str] | None = None) -> None:
    """Read the command line and run; what cannot be ends with exit code 2 and says why."""
    parser = _parser()
    given = parser.parse_args(words)
    try:
        if given.command == "train":
            asked = shlex.join([*COMMAND.split(), *(sys.argv[1:] if words is None else words)])
            print(train_stored(training_of(given, asked)))
            return
        names = given.names or weights.names(given.weights)
        where, files = given.scene, given.teachings
        reports = compare(names, given.weights, given.episodes, given.workers, True, where, files, given.skills)
    except (ValueError, FileNotFoundError) as error:
        parser.error(str(error))
    if given.json:
        print(json.dumps([report.model_dump() for report in reports], indent=2))
    else:
        print(table(reports))


if __name__ == "__main__":
    main()
