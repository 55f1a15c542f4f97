"""The row of a claim."""

from __future__ import annotations

from sahel_tui.queries.rows import row_of
from sahel_tui.queries.views import Claim
from tests.queries.views import brief, event, point


def test_a_row_is_found_by_kind_and_id_in_its_own_brief() -> None:
    one = brief(points=(point("p1", "First."), point("p2", "Second.")), events=(event("p1"),))
    other = brief(points=(point("p1", "Other."),))
    assert row_of(one, Claim("point", "p2")) is one.points[1]
    assert row_of(other, Claim("point", "p1")) is other.points[0]
    assert row_of(one, Claim("event", "p1")) is one.events[0]
    assert row_of(other, Claim("point", "p2")) is None
    assert row_of(other, Claim("actor", "p1")) is None
