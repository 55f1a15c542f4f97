"""The data of the command line: the only writer of stdout."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, TextIO

from sahel_tui.cli.diagnostics import encodable
from sahel_tui.errors import SahelError
from sahel_tui.render.cells import width
from sahel_tui.render.safe import safe
from sahel_tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

_NARROWEST = 20
"""Cells that the text of a row keeps, whatever stands before it."""


class OutputError(SahelError):
    """Stdout cannot be written: the disk is full, or it is closed."""


class ClosedPipeError(Exception):
    """Nobody reads stdout any more (`sahel-tui … | head`): the end of the work, and no error."""


class Output:
    """Writes lines that are safe to show, folded at the width where there is one."""

    def __init__(self, stream: TextIO | None, columns: int | None) -> None:
        self._stream = stream
        self._columns = columns or _terminal_width(stream)
        self.is_terminal = _is_terminal(stream)
        """Whether a person looks at it right away."""

    def line(self, text: str = "", indent: int = 0) -> None:
        """One line of text, indented; several where it is longer than the width."""
        self.row("", text, indent)

    def row(self, label: str, text: str, indent: int) -> None:
        """A label in a column of its own, and a text beside it, or below where that is narrow."""
        label, text = self._shown(label), self._shown(text)
        if self._columns is None:
            self._write(f"{_padded(label, indent)}{text}")
            return
        half = indent > self._columns // 2
        indent = min(indent, max(0, self._columns - _NARROWEST))
        if label and (half or width(label) >= indent):
            self._wrapped(label)
            label, indent = "", min(indent, 2)
        for start, end in wrap(text, self._columns - indent):
            gap = indent - width(label)  # a label that is wider has a line of its own
            self._write(f"{label}{' ' * gap}{text[start:end]}")
            label = ""

    @property
    def columns(self) -> int | None:
        """The width that lines are folded at, where there is one."""
        return self._columns

    def fold_at(self, columns: int) -> None:
        """Fold lines at another width."""
        self._columns = columns

    def whole(self, text: str) -> None:
        """One line that is not folded: another program reads it."""
        self._write(self._shown(text))

    def text(self, text: str) -> None:
        """A text of several lines."""
        for line in text.splitlines():
            self.line(line)

    def json(self, value: Mapping[str, Any]) -> None:
        """One JSON object on one line, in ASCII: no terminal can be moved to do anything by it."""
        self._write(json.dumps(value, ensure_ascii=True, allow_nan=False))

    def can_write(self, text: str) -> bool:
        """Whether stdout's encoding has all of a text."""
        return self._stream is None or encodable(text, self._stream) == text

    def close(self) -> None:
        """Hand on what is still held; afterwards nothing is left that could fail at exit."""
        try:
            if self._stream is not None:
                self._stream.flush()
        except (OSError, ValueError) as error:
            raise self._failure(error) from None

    def _shown(self, text: str) -> str:
        """A text on one line, as the terminal can show and stdout can write it."""
        text = safe(_flat(text))
        return encodable(text, self._stream) if self._stream is not None else text

    def _wrapped(self, text: str) -> None:
        for start, end in wrap(text, self._columns or len(text) or 1):
            self._write(text[start:end])

    def _write(self, line: str) -> None:
        if self._stream is None:
            raise OutputError("stdout is closed: there is nowhere to write to")
        try:
            self._stream.write(f"{line}\n")
        except (OSError, ValueError) as error:
            raise self._failure(error) from None

    def _failure(self, error: OSError | ValueError) -> Exception:
        self._discard()
        if isinstance(error, BrokenPipeError):
            return ClosedPipeError()
        reason = error.strerror if isinstance(error, OSError) else "it is closed"
        return OutputError(f"stdout cannot be written: {(reason or 'unknown reason').lower()}")

    def _discard(self) -> None:
        """Let what is still held go nowhere, so that Python does not fail on it when it ends."""
        try:
            if self._stream is not None:
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self._stream.fileno())
                os.close(nowhere)
        except (OSError, ValueError):
            pass


def _flat(text: str) -> str:
    """A text on one line: a line break in it is a space."""
    return " ".join(text.split("\n")).rstrip(" ") if "\n" in text else text


def _padded(label: str, cells: int) -> str:
    """A label on a line that nothing folds: two spaces follow it at least."""
    if not label:
        return " " * cells
    return label + " " * max(2 if cells else 0, cells - width(label))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _terminal_width(stream: TextIO | None) -> int | None:
    try:
        if stream is None or not stream.isatty():
            return None
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None
