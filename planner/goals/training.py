"""Teaches the embedded model to read goals: rows of lessons, a low-rank adapter, checkpoints that resume exactly."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, multiprocessing, nn

from planner.goals.adapted import AdaptedLlama
from planner.goals.adapter import ALPHA, RANK, new_adapter
from planner.goals.lessons.rows import Lessons, Row
from weights import read_checkpoint, write_checkpoint

FOLLOW = 0.99
"""How much of the moving average of the weights is kept at each step."""


@dataclass(frozen=True)
class Course:
    """Who is taught what."""

    model: Any
    """A Llama of transformers, in bfloat16."""
    lessons: Lessons
    answers: tuple[int, int]
    """Tokens of `` yes`` and `` no``."""


@dataclass(frozen=True)
class GoalSchedule:
    """How long and how fast to learn."""

    steps: int
    batch: int = 2
    """Rows in a step. Each has a process of its own, which two cores share better than the threads of one product."""
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
    make: Callable[[], Course],
    schedule: GoalSchedule,
    checkpoint: Path,
    say: Callable[[str], None] = print,
) -> tuple[dict[str, Tensor], float]:
    """Train an adapter for a causal language model; resumes from the checkpoint if there is one.

    Args:
        make: called in each of the processes; must be known to pickle.
        schedule: steps, rate, seed.
        checkpoint: file to resume from and to write to.
        say: told about progress.

    Returns:
        The adapter's tensors (a moving average of the weights), and the CPU minutes spent.

    Raises:
        RuntimeError: one of the processes has died.
        DamagedError: the checkpoint is damaged.
        NoSpaceError: the disk is full; the last checkpoint stays.
    """
    state = _State(make, schedule)
    try:
        if checkpoint.exists():
            state.load(checkpoint)
        recent: dict[str, float] = {}
        while state.done < 1 and state.step < schedule.steps:
            for name, value in state.advance().items():
                recent[name] = 0.97 * recent.get(name, value) + 0.03 * value
            if state.step % schedule.checkpoint_every == 0 or state.done >= 1 or state.step >= schedule.steps:
                state.save(checkpoint)
                shown = " ".join(f"{name} {value:.4f}" for name, value in recent.items())
                say(f"{state.step}/{schedule.steps} done {state.done:.2f} {shown}")
        return state.average, state.cpu_seconds / 60
    finally:
        state.close()


class _Pupil:
    """Takes gradients of rows."""

    def __init__(self, course: Course, adapter: Mapping[str, Tensor]) -> None:
        self.course = course
        self.model = AdaptedLlama(course.model, adapter, ALPHA / RANK)

    def gradients(self, number: int) -> tuple[Sequence[Tensor], dict[str, float]]:
        """Of the row of that number, for the adapter as it is now; and what the losses were."""
        self.model.fold()
        losses, shown = row_losses(self.model, self.course.lessons.row(number), self.course.answers)
        gradients = torch.autograd.grad(torch.stack(list(losses.values())).sum(), self.model.leaves())
        return gradients, {name: float(value.detach()) for name, value in losses.items()} | shown


class _Partner:
    """A pupil in a process of its own. Adapter and gradients lie in memory that it shares with this one."""

    def __init__(self, make: Callable[[], Course], adapter: Mapping[str, Tensor], like: Sequence[Tensor]) -> None:
        self.gradients = [torch.zeros_like(tensor, requires_grad=False).share_memory_() for tensor in like]
        spawning = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawning.Pipe()
        values = {name: tensor.detach() for name, tensor in adapter.items()}
        self.process = spawning.Process(target=_study, args=(theirs, make, values, self.gradients), daemon=True)
        self.process.start()
        theirs.close()

    def begin(self, number: int) -> None:
        """Go for the gradients of the row of that number."""
        with _told_of_death():
            self.pipe.send(number)

    def result(self) -> tuple[Sequence[Tensor], dict[str, float], float]:
        """Gradients, losses and CPU seconds of what was begun."""
        with _told_of_death():
            shown, seconds = self.pipe.recv()
        return self.gradients, shown, seconds


@contextmanager
def _told_of_death() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        raise RuntimeError("a process of the training has died; what it said stands above") from None


def _study(pipe: Connection, make: Callable[[], Course], adapter: Mapping[str, Tensor], room: Sequence[Tensor]) -> None:
    """What a partner's process does until the pipe is closed."""
    pupil = _Pupil(make(), adapter)
    with suppress(EOFError):
        while True:
            number, began = pipe.recv(), time.process_time()
            gradients, shown = pupil.gradients(number)
            for place, gradient in zip(room, gradients, strict=True):
                place.copy_(gradient)
            pipe.send((shown, time.process_time() - began))


class _State:
    """Everything that must survive a killed training."""

    def __init__(self, make: Callable[[], Course], schedule: GoalSchedule) -> None:
        self.schedule, course = schedule, make()
        self.adapter = new_adapter(course.model, torch.Generator().manual_seed(schedule.seed))
        for tensor in self.adapter.values():
            tensor.share_memory_()
        self.pupil = _Pupil(course, self.adapter)
        self.partners = [_Partner(make, self.adapter, self.pupil.model.leaves()) for _ in range(1, schedule.batch)]
        self.optimizer = torch.optim.AdamW(
            self.adapter.values(), lr=schedule.learning_rate, weight_decay=0.01, betas=(0.9, 0.98)
        )
        self.average = self.tensors()
        self.step, self.cpu_seconds = 0, 0.0
        self.began, self.share_before = time.time(), 0.0

    @property
    def done(self) -> float:
        """Share of the training that is over, by steps or by the clock, whichever is further."""
        by_steps = self.step / self.schedule.steps
        left = self.schedule.deadline - self.began
        by_clock = self.share_before + (1 - self.share_before) * (time.time() - self.began) / left if left > 0 else 1.0
        return max(by_steps, by_clock)

    def advance(self) -> dict[str, float]:
        """Learn from the next rows; what each kind of loss was."""
        began = time.process_time()
        warm = min(1.0, (self.step + 1) / self.schedule.warmup)
        for group in self.optimizer.param_groups:
            group["lr"] = self.schedule.rate(self.done) * warm
        first = self.step * self.schedule.batch
        for number, partner in enumerate(self.partners, first + 1):
            partner.begin(number)
        own, shown = self.pupil.gradients(first)
        results = [partner.result() for partner in self.partners]
        all_gradients = zip(own, *(gradients for gradients, _, _ in results), strict=True)
        mean = [torch.stack(each).float().mean(0) for each in all_gradients]
        for name, gradient in self.pupil.model.gradients(mean).items():
            self.adapter[name].grad = gradient
        nn.utils.clip_grad_norm_(self.adapter.values(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._follow()
        self.cpu_seconds += time.process_time() - began + sum(seconds for _, _, seconds in results)
        losses = [shown, *(theirs for _, theirs, _ in results)]
        return {name: float(np.mean([s[name] for s in losses if name in s])) for name in {n for s in losses for n in s}}

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(FOLLOW, 1 - 1 / (1 + self.step))
        for name, value in self.adapter.items():
            self.average[name].lerp_(value, 1 - keep)

    def tensors(self) -> dict[str, Tensor]:
        """The adapter as it is now."""
        return {name: value.detach().clone() for name, value in self.adapter.items()}

    def save(self, path: Path) -> None:
        write_checkpoint(
            path,
            {
                "adapter": self.tensors(),
                "average": self.average,
                "optimizer": self.optimizer.state_dict(),
                "step": self.step,
                "cpu_seconds": self.cpu_seconds,
                "done": self.done,
            },
        )

    def load(self, path: Path) -> None:
        state = read_checkpoint(path)
        with torch.no_grad():
            for name, value in self.adapter.items():
                value.copy_(state["adapter"][name])
        self.average, self.step, self.cpu_seconds = state["average"], state["step"], state["cpu_seconds"]
        self.share_before = min(state["done"], 0.999)
        self.optimizer.load_state_dict(state["optimizer"])

    def close(self) -> None:
        """Let the other processes end."""
        for partner in self.partners:
            partner.pipe.close()
        for partner in self.partners:
            partner.process.join()


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
