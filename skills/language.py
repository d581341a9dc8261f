"""Words for commands: many wordings to train on, some held out, and their encoding by MiniLM.

A skill's canonical text is what the planner sends. Policies, value functions and detectors are trained on all of
``WORDINGS`` so that they understand a person's words too; ``HELD_OUT_WORDINGS`` are sentences made of the same words
that no training ever sees.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

WORDINGS: Mapping[str, tuple[str, ...]] = {
    "pick_up": (
        "pick up the {object}",
        "pick the {object} up",
        "grab the {object}",
        "take the {object}",
        "lift the {object}",
        "get the {object}",
        "grasp the {object}",
        "raise the {object}",
        "please pick up the {object}",
        "please lift up the {object}",
        "can you take the {object}",
        "could you grab the {object} please",
        "I want you to pick up the {object}",
        "I need the {object} in your hand",
        "take hold of the {object}",
        "reach for the {object} and lift it",
        "grab the {object} from the table",
        "go and get the {object}",
        "hold the {object}",
        "now pick up the {object}",
    ),
    "put_in": (
        "put the {object} in the {container}",
        "put the {object} into the {container}",
        "place the {object} in the {container}",
        "place the {object} inside the {container}",
        "drop the {object} into the {container}",
        "drop the {object} in the {container}",
        "set the {object} down in the {container}",
        "please put the {object} in the {container}",
        "can you place the {object} in the {container}",
        "could you drop the {object} into the {container} please",
        "I want the {object} in the {container}",
        "the {object} goes into the {container}",
        "move the {object} into the {container}",
        "release the {object} in the {container}",
        "let go of the {object} over the {container}",
        "the {container} should hold the {object}",
        "fill the {container} with the {object}",
        "now put the {object} inside the {container}",
        "I need the {object} inside the {container}",
        "leave the {object} in the {container}",
    ),
    "put_on": (
        "put the {object} on the {support}",
        "put the {object} onto the {support}",
        "place the {object} on the {support}",
        "place the {object} on top of the {support}",
        "stack the {object} on the {support}",
        "stack the {object} on top of the {support}",
        "set the {object} down on the {support}",
        "please put the {object} on the {support}",
        "can you stack the {object} on the {support}",
        "could you place the {object} onto the {support} please",
        "I want the {object} on the {support}",
        "the {object} goes on top of the {support}",
        "move the {object} onto the {support}",
        "release the {object} on the {support}",
        "balance the {object} on the {support}",
        "the {support} should carry the {object}",
        "build a tower with the {object} on the {support}",
        "now put the {object} on top of the {support}",
        "I need the {object} on the {support}",
        "leave the {object} on the {support}",
    ),
}

HELD_OUT_WORDINGS: Mapping[str, tuple[str, ...]] = {
    "pick_up": (
        "please grab the {object}",
        "could you lift the {object} up please",
        "I want you to take the {object}",
        "now grasp the {object} and lift it",
        "can you get hold of the {object}",
        "go and pick the {object} up from the table",
    ),
    "put_in": (
        "please drop the {object} inside the {container}",
        "could you put the {object} into the {container}",
        "I want you to place the {object} in the {container}",
        "now let go of the {object} in the {container}",
        "can you leave the {object} inside the {container} please",
        "set the {object} down inside the {container}",
    ),
    "put_on": (
        "please stack the {object} onto the {support}",
        "could you put the {object} on top of the {support}",
        "I want you to place the {object} on the {support}",
        "now set the {object} down on top of the {support}",
        "can you leave the {object} on the {support} please",
        "the {object} goes onto the {support}",
    ),
}

NOUNS: Mapping[str, tuple[str, ...]] = {
    "block": ("block", "block", "cube"),
    "bowl": ("bowl", "bowl", "dish"),
    "cylinder": ("cylinder",),
    "wedge": ("wedge",),
}

MAX_TOKENS = 24
WIDTH = 384


def word(template: str, arguments: Mapping[str, str], rng: np.random.Generator) -> str:
    """Fill a wording, each noun replaced by one of its synonyms.

    Args:
        template: with the names of arguments in braces.
        arguments: ids such as ``red block``.
        rng: chooses the synonyms.
    """
    return template.format(**{name: _synonym(id, rng) for name, id in arguments.items()})


def say(skill: str, arguments: Mapping[str, str], rng: np.random.Generator, plain: float = 0.0) -> str:
    """A command in one of its skill's wordings.

    Args:
        skill: a key of ``WORDINGS``.
        arguments: ids by parameter.
        rng: chooses the wording and the synonyms.
        plain: share of commands in the first wording, the one that planners use.
    """
    wordings = WORDINGS[skill]
    return word(wordings[0 if rng.random() < plain else int(rng.integers(len(wordings)))], arguments, rng)


def _synonym(id: str, rng: np.random.Generator) -> str:
    colour, _, category = id.partition(" ")
    return f"{colour} {rng.choice(NOUNS[category])}" if category in NOUNS else id


@dataclass
class CommandEncoder:
    """MiniLM (Wang et al. 2020, arXiv:2002.10957), frozen: a sentence to its tokens' contextual vectors.

    Sentences are encoded once and kept.
    """

    quick: bool = False
    """Compute in bfloat16, as training does, where thousands of sentences are met once."""
    _cache: dict[str, tuple[Tensor, Tensor]] = field(default_factory=dict)
    _model: tuple[object, torch.nn.Module] | None = None

    @torch.no_grad()
    def encode(self, commands: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Token vectors of shape (n, MAX_TOKENS, WIDTH) and a mask (n, MAX_TOKENS), true where there is a token.

        Raises:
            WeightsError: the package that carries MiniLM is missing or damaged.
        """
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.quick):
            self._remember([text for text in dict.fromkeys(commands) if text not in self._cache])
        vectors, masks = zip(*(self._cache[text] for text in commands), strict=True)
        with torch.autocast("cpu", enabled=False):
            return torch.stack(vectors).float(), torch.stack(masks)

    def _remember(self, texts: Sequence[str]) -> None:
        alike = sorted(texts, key=len)
        for start in range(0, len(alike), 64):
            self._encode(alike[start : start + 64])

    def _encode(self, texts: Sequence[str]) -> None:
        tokenizer, model = self._model = self._model or _load()
        batch = tokenizer(  # type: ignore[operator]
            list(texts), padding=True, truncation=True, max_length=MAX_TOKENS, return_tensors="pt"
        )
        hidden = model(**batch).last_hidden_state.half()
        rest = MAX_TOKENS - hidden.shape[1]
        vectors = torch.nn.functional.pad(hidden, (0, 0, 0, rest))
        masks = torch.nn.functional.pad(batch["attention_mask"].bool(), (0, rest))
        self._cache |= dict(zip(texts, zip(vectors, masks, strict=True), strict=True))


def _load() -> tuple[object, torch.nn.Module]:
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging

    import weights

    folder = weights.find_minilm()
    logging.disable_progress_bar()
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder, dtype=torch.float32).eval()
