"""The sources as lines: pieces of text that are laid out when they come into view."""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.geometry import Region

from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.paragraphs import Layout, Paragraph, paragraphs
from sahel_tui.render.passages import MARGIN, NARROW_MARGIN
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.views import SourceView
    from sahel_tui.tui.widgets.line_view import Place

CONTEXT = 3
"""Lines kept in sight around a passage."""


class SourceText(ItemList):
    """Paragraphs with a cursor on one of their lines, which stays on its words at any width."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.cursor_line = 0
        self.paragraphs: Sequence[Paragraph] = ()
        self.sources: Sequence[SourceView] = ()
        self._offset = 0
        """Where in its source the cursor's line was gone to."""
        self._layouts = lru_cache(maxsize=512)(self._lay_out)

    def set_texts(self, sources: Sequence[SourceView]) -> None:
        """Show other sources, from the top."""
        self.sources = sources
        self.paragraphs = paragraphs(sources)
        self.cursor, self.cursor_line, self.top, self._offset = 0, 0, (0, 0), 0
        self._layouts.cache_clear()
        self.redraw()

    # Layout -----------------------------------------------------------------------------------

    def _lay_out(self, item: int) -> Layout:
        paragraph = self.paragraphs[item]
        text = self.sources[paragraph.source].text
        return Layout(paragraph, text, min(MEASURE, self.body_width - self.margin))

    @property
    def margin(self) -> int:
        """How many cells the margin takes at this width."""
        return MARGIN if self.body_width >= 50 else NARROW_MARGIN

    def measure(self) -> None:
        """Wrap anew, the cursor on the same words."""
        super().measure()
        self._layouts.cache_clear()
        if self.paragraphs:
            self.cursor_line = self._layouts(self.cursor).line_of(self._offset)

    @property
    def cursor_place(self) -> Place:
        """The paragraph and the line under the cursor."""
        return (self.cursor, self.cursor_line)

    def item_of(self, source: str, offset: int) -> int:
        """The paragraph that shows a source offset."""
        index = next((i for i, s in enumerate(self.sources) if s.id == source), 0)
        item = bisect_right(self.paragraphs, (index, offset), key=lambda p: (p.source, p.start)) - 1
        return max(0, item)

    def place_of(self, source: str, offset: int) -> Place:
        """The paragraph and line that show a source offset."""
        item = self.item_of(source, offset)
        return item, self._layouts(item).line_of(offset)

    def place_in_source(self) -> tuple[str, int]:
        """The source that the cursor is in, and the offset that it stands for there."""
        if not self.paragraphs:
            return "", 0
        return self.sources[self.paragraphs[self.cursor].source].id, self._offset

    def count(self) -> int:
        """How many pieces of text there are."""
        return len(self.paragraphs)

    def height_of(self, item: int) -> int:
        """How many lines a piece has at this width."""
        return len(self._layouts(item).lines)

    @property
    def is_on_heading(self) -> bool:
        """Whether the cursor is on a line that says what a source is."""
        return bool(self.paragraphs[self.cursor].heading)

    def cursor_span(self) -> tuple[str, int, int]:
        """The source and the offsets of the line under the cursor."""
        return self._span_of(self.cursor, self.cursor_line)

    def _span_of(self, item: int, line: int) -> tuple[str, int, int]:
        source = self.sources[self.paragraphs[item].source].id
        return (source, *self._layouts(item).source_span(line))

    def go_to(self, place: Place) -> None:
        """Move the cursor to a line, or the nearest that there is, and show it."""
        if self.paragraphs:
            item = min(place[0], len(self.paragraphs) - 1)
            self.put_cursor((item, min(place[1], self.height_of(item) - 1)))
            self.show((self.cursor, self.cursor_line), context=CONTEXT)

    def put_cursor(self, place: Place, offset: int | None = None) -> None:
        """Move the cursor to a line, for the sake of an offset in it or of its first."""
        self._offset = self._span_of(*place)[1] if offset is None else offset
        old, (self.cursor, self.cursor_line) = (self.cursor, self.cursor_line), place
        for row, here in enumerate(self.frame, 1):
            if here in (old, place):
                self.refresh(Region(0, row, self.GUTTER, 1))
        self.redraw_heading()
        if old != place:
            self.post_message(ItemHighlighted(self))

    # Moving -----------------------------------------------------------------------------------

    def move_line(self, lines: int) -> None:
        """Move the cursor by lines."""
        here = (self.cursor, self.cursor_line)
        there = self._lower(here, lines) if lines > 0 else self._above(here, -lines)
        self.put_cursor(there)
        self.show(there)

    def point_at(self, place: Place) -> None:
        """Put the cursor where the mouse points."""
        self.put_cursor(place)

    def action_move_cursor(self, rows: int) -> None:
        """Move by lines."""
        if self.paragraphs:
            self.move_line(rows)

    def action_move_page(self, pages: float) -> None:
        """Move the text and the cursor by whole or half pages."""
        lines = max(1, int((self.page_height - 1) * abs(pages)))
        if self.paragraphs:
            self.scroll_lines(lines if pages > 0 else -lines)
            self.move_line(lines if pages > 0 else -lines)

    def action_show_top(self) -> None:
        """Go to the first line."""
        self.go_to((0, 0))

    def action_show_bottom(self) -> None:
        """Go to the last line."""
        self.go_to((len(self.paragraphs) - 1, sys.maxsize))

    def position(self) -> str:
        """Which paragraph of how many the cursor is in, and of which source if of several."""
        here = self.paragraphs[self.cursor]
        last = bisect_right(self.paragraphs, here.source, key=lambda p: p.source) - 1
        name = f"{self.sources[here.source].id} " if len(self.sources) > 1 else ""
        return f"{name}¶{here.number:,} of {self.paragraphs[last].number:,}"
