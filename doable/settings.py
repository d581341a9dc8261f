"""Settings of a person's installation, from `DOABLE_*` environment variables."""

from pathlib import Path
from typing import Any

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from doable.errors import checking

DEFAULT_HOME = Path("~/.local/share/doable")


class Settings(BaseSettings):
    """Where data lie and what is used when nothing else is asked for.

    Raises:
        BadInputError: (from `load_settings`) a variable has a value that cannot be.
    """

    model_config = SettingsConfigDict(env_prefix="DOABLE_", extra="ignore", frozen=True)

    home: Path = DEFAULT_HOME
    """`DOABLE_HOME`: traces and other data of the user."""
    model: str = "embedded"
    """`DOABLE_MODEL`: the planner's language model."""
    threads: int = Field(default=1, ge=1, le=256)
    """`DOABLE_THREADS`: threads of each tensor operation; more than the free cores is slower than one."""

    @property
    def traces(self) -> Path:
        """Directory of the trace store."""
        return self.home.expanduser() / "traces"


def load_settings(home: Path | None = None, model: str | None = None) -> Settings:
    """Settings from the environment; what is given here goes first.

    Raises:
        BadInputError: a variable has a value that cannot be.
    """
    given: dict[str, Any] = {name: value for name, value in {"home": home, "model": model}.items() if value}
    with checking("settings (DOABLE_*)"):
        return Settings(**given)
