import os
import sys
from functools import partial

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


def test_executor_by_name() -> None:
    assert executor(1, "serial") == SerialExecutor()
    assert executor(1, "processes") == ProcessPoolExecutor(1)
    with pytest.raises(ValueError, match="the executor serial has one worker, not 2"):
        executor(2, "serial")
    with pytest.raises(ValueError, match="unknown executor 'dask'; choose from: serial, processes, ray"):
        executor(2, "dask")  # type: ignore[arg-type]


def test_without_ray_its_executor_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ValueError, match=r"pip install 'doable\[ray\]'; or choose serial or processes"):
        executor(2, "ray")


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_ray_gives_the_same_results_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = pytest.importorskip("ray", reason="the extra `ray` is not installed")
    monkeypatch.setenv("RAY_ADDRESS", "192.0.2.1:6379")  # somebody's cluster, which is none of ours
    seeds, before = list(range(7)), dict(os.environ)
    there = list(executor(2, "ray").map(partial(draw_more, 3), seeds))
    assert [values for _, values in there] == [draw_more(3, seed)[1] for seed in seeds]
    assert os.getpid() not in {pid for pid, _ in there}
    assert not ray.is_initialized()
    assert {k: v for k, v in os.environ.items() if k in before} == before
    with pytest.raises(LookupError, match="no luck with 3"):
        list(executor(1, "ray").map(refuse, [3]))


def draw_more(count: int, seed: int) -> tuple[int, list[float]]:
    """As ``draw``, with more numbers."""
    return os.getpid(), np.random.default_rng(seed).normal(size=count).tolist()


def test_progress_passes_results_through() -> None:
    assert list(with_progress(iter([3, 1, 2]), total=3, label="numbers")) == [3, 1, 2]
