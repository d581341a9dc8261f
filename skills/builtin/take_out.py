"""Take an object out of a drawer."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``take the {object} out of the {drawer}``: needs an empty hand and the object in an open drawer."""
    return Skill(
        name="take_out",
        template="take the {object} out of the {drawer}",
        parameters={"object": "movable", "drawer": "drawer"},
        preconditions=("hand empty()", "open(drawer)", "in(object, drawer)", "not on(?other, object)"),
        effects=("holding(object)", "not hand empty()", "not in(object, drawer)"),
        description="close the fingers around the object in the drawer and lift it out",
        policy=policy,
        done_when=("holding(object)", "not in(object, drawer)"),
    )
