"""How far a goal is when nothing is ever undone: the length of a relaxed plan.

The heuristic of FF (Hoffmann and Nebel, JAIR 14, 2001) with the supporters of h_add (Bonet and Geffner, Artificial
Intelligence 129, 2001); what must *not* hold is a literal of its own, so that blocking things count.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.search.goals import All, Literal, Tree
from planner.search.ground import GroundAction, GroundTask

NEVER = float("inf")


@dataclass(frozen=True)
class Distance:
    """How far it is to a goal."""

    cost: float
    """Of a relaxed plan; infinite if the goal can never be reached."""
    wanted: int = 0
    """Facts that the relaxed plan brings about."""
    unwanted: int = 0
    """Facts that it undoes."""

    def helped_by(self, action: GroundAction, state: int) -> bool:
        """Whether an action does something that the relaxed plan does: FF's *helpful* actions."""
        return bool(action.adds & self.wanted & ~state or action.removes & self.unwanted & state)


@dataclass
class _Operator:
    """An action as it counts here; ``action`` is -1 where several literals stand for one that they imply."""

    cost: float
    action: int
    adds: list[int]
    needs: int = 0
    """How many literals it needs."""


@dataclass
class _Wave:
    """What one evaluation finds: the cost of each literal, and who brings it about."""

    cost: list[float]
    supporter: list[int]
    missing: list[int]
    """Literals that each operator still waits for."""
    spent: list[float]
    """Sum of the costs of those that it has."""
    queue: list[tuple[float, int]] = field(default_factory=list)


class RelaxedPlans:
    """Estimates distances from any state of a task to any goal."""

    def __init__(self, task: GroundTask) -> None:
        """Literal f is the fact f; literal n + f is its absence."""
        self.task = task
        self._count = len(task.index)
        self._literals = 2 * self._count
        self._operators: list[_Operator] = []
        self._needs: list[list[int]] = []
        self._groups: dict[int, int] = {}
        for number, action in enumerate(task.actions):
            self._add_action(number, action)
        self._waiting: list[list[int]] = [[] for _ in range(self._literals)]
        for operator, needs in enumerate(self._needs):
            for literal in needs:
                self._waiting[literal].append(operator)
        self._tracked = [f for f in range(self._count) if self._waiting[self._count + f]]
        self._needless = [i for i, operator in enumerate(self._operators) if not operator.needs]

    def distance(self, state: int, goal: Tree) -> Distance:
        """From a state to a goal."""
        wave = self._spread(state)
        chosen: list[int] = []
        if self._choose(goal, wave, state, chosen) == NEVER:
            return Distance(NEVER)
        actions, made = self._plan(chosen, wave)
        cost = sum(self.task.actions[i].cost for i in actions)
        wanted = sum(1 << literal for literal in made if literal < self._count)
        unwanted = sum(1 << literal - self._count for literal in made if self._count <= literal < 2 * self._count)
        return Distance(cost, wanted, unwanted)

    def reachable(self, state: int, tree: Tree) -> bool:
        """Whether a goal could be reached if nothing were ever undone."""
        return self._choose(tree, self._spread(state), state, []) < NEVER

    # -- building --------------------------------------------------------------------------------------------------

    def _add_action(self, number: int, action: GroundAction) -> None:
        count = self._count
        needs = list(_bits(action.needs)) + [count + f for f in _bits(action.hindered)]
        needs += [self._group(group) for group in action.forbidden]
        adds = list(_bits(action.adds)) + [count + f for f in _bits(action.removes)]
        self._append(_Operator(action.cost, number, adds), needs)

    def _group(self, group: int) -> int:
        """The literal that one fact of the group is absent."""
        if group not in self._groups:
            literal = self._groups[group] = self._literals
            self._literals += 1
            for fact in _bits(group):
                self._append(_Operator(0.0, -1, [literal]), [self._count + fact])
        return self._groups[group]

    def _append(self, operator: _Operator, needs: list[int]) -> None:
        needs = list(dict.fromkeys(needs))
        operator.needs = len(needs)
        self._operators.append(operator)
        self._needs.append(needs)

    # -- evaluating ------------------------------------------------------------------------------------------------

    def _spread(self, state: int) -> _Wave:
        """Dijkstra's algorithm over literals, the cheapest first."""
        missing = [operator.needs for operator in self._operators]
        wave = _Wave([NEVER] * self._literals, [-1] * self._literals, missing, [0.0] * len(missing))
        cost, queue = wave.cost, wave.queue
        for literal in self._true(state):
            cost[literal] = 0.0
            queue.append((0.0, literal))
        for operator in self._needless:
            self._fire(operator, wave)
        heapq.heapify(queue)
        waiting, spent = self._waiting, wave.spent
        while queue:
            reached, literal = heapq.heappop(queue)
            if reached > cost[literal]:
                continue
            for operator in waiting[literal]:
                missing[operator] -= 1
                spent[operator] += reached
                if not missing[operator]:
                    self._fire(operator, wave)
        return wave

    def _true(self, state: int) -> Iterator[int]:
        yield from _bits(state)
        yield from (self._count + fact for fact in self._tracked if not state >> fact & 1)

    def _fire(self, operator: int, wave: _Wave) -> None:
        made = self._operators[operator]
        total = wave.spent[operator] + made.cost
        for literal in made.adds:
            if total < wave.cost[literal]:
                wave.cost[literal] = total
                wave.supporter[literal] = operator
                heapq.heappush(wave.queue, (total, literal))

    def _choose(self, tree: Tree, wave: _Wave, state: int, chosen: list[int]) -> float:
        """Cost of the cheapest way to the goal; its literals are appended to ``chosen``."""
        if isinstance(tree, Literal):
            return self._literal(tree, wave, state, chosen)
        if isinstance(tree, All):
            return sum(self._choose(part, wave, state, chosen) for part in tree.parts)
        best, taken = NEVER, list[int]()
        for part in tree.parts:
            own: list[int] = []
            cost = self._choose(part, wave, state, own)
            if cost < best:
                best, taken = cost, own
        chosen += taken
        return best

    def _literal(self, tree: Literal, wave: _Wave, state: int, chosen: list[int]) -> float:
        number = self.task.index.number.get(tree.fact)
        if number is None:
            return NEVER if tree.wanted else 0.0
        literal = number if tree.wanted else self._count + number
        if (state >> number & 1 == 1) == tree.wanted:
            return 0.0
        chosen.append(literal)
        return wave.cost[literal]

    def _plan(self, literals: list[int], wave: _Wave) -> tuple[set[int], set[int]]:
        """The actions that bring the literals about, with all that they need, and every literal on the way."""
        actions: set[int] = set()
        seen, todo = set(literals), list(literals)
        while todo:
            operator = wave.supporter[todo.pop()]
            if operator < 0:
                continue
            if self._operators[operator].action >= 0:
                actions.add(self._operators[operator].action)
            fresh = [need for need in self._needs[operator] if need not in seen]
            seen.update(fresh)
            todo += fresh
        return actions, seen


def _bits(mask: int) -> Iterator[int]:
    """Positions of the ones, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
