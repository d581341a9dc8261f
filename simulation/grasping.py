"""Scripted experts that pick and place, and the motions that all experts are made of.

An expert is a function of the true state and the command's arguments, and keeps no memory: it can be asked what it
would do from any state, also one that a learned policy got into (DAgger, Ross et al. 2011, arXiv:1011.0686). It is
content with what a policy can see: had it insisted on a turn of the hand that the policy had not learned to see,
corrections would have taught the policy to wait for ever (docs/log.md). Only where a thing fits between the fingers
one way alone is the hand turned first.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from simulation.fixtures import CABINET, DRAWER_FLOOR, DRAWER_INSIDE, FixtureSpec
from simulation.shapes import SHAPES
from simulation.truth import TrueObject, Truth
from skills.action import EndEffectorTarget

LEAD = 0.075
"""How far a target lies ahead of the hand at most, [m]."""
NEAR_BASE, SHORT_LEAD = 0.38, 0.045
"""Goals nearer to the robot's foot than the first are approached in shorter steps: the elbow is bent there, and the
joints swing the hand aside on longer ones, [m]."""
TURN = 0.5
"""How far a target is turned ahead of the hand at most, [rad]."""
FARTHEST_TURN = 1.9
"""Beyond this yaw the wrist comes near its limits, [rad]."""
HOVER = 0.09
"""Height above an object from which the hand goes down to it, [m]."""
LIFTED = 0.09
"""A pick is over when the object is this far above its rest, [m]."""
CLEARANCE = 0.05
"""Between what is carried and the top of where it goes, on the way, [m]."""
BOWL_FLOOR = 0.02
"""Height above a container's bottom at which an object is let go, [m]."""
RELEASE = 0.02
"""How far from the middle an object is let go at most, [m]: the opening fingers must not press the bowl's walls."""
FRONT_ROOM = 0.006
"""Between a thing that is put into a drawer and the drawer's front, [m]: the hand keeps off the cabinet."""
FORWARD = 0.022
"""How far before its middle a thing is lifted out of a drawer, [m]: on its way up it keeps off the cabinet."""
ASIDE = 0.04
"""How far beside its middle a thing is put into a drawer that holds something else, [m]."""
OPENING = 0.08
"""Between the open fingers, [m]."""

Advice = tuple[EndEffectorTarget, bool]
"""The target for the next control period, and whether the command has been carried out."""
Expert = Callable[[Truth, Mapping[str, str]], Advice]


def pick_up(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Take ``object`` and lift it."""
    return pick(truth, truth[arguments["object"]])


def put_in(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Put ``object`` in ``container``, fetching it first if need be."""
    thing, place = truth[arguments["object"]], truth[arguments["container"]]
    if truth.held != thing.id:
        return _leave(truth, thing, place, truth.inside(thing, place))
    rest = place.bottom + BOWL_FLOOR
    return _carry(truth, thing, place.position, rest, place.top, truth.tcp.yaw, loose=0.025)


def put_on(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Put ``object`` on ``support``, fetching it first if need be."""
    thing, place = truth[arguments["object"]], truth[arguments["support"]]
    if truth.held != thing.id:
        return _leave(truth, thing, place, truth.rests_on(thing, place))
    return _carry(truth, thing, place.position, place.top + 0.001, place.top, nearest(place.yaw, truth.tcp.yaw))


def put_in_drawer(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Put ``object`` in the open ``drawer``, fetching it first if need be."""
    thing, drawer = truth[arguments["object"]], truth.fixture(arguments["drawer"])
    if truth.held != thing.id:
        if truth.within(thing, drawer):
            return _retreat(truth, thing)
        return pick(truth, thing)
    yaw = comfortable(drawer.yaw, truth.tcp.yaw)
    rest = DRAWER_FLOOR + 0.004
    return _carry(truth, thing, _spot(truth, thing, drawer), rest, CABINET[2], yaw, loose=0.012, gripper=0.9)


def take_out(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Take ``object`` out of ``drawer`` and lift it."""
    return pick(truth, truth[arguments["object"]])


def pick(truth: Truth, thing: TrueObject) -> Advice:
    """Go over a thing, down to it, close the fingers and lift it; open and come again if it was missed."""
    shape = SHAPES[thing.category]
    if truth.held == thing.id:
        over = thing.bottom - truth.support_height(thing) >= LIFTED
        return rise(truth, 0.0, gripper=0.0) if over else _lift(truth, thing), over
    tcp, centre = np.array(truth.tcp.position), np.add(thing.position, [0, 0, shape.grip])
    yaw = _grasp_yaw(truth, thing)
    aside = float(np.hypot(*(centre - tcp)[:2]))
    if abs(tcp[2] - centre[2]) < 0.015 and aside < 0.02:
        return towards(truth, centre, yaw, gripper=0.0), False
    if truth.tcp.opening < 0.07:
        free = CABINET[2] + 0.04 if _drawer_around(truth, thing) else float(centre[2]) + 0.05
        return rise(truth, max(0.0, free - float(tcp[2])), gripper=1.0), False
    if aside < _tolerance(shape.width) and _turned(truth, thing, yaw):
        return towards(truth, centre, yaw, gripper=1.0), False
    hover = np.add(centre, [0, 0, HOVER])
    if tcp[2] < centre[2] + 0.6 * HOVER and aside > 0.03:
        return towards(truth, [tcp[0], tcp[1], hover[2]], truth.tcp.yaw, gripper=1.0), False
    return towards(truth, hover, yaw, gripper=1.0), False


def rise(truth: Truth, height: float, gripper: float) -> EndEffectorTarget:
    """Straight up by ``height`` [m]; 0 stays."""
    x, y, z = truth.tcp.position
    return towards(truth, [x, y, z + height], truth.tcp.yaw, gripper)


def towards(
    truth: Truth, goal: Sequence[float] | np.ndarray, yaw: float, gripper: float, lead: float = LEAD
) -> EndEffectorTarget:
    """A target on the way to ``goal`` (base frame, [m]), at most ``lead`` and ``TURN`` ahead."""
    step = np.subtract(goal, truth.tcp.position)
    lead = lead if np.hypot(goal[0], goal[1]) > NEAR_BASE else min(lead, SHORT_LEAD)
    step *= min(1.0, lead / max(float(np.linalg.norm(step)), 1e-9))
    x, y, z = np.add(truth.tcp.position, step).tolist()
    turn = float(np.clip(yaw - truth.tcp.yaw, -TURN, TURN))
    return EndEffectorTarget.top_down((x, y, z), truth.tcp.yaw + turn, gripper)


def nearest(yaw: float, near: float, symmetry: float = np.pi / 2) -> float:
    """The equivalent of ``yaw`` closest to ``near``, for a grasp that is the same after a quarter turn, [rad]."""
    return near + float((yaw - near + symmetry / 2) % symmetry - symmetry / 2)


def comfortable(yaw: float, near: float, symmetry: float = np.pi) -> float:
    """As ``nearest``, among those that the wrist can turn to, [rad]."""
    best = nearest(yaw, near, symmetry)
    return best if abs(best) < FARTHEST_TURN else nearest(yaw, 0.0, symmetry)


def _lift(truth: Truth, thing: TrueObject) -> EndEffectorTarget:
    """Straight up, or, out of a drawer, a little forwards until it is clear of the cabinet."""
    drawer = _drawer_around(truth, thing)
    if drawer is None:
        return rise(truth, LEAD, gripper=0.0)
    side = drawer.local(truth.tcp.position)[1]
    return towards(truth, [*drawer.at(drawer.state + FORWARD, side), truth.tcp.position[2] + LEAD], truth.tcp.yaw, 0.0)


def _drawer_around(truth: Truth, thing: TrueObject) -> FixtureSpec | None:
    """The drawer that a thing lies in, or is on its way out of."""
    for drawer in truth.of_kind("drawer"):
        if drawer.encloses(thing.position) and thing.bottom < CABINET[2]:
            return drawer
    return None


def _grasp_yaw(truth: Truth, thing: TrueObject) -> float:
    """How the hand is turned to take a thing; in a drawer so that the palm stays clear of the cabinet, [rad]."""
    symmetry = np.radians(SHAPES[thing.category].yaw_symmetry)
    drawer = _drawer_around(truth, thing)
    if thing.category == "block" and drawer is None:
        return nearest(thing.yaw, truth.tcp.yaw)
    across = truth.tcp.yaw if drawer is None else comfortable(drawer.yaw, truth.tcp.yaw)
    return comfortable(thing.yaw, across, symmetry) if symmetry else across


def _turned(truth: Truth, thing: TrueObject, yaw: float) -> bool:
    """Whether the hand may go down as it is turned: long things fit between the fingers one way alone."""
    if thing.category == "block" and _drawer_around(truth, thing) is None:
        return True
    return abs(yaw - truth.tcp.yaw) < 0.2


def _tolerance(width: float) -> float:
    """How far beside a thing of that width the open hand may go down, [m]."""
    return 0.022 if width <= 0.045 else (OPENING - width) / 2 - 0.003


def _carry(
    truth: Truth,
    thing: TrueObject,
    place: Sequence[float],
    rest: float,
    top: float,
    yaw: float,
    loose: float = 0.008,
    gripper: float = 1.0,
) -> Advice:
    """Bring what is held over ``place``, clear of ``top``, lower its bottom to ``rest`` and let it go there, [m]."""
    tcp = np.array(truth.tcp.position)
    grip = float(tcp[2]) - thing.bottom
    goal = np.array(place)[:2] - (np.array(thing.position) - tcp)[:2]
    aside = float(np.hypot(*(goal - tcp[:2])))
    safe = top + CLEARANCE + grip
    if aside < loose:
        if thing.bottom - rest < 0.006 and aside < RELEASE:
            return rise(truth, 0.0, gripper=gripper), False
        return towards(truth, [*goal, rest + grip - 0.002], yaw, gripper=0.0), False
    if aside > 0.04 and tcp[2] < safe - 0.015:
        return rise(truth, safe + 0.02 - float(tcp[2]), gripper=0.0), False
    height = np.clip(tcp[2], safe, safe + 0.02) if aside > 0.02 else max(tcp[2], rest + grip + 0.01)
    return towards(truth, [*goal, float(height)], yaw, gripper=0.0), False


def _leave(truth: Truth, thing: TrueObject, place: TrueObject, there: bool) -> Advice:
    """Retreat upwards from what has been put down; fetch it if it is elsewhere."""
    if truth.held == place.id:
        return rise(truth, 0.0, gripper=0.7), False
    return _retreat(truth, thing) if there else pick(truth, thing)


def _retreat(truth: Truth, thing: TrueObject) -> Advice:
    """Straight up from a thing; over when the hand is clear of it."""
    offset = np.subtract(truth.tcp.position, thing.position)
    near = np.hypot(*offset[:2]) < 0.05 and offset[2] < HOVER
    return rise(truth, LEAD if near else 0.0, gripper=1.0), not near


def _spot(truth: Truth, thing: TrueObject, drawer: FixtureSpec) -> tuple[float, float]:
    """Where in a drawer there is room, base frame: beside what lies there already."""
    others = [drawer.local(o.position)[1] for o in truth.things if o.id != thing.id and truth.within(o, drawer)]
    side = -float(np.sign(np.mean(others))) * ASIDE if others else 0.0
    forward = DRAWER_INSIDE[1] - FRONT_ROOM - SHAPES[thing.category].radius
    return drawer.at(drawer.state + forward, side)
