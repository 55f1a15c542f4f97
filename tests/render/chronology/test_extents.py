"""No event is drawn outside of the days that it may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import Edtf, parse
from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.lanes import draw_marks
from sahel_tui.render.timeline import draw_extent
from tests.model.edtf_strategies import dates

TENSES = st.sampled_from(["past", "planned", "hypothetical", "denied"])
RANGES = st.builds(
    lambda start, length: Range(start, start + length),
    st.integers(600_000, 800_000),
    st.integers(1, 500) | st.integers(1, 300_000),
)
CELLS = st.integers(1, 120)


def touched(date: Edtf, span: Range, cells: int) -> set[int]:
    """The cells on a day of which a date may be."""
    found: set[int] = set()
    for first, last in date.spans:
        begin = span.place(first.ordinal(), cells) if first else 0
        end = span.place(last.ordinal(), cells) if last else cells - 1
        found |= set(range(max(0, begin), min(cells - 1, end) + 1))
    return found


@given(dates(), RANGES, CELLS, TENSES)
def test_no_event_is_drawn_outside_its_extent(
    text: str, span: Range, cells: int, tense: str
) -> None:
    date = parse(text)
    drawn = draw_extent(date, span, cells, tense)
    assert len(drawn) == cells
    inside = touched(date, span, cells)
    for cell, sign in enumerate(drawn):
        if sign == "◂":
            # An arrow at an end says that it, or some of it, lies before the range.
            assert cell == 0
            assert date.earliest is None or date.earliest.ordinal() < span.start
        elif sign == "▸":
            assert cell == cells - 1
            assert date.latest is None or date.latest.ordinal() >= span.end
        else:
            assert (sign != " ") == (cell in inside)


@given(dates(), RANGES, CELLS, TENSES)
def test_an_event_that_may_be_in_a_range_is_seen_there(
    text: str, span: Range, cells: int, tense: str
) -> None:
    assert draw_extent(parse(text), span, cells, tense).strip()


@given(st.lists(st.tuples(dates(), TENSES), max_size=6), RANGES, CELLS)
def test_events_on_one_line_hide_none(
    events: list[tuple[str, str]], span: Range, cells: int
) -> None:
    dated = [(parse(text), tense) for text, tense in events]
    drawn = draw_marks(dated, span, cells)
    if drawn is None:
        assert len(dated) > 1
        return
    assert len(drawn) == cells
    seen = {cell for cell, sign in enumerate(drawn) if sign != " "}
    may_be = [touched(date, span, cells) for date, _ in dated]
    assert seen <= set().union({0, cells - 1}, *may_be)
    within = [cells_of for cells_of in may_be if cells_of]
    assert len(within) <= len(seen)
