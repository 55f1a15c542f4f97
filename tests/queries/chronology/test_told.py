"""One event told by several briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.queries.chronology.told import Told, dead_by, dead_of, differing_words, joined
from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.told import draw_telling, draw_told, told_words
from tests.queries.library.told import by_date, event, judged

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import EventRow

SPAN = Range(738_700, 738_800)


def told(*rows: EventRow) -> list[Told]:
    found = joined(by_date(rows), judged())
    assert found is not None
    return found


def said(*rows: EventRow) -> list[str]:
    (one,) = told(*rows)
    return list(differing_words(one))


def test_each_event_is_one_row_with_all_of_its_tellings() -> None:
    rows = told(
        event("a", "2023-08-13", place="Ber"),
        event("b", "2023-08-13", place="Ber"),
        event("c", "2023-08-13", place="Gao", type="agree"),
    )
    assert [[row.told.brief for row in one.tellings] for one in rows] == [["b", "a"], ["c"]]


def test_the_narrowest_date_stands_for_it_then_the_newest_brief() -> None:
    (one,) = told(event("a", "2023-08-13", place="Ber"), event("b", "2023-08", place="Ber"))
    assert one.row.told.brief == "a"
    (one,) = told(event("a", "2023-08-13", place="Ber"), event("b", "2023-08-13", place="Ber"))
    assert one.row.told.brief == "b"


def test_events_stay_in_the_order_of_the_dates_that_stand_for_them() -> None:
    rows = told(
        event("a", "2023-08", place="Ber"),
        event("b", "2023-08-20", place="Ber"),
        event("c", "2023-08-10", place="Gao"),
    )
    assert [one.row.date for one in rows] == ["2023-08-10", "2023-08-20"]


def test_that_dates_differ_is_said_with_both() -> None:
    assert said(
        event("a", "2023-08-13", place="Ber"), event("b", "2023-08-11/2023-08-12", place="Ber")
    ) == ["dates differ: 11 to 12 August 2023 / 13 August 2023"]


def test_a_vaguer_date_is_no_difference() -> None:
    assert said(event("a", "2023-08-13", place="Ber"), event("b", "2023-08", place="Ber")) == []


def test_that_figures_differ_is_said_and_they_are_never_added() -> None:
    rows = (
        event("a", "2023-08-13", place="Ber", fatalities=(10, 12)),
        event("b", "2023-08-13", place="Ber", fatalities=(14, 14)),
        event("c", "2023-08-13", place="Ber"),
    )
    assert said(*rows) == ["figures differ: 14 dead / 10 to 12 dead"]
    assert dead_of(told(*rows)[0].dead) == "10 to 14 dead, by 2 tellings"


def test_a_denial_is_said() -> None:
    rows = (event("a", "2023-08-13", place="Ber"), event("b", "2023-08-13", place="Ber",
            tense="denied"))  # fmt: skip
    assert said(*rows) == ["denied by 1 of 2 tellings"]


def test_joining_ends_when_nobody_waits() -> None:
    assert joined([event("a", "2023")], judged(), lambda: True) is None


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([], ""),
        ([None, (None, None)], ""),
        ([(3, 3)], "3 dead"),
        ([(3, 3), (3, 3)], "3 dead, by 2 tellings"),
        ([(10, 12), (11, 14), None], "10 to 14 dead, by 2 tellings"),
        # Where one knows no bound, all together have none.
        ([(150, None), (174, 311)], "at least 150 dead, by 2 tellings"),
        ([(None, 14), (10, 12)], "at most 14 dead, by 2 tellings"),
        ([(None, 14), (20, None)], "at most 14 dead / at least 20 dead, by 2 tellings"),
        ([(1_000, 1_200)], "1,000 to 1,200 dead"),
    ],
)
def test_the_dead_are_from_the_least_of_the_least_to_the_most_of_the_most(
    figures: list[tuple[int | None, int | None] | None], words: str
) -> None:
    assert dead_of(dead_by([event("a", "2023", fatalities=one) for one in figures])) == words


def test_a_row_says_before_it_is_cut_in_what_its_tellings_differ() -> None:
    title = "A very long title " * 9
    (one,) = told(
        event("a", "2023-08-13", place="Ber", title=title, fatalities=(1, 1)),
        event("b", "2023-08-13", place="Ber", title=title, fatalities=(9, 9)),
    )
    for cells in (50, 80, 140):
        assert "2× deaths differ" in draw_told(one, SPAN, 16, cells).plain
    assert "figures differ: 9 dead / 1 dead" in told_words(one)


def test_extents_of_an_event_and_its_tellings_are_in_line() -> None:
    (one,) = told(event("a", "2023-08-13", place="Ber"), event("b", "2023-08-13", place="Ber"))
    rows = [draw_told(one, SPAN, 18, 100), *(draw_telling(r, SPAN, 18, 100) for r in one.tellings)]
    assert len({row.plain.index("●") for row in rows}) == 1
    assert {row.width for row in rows} == {100}
