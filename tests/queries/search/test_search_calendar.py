"""The terms of dates tell what is dated within some days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sahel_tui.queries.search.calendar import asked_terms, date_terms
from sahel_tui.queries.search.dating import is_within
from sahel_tui.queries.search.documents import Item, Stretch
from sahel_tui.queries.search.syntax import Days


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def item(
    first: int | None,
    last: int | None,
    vague: int = 0,
    stretches: tuple[tuple[int | None, int | None], ...] = (),
) -> Item:
    return Item(
        *("event", "e1", "", "", None, None, None, (), (), ()),
        first,
        last,
        None,
        stretches=stretches,
        vague=vague,
    )


near = st.integers(day("2019-12-25"), day("2024-03-05"))
far = st.sampled_from([-(10**6), 1, day("1699-12-31"), day("1700-01-01"), day("2300-01-01"), 10**9])
days_of_all = near | near | far
ends = st.tuples(days_of_all, days_of_all).map(lambda two: (min(two), max(two)))
stretches: st.SearchStrategy[Stretch] = st.one_of(
    days_of_all.map(lambda one: (one, one)),
    ends,
    st.tuples(st.none(), days_of_all),
    st.tuples(days_of_all, st.none()),
    st.just((None, None)),
)
starts = st.sampled_from(["2023-08-01", "2023-01-01", "2020-01-01", "2022-02-28", "2023-08-13"])
stops = st.sampled_from(["2023-08-31", "2023-12-31", "2029-12-31", "2024-02-29", "2023-08-13"])
asked = st.one_of(
    st.builds(Days, starts.map(day) | days_of_all, st.none(), st.booleans()),
    st.builds(Days, st.none(), stops.map(day) | days_of_all, st.booleans()),
    st.builds(Days, starts.map(day), stops.map(day), st.booleans()).filter(
        lambda one: (one.first or 0) <= (one.last or 0)
    ),
    ends.flatmap(lambda pair: st.builds(Days, st.just(pair[0]), st.just(pair[1]), st.booleans())),
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    several: list[Stretch] = draw(st.lists(stretches, min_size=1, max_size=2))
    firsts, lasts = [one[0] for one in several], [one[1] for one in several]
    known_firsts = [one for one in firsts if one is not None]
    known_lasts = [one for one in lasts if one is not None]
    return item(
        min(known_firsts) if len(known_firsts) == len(firsts) else None,
        max(known_lasts) if len(known_lasts) == len(lasts) else None,
        draw(st.sampled_from([0, 0, 1, 2, 3])),
        tuple(several) if len(several) > 1 else (),
    )


@given(st.lists(items(), max_size=3), asked)
@example([item(day("2023-08-01"), day("2023-08-31"))], Days(day("2023-08-13"), None, True))
def test_who_has_a_term_that_is_asked_for_is_dated_so(found: list[Item], days: Days) -> None:
    terms, exact = asked_terms(days)
    within = any(is_within(one, days) for one in found)
    has = not set(date_terms(found)).isdisjoint(terms)
    assert has == within if exact else has >= within


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2023-01-01", None),
        (None, "2023-08-13"),
        ("2023-08-13", "2023-08-13"),
        ("2023-08-01", "2023-08-31"),
        ("2023-01-01", "2023-12-31"),
        ("2020-01-01", "2029-12-31"),
    ],
)
@pytest.mark.parametrize("possibly", [False, True])
def test_nothing_is_looked_up_for_a_date_as_it_is_asked_for_most(
    first: str | None, last: str | None, possibly: bool
) -> None:
    terms, exact = asked_terms(
        Days(day(first) if first else None, day(last) if last else None, possibly)
    )
    assert exact
    assert len(terms) < 100


def test_a_date_takes_few_terms() -> None:
    assert len(list(date_terms([item(day("2023-08-13"), day("2023-08-13"))]))) == 5 * 5
    assert len(list(date_terms([item(day("2020-01-02"), day("2023-12-30"))]))) < 140
