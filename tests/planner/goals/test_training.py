"""Training on a tiny random model: trees attend as they should, adapters merge, a killed training goes on."""

from pathlib import Path
from typing import Any

import pytest
import torch

from planner.goals.adapter import adapter_tensors, attach, load_adapter, merge
from planner.goals.lessons.rows import Lessons, Row
from planner.goals.training import GoalSchedule, hidden_states, row_losses, train_goals

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


def test_a_branch_is_read_as_if_it_were_alone() -> None:
    model, made = tiny(), row()
    together = hidden_states(model, made)
    for tokens, places in (([5, 6, 7, 10, 11, 12, 13], [0, 1, 2, 5, 6, 7, 8]), ([14, 15, 17, 18], [9, 10, 12, 13])):
        alone = tiny().model(input_ids=torch.tensor([tokens])).last_hidden_state[0]
        torch.testing.assert_close(together[places], alone, atol=1e-5, rtol=1e-4)


def test_an_adapter_begins_as_nothing_and_merges_to_the_same() -> None:
    plain, adapted, made = tiny(), tiny(), row()
    before = hidden_states(plain, made)
    attach(adapted, torch.Generator().manual_seed(1), rank=4, alpha=8.0)
    torch.testing.assert_close(hidden_states(adapted, made), before)
    tensors = {name: torch.randn_like(tensor) * 0.1 for name, tensor in adapter_tensors(adapted).items()}
    load_adapter(adapted, tensors)
    merge(plain, tensors, rank=4, alpha=8.0)
    torch.testing.assert_close(hidden_states(adapted, made), hidden_states(plain, made), atol=1e-4, rtol=1e-3)
    assert not torch.allclose(hidden_states(plain, made), before)


def test_an_adapter_of_another_model_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        merge(
            tiny(),
            {"model.layers.9.q_proj.down": torch.zeros(4, 24), "model.layers.9.q_proj.up": torch.zeros(24, 4)},
            rank=4,
        )


def test_only_the_adapter_is_trained() -> None:
    model = tiny()
    attach(model, torch.Generator().manual_seed(0), rank=2)
    losses, right = row_losses(model, row(), ANSWERS)
    assert set(losses) == {"goal", "match"} and set(right) == {"token", "yes or no"}
    torch.stack(list(losses.values())).sum().backward()
    assert {name.rsplit(".", 1)[1] for name, p in model.named_parameters() if p.grad is not None} == {"down", "up"}


def test_a_killed_training_goes_on_where_it_was(tmp_path: Path) -> None:
    lessons = Lessons(lambda text: [ord(c) % 128 for c in text], budget=300)
    whole, _ = train_goals(
        tiny(), lessons, ANSWERS, GoalSchedule(4, checkpoint_every=2), tmp_path / "whole.pt", lambda text: None
    )
    said: list[str] = []

    def stop(text: str) -> None:
        said.append(text)
        if len(said) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_goals(tiny(), lessons, ANSWERS, GoalSchedule(4, checkpoint_every=2), tmp_path / "parts.pt", stop)
    parts, _ = train_goals(
        tiny(), lessons, ANSWERS, GoalSchedule(4, checkpoint_every=2), tmp_path / "parts.pt", said.append
    )
    assert len(said) == 2
    for name, tensor in whole.items():
        torch.testing.assert_close(parts[name], tensor)


@pytest.mark.slow
def test_it_learns(tmp_path: Path) -> None:
    lessons = Lessons(lambda text: [ord(c) % 128 for c in text], budget=300)
    model = tiny()
    train_goals(
        model, lessons, ANSWERS, GoalSchedule(12, learning_rate=0.03, warmup=2), tmp_path / "it.pt", lambda text: None
    )
    fresh = tiny()
    made = next(r for n in range(50, 60) if (r := lessons.row(n)).goal_targets)
    with torch.no_grad():
        assert (
            float(row_losses(model, made, ANSWERS)[0]["goal"])
            < float(row_losses(fresh, made, ANSWERS)[0]["goal"]) - 0.05
        )
