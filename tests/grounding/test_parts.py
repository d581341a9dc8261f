"""Names, places and states of the parts of a scene, as frames keep them."""

import numpy as np
import pytest

from grounding.parts import MAX_PARTS, Part, parts_row, split_name


@pytest.mark.parametrize(
    ("name", "colour", "kind"),
    [
        ("red block", "red", "block"),
        ("red block 2", "red", "block"),
        ("green region", "green", "region"),
        ("drawer", "", "drawer"),
        ("drawer handle", "", "drawer handle"),
        ("crumbs", "", "crumbs"),
        ("maroon can", "maroon", "can"),
    ],
)
def test_names_are_a_colour_and_a_kind(name: str, colour: str, kind: str) -> None:
    assert split_name(name) == (colour, kind)


def test_a_row_keeps_what_is_there() -> None:
    row = parts_row([Part("red bar", (0.5, 0.1, 0.015), 0.3, 180.0), Part("lamp", (0.7, 0.0, 0.08), state="lit")])
    assert row["names"].tolist() == ["red bar", "lamp"] + [""] * (MAX_PARTS - 2)
    assert row["states"][:3].tolist() == ["", "lit", ""]
    assert row["position"][0] == pytest.approx([0.5, 0.1, 0.015])
    assert row["yaw"][0] == pytest.approx(0.3)
    assert row["symmetry"][:2].tolist() == [180.0, 0.0]
    assert row["position"].dtype == np.float32


def test_what_is_beyond_the_room_of_a_row_is_left_out() -> None:
    row = parts_row([Part(f"red block {i}", (float(i), 0.0, 0.0)) for i in range(MAX_PARTS + 3)])
    assert row["position"][-1, 0] == MAX_PARTS - 1


def test_a_name_that_would_be_cut_is_refused() -> None:
    with pytest.raises(ValueError, match="up to 24 letters"):
        parts_row([Part("a very long name of a thing on the table", (0.0, 0.0, 0.0))])
