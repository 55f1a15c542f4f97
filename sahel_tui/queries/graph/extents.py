"""When a relation held: the days on which it possibly did, and those on which it certainly did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sahel_tui.model.days import Day
    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.graph import Edge

Standing = Literal["certain", "possible", "no"]
"""Whether a relation held on a date."""


class Extent(NamedTuple):
    """Days, both ends included."""

    first: Day | None
    """The first on which it may have held; None where nothing says when it began."""
    last: Day | None
    """The last; None where nothing says that it ended."""
    sure: tuple[Day, Day] | None
    """From when to when it certainly held."""

    def on(self, date: Edtf) -> Standing:
        """Certain on a date where every day that it may be is; possible where any day is."""
        if self.sure is not None and date.certainly_within(*self.sure):
            return "certain"
        return "possible" if date.possibly_within(self.first, self.last) else "no"


def extent_of(edge: Edge) -> Extent | None:
    """When a relation held; None for one that is denied, or ended before it began: on no day.

    It began on a day of `since` and ended on a day of `until`. Without `until` nothing says that it
    ended, unless it is told as ended: then it had by the time that its brief was published. It
    certainly held from the last day on which it may have begun to the first on which it may have
    ended; a date that is uncertain or approximate bounds neither, as everywhere. What is alleged is
    never certain.
    """
    if edge.status == "denied":
        return None
    first = edge.since.earliest if edge.since else None
    last = edge.until.latest if edge.until else None
    if edge.until is None and edge.status == "ended":
        last = edge.published
        if first is not None and last is not None:
            last = max(first, last)
    if first is not None and last is not None and last < first:
        return None  # no brief says so, but a row of an index may
    return Extent(first, last, None if edge.status == "alleged" else _sure(edge))


def _sure(edge: Edge) -> tuple[Day, Day] | None:
    """It had begun before it ended: one date alone says that it held on that day."""
    dates = [
        one
        for one in (edge.since, edge.until)
        if one is not None and not (one.approximate or one.uncertain)
    ]
    begun = min((one.latest for one in dates if one.latest is not None), default=None)
    not_over = max((one.earliest for one in dates if one.earliest is not None), default=None)
    if begun is None or not_over is None or begun > not_over:
        return None
    return begun, not_over
