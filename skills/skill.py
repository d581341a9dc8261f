"""The skill contract: what a skill is called, when it can be begun, what it changes and who carries it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter
from typing import Any, Literal, get_args

from grounding import Fact
from skills.conditions import (
    NAMES_IN_WORDS,
    Condition,
    ConditionError,
    ConditionSource,
    Effects,
    bound_variables,
    can_name,
    canonical,
    conjunction,
    is_open,
    parse_condition,
    parse_effects,
    quoted,
    substitute,
    substitute_atom,
)
from skills.errors import LibraryError, did_you_mean
from skills.limits import Limit
from skills.operator import Operator
from skills.ports import Policy

RecoveryHint = Literal["retry", "reparameterise", "next choice", "replan", "ask", "stop"]
"""A rung of the recovery ladder."""


@dataclass(frozen=True)
class Skill:
    """A parameterised behaviour, or *option*: its command, its conditions, its policy.

    Options: Sutton, Precup and Singh, Artificial Intelligence 112, 1999. The notation of conditions and effects is
    that of ``skills.conditions``.

    Raises:
        LibraryError: the template's fields are not the parameters, or a condition or effect is malformed.
    """

    name: str
    """E.g. ``pick_up``."""
    template: str
    """The command in words, e.g. ``put the {object} in the {container}``."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Type of each parameter, in order: a type, a category, or ``place``."""
    preconditions: Sequence[ConditionSource] = ()
    effects: Sequence[ConditionSource] = ()
    description: str = ""
    policy: Policy | None = None
    """Who carries it out; None for a skill that is only planned with."""
    value_function: str | None = None
    """Name of the value head that says whether it can succeed; None: the shared one."""
    done_when: Sequence[ConditionSource] = ()
    """What is seen afterwards if it worked; empty: what the effects add."""
    timeout: float = 20.0
    """How long an attempt may take, in [s] of the world's time."""
    recovery: tuple[RecoveryHint, ...] = ("retry", "next choice", "replan")
    """What to try after a failure, in order."""
    limits: tuple[Limit, ...] = ()
    """Limits of this skill alone, besides the robot's."""

    condition: Condition = field(init=False, repr=False, compare=False)
    """The preconditions, parsed."""
    change: Effects = field(init=False, repr=False, compare=False)
    """The effects, parsed."""
    done: Condition = field(init=False, repr=False, compare=False)
    """What is seen afterwards, parsed."""

    def __post_init__(self) -> None:
        _check_name(self.name)
        object.__setattr__(self, "parameters", {canonical(k): canonical(v) for k, v in self.parameters.items()})
        _check_template(self)
        try:
            object.__setattr__(self, "condition", parse_condition(list(self.preconditions)))
            object.__setattr__(self, "change", parse_effects(self.effects))
            done = parse_condition(list(self.done_when)) if self.done_when else conjunction(self.change.add)
            object.__setattr__(self, "done", done)
        except ConditionError as error:
            raise LibraryError(f"skill {self.name!r}: {error}") from error
        _check_effects_are_bound(self)
        _check_numbers(self)

    def __hash__(self) -> int:
        return hash(self.name)

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.parameters)})"

    def call(self, **arguments: str) -> "SkillCall":
        """Bind the parameters: ``put_in.call(object="red block", container="blue bowl")``.

        Raises:
            LibraryError: an argument is missing, unknown or cannot be a name.
        """
        return SkillCall(self, arguments)


@dataclass(frozen=True)
class SkillCall:
    """A skill with its arguments bound; equal if the skill's name and the arguments are.

    Raises:
        LibraryError: an argument is missing, unknown or cannot be a name.
    """

    skill: Skill
    arguments: Mapping[str, str] = field(default_factory=dict)
    """Name of a thing or place for each parameter, in the order of the parameters; canonical."""

    def __post_init__(self) -> None:
        given = {canonical(key): canonical(value) for key, value in self.arguments.items()}
        if set(given) != set(self.skill.parameters):
            wanted = ", ".join(self.skill.parameters) or "no arguments"
            raise LibraryError(f"{self.skill.name} takes {wanted}; got {', '.join(given) or 'none'}")
        for value in given.values():
            _check_argument(self.skill.name, value)
        object.__setattr__(self, "arguments", {key: given[key] for key in self.skill.parameters})

    @property
    def name(self) -> str:
        """The skill's name."""
        return self.skill.name

    @cached_property
    def text(self) -> str:
        """The command in words, as the policy, the value function and the detector get it."""
        return self.skill.template.format(**self.arguments)

    @cached_property
    def operator(self) -> Operator:
        """The conditions and effects of this call, for search."""
        return Operator(
            substitute(self.skill.condition, self.arguments),
            Effects(
                tuple(substitute_atom(atom, self.arguments) for atom in self.skill.change.add),
                tuple(substitute_atom(atom, self.arguments) for atom in self.skill.change.remove),
            ),
        )

    @cached_property
    def done_condition(self) -> Condition:
        """What should hold afterwards, with the arguments in it."""
        return substitute(self.skill.done, self.arguments)

    @property
    def expected(self) -> frozenset[Fact]:
        """The facts that it adds, but for those with variables that only the preconditions name."""
        return frozenset(atom.fact for atom in self.operator.effects.add if atom.fact is not None)

    def to_dict(self) -> dict[str, Any]:
        """``{"skill": …, "args": {…}, "text": …}``; ``SkillLibrary.from_dict`` reads it back."""
        return {"skill": self.skill.name, "args": dict(self.arguments), "text": self.text}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SkillCall):
            return NotImplemented
        return self.name == other.name and self.arguments == other.arguments

    def __hash__(self) -> int:
        return hash((self.name, *self.arguments.values()))

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.arguments.values())})"


def _check_name(name: str) -> None:
    if not name or canonical(name) != name.strip().lower() or any(c in name for c in "(),{}"):
        raise LibraryError(f"{name!r} cannot be a skill's name; write words joined by '_', e.g. pick_up")


def _check_argument(skill: str, value: str) -> None:
    if not can_name(value):
        raise LibraryError(f"{skill}: {quoted(value)} cannot name a thing; {NAMES_IN_WORDS}")


def _check_template(skill: Skill) -> None:
    try:
        parts = list(Formatter().parse(skill.template))
    except ValueError as error:
        raise LibraryError(f"skill {skill.name!r}: bad template {skill.template!r}: {error}") from error
    fields = [name for _, name, _, _ in parts if name is not None]
    if any(spec or conversion for _, _, spec, conversion in parts) or sorted(fields) != sorted(skill.parameters):
        wanted = ", ".join(f"{{{name}}}" for name in skill.parameters) or "none"
        raise LibraryError(
            f"skill {skill.name!r}: the template {skill.template!r} must name each parameter once, as {wanted}"
        )
    if not skill.template.strip():
        raise LibraryError(f"skill {skill.name!r}: the template is empty; it is the command in words")


def _check_effects_are_bound(skill: Skill) -> None:
    bound = bound_variables(skill.condition)
    for atom in skill.change.add:
        for term in atom.terms:
            if is_open(term) and term not in bound:
                known = ", ".join(sorted(bound)) or "no variable"
                raise LibraryError(f"skill {skill.name!r}: the effect {atom} has {term!r}; preconditions bind {known}")


def _check_numbers(skill: Skill) -> None:
    if not skill.timeout > 0:
        raise LibraryError(f"skill {skill.name!r}: timeout must be more than 0 s, not {skill.timeout}")
    for hint in skill.recovery:
        if hint not in get_args(RecoveryHint):
            valid = ", ".join(get_args(RecoveryHint))
            near = did_you_mean(hint, get_args(RecoveryHint))
            raise LibraryError(f"skill {skill.name!r}: unknown recovery {hint!r}{near} (valid: {valid})")
