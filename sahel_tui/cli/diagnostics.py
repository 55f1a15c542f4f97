"""The talk of the command line: the only writer of stderr, and the exit codes."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, TextIO

from sahel_tui.errors import ConfigError
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.errors import Diagnostic, SahelError

FINE = 0
FINDINGS = 1
"""`check` found something in briefs that can be read; `index` left briefs out."""
COULD_NOT = 2
"""A brief, a path, an option or the output: something could not be read, used or written."""
INTERRUPTED = 130
"""By Ctrl-C, as shells have it: 128 and the signal's number."""


class Talk:
    """Says things to a person. A stderr that is closed or full stops nothing."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._reported: set[str] = set()

    def say(self, message: str) -> None:
        """One line, made safe to show."""
        if self._stream is not None:
            with contextlib.suppress(OSError, ValueError):
                self._stream.write(f"{encodable(safe(message), self._stream)}\n")
                self._stream.flush()

    @property
    def columns(self) -> int:
        """The width of the terminal that it goes to; 0 where it goes to none."""
        try:
            if self._stream is None or not self._stream.isatty():
                return 0
            return os.get_terminal_size(self._stream.fileno()).columns
        except (OSError, ValueError):
            return 0

    def over(self, message: str) -> None:
        """One line of a terminal in the place of the last one; an empty one leaves it blank."""
        room = self.columns - 1
        if self._stream is not None and room > 0:
            shown = encodable(safe(message), self._stream)[:room]
            with contextlib.suppress(OSError, ValueError):
                self._stream.write(f"\r{shown:<{room}}\r{shown}")
                self._stream.flush()

    def explain(self, error: SahelError) -> None:
        """What could not be done, and what to do about it."""
        if isinstance(error, ConfigError):
            self.report(error.diagnostics)
        self.say(f"sahel-tui: {error}{f' ({error.hint})' if error.hint else ''}")

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Why a brief was left out; what is wrong with a file that several share is said once."""
        for diagnostic in diagnostics:
            line = diagnostic_line(diagnostic)
            if line not in self._reported:
                self._reported.add(line)
                self.say(line)


def diagnostic_line(diagnostic: Diagnostic) -> str:
    """`file:line:column: severity: key: message (hint) [code]`, as compilers have it."""
    place = [diagnostic.file]
    if diagnostic.line is not None:
        place.append(str(diagnostic.line))
        if diagnostic.column is not None:
            place.append(str(diagnostic.column))
    key = f"{diagnostic.key}: " if diagnostic.key else ""
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    what = f"{key}{diagnostic.message}{hint} [{diagnostic.code}]"
    return f"{':'.join(place)}: {diagnostic.severity}: {what}"


def encodable(text: str, stream: TextIO) -> str:
    """The text with what the stream's encoding cannot write as escapes."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
