"""The line in which a search or a filter is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from sahel_tui.render.line import Line
from sahel_tui.render.styles import STRONG
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.bars import LineBar
from sahel_tui.tui.widgets.line_cache import Frame

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

Purpose = Literal["search", "filter", "date", "days", "as_of", "changes", "narrow"]
SIGIL: dict[Purpose, str] = {
    "search": "/",
    "filter": "&",
    "date": "@",
    "days": "±",
    "as_of": "@",
    "changes": "@",
    "narrow": "F",
}
_HINT: dict[Purpose, str] = {
    "search": "search this pane, as you type",
    "filter": "filter this pane, as you type",
    "date": "go to a date: 2023, aug 2023, 13 aug 2023",
    "days": "how many days before and after",
    "as_of": "as of 2023-08, aug 2023, 13 aug 2023; 2022..2023 for what changed; empty: no date",
    "changes": "what changed from one date to another: 2022..2023-08",
    "narrow": "sign:- type:supports status:alleged confidence:high brief:… marking:…",
}


class PromptBar(Input):
    """One line of input with a history for each purpose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("prompt.keep", "submit"),
        bound("prompt.cancel", "cancel_typing"),
        bound("prompt.earlier", "recall(-1)"),
        bound("prompt.later", "recall(1)"),
    ]

    # Another text needs no other arrangement of the screen: the line is as wide as it was.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    class Closed(Message):
        """Typing ended, with this text; `kept` says whether with Enter or with Escape."""

        def __init__(self, purpose: Purpose, text: str, *, kept: bool) -> None:
            super().__init__()
            self.purpose: Purpose = purpose
            self.text = text
            self.kept = kept

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.purpose: Purpose = "search"
        self._histories: dict[Purpose, list[str]] = {one: [] for one in SIGIL}
        self._recalled = 0

    def open_for(self, purpose: Purpose, text: str) -> None:
        """Start typing, from what stands already."""
        self.purpose = purpose
        self._recalled = len(self._histories[purpose])
        self.placeholder = _HINT[purpose]
        self.value = text
        self.cursor_position = len(text)
        self.focus()

    def action_recall(self, step: int) -> None:
        """Bring back what was typed before."""
        history = self._histories[self.purpose]
        self._recalled = max(0, min(len(history), self._recalled + step))
        self.value = history[self._recalled] if self._recalled < len(history) else ""
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """Take a text that was wrapped as one line: quotes are copied so."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    def action_cancel_typing(self) -> None:
        """Leave without it."""
        self.post_message(self.Closed(self.purpose, self.value, kept=False))

    async def action_submit(self) -> None:
        """Leave with it."""
        history = self._histories[self.purpose]
        if self.value and history[-1:] != [self.value]:
            history.append(self.value)
        self.post_message(self.Closed(self.purpose, self.value, kept=True))


class PromptLine(Frame):
    """The sign of what is typed, and the input."""

    DEFAULT_CSS = """
    PromptLine {
        height: 1;
        layout: horizontal;
        #sigil { width: 2; }
        #typing { width: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """The sign, then the input."""
        yield LineBar(id="sigil")
        yield PromptBar(id="typing")

    @property
    def purpose(self) -> Purpose:
        """What is being typed."""
        return self.query_one(PromptBar).purpose

    @property
    def text(self) -> str:
        """As far as it is typed."""
        return self.query_one(PromptBar).value

    def open_for(self, purpose: Purpose, text: str) -> None:
        """Start typing, from what stands already."""
        self.query_one(LineBar).set_lines([Line(f"{SIGIL[purpose]} ", STRONG)])
        self.query_one(PromptBar).open_for(purpose, text)
