"""A run with the learned parts, and its replay in another process: the same to the last bit."""

from pathlib import Path

import pytest

from benchmarks.replays import RUNS, record, repeat


@pytest.mark.slow
def test_a_recorded_run_is_repeated(tmp_path: Path) -> None:
    [run] = record(tmp_path, RUNS[:1], ())
    again = repeat(tmp_path, run)
    assert (again.status, again.decisions) == ("verified", 3)
    assert again.same and again.same_state is True and again.same_bits is True
