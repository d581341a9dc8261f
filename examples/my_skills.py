"""A skill of one's own, with a policy written by hand.

    .venv/bin/doable skills list --library examples/my_skills.py
    .venv/bin/doable run "raise the hand" --skills examples/my_skills.py

The skill stands beside the built-in ones and is ranked with them. The value function and the success detector have
not learned its command, so `verified` says little about it (docs/guide/skills.md).
"""

from dataclasses import dataclass

from grounding import Observation
from skills import ActionChunk, EndEffectorTarget, Skill

HEIGHT = 0.35
"""Where the hand goes, [m] above the table."""
STEP = 0.05
"""How far ahead of the hand its target lies at most, [m]."""


@dataclass(frozen=True)
class Raise:
    """Moves the hand straight up. It has no history, so an attempt needs nothing but the policy itself."""

    height: float = HEIGHT

    def start(self, command: str) -> "Raise":
        """Begin; there is only one command."""
        return self

    def act(self, observation: Observation) -> ActionChunk:
        """One target, for one control period."""
        body = observation.proprioception
        x, y, z = body.tcp_position.tolist()
        rise = min(STEP, max(0.0, self.height - z))
        target = EndEffectorTarget.top_down((x, y, z + rise), body.tcp_yaw, gripper=1.0)
        return ActionChunk((target,), terminate=1.0 if z > self.height - 0.01 else 0.0)


raise_hand = Skill(
    name="raise_hand",
    template="raise the hand",
    preconditions=("hand empty()",),
    description="move the empty hand up, out of the cameras' way",
    policy=Raise(),
    timeout=5.0,
    recovery=("retry",),
)
