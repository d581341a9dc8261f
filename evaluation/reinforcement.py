"""Improves skills by reinforcement learning on the policy's own attempts: ``python -m evaluation.reinforcement``.

In each round the policy explores at training seeds; critics that learn from what really came (Monte Carlo) and from
temporal differences are compared on attempts held back; the chunk head is regressed on what was done in all attempts
that worked, most on what came out better than the critic had expected. In the end the policy is evaluated before and
after, at the same held-out seeds. Everything is kept in a folder: what was killed goes on there. With
``--demonstrations`` practice begins from a new head that has learned from those alone, on the policy's eyes, and goes
on showing them: so one sees what practice adds where demonstrations are few.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import numpy as np
import torch
from pydantic import BaseModel, ConfigDict

import weights
from evaluation.attempts import AttemptSpec
from evaluation.executor import executor, with_progress
from evaluation.learned import TAUGHT, one_thread
from evaluation.metrics import auroc, difference_interval
from evaluation.rollouts import Trial, rollout
from evaluation.situations import EVALUATION_SEED
from evaluation.skills import SkillReport, evaluate_skill
from evaluation.trials import Case
from grounding.frames import Frames
from grounding.training import Schedule
from simulation.lessons import TEACHINGS, TRAINING_STOCK, curriculum
from skills.finishing import BATCH, Finishing, Moments, finish_head, read_demonstrations
from skills.language import CommandEncoder
from skills.networks import VLANetwork
from skills.ports import Policy
from skills.reinforcement import (
    Critic,
    Experience,
    Exploration,
    Explorer,
    advantages,
    imitable,
    read_experience,
    regress,
    returns,
    train_critic,
    weights_of,
    write_attempt,
)
from skills.vla import VLAPolicy
from weights import Card
from weights.store import directory

COMMAND = "python -m evaluation.reinforcement"
FOLDER = Path("build/reinforcement")
FIRST_SEED = 80_000
"""Of the attempts to learn from; each round has seeds of its own."""
TRACES = (1.0, 0.95, 0.0)
"""Monte Carlo, TD(0.95) and TD(0)."""
REHEARSED = 128
"""Moments of demonstrations a step."""
HELD_BACK = 5
"""Every so manieth attempt is for the comparison of critics."""
MINUTES = "minutes.json"
LIMITS = "As the policy that it goes on from; only the skills named here have been practised."


class CriticFigures(BaseModel):
    """How well a critic foretells on attempts held back."""

    model_config = ConfigDict(frozen=True)

    trace: float
    """Lambda; 1 is Monte Carlo."""
    error: float
    """Root mean square of worth minus what really came, over all moments."""
    auroc: float
    """Whether the attempt will succeed, over all moments."""
    auroc_start: float
    """The same at the first moment of each attempt."""


class Gain(BaseModel):
    """One skill before and after."""

    model_config = ConfigDict(frozen=True)

    skill: str
    before: SkillReport
    after: SkillReport
    gain: float
    interval: tuple[float, float]
    """Of the gain, 95 %; see ``difference_interval``."""


class Report(BaseModel):
    """The result of it all."""

    model_config = ConfigDict(frozen=True)

    attempts: int
    """That were learned from, in all rounds."""
    rates: tuple[float, ...]
    """Share of each round's exploring attempts that succeeded."""
    cpu_minutes: float
    """Of regression; attempts come on top."""
    critics: tuple[CriticFigures, ...]
    """In the first round."""
    gains: tuple[Gain, ...]


@dataclass(frozen=True)
class Practice:
    """What is practised, how much, and where it is kept."""

    skills: tuple[str, ...]
    start: Path | None = None
    """Folder of the policy's weights; the committed ones if not given."""
    shown: tuple[Path, ...] = ()
    """Folders of the demonstrations that a new head learns from first; the policy's own head if there are none."""
    folder: Path = FOLDER
    rounds: int = 2
    episodes: int = 200
    """Exploring attempts at each skill in each round."""
    evaluated: int = 100
    """Attempts at each skill before and after."""
    head: Schedule = Schedule(2000, batch=BATCH)
    """Of a new head."""
    critic: Schedule = Schedule(600, batch=256, learning_rate=1e-3)
    regression: Schedule = Schedule(4000, batch=384, learning_rate=1e-3)
    trace: float = 0.95
    """Of the critic that weighs actions."""
    exploration: Exploration = Exploration()
    workers: int = 2
    progress: bool = True

    def run(self) -> Report:
        """All rounds, then the evaluation.

        Raises:
            ValueError: a skill that is not taught or that the policy has not learned.
            FileNotFoundError: there are no demonstrations where they should be.
            WeightsError: the policy's weights are missing or damaged.
        """
        one_thread()
        at = self.start or directory()
        self._check(VLAPolicy.load(folder=at))
        at = self._begun(at) if self.shown else at
        critics: tuple[CriticFigures, ...] = ()
        files, rates, minutes, first = list[Path](), list[float](), 0.0, at
        for number in range(self.rounds):
            files += (new := self._explored(number, at))
            experience = read_experience(files)
            if number == 0:
                critics = self._compared(experience)
            at, spent = self._learned(number, first, experience)
            rates.append(float(experience.success[-len(new) :].mean()))
            minutes += spent
        gains = tuple(self._gain(skill, first, at) for skill in self.skills)
        return Report(attempts=len(files), rates=tuple(rates), cpu_minutes=minutes, critics=critics, gains=gains)

    def _check(self, policy: VLAPolicy) -> None:
        known = [skill for skill in policy.network.spec.skills if skill in TEACHINGS]
        for skill in self.skills:
            if skill not in known:
                raise ValueError(f"unknown skill {skill!r}; choose from: {', '.join(known)}")

    def _begun(self, at: Path) -> Path:
        """Where the weights lie of a new head that has learned from demonstrations, on a policy's eyes."""
        into = self.folder / "begun"
        if not (into / MINUTES).exists():
            eyes = VLAPolicy.load(folder=at).network
            torch.manual_seed(self.head.seed)
            network = VLANetwork(eyes.spec)
            network.trunk.load_state_dict(eyes.trunk.state_dict())
            demos, commands, checkpoint = Frames(self.shown), CommandEncoder(quick=True), self.folder / "head.pt"
            finds = self.folder / "finds"
            minutes = finish_head(network.eval(), demos, curriculum(), commands, self.head, checkpoint, finds)
            _keep(network, f"{demos.episodes()[-1] + 1} demonstrations for its head", minutes, into)
        return into

    def _explored(self, number: int, at: Path) -> list[Path]:
        """Files of a round's attempts."""
        seed = FIRST_SEED + number * self.episodes * len(self.skills)
        specs = [
            AttemptSpec(seed + i, skill, kind, TRAINING_STOCK)
            for k in range(self.episodes)
            for i, (skill, kind) in enumerate(self._turn(k), k * len(self.skills))
        ]
        kept = self.folder / f"round-{number}" / "attempts"
        work = partial(_explore, at=at, kept=kept, exploration=self.exploration)
        made = executor(self.workers).map(work, [Case(spec) for spec in specs])
        return list(with_progress(made, len(specs), f"round {number}") if self.progress else made)

    def _turn(self, number: int) -> list[tuple[str, str]]:
        """Each skill with one of its feasible kinds of situations."""
        kinds = [(skill, TEACHINGS[skill].kinds) for skill in self.skills]
        return [(skill, known[number % len(known)]) for skill, known in kinds]

    def _compared(self, experience: Experience) -> tuple[CriticFigures, ...]:
        back = np.arange(len(experience.success)) % HELD_BACK == 0
        train, test = experience.of(~back), experience.of(back)
        return tuple(
            critic_figures(train_critic(train, trace, self.critic, self._checkpoint(0, f"td{trace}")), test, trace)
            for trace in TRACES
        )

    def _learned(self, number: int, at: Path, experience: Experience) -> tuple[Path, float]:
        """Where the weights lie that a round ends with, and the CPU minutes that it took; if nothing ever worked, they
        are those that practice began with.

        Args:
            number: of the round.
            at: where those lie that practice began with: learned anew from all that worked, a head does not drift.
            experience: of all rounds so far.
        """
        into = self.folder / f"round-{number}" / "weights"
        if (into / MINUTES).exists():
            return into, float(json.loads((into / MINUTES).read_text()))
        network = VLAPolicy.load(folder=at).network
        minutes = self._practised(number, network, experience) if experience.success.any() else 0.0
        about = f"{len(experience.success)} own attempts at {', '.join(self.skills)}, seeds {FIRST_SEED} upwards"
        _keep(network, about, minutes, into)
        return into, minutes

    def _practised(self, number: int, network: VLANetwork, experience: Experience) -> float:
        critic = train_critic(experience, self.trace, self.critic, self._checkpoint(number, "critic"))
        own = imitable(experience, weights_of(advantages(experience, critic, self.trace)))
        losses = [Finishing(own, self.regression.batch), *self._rehearsed(network)]
        return regress(network.head, losses, self.regression, self._checkpoint(number, "head"))

    def _rehearsed(self, network: VLANetwork) -> list[Finishing]:
        """What is shown again while practising; nothing if there were no demonstrations."""
        if not self.shown:
            return []
        demos, commands = Frames(self.shown), CommandEncoder(quick=True)
        finds = read_demonstrations(network, demos, curriculum(), commands, self.folder / "finds")
        return [Finishing(Moments.shown(demos, finds), REHEARSED)]

    def _gain(self, skill: str, first: Path, at: Path) -> Gain:
        before, after = (
            evaluate_skill(
                skill,
                episodes=self.evaluated,
                seed=EVALUATION_SEED,
                scene=TAUGHT,
                workers=self.workers,
                folder=self.folder / "evaluation" / name,
                policy_for=partial(policy_in, folder=where),
                progress=self.progress,
            )
            for name, where in (("before", first), (f"after-{self.rounds}", at))
        )
        interval = difference_interval((before.successes, before.episodes), (after.successes, after.episodes))
        return Gain(skill=skill, before=before, after=after, gain=after.rate - before.rate, interval=interval)

    def _checkpoint(self, number: int, name: str) -> Path:
        return self.folder / f"round-{number}" / "checkpoints" / f"{name}.pt"


def _keep(network: VLANetwork, data: str, minutes: float, into: Path) -> None:
    """Write weights with their card; the minutes come last and say that all is there."""
    card = Card("As the policy that it goes on from.", data, COMMAND, 0, minutes, {}, LIMITS)
    weights.save("vla", network.state_dict(), card, hyperparameters=network.spec.hyperparameters, folder=into)
    (into / MINUTES).write_text(json.dumps(minutes))


def critic_figures(critic: Critic, test: Experience, trace: float) -> CriticFigures:
    """A critic on attempts that it has not learned from."""
    worth, came = critic.worth(test), returns(test, np.zeros(len(test)), 1.0)
    success = test.success[test.attempt]
    starts = np.flatnonzero(np.diff(test.attempt, prepend=-1))
    return CriticFigures(
        trace=trace,
        error=float(np.sqrt(np.mean((worth - came) ** 2))),
        auroc=auroc(success, worth),
        auroc_start=auroc(success[starts], worth[starts]),
    )


def policy_in(trial: Trial, folder: Path) -> Policy:
    """The policy whose weights lie in a folder; read once in each process."""
    return _policy(folder)


@cache
def _policy(folder: Path) -> VLAPolicy:
    one_thread()
    return VLAPolicy.load(folder=folder)


def _explore(case: Case, at: Path, kept: Path, exploration: Exploration) -> Path:
    """One exploring attempt, in whichever process; the file that keeps it."""
    path = kept / case.file
    if path.exists():
        return path
    trial = case.build()
    try:
        explorer = Explorer(_policy(at), np.random.default_rng([case.spec.seed, 3]), exploration)
        result = rollout(explorer, trial)
        if not explorer.moments:
            raise RuntimeError(f"{case.file}: the policy never acted: {result.outcome.reason}")
        write_attempt(path, explorer, trial.skill, result.success)
    finally:
        trial.world.close()
    return path


def table(report: Report) -> str:
    """For people."""
    lines = [f"{report.attempts} attempts, {report.cpu_minutes:.1f} CPU minutes of learning"]
    lines += [f"round {i}: {rate:.1%} succeeded while exploring" for i, rate in enumerate(report.rates)]
    for c in report.critics:
        name = "Monte Carlo" if c.trace == 1 else f"TD({c.trace:g})"
        lines.append(f"{name}: error {c.error:.3f}, AUROC {c.auroc:.3f}, at the start {c.auroc_start:.3f}")
    for g in report.gains:
        low, high = g.interval
        rates = f"{g.before.rate:.1%} -> {g.after.rate:.1%}"
        lines.append(f"{g.skill}: {rates}, gain {g.gain:+.1%} (95 % interval {low:+.1%} to {high:+.1%})")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, learn and print; what cannot be ends with exit code 2 and says why."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--skills", nargs="+", required=True, help="which are practised")
    parser.add_argument("--policy", type=Path, help="folder of the policy's weights; the committed ones if not given")
    parser.add_argument("--demonstrations", type=Path, nargs="*", default=[], help="a new head learns from these first")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where everything is kept")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--episodes", type=int, default=200, help="exploring attempts at each skill in each round")
    parser.add_argument("--evaluate", type=int, default=100, help="attempts at each skill before and after")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--quiet", action="store_true", help="no bars")
    parser.add_argument("--debug", action="store_true", help="a tiny run that learns nothing")
    given = parser.parse_args(arguments)
    practice = Practice(
        tuple(given.skills),
        given.policy,
        tuple(given.demonstrations),
        given.folder,
        given.rounds,
        given.episodes,
        given.evaluate,
        workers=given.workers,
        progress=not given.quiet,
    )
    if given.debug:
        tiny = Schedule(2, batch=8)
        practice = replace(practice, rounds=1, episodes=5, evaluated=1, head=tiny, critic=tiny, regression=tiny)
    try:
        report = practice.run()
    except (ValueError, FileNotFoundError, weights.WeightsError) as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(2) from error
    (given.folder / "report.json").write_text(report.model_dump_json(indent=2))
    print(table(report))


if __name__ == "__main__":
    main()
