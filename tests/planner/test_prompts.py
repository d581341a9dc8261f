"""Prompts refuse what does not fit."""

from pathlib import Path

import pytest

from planner.prompts import Prompt, PromptError, load_prompt
from planner.say import continuations, render_next_step

GOOD = "---\nid: greet\nversion: 2\ninputs: [name]\noutput: a greeting\n---\nHello {name},"


def test_a_prompt_is_filled_in() -> None:
    prompt = Prompt.parse(GOOD, "greet.md")
    assert (prompt.id, prompt.version, prompt.inputs) == ("greet", 2, ("name",))
    assert prompt.render(name="Ada {x}") == "Hello Ada {x},"
    assert prompt.sha256 != Prompt.parse(GOOD + "!", "greet.md").sha256


@pytest.mark.parametrize(
    ("inputs", "message"),
    [({}, "missing 'name'"), ({"name": 1, "nmae": 2}, "unknown 'nmae'"), ({"nmae": 2}, "missing 'name', unknown")],
)
def test_wrong_inputs_are_named(inputs: dict[str, object], message: str) -> None:
    with pytest.raises(PromptError, match=message):
        Prompt.parse(GOOD, "greet.md").render(**inputs)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Hello", "YAML header"),
        (GOOD.replace("version: 2", "version: two"), "version"),
        (GOOD.replace("version: 2", "vresion: 2"), "vresion"),
        (GOOD.replace("{name}", "{name} {task}"), "differ in: task"),
        (GOOD.replace("{name}", "you"), "differ in: name"),
        (GOOD + "{", "write a literal brace twice"),
    ],
)
def test_wrong_files_are_refused(text: str, message: str) -> None:
    with pytest.raises(PromptError, match=message):
        Prompt.parse(text, "greet.md")


def test_an_unknown_prompt_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="next_step"):
        load_prompt("nextstep")
    (tmp_path / "hello.md").write_text(GOOD)
    with pytest.raises(PromptError, match="file and id must agree"):
        load_prompt("hello", tmp_path)


def test_the_next_step_prompt_ends_where_a_command_follows() -> None:
    text = render_next_step(load_prompt("next_step"), "put  the\nmug away", ["pick up the mug"])
    assert text.endswith("\n\nTask: put the mug away\n1. pick up the mug\n2.")


def test_commands_get_an_end_only_where_one_begins_another() -> None:
    assert continuations(["done", "pick up the cup"]) == [" done", " pick up the cup"]
    assert continuations(["pick up the cup 2", "done", "pick up the cup"])[1] == " done\n"
