"""One function that trains every kind of policy."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from grounding.training import Loss, Schedule, fit
from skills.policies.demonstrations import Lessons
from skills.policies.errors import RecipeError
from skills.policies.recipe import Recipe

TRIAL = 3
"""Steps that are timed to know how many fit into some minutes, after one that is not."""


def train(
    recipe: Recipe,
    lessons: Lessons,
    schedule: Schedule,
    checkpoint: Path,
    start: Mapping[str, Tensor] | None = None,
    device: str = "cpu",
    say: Callable[[str], None] = print,
) -> tuple[nn.Module, float]:
    """A trained network, and the CPU minutes that it took. The same seed gives the same network.

    Args:
        recipe: what kind of policy.
        lessons: what is learned from.
        schedule: how long, how fast, and the seed.
        checkpoint: file to resume from and to write to.
        start: weights of some or all parts to start from.
        device: where torch computes, such as ``cuda``; the network comes back on the CPU.
        say: told about progress.

    Raises:
        RecipeError: the frames lack what the recipe learns from, ``start`` is of another network, or there is no such
            device.
    """
    network = _begin(recipe, lessons, schedule, start).to(_found(device, recipe))
    minutes = fit(network, _loss(recipe, lessons, schedule), schedule, checkpoint, say)
    network = network.cpu()
    return network, minutes + recipe.finish(network, lessons, schedule, checkpoint, say)


def steps_in(
    minutes: float, recipe: Recipe, lessons: Lessons, schedule: Schedule, start: Mapping[str, Tensor] | None = None
) -> Schedule:
    """The schedule with as many steps as fit into some CPU minutes here, by a trial of a few.

    Raises:
        RecipeError: as ``train``; or the minutes are not more than 0.
    """
    if not minutes > 0:
        raise RecipeError(f"{minutes} minutes; give more than 0")
    network, loss = _begin(recipe, lessons, schedule, start).train(), _loss(recipe, lessons, schedule)
    optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad])
    rng, begun = np.random.default_rng(schedule.seed), 0.0
    for step in range(1 + TRIAL):
        begun = time.process_time() if step == 1 else begun
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = loss(network, rng)
        torch.stack(list(parts.values())).sum().backward()
        optimizer.step()
        optimizer.zero_grad()
    each = (1 + recipe.finishing) * (time.process_time() - begun) / TRIAL
    return replace(schedule, steps=max(1, round(60 * minutes / each)))


def _found(device: str, recipe: Recipe) -> torch.device:
    """A device that is there, and that this kind of policy can be trained on."""
    try:
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise RecipeError(f"torch cannot compute on {device!r} here: {str(error).splitlines()[0]}") from error
    if recipe.name == "spatial" and torch.device(device).type != "cpu":
        raise RecipeError("spatial is trained on the CPU alone; choose --device cpu or another kind of policy")
    return torch.device(device)


def _begin(recipe: Recipe, lessons: Lessons, schedule: Schedule, start: Mapping[str, Tensor] | None) -> nn.Module:
    torch.manual_seed(schedule.seed)
    network = recipe.build(lessons.demonstrations)
    if start is not None:
        _put(network, start)
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def _put(network: nn.Module, start: Mapping[str, Tensor]) -> None:
    """Give a network the weights of the parts that it has.

    Raises:
        RecipeError: none fits, or one has another shape.
    """
    own = network.state_dict()
    wrong = [key for key, value in start.items() if key in own and own[key].shape != value.shape]
    if wrong or not own.keys() & start.keys():
        reason = f"{wrong[0]} has another shape" if wrong else "no part of it has such a name"
        raise RecipeError(f"the weights to start from are not of this kind of policy: {reason}")
    network.load_state_dict(start, strict=False)


def _loss(recipe: Recipe, lessons: Lessons, schedule: Schedule) -> Loss:
    return recipe.loss(lessons, schedule.batch)
