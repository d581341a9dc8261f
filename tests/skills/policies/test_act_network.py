"""What ACT's network computes, against the paper's formulas and an independent residual network."""

import numpy as np
import pytest
import torch

from skills.policies.act_network import ActNetwork, ActShape, _grid_waves, divergence
from skills.policies.episode import Ensemble
from skills.policies.resnet import ResNet

TINY = ActShape(
    action=3,
    state=5,
    cameras=2,
    chunk=4,
    width=16,
    heads=2,
    feedforward=16,
    encoder_layers=1,
    vae_layers=1,
    latent=6,
    dropout=0.0,
    backbone_width=8,
)


@pytest.fixture(scope="module")
def network() -> ActNetwork:
    torch.manual_seed(0)
    return ActNetwork(TINY)


def images(seed: int = 0) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [torch.rand(2, 3, 32, 64, generator=generator) for _ in range(2)]


STATE, ACTIONS = torch.ones(2, 5), torch.zeros(2, 4, 3)
MISSING = torch.tensor([[False] * 4, [False, True, True, True]])


def test_parameters_have_the_published_names(network: ActNetwork) -> None:
    """As they stand in checkpoints of LeRobot's ACT, without their first ``model.``."""
    names = set(network.state_dict())
    assert {name.partition(".")[0] for name in names} == {
        "vae_encoder",
        "vae_encoder_cls_embed",
        "vae_encoder_robot_state_input_proj",
        "vae_encoder_action_input_proj",
        "vae_encoder_latent_output_proj",
        "vae_encoder_pos_enc",
        "backbone",
        "encoder",
        "decoder",
        "encoder_robot_state_input_proj",
        "encoder_latent_input_proj",
        "encoder_img_feat_input_proj",
        "encoder_1d_feature_pos_embed",
        "decoder_pos_embed",
        "action_head",
    }
    assert {
        "backbone.conv1.weight",
        "backbone.bn1.running_var",
        "backbone.layer2.0.downsample.0.weight",
        "backbone.layer2.0.downsample.1.bias",
        "backbone.layer4.1.bn2.weight",
        "encoder.layers.0.self_attn.in_proj_weight",
        "encoder.layers.0.linear2.bias",
        "encoder.layers.0.norm2.weight",
        "decoder.layers.0.multihead_attn.out_proj.weight",
        "decoder.layers.0.norm3.weight",
        "decoder.norm.weight",
    } <= names
    assert "encoder.norm.weight" not in names


@pytest.mark.slow
def test_the_default_has_the_published_size() -> None:
    count = sum(parameter.numel() for parameter in ActNetwork(ActShape(action=14, state=14)).parameters())
    assert 51e6 < count < 52.5e6


def test_a_chunk_without_a_posterior_unless_it_learns(network: ActNetwork) -> None:
    network.eval()
    chunk, posterior = network(images(), STATE, actions=ACTIONS)
    assert chunk.shape == (2, 4, 3)
    assert posterior is None
    network.train()
    _, posterior = network(images(), STATE, actions=ACTIONS, missing=MISSING)
    assert posterior is not None
    assert posterior[0].shape == posterior[1].shape == (2, 6)


def test_actions_that_are_missing_are_not_learned_from(network: ActNetwork) -> None:
    network.train()
    changed = ACTIONS.clone()
    changed[1, 1:] = 9.0
    one, other = (network(images(), STATE, actions=a, missing=MISSING)[1] for a in (ACTIONS, changed))
    torch.testing.assert_close(one, other)
    assert not torch.allclose(network(images(), STATE, actions=changed)[1][0], one[0])


def test_the_order_of_cameras_matters_not_to_their_positions(network: ActNetwork) -> None:
    network.eval()
    one, other = (network(order, STATE)[0] for order in (images(), images()[::-1]))
    torch.testing.assert_close(one, other)


def test_positions_on_a_grid() -> None:
    waves = _grid_waves(torch.zeros(1, 1, 2, 3), 8).view(2, 3, 8)
    full = 2 * np.pi
    assert waves[1, 0, :2].tolist() == pytest.approx([np.sin(full), np.cos(full)], abs=1e-4)
    assert waves[0, 0, 4:6].tolist() == pytest.approx([np.sin(full / 3), np.cos(full / 3)], abs=1e-4)
    assert waves[0, 0, 2].item() == pytest.approx(np.sin(full / 2 / 100), abs=1e-4)


def test_divergence_of_the_unit_normal_is_nothing() -> None:
    assert divergence((torch.zeros(2, 3), torch.zeros(2, 3))).item() == 0
    assert divergence((torch.ones(2, 3), torch.zeros(2, 3))).item() == pytest.approx(1.5)


def test_the_mean_over_time_is_that_of_the_paper() -> None:
    """Weights exp(-m i) where i counts from the oldest."""
    chunks = np.random.default_rng(0).normal(size=(6, 3, 2))
    ensemble = Ensemble(0.5)
    for t, chunk in enumerate(chunks):
        known = [chunks[s][t - s] for s in range(max(0, t - 2), t + 1)]
        weights = np.exp(-0.5 * np.arange(len(known)))
        assert ensemble(chunk) == pytest.approx((weights @ known) / weights.sum())


@pytest.mark.slow
def test_the_residual_network_is_resnet18() -> None:
    """As the transformers library computes it."""
    from transformers import ResNetConfig, ResNetModel

    torch.manual_seed(0)
    sizes = [8, 16, 32, 64]
    config = ResNetConfig(embedding_size=8, hidden_sizes=sizes, depths=[2, 2, 2, 2], layer_type="basic")
    reference, ours = ResNetModel(config).eval(), ResNet("resnet18", width=8)
    for norm in (module for module in reference.modules() if isinstance(module, torch.nn.BatchNorm2d)):
        torch.nn.init.uniform_(norm.running_mean, -0.1, 0.1)  # type: ignore[arg-type]
        torch.nn.init.uniform_(norm.running_var, 0.5, 2)  # type: ignore[arg-type]
    theirs = reference.state_dict()
    ours.load_state_dict({name: theirs[_as_in_transformers(name)] for name in ours.state_dict()})
    pixels = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        torch.testing.assert_close(ours(pixels), reference(pixels).last_hidden_state)


def _as_in_transformers(name: str) -> str:
    *path, part, kind = name.split(".")
    if not path:
        return f"embedder.embedder.{'convolution' if part == 'conv1' else 'normalization'}.{kind}"
    stage, block = int(path[0].removeprefix("layer")) - 1, path[1]
    start = f"encoder.stages.{stage}.layers.{block}"
    if path[-1] == "downsample":
        return f"{start}.shortcut.{'convolution' if part == '0' else 'normalization'}.{kind}"
    layer = "convolution" if part.startswith("conv") else "normalization"
    return f"{start}.layer.{int(part[-1]) - 1}.{layer}.{kind}"
