"""A list of items with a cursor, moved by the keys that every pager shares."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from sahel_tui.tui.messages import ItemChosen, ItemHighlighted
from sahel_tui.tui.widgets.line_view import LineView


class ItemList(LineView):
    """A view whose cursor moves from item to item."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move_cursor(1)", "Next row", id="list.next"),
        Binding("k,up", "move_cursor(-1)", "Previous row", id="list.previous"),
        Binding("g,home", "show_top", "First row", id="list.top"),
        Binding("G,end", "show_bottom", "Last row", id="list.bottom"),
        Binding("space,pagedown", "move_page(1.0)", "Page down", id="list.page_down"),
        Binding("b,pageup", "move_page(-1.0)", "Page up", id="list.page_up"),
        Binding("ctrl+d", "move_page(0.5)", "Half a page down", id="list.half_down"),
        Binding("ctrl+u", "move_page(-0.5)", "Half a page up", id="list.half_up"),
        Binding("enter", "choose_item", "Go to its passages", id="list.choose"),
    ]

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

    def action_choose_item(self) -> None:
        """Say that this row was chosen."""
        if self.count():
            self.post_message(ItemChosen(self))
