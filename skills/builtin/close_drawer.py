"""Push a drawer in."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``close the {drawer}``: needs an empty hand and a drawer that is not closed."""
    return Skill(
        name="close_drawer",
        template="close the {drawer}",
        parameters={"drawer": "drawer"},
        preconditions=("hand empty()", "not closed(drawer)"),
        effects=("closed(drawer)", "not open(drawer)"),
        description="push the drawer in by its handle",
        policy=policy,
        done_when=("closed(drawer)",),
    )
