"""Scripted doubles of a world, a grounder and a policy: symbols only, no physics and no torch, for tests.

They are joined by what a ``FakeWorld`` observes: a ``FakeObservation`` carries its scene instead of pictures.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from grounding import Observation, Proprioception, Scene, SceneObject
from skills.action import Action, ActionChunk, EndEffectorTarget
from skills.conditions import canonical, canonical_facts, parse_fact
from skills.library import SkillLibrary
from skills.ports import EmergencyStop
from skills.skill import SkillCall

Failure = Literal["miss", "hang", "stop", "error"]
"""``miss``: the policy believes that it is done, but nothing changed; ``hang``: it never ends; ``stop``: the world
is stopped for safety; ``error``: the policy raises."""


@dataclass(frozen=True)
class FakeObservation(Observation):
    """An observation without pictures that carries the scene for ``FakeGrounder``."""

    scene: Scene = field(default_factory=Scene)


@dataclass
class FakeWorld:
    """A symbolic world: objects that stay, facts that skills change."""

    scene: Scene
    control_period: float = 0.1
    """In [s]."""
    time: float = 0.0
    """In [s]."""
    stopped: bool = False
    applied: list[Action] = field(default_factory=list)
    """Every action that arrived, in order."""

    @classmethod
    def of(cls, objects: Mapping[str, str], facts: Iterable[str], control_period: float = 0.1) -> "FakeWorld":
        """``FakeWorld.of({"red block": "block", "blue bowl": "bowl"}, ["hand empty()"])``: id -> category."""
        things = tuple(_thing(id, category, i) for i, (id, category) in enumerate(objects.items()))
        return cls(Scene(things, canonical_facts(map(parse_fact, facts))), control_period)

    def observe(self) -> FakeObservation:
        """The scene, at the present time."""
        pose = np.eye(4)
        body = Proprioception(pose, 0.08, np.zeros(7), np.zeros(7))
        return FakeObservation({}, body, self.time, self.scene)

    def apply(self, action: Action) -> None:
        """Let one control period pass.

        Raises:
            EmergencyStop: the world is stopped.
        """
        if self.stopped:
            raise EmergencyStop("the world is stopped; release it first")
        self.applied.append(action)
        self.time += self.control_period

    def stop(self) -> None:
        """Refuse to move until ``release``."""
        self.stopped = True

    def release(self) -> None:
        """Lift a stop."""
        self.stopped = False

    def change(self, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """A disturbance: add and remove facts behind the robot's back."""
        kept = self.scene.facts - canonical_facts(map(parse_fact, remove))
        self.scene = replace(self.scene, facts=kept | canonical_facts(map(parse_fact, add)))

    def carry_out(self, call: SkillCall) -> bool:
        """Change the facts as the call would, if its preconditions hold; whether they did."""
        after = call.operator.apply(self.scene.facts)
        if after is not None:
            self.scene = replace(self.scene, facts=after)
        return after is not None


class FakeGrounder:
    """Sees exactly what is there, in what a ``FakeWorld`` observed."""

    def ground(self, observation: Observation) -> Scene:
        """The scene that the observation carries.

        Raises:
            TypeError: it is not from a ``FakeWorld``.
        """
        return scene_of(observation)


class FakePolicy:
    """Carries out a library's calls in a ``FakeWorld`` in a few ticks, and fails where the script says so."""

    def __init__(
        self,
        library: SkillLibrary,
        world: FakeWorld,
        fail: Mapping[str, int | Sequence[Failure]] | None = None,
        ticks: int = 2,
    ) -> None:
        """Prepare a policy.

        Args:
            library: what the commands mean.
            world: whose facts change.
            fail: by call, e.g. ``{"pick_up(red block)": 1}`` for one miss or ``["hang", "miss"]``; once the list is
                used up, the call works.
            ticks: control periods that a call takes before its effects are there.
        """
        self.library, self.world, self.ticks = library, world, ticks
        self.attempts: list[str] = []
        """Every command that was begun, in order."""
        self._script: dict[str, list[Failure]] = {
            str(library.parse(key)): ["miss"] * value if isinstance(value, int) else list(value)
            for key, value in (fail or {}).items()
        }

    def start(self, command: str) -> "FakeEpisode":
        """Begin; the next scripted failure of the call, if any, befalls this episode."""
        self.attempts.append(command)
        call = self.library.parse(command, self.world.scene)
        script = self._script.get(str(call))
        return FakeEpisode(self.world, call, self.ticks, script.pop(0) if script else None)


class FakeEpisode:
    """One attempt of a ``FakePolicy``."""

    def __init__(self, world: FakeWorld, call: SkillCall, ticks: int, failure: Failure | None) -> None:
        self._world, self._call, self._left, self._failure = world, call, ticks, failure

    def act(self, observation: Observation) -> ActionChunk:
        """Wait, then change the facts and say so.

        Raises:
            EmergencyStop: the script says ``stop``.
            RuntimeError: the script says ``error``.
        """
        self._left -= 1
        if self._failure == "stop":
            raise EmergencyStop(f"scripted stop of {self._call}")
        if self._failure == "error":
            raise RuntimeError(f"scripted error of {self._call}")
        if self._left == 0 and self._failure is None:
            self._world.carry_out(self._call)
        finished = self._left <= 0 and self._failure != "hang"
        return ActionChunk((EndEffectorTarget.top_down((0.4, 0.0, 0.3), 0.0, 1.0),), 1.0 if finished else 0.0)


def scene_of(observation: Observation) -> Scene:
    """The scene in a ``FakeObservation``.

    Raises:
        TypeError: the observation is from another world.
    """
    if not isinstance(observation, FakeObservation):
        raise TypeError(f"a fake sees only what a FakeWorld observes, not {type(observation).__name__}")
    return observation.scene


def _thing(id: str, category: str, index: int) -> SceneObject:
    colour = canonical(id).removesuffix(canonical(category)).strip()
    attributes = {"colour": colour} if colour and colour != canonical(id) else {}
    return SceneObject(canonical(id), canonical(category), attributes, (0.35 + 0.1 * index, 0.0, 0.02))
