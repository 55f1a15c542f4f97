"""How many events there are over time."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.density import UNIT, Density, density
from sahel_tui.queries.chronology.reach import reach
from sahel_tui.queries.timeline import Range
from tests.model.edtf_strategies import dates

AUGUST = Range(Day(2023, 8, 1).ordinal(), Day(2023, 9, 1).ordinal())
CELLS = st.integers(1, 200)
RANGES = st.builds(
    lambda start, length: Range(start, start + length),
    st.integers(700_000, 760_000),
    st.integers(1, 40_000),
)


def counted(*texts: str) -> Density:
    found = density(Counter(texts).items())
    assert found is not None
    return found


def shares(text: str, span: Range, cells: int) -> list[Fraction]:
    return [Fraction(parts, UNIT) for parts in counted(text).cells(span, cells)]


@given(st.lists(dates(), min_size=1, max_size=12), CELLS, st.integers(0, 500))
def test_all_cells_together_hold_every_event_once(
    texts: list[str], cells: int, around: int
) -> None:
    found = counted(*texts)
    assert found.range is not None
    span = Range(found.range.start - around, found.range.end + around)
    assert sum(found.cells(span, cells)) == len(texts) * UNIT == found.total * UNIT


@given(st.lists(dates(), max_size=12), RANGES, CELLS)
def test_the_cells_of_a_part_hold_what_lies_in_it(
    texts: list[str], span: Range, cells: int
) -> None:
    found = counted(*texts)
    parts = found.cells(span, cells)
    assert all(part >= 0 for part in parts)
    assert sum(parts) == found.within(span)


@given(dates(), RANGES, CELLS)
def test_an_event_counts_on_its_known_days_alone(text: str, span: Range, cells: int) -> None:
    known = reach(text).known
    length = span.end - span.start
    for cell, part in enumerate(counted(text).cells(span, cells)):
        first = span.start + cell * length // cells
        last = span.start + -(-(cell + 1) * length // cells) - 1
        touches = any(one.first <= last and first <= one.last for one in known)
        assert (part > 0) <= touches


@given(dates(), st.integers(-400, 400))
def test_an_event_counts_evenly_on_its_days(text: str, offset: int) -> None:
    found, known = counted(text), reach(text).known
    day = known[0].first + offset
    inside = any(one.first <= day <= one.last for one in known)
    length = sum(one.length for one in known)
    part = found.within(Range(day, day + 1))
    assert part in ((UNIT // length, UNIT // length + 1) if inside else (0,))


def test_a_month_is_spread_and_a_day_is_not() -> None:
    assert shares("2023-08-13", AUGUST, 31)[12] == 1
    assert all(abs(share - Fraction(1, 31)) < Fraction(1, 10**15) for share in (
        shares("2023-08", AUGUST, 31)
    ))  # fmt: skip


def test_an_open_end_adds_no_days() -> None:
    year = Range(Day(2023, 1, 1).ordinal(), Day(2024, 1, 1).ordinal())
    for text in ("2023/..", "../2023", "2023/", "/2023", "[2023..]", "[..2023]"):
        assert counted(text).within(year) == UNIT


def test_of_a_set_the_days_between_have_nothing() -> None:
    assert [share for share in shares("[2023-08-01,2023-08-05]", AUGUST, 31) if share] == [
        Fraction(1, 2), Fraction(1, 2),
    ]  # fmt: skip


def test_a_day_wider_than_a_cell_fills_its_cells() -> None:
    day = Range(AUGUST.start, AUGUST.start + 2)
    assert shares("2023-08-01", day, 4) == [Fraction(1, 2), Fraction(1, 2), 0, 0]


def test_counting_ends_when_nobody_waits() -> None:
    assert density([("2023", 1)] * 5000, lambda: True) is None


def test_no_events_have_no_days() -> None:
    assert counted().range is None
    assert counted().cells(AUGUST, 3) == (0, 0, 0)
