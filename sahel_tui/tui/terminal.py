"""The driver of the terminal: what Textual's own leaves undone."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App


class TerminalDriver(LinuxDriver):
    """Draws on standard output, so that errors can go elsewhere; comes back from any stop."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if isinstance(sys.__stdout__, io.TextIOWrapper):
            # what the terminal's encoding lacks is escaped, as standard error does
            sys.__stdout__.reconfigure(errors="backslashreplace")
            self._file = sys.__stdout__

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop; one that nobody can prepare for (SIGSTOP) is made up for first."""
        if self._auto_restart and not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()
