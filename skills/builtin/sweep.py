"""Sweep crumbs into a tray."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``sweep the {crumbs} into the {tray} with the {tool}``: needs the tool in the hand, and leaves it there."""
    return Skill(
        name="sweep",
        template="sweep the {crumbs} into the {tray} with the {tool}",
        parameters={"crumbs": "rubble", "tray": "tray", "tool": "sweeper"},
        preconditions=("holding(tool)", "not in(crumbs, tray)"),
        effects=("in(crumbs, tray)",),
        description="push the crumbs over the table with the held tool until they lie in the tray",
        policy=policy,
        done_when=("in(crumbs, tray)",),
        timeout=40.0,
    )
