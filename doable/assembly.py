"""Where the parts of an agent come from: the simulated world and the learned parts, each loaded when it is needed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from affordances.by_skill import DetectorBySkill
from affordances.ports import SkilledDetector, SuccessDetector, ValueFunction
from doable import planning
from doable.errors import BadInputError, checking
from doable.library import load_library
from doable.options import RunOptions
from doable.oracles import OracleDetector, OracleGrounder, OracleSkills, OracleValueFunction
from doable.scenes import LEARNED, check_learned
from doable.settings import Settings
from doable.taught import taught_files
from grounding import Grounder
from planner.ports import LanguageModel
from planner.prompts import Prompt, load_prompt
from planner.task_planner import Reader
from skills import ForceLimit, GripperLimit, JointLimit, Limit, Policy, SkillLibrary, WorkspaceLimit, World

if TYPE_CHECKING:
    from simulation.world import SimulatedWorld


@dataclass(frozen=True)
class Parts:
    """All that an agent decides and acts with."""

    world: World
    library: SkillLibrary
    grounder: Grounder
    model: LanguageModel
    value_function: ValueFunction
    detector: SuccessDetector
    limits: tuple[Limit, ...] = ()
    """Of the robot; those of a skill come on top."""
    reader: Reader | None = None
    """Who reads goals; None: greedy SayCan."""


@dataclass(frozen=True)
class LearnedParts:
    """What is learned; holds nothing of a world, so that many runs can share it.

    What an oracle stands in for is None.
    """

    policy: Policy | None
    grounder: Grounder | None
    value_function: ValueFunction | None
    detector: SkilledDetector | None
    model: LanguageModel
    reader: Reader | None = None
    """Reads goals with that model; None: greedy SayCan."""


PANDA_LIMITS: tuple[Limit, ...] = (
    WorkspaceLimit(lower=(0.2, -0.5, 0.0), upper=(0.9, 0.5, 0.7)),
    JointLimit(
        lower=(-2.8973, -1.7628, -2.8973, -3.0718, -2.8973, -0.0175, -2.8973),
        upper=(2.8973, 1.7628, 2.8973, -0.0698, 2.8973, 3.7525, 2.8973),
    ),
    GripperLimit(),
    ForceLimit(max_force=60.0),
)
"""A box around the table, [m], the joints' ranges, [rad] (Franka Emika, data sheet), and the fingers' force, [N]."""


def load_parts(settings: Settings, options: RunOptions, saved_world: Path | None = None) -> Parts:
    """Build every part; what is quick to check comes first.

    Args:
        settings: the person's.
        options: the run's.
        saved_world: a state that a world has saved, to go on from; None: a new one.

    Raises:
        BadInputError: unknown scene, robot, object or model.
        LibraryError: a skill file that cannot be used.
        PromptError: a prompt file that cannot be used.
        WeightsError: learned weights that are missing or damaged.
        ModelFileError: a language model that is missing or damaged.
    """
    load_library(options.skills, scene=options.scene)
    load_step_prompt(options)
    check_learned(needed_weights(options))
    world = load_world(options, saved_world)
    try:
        learned = load_learned_parts(settings, options)
        return assemble(world, learned, options)
    except BaseException:
        world.close()
        raise


def load_world(options: RunOptions, saved: Path | None = None) -> "SimulatedWorld":
    """A new simulated world, or a saved one.

    Raises:
        BadInputError: unknown scene, robot or object, or a damaged state.
    """
    from simulation.world import SimulatedWorld, make_world

    with checking():
        if saved is not None:
            return SimulatedWorld.load(saved)
        return make_world(options.scene, options.robot, options.seed, options.objects)


def needed_weights(options: RunOptions) -> tuple[str, ...]:
    """Names of the weights that a run acts with, where no oracle stands in for them."""
    grounder = () if options.oracle else LEARNED[:1]
    return grounder if options.oracle_skills else (*grounder, *LEARNED[1:])


def load_learned_parts(settings: Settings, options: RunOptions) -> LearnedParts:
    """The networks with their weights, and the language model; one that reads goals is loaded only once.

    Raises:
        BadInputError: no such model or scene.
        WeightsError: learned weights that are missing or damaged.
        ModelFileError: a language model that is missing or damaged.
    """
    import torch

    from affordances.detector import LearnedSuccessDetector
    from affordances.value import LearnedValueFunction
    from skills.vla import VLAPolicy

    torch.set_num_threads(settings.threads)
    check_learned(needed_weights(options))
    language = load_language(settings, options)
    learned = LearnedParts(None, None if options.oracle else load_grounder(), None, None, language)
    if not options.oracle_skills:
        policy = VLAPolicy.load()
        value_function = LearnedValueFunction.load(policy.commands)
        detector = LearnedSuccessDetector.load(policy.commands)
        learned = replace(learned, policy=policy, value_function=value_function, detector=detector)
    if options.planner != "goal":
        return learned
    return replace(learned, reader=planning.reader_of(options.model, language))


def load_grounder() -> Grounder:
    """The built-in grounder.

    Raises:
        WeightsError: its weights are missing or damaged.
    """
    from grounding.detector import LearnedGrounder

    check_learned(LEARNED[:1])
    return LearnedGrounder.load()


def load_language(settings: Settings, options: RunOptions) -> LanguageModel:
    """The language model; the embedded one as it was trained, if it is to read goals.

    Raises:
        BadInputError: no such model.
        ModelFileError: it is missing or damaged.
    """
    if options.planner == "goal" and options.model == planning.EMBEDDED:
        return planning.load_embedded(settings)
    return load_model(settings, options.model, options.base_url)


def assemble(world: "SimulatedWorld", learned: LearnedParts, options: RunOptions) -> Parts:
    """The parts of an agent in a world.

    Raises:
        LibraryError: a skill file that cannot be used.
        BadInputError: a library that can only be planned with.
    """
    grounder = OracleGrounder(world) if options.oracle else learned.grounder
    known = load_library(options.skills, learned.policy, scene=options.scene)
    policy, value_function = learned.policy, learned.value_function
    if options.oracle_skills:
        files = taught_files(options.skills)
        policy, value_function = OracleSkills(world, known, files), OracleValueFunction(world, known, files)
        detector: SuccessDetector = OracleDetector(world, known, files)
    assert grounder is not None and value_function is not None
    library = load_library(options.skills, policy, scene=options.scene)
    check_can_be_run(library)
    if not options.oracle_skills:
        assert learned.detector is not None
        by_skill = DetectorBySkill(learned.detector, grounder, library)
        value_function, detector = judged_by(library, policy, value_function, by_skill)
    return Parts(
        world=world,
        library=library,
        grounder=grounder,
        model=learned.model,
        value_function=value_function,
        detector=detector,
        limits=PANDA_LIMITS,
        reader=learned.reader,
    )


def judged_by(
    library: SkillLibrary, policy: Policy | None, value_function: ValueFunction, detector: SuccessDetector
) -> tuple[ValueFunction, SuccessDetector]:
    """The shared value function and detector, with those of the skills that have their own.

    Raises:
        WeightsError: weights of a skill's own are missing or damaged, or were trained on other eyes.
    """
    from skills.own import OwnPolicy
    from skills.vla import VLAPolicy

    own = {skill.name: skill.policy for skill in library if isinstance(skill.policy, OwnPolicy)}
    if not own or not isinstance(policy, VLAPolicy):
        return value_function, detector
    from affordances.own import DetectorOfOwn, Eyes, ValueBySkill, own_judges

    judges = {name: own_judges(each.folder, policy) for name, each in own.items() if each.folder is not None}
    eyes = Eyes(policy)
    return ValueBySkill(value_function, judges, eyes, library), DetectorOfOwn(detector, judges, eyes, library)


def load_step_prompt(options: RunOptions) -> Prompt:
    """The prompt that asks for the next step.

    Raises:
        PromptError: there is none in the folder, or its file is wrong.
        BadInputError: there is no such folder.
    """
    if options.prompts is not None and not Path(options.prompts).is_dir():
        raise BadInputError(f"no folder {options.prompts!r} with prompts; it should hold next_step.md")
    return load_prompt("next_step", None if options.prompts is None else Path(options.prompts))


def check_can_be_run(library: SkillLibrary) -> None:
    """Refuse a library that can only be planned with.

    Raises:
        BadInputError: a skill other than `done` has no policy.
    """
    without = [skill.name for skill in library if skill.policy is None and skill.name != "done"]
    if without:
        raise BadInputError(
            f"library {library.name} can be planned with but not run: no policy for {', '.join(without)}; "
            "give each skill a policy in a Python file (--skills FILE.py), or train one that is taught "
            "(doable skills train FILE.py)"
        )


def load_model(settings: Settings, spec: str, base_url: str | None = None) -> LanguageModel:
    """The planner's language model; one that is served is probed.

    Raises:
        ModelError: no such model, it cannot be reached, or nothing that it says can be trusted.
        ModelFileError: its file is missing or damaged.
    """
    from planner.models.budget import Limits
    from planner.models.spec import model_from_spec

    limits = Limits(
        timeout=settings.model_timeout,
        retries=settings.model_retries,
        calls=settings.model_calls,
        tokens=settings.model_tokens,
    )
    with checking():
        return model_from_spec(
            spec, threads=settings.threads, base_url=base_url, limits=limits, replies=settings.model_cache
        )
