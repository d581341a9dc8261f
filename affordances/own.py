"""Value and detector heads of skills that somebody added, beside the learned parts that know the others.

They look with the eyes of the policy (``skills.own``): one picture is looked at once for all their commands, and what
the shared value function and detector say of the other skills stays the same to the last bit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from affordances.detector import SURE
from affordances.networks import Calibration, LookHead
from affordances.ports import SuccessDetector, ValueFunction, Verdict
from grounding import Observation
from grounding.vision import STRIDE, observed_tensors
from skills import LibraryError, SkillLibrary
from skills.networks import Look, body_vector
from skills.own import Asking, OwnHeader, remade
from skills.vla import CAMERA, VLAPolicy
from weights import restore


class OwnJudge(nn.Module):
    """A head over one moment (a value function) or two (a detector), with its calibration.

    Args:
        moments: one or two.
    """

    def __init__(self, moments: int) -> None:
        super().__init__()
        self.head = LookHead(moments)
        self.calibration = Calibration()

    def forward(self, looks: list[Look], bodies: list[Tensor]) -> Tensor:
        """Looks of N commands at each moment and body vectors (N, BODY) -> logits (N,)."""
        logits: Tensor = self.head(looks, bodies)
        return logits

    @torch.inference_mode()
    def probability(self, looks: list[Look], bodies: list[Tensor]) -> Tensor:
        """The same -> calibrated probabilities (N,)."""
        found: Tensor = self.calibration(self(looks, bodies))
        return found


@dataclass(frozen=True)
class OwnJudges:
    """How one added skill is judged."""

    asking: Asking
    value: OwnJudge | None = None
    detector: OwnJudge | None = None


def own_judges(folder: Path, eyes: VLAPolicy) -> OwnJudges:
    """A skill's own value function and detector, from its weights.

    Args:
        folder: of its weights.
        eyes: the policy whose trunk looks.

    Raises:
        WeightsError: they are missing or damaged, or were trained on other eyes.
    """
    found: dict[str, OwnJudge] = {}
    for name, moments in (("value", 1), ("detector", 2)):
        header = OwnHeader.read(folder, name, eyes.fingerprint)
        with remade(folder):
            found[name] = restore(OwnJudge(moments), name, folder).eval()
    return OwnJudges(header.asking, found["value"], found["detector"])


@dataclass
class Eyes:
    """The trunk of a policy as it looks at work; the last look is kept."""

    policy: VLAPolicy
    _last: tuple[Observation, tuple[str, ...], Look] | None = field(default=None, repr=False)

    @torch.inference_mode()
    def look(self, observation: Observation, sentences: Sequence[str]) -> Look:
        """What is found for each of some sentences."""
        asked = tuple(sentences)
        if self._last is None or self._last[0] is not observation or self._last[1] != asked:
            pixels, points = observed_tensors([observation.images[CAMERA]])
            look = self.policy.network.trunk(pixels, points, *self.policy.commands.encode(asked))
            self._last = (observation, asked, look)
        return self._last[2]


def _body(observation: Observation, count: int) -> Tensor:
    return torch.from_numpy(body_vector(observation.proprioception))[None].expand(count, -1)


def skill_of(library: SkillLibrary, command: str) -> str:
    """Which skill a command means; empty if none, or more than one."""
    try:
        return library.parse(command).name
    except LibraryError:
        return ""


@dataclass(frozen=True)
class ValueBySkill:
    """The shared value function, but for skills that have one of their own."""

    shared: ValueFunction
    own: Mapping[str, OwnJudges]
    eyes: Eyes
    library: SkillLibrary

    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        """P(success) of each command, shape (n,)."""
        skills = [skill_of(self.library, command) for command in commands]
        mine = [i for i, skill in enumerate(skills) if self._judge(skill) is not None]
        others = [i for i in range(len(commands)) if i not in set(mine)]
        scores = np.zeros(len(commands))
        if others:
            scores[others] = self.shared.score(observation, [commands[i] for i in others])
        if mine:
            asked = [self.own[skills[i]].asking.of(commands[i]) for i in mine]
            look = self.eyes.look(observation, asked)
            for row, i in enumerate(mine):
                judge = self._judge(skills[i])
                assert judge is not None
                scores[i] = float(judge.probability([look.rows(slice(row, row + 1))], [_body(observation, 1)])[0])
        return scores

    def attention(self, observation: Observation, command: str) -> Mapping[str, NDArray[np.float32]]:
        """By camera, where was looked to judge a command, shape (h, w), sums to 1; empty if nobody tells."""
        skill = skill_of(self.library, command)
        if self._judge(skill) is None:
            told = getattr(self.shared, "attention", None)
            return {} if told is None else told(observation, command)
        look = self.eyes.look(observation, [self.own[skill].asking.of(command)])
        height, width = (size // STRIDE for size in observation.images[CAMERA].depth.shape)
        return {CAMERA: np.asarray(look.logits[0, :, :-1].softmax(-1).mean(0).view(height, width).numpy())}

    def _judge(self, skill: str) -> OwnJudge | None:
        return self.own[skill].value if skill in self.own else None


@dataclass(frozen=True)
class DetectorOfOwn:
    """A detector, but for skills that have one of their own."""

    shared: SuccessDetector
    own: Mapping[str, OwnJudges]
    eyes: Eyes
    library: SkillLibrary

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        """The verdict is positive from a probability of ``SURE`` on."""
        judges = self.own.get(skill_of(self.library, command))
        if judges is None or judges.detector is None:
            return self.shared.judge(before, after, command)
        asked = [judges.asking.of(command)]
        looks = [self.eyes.look(moment, asked) for moment in (before, after)]
        bodies = [_body(moment, 1) for moment in (before, after)]
        probability = float(judges.detector.probability(looks, bodies)[0])
        return Verdict(probability >= SURE, probability)
