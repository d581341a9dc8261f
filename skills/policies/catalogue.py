"""The recipes there are, how a trained policy is stored with its card, and how it is read again."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

from torch import nn

import weights
from skills.errors import did_you_mean
from skills.networks import Spec, VLANetwork
from skills.policies.act import Act
from skills.policies.backbones import Transformers
from skills.policies.errors import RecipeError
from skills.policies.lerobot import LeRobot
from skills.policies.plain import Plain
from skills.policies.recipe import Recipe, Settings, make
from skills.policies.spatial import Spatial
from skills.policies.tokens import Tokens
from weights import Card

DEFAULT = Spatial.name
RECIPES: Mapping[str, type[Settings]] = MappingProxyType(
    {kind.name: kind for kind in (Spatial, Tokens, Act, Plain, Transformers, LeRobot)}
)
"""By name."""


def find_recipe(name: str = DEFAULT, settings: Mapping[str, Any] = MappingProxyType({}), tiny: bool = False) -> Recipe:
    """A recipe with some settings.

    Args:
        name: a key of ``RECIPES``.
        settings: hyperparameters by name; values may be words, as from a command line.
        tiny: in a size that learns nothing, but for what the settings say.

    Raises:
        RecipeError: no such recipe, or a setting that it does not know or that has a wrong value.
    """
    if name not in RECIPES:
        hint = did_you_mean(name, RECIPES)
        raise RecipeError(f"unknown kind of policy {name!r}; choose from: {', '.join(RECIPES)}{hint}")
    recipe: Recipe = make(RECIPES[name], settings, tiny)  # type: ignore[assignment]
    return recipe


def save_policy(name: str, recipe: Recipe, network: nn.Module, card: Card, folder: Path | None = None) -> Path:
    """Store a trained policy with its card; the file is replaced whole or not at all.

    Args:
        name: an identifier, such as ``tokens_50``.
        recipe: how it was made; its settings go into the file.
        network: trained.
        card: what a person should know.
        folder: the weights directory if not given.

    Returns:
        The path of the weights file.

    Raises:
        WeightsError: a wrong name, or numbers that are not finite.
    """
    header = {"recipe": recipe.name, "settings": json.dumps(recipe.settings()), "cpu_minutes": card.cpu_minutes}
    if isinstance(network, VLANetwork):
        header |= network.spec.hyperparameters
    return weights.save(name, network.state_dict(), card, hyperparameters=header, folder=folder)


def restore_policy(name: str, folder: Path | None = None) -> tuple[Recipe, nn.Module]:
    """The recipe and the network of stored weights; what says nothing of its recipe is of the default one.

    Raises:
        WeightsError: there are none, they are damaged, or they do not fit what their recipe builds.
        RecipeError: their recipe or one of its settings is not known to this version.
    """
    header = weights.metadata(name, folder)
    kind = header.get("recipe", DEFAULT)
    try:
        settings = asdict(Spec.of(header)) if kind == DEFAULT else json.loads(header["settings"])
    except json.JSONDecodeError as error:
        raise RecipeError(f"weights {name!r} have settings that are not JSON: {error}") from error
    recipe = find_recipe(kind, settings)
    return recipe, weights.restore(recipe.build(), name, folder)
