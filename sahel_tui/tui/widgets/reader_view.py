"""The sources: numbered paragraphs with every annotated passage highlighted."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region

from sahel_tui.queries.matching import find_spans
from sahel_tui.queries.stops import Selection
from sahel_tui.render.blocks import clipped
from sahel_tui.render.line import Line
from sahel_tui.render.passages import draw_passages
from sahel_tui.render.styles import CURSOR, WARNING
from sahel_tui.render.words import doubt_words, quoted, stop_words
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.widgets.source_text import CONTEXT, SourceText
from sahel_tui.tui.widgets.text_search import TextSearch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.rests import RestsIndex
    from sahel_tui.queries.stops import Stop
    from sahel_tui.queries.views import SourceView

_MOST = 3
"""Lines that a footing has at most."""


class ReaderView(SourceText):
    """The text of the sources. Its items are paragraphs, its cursor is on a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("source.left", "show_passage(-1)"),
        bound("source.right", "show_passage(1)"),
        bound("source.choose", "choose_item"),
    ]
    TITLE: ClassVar[str] = "Source"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.selection = Selection()
        self._to_show = False
        self._lack = ""
        """Why nothing is selected, where something was asked for."""
        self.search = TextSearch(self._texts)
        self._rests: RestsIndex | None = None
        self._stands_alone = False

    # The text ---------------------------------------------------------------------------------

    def set_sources(self, sources: Sequence[SourceView], rests: RestsIndex) -> None:
        """Show other sources, from the top."""
        self._rests = rests
        self.search = TextSearch(self._texts)
        self.selection = Selection()
        self.set_texts(sources)

    def put_back(self, source: str, offset: int, search: str, stop: int) -> None:
        """Be as it was left, before anything is drawn; at the top where the source is gone."""
        self.selection.index = stop if stop < len(self.selection.stops) else 0
        if any(one.id == source for one in self.sources):
            self.cursor, self._offset = self.item_of(source, offset), offset
            self._to_show = False
        if search:
            self.search.find(search, self.cursor)

    def go_to_offset(self, source: str, offset: int) -> None:
        """Put the cursor on the line of an offset, where that source is there."""
        if self.paragraphs and any(one.id == source for one in self.sources):
            self.put_cursor(self.place_of(source, offset), offset)
            self.show(self.cursor_place, context=CONTEXT)

    # The selection ----------------------------------------------------------------------------

    def stand_alone(self, *, alone: bool) -> None:
        """Without an edge, and as wide as there is room, or beside others: no rule is looked up."""
        if alone != self._stands_alone:
            self._stands_alone = alone
            self.styles.border_left = ("none", "ansi_default") if alone else None
            self.styles.max_width = "100%" if alone else None

    def select(self, stops: Sequence[Stop], *, lack: str = "") -> None:
        """Highlight where a claim leads, and show the first place; `lack` says there is none."""
        with self._redrawing_marks():
            self.selection, self._lack = Selection(stops), "" if stops else lack

    def show_stop_at(self, index: int) -> None:
        """Show one of the places of the selection."""
        with self._redrawing_marks():
            self.selection.index = index

    def next_stop(self, step: int) -> None:
        """Go to the next or previous place of the selection, around the end."""
        with self._redrawing_marks():
            self.selection.step(step)

    def show_stop(self) -> None:
        """Bring the current place of the selection into view, with its cursor."""
        place = self.selection.current
        if place is None or place.start is None or place.end is None:
            return
        if not self._measured.area:
            self._to_show = True  # once there is room for it
            return
        first = self.place_of(place.source, place.start)
        last = self.place_of(place.source, max(place.start, place.end - 1))
        self.put_cursor(first, place.start)
        self.show(last, context=CONTEXT)
        self.show(first, context=CONTEXT)

    def reveal(self) -> None:
        """Bring the selection's passage into view, else the cursor."""
        if self._to_show or self.selection.current_within(*self.cursor_span()):
            self._to_show = False
            self.show_stop()
        else:
            self.show((self.cursor, self.cursor_line), context=CONTEXT)

    @contextmanager
    def _redrawing_marks(self) -> Iterator[None]:
        """Then show the place, and draw the lines that the selection left or reached."""
        if not self._measured.area:
            yield
            self.show_stop()
            return
        before, top, page = self._marked_rows(), self.top, self.page_height
        yield
        self._frame = None  # a footing may have come or gone
        self.show_stop()
        if (top, page) != (self.top, self.page_height):
            self.refresh()
            return
        for row in {0, *range(page, self._measured.height)} | before | self._marked_rows():
            self.refresh(Region(0, row, self._measured.width, 1))

    def _marked_rows(self) -> set[int]:
        rows = set()
        for row, (item, line) in enumerate(self.frame, 1):
            here = (item, line) == (self.cursor, self.cursor_line)
            if here or self.selection.within(*self._span_of(item, line)):
                rows.add(row)
        return rows

    def action_show_passage(self, step: int) -> None:
        """Go to the next or previous line on which another annotated passage begins."""
        if not self.paragraphs or self._rests is None:
            return
        source, start, end = self.cursor_span()
        places = [(s.id, at) for s in self.sources for at in self._rests.starts(s.id)]
        order = {s.id: index for index, s in enumerate(self.sources)}
        here = (order[source], end if step > 0 else start)
        index = bisect_left(places, here, key=lambda place: (order[place[0]], place[1]))
        index -= step < 0
        if 0 <= index < len(places):
            self.go_to(self.place_of(*places[index]))

    def passage_span(self) -> tuple[str, int, int]:
        """The passage of the selection under the cursor, else the cursor's line."""
        source, start, end = self.cursor_span()
        return (source, *(self.selection.current_within(source, start, end) or (start, end)))

    # Search -----------------------------------------------------------------------------------

    @property
    def search_text(self) -> str:
        """What is looked for."""
        return self.search.query

    def search_rows(self, text: str, start: int) -> None:
        """Mark the matches and go to the first one at or after the paragraph `start`."""
        self.search.find(text, start)
        self.redraw()
        self._show_match()

    def next_match(self, step: int) -> None:
        """Go to the next or previous match, around the end."""
        self.search.step(step)
        self._show_match()

    def _show_match(self) -> None:
        if self.search.match is not None:
            item = self.search.match[0]
            layout = self._layouts(item)
            self.put_cursor((item, layout.line_of(layout.paragraph.start + self.search.offset)))
            self.show((self.cursor, self.cursor_line), context=CONTEXT)

    def _texts(self) -> Sequence[str]:
        return [p.heading or self.sources[p.source].text[p.start : p.end] for p in self.paragraphs]

    # Drawing ----------------------------------------------------------------------------------

    def draw(self, item: int, line: int) -> Line:
        """One line of the text with its margin."""
        layout = self._layouts(item)
        span = self._span_of(item, line)
        return draw_passages(
            layout,
            line,
            self._rests.within(*span) if self._rests else (),
            self.selection.within(*span),
            find_spans(layout.safe.text, self.search_text) if self.search_text else (),
            margin=self.margin,
        )

    def drawn_from(self, item: int, line: int) -> tuple[object, ...]:
        """The passages of the selection come and go."""
        return (item, line, *self.selection.within(*self._span_of(item, line)))

    def margin_cell(self, item: int, line: int) -> Segment:
        """The cursor, and a bar along the passage that is being shown."""
        if (item, line) == (self.cursor, self.cursor_line):
            return Segment("▶", CURSOR)
        if self.selection.current_within(*self._span_of(item, line)):
            return Segment("┃", CURSOR)
        return Segment(" ")

    def heading(self) -> Line:
        """The place in the text, the search, and what the selection's passage is worth."""
        line = Line().add(f" {shown_key(self.app, f'pane.{self.id}')} {self.TITLE} ")
        if not self.paragraphs:
            return line.add(" no text")
        line.add(f" {self.position()}")
        if self.search_text:
            line.add(f" · / {quoted(self.search_text)} {self.search.words}")
        stop = self.selection.current
        if stop is not None:
            paragraph = 0  # said where the cursor has left it
            if stop.start is not None:
                paragraph = self.paragraphs[self.place_of(stop.source, stop.start)[0]].number
            if paragraph == self.paragraphs[self.cursor].number:
                paragraph = 0
            line.add(f" · {stop_words(stop, paragraph, self.selection.mentions)}")
        else:
            line.add(f" · {self._lack or 'P point A actor R relation E event'}")
        return line

    def footing(self) -> Sequence[Line]:
        """What is not exact about the selection's passage."""
        stop = self.selection.current
        words = doubt_words(stop.passage) if stop and stop.passage else ""
        cells, lines = self._measured
        most = max(1, min(_MOST, lines // 4))
        return clipped(f" ! {words}", cells, WARNING, most) if words else ()
