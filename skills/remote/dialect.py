"""How a policy server wants to be spoken to: what it is sent, and how its answers are meant."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import ValidationError

from skills.errors import LibraryError, did_you_mean
from skills.remote.received import Received
from skills.remote.sent import Picture, Sent, Strict


class Dialect(Strict):
    """What a policy server is sent and what it sends back."""

    sent: Sent = Sent()
    received: Received = Received()

    @classmethod
    def read(cls, path: str | Path) -> "Dialect":
        """From a YAML file with the parts ``sent`` and ``received``.

        Raises:
            LibraryError: there is no such file, or it is wrong; the message says what is valid.
        """
        try:
            return cls.model_validate(yaml.safe_load(Path(path).read_text(encoding="utf-8")) or {})
        except ValidationError as error:
            where = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
            raise LibraryError(f"{Path(path).name}: {where}") from error
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise LibraryError(f"{Path(path).name}: {' '.join(str(error).split())}") from error


DOABLE = Dialect(sent=Sent(whole=True), received=Received(kind="told", terminate="terminate"))
"""What `doable skills serve` understands: everything that was observed, absolute targets."""
DROID = Dialect(
    sent=Sent(
        images={
            "observation/exterior_image_1_left": Picture(camera="front", size=(224, 224)),
            "observation/wrist_image_left": Picture(camera="wrist", size=(224, 224)),
        },
        state={"observation/joint_position": ("joint_positions",), "observation/gripper_position": ("gripper",)},
        gripper="closing",
    ),
    received=Received(kind="joints", reference="step", angle_unit=1 / 15, gripper="closing", execute=8),
)
"""openpi's policies for the DROID set-up, a Panda: joint velocities, [rad/s], at 15 Hz, of which 8 are carried out."""
DIALECTS: Mapping[str, Dialect] = {"doable": DOABLE, "droid": DROID}


def dialect_of(given: Dialect | str) -> Dialect:
    """A dialect, by its name or as it is.

    Raises:
        LibraryError: none is called so.
    """
    if isinstance(given, Dialect):
        return given
    if given not in DIALECTS:
        near = did_you_mean(given, DIALECTS)
        raise LibraryError(f"unknown dialect {given!r}{near} (dialects: {', '.join(DIALECTS)}, or Dialect.read(FILE))")
    return DIALECTS[given]
