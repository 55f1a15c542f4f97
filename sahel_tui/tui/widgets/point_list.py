"""The bottom line: points, wrapped."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.facets import point_facets
from sahel_tui.queries.views import Claim, PointView
from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.points import draw_point
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.render.line import Line


class PointList(ClaimList[PointView]):
    """Bottom-line points with their kind, likelihood, confidence and evidence."""

    TITLE: ClassVar[str] = "Bottom line"
    NOUN: ClassVar[str] = "point"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._wrapped = lru_cache(maxsize=64)(self._wrap_point)

    def claim(self, row: PointView) -> Claim:
        """The point itself."""
        return Claim("point", row.id)

    def texts(self, row: PointView) -> Sequence[str]:
        """Its id, its text and what is claimed of it."""
        return point_facets(row).fields

    def draw_row(self, row: PointView, *, current: bool) -> Sequence[Line]:
        """As many lines as its text needs."""
        del current
        return draw_point(row, min(MEASURE, self.body_width))

    def draw(self, item: int, line: int) -> Line:
        """One line of a point, wrapped once at a width."""
        return super().draw(item, line) if self.search_text else self._wrapped(item)[line]

    def height_of(self, item: int) -> int:
        """As many lines as its text needs."""
        return len(self._wrapped(item))

    def redraw(self) -> None:
        """Rows may be others, or at another width."""
        self._wrapped.cache_clear()
        super().redraw()

    def measure(self) -> None:
        """Wrap anew."""
        self._wrapped.cache_clear()
        super().measure()

    def _wrap_point(self, item: int) -> Sequence[Line]:
        return self.draw_row(self.rows[self.shown[item]], current=False)
