"""Goals from a model that was not trained to write them: a prompt with examples, and the grammar of the scene.

Where the model gives likelihoods of texts, the grammar says at each word what may follow and the model chooses, so that
every goal is well-formed. A chat model writes freely; what it wrote is checked, and it is told what was wrong.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from planner.asked import Asked, weighed
from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.prompt import library_text, scene_text
from planner.goals.vocabulary import Vocabulary
from planner.goals.writers import Written
from planner.ports import LanguageModel
from planner.prompts import Prompt, load_prompt

MAX_WORDS = 60
END = "\n"
EXAMPLES = "Question: Is a whale a big animal?\nAnswer: yes\n\nQuestion: Is a hammer a fruit?\nAnswer: no\n\n"


class PromptedWriter:
    """Writes goals with any language model; a ``GoalWriter``."""

    def __init__(
        self,
        model: LanguageModel,
        constrained: bool,
        tries: int = 3,
        longest: int = MAX_WORDS,
        prompt: Prompt | None = None,
    ) -> None:
        """
        Args:
            model: any language model.
            constrained: whether its scores are likelihoods of texts.
            tries: of one that writes freely.
            longest: words of a goal.
            prompt: explains the language of goals; ``write_goal`` if None.
        """
        self.model, self.constrained, self.tries, self.longest = model, constrained, tries, longest
        self._prompt = prompt or load_prompt("write_goal")

    def write(self, vocabulary: Vocabulary, request: str) -> Iterator[Written]:
        """One goal, and a sentence on how it came about.

        Raises:
            ModelError: the model does not answer.
        """
        scene = library_text(vocabulary) + scene_text(vocabulary) + request
        grammar = GoalGrammar(vocabulary)
        yield self._choose(scene, grammar) if self.constrained else self._write(scene, grammar)

    def _choose(self, scene: str, grammar: GoalGrammar) -> Written:
        prefix, words, asked = self._prompt.render(complaint="", scene=scene), list[str](), 0
        while len(words) < self.longest:
            follow, whole = grammar.expected(words)
            options = [*sorted(follow), *([END] if whole else [])]
            best = options[0]
            if len(options) > 1:
                written = prefix + "".join(f" {word}" for word in words)
                scores = self.model.score(written, [_token(word) for word in options])
                best, asked = options[int(np.argmax(scores))], asked + 1
            if best == END:
                break
            words.append(best)
        text = " ".join(words)
        told = Asked("read goal", prefix, text, self.model.name, self._prompt)
        return Written(text, f"{self.model.name} chose it word by word, asked {asked} times", asked=told)

    def _write(self, scene: str, grammar: GoalGrammar) -> Written:
        complaint, text, number, asked, raw = "", "", 0, "", ""
        while number < self.tries:
            number += 1
            asked = self._prompt.render(complaint=complaint, scene=scene)
            raw = self.model.generate(asked, 3 * self.longest)
            text = _line(raw)
            try:
                grammar.parse(text)
            except GoalError as error:
                complaint = f"(Wrong before: {error})\n"
            else:
                break
        told = Asked("read goal", asked, raw, self.model.name, self._prompt)
        return Written(text, f"{self.model.name} wrote it, in {number} of {self.tries} tries", asked=told)


class QuestionMatcher:
    """Asks any language model whether a description fits a thing, one question a name; a ``Matcher``."""

    def __init__(self, model: LanguageModel) -> None:
        self.model = model
        self.asked: list[Asked] = []
        """Word for word; who reads it clears it."""
        self._known: dict[tuple[str, str], float] = {}

    def probabilities(self, phrase: str, names: Sequence[str]) -> Mapping[str, float]:
        """P(yes) by name; answers are remembered.

        Raises:
            ModelError: the model does not answer.
        """
        for name in names:
            if (phrase, name) not in self._known:
                asked = f"Question: Is a {name} {phrase}?\nAnswer:"
                yes, no = self.model.score(EXAMPLES + asked, [" yes", " no"])
                output = weighed(["yes", "no"], [float(yes), float(no)])
                self.asked.append(Asked("match", EXAMPLES + asked, output, getattr(self.model, "name", "")))
                self._known[phrase, name] = float(1 / (1 + np.exp(np.clip(no - yes, -50, 50))))
        return {name: self._known[phrase, name] for name in names}


def _token(word: str) -> str:
    return word if word == END else f" {word}"


def _line(text: str) -> str:
    """The first line that says something, without marks around it that chat models like to add."""
    lines = (line.strip().strip("`*\"' ").strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.endswith(":")), "")
    return " ".join(first.removeprefix("Goal:").lower().split())
