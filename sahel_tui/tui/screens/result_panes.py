"""The panes of the search screen: the line one types in, the results, and the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.render.line import Line
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.layouts import layout_for
from sahel_tui.tui.screens.copying_across import CopiesAcross
from sahel_tui.tui.widgets.bars import BannerBar, LineBar
from sahel_tui.tui.widgets.line_cache import Frame, LineCache
from sahel_tui.tui.widgets.preview import Preview
from sahel_tui.tui.widgets.query_line import NoteBar, QueryInput, QueryLine
from sahel_tui.tui.widgets.result_list import ResultList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget


class ResultPanes(CopiesAcross):
    """What of the search screen depends neither on what is typed nor on what is found."""

    PANES: ClassVar[str] = "#found"
    DEFAULT_CSS = """
    ResultPanes #found { width: 1fr; height: 1fr; layout: vertical; }
    ResultPanes #results { height: 5fr; }
    ResultPanes #preview { height: 4fr; }
    ResultPanes.beside #found { layout: horizontal; }
    ResultPanes.beside #results { width: 11fr; height: 1fr; }
    ResultPanes.beside #preview { width: 9fr; height: 1fr; border-left: vkey ansi_default; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._styles_cache = LineCache()

    def compose(self) -> ComposeResult:
        """Banner, the line one types in, the note on it, results and preview, status, banner."""
        yield BannerBar(id="top")
        yield QueryLine(id="line")
        yield NoteBar(id="note")
        with Frame(id="found"):
            yield ResultList(id="results")
            yield Preview(id="preview")
        yield LineBar(id="status")
        yield BannerBar(id="bottom")

    @property
    def line(self) -> QueryLine:
        """The line one types in."""
        return self.query_one(QueryLine)

    @property
    def note(self) -> NoteBar:
        """What there is to say of the query."""
        return self.query_one(NoteBar)

    @property
    def results(self) -> ResultList:
        """What was found."""
        return self.query_one(ResultList)

    @property
    def preview(self) -> Preview:
        """The passage of one of them."""
        return self.query_one(Preview)

    # What a screen gives ------------------------------------------------------------------------

    def tell(self) -> None:
        """Bring the note and the status up to date."""
        raise NotImplementedError

    def ask_preview(self) -> None:
        """Have the passage of the hit under the cursor shown."""
        raise NotImplementedError

    # The arrangement ----------------------------------------------------------------------------

    def set_marking(self, marking: str | None) -> None:
        """The highest marking of what is shown."""
        for banner in self.query(BannerBar):
            if banner.marking != (marking or "no marking"):
                banner.set_marking(marking)
            self.marking = banner.marking

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another arrangement."""
        del event
        self._lay_out()
        self.tell()

    def on_descendant_focus(self) -> None:
        """Where there is room for one pane, the one with the focus shows."""
        self._lay_out()
        self.tell()

    def _lay_out(self) -> None:
        size = self.app.size
        layout = layout_for(size.width, size.height)
        self.set_class(layout in ("wide", "beside"), "beside")
        alone, reading = layout == "single", self.focused is self.preview
        was_shown = self.preview.display
        self.results.display = not (alone and reading)
        self.preview.display = not alone or reading
        if self.preview.display and not was_shown:
            self.ask_preview()

    def action_next_part(self, step: int) -> None:
        """Go around the line, the results and the preview."""
        parts: list[Widget] = [self.line.input, self.results, self.preview]
        here = next((n for n, part in enumerate(parts) if part is self.focused), 0)
        there = parts[(here + step) % len(parts)]
        self._show(there)
        self.set_focus(there)

    def _show(self, part: Widget) -> None:
        """Have it shown before it has the focus: what is hidden can't have it."""
        if not part.display:
            part.display = True
            if part is self.preview:
                self.ask_preview()

    def action_group(self) -> None:
        """Group the results by their brief, or by their kind again."""
        self.results.group_by("brief" if self.results.grouping == "kind" else "kind")

    def action_go_back(self) -> None:
        """Back to the screen that the search was begun on."""
        self.app.pop_screen()

    # What is said -------------------------------------------------------------------------------

    def key(self, binding_id: str) -> str:
        """The first key of a binding, as a person reads it."""
        return shown_key(self.app, binding_id)

    def say_status(self) -> None:
        """The keys that lead on, or a remark."""
        cells = self.app.size.width
        help_ = f" {shown_key(self.app, 'app.help') if not self._is_in_line else 'F1'} help "
        line = Line(" ").field(self.remark or self._keys(), cells - len(help_) - 1)
        self.query_one("#status", LineBar).set_lines([line.add(help_)])

    @property
    def _is_in_line(self) -> bool:
        return isinstance(self.focused, QueryInput)

    def _keys(self) -> str:
        keys: tuple[tuple[str, str], ...]
        if self._is_in_line and self.line.asking == "name":
            keys = ("query.results", "saves"), ("query.leave", "back")
        elif self._is_in_line:
            keys = (
                ("query.results", "results"),
                ("query.earlier", "earlier"),
                ("query.leave", "back"),
            )
        else:
            keys = (
                ("results.open", "opens"),
                ("results.edit", "query"),
                ("results.group", "by brief" if self.results.grouping == "kind" else "by kind"),
                ("results.save", "save"),
                ("results.saved", "saved"),
                ("results.back", "back"),
            )
        return " · ".join(f"{self.key(name)} {words}" for name, words in keys)
