"""Networks of the VLA policies: words attend over pixels, and what they find moves the hand.

Vision encoder -> per-pixel keys; language encoder (MiniLM tokens) -> queries; attention over pixels gives, for each
of a few heads, *where* (a 3-D point, as in a spatial soft-argmax, Levine et al. 2016, arXiv:1504.00702) and *what*
(pooled features). One image is encoded once for any number of commands. A chunk head (ACT, Zhao et al. 2023,
arXiv:2304.13705) turns that, proprioception and history into the next actions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from grounding import Proprioception
from grounding.vision import COLOUR, FEATURES, PAINT, RELIEF, SHAPE, PixelEncoder, Relief
from skills.language import WIDTH
from weights import WeightsError

TEXT = 128
WORDS = 8
"""Words that are picked out of a command."""
LOOKS = 3
TARGET, OBJECT, PLACE = range(LOOKS)
"""The heads: what the hand goes to, what the command moves, and where that goes or what shows that it worked."""
SEEN = FEATURES + RELIEF
"""Features of each pixel; the relief tells what is alike but for a centimetre."""
TURNS = (2, 4)
"""Yaws are told as sin and cos of so many times the angle: 4 for what looks the same after a quarter turn."""
YAW = 2 * len(TURNS)
KEY = 32
CERTAIN = -5.0
"""A policy acts as if what it looks for were there: more doubt than these log-odds would only make it hesitate."""
THING = 0.14
"""Pixels whose votes are this close [m] to their mean speak of the same thing: of a drawer the front and the inside are
seen, which tell of places far apart."""
PEAKS, SHIFTS = 3, 2
"""How many things are told apart, and steps of mean shift (Comaniciu & Meer 2002) for each."""
NEIGHBOURHOOD = 0.1
"""What lies around a thing: everything this close to it, seen from above, [m]."""
CHUNK = 6
"""Control periods that one chunk covers."""
MODES = 3
"""Ways to go on that the chunk head weighs up."""
BODY = 9
HISTORY = 2
"""Earlier moments that the policy remembers."""
GEOMETRY = LOOKS * (7 + YAW)
"""Numbers that ``geometry`` gives."""
RELATIONS = 37
"""Numbers that ``relations`` gives."""
REMEMBERED = 2
"""Earlier sightings that a chunk head is told (``skills.memory``)."""
_CENTRE = (0.5, 0.0, 0.1)
_SCALE = 0.3
FINE = 0.03
"""What is this near counts as near where phases of a motion part, [m]."""
_FAR = 0.01
"""How sharply the far end of a thing is told from the rest of it, [m]."""


@dataclass(frozen=True)
class Spec:
    """What a network has been made for; it stands in the header of its weights.

    Raises:
        ValueError: there are no skills, or no width.
    """

    skills: tuple[str, ...]
    """In the order in which the network counts them."""
    width: int = 512
    """Of the chunk head."""

    def __post_init__(self) -> None:
        if not self.skills or self.width < 1:
            raise ValueError(f"{self}: a network has skills and a width")

    @property
    def hyperparameters(self) -> dict[str, str]:
        """For the header of a weights file."""
        return {"skills": ",".join(self.skills), "width": str(self.width)}

    @staticmethod
    def of(header: Mapping[str, str]) -> "Spec":
        """Back from a header, whatever else stands there.

        Raises:
            WeightsError: the header is not one of a policy or a judge; the message says what it lacks.
        """
        try:
            return Spec(tuple(header["skills"].split(",")), int(header["width"]))
        except KeyError as error:
            lacking = f"the weights do not tell their {error.args[0]}"
            raise WeightsError(f"{lacking}; they are not a policy's or a judge's") from error


@dataclass(frozen=True)
class Look:
    """What N commands find in their images."""

    text: Tensor
    """Shape (N, TEXT)."""
    logits: Tensor
    """Attention logits over pixels and, last, over *nowhere*: shape (N, LOOKS, P + 1)."""
    where: Tensor
    """Shape (N, LOOKS, 3), base frame, [m]."""
    yaw: Tensor
    """sin and cos of each of ``TURNS`` times the yaw of the thing looked at: shape (N, LOOKS, YAW)."""
    what: Tensor
    """Features pooled by attention, shape (N, LOOKS, SEEN)."""
    around: Tensor
    """Mean features of the neighbourhood of each ``where``, shape (N, LOOKS, SEEN)."""
    far: Tensor
    """The end of the target that lies farthest from the place: shape (N, 3), base frame, [m]."""
    votes: Tensor = field(default_factory=lambda: torch.zeros(0))
    """Of each image, for training: where the thing is that a pixel shows, [m], and then its turn, as ``yaw``: shape
    (B, 3 + YAW, P)."""
    remembered: "tuple[Look, ...]" = ()
    """What was seen of the same things earlier: at first, and most surely; none: nothing was."""

    def rows(self, chosen: slice | Tensor) -> "Look":
        """Some of the commands."""
        own = ("text", "logits", "where", "yaw", "what", "around", "far")
        fields: dict[str, Any] = {name: getattr(self, name)[chosen] for name in own}
        return replace(self, **fields, remembered=tuple(look.rows(chosen) for look in self.remembered))

    @property
    def nowhere(self) -> Tensor:
        """Log-odds that the thing looked for is not in view: shape (N, LOOKS)."""
        pixels = self.logits[..., :-1].logsumexp(-1)
        return self.logits[..., -1] - pixels


class TextPooling(nn.Module):
    """Tokens (N, T, WIDTH) -> words that were picked out (N, WORDS * TEXT), and the sense of all (N, TEXT).

    Learned queries attend over the tokens.
    """

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, TEXT)
        self.queries = nn.Parameter(torch.randn(WORDS, TEXT) * 0.1)
        self.mix = nn.Sequential(nn.Linear(WORDS * TEXT, 256), nn.SiLU(), nn.Linear(256, TEXT), nn.LayerNorm(TEXT))

    def forward(self, tokens: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        words = self.project(tokens)
        scores = torch.einsum("qd,ntd->nqt", self.queries, words) / TEXT**0.5 * 4
        weights = scores.masked_fill(~mask[:, None], -1e4).softmax(-1)
        picked = torch.einsum("nqt,ntd->nqd", weights, words).flatten(1)
        return picked, self.mix(picked)


class LanguageVision(nn.Module):
    """Images and commands -> ``Look``: the trunk that policies, value functions and detectors start from.

    Words and features meet in a product of linear maps, so that evidence adds up: for "pink" from what is pink, for
    "bowl" from what is a bowl, also where no bowl was ever pink.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = PixelEncoder()
        self.text = TextPooling()
        self.query = nn.Linear(WORDS * TEXT, LOOKS * KEY)
        self.relief = Relief()
        self.key = nn.Conv2d(SEEN, LOOKS * KEY, 1)
        self.nowhere = nn.Parameter(torch.zeros(LOOKS))
        self.offset = nn.Sequential(nn.Conv2d(SEEN - PAINT, SHAPE, 1), nn.SiLU(), nn.Conv2d(SHAPE, 3 + YAW, 1))

    def forward(self, pixels: Tensor, points: Tensor, tokens: Tensor, mask: Tensor) -> Look:
        """Look for what each command needs; N commands for B images, N / B for each image in turn.

        Args:
            pixels: shape (B, CHANNELS, H, W).
            points: shape (B, 3, H/2, W/2), [m].
            tokens: shape (N, T, WIDTH).
            mask: shape (N, T).
        """
        features = self.encoder(pixels)
        words, text = self.text(tokens, mask)
        query = self.query(words).unflatten(1, (LOOKS, KEY)).unflatten(0, (len(pixels), -1))
        features = torch.cat([features, self.relief(pixels[:, COLOUR:])], 1)
        key = self.key(features).flatten(2).unflatten(1, (LOOKS, KEY))
        logits = torch.einsum("bkhd,bhdp->bkhp", query, key).flatten(0, 1).float() * (2 * KEY**-0.5)
        nowhere = (self.nowhere + 2.0).expand(len(logits), LOOKS)[..., None]
        shape = torch.cat([features[:, :SHAPE], features[:, FEATURES:]], 1)
        offset = self.offset(shape).flatten(2).float()
        places, seen = points.flatten(2), features.flatten(2).float()
        values = torch.cat([places + 0.1 * offset[:, :3], offset[:, 3:], seen], 1)
        with torch.autocast("cpu", enabled=False):  # half precision would cost millimetres
            attention = logits.softmax(-1).unflatten(0, (len(pixels), -1))
            if not self.training:
                attention = one_thing(attention, values[:, :3])
            read = torch.einsum("bkhp,bcp->bkhc", attention, values)
            around = surroundings(read[..., :2], places[:, :2], seen).flatten(0, 1)
            far = far_end(attention, places, values[:, :3], read[..., :3]).flatten(0, 1)
        where, yaw, what = read.flatten(0, 1).split([3, YAW, SEEN], dim=-1)
        votes = values[:, : 3 + YAW]
        return Look(text.float(), torch.cat([logits, nowhere], -1), where, yaw, what, around, far, votes)


@torch.no_grad()
def far_end(attention: Tensor, places: Tensor, votes: Tensor, where: Tensor) -> Tensor:
    """The end of the target that lies farthest from the place, seen from above; the target itself if none is seen.

    Args:
        attention: shape (B, K, H, P), sums to 1 over P.
        places: of the pixels, shape (B, 3, P), [m].
        votes: where each pixel's thing is, shape (B, 3, P), [m].
        where: what each head has found, shape (B, K, H, 3), [m].

    Returns:
        Shape (B, K, 3), [m].
    """
    target = where[:, :, TARGET]
    weight = attention[:, :, TARGET]
    own = torch.cdist(target, votes.transpose(1, 2)) < THING
    sure = own & (weight > 0.2 * weight.amax(-1, keepdim=True))
    distance = torch.cdist(where[:, :, PLACE, :2], places[:, :2].transpose(1, 2))
    ends = (distance / _FAR).masked_fill(~sure, -1e4).softmax(-1)
    found = torch.einsum("bkp,bcp->bkc", ends, places)
    return torch.where(sure.any(-1, keepdim=True), found, target)


def surroundings(centres: Tensor, places: Tensor, features: Tensor) -> Tensor:
    """Mean of features (B, C, P) at places (B, 2, P) near centres (B, K, H, 2), all [m] -> (B, K, H, C)."""
    distance = torch.cdist(centres.detach().flatten(1, 2), places.transpose(1, 2))
    near = (distance < NEIGHBOURHOOD).float()
    mean = near @ features.transpose(1, 2) / near.sum(-1, keepdim=True).clamp(min=1)
    return mean.unflatten(1, centres.shape[1:3])


def one_thing(attention: Tensor, votes: Tensor) -> Tensor:
    """Attention to the likeliest thing alone: between two that look alike lies nothing.

    Args:
        attention: shape (B, K, H, P), sums to 1 over P.
        votes: where each pixel's thing is, shape (B, 3, P), [m].

    Returns:
        Shape (B, K, H, P): what is within ``THING`` of the heaviest of a few peaks, sums to 1.
    """
    chosen = _heaviest(attention.detach().flatten(1, 2), votes.detach().transpose(1, 2))
    kept = attention.flatten(1, 2) * chosen
    return (kept / kept.sum(-1, keepdim=True).clamp(min=1e-9)).view_as(attention)


def _heaviest(left: Tensor, places: Tensor) -> Tensor:
    """Which pixels speak of the heaviest peak: attention (B, Q, P) and places (B, P, 3) -> bool (B, Q, P)."""
    masks, masses = [], []
    for _ in range(PEAKS):
        centre = places.gather(1, left.argmax(-1)[..., None].expand(-1, -1, 3))
        for _ in range(SHIFTS):
            near = left * (torch.cdist(centre, places) < THING)
            centre = (near @ places) / near.sum(-1, keepdim=True).clamp(min=1e-9)
        mask = torch.cdist(centre, places) < THING
        masks.append(mask)
        masses.append((left * mask).sum(-1))
        left = left.masked_fill(mask, 0.0)
    best = torch.stack(masses).argmax(0)
    return torch.stack(masks).gather(0, best[None, ..., None].expand(1, *left.shape))[0]


class Ways(NamedTuple):
    """What could be done next: where one phase of a motion gives way to another, the mean of both is neither."""

    chunks: Tensor
    """Shape (N, ways, CHUNK, 5), see ``ChunkHead.forward``."""
    odds: Tensor
    """Logits of the ways, shape (N, ways)."""
    done: Tensor
    """Logit that the command has been carried out, shape (N,)."""

    @classmethod
    def one(cls, chunk: Tensor, done: Tensor) -> "Ways":
        """Of a network that knows one way alone: its chunk (N, CHUNK, 5) and ``done``."""
        return cls(chunk[:, None], chunk.new_zeros(len(chunk), 1), done)


class ChunkHead(nn.Module):
    """Where the things are, which skill is meant, the body and its history -> a chunk of actions.

    Of the words it is told the skill alone, and of the things their geometry alone: how the hand moves does not
    depend on colours, so it does not hesitate over a combination of colour and shape that it has never met.
    """

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        told = (GEOMETRY + RELATIONS) * (1 + REMEMBERED) + len(spec.skills) + BODY * (1 + HISTORY)
        self.skill = nn.Linear(TEXT, len(spec.skills))
        self.hidden = nn.Sequential(
            nn.Linear(told, spec.width),
            nn.LayerNorm(spec.width),
            nn.SiLU(),
            nn.Linear(spec.width, spec.width),
            nn.SiLU(),
        )
        self.sizes = [MODES * CHUNK * 8, MODES, 1]
        """Of the output: moves, odds of the ways to go on, and whether it is over."""
        self.out = nn.Linear(spec.width, sum(self.sizes))

    def forward(self, look: Look, body: Tensor) -> tuple[Tensor, Tensor]:
        """Chunk and termination: the likeliest of the ways to go on.

        Args:
            look: of N commands; where nothing is remembered, what is seen now is taken to be what was seen first.
            body: the present and ``HISTORY`` earlier states, newest first (``body_vector``):
                shape (N, 1 + HISTORY, BODY).

        Returns:
            Shape (N, CHUNK, 5): translation from the present TCP [m], turn about z [rad], gripper logit (open); and
            shape (N,): logit that the command has been carried out.
        """
        ways = self.ways(look, body)
        return ways.chunks[torch.arange(len(ways.chunks)), ways.odds.argmax(-1)], ways.done

    def ways(self, look: Look, body: Tensor) -> "Ways":
        """Every way to go on, and how likely each is; arguments as of ``forward``."""
        relative = look.where - tcp_position(body)[:, None]
        skill = self.skill(look.text).softmax(-1)
        told = [geometry(look, body, CERTAIN), skill, body.flatten(1), relations(look, body)]
        for sight in look.remembered or (look,) * REMEMBERED:
            told += [geometry(sight, body, CERTAIN), relations(sight, body)]
        out = self.out(self.hidden(torch.cat(told, -1)))
        moves, odds, done = out.split(self.sizes, -1)
        steps = moves.unflatten(1, (MODES, CHUNK, 8))
        towards = steps[..., :3].sigmoid() * relative[:, None, None, TARGET].clamp(-0.3, 0.3)
        move = towards + 0.05 * steps[..., 3:6]
        return Ways(torch.cat([move, steps[..., 6:]], -1), odds, done[:, 0])


def body_vector(body: Proprioception) -> NDArray[np.float32]:
    """Proprioception as the networks take it: shape (BODY,)."""
    yaw, position = body.tcp_yaw, (body.tcp_position - _CENTRE) / _SCALE
    turns = [np.sin(yaw), np.cos(yaw), np.sin(4 * yaw), np.cos(4 * yaw)]
    hand = [body.gripper_opening / 0.04 - 1, body.gripper_force / 20]
    return np.array([*position, *turns, *hand], np.float32)


def tcp_position(body: Tensor) -> Tensor:
    """Back from ``body_vector`` (N, 1 + HISTORY, BODY): the present TCP, shape (N, 3), base frame, [m]."""
    return body[:, 0, :3] * _SCALE + body.new_tensor(_CENTRE)


def geometry(look: Look, body: Tensor, doubt: float = 8.0) -> Tensor:
    """What was found, relative to the hand and to the table: shape (N, GEOMETRY).

    Args:
        look: of N commands.
        body: shape (N, 1 + HISTORY, BODY).
        doubt: largest log-odds of *nowhere* that are told.
    """
    relative = look.where - tcp_position(body)[:, None]
    place = (look.where - look.where.new_tensor(_CENTRE)) / _SCALE
    turn = relative_turn(look, body)
    return torch.cat([10 * relative, place, turn, look.nowhere[..., None].clamp(-8, doubt) / 8], -1).flatten(1)


def relative_turn(look: Look, body: Tensor) -> Tensor:
    """sin and cos of each of ``TURNS`` times the angle from the hand to what is looked at: like ``look.yaw``."""
    sin_1, cos_1 = body[:, 0, None, 3], body[:, 0, None, 4]  # of the hand, and then the same of each of TURNS
    hands = (2 * sin_1 * cos_1, cos_1**2 - sin_1**2), (body[:, 0, None, 5], body[:, 0, None, 6])
    parts: list[Tensor] = []
    for (sin, cos), yaw in zip(hands, look.yaw.split(2, -1), strict=True):
        parts += [yaw[..., 0] * cos - yaw[..., 1] * sin, yaw[..., 1] * cos + yaw[..., 0] * sin]
    return torch.stack(parts, -1)


def relations(look: Look, body: Tensor) -> Tensor:
    """How what was found lies to the hand and to each other, told finely where it is near.

    What is pushed or swept goes along a line, which a network of this size would have to learn to draw.

    Returns:
        Shape (N, RELATIONS).
    """
    tcp = tcp_position(body)
    near = ((look.where - tcp[:, None]) / FINE).tanh().flatten(1)
    far = look.far - tcp
    lines = [_line(look.where[:, OBJECT], look.where[:, PLACE], body), _line(look.far, look.where[:, PLACE], body)]
    sides: list[Tensor] = []
    for one, other in zip(look.yaw[:, OBJECT].split(2, -1), look.yaw[:, PLACE].split(2, -1), strict=True):
        sides += [one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0], (one * other).sum(-1)]
    return torch.cat([near, 10 * far, (far / FINE).tanh(), *lines, torch.stack(sides, -1)], -1)


def _line(start: Tensor, end: Tensor, body: Tensor) -> Tensor:
    """Seen from above, the line from ``start`` to ``end`` (N, 3), [m], and the hand beside it: shape (N, 9)."""
    way = (end - start)[:, :2]
    length = way.norm(dim=-1, keepdim=True)
    ahead = way / (length + 0.01)
    offset = tcp_position(body)[:, :2] - start[:, :2]
    along = (offset * ahead).sum(-1, keepdim=True)
    across = (offset[:, 1:] * ahead[:, :1]) - offset[:, :1] * ahead[:, 1:]
    hand = torch.cat([along, across], -1)
    sin, cos = body[:, 0, 3, None], body[:, 0, 4, None]
    x, y = ahead[:, :1] * cos + ahead[:, 1:] * sin, ahead[:, 1:] * cos - ahead[:, :1] * sin
    turn = torch.cat([2 * x * y, x * x - y * y], -1)
    return torch.cat([ahead, (length / FINE).tanh(), 10 * hand, (hand / FINE).tanh(), turn], -1)


class VLANetwork(nn.Module):
    """Trunk and chunk head."""

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self.spec = spec
        self.trunk = LanguageVision()
        self.head = ChunkHead(spec)

    def forward(
        self, pixels: Tensor, points: Tensor, tokens: Tensor, mask: Tensor, body: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Chunk and termination logit of each command; see the two parts."""
        chunk: tuple[Tensor, Tensor] = self.head(self.trunk(pixels, points, tokens, mask), body)
        return chunk
