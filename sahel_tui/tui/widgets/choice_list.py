"""A list of lines to read, one of which can be chosen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size

from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.line import Line
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    Draw = Callable[[int, int], Sequence[Line]]
    """An item and a width in cells to its lines."""


class ChoiceList(ItemList):
    """Items that a function draws."""

    CHOOSES: ClassVar[bool] = False
    """Whether Enter does anything."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._title = ""
        self._count = 0
        self._draw: Draw = lambda _item, _cells: ()

    def set_items(self, title: str, count: int, draw: Draw, at: int = 0) -> None:
        """Show other items, with the cursor on one of them."""
        self._title, self._count = title, count
        self._draw = lru_cache(maxsize=256)(draw)
        self.cursor, self.top = at, (0, 0)
        self.redraw()
        if at:
            self._measured = Size()  # fitted anew when it is drawn: that shows the cursor

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing to choose."""
        if action == "choose_item" and not self.CHOOSES:
            return False
        return super().check_action(action, parameters)

    def count(self) -> int:
        """How many items there are."""
        return self._count

    def heading(self) -> Line:
        """What this is a list of, and the position where it is more than one thing.

        A title that begins with their number needs it but once.
        """
        if self._count < 2:
            return Line(f" {self._title}")
        number = f"{self._count:,} "
        between = "" if self._title.startswith(number) else f"{number}· "
        return Line(f" {self.cursor + 1:,} of {between}{self._title}")

    def height_of(self, item: int) -> int:
        """As many lines as are drawn."""
        return len(self._draw(item, self._cells()))

    def draw(self, item: int, line: int) -> Line:
        """One line of an item."""
        return self._draw(item, self._cells())[line]

    def _cells(self) -> int:
        """How wide an item is drawn: no wider than can be read."""
        return min(MEASURE, self.body_width)


class DialogList(ChoiceList):
    """A choice in the place of the panes."""

    CHOOSES: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("dialog.choose", "choose_item"),
        bound("dialog.close", "screen.close_dialog"),
    ]
