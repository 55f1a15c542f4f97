"""The panes of the library, and how they are arranged: as those of a brief are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sahel_tui.render.line import Line
from sahel_tui.render.styles import BAR, PLAIN
from sahel_tui.tui.bindings import COPY_BINDINGS, FIND_BINDINGS, PANE_BINDINGS, bound
from sahel_tui.tui.keymap import key_name, keys_of
from sahel_tui.tui.layouts import LAYOUTS, layout_for
from sahel_tui.tui.screens.beside import BesideScreen, PreviewList
from sahel_tui.tui.widgets.bars import LineBar
from sahel_tui.tui.widgets.line_cache import Frame
from sahel_tui.tui.widgets.scope_list import ScopeList
from sahel_tui.tui.widgets.scope_lists import ScopeActors, ScopePoints, ScopeTies
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

    from sahel_tui.tui.widgets.line_view import LineView

LIST_IDS = ("points", "actors", "relations", "events")
_OF_A_BRIEF = (
    "copy.shown",
    "marks.row",
    "marks.show",
    "evidence.resting",
    "brief.findings",
    "brief.about",
)
"""Bindings that only a brief has: here their keys say so, where they have no other use."""


class LibraryPanes(BesideScreen, inherit_bindings=False):
    """Four lists and the preview, where a brief has its source."""

    DEFAULT_CSS = """
    LibraryPanes {
        #lists { layout: vertical; width: 1fr; height: 1fr; }
        #preview { width: 1fr; height: 1fr; }
        &.wide #across, &.beside #across { layout: horizontal; }
        &.wide #lists { width: 4fr; }
        &.wide #preview { width: 3fr; border-left: vkey ansi_default; max-width: 112; }
        &.beside #lists { width: 11fr; }
        &.beside #preview { width: 9fr; border-left: vkey ansi_default; }
        &.under #across { layout: vertical; }
        &.under #lists { height: 5fr; }
        &.under #preview { height: 4fr; }
        &.under.drawn #lists { height: 13fr; }
        &.wide #points { height: 13fr; }
        &.wide #actors { height: 8fr; }
        &.wide #relations { height: 9fr; }
        &.wide #events { height: 10fr; }
        #preview.alone { border-left: none; max-width: 100%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *PANE_BINDINGS,
        *FIND_BINDINGS,
        *COPY_BINDINGS,
        bound("scope.toggle", "app.toggle_scope"),
        bound("evidence.next", "next_found(1)"),
        bound("evidence.previous", "next_found(-1)"),
        bound("evidence.follow", "toggle_follow"),
        bound("trail.back", "go_back"),
        bound("brief.open", "app.open_briefs"),
        bound("library.reload", "app.look_again"),
    ]

    def __init__(self, *, list_id: str, delay: float) -> None:
        super().__init__(delay=delay)
        self.list_id = list_id
        """The list that shows where there is room for one alone."""
        self.zoomed = False
        """Whether the focused pane is alone."""
        self._row_previewed: tuple[str | None, int] = (None, 0)
        """The list and the row that the preview is of."""

    def body(self) -> Iterable[Widget]:
        """The lists, and what the row under the cursor rests on."""
        with Frame(id="lists"):
            yield ScopePoints(id="points")
            yield ScopeActors(id="actors")
            yield ScopeTies(id="relations")
            yield ScopeEvents(id="events")
        yield PreviewList(id="preview")

    # Panes ----------------------------------------------------------------------------------------

    @property
    def lists(self) -> list[ScopeList[Any]]:
        """The four lists."""
        return [self.pane(pane_id) for pane_id in LIST_IDS]

    def pane(self, pane_id: str) -> ScopeList[Any]:
        """A list by its id."""
        return self.query_one(f"#{pane_id}", ScopeList)

    @property
    def here(self) -> ScopeList[Any]:
        """The list with the focus, or the one that had it last."""
        focused = self.focused
        return focused if isinstance(focused, ScopeList) else self.pane(self.list_id)

    @property
    def focused_pane(self) -> LineView:
        """The preview, or a list."""
        return self.preview if self.focused is self.preview else self.here

    def lay_out(self) -> None:
        """Show the panes that there is room for."""
        size = self.app.size
        self.query_one("#detail").styles.height = 2 if size.height >= 30 else 1
        layout = layout_for(size.width, size.height)
        for name in LAYOUTS:
            self.set_class(name == layout, name)
        alone, drawn = layout == "single" or self.zoomed, self.draws()
        reading = alone and self.focused is self.preview
        for pane in self.lists:
            mine = pane.id == self.list_id
            pane.display = not reading and (mine or (layout == "wide" and not alone and not drawn))
        self.query_one("#lists").display = not reading
        self.preview.display = reading or not alone
        self.preview.set_class(alone, "alone")

    def draws(self) -> bool:
        """Whether one of the lists is a drawing, which takes the column of all."""
        return False

    def on_descendant_focus(self, event: events.DescendantFocus | None = None) -> None:
        """Another pane has the focus."""
        del event
        if self.has_dialog:
            return
        if isinstance(self.focused, ScopeList) and self.focused.id:
            self.list_id = self.focused.id
        self.lay_out()
        self.tell()
        self.call_after_refresh(self.catch_up)
        self.call_after_refresh(self._preview_here)

    def _preview_here(self) -> None:
        if self.preview.display and self._row_previewed != (self.here.id, self.here.cursor):
            self._previewed += 1
            self._follow_row()

    def _follow_row(self) -> None:
        self._row_previewed = (self.here.id, self.here.cursor)
        super()._follow()

    def catch_up(self) -> None:
        """Bring what shows now up to date."""
        raise NotImplementedError

    def action_show_pane(self, pane_id: str) -> None:
        """Go to a pane; the preview stands where a brief has its source."""
        if pane_id in LIST_IDS:
            self.list_id = pane_id
        there = self.pane(pane_id) if pane_id in LIST_IDS else self.preview
        self.query_one("#lists").display = there.display = True
        self.set_focus(there)
        self.lay_out()

    def action_next_pane(self, step: int) -> None:
        """Go around the panes."""
        panes = (*LIST_IDS, "preview")
        index = panes.index(self.focused_pane.id or LIST_IDS[0])
        self.action_show_pane(panes[(index + step) % len(panes)])

    def action_zoom_pane(self) -> None:
        """This pane alone, and back."""
        self.zoomed = not self.zoomed
        self.lay_out()
        self.tell()

    def on_key(self, event: events.Key) -> None:
        """Say of a key that works in a brief how to get there."""
        busy = self.has_dialog or self.is_typing
        if busy or event.key in self.active_bindings:
            return
        if any(event.key in keys_of(self.app, name) for name in _OF_A_BRIEF):
            opens = f"{self.key('library.open')} opens it"
            self.say(f"{key_name(event.key)} works in the brief: {opens}.")

    # The line above them --------------------------------------------------------------------------

    def tell(self) -> None:
        """Title or tabs, detail and status."""
        super().tell()
        if not self.has_class("wide") or self.zoomed or self.has_class("drawn"):
            self.query_one("#title", LineBar).set_lines([self._tabs()])

    def _tabs(self) -> Line:
        line = self._tabs_in(roomy=True)
        return line if line.width <= self.app.size.width else self._tabs_in(roomy=False)

    def _tabs_in(self, *, roomy: bool) -> Line:
        line, here = Line(), self.focused_pane
        for pane in self.lists:
            name = pane.TITLE if roomy else pane.TITLE[0]
            of = f"{len(pane.shown):,}/" if pane.filter_text and pane.all_looked else ""
            number = "" if pane.is_unasked else f"{of}{pane.total} "
            style = BAR if pane is here else PLAIN
            line.add(f" {self.key(f'pane.{pane.id}')} {name} {number}", style)
        words = "Passages" if roomy else "P"
        return line.add(
            f" {self.key('pane.source')} {words} ", BAR if here is self.preview else PLAIN
        )

    # Search and filter ----------------------------------------------------------------------------

    _purpose = "filter"

    async def action_open_prompt(self, purpose: str = "filter") -> None:
        """Type a search or a filter for this list."""
        if self.focused is self.preview:
            self.say(f"This has nothing to search: {self.key('pane.events')} is the timeline.")
            return
        self._purpose = purpose
        await super().action_open_prompt()
        if self._prompt is not None and purpose == "search":
            self._start = self.here.cursor
            self._before = self.here.search_text
            self._prompt.open_for("search", "")

    _start = 0
    """Where the cursor was when typing began."""

    @property
    def filter_text(self) -> str:  # type: ignore[override]
        """What stands of what is typed."""
        return self.here.search_text if self._purpose == "search" else self.here.filter_text

    def filter_rows(self, text: str) -> None:
        """Search or filter the list."""
        if self._purpose == "search":
            self.here.search_rows(text, self._start)
        else:
            self.here.filter_rows(text)
        self.catch_up()
        self.tell()

    def _show_prompt(self, *, shown: bool) -> None:
        pane = self.here
        if self._prompt is not None:
            self._prompt.display = self.is_typing = shown
        self.query_one("#status").display = not shown
        if not shown:
            self.set_focus(pane)

    def action_clear_find(self) -> None:
        """Clear one thing: the search, else the filter, else the zoom."""
        pane = self.here
        self._purpose = "search" if pane.search_text else "filter"
        if self.filter_text:
            self._start = pane.cursor
            self.filter_rows("")
        elif self.zoomed:
            self.action_zoom_pane()

    def action_next_found(self, step: int) -> None:
        """Go to the next match of this list's search, else to the next passage beside it."""
        if self.here.search_text:
            self.here.next_match(step)
            self.tell()
        elif self.preview.display:
            self.preview.action_move_cursor(step)
        else:
            self.say(f"No search here: {self.key('find.search')} begins one.")
