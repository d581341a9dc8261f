"""Take an object in the hand."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``pick up the {object}``: needs an empty hand and nothing on top of the object."""
    return Skill(
        name="pick_up",
        template="pick up the {object}",
        parameters={"object": "movable"},
        preconditions=("hand empty()", "not on(?other, object)"),
        effects=(
            "holding(object)",
            "not hand empty()",
            *(f"not {relation}(object, *)" for relation in ("on", "in", *_SIDES)),
            *(f"not {relation}(*, object)" for relation in _SIDES),
        ),
        description="close the fingers around the object and lift it",
        policy=policy,
        done_when=("holding(object)",),
    )


_SIDES = ("left of", "right of", "in front of", "behind")
