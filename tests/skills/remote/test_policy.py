"""Policy servers on loopback: good ones are used, and whatever bad ones do stops the robot and is named."""

import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from websockets.server import ServerProtocol

from grounding import Observation
from skills import LibraryError, Runner, Skill
from skills.fake import FakeObservation, FakeWorld
from skills.remote import Dialect, Picture, Received, RemotePolicy, Sent, ServerError, policy
from skills.remote.wire import pack, unpack
from tests.skills.remote.conftest import TOKEN, Rising, answering, observe, serving, talking

PLAIN = Dialect(sent=Sent(state={"state": ("tcp_position", "gripper")}), received=Received(rotation="yaw"))
ROW = [0.4, 0.0, 0.3, 0.0, 1.0]


def patient(address: str, **changed: Any) -> RemotePolicy:
    """A policy that loses little time."""
    given = {"dialect": PLAIN, "connect_timeout": 2.0, "answer_timeout": 2.0, "attempts": 2, "backoff": 0.01, **changed}
    return RemotePolicy(address, **given)


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[int, Rising]]:
    policy = Rising()
    with serving(policy) as port:
        yield port, policy


@pytest.mark.parametrize(("scheme", "encoding"), [("ws", "msgpack"), ("http", "msgpack"), ("http", "json")])
def test_a_served_policy_does_what_it_does_at_home(
    served: tuple[int, Rising], observation: Observation, scheme: str, encoding: Any
) -> None:
    policy = RemotePolicy(f"{scheme}://127.0.0.1:{served[0]}", token=TOKEN, encoding=encoding)
    there, here = policy.start("rise"), Rising().start("rise")
    for _ in range(3):
        chunk, expected = there.act(observation), here.act(observation)
        assert chunk == expected
        np.testing.assert_array_equal(chunk.attention, expected.attention)
    assert served[1].begun[-1] == "rise"
    fresh = policy.start("rise")
    assert fresh.act(observation) == Rising().start("rise").act(observation)
    assert there.act(observation) == here.act(observation)
    there.close()
    with pytest.raises(ServerError, match="the attempt is over"):
        there.act(observation)


def test_an_openpi_client_is_answered(served: tuple[int, Rising], observation: Observation) -> None:
    """As ``openpi_client.websocket_client_policy`` speaks: metadata first, then one answer to each observation."""
    from websockets.sync.client import connect

    from skills.remote.message import message_of

    headers = {"Authorization": f"Api-Key {TOKEN}"}
    with connect(f"ws://127.0.0.1:{served[0]}", compression=None, max_size=None, additional_headers=headers) as line:
        assert unpack(line.recv())["dialect"] == "doable"
        line.send(pack(message_of(observation, "up")))
        answer = unpack(line.recv(timeout=10))
        assert answer["actions"].shape == (2, 8) and answer["terminate"] == 0.25
        line.send(pack({"prompt": "up"}))
        assert line.recv(timeout=10).startswith("MessageError: images is a map")


@pytest.mark.parametrize("scheme", ["ws", "http"])
@pytest.mark.parametrize("token", [None, "guess"])
def test_without_the_token_nobody_is_let_in(served: tuple[int, Rising], scheme: str, token: str | None) -> None:
    policy = RemotePolicy(f"{scheme}://127.0.0.1:{served[0]}", token=token, attempts=3, backoff=30)
    with pytest.raises(ServerError, match="it answered 401") as refused:
        policy.start("rise")
    assert refused.value.kind == "server refused"


def test_pages_and_foreign_names_are_turned_away(served: tuple[int, Rising]) -> None:
    import httpx

    address, key = f"http://127.0.0.1:{served[0]}/", {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(trust_env=False, headers=key) as client:
        assert client.get(address).json() == {"name": "rising", "dialect": "doable", "version": 1}
        assert client.get(address, headers={"Origin": "http://evil"}).status_code == 403
        assert client.get(address, headers={"Host": "evil"}).status_code == 421
        assert client.get(f"{address}healthz", headers={"Authorization": ""}).text == "OK\n"
        assert client.post(address, content=b"nonsense").status_code == 400
        assert client.post(address, json={"prompt": "x"}).text == "images is a map, not NoneType\n"


def test_another_dialect_than_the_servers_is_refused(served: tuple[int, Rising]) -> None:
    with pytest.raises(ServerError, match="it speaks the dialect 'doable', which was not asked for"):
        patient(f"ws://127.0.0.1:{served[0]}", token=TOKEN).start("rise")


def test_a_server_of_openpi_moves_the_robot() -> None:
    heard: list[Any] = []

    def talk(line: Any) -> None:
        line.send(pack({"reset_pose": [0.0] * 7}))
        for data in line:
            heard.append(unpack(data))
            line.send(pack({"actions": np.array([ROW, ROW]), "server_timing": {"infer_ms": 1.0}}))

    world = FakeWorld.of({}, [])
    with talking(talk) as address:
        skill = Skill("wave", "wave", policy=patient(address), timeout=1.0)
        outcome = Runner(world).run_to_end(skill.call())
    assert (outcome.status, outcome.ticks, outcome.failure) == ("timeout", 10, "")
    assert world.applied[0].position == (0.4, 0.0, 0.3)
    assert len(heard) == 5 and set(heard[0]) == {"state", "prompt"} and heard[0]["prompt"] == "wave"


def hang_up(line: Any) -> None:
    line.close()


def crash(line: Any) -> None:
    line.socket.shutdown(socket.SHUT_RDWR)


FAULTS: list[tuple[Any, str, str]] = [
    (pack({"actions": [[float("nan")] * 5]}), "server garbage", "it sent 'actions' has 5 numbers that are not finite"),
    (pack({"actions": [ROW[:4]]}), "server garbage", r"'actions' of shape \(1, 4\), not \(1 to 10000, 5\)"),
    (pack({"action": [ROW]}), "server garbage", "an answer without 'actions'; it has: 'action'"),
    (pack({"actions": "left"}), "server garbage", "not an array of numbers"),
    (pack([ROW]), "server garbage", "an answer of type list"),
    (b"\xc1garbage", "server garbage", "8 bytes that are not msgpack"),
    (pack({"actions": np.zeros((5000, 5))}), "server garbage", "its answer is larger than 100000 bytes"),
    ("Traceback…\n  in infer\nKeyError: 'state'", "server error", "it reports KeyError: 'state'"),
    (hang_up, "server gone", "the connection broke"),
    (crash, "server gone", "the connection broke"),
    (lambda line: time.sleep(0.5), "server silent", "no answer within 0.2 s"),
]


@pytest.mark.parametrize(("fault", "kind", "why"), FAULTS)
def test_whatever_a_server_does_wrong_stops_the_robot(fault: Any, kind: str, why: str) -> None:
    """The first answer is good, so that the robot moves when the fault comes; nobody connects again meanwhile."""
    connections: list[int] = []

    def talk(line: Any) -> None:
        connections.append(1)
        line.send(pack({}))
        line.recv()
        line.send(pack({"actions": [ROW]}))
        line.recv()
        fault(line) if callable(fault) else line.send(fault)
        line.recv()

    world = FakeWorld.of({}, [])
    with talking(talk) as address:
        policy = patient(address, answer_timeout=0.2, max_bytes=100_000)
        outcome = Runner(world).run_to_end(Skill("wave", "wave", policy=policy).call())
    assert (outcome.status, outcome.failure, outcome.ticks) == ("error", kind, 1)
    assert outcome.reason.startswith(f"policy server {address}: ")
    assert re.search(why, outcome.reason), outcome.reason
    assert world.stopped and len(world.applied) == 1 and len(connections) == 1


def test_after_a_fault_there_is_no_other_answer() -> None:
    def talk(line: Any) -> None:
        line.send(pack({}))
        for _ in line:
            line.send(b"")

    with talking(talk) as address:
        episode = patient(address).start("wave")
        seen = FakeWorld.of({}, []).observe()
        errors = []
        for _ in range(2):
            with pytest.raises(ServerError) as error:
                episode.act(seen)
            errors.append(error.value)
    assert errors[0] is errors[1]


def test_a_server_that_does_not_read_is_given_up() -> None:
    """It shakes hands and then lets a large message wait in the socket's buffers."""
    big = Dialect(
        sent=Sent(images={"image": Picture(camera="front", size=(2000, 2000), fit="stretch")}),
        received=Received(rotation="yaw"),
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        opened: list[socket.socket] = []

        def shake_hands() -> None:
            line, protocol = listening.accept()[0], ServerProtocol()
            opened.append(line)
            protocol.receive_data(line.recv(4096))
            request = protocol.events_received()[0]
            protocol.send_response(protocol.accept(request))
            protocol.send_binary(pack({}))
            line.sendall(b"".join(protocol.data_to_send()))

        thread = threading.Thread(target=shake_hands)
        thread.start()
        address = f"ws://127.0.0.1:{listening.getsockname()[1]}"
        episode = patient(address, dialect=big, answer_timeout=0.2).start("wave")
        with pytest.raises(ServerError) as error:
            episode.act(observe(np.random.default_rng(0)))
        thread.join()
        opened[0].close()
    assert error.value.kind in ("server silent", "server gone")


@pytest.mark.parametrize("told", [pack([1]), b"\xc1", "no room"])
def test_a_server_that_begins_with_garbage_is_refused_at_once(told: Any) -> None:
    def talk(line: Any) -> None:
        line.send(told)
        line.recv()

    with talking(talk) as address, pytest.raises(ServerError) as error:
        patient(address, backoff=30).start("wave")
    assert error.value.kind in ("server garbage", "server error")


def test_a_server_that_is_not_there_yet_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The port opens at the third try."""
    tries: list[Any] = []

    def talk(line: Any) -> None:
        line.send(pack({}))
        line.recv()

    with talking(talk) as address:
        real = policy.connect

        def late(where: Any) -> Any:
            tries.append(where)
            return real(where if len(tries) == 3 else replace(where, url="ws://127.0.0.1:1"))

        monkeypatch.setattr(policy, "connect", late)
        patient(address, attempts=3).start("wave").close()
    assert len(tries) == 3


@pytest.mark.parametrize("scheme", ["ws", "http"])
def test_a_server_that_is_not_there_is_given_up(scheme: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"{scheme}://127.0.0.1:{taken.getsockname()[1]}"
    world = FakeWorld.of({}, [])
    outcome = Runner(world).run_to_end(Skill("wave", "wave", policy=patient(address)).call())
    assert (outcome.status, outcome.failure, outcome.ticks) == ("error", "server unreachable", 0)
    assert "refused" in outcome.reason and world.stopped


def send(handler: Any, body: bytes, status: int = 200, media: str = "application/json") -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", media)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: Any, body: bytes) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b" ")
        time.sleep(0.05)


HTTP_FAULTS: list[tuple[Any, str, str]] = [
    (lambda h, b: send(h, b'{"actions": [[NaN, 0, 0, 0, 1]]}'), "server garbage", "1 numbers that are not finite"),
    (lambda h, b: send(h, b"<html>"), "server garbage", "6 bytes that are not JSON"),
    (lambda h, b: send(h, b"[" * 200_000), "server garbage", "larger than 100000 bytes"),
    (lambda h, b: send(h, b"out of memory\n", 500), "server error", "it answered 500: out of memory"),
    (lambda h, b: send(h, b"", 403), "server refused", "is the token right"),
    (lambda h, b: time.sleep(0.5), "server silent", "no answer within 0.2 s"),
    (drip, "server silent", "no whole answer within 0.2 s"),
    (lambda h, b: h.connection.shutdown(socket.SHUT_RDWR), "server gone", "the connection broke"),
]


@pytest.mark.parametrize(("fault", "kind", "why"), HTTP_FAULTS)
def test_whatever_a_web_server_does_wrong_is_named(fault: Any, kind: str, why: str) -> None:
    with answering(fault) as address:
        times = {"answer_timeout": 0.2, "first_answer_timeout": 0.2}
        episode = patient(address, **times, max_bytes=100_000, encoding="json").start("wave")
        with pytest.raises(ServerError, match=why) as error:
            episode.act(FakeWorld.of({}, []).observe())
        episode.close()
    assert error.value.kind == kind


def test_a_plain_web_server_is_enough() -> None:
    def answer(handler: Any, body: bytes) -> None:
        told = json.loads(body)
        assert handler.headers["Authorization"] == "Api-Key secret" and told["prompt"] == "wave"
        send(handler, json.dumps({"actions": [ROW]}).encode())

    with answering(answer) as address:
        episode = patient(address, encoding="json", token="secret").start("wave")
        seen: FakeObservation = FakeWorld.of({}, []).observe()
        assert episode.act(seen).actions[0].position == (0.4, 0.0, 0.3)
        episode.close()


@pytest.mark.parametrize(
    ("address", "given", "why"),
    [
        ("gpu:8000", {}, "is no address of a policy server"),
        ("ftp://gpu", {}, "is no address of a policy server"),
        ("ws://me:secret@gpu", {}, "holds no secrets"),
        ("http://gpu?key=1", {}, "holds no secrets"),
        ("ws://gpu", {"dialect": "driod"}, r"unknown dialect 'driod'; did you mean 'droid'\?"),
        ("ws://gpu", {"attempts": 0}, "attempts 0"),
        ("ws://gpu", {"answer_timeout": 0}, "must be more than 0"),
    ],
)
def test_settings_that_cannot_be(address: str, given: dict[str, Any], why: str) -> None:
    with pytest.raises(LibraryError, match=why):
        RemotePolicy(address, **given)


def test_a_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "secret" not in repr(RemotePolicy("ws://gpu", token="secret"))
    monkeypatch.setenv("DOABLE_POLICY_TOKEN", "secret")
    assert "secret" not in repr(RemotePolicy("ws://gpu"))
