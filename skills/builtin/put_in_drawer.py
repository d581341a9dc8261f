"""Put the held object in a drawer."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``put the {object} away in the {drawer}``: needs the object in the hand and an open drawer."""
    return Skill(
        name="put_in_drawer",
        template="put the {object} away in the {drawer}",
        parameters={"object": "movable", "drawer": "drawer"},
        preconditions=("holding(object)", "open(drawer)"),
        effects=("in(object, drawer)", "not holding(object)", "hand empty()"),
        description="carry the held object over the open drawer, lower it and let it go",
        policy=policy,
        done_when=("in(object, drawer)",),
    )
