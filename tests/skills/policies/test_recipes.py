import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

import weights
from grounding.training import Schedule
from skills.action import ActionChunk, EndEffectorTarget, JointTarget
from skills.finishing import BATCH, finish_policy
from skills.networks import Spec, VLANetwork
from skills.policies import RECIPES, Lessons, Recipe, RecipeError, find_recipe, restore_policy, save_policy, train
from skills.policies.demonstrations import HAND, Imitation, state_vector
from skills.policies.spatial import HEAD_STEPS
from skills.policies.tokens import HIGHEST, LOWEST, binned, unbinned
from skills.policies.training import steps_in
from skills.training import train_policy
from skills.vla import EXECUTE, VLAPolicy
from tests.skills.policies.scenes import CURRICULUM, JOINTS, Commands, lessons, observation, write_demonstrations
from tests.skills.taught import curriculum
from weights import Card, WeightsError

OWN = ("spatial", "tokens", "act", "plain", "lerobot")
IMITATING = ("tokens", "act", "plain", "lerobot")
IN_JOINTS = ("act", "lerobot")
CARD = Card("A test.", "Six frames.", "pytest", 0, 0.5, {}, "All.")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Lessons:
    return lessons(tmp_path_factory.mktemp("data"))


def recipe_of(name: str) -> Recipe:
    return find_recipe(name, {"skills": CURRICULUM.names} if name == "spatial" else {}, tiny=True)


def built(name: str, seed: int = 0, data: Lessons | None = None) -> nn.Module:
    torch.manual_seed(seed)
    return recipe_of(name).build(None if data is None else data.demonstrations)


def asked(name: str, network: nn.Module, times: int = 3) -> list[ActionChunk]:
    episode = recipe_of(name).policy(network, Commands()).start("pick up the red block")
    return [episode.act(observation(i)) for i in range(times)]


def test_every_recipe_is_known_by_its_name() -> None:
    assert [kind.name for kind in RECIPES.values()] == list(RECIPES)
    assert set(OWN) | {"transformers"} == set(RECIPES)


@pytest.mark.parametrize("name", OWN)
def test_actions_are_finite_and_of_the_right_kind(name: str, data: Lessons) -> None:
    for chunk in asked(name, built(name, data=data)):
        assert 1 <= len(chunk.actions) <= EXECUTE
        assert 0 <= chunk.terminate <= 1
        for action in chunk.actions:
            if name in IN_JOINTS:
                assert isinstance(action, JointTarget) and len(action.positions) == JOINTS
                assert np.isfinite(action.positions).all()
            else:
                assert isinstance(action, EndEffectorTarget)
                assert np.isfinite(action.position).all()
                assert np.linalg.norm(action.quaternion) == pytest.approx(1)
            assert 0 <= action.gripper <= 1


@pytest.mark.parametrize("name", IMITATING)
def test_the_same_seed_gives_the_same_network_and_another_one_another(name: str, data: Lessons, tmp_path: Path) -> None:
    def trained(seed: int, file: str) -> dict[str, torch.Tensor]:
        schedule = Schedule(2, batch=3, warmup=1, seed=seed)
        return train(recipe_of(name), data, schedule, tmp_path / file, say=lambda _: None)[0].state_dict()

    one, same, other = trained(0, "a.pt"), trained(0, "b.pt"), trained(1, "c.pt")
    assert all(torch.isfinite(value).all() for value in one.values())
    assert all(torch.equal(value, same[key]) for key, value in one.items())
    assert not all(torch.equal(value, other[key]) for key, value in one.items())


@pytest.mark.parametrize("name", OWN)
def test_stored_policies_act_as_before(name: str, data: Lessons, tmp_path: Path) -> None:
    network = built(name, data=data)
    for parameter in network.parameters():
        parameter.data = parameter.data.half().float()
    for buffer in network.buffers():
        buffer.data = buffer.data.half().float()
    path = save_policy(f"a_{name}", recipe_of(name), network, CARD, tmp_path)
    recipe, read = restore_policy(f"a_{name}", tmp_path)
    assert recipe == recipe_of(name)
    assert asked(name, read) == asked(name, network)
    assert "A test." in path.with_suffix(".md").read_text()
    assert weights.metadata(f"a_{name}", tmp_path)["cpu_minutes"] == "0.5"


def test_the_committed_weights_are_of_the_default_recipe() -> None:
    recipe, network = restore_policy("vla")
    assert recipe.name == "spatial"
    torch.testing.assert_close(network.state_dict(), weights.load("vla"))


def test_the_default_is_trained_as_ever(data: Lessons, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One function for all kinds gives the very network that the pipeline's own does."""
    folder = tmp_path / "data"
    lessons(folder)
    for module in ("training", "finishing"):
        monkeypatch.setattr(f"skills.{module}.CommandEncoder", lambda quick: Commands())
    schedule = Schedule(1, batch=4, warmup=1)
    scenes, shown = [folder / "scenes"], [folder / "demonstrations"]
    joint, _ = train_policy(CURRICULUM, scenes, shown, schedule, tmp_path / "a.pt")
    head, start = replace(schedule, steps=HEAD_STEPS, batch=BATCH), joint.state_dict()
    before, _ = finish_policy(CURRICULUM, shown, head, tmp_path / "head.pt", start, tmp_path / "finds")
    again = Lessons.read(CURRICULUM, shown, scenes, Commands())
    recipe = find_recipe(settings=asdict(before.spec))
    now, _ = train(recipe, again, schedule, tmp_path / "b.pt", say=lambda _: None)
    for key, value in before.state_dict().items():
        assert torch.equal(value, now.state_dict()[key]), key


def test_what_is_unknown_is_named_with_what_is_known(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"unknown kind of policy 'tokns'; choose from: spatial, .*; did you mean"):
        find_recipe("tokns")
    with pytest.raises(RecipeError, match=r"tokens: bin: .*settings: width, heads, layers, learned, bins, decode"):
        find_recipe("tokens", {"bin": 3})
    with pytest.raises(RecipeError, match=r"plain: .*width 16 is not a multiple of heads 3"):
        find_recipe("plain", {"heads": 3}, tiny=True)
    assert find_recipe("tokens", {"bins": "32", "decode": "expectation"}).settings()["bins"] == 32
    with pytest.raises(WeightsError, match="no weights named"):
        restore_policy("tokens", tmp_path)


def test_weights_of_another_kind_are_refused(data: Lessons, tmp_path: Path) -> None:
    start = built("tokens").state_dict()
    with pytest.raises(RecipeError, match="not of this kind of policy"):
        train(recipe_of("spatial"), data, Schedule(1), tmp_path / "a.pt", {"odd": torch.zeros(1)})
    with pytest.raises(RecipeError, match="another shape"):
        train(find_recipe("tokens", {"width": 32}, tiny=True), data, Schedule(1), tmp_path / "b.pt", start)


@pytest.mark.parametrize("name", IN_JOINTS)
def test_joint_space_wants_joints(name: str, tmp_path: Path) -> None:
    old = write_demonstrations(tmp_path / "old", joints=False)
    with pytest.raises(RecipeError, match=r"no joint targets.*choose a policy that acts with the tool"):
        recipe_of(name).build(old)
    with pytest.raises(RecipeError, match="no joint targets"):
        recipe_of(name).loss(Lessons(CURRICULUM, old, None, Commands()), 2)


@pytest.mark.parametrize("name", ["tokens", "plain"])
def test_old_frames_still_teach(name: str, tmp_path: Path) -> None:
    old = Lessons(CURRICULUM, write_demonstrations(tmp_path / "old", joints=False), None, Commands())
    network, _ = train(recipe_of(name), old, Schedule(1, batch=2), tmp_path / "a.pt", say=lambda _: None)
    assert all(torch.isfinite(value).all() for value in network.state_dict().values())


def test_the_default_learns_the_skills_that_it_is_made_for(data: Lessons) -> None:
    with pytest.raises(RecipeError, match="still views"):
        find_recipe().loss(replace(data, scenes=None), 2)
    with pytest.raises(RecipeError, match="its skills are press, and pick_up, put_in, put_on are taught"):
        find_recipe(settings={"skills": ("press",)}).loss(data, 2)
    with pytest.raises(ValueError, match=r"unknown skill 'pick_up'; choose from: press"):
        recipe_of("plain").loss(replace(data, curriculum=curriculum("press")), 2)


def test_any_reader_of_policies_reads_what_the_default_has_learned(tmp_path: Path) -> None:
    spec = Spec(("press", "pick_up"), width=16)
    recipe = find_recipe(settings=asdict(spec))
    save_policy("mine", recipe, recipe.build(), CARD, tmp_path)
    assert VLAPolicy.load("mine", Commands(), tmp_path).network.spec == spec
    weights.save(
        "plain_file", VLANetwork(spec).state_dict(), CARD, hyperparameters=spec.hyperparameters, folder=tmp_path
    )
    assert restore_policy("plain_file", tmp_path)[0] == recipe
    weights.save("bare", VLANetwork(spec).state_dict(), CARD, folder=tmp_path)
    for read in (restore_policy, lambda name, folder: VLAPolicy.load(name, Commands(), folder)):
        with pytest.raises(WeightsError, match="do not tell their skills"):
            read("bare", tmp_path)


def test_what_earlier_versions_stored_is_read(tmp_path: Path) -> None:
    spec = Spec(("press",), width=16)
    fixed = {"looks": "3", "turns": "2,4", "memory": "1", "modes": "3", "relief": "1"}
    settings = {"share": 0.6, "skills": ["press"], "looks": 3, "turns": [2, 4], "width": 16, "memory": True, "modes": 3}
    header = {**spec.hyperparameters, **fixed, "recipe": "spatial", "settings": json.dumps(settings)}
    weights.save("earlier", VLANetwork(spec).state_dict(), CARD, hyperparameters=header, folder=tmp_path)
    assert restore_policy("earlier", tmp_path)[0] == find_recipe(settings=asdict(spec))


def test_another_arm_is_refused(data: Lessons) -> None:
    recipe = find_recipe("act", {"arm_joints": 6}, tiny=True)
    with pytest.raises(RecipeError, match="arm with 7 joints; this policy is for 6"):
        recipe.build(data.demonstrations)
    with pytest.raises(RecipeError, match="for an arm with 6 joints, not 7"):
        recipe.policy(recipe.build(), Commands()).start("pick up the red block").act(observation(0))


def test_a_batch_holds_what_was_demonstrated(data: Lessons) -> None:
    loss = Imitation(data, 3, lambda *_: {}, joints=True)
    inputs, targets = loss.draw(np.array([0, 4]), np.random.default_rng(0))
    assert inputs.state.shape == (2, JOINTS + HAND)
    seen = observation(4).proprioception
    assert inputs.state[1, :JOINTS].numpy() == pytest.approx(seen.joint_positions, abs=1e-6)
    assert inputs.state[1, -7:-4].numpy() == pytest.approx(seen.tcp_position, abs=1e-6)
    assert inputs.state[1, -4:].abs().tolist() == pytest.approx([1, 0, 0, 0], abs=1e-6)
    assert targets.given.sum(1).tolist() == [2, 2]
    assert targets.joints[:, 2:].equal(inputs.state[:, None, :JOINTS].expand(-1, 4, -1))
    assert inputs.rgb.min() > -0.5 and inputs.rgb.max() < 1.6


@pytest.mark.parametrize("axis", range(4))
def test_quaternions_turn_as_their_matrices(axis: int) -> None:
    rng = np.random.default_rng(axis)
    q = rng.normal(0, 0.2, 4)
    q[axis] = 1.0
    q /= np.linalg.norm(q)
    x, y, z, w = q
    pose = np.eye(4)
    pose[:3, :3] = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    assert state_vector(np.zeros((1, 0)), np.zeros((1, 2)), pose[None])[0, -4:] == pytest.approx(q, abs=1e-6)


def test_bins_are_as_fine_as_they_say() -> None:
    low, high = torch.tensor(LOWEST), torch.tensor(HIGHEST)
    values = low + torch.rand(50, 6, generator=torch.Generator().manual_seed(0)) * (high - low)
    bins = binned(values, 64)
    logits = torch.nn.functional.one_hot(bins, 64).float() * 100
    for decode in ("argmax", "expectation"):
        assert ((unbinned(logits, decode) - values).abs() <= (high - low) / 128 + 1e-6).all()  # type: ignore[arg-type]
    assert binned(torch.full((1, 6), 9.0), 64).tolist() == [[63] * 6]
    assert binned(torch.full((1, 6), -9.0), 64).tolist() == [[0] * 6]


def test_the_mean_of_bins_lies_between_them() -> None:
    logits = torch.full((6, 4), -50.0)
    logits[:, [1, 2]] = 0.0
    assert unbinned(logits, "expectation") == pytest.approx(np.add(LOWEST, HIGHEST) / 2, abs=1e-6)


@pytest.mark.parametrize("device", ["gpu", "cuda"])
def test_a_device_that_is_not_there_is_named(device: str, data: Lessons, tmp_path: Path) -> None:
    if device == "cuda" and torch.cuda.is_available():
        pytest.skip("there is one")
    with pytest.raises(RecipeError, match=f"torch cannot compute on '{device}' here"):
        train(recipe_of("plain"), data, Schedule(1), tmp_path / "a.pt", device=device)


def test_minutes_become_steps(data: Lessons) -> None:
    few = steps_in(1e-6, recipe_of("plain"), data, Schedule(7, batch=2))
    assert few.steps == 1 and few.batch == 2
    assert steps_in(60.0, recipe_of("plain"), data, Schedule(7, batch=2)).steps > 100
    with pytest.raises(RecipeError, match="0 minutes"):
        steps_in(0, recipe_of("plain"), data, Schedule(7))


@pytest.mark.slow
@pytest.mark.parametrize("name", OWN)
def test_a_handful_of_frames_is_learned_by_heart(name: str, data: Lessons) -> None:
    """Without the mean of weights over time, which is for long trainings.

    What the default pays for not knowing which of a thing's pixels it should look at, it always pays.
    """
    recipe = recipe_of(name)
    network = built(name, data=data).train()
    loss = recipe.loss(data, 6)
    optimizer, rng = torch.optim.Adam(network.parameters(), 3e-3), np.random.default_rng(0)
    totals = []
    for _ in range(120):
        total = torch.stack(list(loss(network, rng).values())).sum()
        optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        totals.append(total.item())
    assert np.isfinite(totals).all()
    assert np.mean(totals[-10:]) < (0.65 if name == "spatial" else 0.5) * np.mean(totals[:3])
