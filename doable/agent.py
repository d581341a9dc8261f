"""An agent: the one place where world, skills, grounder, language model, affordances and trace come together."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from doable.assembly import Parts, load_parts, load_step_prompt
from doable.errors import BadInputError, RunBrokenError, is_bad_input
from doable.ground_truth import achieved, state_hash
from doable.installation import code_version, package_versions, weight_hashes
from doable.library import library_hash
from doable.options import RunOptions, check_task
from doable.oracles import OracleGrounder, true_scene_of
from doable.origin import Origin
from doable.persistence import STATE, PersistentWorld, WorldKeeper
from doable.settings import Settings, load_settings
from grounding import Scene
from skills import Runner
from skills.withdrawing import Withdrawal
from traces import (
    Asked,
    Commanded,
    Failed,
    Observed,
    RunFinished,
    RunStarted,
    SafetyStopped,
    Trace,
    TraceError,
    TraceStore,
    TraceWriter,
    Versions,
)
from traces.control import CommandReader
from traces.database import DiskFullError, is_full
from traces.film import prepare
from traces.summary import RESUMABLE
from traces.writer import Listener

if TYPE_CHECKING:
    from planner import Planner
    from planner.snapshots import Snapshots
    from planner.state import RunResult as PlannerResult
    from planner.supervision import Supervision
    from planner.task_planner import Ask

__all__ = ["Agent", "Listener", "RunResult"]

CRASH_REPORT = "crash.txt"
ENDED = {"verified": "done", "not_achieved": "failed"}
"""How a reader of goals is told that the last task ended; any other status is `stopped`."""


@dataclass(frozen=True)
class RunResult:
    """How a run ended."""

    status: str
    """`verified`, `not_achieved`, `asked`, `refused` or `stopped_for_safety`."""
    verified: bool
    """What Doable believes, from images."""
    success: bool | None
    """What the simulator knows, for evaluation; None where nobody knows."""
    steps: int
    recoveries: int
    trace: str
    """Id of the trace."""
    seconds: Mapping[str, float]
    """By phase."""
    reason: str = ""
    """Why it ended so."""
    question: str | None = None
    """What is open, if the status is `asked`."""
    options: tuple[str, ...] = ()
    """The possible answers to it, where they can be listed."""


class Agent:
    """Carries out tasks in a world. Close it, or use it in a `with`."""

    def __init__(
        self,
        parts: Parts,
        store: TraceStore,
        options: RunOptions | None = None,
        truth: Callable[[], Scene] | None = None,
        snapshots: "Callable[[Path], Snapshots] | None" = None,
    ) -> None:
        """Put an agent together.

        Args:
            parts: what it decides and acts with.
            store: where its traces go.
            options: limits of the run and how to rank.
            truth: the true scene, for evaluation only; None where nobody knows it.
            snapshots: how observations are kept in a trace's folder; as files of arrays unless given.
        """
        self.parts = parts
        self.store = store
        self.options = options or RunOptions()
        self._truth = truth
        self._snapshots = snapshots
        self._earlier = ""
        """The last task and how it ended: the next one may be about it."""

    @classmethod
    def load(cls, settings: Settings | None = None, options: RunOptions | None = None) -> "Agent":
        """An agent with the learned parts in a new simulated world; settings are the environment's unless given.

        Raises:
            ValueError: something that was asked for does not exist, or a file is damaged; see `load_parts`.
        """
        settings, options = settings or load_settings(), options or RunOptions()
        parts = load_parts(settings, options)
        prepare(options.video)
        return cls(parts, TraceStore(settings.traces), options, true_scene_of(parts.world))

    @classmethod
    def of_trace(cls, settings: Settings, trace: str) -> "Agent":
        """The agent of an earlier run, in the world as that run left it.

        Raises:
            TraceError: there is no such trace.
            BadInputError: it has no saved world.
        """
        store = TraceStore(settings.traces)
        earlier = store.open(trace)
        check_resumable(earlier.summary.status, earlier.id)
        saved = earlier.folder / STATE
        if not saved.exists():
            raise BadInputError(f"trace {earlier.id} has no saved world ({STATE}); begin again with doable run")
        return cls.restored(settings, RunOptions.of_trace(earlier.started), saved)

    @classmethod
    def restored(cls, settings: Settings, options: RunOptions, saved_world: Path) -> "Agent":
        """An agent in a world that was saved, able to move.

        Raises:
            ValueError: as `load`, or the file holds no world.
        """
        parts = load_parts(settings, options, saved_world)
        prepare(options.video)
        return cls(parts, TraceStore(settings.traces), options, true_scene_of(parts.world))

    def run(
        self,
        task: str,
        listener: Listener | None = None,
        ask: "Ask | None" = None,
        origin: Origin | None = None,
    ) -> RunResult:
        """Carry out a task; everything is written into a new trace.

        An agent remembers its last task and how that ended, so that the next one may be "try again".

        Args:
            task: in plain words.
            listener: hears every event after it is written.
            ask: answers a question when the options hold no answer to it; without an answer, None, the run ends
                `asked`, before anything has moved.
            origin: what the run begins with if it repeats another one, or goes on from the middle of it.

        Raises:
            BadInputError: the task is empty.
            RunBrokenError: the program broke; the trace can be resumed.
        """
        check_task(task)
        origin, earlier = origin or Origin(), [self._earlier] if self._earlier else []
        with self.store.create(origin.mark(self._started(task)), listener) as writer, self._guarded(writer):
            planner = self._planner(writer, ask)
            if origin.known is None:
                return self._finish(task, planner.run(task, earlier), writer)
            self.parts.world.release()
            return self._finish(task, planner.go_on_from(origin.known, origin.force), writer)

    def resume(self, trace: str, listener: Listener | None = None, ask: "Ask | None" = None) -> RunResult:
        """Go on with a run whose process ended before it did, or that waits for an answer: look first, then act.

        Raises:
            TraceError: there is no such trace, or another process still runs it.
            RunBrokenError: the program broke again.
        """
        earlier = self.store.open(trace)
        check_resumable(earlier.summary.status, earlier.id)
        task, begun = earlier.started.task, any(isinstance(event, Observed) for event in earlier.events)
        with self.store.resume(earlier.id, versions(), listener) as writer, self._guarded(writer):
            planner = self._planner(writer, ask, earlier)
            self.parts.world.release()
            return self._finish(task, planner.resume() if begun else planner.run(task), writer)

    def close(self) -> None:
        """Give the world back."""
        close = getattr(self.parts.world, "close", None)
        if close is not None:
            close()

    def __enter__(self) -> "Agent":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _planner(self, writer: TraceWriter, ask: "Ask | None" = None, earlier: Trace | None = None) -> "Planner":
        """The decision loop, on a world whose state outlives this process, with a person who may step in."""
        from planner import Budgets, Planner, Weighing
        from planner.models.traced import traced, traced_reader
        from planner.recording import Recording
        from planner.supervision import SupervisedWorld

        parts, options = self.parts, self.options
        writer.subscribe(WorldKeeper(writer.folder))
        model = traced(parts.model, writer)
        person = self._person(writer, earlier)
        world = SupervisedWorld(PersistentWorld(parts.world, writer.folder), person)
        return Planner(
            runner=Runner(world, parts.limits, withdrawal=withdrawal_of(parts.world)),
            person=person,
            recording=Recording(writer, writer.folder, joint_names(parts.world), options.video),
            library=parts.library,
            grounder=parts.grounder,
            model=model,
            value_function=parts.value_function,
            detector=parts.detector,
            trace=writer,
            folder=writer.folder,
            budgets=Budgets(options.max_steps) if options.recovery else Budgets.without_recovery(options.max_steps),
            prompt=load_step_prompt(options),
            weighing=Weighing(use_say=options.say, use_can=options.can),
            reader=traced_reader(parts.reader, model),
            answers=options.answers,
            ask=ask,
            oracle=isinstance(parts.grounder, OracleGrounder),
            snapshots=None if self._snapshots is None else self._snapshots(writer.folder),
        )

    def _person(self, writer: TraceWriter, earlier: Trace | None) -> "Supervision":
        """Who watches a run. Of the commands that no process heard, only an answer still says something."""
        from planner.supervision import Supervision

        reader = CommandReader(writer.folder)
        asked = [event.wall for event in earlier.events if isinstance(event, Asked)] if earlier else []
        missed = [said for said in reader.new() if said.command == "answer" and asked and said.wall > asked[-1]]
        for said in missed:
            writer.emit(Commanded(command="answer", text=said.text, source=said.source))
        person = Supervision(writer, reader.new, self.options.approve, [said.text for said in missed])
        person.question_open = earlier is not None and earlier.summary.status == "asked"
        return person

    def _finish(self, task: str, end: "PlannerResult", writer: TraceWriter) -> RunResult:
        """Ask the simulator what it thinks, and write down how the run ended."""
        truth = None if self._truth is None else self._truth()
        success = None if truth is None or end.corrected else achieved(task, self.parts.library, truth)
        writer.emit(
            RunFinished(
                status=end.status,
                verified=end.verified,
                success=success,
                reason=end.reason,
                seconds=end.seconds,
                steps=end.steps,
                recoveries=end.recoveries,
                state_hash="" if truth is None else state_hash(truth),
            )
        )
        self._earlier = f"{task} ({ENDED.get(end.status, 'stopped')})"
        return RunResult(
            status=end.status,
            verified=end.verified,
            success=success,
            steps=end.steps,
            recoveries=end.recoveries,
            trace=writer.id,
            seconds=dict(end.seconds),
            reason=end.reason,
            question=None if end.question is None else end.question.text,
            options=() if end.question is None else tuple(end.question.options),
        )

    def _started(self, task: str) -> RunStarted:
        options = self.options
        return RunStarted(
            task=task,
            scene=options.scene,
            robot=options.robot,
            seed=options.seed,
            model=self.parts.model.name,
            options=options.for_trace(),
            versions=versions().model_copy(update={"library": library_hash(self.parts.library)}),
        )

    @contextmanager
    def _guarded(self, writer: TraceWriter) -> Iterator[None]:
        """Whatever goes wrong stops the robot and is written down."""
        try:
            yield
        except KeyboardInterrupt:
            self.parts.world.stop()
            writer.emit(SafetyStopped(reason="stopped by a person"))
            raise KeyboardInterrupt(f"stopped by a person; go on with doable resume {writer.id}") from None
        except Exception as error:
            self.parts.world.stop()
            if is_full(error):
                raise out_of_room(error, writer) from error
            writer.emit(Failed(error=type(error).__name__, message=str(error)))
            if is_bad_input(error):
                raise
            report = writer.folder / CRASH_REPORT
            report.write_text(traceback.format_exc())
            raise RunBrokenError(
                f"the run broke: {type(error).__name__}: {error}; details: {report}; "
                f"see doable trace show {writer.id}, go on with doable resume {writer.id}"
            ) from error


def check_resumable(status: str, trace: str) -> None:
    """Refuse to go on with a run that is over, or under way.

    Raises:
        BadInputError: it cannot be resumed.
    """
    if status not in RESUMABLE:
        raise BadInputError(
            f"trace {trace} cannot be resumed: it is {status}; only interrupted and failed runs can be, "
            "and those that wait for an answer"
        )


def out_of_room(error: Exception, writer: TraceWriter) -> DiskFullError:
    """The robot was stopped since no more can be written; what was set aside takes the news of it."""
    writer.make_room()
    what = f"the disk is full: {writer.folder} cannot grow"
    with suppress(TraceError):
        writer.emit(Failed(error="DiskFullError", message=f"{what} ({type(error).__name__}: {error})"))
    return DiskFullError(
        f"{what}; the robot was stopped, and what was written can be read: doable trace show {writer.id}; "
        f"make room, then go on with doable resume {writer.id}"
    )


def joint_names(world: object) -> tuple[str, ...]:
    """Of a robot's arm; none where the world does not tell."""
    return tuple(getattr(getattr(world, "robot", None), "arm_joints", ()))


def withdrawal_of(world: object) -> Withdrawal | None:
    """How a robot's hand gets out of sight; it stays where the world does not tell."""
    waits = getattr(getattr(world, "robot", None), "waits", None)
    return None if waits is None else Withdrawal(waits)


def versions() -> Versions:
    """What runs now, for the trace."""
    return Versions(code=code_version(), weights=weight_hashes(), packages=package_versions())
