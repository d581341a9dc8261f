"""Lessons that are kept as text, a line each."""

from importlib.resources import files


def lines_of(folder: str) -> list[str]:
    """The lines of a folder's files, in the order of the files' names, without comments and empty ones."""
    return [line for lines in files_of(folder).values() for line in lines]


def files_of(folder: str) -> dict[str, list[str]]:
    """The same by the files' names, without their ending."""
    found = files("planner.goals.lessons").joinpath(folder)
    texts = {file.name: file.read_text("utf-8") for file in sorted(found.iterdir(), key=str)}
    return {
        name.removesuffix(".txt"): [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        for name, text in texts.items()
        if name.endswith(".txt")
    }
