"""What widgets tell their screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.tui.clipboard import Copy
    from sahel_tui.tui.search_run import Found
    from sahel_tui.tui.widgets.line_view import LineView
    from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents


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

    def __init__(self, copy: Copy | Callable[[], Copy]) -> None:
        """What makes it is called in a thread, and may raise SahelError."""
        super().__init__()
        self.copy = copy


class Answered(Message):
    """More has been found of what was asked for."""

    def __init__(self, number: int, found: Found) -> None:
        super().__init__()
        self.number = number
        """Of the question."""
        self.found = found


class Previewed(Message):
    """The document of a brief is there to be shown."""

    def __init__(self, number: int, brief: int, document: Document) -> None:
        super().__init__()
        self.number = number
        """Of the question that found it."""
        self.brief = brief
        self.document = document


class BeyondMatches(Message):
    """The matches of this brief are at an end, in one of the two directions."""

    def __init__(self, path: str, step: int) -> None:
        super().__init__()
        self.path = path
        self.step = step


class TimelineAsked(Message):
    """Rows of a timeline are to be counted, and put into lanes."""

    def __init__(self, pane: ScopeEvents) -> None:
        super().__init__()
        self.pane = pane
