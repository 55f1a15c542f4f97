"""A dialog over what stands: lines to read, and one to choose."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.geometry import Size

    from sahel_tui.render.line import Line
    from sahel_tui.tui.messages import ItemChosen

    Draw = Callable[[int, int], Sequence[Line]]
    """An item and a width in cells to its lines."""


class ChoiceList(ItemList):
    """Items that a function draws: item and width in cells to lines."""

    def __init__(self, title: Line, count: int, draw: Draw) -> None:
        super().__init__(id="dialog")
        self._title = title
        self._count = count
        self._draw = lru_cache(maxsize=256)(draw)

    def count(self) -> int:
        """How many items there are."""
        return self._count

    def heading(self) -> Line:
        """What this is a list of."""
        return self._title

    def height_of(self, item: int) -> int:
        """As many lines as are drawn."""
        return len(self._draw(item, self.body_width))

    def draw(self, item: int, line: int) -> Line:
        """One line of an item."""
        return self._draw(item, self.body_width)[line]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """No higher than what there is to show."""
        del container
        lines = 1
        for item in range(self._count):
            lines += len(self._draw(item, max(1, width - self.GUTTER)))
            if lines > viewport.height:
                break
        return lines


class ChoiceScreen(ModalScreen[int | None]):
    """Shows a list; its result is the item that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace", "close_dialog", "Close", id="dialog.close"),
    ]

    def __init__(self, title: Line, count: int, draw: Draw) -> None:
        super().__init__()
        self._list = ChoiceList(title, count, draw)

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self._list

    def on_item_chosen(self, message: ItemChosen) -> None:
        """An item is the result."""
        message.stop()
        self._close(self._list.cursor)

    def action_close_dialog(self) -> None:
        """Nothing was chosen."""
        self._close(None)

    def _close(self, result: int | None) -> None:
        if self.is_active:  # a second key may have been on its way when the first one closed this
            self.dismiss(result)
