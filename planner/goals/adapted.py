"""A Llama with a low-rank adapter, read forwards and backwards with few passes over memory.

Training the adapter through the modules of transformers spends three quarters of its time on element-wise passes,
casts and the adapter's own small products. Here the adapter is folded into the weights once per step, norms' weights
and the attention's scale too; layers that read the same are one product; gradients are written by hand.

Source of the derivatives: Hu et al. 2021, LoRA (arXiv:2106.09685); Zhang and Sennrich 2019, RMSNorm (arXiv:1910.07467).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd import Function

from planner.goals.lessons.rows import Row
from planner.goals.trees import Layout, tree_attention


@dataclass(frozen=True)
class Group:
    """Adapted layers that read the same input, as one layer of n_in to n_out."""

    names: tuple[str, ...]
    """``model.layers.0.self_attn.q_proj`` and so on."""
    base: Tensor
    """Frozen weights one below the other, times what is folded into them, shape (n_out, n_in)."""
    inner: Tensor
    """What is folded into the input: the weights of the norm before, shape (n_in,)."""
    outer: Tensor
    """What is folded into the output, shape (n_out,)."""

    def low_rank(self, adapter: Mapping[str, Tensor], scale: float) -> tuple[Tensor, Tensor]:
        """The adapter of the whole group, shapes (r, n_in) and (n_out, r), for r the sum of the ranks."""
        down = torch.cat([adapter[f"{name}.down"] for name in self.names]) * self.inner
        up = torch.block_diag(*(adapter[f"{name}.up"] for name in self.names)) * self.outer[:, None] * scale
        return down.to(self.base.dtype), up.to(self.base.dtype)

    def gradients(
        self, adapter: Mapping[str, Tensor], scale: float, down: Tensor, up: Tensor
    ) -> dict[str, tuple[Tensor, Tensor]]:
        """From gradients of ``low_rank`` to those of its parts, (of down, of up) by name."""
        down, up = down.float() * self.inner, up.float() * self.outer[:, None] * scale
        found, row, column = {}, 0, 0
        for name in self.names:
            rows, rank = adapter[f"{name}.up"].shape
            found[name] = (down[column : column + rank], up[row : row + rows, column : column + rank])
            row, column = row + rows, column + rank
        return found


@dataclass(frozen=True)
class Folded:
    """A group's weights for one step."""

    merged: Tensor
    """Base and adapter together, shape (n_out, n_in)."""
    down: Tensor
    up: Tensor


class AdaptedLlama:
    """A causal language model of transformers of the Llama kind, frozen, with an adapter that is trained."""

    def __init__(self, model: Any, adapter: Mapping[str, Tensor], scale: float) -> None:
        """
        Args:
            model: ``LlamaForCausalLM``; it is not changed.
            adapter: float tensors by name, see ``planner.goals.adapter``.
            scale: of the adapter, alpha / rank.
        """
        self.model, self.adapter, self.scale = model, adapter, scale
        self.eps = float(model.config.rms_norm_eps)
        self.heads, self.keys = model.config.num_attention_heads, model.config.num_key_value_heads
        self.layers = [_groups(model, number) for number in range(len(model.model.layers))]
        self.folded: list[list[Folded]] = []
        self.fold()

    def fold(self) -> None:
        """Take the adapter's values into the weights; to be called whenever they have changed."""
        self.folded = [self._folded(groups) for groups in self.layers]

    @torch.no_grad()
    def _folded(self, groups: Sequence[Group]) -> list[Folded]:
        made = []
        for group in groups:
            down, up = group.low_rank(self.adapter, self.scale)
            made.append(Folded(torch.addmm(group.base, up, down), down.requires_grad_(), up.requires_grad_()))
        return made

    def leaves(self) -> list[Tensor]:
        """What gradients are taken of, see ``gradients``."""
        return [leaf for row in self.folded for folded in row for leaf in (folded.down, folded.up)]

    def gradients(self, found: Sequence[Tensor]) -> dict[str, Tensor]:
        """From gradients of ``leaves`` to gradients of the adapter's tensors, by name."""
        named: dict[str, Tensor] = {}
        groups = [group for row in self.layers for group in row]
        for number, group in enumerate(groups):
            parts = group.gradients(self.adapter, self.scale, found[2 * number], found[2 * number + 1])
            for name, (down, up) in parts.items():
                named |= {f"{name}.down": down, f"{name}.up": up}
        return named

    def hidden_states(self, row: Row) -> Tensor:
        """The last layer at every token of a row, shape (n, width)."""
        base = self.model.model
        states: Tensor = base.embed_tokens(torch.tensor(row.tokens))
        cos, sin = base.rotary_emb(states[None], torch.tensor([row.positions]))
        half = cos.shape[-1] // 2
        turn, layout = (cos[0, :, None, :half], sin[0, :, None, :half]), Layout.of(row)
        for qkv, out, wide, narrow in self.folded:
            states = self._attend(states, qkv, out, turn, layout)
            states = _Gated.apply(states, *_parts(wide), *_parts(narrow), self.eps)
        normed: Tensor = base.norm(states)
        return normed

    def _attend(self, states: Tensor, qkv: Folded, out: Folded, turn: tuple[Tensor, Tensor], layout: Layout) -> Tensor:
        n, heads, keys = states.shape[0], self.heads, self.keys
        made = _Normed.apply(states, *_parts(qkv), self.eps).view(n, heads + 2 * keys, -1)
        turned = _Turned.apply(made[:, : heads + keys], *turn)
        query, key, value = turned[:, :heads], turned[:, heads:], made[:, heads + keys :]
        seen = tree_attention(query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1), layout)
        added: Tensor = _Added.apply(states, seen.reshape(n, -1), *_parts(out))
        return added


def _groups(model: Any, number: int) -> list[Group]:
    layer, prefix = model.model.layers[number], f"model.layers.{number}"
    attention, mlp = layer.self_attn, layer.mlp
    size = attention.q_proj.weight.shape[0] // model.config.num_attention_heads
    ones = attention.q_proj.weight.new_ones
    read = sum(part.weight.shape[0] for part in (attention.k_proj, attention.v_proj))
    scaled = torch.cat([ones(attention.q_proj.weight.shape[0]) * size**-0.5, ones(read)])
    before, after = layer.input_layernorm.weight, layer.post_attention_layernorm.weight
    queries = [(f"{prefix}.self_attn.{name}_proj", getattr(attention, f"{name}_proj")) for name in "qkv"]
    wide = [(f"{prefix}.mlp.{name}_proj", getattr(mlp, f"{name}_proj")) for name in ("gate", "up")]
    return [
        _group(queries, before, scaled),
        _group([(f"{prefix}.self_attn.o_proj", attention.o_proj)]),
        _group(wide, after),
        _group([(f"{prefix}.mlp.down_proj", mlp.down_proj)]),
    ]


def _group(layers: Sequence[tuple[str, nn.Linear]], inner: Tensor | None = None, outer: Tensor | None = None) -> Group:
    weights = torch.cat([layer.weight.detach() for _, layer in layers])
    inner = weights.new_ones(weights.shape[1]) if inner is None else inner.detach()
    outer = weights.new_ones(weights.shape[0]) if outer is None else outer
    base = (weights.float() * inner.float() * outer.float()[:, None]).to(weights.dtype)
    return Group(tuple(name for name, _ in layers), base, inner.float(), outer.float())


def _parts(folded: Folded) -> tuple[Tensor, Tensor, Tensor]:
    return folded.merged, folded.down, folded.up


# -- products, by hand: x (n, n_in), merged (n_out, n_in), down (r, n_in), up (n_out, r) ------------------------------


def _backwards(x: Tensor, into: Tensor, down: Tensor, up: Tensor) -> tuple[Tensor, Tensor]:
    """Gradients of down and up, for the gradient ``into`` of x merged^T."""
    return (into @ up).T @ x, into.T @ (x @ down.T)


def _norm(x: Tensor, eps: float) -> tuple[Tensor, Tensor]:
    """Rows of length one on average, and one over the length that they had."""
    wide = x.float()
    inverse = torch.rsqrt(wide.square().mean(1, keepdim=True) + eps)
    return (wide * inverse).to(x.dtype), inverse


def _unnorm(normed: Tensor, inverse: Tensor, into: Tensor) -> Tensor:
    """The gradient of ``_norm``; may write over ``into``."""
    along = (normed * into).sum(1, keepdim=True, dtype=torch.float32) / normed.shape[1]
    return into.addcmul_(normed, along.to(into.dtype), value=-1).mul_(inverse.to(into.dtype))


class _Normed(Function):
    """A linear layer on the norm of x."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, merged: Tensor, down: Tensor, up: Tensor, eps: float) -> Tensor:
        normed, inverse = _norm(x, eps)
        ctx.save_for_backward(normed, inverse, merged, down, up)
        return normed @ merged.T

    @staticmethod
    def backward(ctx: Any, into: Tensor) -> tuple[Tensor | None, ...]:
        normed, inverse, merged, down, up = ctx.saved_tensors
        return _unnorm(normed, inverse, into @ merged), None, *_backwards(normed, into, down, up), None


class _Added(Function):
    """x and a linear layer on y."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, merged: Tensor, down: Tensor, up: Tensor) -> Tensor:
        ctx.save_for_backward(y, merged, down, up)
        return torch.addmm(x, y, merged.T)

    @staticmethod
    def backward(ctx: Any, into: Tensor) -> tuple[Tensor | None, ...]:
        y, merged, down, up = ctx.saved_tensors
        return into, into @ merged, None, *_backwards(y, into, down, up)


class _Turned(Function):
    """Rotary positions of (n, h, d), for cosines and sines of shape (n, 1, d / 2)."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        ctx.save_for_backward(cos, sin)
        return _turned(x, cos, sin, 1)

    @staticmethod
    def backward(ctx: Any, into: Tensor) -> tuple[Tensor | None, ...]:
        cos, sin = ctx.saved_tensors
        return _turned(into, cos, sin, -1), None, None


def _turned(x: Tensor, cos: Tensor, sin: Tensor, sign: int) -> Tensor:
    first, second = x.chunk(2, -1)
    made = torch.empty_like(x, memory_format=torch.contiguous_format)
    left, right = made.chunk(2, -1)
    torch.mul(first, cos, out=left).addcmul_(second, sin, value=-sign)
    torch.mul(second, cos, out=right).addcmul_(first, sin, value=sign)
    return made


class _Gated(Function):
    """x and a gated network on its norm: ``wide`` makes gate and value, ``narrow`` reads silu(gate) value."""

    @staticmethod
    def forward(
        ctx: Any,
        x: Tensor,
        wide: Tensor,
        wide_down: Tensor,
        wide_up: Tensor,
        narrow: Tensor,
        narrow_down: Tensor,
        narrow_up: Tensor,
        eps: float,
    ) -> Tensor:
        normed, inverse = _norm(x, eps)
        both = normed @ wide.T
        gate, value = both.chunk(2, 1)
        opened = nn.functional.silu(gate)
        inner = opened * value
        ctx.save_for_backward(
            normed, inverse, both, opened, inner, wide, wide_down, wide_up, narrow, narrow_down, narrow_up
        )
        return torch.addmm(x, inner, narrow.T)

    @staticmethod
    def backward(ctx: Any, into: Tensor) -> tuple[Tensor | None, ...]:
        normed, inverse, both, opened, inner, wide, wide_down, wide_up, narrow, narrow_down, narrow_up = (
            ctx.saved_tensors
        )
        gate, value = both.chunk(2, 1)
        narrow_gradients = _backwards(inner, into, narrow_down, narrow_up)
        below = into @ narrow
        gradient = torch.empty_like(both)
        left, right = gradient.chunk(2, 1)
        torch.mul(below, opened, out=right)
        torch.ops.aten.silu_backward.grad_input(below.mul_(value), gate, grad_input=left)
        wide_gradients = _backwards(normed, gradient, wide_down, wide_up)
        under = _unnorm(normed, inverse, gradient @ wide).add_(into)
        return under, None, *wide_gradients, None, *narrow_gradients, None
