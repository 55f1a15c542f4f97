"""The line in which a library search is typed, and the one under it that says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from sahel_tui.render.blocks import clipped
from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import PLAIN, STRONG, WARNING
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.bars import LineBar
from sahel_tui.tui.widgets.line_cache import Frame

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from sahel_tui.queries.search.syntax import QueryProblem

Asking = Literal["query", "name"]
_SIGIL: dict[Asking, str] = {"query": "s", "name": "w"}
_PLACEHOLDER: dict[Asking, str] = {
    "query": 'words, "a phrase", -not, actor:name, after:2023',
    "name": "a name for this search",
}
_SIGIL_CELLS = 2
_MOST_BELOW = 3
"""Lines for what is wrong, where it has no room beside the mark."""


class QueryInput(Input):
    """One line of input; its screen does what its keys ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("query.results", "screen.keep_typed"),
        bound("query.accept", "screen.accept"),
        bound("query.leave", "screen.leave_typing"),
        bound("query.earlier", "screen.recall(-1)"),
        bound("query.later", "screen.recall(1)"),
    ]

    # Another text needs no other arrangement of the screen: the line is as wide as it was.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Take a text of several lines as one."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))


class QueryLine(Frame):
    """The sign of what is typed, and the input."""

    DEFAULT_CSS = """
    QueryLine {
        height: 1;
        layout: horizontal;
        #query-sigil { width: 2; }
        #query { width: 1fr; }
    }
    """

    asking: Asking = "query"
    """What is being typed."""

    def compose(self) -> ComposeResult:
        """The sign, then the input."""
        yield LineBar(id="query-sigil")
        yield QueryInput(id="query")

    @property
    def input(self) -> QueryInput:
        """Where one types."""
        return self.query_one(QueryInput)

    def ask(self, asking: Asking, text: str) -> None:
        """Have a query typed, or a name, from what stands already."""
        self.asking = asking
        self.query_one(LineBar).set_lines([Line(f"{_SIGIL[asking]} ", STRONG)])
        self.input.placeholder = _PLACEHOLDER[asking]
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Have another text there, the cursor at its end."""
        self.input.value = text
        self.input.cursor_position = len(text)

    def column_of(self, offset: int) -> int:
        """The column in which a character of the text is drawn; negative if it is out of sight."""
        before = width(safe(self.input.value[:offset]))
        return _SIGIL_CELLS + before - int(self.input.scroll_offset.x)


class NoteBar(LineBar):
    """Says what is wrong with the query, and where; else something of use."""

    def say(self, words: str) -> None:
        """Say it in one line."""
        self._show([Line(" ").add(words)] if words else [Line()])

    def point_at(self, problem: QueryProblem, line: QueryLine) -> None:
        """A mark under the place, and what is wrong beside it; below, where there is no room."""
        cells = self.size.width
        start = min(max(0, line.column_of(problem.start)), max(0, cells - 1))
        end = min(max(start + 1, line.column_of(problem.end)), cells)
        mark = Line().to(start).add("^" * (end - start), WARNING)
        words = f"{problem.message} · {problem.hint}" if problem.hint else problem.message
        taken = width(safe(words))
        if mark.width + 1 + taken <= cells:
            self._show([mark.add(f" {words}")])
        elif taken + 2 <= start:
            before = Line(f" {words}").to(start).add("^" * (end - start), WARNING)
            self._show([before])
        else:
            below = clipped(words, cells - 2, PLAIN, _MOST_BELOW)
            self._show([mark, *(Line(" ").add(line.plain) for line in below)])

    def _show(self, lines: list[Line]) -> None:
        if self.styles.height is None or self.styles.height.value != len(lines):
            self.styles.height = len(lines)
        self.set_lines(lines)
