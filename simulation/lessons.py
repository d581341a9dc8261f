"""The built-in skills as lessons: how each is shown, judged and begun. See ``simulation.teaching`` for the contract."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from simulation.fixtures import DRAWER_FLOOR, FixtureSpec
from simulation.grasping import pick_up, put_in, put_in_drawer, put_on, take_out
from simulation.manipulating import close_drawer, open_drawer, press, push_to, sweep
from simulation.scene import CRUMBS, ObjectSpec, SceneSpec, sample_tabletop
from simulation.shapes import BOWL_WALL, SHAPES
from simulation.teaching import NOVEL_COLOUR_STOCK, NOVEL_SHAPE_STOCK, Start, Stock, Teaching
from simulation.truth import SUCCESS
from skills.builtin import tabletop10_library
from skills.builtin.wordings10 import WORDINGS as FURTHER_WORDINGS
from skills.curriculum import Curriculum
from skills.language import WORDINGS

HELD_OUT: frozenset[tuple[str, str]] = frozenset(
    {
        ("cyan", "block"),
        ("purple", "block"),
        ("orange", "bowl"),
        ("pink", "bowl"),
        ("green", "can"),
        ("yellow", "bar"),
        ("blue", "ball"),
        ("red", "mug"),
    }
)
"""Colour and category of things that a policy, value function or detector is never shown while it learns."""
TRAINING_STOCK = Stock(exclude=HELD_OUT)
OTHERS = (1, 4)
"""How many things there are besides those that the command names: from, and up to but without."""
EXTRA_FIXTURES = 0.2
"""Odds of each fixture that is not needed."""
OPEN, SHUT, AJAR = (0.100, 0.114), (0.0, 0.004), (0.025, 0.065)
"""How far drawers are out at the start, [m]."""
BLADES = 0.12
"""Share of the picks that are of the blade that sweeps."""
HAND_ROOM = 0.06
"""Behind what is pushed, for the hand to go down, [m]."""
_HOSTS = {"stacked": ("block", "can"), "in_bowl": ("bowl",)}
_TRIES = 30


def _pick_up(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    """``stacked``: off another thing; ``in_bowl``, ``in_drawer``: out of something."""
    if kind == "in_drawer":
        start = _take_out(rng, kind, stock)
        return replace(start, arguments={"object": start.arguments["object"]})
    if kind in _HOSTS:
        return _pick_off(rng, kind, stock)
    thing, other = stock.draw(rng, 2)
    if "block" in stock.shapes and rng.random() < BLADES:
        thing = _plain(stock).draw(rng, 1, ("blade",))[0]
    scene = _scene(rng, stock, [thing, other], absent=thing if kind == "object_absent" else None)
    return Start(scene, {"object": thing}, {"hand_full": other, "already_held": thing}.get(kind))


def _pick_off(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    host = _plain(stock).draw(rng, 1, _HOSTS[kind])[0]
    things = stock.draw(rng, 2, _lasting(stock) if kind == "stacked" else ())
    thing = next(name for name in things if name != host)
    scene = _scene(rng, stock, [thing, host])
    return Start(_stacked(rng, scene, thing, host), {"object": thing})


def _put_in(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    """``filled``: something else is in the bowl."""
    thing, *inside = stock.draw(rng, 2 if kind == "filled" else 1)
    bowl = _plain(stock).draw(rng, 1, ("bowl",))[0]
    scene = _scene(rng, stock, [thing, bowl, *inside], absent=bowl if kind == "container_absent" else None)
    for other in inside:
        scene = _stacked(rng, scene, other, bowl)
    return Start(scene, {"object": thing, "container": bowl}, None if kind == "hand_empty" else thing)


def _put_on(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    """``tower``: the support stands on a third thing."""
    supports = _plain(stock).draw(rng, 3, ("block", "can"))
    thing = next(name for name in stock.draw(rng, 4, _lasting(stock)) if name not in supports)
    support, below, cover = supports
    scene = _scene(rng, stock, [thing, support, below, cover])
    if kind == "tower":
        scene = _stacked(rng, scene, support, below)
    if kind == "covered":
        scene = _stacked(rng, scene, cover, support)
    return Start(scene, {"object": thing, "support": support}, None if kind == "hand_empty" else thing)


def _push_to(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    """To a region, or, less often, beside another object."""
    for _ in range(4 * _TRIES):
        thing, other = stock.draw(rng, 2)
        needed = ["region"] * int(rng.integers(1, 3))
        scene = _scene(rng, stock, [thing, other], needed, absent=thing if kind == "object_absent" else None)
        regions = [fixture.id for fixture in scene.fixtures if fixture.kind == "region"]
        bowls = [o.id for o in scene.objects if o.category == "bowl"]
        place = regions[0] if rng.random() < 0.6 else (*bowls, other)[0]
        if kind == "object_absent" or clear_way(scene, thing, place):
            break
    return Start(scene, {"object": thing, "place": place}, other if kind == "hand_full" else None)


def _open_drawer(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    inside, other = stock.draw(rng, 2)
    out = {"ajar": AJAR, "already_open": OPEN}.get(kind, SHUT)
    scene = _with_drawer(rng, stock, out, [inside] if rng.random() < 0.5 else [], [other])
    return Start(scene, {"drawer": "drawer"}, other if kind == "hand_full" else None)


def _close_drawer(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    inside, other = stock.draw(rng, 2)
    out = {"ajar": AJAR, "already_closed": SHUT}.get(kind, OPEN)
    scene = _with_drawer(rng, stock, out, [inside] if rng.random() < 0.5 else [], [other])
    return Start(scene, {"drawer": "drawer"}, other if kind == "hand_full" else None)


def _put_in_drawer(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    thing, inside = stock.draw(rng, 2)
    out = SHUT if kind == "closed" else OPEN
    scene = _with_drawer(rng, stock, out, [inside] if rng.random() < 0.3 else [], [thing], aside=True)
    return Start(scene, {"object": thing, "drawer": "drawer"}, None if kind == "hand_empty" else thing)


def _take_out(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    thing, other = stock.draw(rng, 2)
    scene = _with_drawer(rng, stock, SHUT if kind == "closed" else OPEN, [thing], [other])
    return Start(scene, {"object": thing, "drawer": "drawer"}, other if kind == "hand_full" else None)


def _sweep(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    blade = _plain(stock).draw(rng, 1, ("blade",))[0]
    needed = ["tray", CRUMBS] if kind != "no_crumbs" else ["tray"]
    scene = _scene(rng, stock, [blade], needed)
    arguments = {"crumbs": CRUMBS, "tray": "tray", "tool": blade}
    return Start(scene, arguments, None if kind == "hand_empty" else blade)


def _press(rng: np.random.Generator, kind: str, stock: Stock) -> Start:
    scene = _scene(rng, stock, other := stock.draw(rng, 1), ["button", "lamp"])
    if kind == "already_lit":
        scene = replace(scene, fixtures=tuple(replace(f, state=float(f.kind == "lamp")) for f in scene.fixtures))
    return Start(scene, {"button": "button"}, other[0] if kind == "hand_full" else None)


def _scene(
    rng: np.random.Generator,
    stock: Stock,
    named: Sequence[str],
    needed: Sequence[str] = (),
    absent: str | None = None,
) -> SceneSpec:
    """A table with what is named and needed, some other things, and perhaps some fixtures that nobody needs."""
    extra = [kind for kind in ("drawer", "tray", "region") if kind not in needed and rng.random() < EXTRA_FIXTURES]
    if "button" not in needed and rng.random() < EXTRA_FIXTURES:
        extra += ["button", "lamp"]
    others = [name for name in _others(rng, stock) if name not in named]
    names = [name for name in (*named, *others) if name != absent]
    for attempt in range(_TRIES):
        try:
            return sample_tabletop(rng, names, fixtures=[*needed, *extra])
        except ValueError:
            extra, names = extra[:-1], names if attempt < _TRIES / 2 else [n for n in named if n != absent]
    raise RuntimeError(f"no room for {', '.join(names)} with {', '.join(needed) or 'no fixture'}")


def clear_way(scene: SceneSpec, thing: str, place: str) -> bool:
    """Whether nothing stands between a thing and where it is to be pushed, nor where the hand goes down behind it."""
    moved = next(o for o in scene.objects if o.id == thing)
    start = np.array(moved.position[:2])
    places = {x.id: x.position[:2] for x in scene.objects} | {f.id: f.position for f in scene.fixtures}
    goal = np.array(places[place])
    ahead = (goal - start) / max(float(np.linalg.norm(goal - start)), 1e-9)
    way = [start + t * ahead for t in np.arange(-HAND_ROOM, np.linalg.norm(goal - start), 0.02)]
    radius = SHAPES[moved.category].radius + 0.022
    others = [o for o in scene.objects if o.id not in (thing, place)]
    fixed = [f for f in scene.fixtures if f.kind != "region"]
    return all(
        all(np.linalg.norm(p - o.position[:2]) > radius + SHAPES[o.category].radius for o in others)
        and all(f.distance(p) > radius + 0.02 for f in fixed)
        for p in way
    )


def _others(rng: np.random.Generator, stock: Stock) -> list[str]:
    count = int(rng.integers(*OTHERS))
    bowls = _plain(stock).draw(rng, 1, ("bowl",)) if rng.random() < 0.5 else []
    return [*stock.draw(rng, count), *bowls]


def _plain(stock: Stock) -> Stock:
    """Where to draw fixed kinds of things from: the usual shapes, with the stock's exclusions."""
    return replace(stock, shapes=Stock().shapes)


def _with_drawer(
    rng: np.random.Generator,
    stock: Stock,
    out: tuple[float, float],
    inside: Sequence[str],
    named: Sequence[str],
    aside: bool = False,
) -> SceneSpec:
    """A table whose drawer is out by so much and holds some of the things, ``aside`` where another is to follow."""
    scene = _scene(rng, stock, [*named, *inside], ["drawer"])
    drawer = replace(next(f for f in scene.fixtures if f.kind == "drawer"), state=float(rng.uniform(*out)))
    fixtures = tuple(drawer if f.kind == "drawer" else f for f in scene.fixtures)
    objects = tuple(_laid_in(rng, o, drawer, aside) if o.id in inside else o for o in scene.objects)
    return replace(scene, objects=objects, fixtures=fixtures)


def _laid_in(rng: np.random.Generator, thing: ObjectSpec, drawer: FixtureSpec, aside: bool) -> ObjectSpec:
    """A thing in a drawer, more or less straight."""
    forward, side = float(rng.uniform(0.008, 0.024)), float(rng.uniform(-0.03, 0.03))
    x, y = drawer.at(drawer.state + forward, side + float(np.sign(side)) * 0.03 if aside else side)
    height = DRAWER_FLOOR + SHAPES[thing.category].height / 2 + 0.001
    return replace(thing, position=(x, y, height), yaw=drawer.yaw + float(rng.uniform(-0.25, 0.25)))


def _lasting(stock: Stock) -> tuple[str, ...]:
    """Shapes that stay where they are put."""
    return tuple(shape for shape in stock.shapes if shape not in ("ball", "blade"))


def _stacked(rng: np.random.Generator, scene: SceneSpec, above: str, below: str) -> SceneSpec:
    """The same scene with one thing put on another, or in a bowl."""
    base = next(o for o in scene.objects if o.id == below)
    x, y = np.add(base.position[:2], rng.uniform(-0.004, 0.004, size=2)).tolist()
    objects = tuple(replace(o, position=(x, y, _on_top(o, base))) if o.id == above else o for o in scene.objects)
    return replace(scene, objects=objects)


def _on_top(thing: ObjectSpec, base: ObjectSpec) -> float:
    bottom = BOWL_WALL + 0.001 if base.category == "bowl" else SHAPES[base.category].height
    return bottom + SHAPES[thing.category].height / 2


_GRASPED = {"novel_shapes": NOVEL_SHAPE_STOCK, "novel_colours": NOVEL_COLOUR_STOCK}
_LIBRARY = tabletop10_library()


TEACHINGS: Mapping[str, Teaching] = {
    teaching.name: teaching
    for teaching in (
        Teaching(
            skill=_LIBRARY["pick_up"],
            wordings=WORDINGS["pick_up"],
            expert=pick_up,
            success=SUCCESS["pick_up"],
            draw=_pick_up,
            kinds=("clean", "stacked", "in_bowl", "in_drawer"),
            infeasible=("object_absent", "hand_full", "already_held"),
            novel=_GRASPED,
        ),
        Teaching(
            skill=_LIBRARY["put_in"],
            wordings=WORDINGS["put_in"],
            expert=put_in,
            success=SUCCESS["put_in"],
            draw=_put_in,
            kinds=("clean", "filled"),
            infeasible=("hand_empty", "container_absent"),
            goes_to="{container}",
            novel=_GRASPED,
        ),
        Teaching(
            skill=_LIBRARY["put_on"],
            wordings=WORDINGS["put_on"],
            expert=put_on,
            success=SUCCESS["put_on"],
            draw=_put_on,
            kinds=("clean", "tower"),
            infeasible=("hand_empty", "covered"),
            goes_to="{support}",
            novel=_GRASPED,
        ),
        Teaching(
            skill=_LIBRARY["push_to"],
            place="{place}",
            wordings=FURTHER_WORDINGS["push_to"],
            expert=push_to,
            success=SUCCESS["push_to"],
            draw=_push_to,
            infeasible=("object_absent", "hand_full"),
            novel=_GRASPED,
        ),
        Teaching(
            skill=_LIBRARY["open_drawer"],
            place="{drawer}",
            wordings=FURTHER_WORDINGS["open_drawer"],
            expert=open_drawer,
            success=SUCCESS["open_drawer"],
            draw=_open_drawer,
            kinds=("clean", "ajar"),
            infeasible=("already_open", "hand_full"),
            goes_to="{drawer} handle",
            moves=("{drawer}",),
        ),
        Teaching(
            skill=_LIBRARY["close_drawer"],
            place="{drawer}",
            wordings=FURTHER_WORDINGS["close_drawer"],
            expert=close_drawer,
            success=SUCCESS["close_drawer"],
            draw=_close_drawer,
            kinds=("clean", "ajar"),
            infeasible=("already_closed", "hand_full"),
            goes_to="{drawer} handle",
            moves=("{drawer}",),
        ),
        Teaching(
            skill=_LIBRARY["put_in_drawer"],
            place="{drawer}",
            wordings=FURTHER_WORDINGS["put_in_drawer"],
            expert=put_in_drawer,
            success=SUCCESS["put_in_drawer"],
            draw=_put_in_drawer,
            infeasible=("closed", "hand_empty"),
            goes_to="{drawer}",
            novel=_GRASPED,
        ),
        Teaching(
            skill=_LIBRARY["take_out"],
            place="{drawer}",
            wordings=FURTHER_WORDINGS["take_out"],
            expert=take_out,
            success=SUCCESS["take_out"],
            draw=_take_out,
            infeasible=("closed", "hand_full"),
            novel=_GRASPED,
        ),
        Teaching(
            skill=_LIBRARY["sweep"],
            place="{tray}",
            wordings=FURTHER_WORDINGS["sweep"],
            expert=sweep,
            success=SUCCESS["sweep"],
            draw=_sweep,
            infeasible=("hand_empty", "no_crumbs"),
            goes_to="{crumbs}",
            moves=("{tool}", "{crumbs}"),
        ),
        Teaching(
            skill=_LIBRARY["press"],
            place="lamp",
            wordings=FURTHER_WORDINGS["press"],
            expert=press,
            success=SUCCESS["press"],
            draw=_press,
            infeasible=("already_lit", "hand_full"),
            goes_to="{button}",
            moves=(),
        ),
    )
}
"""Skill name -> how it is taught."""


def curriculum(teachings: Mapping[str, Teaching] = TEACHINGS) -> Curriculum:
    """What networks learn of the skills that are taught, and what can be named on such a table."""
    return Curriculum({name: teaching.lesson for name, teaching in teachings.items()}, _LIBRARY.categories)
