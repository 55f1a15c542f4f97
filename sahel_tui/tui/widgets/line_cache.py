"""The finished lines of a widget that draws its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget

from sahel_tui.tui.guard import SafeFilter
from sahel_tui.tui.made_quickly import MadeQuickly
from sahel_tui.tui.widgets.light_strip import CellStrip, LightStrip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.filter import LineFilter
    from textual.geometry import Region, Size
    from textual.strip import Strip

_EDGE = Segment("▏")


class LineCache(StylesCache):
    """Keeps lines as they are sent: made and filtered once, whatever else is drawn.

    Textual's own lays every line into borders, padding, tints and opacity, and filters the lines
    of all widgets at every frame. Who uses this one has none of those, but for a left border.
    """

    _filters: Sequence[LineFilter] = ()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """The lines of a region; only those are made that Textual has marked as stale."""
        filters = widget.get_line_filters()
        cells = widget.outer_size.width
        if cells != self._width or filters != self._filters:
            self.clear()
            self._width, self._filters = cells, filters
        lines, stale, rows = self._cache, self._dirty_lines, crop.line_range
        wanted = [y for y in rows if y in stale or y not in lines]
        if wanted:
            lines.update(self._finished(widget, wanted, cells))
            stale.difference_update(wanted)
        strips = [lines[y] for y in rows]
        if crop.column_span == (0, cells):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def _finished(
        self, widget: Widget, rows: Sequence[int], cells: int
    ) -> Iterator[tuple[int, Strip]]:
        edge = [_EDGE] * widget.styles.gutter.left
        background = widget.background_colors[1]
        unchanged = not edge and all(isinstance(one, SafeFilter) for one in self._filters)
        for y in rows:
            line = widget.render_line(y).adjust_cell_length(cells - len(edge))
            if unchanged and isinstance(line, CellStrip):  # plain, and so as safe as can be
                yield y, line
                continue
            drawn = segments = [*edge, *line]
            for line_filter in self._filters:
                segments = line_filter.apply(segments, background)
            # to make a strip takes longer than most lines do
            yield y, line if segments is drawn and not edge else LightStrip(segments, cells)


class Drawn(MadeQuickly, Widget):
    """A widget that draws its own lines, and has no style that the focus or its size changes."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)
        self._styles_cache = LineCache()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing: Textual would look for styles that depend on it."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Note the size: Textual would lay the screen out once more, for scrollbars."""
        del layout
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class Headed(Drawn):
    """A widget whose heading alone says whether it has the focus."""

    def redraw_heading(self) -> None:
        """Draw it anew."""
        raise NotImplementedError

    def on_focus(self, event: events.Focus) -> None:
        """The heading says which pane has the focus; Textual would draw all of it anew."""
        event.prevent_default()
        self._set_focused(focused=True)

    def on_blur(self, event: events.Blur) -> None:
        """The heading says which pane has the focus; Textual would draw all of it anew."""
        event.prevent_default()
        self._set_focused(focused=False)

    def _set_focused(self, *, focused: bool) -> None:
        self.has_focus = focused
        self.redraw_heading()
        if self.parent is not None:
            told = DescendantFocus(self) if focused else DescendantBlur(self)
            self.parent.post_message(told)


class Frame(Drawn):
    """What holds widgets and shows nothing of its own."""

    DEFAULT_CSS = "Frame { width: 1fr; height: 1fr; overflow: hidden hidden; }"
