"""What drawn lines pass before they are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from sahel_tui.render.terminals import MODERN, Terminal
from sahel_tui.render.themes import DARK
from sahel_tui.tui.filters import filters_for
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from textual.filter import LineFilter

GROUND = Color(0, 0, 0)
CONSOLE = MODERN._replace(colours="16", ascii=True, plain=True)
LATIN = MODERN._replace(encoding="iso8859-1", ascii=True)


def passed(filters: list[LineFilter], *segments: Segment) -> list[Segment]:
    line = list(segments)
    for line_filter in filters:
        line = line_filter.apply(line, GROUND)
    return line


def test_a_terminal_of_today_with_its_own_palette_needs_none() -> None:
    assert filters_for(MODERN, "terminal") == []
    assert filters_for(MODERN._replace(colours="16"), "terminal") == []


def test_a_line_of_ascii_is_handed_through() -> None:
    (ascii_filter,) = filters_for(CONSOLE, "terminal")
    line = [Segment("plain"), Segment("text", Style(bold=True))]
    assert ascii_filter.apply(line, GROUND) is line


def test_drawings_change_and_styles_stay() -> None:
    line = passed(filters_for(CONSOLE, "terminal"), Segment("▶", Style(bold=True)), Segment("é…"))
    assert line == [Segment(">", Style(bold=True)), Segment("é~")]


def test_the_letter_of_a_control_character_is_reversed() -> None:
    line = passed(filters_for(CONSOLE, "terminal"), Segment("a␛[", Style(italic=True)))
    assert [(segment.text, bool(segment.style and segment.style.reverse)) for segment in line] == [
        ("a", False),
        ("[", True),
        ("[", False),
    ]
    assert all(segment.style and segment.style.italic for segment in line)


@pytest.mark.parametrize("terminal", [CONSOLE, LATIN, MODERN._replace(encoding="ascii")])
@pytest.mark.parametrize("theme", ["terminal", "dark", "light", "mono"])
def test_a_line_keeps_its_width(terminal: Terminal, theme: str) -> None:
    texts = ["▶ 条約 é", "␛[31m e\u0301", "├──┤ ½", ""]
    line = passed(filters_for(terminal, theme), *map(Segment, texts))
    assert sum(segment.cell_length for segment in line) == sum(map(cell_len, texts))


def test_a_theme_colours_what_has_no_style_of_its_own() -> None:
    (blank,) = passed(filters_for(MODERN, "dark"), Segment("   "))
    assert blank.style is not None
    assert blank.style.bgcolor is not None
    assert blank.style.bgcolor.triplet == DARK.background


@pytest.mark.parametrize("theme", ["terminal", "dark", "light", "mono"])
async def test_no_colour_is_left_where_there_is_none(theme: str) -> None:
    mono = MODERN._replace(colours="none")
    async with exploring(SHIPPED, terminal=mono, theme=theme) as explorer:
        for keys in (["T", "/", "c"], ["enter", "S"], ["question_mark"], ["escape", "colon"]):
            await explorer.press(*keys)
            strips = explorer.app.screen._compositor.render_strips()
            styles = {segment.style for strip in strips for segment in strip if segment.style}
            assert {style.color for style in styles} | {s.bgcolor for s in styles} == {None}


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_every_part_of_the_screen_has_the_theme_s_background(theme: str) -> None:
    async with exploring(SHIPPED, theme=theme) as explorer:
        grounds = set()
        for keys in (["T", "/", "c"], ["enter", "S"], ["question_mark"], ["escape", "colon"]):
            await explorer.press(*keys)
            strips = explorer.app.screen._compositor.render_strips()
            styles = {segment.style for strip in strips for segment in strip}
            assert None not in styles
            grounds |= {style.bgcolor for style in styles if style}
        assert len(grounds) == 1
