"""Robots as data: where the model is, which joints do what, and how fast they may move."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True)
class Robot:
    """One arm with a parallel gripper whose fingers close along the tool's y axis."""

    name: str
    urdf: Path
    arm_joints: tuple[str, ...]
    finger_joints: tuple[str, str]
    finger_links: tuple[str, str]
    tcp_link: str
    wrist_link: str
    """Carries the wrist camera; its z axis points along the fingers."""
    home: tuple[float, ...]
    """Joint positions at the start, [rad]; tool pointing down."""
    max_velocity: tuple[float, ...]
    """[rad/s]."""
    max_acceleration: tuple[float, ...]
    """[rad/s^2]."""
    max_jerk: tuple[float, ...]
    """[rad/s^3]."""
    max_force: tuple[float, ...]
    """Joint torques, [N m]."""
    waits: tuple[float, float, float]
    """Where the hand waits, out of the cameras' sight, while what it has done is looked at: base frame, [m]."""
    gripper_opening: float = 0.08
    """Widest distance between the fingers, [m]."""
    gripper_force: float = 20.0
    """[N] a finger."""
    gripper_speed: float = 0.12
    """[m/s] a finger."""


PANDA = Robot(
    name="panda",
    urdf=ASSETS / "panda" / "panda.urdf",
    arm_joints=tuple(f"panda_joint{i}" for i in range(1, 8)),
    finger_joints=("panda_finger_joint1", "panda_finger_joint2"),
    finger_links=("panda_leftfinger", "panda_rightfinger"),
    tcp_link="panda_grasptarget",
    wrist_link="panda_hand",
    home=(0.0, -0.55, 0.0, -2.50, 0.0, 1.95, 0.785),
    max_velocity=(2.1, 2.1, 2.1, 2.1, 2.5, 2.5, 2.5),
    max_acceleration=(9.0, 6.0, 7.0, 8.0, 10.0, 12.0, 12.0),
    max_jerk=(300.0, 250.0, 250.0, 300.0, 400.0, 500.0, 500.0),
    max_force=(87.0, 87.0, 87.0, 87.0, 12.0, 12.0, 12.0),
    waits=(0.38, 0.0, 0.368),
)

ROBOTS: Mapping[str, Robot] = {"panda": PANDA}


def find_robot(name: str, robots: Mapping[str, Robot] = ROBOTS) -> Robot:
    """The robot of that name.

    Raises:
        ValueError: there is none; the message names those there are.
    """
    if name not in robots:
        raise ValueError(f"unknown robot {name!r}; choose from: {', '.join(robots)}")
    return robots[name]
