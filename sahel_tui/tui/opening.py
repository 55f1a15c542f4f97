"""Opening briefs: the first, another in its place, and one over the screen that asked for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.tui.ahead import Ahead, Opened, open_again
from sahel_tui.tui.remembering import RememberingApp
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.explorer import ExplorerScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from sahel_tui.render.terminals import Terminal
    from sahel_tui.tui.landing import Landing, OpenBrief
    from sahel_tui.tui.live_library import LiveShelf
    from sahel_tui.tui.reading_process import ReadingProcess

_PATIENCE = 0.3
"""Seconds to wait for a brief before saying that it is being read."""


class OpeningApp(RememberingApp):
    """Shows the first brief, and others when asked.

    The stack of screens is the trail: what is opened from a screen lies on it, and is taken off
    again to come back to it as it was.
    """

    def __init__(
        self, ahead: Ahead, terminal: Terminal, theme: str, *, follow_delay: float
    ) -> None:
        super().__init__(terminal, theme)
        self._ahead = ahead
        self._follow_delay = follow_delay
        self._opened = 0
        self._shelf: LiveShelf | None = None
        self._reader: ReadingProcess | None = None
        self.index: Path | None = None
        """Where indexes are kept; None: in the user's cache."""

    def get_default_screen(self) -> Screen[None]:
        """The first brief, where it has been read by now."""
        opened = self._ahead.wait(_PATIENCE)
        if opened is None:
            self.run_worker(self._wait, thread=True)
            from sahel_tui.tui.screens.problems import WaitingScreen

            return WaitingScreen("the brief")
        return self._screen_for(opened)

    def _wait(self) -> None:
        opened = self._ahead.wait(None)
        if opened is not None:
            self.call_from_thread(self.call_later, self._show, opened)

    @property
    def brief_screen(self) -> DialogScreen | None:
        """The brief that is shown, or its errors; None where something else is."""
        shown = [one for one in self.screen_stack if isinstance(one, DialogScreen)]
        return shown[-1] if shown and shown[-1].file else None

    async def _show_again(self, opened: Opened, before: DialogScreen) -> None:
        """Show another reading in the place of the one before, unless somebody has left that."""
        if self.brief_screen is not before:
            return
        if opened.complaint:
            before.say(opened.trouble)
        else:
            await self._show(opened)

    async def _show(self, opened: Opened) -> None:
        """Show a brief in the place of the one that is shown."""
        self.note_place()
        screen, old = self._screen_for(opened), self.brief_screen
        if old is not None and old.file == screen.file:
            screen.resume(old.left())
        if old is None or old is self.screen_stack[0]:
            await self._show_alone(screen)
            return
        while self.screen is not old:
            await self.pop_screen()
        await self.switch_screen(screen)

    async def _show_alone(self, screen: Screen[None]) -> None:
        """Show it in a stack of screens of its own, and drop the last one's."""
        last = self.current_mode
        mode = f"opened-{self._opened}"
        self._opened += 1
        self.add_mode(mode, lambda: screen)
        await self.switch_mode(mode)
        if last in self._modes:
            await self.remove_mode(last)

    def _screen_for(self, opened: Opened) -> DialogScreen:
        self._asked = opened.asked
        if opened.reading is not None:
            screen = ExplorerScreen(
                opened.reading, briefs=opened.asked.number, follow_delay=self._follow_delay
            )
            screen.stamps = opened.stamps
            self.return_to(screen, opened)
            return screen
        if opened.complaint:
            self.fault = opened.trouble
            self.call_later(self.exit, 2)
        from sahel_tui.tui.screens.problems import ProblemsScreen

        problems = ProblemsScreen(opened.file, opened.problems)
        problems.stamps = opened.stamps
        return problems

    # Another brief ----------------------------------------------------------------------------

    @property
    def reader(self) -> ReadingProcess:
        """What reads all briefs but the first."""
        if self._reader is None:
            from sahel_tui.tui.reading_process import ReadingProcess

            self._reader = ReadingProcess()
        return self._reader

    def on_open_brief(self, message: OpenBrief) -> None:
        """Open a brief over the screen that asks for it."""
        path, landing, under = message.path, message.landing, self.screen
        asked, memory, reader = self._asked, self.memory, self.reader

        def read() -> None:
            opened = open_again(path, asked, memory, reader.opened)
            self.call_from_thread(self.call_later, self._lay_over, opened, landing, under)

        self.run_worker(read, thread=True, exclusive=True)

    async def _lay_over(self, opened: Opened, landing: Landing, under: Screen[None]) -> None:
        if self.screen is not under:
            return  # who asked has gone elsewhere
        if opened.complaint:
            if isinstance(under, DialogScreen):
                under.say(opened.trouble)
            return
        screen = self._screen_for(opened)
        if isinstance(screen, ExplorerScreen):
            screen.land(landing)
        await self.push_screen(screen)

    def action_go_back(self) -> None:
        """Back to the screen under this one, if there is one."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    async def action_open_briefs(self) -> None:
        """The list of all briefs; one that lies under what is shown is come back to."""
        from sahel_tui.tui.screens.briefs import BriefsScreen

        if any(isinstance(one, BriefsScreen) for one in self.screen_stack):
            while not isinstance(self.screen, BriefsScreen):
                await self.pop_screen()
            return
        shown = self.brief_screen
        order = shown.reading.marking_order if isinstance(shown, ExplorerScreen) else ()
        here = shown.file if shown else ""
        await self.push_screen(BriefsScreen(self.shelf, self._asked.few, here, order))

    @property
    def shelf(self) -> LiveShelf:
        """The library, which is read from when it is first asked for."""
        if self._shelf is None:
            from sahel_tui.tui.live_library import LiveShelf

            shown = [one for one in self.screen_stack if isinstance(one, ExplorerScreen)]
            known = [one.reading for one in shown if not one.news]
            self._shelf = LiveShelf(
                self._asked.paths, self._tell_growth, known, self.index, self.reader
            )
            self._shelf.open()
        self.run_worker(self.reader.make_ready, thread=True, group="reader")
        return self._shelf

    def _tell_growth(self) -> None:
        """In the library's thread: there is more of it."""
        with suppress(RuntimeError):  # the app has ended meanwhile
            self.call_from_thread(self.call_later, self._grow)

    def _grow(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, DialogScreen) and screen.is_mounted:
                screen.library_grew()

    def action_reload_brief(self) -> None:
        """Read the brief that is shown again."""
        shown = self.brief_screen
        if shown is not None:
            self._read_again(shown)

    def _read_again(self, shown: DialogScreen) -> None:
        path, asked, memory, reader = Path(shown.file), self._asked, self.memory, self.reader

        def read() -> None:
            opened = open_again(path, asked, memory, reader.opened, anew=True)
            self.call_from_thread(self.call_later, self._show_again, opened, shown)

        self.run_worker(read, thread=True, exclusive=True)
