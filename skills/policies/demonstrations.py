"""What networks of policies are given: what is seen, said and felt; and, in training, what was right to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from grounding import Observation
from grounding.frames import Frames
from grounding.training import mirror_image, relight
from grounding.vision import COLOUR, observed_tensors
from skills.curriculum import Curriculum
from skills.language import CommandEncoder
from skills.networks import CHUNK
from skills.policies.errors import RecipeError
from skills.rotations import of_matrix
from skills.training import MIRROR_ACTION, MIRROR_BODY, CommandSampler, balanced_odds, check_shown

HAND = 9
"""Numbers of a state after the joints."""


@dataclass(frozen=True)
class Inputs:
    """What N networks' passes begin with."""

    pixels: Tensor
    """``grounding.vision.image_tensors``: (N, CHANNELS, H, W); the first three are colours."""
    points: Tensor
    """Where every second pixel's thing is: (N, 3, H/2, W/2), base frame, [m]."""
    texts: tuple[str, ...]
    """The commands."""
    tokens: Tensor
    """MiniLM's vectors of the commands' words: (N, T, WIDTH)."""
    mask: Tensor
    """True where there is a word: (N, T)."""
    body: Tensor
    """The hand now and ``HISTORY`` times before, newest first (``body_vector``): (N, 1 + HISTORY, BODY)."""
    state: Tensor
    """``state_vector``: (N, n + HAND); (N, 0) for networks that do not ask for joints."""

    @property
    def rgb(self) -> Tensor:
        """Colours from 0 to 1: (N, 3, H, W)."""
        return (self.pixels[:, :COLOUR] + 2) / 4

    @property
    def sentence(self) -> Tensor:
        """Mean vector of each command's words: (N, WIDTH)."""
        words = self.mask[..., None].float()
        return (self.tokens * words).sum(1) / words.sum(1).clamp(min=1)

    def to(self, device: torch.device) -> "Inputs":
        """The same on another device."""
        if self.pixels.device == device:
            return self
        moved: dict[str, Any] = {name: v.to(device) for name, v in vars(self).items() if isinstance(v, Tensor)}
        return replace(self, **moved)


@dataclass(frozen=True)
class Targets:
    """What was right to do then."""

    chunk: Tensor
    """From the present hand, as in ``demonstration_row``: (N, CHUNK, 5)."""
    joints: Tensor
    """Where the joints were told to be: (N, CHUNK, n), [rad]; (N, CHUNK, 0) if not asked for."""
    length: Tensor
    """Actions of the chunks that were demonstrated: (N,)."""
    done: Tensor
    """1 where the command has been carried out: (N,)."""

    @property
    def given(self) -> Tensor:
        """Which actions were demonstrated: (N, CHUNK), bool."""
        return torch.arange(CHUNK, device=self.length.device) < self.length[:, None]

    def to(self, device: torch.device) -> "Targets":
        """The same on another device."""
        return Targets(*(value.to(device) for value in (self.chunk, self.joints, self.length, self.done)))


Objective = Callable[[Any, Inputs, Targets], dict[str, Tensor]]
"""Parts of the loss of a network on a batch."""


def state_vector(
    joints: NDArray[np.floating], gripper: NDArray[np.floating], T_base_tcp: NDArray[np.floating]
) -> NDArray[np.float32]:
    """All that an arm feels, as our data sets store it (``observation.state``).

    Args:
        joints: (N, n), [rad].
        gripper: opening [m] and force [N] of the fingers, (N, 2).
        T_base_tcp: pose of the tool, (N, 4, 4), base frame, [m].

    Returns:
        Joints, gripper, position and quaternion (x, y, z, w; the largest number is positive): (N, n + HAND).
    """
    turns = np.stack([of_matrix(T[:3, :3]) for T in T_base_tcp.astype(np.float64)])
    return np.concatenate([joints, gripper, T_base_tcp[:, :3, 3], turns], axis=1).astype(np.float32)


def observed(
    observation: Observation, camera: str, command: str, tokens: Tensor, mask: Tensor, bodies: Sequence[NDArray]
) -> Inputs:
    """What a network is given on a robot.

    Args:
        observation: the present one.
        camera: whose image it sees.
        command: in words.
        tokens: of the command, (1, T, WIDTH).
        mask: of the command, (1, T).
        bodies: the present body vector and ``HISTORY`` earlier ones, newest first.
    """
    pixels, points = observed_tensors([observation.images[camera]])
    body = observation.proprioception
    gripper = np.array([[body.gripper_opening, body.gripper_force]])
    state = state_vector(body.joint_positions[None], gripper, body.T_base_tcp[None])
    stack = torch.from_numpy(np.stack(bodies))[None]
    return Inputs(pixels, points, (command,), tokens, mask, stack, torch.from_numpy(state))


@dataclass(frozen=True)
class Lessons:
    """What is learned from, and the words for it."""

    curriculum: Curriculum
    demonstrations: Frames
    scenes: Frames | None
    """Still views, for recipes that also learn where to look."""
    commands: CommandEncoder

    @classmethod
    def read(
        cls,
        curriculum: Curriculum,
        demonstrations: Sequence[Path],
        scenes: Sequence[Path] = (),
        commands: CommandEncoder | None = None,
    ) -> "Lessons":
        """From folders of shards; scenes need not be given.

        Raises:
            FileNotFoundError: there are no frames.
        """
        stills = Frames(scenes) if scenes else None
        return cls(curriculum, Frames(demonstrations), stills, commands or CommandEncoder(quick=True))


class Imitation:
    """The loss of a policy on demonstrations, of which each skill is drawn equally often.

    Light is varied; and left and right are swapped every second time, unless joints are asked for, which have no
    mirror image that holds for every arm.

    Raises:
        RecipeError: joints are asked for, and the frames have none.
        ValueError: a demonstration is of a skill that is not in the curriculum.
    """

    def __init__(self, lessons: Lessons, batch: int, objective: Objective, joints: bool = False) -> None:
        demos = lessons.demonstrations
        if joints:
            require_joints(demos)
        check_shown(demos, lessons.curriculum)
        self.demos, self.commands, self.batch = demos, lessons.commands, batch
        self.objective, self.joints = objective, joints
        self.sampler = CommandSampler(demos, lessons.curriculum)
        self.odds = balanced_odds(demos)

    def __call__(self, network: torch.nn.Module, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = np.sort(rng.choice(len(self.demos), self.batch, p=self.odds))
        inputs, targets = self.draw(rows, rng)
        device = next(network.parameters()).device
        return self.objective(network, inputs.to(device), targets.to(device))

    def draw(self, rows: NDArray[np.integer], rng: np.random.Generator) -> tuple[Inputs, Targets]:
        """Frames, each with a wording of what it shows."""
        pixels, points = self.demos.images(rows)
        pixels[:, :COLOUR] = relight(pixels[:, :COLOUR], rng)
        texts = tuple(self.sampler.shown(row, rng).text for row in rows.tolist())
        tokens, mask = self.commands.encode(texts)
        body, chunk, length, done = (self._column(f, rows) for f in ("body", "chunk", "chunk_length", "done"))
        state, joints = self._joints(rows, chunk)
        if not self.joints and rng.random() < 0.5:
            pixels, points = mirror_image(pixels, points)
            body[..., MIRROR_BODY] *= -1
            chunk[..., MIRROR_ACTION] *= -1
        pixels = pixels.contiguous(memory_format=torch.channels_last)
        return Inputs(pixels, points, texts, tokens, mask, body, state), Targets(chunk, joints, length, done)

    def _joints(self, rows: NDArray[np.integer], chunk: Tensor) -> tuple[Tensor, Tensor]:
        if not self.joints:
            return chunk.new_zeros(len(rows), 0), chunk.new_zeros(len(rows), CHUNK, 0)
        return torch.from_numpy(stored_states(self.demos, rows)), self._column("joint_chunk", rows)

    def _column(self, field: str, rows: NDArray[np.integer]) -> Tensor:
        return torch.from_numpy(self.demos.gather(field, rows))


def stored_states(demos: Frames, rows: NDArray[np.integer]) -> NDArray[np.float32]:
    """``state_vector`` of some frames, shape (N, n + HAND)."""
    return state_vector(*(demos.gather(field, rows) for field in ("joints", "gripper", "T_base_tcp")))


def require_joints(demos: Frames, count: int | None = None) -> None:
    """Make sure that demonstrations can teach a policy that acts in joint space.

    Args:
        demos: the demonstrations.
        count: joints that the arm must have, if that matters.

    Raises:
        RecipeError: they were collected without joints, or with another arm.
    """
    if not (demos.has("joints") and demos.has("joint_chunk")):
        raise RecipeError(
            "these demonstrations have no joint targets (columns joints and joint_chunk): collect them anew, or choose "
            "a policy that acts with the tool's pose: spatial, tokens, plain, transformers"
        )
    found = demos.column("joints").shape[1]
    if count is not None and found != count:
        raise RecipeError(f"these demonstrations are of an arm with {found} joints; this policy is for {count}")
