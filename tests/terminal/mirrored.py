"""A real tmux that is written what the emulator is written: what it shows is compared as well."""

from __future__ import annotations

import asyncio
import os
import shlex
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.terminal.attached import EmulatedDriver
from tests.terminal.test_tmux_cells import differences, without_end
from tests.terminal.tmux import Tmux

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.terminal.attached import Attached
    from tests.terminal.emulator import Cell

PATIENCE = 400
"""How often tmux is asked, 10 ms apart, until what it shows is wrong."""


class Mirror:
    """A pane of tmux that shows whatever is written here."""

    def __init__(self, folder: Path) -> None:
        self._tmux = Tmux(folder)
        pipe = folder / "pipe"
        os.mkfifo(pipe)
        show = f"stty raw -echo && exec cat {shlex.quote(str(pipe))}"
        self._tmux.run("new-session", "-d", "-x", "80", "-y", "24", show)
        self._tmux.run("set", "-g", "window-size", "manual")
        self._pipe = os.open(pipe, os.O_WRONLY)

    def write(self, data: bytes) -> None:
        """Have tmux show it."""
        while data:
            data = data[os.write(self._pipe, data) :]

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the pane."""
        self._tmux.run("resize-window", "-x", str(columns), "-y", str(rows))

    def rows(self, columns: int, rows: int) -> list[list[Cell]]:
        """What tmux shows, without the blanks at the end of each row."""
        return list(map(without_end, self._tmux.cells(columns, rows)))

    def close(self) -> None:
        """End tmux."""
        os.close(self._pipe)
        self._tmux.run("kill-server")


def mirrored_driver(mirror: Mirror) -> type[EmulatedDriver]:
    """A driver whose terminal is the emulator, and tmux beside it."""

    class MirroredDriver(EmulatedDriver):
        def __init__(self, app: Any, **options: Any) -> None:
            super().__init__(app, **options)
            mirror.resize(*self._get_terminal_size())

        def write(self, data: str) -> None:
            mirror.write(data.encode())
            super().write(data)

        def resize(self, columns: int, rows: int) -> None:
            mirror.resize(columns, rows)
            super().resize(columns, rows)

    return MirroredDriver


async def difference(mirror: Mirror, explorer: Attached) -> str:
    """Where tmux shows something else than is meant, once it has had the time to show it."""
    size = explorer.app.size
    meant = explorer.meant()
    ends = list(map(without_end, meant))
    for _ in range(PATIENCE):
        shown = mirror.rows(*size)
        if shown == ends:
            return ""
        await asyncio.sleep(0.01)
    return "\n".join(["in tmux:", *differences(shown, meant)])


@contextmanager
def mirror(folder: Path) -> Iterator[Mirror]:
    """A mirror with a server of its own, which ends with it."""
    made = Mirror(folder)
    try:
        yield made
    finally:
        made.close()
