"""Data sets of what robots did, in the format of LeRobotDataset v3: written, read, checked, merged and split here."""

from skills.datasets.check import problems
from skills.datasets.choosing import Choice, share
from skills.datasets.episodes import EpisodeFrames, EpisodeInfo, Frame, Label
from skills.datasets.export import export_npz
from skills.datasets.format import DatasetError, Extra, Features
from skills.datasets.reader import Dataset
from skills.datasets.recorder import Recorder, frame_of
from skills.datasets.recording import EpisodeWriter
from skills.datasets.rework import merge, select
from skills.datasets.writer import DatasetWriter

__all__ = [
    "Choice",
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
    "Recorder",
    "export_npz",
    "frame_of",
    "merge",
    "problems",
    "select",
    "share",
]
