"""The house itself: what rooms export, what may not be written in files, and how fast the door opens."""

import ast
import importlib
import importlib.metadata
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
ROOMS = [
    "affordances",
    "doable",
    "evaluation",
    "grounding",
    "planner",
    "prompts",
    "simulation",
    "skills",
    "traces",
    "weights",
]
HEAVY = ["torch", "transformers", "langchain", "langgraph", "openai", "pybullet", "gymnasium", "scipy", "networkx"]

# Written in two parts, so that this file passes its own test.
PLACES = ["/" + "work/", "/" + "root/", "/" + "home/", "/" + "Users/", "/opt/" + "pypi", "/opt/" + "wheels"]
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "download.pytorch" + ".org", "extra-index" + "-url"]


@pytest.mark.parametrize("room", ROOMS)
def test_exported_names_exist_and_are_sorted_out(room: str) -> None:
    module = importlib.import_module(room)
    exported = getattr(module, "__all__", [])
    assert exported or room == "prompts", f"{room}/__init__.py exports nothing"
    assert len(exported) == len(set(exported))
    for name in exported:
        assert hasattr(module, name), f"{room}.__all__ names {name!r}, which does not exist"
    public = {
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "").split(".")[0] == room
    }
    assert public <= set(exported), f"{room} shows {sorted(public - set(exported))} without listing them in __all__"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_one_sentence_what_lives_there(room: str) -> None:
    first, _, _ = (importlib.import_module(room).__doc__ or "").strip().partition("\n\n")
    text = " ".join(first.split())
    message = f"{room}/__init__.py should say in one sentence what lives there, and says {text!r}"
    assert re.fullmatch(r".{10,200}[.]", text) and ". " not in text, message


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_ships_its_types(room: str) -> None:
    assert (ROOT / room / "py.typed").is_file()


def _imported_by(*arguments: str) -> set[str]:
    """Top-level packages that Python imports when a process of its own is started with these arguments."""
    command = [sys.executable, "-X", "importtime", *arguments]
    program = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert program.returncode == 0, re.sub(r"(?m)^import time:.*\n", "", program.stderr)
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in program.stderr.splitlines() if "|" in line}


def test_opening_all_rooms_imports_no_heavy_package() -> None:
    imported = _imported_by("-c", f"import {', '.join(ROOMS)}")
    assert set(ROOMS) <= imported
    assert not imported & {"torch", "transformers", "langchain", "langgraph", "pybullet"}


def test_help_answers_without_heavy_packages() -> None:
    imported = _imported_by("-m", "doable.cli", "--help")
    assert "typer" in imported
    assert not imported & set(HEAVY)


def _tracked_texts() -> list[tuple[str, str]]:
    """Path and text of every tracked file that is text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]
    texts = []
    for path in paths:
        try:
            texts.append((path, (ROOT / path).read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return texts


@pytest.mark.parametrize("forbidden", PLACES + REGISTRIES)
def test_no_file_names_a_place_of_one_machine(forbidden: str) -> None:
    found = [path for path, text in _tracked_texts() if forbidden in text]
    assert not found, f"{forbidden!r} is written in {found}"


def _pins() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _normalised(requirement: str) -> str:
    """The package's name in lower case, without its version and with dashes only."""
    return re.sub(r"[-_.]+", "-", re.split("[<>=]", requirement)[0]).lower()


def test_every_pin_is_exact_and_named_once() -> None:
    pins = _pins()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[^=;\s]+", pin) for pin in pins)
    assert len(pins) == len({_normalised(pin) for pin in pins})


PINNED_EXTRAS = ("dev", "llm", "classical", "meshes", "mcap", "otel", "rerun")


def _needed() -> dict[str, str]:
    """Installed version of all that the core and the pinned extras need, directly or not; empty: not installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    todo = [*project["dependencies"]]
    todo += [line for extra in PINNED_EXTRAS for line in project["optional-dependencies"][extra]]
    found: dict[str, str] = {}
    while todo:
        wanted = Requirement(todo.pop())
        name = _normalised(wanted.name)
        applies = wanted.marker is None or wanted.marker.evaluate({"extra": ""})
        if not applies or (name in found and not wanted.extras):
            continue
        try:
            installed = importlib.metadata.distribution(wanted.name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = ""
            continue
        found[name] = installed.version.partition("+")[0]
        todo += [_without_extra(line, wanted.extras) for line in installed.requires or ()]
    return found


def _without_extra(requirement: str, extras: set[str]) -> str:
    """The requirement of a package as one that always applies, if it is that of a wanted extra."""
    line = Requirement(requirement)
    if line.marker is not None and any(line.marker.evaluate({"extra": extra}) for extra in extras):
        line.marker = None
    return str(line)


def test_every_dependency_is_pinned_and_nothing_else() -> None:
    pins, versions = {_normalised(pin) for pin in _pins()}, _needed()
    missing, superfluous = versions.keys() - pins, pins - versions.keys()
    assert not missing, f"add pins for {sorted(missing)} to constraints.txt"
    if not all(versions.values()):  # what an extra needs that is not installed is not known
        superfluous &= {_normalised(found.metadata["Name"]) for found in importlib.metadata.distributions()}
    assert not superfluous, f"nothing needs {sorted(superfluous)} of constraints.txt"


def test_pins_say_what_is_installed() -> None:
    pins = {_normalised(pin): pin.partition("==")[2] for pin in _pins()}
    wrong = {name: version for name, version in _needed().items() if version and pins.get(name) != version}
    assert not wrong, f"constraints.txt pins other versions than the installed {wrong}"


OPTIONAL = {
    "decimate.py": "meshes",
    "openai_server.py": "llm",
    "langchain_chat.py": "llm",
    "classical.py": "classical",
    "export_mcap.py": "mcap",
    "export_otlp.py": "otel",
    "export_rerun.py": "rerun",
    "executor.py": "ray",
}
"""Modules that need an extra, and say so when it is missing."""


def test_every_package_that_is_imported_is_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = {_normalised(line) for line in project["dependencies"]}
    extras = {
        file: {_normalised(line) for line in project["optional-dependencies"][extra]}
        for file, extra in OPTIONAL.items()
    }
    distributions = {"rerun": ["rerun-sdk"], **importlib.metadata.packages_distributions()}  # often not installed
    missing = {
        f"{package} ({path.relative_to(ROOT)})"
        for path in _modules()
        for package in _imported_packages(path) - set(ROOMS) - sys.stdlib_module_names
        if not (core | extras.get(path.name, set()))
        & {_normalised(name) for name in distributions.get(package, [package])}
    }
    assert not missing, f"add to the dependencies in pyproject.toml: {sorted(missing)}"


def _imported_packages(path: Path) -> set[str]:
    """Top-level packages that a module names, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    taken = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in plain | taken}


def _modules() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not [str(path.relative_to(ROOT)) for path in _modules() if path.stem in drawers]


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > 60
    ]
    assert not long, long


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in _modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent, [str(path.relative_to(ROOT)) for path in silent]


def _documented_commands() -> list[str]:
    """Every `doable …` command that README.md and the guide show, without comments."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    shown = re.findall(r"^\.venv/bin/(doable .*)$|`(doable [^`]+)`", text, flags=re.MULTILINE)
    return sorted({(block or inline).split("#")[0].strip() for block, inline in shown})


@pytest.mark.parametrize("line", _documented_commands())
def test_documented_commands_exist(line: str) -> None:
    import typer

    from doable.cli import app

    command = typer.main.get_command(app)
    for word in shlex.split(line)[1:]:
        if word.startswith("--"):
            options = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
            assert word in options | {"--help"}, f"{line!r}: no option {word}"
        elif hasattr(command, "commands"):
            assert word in command.commands, f"{line!r}: no command {word!r}, there are {sorted(command.commands)}"
            command = command.commands[word]
