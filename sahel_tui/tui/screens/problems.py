"""What stands in the place of a brief that can't be read: all of its errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from sahel_tui.render.diagnostics import draw_diagnostic
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.screens.choice import ChoiceList
from sahel_tui.tui.widgets.bars import LineBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from sahel_tui.errors import Diagnostic


class ProblemsScreen(Screen[None]):
    """Lists errors with their places and what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "app.open_briefs", "List of briefs", id="brief.open"),
        Binding("r", "app.reload_brief", "Read the brief again", id="brief.reload"),
    ]

    def __init__(self, file: str, problems: Sequence[Diagnostic]) -> None:
        super().__init__()
        title = Line(f" {counted(len(problems), 'error')}: can't be read: {file}")
        self._list = ChoiceList(
            title, len(problems), lambda item, cells: draw_diagnostic(problems[item], cells)
        )

    def compose(self) -> ComposeResult:
        """The errors, and what can be done."""
        yield self._list
        yield LineBar(id="status")

    def on_mount(self) -> None:
        """Say the keys."""
        self.query_one(LineBar).set_lines(
            [Line(" r reads it again once it is mended · o other briefs · q quit · ? help ")]
        )


class WaitingScreen(Screen[None]):
    """Stands while a large brief is read."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        """One line."""
        yield LineBar(id="status")

    def on_mount(self) -> None:
        """Say what is read."""
        self.query_one(LineBar).set_lines([Line(f" reading {self._file} …   q quits")])
