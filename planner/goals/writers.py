"""Who writes a goal's text: a model in this process under the grammar, any language model by examples, or a script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from planner.asked import Asked
from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.prompt import BEGIN, library_text, scene_text
from planner.goals.vocabulary import Vocabulary
from planner.ports import LanguageModel
from planner.prompts import Prompt, load_prompt

MAX_TOKENS = 96


class Written(NamedTuple):
    """A goal as it was written."""

    text: str
    how: str
    """In words, how it came about."""
    log_likelihood: float = 0.0
    """In nats, to be compared with that of another one."""
    asked: Asked | None = None
    """Word for word."""


class GoalWriter(Protocol):
    """Writes a goal's text."""

    def write(self, vocabulary: Vocabulary, request: str) -> Iterator[Written]:
        """At least one goal, the likeliest first; each is made when it is asked for.

        Args:
            vocabulary: the scene's, with the instruction's words.
            request: the end of the prompt, from ``prompt.request_text``.
        """
        ...


class ConstrainedWriter:
    """A causal language model in this process, which can write nothing but goals of the scene."""

    def __init__(self, model: Any, examples: bool) -> None:
        """
        Args:
            model: a ``planner.models.EmbeddedModel``.
            examples: whether the prompt explains the language by examples; a model that was trained for it needs none.
        """
        from planner.goals.decoding import GoalDecoder, WordTokens
        from planner.scoring import PackedTrieScorer

        self.model = model
        self.examples = examples
        self.scorer = PackedTrieScorer(model.scorer.model)
        self.decoder = GoalDecoder(self.scorer, WordTokens(model.tokens))

    def write(self, vocabulary: Vocabulary, request: str) -> Iterator[Written]:
        prompt, pieces = self._pieces(vocabulary, request)
        text, prefix = "".join(pieces), [token for piece in pieces for token in self.model.tokens(piece)]
        known = self.scorer.known(prefix)
        for done in self.decoder.goals(prefix, GoalGrammar(vocabulary)):
            how = f"{done.forwards} choices, log-likelihood {done.log_likelihood:.2f}"
            asked = Asked("read goal", text, done.text, self.model.name, prompt, len(prefix), known)
            yield Written(done.text, f"{self.model.name} wrote it under the grammar, {how}", done.log_likelihood, asked)

    def _pieces(self, vocabulary: Vocabulary, request: str) -> tuple[Prompt | None, tuple[str, ...]]:
        """The file that the text is made from, if any, and the text in pieces that become tokens one by one."""
        library, scene = library_text(vocabulary), scene_text(vocabulary)
        if not self.examples:
            return None, (BEGIN + library, scene, request)
        prompt = load_prompt("read_goal")
        return prompt, (prompt.render(scene=library + scene, request=request),)


class ExampleWriter:
    """Any language model: it is shown examples, and told once what is wrong with its answer."""

    def __init__(self, model: LanguageModel) -> None:
        self.model = model

    def write(self, vocabulary: Vocabulary, request: str) -> Iterator[Written]:
        file = load_prompt("read_goal")
        prompt = file.render(scene=library_text(vocabulary) + scene_text(vocabulary), request=request)
        text = self._ask(prompt)
        asked = Asked("read goal", prompt, text, self.model.name, file)
        try:
            GoalGrammar(vocabulary).parse(text)
        except GoalError as error:
            again = f"{prompt} {text}\nThat was wrong: {error}\nGoal:"
            text = self._ask(again)
            asked = Asked("read goal", again, text, self.model.name, file)
            yield Written(text, f"{self.model.name} wrote it at the second try", asked=asked)
        else:
            yield Written(text, f"{self.model.name} wrote it", asked=asked)

    def _ask(self, prompt: str) -> str:
        """The first line of the answer, with blanks around the signs of the language."""
        lines = [line for line in self.model.generate(prompt, MAX_TOKENS).splitlines() if line.strip()]
        text = lines[0].strip().removeprefix("Goal:").strip("` ") if lines else ""
        for sign in ("->", "[", "]", ";", ",", "|", "&"):
            text = text.replace(sign, f" {sign} ")
        return " ".join(text.lower().split())


@dataclass
class ScriptedWriter:
    """Writes what its script says to the last line that was said; for tests and demonstrations."""

    script: Mapping[str, str]
    asked: list[str] = field(default_factory=list)
    """Every request."""

    def write(self, vocabulary: Vocabulary, request: str) -> Iterator[Written]:
        self.asked.append(request)
        said = [line.split(": ", 1)[1] for line in request.splitlines() if ": " in line]
        text = next((self.script[text] for text in reversed(said) if text in self.script), "ask what")
        yield Written(text, "as the script says", asked=Asked("read goal", request, text, "script"))
