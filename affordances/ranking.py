"""Which skill next: SayCan's say x can, with a reason for everything that was not chosen.

Ahn et al. 2022, arXiv:2204.01691: the language model says how useful a skill is for the instruction, the value function
how likely it succeeds from here; the product ranks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skills import SkillCall

FEASIBLE = 0.5
"""A candidate whose *can* is lower is called infeasible in its reason; the product alone decides."""


@dataclass(frozen=True)
class Affordance:
    """One candidate and what was thought of it."""

    call: SkillCall
    say: float
    """Share of the language model's probability among the candidates, in [0, 1]; 1/n if it was not asked."""
    log_likelihood: float
    """log p(command | prompt) in nats."""
    can: float
    """Probability that the call would succeed if it were begun now; 1 if the value function was not asked."""
    progress: float
    """How much nearer the goal it brings, in [0, 1]; 1 where nothing is known."""
    score: float
    """say x can x progress; 0 if vetoed."""
    chosen: bool
    why_not: str
    """Why it was not chosen, in words; empty for the chosen one."""


def rank(
    candidates: Sequence[SkillCall],
    log_likelihoods: ArrayLike,
    can: ArrayLike,
    progress: ArrayLike | None = None,
    vetoes: Mapping[SkillCall, Sequence[str]] | None = None,
    use_say: bool = True,
    use_can: bool = True,
    feasible: float = FEASIBLE,
) -> tuple[Affordance, ...]:
    """All candidates, best first; the first is chosen unless it is vetoed. Equal ones stand in order of their names.

    Args:
        candidates: n different calls.
        log_likelihoods: in nats, shape (n,); what is compared is their softmax.
        can: probabilities, shape (n,).
        progress: in [0, 1], shape (n,); None for 1 everywhere.
        vetoes: reasons, by call, that forbid it; such a call is never chosen.
        use_say: False ranks by the other factors alone.
        use_can: False ranks by the other factors alone.
        feasible: below this a rejected candidate's reason is ``infeasible``.

    Raises:
        ValueError: shapes differ, a number is NaN, or a probability lies outside [0, 1].
    """
    count = len(candidates)
    likely = _numbers("log_likelihoods", log_likelihoods, count, highest=np.inf) if use_say else np.zeros(count)
    able = _numbers("can", can, count, lowest=0.0) if use_can else np.ones(count)
    useful = np.ones(count) if progress is None else _numbers("progress", progress, count, lowest=0.0)
    say = _softmax(likely)
    with np.errstate(divide="ignore"):
        parts = np.stack([_log_softmax(likely), np.log(able), np.log(useful)])
    total = parts.sum(axis=0)
    barred = vetoes or {}
    order = sorted(range(count), key=lambda i: (bool(barred.get(candidates[i])), -total[i], str(candidates[i])))
    ranked = [
        Affordance(
            call=candidates[i],
            say=float(say[i]),
            log_likelihood=float(likely[i]),
            can=float(able[i]),
            progress=float(useful[i]),
            score=0.0 if barred.get(candidates[i]) else float(np.exp(total[i])),
            chosen=False,
            why_not="; ".join(barred.get(candidates[i], ())),
        )
        for i in order
    ]
    return _with_reasons(ranked, feasible)


def _with_reasons(ranked: Sequence[Affordance], feasible: float) -> tuple[Affordance, ...]:
    if not ranked or ranked[0].why_not:
        return tuple(ranked)
    best = replace(ranked[0], chosen=True)
    rest = (item if item.why_not else replace(item, why_not=_why_not(item, best, feasible)) for item in ranked[1:])
    return (best, *rest)


def _why_not(item: Affordance, best: Affordance, feasible: float) -> str:
    """The factor that cost it most, in words."""
    if item.can < feasible and item.can < best.can:
        return f"infeasible: can {item.can:.2f} < {feasible:.2f}"
    gaps = {
        "say": best.log_likelihood - item.log_likelihood,
        "can": _log(best.can) - _log(item.can),
        "progress": _log(best.progress) - _log(item.progress),
    }
    worst = max(gaps, key=lambda name: gaps[name])
    if not gaps[worst] > 0:
        return f"as good as {best.call}, which comes first by name"
    if worst == "say":
        return f"not what was asked: say {item.say:.2g} against {best.say:.2g}"
    if worst == "can":
        return f"less sure to succeed: can {item.can:.2f} against {best.can:.2f}"
    return f"brings less: progress {item.progress:.2f} against {best.progress:.2f}"


def _log(value: float) -> float:
    return float(np.log(value)) if value > 0 else -np.inf


def _numbers(
    name: str, values: ArrayLike, count: int, lowest: float = -np.inf, highest: float = 1.0
) -> NDArray[np.float64]:
    array = np.asarray(values, dtype=np.float64)
    if array.shape != (count,):
        raise ValueError(f"{name} has shape {array.shape}; one number for each of the {count} candidates is needed")
    if np.isnan(array).any() or (array < lowest).any() or (array > highest).any():
        raise ValueError(f"{name} must lie in [{lowest:g}, {highest:g}] and not be NaN; got {array}")
    return array


def _log_softmax(values: NDArray[np.float64]) -> NDArray[np.float64]:
    if not len(values) or not np.isfinite(values).any():
        return np.full(len(values), -np.log(max(1, len(values))))
    shifted: NDArray[np.float64] = values - values.max()
    return shifted - np.log(np.exp(shifted).sum())


def _softmax(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.exp(_log_softmax(values))
