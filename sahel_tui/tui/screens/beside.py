"""A list across briefs, and beside it (or below) what its row rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment

from sahel_tui.tui.bindings import bound
from sahel_tui.tui.layouts import layout_for
from sahel_tui.tui.screens.across import AcrossScreen
from sahel_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from sahel_tui.tui.messages import ItemHighlighted
    from sahel_tui.tui.widgets.item_list import ItemList

    Shows = Callable[[], None]
    """Puts into the preview what was found; called on the app's loop."""


class PreviewList(ChoiceList):
    """What the row under the cursor rests on; Enter goes there, too."""

    CHOOSES: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [bound("preview.open", "choose_item")]

    @property
    def measure_width(self) -> int:
        """The cells that an item's lines have."""
        return self._cells()

    def margin_cell(self, item: int, line: int) -> Segment:
        """The cursor is drawn while the focus is here."""
        return super().margin_cell(item, line) if self.has_focus else Segment(" ")

    def _set_focused(self, *, focused: bool) -> None:
        super()._set_focused(focused=focused)
        self.redraw_item(self.cursor, cells=self.GUTTER)


class BesideScreen(AcrossScreen):
    """The preview follows the cursor, a moment later, from a thread."""

    DEFAULT_CSS = """
    BesideScreen #rows { height: 5fr; width: 1fr; }
    BesideScreen #preview { height: 4fr; width: 1fr; }
    BesideScreen.beside #rows { width: 11fr; height: 1fr; }
    BesideScreen.beside #preview { width: 9fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [bound("across.part", "next_part")]

    SIDE_BY_SIDE: ClassVar[bool] = True
    """Whether the preview stands beside the list, where there is room."""

    def __init__(self, *, delay: float) -> None:
        super().__init__()
        self._delay = delay
        """Seconds after which the preview follows the cursor."""
        self._previewed = 0
        """The number of the last row that was to be previewed: what comes late is dropped."""
        self._preview_timer: Timer | None = None

    # What a screen gives ------------------------------------------------------------------------

    def list_widget(self) -> ItemList:
        """The list, with the id `rows`."""
        raise NotImplementedError

    def preview_job(self) -> Callable[[], Shows] | None:
        """What a thread finds out of the row under the cursor; None where nothing is to be."""
        raise NotImplementedError

    # The arrangement ----------------------------------------------------------------------------

    def body(self) -> Iterable[Widget]:
        """The list and the preview."""
        yield self.list_widget()
        yield PreviewList(id="preview")

    @property
    def preview(self) -> PreviewList:
        """What the row rests on."""
        return self.query_one(PreviewList)

    def lay_out(self) -> None:
        """Both where there is room for them, else the one with the focus."""
        super().lay_out()
        size = self.app.size
        layout = layout_for(size.width, size.height)
        beside = self.SIDE_BY_SIDE and layout in ("wide", "beside")
        self.set_class(beside, "beside")
        alone, reading = layout == "single", self.focused is self.preview
        self.query_one("#rows").display = not (alone and reading)
        self.preview.display = not alone or reading

    def on_descendant_focus(self) -> None:
        """Where there is room for one alone, it is the one with the focus."""
        if not self.has_dialog:
            self.lay_out()

    def action_next_part(self) -> None:
        """To the preview, and back to the list."""
        rows = self.query_one("#rows")
        there = rows if self.focused is self.preview else self.preview
        there.display = True
        self.set_focus(there)

    def action_go_back(self) -> None:
        """From the preview, where it is alone, back to the list; else to where one was."""
        if self.focused is self.preview and not self.query_one("#rows").display:
            self.action_next_part()
        else:
            super().action_go_back()

    # The preview --------------------------------------------------------------------------------

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """The cursor moved: soon the preview follows."""
        if message.pane is self.preview:
            return
        self._previewed += 1
        if self._preview_timer is not None:
            self._preview_timer.stop()
        if self._delay:
            self._preview_timer = self.set_timer(self._delay, self._follow)
        else:
            self._follow()

    def _follow(self) -> None:
        number, job = self._previewed, self.preview_job()
        if job is None:
            self.preview.set_items("nothing to show", 0, lambda _item, _cells: ())
            return

        def find() -> None:
            if number == self._previewed:
                self.hand(self._show_preview, number, job())

        self.run_worker(self._heeding(find), thread=True, group="preview")

    def _show_preview(self, number: int, shows: Shows) -> None:
        if number == self._previewed:
            shows()
