"""What widgets tell their screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from sahel_tui.tui.clipboard import Copy
    from sahel_tui.tui.widgets.line_view import LineView


class ItemHighlighted(Message):
    """The cursor of a view moved to another item."""

    def __init__(self, pane: LineView) -> None:
        super().__init__()
        self.pane = pane

    @property
    def control(self) -> LineView:
        """The view."""
        return self.pane


class ItemChosen(Message):
    """Enter was pressed on an item."""

    def __init__(self, pane: LineView) -> None:
        super().__init__()
        self.pane = pane

    @property
    def control(self) -> LineView:
        """The view."""
        return self.pane


class SendCopy(Message):
    """Send this to the clipboard, and say what was sent."""

    def __init__(self, copy: Copy) -> None:
        super().__init__()
        self.copy = copy
