"""Events in lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.chronology.density import UNIT
from sahel_tui.queries.chronology.lanes import BY, By, Lanes, laid_rows, laid_told, lanes
from sahel_tui.queries.chronology.told import joined
from tests.model.edtf_strategies import dates
from tests.queries.library.told import by_date, event, judged

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import EventRow

ACTORS = st.lists(st.sampled_from(["mali", "niger", "jnim", "wagner/recipient"]), max_size=4)
EVENTS = st.lists(
    st.builds(
        lambda brief, date, actors, place: event(brief, date, actors, place=place),
        st.sampled_from(["one", "two"]),
        dates(),
        ACTORS,
        st.none() | st.sampled_from(["Gao", "Kidal"]),
    ),
    max_size=10,
)


def laid(rows: list[EventRow], by: By, same: tuple[tuple[str, str], ...] = ()) -> Lanes:
    found = lanes(rows, by, laid_rows(by, judged(same)))
    assert found is not None
    return found


def names(found: Lanes) -> list[tuple[str, int]]:
    return [(lane.name, len(lane.rows)) for lane in found.lanes]


def test_an_event_of_two_actors_is_in_both_lanes_and_counts_once() -> None:
    rows = [event("a", "2023", ["mali", "jnim"]), event("a", "2024", ["mali"])]
    found = laid(rows, "actor")
    assert names(found) == [("mali", 2), ("jnim", 1)]
    assert (found.events, found.density.total) == (2, 2)


def test_lanes_of_as_many_events_stand_by_name() -> None:
    rows = [event("a", "2023", [name]) for name in ("niger", "Mali", "jnim")]
    assert names(laid(rows, "actor")) == [("jnim", 1), ("Mali", 1), ("niger", 1)]


def test_events_without_a_place_or_an_actor_have_a_lane() -> None:
    rows = [event("a", "2023", [], place="Gao"), event("a", "2024", [], place=None)]
    assert names(laid(rows, "place")) == [("Gao", 1), ("no place", 1)]
    assert [lane.key for lane in laid(rows, "actor").lanes] == [""]


def test_a_place_by_its_id_is_one_and_by_its_name_whatever_its_accents() -> None:
    rows = [
        event("a", "2021", place="Menaka", place_id="menaka"),
        event("b", "2022", place="Ménaka", place_id="menaka"),
        event("b", "2023", place="Gossi"),
        event("c", "2024", place="GOSSI"),
    ]
    assert [len(lane.rows) for lane in laid(rows, "place").lanes] == [2, 2]


def test_actors_that_are_judged_to_be_one_have_one_lane() -> None:
    rows = [event("a", "2023", ["jnim"]), event("b", "2024", ["gsim", "jnim"])]
    assert names(laid(rows, "actor", (("jnim", "gsim"),))) == [("jnim", 2)]


def test_lanes_of_briefs_and_types() -> None:
    rows = [event("a", "2023"), event("b", "2023"), event("b", "2024", type="agree")]
    assert names(laid(rows, "brief")) == [("b", 2), ("a", 1)]
    assert names(laid(rows, "type")) == [("assault", 2), ("agree", 1)]


def test_an_event_that_two_briefs_tell_is_in_the_lanes_of_both() -> None:
    rows = by_date([event("a", "2023-08-13", place="Ber"), event("b", "2023-08-13", place="Ber")])
    events = joined(rows, judged()) or []
    found = lanes(events, "brief", laid_told("brief", judged()))
    assert found is not None
    assert names(found) == [("a", 1), ("b", 1)]
    assert found.events == 1


@given(EVENTS, st.sampled_from(BY))
def test_every_event_is_in_a_lane_and_every_lane_counts_its_own(
    rows: list[EventRow], by: By
) -> None:
    found = laid(rows, by)
    assert {at for lane in found.lanes for at in lane.rows} == set(range(len(rows)))
    assert found.events == len(rows)
    for lane in found.lanes:
        span = lane.density.range
        assert span is not None
        assert sum(lane.density.cells(span, 40)) == len(lane.rows) * UNIT
        assert list(lane.rows) == sorted(set(lane.rows))


def test_laying_ends_when_nobody_waits() -> None:
    rows = [event("a", "2023")]
    assert lanes(rows, "actor", laid_rows("actor", judged()), lambda: True) is None
