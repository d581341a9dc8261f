"""The plan of a run as it was carried out: a DAG of steps, recoveries and questions, laid out by networkx."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from traces.events import Record
from traces.page.outline import FINE, Mark

NEW_LANE = ("retry", "next choice", "replan", "ask")
"""Recoveries after which the plan goes on beside what failed."""


@dataclass(slots=True)
class PlanNode:
    """A thing that was done, with its place: `layer` from left to right, `lane` from top to bottom."""

    id: str
    kind: str
    """`goal`, `step`, `recovery`, `question` or `end`."""
    state: str
    """`done`, `failed`, `running`, `refused`, `recovery`, `question` or `goal`."""
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
    """Steps follow each other; a recovery hangs below the step that failed, and the plan goes on from there."""
    graph = nx.DiGraph()
    nodes = _nodes(marks)
    graph.add_nodes_from((node.id, {"node": node}) for node in nodes)
    graph.add_edges_from((before.id, after.id) for before, after in pairwise(nodes))
    placed, lane = [], 0
    for layer, generation in enumerate(nx.topological_generations(graph)):
        for name in generation:
            node = graph.nodes[name]["node"]
            if node.kind == "recovery" and node.label in NEW_LANE:
                lane += 1
            node.layer, node.lane = layer, lane
            placed.append(node)
            if node.state == "done":
                lane = 0
    lanes = 1 + max((node.lane for node in placed), default=0)
    return PlanGraph(nodes=tuple(placed), edges=tuple(graph.edges), layers=len(placed), lanes=lanes)


def _nodes(marks: Sequence[Mark]) -> list[PlanNode]:
    nodes: list[PlanNode] = []
    for mark in marks:
        if mark.kind == "step_started":
            nodes.append(_node(mark, "step", "running", mark.detail))
        elif mark.kind in ("step_finished", "verified"):
            _finish(nodes, mark)
        elif mark.kind == "recovered":
            nodes.append(_node(mark, "recovery", "recovery", mark.detail))
        elif mark.kind == "asked":
            nodes.append(_node(mark, "question", "question", ""))
        elif mark.kind == "understood":
            nodes.append(_node(mark, "goal", "refused" if mark.bad else "goal", ""))
        elif mark.kind in ("run_finished", "failed"):
            nodes.append(_node(mark, "end", "failed" if mark.bad else "done", mark.detail))
    return nodes


def _finish(nodes: list[PlanNode], mark: Mark) -> None:
    """The newest step gets its state; a verdict overrules what the skill said of itself."""
    if not nodes or nodes[-1].kind != "step":
        return
    node, good = nodes[-1], not mark.bad if mark.kind == "verified" else mark.label in FINE
    said = mark.label if mark.kind == "verified" else f"{mark.label}: {mark.detail}" if mark.detail else mark.label
    node.detail = " · ".join(part for part in (node.detail, said) if part)
    node.state, node.until = "done" if good else "failed", mark.seq


def _node(mark: Mark, kind: str, state: str, detail: str) -> PlanNode:
    name = f"{kind}{mark.seq}"
    return PlanNode(id=name, kind=kind, state=state, label=mark.label, detail=detail, seq=mark.seq, until=mark.seq)
