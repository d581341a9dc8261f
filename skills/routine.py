"""A skill that is a fixed routine: waypoints of the hand, relative to the base, to where it began, or to a thing.

It knows nothing but what a policy may know: the observation, and what a grounder sees in it. Where things are is looked
at once, when the routine begins; ``skills.limits`` and the robot's own limits hold for it as for any policy.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from grounding import Grounder, Observation
from skills import rotations
from skills.action import ActionChunk, EndEffectorTarget
from skills.conditions import canonical
from skills.errors import LibraryError
from skills.ports import PolicyError
from skills.skill import Skill

LEAD = 0.05
"""How far the target may be ahead of the hand, [m]: it waits for a hand that is held up."""
FIRST_PERIOD = 0.1
"""Taken for the time between looks before there were two, [s]."""
DOWN = (1.0, 0.0, 0.0, 0.0)
"""A tool that points straight down: half a turn about the base frame's x axis."""

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Number = Annotated[float, Field(allow_inf_nan=False)]


class Waypoint(BaseModel):
    """Where the hand goes next, and what its fingers do there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    position: tuple[Number, Number, Number] = (0.0, 0.0, 0.0)
    """[m], along the axes of the base frame, from what it is relative to."""
    relative_to: str = "base"
    """``base``; ``start``: where the hand was at the beginning; a thing's id, e.g. ``red block``; or a field of the
    command's template, e.g. ``{object}``: the thing that the command names."""
    yaw: Number | None = None
    """Turn of a tool that points down, about the base frame's z axis, [rad]; None: as before."""
    gripper: Annotated[float, Field(ge=0, le=1)] | None = None
    """0 is closed, 1 is open, while the hand goes there and after; None: as before."""
    speed: Positive = 0.25
    """[m/s]."""
    turn_speed: Positive = 1.5
    """[rad/s]."""
    tolerance: Positive = 0.015
    """How near the hand must come, [m]."""
    wait: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.0
    """Pause there, [s]; closing fingers need about 0.6."""

    @property
    def thing(self) -> str | None:
        """What must be seen to know where it is; None: nothing."""
        return None if self.relative_to in ("base", "start") else self.relative_to


class Routine(BaseModel):
    """A command in words and the waypoints that carry it out.

    Raises:
        ValidationError: no waypoints, or one relative to a field that the template has not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    template: str
    """As the skill has it: ``wave over the {object}``."""
    waypoints: Annotated[tuple[Waypoint, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _fields_are_known(self) -> "Routine":
        known = {name for _, name, _, _ in Formatter().parse(self.template) if name}
        for number, waypoint in enumerate(self.waypoints, 1):
            for field in re.findall(r"\{(.*?)\}", waypoint.relative_to):
                if field not in known:
                    has = ", ".join(sorted(known)) or "none"
                    raise ValueError(f"waypoint {number} is relative to {{{field}}}; the template's fields: {has}")
        return self

    @classmethod
    def read(cls, path: str | Path) -> "Routine":
        """From a YAML file.

        Raises:
            LibraryError: there is no such file, or it is wrong; the message says what is valid.
        """
        path = Path(path)
        try:
            return cls.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            where = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
            raise LibraryError(f"{path.name}: {where}") from error
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise LibraryError(f"{path.name}: {' '.join(str(error).split())}") from error

    def skill(self, name: str, grounder: Grounder | None = None, **contract: Any) -> Skill:
        """A skill that this routine carries out; ``contract`` is the rest of what ``Skill`` takes.

        Raises:
            LibraryError: as for any skill.
        """
        return Skill(name=name, template=self.template, policy=RoutinePolicy(self, grounder), **contract)

    def arguments(self, command: str) -> dict[str, str]:
        """What a command names in the template's fields.

        Raises:
            LibraryError: it is another command.
        """
        parts = Formatter().parse(" ".join(self.template.lower().split()))
        pattern = "".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _, _ in parts)
        found = re.fullmatch(pattern, canonical(command))
        if found is None:
            raise LibraryError(f"the routine does {self.template!r}, and not {command!r}")
        return found.groupdict()


@dataclass(frozen=True)
class RoutinePolicy:
    """Carries out a routine."""

    routine: Routine
    grounder: Grounder | None = None
    """Who sees where things are; None: the learned grounder, loaded when a thing is first looked for."""

    def start(self, command: str) -> "RoutineEpisode":
        """Begin.

        Raises:
            LibraryError: it is another routine's command.
        """
        arguments = self.routine.arguments(command)
        return RoutineEpisode([_bound(w, arguments) for w in self.routine.waypoints], self.grounder)


@dataclass(frozen=True)
class _Pose:
    """A target of the hand."""

    position: NDArray[np.float64]
    quaternion: NDArray[np.float64]
    gripper: float


class RoutineEpisode:
    """A routine under way: the target glides from waypoint to waypoint, never far ahead of the hand."""

    def __init__(self, waypoints: list[Waypoint], grounder: Grounder | None) -> None:
        self._waypoints, self._grounder = waypoints, grounder
        self._goals: list[_Pose] = []
        self._leg, self._gone, self._waited = 0, 0.0, 0.0
        self._time: float | None = None
        self._from: _Pose | None = None

    def act(self, observation: Observation) -> ActionChunk:
        """The next target, for one control period.

        Raises:
            PolicyError: a thing that a waypoint is relative to is not seen.
        """
        period = FIRST_PERIOD if self._time is None else max(0.0, observation.time - self._time)
        self._time = observation.time
        if self._from is None:
            self._from = _here(observation)
            self._goals = self._resolved(observation, self._from)
        target = self._glide(period, observation)
        x, y, z = target.position.tolist()
        qx, qy, qz, qw = target.quaternion.tolist()
        action = EndEffectorTarget((x, y, z), (qx, qy, qz, qw), target.gripper)
        return ActionChunk((action,), float(self._leg == len(self._goals)))

    def _glide(self, period: float, observation: Observation) -> _Pose:
        if self._leg == len(self._goals):
            return self._goals[-1]
        assert self._from is not None
        waypoint, start, goal = self._waypoints[self._leg], self._from, self._goals[self._leg]
        hand = observation.proprioception.tcp_position
        target = _between(start, goal, self._gone)
        if np.linalg.norm(target.position - hand) <= LEAD:
            self._gone = min(1.0, self._gone + period / max(_seconds(start, goal, waypoint), 1e-6))
            target = _between(start, goal, self._gone)
        if self._gone == 1.0 and np.linalg.norm(goal.position - hand) <= waypoint.tolerance:
            self._waited += period
            if self._waited > waypoint.wait:
                self._leg, self._gone, self._waited, self._from = self._leg + 1, 0.0, 0.0, goal
        return target

    def _resolved(self, observation: Observation, start: _Pose) -> list[_Pose]:
        seen = self._things(observation)
        goals, last = list[_Pose](), start
        for waypoint in self._waypoints:
            origins = {"base": np.zeros(3), "start": start.position}
            origin = seen[waypoint.thing] if waypoint.thing is not None else origins[waypoint.relative_to]
            down = np.array(DOWN)
            turn = last.quaternion
            if waypoint.yaw is not None:
                turn = rotations.multiply(rotations.of_vector([0.0, 0.0, waypoint.yaw]), down)
            gripper = last.gripper if waypoint.gripper is None else waypoint.gripper
            last = _Pose(origin + np.array(waypoint.position), turn, gripper)
            goals.append(last)
        return goals

    def _things(self, observation: Observation) -> dict[str, NDArray[np.float64]]:
        """Centres of the things that the routine needs, base frame, [m]."""
        wanted = {waypoint.thing for waypoint in self._waypoints if waypoint.thing is not None}
        if not wanted:
            return {}
        scene = (self._grounder or _learned_grounder()).ground(observation)
        there = {canonical(thing.id): np.array(thing.position, np.float64) for thing in scene.objects}
        missing = sorted(wanted - there.keys())
        if missing:
            raise PolicyError(f"the routine needs {', '.join(missing)}; seen: {', '.join(there) or 'nothing'}")
        return there


@cache
def _learned_grounder() -> Grounder:
    from grounding.detector import LearnedGrounder

    return LearnedGrounder.load()


def _bound(waypoint: Waypoint, arguments: dict[str, str]) -> Waypoint:
    """With the command's things in the place of fields."""
    return waypoint.model_copy(update={"relative_to": canonical(waypoint.relative_to.format(**arguments))})


def _here(observation: Observation) -> _Pose:
    body = observation.proprioception
    closed = body.gripper_force > 0.5 or body.gripper_opening < 0.005
    turn = rotations.of_matrix(body.T_base_tcp[:3, :3])
    return _Pose(body.tcp_position.copy(), turn, 0.0 if closed else 1.0)


def _between(start: _Pose, goal: _Pose, share: float) -> _Pose:
    """Part of the way, at even speeds; the fingers move at once."""
    x, y, z, w = start.quaternion
    turn = rotations.to_vector(rotations.multiply(goal.quaternion, [-x, -y, -z, w]))
    position = start.position + share * (goal.position - start.position)
    quaternion = rotations.multiply(rotations.of_vector(share * turn), start.quaternion)
    return replace(goal, position=position, quaternion=quaternion)


def _seconds(start: _Pose, goal: _Pose, waypoint: Waypoint) -> float:
    """How long the way takes."""
    x, y, z, w = start.quaternion
    turn = np.linalg.norm(rotations.to_vector(rotations.multiply(goal.quaternion, [-x, -y, -z, w])))
    return float(max(np.linalg.norm(goal.position - start.position) / waypoint.speed, turn / waypoint.turn_speed))
