"""Teaches the embedded model to read goals: rows of lessons, a low-rank adapter, checkpoints that resume exactly."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from planner.goals.adapted import AdaptedLlama
from planner.goals.adapter import ALPHA, RANK, new_adapter
from planner.goals.lessons.rows import Lessons, Row

FOLLOW = 0.99
"""How much of the moving average of the weights is kept at each step."""


@dataclass(frozen=True)
class GoalSchedule:
    """How long and how fast to learn."""

    steps: int
    batch: int = 2
    """Rows in a step. Each has a thread of its own, which two cores share better than the threads of one product."""
    learning_rate: float = 8e-4
    warmup: int = 30
    seed: int = 0
    checkpoint_every: int = 25
    deadline: float = float("inf")
    """Seconds since the epoch; the rate falls to zero until then, or until the last step if that comes first."""

    def rate(self, done: float) -> float:
        """Warm-up at first, then a cosine to a twentieth of the rate, by the share that is done."""
        return self.learning_rate * (0.05 + 0.95 * 0.5 * (1 + float(np.cos(np.pi * min(1.0, done)))))


def train_goals(
    model: Any,
    lessons: Lessons,
    answers: tuple[int, int],
    schedule: GoalSchedule,
    checkpoint: Path,
    say: Callable[[str], None] = print,
) -> tuple[dict[str, Tensor], float]:
    """Train an adapter for a causal language model; resumes from the checkpoint if there is one.

    Args:
        model: a Llama of transformers, in bfloat16.
        lessons: what is taught.
        answers: tokens of `` yes`` and `` no``.
        schedule: steps, rate, seed.
        checkpoint: file to resume from and to write to.
        say: told about progress.

    Returns:
        The adapter's tensors (a moving average of the weights), and the CPU minutes spent.
    """
    state = _State(model, schedule)
    if checkpoint.exists():
        state.load(checkpoint)
    recent: dict[str, float] = {}
    while state.done < 1 and state.step < schedule.steps:
        parts = state.advance(lessons, answers)
        for name, value in parts.items():
            recent[name] = 0.97 * recent.get(name, value) + 0.03 * value
        if state.step % schedule.checkpoint_every == 0 or state.done >= 1 or state.step >= schedule.steps:
            state.save(checkpoint)
            say(
                f"{state.step}/{schedule.steps} done {state.done:.2f} "
                + " ".join(f"{k} {v:.4f}" for k, v in recent.items())
            )
    return state.average, state.cpu_seconds / 60


class _State:
    """Everything that must survive a killed training."""

    def __init__(self, model: Any, schedule: GoalSchedule) -> None:
        self.schedule = schedule
        self.adapter = new_adapter(model, torch.Generator().manual_seed(schedule.seed))
        self.model = AdaptedLlama(model, self.adapter, ALPHA / RANK)
        self.optimizer = torch.optim.AdamW(
            self.adapter.values(), lr=schedule.learning_rate, weight_decay=0.01, betas=(0.9, 0.98)
        )
        self.average = self.tensors()
        self.step, self.cpu_seconds = 0, 0.0
        self.workers = ThreadPoolExecutor(schedule.batch)
        self.began, self.share_before = time.time(), 0.0

    @property
    def done(self) -> float:
        """Share of the training that is over, by steps or by the clock, whichever is further."""
        by_steps = self.step / self.schedule.steps
        left = self.schedule.deadline - self.began
        by_clock = self.share_before + (1 - self.share_before) * (time.time() - self.began) / left if left > 0 else 1.0
        return max(by_steps, by_clock)

    def advance(self, lessons: Lessons, answers: tuple[int, int]) -> dict[str, float]:
        """Learn from the next rows; what each kind of loss was."""
        began = time.process_time()
        warm = min(1.0, (self.step + 1) / self.schedule.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = self.schedule.rate(self.done) * warm
        numbers = range(self.step * self.schedule.batch, (self.step + 1) * self.schedule.batch)
        found = list(self.workers.map(lambda number: self._gradients(lessons.row(number), answers), numbers))
        mean = [torch.stack(each).float().mean(0) for each in zip(*(gradients for gradients, _ in found), strict=True)]
        for name, gradient in self.model.gradients(mean).items():
            self.adapter[name].grad = gradient
        nn.utils.clip_grad_norm_(self.adapter.values(), 1.0)
        self.optimizer.step()
        self.model.fold(self.workers.map)
        self.step += 1
        self._follow()
        self.cpu_seconds += time.process_time() - began
        shown = [shown for _, shown in found]
        return {name: float(np.mean([s[name] for s in shown if name in s])) for name in {n for s in shown for n in s}}

    def _gradients(self, row: Row, answers: tuple[int, int]) -> tuple[tuple[Tensor, ...], dict[str, float]]:
        losses, shown = row_losses(self.model, row, answers)
        gradients = torch.autograd.grad(torch.stack(list(losses.values())).sum(), self.model.leaves())
        return gradients, {name: float(value.detach()) for name, value in losses.items()} | shown

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(FOLLOW, 1 - 1 / (1 + self.step))
        for name, value in self.adapter.items():
            self.average[name].lerp_(value, 1 - keep)

    def tensors(self) -> dict[str, Tensor]:
        """The adapter as it is now."""
        return {name: value.detach().clone() for name, value in self.adapter.items()}

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        torch.save(
            {
                "adapter": self.tensors(),
                "average": self.average,
                "optimizer": self.optimizer.state_dict(),
                "step": self.step,
                "cpu_seconds": self.cpu_seconds,
                "done": self.done,
            },
            partial,
        )
        partial.rename(path)

    def load(self, path: Path) -> None:
        state = torch.load(path)
        with torch.no_grad():
            for name, value in self.adapter.items():
                value.copy_(state["adapter"][name])
        self.model.fold()
        self.average, self.step, self.cpu_seconds = state["average"], state["step"], state["cpu_seconds"]
        self.share_before = min(state["done"], 0.999)
        self.optimizer.load_state_dict(state["optimizer"])


def row_losses(model: AdaptedLlama, row: Row, answers: tuple[int, int]) -> tuple[dict[str, Tensor], dict[str, float]]:
    """Cross-entropies in nats, and how often the best one was right: of the goals' tokens, among those of the row and
    those that stand in every goal's grammar (the decoder chooses among fewer still); and of yes against no."""
    hidden = model.hidden_states(row)
    head = model.model.lm_head.weight
    losses: dict[str, Tensor] = {}
    right: dict[str, float] = {}
    if row.goal_targets:
        places, tokens = torch.tensor(row.goal_targets).T
        possible, chosen = torch.unique(
            torch.cat([tokens, torch.tensor([*row.tokens, *row.common])]), return_inverse=True
        )
        logits, chosen = (hidden[places] @ head[possible].T).float(), chosen[: len(tokens)]
        losses["goal"] = nn.functional.cross_entropy(logits, chosen)
        right["token"] = float((logits.argmax(1) == chosen).float().mean())
    if row.match_targets:
        places, fits = torch.tensor([(place, int(fit)) for place, fit in row.match_targets]).T
        yes, no = head[list(answers)].float()
        margin = hidden[places].float() @ (yes - no)
        losses["match"] = nn.functional.binary_cross_entropy_with_logits(margin, fits.float())
        right["yes or no"] = float(((margin > 0) == fits.bool()).float().mean())
    return losses, right
