"""Settings of a person's installation, from `DOABLE_*` environment variables."""

from pathlib import Path
from typing import Any, Literal

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
    base_url: str | None = None
    """`DOABLE_BASE_URL`: address of the server of `openai:…` or `langchain:…`; keys have their own variables.

    Models that run in this process have no address: for them `load_settings` leaves the variable out."""
    model_timeout: float = Field(default=60.0, gt=0)
    """`DOABLE_MODEL_TIMEOUT`: for one request to a served model, in [s]."""
    model_retries: int = Field(default=4, ge=0, le=20)
    """`DOABLE_MODEL_RETRIES`: of a request that failed."""
    model_calls: int = Field(default=5_000, ge=1)
    """`DOABLE_MODEL_CALLS`: requests to a served model, in one process."""
    model_tokens: int = Field(default=20_000_000, ge=1)
    """`DOABLE_MODEL_TOKENS`: tokens of prompts and completions together, in one process."""
    model_cache: Literal["use", "replay", "off"] = "use"
    """`DOABLE_MODEL_CACHE`: whether a served model's answers are kept and used again, or replayed without a network."""
    threads: int = Field(default=1, ge=1, le=256)
    """`DOABLE_THREADS`: threads of each tensor operation; more than the free cores is slower than one."""

    @property
    def traces(self) -> Path:
        """Directory of the trace store."""
        return self.home.expanduser() / "traces"


def load_settings(home: Path | None = None, model: str | None = None, base_url: str | None = None) -> Settings:
    """Settings from the environment; what is given here goes first.

    An address in the environment is for served models alone; one that is given is kept for whoever loads the model.

    Raises:
        BadInputError: a variable has a value that cannot be.
    """
    wanted = {"home": home, "model": model, "base_url": base_url}
    given: dict[str, Any] = {name: value for name, value in wanted.items() if value}
    with checking("settings (DOABLE_*)"):
        settings = Settings(**given)
    return settings if base_url or not settings.base_url else _with_address_if_served(settings)


def _with_address_if_served(settings: Settings) -> Settings:
    from planner.models.spec import is_served

    return settings if is_served(settings.model) else settings.model_copy(update={"base_url": None})
