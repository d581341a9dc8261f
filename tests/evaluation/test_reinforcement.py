"""Practice from end to end, with a policy that knows nothing yet."""

import json
from pathlib import Path

import pytest
import torch

from evaluation.collecting import Shard, collect_demonstrations
from evaluation.reinforcement import Practice, main, table
from grounding.training import Schedule
from skills.networks import Spec, VLANetwork
from weights import Card, load, metadata, save

SPEC = Spec(("pick_up", "press"), width=32)


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    torch.manual_seed(0)
    card = Card("knows nothing", "none", "none", 0, 0.0, {}, "all")
    save("vla", VLANetwork(SPEC).state_dict(), card, hyperparameters=SPEC.hyperparameters, folder=tmp_path / "weights")
    return tmp_path / "weights"


def test_a_skill_that_the_policy_has_not_learned_is_refused(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--skills", "sweep", "--policy", str(policy), "--folder", str(policy.parent / "rl"), "--quiet"])
    assert end.value.code == 2
    assert "unknown skill 'sweep'; choose from: pick_up, press" in capsys.readouterr().err


@pytest.mark.slow
def test_practice_goes_through_all_its_stages_and_can_be_killed(policy: Path, tmp_path: Path) -> None:
    tiny = Schedule(2, batch=8)
    rounds = {"folder": tmp_path / "rl", "rounds": 1, "episodes": 6, "evaluated": 1, "workers": 1, "progress": False}
    practice = Practice(("press",), policy, **rounds, critic=tiny, regression=tiny)  # type: ignore[arg-type]
    report = practice.run()
    assert (report.attempts, len(report.rates), len(report.critics)) == (6, 1, 3)
    assert [gain.skill for gain in report.gains] == ["press"]
    assert metadata("vla", tmp_path / "rl" / "round-0" / "weights") == SPEC.hyperparameters
    assert "TD(0.95)" in table(report) and "press: " in table(report)
    next((tmp_path / "rl" / "round-0" / "attempts").glob("*.npz")).unlink()
    again = practice.run()
    assert again.gains == report.gains


@pytest.mark.slow
def test_practice_can_begin_with_a_new_head_that_has_seen_few_demonstrations(policy: Path, tmp_path: Path) -> None:
    collect_demonstrations(Shard(tmp_path / "shown" / "0000", 60_000, 2, ("press",)))
    given = ["--skills", "press", "--policy", policy, "--demonstrations", tmp_path / "shown" / "0000"]
    main([*map(str, given), "--folder", str(tmp_path / "rl"), "--workers", "1", "--debug", "--quiet"])
    before, begun = load("vla", policy), load("vla", tmp_path / "rl" / "begun")
    same = {name: torch.equal(tensor, begun[name]) for name, tensor in before.items()}
    assert all(equal for name, equal in same.items() if name.startswith("trunk."))
    assert not same["head.out.weight"]
    report = json.loads((tmp_path / "rl" / "report.json").read_text())
    assert report["attempts"] == 5


def test_demonstrations_that_are_not_there_are_named(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(
            [
                "--skills",
                "press",
                "--policy",
                str(policy),
                "--demonstrations",
                "nowhere",
                "--folder",
                str(policy),
                "--quiet",
            ]
        )
    assert end.value.code == 2
    assert "nowhere" in capsys.readouterr().err
