"""unstack: take a thing off what it stands on, and set it down on the table."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from simulation import sample_tabletop
from simulation.grasping import Advice, pick
from simulation.shapes import SHAPES
from simulation.starter import expert as set_down
from simulation.teaching import Start, Stock, Teaching
from simulation.truth import STILL, Truth
from skills import Skill


def expert(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    """Pick it up, then do as `set_down` does."""
    thing = truth[arguments["object"]]
    if truth.held != thing.id and thing.bottom > 0.01:
        return pick(truth, thing)
    return set_down(truth, arguments)


def success(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    """It lies on the table, at rest, and what it stood on still stands."""
    thing, support = now[arguments["object"]], now[arguments["support"]]
    return now.held is None and thing.bottom < 0.01 and thing.speed < STILL and support.upright


def draw(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    """Something on a block; `apart`: beside it."""
    support, other = stock.draw(rng, 2, ("block",))
    thing = stock.draw(rng, 1, ("can", "bar", "mug"))[0]
    scene = sample_tabletop(rng, [thing, support, other])
    if kind != "apart":
        below = next(o for o in scene.objects if o.id == support)
        height = SHAPES[below.category].height + SHAPES[thing.split()[1]].height / 2
        place = (*below.position[:2], height)
        scene = replace(scene, objects=tuple(replace(o, position=place) if o.id == thing else o for o in scene.objects))
    return Start(scene, {"object": thing, "support": support}, other if kind == "hand_full" else None)


TEACHING = Teaching(
    skill=Skill(
        name="unstack",
        template="take the {object} off the {support}",
        parameters={"object": "movable", "support": "support"},
        preconditions=("hand empty()", "on(object, support)", "not on(?other, object)"),
        effects=("not on(object, support)",),
        description="take a thing off what it stands on, and set it down on the table",
        done_when=("hand empty()", "not on(object, support)"),
    ),
    expert=expert,
    success=success,
    draw=draw,
    infeasible=("apart", "hand_full"),
    place="{support}",
    wordings=(
        "unstack the {object} from the {support}",
        "please get the {object} down from the {support}",
        "can you take the {object} down from the {support}",
    ),
)
