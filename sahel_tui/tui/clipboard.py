"""Sending a copy: to tmux, or to the terminal in a sequence of its own (OSC 52); and to a file.

Nobody answers for a clipboard: what is said is what was sent, not that it arrived.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.clipboards import route
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sahel_tui.config import Settings
    from sahel_tui.render.clipboards import Route

LONGEST = 74_994
"""Characters of base64 that are sent at most: what terminals and what is between them let pass."""
_CHUNK = 240
"""Characters of a string for GNU screen, whose older versions hold 256 bytes of one."""
_TMUX = ("tmux", "load-buffer", "-w", "-")
_PATIENCE = 5.0
"""Seconds for tmux to answer."""


class Copy(NamedTuple):
    """A text to send, and how it is marked."""

    text: str
    marking: str | None
    order: tuple[str, ...] = ()
    """Its library's order of markings, lowest first."""


def sequence(text: str, way: Route) -> str:
    """What puts a text on the clipboard (OSC 52); empty where it is too long for that."""
    from base64 import b64encode

    code = b64encode(text.encode(errors="replace")).decode()
    if len(code) > LONGEST:
        return ""
    plain = f"\x1b]52;c;{code}\x07"
    if way != "screen":
        return plain
    # screen keeps sequences that it doesn't know to itself, but for those in a string (DCS)
    chunks = (plain[at : at + _CHUNK] for at in range(0, len(plain), _CHUNK))
    return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)


class Clipboard:
    """Sends one copy after the other, none of them above the ceiling."""

    def __init__(
        self, settings: Settings, environment: Mapping[str, str], write: Callable[[str], None]
    ) -> None:
        self._ceiling = settings.ceiling
        self._file = settings.copy_file
        self._way = route({**environment, "TERM": settings.term})
        self._write = write
        self._turn = asyncio.Lock()

    async def send(self, copy: Copy) -> str:
        """Send a copy wherever it is to go; what was done with it, in words."""
        if refused := self._refusal(copy):
            return refused
        async with self._turn:
            filed = ""
            if self._file is not None:
                filed = await asyncio.to_thread(_file_away, self._file, copy.text) + "; "
            return filed + await self._offer(copy.text)

    def _refusal(self, copy: Copy) -> str:
        from sahel_tui.model.markings import above

        if self._ceiling and above(copy.marking, self._ceiling, copy.order):
            return f"not copied: {copy.marking} is above the ceiling {self._ceiling}"
        return ""

    async def _offer(self, text: str) -> str:
        size = counted(len(text), "character")
        hint = "" if self._file else "; --copy-file FILE writes it"
        if self._way == "tmux":
            fault = await asyncio.to_thread(_load_buffer, text)
            if fault:
                return f"tmux did not take it: {fault}{hint}"
            return f"{size} in tmux's buffer, and offered to the terminal"
        if self._way == "none":
            return f"this terminal has no clipboard: nothing was sent{hint}"
        sent = sequence(text, self._way)
        if not sent:
            over = f"over the {LONGEST // 1000} kB that terminals take"
            return f"{over}: nothing was sent{hint}"
        self._write(sent)
        return f"{size} sent to the terminal's clipboard (may be refused there)"


def _file_away(path: Path, text: str) -> str:
    from sahel_tui.tui.copy_file import append_record

    try:
        append_record(path, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return f"NOT in {path.name}: {why}"
    return f"appended to {path.name}"


def _load_buffer(text: str) -> str:
    """Give a text to tmux; why it didn't take it, if it didn't."""
    import subprocess

    try:
        done = subprocess.run(
            _TMUX,
            input=text.encode(errors="replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        return "there is no program of that name"
    except subprocess.TimeoutExpired:
        return f"no answer within {_PATIENCE:.0f} s"
    except OSError as error:
        return error.strerror or str(error)
    if done.returncode == 0:
        return ""
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[0] if lines else f"exit code {done.returncode}"
