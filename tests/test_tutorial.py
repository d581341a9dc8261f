"""The tutorial can be followed from start to end: its commands are run as they stand, as small as can be."""

import re
import shlex
from pathlib import Path

import pytest

from tests.doable.test_commands import doable

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.md"
SMALLER = {"--size small": "--size debug", "--episodes 100": "--episodes 5", "--episodes 50": "--episodes 2"}


def commands() -> list[str]:
    """What a newcomer types, in order."""
    blocks = re.findall(r"^```sh\n(.*?)^```", TUTORIAL.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def debugged(command: str) -> list[str]:
    """The same with next to no work."""
    for usual, small in SMALLER.items():
        command = command.replace(usual, small)
    return shlex.split(command)


def test_every_command_exists() -> None:
    typed = commands()
    assert len(typed) >= 8
    for command in typed:
        program, *words = shlex.split(command)
        group = 2 if words[0] == "skills" else 1
        assert program == "doable" and doable(*words[:group], "--help").exit_code == 0, command
        options = re.findall(r"--[a-z-]+", command)
        shown = doable(*words[:group], "--help").stdout
        assert all(option in shown for option in options), command


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said: dict[str, str] = {}
    for command in commands():
        words = debugged(command)
        result = doable(*words[1:])
        # A skill that has learned nothing need not achieve anything; it is planned with all the same.
        trained = words[1] == "run" and "--oracle-skills" not in words
        assert result.exit_code in ((0, 1) if trained else (0,)), f"{command}\n{result.output}"
        said[command] = result.output
    runs = [output for command, output in said.items() if command.startswith("doable run")]
    assert "set the red block down" in runs[0]
    assert "CPU minutes of learning" in said[next(c for c in said if "skills train" in c)]
    assert "set_down" in said["doable skills list"]
