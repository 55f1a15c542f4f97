"""A line that is made quickly is as Textual's own."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sahel_tui.tui.widgets.light_strip import LightStrip

BOLD = Style(bold=True)
SEGMENTS = [Segment("one "), Segment("二", BOLD), Segment(" three")]


def test_what_is_made_of_it_is_the_same() -> None:
    light, own = LightStrip(list(SEGMENTS), 12), Strip(SEGMENTS, 12)
    assert light == own
    assert (light.text, light.cell_length, light.cell_count) == ("one 二 three", 12, own.cell_count)
    assert light.divide([4, 6, 12]) == own.divide([4, 6, 12])
    assert light.crop(2, 5) == own.crop(2, 5)
    assert light.crop_extend(2, 20, BOLD) == own.crop_extend(2, 20, BOLD)
    assert light.adjust_cell_length(20, BOLD) == own.adjust_cell_length(20, BOLD)
    assert light.apply_style(BOLD) == own.apply_style(BOLD)
    assert light.apply_offsets(1, 2) == own.apply_offsets(1, 2)
    assert Strip.join([light, own]) == Strip.join([own, own])
    assert not hasattr(light, "no_name_of_its")


def test_what_was_made_of_it_is_kept() -> None:
    light = LightStrip(list(SEGMENTS), 12)
    assert light.crop(2, 5) is light.crop(2, 5)
