"""Attempts to make, as small things that other processes can carry out: built from seeds, made once, kept as files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np

from evaluation.attempts import Attempt, AttemptSpec
from evaluation.disturbances import DisplaceOnApproach
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.rollouts import PolicyFactory, Rollout, Trial, rollout
from evaluation.situations import SituationSpec
from evaluation.storage import read_rollout, write_rollout
from simulation.plugins import load_teachings
from simulation.teaching import Teaching

_DRAWN = ("standard", "held_out")
"""Variants that a ``SituationSpec`` tells of itself."""


@dataclass(frozen=True)
class Case:
    """One attempt to make; picklable."""

    spec: SituationSpec | AttemptSpec
    variant: str = "standard"
    """See ``evaluation.variants``."""
    wording: str | None = None
    """A template for the command, instead of the canonical one."""
    files: tuple[Path, ...] = ()
    """Python files of a person's own teachings."""

    def build(self) -> Trial:
        """Its world. Whoever asks for it closes it.

        Raises:
            ValueError: the skill is not taught, or not in such situations.
        """
        spec = self.spec
        return spec.build(taught(self.files)) if isinstance(spec, AttemptSpec) else spec.build()

    @property
    def file(self) -> str:
        """Name of the file that keeps what became of it."""
        spec = self.spec
        if isinstance(spec, AttemptSpec):
            return f"taught-{spec.skill}-{spec.kind}-{self.variant}-{spec.robot}-{spec.seed}.npz"
        more = "" if self.variant in _DRAWN else f"-{self.variant}"
        return f"{spec.skill}-{spec.kind}-{spec.combinations}-{spec.robot}-{spec.seed}{more}.npz"


@cache
def taught(files: tuple[Path, ...] = ()) -> Mapping[str, Teaching]:
    """The built-in teachings and those of some files, by skill; each file is read once in a process.

    Raises:
        ValueError: a file is missing, fails, or teaches nothing.
    """
    return load_teachings(files)


def attempts(
    cases: Sequence[Case],
    policy_for: PolicyFactory,
    workers: int = 1,
    *,
    executor_kind: ExecutorKind | None = None,
    folder: Path | None = None,
    patience: float = 1.0,
    label: str = "attempts",
    progress: bool = False,
) -> Iterator[Rollout]:
    """Make every attempt, or read what became of it; in the order of the cases.

    Args:
        cases: which.
        policy_for: gives the policy.
        workers: processes.
        executor_kind: what they run on; see ``evaluation.executor``.
        folder: where attempts are kept, of this very policy; those that are there are read.
        patience: share of the skill's time that an attempt gets.
        label: of the bar.
        progress: show a bar on standard error.

    Raises:
        WeightsError: the learned policy's weights are missing or damaged.
    """
    function = partial(_made, policy_for=policy_for, folder=folder, patience=patience)
    results = executor(workers, executor_kind).map(function, cases)
    for made in with_progress(results, len(cases), label) if progress else results:
        yield read_rollout(made) if isinstance(made, Path) else made


def _made(case: Case, policy_for: PolicyFactory, folder: Path | None, patience: float) -> Rollout | Path:
    """In whichever process; the file if it is kept."""
    if folder is None:
        return _attempt(case, policy_for, patience)
    path = folder / case.file
    if not path.exists():
        write_rollout(path, _attempt(case, policy_for, patience))
    return path


def _attempt(case: Case, policy_for: PolicyFactory, patience: float) -> Rollout:
    trial = case.build()
    try:
        rng = np.random.default_rng([case.spec.seed, 1])
        moves = case.variant == "displaced" and displaceable(trial)
        disturbance = DisplaceOnApproach(trial.target, rng) if moves else None
        seconds = patience * trial.call.skill.timeout
        return rollout(policy_for(trial), trial, max_seconds=seconds, disturbance=disturbance, wording=case.wording)
    finally:
        trial.world.close()


def displaceable(trial: Trial) -> bool:
    """Whether what the hand goes to is a thing that stands on the table by itself."""
    if not isinstance(trial, Attempt):
        return True
    truth, target = trial.world.privileged.truth(), trial.target
    if target not in {thing.id for thing in truth.things} or target == truth.held:
        return False
    thing = truth[target]
    fixed = any(fixture.encloses(thing.position) for fixture in truth.fixtures if fixture.kind != "region")
    return abs(thing.bottom) < 0.01 and truth.clear(thing) and not fixed
