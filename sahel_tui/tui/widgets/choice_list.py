"""A list of lines to read, one of which can be chosen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from sahel_tui.render.line import Line
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.geometry import Size

    Draw = Callable[[int, int], Sequence[Line]]
    """An item and a width in cells to its lines."""


class ChoiceList(ItemList):
    """Items that a function draws."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._title = ""
        self._count = 0
        self._draw: Draw = lambda _item, _cells: ()

    def set_items(self, title: str, count: int, draw: Draw) -> None:
        """Show other items."""
        self._title, self._count = title, count
        self._draw = lru_cache(maxsize=256)(draw)
        self.cursor, self.top = 0, (0, 0)
        self.redraw()

    def count(self) -> int:
        """How many items there are."""
        return self._count

    def heading(self) -> Line:
        """What this is a list of."""
        return Line(f" {self._title}")

    def height_of(self, item: int) -> int:
        """As many lines as are drawn."""
        return len(self._draw(item, self.body_width))

    def draw(self, item: int, line: int) -> Line:
        """One line of an item."""
        return self._draw(item, self.body_width)[line]


class DialogList(ChoiceList):
    """A choice over the panes, no higher than what there is to show."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose_item", "Choose", id="dialog.choose"),
        Binding("escape,q,backspace", "screen.close_dialog", "Close", id="dialog.close"),
    ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines of all items, or what fits."""
        del container
        lines = 1
        for item in range(self._count):
            lines += len(self._draw(item, max(1, width - self.GUTTER)))
            if lines > viewport.height:
                break
        return lines
