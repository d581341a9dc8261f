"""Behaviour cloning of the VLA policy: where to look, for any command, and what to do, for the one being shown."""

import json
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
from grounding.parts import MAX_PARTS
from grounding.training import Batch, Loss, Schedule, fit, sample_batch
from skills.action import EndEffectorTarget
from skills.curriculum import Curriculum, Lesson
from skills.language import CommandEncoder
from skills.networks import CHUNK, HISTORY, TURNS, Look, Spec, VLANetwork, Ways, body_vector

COMMANDS = 4
"""Random commands that are looked for in every frame, besides the one being shown."""
PLAIN, SHOWN_PLAIN = 0.9, 0.3
"""Share of the random and of the shown commands in their first wording: a sentence that has been met costs no
encoding."""
ABSENT = 0.2
"""Share of the things in random commands that are named whether they are there or not."""
UNFIT = 0.15
"""How often a skill is drawn for whose parameters a frame shows nothing, by how often one that could be meant."""
UNTURNED = 0.5
"""Weight of telling no turn of things that look the same from there, by that of telling the turn of others."""
FEW = 4
"""Pixels that a part needs to count in full."""
SHARPNESS = 4.0
"""How clearly a mode must explain a chunk better than the others to have it for its own, by the loss of imitation."""
MIRROR_BODY = (1, 3, 5)
"""Entries of a body vector that change sign in a mirror image (y, sin yaw, sin 4 yaw)."""
MIRROR_ACTION = (1, 3)
_SKILL, _ARGUMENTS = "<U32", "<U192"


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


def command_row(skill: str, arguments: Mapping[str, str]) -> dict[str, NDArray]:
    """The fields of a frame that tell which command is being carried out."""
    return {"skill": np.array(skill, _SKILL), "arguments": np.array(json.dumps(dict(arguments)), _ARGUMENTS)}


def _turn(action: EndEffectorTarget, yaw: float) -> float:
    x, y, _, _ = action.quaternion
    return float((2 * np.arctan2(y, x) - yaw + np.pi) % (2 * np.pi) - np.pi)


class Drawn(NamedTuple):
    """A command about a frame."""

    text: str
    skill: int
    """Index of the skill in the curriculum."""
    parts: tuple[int, int, int]
    """Indices of the frame's parts that are its target, object and place, -1: not there."""


class CommandSampler:
    """Draws commands about the parts of a frame, some of them about things that are not there.

    Only what some frame shows is ever named: a combination of colour and category that is held out of the scenes
    must not be learned as one that is never there.
    """

    def __init__(self, frames: Frames, curriculum: Curriculum) -> None:
        self.curriculum = curriculum
        names, ids = np.unique(frames.column("names"), return_inverse=True)
        self.names: list[str] = names.tolist()
        self.ids: NDArray[np.int64] = ids.reshape(len(frames), -1)
        """Of each frame's parts, indices into ``names``; the empty name stands for none."""
        types = {type for lesson in curriculum.lessons.values() for type in lesson.skill.parameters.values()}
        self._fits = {type: np.array([bool(n) and curriculum.fits(n, type) for n in self.names]) for type in types}
        self._index = {name: i for i, name in enumerate(self.names)}
        shown = frames.has("skill")
        self._skills: list[str] = frames.column("skill").tolist() if shown else []
        self._arguments: list[str] = frames.column("arguments").tolist() if shown else []

    def draw(self, row: int, rng: np.random.Generator) -> Drawn:
        """A worded command about what is there or may be missing.

        Raises:
            ValueError: for no skill is there anything in all the frames that it could be about.
        """
        seen = self._seen(row)
        odds = np.array([self._odds(lesson, seen) for lesson in self.curriculum.lessons.values()])
        if not odds.any():
            raise ValueError(f"no frame shows what {', '.join(self.curriculum.names)} could be about")
        skill = self.curriculum.names[int(np.searchsorted(odds.cumsum(), rng.random() * odds.sum(), side="right"))]
        arguments: dict[str, str] = {}
        for parameter, type in self.curriculum[skill].skill.parameters.items():
            arguments[parameter] = self._thing(seen[type], type, tuple(arguments.values()), rng)
        return self._word(row, skill, arguments, rng, PLAIN)

    def shown(self, row: int, rng: np.random.Generator) -> Drawn:
        """The command of a demonstration's frame, worded anew."""
        return self._word(row, self._skills[row], json.loads(self._arguments[row]), rng, SHOWN_PLAIN)

    def skill(self, row: int) -> str:
        """Which skill a demonstration's frame shows."""
        return self._skills[row]

    def _seen(self, row: int) -> dict[str, NDArray[np.int64]]:
        """By type, the ids of the names of a frame's parts."""
        there = self.ids[row]
        return {type: there[fits[there]] for type, fits in self._fits.items()}

    def _odds(self, lesson: Lesson, seen: Mapping[str, NDArray[np.int64]]) -> float:
        types = lesson.skill.parameters.values()
        if all(len(seen[type]) for type in types):
            return 1.0
        return UNFIT * all(self._fits[type].any() for type in types)

    def _thing(self, seen: NDArray[np.int64], type: str, others: tuple[str, ...], rng: np.random.Generator) -> str:
        """Something of a type, rather not what is named already."""
        known = np.flatnonzero(self._fits[type]) if not len(seen) or rng.random() < ABSENT else seen
        left = [name for name in (self.names[i] for i in known) if name not in others]
        return left[int(rng.integers(len(left)))] if left else self.names[known[0]]

    def _word(
        self, row: int, skill: str, arguments: Mapping[str, str], rng: np.random.Generator, plain: float
    ) -> Drawn:
        there = self.ids[row].tolist()
        sought = (self._index.get(name) for name in self.curriculum[skill].looks.of(arguments))
        target, moved, place = (there.index(i) if i in there else -1 for i in sought)
        text = self.curriculum.say(skill, arguments, rng, plain)
        return Drawn(text, self.curriculum.names.index(skill), (target, moved, place))


@dataclass
class Looked:
    """What the supervised heads should have found."""

    image: Tensor
    """Index of each command's image in the batch, (N,)."""
    things: Tensor
    """Indices of the parts meant, columns in the order of the heads; -1: not there. (N, looks)."""
    skills: Tensor
    """Index of each command's skill, (N,)."""


def look_losses(look: Look, batch: Batch, looked: Looked) -> dict[str, Tensor]:
    """Heat cross-entropy, place and yaw of what the heads look at."""
    mask = batch.mask.flatten(1)[looked.image]
    visible = mask[:, None] == looked.things[..., None]
    count = visible.sum(-1)
    found = count > 0
    goal = torch.cat([visible / count.clamp(min=1)[..., None], (~found)[..., None].float()], -1)
    heat = -(goal * look.logits.log_softmax(-1)).sum(-1).mean()
    things = looked.things.clamp(min=0)
    place = batch.positions[looked.image].gather(1, things[..., None].expand(-1, -1, 3))[found]
    off = look.where[found] - place
    yaw, symmetry = (values[looked.image].gather(1, things)[found] for values in (batch.yaws, batch.symmetry))
    return {
        "heat": 0.5 * heat,
        "where": 20 * F.smooth_l1_loss(off, torch.zeros_like(off), beta=0.01),
        "yaw": yaw_loss(look.yaw[found], yaw, symmetry),
    }


def vote_losses(look: Look, batch: Batch) -> dict[str, Tensor]:
    """Place and turn that each pixel tells of the part that it shows; every part of an image counts alike.

    Were their mean alone learned, the pixels of something long could tell of different places, and at work, where
    only those are read that agree (``one_thing``), its end would be taken for its middle.
    """
    part = batch.mask.flatten(1)
    known = part < MAX_PARTS
    index = part.clamp(max=MAX_PARTS - 1)
    pixels = torch.zeros_like(batch.yaws).scatter_add_(1, index, known.to(batch.yaws.dtype))
    weight = 1 / pixels.gather(1, index)[known].clamp(min=FEW)
    place = batch.positions.gather(1, index[..., None].expand(-1, -1, 3))[known]
    told = look.votes.transpose(1, 2)[known]
    off = F.smooth_l1_loss(told[:, :3], place, beta=0.01, reduction="none").mean(-1)
    yaw, symmetry = (values.gather(1, index)[known] for values in (batch.yaws, batch.symmetry))
    return {
        "vote": 20 * (off * weight).sum() / weight.sum().clamp(min=1e-6),
        "turned": yaw_loss(told[:, 3:], yaw, symmetry, weight),
    }


def yaw_loss(told: Tensor, yaw: Tensor, symmetry: Tensor, weight: Tensor | None = None) -> Tensor:
    """How far the turns that are told are from the mean over all yaws that look the same.

    That mean is the yaw's own sin and cos where the symmetry is whole turns of the multiplied angle, and zero where it
    is not: a block has no 2 psi, and what is round has none at all.

    Args:
        told: shape (n, YAW).
        yaw: shape (n,), [rad].
        symmetry: shape (n,), [deg].
        weight: how much each counts, shape (n,); all the same if not given.
    """
    loss, weight = told.sum() * 0, torch.ones_like(yaw) if weight is None else weight
    for turn, part in zip(TURNS, told.split(2, -1), strict=True):
        seen = (symmetry > 0) & ((symmetry * turn) % 360 == 0)
        angle = turn * yaw[seen]
        off = (part[seen] - torch.stack([angle.sin(), angle.cos()], -1)).abs().sum(-1)
        loss = loss + 0.2 * _mean(off, weight[seen]) + 0.2 * UNTURNED * _mean(part[~seen].abs().sum(-1), weight[~seen])
    return loss / len(TURNS)


def _mean(values: Tensor, weight: Tensor) -> Tensor:
    """Weighted, 0 of none."""
    return (values * weight).sum() / weight.sum().clamp(min=1e-6)


def chunk_losses(ways: Ways, goal: Tensor, length: Tensor, over: Tensor) -> dict[str, Tensor]:
    """Imitation of the demonstrated chunk, its first actions weighted most.

    Where there are several modes, they are a mixture (Bishop 1994, *Mixture density networks*): each learns from a
    chunk by the share that it has in explaining it, and the odds learn these shares.

    Args:
        ways: predicted, of N commands; the last column of the chunks holds logits.
        goal: demonstrated, (N, CHUNK, 5).
        length: demonstrated actions of each chunk, (N,).
        over: 1 where the command has been carried out, (N,).
    """
    device = length.device
    weight = (torch.arange(CHUNK, device=device) < length[:, None]) * torch.linspace(1.5, 0.5, CHUNK, device=device)
    counts = weight.sum(-1)
    each = (weight / counts.clamp(min=1e-6)[:, None])[:, None]
    wanted = goal[:, None].expand_as(ways.chunks)
    move = F.smooth_l1_loss(ways.chunks[..., :3], wanted[..., :3], beta=0.01, reduction="none").sum(-1)
    turn = F.smooth_l1_loss(ways.chunks[..., 3], wanted[..., 3], beta=0.1, reduction="none")
    grip = F.binary_cross_entropy_with_logits(ways.chunks[..., 4], wanted[..., 4], reduction="none")
    parts = {"move": 30 * (move * each).sum(-1), "turn": (turn * each).sum(-1), "grip": (grip * each).sum(-1)}
    likely = ways.odds.log_softmax(-1)
    share = (likely - SHARPNESS * torch.stack(list(parts.values())).sum(0)).detach().softmax(-1)
    parts["way"] = -likely / SHARPNESS
    counts = counts / counts.sum().clamp(min=1)
    losses = {name: (counts * (share * part).sum(-1)).sum() for name, part in parts.items()}
    return {**losses, "done": 0.5 * F.binary_cross_entropy_with_logits(ways.done, over)}


def balanced_odds(demos: Frames) -> NDArray[np.float64]:
    """Of drawing each frame: every skill equally often, and twice as often the moments when the gripper moves."""
    _, skill = np.unique(demos.column("skill"), return_inverse=True)
    odds = 1.0 / np.bincount(skill)[skill]
    grip = demos.column("chunk")[:, :, 4]
    odds *= np.where(grip.min(1) != grip.max(1), 2.0, 1.0)
    return np.asarray(odds / odds.sum())


def check_shown(demos: Frames, curriculum: Curriculum) -> None:
    """Make sure that demonstrations are of skills that are to be learned.

    Raises:
        ValueError: one is of another skill; the message names those of the curriculum.
    """
    for skill in np.unique(demos.column("skill")).tolist():
        _ = curriculum[skill]


class Cloning:
    """The loss of the policy: half of a batch from demonstrations, the rest still scenes for looking."""

    def __init__(
        self,
        curriculum: Curriculum,
        scenes: Frames,
        demos: Frames,
        commands: CommandEncoder,
        batch: int,
        share: float = 0.6,
    ) -> None:
        check_shown(demos, curriculum)
        self.scenes, self.demos, self.commands = scenes, demos, commands
        self.scene_commands, self.demo_commands = (CommandSampler(frames, curriculum) for frames in (scenes, demos))
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
        texts, looked = _commands(batch, self.demo_commands, rng, shown=True)
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
            ways = network.head.ways(shown, body)
            skill = network.head.skill(look.text)
        over = torch.from_numpy(self.done[batch.rows])
        skills = {"skill": 0.2 * F.cross_entropy(skill, looked.skills)}
        seen = {**look_losses(look, batch, looked), **vote_losses(look, batch)}
        return {**seen, **chunk_losses(ways, goal, length, over), **skills}

    def _look(self, network: VLANetwork, batch: Batch, rng: np.random.Generator) -> dict[str, Tensor]:
        texts, looked = _commands(batch, self.scene_commands, rng)
        tokens, mask = self.commands.encode(texts)
        look = network.trunk(batch.pixels, batch.points, tokens, mask)
        return {**look_losses(look, batch, looked), **vote_losses(look, batch)}


def _commands(
    batch: Batch, sampler: CommandSampler, rng: np.random.Generator, shown: bool = False
) -> tuple[list[str], Looked]:
    """For every frame the shown command (if asked for), then ``COMMANDS`` random ones."""
    drawn: list[tuple[int, Drawn]] = []
    for image, row in enumerate(batch.rows.tolist()):
        if shown:
            drawn.append((image, sampler.shown(row, rng)))
        drawn += [(image, sampler.draw(row, rng)) for _ in range(COMMANDS)]
    images = torch.tensor([image for image, _ in drawn])
    meant = torch.tensor([command.parts for _, command in drawn])
    skills = torch.tensor([command.skill for _, command in drawn])
    return [command.text for _, command in drawn], Looked(images, meant, skills)


def train_policy(
    curriculum: Curriculum,
    scenes: Sequence[Path],
    demos: Sequence[Path],
    schedule: Schedule,
    checkpoint: Path,
    start: Mapping[str, Tensor] | None = None,
) -> tuple[VLANetwork, float]:
    """The policy network and the CPU minutes that it took.

    Args:
        curriculum: the skills to be learned.
        scenes: folders of frames with masks.
        demos: folders of ``demonstration_row``s.
        schedule: how long.
        checkpoint: to resume from and write to.
        start: weights of eyes (a grounder's ``encoder`` and ``relief``) or of a whole policy to start from.

    Raises:
        ValueError: a demonstration is of a skill that is not in the curriculum.
    """
    torch.manual_seed(schedule.seed)
    network = VLANetwork(Spec(curriculum.names))
    if start is not None:
        network.load_state_dict(start, strict=False)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    loss: Loss = Cloning(curriculum, Frames(scenes), Frames(demos), CommandEncoder(quick=True), schedule.batch)
    return network, fit(network, loss, schedule, checkpoint)
