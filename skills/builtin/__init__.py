"""The skills that ship with Doable, one file each, and the table-top library made of them."""

from skills.builtin import done, pick_up, put_in, put_on, tabletop
from skills.library import SkillLibrary
from skills.loader import skills_in
from skills.ports import Policy

__all__ = ["tabletop_library"]


def tabletop_library(policy: Policy | None = None) -> SkillLibrary:
    """``pick_up``, ``put_in``, ``put_on`` and ``done`` over blocks and bowls, carried out by one policy."""
    return SkillLibrary(
        name="tabletop",
        skills=tuple(skill for module in (pick_up, put_in, put_on, done) for skill in skills_in(module, policy)),
        categories=tabletop.CATEGORIES,
        predicates=tabletop.PREDICATES,
        history=tabletop.HISTORY,
    )
