"""Messages to and from policy servers: msgpack of numpy arrays in the manner of openpi, or JSON.

An array is a map with the byte strings ``__ndarray__``, ``data``, ``dtype`` and ``shape`` as keys (openpi,
https://github.com/Physical-Intelligence/openpi, ``openpi_client/msgpack_numpy.py``). In JSON it is a list of lists,
or a map with the base64 of its bytes under ``__numpy__`` (https://github.com/Crimson-Crow/json-numpy). Neither format
can carry code, and whatever comes in is checked.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

NUMBERS = "biuf"
"""Kinds of numpy types that an array may have: truth values, integers and floats."""


class WireError(ValueError):
    """Bytes that are no message; the error says why."""


def pack(message: Mapping[str, Any]) -> bytes:
    """A message as msgpack."""
    import ormsgpack

    return ormsgpack.packb(message, default=_as_map, option=ormsgpack.OPT_NON_STR_KEYS)


def unpack(data: bytes) -> Any:
    """What ``pack`` packed.

    Raises:
        WireError: it is not msgpack, or an array in it is none.
    """
    import ormsgpack

    try:
        return _with_arrays(ormsgpack.unpackb(data, option=ormsgpack.OPT_NON_STR_KEYS))
    except WireError:
        raise
    except (ValueError, RecursionError) as error:
        raise WireError(f"{len(data)} bytes that are not msgpack ({error})") from error


def to_json(message: Mapping[str, Any]) -> bytes:
    """A message as JSON; arrays as base64."""
    return json.dumps(message, default=_as_json).encode()


def from_json(data: bytes) -> Any:
    """What ``to_json`` wrote; lists of numbers stay lists.

    Raises:
        WireError: it is not JSON, or an array in it is none.
    """
    try:
        return _with_arrays(json.loads(data))
    except WireError:
        raise
    except (ValueError, RecursionError) as error:
        raise WireError(f"{len(data)} bytes that are not JSON ({error})") from error


def _as_map(thing: object) -> dict[bytes, Any]:
    if isinstance(thing, np.ndarray):
        return {b"__ndarray__": True, b"data": thing.tobytes(), b"dtype": thing.dtype.str, b"shape": thing.shape}
    if isinstance(thing, np.generic):
        return {b"__npgeneric__": True, b"data": thing.item(), b"dtype": thing.dtype.str}
    raise TypeError(f"a {type(thing).__name__} cannot be sent")


def _as_json(thing: object) -> Any:
    if isinstance(thing, np.ndarray):
        return {"__numpy__": base64.b64encode(thing.tobytes()).decode(), "dtype": thing.dtype.str, "shape": thing.shape}
    if isinstance(thing, np.generic):
        return thing.item()
    raise TypeError(f"a {type(thing).__name__} cannot be sent")


def _with_arrays(thing: Any) -> Any:
    if isinstance(thing, list):
        return [_with_arrays(part) for part in thing]
    if not isinstance(thing, dict):
        return thing
    if b"__ndarray__" in thing:
        return _array(thing.get(b"data"), thing.get(b"dtype"), thing.get(b"shape"))
    if b"__npgeneric__" in thing:
        return thing.get(b"data")
    if "__numpy__" in thing:
        return _array(_bytes_of(thing["__numpy__"]), thing.get("dtype"), thing.get("shape"))
    return {key: _with_arrays(value) for key, value in thing.items()}


def _bytes_of(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (TypeError, ValueError, binascii.Error) as error:
        raise WireError(f"an array whose bytes are no base64 ({error})") from error


def _array(data: Any, dtype: Any, shape: Any) -> NDArray:
    try:
        kind = np.dtype(dtype)
    except (TypeError, ValueError) as error:
        raise WireError(f"an array of the unknown type {dtype!r}") from error
    if kind.kind not in NUMBERS or kind.hasobject:
        raise WireError(f"an array of the type {kind}; only numbers and truth values are read")
    if not isinstance(shape, list) or not all(type(n) is int and n >= 0 for n in shape) or not isinstance(data, bytes):
        raise WireError("an array without bytes or without a shape")
    if prod(shape) * kind.itemsize != len(data):
        raise WireError(f"an array of shape {tuple(shape)} and type {kind} in {len(data)} bytes")
    return np.frombuffer(data, kind).reshape(shape)
