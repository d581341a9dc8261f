"""The skills that ship with Doable, one file each, and the table-top libraries made of them."""

from dataclasses import replace

from skills.builtin import (
    close_drawer,
    done,
    open_drawer,
    pick_up,
    press,
    push_to,
    put_in,
    put_in_drawer,
    put_on,
    sweep,
    tabletop,
    tabletop10,
    take_out,
)
from skills.library import SkillLibrary
from skills.loader import skills_in
from skills.ports import Policy

__all__ = ["tabletop10_library", "tabletop_library"]


def tabletop_library(policy: Policy | None = None) -> SkillLibrary:
    """``pick_up``, ``put_in``, ``put_on`` and ``done`` over blocks and bowls, carried out by one policy."""
    return SkillLibrary(
        name="tabletop",
        skills=tuple(skill for module in (pick_up, put_in, put_on, done) for skill in skills_in(module, policy)),
        categories=tabletop.CATEGORIES,
        predicates=tabletop.PREDICATES,
        history=tabletop.HISTORY,
    )


def tabletop10_library(policy: Policy | None = None) -> SkillLibrary:
    """Ten skills and ``done``, over a table with more shapes, a drawer, a tray, regions, and a button with a lamp."""
    others = (put_in, put_on, push_to, open_drawer, close_drawer, put_in_drawer, take_out, sweep, press, done)
    pick = pick_up.skill(policy)
    pick = replace(pick, preconditions=(*pick.preconditions, tabletop10.NOT_SHUT_IN))
    return SkillLibrary(
        name="tabletop10",
        skills=(pick, *(skill for module in others for skill in skills_in(module, policy))),
        categories=tabletop10.CATEGORIES,
        predicates=tabletop10.PREDICATES,
        history=tabletop.HISTORY,
    )
