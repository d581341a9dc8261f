"""The hand gets out of the way: after a failure it may hide what it works on, lie on it, or be caught in it."""

from skills.routine import Routine, Waypoint
from skills.skill import SkillCall

AWAY = (-0.06, 0.0, 0.15)
"""From where the hand is: back towards the base and up, [m]."""
TIMEOUT = 4.0
"""More than it takes; where there is no room, the hand gives up, [s]."""
_TEMPLATE = "withdraw the hand"
_LET_GO = Waypoint(relative_to="start", gripper=1.0, wait=0.5)
_UP = Waypoint(relative_to="start", position=(0.0, 0.0, AWAY[2]))
_BACK = Waypoint(relative_to="start", position=AWAY)


def withdrawal(holding: bool) -> SkillCall:
    """A call that withdraws the hand, open unless it is ``holding`` something; no planner ever chooses it."""
    waypoints = (_UP, _BACK) if holding else (_LET_GO, _UP, _BACK)
    return Routine(template=_TEMPLATE, waypoints=waypoints).skill("withdraw", timeout=TIMEOUT).call()
