"""What the simulator says about a task, for evaluation only; nothing here is ever shown to an agent."""

import hashlib
import json

from grounding import Scene
from skills import LibraryError, SkillCall, SkillLibrary
from skills.conditions import canonical_facts, holds

SIDES = ("left of", "right of", "in front of", "behind")


def goal_call(task: str, library: SkillLibrary, scene: Scene) -> SkillCall | None:
    """The skill call whose command the task is, word for word; None for any other task.

    Only such tasks have a goal that needs no understanding of language, and so a truth that cannot be misread.
    """
    try:
        return library.parse(task, scene)
    except LibraryError:
        return None


def achieved(task: str, library: SkillLibrary, scene: Scene) -> bool | None:
    """Whether the task's goal holds in the true scene; None when the task is not one skill's command."""
    call = goal_call(task, library, scene)
    if call is None or call.name == "done":
        return None
    return holds(call.done_condition, canonical_facts(scene.facts))


def state_hash(scene: Scene) -> str:
    """SHA-256 over what is true: facts but those that positions imply, and positions to the tenth of a millimetre."""
    things = sorted((thing.id, *(round(float(x), 4) + 0.0 for x in thing.position)) for thing in scene.objects)
    facts = sorted(str(fact) for fact in scene.facts if fact.predicate not in SIDES)
    return hashlib.sha256(json.dumps([things, facts]).encode()).hexdigest()
