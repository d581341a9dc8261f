"""Demonstrations and rollouts are episodes that can be carried out again."""

from pathlib import Path

import pytest

from evaluation.collecting import Shard, collect_demonstrations
from evaluation.episodes import features_in, record_rollout
from evaluation.oracle import oracle_for
from evaluation.reenactment import reenact
from evaluation.situations import SituationSpec
from grounding.frames import Frames
from skills.datasets import Dataset, DatasetWriter, problems, select

pytestmark = pytest.mark.slow


def test_demonstrations_are_written_beside_the_shard_and_can_be_repeated(tmp_path: Path) -> None:
    """In episodes of this seed nobody moves anything on the way: who repeats actions does not repeat that."""
    shard = Shard(tmp_path / "plain" / "0000", 35, 2)
    collect_demonstrations(shard)
    filmed = Shard(tmp_path / "filmed" / "0000", 35, 2, dataset=tmp_path / "set")
    collect_demonstrations(filmed)
    for name in ("rgb", "chunk", "body"):
        assert (Frames([shard.folder]).column(name) == Frames([filmed.folder]).column(name)).all()
    dataset = Dataset(tmp_path / "set")
    assert list(problems(dataset)) == [] and all(episode.label.success for episode in dataset.episodes)
    again = reenact(dataset, 0)
    assert again.exact_start and again.farthest < 1e-5 and again.objects

    part = select(dataset, [0], tmp_path / "part")
    for path in part.folder.glob("extra/*/*.start"):
        path.unlink()
    rebuilt = reenact(Dataset(part.folder), 0)
    assert not rebuilt.exact_start and rebuilt.hand < 0.05


def test_a_shard_that_is_made_again_adds_nothing_twice(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        collect_demonstrations(Shard(tmp_path / folder, 30, 1, dataset=tmp_path / "set"))
    assert len(Dataset(tmp_path / "set")) == 1


def test_a_rollout_is_recorded_with_its_verdict(tmp_path: Path) -> None:
    situation = SituationSpec(900_100, "pick_up").build()
    with DatasetWriter(tmp_path / "set", features_in(situation.world)) as writer:
        result = record_rollout(writer, oracle_for(situation), situation)
    situation.world.close()
    (episode,) = Dataset(tmp_path / "set").episodes
    assert result.achieved and episode.label.success and episode.length == result.ticks
    assert (episode.label.skill, episode.label.source) == ("pick_up", "rollout")
