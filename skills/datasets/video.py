"""One camera's frames of an episode as H.264 in MP4, exact in time, and back."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skills.datasets.format import DatasetError

QUALITY = 18
"""Constant rate factor of x264: lower is better and larger."""
KEY_FRAME_EVERY = 2
"""So that single frames are found at once, as LeRobot encodes too."""


class VideoFile:
    """A video that is being written. Close it, or there is none."""

    def __init__(self, path: Path, rate: float, height: int, width: int) -> None:
        """Begin a file.

        Args:
            path: ends in ``.mp4``; its folder exists.
            rate: frames a second.
            height: of the pictures, even.
            width: likewise.

        Raises:
            OSError: it cannot be written.
            DatasetError: a height or width that is odd.
        """
        import av

        if height % 2 or width % 2:
            raise DatasetError(f"pictures of {height} x {width} pixels cannot be filmed: both must be even")
        self._file = av.open(str(path), "w", format="mp4")
        self._stream = self._file.add_stream("libx264", rate=Fraction(rate).limit_denominator(1000))
        self._stream.width, self._stream.height, self._stream.pix_fmt = width, height, "yuv420p"
        self._stream.options = {"preset": "veryfast", "crf": str(QUALITY), "g": str(KEY_FRAME_EVERY), "bf": "0"}
        self._stream.codec_context.thread_count = 1

    def add(self, rgb: NDArray[np.uint8]) -> None:
        """The next frame, of shape (H, W, 3).

        Raises:
            OSError: it cannot be written.
        """
        from av import VideoFrame

        self._file.mux(self._stream.encode(VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")))

    def close(self) -> None:
        """Write what is left.

        Raises:
            OSError: it cannot be written.
        """
        try:
            self._file.mux(self._stream.encode(None))
        finally:
            self._file.close()


def pictures(path: Path, start: float, end: float) -> Iterator[NDArray[np.uint8]]:
    """The frames of a video from ``start`` up to before ``end`` [s], each of shape (H, W, 3).

    Raises:
        DatasetError: it is missing or damaged.
    """
    import av

    try:
        with av.open(str(path)) as file:
            stream = file.streams.video[0]
            slack = 0.5 / float(stream.average_rate or 10)
            if start > 1.0:
                file.seek(int((start - 1.0) / float(stream.time_base or 1)), stream=stream)
            for frame in file.decode(stream):
                if frame.time is None or frame.time < start - slack:
                    continue
                if frame.time >= end - slack:
                    return
                yield np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
    except (OSError, av.error.FFmpegError, IndexError) as error:
        raise DatasetError(f"{path} is missing or damaged: {error}") from error
