"""Commands to a running run arrive once, in order and whole."""

import threading
from pathlib import Path

import pytest

from traces import TraceError
from traces.control import CONTROL, LONGEST, CommandReader, send


def test_commands_arrive_once_and_in_order(tmp_path: Path) -> None:
    reader = CommandReader(tmp_path)
    assert reader.new() == ()
    send(tmp_path, "pause")
    send(tmp_path, "correct", "the other\nblock")
    assert [(c.command, c.text, c.source) for c in reader.new()] == [
        ("pause", "", "page"),
        ("correct", "the other\nblock", "page"),
    ]
    assert reader.new() == ()
    send(tmp_path, "stop", source="test")
    assert [c.source for c in reader.new()] == ["test"]


def test_earlier_commands_can_be_left_out(tmp_path: Path) -> None:
    send(tmp_path, "stop")
    late = CommandReader(tmp_path, skip=True)
    send(tmp_path, "resume")
    assert [c.command for c in late.new()] == ["resume"]
    assert [c.command for c in CommandReader(tmp_path).new()] == ["stop", "resume"]


def test_half_a_line_waits_and_nonsense_is_passed_over(tmp_path: Path) -> None:
    reader, path = CommandReader(tmp_path), tmp_path / CONTROL
    path.write_bytes(b'{"command": "explode"}\nnot json\n{"comm')
    assert reader.new() == ()
    send(tmp_path, "stop")
    assert [c.command for c in reader.new()] == ["stop"]


@pytest.mark.parametrize(
    ("command", "text", "said"),
    [("explode", "", "there is: pause"), ("answer", " ", "needs a text"), ("correct", "a" * (LONGEST + 1), "letters")],
)
def test_a_wrong_command_says_what_is_wrong(tmp_path: Path, command: str, text: str, said: str) -> None:
    with pytest.raises(TraceError, match=said):
        send(tmp_path, command, text)
    assert not (tmp_path / CONTROL).exists()


def test_a_missing_folder_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(TraceError, match="cannot send stop"):
        send(tmp_path / "nowhere", "stop")


def test_many_senders_lose_nothing(tmp_path: Path) -> None:
    def many(name: str) -> None:
        for number in range(50):
            send(tmp_path, "correct", f"{name} {number}")

    threads = [threading.Thread(target=many, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    reader, heard = CommandReader(tmp_path), []
    while any(thread.is_alive() for thread in threads):
        heard += reader.new()
    heard += reader.new()
    assert len(heard) == 200 and len({c.text for c in heard}) == 200
