"""Messages survive the wire, and bytes that are no message are refused in words."""

from contextlib import suppress
from typing import Any

import numpy as np
import ormsgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skills.remote.wire import WireError, from_json, pack, to_json, unpack

ARRAYS = [
    np.arange(6, dtype=np.uint8).reshape(1, 2, 3),
    np.array([1.5, np.nan, np.inf], np.float32),
    np.zeros((0, 7)),
    np.array(3.0),
    np.array([True, False]),
    np.asfortranarray(np.arange(6.0).reshape(2, 3)),
]


@pytest.mark.parametrize("array", ARRAYS, ids=str)
@pytest.mark.parametrize(("write", "read"), [(pack, unpack), (to_json, from_json)])
def test_arrays_come_back_as_they_were(array: np.ndarray, write: Any, read: Any) -> None:
    message = {"a": array, "deep": [{"b": array}], "text": "x", "number": np.float32(0.5), "none": None}
    back = read(write(message))
    for found in (back["a"], back["deep"][0]["b"]):
        assert found.dtype == array.dtype and found.shape == array.shape
        np.testing.assert_array_equal(found, array)
    assert (back["text"], back["number"], back["none"]) == ("x", 0.5, None)


def test_an_array_is_written_as_openpi_does() -> None:
    """The bytes that ``openpi_client.msgpack_numpy.packb({"a": np.array([1], np.uint8)})`` gives."""
    expected = b"\x81\xa1a\x84\xc4\x0b__ndarray__\xc3\xc4\x04data\xc4\x01\x01\xc4\x05dtype\xa3|u1\xc4\x05shape\x91\x01"
    assert pack({"a": np.array([1], np.uint8)}) == expected


def array(**changed: Any) -> bytes:
    whole = {"__ndarray__": True, "data": b"\0" * 8, "dtype": "<f8", "shape": [1], **changed}
    return ormsgpack.packb({k.encode(): v for k, v in whole.items()}, option=ormsgpack.OPT_NON_STR_KEYS)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "0 bytes that are not msgpack"),
        (b"\xc1", "not msgpack"),
        (b"\xdd\x7f\xff\xff\xff", "not msgpack"),
        (b"\x91" * 5000, "not msgpack"),
        (array(dtype="|O"), "an array of the type object"),
        (array(dtype="V8"), "only numbers and truth values"),
        (array(dtype="<c16"), "only numbers and truth values"),
        (array(dtype="what"), "unknown type 'what'"),
        (array(dtype=7), "an array of the"),
        (array(shape=[2]), r"an array of shape \(2,\) and type float64 in 8 bytes"),
        (array(shape=[-1]), "without a shape"),
        (array(shape=[2**40, 2**40]), "in 8 bytes"),
        (array(shape=None), "without a shape"),
        (array(data="text"), "without bytes"),
    ],
)
def test_what_is_no_message_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(WireError, match=why):
        unpack(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<html>", "6 bytes that are not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"__numpy__": "%%", "dtype": "<f8", "shape": [1]}', "no base64"),
        (b'{"__numpy__": 5, "dtype": "<f8", "shape": [1]}', "no base64"),
        (b'{"__numpy__": "AAAA", "dtype": "<f8", "shape": [1]}', "in 3 bytes"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(WireError, match=why):
        from_json(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for read in (unpack, from_json):
        with suppress(WireError):
            read(data)
