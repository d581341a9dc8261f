"""What a run knew at each of its decisions, out of its checkpoints: a fork begins there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from langgraph.checkpoint.sqlite import SqliteSaver

CHECKPOINTS = "checkpoints.sqlite"
KEPT = frozenset(
    ("task", "earlier", "corrections", "exchanges", "pursuit", "records", "ruled_out", "vetoed", "recoveries", "forced")
)
"""What a decision depends on besides the world; all else is of one decision, or is found anew."""


def known_at(folder: Path, thread: str, span: str) -> dict[str, Any]:
    """What a run knew when the decision with this span began: a beginning for `Planner.go_on_from`.

    Raises:
        ValueError: no checkpoint of that decision is there.
    """
    path = folder / CHECKPOINTS
    if path.exists():
        with SqliteSaver.from_conn_string(str(path)) as saver:
            found = [
                known
                for checkpoint in saver.list({"configurable": {"thread_id": thread}})
                if (known := checkpoint.checkpoint["channel_values"]).get("span") == span
            ]
        if found:
            return beginning(found[-1])
    raise ValueError(f"no checkpoint of that decision is in {path}")


def beginning(known: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a state that another run can begin with."""
    return {name: known[name] for name in KEPT if name in known}
