"""Camera videos: H.264 in MP4, written frame by frame, so that a killed process leaves what it had filmed."""

from fractions import Fraction
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

QUALITY = 26
"""Constant rate factor of x264: lower is better and larger."""
SECONDS_A_FRAGMENT = 2
"""So much is lost at most when the process is killed."""


class Film:
    """One video of one camera. Close it, or what was filmed last is missing."""

    def __init__(self, path: Path, rate: float, height: int, width: int) -> None:
        """Begin a file.

        Args:
            path: ends in ``.mp4``.
            rate: frames a second.
            height: of the pictures; an odd row or column at the edge is left out.
            width: likewise.

        Raises:
            OSError: the file cannot be written.
            ImportError: PyAV is not installed.
        """
        import av

        self.path, self.frames = path, 0
        self._height, self._width = height // 2 * 2, width // 2 * 2
        fragments = {"movflags": "frag_keyframe+empty_moov+default_base_moof", "fflags": "flush_packets"}
        self._file = av.open(str(path), "w", format="mp4", options=fragments)
        stream = self._file.add_stream("libx264", rate=Fraction(rate).limit_denominator(1000))
        stream.width, stream.height, stream.pix_fmt = self._width, self._height, "yuv420p"
        every = str(max(1, round(rate * SECONDS_A_FRAGMENT)))
        stream.options = {"preset": "ultrafast", "crf": str(QUALITY), "tune": "zerolatency", "g": every}
        stream.codec_context.thread_count = 1
        self._stream = stream

    def add(self, rgb: NDArray[np.uint8]) -> None:
        """The next frame, of shape (H, W, 3).

        Raises:
            OSError: it cannot be written.
        """
        from av import VideoFrame

        picture = np.ascontiguousarray(rgb[: self._height, : self._width])
        self._file.mux(self._stream.encode(VideoFrame.from_ndarray(picture, format="rgb24")))
        self.frames += 1

    def close(self) -> None:
        """Write what is left.

        Raises:
            OSError: it cannot be written.
        """
        try:
            self._file.mux(self._stream.encode(None))
        finally:
            self._file.close()


def prepare(video: bool = True) -> None:
    """Load what pictures and videos need, so that no run waits for it; without PyAV there are no videos."""
    from PIL import Image

    Image.new("RGB", (16, 16)).save(BytesIO(), "JPEG")
    if not video:
        return
    try:
        from av import VideoFrame
        from av.video.codeccontext import VideoCodecContext
    except ImportError:
        return
    encoder = VideoCodecContext.create("libx264", "w")
    encoder.width = encoder.height = 16
    encoder.pix_fmt, encoder.time_base = "yuv420p", Fraction(1, 5)
    encoder.encode(VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), format="rgb24").reformat(format="yuv420p"))
    encoder.encode(None)
