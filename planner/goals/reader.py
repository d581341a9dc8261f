"""Reads a goal from a person's words: spelling, the model's goal, what its descriptions stand for; and says how."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from planner.asked import Asked
from planner.goals.contradictions import left_out, overlooked, without_contradictions
from planner.goals.daily_facts import FactsMatcher
from planner.goals.goal import Goal
from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.matching import Matcher, ModelMatcher
from planner.goals.prompt import Exchange, request_text, spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.spelling import Spelling, spelling_for
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.goals.vocabulary import Vocabulary
from planner.goals.writers import ConstrainedWriter, ExampleWriter, GoalWriter, Written
from planner.search import NoPlan, find_plan

if TYPE_CHECKING:
    from planner.models.embedded import Precision

READINGS = 5
"""Goals that are looked at, if what comes before them cannot be done here or asks for nothing."""
HARM = 0.1
"""A request is refused if its harmful readings together are at least this likely: harm costs more than refusing."""
UNCLEAR = 0.1
"""And a question is asked if the readings that leave one open are: docs/decisions/0017-when-to-refuse-and-to-ask.md."""
MARGIN = 2.0
"""Nats by which such a goal may be less likely than the first one: docs/decisions/0013-readings-that-can-be-done.md."""


@dataclass(frozen=True)
class Reading:
    """What an instruction was taken to mean."""

    goal: Goal | None
    """None if the model wrote no goal."""
    text: str
    """What the model wrote."""
    outcome: Target | Question | Refusal
    explanation: tuple[str, ...]
    """Which part did what, one sentence each."""
    asked: tuple[Asked, ...] = ()
    """What the model was asked for it, word for word."""


class GoalReader:
    """From words to a target, a question or a refusal; ``read`` never raises for what a person says."""

    def __init__(self, writer: GoalWriter, matcher: Matcher, known_words: frozenset[str] = frozenset()) -> None:
        """
        Args:
            writer: writes the goal.
            matcher: says which names fit a description.
            known_words: words that are spelt right, besides those of the scene and of our lessons.
        """
        self.writer = writer
        self.matcher = matcher
        self.known_words = known_words

    @classmethod
    def load(
        cls, model: str = "embedded", *, threads: int | None = 1, adapter: bool = True, dtype: "Precision" = "bf16"
    ) -> "GoalReader":
        """A reader by the text that ``--model`` takes; ``embedded`` is the model that comes with Doable.

        Args:
            model: see ``planner.models.model_from_spec``.
            threads: torch's, a setting of the whole process.
            adapter: for the embedded model, the weights that were trained for reading goals; others have none.
            dtype: precision of a model in this process.

        Raises:
            ValueError: there is no such model.
            ModelFileError: the model's file is missing or wrong.
            WeightsError: so is the adapter's.
        """
        from planner.goals.loading import reading_model
        from planner.models import model_from_spec

        if model == "embedded":
            return cls.of_embedded(reading_model(adapter=adapter, dtype=dtype, threads=threads), trained=adapter)
        return cls.of_model(model_from_spec(model, dtype=dtype, threads=threads))

    @classmethod
    def of_model(cls, model: Any) -> "GoalReader":
        """With any ``planner.ports.LanguageModel``; one that runs in this process writes under the grammar."""
        if hasattr(model, "scorer"):
            return cls.of_embedded(model, trained=False)
        return cls(ExampleWriter(model), FactsMatcher(ModelMatcher(model)))

    @classmethod
    def of_embedded(cls, model: Any, trained: bool) -> "GoalReader":
        """With a ``planner.models.EmbeddedModel``, which was trained to read goals or is shown examples."""
        from planner.goals.loading import whole_words

        matcher = FactsMatcher(ModelMatcher(model))
        return cls(ConstrainedWriter(model, examples=not trained), matcher, whole_words(model.tokenizer))

    def read(
        self,
        instruction: str,
        world: PlanningWorld,
        answer: str | None = None,
        earlier: Sequence[str] = (),
        question: str = "",
        before: Sequence[Exchange] = (),
    ) -> Reading:
        """Understand an instruction in a scene.

        Args:
            instruction: what was said.
            world: the scene and the skills.
            answer: what the person answered to the question of the first reading.
            earlier: requests before this one, each with how it ended: ``bring me the cup (failed)``.
            question: the question that was answered; that of a first reading if empty.
            before: questions that were answered before that one.
        """
        self._take("asked")
        spelling = self._spelling(world)
        heard, notes = _put_right("the instruction", instruction, spelling)
        exchanges = tuple(Exchange(e.question, _put_right("an answer", e.answer, spelling)[0]) for e in before)
        if answer is not None:
            replied, more = _put_right("the answer", answer, spelling)
            asked = question or self._question(heard, world, earlier)
            exchanges, notes = (*exchanges, Exchange(asked, replied)), notes + more
        reading = self._read(heard, world, exchanges, tuple(earlier), notes)
        return replace(reading, asked=(*reading.asked, *self._take("asked")))

    def _take(self, what: str) -> tuple[Any, ...]:
        """What the matcher asked or told since the last time; not all of them keep it."""
        kept: list[Any] = getattr(self.matcher, what, [])
        taken = tuple(kept)
        kept.clear()
        return taken

    def _read(
        self,
        heard: str,
        world: PlanningWorld,
        exchanges: tuple[Exchange, ...],
        earlier: tuple[str, ...],
        notes: list[str],
    ) -> Reading:
        said = " ".join([heard, *(exchange.answer for exchange in exchanges), *map(spoken, earlier)])
        words = words_of(said)
        if not words:
            return Reading(None, "", Question("What should I do?"), (*notes, "nothing was said"))
        vocabulary = Vocabulary.of(world, words)
        goals = self.writer.write(vocabulary, request_text(heard, exchanges, earlier))
        best = next(goals, Written("", "nothing could be written"))
        first = self._resolved(best, vocabulary, notes)
        if isinstance(first.outcome, Question) or _must_not_be(first):
            return first
        others = list(islice(goals, READINGS - 1)) if best.log_likelihood < math.log(1 - min(HARM, UNCLEAR)) else []
        harm = [written for written in others if _is_harm(written.text)]
        if (likely := _together(harm)) >= HARM:
            told = f"'{first.text}' is likelier, but with {likely:.2f} it would do harm"
            return self._resolved(harm[0], vocabulary, [*notes, told])
        best, passed = _faithful([best, *others], vocabulary, isinstance(first.outcome, Target))
        if passed:
            notes = [*notes, passed]
            first = self._resolved(best, vocabulary, notes)
            if isinstance(first.outcome, Question):
                return first
        if isinstance(first.outcome, Target) and not exchanges:
            asking = [written for written in others if self._asks(written, vocabulary)]
            if (likely := _together(asking)) >= UNCLEAR:
                told = f"'{first.text}' is likelier, but with {likely:.2f} a question is open"
                return self._resolved(asking[0], vocabulary, [*notes, told])
        if self._can_be_done(first, world):
            return first
        for written in others or islice(goals, READINGS - 1):
            behind = best.log_likelihood - written.log_likelihood
            if behind > MARGIN:
                break
            told = f"'{first.text}' cannot be done here or asks for nothing; this was {behind:.2f} nats less likely"
            other = self._resolved(written, vocabulary, [*notes, told])
            if self._can_be_done(other, world):
                return other
        return first

    def _resolved(self, written: Written, vocabulary: Vocabulary, notes: list[str]) -> Reading:
        notes = [*notes, f"goal: {written.text} ({written.how})"]
        said = () if written.asked is None else (written.asked,)
        try:
            goal = GoalGrammar(vocabulary).parse(written.text)
        except GoalError as error:
            sorry = Question("I did not understand that. What should I do?")
            return Reading(None, written.text, sorry, (*notes, f"validator: {error}"), said)
        self._take("told")
        goal, contradicted = without_contradictions(goal, vocabulary, self.matcher)
        notes += contradicted
        found = resolve(goal, vocabulary, self.matcher)
        return Reading(goal, written.text, found.outcome, (*notes, *found.notes, *self._take("told")), said)

    def _asks(self, written: Written, vocabulary: Vocabulary) -> bool:
        """Whether a goal leaves a question open; one that is too unlikely to count is not looked at."""
        if written.log_likelihood < math.log(UNCLEAR / READINGS):
            return False
        reading = self._resolved(written, vocabulary, [])
        return reading.goal is not None and isinstance(reading.outcome, Question)

    def _can_be_done(self, reading: Reading, world: PlanningWorld) -> bool:
        """Whether there are steps to its goal, and at least one."""
        if not isinstance(reading.outcome, Target):
            return False
        plan = find_plan(world, reading.outcome)
        return not isinstance(plan, NoPlan) and bool(plan.steps)

    def _question(self, heard: str, world: PlanningWorld, earlier: Sequence[str]) -> str:
        first = self._read(heard, world, (), tuple(earlier), [])
        return first.outcome.text if isinstance(first.outcome, Question) else "What exactly do you mean?"

    def _spelling(self, world: PlanningWorld) -> Spelling:
        vocabulary = Vocabulary.of(world)
        names = [*vocabulary.ids, *vocabulary.states, *vocabulary.relations]
        return spelling_for(names, self.known_words)


def _faithful(readings: list[Written], vocabulary: Vocabulary, acts: bool) -> tuple[Written, str]:
    """The first reading, unless it names what nobody spoke of and another one, nearly as likely, does not; and why.

    Where the first would be acted on (``acts``), it also gives way if it leaves out what was named in full.
    """
    first, *others = readings
    near = [o for o in others if first.log_likelihood - o.log_likelihood <= MARGIN and " -> " in o.text]
    if not near:
        return first, ""
    why, missing = _doubts(first, vocabulary)
    for other in near if why or (missing and acts) else ():
        doubted, left = _doubts(other, vocabulary)
        if not doubted and (why or left < missing):
            reason = why or f"leaves out {', '.join(sorted(missing))}"
            return other, f"validator: '{first.text}' is likelier, but {reason}"
    return first, ""


def _doubts(written: Written, vocabulary: Vocabulary) -> tuple[str, frozenset[str]]:
    """Why a goal cannot be what was meant, if anything says so, and what it leaves out of what was named in full."""
    try:
        goal = GoalGrammar(vocabulary).parse(written.text)
    except GoalError:
        return "it is no goal", frozenset()
    found = overlooked(goal, vocabulary)
    why = f"nobody spoke of {found[0]!r}, and {found[1]!r} is passed over" if found else ""
    return why, left_out(goal, vocabulary)


def _together(readings: list[Written]) -> float:
    """How likely they are together."""
    return sum(math.exp(written.log_likelihood) for written in readings)


def _must_not_be(reading: Reading) -> bool:
    """Whether it is refused for what it would do, not for want of a skill or a thing."""
    return reading.goal is not None and _is_harm(str(reading.goal))


def _is_harm(text: str) -> bool:
    """Whether a goal's text is a refusal for what would be done."""
    return text.startswith("refuse ") and text.removeprefix("refuse ") not in ("unable", "missing")


def _put_right(what: str, text: str, spelling: Spelling) -> tuple[str, list[str]]:
    heard, changes = spelling.corrected(spoken(text))
    return heard, [f"spelling: in {what}, {wrong!r} is read as {right!r}" for wrong, right in changes]
