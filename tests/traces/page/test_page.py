"""The page without a browser: who may do what, what is sent, and how much of it."""

import json
import sqlite3
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.traces.page.believable import Robot, start, write_long, write_many, write_run
from tests.traces.page.conftest import PORT, TOKEN, Served
from traces import Awaiting, Commanded, StepFinished, StepStarted, TraceError, TraceStore
from traces.control import CommandReader
from traces.diff import align, call_of, compare, why
from traces.page.alignment import alignment
from traces.page.motion import motion
from traces.page.outline import Outlines
from traces.page.plan import plan_graph
from traces.page.server import serve

if TYPE_CHECKING:
    from starlette.testclient import TestClient

ORIGIN = f"http://127.0.0.1:{PORT}"


def log_in(client: "TestClient") -> None:
    assert client.get(f"/?token={TOKEN}", follow_redirects=False).status_code == 303


def test_the_token_becomes_a_cookie_and_leaves_the_address(client: "TestClient", store: TraceStore) -> None:
    answer = client.get(f"/runs/x?at=3&token={TOKEN}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/runs/x?at=3")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie


def test_no_redirect_leads_away(client: "TestClient") -> None:
    answer = client.get(f"//evil.example/x?token={TOKEN}", follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith(("//", "http"))


def test_a_wrong_token_opens_nothing(client: "TestClient") -> None:
    answer = client.get("/?token=guess")
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("headers", "cookie", "status"),
    [
        ({"Origin": ORIGIN}, True, 202),
        ({"Origin": ORIGIN}, False, 403),
        ({"Origin": "http://evil.example"}, True, 403),
        ({"Origin": "null"}, True, 403),
        ({}, True, 403),
        ({"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"}, True, 403),
        ({"Origin": "http://evil.example", "Host": "evil.example"}, True, 421),
    ],
)
def test_only_this_page_with_its_cookie_acts(
    client: "TestClient", store: TraceStore, headers: dict[str, str], cookie: bool, status: int
) -> None:
    with start(store) as writer:
        reader = CommandReader(writer.folder)
        if cookie:
            log_in(client)
        answer = client.post(f"/api/runs/{writer.id}/commands", json={"command": "stop"}, headers=headers)
        assert answer.status_code == status
        assert [command.command for command in reader.new()] == (["stop"] if status == 202 else [])


def test_commands_are_checked_and_heard_by_live_runs_only(client: "TestClient", store: TraceStore) -> None:
    log_in(client)
    with start(store) as writer:
        address = f"/api/runs/{writer.id}/commands"
        for bad in ({"command": "explode"}, {"command": "answer"}, {"command": "answer", "text": "x" * 5000}, {}):
            assert client.post(address, json=bad, headers={"Origin": ORIGIN}).status_code == 422
        said = {"command": "correct", "text": "use the <b>green</b> bowl"}
        assert client.post(address, json=said, headers={"Origin": ORIGIN}).status_code == 202
        assert CommandReader(writer.folder).new()[0].text == said["text"]
    assert client.post(address, json={"command": "stop"}, headers={"Origin": ORIGIN}).status_code == 409
    assert (
        client.post("/api/runs/none/commands", json={"command": "stop"}, headers={"Origin": ORIGIN}).status_code == 404
    )


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "rebound.example:8737"])
def test_other_hosts_are_not_answered(client: "TestClient", host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


def test_foreign_origins_may_not_even_read(client: "TestClient") -> None:
    assert client.get("/api/runs", headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.get("/api/runs", headers={"Host": f"localhost:{PORT}"}).status_code == 200


def test_every_answer_carries_the_policy(client: "TestClient", store: TraceStore) -> None:
    run = write_run(store, pictures=False)
    for path in ("/", f"/runs/{run}", "/compare", "/api/runs", "/static/run.js", "/nothing", "/?token=wrong"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy


def test_pages_have_no_inline_script_and_call_nobody() -> None:
    from traces.page.app import STATIC

    texts = {path.name: path.read_text(encoding="utf-8") for path in STATIC.iterdir()}
    for name, text in texts.items():
        assert "innerHTML" not in text and "insertAdjacentHTML" not in text and "eval(" not in text
        foreign = [word for word in text.split() if "http://" in word or "https://" in word]
        assert all("www.w3.org" in word for word in foreign), name
        if name.endswith(".html"):
            assert "<style" not in text and " style=" not in text and " onclick" not in text
            assert text.count("<script") == text.count('<script src="/static/') + text.count(
                '<script type="module" src='
            )


def test_only_pictures_and_videos_of_a_run_are_files(client: "TestClient", store: TraceStore) -> None:
    run = write_run(store)
    folder = store.folder(run)
    (folder / "world.state").write_text("secret")
    (folder.parent / "outside.jpg").write_text("secret")
    (folder / "link.jpg").symlink_to(folder.parent / "outside.jpg")
    picture = next((folder / "frames").glob("*.jpg")).name
    answer = client.get(f"/files/{run}/frames/{picture}")
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/jpeg"
    assert client.get(f"/files/{run}/frames/{picture}", headers={"Range": "bytes=0-9"}).status_code == 206
    for path in (
        "world.state",
        "../outside.jpg",
        "..%2foutside.jpg",
        "link.jpg",
        "../traces.sqlite",
        "frames",
        "no.jpg",
    ):
        assert client.get(f"/files/{run}/{path}").status_code == 404, path
    assert client.get(f"/files/..%2f/{run}/frames/{picture}").status_code == 404


def test_text_of_users_and_models_stays_text(client: "TestClient", store: TraceStore) -> None:
    run = write_run(store, task="<script>alert(1)</script>", pictures=False)
    for path in ("/api/runs", f"/api/runs/{run}", f"/api/runs/{run}/events", f"/api/runs/{run}/plan"):
        answer = client.get(path)
        assert (
            answer.headers["content-type"] == "application/json"
            and answer.headers["x-content-type-options"] == "nosniff"
        )
        assert answer.json() is not None
    assert "<script>alert" not in client.get(f"/runs/{run}").text


def listed(client: "TestClient", **wanted: object) -> tuple[int, list[str]]:
    page = client.get("/api/runs", params={name: str(value) for name, value in wanted.items()})
    assert page.status_code == 200, page.text
    return page.json()["total"], [run["task"] for run in page.json()["runs"]]


def test_runs_are_filtered_sorted_and_paged_in_sql(client: "TestClient", store: TraceStore) -> None:
    assert listed(client) == (0, [])
    write_many(store, 121)
    total, first = listed(client, limit=50)
    assert total == 121 and len(first) == 50
    tasks = first + listed(client, limit=50, offset=50)[1] + listed(client, limit=50, offset=100)[1]
    assert len(tasks) == 121 and len(set(tasks)) == 121
    assert listed(client, text="number 11")[0] == 11
    assert listed(client, text="100%")[0] == 0 and listed(client, text="_")[0] == 0
    assert listed(client, status="asked")[0] == 30
    assert listed(client, skill="wipe")[0] == 40
    assert listed(client, failure="timed out")[0] == 91
    assert listed(client, skill="wipe", status="verified", descending=False)[1][0] == "task number 8"
    assert listed(client, sort="task", descending=False, text="task number")[1][0] == "task number 0"
    assert listed(client, since=1_767_225_600 + 60 * 10, until=1_767_225_600 + 60 * 19)[0] == 10
    found = client.get("/api/runs").json()["facets"]
    assert found["skills"] == ["pick_up", "put_in", "stack", "wipe"]
    assert found["failures"] == ["judged not done", "timed out"]
    for bad in ({"sort": "body; DROP TABLE events"}, {"limit": 100_000}, {"offset": -1}, {"nonsense": 1}):
        assert client.get("/api/runs", params=bad).status_code == 422


def test_running_and_interrupted_are_told_apart(client: "TestClient", store: TraceStore) -> None:
    with start(store, "goes on"):
        start(store, "broke off").close()
        assert listed(client, status="running") == (1, ["goes on"])
        assert listed(client, status="interrupted") == (1, ["broke off"])


def test_an_older_database_gets_its_table_of_runs(client: "TestClient", store: TraceStore) -> None:
    run = write_run(store, pictures=False)
    before = client.get(f"/api/runs/{run}").json()["summary"]
    connection = sqlite3.connect(store.path)
    for name in ("run_starts", "run_goes_on", "run_deleted"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DROP TABLE runs")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert client.get(f"/api/runs/{run}").json()["summary"] == before
    assert before["skills"] == ["pick_up", "put_in", "stack"] and before["recoveries"] == 2


def test_events_come_in_pages_without_what_is_long(client: "TestClient", store: TraceStore) -> None:
    run = write_long(store, 400)
    page = client.get(f"/api/runs/{run}/events?after=99&limit=100").json()
    assert [event["seq"] for event in page] == list(range(100, 200))
    assert all(not event["rows"] and event["count"] == 30 for event in page if event["kind"] == "moved")
    assert all(not event["text"] and not event["output"] for event in page if event["kind"] == "prompted")
    assert client.get(f"/api/runs/{run}/events?limit=5000").status_code == 422
    decisions = client.get(f"/api/runs/{run}/events?kind=ranked&limit=3").json()
    assert [event["kind"] for event in decisions] == ["ranked"] * 3
    whole = client.get(f"/api/runs/{run}/events/{page[0]['seq']}").json()
    assert whole["seq"] == 100
    assert client.get(f"/api/runs/{run}/events/999999").status_code == 404
    assert client.get("/api/runs/none/events/1").status_code == 404
    assert client.get("/api/runs/none").status_code == client.get("/runs/none").status_code == 404


def test_an_outline_grows_with_its_run(store: TraceStore) -> None:
    outlines = Outlines()
    with start(store) as writer:
        robot = Robot(writer, pictures=False)
        connection = sqlite3.connect(store.path)
        robot.look()
        first = outlines.outline(connection, writer.id)
        robot.decide("pick_up(red block)", "pick up the red block")
        robot.act("pick_up(red block)", "pick up the red block", works=False)
        more = outlines.outline(connection, writer.id, after=len(first.kind) - 1)
    whole, fresh = outlines.outline(connection, writer.id), Outlines().outline(connection, writer.id)
    assert whole == fresh
    assert whole.time == first.time + more.time
    assert [mark.kind for mark in more.marks] == ["step_started", "step_finished", "verified"]
    assert [world for _, world in whole.clock] == pytest.approx([0.0, 1.45])
    connection.close()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": "succeeded"}, ""),
        ({"status": "failed", "reason": "it died", "failure": "server gone"}, "it died · fault: server gone"),
        ({"status": "succeeded", "clipped": {"workspace": 12}}, "changed by limits: workspace 12x"),
    ],
)
def test_the_end_of_a_step_names_its_fault_and_what_the_limits_changed(
    fields: dict[str, Any], told: str, store: TraceStore
) -> None:
    with start(store) as writer:
        writer.emit(StepFinished(call="press(button)", **fields))
        connection = sqlite3.connect(store.path)
        (mark,) = (mark for mark in Outlines().marks(connection, writer.id) if mark.kind == "step_finished")
        connection.close()
    assert mark.detail == told


def test_the_plan_shows_what_failed_and_what_came_of_it(store: TraceStore) -> None:
    run = write_run(store, pictures=False)
    connection = sqlite3.connect(store.path)
    plan = plan_graph(Outlines().marks(connection, run))
    connection.close()
    told = [(node.kind, node.state, node.layer, node.lane) for node in plan.nodes]
    assert told == [
        ("goal", "goal", 0, 0),
        ("step", "failed", 1, 0),
        ("recovery", "recovery", 2, 1),
        ("step", "failed", 3, 0),
        ("recovery", "recovery", 4, 1),
        ("question", "question", 5, 1),
        ("step", "done", 6, 0),
        ("step", "done", 7, 0),
        ("step", "done", 1, 2),  # with another block: beside the steps with the first
        ("end", "done", 8, 0),
    ]
    assert (plan.layers, plan.lanes) == (9, 3)
    into_the_end = {parent for parent, child in plan.edges if child == plan.nodes[-1].id}
    assert into_the_end == {plan.nodes[7].id, plan.nodes[8].id}


def test_what_a_person_said_is_part_of_the_plan(store: TraceStore) -> None:
    with start(store) as writer:
        writer.emit(StepStarted(call="pick_up(red block)"))
        writer.emit(Commanded(command="pause"))
        writer.emit(Commanded(command="correct", text="the green one"))
        writer.emit(StepFinished(call="pick_up(red block)", status="stopped", reason="a person corrects it"))
        for command in ("veto", "approve"):
            writer.emit(Awaiting(call="pick_up(green block)", text="pick up the green block"))
            writer.emit(Commanded(command=command))
        writer.emit(StepStarted(call="pick_up(green block)", text="pick up the green block"))
        writer.emit(Awaiting(call="done()", text="done"))
    connection = sqlite3.connect(store.path)
    nodes = plan_graph(Outlines().marks(connection, writer.id)).nodes
    connection.close()
    assert [(node.kind, node.state, node.label) for node in nodes] == [
        ("step", "failed", "pick_up(red block)"),
        ("person", "person", "correct: the green one"),
        ("step", "refused", "pick up the green block"),
        ("person", "person", "veto"),
        ("step", "running", "pick up the green block"),
        ("step", "waiting", "done"),
    ]


def test_thinned_motion_keeps_its_peaks(store: TraceStore) -> None:
    run = write_long(store, 1200)
    connection = sqlite3.connect(store.path)
    found = motion(connection, run, points=100)
    assert 50 <= len(found.time) <= 110 and list(found.time) == sorted(found.time)
    assert max(value or 0 for value in found.columns["force [N]"]) == 9.0
    assert motion(connection, "none").time == ()
    connection.close()


def test_two_runs_are_laid_side_by_side(client: "TestClient", store: TraceStore) -> None:
    a, b = write_run(store, pictures=False), write_run(store, second="pick_up(green block)", pictures=False)
    found = client.get("/api/compare", params={"a": a, "b": b}).json()
    assert found["parting"] == 1 and [pair["same"] for pair in found["pairs"]] == [True, False, True, True, True, True]
    assert found["why"] == why(compare(store.open(a), store.open(b)).pairs[1])
    assert "differ in the candidates" in found["why"]
    chosen = [event.seq for event in store.open(a).events if event.kind == "ranked"]
    assert [pair["a"]["seq"] for pair in found["pairs"][:5]] == chosen
    assert found["pairs"][5]["a"]["call"] == "nothing"
    assert client.get("/api/compare", params={"a": a, "b": a}).json()["parting"] is None
    told = [client.get(f"/api/compare/{place}", params={"a": a, "b": b}) for place in (0, 1, 6)]
    assert told[0].json() == [] and told[2].status_code == 404
    pair = compare(store.open(a), store.open(b)).pairs[1]
    assert told[1].json() == [f"{difference.aspect}: {difference.text}" for difference in pair.differences]
    assert client.get("/api/compare", params={"a": a, "b": "none"}).status_code == 404


def test_the_page_pairs_decisions_as_the_command_does(store: TraceStore) -> None:
    a, b = write_run(store, pictures=False), write_run(store, second="pick_up(green block)", pictures=False)
    third = [event.seq for event in store.open(a).events if event.kind == "observed"][2]
    child = write_run(store, pictures=False, parent_trace=a, parent_seq=third)
    with start(store) as flat:  # as older versions wrote: one span for all, and a ranking without a step
        robot = Robot(flat, pictures=False)
        for call in ("pick_up(red block)", "pick_up(green block)"):
            robot.look()
            robot.span = flat.root_span
            robot.decide(call, call)
    connection = sqlite3.connect(store.path)
    for left, right in ((a, b), (a, child), (child, a), (a, flat.id), (flat.id, flat.id)):
        expected = align(store.open(left), store.open(right))
        found = alignment(store, connection, left, right)
        sides = [tuple(side and (side.number, side.call) for side in (row.a, row.b)) for row in found.pairs]
        told = [tuple(d and (d.number, call_of(d) or "nothing") for d in (pair.a, pair.b)) for pair in expected]
        assert sides == told and [row.same for row in found.pairs] == [pair.same_choice for pair in expected]
    connection.close()


def _events(lines: "httpx.Response", count: int) -> list[tuple[str, dict[str, object]]]:
    found, name = [], ""
    for line in lines.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            found.append((name, json.loads(line.removeprefix("data: "))))
            if len(found) == count:
                return found
    return found


def test_a_live_run_streams_its_events(served: Served) -> None:
    with start(served.store) as writer:
        address = f"{served.address}/api/runs/{writer.id}/stream?after=0"
        with httpx.stream("GET", address, timeout=10, trust_env=False) as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            Robot(writer, pictures=False).look()
            (first, live), (second, new) = _events(stream, 2)
    assert (first, live) == ("written", {"live": True})
    assert second == "events" and new["kinds"] == ["observed"]


def test_the_list_streams_that_something_changed(served: Served) -> None:
    start(served.store, "one").close()
    with httpx.stream("GET", f"{served.address}/api/stream", timeout=10, trust_env=False) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "event: ready"
        time.sleep(0.6)
        start(served.store, "two").close()
        assert any(line == "event: changed" for line in lines)


def test_a_taken_port_is_a_clear_error(served: Served) -> None:
    with pytest.raises(TraceError, match="choose another --port"):
        serve(served.store, int(served.address.rpartition(":")[2]))
