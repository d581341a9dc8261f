"""Kinds of policies behind one port: how each is built, trained, stored and run."""

from skills.policies.catalogue import DEFAULT, RECIPES, find_recipe, restore_policy, save_policy
from skills.policies.demonstrations import Lessons
from skills.policies.errors import RecipeError
from skills.policies.recipe import NetworkRecipe, Recipe
from skills.policies.training import steps_in, train

__all__ = [
    "DEFAULT",
    "RECIPES",
    "Lessons",
    "NetworkRecipe",
    "Recipe",
    "RecipeError",
    "find_recipe",
    "restore_policy",
    "save_policy",
    "steps_in",
    "train",
]
