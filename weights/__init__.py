"""Learned weights that are committed, how files are kept whole, and where third-party model files lie."""

from weights.checkpoints import read_checkpoint, write_checkpoint
from weights.encoder import find_minilm
from weights.files import WeightsError, hash_record, verify_file
from weights.network import restore
from weights.store import Card, hash_of, load, metadata, names, save, verify
from weights.writing import DamagedError, NoSpaceError, whole_file, whole_folder

__all__ = [
    "Card",
    "DamagedError",
    "NoSpaceError",
    "WeightsError",
    "find_minilm",
    "hash_of",
    "hash_record",
    "load",
    "metadata",
    "names",
    "read_checkpoint",
    "restore",
    "save",
    "verify",
    "verify_file",
    "whole_file",
    "whole_folder",
    "write_checkpoint",
]
