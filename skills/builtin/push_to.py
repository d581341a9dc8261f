"""Push an object over the table."""

from skills.builtin.tabletop10 import NO_LONGER_BESIDE
from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``push the {object} to the {place}``: into a region or beside a thing; needs an empty hand."""
    return Skill(
        name="push_to",
        template="push the {object} to the {place}",
        parameters={"object": "movable", "place": "goal"},
        preconditions=("hand empty()", "not on(?other, object)", "not in(object, ?container)"),
        effects=("not at(object, *)", "not on(object, *)", *NO_LONGER_BESIDE, "at(object, place)"),
        description="push the object over the table, with closed fingers, until it is there",
        policy=policy,
        done_when=("at(object, place)",),
    )
