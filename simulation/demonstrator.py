"""The scripted expert: decides from true geometry alone what to do next; it has no memory, so any state can be asked."""

from collections.abc import Mapping

import numpy as np

from simulation.shapes import SHAPES
from simulation.truth import TrueObject, Truth, succeeded
from simulation.world import SimulatedWorld
from skills.action import EndEffectorTarget

LEAD = 0.075
HOVER = 0.09
CARRY = 0.2
LIFT = 0.14


class Demonstrator:
    def __init__(self, world: SimulatedWorld) -> None:
        self.world = world

    def act(self, skill: str, arguments: Mapping[str, str]) -> tuple[EndEffectorTarget, bool]:
        truth = self.world.privileged.truth()
        if skill == "pick_up":
            return self._pick(truth, truth[arguments["object"]])
        place = arguments.get("container") or arguments["support"]
        return self._put(skill, truth, truth[arguments["object"]], truth[place])

    def _pick(self, truth: Truth, thing: TrueObject) -> tuple[EndEffectorTarget, bool]:
        tcp = np.array(truth.tcp.position)
        yaw = _nearest(thing.yaw, truth.tcp.yaw)
        target = np.array(thing.position)
        if truth.held == thing.id:
            done = thing.bottom - truth.support_height(thing) >= 0.09
            return self._to(truth, [tcp[0], tcp[1], tcp[2] + (0.0 if done else LEAD)], truth.tcp.yaw, 0.0), done
        aside = float(np.hypot(*(target - tcp)[:2]))
        level = abs(tcp[2] - target[2]) < 0.008
        turned = abs(yaw - truth.tcp.yaw) < 0.1
        if level and aside < 0.008 and turned:
            return self._to(truth, [target[0], target[1], target[2]], yaw, 0.0), False
        if truth.tcp.opening < 0.07:
            high = max(tcp[2], target[2] + 0.05)
            return self._to(truth, [tcp[0], tcp[1], high], truth.tcp.yaw, 1.0), False
        if aside < 0.012 and turned:
            return self._to(truth, target, yaw, 1.0), False
        below = tcp[2] < target[2] + 0.6 * HOVER
        if below and aside > 0.03:
            return self._to(truth, [tcp[0], tcp[1], target[2] + HOVER], truth.tcp.yaw, 1.0), False
        return self._to(truth, [target[0], target[1], max(target[2] + HOVER, min(tcp[2], target[2] + HOVER))], yaw, 1.0), False

    def _put(self, skill: str, truth: Truth, thing: TrueObject, place: TrueObject) -> tuple[EndEffectorTarget, bool]:
        tcp = np.array(truth.tcp.position)
        if truth.held != thing.id:
            there = truth.inside(thing, place) if skill == "put_in" else truth.rests_on(thing, place)
            near = np.hypot(*(np.array(thing.position) - tcp)[:2]) < 0.05 and tcp[2] < thing.position[2] + 0.09
            if there and near:
                return self._to(truth, [tcp[0], tcp[1], tcp[2] + LEAD], truth.tcp.yaw, 1.0), False
            if there:
                return self._to(truth, tcp, truth.tcp.yaw, 1.0), True
            return self._pick(truth, thing)
        grip = tcp[2] - thing.bottom
        offset = np.array(thing.position)[:2] - tcp[:2]
        goal = np.array(place.position)[:2] - offset
        aside = float(np.hypot(*(goal - tcp[:2])))
        yaw = _nearest(place.yaw, truth.tcp.yaw) if skill == "put_on" else truth.tcp.yaw
        rest = place.bottom + 0.02 if skill == "put_in" else place.top + 0.001
        safe = place.top + 0.05 + grip
        turned = abs(yaw - truth.tcp.yaw) < 0.15
        close = 0.02 if skill == "put_in" else 0.006
        if aside < close and turned:
            if thing.bottom - rest < 0.006:
                return self._to(truth, tcp, truth.tcp.yaw, 1.0), False
            return self._to(truth, [*goal, rest + grip - 0.002], yaw, 0.0), False
        if aside > 0.04 and tcp[2] < safe - 0.015:
            return self._to(truth, [tcp[0], tcp[1], safe + 0.02], truth.tcp.yaw, 0.0), False
        return self._to(truth, [*goal, max(safe, min(tcp[2], safe + 0.02)) if aside > 0.02 else max(tcp[2], rest + grip + 0.01)], yaw, 0.0), False

    def _to(self, truth: Truth, goal, yaw: float, gripper: float) -> EndEffectorTarget:
        tcp = np.array(truth.tcp.position)
        step = np.asarray(goal, dtype=float) - tcp
        length = float(np.linalg.norm(step))
        if length > LEAD:
            step *= LEAD / length
        turn = np.clip(yaw - truth.tcp.yaw, -0.5, 0.5)
        x, y, z = (tcp + step).tolist()
        return EndEffectorTarget.top_down((x, y, z), truth.tcp.yaw + float(turn), gripper)


def _nearest(yaw: float, near: float, symmetry: float = np.pi / 2) -> float:
    return near + float((yaw - near + symmetry / 2) % symmetry - symmetry / 2)
