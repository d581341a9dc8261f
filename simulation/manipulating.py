"""Scripted experts that push, pull, press and sweep. What an expert is: see ``simulation.grasping``."""

from collections.abc import Mapping, Sequence

import numpy as np

from simulation.fixtures import BUTTON_HEIGHT, BUTTON_TRAVEL, DRAWER_TRAVEL, KNOB, TRAY, FixtureSpec
from simulation.grasping import HOVER, LEAD, Advice, comfortable, pick, rise, towards
from simulation.shapes import BLADE, CRUMB, SHAPES
from simulation.truth import TrueObject, Truth
from skills.action import EndEffectorTarget

PULLED = DRAWER_TRAVEL - 0.012
"""A drawer is opened at least so far, [m]."""
SHUT = 0.006
"""And closed up to this, [m]."""
FREE, ACROSS, FALLING = (-0.012, 0.04), 0.02, 0.075
"""A hand that is on its way down behind a thing, lower over its goal than the third, goes on down where it lies so far
behind the best place and so far beside the line, [m]: what a policy sees is not exact to the millimetre."""
SLOW = 0.04
"""How far ahead the target lies while something is pushed or pulled, [m]."""
ABOVE = 0.07
"""How high over what it has left the hand is clear of it, [m]."""
FINGERTIP = 0.012
"""Half of the closed fingers' thickness, [m]."""
IN_REGION, BESIDE = (0.012, 0.042), (0.006, 0.019)
"""How near to a region's middle an object is pushed, or to touching another, and how near is left at that, [m]: a hand
that has risen does not go down again for what it can hardly see."""
STROKE_END = -0.005
"""Where along a tray the blade ends its stroke, [m]."""
MOUTH = TRAY[0] / 2
INWARDS = 0.028
"""How far from a tray's middle the blade may be at its open side, so that it passes between the walls, [m]."""
LOWERED, STROKING, RAISED = 0.010, 0.024, 0.05
"""The blade sweeps with its lower edge below the first, is lowered again below the second if a stroke is under way, and
travels at the third, [m]."""
BEHIND, BESIDE_START = (-0.012, 0.04), 0.025
"""How far along and beside the place where a stroke starts the blade may go down, [m]."""


def open_drawer(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Take the knob of ``drawer`` and pull it out."""
    drawer = truth.fixture(arguments["drawer"])
    knob, tcp, yaw = np.array(drawer.handle), np.array(truth.tcp.position), comfortable(drawer.yaw, truth.tcp.yaw)
    aside = float(np.hypot(*(knob - tcp)[:2]))
    if drawer.state > PULLED:
        return _away(truth, knob)
    if aside < 0.014 and abs(tcp[2] - knob[2]) < 0.014:
        if truth.tcp.opening > KNOB[1] + 0.004:
            return towards(truth, knob, yaw, gripper=0.0), False
        x, y = drawer.local(tcp)
        return towards(truth, [*drawer.at(x + SLOW, 0.5 * y), knob[2]], yaw, gripper=0.0, lead=SLOW), False
    if truth.tcp.opening < 0.07:
        return rise(truth, max(0.0, float(knob[2]) + 0.06 - float(tcp[2])), gripper=1.0), False
    return _descend(truth, knob, yaw, gripper=1.0, loose=0.012), False


def close_drawer(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Push the knob of ``drawer`` in with closed fingers."""
    drawer = truth.fixture(arguments["drawer"])
    knob, tcp, yaw = np.array(drawer.handle), np.array(truth.tcp.position), comfortable(drawer.yaw, truth.tcp.yaw)
    if drawer.state < SHUT:
        return _away(truth, knob)
    (x, y), (knob_x, _) = drawer.local(tcp), drawer.local(knob)
    if abs(y) < 0.02 and abs(tcp[2] - knob[2]) < 0.02 and 0.005 < x - knob_x < 0.08:
        return towards(truth, [*drawer.at(x - SLOW, 0.5 * y), knob[2]], yaw, gripper=0.0, lead=SLOW), False
    before = [*drawer.at(knob_x + 0.05, 0.0), knob[2]]
    return _descend(truth, before, yaw, gripper=0.0, loose=0.015), False


def press(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Push ``button`` down until a lamp is lit."""
    x, y = truth.fixture(arguments["button"]).position
    if any(lamp.state > 0.5 for lamp in truth.of_kind("lamp")):
        return _away(truth, np.array([x, y, BUTTON_HEIGHT]))
    down = [x, y, BUTTON_HEIGHT - BUTTON_TRAVEL - 0.004]
    return _descend(truth, down, truth.tcp.yaw, gripper=0.0, loose=0.01), False


def push_to(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Push ``object`` over the table to ``place``: to the middle of a region, or beside another object."""
    thing = truth[arguments["object"]]
    goal, (aimed, enough) = _push_goal(truth, thing, arguments["place"])
    tcp, shape = np.array(truth.tcp.position), SHAPES[thing.category]
    left = goal - np.array(thing.position[:2])
    distance = float(np.linalg.norm(left))
    if truth.held == thing.id:
        return rise(truth, 0.0, gripper=1.0), False
    ahead = left / max(distance, 1e-9)
    offset = tcp[:2] - np.array(thing.position[:2])
    along, across = float(offset @ ahead), float(offset @ [-ahead[1], ahead[0]])
    pushing = tcp[2] < shape.height - 0.008 and along < -0.008 and abs(across) < 0.018
    if distance < (aimed if pushing else enough):
        return _away(truth, np.array(thing.position))
    level = min(shape.height / 2, 0.022)
    yaw = comfortable(float(np.arctan2(ahead[1], ahead[0])), truth.tcp.yaw)
    if pushing:
        step = min(SLOW, distance - aimed + 0.02)
        x, y = tcp[:2] + ahead * step - across * np.array([-ahead[1], ahead[0]])
        return towards(truth, [x, y, level], yaw, gripper=0.0, lead=SLOW), False
    reach = shape.radius + FINGERTIP + 0.018
    behind = np.array(thing.position[:2]) - ahead * reach
    free = FREE[0] < -along - reach < FREE[1] and abs(across) < ACROSS
    if free and tcp[2] < level + FALLING:
        return towards(truth, [*(tcp[:2] + 0.5 * (behind - tcp[:2])), level], yaw, gripper=0.0), False
    return _descend(truth, [*behind, level], yaw, gripper=0.0, loose=0.012), False


def sweep(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Sweep the crumbs into ``tray`` with the ``tool`` in the hand, stroke by stroke from the far side."""
    blade, tray = truth[arguments["tool"]], truth.fixture(arguments["tray"])
    if truth.held != blade.id:
        return pick(truth, blade)
    outside = [crumb for crumb in (tray.local(c.position) for c in truth.crumbs) if not _deep(crumb)]
    x, y = tray.local(blade.position)
    if not outside:
        high = blade.bottom > RAISED - 0.015
        return rise(truth, 0.0 if high else LEAD, gripper=0.0), high
    ahead = [c for c in outside if c[0] < x and abs(c[1] - y) < BLADE[1] / 2]
    if blade.bottom < STROKING and ahead and x > STROKE_END:
        forward = SLOW if blade.bottom < LOWERED else 0.3 * SLOW
        return _blade_to(truth, blade, tray, (x - forward, float(np.clip(y, -INWARDS, INWARDS))), 0.0015, SLOW), False
    farthest = max(outside)
    start = (max(farthest[0], MOUTH) + 0.03, float(np.clip(farthest[1], -0.06, 0.06)))
    if BEHIND[0] < x - start[0] < BEHIND[1] and abs(y - start[1]) < BESIDE_START and _aligned(truth, blade, tray):
        return _blade_to(truth, blade, tray, start, 0.0015, LEAD), False
    if blade.bottom < RAISED - 0.02:
        return rise(truth, LEAD, gripper=0.0), False
    return _blade_to(truth, blade, tray, start, RAISED, LEAD), False


def _descend(
    truth: Truth, goal: Sequence[float] | np.ndarray, yaw: float, gripper: float, loose: float
) -> EndEffectorTarget:
    """Over ``goal``, turned, and then down to it."""
    tcp = np.array(truth.tcp.position)
    aside = float(np.hypot(goal[0] - tcp[0], goal[1] - tcp[1]))
    if aside < loose and abs(yaw - truth.tcp.yaw) < 0.2:
        return towards(truth, goal, yaw, gripper)
    hover = goal[2] + HOVER
    if tcp[2] < goal[2] + 0.6 * HOVER and aside > 0.5 * loose:
        return towards(truth, [tcp[0], tcp[1], hover], truth.tcp.yaw, gripper)
    return towards(truth, [goal[0], goal[1], hover], yaw, gripper)


def _away(truth: Truth, place: np.ndarray) -> Advice:
    """Let go and rise; over when the hand is clear of ``place``."""
    tcp = np.array(truth.tcp.position)
    near = float(np.hypot(*(place - tcp)[:2])) < 0.09 and tcp[2] < place[2] + ABOVE
    if near and 0.008 < truth.tcp.opening < 0.05:
        return rise(truth, 0.0, gripper=1.0), False
    return rise(truth, LEAD if near else 0.0, gripper=1.0 if truth.tcp.opening > 0.05 else 0.0), not near


def _push_goal(truth: Truth, thing: TrueObject, place: str) -> tuple[np.ndarray, tuple[float, float]]:
    """Where the object's centre should get to; how near it is pushed, and how near is near enough, [m]."""
    for fixture in truth.fixtures:
        if fixture.id == place:
            return np.array(fixture.position), IN_REGION
    other = truth[place]
    together = SHAPES[thing.category].radius + SHAPES[other.category].radius
    return np.array(other.position[:2]), (together + BESIDE[0], together + BESIDE[1])


def _deep(crumb: tuple[float, float]) -> bool:
    """Whether a crumb, in the tray's frame, is so far in that nothing will take it out again."""
    return crumb[0] < MOUTH - 2.5 * CRUMB and abs(crumb[1]) < TRAY[1] / 2


def _aligned(truth: Truth, blade: TrueObject, tray: FixtureSpec) -> bool:
    return abs(_blade_yaw(truth, blade, tray) - truth.tcp.yaw) < 0.25


def _blade_yaw(truth: Truth, blade: TrueObject, tray: FixtureSpec) -> float:
    """The hand's yaw at which the blade lies across the tray's mouth, however it sits in the hand, [rad]."""
    return comfortable(tray.yaw - (blade.yaw - truth.tcp.yaw), truth.tcp.yaw)


def _blade_to(
    truth: Truth, blade: TrueObject, tray: FixtureSpec, place: tuple[float, float], bottom: float, lead: float
) -> EndEffectorTarget:
    """Bring the blade's middle to a place in the tray's frame, with its lower edge at ``bottom``."""
    tcp = np.array(truth.tcp.position)
    x, y = np.array(tray.at(*place)) + (tcp - np.array(blade.position))[:2]
    return towards(truth, [x, y, bottom + float(tcp[2]) - blade.bottom], _blade_yaw(truth, blade, tray), 0.0, lead)
