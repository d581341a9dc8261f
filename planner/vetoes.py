"""Why a call may not be chosen now, whatever its score."""

from collections.abc import Mapping, Sequence

from grounding import Scene
from planner.memory import StepRecord, pending
from skills import SkillCall, SkillLibrary

DONE = "done"
"""The skill that ends a run."""
FAILED_HERE = "it failed here before"
VETOED = "a person vetoed it"


def vetoes(
    calls: Sequence[SkillCall],
    scene: Scene,
    library: SkillLibrary,
    records: Sequence[StepRecord],
    ruled_out: Mapping[str, str],
    use_preconditions: bool = True,
) -> dict[SkillCall, tuple[str, ...]]:
    """Reasons by call, of the calls that have any; ``ruled_out``: reasons that are known, by call."""
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


def _step_vetoes(call: SkillCall, ruled_out: Mapping[str, str]) -> tuple[str, ...]:
    return (ruled_out[str(call)],) if str(call) in ruled_out else ()
