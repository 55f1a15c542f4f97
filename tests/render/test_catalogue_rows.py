"""A brief as a row of the list of all."""

from __future__ import annotations

import pytest

from sahel_tui.queries.catalogue import Entry
from sahel_tui.render.catalogue import draw_entry, entry_words

LONG = "A title that is rather long, and which there is hardly room for"
ENTRY = Entry("x/a.toml", LONG, "2023-09-20", 1, "ACLED", "TLP:AMBER+STRICT", (6, 17, 120, 0), 12)
TROUBLE = Entry("x/b.toml", trouble="cannot be read: no\x1btitle")


@pytest.mark.parametrize("cells", [1, 9, 38, 39, 60, 79, 119, 200, 299])
@pytest.mark.parametrize("entry", [ENTRY, TROUBLE, Entry("c")])
@pytest.mark.parametrize("here", [True, False])
def test_it_fits_at_any_width(entry: Entry, cells: int, here: bool) -> None:
    segments = draw_entry(entry, cells, here=here).segments(cells)
    assert sum(segment.cell_length for segment in segments) == cells


def test_what_there_is_room_for_is_told() -> None:
    narrow, usual, wide = (draw_entry(ENTRY, n, here=True).plain for n in (39, 79, 180))
    assert narrow.startswith("2023-09-20 A title that is rather")
    for part in ("AMBER+STRICT", "6P", "17A", "120R", "0E", "!12"):
        assert part in usual
    for part in (LONG, "ACLED", "TLP:AMBER+STRICT", "shown now", "!12"):
        assert part in wide


def test_why_it_cannot_be_read_is_told_and_safe() -> None:
    drawn = draw_entry(TROUBLE, 79, here=False).plain
    assert "! b.toml cannot be read" in drawn
    assert "\x1b" not in drawn


def test_in_words_nothing_is_left_out() -> None:
    words = entry_words(ENTRY, here=True)
    for part in (LONG, "ACLED", "6 points", "no event", "12 findings", "x/a.toml", "shown now"):
        assert part in words
    assert entry_words(TROUBLE).endswith("x/b.toml")
