"""set_down: set what is in the hand down on the table.

This one file is all that a skill needs. It works as it stands; change it into yours from top to bottom, and ask
`doable skills check FILE` after every change. Frames and units: the robot's base frame (origin at its foot, x forward,
y left, table top at z = 0), metres, radians, seconds.
"""

from collections.abc import Mapping

import numpy as np

from simulation import sample_tabletop
from simulation.grasping import LEAD, Advice, pick, rise, towards
from simulation.shapes import SHAPES
from simulation.teaching import Start, Stock, Teaching
from simulation.truth import STILL, Truth
from skills import Skill

Arguments = Mapping[str, str]
"""Parameter -> the name of a thing, e.g. {"object": "red block"}."""

# 1. The contract: what planners know. The template is the command in words and names every parameter once. Types are
#    those of the library (`doable skills list`); conditions and effects are facts: holding(x), on(x, y), in(x, y),
#    at(x, place), open(x), closed(x), lit(x), hand empty(). Effects are what makes a planner choose the skill.
SKILL = Skill(
    name="set_down",
    template="set the {object} down",
    parameters={"object": "movable"},
    preconditions=("holding(object)",),
    effects=("not holding(object)", "hand empty()"),
    description="lower what is in the hand to a free place on the table, and let it go",
    done_when=("hand empty()", "not on(object, ?support)", "not in(object, ?container)"),
    timeout=12.0,
)

# Other ways to say the command, for the policy to learn; each names every parameter.
WORDINGS = (
    "set down the {object}",
    "put the {object} down",
    "please set the {object} down on the table",
    "can you put down the {object}",
    "lay the {object} on the table",
)


# 2. The demonstrator: from the true state, where the hand goes in the next tenth of a second, and whether the command
#    has been carried out. It keeps no memory and answers from any state, since it also corrects the learned policy.
#    `towards` and `rise` keep the target near the hand; gripper: 1 is open, 0 is closed.
def expert(truth: Truth, arguments: Arguments) -> Advice:
    """Over the nearest free place, down, let go, and away."""
    thing, tcp = truth[arguments["object"]], np.array(truth.tcp.position)
    if truth.held != thing.id:
        if thing.bottom > 0.01:
            return pick(truth, thing)
        near = bool(np.hypot(*(tcp - thing.position)[:2]) < 0.06) and tcp[2] < thing.top + 0.06
        return rise(truth, LEAD if near else 0.0, gripper=1.0), not near
    x, y = free_place(truth, thing.id)
    grip = float(tcp[2]) - thing.bottom
    if thing.bottom < 0.005:
        return rise(truth, 0.0, gripper=1.0), False
    if np.hypot(x - tcp[0], y - tcp[1]) > 0.015:
        return towards(truth, (x, y, max(float(tcp[2]), grip + 0.09)), truth.tcp.yaw, gripper=0.0), False
    return towards(truth, (x, y, grip), truth.tcp.yaw, gripper=0.0), False


def free_place(truth: Truth, held: str) -> tuple[float, float]:
    """The place nearest to the hand where nothing is in the way, [m]."""
    x, y, _ = truth.tcp.position
    room = SHAPES[truth[held].category].radius + 0.03
    taken = [(o.position, SHAPES[o.category].radius + room) for o in truth.objects if o.id != held]
    around = [(x + r * np.cos(a), y + r * np.sin(a)) for r in np.arange(0, 0.3, 0.03) for a in np.arange(0, 6.2, 0.5)]
    for u, v in around:
        reached = 0.36 < np.hypot(u, v) < 0.68
        free = all(np.hypot(u - p[0], v - p[1]) > r for p, r in taken)
        if reached and free and all(f.distance((u, v)) > room for f in truth.fixtures):
            return float(u), float(v)
    return x, y


# 3. Success: has it been done, judged by the truth before and now? Policies never see this; training and tests do.
def success(before: Truth, now: Truth, arguments: Arguments) -> bool:
    """It lies on the table, alone and at rest."""
    thing = now[arguments["object"]]
    return now.held is None and thing.bottom < 0.01 and thing.speed < STILL


# 4. Situations to begin in: `kind` is one of those named below. All randomness comes from `rng`. What is infeasible
#    teaches the value function when the skill cannot work.
def draw(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    """A table with a few things, one of them in the hand."""
    thing, other, third = stock.draw(rng, 3)
    held = {"hand_empty": None, "other_held": other}.get(kind, thing)
    return Start(sample_tabletop(rng, [thing, other, third]), {"object": thing}, held)


# 5. All together. `goes_to`: what the hand goes to; `moves`: what is moved; both are names of parts of the scene.
TEACHING = Teaching(
    skill=SKILL,
    expert=expert,
    success=success,
    draw=draw,
    kinds=("clean",),
    infeasible=("hand_empty", "other_held"),
    goes_to="{object}",
    moves=("{object}",),
    wordings=WORDINGS,
)
