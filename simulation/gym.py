"""The table-top as a Gymnasium environment: one command an episode, small motions of the hand as actions.

Importing this module registers it, as is usual for Gymnasium: ``import simulation.gym`` and then
``gymnasium.make("doable/Tabletop-v0")``, or ``gymnasium.make("simulation.gym:doable/Tabletop-v0")`` at once.
"""

import string
from collections.abc import Sequence
from typing import Any

import gymnasium
import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray

from grounding import Observation
from simulation.cameras import FAR, FRONT, WRIST, Lens
from simulation.robots import find_robot
from simulation.scene import SceneSpec, sample_tabletop
from simulation.truth import succeeded
from simulation.world import SimulatedWorld
from skills import EndEffectorTarget, SkillCall, tabletop_library

ENVIRONMENT = "doable/Tabletop-v0"
MAX_STEPS = 200
"""Control periods after which an episode is truncated; a demonstrator needs some 20 to 40."""
REACH = 0.075
"""How far ahead of the hand an action of 1 puts the target, along each axis, [m]."""
TURN = 0.5
"""How far an action of 1 turns it, [rad]."""
ACTION = ("dx", "dy", "dz", "dyaw", "gripper")
LONGEST_INSTRUCTION = 96

_Array = NDArray[np.float32]
_Observation = dict[str, Any]
_STILL = np.array([0.0, 0.0, 0.0, 0.0, 1.0])


class TabletopEnv(gymnasium.Env[_Observation, _Array]):
    """Carry out one drawn command, e.g. ``put the red block in the blue bowl``, on a table drawn anew.

    Actions (5,), each in -1 to 1: the target of the next control period relative to where the hand is, along the
    base frame's axes (1 is 7.5 cm), about its z axis (1 is 0.5 rad), and the gripper (-1 closed, 1 open).
    Observations: ``front_rgb`` (128, 128, 3), ``front_depth`` (128, 128, 1) in [m], ``wrist_rgb`` (96, 96, 3),
    ``proprioception`` (20,) and ``instruction``. Reward: 1 when the command has really been carried out, which
    terminates the episode, else 0.
    """

    metadata = {"render_modes": ["rgb_array"], "render_fps": round(1 / SimulatedWorld.control_period)}

    def __init__(
        self,
        robot: str = "panda",
        objects: Sequence[str] | None = None,
        command: str | None = None,
        render_mode: str | None = None,
    ) -> None:
        """An environment; nothing is simulated before ``reset``.

        Args:
            robot: one of ``simulation.robots.ROBOTS``.
            objects: exactly what lies on the table; drawn by default.
            command: what to do, e.g. ``put the red block in the blue bowl``; drawn by default.
            render_mode: ``rgb_array`` or None.

        Raises:
            ValueError: no such robot.
            LibraryError: the command cannot be read.
        """
        self.render_mode = render_mode
        self.observation_space = _observation_space()
        self.action_space = spaces.Box(-1.0, 1.0, (len(ACTION),), np.float32)
        self._robot, self._objects = find_robot(robot).name, objects
        self._command = tabletop_library().parse(command) if command is not None else None
        self._world: SimulatedWorld | None = None

    @property
    def world(self) -> SimulatedWorld:
        """The simulated world of this episode.

        Raises:
            gymnasium.error.ResetNeeded: before the first ``reset`` or after ``close``.
        """
        if self._world is None:
            raise gymnasium.error.ResetNeeded("call reset() first")
        return self._world

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[_Observation, dict[str, Any]]:
        """Begin an episode on another table.

        Args:
            seed: the same seed gives the same table and command.
            options: ``objects`` and ``command`` for this episode, as for the constructor.

        Raises:
            ValueError: no object of the command is on the table, or objects that cannot be.
            LibraryError: the command cannot be read.
        """
        super().reset(seed=seed)
        given = options or {}
        spec = sample_tabletop(self.np_random, given.get("objects", self._objects))
        text = given.get("command")
        command = tabletop_library().parse(text) if text is not None else self._command
        self.command = _checked(command, spec) if command is not None else _draw_command(self.np_random, spec)
        self.close()
        self._world = SimulatedWorld(spec, self._robot)
        return self._observe(), self._info()

    def step(self, action: _Array) -> tuple[_Observation, float, bool, bool, dict[str, Any]]:
        """Let one control period pass; see the class for actions and reward. Only a time limit truncates."""
        self.world.apply(self._target(action))
        info = self._info()
        return self._observe(), float(info["is_success"]), info["is_success"], False, info

    def render(self) -> NDArray[np.uint8] | None:  # type: ignore[override]
        """A picture for people, shape (240, 320, 3); None without a render mode."""
        return self.world.picture() if self.render_mode == "rgb_array" else None

    def close(self) -> None:
        """Give the physics engine back; may be called more than once."""
        if self._world is not None:
            self._world.close()
        self._world = None

    def _target(self, action: _Array) -> EndEffectorTarget:
        """What numbers that are no numbers mean is: stay, and open the gripper."""
        values = np.asarray(action, dtype=np.float64)
        dx, dy, dz, dyaw, gripper = np.where(np.isfinite(values), values, _STILL).clip(-1, 1).tolist()
        felt = self.world.proprioception()
        x, y, z = felt.tcp_position + REACH * np.array([dx, dy, dz])
        return EndEffectorTarget.top_down((float(x), float(y), float(z)), felt.tcp_yaw + TURN * dyaw, (gripper + 1) / 2)

    def _observe(self) -> _Observation:
        observation = self.world.observe()
        front = observation.images["front"]
        return {
            "front_rgb": front.rgb.copy(),
            "front_depth": front.depth[..., None].copy(),
            "wrist_rgb": observation.images["wrist"].rgb.copy(),
            "proprioception": np.clip(_proprioception(observation), -_BOUNDS, _BOUNDS),
            "instruction": self.command.text,
        }

    def _info(self) -> dict[str, Any]:
        """Whether the command has been carried out, as the simulator knows it."""
        truth = self.world.privileged.truth()
        return {"is_success": succeeded(self.command.name, self.command.arguments, truth)}


_BOUNDS = np.array([2.0] * 3 + [1.0] * 2 + [0.2] + [7.0] * 7 + [20.0] * 7, dtype=np.float32)
"""Of the proprioception, in its units; far beyond what occurs."""


def _proprioception(observation: Observation) -> _Array:
    """Tool position (3) [m], cosine and sine of its yaw (2), opening (1) [m], joints (7) [rad], speeds (7) [rad/s]."""
    felt = observation.proprioception
    tool = [*felt.tcp_position, np.cos(felt.tcp_yaw), np.sin(felt.tcp_yaw), felt.gripper_opening]
    return np.concatenate([tool, felt.joint_positions, felt.joint_velocities]).astype(np.float32)


def _observation_space() -> spaces.Dict:
    letters = frozenset(string.ascii_letters + string.digits + " ")
    return spaces.Dict(
        {
            "front_rgb": spaces.Box(0, 255, _shape(FRONT, 3), np.uint8),
            "front_depth": spaces.Box(0.0, FAR, _shape(FRONT, 1), np.float32),
            "wrist_rgb": spaces.Box(0, 255, _shape(WRIST, 3), np.uint8),
            "proprioception": spaces.Box(-_BOUNDS, _BOUNDS, dtype=np.float32),
            "instruction": spaces.Text(LONGEST_INSTRUCTION, charset=letters),
        }
    )


def _shape(lens: Lens, channels: int) -> tuple[int, int, int]:
    return (lens.height, lens.width, channels)


def _checked(command: SkillCall, spec: SceneSpec) -> SkillCall:
    there = [thing.id for thing in spec.objects]
    for id in command.arguments.values():
        if id not in there:
            raise ValueError(f"{command.text!r} names no object on the table; there is: {', '.join(there)}")
    return command


def _draw_command(rng: np.random.Generator, spec: SceneSpec) -> SkillCall:
    """Any command that makes sense for what lies there; every skill is as likely as the others."""
    library = tabletop_library()
    blocks, bowls = ([o.id for o in spec.objects if o.category == kind] for kind in ("block", "bowl"))
    calls = {
        "pick_up": [library["pick_up"].call(object=block) for block in blocks],
        "put_in": [library["put_in"].call(object=block, container=bowl) for block in blocks for bowl in bowls],
        "put_on": [library["put_on"].call(object=a, support=b) for a in blocks for b in blocks if a != b],
    }
    possible = [some for some in calls.values() if some]
    if not possible:
        raise ValueError("there is nothing to pick up; put at least one block on the table")
    some = possible[int(rng.integers(len(possible)))]
    return some[int(rng.integers(len(some)))]


def register() -> None:
    """Make ``doable/Tabletop-v0`` known to Gymnasium; once is enough, more does no harm."""
    if ENVIRONMENT not in gymnasium.registry:
        gymnasium.register(ENVIRONMENT, entry_point="simulation.gym:TabletopEnv", max_episode_steps=MAX_STEPS)


register()
