"""Put the held object in a container."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``put the {object} in the {container}``: needs the object in the hand."""
    return Skill(
        name="put_in",
        template="put the {object} in the {container}",
        parameters={"object": "movable", "container": "container"},
        preconditions=("holding(object)",),
        effects=("in(object, container)", "not holding(object)", "hand empty()"),
        description="carry the held object over the container and let it go",
        policy=policy,
        done_when=("in(object, container)",),
    )
