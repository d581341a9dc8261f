"""`doable scene`: what is there, and what the robot sees of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from doable.commands.options import (
    DEFAULT_ROBOT,
    DEFAULT_SCENE,
    DEFAULT_SEED,
    JsonOption,
    ObjectsOption,
    RobotOption,
    SceneOption,
    SeedOption,
    print_json,
    split_objects,
)
from doable.errors import BadInputError

if TYPE_CHECKING:
    from rich.table import Table

    from grounding import Scene
    from simulation.world import SimulatedWorld


def scene(
    scene: SceneOption = DEFAULT_SCENE,
    robot: RobotOption = DEFAULT_ROBOT,
    seed: SeedOption = DEFAULT_SEED,
    objects: ObjectsOption = None,
    image: Annotated[Path | None, typer.Option("--image", help="Write a picture of the scene (PNG).")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what is there (truth, from the simulator) beside what the robot sees (from pixels), if it has learned to."""
    from doable.assembly import load_grounder, load_world
    from doable.options import RunOptions
    from doable.oracles import true_scene
    from doable.scenes import is_learned

    options = RunOptions(scene=scene, robot=robot, seed=seed, objects=split_objects(objects))
    world = load_world(options)
    try:
        if image is not None:
            _write_picture(world, image)
        truth = true_scene(world)
        seen = load_grounder().ground(world.observe()) if is_learned() else None
    finally:
        world.close()
    if seen is None:
        typer.echo("doable: there are no weights named grounder; this is the truth alone", err=True)
    if as_json:
        return print_json({"truth": scene_as_data(truth), "seen": None if seen is None else scene_as_data(seen)})
    from rich.console import Console

    Console().print(_table(truth, seen))


def scene_as_data(scene: "Scene") -> dict[str, Any]:
    """Objects and facts as plain data."""
    return {
        "objects": [
            {
                "id": thing.id,
                "category": thing.category,
                "attributes": dict(thing.attributes),
                "position": [round(value, 4) for value in thing.position],
                "confidence": round(thing.confidence, 4),
            }
            for thing in scene.objects
        ],
        "facts": [str(fact) for fact in sorted(scene.facts)],
    }


def _write_picture(world: "SimulatedWorld", path: Path) -> None:
    from PIL import Image

    try:
        Image.fromarray(world.picture()).save(path, "PNG")
    except OSError as error:
        raise BadInputError(f"cannot write {path}: {error.strerror or error}") from error


def _table(truth: "Scene", seen: "Scene | None") -> "Table":
    """One row an object, true and seen positions side by side; facts below. Nothing is seen where nobody looked."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("object", "truth (x y z in m)", *(("seen", "confidence") if seen else ())):
        table.add_column(name, no_wrap=True)
    true, found = ({thing.id: thing for thing in scene.objects} if scene else {} for scene in (truth, seen))
    for id in (*true, *(id for id in found if id not in true)):
        looked = (
            _position(found[id].position) if id in found else "not seen",
            f"{found[id].confidence:.2f}" if id in found else "",
        )
        table.add_row(id, _position(true[id].position) if id in true else "not there", *(looked if seen else ()))
    for name, scene in (("facts in truth", truth), *((("facts seen", seen),) if seen else ())):
        table.caption = f"{table.caption or ''}{name}: {_facts(scene)}\n"
    table.caption_justify = "left"
    return table


def _position(position: tuple[float, float, float]) -> str:
    return " ".join(f"{value:6.3f}" for value in position)


def _facts(scene: "Scene") -> str:
    """Those a person would ask for: not the many relations of left and right."""
    from doable.ground_truth import SIDES

    told = [str(fact) for fact in sorted(scene.facts) if fact.predicate not in SIDES]
    return ", ".join(told) or "none"
