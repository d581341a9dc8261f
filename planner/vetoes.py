"""Why a call may not be chosen now, whatever its score."""

from collections.abc import Collection, Sequence

from grounding import Scene
from planner.memory import StepRecord, pending
from skills import SkillCall, SkillLibrary

DONE = "done"
"""The skill that ends a run."""
FAILED_HERE = "it failed here before"


def vetoes(
    calls: Sequence[SkillCall],
    scene: Scene,
    library: SkillLibrary,
    records: Sequence[StepRecord],
    ruled_out: Collection[str],
    use_preconditions: bool = True,
) -> dict[SkillCall, tuple[str, ...]]:
    """Reasons by call, of the calls that have any."""
    found = {}
    for call in calls:
        reasons = _done_vetoes(records) if call.name == DONE else _step_vetoes(call, ruled_out)
        if use_preconditions:
            reasons += library.unmet(call, scene)
        if reasons:
            found[call] = reasons
    return found


def _done_vetoes(records: Sequence[StepRecord]) -> tuple[str, ...]:
    failed = pending(records)
    return (f"{failed.call} failed and was not made good",) if failed else ()


def _step_vetoes(call: SkillCall, ruled_out: Collection[str]) -> tuple[str, ...]:
    return (FAILED_HERE,) if str(call) in ruled_out else ()
