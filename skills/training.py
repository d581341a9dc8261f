"""Behaviour cloning of the VLA policy: where to look, for any command, and what to do, for the one being shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from grounding import Observation
from grounding.frames import Frames
from grounding.training import Batch, Loss, Schedule, fit, sample_batch
from grounding.vocabulary import CATEGORIES, COLOURS
from skills.action import EndEffectorTarget
from skills.language import WORDINGS, CommandEncoder, say
from skills.networks import CHUNK, HISTORY, OBJECT, TARGET, Look, VLANetwork, body_vector

SKILLS = tuple(WORDINGS)
PLACES = {"put_in": "container", "put_on": "support"}
"""The argument of a skill that says where to put the object."""
COMMANDS = 4
"""Random commands that are looked for in every frame, besides the one being shown."""
PLAIN = 0.75
"""Share of the random commands in their first wording: a sentence that has been met costs no encoding."""
MIRROR_BODY = (1, 3, 5)
"""Entries of a body vector that change sign in a mirror image (y, sin yaw, sin 4 yaw)."""
MIRROR_ACTION = (1, 3)


@dataclass(frozen=True)
class Shown:
    """The command that a demonstration carries out; indices are into the frame's objects."""

    skill: str
    object: int
    place: int
    """The container or support, -1 where the skill has none."""


def demonstration_row(
    observations: list[Observation], actions: list[EndEffectorTarget], done: bool
) -> dict[str, NDArray]:
    """What a frame of a demonstration has besides its picture.

    Args:
        observations: the present one and up to ``HISTORY`` earlier ones that the policy would remember, newest first.
        actions: what the demonstrator does from here, up to ``CHUNK`` control periods.
        done: the command has been carried out.
    """
    bodies = [body_vector(o.proprioception) for o in observations]
    bodies += [bodies[-1]] * (1 + HISTORY - len(bodies))
    present = observations[0].proprioception
    chunk = np.zeros((CHUNK, 5), np.float32)
    for row, action in zip(chunk, actions, strict=False):
        row[:3] = np.subtract(action.position, present.tcp_position)
        row[3] = _turn(action, present.tcp_yaw)
        row[4] = action.gripper
    return {
        "body": np.stack(bodies),
        "chunk": chunk,
        "chunk_length": np.array(min(len(actions), CHUNK), np.int64),
        "done": np.array(done, np.float32),
    }


def joint_row(observation: Observation, targets: Sequence[NDArray[np.floating]]) -> dict[str, NDArray]:
    """What a frame of a demonstration has besides, for policies that act in joint space.

    Args:
        observation: the present one.
        targets: where the arm's joints were told to be, for the actions of ``demonstration_row``, each of shape (n,),
            [rad].
    """
    joints = observation.proprioception.joint_positions
    chunk = np.tile(joints.astype(np.float32), (CHUNK, 1))
    for row, target in zip(chunk, targets, strict=False):
        row[:] = target
    return {"joints": joints.astype(np.float32), "joint_chunk": chunk}


def _turn(action: EndEffectorTarget, yaw: float) -> float:
    x, y, _, _ = action.quaternion
    return float((2 * np.arctan2(y, x) - yaw + np.pi) % (2 * np.pi) - np.pi)


class Drawn(NamedTuple):
    """A command about a frame."""

    text: str
    skill: int
    """Index into ``SKILLS``."""
    thing: int
    """Index of the object that it moves, -1: not there."""
    target: int
    """Index of what the hand goes to, -1: not there."""


class CommandSampler:
    """Draws commands about the things in a frame, some of them about things that are not there.

    Only what some frame shows is ever named: a combination of colour and category that is held out of the scenes
    must not be learned as one that is never there.
    """

    def __init__(self, frames: Frames) -> None:
        self.category = frames.column("category")
        self.colour = frames.column("colour")
        there = self.category >= 0
        shown = set(zip(self.colour[there].tolist(), self.category[there].tolist(), strict=True))
        self.absent = sorted(shown)
        """Colour and category of what may be named although it is perhaps not in the frame."""

    def draw(self, row: int, rng: np.random.Generator) -> Drawn:
        """A worded command about what is there or may be missing."""
        index = int(rng.integers(len(SKILLS)))
        thing, name = self._thing(row, rng)
        if SKILLS[index] not in PLACES:
            return self._word(index, {"object": name}, thing, thing, rng, PLAIN)
        place, place_name = self._thing(row, rng)
        return self._word(index, {"object": name, PLACES[SKILLS[index]]: place_name}, thing, place, rng, PLAIN)

    def shown(self, row: int, shown: NDArray[np.int64], rng: np.random.Generator) -> Drawn:
        """The command of a demonstration's frame, worded anew."""
        index, thing, place = shown.tolist()
        arguments = {"object": self.name(row, thing)}
        if SKILLS[index] not in PLACES:
            return self._word(index, arguments, thing, thing, rng)
        return self._word(index, {**arguments, PLACES[SKILLS[index]]: self.name(row, place)}, thing, place, rng)

    def name(self, row: int, thing: int) -> str:
        """E.g. ``red block``."""
        return f"{COLOURS[self.colour[row, thing]]} {CATEGORIES[self.category[row, thing]]}"

    def _thing(self, row: int, rng: np.random.Generator) -> tuple[int, str]:
        if rng.random() < 0.2:
            colour, category = self.absent[int(rng.integers(len(self.absent)))]
            there = np.flatnonzero((self.colour[row] == colour) & (self.category[row] == category))
            return int(there[0]) if len(there) else -1, f"{COLOURS[colour]} {CATEGORIES[category]}"
        thing = int(rng.choice(np.flatnonzero(self.category[row] >= 0)))
        return thing, self.name(row, thing)

    @staticmethod
    def _word(
        skill: int,
        arguments: Mapping[str, str],
        thing: int,
        target: int,
        rng: np.random.Generator,
        plain: float = 0.0,
    ) -> Drawn:
        return Drawn(say(SKILLS[skill], arguments, rng, plain), skill, thing, target)


@dataclass
class Looked:
    """What the supervised heads should have found."""

    image: Tensor
    """Index of each command's image in the batch, (N,)."""
    things: Tensor
    """Indices of the objects meant, columns in the order of the heads TARGET and OBJECT; -1: not there. (N, 2)."""
    skills: Tensor
    """Index into ``SKILLS`` of each command's skill, (N,)."""
    square: Tensor
    """Whether the object's yaw can be seen, as a block's can: (N, 2)."""


def look_losses(look: Look, batch: Batch, looked: Looked) -> dict[str, Tensor]:
    """Heat cross-entropy, place and yaw of what the supervised heads look at."""
    mask = batch.mask.flatten(1)[looked.image]
    visible = mask[:, None] == looked.things[..., None]
    count = visible.sum(-1)
    found = count > 0
    goal = torch.cat([visible / count.clamp(min=1)[..., None], (~found)[..., None].float()], -1)
    heads = [TARGET, OBJECT]
    heat = -(goal * look.logits[:, heads].log_softmax(-1)).sum(-1).mean()
    things = looked.things.clamp(min=0)
    place = batch.positions[looked.image].gather(1, things[..., None].expand(-1, -1, 3))[found]
    angled = found & looked.square
    yaw = 4 * batch.yaws[looked.image].gather(1, things)[angled]
    off = look.where[:, heads][found] - place
    turn = look.yaw[:, heads][angled] - torch.stack([yaw.sin(), yaw.cos()], -1)
    return {
        "heat": 0.5 * heat,
        "where": 20 * F.smooth_l1_loss(off, torch.zeros_like(off), beta=0.01),
        "yaw": 0.2 * turn.abs().sum() / max(int(angled.sum()), 1),
    }


def chunk_losses(chunk: Tensor, done: Tensor, goal: Tensor, length: Tensor, over: Tensor) -> dict[str, Tensor]:
    """Imitation of the demonstrated chunk, its first actions weighted most.

    Args:
        chunk: predicted, (N, CHUNK, 5); the last column holds logits.
        done: logits, (N,).
        goal: demonstrated, (N, CHUNK, 5).
        length: demonstrated actions of each chunk, (N,).
        over: 1 where the command has been carried out, (N,).
    """
    device = length.device
    weight = (torch.arange(CHUNK, device=device) < length[:, None]) * torch.linspace(1.5, 0.5, CHUNK, device=device)
    weight = weight / weight.sum().clamp(min=1)
    move = F.smooth_l1_loss(chunk[..., :3], goal[..., :3], beta=0.01, reduction="none").sum(-1)
    turn = F.smooth_l1_loss(chunk[..., 3], goal[..., 3], beta=0.1, reduction="none")
    grip = F.binary_cross_entropy_with_logits(chunk[..., 4], goal[..., 4], reduction="none")
    return {
        "move": 30 * (move * weight).sum(),
        "turn": (turn * weight).sum(),
        "grip": (grip * weight).sum(),
        "done": 0.5 * F.binary_cross_entropy_with_logits(done, over),
    }


def balanced_odds(demos: Frames) -> NDArray[np.float64]:
    """Of drawing each frame: every skill equally often, and twice as often the moments when the gripper moves."""
    skill = demos.column("shown")[:, 0]
    odds = 1.0 / np.bincount(skill, minlength=len(SKILLS))[skill]
    grip = demos.column("chunk")[:, :, 4]
    odds *= np.where(grip.min(1) != grip.max(1), 2.0, 1.0)
    return np.asarray(odds / odds.sum())


class Cloning:
    """The loss of the policy: half of a batch from demonstrations, the rest still scenes for looking."""

    def __init__(self, scenes: Frames, demos: Frames, commands: CommandEncoder, batch: int, share: float = 0.6) -> None:
        self.scenes, self.demos, self.commands = scenes, demos, commands
        self.scene_commands, self.demo_commands = CommandSampler(scenes), CommandSampler(demos)
        self.shown = demos.column("shown")
        self.done = demos.column("done")
        self.sizes = int(batch * share), batch - int(batch * share)
        self.odds = balanced_odds(demos)

    def __call__(self, network: VLANetwork, rng: np.random.Generator) -> dict[str, Tensor]:
        demos = np.sort(rng.choice(len(self.demos), self.sizes[0], p=self.odds))
        parts = self._imitate(network, sample_batch(self.demos, demos, rng), rng)
        scenes = np.sort(rng.integers(0, len(self.scenes), self.sizes[1]))
        for name, value in self._look(network, sample_batch(self.scenes, scenes, rng), rng).items():
            parts[name] = 0.5 * (parts[name] + value)
        return parts

    def _imitate(self, network: VLANetwork, batch: Batch, rng: np.random.Generator) -> dict[str, Tensor]:
        texts, looked = self._commands(batch, self.demo_commands, rng, self.shown)
        tokens, mask = self.commands.encode(texts)
        look = network.trunk(batch.pixels, batch.points, tokens, mask)
        shown = look.rows(slice(0, None, 1 + COMMANDS))
        body, goal, length = (
            torch.from_numpy(self.demos.gather(f, batch.rows)) for f in ("body", "chunk", "chunk_length")
        )
        if batch.mirrored:
            body[..., MIRROR_BODY] *= -1
            goal[..., MIRROR_ACTION] *= -1
        with torch.autocast("cpu", enabled=False):
            chunk, done = network.head(shown, body)
            skill = network.head.skill(look.text)
        over = torch.from_numpy(self.done[batch.rows])
        skills = {"skill": 0.2 * F.cross_entropy(skill, looked.skills)}
        return {**look_losses(look, batch, looked), **chunk_losses(chunk, done, goal, length, over), **skills}

    def _look(self, network: VLANetwork, batch: Batch, rng: np.random.Generator) -> dict[str, Tensor]:
        texts, looked = self._commands(batch, self.scene_commands, rng)
        tokens, mask = self.commands.encode(texts)
        return look_losses(network.trunk(batch.pixels, batch.points, tokens, mask), batch, looked)

    @staticmethod
    def _commands(
        batch: Batch, sampler: CommandSampler, rng: np.random.Generator, shown: NDArray[np.int64] | None = None
    ) -> tuple[list[str], Looked]:
        """For every frame the shown command (where there is one), then ``COMMANDS`` random ones."""
        drawn: list[tuple[int, Drawn]] = []
        for image, row in enumerate(batch.rows):
            if shown is not None:
                drawn.append((image, sampler.shown(row, shown[row], rng)))
            drawn += [(image, sampler.draw(row, rng)) for _ in range(COMMANDS)]
        images = torch.tensor([image for image, _ in drawn])
        meant = torch.tensor([(command.target, command.thing) for _, command in drawn])
        category = torch.from_numpy(sampler.category[batch.rows].astype(np.int64))[images]
        square = category.gather(1, meant.clamp(min=0)) == CATEGORIES.index("block")
        skills = torch.tensor([command.skill for _, command in drawn])
        return [command.text for _, command in drawn], Looked(images, meant, skills, square)


def train_policy(
    scenes: list[Path],
    demos: list[Path],
    schedule: Schedule,
    checkpoint: Path,
    start: Mapping[str, Tensor] | None = None,
) -> tuple[VLANetwork, float]:
    """The policy network and the CPU minutes that it took.

    Args:
        scenes: folders of frames with masks.
        demos: folders of ``demonstration_row``s.
        schedule: how long.
        checkpoint: to resume from and write to.
        start: weights of a pixel encoder (the grounder's) or of a whole policy to start from.
    """
    torch.manual_seed(schedule.seed)
    network = VLANetwork()
    if start is not None:
        network.load_state_dict(start, strict=False)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    loss: Loss = Cloning(Frames(scenes), Frames(demos), CommandEncoder(quick=True), schedule.batch)
    return network, fit(network, loss, schedule, checkpoint)
