"""Lanes as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.model.dates import Edtf, parse
from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.lanes import Lanes, laid_rows, lanes
from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.lanes import columns_of, draw_lane, tallest
from tests.queries.library.told import event, judged

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import EventRow

AUGUST = Range(Day(2023, 8, 1).ordinal(), Day(2023, 9, 1).ordinal())


def laid(rows: list[EventRow]) -> Lanes:
    found = lanes(rows, "actor", laid_rows("actor", judged()))
    assert found is not None
    return found


def drawn(rows: list[EventRow], cells: int, *, ascii_only: bool = False) -> list[str]:
    found = laid(rows)
    columns = columns_of(found.lanes, cells)
    most = tallest(found.lanes, AUGUST, columns.days)

    def dated(at: int) -> tuple[Edtf, str]:
        return parse(rows[at].date), rows[at].tense

    lines = [
        draw_lane(lane, AUGUST, columns, dated, most, ascii_only=ascii_only) for lane in found.lanes
    ]
    assert {line.width for line in lines} == {cells}
    return [line.plain for line in lines]


def test_a_few_events_have_a_sign_each() -> None:
    rows = [
        event("a", "2023-08-02", ["mali"]),
        event("a", "2023-08-05/2023-08-09", ["mali"]),
        event("a", "2023-08-07", ["mali"]),
        event("a", "2023-08-20", ["mali"], tense="planned"),
        event("a", "2023-08-29~", ["mali"]),
    ]
    assert drawn(rows, 38) == ["mali  ●  ├─●─┤          ○        ◇   5"]


def test_events_that_would_hide_each_other_are_a_strip() -> None:
    rows = [event("a", "2023-08-02", ["mali"]) for _ in range(3)]
    rows += [event("a", "2023-08-20", ["mali"])]
    assert drawn(rows, 38)[0] == "mali  █                 ▃            4"
    assert drawn(rows, 38, ascii_only=True)[0] == "mali  9                 3            4"


def test_strips_of_all_lanes_have_one_height() -> None:
    rows = [event("a", "2023-08-02", ["mali"]) for _ in range(8)]
    rows += [event("a", "2023-08-20", ["niger"]) for _ in range(2)]
    first, second = drawn(rows, 39)
    assert "█" in first
    assert "▂" in second


def test_many_events_are_a_strip() -> None:
    rows = [event("a", f"2023-08-{day:02}", ["mali"]) for day in range(1, 31)]
    assert drawn(rows, 39) == ["mali " + "█" * 30 + "  30"]


def test_a_long_name_leaves_room_for_days() -> None:
    rows = [event("a", "2023-08-02", ["Economic Community of West African States"])]
    assert drawn(rows, 40)[0].startswith("Economic Com… ")


def test_a_lane_says_that_it_has_more_beyond_the_days() -> None:
    rows = [
        event("a", "2016", ["mali"]),
        event("a", "2023-08-02", ["mali"]),
        event("a", "2024-02-01", ["mali", "niger"]),
        event("a", "2023-07/2023-08", ["togo"]),
    ]
    mali, niger, togo = drawn(rows, 38)
    assert (mali[:6], mali[-2:], "●" in mali) == ("mali ◂", "▸3", True)
    assert (niger[:6], niger[-2:], niger[6:-2].strip()) == ("niger ", "▸1", "")
    assert (togo[5:7], togo[-2:]) == (" ◂", " 1")
