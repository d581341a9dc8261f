"""Planning without a robot: which planner, over which library, in which symbolic world."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from doable.errors import BadInputError, checking
from doable.library import load_library
from planner.goals.target import PlanningWorld
from planner.ports import LanguageModel
from planner.task_planner import GoalPlanner, Reader, TaskPlanner, planning_world
from skills import SkillLibrary
from skills.conditions import ConditionError

if TYPE_CHECKING:
    from doable.settings import Settings

PlannerKind = Literal["goal", "saycan", "generate"]
KINDS: tuple[str, ...] = get_args(PlannerKind)
EMBEDDED = "embedded"
"""What `--model` calls the model that comes with Doable."""


def _as_text(value: object) -> object:
    """YAML reads a name such as ``12`` or ``on`` as something else than text."""
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else value


class FactsFile(BaseModel):
    """What is there, as a file says it: the ``world`` of a task in a planning suite."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    objects: Annotated[dict[str, str], BeforeValidator(_as_text)] = {}
    """Id -> category."""
    facts: tuple[str, ...] = ()


def check_kind(kind: str) -> PlannerKind:
    """One of the planners.

    Raises:
        BadInputError: there is no such planner.
    """
    if kind not in KINDS:
        raise BadInputError(f"unknown planner {kind!r} (planners: {', '.join(KINDS)})")
    return kind  # type: ignore[return-value]


def world_from_files(domain: Path | None, facts: Path) -> PlanningWorld:
    """A library, and what a YAML or JSON file says is there.

    Raises:
        LibraryError: the domain file cannot be used.
        BadInputError: the facts cannot be read, or speak of categories or predicates that the library does not know.
    """
    library = load_library(domain)
    entry = _facts_file(facts)
    try:
        world = planning_world(library, entry.objects, entry.facts)
    except ConditionError as error:
        raise BadInputError(f"{facts.name}: {error}") from error
    check_world(world, facts.name)
    return world


def check_world(world: PlanningWorld, source: str) -> None:
    """Refuse a world that its library cannot speak of.

    Raises:
        BadInputError: an unknown category.
    """
    known = world.library.categories
    unknown = {category for category in world.objects.values() if category.lower() not in known}
    if unknown and known:
        raise BadInputError(
            f"{source}: library {world.library.name} has no category {', '.join(map(repr, sorted(unknown)))} "
            f"(categories: {', '.join(sorted(known))})"
        )


def world_from_scene(
    library: SkillLibrary, scene: str, robot: str, seed: int, objects: tuple[str, ...] | None, oracle: bool
) -> PlanningWorld:
    """What the robot sees in a simulated scene; with ``oracle``, what is truly there.

    Raises:
        BadInputError: no such scene, robot or object.
    """
    from doable.assembly import load_grounder, load_world
    from doable.options import RunOptions
    from doable.oracles import true_scene

    with checking():
        options = RunOptions(scene=scene, robot=robot, seed=seed, objects=objects)
    world = load_world(options)
    try:
        if oracle:
            seen = true_scene(world)
        else:
            seen = load_grounder().ground(world.observe())
    finally:
        world.close()
    return planning_world(library, {thing.id: thing.category for thing in seen.objects}, seen.facts)


def load_planner(kind: PlannerKind, settings: "Settings", explain: bool = False) -> TaskPlanner:
    """A planner with its model; ``explain``: it tells of alternatives, too.

    Raises:
        BadInputError: no such model.
        ModelFileError: a model file that is missing or damaged.
    """
    made = Planners(settings).make(kind)
    return replace(made, explain=True) if explain and isinstance(made, GoalPlanner) else made


class Planners:
    """Makes planners that share their models."""

    def __init__(self, settings: "Settings") -> None:
        """Nothing is loaded yet."""
        self.settings = settings
        self._readers: dict[bool, Reader] = {}
        self._models: dict[bool, LanguageModel] = {}

    def make(self, kind: PlannerKind, affordances: bool = True, adapter: bool = True) -> TaskPlanner:
        """A planner.

        Args:
            kind: goal (what must hold is read, then searched for), saycan (step by step), generate (the model writes).
            affordances: whether preconditions count.
            adapter: whether the model gets the weights that were trained for this.
        """
        from planner.baselines import Generation, GreedySayCan

        if kind == "goal":
            if adapter not in self._readers:
                self._readers[adapter] = load_reader(self.settings, adapter)
            return GoalPlanner(self._readers[adapter], affordances=affordances)
        if adapter not in self._models:
            self._models[adapter] = load_language_model(self.settings, adapter)
        if kind == "saycan":
            from planner.embedding import SentenceEncoder
            from planner.shortlist import Shortlist

            return GreedySayCan(self._models[adapter], affordances, Shortlist(SentenceEncoder()))
        return Generation(self._models[adapter], affordances)


def load_language_model(settings: "Settings", adapter: bool = True) -> Any:
    """The model of the settings for planners that write or score steps, where an adapter for goals says nothing.

    Says what the probe of a served model found.
    """
    from doable.assembly import load_model
    from planner.models.remote import RemoteModel

    model = load_model(settings, settings.model, settings.base_url)
    if isinstance(model, RemoteModel):
        print(f"doable: {model.probe}", file=sys.stderr)
    return model


def load_reader(settings: "Settings", adapter: bool = True) -> Reader:
    """From words to goals, by the model of the settings."""
    embedded = settings.model == EMBEDDED
    model = load_embedded(settings, adapter) if embedded else load_language_model(settings)
    return reader_of(settings.model, model, adapter)


def load_embedded(settings: "Settings", adapter: bool = True) -> LanguageModel:
    """The embedded model, with the weights that were trained for reading goals unless they are not wanted.

    Raises:
        ModelFileError: the model's file is missing or wrong.
        WeightsError: those weights are.
    """
    from planner.goals.loading import reading_model

    with checking():
        return reading_model(adapter=adapter, threads=settings.threads)


def reader_of(spec: str, model: Any, adapter: bool = True) -> Reader:
    """A reader with a model that is loaded: the embedded one, which was trained to write goals, or any other.

    Args:
        spec: what `--model` said.
        model: what it meant.
        adapter: whether the embedded model has the weights that were trained for this.
    """
    from planner.goals.reader import GoalReader
    from planner.goals.served import PromptedWriter, QuestionMatcher

    if spec == EMBEDDED:
        return GoalReader.of_embedded(model, trained=adapter)
    report = getattr(model, "probe", None)
    constrained = report is not None and report.scorer in ("exact", "echo")
    return GoalReader(PromptedWriter(model, constrained), QuestionMatcher(model))


def _facts_file(path: Path) -> FactsFile:
    try:
        text = path.read_text("utf-8")
        data = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
        if isinstance(data, dict) and set(data) == {"world"}:
            data = data["world"]
        return FactsFile.model_validate(data)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"cannot read the facts in {path}: {error}") from error
    except ValidationError as error:
        details = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}" for e in error.errors())
        raise BadInputError(f"{path.name}: {details} (keys: objects, facts)") from error
    except (yaml.YAMLError, json.JSONDecodeError) as error:
        raise BadInputError(f"{path.name} is neither YAML nor JSON: {' '.join(str(error).split())}") from error
