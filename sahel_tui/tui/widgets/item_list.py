"""A list of items with a cursor, moved by the keys that every pager shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.tui.bindings import bound
from sahel_tui.tui.messages import ItemChosen, ItemHighlighted
from sahel_tui.tui.widgets.line_view import LineView, Place

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

_WHEEL = 3
"""Lines that a turn of the wheel scrolls."""


class ItemList(LineView):
    """A view whose cursor moves from item to item."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("list.next", "move_cursor(1)"),
        bound("list.previous", "move_cursor(-1)"),
        bound("list.top", "show_top"),
        bound("list.bottom", "show_bottom"),
        bound("list.page_down", "move_page(1.0)"),
        bound("list.page_up", "move_page(-1.0)"),
        bound("list.half_down", "move_page(0.5)"),
        bound("list.half_up", "move_page(-0.5)"),
        bound("list.choose", "choose_item"),
    ]

    def height_of(self, item: int) -> int:
        """One line, unless a list says otherwise."""
        del item
        return 1

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on an item and bring it into view."""
        item = max(0, min(self.count() - 1, item))
        old, self.cursor = self.cursor, item
        if at_top:
            self._set_top(min((item, 0), self._bottom()))
        self.show((item, 0), lines=self.height_of(item) if self.count() else 1)
        if old != item:
            self.redraw_cursor(old)
            self.redraw_cursor(item)
            self.post_message(ItemHighlighted(self))

    def stay_on(self, item: int) -> None:
        """The row under the cursor is another item by now: it keeps its line on the screen."""
        item = max(0, min(self.count() - 1, item))
        top = max(0, self.top[0] + item - self.cursor)
        self.cursor, self.top = item, (0, 0)
        if self.count():
            self.top = min((top, 0), self._bottom())

    def show_others(self) -> None:
        """Draw other items than before, the one under the cursor in view, and tell of it."""
        self.redraw()
        if self.count():
            self.reveal()
        self.post_message(ItemHighlighted(self))

    def redraw_cursor(self, item: int) -> None:
        """The cursor came to, or left, an item."""
        self.redraw_item(item, cells=self.GUTTER)
        self.redraw_heading()

    def action_move_cursor(self, rows: int) -> None:
        """Move by rows; through the lines of a row that is higher than the view."""
        if not self._scroll_within(rows):
            self.move_to(self.cursor + rows)

    def action_show_top(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_show_bottom(self) -> None:
        """Go to the last row."""
        self.move_to(self.count() - 1)
        self._set_top(self._bottom())

    def action_move_page(self, pages: float) -> None:
        """Move by whole or half pages, keeping one row of the page in sight."""
        lines = max(1, int((self.page_height - 1) * abs(pages)))
        if self._scroll_within(lines if pages > 0 else -lines):
            return
        if pages > 0:
            item = self._lower((self.cursor, 0), lines)[0]
            self.move_to(max(item, self.cursor + 1), at_top=pages == 1.0)
        else:
            item = self._above((self.cursor, 0), lines)[0]
            self.move_to(min(item, self.cursor - 1))

    def _scroll_within(self, lines: int) -> bool:
        """Scroll inside the current row, where its end in that direction is out of sight."""
        if not self.count() or self.height_of(self.cursor) <= self.page_height:
            return False
        end = (self.cursor, 0 if lines < 0 else self.height_of(self.cursor) - 1)
        if end in self.frame:
            return False
        self.scroll_lines(lines)
        return True

    def point_at(self, place: Place) -> None:
        """Put the cursor where the mouse points."""
        self.move_to(place[0])

    def focus_on_click(self) -> bool:
        """Not while one types: what is typed is about the pane that it was begun in."""
        return isinstance(self.screen.focused, LineView)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line that was clicked."""
        event.stop()
        row = event.y - self._first_row
        if self.has_focus and 0 <= row < len(self.frame):
            self.point_at(self.frame[row])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays on its row."""
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the cursor stays on its row."""
        event.stop()
        self.scroll_lines(-_WHEEL)

    def action_choose_item(self) -> None:
        """Say that this row was chosen."""
        if self.count():
            self.post_message(ItemChosen(self))
        else:
            self.screen.say("There is nothing under the cursor.")  # type: ignore[attr-defined]
