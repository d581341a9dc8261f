"""What a policy server sends back: rows of numbers, read as actions, and refused where they are none."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import PositiveFloat, PositiveInt

from grounding import Observation
from skills import rotations
from skills.action import Action, ActionChunk, EndEffectorTarget, JointTarget
from skills.remote.sent import GripperSense, Strict

Rotation = Literal["quaternion", "rotvec", "rpy", "yaw"]
"""(x, y, z, w); axis times angle; roll, pitch, yaw about fixed axes; the yaw of a tool that points down."""
_WIDTH: dict[Rotation, int] = {"quaternion": 4, "rotvec": 3, "rpy": 3, "yaw": 1}
MAX_ACTIONS = 10_000
"""Of a chunk; more is taken for a mistake."""


class AnswerError(ValueError):
    """An answer that is no chunk of actions; the error says what it is and what it should be."""


class Received(Strict):
    """What comes back: an array of actions, of shape (T, n) or (n,), one row a control period."""

    key: str = "actions"
    kind: Literal["end_effector", "joints", "told"] = "end_effector"
    """Rows of ``x y z rotation gripper`` or ``joints gripper``; ``told``: the answer's ``kind`` says which."""
    reference: Literal["absolute", "relative", "step"] = "absolute"
    """Whether a row is a target, or is added to where the robot was when it looked, or to the row before."""
    rotation: Rotation = "quaternion"
    frame: Literal["base", "tool"] = "base"
    """In which a relative move and turn are meant."""
    length_unit: PositiveFloat = 1.0
    """What the server calls 1, in [m]; also the scale of a normalised step."""
    angle_unit: PositiveFloat = 1.0
    """The same in [rad]."""
    gripper: GripperSense = "opening"
    execute: PositiveInt | None = None
    """How many actions of a chunk are carried out; None: all."""
    terminate: str | None = None
    """Key of the probability that the command has been carried out; None: the server does not tell."""
    done_after: PositiveFloat | None = None
    """World time after which the command counts as carried out, [s]; None: when the skill's time is over."""

    def chunk(self, answer: Any, observation: Observation, since: float = 0.0) -> ActionChunk:
        """The chunk that an answer means.

        Args:
            answer: what the server sent.
            observation: what it was asked with.
            since: world time since the command began, [s].

        Raises:
            AnswerError: it means none.
        """
        if not isinstance(answer, Mapping):
            raise AnswerError(f"an answer of type {type(answer).__name__}, not a map with {self.key!r}")
        kind = answer.get("kind", self.kind) if self.kind == "told" else self.kind
        if kind not in ("end_effector", "joints"):
            raise AnswerError(f"actions of the kind {short(kind)}, not 'end_effector' or 'joints'")
        rows = self._rows(answer, kind, len(observation.proprioception.joint_positions))
        actions = self._joints(rows, observation) if kind == "joints" else self._poses(rows, observation)
        attention, camera = _attention(answer)
        return ActionChunk(actions, self._terminate(answer, since), attention, camera)

    def _rows(self, answer: Mapping[Any, Any], kind: str, joints: int) -> NDArray[np.float64]:
        if self.key not in answer:
            there = ", ".join(short(key) for key in list(answer)[:8]) or "nothing"
            raise AnswerError(f"an answer without {self.key!r}; it has: {there}")
        rows = _numbers(answer[self.key], f"{self.key!r}")
        rows = rows[None] if rows.ndim == 1 else rows
        width = joints + 1 if kind == "joints" else 4 + _WIDTH[self.rotation]
        if rows.ndim != 2 or rows.shape[1] != width or not 1 <= len(rows) <= MAX_ACTIONS:
            meant = f"{joints} joints and a gripper" if kind == "joints" else f"x, y, z, {self.rotation}, gripper"
            raise AnswerError(f"{self.key!r} of shape {rows.shape}, not (1 to {MAX_ACTIONS}, {width}): {meant}")
        return rows[: self.execute]

    def _joints(self, rows: NDArray[np.float64], observation: Observation) -> tuple[Action, ...]:
        goals = rows[:, :-1] * self.angle_unit
        here = observation.proprioception.joint_positions
        if self.reference != "absolute":
            goals = here + (np.cumsum(goals, axis=0) if self.reference == "step" else goals)
        return tuple(
            JointTarget(tuple(goal.tolist()), self._opening(row[-1])) for goal, row in zip(goals, rows, strict=True)
        )

    def _poses(self, rows: NDArray[np.float64], observation: Observation) -> tuple[Action, ...]:
        start = observation.proprioception.T_base_tcp
        place, turn = start[:3, 3], rotations.of_matrix(start[:3, :3])
        poses: list[Action] = []
        for row in rows:
            found, turned = self._pose(row, place, turn)
            if self.reference == "step":
                place, turn = found, turned
            (x, y, z), (qx, qy, qz, qw) = found.tolist(), turned.tolist()
            poses.append(EndEffectorTarget((x, y, z), (qx, qy, qz, qw), self._opening(row[-1])))
        return tuple(poses)

    def _pose(
        self, row: NDArray[np.float64], place: NDArray[np.float64], turn: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Position and quaternion that a row means, seen from a pose."""
        move, change = row[:3] * self.length_unit, self._turn(row[3:-1])
        if self.reference == "absolute":
            return move, change
        if self.frame == "tool":
            x, y, z, w = turn
            move = rotations.multiply(rotations.multiply(turn, [*move, 0.0]), [-x, -y, -z, w])[:3]
            return place + move, rotations.multiply(turn, change)
        return place + move, rotations.multiply(change, turn)

    def _turn(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        if self.rotation == "quaternion":
            try:
                return rotations.unit(numbers)
            except ValueError as error:
                raise AnswerError(str(error)) from error
        angles = numbers * self.angle_unit
        if self.rotation == "rpy":
            return rotations.of_rpy(angles)
        if self.rotation == "rotvec":
            return rotations.of_vector(angles)
        about_z = rotations.of_vector([0.0, 0.0, angles[0]])
        down = np.array([1.0, 0.0, 0.0, 0.0])  # half a turn about x: a tool that points down
        return rotations.multiply(about_z, down) if self.reference == "absolute" else about_z

    def _opening(self, value: float) -> float:
        shares = {
            "opening": value,
            "closing": 1.0 - value,
            "signed opening": 0.5 * (1.0 + value),
            "signed closing": 0.5 * (1.0 - value),
        }
        return float(shares[self.gripper])

    def _terminate(self, answer: Mapping[Any, Any], since: float) -> float:
        if self.done_after is not None and since >= self.done_after:
            return 1.0
        if self.terminate is None:
            return 0.0
        if self.terminate not in answer:
            raise AnswerError(f"an answer without {self.terminate!r}, the probability that the command is carried out")
        value = _numbers(answer[self.terminate], f"{self.terminate!r}")
        if value.size != 1 or not 0.0 <= value.item() <= 1.0:
            raise AnswerError(f"{self.terminate!r} is {short(value.tolist())}, not one number from 0 to 1")
        return float(value.item())


def _numbers(given: Any, what: str) -> NDArray[np.float64]:
    """An array of finite numbers."""
    try:
        kind = np.asarray(given).dtype.kind
        values = np.asarray(given, np.float64) if kind in "biuf" else None
    except (TypeError, ValueError, OverflowError):
        values = None
    if values is None:
        raise AnswerError(f"{what} is {short(given)}, not an array of numbers")
    if not np.isfinite(values).all():
        raise AnswerError(f"{what} has {int((~np.isfinite(values)).sum())} numbers that are not finite")
    return values


def _attention(answer: Mapping[Any, Any]) -> tuple[NDArray[np.float32] | None, str]:
    """Where the policy looked, if the answer says so in the form that ``ActionChunk`` has it."""
    given, camera = answer.get("attention"), answer.get("attention_camera", "front")
    if not isinstance(given, np.ndarray) or given.ndim != 2 or given.dtype.kind != "f":
        return None, "front"
    return given.astype(np.float32), str(camera)[:80]


def short(thing: object) -> str:
    """How a thing is written, cut to a line."""
    text = repr(thing)
    return text if len(text) <= 80 else f"{text[:77]}…"
