"""How often the scripted experts succeed: ``python -m evaluation.experts --episodes 50``.

An expert that fails teaches failures, so this comes before any training.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from evaluation.attempts import Attempt, AttemptSpec
from evaluation.executor import executor
from evaluation.metrics import wilson_interval
from evaluation.situations import EVALUATION_SEED
from grounding import Proprioception
from simulation.lessons import TEACHINGS
from simulation.teaching import Stock, find_teaching
from simulation.truth import CRUMBS, Truth, meddled
from skills.action import EndEffectorTarget

PUSH_ODDS, PUSH_PERIODS = 0.06, 3
"""Of a push off the way beginning in a control period, and how long it lasts."""
PUSH_REACH, PUSH_TURN = 0.06, 0.3
"""Standard deviation of a push, [m] and [rad]."""
SETTLE = 24
"""Physics steps between the end and the judgement."""


@dataclass(frozen=True)
class Shown:
    """What became of one attempt of an expert."""

    spec: AttemptSpec
    command: str
    success: bool
    seconds: float
    """World time, [s]."""
    cause: str
    """Of a failure: ``time``, ``dropped`` or ``misjudged`` (the expert called it done); else empty."""
    wrong: tuple[str, ...]
    """What was moved or switched though the command does not name it."""
    swept: float
    """Share of the crumbs in the tray at the end; NaN where there is nothing to sweep."""


def show(spec: AttemptSpec, pushed: bool = False) -> Shown:
    """Let the expert carry out one attempt; ``pushed`` takes the hand off its way now and then."""
    attempt = spec.build()
    try:
        return _shown(spec, attempt, Pushes(np.random.default_rng([spec.seed, 2])) if pushed else None)
    finally:
        attempt.world.close()


def _shown(spec: AttemptSpec, attempt: Attempt, pushes: "Pushes | None") -> Shown:
    world, teaching, arguments = attempt.world, attempt.teaching, attempt.call.arguments
    before, done, ticks = world.privileged.truth(), False, int(teaching.skill.timeout / world.control_period)
    began = world.steps
    for _ in range(ticks):
        action, done = teaching.expert(world.privileged.truth(), arguments)
        if done:
            break
        world.apply(pushes.instead(action, world.proprioception()) if pushes else action)
    seconds = (world.steps - began) * world.control_period / 24
    world.advance(SETTLE)
    now = world.privileged.truth()
    success = teaching.success(before, now, arguments)
    cause = "" if success else ("misjudged" if done else "dropped" if _fell(now) else "time")
    trays = now.of_kind("tray") if CRUMBS in arguments.values() else ()
    swept = now.share_swept(trays[0]) if trays else float("nan")
    return Shown(spec, attempt.call.text, success, seconds, cause, meddled(before, now, arguments), swept)


@dataclass
class Pushes:
    """Random pushes of the hand that last a few control periods, after which the expert must find back."""

    rng: np.random.Generator
    left: int = 0

    def instead(self, action: EndEffectorTarget, body: Proprioception) -> EndEffectorTarget:
        """What is done in place of the expert's action."""
        if self.left == 0 and self.rng.random() < PUSH_ODDS:
            self.left = PUSH_PERIODS
            self.push = self.rng.normal(0, [PUSH_REACH, PUSH_REACH, PUSH_REACH / 2, PUSH_TURN])
        if self.left == 0:
            return action
        self.left -= 1
        x, y, z = (body.tcp_position + self.push[:3]).tolist()
        return EndEffectorTarget.top_down((x, y, max(z, 0.02)), body.tcp_yaw + float(self.push[3]), action.gripper)


def _fell(truth: Truth) -> bool:
    """Whether something fell over or off the table."""
    return any(not thing.upright or thing.position[2] < -0.02 for thing in truth.things if thing.id != truth.held)


def report(shown: Sequence[Shown]) -> str:
    """One line for a skill."""
    n, successes = len(shown), sum(s.success for s in shown)
    low, high = wilson_interval(successes, n)
    seconds = float(np.mean([s.seconds for s in shown]))
    causes = ", ".join(f"{count} {cause}" for cause, count in Counter(s.cause for s in shown if s.cause).items())
    wrong = sum(bool(s.wrong) for s in shown)
    swept = [s.swept for s in shown if s.swept == s.swept]
    parts = [
        f"{shown[0].spec.skill:14} {shown[0].spec.kind:8} {successes:3}/{n} [{low:.3f}, {high:.3f}] {seconds:5.1f} s"
    ]
    parts += [f"wrong things {wrong}"] if wrong else []
    parts += [f"crumbs {np.mean(swept):.3f}"] if swept else []
    return "  ".join([*parts, causes]).rstrip()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and print a line for each skill and each kind of situation that is feasible."""
    parser = ArgumentParser(prog="python -m evaluation.experts", description=__doc__)
    parser.add_argument("--episodes", type=int, default=50, help="attempts of each skill in each kind of situation")
    parser.add_argument("--seed", type=int, default=EVALUATION_SEED, help="of the first attempt")
    parser.add_argument("--skills", nargs="*", default=list(TEACHINGS), choices=list(TEACHINGS))
    parser.add_argument("--stock", choices=("training", "novel_shapes", "novel_colours"), default="training")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--pushed", action="store_true", help="push the hand off its way now and then")
    parser.add_argument("--failures", action="store_true", help="also name each attempt that failed")
    given = parser.parse_args(arguments)
    for skill in given.skills:
        teaching = find_teaching(skill, TEACHINGS)
        stock = Stock() if given.stock == "training" else teaching.novel.get(given.stock)
        if stock is None:
            continue
        for kind in teaching.kinds:
            specs = [AttemptSpec(given.seed + i, skill, kind, stock) for i in range(given.episodes)]
            shown = list(executor(given.workers).map(partial(show, pushed=given.pushed), specs))
            print(report(shown), flush=True)
            for each in shown if given.failures else ():
                if each.cause or each.wrong:
                    print(f"    seed {each.spec.seed}: {each.command}: {each.cause} {', '.join(each.wrong)}")


if __name__ == "__main__":
    main()
