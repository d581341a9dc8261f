"""Small demonstrations and observations, as if from a simulator, for the tests of policies."""

from pathlib import Path

import numpy as np

from grounding import Camera, Image, Observation, Proprioception
from grounding.frames import Frames, ShardWriter, record
from skills.action import EndEffectorTarget
from skills.policies import Lessons
from skills.training import command_row, demonstration_row, joint_row
from tests.skills.taught import Commands, curriculum, parts

SIDE = 32
THINGS = ("red block", "blue bowl", "green block")
JOINTS = 7
MASK = np.full((SIDE, SIDE), -1)
MASK[8:16, 8:16], MASK[8:16, 20:28] = 0, 1


SKILLS = ("pick_up", "put_in", "put_on")
"""As today's default counts them."""
CURRICULUM = curriculum(*SKILLS)


def observation(seed: int, time: float = 0.0) -> Observation:
    rng = np.random.default_rng(seed)
    pose = np.eye(4)
    pose[:3, :3] = [[0, -1, 0], [-1, 0, 0], [0, 0, -1]]
    pose[:3, 3] = [0.5, 0.0, 0.6]
    camera = Camera("front", np.array([[40.0, 0, SIDE / 2], [0, 40.0, SIDE / 2], [0, 0, 1]]), pose)
    tcp = np.diag([1.0, -1.0, -1.0, 1.0])
    tcp[:3, 3] = rng.uniform([0.4, -0.2, 0.1], [0.6, 0.2, 0.3])
    hand = Proprioception(tcp, 0.08, rng.uniform(-1, 1, JOINTS), np.zeros(JOINTS))
    rgb = rng.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
    depth = rng.uniform(0.5, 0.6, (SIDE, SIDE)).astype(np.float32)
    images = {name: Image(rgb, depth, camera) for name in ("front", "wrist")}
    return Observation(images, hand, time)


def write_demonstrations(folder: Path, joints: bool = True) -> Frames:
    """Six frames; what is right to do differs between them."""
    writer = ShardWriter(folder / "0000")
    for i in range(6):
        seen = observation(i)
        x, y, z = seen.proprioception.tcp_position.tolist()
        rng = np.random.default_rng(100 + i)
        way, turn, grip = rng.uniform(-0.05, 0.05, 3), float(rng.uniform(-0.4, 0.4)), float(i % 2)
        actions = [
            EndEffectorTarget.top_down((x + way[0] * k, y + way[1] * k, z + way[2] * k), turn, grip) for k in (1, 2)
        ]
        arguments = {"object": THINGS[0]} | ({} if i < 3 else {"container": THINGS[1]})
        row = {
            **record(seen, MASK),
            **parts(THINGS),
            **demonstration_row([seen], actions, i == 5),
            **command_row("pick_up" if i < 3 else "put_in", arguments),
            "episode": np.array(i // 3),
        }
        if joints:
            here, far = seen.proprioception.joint_positions, rng.uniform(-0.2, 0.2, JOINTS)
            row |= joint_row(seen, [here + far * k for k in (0.5, 1.0)])
        writer.add(row)
    writer.close()
    return Frames([folder])


def lessons(folder: Path, joints: bool = True) -> Lessons:
    """Demonstrations and two still views."""
    demonstrations = write_demonstrations(folder / "demonstrations", joints)
    writer = ShardWriter(folder / "scenes" / "0000")
    for i in range(2):
        writer.add({**record(observation(20 + i), MASK), **parts(THINGS)})
    writer.close()
    return Lessons(CURRICULUM, demonstrations, Frames([folder / "scenes"]), Commands())
