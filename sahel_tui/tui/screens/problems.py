"""What stands in the place of a brief that can't be read: all of its errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.render.diagnostics import draw_diagnostic
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.brief_files import news_words
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.widgets.bars import LineBar
from sahel_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from sahel_tui.errors import Diagnostic
    from sahel_tui.tui.brief_files import News


class ProblemsScreen(DialogScreen):
    """Lists errors with their places and what to do."""

    PANES: ClassVar[str] = "#problems"
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("brief.open", "app.open_briefs"),
        bound("brief.reload", "app.reload_brief"),
        bound("find.library", "app.search_library"),
        bound("across.back", "app.go_back"),
    ]

    def __init__(self, file: str, problems: Sequence[Diagnostic]) -> None:
        super().__init__()
        self.file = file
        self._heading = f"{counted(len(problems), 'error')}: can't be read: {file}"
        self._problems = problems

    def compose(self) -> ComposeResult:
        """The errors, and what can be done."""
        yield ChoiceList(id="problems")
        yield LineBar(id="status")

    def on_mount(self) -> None:
        """Show the errors, and say the keys."""
        problems = self._problems
        self.query_one(ChoiceList).set_items(
            self._heading, len(problems), lambda item, cells: draw_diagnostic(problems[item], cells)
        )
        self._tell()

    def set_news(self, news: News) -> None:
        """It may have been mended."""
        super().set_news(news)
        self._tell()

    def say_status(self) -> None:
        """A remark stands in the place of the keys."""
        self._tell()

    def _tell(self) -> None:
        reload, open_, quit_, help_ = (
            shown_key(self.app, name)
            for name in ("brief.reload", "brief.open", "app.quit", "app.help")
        )
        when = news_words(self.news, reload) or f"{reload} reads it again once it is mended"
        words = f" {self.remark or when} · {open_} other briefs"
        self.query_one(LineBar).set_lines([Line(f"{words} · {quit_} quit · {help_} help ")])


class WaitingScreen(DialogScreen):
    """Stands while a large brief is read."""

    PANES: ClassVar[str] = "#status"

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        """One line."""
        yield LineBar(id="status")

    def on_mount(self) -> None:
        """Say what is read."""
        key = shown_key(self.app, "app.quit")
        self.query_one(LineBar).set_lines([Line(f" reading {self._file} …   {key} quits")])
