"""What can be wrong with a recipe or with what it is given."""


class RecipeError(ValueError):
    """A policy that cannot be made, trained or read; the message says what was wrong and what is valid."""
