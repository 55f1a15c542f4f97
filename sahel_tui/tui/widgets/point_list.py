"""The bottom line: points, wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.facets import point_facets
from sahel_tui.queries.views import Claim, PointView
from sahel_tui.render.points import draw_point
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.render.line import Line


class PointList(ClaimList[PointView]):
    """Bottom-line points with their kind, likelihood, confidence and evidence."""

    NUMBER: ClassVar[int] = 1
    TITLE: ClassVar[str] = "Bottom line"
    NOUN: ClassVar[str] = "point"

    def claim(self, row: PointView) -> Claim:
        """The point itself."""
        return Claim("point", row.id)

    def texts(self, row: PointView) -> Sequence[str]:
        """Its id, its text and what is claimed of it."""
        return point_facets(row).fields

    def draw_row(self, row: PointView, *, current: bool) -> Sequence[Line]:
        """As many lines as its text needs."""
        del current
        return draw_point(row, self.body_width)

    def height_of(self, item: int) -> int:
        """As many lines as its text needs."""
        return len(self.draw_row(self.rows[self.shown[item]], current=False))
