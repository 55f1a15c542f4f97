"""A line: whatever its parts are, what is drawn has exactly the cells that there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, PLAIN
from tests.hostile import WIDE

PARTS = st.lists(
    st.tuples(
        st.sampled_from(list(WIDE.values())) | st.text(max_size=8), st.sampled_from([PLAIN, DIM])
    ),
    max_size=5,
)


def line_of(parts: list[tuple[str, object]]) -> Line:
    line = Line()
    for text, style in parts:
        line.add(text, style)  # type: ignore[arg-type]
    return line


@given(PARTS, st.integers(1, 40))
def test_what_is_drawn_fills_its_cells(parts: list[tuple[str, object]], cells: int) -> None:
    line = line_of(parts)
    assert line.width == width(line.plain)
    drawn = "".join(segment.text for segment in line.segments(cells, rule="─"))
    assert width(drawn) == cells
    if line.width <= cells:
        assert drawn == line.plain + "─" * (cells - line.width)
    else:
        assert drawn.rstrip("─")[:-1] == line.plain[: len(drawn.rstrip("─")) - 1]


@given(PARTS, PARTS)
def test_a_line_after_another_is_both(
    parts: list[tuple[str, object]], more: list[tuple[str, object]]
) -> None:
    both = line_of(parts).then(line_of(more))
    assert both.plain == line_of(parts).plain + line_of(more).plain
    assert both.width == width(both.plain)


def test_a_wide_character_that_has_half_the_room_is_left_out() -> None:
    line = Line("ab").add("中国话")
    assert [one.text for one in line.segments(6, rule="─")] == ["ab", "中…", "─"]
    assert [one.text for one in line.segments(5)] == ["ab", "中…"]


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("denied: ", "Talks"), "denied:…"),
        (("12345678", "9"), "1234567…"),
        (("12345678", "  "), "12345678"),
        (("123456", "安", "x"), "123456… "),
    ],
)
def test_what_is_left_out_leaves_an_ellipsis_wherever_the_cut_is(
    parts: tuple[str, ...], shown: str
) -> None:
    line = Line()
    for part in parts:
        line.add(part)
    assert "".join(segment.text for segment in line.segments(8)) == shown
