"""What a planner is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from affordances.ports import SuccessDetector, ValueFunction
from grounding import Grounder
from planner.budgets import Budgets, Weighing
from planner.ports import LanguageModel, TraceSink
from planner.prompts import Prompt, load_prompt
from planner.recording import Recording
from planner.snapshots import NpzSnapshots, Snapshots
from planner.supervision import Supervision
from planner.task_planner import Ask, Reader
from skills import Runner, SkillLibrary, Tick


@dataclass
class Parts:
    """Everything that is passed in; a fake can take the place of each."""

    runner: Runner
    """Of the robot, with its limits; the loop observes through ``runner.world``."""
    library: SkillLibrary
    grounder: Grounder
    model: LanguageModel
    value_function: ValueFunction
    detector: SuccessDetector
    trace: TraceSink
    folder: Path
    """Where checkpoints and snapshots of this run are kept, e.g. the trace's folder."""
    budgets: Budgets = Budgets()
    weighing: Weighing = Weighing()
    prompt: Prompt = field(default_factory=lambda: load_prompt("next_step"))
    oracle: bool = False
    """Whether the grounder knows what no camera shows; the trace says so."""
    snapshots: Snapshots | None = None
    """``NpzSnapshots`` in the folder if None."""
    reader: Reader | None = None
    """Who reads goals; with one, search plans and the scene tells when it is done. None: greedy SayCan."""
    answers: tuple[str, ...] = ()
    """To the reader's questions, in order."""
    ask: Ask | None = None
    """Who is asked when these are used up."""
    on_tick: Callable[[Tick], None] | None = None
    """Called every control period."""
    recording: Recording | None = None
    """Writes down how the robot moved; nobody does if None."""
    person: Supervision | None = None
    """Who may pause, stop, approve, veto, answer and correct; nobody if None."""

    @property
    def kept(self) -> Snapshots:
        """Where observations are kept."""
        return self.snapshots or NpzSnapshots(self.folder / "snapshots")
