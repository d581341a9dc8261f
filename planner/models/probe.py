"""What a served model can be trusted with: a few questions at the start whose answers must agree with one another.

The best way of scoring that passes is taken: log-probabilities of echoed prompts, then of lettered options, then a
ranking in words. The checks hold for any true language model, however small: what is said of a text does not depend on
what follows it; the token that is called likely next is as likely when it stands there; disjoint events do not add up
to more than 1. What no check can find out: a server that tells the truth about another model or temperature.
"""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from planner.models.client import Client
from planner.models.echo import ZERO, EchoScorer
from planner.models.errors import (
    BudgetSpentError,
    KeyRefusedError,
    ModelError,
    ReplayMissError,
    UnreachableError,
    WrongLogprobsError,
)
from planner.models.letters import ROUNDING, LetterScorer
from planner.models.ranks import RankScorer
from planner.models.wire import CompletionRequest, Token

Verdict = Literal["right", "weak", "wrong", "missing", "refused"]
Scorer = EchoScorer | LetterScorer | RankScorer

TEXTS = ("Task: open the door\n1.", "The apple lies on the", "1, 2, 3, 4, 5, 6,")
LONGER = " table beside the window."
TOLERANCE = 0.05
"""In nats: what 16-bit arithmetic and other requests in the same batch may change."""
NO_DOUBT = 1e-40
"""Log-probabilities that a server works out at temperature 0 leave nothing for all other tokens."""
QUESTIONS = (
    ("Question: Which of the two is a fruit?\nAnswer:", " an apple", " a hammer"),
    ("Task: bring me the red cup\n1.", " pick up the red cup", " pick up the green sponge"),
)
MEANINGS = {
    "exact": "exact log-likelihoods, in this process",
    "echo": "exact log-likelihoods, from echoed prompts",
    "letters": "log-probabilities of lettered options",
    "ranks": "a ranking in words, no probabilities",
}


@dataclass(frozen=True)
class Finding:
    """What was found of one way of scoring."""

    scorer: str
    """``exact``, ``echo``, ``letters`` or ``ranks``."""
    verdict: Verdict
    """``right``: used; ``weak``: sound but poor, used if nothing is better; the others are never used."""
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.scorer}: {self.verdict}" + (f" ({self.detail})" if self.detail else "")


@dataclass(frozen=True)
class ProbeReport:
    """What a model can be trusted with."""

    model: str
    scorer: str
    """The way of scoring that is used."""
    findings: tuple[Finding, ...]
    """In the order in which they were tried; what stands behind the first right one was not looked at."""
    seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.model} scores by {self.scorer}: {MEANINGS[self.scorer]}. {self.said}."

    @property
    def said(self) -> str:
        """The findings in a line."""
        return "; ".join(map(str, self.findings))


def probe(client: Client) -> tuple[Scorer, ProbeReport]:
    """Find the best way of scoring that can be trusted.

    Raises:
        ModelError: there is none; the message says what was wrong with each.
    """
    begun = time.perf_counter()
    findings: list[Finding] = []
    found: list[Scorer] = []
    for look in (_echo, _letters, _ranks):
        scorer, finding = look(client)
        findings.append(finding)
        if finding.verdict in ("right", "weak"):
            found.append(scorer)
        if finding.verdict == "right":
            break
    if not found:
        raise ModelError(f"{client.name} cannot be used as a planner: {'; '.join(map(str, findings))}")
    best = found[-1] if findings[-1].verdict == "right" else found[0]
    return best, ProbeReport(client.name, best.kind, tuple(findings), time.perf_counter() - begun)


def _echo(client: Client) -> tuple[Scorer, Finding]:
    scorer = EchoScorer(client)
    if not client.backend.completes:
        return scorer, Finding("echo", "missing", "it only chats")
    return scorer, _judged(scorer, lambda: _check_echo(scorer))


def _letters(client: Client) -> tuple[Scorer, Finding]:
    tried = [LetterScorer(client, top) for top in (20, 5)]
    finding = _judged(tried[0], lambda: _check_letters(tried[0]))
    if finding.verdict == "refused":  # some servers name five tokens at most
        tried, finding = tried[1:], _judged(tried[1], lambda: _check_letters(tried[1]))
    return tried[0], finding


def _ranks(client: Client) -> tuple[Scorer, Finding]:
    scorer = RankScorer(client)
    return scorer, _judged(scorer, lambda: _check_ranks(scorer))


def _judged(scorer: Scorer, check: Callable[[], str]) -> Finding:
    """Run a check that returns what is weak, or nothing.

    Raises:
        ModelError: no other way of scoring could do better: no connection, no key, no budget, nothing to replay.
    """
    kind, name = scorer.kind, f"{scorer.client.name} "
    try:
        weakness = check()
    except WrongLogprobsError as error:
        return Finding(kind, "missing" if str(error).startswith("no log-prob") else "wrong", str(error))
    except (BudgetSpentError, KeyRefusedError, ReplayMissError):
        raise
    except UnreachableError as error:
        if error.silent:
            raise
        return Finding(kind, "refused", str(error).removeprefix(name))
    except ModelError as error:
        return Finding(kind, "refused", str(error).removeprefix(name))
    return Finding(kind, "weak" if weakness else "right", weakness)


# -- echo ------------------------------------------------------------------------------------------------------------


def _check_echo(scorer: EchoScorer) -> str:
    """Raise what is wrong."""
    short = scorer.echo(TEXTS, fresh=True)
    longer = scorer.echo([text + LONGER for text in TEXTS], fresh=True)
    for first, second in zip(short, longer, strict=True):
        _check_values(second)
        _check_causal(first, second)
    if not any(_foretold(scorer, text, tokens) for text, tokens in zip(TEXTS, short, strict=True)):
        raise WrongLogprobsError("the log-probabilities could not be confirmed: no likely next token could be put back")
    return ""


def _check_values(tokens: Sequence[Token]) -> None:
    values = [token.logprob for token in tokens[1:] if token.logprob is not None]
    if max(values) - min(values) < ZERO:
        raise WrongLogprobsError("all tokens are said to be equally likely")
    for token in tokens[1:]:
        total = sum(math.exp(value) for value in token.top.values())
        if total > 1 + ROUNDING:
            raise WrongLogprobsError(f"the probabilities of {len(token.top)} different tokens add up to {total:.2f}")
        said = token.top.get(token.text, token.logprob)
        if said is not None and token.logprob is not None and abs(said - token.logprob) > TOLERANCE:
            raise WrongLogprobsError(f"{token.text!r} has two different log-probabilities in one place")


def _check_causal(short: Sequence[Token], longer: Sequence[Token]) -> None:
    """What is said of a token must not depend on what comes after it, nor change when it is asked again."""
    for first, second in zip(short[1:], longer[1:], strict=False):
        if first.text != second.text:
            break
        if abs((first.logprob or 0.0) - (second.logprob or 0.0)) > TOLERANCE:
            raise WrongLogprobsError(f"the log-probability of {first.text!r} changes with what follows it")


def _foretold(scorer: EchoScorer, text: str, tokens: Sequence[Token]) -> bool:
    """Whether a likely next token could be put behind the text and had the log-probability that was foretold.

    Raises:
        WrongLogprobsError: it had another one.
    """
    request = CompletionRequest(prompts=(text,), max_tokens=1, logprobs=5)
    generated = scorer.client.ask(request, fresh=True).choices[0].tokens
    if not generated:
        raise WrongLogprobsError("no log-probabilities came of a generated token")
    likely = {**generated[0].top, generated[0].text: generated[0].logprob or 0.0}
    for next_text, foretold in likely.items():
        if not next_text or not next_text.isascii() or not next_text.isprintable():
            continue
        (put_back,) = scorer.echo([text + next_text], fresh=True)
        if len(put_back) != len(tokens) + 1 or put_back[-1].text != next_text:
            continue
        if abs((put_back[-1].logprob or 0.0) - foretold) > TOLERANCE:
            told = f"{foretold:.2f} when it was generated and {put_back[-1].logprob:.2f} when it was echoed"
            raise WrongLogprobsError(f"the log-probability of {next_text!r} was {told}")
        return True
    return False


# -- letters and ranks -----------------------------------------------------------------------------------------------


def _check_letters(scorer: LetterScorer) -> str:
    """What is weak; raises what is wrong."""
    right, least, doubt = 0, 1.0, 0.0
    for text, good, bad in QUESTIONS:
        forward = scorer.ask(text, [good, bad], fresh=True)
        backward = scorer.ask(text, [bad, good], fresh=True)
        least = min(least, sum(forward.values()), sum(backward.values()))
        doubt = max(doubt, *(min(letters.values()) for letters in (forward, backward) if len(letters) > 1), 0.0)
        right += forward.get("A", 0.0) + backward.get("B", 0.0) > forward.get("B", 0.0) + backward.get("A", 0.0)
        if len(forward) > 1 and max(forward.values()) - min(forward.values()) < ZERO:
            raise WrongLogprobsError("all letters are said to be equally likely")
    if least < 0.01:
        raise WrongLogprobsError("it does not answer with the letter of an option")
    if least < 0.5:
        raise WrongLogprobsError(f"letters get only {least:.0%} of the probability")
    if doubt < NO_DOUBT:
        return "no letter but one ever gets any probability, as if it were asked after sampling"
    return _marked(right)


def _check_ranks(scorer: RankScorer) -> str:
    """What is weak; raises what is wrong."""
    right = 0
    for text, good, bad in QUESTIONS:
        right += scorer.rank(text, [bad, good], fresh=True)[0] == 1
    return _marked(right)


def _marked(right: int) -> str:
    """What is weak.

    Raises:
        WrongLogprobsError: no choice was right: a robot would act at random.
    """
    said = f"{right} of {len(QUESTIONS)} trivial choices were right"
    if right == 0:
        raise WrongLogprobsError(said)
    return "" if right == len(QUESTIONS) else said
