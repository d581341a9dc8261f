"""The planners that Doable's is compared with: greedy SayCan, and a model that simply writes the steps.

Both get the scene and the commands in their prompt, and go on until ``done``. They read no goal, so that they neither
ask nor refuse.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

import numpy as np

from grounding import Fact, Scene, SceneObject
from planner.goals.target import PlanningWorld
from planner.ports import LanguageModel
from planner.prompts import Prompt, load_prompt
from planner.say import continuations
from planner.shortlist import Shortlist
from planner.task_planner import Answer, Ask
from planner.vetoes import DONE
from skills import SkillCall
from skills.conditions import canonical

MOST_STEPS = 20
LINE_TOKENS = 16
"""A written step is at most so long."""
NEAR = 0.6
"""Share of letters in common from which on a written line is taken for a command (difflib's ratio)."""


def calls_of(world: PlanningWorld) -> tuple[SkillCall, ...]:
    """Every type-correct call of a world."""
    return world.library.calls(Scene(tuple(SceneObject(id, category) for id, category in world.objects.items())))


def render(prompt: Prompt, world: PlanningWorld, task: str, lines: Sequence[str]) -> str:
    """The prompt for the step after ``lines``."""
    return prompt.render(
        things=", ".join(_things(world)),
        commands=", ".join(dict.fromkeys(_command(skill.template) for skill in world.library if skill.name != DONE)),
        task=" ".join(task.split()),
        history="".join(f"{number}. {line}\n" for number, line in enumerate(lines, start=1)),
        number=len(lines) + 1,
    )


@dataclass(frozen=True)
class GreedySayCan:
    """At each step the likeliest command, until ``done`` (Ahn et al. 2022, arXiv:2204.01691)."""

    model: LanguageModel
    affordances: bool = True
    """Whether only calls whose preconditions hold are candidates."""
    shortlist: Shortlist | None = None
    """Who chooses candidates where there are many; None: all are scored."""
    most_steps: int = MOST_STEPS
    prompt: Prompt = field(default_factory=lambda: load_prompt("plan_steps"))
    name: str = "greedy SayCan"

    def plan(self, instruction: str, world: PlanningWorld, ask: Ask | None = None) -> Answer:
        """Step by step; a call that would bring back an earlier state is still allowed, as in the paper."""
        steps: list[SkillCall] = []
        every, start = calls_of(world), world
        while len(steps) < self.most_steps:
            calls = self._candidates(instruction, world, every)
            if not calls:
                return Answer("gave_up", tuple(steps), reason="nothing can be done here")
            prefix = render(self.prompt, start, instruction, [call.text for call in steps])
            likely = self.model.score(prefix, continuations([call.text for call in calls]))
            best = calls[int(np.argmax(likely))]
            if best.name == DONE:
                return Answer("done", tuple(steps))
            steps.append(best)
            world = after(world, best)
        return Answer("gave_up", tuple(steps), reason=f"no end after {self.most_steps} steps")

    def _candidates(self, instruction: str, world: PlanningWorld, every: Sequence[SkillCall]) -> Sequence[SkillCall]:
        if self.shortlist is not None:
            return self.shortlist.choose(instruction, world, every, feasible=self.affordances)
        if not self.affordances:
            return every
        return [call for call in every if call.operator.applicable(world.facts)]


@dataclass(frozen=True)
class Generation:
    """The model writes the whole plan; each line is matched to a call."""

    model: LanguageModel
    affordances: bool = True
    """Whether a line is matched only to calls whose preconditions hold."""
    most_steps: int = MOST_STEPS
    prompt: Prompt = field(default_factory=lambda: load_prompt("plan_steps"))
    name: str = "generation"

    def plan(self, instruction: str, world: PlanningWorld, ask: Ask | None = None) -> Answer:
        """Line by line, until ``done`` or a line that is no command."""
        steps: list[SkillCall] = []
        every, start = calls_of(world), world
        while len(steps) < self.most_steps:
            written = self._line(render(self.prompt, start, instruction, [call.text for call in steps]))
            if canonical(written) in ("", DONE):
                return Answer("done", tuple(steps))
            call = self._matching(written, world, every)
            if call is None:
                return Answer("gave_up", tuple(steps), reason=f"{written!r} is no command that fits here")
            steps.append(call)
            world = after(world, call)
        return Answer("gave_up", tuple(steps), reason=f"no end after {self.most_steps} steps")

    def _line(self, prompt: str) -> str:
        return self.model.generate(prompt, LINE_TOKENS).strip().split("\n")[0].strip(" .")

    def _matching(self, line: str, world: PlanningWorld, every: Sequence[SkillCall]) -> SkillCall | None:
        possible = [c for c in every if not self.affordances or c.operator.applicable(world.facts)]
        by_text = {canonical(call.text): call for call in possible}
        if canonical(line) in by_text:
            return by_text[canonical(line)]
        near = get_close_matches(canonical(line), by_text, n=1, cutoff=NEAR)
        return by_text[near[0]] if near else None


def after(world: PlanningWorld, call: SkillCall) -> PlanningWorld:
    """The world after a call; as before, if it cannot be made."""
    facts = call.operator.apply(world.facts)
    return world if facts is None else replace(world, facts=facts)


def _command(template: str) -> str:
    """The fixed words of a template."""
    return " ".join(re.sub(r"(\bthe )?\{\w+\}", " ", template).split())


def _things(world: PlanningWorld) -> list[str]:
    """What is there, each thing with what the facts say of it; then the places."""
    known = {canonical(id) for id in world.objects}
    told = [f"{id}{_told(id, world.facts)}" for id in map(canonical, world.objects)]
    return told + [place for place in world.places if place not in known]


def _told(id: str, facts: frozenset[Fact]) -> str:
    words = []
    for fact in sorted(facts):
        if fact.arguments[:1] == (id,):
            others = " and ".join(fact.arguments[1:])
            words.append(f"{fact.predicate} {others}".strip())
    return f" ({'; '.join(words)})" if words else ""
