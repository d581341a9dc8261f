"""What a skill's motion leaves in a trace: paths, gripper, force and targets by control period, and camera videos."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding import Proprioception
from planner.ports import TraceSink
from skills import Action, EndEffectorTarget, Tick
from traces import Filmed, Moved
from traces.database import is_full

if TYPE_CHECKING:
    from traces.film import Film

VIDEOS = "video"
FRAMES_A_SECOND = 5.0
"""Of the world's time; of the pictures that the policy or the limits took anyway."""
DIGITS = 5


class Recording:
    """Samples what the robot feels and sees while a skill acts; one ``Moved`` and some ``Filmed`` a step."""

    def __init__(self, trace: TraceSink, folder: Path, joints: Sequence[str] = (), video: bool = True) -> None:
        """
        Args:
            trace: where the events go.
            folder: the trace's, for videos.
            joints: names of the arm's joints; numbered if not given.
            video: whether cameras are filmed; without PyAV they are not.
        """
        self.trace, self.folder, self.joints, self.video = trace, folder, tuple(joints), video
        self._span, self._origin, self._every = "", 0.0, 1
        self._rate = FRAMES_A_SECOND
        self._rows: list[tuple[float, ...]] = []
        self._columns: tuple[str, ...] = ()
        self._films: dict[str, tuple[Film, float]] = {}

    def begin(self, span: str, origin: float, control_period: float) -> None:
        """A step begins.

        Args:
            span: its span.
            origin: the world's time at the start of the run, [s].
            control_period: [s].
        """
        self._span, self._origin = span, origin
        self._every = max(1, round(1 / (FRAMES_A_SECOND * control_period)))
        self._rate = 1 / (self._every * control_period)
        self._rows, self._films, self._columns = [], {}, ()

    def tick(self, tick: Tick) -> None:
        """Take down a control period; one without a new observation is passed over.

        Raises:
            OSError: the disk is full.
        """
        time = round(tick.observation.time - self._origin, DIGITS)
        if self._rows and self._rows[-1][0] == time:
            return
        body = tick.observation.proprioception
        self._columns = self._columns or columns(self.joints, len(body.joint_positions), tick.action)
        self._rows.append((time, *_numbers(body), *_told(tick.action)))
        if self.video and (len(self._rows) - 1) % self._every == 0:
            for camera, image in tick.observation.images.items():
                self._film(camera, time, image.rgb)

    def finish(self) -> None:
        """The step has ended, in whatever way: write down what there is.

        Raises:
            OSError: the disk is full.
            TraceError: so it is, or the trace cannot be written.
        """
        rows, films = self._rows, self._films
        self._rows, self._films = [], {}
        if rows:
            self.trace.emit(Moved(columns=self._columns, rows=tuple(rows), span=self._span))
        for camera, (film, start) in films.items():
            with _unless_full():
                film.close()
                self._filmed(camera, film, start)

    def _film(self, camera: str, time: float, rgb: Any) -> None:
        try:
            if camera not in self._films:
                self._films[camera] = (self._open(camera, rgb), time)
            with _unless_full():
                self._films[camera][0].add(rgb)
        except ImportError:
            self.video = False

    def _open(self, camera: str, rgb: Any) -> "Film":
        from traces.film import Film

        folder = self.folder / VIDEOS
        folder.mkdir(exist_ok=True)
        name = "".join(letter if letter.isalnum() else "_" for letter in f"{self._span} {camera}")
        height, width = rgb.shape[:2]
        return Film(folder / f"{name}.mp4", self._rate, height, width)

    def _filmed(self, camera: str, film: "Film", start: float) -> None:
        file = film.path.relative_to(self.folder).as_posix()
        seconds = round(film.frames / self._rate, DIGITS)
        self.trace.emit(
            Filmed(camera=camera, file=file, start=start, seconds=seconds, frames=film.frames, span=self._span)
        )


def columns(joints: Sequence[str], count: int, action: Action | None = None) -> tuple[str, ...]:
    """Names with units of a row's numbers; those of targets are of the kind that ``action`` is of."""
    names = joints if len(joints) == count else [str(number) for number in range(1, count + 1)]
    hand = [f"end effector {axis} [m]" for axis in "xyz"]
    return (
        "time [s]",
        *(f"joint {name} [rad]" for name in names),
        *hand,
        "end effector yaw [rad]",
        "gripper [m]",
        "force [N]",
        *([] if action is None else _targets(names, action)),
    )


def _targets(joints: Sequence[str], action: Action) -> tuple[str, ...]:
    pose = (*(f"target {axis} [m]" for axis in "xyz"), *(f"target q{axis} [1]" for axis in "xyzw"))
    goal = pose if isinstance(action, EndEffectorTarget) else (f"target joint {name} [rad]" for name in joints)
    return (*goal, "target gripper [1]")


def _told(action: Action) -> tuple[float, ...]:
    goal = (*action.position, *action.quaternion) if isinstance(action, EndEffectorTarget) else action.positions
    return tuple(round(float(number), DIGITS) for number in (*goal, action.gripper))


def _numbers(body: Proprioception) -> tuple[float, ...]:
    numbers = [*body.joint_positions, *body.tcp_position, body.tcp_yaw, body.gripper_opening, body.gripper_force]
    return tuple(round(float(number), DIGITS) for number in numbers)


@contextmanager
def _unless_full() -> Iterator[None]:
    """A film that cannot be written is no reason to stop a run; a full disk is."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise
