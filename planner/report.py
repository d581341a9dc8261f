"""The loop's findings as events of a trace."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from affordances.ranking import Affordance
from grounding import Fact, Observation, Scene
from planner.asked import Asked
from planner.budgets import Weighing
from planner.choice import Option
from planner.heat import heat_picture
from planner.ports import TraceSink
from planner.prompts import Prompt
from skills import SkillCall
from traces import Candidate, Observed, Prompted, PromptUsed, Ranked, SeenFact, SeenObject
from traces.events import BY_PERSON


def observed(
    trace: TraceSink,
    observation: Observation,
    scene: Scene,
    span: str,
    oracle: bool = False,
    time: float | None = None,
    seconds: float | None = None,
) -> Observed:
    """What was seen; the pictures become files of the trace.

    Args:
        trace: where the files go.
        observation: the pictures.
        scene: what was grounded.
        span: of the decision.
        oracle: the scene is not from pixels.
        time: of the world, counted from the start of the run, [s].
        seconds: that grounding took.
    """
    frames = {name: trace.save_frame(name, image.rgb) for name, image in observation.images.items()}
    objects = tuple(SeenObject.model_validate(thing) for thing in scene.objects)
    facts = tuple(_seen(fact, scene.confidence(fact)) for fact in sorted(scene.facts))
    return Observed(frames=frames, objects=objects, facts=facts, oracle=oracle, span=span, time=time, seconds=seconds)


def _seen(fact: Fact, confidence: float) -> SeenFact:
    return SeenFact(predicate=fact.predicate, arguments=fact.arguments, confidence=round(confidence, 4))


def attention(trace: TraceSink, observation: Observation, looked: Mapping[str, NDArray[np.float32]]) -> dict[str, str]:
    """Files of the trace, by camera, that show where was looked."""
    return {
        camera: trace.save_frame(f"{camera}_attention", heat_picture(observation.images[camera].rgb, heat))
        for camera, heat in looked.items()
    }


def prompted(asked: Asked, span: str, seconds: float | None = None) -> Prompted:
    """What the language model was asked."""
    return Prompted(
        prompt=PromptUsed(id=asked.id, version=asked.version, sha256=asked.sha256),
        purpose=asked.purpose,
        text=asked.text,
        output=asked.output,
        model=asked.model,
        tokens=asked.tokens,
        cached_tokens=asked.cached_tokens,
        span=span,
        seconds=seconds,
    )


def ranked(affordances: Sequence[Affordance], prompt: Prompt, weighing: Weighing, span: str) -> Ranked:
    """Every candidate with its reason."""
    used = PromptUsed(id=prompt.id, version=str(prompt.version), sha256=prompt.sha256) if weighing.use_say else None
    return Ranked(candidates=tuple(_candidate(item, weighing) for item in affordances), prompt=used, span=span)


def compared(options: Sequence[Option], prompt: Prompt, weighing: Weighing, span: str) -> Ranked:
    """Every beginning of a plan with its reason; the language model may not have been asked about any."""
    asked = any(option.say is not None for option in options)
    used = PromptUsed(id=prompt.id, version=str(prompt.version), sha256=prompt.sha256) if asked else None
    return Ranked(candidates=tuple(_option(option, weighing) for option in options), prompt=used, span=span)


def forced(calls: Sequence[SkillCall], able: Sequence[float], weighing: Weighing, span: str) -> Ranked:
    """What a person chose, and after it what else could have been."""
    why_not = f"{BY_PERSON} {calls[0]}"
    candidates = tuple(
        Candidate(
            call=str(call),
            text=call.text,
            can=float(can) if weighing.use_can else None,
            chosen=not place,
            why_not=why_not if place else "",
        )
        for place, (call, can) in enumerate(zip(calls, able, strict=True))
    )
    return Ranked(candidates=candidates, span=span)


def _option(option: Option, weighing: Weighing) -> Candidate:
    return Candidate(
        call=str(option.call),
        text=option.call.text,
        say=option.say,
        log_likelihood=option.log_likelihood,
        can=option.can if weighing.use_can else None,
        progress=option.progress,
        score=option.score,
        chosen=option.chosen,
        why_not=option.why_not,
    )


def _candidate(item: Affordance, weighing: Weighing) -> Candidate:
    return Candidate(
        call=str(item.call),
        text=item.call.text,
        say=item.say if weighing.use_say else None,
        log_likelihood=item.log_likelihood if weighing.use_say else None,
        can=item.can if weighing.use_can else None,
        progress=item.progress,
        score=item.score,
        chosen=item.chosen,
        why_not=item.why_not,
    )
