"""Press a button."""

from skills.ports import Policy
from skills.skill import Skill


def skill(policy: Policy | None = None) -> Skill:
    """``press the {button}``: turns the lamp on; needs an empty hand."""
    return Skill(
        name="press",
        template="press the {button}",
        parameters={"button": "button"},
        preconditions=("hand empty()", "not lit(lamp)"),
        effects=("lit(lamp)",),
        description="push the button down until the lamp is lit",
        policy=policy,
        done_when=("lit(lamp)",),
    )
