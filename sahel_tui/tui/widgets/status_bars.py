"""The tabs above the panes, and the status under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import BAR, DIM, PLAIN, STRONG
from sahel_tui.render.words import counted, quoted
from sahel_tui.tui.brief_files import news_words
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.widgets.bars import LineBar
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from sahel_tui.tui.screens.panes import PanesScreen


class TabsBar(LineBar):
    """The panes by number, where not all of them show; else the brief's title."""

    _ends: Sequence[tuple[int, str]] = ()
    """The column before which each pane's name ends."""

    class Pressed(Message):
        """A pane's name was clicked."""

        def __init__(self, pane_id: str) -> None:
            super().__init__()
            self.pane_id = pane_id

    def show(self, screen: PanesScreen, *, all_panes: bool) -> None:
        """Bring it up to date."""
        self._ends = ()
        self.set_lines([self._title(screen) if all_panes else self._tabs(screen)])

    def on_click(self, event: events.Click) -> None:
        """Say which pane is wanted."""
        event.stop()
        pane_id = next((pane_id for end, pane_id in self._ends if event.x < end), "")
        if pane_id:
            self.post_message(self.Pressed(pane_id))

    def _title(self, screen: PanesScreen) -> Line:
        view = screen.view
        line = Line(f" {view.title}", STRONG).add(f" · {view.published.label}")
        if view.publisher:
            line.add(f" · {view.publisher}", DIM)
        return line

    def _tabs(self, screen: PanesScreen) -> Line:
        line = self._tabs_in(screen, roomy=True)
        return line if line.width <= screen.app.size.width else self._tabs_in(screen, roomy=False)

    def _tabs_in(self, screen: PanesScreen, *, roomy: bool) -> Line:
        here = {screen.state.list_id} if screen.focused_pane is not screen.reader else {"source"}
        line = Line()
        ends: list[tuple[int, str]] = []
        for pane in screen.lists:
            style = BAR if pane.id in here else PLAIN
            name = pane.TITLE if roomy else pane.TITLE[0]
            of = f"{len(pane.shown):,}/" if pane.hidden else ""
            line.add(f" {_key(screen, f'pane.{pane.id}')} {name} {of}{len(pane.rows):,} ", style)
            ends.append((line.width, pane.id or ""))
        style = BAR if "source" in here else PLAIN
        key = _key(screen, "pane.source")
        line.add(f" {key} {'Source' if roomy else 'S'} ", style)
        self._ends = (*ends, (line.width, "source"))
        return line


class StatusBar(LineBar):
    """The brief, what the focused pane hides, and the keys that lead on."""

    def show(self, screen: PanesScreen, briefs: int, remark: str) -> None:
        """Bring it up to date; a remark stands in the place of the brief's title, or of all."""
        cells = screen.app.size.width
        help_ = f" {_key(screen, 'app.help')} help "
        for left_out in range(3):
            tail = f" {' '.join(self._facts(screen, briefs, left_out))}{help_}"
            if width(safe(tail)) <= cells:
                break
        remark = remark or news_words(screen.news, _key(screen, "brief.reload"))
        title = remark or screen.view.title
        if remark and width(safe(remark)) > cells - width(safe(tail)) - 2:
            tail = ""
        room = max(0, cells - width(safe(tail)))
        line = Line(" ").field(title, room - 1, STRONG) if room > 8 else Line()
        self.set_lines([line.add(tail)])

    def _facts(self, screen: PanesScreen, briefs: int, left_out: int) -> list[str]:
        """What there is to say; where there is little room without what the heading says too."""
        facts = []
        pane = screen.focused_pane
        if isinstance(pane, ClaimList):
            if pane.filter_text:
                facts.append(f"& {quoted(pane.filter_text)} hides {pane.hidden:,} ·")
            if pane.where and not left_out:
                facts.append(f"{pane.where} ·")
        if found := len(screen.reading.diagnostics):
            facts.append(f"{counted(found, 'finding')} ({_key(screen, 'brief.findings')}) ·")
        if left_out < 2:
            facts.append(f"this brief ({_key(screen, 'scope.toggle')}) ·")
        if marked := getattr(screen, "marked", ()):
            here = isinstance(pane, ClaimList) and pane.current_claim in marked
            words = f"marked, {len(marked):,} in all" if here else f"{len(marked):,} marked"
            facts.append(f"{words} ({_key(screen, 'marks.show')}) ·")
        if not screen.state.follow:
            facts.append(f"not following ({_key(screen, 'evidence.follow')}) ·")
        if screen.state.zoomed:
            facts.append(f"zoomed ({_key(screen, 'pane.zoom')}) ·")
        if briefs > 1 and not left_out:
            facts.append(f"{briefs:,} briefs ({_key(screen, 'brief.open')}) ·")
        return facts


def _key(screen: PanesScreen, binding_id: str) -> str:
    return shown_key(screen.app, binding_id)
