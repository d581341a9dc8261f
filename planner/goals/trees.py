"""Attention for rows of token trees: a branch sees its root and itself, and pays for nothing else.

Dense attention with a mask would spend most of a training step on pairs that are masked out, and the fused kernel of
torch is slow in the backward pass on processors; here everything is a few batched matrix products.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from planner.goals.lessons.rows import Row


@dataclass(frozen=True)
class Tree:
    """A root of r tokens, followed by b branches, of m tokens at most."""

    root: int
    """r."""
    branches: int
    """Tokens of all branches."""
    places: Tensor
    """Token among the branches' tokens of every place in the (b, m) table of filled branches, shape (b m,)."""
    shape: tuple[int, int]
    """(b, m)."""
    back: Tensor
    """Place in that table of every token of the branches."""


@dataclass(frozen=True)
class Layout:
    """The trees of a row, in order; together they are all of it."""

    trees: tuple[Tree, ...]

    @classmethod
    def of(cls, row: Row) -> "Layout":
        """Read the trees of a row."""
        return cls(tuple(_tree(root, branches) for root, branches in row.trees()))

    @property
    def sizes(self) -> list[int]:
        """Tokens of root and branches, tree after tree."""
        return [size for tree in self.trees for size in (tree.root, tree.branches)]


def _tree(root: slice, branches: list[slice]) -> Tree:
    longest = max((run.stop - run.start for run in branches), default=0)
    places = torch.zeros(len(branches), longest, dtype=torch.int64)
    back = []
    for i, run in enumerate(branches):
        length = run.stop - run.start
        places[i, :length] = torch.arange(length) + run.start - root.stop
        back.append(torch.arange(length) + i * longest)
    total = sum(run.stop - run.start for run in branches)
    order = torch.cat(back) if back else torch.zeros(0, dtype=torch.int64)
    return Tree(root.stop - root.start, total, places.flatten(), (len(branches), longest), order)


def tree_attention(query: Tensor, key: Tensor, value: Tensor, layout: Layout) -> Tensor:
    """Queries (h, n, d) that are scaled already, keys and values (k, n, d) -> (n, h, d)."""
    heads, n, width = query.shape
    queries = query.reshape(key.shape[0], -1, n, width)  # (k, g, n, d)
    # Split, not sliced: the gradient of many slices is as many full-sized tensors to be added.
    parts = [part.split(layout.sizes, -2) for part in (queries, key, value)]
    outputs = []
    for i, tree in enumerate(layout.trees):
        (asked, asked_below), (keys, keys_below), (values, values_below) = (part[2 * i : 2 * i + 2] for part in parts)
        outputs.append(_root(asked, keys, values))
        if tree.branches:
            outputs.append(_branches(asked_below, (keys, keys_below), (values, values_below), tree))
    return torch.cat(outputs, 2).view(heads, n, width).transpose(0, 1)


def _root(queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
    """Causal attention of (k, g, r, d) on (k, r, d)."""
    k, g, r, d = queries.shape
    scores = (queries.reshape(k, g * r, d) @ keys.mT).view(k, g, r, r)
    weights = torch.softmax(scores + _causal(r, scores), -1)
    return (weights.view(k, g * r, r) @ values).view(k, g, r, d)


def _branches(queries: Tensor, keys: tuple[Tensor, Tensor], values: tuple[Tensor, Tensor], tree: Tree) -> Tensor:
    """Of the branches' tokens (k, g, t, d) on the root and, causally, on their own branch: (k, g, t, d)."""
    k, g, _, d = queries.shape
    b, m = tree.shape
    asked = queries.index_select(2, tree.places)
    own_keys, own_values = (part[1].index_select(1, tree.places).view(k, b, m, d) for part in (keys, values))
    on_root = (asked.view(k, g * b * m, d) @ keys[0].mT).view(k, g, b, m, -1)
    apart = asked.view(k, g, b, m, d).transpose(1, 2).reshape(k, b, g * m, d)
    on_own = (apart @ own_keys.mT).view(k, b, g, m, m).transpose(1, 2)
    weights = torch.softmax(torch.cat([on_root, on_own + _causal(m, on_own)], -1), -1)
    above, own = weights.split([on_root.shape[-1], m], -1)
    from_root = (above.reshape(k, g * b * m, -1) @ values[0]).view(k, g, b * m, d)
    from_own = own.transpose(1, 2).reshape(k, b, g * m, m) @ own_values
    together = from_root + from_own.view(k, b, g, m, d).transpose(1, 2).reshape(k, g, b * m, d)
    return together.index_select(2, tree.back)


def _causal(n: int, like: Tensor) -> Tensor:
    """Minus infinity above the diagonal, shape (n, n)."""
    return torch.full((n, n), float("-inf"), dtype=like.dtype).triu(1)
