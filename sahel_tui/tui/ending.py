"""An app that ends in order: by its own keys, a signal, a terminal that is gone, or a fault."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from sahel_tui.render.safe import safe
from sahel_tui.tui.fitted import FittedApp
from sahel_tui.tui.hangup import end_when_gone

if TYPE_CHECKING:
    from rich.console import RenderableType

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
FAULT = 3
"""The exit code after a fault of the program's own."""


class EndingApp(FittedApp[int]):
    """Restores the terminal, whatever ends it, and says nothing of a brief's text."""

    fault = ""
    """What stopped it, if anything did."""
    _signal = 0
    """The signal that came before there was a loop to handle it."""

    def run_to_exit_code(self, *, mouse: bool) -> int:
        """Run in the terminal; say on stderr what stopped it, if anything did."""
        end_when_gone(0)
        for number in _ENDING:
            signal.signal(number, self._note_signal)
        # a loop of our own: asyncio.run would wait for threads that read a brief
        code = self.run(mouse=mouse, loop=asyncio.new_event_loop())
        if self.fault:
            print(f"sahel-tui: {safe(self.fault)}", file=sys.stderr)
        return code if code is not None else self.return_code or 0

    def _note_signal(self, number: int, _: object) -> None:
        self._signal = number

    def heed_signals(self) -> None:
        """Leave in order when told to: from now on, and if it has been told already."""
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self.exit, 128 + number)
        if self._signal:
            self.exit(128 + self._signal)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of our own: end with its kind and place; a traceback could quote a brief."""
        if self.return_code is not None:
            return  # it is ending already: what is being taken apart may miss its parts
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
        self.fault = f"stopped by a fault of its own: {type(error).__name__} at {place}"
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.exit(FAULT)

    def panic(self, *renderables: RenderableType) -> None:
        """End where Textual would: what it has to show could quote a brief."""
        if self.is_headless:
            super().panic(*renderables)
            return
        self.fault = self.fault or "stopped by a fault of its own in Textual"
        self.exit(FAULT)
