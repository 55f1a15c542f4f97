"""tmux as a terminal: a program runs in its pane, and what the pane shows is captured."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.terminal.emulator import Cell, Screen, Stream

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = "set -g status off\nset -g escape-time 0\nset -g default-terminal tmux-256color\n"


class Tmux:
    """A tmux server of its own."""

    def __init__(self, folder: Path) -> None:
        settings = folder / "tmux.conf"
        settings.write_text(CONFIGURATION, encoding="utf-8")
        self.command = ["tmux", "-u", "-S", str(folder / "tmux"), "-f", str(settings)]
        """The command line of a client."""

    def run(self, *arguments: str) -> str:
        """Run a command of tmux; what it prints."""
        command = [*self.command, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout

    def lines(self, rows: int) -> list[str]:
        """The text of the pane."""
        return self._padded(self.run("capture-pane", "-p"), rows)

    def cells(self, columns: int, rows: int) -> list[list[Cell]]:
        """The pane cell by cell, with styles; the blanks at the end of a row have none."""
        screen = Screen(columns, rows)
        captured = self._padded(self.run("capture-pane", "-e", "-p"), rows)
        # tmux writes a double underline, and the colours of it, in sub-parameters
        drawn = "\r\n".join(captured).replace("4:2", "21")
        Stream(screen).feed(b"\x1b[?7l" + drawn.encode())
        return screen.cells()

    @staticmethod
    def _padded(captured: str, rows: int) -> list[str]:
        return (captured.split("\n") + [""] * rows)[:rows]
