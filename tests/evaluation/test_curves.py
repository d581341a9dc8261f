"""A new skill learned in three ways, in a size that learns nothing."""

from pathlib import Path
from typing import Any

import pytest

from evaluation.curves import DEBUG, WAYS, Curve, Point, main, table

UNSTACK = Path("examples/doable_unstack/doable_unstack.py")


def point(way: str, demonstrations: int) -> Point:
    told: dict[str, Any] = {"skill": "unstack", "frames": 9, "cpu_minutes": 1.25, "interval": (0.1, 0.9)}
    return Point(way=way, demonstrations=demonstrations, episodes=4, successes=2, rate=0.5, **told)


def test_a_table_has_a_row_for_each_way_and_a_column_for_each_number() -> None:
    lines = table([point("scratch", 50), point("eyes", 50), point("eyes", 200)]).splitlines()
    assert lines[0] == "| way | 50 demonstrations | 200 demonstrations |"
    assert lines[2] == "| scratch | 2/4 (10%-90%), 1.2 CPU min | - |"
    assert lines[3].count("2/4") == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--ways", "magic"], "choose from scratch, pretrained, eyes"),
        (["--demonstrations", "0"], "at least 1"),
        (["--ways", "pretrained"], "give folders of frames"),
    ],
)
def test_what_cannot_be_is_refused(
    words: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(UNSTACK), "--folder", str(tmp_path), *words])
    assert stopped.value.code == 2 and why in capsys.readouterr().err


@pytest.mark.slow
def test_every_way_learns_and_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Curve(UNSTACK, tmp_path, sizes=DEBUG)._shown(1)
    curve = Curve(UNSTACK, tmp_path, tuple(shown), DEBUG)
    points = [curve.point(way, 1) for way in WAYS]
    assert [p.way for p in points] == list(WAYS) and all(p.episodes == 1 and p.frames > 9 for p in points)
    monkeypatch.setattr(Curve, "_made", lambda *_: pytest.fail("it was made again"))
    assert [curve.point(way, 1) for way in WAYS] == points
