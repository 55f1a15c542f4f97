"""An app that remembers how its briefs are left: when it ends in order, and when it is stopped."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from sahel_tui.render.safe import safe
from sahel_tui.tui.ahead import Asked
from sahel_tui.tui.ending import EndingApp
from sahel_tui.tui.screens.returning import ReturningScreen

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.await_complete import AwaitComplete

    from sahel_tui.tui.ahead import Opened
    from sahel_tui.tui.memory import Memory


class RememberingApp(EndingApp):
    """Notes a place when it is left; writes it where no key waits for that."""

    _asked = Asked()
    memory: Memory | None = None
    """None: nothing is remembered. It is set before the app runs."""

    def return_to(self, screen: ReturningScreen, opened: Opened) -> None:
        """Have a screen begin where its brief was left."""
        if self.memory is not None:
            place = opened.recalled.place if opened.recalled else None
            screen.return_to(place, self.memory.news(opened.recalled))

    def note_place(self) -> None:
        """Note how the briefs are left: the one that is shown, and those under it."""
        if self.memory is None:
            return
        for screen in self.screen_stack:
            with suppress(NoMatches):  # it is being put together or taken apart: nothing to note
                if isinstance(screen, ReturningScreen) and (place := screen.place()) is not None:
                    self.memory.leave(
                        Path(screen.view.path), screen.view.id, place, self._asked.paths
                    )

    def pop_screen(self) -> AwaitComplete:
        """Note how a brief is left, and close it."""
        self.note_place()
        return super().pop_screen()

    def exit(
        self,
        result: int | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End; after a fault nothing is noted, for it may be the place that brings it about."""
        if not self._exit and not self.fault:
            self.note_place()
        super().exit(result, return_code, message)

    def run_to_exit_code(self, *, mouse: bool) -> int:
        """Run, and write what is to be remembered once the terminal is as it was."""
        code = super().run_to_exit_code(mouse=mouse)
        if self.memory is not None and not self.fault and (complaint := self.memory.write()):
            print(f"sahel-tui: {safe(complaint)}", file=sys.stderr)
        return code

    def heed_signals(self) -> None:
        """Be told of a stop, too: by the loop, between two keys."""
        super().heed_signals()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTSTP, self._stop)

    def _stop(self) -> None:
        """Write, for one who is stopped may not go on; then stop as the driver does."""
        self.note_place()
        complaint = self.memory.write() if self.memory is not None else ""
        stop = getattr(self._driver, "_sigtstp_application", None)
        if stop is not None:
            stop()
        if complaint and isinstance(self.screen, ReturningScreen):
            self.screen.say(complaint)
