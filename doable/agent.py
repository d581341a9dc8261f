"""An agent: the one place where world, skills, grounder, language model, affordances and trace come together."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from doable.assembly import Parts, load_parts, true_scene_of
from doable.errors import BadInputError, is_bad_input
from doable.ground_truth import achieved
from doable.installation import code_version, package_versions, weight_hashes
from doable.options import RunOptions, check_task
from doable.persistence import STATE, PersistentWorld
from doable.settings import Settings
from grounding import Scene
from traces import Failed, RunFinished, RunStarted, SafetyStopped, TraceStore, TraceWriter, Versions
from traces.writer import Listener

__all__ = ["Agent", "Listener", "RunBrokenError", "RunResult"]

CRASH_REPORT = "crash.txt"


@dataclass(frozen=True)
class RunResult:
    """How a run ended."""

    status: str
    """`verified`, `not_achieved` or `stopped`."""
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


class RunBrokenError(RuntimeError):
    """The program broke in the middle of a run; the message says where the trace is."""


class Agent:
    """Carries out tasks in a world. Close it, or use it in a `with`."""

    def __init__(
        self,
        parts: Parts,
        store: TraceStore,
        options: RunOptions | None = None,
        truth: Callable[[], Scene] | None = None,
    ) -> None:
        """Put an agent together.

        Args:
            parts: what it decides and acts with.
            store: where its traces go.
            options: limits of the run and how to rank.
            truth: the true scene, for evaluation only; None where nobody knows it.
        """
        self.parts = parts
        self.store = store
        self.options = options or RunOptions()
        self._truth = truth

    @classmethod
    def load(cls, settings: Settings, options: RunOptions | None = None) -> "Agent":
        """An agent with the learned parts in a new simulated world.

        Raises:
            ValueError: something that was asked for does not exist, or a file is damaged; see `load_parts`.
        """
        options = options or RunOptions()
        parts = load_parts(settings, options)
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
        options = RunOptions.of_trace(earlier.started)
        parts = load_parts(settings, options, saved)
        return cls(parts, store, options, true_scene_of(parts.world))

    def run(self, task: str, listener: Listener | None = None) -> RunResult:
        """Carry out a task; everything is written into a new trace.

        Args:
            task: in plain words.
            listener: hears every event after it is written.

        Raises:
            BadInputError: the task is empty.
            RunBrokenError: the program broke; the trace can be resumed.
        """
        check_task(task)
        with self.store.create(self._started(task), listener) as writer:
            return self._carry_out(task, writer, resumed=False)

    def resume(self, trace: str, listener: Listener | None = None) -> RunResult:
        """Go on with a run whose process ended before it did: look first, then act.

        Raises:
            TraceError: there is no such trace, or another process still runs it.
            RunBrokenError: the program broke again.
        """
        task = self.store.open(trace).started.task
        with self.store.resume(trace, versions(), listener) as writer:
            return self._carry_out(task, writer, resumed=True)

    def close(self) -> None:
        """Give the world back."""
        close = getattr(self.parts.world, "close", None)
        if close is not None:
            close()

    def __enter__(self) -> "Agent":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _started(self, task: str) -> RunStarted:
        options = self.options
        return RunStarted(
            task=task,
            scene=options.scene,
            robot=options.robot,
            seed=options.seed,
            model=self.parts.model.name,
            options=options.for_trace(),
            versions=versions(),
        )

    def _success(self, task: str) -> bool | None:
        """The simulator's opinion, if there is one."""
        return None if self._truth is None else achieved(task, self.parts.library, self._truth())

    @contextmanager
    def _guarded(self, writer: TraceWriter) -> Iterator[None]:
        """Whatever goes wrong stops the robot and is written down."""
        try:
            yield
        except KeyboardInterrupt:
            self.parts.world.stop()
            writer.emit(SafetyStopped(reason="stopped by a person"))
            raise
        except Exception as error:
            self.parts.world.stop()
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
    if status not in ("interrupted", "failed"):
        raise BadInputError(f"trace {trace} cannot be resumed: it is {status}; only interrupted and failed runs can be")


def versions() -> Versions:
    """What runs now, for the trace."""
    return Versions(code=code_version(), weights=weight_hashes(), packages=package_versions())
