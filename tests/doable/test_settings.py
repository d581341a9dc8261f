"""Settings come from the environment, and what is given goes first."""

from pathlib import Path

import pytest

from doable.errors import BadInputError
from doable.settings import load_settings


def test_home_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOABLE_HOME", "/somewhere")
    monkeypatch.setenv("DOABLE_MODEL", "other")
    settings = load_settings()
    assert (settings.home, settings.traces, settings.model) == (Path("/somewhere"), Path("/somewhere/traces"), "other")


def test_what_is_given_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOABLE_HOME", "/somewhere")
    assert load_settings(tmp_path, "mine").home == tmp_path
    assert load_settings(tmp_path, "mine").model == "mine"


def test_without_an_environment_data_lie_in_the_home_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOABLE_HOME")
    assert load_settings().traces == Path.home() / ".local/share/doable/traces"


def test_a_value_that_cannot_be_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOABLE_THREADS", "many")
    with pytest.raises(BadInputError, match=r"threads: .*integer"):
        load_settings()


@pytest.mark.parametrize(
    ("model", "address"), [("embedded", None), ("hf:some/model", None), ("openai:some", "http://127.0.0.1:1/v1")]
)
def test_an_address_in_the_environment_is_for_served_models(
    monkeypatch: pytest.MonkeyPatch, model: str, address: str | None
) -> None:
    monkeypatch.setenv("DOABLE_BASE_URL", "http://127.0.0.1:1/v1")
    assert load_settings(model=model).base_url == address
    assert load_settings(model=model, base_url="http://127.0.0.1:2/v1").base_url == "http://127.0.0.1:2/v1"
