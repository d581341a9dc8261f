"""The whole training of the goal reader: lessons, adapter, held-out questions, and the file in the weights room."""

import argparse
import time
from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from planner.goals.lessons.rows import Lessons, fingerprint

if TYPE_CHECKING:
    from torch import Tensor

    from planner.goals.matching import Matcher
    from planner.goals.training import Course

NAME = "goal_reader"
"""Of the adapter in the weights room."""
STEPS = 2000
SEED = 0


def excluded_sentences() -> frozenset[str]:
    """Fingerprints of sentences that are kept for measuring; see ``exclude``."""
    text = files("planner.goals.lessons").joinpath("excluded.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


def exclude(sentences: list[str]) -> str:
    """The text of ``excluded.txt`` for these sentences and those that it has already."""
    return "\n".join(sorted(excluded_sentences() | {fingerprint(sentence) for sentence in sentences})) + "\n"


def train_reader(
    folder: Path,
    steps: int = STEPS,
    deadline: float = float("inf"),
    threads: int = 1,
    say: Callable[[str], None] = print,
) -> "tuple[dict[str, Tensor], float]":
    """Train the embedded model's adapter; resumes from ``folder``.

    Args:
        folder: where checkpoints go.
        steps: each of two rows of lessons, of about 900 tokens.
        deadline: seconds since the epoch at which to stop; the learning rate falls to nothing until then.
        threads: torch's, in each of the two processes.
        say: told about progress.

    Returns:
        The adapter's tensors and the CPU minutes spent.
    """
    from planner.goals.training import GoalSchedule, train_goals

    schedule = GoalSchedule(steps, seed=SEED, deadline=deadline)
    return train_goals(partial(embedded_course, threads), schedule, folder / "goal_reader.pt", say)


def embedded_course(threads: int = 1) -> "Course":
    """The embedded model and its lessons."""
    from planner.goals.training import Course
    from planner.models.embedded import EmbeddedModel

    base = EmbeddedModel.bundled(dtype="bf16", threads=threads)
    lessons = Lessons(base.tokens, SEED, excluded=excluded_sentences())
    return Course(base.scorer.model, lessons, (base.tokens(" yes")[0], base.tokens(" no")[0]))


def publish(
    tensors: "Mapping[str, Tensor]", cpu_minutes: float, figures: Mapping[str, float], into: Path | None = None
) -> Path:
    """Write the adapter to the weights room, with its card."""
    import weights
    from planner.goals.adapter import ALPHA, RANK

    card = weights.Card(
        purpose="Low-rank adapter: SmolLM2-135M-Instruct reads goals, and says which names fit a description.",
        data="Sentences, scenes, skill libraries and facts of daily life made by planner/goals/lessons (seed 0)",
        command="make weights",
        seed=SEED,
        cpu_minutes=cpu_minutes,
        figures=figures,
        limits="English, one or two sentences; goals of planner/goals/grammar.py; a 135 M model's knowledge.",
    )
    return weights.save(NAME, tensors, card, hyperparameters={"rank": RANK, "alpha": ALPHA}, folder=into)


def held_out_matches(matcher: "Matcher", questions: int = 200, seed: int = 1_000_000) -> dict[str, float]:
    """How often yes or no was right: about things that training never saw, and about concepts that it never saw."""
    from planner.goals.lessons.concepts import concepts
    from planner.goals.lessons.matches import phrases_of, truth
    from planner.goals.lessons.rows import concept_held_out, thing_allowed
    from planner.goals.lessons.things import kind_of

    rng = np.random.default_rng(seed)
    new_things = [name for name in kind_of() if not thing_allowed(name)]
    known = [key for key in concepts() if not concept_held_out(key)]
    unknown = [key for key in concepts() if concept_held_out(key)]
    right: dict[str, list[float]] = {"things": [], "concepts": []}
    for _ in range(questions):
        for part, keys, things in (("things", known, new_things), ("concepts", unknown, list(kind_of()))):
            concept = concepts()[keys[int(rng.integers(len(keys)))]]
            phrases = phrases_of(concept)
            if not phrases:
                continue
            phrase = phrases[int(rng.integers(len(phrases)))]
            answers = {name: truth(concept, name) for name in things}
            yes = [name for name, fits in answers.items() if fits]
            no = [name for name, fits in answers.items() if fits is False]
            chosen = [*(yes[i] for i in rng.permutation(len(yes))[:3]), *(no[i] for i in rng.permutation(len(no))[:3])]
            judged = matcher.probabilities(phrase, chosen)
            right[part] += [float((judged[name] >= 0.5) == answers[name]) for name in chosen]
    return {f"yes or no, unseen {part}": float(np.mean(hits)) for part, hits in right.items() if hits}


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/goals"))
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this long")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    deadline = time.time() + 60 * options.minutes
    train_reader(options.folder, options.steps, deadline, options.threads, lambda text: print(text, flush=True))


if __name__ == "__main__":
    main()
