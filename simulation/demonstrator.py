"""The scripted expert: decides from the true geometry alone what to do next.

It keeps no memory, so it can be asked what it would do from any state, also one that a learned policy got into
(DAgger, Ross et al. 2011, arXiv:1011.0686). It is content with what a policy can see: had it insisted on a turn of
the hand that the policy had not learned to see, corrections would have taught the policy to wait for ever
(docs/log.md).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from simulation.truth import TrueObject, Truth
from simulation.world import SimulatedWorld
from skills.action import EndEffectorTarget

LEAD = 0.075
"""How far a target lies ahead of the hand at most, [m]."""
NEAR_BASE, SHORT_LEAD = 0.38, 0.045
"""Goals nearer to the robot's foot than the first are approached in shorter steps: the elbow is bent there, and the
joints swing the hand aside on longer ones, [m]."""
TURN = 0.5
"""How far a target is turned ahead of the hand at most, [rad]."""
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

Advice = tuple[EndEffectorTarget, bool]


class Demonstrator:
    """Picks and places with privileged eyes; for training data and evaluation only."""

    def __init__(self, world: SimulatedWorld) -> None:
        self.world = world

    def act(self, skill: str, arguments: Mapping[str, str]) -> Advice:
        """The target for the next control period, and whether the command has been carried out.

        Args:
            skill: ``pick_up``, ``put_in`` or ``put_on``.
            arguments: ids of objects by parameter.

        Raises:
            KeyError: no such object on the table.
        """
        truth = self.world.privileged.truth()
        if skill == "pick_up":
            return _pick(truth, truth[arguments["object"]])
        place = arguments["container"] if skill == "put_in" else arguments["support"]
        return _put(skill, truth, truth[arguments["object"]], truth[place])


def _pick(truth: Truth, thing: TrueObject) -> Advice:
    if truth.held == thing.id:
        over = thing.bottom - truth.support_height(thing) >= LIFTED
        return _rise(truth, 0.0 if over else LEAD, gripper=0.0), over
    tcp, centre = np.array(truth.tcp.position), np.array(thing.position)
    yaw = _nearest(thing.yaw, truth.tcp.yaw)
    aside = float(np.hypot(*(centre - tcp)[:2]))
    if abs(tcp[2] - centre[2]) < 0.015 and aside < 0.02:
        return _towards(truth, centre, yaw, gripper=0.0), False
    if truth.tcp.opening < 0.07:
        return _rise(truth, max(0.0, float(centre[2]) + 0.05 - float(tcp[2])), gripper=1.0), False
    if aside < 0.022:
        return _towards(truth, centre, yaw, gripper=1.0), False
    hover = np.add(centre, [0, 0, HOVER])
    if tcp[2] < centre[2] + 0.6 * HOVER and aside > 0.03:
        return _towards(truth, [tcp[0], tcp[1], hover[2]], truth.tcp.yaw, gripper=1.0), False
    return _towards(truth, hover, yaw, gripper=1.0), False


def _put(skill: str, truth: Truth, thing: TrueObject, place: TrueObject) -> Advice:
    if truth.held != thing.id:
        return _leave(skill, truth, thing, place)
    tcp = np.array(truth.tcp.position)
    grip = float(tcp[2]) - thing.bottom
    goal = np.array(place.position)[:2] - (np.array(thing.position) - tcp)[:2]
    aside = float(np.hypot(*(goal - tcp[:2])))
    yaw = _nearest(place.yaw, truth.tcp.yaw) if skill == "put_on" else truth.tcp.yaw
    rest = place.bottom + BOWL_FLOOR if skill == "put_in" else place.top + 0.001
    safe = place.top + CLEARANCE + grip
    if aside < (0.025 if skill == "put_in" else 0.008):
        if thing.bottom - rest < 0.006 and aside < RELEASE:
            return _rise(truth, 0.0, gripper=1.0), False
        return _towards(truth, [*goal, rest + grip - 0.002], yaw, gripper=0.0), False
    if aside > 0.04 and tcp[2] < safe - 0.015:
        return _rise(truth, safe + 0.02 - float(tcp[2]), gripper=0.0), False
    height = np.clip(tcp[2], safe, safe + 0.02) if aside > 0.02 else max(tcp[2], rest + grip + 0.01)
    return _towards(truth, [*goal, float(height)], yaw, gripper=0.0), False


def _leave(skill: str, truth: Truth, thing: TrueObject, place: TrueObject) -> Advice:
    """Retreat upwards from what has been put down; fetch it if it is elsewhere."""
    if truth.held == place.id:
        return _rise(truth, 0.0, gripper=0.7), False
    if not (truth.inside(thing, place) if skill == "put_in" else truth.rests_on(thing, place)):
        return _pick(truth, thing)
    offset = np.subtract(truth.tcp.position, thing.position)
    near = np.hypot(*offset[:2]) < 0.05 and offset[2] < HOVER
    return _rise(truth, LEAD if near else 0.0, gripper=1.0), not near


def _rise(truth: Truth, height: float, gripper: float) -> EndEffectorTarget:
    x, y, z = truth.tcp.position
    return _towards(truth, [x, y, z + height], truth.tcp.yaw, gripper)


def _towards(truth: Truth, goal: Sequence[float] | np.ndarray, yaw: float, gripper: float) -> EndEffectorTarget:
    """A target on the way to ``goal`` (base frame, [m]), at most ``LEAD`` and ``TURN`` ahead."""
    step = np.subtract(goal, truth.tcp.position)
    lead = LEAD if np.hypot(goal[0], goal[1]) > NEAR_BASE else SHORT_LEAD
    step *= min(1.0, lead / max(float(np.linalg.norm(step)), 1e-9))
    x, y, z = np.add(truth.tcp.position, step).tolist()
    turn = float(np.clip(yaw - truth.tcp.yaw, -TURN, TURN))
    return EndEffectorTarget.top_down((x, y, z), truth.tcp.yaw + turn, gripper)


def _nearest(yaw: float, near: float, symmetry: float = np.pi / 2) -> float:
    """The equivalent of ``yaw`` closest to ``near``, for a grasp that is the same after a quarter turn, [rad]."""
    return near + float((yaw - near + symmetry / 2) % symmetry - symmetry / 2)
