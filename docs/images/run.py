"""Makes run.png beside this file: two skills of one task, and where the policy looks. Run from the top folder:

python docs/images/run.py
"""

from pathlib import Path

import numpy as np
from PIL import Image

from simulation.world import make_world
from skills.builtin import tabletop_library
from skills.runner import Runner
from skills.vla import VLAPolicy

STEPS = (("pick_up", {"object": "red block"}), ("put_in", {"object": "red block", "container": "blue bowl"}))
HEIGHT = 240


def main() -> None:
    """Carry the steps out on the default table; a picture at the beginning, in the middle and at the end."""
    world, policy = make_world("tabletop", "panda", 0), VLAPolicy.load()
    library, pictures = tabletop_library(policy), [world.picture()]
    for name, arguments in STEPS:
        call = library[name].call(**arguments)
        pictures.append(_looked(world.observe(), policy.start(call.text)))
        Runner(world).run_to_end(call)
        pictures.append(world.picture())
    Image.fromarray(np.concatenate(pictures, axis=1)).save(Path(__file__).with_suffix(".png"), optimize=True)


def _looked(observation, episode) -> np.ndarray:  # type: ignore[no-untyped-def]
    """The front camera's image, (HEIGHT, HEIGHT, 3), dark where the policy does not look."""
    attention = episode.act(observation).attention
    image = Image.fromarray(observation.images["front"].rgb).resize((HEIGHT, HEIGHT), Image.Resampling.NEAREST)
    heat = np.clip(attention / attention.max(), 0, 1) ** 0.3
    weight = np.asarray(Image.fromarray(np.uint8(255 * heat)).resize((HEIGHT, HEIGHT)), np.float32)[..., None] / 255
    return (np.asarray(image) * (0.35 + 0.65 * weight)).astype(np.uint8)


if __name__ == "__main__":
    main()
