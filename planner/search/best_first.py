"""Best-first search from a state to a goal, and the parts of a goal one after the other."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from planner.search.goals import All, AnyOf, Tree, conjuncts
from planner.search.ground import GroundAction, GroundTask
from planner.search.relaxed import NEVER, RelaxedPlans

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

        A* (Hart, Nilsson and Raphael 1968) with the relaxed plan's cost as the estimate.

        Args:
            start: from where.
            goal: what is to hold.
            limit: states that may be judged.
            greed: weight of the estimate; more is quicker and may be longer.
        """
        reached = self.task.test(goal)
        actions = self.task.actions
        order = count()
        spent: dict[int, float] = {start: 0.0}
        came: dict[int, tuple[int, int]] = {}
        estimates: dict[int, float] = {}
        queue: list[tuple[float, float, int, int]] = []

        def offer(state: int, so_far: float) -> None:
            if state not in estimates:
                estimates[state] = self._estimate(state, goal)
            ahead = estimates[state]
            if ahead < NEVER:
                heapq.heappush(queue, (so_far + greed * ahead, ahead, next(order), state))

        offer(start, 0.0)
        closed: set[int] = set()
        while queue and len(estimates) <= limit:
            _, _, _, state = heapq.heappop(queue)
            if state in closed:
                continue
            closed.add(state)
            if reached(state):
                yield Found(self._path(start, state, came), state)
                continue
            for number, action in enumerate(actions):
                after = action.apply(state)
                if after is None or after == state or after in closed:
                    continue
                so_far = spent[state] + action.cost
                if so_far < spent.get(after, NEVER) - 1e-9 and self.guard(after):
                    spent[after] = so_far
                    came[after] = (state, number)
                    offer(after, so_far)

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

    def _estimate(self, state: int, goal: Tree) -> float:
        self.effort.judged += 1
        return self.plans.distance(state, goal).cost

    def _path(self, start: int, state: int, came: dict[int, tuple[int, int]]) -> Path:
        path: list[GroundAction] = []
        while state != start:
            state, number = came[state]
            path.append(self.task.actions[number])
        return tuple(reversed(path))
