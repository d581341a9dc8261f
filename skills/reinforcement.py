"""Learning from a policy's own attempts: advantage-weighted regression of the chunk head.

The policy explores: its hand is pushed a little off what it would do. A critic learns what its situations are worth,
from whether attempts succeed in the end; actions that led to more than that are then imitated most (Peng et al. 2019,
arXiv:1910.00177). As in self-imitation (Oh et al. 2018, arXiv:1806.05635) only attempts that worked are imitated: what
a failed one did before it went wrong counted as much as theirs, and measurably did harm. The trunk stays as it is, so
that all there is to keep of a moment is what was found in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from grounding import Observation
from grounding.training import Schedule, fit
from skills.action import ActionChunk
from skills.finishing import Finishing, Moments, telling
from skills.memory import FIELDS as FOUND
from skills.memory import Sightings
from skills.networks import (
    BODY,
    CERTAIN,
    CHUNK,
    GEOMETRY,
    HISTORY,
    RELATIONS,
    TEXT,
    ChunkHead,
    Look,
    geometry,
    relations,
    tcp_position,
)
from skills.vla import EXECUTE, VLAEpisode, VLAPolicy
from weights import whole_file

DISCOUNT = 0.98
"""What success is worth by each decision that it is farther away."""
SWEEPS = 4
"""How often the goals of temporal differences are computed anew while a critic learns."""
GREED = 0.5
"""Peng's temperature: an advantage of so much makes an action count e times as much."""
HEAVIEST = 20.0
"""What an action counts at most."""
FIELDS = (*FOUND, "body", "chunk", "done")


@dataclass(frozen=True)
class Exploration:
    """How a policy is pushed off its way; a push is carried on from one decision to the next."""

    reach: float = 0.008
    """Standard deviation of a push, [m]."""
    turn: float = 0.08
    """Of its turn, [rad]."""
    lasting: float = 0.7
    """Correlation of successive pushes."""
    calm: float = 0.25
    """Share of the attempts without any."""


@dataclass
class Explorer:
    """A policy that explores and remembers what it saw, would have done and did; for one attempt at a time."""

    policy: VLAPolicy
    rng: np.random.Generator
    exploration: Exploration = Exploration()
    moments: list[dict[str, NDArray[np.float32]]] = field(default_factory=list)
    """One for each decision; see ``Experience``."""

    def start(self, command: str) -> "_Exploring":
        """Begin a command; what was remembered of an earlier one is forgotten."""
        self.moments.clear()
        return _Exploring(self, self.policy.start(command), bool(self.rng.random() < self.exploration.calm))


@dataclass
class _Exploring:
    owner: Explorer
    episode: VLAEpisode
    calm: bool
    push: NDArray[np.float64] = field(default_factory=lambda: np.zeros(4))

    @torch.inference_mode()
    def act(self, observation: Observation) -> ActionChunk:
        decision = self.episode.decide(observation)
        chunk = decision.chunk[0].float().numpy().copy()
        chunk[:EXECUTE, :4] += self._pushed().astype(np.float32)
        found = {name: getattr(decision.look, name)[0].float().numpy() for name in FOUND}
        probability = float(decision.done.sigmoid())
        kept = {"body": decision.body[0].numpy(), "chunk": chunk, "done": np.array(probability, np.float32)}
        self.owner.moments.append({**found, **kept})
        return ActionChunk(self.episode.actions(observation, chunk[:EXECUTE]), probability)

    def _pushed(self) -> NDArray[np.float64]:
        """The push of this decision: x, y, z [m] and the turn [rad]."""
        how, rng = self.owner.exploration, self.owner.rng
        if self.calm:
            return np.zeros(4)
        fresh = rng.normal(0, [how.reach] * 3 + [how.turn])
        self.push = how.lasting * self.push + np.sqrt(1 - how.lasting**2) * fresh
        return self.push


@dataclass(frozen=True)
class Experience:
    """Attempts of a policy: N decisions of E attempts, in order."""

    moments: Mapping[str, NDArray[np.float32]]
    """``text``, ``where``, ``yaw``, ``far`` and ``nowhere`` as in ``Look``; ``body`` (N, 1 + HISTORY, BODY); ``chunk``
    (N, CHUNK, 5), of which the first ``EXECUTE`` actions were carried out; ``done`` (N,), a probability."""
    attempt: NDArray[np.int64]
    """To which attempt a decision belongs, shape (N,), 0 to E - 1."""
    success: NDArray[np.bool_]
    """Whether an attempt worked, shape (E,)."""
    skill: NDArray[np.str_]
    """Which it was, shape (E,)."""

    def __len__(self) -> int:
        return len(self.attempt)

    @property
    def last(self) -> NDArray[np.bool_]:
        """Which decisions ended an attempt, shape (N,)."""
        return np.append(self.attempt[1:] != self.attempt[:-1], True)

    def look(self, rows: NDArray[np.integer]) -> Look:
        """What was found in some moments, as heads take it."""
        return self.sightings.look(rows)

    @cached_property
    def sightings(self) -> Sightings:
        """What was found in every moment, and what is remembered there."""
        return Sightings({name: self.moments[name] for name in FOUND}, self.attempt)

    def body(self, rows: NDArray[np.integer]) -> Tensor:
        """Shape (n, 1 + HISTORY, BODY)."""
        return torch.from_numpy(self.moments["body"][rows])

    def of(self, attempts: NDArray[np.bool_]) -> "Experience":
        """Some attempts, chosen by a mask of shape (E,)."""
        rows = attempts[self.attempt]
        number = np.cumsum(attempts) - 1
        moments = {name: values[rows] for name, values in self.moments.items()}
        return Experience(moments, number[self.attempt[rows]], self.success[attempts], self.skill[attempts])


def write_attempt(path: Path, explorer: Explorer, skill: str, success: bool) -> None:
    """Keep one attempt; the file is there whole or not at all."""
    stacked = {name: np.stack([moment[name] for moment in explorer.moments]) for name in FIELDS}
    arrays: dict[str, Any] = {**stacked, "skill": np.array(skill), "success": np.array(success)}
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        np.savez_compressed(file, **arrays)


def read_experience(files: Sequence[Path]) -> Experience:
    """All attempts that ``write_attempt`` kept, in the order of the files.

    Raises:
        ValueError: there is none.
    """
    if not files:
        raise ValueError("no attempts to learn from; collect some first")
    parts: list[dict[str, NDArray]] = []
    for file in files:
        with np.load(file) as kept:
            parts.append({name: kept[name] for name in kept.files})
    moments = {name: np.concatenate([part[name] for part in parts]) for name in FIELDS}
    lengths = [len(part["done"]) for part in parts]
    return Experience(
        moments,
        np.repeat(np.arange(len(parts)), lengths),
        np.array([bool(part["success"]) for part in parts]),
        np.array([str(part["skill"]) for part in parts]),
    )


class Critic(nn.Module):
    """What a moment of an attempt is worth: the logit of discounted success."""

    def __init__(self) -> None:
        super().__init__()
        told = GEOMETRY + TEXT + BODY * (1 + HISTORY) + RELATIONS
        self.layers = nn.Sequential(nn.Linear(told, 256), nn.LayerNorm(256), nn.SiLU(), nn.Linear(256, 128), nn.SiLU())
        self.out = nn.Linear(128, 1)

    def forward(self, look: Look, body: Tensor) -> Tensor:
        """Looks of N commands and bodies (N, 1 + HISTORY, BODY) -> logits (N,)."""
        told = [geometry(look, body, CERTAIN), look.text, body.flatten(1), relations(look, body)]
        logit: Tensor = self.out(self.layers(torch.cat(told, -1)))
        return logit[:, 0]

    @torch.inference_mode()
    def worth(self, experience: Experience) -> NDArray[np.float64]:
        """Of every moment, in [0, 1], shape (N,)."""
        parts = np.array_split(np.arange(len(experience)), max(1, len(experience) // 1024))
        told = [self(experience.look(rows), experience.body(rows)).sigmoid().double().numpy() for rows in parts]
        return np.concatenate(told)


def returns(
    experience: Experience, worth: NDArray[np.float64], trace: float, discount: float = DISCOUNT
) -> NDArray[np.float64]:
    """The lambda-returns of every moment (Sutton & Barto 2018, 12.1), shape (N,).

    Args:
        experience: whose success is the reward, 1 or 0, at the end.
        worth: what the moments are taken to be worth, shape (N,).
        trace: lambda; 1: what really came (Monte Carlo), 0: what the next moment is taken to be worth.
        discount: for each decision.
    """
    goals, last = np.zeros(len(experience)), experience.last
    for i in range(len(experience) - 1, -1, -1):
        if last[i]:
            goals[i] = float(experience.success[experience.attempt[i]])
        else:
            goals[i] = discount * ((1 - trace) * worth[i + 1] + trace * goals[i + 1])
    return goals


def train_critic(experience: Experience, trace: float, schedule: Schedule, checkpoint: Path) -> Critic:
    """A critic that has learned from some attempts.

    Args:
        experience: the attempts.
        trace: see ``returns``; below 1, the goals are computed anew ``SWEEPS`` times.
        schedule: of each of these times.
        checkpoint: to resume from and write to.
    """
    torch.manual_seed(schedule.seed)
    critic, sweeps = Critic(), SWEEPS if trace < 1 else 1
    for sweep in range(sweeps):
        goals = returns(experience, critic.eval().worth(experience), trace)
        target = checkpoint.with_stem(f"{checkpoint.stem}_{sweep}")
        fit(critic, _critic_loss(experience, goals, schedule.batch), schedule, target, lambda _: None)
    return critic.eval()


def _critic_loss(
    experience: Experience, goals: NDArray[np.float64], batch: int
) -> Callable[[Critic, np.random.Generator], dict[str, Tensor]]:
    wanted = torch.from_numpy(goals).float()

    def loss(critic: Critic, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = rng.integers(len(experience), size=batch)
        with torch.autocast("cpu", enabled=False):
            logits = critic(experience.look(rows), experience.body(rows))
            return {"worth": F.binary_cross_entropy_with_logits(logits, wanted[rows])}

    return loss


def advantages(experience: Experience, critic: Critic, trace: float) -> NDArray[np.float64]:
    """How much more came of each decision than its moment was worth, shape (N,)."""
    worth = critic.worth(experience)
    return returns(experience, worth, trace) - worth


def weights_of(advantage: NDArray[np.float64], greed: float = GREED) -> NDArray[np.float64]:
    """How much each decision counts: exp(advantage / greed), at most ``HEAVIEST``; the mean is 1."""
    weights = np.exp(np.clip(advantage / greed, -20.0, np.log(HEAVIEST)))
    return np.asarray(weights / weights.mean())


def imitable(experience: Experience, weights: NDArray[np.float64]) -> Moments:
    """What can be imitated of attempts that worked: what was done next, and when it was over.

    Args:
        experience: the attempts.
        weights: of the decisions, shape (N,); every skill counts alike.

    Raises:
        ValueError: no attempt worked.
    """
    if not experience.success.any():
        raise ValueError("not one attempt worked: there is nothing to imitate; begin with more demonstrations")
    worked = experience.success[experience.attempt]
    chunk, length = followed(experience)
    _, skill = np.unique(experience.skill[experience.attempt], return_inverse=True)
    odds = np.where(worked, weights * telling(chunk, length), 0.0)
    odds /= np.maximum(np.bincount(skill, odds), 1e-9)[skill]
    done = np.maximum(experience.moments["done"], experience.last).astype(np.float32)
    known = experience.moments["body"], chunk, length, done
    body, goal, count, over = map(torch.from_numpy, known)
    return Moments(experience.sightings, body, goal, count, over, odds / odds.sum())


def followed(experience: Experience) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The actions that were carried out from each decision on, as a chunk (N, CHUNK, 5), and how many, (N,)."""
    n, body = len(experience), torch.from_numpy(experience.moments["body"])
    hand, yaw = tcp_position(body).numpy(), np.arctan2(*experience.moments["body"][:, 0, 3:5].T)
    goals, length = np.zeros((n, CHUNK, 5), np.float32), np.zeros(n, np.int64)
    for ahead in range(CHUNK // EXECUTE):
        rows = np.arange(n - ahead)
        rows = rows[experience.attempt[rows] == experience.attempt[rows + ahead]]
        part = experience.moments["chunk"][rows + ahead, :EXECUTE].copy()
        part[..., :3] += (hand[rows + ahead] - hand[rows])[:, None]
        turn = yaw[rows + ahead] - yaw[rows]
        part[..., 3] += ((turn + np.pi) % (2 * np.pi) - np.pi)[:, None]
        part[..., 4] = part[..., 4] > 0
        goals[rows, ahead * EXECUTE : (ahead + 1) * EXECUTE] = part
        length[rows] += EXECUTE
    return goals, length


def regress(head: ChunkHead, losses: Sequence[Finishing], schedule: Schedule, checkpoint: Path) -> float:
    """Train a chunk head on, in place, on own attempts and what else it must not forget; the CPU minutes that it took.

    Args:
        head: of the policy whose attempts they are.
        losses: of ``imitable`` moments and, where there are some, of demonstrations; they add up.
        schedule: how long.
        checkpoint: to resume from and write to.
    """

    def loss(network: ChunkHead, rng: np.random.Generator) -> dict[str, Tensor]:
        parts = [one(network, rng) for one in losses]
        return {name: torch.stack([part[name] for part in parts]).sum() for name in parts[0]}

    network: nn.Module = head
    return fit(network, loss, schedule, checkpoint, lambda _: None)
