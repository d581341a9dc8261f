"""Reads a goal from a person's words: spelling, the model's goal, what its descriptions stand for; and says how."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from planner.goals.decoding import GoalDecoder, WordTokens
from planner.goals.goal import Goal
from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.matching import Matcher, ModelMatcher
from planner.goals.prompt import BEGIN, Exchange, library_text, request_text, scene_text, spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.spelling import Spelling, spelling_for
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.goals.vocabulary import Vocabulary


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


class GoalWriter(Protocol):
    """Writes a goal's text: a language model, or a script."""

    def write(self, vocabulary: Vocabulary, request: str) -> tuple[str, str]:
        """The text, and a sentence on how it came about.

        Args:
            vocabulary: the scene's, with the instruction's words.
            request: the end of the prompt, from ``prompt.request_text``.
        """
        ...


class EmbeddedWriter:
    """Constrained decoding with a causal language model in this process."""

    def __init__(self, model: Any) -> None:
        """``model`` is a ``planner.models.EmbeddedModel``."""
        from planner.scoring import PackedTrieScorer

        self.model = model
        self.decoder = GoalDecoder(PackedTrieScorer(model.scorer.model), WordTokens(model.tokens))

    def write(self, vocabulary: Vocabulary, request: str) -> tuple[str, str]:
        parts = (BEGIN + library_text(vocabulary), scene_text(vocabulary), request)
        prefix = [token for part in parts for token in self.model.tokens(part)]
        done = self.decoder.decode(prefix, GoalGrammar(vocabulary))
        return done.text, f"{self.model.name} wrote it in {done.forwards} steps (log-likelihood {done.log_likelihood:.2f})"


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
    def embedded(cls, cache: Path | None = None, adapter: bool = True, dtype: str = "bf16", threads: int | None = 1) -> "GoalReader":
        """The model that comes with Doable, with its adapter or (for comparison) without.

        Raises:
            ModelFileError: the model's file is missing or wrong.
            WeightsError: so is the adapter's.
        """
        from planner.goals.loading import reading_model

        return cls.of_model(reading_model(cache, adapter, dtype, threads))

    @classmethod
    def of_model(cls, model: Any) -> "GoalReader":
        """With a causal language model in this process, a ``planner.models.EmbeddedModel``."""
        from planner.goals.loading import whole_words

        return cls(EmbeddedWriter(model), ModelMatcher(model), whole_words(model.tokenizer))

    def read(
        self, instruction: str, world: PlanningWorld, answer: str | None = None, earlier: Sequence[str] = (), question: str = ""
    ) -> Reading:
        """Understand an instruction in a scene.

        Args:
            instruction: what was said.
            world: the scene and the skills.
            answer: what the person answered to the question of the first reading.
            earlier: requests before this one, each with how it ended: ``bring me the cup (failed)``.
            question: the question that was answered; that of a first reading if empty.
        """
        spelling = self._spelling(world)
        heard, notes = _put_right("the instruction", instruction, spelling)
        exchanges: tuple[Exchange, ...] = ()
        if answer is not None:
            replied, more = _put_right("the answer", answer, spelling)
            asked = question or self._question(heard, world, earlier)
            exchanges, notes = (Exchange(asked, replied),), notes + more
        return self._read(heard, world, exchanges, tuple(earlier), notes)

    def _read(
        self, heard: str, world: PlanningWorld, exchanges: tuple[Exchange, ...], earlier: tuple[str, ...], notes: list[str]
    ) -> Reading:
        said = " ".join([heard, *(exchange.answer for exchange in exchanges), *map(spoken, earlier)])
        words = words_of(said)
        if not words:
            return Reading(None, "", Question("What should I do?"), (*notes, "nothing was said"))
        vocabulary = Vocabulary.of(world, words)
        text, how = self.writer.write(vocabulary, request_text(heard, exchanges, earlier))
        notes = [*notes, f"goal: {text} ({how})"]
        try:
            goal = GoalGrammar(vocabulary).parse(text)
        except GoalError as error:
            return Reading(None, text, Question("I did not understand that. What should I do?"), (*notes, f"validator: {error}"))
        found = resolve(goal, vocabulary, self.matcher)
        return Reading(goal, text, found.outcome, (*notes, *found.notes))

    def _question(self, heard: str, world: PlanningWorld, earlier: Sequence[str]) -> str:
        first = self._read(heard, world, (), tuple(earlier), [])
        return first.outcome.text if isinstance(first.outcome, Question) else "What exactly do you mean?"

    def _spelling(self, world: PlanningWorld) -> Spelling:
        vocabulary = Vocabulary.of(world)
        names = [*vocabulary.ids, *vocabulary.states, *vocabulary.relations]
        return spelling_for(names, self.known_words)


def _put_right(what: str, text: str, spelling: Spelling) -> tuple[str, list[str]]:
    heard, changes = spelling.corrected(spoken(text))
    return heard, [f"spelling: in {what}, {wrong!r} is read as {right!r}" for wrong, right in changes]


