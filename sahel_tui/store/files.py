"""Bytes from disk: regular files only, of a bounded size, as UTF-8."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""The largest brief, and the largest source, that is read."""


class UnreadableError(SahelError):
    """A file that cannot be read; the message continues "the file …"."""

    def __init__(
        self, code: str, message: str, hint: str, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message, hint)
        self.code = code
        self.line = line
        self.column = column


def read_bytes(path: Path | str, most: int = MAX_BYTES + 1) -> bytes:
    """The (first) bytes of a regular file of at most 64 MiB; UnreadableError for anything else."""
    try:
        # Looked at first: to open a device or a pipe can already do harm, or wait for ever.
        _check(os.stat(path))
        with open(path, "rb", opener=_open_at_once) as file:
            status = os.fstat(file.fileno())
            _check(status)
            # Room for all that may be read, and not needed, takes longer than to read a brief.
            data = file.read(min(most, status.st_size + 1))
            if len(data) > status.st_size:  # it has grown, or is one that does not tell its size
                data += file.read(most - len(data))
    except FileNotFoundError:
        raise UnreadableError("file-missing", "does not exist", "check the name") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        message = f"cannot be read: {(reason or 'its name is not valid').lower()}"
        raise UnreadableError("file-unreadable", message, "check it, and its permissions") from None
    if len(data) > MAX_BYTES:
        raise _too_large()
    return data


def decode(data: bytes) -> str:
    """The text of UTF-8 bytes, without a byte order mark; UnreadableError says where it is none."""
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode().removeprefix("\ufeff")) + 1
        byte = f"0x{data[error.start]:02X}"
        message = f"is not UTF-8: byte {error.start} (line {line}, column {column}) is {byte}"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            message = "is not UTF-8: it begins like UTF-16"
        raise UnreadableError("not-utf8", message, "save the file as UTF-8", line, column) from None


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("not-a-file", "is a folder", "name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("not-a-file", "is not a regular file", "copy it into a file first")
    if status.st_size > MAX_BYTES:
        raise _too_large()


def _too_large() -> UnreadableError:
    return UnreadableError("too-large", "is over 64 MiB", "split it into several")
