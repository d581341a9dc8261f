"""Many runs at once."""

import xml.etree.ElementTree as ET
from io import StringIO

import pytest
from rich.console import Console

from tests.traces.conftest import PICK, PUT, MakeTrace
from traces import RunStarted, TraceError, TraceStore
from traces.selection import Selection, parse_time, select
from traces.statistics import calibrate, statistics_of, wilson
from traces.statistics_view import reliability_svg, render_statistics


def test_everything_is_counted(make_trace: MakeTrace, store: TraceStore) -> None:
    make_trace([{**PICK, "works": False}, PICK, PUT])
    make_trace([PICK, {**PUT, "works": False, "status": "timeout"}], {"status": "not_achieved", "success": False})
    make_trace([PICK], {"success": False})
    store.create(RunStarted(task="cut short")).close()
    found = statistics_of(select(store, Selection()))
    assert (found.runs, found.steps) == (4, 6)
    assert found.statuses == {"verified": 2, "interrupted": 1, "not_achieved": 1}
    assert found.run_failures == {"given up": 1, "interrupted": 1, "wrongly taken for done": 1}
    assert found.step_failures == {"not seen to have worked": 1, "timed out": 1}
    assert (found.skills["pick_up"].steps, found.skills["pick_up"].worked) == (4, 3)
    assert (found.recoveries["retry"].times, found.recoveries["retry"].followed_by_success) == (2, 1)
    assert (found.phases["execute"].total, found.phases["execute"].share) == (9.0, 0.75)
    assert found.calibration.steps == 6
    console = Console(width=100, file=StringIO())
    console.print(render_statistics(found))
    for part in ("4 runs, 6 steps", "wrongly taken for done", "timed out", "calibration error"):
        assert part in console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("", "the policy broke"),
        ("policy", "the policy broke"),
        ("action", "the policy gave no valid action"),
        ("silent", "the policy did not answer"),
        ("server gone", "policy server gone"),
    ],
)
def test_the_sort_of_fault_is_counted(make_trace: MakeTrace, store: TraceStore, failure: str, said: str) -> None:
    make_trace([{**PICK, "works": False, "status": "error", "failure": failure}], {"status": "not_achieved"})
    assert statistics_of(select(store, Selection())).step_failures == {said: 1}


def test_calibration_is_the_gap_between_promise_and_outcome() -> None:
    promises = [(0.95, True)] * 9 + [(0.95, False)] + [(0.25, False)] * 10
    found = calibrate(promises)
    assert [(b.low, b.count, b.worked) for b in found.bins] == [(0.2, 10, 0.0), (0.9, 10, 0.9)]
    assert found.error == pytest.approx(0.5 * 0.25 + 0.5 * 0.05)
    assert found.brier == pytest.approx((9 * 0.05**2 + 0.95**2 + 10 * 0.25**2) / 20)
    assert calibrate([]).bins == () and calibrate([(1.0, True)]).bins[0].low == 0.9


def test_wilson_agrees_with_the_books() -> None:
    assert wilson(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)


def test_the_plot_is_an_svg_with_a_point_for_each_bin() -> None:
    root = ET.fromstring(reliability_svg(calibrate([(0.1, False), (0.95, True)]), "can & <will>"))
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 2
    ET.fromstring(reliability_svg(calibrate([])))


def test_only_what_fits_is_taken(make_trace: MakeTrace, store: TraceStore) -> None:
    first = make_trace(task="stack the blocks")
    second = make_trace(end={"status": "not_achieved"})
    taken = {
        "task": Selection(task="STACK"),
        "status": Selection(statuses=("verified",)),
        "until": Selection(until=second.summary.started),
    }
    for selection in taken.values():
        assert [trace.id for trace in select(store, selection)] == [first.id]
    assert [t.id for t in select(store, Selection(since=second.summary.started))] == [second.id]
    assert [t.id for t in select(store, Selection(), ["latest", second.id])] == [second.id]


def test_a_date_is_read_as_utc() -> None:
    assert parse_time("1970-01-02") == 86400.0 and parse_time("1970-01-01T01:00+01:00") == 0.0
    with pytest.raises(TraceError, match="is no date; write it as"):
        parse_time("yesterday")
