"""An agent over scripted parts, as every test of the front door uses it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from affordances.fake import FakeDetector, FakeValueFunction
from doable.agent import Agent
from doable.assembly import Parts
from doable.options import RunOptions
from doable.settings import Settings
from grounding import Scene
from planner import ScriptedModel
from planner.fake import PickledSnapshots
from planner.task_planner import Reader
from skills import tabletop_library
from skills.fake import FakeGrounder, FakePolicy, FakeWorld
from traces import TraceStore

PLAN = ["pick up the red block", "put the red block in the blue bowl", "done"]
OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl"}

AgentMaker = Callable[..., Agent]


class PersistentFakeWorld(FakeWorld):
    """A fake world that can be saved."""

    def save(self, path: Path) -> None:
        path.write_text("saved")


def fake_parts(script: list[str], fail: dict[str, Any], reader: Reader | None) -> Parts:
    world = PersistentFakeWorld.of(OBJECTS, ["hand empty()"])
    library = tabletop_library(FakePolicy(tabletop_library(), world, fail))
    return Parts(
        world=world,
        library=library,
        grounder=FakeGrounder(),
        model=ScriptedModel(script),
        value_function=FakeValueFunction(library),
        detector=FakeDetector(library),
        reader=reader,
    )


@pytest.fixture
def make_agent(doable_home: Path) -> AgentMaker:
    """Makes an agent with a script for the model, and failures for the policy."""

    def make(
        script: list[str] | None = None,
        fail: dict[str, Any] | None = None,
        options: RunOptions | None = None,
        reader: Reader | None = None,
    ) -> Agent:
        parts = fake_parts(script or PLAN, fail or {}, reader)

        def truth() -> Scene:
            return parts.world.observe().scene  # type: ignore[attr-defined, no-any-return]

        return Agent(parts, TraceStore(doable_home / "traces"), options, truth, PickledSnapshots)

    return make


@pytest.fixture
def fake_loading(monkeypatch: pytest.MonkeyPatch, make_agent: AgentMaker) -> Callable[..., None]:
    """Makes the command line load scripted parts instead of learned ones."""

    def install(
        script: list[str] | None = None, fail: dict[str, Any] | None = None, reader: Reader | None = None
    ) -> None:
        def load(settings: Settings, options: RunOptions | None = None) -> Agent:
            return make_agent(script, fail, options, reader)

        monkeypatch.setattr(Agent, "load", load)

    return install
