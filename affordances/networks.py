"""Networks of the value function and the success detector: the policies' trunk, trained on, with their own heads."""

import torch
from torch import Tensor, nn

from skills.networks import (
    BODY,
    FINE,
    GEOMETRY,
    HISTORY,
    LOOKS,
    OBJECT,
    PLACE,
    RELATIONS,
    SEEN,
    TEXT,
    LanguageVision,
    Look,
    Spec,
    geometry,
    relations,
)


class LookHead(nn.Module):
    """Looks at ``moments`` moments of one command, side by side -> one logit.

    It is told of each moment how things lie to each other, and of two what has changed.
    """

    def __init__(self, moments: int) -> None:
        super().__init__()
        self.what = nn.Linear(2 * LOOKS * SEEN, 64)
        self.text = nn.Linear(TEXT, 32)
        each = GEOMETRY + 64 + BODY + 6 + RELATIONS
        self.compared = moments > 1
        self.hidden = nn.Sequential(
            nn.Linear((moments + self.compared) * each + 32, 192),
            nn.LayerNorm(192),
            nn.SiLU(),
            nn.Dropout(0.3),
            nn.Linear(192, 96),
            nn.SiLU(),
        )
        self.out = nn.Linear(96, 1)

    def forward(self, looks: list[Look], bodies: list[Tensor]) -> Tensor:
        """Looks of N commands at each moment and body vectors (N, BODY) -> logits (N,)."""
        seen = [self._seen(look, body) for look, body in zip(looks, bodies, strict=True)]
        if self.compared:
            seen.append(seen[-1] - seen[0])
        logit: Tensor = self.out(self.hidden(torch.cat([*seen, self.text(looks[-1].text)], -1)))
        return logit[:, 0]

    def _seen(self, look: Look, body: Tensor) -> Tensor:
        history = body[:, None].expand(-1, 1 + HISTORY, -1)
        things = torch.cat([look.what, look.around], -1).flatten(1)
        way = look.where[:, OBJECT] - look.where[:, PLACE]
        lines = [10 * way, (way / FINE).tanh(), relations(look, history)]
        return torch.cat([geometry(look, history), self.what(things), body, *lines], -1)


class Calibration(nn.Module):
    """Platt scaling (Platt 1999): two numbers fitted on rollouts that training has not seen."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("slope", torch.ones(()))
        self.register_buffer("shift", torch.zeros(()))
        self.slope: Tensor
        self.shift: Tensor

    def forward(self, logits: Tensor) -> Tensor:
        """Logits -> probabilities."""
        return torch.sigmoid(self.slope * logits + self.shift)

    def fit(self, logits: Tensor, labels: Tensor) -> None:
        """Maximum likelihood on held-back logits and labels, both of shape (n,)."""
        free = torch.tensor([1.0, 0.0], requires_grad=True)
        optimizer = torch.optim.LBFGS([free], max_iter=100)

        def closure() -> Tensor:
            optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy_with_logits(free[0] * logits + free[1], labels)
            loss.backward()
            return loss

        optimizer.step(closure)  # type: ignore[no-untyped-call]
        self.slope.fill_(float(free[0].detach()))
        self.shift.fill_(float(free[1].detach()))


class ValueNetwork(nn.Module):
    """What is seen and said now -> logit of success."""

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self.spec = spec
        self.trunk, self.head, self.calibration = LanguageVision(), LookHead(1), Calibration()

    def forward(self, pixels: Tensor, points: Tensor, body: Tensor, tokens: Tensor, mask: Tensor) -> Tensor:
        """B images and bodies (B, BODY), N commands, N / B for each image in turn -> logits (N,)."""
        return self.judge(self.trunk(pixels, points, tokens, mask), body)

    def judge(self, look: Look, body: Tensor) -> Tensor:
        """What N commands find in B images, with bodies (B, BODY) -> logits (N,)."""
        logits: Tensor = self.head([look], [body.repeat_interleave(len(look.text) // len(body), 0)])
        return logits


class DetectorNetwork(nn.Module):
    """What was seen before, what is seen now and what was said -> logit that it has been done."""

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self.spec = spec
        self.trunk, self.head, self.calibration = LanguageVision(), LookHead(2), Calibration()

    def forward(
        self,
        pixels: tuple[Tensor, Tensor],
        points: tuple[Tensor, Tensor],
        bodies: tuple[Tensor, Tensor],
        tokens: Tensor,
        mask: Tensor,
    ) -> Tensor:
        """Before and after: B images and bodies (B, BODY) each; N commands, N / B for each pair -> logits (N,)."""
        each = len(tokens) // len(pixels[0])
        looks = [self.trunk(image, xyz, tokens, mask) for image, xyz in zip(pixels, points, strict=True)]
        return self.head(looks, [body.repeat_interleave(each, 0) for body in bodies])
