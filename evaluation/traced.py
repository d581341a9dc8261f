"""Episodes out of the trace of a run: what each step felt, saw and was told, with what became of it as its label.

A trace holds a row a control period and a video of five pictures a second, so that a picture stands for the frames up
to the next. A step that was verified is a success. One that was judged not done, ran out of time, was stopped, was cut
short by a person's correction or is marked by hand is a failure of that kind. Runs recorded before targets were part
of a trace have the next state in their place, and say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulation.kinematics import Arm
from simulation.robots import Robot, find_robot
from skills import rotations
from skills.datasets import DatasetError, DatasetWriter, Features, Frame, Label
from skills.datasets.video import pictures
from skills.spaces import CameraSpace, RobotSpaces, single_arm
from traces import Filmed, Moved, Observed, StepFinished, StepStarted, Trace, Verified
from traces.events import BaseEvent, Commanded

E = TypeVar("E", bound=BaseEvent)
CORRECTED, STOPPED_BY_PERSON, NOT_DONE = "corrected", "stopped by a person", "judged not done"
_EVEN = 0.02
"""Control periods of one step may differ by so much, [s]."""
_WORLDS = "worlds/{seq:05d}.state"


@dataclass(frozen=True)
class Step:
    """A step of a run with all that the trace holds of it."""

    number: int
    """From 1, in the order of the run."""
    started: StepStarted
    moved: Moved
    films: tuple[Filmed, ...]
    finished: StepFinished | None
    verified: Verified | None
    correction: str
    """What a person said against it; empty if nobody did."""
    stopped: bool
    """Whether a person stopped the run then."""
    seen: Observed | None

    @property
    def failure(self) -> str | None:
        """What kind of failure it was; empty for a success, None where nobody knows."""
        if self.correction:
            return CORRECTED
        if self.stopped:
            return STOPPED_BY_PERSON
        if self.verified is not None:
            return "" if self.verified.success else NOT_DONE
        if self.finished is not None and self.finished.status not in ("done", "succeeded"):
            return self.finished.status
        return None


@dataclass(frozen=True)
class Written:
    """What became of a trace."""

    episodes: tuple[int, ...]
    """Their indices in the data set."""
    left_out: Mapping[int, str]
    """Why, by the number of the step."""


def steps_of(trace: Trace) -> tuple[Step, ...]:
    """The steps of a run that moved the robot, in order."""
    by_span: dict[str, list[BaseEvent]] = {}
    for event in trace.events:
        if isinstance(event, BaseEvent):
            by_span.setdefault(event.span, []).append(event)
    starts = [event for event in trace.events if isinstance(event, StepStarted)]
    told = [_step(trace, number, by_span[start.span], start) for number, start in enumerate(starts, 1)]
    return tuple(step for step in told if step is not None)


def write_trace(
    trace: Trace, out: Path, failed: Mapping[int, str] | None = None, only: Sequence[int] | None = None
) -> Written:
    """Append the steps of a run to a data set, which is made if it is not there yet.

    Args:
        trace: of the run.
        out: folder of the data set.
        failed: steps that a person calls failed, with the kind of failure, by number.
        only: numbers of the steps that are wanted; all if not given.

    Raises:
        DatasetError: no step can be used, a number that no step has, the data set has other features or cannot be
            written; or it holds this trace already.
    """
    steps = _wanted(trace, failed or {}, only)
    usable, left_out = dict[int, tuple[Step, RobotSpaces]](), dict[int, str]()
    for step in steps:
        try:
            usable[step.number] = (step, _spaces(trace, step))
        except DatasetError as error:
            left_out[step.number] = str(error)
    if not usable:
        reasons = "; ".join(f"step {number}: {why}" for number, why in left_out.items()) or "it has no steps"
        raise DatasetError(f"nothing in trace {trace.id} can be used: {reasons}")
    _, first = next(iter(usable.values()))
    with DatasetWriter(out, Features.of(first)) as writer:
        if any(label.notes.get("trace") == trace.id for label in writer.labels):
            raise DatasetError(f"{out} holds trace {trace.id} already")
        written = []
        for number, (step, spaces) in usable.items():
            if spaces != first:
                left_out[number] = "it has other cameras or another rate than the steps before it"
                continue
            label = _label(trace, step, (failed or {}).get(number))
            written.append(writer.write(list(_frames(trace, step, spaces)), label, _start(trace, step)))
    return Written(tuple(written), dict(sorted(left_out.items())))


def _wanted(trace: Trace, failed: Mapping[int, str], only: Sequence[int] | None) -> tuple[Step, ...]:
    steps = steps_of(trace)
    known = [step.number for step in steps]
    strange = [number for number in (*failed, *(only or ())) if number not in known]
    if strange:
        raise DatasetError(f"trace {trace.id} has no step {strange[0]} that moved the robot; there are: {known}")
    return tuple(step for step in steps if only is None or step.number in only)


def _step(trace: Trace, number: int, events: Sequence[BaseEvent], start: StepStarted) -> Step | None:
    moved = _last(events, Moved, start.seq)
    if moved is None or not moved.rows:
        return None
    films = {film.camera: film for film in _all(events, Filmed) if film.seq > start.seq}
    finished, verified = _last(events, StepFinished, start.seq), _last(events, Verified, start.seq)
    end = finished.seq if finished is not None else moved.seq
    said = [e for e in trace.events if isinstance(e, Commanded) and start.seq < e.seq <= end and not e.ignored]
    words = "; ".join(event.text for event in said if event.command == "correct")
    stopped = any(event.command == "stop" for event in said)
    seen = [event for event in _all(events, Observed) if event.seq < start.seq]
    return Step(
        number,
        start,
        moved,
        tuple(films.values()),
        finished,
        verified,
        words,
        stopped,
        seen[-1] if seen else None,
    )


def _all(events: Sequence[BaseEvent], kind: type[E]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def _last(events: Sequence[BaseEvent], kind: type[E], after: int) -> E | None:
    found = [event for event in _all(events, kind) if event.seq > after]
    return found[-1] if found else None


def _label(trace: Trace, step: Step, marked: str | None) -> Label:
    failure = step.failure if marked is None else marked
    notes: dict[str, Any] = {"trace": trace.id, "step": step.number, "call": step.started.call}
    if step.correction:
        notes["correction"] = step.correction
    if step.verified is not None:
        notes["probability"] = step.verified.probability
    if not _targets(step):
        notes["actions"] = "the next state: this trace holds no targets"
    success = None if failure is None else not failure
    skill, task = step.started.call.partition("(")[0], step.started.text or step.started.call
    return Label(task, success, failure or "", skill, "trace", notes=notes)


def _start(trace: Trace, step: Step) -> bytes | None:
    """The world in which the step was begun, if the run kept it."""
    kept = trace.folder / _WORLDS.format(seq=step.seen.seq) if step.seen is not None else None
    return kept.read_bytes() if kept is not None and kept.exists() else None


# -- numbers and pictures -----------------------------------------------------------------------------------------


def _spaces(trace: Trace, step: Step) -> RobotSpaces:
    """Read from the step itself.

    Raises:
        DatasetError: its rows are too few or uneven in time, or a video is damaged.
    """
    times = _column(step, "time [s]")
    if len(times) < 2:
        raise DatasetError("it has fewer than two rows of motion")
    periods = np.diff(times)
    period = float(np.median(periods))
    if period <= 0 or np.abs(periods - period).max() > _EVEN:
        raise DatasetError(f"its rows are not evenly spaced in time ({periods.min():g} to {periods.max():g} s)")
    joints = len([name for name in step.moved.columns if name.startswith("joint ")])
    cameras = [CameraSpace(film.camera, *_size(trace, film), depth=False) for film in step.films]
    kind = "joints" if any(name.startswith("target joint ") for name in step.moved.columns) else "end_effector"
    rate = round(1 / period, 3)
    return single_arm(trace.started.robot, joints, sorted(cameras, key=lambda c: c.name), rate, kind)  # type: ignore[arg-type]


def _size(trace: Trace, film: Filmed) -> tuple[int, int]:
    for rgb in pictures(trace.folder / film.file, 0.0, np.inf):
        return rgb.shape[0], rgb.shape[1]
    raise DatasetError(f"{film.file} holds no picture")


def _frames(trace: Trace, step: Step, spaces: RobotSpaces) -> Iterator[Frame]:
    robot = find_robot(trace.started.robot)
    states = _states(step, robot)
    actions = _actions(step, robot, states, len(spaces.action))
    times = _column(step, "time [s]")
    films = {film.camera: _film(trace, film, times) for film in step.films}
    for row in range(len(times)):
        images = {camera: filmed[row] for camera, filmed in films.items()}
        yield Frame(states[row], actions[row], images)


def _states(step: Step, robot: Robot) -> NDArray[np.float64]:
    """Shape (T, n), in the order of ``RobotSpaces.state``; the tool's turn follows from the joints."""
    arm = Arm.from_urdf(robot.urdf, robot.arm_joints, robot.tcp_link, robot.home)
    joints = np.stack([_column(step, name) for name in step.moved.columns if name.startswith("joint ")], 1)
    poses = [arm.forward(row) for row in joints]
    turns = np.stack([rotations.of_matrix(T[:3, :3]) for T in poses])
    hand = [_column(step, name) for name in ("gripper [m]", "force [N]", *(f"end effector {a} [m]" for a in "xyz"))]
    return np.hstack([joints, np.stack(hand, 1), turns])


def _actions(step: Step, robot: Robot, states: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Shape (T, m): what was asked of the robot, or else where it was one period later."""
    targets = _targets(step)
    if targets:
        return np.stack([_column(step, name) for name in targets], 1)
    later = np.vstack([states[1:], states[-1:]])
    gripper = np.clip(later[:, -9] / robot.gripper_opening, 0, 1)
    return np.hstack([later[:, -7:], gripper[:, None]])[:, :size]


def _targets(step: Step) -> list[str]:
    return [name for name in step.moved.columns if name.startswith("target ")]


def _column(step: Step, name: str) -> NDArray[np.float64]:
    if name not in step.moved.columns:
        raise DatasetError(f"its motion has no column {name!r}, only {', '.join(step.moved.columns)}")
    place = step.moved.columns.index(name)
    return np.array([row[place] for row in step.moved.rows], np.float64)


def _film(trace: Trace, film: Filmed, times: NDArray[np.float64]) -> list[NDArray[np.uint8]]:
    """For each row the newest picture that was taken by then."""
    taken = list(pictures(trace.folder / film.file, 0.0, np.inf))
    if not taken:
        raise DatasetError(f"{film.file} holds no picture")
    rate = film.frames / film.seconds if film.seconds else 1.0
    at = np.floor((times - film.start) * rate + 1e-3).astype(int).clip(0, len(taken) - 1)
    return [taken[index] for index in at]
