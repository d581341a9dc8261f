"""Where a value function looked, as a picture: its attention laid over what the camera saw."""

import numpy as np
from numpy.typing import NDArray

GREY = 0.9
"""How bright the camera's picture is below; without its colours, which would be taken for heat."""
STRONGEST = 0.85
"""How much of the picture the greatest heat hides."""
_ANCHORS = np.array([(40, 11, 84), (120, 28, 109), (212, 72, 66), (251, 155, 6), (252, 255, 164)], dtype=np.float32)
"""From violet over red and orange to pale yellow, which differ in lightness, too."""
_LEVELS = 256
_COLOURS = np.stack(
    [np.interp(np.linspace(0, 4, _LEVELS), np.arange(5), _ANCHORS[:, channel]) for channel in range(3)], axis=-1
).astype(np.float32)


def heat_picture(rgb: NDArray[np.uint8], attention: NDArray[np.float32]) -> NDArray[np.uint8]:
    """A picture of the camera's size, (H, W, 3).

    Args:
        rgb: what the camera saw, shape (H, W, 3).
        attention: not negative, of any shape (h, w); its square root, relative to the largest, is the heat.
    """
    heat = np.sqrt(np.maximum(attention, 0.0) / max(float(attention.max()), 1e-9))
    heat = _interpolated(_interpolated(heat, rgb.shape[0]).T, rgb.shape[1]).T
    share = STRONGEST * heat[..., None]
    seen = rgb.mean(axis=2, dtype=np.float32)[..., None] * GREY
    mixed = (1.0 - share) * seen + share * _COLOURS[(heat * (_LEVELS - 1)).astype(np.intp)]
    return np.clip(mixed, 0, 255).astype(np.uint8)


def _interpolated(values: NDArray[np.float32], rows: int) -> NDArray[np.float32]:
    """As many rows, linearly between those that there are."""
    places = np.clip((np.arange(rows) + 0.5) * len(values) / rows - 0.5, 0, len(values) - 1)
    low = places.astype(np.intp)
    part = (places - low).astype(np.float32)[:, None]
    mixed: NDArray[np.float32] = values[low] * (1 - part) + values[np.minimum(low + 1, len(values) - 1)] * part
    return mixed
