"""Lessons that are kept as text, a line each."""

from importlib.resources import files


def lines_of(folder: str) -> list[str]:
    """The lines of a folder's files, in the order of the files' names, without comments and empty ones."""
    found = files("planner.goals.lessons").joinpath(folder)
    texts = [file.read_text("utf-8") for file in sorted(found.iterdir(), key=str) if file.name.endswith(".txt")]
    return [line for text in texts for line in text.splitlines() if line.strip() and not line.startswith("#")]
