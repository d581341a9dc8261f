"""The plan of a run as it was carried out: a DAG of steps, recoveries and questions, laid out by networkx."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from traces.events import Record
from traces.page.outline import FINE, Mark

ENDS = {"asked": "question", "refused": "refused"}
"""Ends that are neither success nor failure."""
TURNING = ("veto", "correct", "stop")
"""Commands of a person that change what is done."""
BELOW = ("recovery", "question", "person")
"""Kinds that lie below the steps: why the plan went on as it did."""


@dataclass(slots=True)
class PlanNode:
    """A thing that was done, with its place: `layer` from left to right, `lane` 1 for what lies below the steps."""

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


class PlanGraph(Record):
    """Nodes in order of time and the edges between them, by id."""

    nodes: tuple[PlanNode, ...]
    edges: tuple[tuple[str, str], ...]
    layers: int
    lanes: int


def plan_graph(marks: Sequence[Mark]) -> PlanGraph:
    """Steps follow each other; a recovery hangs below between the step that failed and what was done then."""
    graph = nx.DiGraph()
    nodes = _nodes(marks)
    graph.add_nodes_from((node.id, {"node": node}) for node in nodes)
    graph.add_edges_from((before.id, after.id) for before, after in pairwise(nodes))
    placed = []
    for layer, generation in enumerate(nx.topological_generations(graph)):
        for name in generation:
            node = graph.nodes[name]["node"]
            node.layer, node.lane = layer, int(node.kind in BELOW)
            placed.append(node)
    lanes = 1 + max((node.lane for node in placed), default=0)
    return PlanGraph(nodes=tuple(placed), edges=tuple(graph.edges), layers=len(placed), lanes=lanes)


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


def _begin(nodes: list[PlanNode], mark: Mark) -> None:
    """A step waits for approval or is begun; what waited for it becomes it."""
    state = "waiting" if mark.kind == "awaiting" else "running"
    words, call = (mark.detail or mark.label, mark.label) if state == "waiting" else (mark.label, mark.detail)
    node = _node(mark, "step", state, call, words)
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
