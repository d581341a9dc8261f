"""A content-addressed cache of answers: the same question to the same model is asked once, and a run can be replayed.

A file an answer, named by the SHA-256 of who was asked what. It also holds the question, so that a person can read it.
Secrets never get here: the question has none, and the answer is redacted before.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel

from planner.models.errors import ModelError, ReplayMissError
from planner.models.wire import ChatRequest, CompletionRequest, Reply

CacheMode = Literal["use", "replay", "off"]
"""``use``: what is known is not asked again; ``replay``: nothing is sent, all must be known; ``off``: neither."""


class _Kept(BaseModel):
    """What a file holds; the question is there for people."""

    model: dict[str, str]
    request: dict[str, Any]
    reply: Reply | None = None
    refusal: str = ""


class ReplyCache:
    """A folder of answers; many processes may share it."""

    def __init__(self, folder: Path, mode: CacheMode = "use") -> None:
        """The folder is made when the first answer comes.

        Raises:
            ModelError: no such mode.
        """
        if mode not in get_args(CacheMode):
            raise ModelError(f"unknown cache mode {mode!r} (valid: {', '.join(get_args(CacheMode))})")
        self.folder, self.mode = folder, mode

    def get(self, key: str, request: CompletionRequest | ChatRequest, fresh: bool = False) -> Reply | None:
        """The answer, if it is known; with ``fresh`` only in a replay.

        Raises:
            ReplayMissError: this is a replay, and it is not known.
            ModelError: this is a replay, and the model refused to answer.
        """
        if self.mode == "off" or (fresh and self.mode == "use"):
            return None
        reply, refusal = self._read(self._path(key))
        if refusal and self.mode == "replay":
            raise ModelError(refusal)
        if reply is None and self.mode == "replay":
            asked = request.prompts[0] if isinstance(request, CompletionRequest) else request.user
            raise ReplayMissError(
                f"replay: no answer is kept in {self.folder} for {asked[-80:]!r} ({key[:12]}); "
                "set DOABLE_MODEL_CACHE=use to ask the model"
            )
        return reply

    def put(
        self,
        key: str,
        identity: Mapping[str, str],
        request: CompletionRequest | ChatRequest,
        reply: Reply | None,
        refusal: str = "",
    ) -> None:
        """Keep an answer, or a refusal for replays; the file is whole or not there.

        Raises:
            ModelError: it cannot be written.
        """
        if self.mode != "use":
            return
        path = self._path(key)
        asked = request.model_dump(mode="json")
        kept = _Kept(model=dict(identity), request=asked, reply=reply, refusal=refusal)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, kept.model_dump_json(indent=1))
        except OSError as error:
            raise ModelError(
                f"the cache of answers {self.folder} cannot be written ({error.strerror}); "
                "set DOABLE_MODEL_CACHE=off or another DOABLE_HOME"
            ) from error

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"

    def _read(self, path: Path) -> tuple[Reply | None, str]:
        """Answer and refusal; neither if it is not there or damaged: it is then asked again."""
        try:
            kept = _Kept.model_validate_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None, ""
        return kept.reply, kept.refusal


def _write_whole(path: Path, text: str) -> None:
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:12]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(partial, path)
    except BaseException:
        Path(partial).unlink(missing_ok=True)
        raise
