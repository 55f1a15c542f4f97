"""A line in which the name of an actor is typed, and the actors that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets import Input

from sahel_tui.render.dossiers import draw_choice
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from sahel_tui.queries.library.actor_finding import Choice


class FinderInput(Input):
    """What is typed; the keys that type nothing move in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("finder.choose", "submit"),
        bound("finder.close", "screen.go_back"),
        bound("finder.next", "screen.move_choice(1)"),
        bound("finder.previous", "screen.move_choice(-1)"),
    ]

    class Chosen(Message):
        """Enter was pressed."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.placeholder = "type a name"

    def _on_paste(self, event: events.Paste) -> None:
        """Take a text that was wrapped as one line."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    async def action_submit(self) -> None:
        """Choose."""
        self.post_message(self.Chosen())


class ActorChoices(ItemList, can_focus=False):
    """The actors that are found; the keys stay with the line that is typed in."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._found: Sequence[Choice] = ()
        self.remark = ""
        """How far reading has come."""
        self.scope = "of this library"
        """Of what they are the actors."""

    def set_found(self, found: Sequence[Choice]) -> None:
        """Show others, with the cursor on the first."""
        self._found = found
        self.cursor, self.top = 0, (0, 0)
        self.redraw()

    @property
    def current(self) -> Choice | None:
        """The actor under the cursor."""
        return self._found[self.cursor] if self.cursor < len(self._found) else None

    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    def draw(self, item: int, line: int) -> Line:
        """An actor, with the mentions that it has."""
        del line
        return draw_choice(self._found[item], self.body_width)

    def heading(self) -> Line:
        """How many there are."""
        line = Line(" ")
        if self.remark:
            line.add(f"{self.remark} · ")
        return line.add(f"{counted(self.count(), 'actor')} {self.scope}")
