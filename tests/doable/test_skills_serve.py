"""`doable skills serve`: what cannot be served is refused, and what is served moves a robot as at home."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doable.cli import app
from skills import Runner
from skills.remote import RemotePolicy

ROOT = Path(__file__).parents[2]


def refused(*arguments: str) -> str:
    """One line on stderr and exit code 2; returns the line."""
    result = CliRunner().invoke(app, ["skills", "serve", *arguments])
    assert result.exit_code == 2, result.output
    (line,) = [line for line in result.stderr.splitlines() if line.strip()]
    return line


@pytest.mark.parametrize("arguments", [[], ["pick_up", "--policy", "vla"]])
def test_a_skill_or_weights_must_be_named(arguments: list[str]) -> None:
    assert "name a skill, or give --policy" in refused(*arguments)


def test_weights_that_are_damaged_or_missing_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOABLE_WEIGHTS", str(tmp_path))
    assert "no weights named 'vla'" in refused("pick_up")
    (tmp_path / "manifest.json").write_text(json.dumps({"vla": "00"}))
    (tmp_path / "vla.safetensors").write_bytes(b"nonsense")
    assert "SHA-256" in refused("--policy", "vla")


@pytest.mark.slow
def test_what_is_not_there_is_refused() -> None:
    assert "did you mean 'pick_up'?" in refused("pcik_up")
    assert "no weights named 'act'" in refused("--policy", "act")
    assert "skill 'done' has no policy" in refused("done")


@contextmanager
def served(name: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server in a process of its own; its address."""
    command = [sys.executable, "-m", "doable.cli", "skills", "serve", name, "--port", "0"]
    environment = {**os.environ, "DOABLE_POLICY_TOKEN": "a secret", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        found = re.search(r"ws://[0-9.]+:[0-9]+", program.stdout.readline())
        assert found is not None
        try:
            yield found[0], program
        finally:
            program.kill()


@pytest.mark.slow
def test_a_served_skill_moves_the_robot_as_it_does_at_home_until_its_server_is_killed() -> None:
    from simulation.world import make_world
    from skills.vla import VLAPolicy

    def attempt(policy: object, kill_at: int = -1) -> tuple[object, str | None, list[float], bool]:
        world = make_world("tabletop", "panda", 3, ("red block", "blue bowl"))
        ticks: list[float] = []

        def told(tick: object) -> None:
            ticks.append(0.0)
            if len(ticks) == kill_at:
                program.send_signal(signal.SIGKILL)

        try:
            skill = library["pick_up"]
            outcome = Runner(world).run_to_end(skill.call(object="red block"), policy, told)  # type: ignore[arg-type]
            held = world.privileged.truth().held
            return outcome, held, world.proprioception().joint_positions.tolist(), world.stopped
        finally:
            world.close()

    from skills import tabletop_library

    library = tabletop_library()
    with served("pick_up") as (address, program):
        remote = RemotePolicy(address, token="a secret")
        there, here = attempt(remote), attempt(VLAPolicy.load())
        assert there == here
        assert there[1] == "red block"
        outcome, _, _, stopped = attempt(remote, kill_at=5)
        assert (outcome.status, outcome.failure) == ("error", "server gone")  # type: ignore[attr-defined]
        assert stopped
