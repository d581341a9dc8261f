from dataclasses import replace

import numpy as np
import torch

from skills.memory import FADE, Memory, Sightings, Watch
from skills.networks import BODY, HISTORY, LOOKS, PLACE, TARGET, TEXT, YAW, Look, Spec, VLANetwork

SPEC = Spec(("push_to",), width=16)


def seen(moments: list[list[float]]) -> Sightings:
    """One episode, whose looks' log-odds of not being in view are given; each look lies where its moment says."""
    nowhere = np.array(moments, np.float32)
    n, looks = nowhere.shape
    where = np.arange(n, dtype=np.float32)[:, None, None].repeat(looks, 1).repeat(3, 2)
    yaw = np.zeros((n, looks, YAW), np.float32)
    text = np.zeros((n, TEXT), np.float32)
    found = {"text": text, "where": where, "yaw": yaw, "far": where[:, 0], "nowhere": nowhere}
    return Sightings(found, np.zeros(n, np.int64))


def at_work(sightings: Sightings, row: int) -> Look:
    """A moment as the trunk gives it: with nothing remembered."""
    return replace(sightings.look(np.array([row])), remembered=())


def test_the_surest_sighting_of_each_head_is_remembered() -> None:
    watch = Watch()
    assert watch.see(np.array([-5.0, -1.0, -3.0])).tolist() == [0, 0, 0, 0]
    assert watch.see(np.array([-2.0, -4.0, -3.5])).tolist() == [0, 1, 1, 0]
    # The far end needs its target and its place: the worse of the two counts.
    assert watch.see(np.array([-4.0, -4.0, -3.2])).tolist() == [0, 2, 1, 2]


def test_a_sighting_fades_so_that_what_has_moved_is_seen_anew() -> None:
    watch = Watch()
    watch.see(np.array([-5.0, -5.0, -5.0]))
    looks = [watch.see(np.array([-4.5, -4.5, -4.5])).tolist() for _ in range(int(0.5 / FADE) + 1)]
    assert looks[0] == [0, 0, 0, 0] and looks[-1] == [len(looks)] * 4


def test_learning_and_work_remember_alike() -> None:
    rng = np.random.default_rng(0)
    sightings = seen(rng.normal(-3, 2, (12, LOOKS)).tolist())
    memory = Memory()
    told = sightings.look(np.arange(12))
    for row in range(12):
        look = memory.recall(at_work(sightings, row))
        for one, other in zip(look.remembered, told.rows(slice(row, row + 1)).remembered, strict=True):
            assert torch.equal(one.where, other.where) and torch.equal(one.far, other.far)
            assert torch.equal(one.nowhere, other.nowhere) and torch.equal(one.yaw, other.yaw)


def test_nothing_is_remembered_of_another_episode() -> None:
    alone = seen([[-5.0] * 3, [-1.0] * 3, [-1.0] * 3])
    two = replace(alone, episode=np.array([0, 1, 1]))
    assert two.look(np.array([2])).remembered[0].where[0, TARGET, 0] == 1
    assert alone.look(np.array([2])).remembered[0].where[0, TARGET, 0] == 0
    assert two.look(np.array([2])).remembered[1].where[0, PLACE, 0] == 2


def test_what_was_seen_before_changes_what_is_done() -> None:
    torch.manual_seed(0)
    head, body = VLANetwork(SPEC).head.eval(), torch.randn(1, 1 + HISTORY, BODY)
    sightings = seen([[-5.0] * 3, [-1.0] * 3])
    remembering, fresh = sightings.look(np.array([1])), at_work(sightings, 1)
    with torch.no_grad():
        assert not torch.equal(head(remembering, body)[0], head(fresh, body)[0])


def test_a_head_at_the_first_moment_is_told_that_moment() -> None:
    torch.manual_seed(0)
    head, body = VLANetwork(SPEC).head.eval(), torch.randn(1, 1 + HISTORY, BODY)
    look = at_work(seen([[-5.0] * 3]), 0)
    with torch.no_grad():
        assert torch.equal(head(look, body)[0], head(Memory().recall(look), body)[0])
