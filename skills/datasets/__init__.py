"""Data sets of what robots did, in the format of LeRobotDataset v3: written, read, checked, merged and split here."""

from skills.datasets.episodes import EpisodeFrames, EpisodeInfo, Frame, Label
from skills.datasets.format import DatasetError, Extra, Features
from skills.datasets.reader import Dataset
from skills.datasets.recording import EpisodeWriter
from skills.datasets.writer import DatasetWriter

__all__ = [
    "Dataset",
    "DatasetError",
    "DatasetWriter",
    "EpisodeFrames",
    "EpisodeInfo",
    "EpisodeWriter",
    "Extra",
    "Features",
    "Frame",
    "Label",
]
