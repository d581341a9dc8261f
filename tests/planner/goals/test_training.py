"""Training on a tiny random model: trees attend as they should, adapters merge, a killed training goes on."""

import multiprocessing
from pathlib import Path
from typing import Any

import pytest
import torch

from planner.goals.adapted import AdaptedLlama
from planner.goals.adapter import ALPHA, RANK, merge, new_adapter
from planner.goals.lessons.rows import Lessons, Row
from planner.goals.training import Course, GoalSchedule, row_losses, train_goals

ANSWERS = (1, 2)


def tiny() -> Any:
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=128,
        hidden_size=24,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=6,
        num_key_value_heads=2,
    )
    return LlamaForCausalLM(config).eval()


def row() -> Row:
    made = Row()
    first = made.add([5, 6, 7])
    made.add([8, 9], first)
    made.add([10, 11, 12, 13], first)
    second = made.add([14, 15])
    made.add([16], second)
    made.add([17, 18], second)
    made.goal_targets = [(4, 9), (8, 20)]
    made.match_targets = [(11, True), (13, False)]
    return made


def adapted(up: float = 0.0, rank: int = 4) -> AdaptedLlama:
    adapter = new_adapter(tiny(), torch.Generator().manual_seed(1), rank)
    with torch.no_grad():
        for tensor in adapter.values():
            tensor.add_(torch.randn_like(tensor) * up)
    return AdaptedLlama(tiny(), adapter, 2.0)


def test_a_branch_is_read_as_if_it_were_alone() -> None:
    together = adapted().hidden_states(row())
    for tokens, places in (([5, 6, 7, 10, 11, 12, 13], [0, 1, 2, 5, 6, 7, 8]), ([14, 15, 17, 18], [9, 10, 12, 13])):
        alone = tiny().model(input_ids=torch.tensor([tokens])).last_hidden_state[0]
        torch.testing.assert_close(together[places], alone, atol=1e-5, rtol=1e-4)


def test_an_adapter_merges_to_what_it_was_in_training() -> None:
    trained, plain = adapted(up=0.1), tiny()
    merge(plain, trained.adapter, rank=4, alpha=8.0)
    again = AdaptedLlama(plain, new_adapter(plain, torch.Generator()), 2.0).hidden_states(row())
    torch.testing.assert_close(trained.hidden_states(row()), again, atol=1e-5, rtol=1e-4)
    assert not torch.allclose(again, adapted().hidden_states(row()), atol=1e-3)


def test_gradients_are_those_of_transformers() -> None:
    """The modules of transformers with weights that depend on the adapter, differentiated by torch alone."""
    trained, tokens = adapted(up=0.1), [5, 6, 7, 10, 11, 12, 13]
    made, weighting = Row(), torch.randn(7, 24, generator=torch.Generator().manual_seed(2))
    made.add(tokens)
    found = torch.autograd.grad((trained.hidden_states(made) * weighting).sum(), trained.leaves())
    leaves = {name: tensor.detach().clone().requires_grad_() for name, tensor in trained.adapter.items()}
    model = tiny()
    weights = {
        f"{name}.weight": layer.weight.detach() + 2.0 * leaves[f"{name}.up"] @ leaves[f"{name}.down"]
        for name, layer in model.named_modules()
        if f"{name}.up" in leaves
    }
    inner = {name.removeprefix("model."): weight for name, weight in weights.items()}
    out = torch.func.functional_call(model.model, inner, kwargs={"input_ids": torch.tensor([tokens])})
    wanted = torch.autograd.grad((out.last_hidden_state[0] * weighting).sum(), list(leaves.values()))
    gradients = trained.gradients(found)
    assert list(gradients) and set(gradients) == set(leaves)
    for (name, _), gradient in zip(leaves.items(), wanted, strict=True):
        torch.testing.assert_close(gradients[name], gradient, atol=1e-4, rtol=1e-3)


def test_an_adapter_of_another_model_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        merge(
            tiny(),
            {"model.layers.9.q_proj.down": torch.zeros(4, 24), "model.layers.9.q_proj.up": torch.zeros(24, 4)},
            rank=4,
        )


def test_losses_are_finite_and_reach_the_adapter() -> None:
    model = adapted(up=0.1)
    losses, right = row_losses(model, row(), ANSWERS)
    assert set(losses) == {"goal", "match"} and set(right) == {"token", "yes or no"}
    found = torch.autograd.grad(torch.stack(list(losses.values())).sum(), model.leaves())
    assert all(bool(gradient.isfinite().all()) and bool(gradient.any()) for gradient in found)


def letters(text: str) -> list[int]:
    return [ord(c) % 128 for c in text]


def course() -> Course:
    return Course(tiny(), Lessons(letters, budget=300), ANSWERS)


def broken_course() -> Course:
    if multiprocessing.parent_process() is not None:
        raise KeyError("lesson")
    return course()


def test_a_killed_training_goes_on_where_it_was(tmp_path: Path) -> None:
    schedule = GoalSchedule(4, batch=1, checkpoint_every=2)
    whole, _ = train_goals(course, schedule, tmp_path / "whole.pt", lambda text: None)
    said: list[str] = []

    def stop(text: str) -> None:
        said.append(text)
        if len(said) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_goals(course, schedule, tmp_path / "parts.pt", stop)
    parts, _ = train_goals(course, schedule, tmp_path / "parts.pt", said.append)
    assert len(said) == 2
    for name, tensor in whole.items():
        torch.testing.assert_close(parts[name], tensor)


@pytest.mark.slow
def test_two_processes_learn_what_one_would_from_the_same_rows(tmp_path: Path) -> None:
    """At the first step all of it: every gradient is the mean of two."""
    tensors, minutes = train_goals(course, GoalSchedule(1, batch=2, warmup=1), tmp_path / "two.pt", lambda text: None)
    assert minutes > 0
    taught = course()
    model = AdaptedLlama(taught.model, new_adapter(taught.model, torch.Generator().manual_seed(0)), ALPHA / RANK)
    before = {name: tensor.detach().clone() for name, tensor in model.adapter.items()}
    found = [
        torch.autograd.grad(torch.stack(list(row_losses(model, row, ANSWERS)[0].values())).sum(), model.leaves())
        for row in map(taught.lessons.row, (0, 1))
    ]
    mean = [torch.stack(pair).mean(0) for pair in zip(*found, strict=True)]
    checkpoint = torch.load(tmp_path / "two.pt")
    assert list(tensors) == list(before)
    for name, gradient in model.gradients(mean).items():  # Adam's first step goes the whole rate against the sign
        moved = checkpoint["adapter"][name] - before[name]
        large = gradient.abs() > 1e-4
        assert torch.equal(moved[large].sign(), -gradient[large].sign())


@pytest.mark.slow
def test_a_training_whose_other_process_died_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="has died"):
        train_goals(broken_course, GoalSchedule(4, batch=2), tmp_path / "it.pt", lambda text: None)


@pytest.mark.slow
def test_it_learns(tmp_path: Path) -> None:
    schedule = GoalSchedule(24, batch=1, learning_rate=0.03, warmup=2)
    tensors, _ = train_goals(course, schedule, tmp_path / "it.pt", lambda text: None)
    made = next(r for n in range(50, 60) if (r := course().lessons.row(n)).goal_targets)
    losses = [
        float(row_losses(AdaptedLlama(tiny(), adapter, ALPHA / RANK), made, ANSWERS)[0]["goal"].detach())
        for adapter in (new_adapter(tiny(), torch.Generator()), tensors)
    ]
    assert losses[1] < losses[0] - 0.05
