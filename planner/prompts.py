"""Prompts are Markdown files with a YAML header; a prompt that is filled in wrongly is refused."""

import hashlib
import re
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

HEADER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


class PromptError(ValueError):
    """A prompt file, or what is put into it, is wrong; the message names the place and what was expected."""


class PromptHeader(BaseModel):
    """The YAML header of a prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    version: int
    inputs: list[str]
    output: str


@dataclass(frozen=True)
class Prompt:
    """A text with named gaps."""

    id: str
    version: int
    inputs: tuple[str, ...]
    output: str
    """What the model should answer, in words."""
    template: str
    sha256: str = field(repr=False)
    """Digest of the whole file, for the trace."""

    @classmethod
    def parse(cls, text: str, source: str) -> "Prompt":
        """Read a prompt file.

        Raises:
            PromptError: no header, a wrong header, or gaps in the text that the header does not list.
        """
        match = HEADER.match(text)
        if match is None:
            raise PromptError(f"{source}: a prompt begins with a YAML header between two lines of ---")
        header = _header(match[1], source)
        _check_gaps(match[2], header, source)
        digest = hashlib.sha256(text.encode()).hexdigest()
        return cls(header.id, header.version, tuple(header.inputs), header.output, match[2].strip("\n"), digest)

    def render(self, **inputs: object) -> str:
        """Fill every gap; the text ends where the model goes on.

        Raises:
            PromptError: an input is missing or unknown.
        """
        missing = [name for name in self.inputs if name not in inputs]
        unknown = [name for name in inputs if name not in self.inputs]
        if missing or unknown:
            wrong = [f"missing {name!r}" for name in missing] + [f"unknown {name!r}" for name in unknown]
            raise PromptError(f"prompt {self.id!r}: {', '.join(wrong)} (inputs: {', '.join(self.inputs)})")
        return self.template.format(**inputs)


def load_prompt(id: str, folder: Traversable | None = None) -> Prompt:
    """The prompt of that id, from ``folder`` or from those that come with Doable.

    Raises:
        PromptError: there is none, or its file is wrong; the message names those that exist.
    """
    place = folder if folder is not None else files("prompts")
    names = sorted(item.name.removesuffix(".md") for item in place.iterdir() if item.name.endswith(".md"))
    if id not in names:
        raise PromptError(f"no prompt {id!r}; there is: {', '.join(names) or 'none'}")
    prompt = Prompt.parse(place.joinpath(f"{id}.md").read_text(encoding="utf-8"), f"{id}.md")
    if prompt.id != id:
        raise PromptError(f"{id}.md: its header says id {prompt.id!r}; file and id must agree")
    return prompt


def _header(text: str, source: str) -> PromptHeader:
    try:
        return PromptHeader.model_validate(yaml.safe_load(text))
    except (ValidationError, yaml.YAMLError) as error:
        raise PromptError(f"{source}: wrong header (needs id, version, inputs, output): {error}") from error


def _check_gaps(template: str, header: PromptHeader, source: str) -> None:
    try:
        gaps = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError as error:
        raise PromptError(f"{source}: {error}; write a literal brace twice") from error
    if gaps != set(header.inputs):
        odd = ", ".join(sorted(gaps ^ set(header.inputs)))
        raise PromptError(f"{source}: the gaps in the text and the header's inputs differ in: {odd}")
