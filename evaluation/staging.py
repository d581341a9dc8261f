"""The table of a task: drawn for it, with the things and fixtures that it names, in the state that it begins in."""

from collections.abc import Mapping

import numpy as np

from evaluation.suites import Suite, Task, TaskTemplate
from simulation import SceneSpec, sample_tabletop
from simulation.fixtures import KINDS
from simulation.scene import CRUMBS
from simulation.shapes import COLOURS
from simulation.tabletop10 import furnished, in_state
from simulation.teaching import Stock

_TRIES = 20


def stage(suite: Suite, template: TaskTemplate, seed: int) -> tuple[SceneSpec, Task]:
    """A scene for a task, and the task about what is there.

    Args:
        suite: says which scene, and how many steps are allowed.
        template: the task.
        seed: draws both; the same seed, the same scene and task.

    Raises:
        ValueError: the scene has too few things, or no room for them.
    """
    rng = np.random.default_rng([seed, *template.id.encode()])
    names: dict[str, str] = {}
    if suite.scene == "tabletop":
        spec = sample_tabletop(rng)
    else:
        spec, names = _furnished(rng, template)
    task = template.bind(rng, _there(spec), names)
    return spec, task.model_copy(update={"max_steps": suite.max_steps})


def _furnished(rng: np.random.Generator, template: TaskTemplate) -> tuple[SceneSpec, dict[str, str]]:
    """A table with all that a task needs; also the names of things and colours that are settled by it."""
    for attempt in range(_TRIES):
        names = _draw_names(rng, template)
        things = [id for name, id in names.items() if name in template.things]
        pushed = {names[name]: names.get(place, "") for name, place in template.pushed.items()}
        try:
            spec = furnished(rng, things, _others(rng, template, names), template.fixtures, pushed)
        except ValueError:
            if attempt == _TRIES - 1:
                raise
            continue
        region = next((fixture.id for fixture in spec.fixtures if fixture.kind == "region"), "")
        names |= {place: region for place in template.pushed.values() if place not in names}
        inside = [names[name] for name in template.inside]
        return in_state(rng, spec, template.drawer == "open", template.lamp == "lit", inside), names
    raise AssertionError("the last try either returns or raises")


def _draw_names(rng: np.random.Generator, template: TaskTemplate) -> dict[str, str]:
    """Colours, and colour and category of everything but fixtures, which are found on the table."""
    shuffled = [list(COLOURS)[int(i)] for i in rng.permutation(len(COLOURS))]
    names = dict(zip(template.colours, shuffled, strict=False))
    for name, kinds in template.things.items():
        kind = kinds[int(rng.integers(len(kinds)))].format(**names)
        if kind in (*KINDS, CRUMBS):
            continue
        if " " not in kind:
            free = [colour for colour in COLOURS if f"{colour} {kind}" not in names.values()]
            kind = f"{free[int(rng.integers(len(free)))]} {kind}"
        names[name] = kind
    return names


def _others(rng: np.random.Generator, template: TaskTemplate, names: Mapping[str, str]) -> list[str]:
    """Things that the task does not name; not in its colours, if it speaks of colours."""
    taken = {names[colour] for colour in template.colours}
    stock = Stock(colours=tuple(colour for colour in COLOURS if colour not in taken))
    drawn = stock.draw(rng, int(rng.integers(template.others + 1)))
    return [name for name in drawn if name not in names.values()]


def _there(spec: SceneSpec) -> dict[str, str]:
    """Category by id."""
    return {o.id: o.category for o in spec.objects} | {f.id: f.kind for f in spec.fixtures}
