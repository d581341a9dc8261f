"""Put the held object on top of another."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``put the {object} on the {support}``: needs the object in the hand and nothing on the support."""
    return Skill(
        name="put_on",
        template="put the {object} on the {support}",
        parameters={"object": "movable", "support": "support"},
        preconditions=("holding(object)", "not on(?other, support)"),
        effects=("on(object, support)", "not holding(object)", "hand empty()"),
        description="carry the held object over the support, lower it and let it go",
        policy=policy,
        done_when=("on(object, support)",),
    )
