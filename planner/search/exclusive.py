"""Facts that never hold together, such as one thing in two places: why a goal that wants both can be given up at once.

Two facts exclude each other if they do not both hold now, and no action ends with both: whatever brings one about takes
the other away, or needs something that excludes the other. Asked for a few pairs only, it looks at the pairs that their
proofs need. (Pairs as in h²: Haslum and Geffner, Admissible Heuristics for Optimal Planning, AIPS 2000.)
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from grounding import Fact
from planner.search.goals import Literal, Tree, conjuncts
from planner.search.ground import GroundAction, GroundTask
from skills.conditions import Atom, in_words

MOST_PAIRS = 200
"""More are not looked at: it must cost little beside a search that succeeds."""

Pair = tuple[int, int]


def contradiction(task: GroundTask, goals: Iterable[Tree]) -> str | None:
    """Which two facts one of some goals wants at the same time though they can never be had so.

    Returns:
        Words; empty if there are no such facts, None if that would take too long to tell.

    A pair counts if the two share a name or a predicate: others are seldom exclusive, and there are many of them.
    """
    for goal in goals:
        wanted = [p.fact for p in conjuncts(goal) if isinstance(p, Literal) and p.wanted and p.fact in task.index]
        likely = [(a, b) for a, b in combinations(dict.fromkeys(wanted), 2) if _alike(a, b)]
        pairs = [(task.index.number[a], task.index.number[b]) for a, b in likely]
        pairs = [pair for pair in pairs if not _both(task.start, pair)]
        excluded = exclusive(task, pairs)
        if excluded is None:
            return None
        for a, b in pairs:
            if _pair(a, b) in excluded:
                return f"{_in_words(task, a)} and {_in_words(task, b)} can never hold together"
    return ""


def exclusive(task: GroundTask, pairs: Sequence[Pair]) -> frozenset[Pair] | None:
    """Those of some pairs, and of the pairs in their proofs, that never hold together; the lower number first.

    None if there are too many. The pairs are taken for exclusive until an action is found that may end with both.
    """
    makers: dict[int, list[GroundAction]] = {}
    for action in task.actions if pairs else ():
        for fact in _bits(action.adds):
            makers.setdefault(fact, []).append(action)
    looked_at: dict[Pair, list[frozenset[Pair]]] = {}
    waiting = [_pair(*pair) for pair in pairs]
    while waiting and len(looked_at) <= MOST_PAIRS:
        pair = waiting.pop()
        if pair not in looked_at:
            looked_at[pair] = list(_ways_to_both(task, pair, makers))
            waiting += [other for way in looked_at[pair] for other in way]
    return None if waiting else _never(looked_at)


def _never(ways: dict[Pair, list[frozenset[Pair]]]) -> frozenset[Pair]:
    """The pairs each of whose ways is barred by a pair that is exclusive, too."""
    left = set(ways)
    while True:
        possible = {pair for pair in left if any(left.isdisjoint(way) for way in ways[pair])}
        if not possible:
            return frozenset(left)
        left -= possible


def _ways_to_both(task: GroundTask, pair: Pair, makers: dict[int, list[GroundAction]]) -> Iterator[frozenset[Pair]]:
    """How both may come to hold; for each way the pairs that bar it if one of them is exclusive."""
    if _both(task.start, pair):
        yield frozenset()
        return
    for made, other in (pair, pair[::-1]):
        for action in makers.get(made, ()):
            if action.adds >> other & 1:
                yield frozenset()
            elif not (action.removes | action.hindered) >> other & 1:
                yield frozenset(_pair(need, other) for need in _bits(action.needs) if need != other)


def _in_words(task: GroundTask, number: int) -> str:
    fact = task.index.facts[number]
    return repr(in_words(Atom(fact.predicate, fact.arguments)))


def _alike(fact: Fact, other: Fact) -> bool:
    return fact.predicate == other.predicate or not set(fact.arguments).isdisjoint(other.arguments)


def _both(state: int, pair: Pair) -> bool:
    return bool(state >> pair[0] & 1 and state >> pair[1] & 1)


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
