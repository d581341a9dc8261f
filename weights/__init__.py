"""Learned weights that are committed, how they are read, and where third-party model files lie."""

from weights.encoder import find_minilm
from weights.files import WeightsError, hash_record, verify_file
from weights.network import restore
from weights.store import Card, hash_of, load, metadata, names, save, verify

__all__ = [
    "Card",
    "WeightsError",
    "find_minilm",
    "hash_of",
    "hash_record",
    "load",
    "metadata",
    "names",
    "restore",
    "save",
    "verify",
    "verify_file",
]
