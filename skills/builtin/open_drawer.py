"""Pull a drawer out."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``open the {drawer}``: needs an empty hand and a drawer that is not open."""
    return Skill(
        name="open_drawer",
        template="open the {drawer}",
        parameters={"drawer": "drawer"},
        preconditions=("hand empty()", "not open(drawer)"),
        effects=("open(drawer)", "not closed(drawer)"),
        description="take the drawer by its handle, pull it out and let go",
        policy=policy,
        done_when=("open(drawer)",),
    )
