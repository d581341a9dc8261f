import pytest

from evaluation.attribution import Moment, attribute, right_calls
from simulation.truth import Tool, TrueObject, Truth
from skills.builtin import tabletop10_library, tabletop_library
from skills.conditions import parse_condition
from traces import Candidate, Observed, Ranked, RunFinished, SeenFact, SeenObject, StepFinished, Understood, Verified

LIBRARY = tabletop_library()
GOAL = parse_condition(["in(red block, blue bowl)"])
PICK, PUT = "pick_up(red block)", "put_in(red block, blue bowl)"
TABLE, HAND, BOWL = (0.5, 0.1, 0.02), (0.5, 0.1, 0.2), (0.5, -0.15, 0.025)


def truth(red: tuple[float, float, float] = TABLE, held: str | None = None, **others: TrueObject) -> Truth:
    bowl = TrueObject("blue bowl", "bowl", "blue", (0.5, -0.15, 0.0225), 0.0, 0.0, True)
    green = TrueObject("green block", "block", "green", (0.4, 0.2, 0.02), 0.0, 0.0, True)
    block = TrueObject("red block", "block", "red", red, 0.0, 0.0, True)
    return Truth((bowl, green, block, *others.values()), held, Tool((0.5, 0.1, 0.2), 0.0, 0.04))


def ranked(chosen: str, **can: float) -> Ranked:
    """A ranking of the right first steps and a wrong one; ``can`` by short name."""
    calls = {"pick": PICK, "put": PUT, "green": "pick_up(green block)", "done": "done()"}
    return Ranked(
        candidates=tuple(
            Candidate(call=calls[name], say=0.5, can=value, chosen=calls[name] == chosen) for name, value in can.items()
        )
    )


def finished(call: str) -> StepFinished:
    return StepFinished(call=call, status="done")


def verified(call: str, success: bool) -> Verified:
    return Verified(call=call, success=success, probability=0.9)


def ranked_by_can(chosen: str, **can: float) -> Ranked:
    """The same where the language model read the goal and was asked about no call."""
    told = ranked(chosen, **can)
    return told.model_copy(update={"candidates": tuple(c.model_copy(update={"say": None}) for c in told.candidates)})


def seen(*ids: str) -> Observed:
    return Observed(objects=tuple(SeenObject(id=id, category=id.split()[-1]) for id in ids))


def ended(status: str) -> RunFinished:
    return RunFinished(status=status, verified=status == "verified")


READ = Moment(Understood(), truth())
DREAMT = Observed(facts=(SeenFact(predicate="in", arguments=("red block", "blue bowl")),))
START = Moment(ranked(PICK, pick=0.9, green=0.9), truth())
LIFTED = Moment(finished(PICK), truth(HAND, "red block"))


@pytest.mark.parametrize(
    ("moments", "cause"),
    [
        ([Moment(ranked("pick_up(green block)", green=0.9, pick=0.6), truth())], "language"),
        ([Moment(ranked("pick_up(green block)", green=0.9, pick=0.2), truth())], "affordance"),
        ([Moment(ranked("", pick=0.2), truth())], "affordance"),
        ([Moment(ranked("done()", done=0.9, pick=0.6), truth())], "language"),
        ([Moment(ranked("pick_up(green block)", green=0.9), truth())], "grounding"),
        ([START, Moment(finished(PICK), truth())], "policy"),
        ([START, LIFTED, Moment(verified(PICK, False), truth(HAND, "red block"))], "detection"),
        ([START, LIFTED, Moment(verified(PICK, True), truth(HAND, "red block"))], "other"),
        ([START, LIFTED, Moment(ranked(PICK, pick=0.9, put=0.9), truth(HAND, "red block"))], "language"),
        ([START, Moment(finished(PICK), truth()), Moment(ranked("done()", done=1.0, pick=1.0), truth())], "policy"),
        ([READ, Moment(ranked_by_can("pick_up(green block)", green=0.9, pick=0.9), truth())], "language"),
        ([READ, Moment(ranked_by_can("pick_up(green block)", green=0.9, pick=0.2), truth())], "affordance"),
        ([READ, Moment(seen("red block", "blue bowl"), truth()), Moment(ended("asked"), truth())], "language"),
        ([READ, Moment(seen("blue bowl"), truth()), Moment(ended("refused"), truth())], "grounding"),
        ([READ, Moment(seen("red block", "blue bowl"), truth()), Moment(ended("verified"), truth())], "language"),
        ([READ, Moment(DREAMT, truth()), Moment(ended("verified"), truth())], "grounding"),
        ([READ, Moment(ended("not_achieved"), truth())], "other"),
        ([], "other"),
    ],
)
def test_the_first_wrong_thing_is_the_cause(moments: list[Moment], cause: str) -> None:
    assert attribute(moments, GOAL, LIBRARY) == cause


def test_without_a_value_function_the_choice_is_the_language_models() -> None:
    candidates = (Candidate(call="pick_up(green block)", chosen=True), Candidate(call=PICK))
    assert attribute([Moment(Ranked(candidates=candidates), truth())], GOAL, LIBRARY) == "language"


def test_without_a_language_model_the_choice_is_the_value_functions() -> None:
    candidates = (Candidate(call="pick_up(green block)", can=0.9, chosen=True), Candidate(call=PICK, can=0.8))
    assert attribute([Moment(Ranked(candidates=candidates), truth())], GOAL, LIBRARY) == "affordance"


@pytest.mark.parametrize(
    ("state", "right"),
    [
        (truth(), {PICK}),
        (truth(HAND, "red block"), {PUT}),
        (truth(BOWL), {"done()"}),
    ],
)
def test_right_calls_lead_to_the_goal(state: Truth, right: set[str]) -> None:
    assert right_calls(state, GOAL, LIBRARY) == right


def test_the_hand_is_emptied_and_the_cover_taken_off_first() -> None:
    cover = TrueObject("pink block", "block", "pink", (0.5, 0.1, 0.06), 0.0, 0.0, True)
    assert right_calls(truth(pink=cover), GOAL, LIBRARY) == {"pick_up(pink block)"}
    held = TrueObject("pink block", "block", "pink", (0.45, 0.0, 0.2), 0.0, 0.0, True)
    right = right_calls(truth(held="pink block", pink=held), GOAL, LIBRARY)
    assert right == {"put_on(pink block, green block)", "put_in(pink block, blue bowl)"}


FULL = truth(
    **{
        colour: TrueObject(f"{colour} can", "can", colour, (0.4, 0.05 * place, 0.026), 0.0, 0.0, True)
        for place, colour in enumerate(("cyan", "pink", "purple", "orange"))
    }
)


def test_where_many_calls_can_be_made_search_says_what_was_right() -> None:
    library = tabletop10_library()
    assert right_calls(FULL, GOAL, library) == {PICK}
    assert right_calls(FULL, GOAL, library, [PICK, "pick_up(cyan can)", PUT]) == {PICK}
    assert right_calls(FULL, parse_condition(["in(green bowl, blue bowl)"]), library) == set()
    wrong = Candidate(call="pick_up(cyan can)", can=0.9, chosen=True)
    right = Candidate(call=PICK, can=0.2)
    assert attribute([READ, Moment(Ranked(candidates=(wrong, right)), FULL)], GOAL, library) == "affordance"


def test_what_cannot_be_reached_has_no_right_call() -> None:
    assert right_calls(truth(), parse_condition(["in(green bowl, blue bowl)"]), LIBRARY) == set()
