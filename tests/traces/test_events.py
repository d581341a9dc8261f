"""Events survive JSON, refuse what they do not know, and read newer versions as far as possible."""

import json
import math

import numpy as np
import pytest
from pydantic import ValidationError

from grounding import Fact, Scene, SceneObject
from traces import FORMAT_VERSION, Candidate, Observed, Ranked, RunFinished, StepStarted, UnknownEvent
from traces.events import parse_event


def test_round_trip_through_json_keeps_every_field() -> None:
    event = Ranked(candidates=(Candidate(call="pick_up(red block)", say=0.25, log_likelihood=-math.inf, chosen=True),))
    assert parse_event(json.loads(event.model_dump_json())) == event


def test_json_is_strict_even_with_infinite_numbers() -> None:
    text = Ranked(candidates=(Candidate(call="done()", log_likelihood=-math.inf),)).model_dump_json()
    json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))


def test_a_scene_goes_in_as_it_is() -> None:
    scene = Scene(
        (SceneObject("red block", "block", {"colour": "red"}, (0.5, 0.1, 0.02), 0.9),),
        frozenset({Fact("on", ("red block", "table"))}),
    )
    event = Observed(objects=scene.objects, facts=sorted(scene.facts))
    assert event.objects[0].position == (0.5, 0.1, 0.02)
    assert str(event.facts[0]) == "on(red block, table)"


def test_numpy_numbers_become_plain_ones() -> None:
    candidate = Candidate(call="done()", say=np.float32(0.5), can=np.float64(0.25))
    assert type(candidate.say) is float and type(candidate.can) is float


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        StepStarted(call="done()", colour="red")  # type: ignore[call-arg]


def test_events_are_frozen() -> None:
    event = StepStarted(call="done()")
    with pytest.raises(ValidationError, match="frozen"):
        event.call = "pick_up(red block)"  # type: ignore[misc]


def test_a_kind_from_a_newer_version_is_kept_as_it_is() -> None:
    event = parse_event({"kind": "dreamed", "seq": 3, "of": "sheep"}, FORMAT_VERSION + 1)
    assert isinstance(event, UnknownEvent)
    assert (event.kind, event.seq, event.payload) == ("dreamed", 3, {"of": "sheep"})


def test_a_known_kind_that_changed_later_is_unknown_and_not_an_error() -> None:
    data = {"kind": "run_finished", "outcome": "fine"}
    assert isinstance(parse_event(data, FORMAT_VERSION + 1), UnknownEvent)
    with pytest.raises(ValidationError):
        parse_event(data, FORMAT_VERSION)


def test_success_may_be_unknown() -> None:
    assert RunFinished(status="verified", verified=True).success is None
