"""The plan of a run as it was carried out: a DAG of steps, recoveries and questions, laid out by networkx."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from traces.events import Record
from traces.page.outline import FINE, Mark

ENDS = {"asked": "question", "refused": "refused"}
"""Ends that are neither success nor failure."""
TURNING = ("veto", "correct", "stop")
"""Commands of a person that change what is done."""
BELOW = ("recovery", "question", "person")
"""Kinds that lie below the steps: why the plan went on as it did."""
THREADS = 3
"""Things whose steps have a lane of their own; further ones share the last."""


@dataclass(slots=True)
class PlanNode:
    """A thing that was done, with its place: `layer` from left to right, `lane` from top to bottom."""

    id: str
    kind: str
    """`goal`, `step`, `recovery`, `question`, `person` or `end`."""
    state: str
    """`done`, `failed`, `running`, `waiting`, `refused`, `recovery`, `question`, `person` or `goal`."""
    label: str
    detail: str
    seq: int
    until: int
    """The last event that is about it."""
    layer: int = 0
    lane: int = 0
    thing: str = ""
    """What a step is about: the first argument of its call."""


class PlanGraph(Record):
    """Nodes in order of time and the edges between them, by id."""

    nodes: tuple[PlanNode, ...]
    edges: tuple[tuple[str, str], ...]
    layers: int
    lanes: int


def plan_graph(marks: Sequence[Mark]) -> PlanGraph:
    """A step follows the one before it with the same thing; steps with other things lie beside it. A recovery
    hangs below the step that failed, and leads to what was done then."""
    graph, nodes = nx.DiGraph(), _nodes(marks)
    graph.add_nodes_from(node.id for node in nodes)
    graph.add_edges_from(_edges(nodes))
    lanes = _lanes(nodes)
    used = sorted(set(lanes.values()))
    layer_of = {name: at for at, generation in enumerate(nx.topological_generations(graph)) for name in generation}
    for node in nodes:
        node.layer, node.lane = layer_of[node.id], used.index(lanes[node.id])
    layers = 1 + max((node.layer for node in nodes), default=-1)
    return PlanGraph(nodes=tuple(nodes), edges=tuple(graph.edges), layers=layers, lanes=max(1, len(used)))


def _edges(nodes: Sequence[PlanNode]) -> list[tuple[str, str]]:
    """From what came before to what came of it; a new goal and the end follow all that nothing followed yet."""
    edges: list[tuple[str, str]] = []
    last: dict[str, PlanNode] = {}
    newest: PlanNode | None = None
    for place, node in enumerate(nodes):
        before = nodes[place - 1] if place else None
        if node.kind == "step":
            why = before if before and before.kind in BELOW else None
            own = last.get(node.thing, last.get(""))
            parents = [why, None if why and own is newest else own]
            last[node.thing] = newest = node
        elif node.kind in BELOW:
            parents = [before]
        else:
            followed = {parent for parent, _ in edges}
            parents = [parent for parent in nodes[:place] if parent.id not in followed]
            last = {"": node}
        edges += dict.fromkeys((parent.id, node.id) for parent in parents if parent is not None)
    return edges


def _lanes(nodes: Sequence[PlanNode]) -> dict[str, int]:
    """Two lanes for each thing, by the order in which it was first handled: for its steps, and for what is below."""
    things = list(dict.fromkeys(node.thing for node in nodes if node.kind == "step"))
    found, lane = dict[str, int](), 0
    for node in nodes:
        if node.kind == "step":
            lane = 2 * min(things.index(node.thing), THREADS - 1)
        elif node.kind not in BELOW:
            lane = 0
        found[node.id] = lane + (node.kind in BELOW)
    return found


def _nodes(marks: Sequence[Mark]) -> list[PlanNode]:
    nodes: list[PlanNode] = []
    for mark in marks:
        if mark.kind in ("awaiting", "step_started"):
            _begin(nodes, mark)
        elif mark.kind in ("step_finished", "verified"):
            _finish(nodes, mark)
        elif mark.kind == "recovered":
            nodes.append(_node(mark, "recovery", "recovery", mark.detail))
        elif mark.kind == "asked":
            nodes.append(_node(mark, "question", "question", ""))
        elif mark.kind == "commanded" and mark.label in TURNING:
            if nodes and nodes[-1].state == "waiting":
                nodes[-1].state = "refused"
            said = f"{mark.label}: {mark.detail}" if mark.detail else mark.label
            nodes.append(_node(mark, "person", "person", "", said))
        elif mark.kind == "understood":
            nodes.append(_node(mark, "goal", "refused" if mark.bad else "goal", ""))
        elif mark.kind in ("run_finished", "failed"):
            state = ENDS.get(mark.label, "failed" if mark.bad else "done")
            nodes.append(_node(mark, "end", state, mark.detail))
    return nodes


_FIRST = re.compile(r"(?<=\()[^,()]+")


def _begin(nodes: list[PlanNode], mark: Mark) -> None:
    """A step waits for approval or is begun; what waited for it becomes it."""
    state = "waiting" if mark.kind == "awaiting" else "running"
    words, call = (mark.detail or mark.label, mark.label) if state == "waiting" else (mark.label, mark.detail)
    node = _node(mark, "step", state, call, words)
    node.thing = (_FIRST.search(call) or [""])[0]
    if nodes and nodes[-1].state == "waiting":
        nodes.pop()
    nodes.append(node)


def _finish(nodes: list[PlanNode], mark: Mark) -> None:
    """The newest step gets its state, also when a person said something meanwhile; a verdict overrules the skill."""
    node = next((node for node in reversed(nodes) if node.kind == "step"), None)
    if node is None:
        return
    good = not mark.bad if mark.kind == "verified" else mark.label in FINE
    said = mark.label if mark.kind == "verified" else f"{mark.label}: {mark.detail}" if mark.detail else mark.label
    node.detail = " · ".join(part for part in (node.detail, said) if part)
    node.state, node.until = "done" if good else "failed", mark.seq


def _node(mark: Mark, kind: str, state: str, detail: str, label: str = "") -> PlanNode:
    return PlanNode(
        id=f"{kind}{mark.seq}",
        kind=kind,
        state=state,
        label=label or mark.label,
        detail=detail,
        seq=mark.seq,
        until=mark.seq,
    )
