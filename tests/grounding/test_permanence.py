from grounding import Fact, Scene, SceneObject
from grounding.permanence import HIDDEN, SEEN_AS, recognised, with_hidden


def thing(id: str, x: float = 0.5, category: str = "") -> SceneObject:
    colour, kind = id.split()[:2]
    return SceneObject(id, category or kind, {"colour": colour}, (x, 0.0, 0.02))


KNOWN = (thing("red block"), thing("blue can", 0.3), thing("red bowl", 0.7))


def ids(scene: Scene) -> list[str]:
    return [o.id for o in scene.objects]


def test_what_is_seen_by_another_name_where_a_thing_is_missed_is_that_thing() -> None:
    facts = frozenset({Fact("on", ("blue can", "red can")), Fact("hand empty")})
    seen = recognised(Scene((thing("blue can", 0.52), thing("red can", 0.51)), facts), KNOWN)
    assert ids(seen) == ["blue can", "red block"] and seen["red block"].category == "block"
    assert seen["red block"].attributes == {"colour": "red", SEEN_AS: "red can"}
    assert seen["red block"].position == (0.51, 0.0, 0.02)
    assert seen.facts == {Fact("on", ("blue can", "red block")), Fact("hand empty")}


def test_a_scene_in_which_nothing_is_missed_is_as_it_is_seen() -> None:
    scene = Scene((*KNOWN, thing("red can", 0.52)))
    assert recognised(scene, KNOWN) is scene
    assert recognised(scene, ()) is scene


def test_what_is_far_away_or_of_another_colour_is_something_new() -> None:
    for other in (thing("red can", 0.65), thing("green block", 0.5), thing("red can 2", 0.35)):
        assert ids(recognised(Scene((other,)), KNOWN)) == [other.id]


def test_what_the_hand_holds_or_held_may_be_anywhere() -> None:
    far = Scene((thing("red bar", 0.2),), frozenset({Fact("holding", ("red bar",))}))
    lifted = recognised(far, KNOWN)
    assert ids(lifted) == ["red block"] and lifted.held == "red block"
    put = Scene((thing("red blade", 0.2),))
    assert ids(recognised(put, KNOWN, "red block")) == ["red block"]
    assert ids(recognised(put, KNOWN, "blue can")) == ["red blade"]


def test_bowls_and_regions_are_never_taken_for_another_thing() -> None:
    assert ids(recognised(Scene((thing("red bowl 2", 0.5),)), KNOWN)) == ["red bowl 2"]
    assert ids(recognised(Scene((thing("red can", 0.7),)), (KNOWN[2],))) == ["red can"]
    assert ids(recognised(Scene((thing("red region", 0.5),)), KNOWN)) == ["red region"]


def test_of_two_that_are_missed_each_is_recognised_where_it_was() -> None:
    known = (thing("red block", 0.5), thing("red can", 0.56))
    seen = recognised(Scene((thing("red mug", 0.51), thing("red bar", 0.57))), known)
    assert {o.id: o.attributes[SEEN_AS] for o in seen.objects} == {"red block": "red mug", "red can": "red bar"}


DRAWER = SceneObject("drawer", "drawer")
OPEN, CLOSED = Fact("open", ("drawer",)), Fact("closed", ("drawer",))
INSIDE = Fact("in", ("red block", "drawer"))


def test_what_was_in_a_drawer_when_it_was_closed_is_in_it_still() -> None:
    before = Scene((DRAWER, thing("red block"), thing("blue can")), frozenset({OPEN, INSIDE}))
    seen = with_hidden(Scene((DRAWER,), frozenset({CLOSED})), before)
    assert ids(seen) == ["drawer", "red block"] and seen.facts == {CLOSED, INSIDE}
    assert seen["red block"].attributes[HIDDEN] == "drawer"
    assert with_hidden(Scene((DRAWER,), frozenset({CLOSED})), seen) == seen
    assert with_hidden(Scene((DRAWER,)), before).facts == {INSIDE}  # neither open nor closed


def test_an_open_drawer_shows_what_is_in_it() -> None:
    before = Scene((DRAWER, thing("red block")), frozenset({CLOSED, INSIDE}))
    empty = Scene((DRAWER,), frozenset({OPEN}))
    assert with_hidden(empty, before) == empty


def test_what_is_seen_elsewhere_is_not_hidden() -> None:
    before = Scene((DRAWER, thing("red block")), frozenset({OPEN, INSIDE}))
    now = Scene((DRAWER, thing("red block", 0.3)), frozenset({CLOSED}))
    assert with_hidden(now, before) == now
