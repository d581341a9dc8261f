import os

import numpy as np
import pytest

from evaluation.executor import ProcessPoolExecutor, SerialExecutor, executor, with_progress


def draw(seed: int) -> tuple[int, list[float]]:
    """A seeded draw, and the process that made it."""
    return os.getpid(), np.random.default_rng(seed).normal(size=3).tolist()


def refuse(seed: int) -> int:
    raise LookupError(f"no luck with {seed}")


def test_a_pool_gives_the_same_results_in_the_same_order() -> None:
    seeds = list(range(7))
    here = list(SerialExecutor().map(draw, seeds))
    there = list(ProcessPoolExecutor(2).map(draw, seeds))
    assert [values for _, values in here] == [values for _, values in there]
    assert os.getpid() not in {pid for pid, _ in there}


def test_an_exception_reaches_the_caller() -> None:
    with pytest.raises(LookupError, match="no luck with 3"):
        list(ProcessPoolExecutor(2).map(refuse, [3]))


def test_the_pool_leaves_the_environment_as_it_was() -> None:
    before = dict(os.environ)
    list(ProcessPoolExecutor(2).map(draw, [1]))
    assert dict(os.environ) == before


def test_executor_by_number_of_workers() -> None:
    assert executor(1) == SerialExecutor()
    assert executor(2) == ProcessPoolExecutor(2)
    with pytest.raises(ValueError, match="0 workers"):
        executor(0)


def test_progress_passes_results_through() -> None:
    assert list(with_progress(iter([3, 1, 2]), total=3, label="numbers")) == [3, 1, 2]
