"""Best-first search from a state to a goal, and the parts of a goal one after the other."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from planner.search.goals import All, AnyOf, Tree, conjuncts
from planner.search.ground import GroundAction, GroundTask
from planner.search.relaxed import NEVER, Distance, RelaxedPlans

Path = tuple[GroundAction, ...]
Guard = Callable[[int], bool]
"""Whether a state may be passed through."""

ORDERS = 24
"""How often the parts of a goal are begun in another order."""


@dataclass
class Effort:
    """States that were judged so far."""

    judged: int = 0


@dataclass(frozen=True)
class Found:
    """A way and where it leads."""

    path: Path
    state: int

    @property
    def cost(self) -> float:
        """Sum of the actions' costs."""
        return sum(action.cost for action in self.path)


class _Frontier:
    """The states that are known, and the order in which they are looked at."""

    def __init__(self, greed: float) -> None:
        self.greed = greed
        self.spent: dict[int, float] = {}
        self.came: dict[int, tuple[int, int]] = {}
        """State -> where it is reached from, and the number of the action."""
        self.distances: dict[int, Distance] = {}
        self._closed: set[int] = set()
        self._queue: list[tuple[float, float, int, int]] = []
        self._order = count()

    def would_take(self, state: int, spent: float) -> bool:
        """Whether a way to a state is better than those that are known."""
        return state not in self._closed and spent < self.spent.get(state, NEVER) - 1e-9

    def offer(self, state: int, came: tuple[int, int] | None, spent: float, distance: Distance) -> None:
        """Take a way in; one that leads nowhere is only remembered."""
        self.spent[state], self.distances[state] = spent, distance
        if came is not None:
            self.came[state] = came
        if distance.cost < NEVER:
            total = spent + self.greed * distance.cost
            heapq.heappush(self._queue, (total, distance.cost, next(self._order), state))

    def next(self) -> int | None:
        """The most promising state that was not looked at, or None."""
        while self._queue:
            state = heapq.heappop(self._queue)[-1]
            if state not in self._closed:
                self._closed.add(state)
                return state
        return None


class BestFirst:
    """Searches one task."""

    def __init__(self, task: GroundTask, guard: Guard, effort: Effort) -> None:
        """``guard``: no state that it refuses is passed through."""
        self.task = task
        self.plans = RelaxedPlans(task)
        self.guard = guard
        self.effort = effort

    def ways(self, start: int, goal: Tree, limit: int, greed: float = 1.0) -> Iterator[Found]:
        """Ways to the goal, the cheapest first as far as the estimate is right; each to another state.

        Helpful actions alone are tried first, then all.

        Args:
            start: from where.
            goal: what is to hold.
            limit: states that may be judged.
            greed: weight of the estimate; more is quicker and may be longer.
        """
        found = False
        for way in self._ways(start, goal, limit, greed, helpful=True):
            found = True
            yield way
        if not found:
            yield from self._ways(start, goal, limit, greed, helpful=False)

    def _ways(self, start: int, goal: Tree, limit: int, greed: float, helpful: bool) -> Iterator[Found]:
        """A* (Hart, Nilsson and Raphael 1968) with the relaxed plan's cost as the estimate."""
        reached = self.task.test(goal)
        frontier = _Frontier(greed)
        frontier.offer(start, None, 0.0, self._distance(start, goal))
        while (state := frontier.next()) is not None and len(frontier.distances) <= limit:
            if reached(state):
                yield Found(self._path(start, state, frontier.came), state)
                continue
            distance, so_far = frontier.distances[state], frontier.spent[state]
            for number, action in enumerate(self.task.actions):
                if helpful and not distance.helped_by(action, state):
                    continue
                after = action.apply(state)
                if after is None or not frontier.would_take(after, so_far + action.cost) or not self.guard(after):
                    continue
                ahead = frontier.distances.get(after) or self._distance(after, goal)
                frontier.offer(after, (state, number), so_far + action.cost, ahead)

    def parts(self, start: int, goal: Tree, limit: int) -> Found | None:
        """A way to a goal of many parts: always to the part that is nearest, those that were reached kept.

        When that leads nowhere, the parts are begun in another order.
        """
        return self._parts(start, (), conjuncts(goal), limit, [ORDERS])

    def _parts(
        self, state: int, kept: tuple[Tree, ...], open_: tuple[Tree, ...], limit: int, orders: list[int]
    ) -> Found | None:
        kept = kept + tuple(part for part in open_ if self.task.holds(part, state))
        open_ = tuple(part for part in open_ if not self.task.holds(part, state))
        if not open_:
            return Found((), state)
        refused: list[Tree] = []
        while orders[0] > 0 and len(refused) < len(open_):
            wanted = tuple(part for part in open_ if part not in refused)
            goal = AnyOf(tuple(All((*kept, part)) for part in wanted))
            step = next(self.ways(state, goal, limit), None)
            if step is None:
                return None
            rest = self._parts(step.state, kept, open_, limit, orders)
            if rest is not None:
                return Found(step.path + rest.path, rest.state)
            orders[0] -= 1
            refused += [part for part in wanted if self.task.holds(part, step.state)]
        return None

    def _distance(self, state: int, goal: Tree) -> Distance:
        self.effort.judged += 1
        return self.plans.distance(state, goal)

    def _path(self, start: int, state: int, came: dict[int, tuple[int, int]]) -> Path:
        path: list[GroundAction] = []
        while state != start:
            state, number = came[state]
            path.append(self.task.actions[number])
        return tuple(reversed(path))
