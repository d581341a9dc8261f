"""Goals from models that were not trained to write them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.goals.grammar import GoalGrammar
from planner.goals.prompt import request_text, words_of
from planner.goals.reader import GoalReader
from planner.goals.served import PromptedWriter, QuestionMatcher
from planner.goals.target import PlanningWorld, Refusal, Target
from planner.goals.vocabulary import Vocabulary
from planner.models import EmbeddedModel, ScriptedModel
from planner.prompts import Prompt
from planner.task_planner import GoalPlanner, planning_world
from skills import tabletop_library
from tests.planner.conftest import Connect
from tests.planner.serving import Json, TrueModel, on, serving, status
from tests.planner.test_servers import answer_json

WORLD: PlanningWorld = planning_world(
    tabletop_library(), {"red block": "block", "blue block": "block", "green bowl": "bowl"}, ["hand empty()"]
)
SAID = "put the red block in the green bowl"
SHORT = Prompt.parse(
    "---\nid: short\nversion: 1\ninputs: [complaint, scene]\noutput: a goal\n---\n{complaint}{scene}", "here"
)
GOAL = "red block -> in green bowl"


def vocabulary(said: str = SAID) -> Vocabulary:
    return Vocabulary.of(WORLD, words_of(said))


class Wants:
    """Likes every text that leads to one goal."""

    name = "wanting"

    def __init__(self, goal: str) -> None:
        self.goal = f" {goal}\n"
        self.asked = 0

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        self.asked += 1
        written = prefix.rsplit("Goal:", 1)[1]
        return np.array([0.0 if self.goal.startswith(written + text) else -9.0 for text in candidates])

    def generate(self, prompt: str, max_tokens: int) -> str:
        raise AssertionError("it is asked for likelihoods alone")


def test_the_grammar_leads_a_model_with_likelihoods_to_a_well_formed_goal() -> None:
    model = Wants(GOAL)
    text, how, *_ = next(PromptedWriter(model, constrained=True).write(vocabulary(), request_text(SAID)))
    assert text == GOAL and f"asked {model.asked} times" in how and 0 < model.asked < len(GOAL.split()) + 2


def test_even_a_model_with_random_weights_writes_a_goal(tiny: EmbeddedModel) -> None:
    text, *_ = next(
        PromptedWriter(tiny, constrained=True, longest=9, prompt=SHORT).write(vocabulary(), request_text(SAID))
    )
    follow, whole = GoalGrammar(vocabulary()).expected(text.split())
    assert whole or follow


def test_a_server_is_led_as_the_same_model_here_is(tiny: EmbeddedModel, truth: TrueModel, connected: Connect) -> None:
    here, *_ = next(
        PromptedWriter(tiny, constrained=True, longest=3, prompt=SHORT).write(vocabulary(), request_text(SAID))
    )
    with serving(truth) as server:
        writer = PromptedWriter(connected(server.url), constrained=True, longest=3, prompt=SHORT)
        there, *_ = next(writer.write(vocabulary(), request_text(SAID)))
    assert there == here


@pytest.mark.parametrize("written", [GOAL, f"Goal: {GOAL}\nSay: thanks", f"```\n{GOAL.upper()}\n```", f'"{GOAL}"'])
def test_what_a_chat_model_writes_around_a_goal_is_left_out(written: str) -> None:
    text, *_ = next(
        PromptedWriter(ScriptedModel([], [written]), constrained=False).write(vocabulary(), request_text(SAID))
    )
    assert text == GOAL


def test_a_chat_model_is_told_what_was_wrong() -> None:
    model = ScriptedModel([], ["red block in bowl", "purple block -> in green bowl", GOAL])
    text, how, *_ = next(PromptedWriter(model, constrained=False).write(vocabulary(), request_text(SAID)))
    assert text == GOAL and "3 of 3 tries" in how
    assert "(Wrong before: not a goal here" in model.asked[1] and "Wrong before" not in model.asked[0]


@pytest.mark.parametrize(("written", "outcome"), [(GOAL, Target), ("refuse unsafe", Refusal), ("nonsense", object)])
def test_the_reader_takes_what_was_written(written: str, outcome: type) -> None:
    model = ScriptedModel([], [written])
    reading = GoalReader(PromptedWriter(model, constrained=False), QuestionMatcher(model)).read(SAID, WORLD)
    assert isinstance(reading.outcome, outcome)
    assert (reading.goal is None) == (written == "nonsense")


def test_a_served_chat_model_plans() -> None:
    model = ScriptedModel([], [GOAL])
    planner = GoalPlanner(GoalReader(PromptedWriter(model, constrained=False), QuestionMatcher(model)))
    answer = planner.plan(SAID, WORLD)
    assert [str(step) for step in answer.steps] == ["pick_up(red block)", "put_in(red block, green bowl)"]


def test_a_description_is_a_question_for_each_name_asked_once() -> None:
    def fruit(prefix: str, answer: str) -> float:
        fits = "Is a lemon" in prefix.rsplit("Question", 1)[1]
        return 0.0 if fits == (answer == "yes") else -2.0

    model = ScriptedModel(fruit)
    matcher = QuestionMatcher(model)
    found = matcher.probabilities("something sour", ["lemon", "brick"])
    assert found["lemon"] > 0.85 and found["brick"] < 0.15
    matcher.probabilities("something sour", ["brick"])
    assert len(model.asked) == 2


def test_doable_plan_takes_a_served_model_and_is_replayed_without_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from doable.planning import load_planner
    from doable.settings import load_settings

    def chat(path: str, request: Json) -> Json:
        ranking = "<options>" in request["messages"][-1]["content"]
        answer = answer_json(request) if ranking else {"message": {"role": "assistant", "content": f"Goal: {GOAL}"}}
        return {"choices": [answer]}

    def steps() -> list[str]:
        planner = load_planner("goal", load_settings(model="openai:chatty"))
        answer = planner.plan(SAID, WORLD)
        planner.reader.writer.model.close()  # type: ignore[attr-defined]
        return [str(step) for step in answer.steps]

    monkeypatch.setenv("DOABLE_HOME", str(tmp_path / "own"))
    with serving(chat, on("v1/completions", status(404))) as server:
        monkeypatch.setenv("DOABLE_BASE_URL", server.url)
        first = steps()
    assert first == ["pick_up(red block)", "put_in(red block, green bowl)"]
    assert "scores by ranks: a ranking in words" in capsys.readouterr().err
    monkeypatch.setenv("DOABLE_MODEL_CACHE", "replay")
    assert steps() == first, "the server is gone, its answers are not"
