"""What can be wrong with an index, said so that a person can mend it."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REBUILD = "`sahel-tui index --rebuild` builds it anew; no brief is touched"


class IndexFailedError(SahelError):
    """An index that cannot be used; the briefs can be read without it."""


class IndexMissingError(IndexFailedError):
    """There is no index of this library."""

    def __init__(self, library: Path | str) -> None:
        super().__init__(f"there is no index of {library} yet", "`sahel-tui index` builds it")


class IndexDamagedError(IndexFailedError):
    """A file of the index is not what was written."""

    def __init__(self, file: Path | str, what: str) -> None:
        super().__init__(f"the index is damaged: {file} {what}", REBUILD)


class IndexVersionError(IndexFailedError):
    """Another version of the program made it: that one writes, or reads briefs, in another way."""

    def __init__(self) -> None:
        message = "the index is of another version of the program"
        super().__init__(message, "`sahel-tui index` makes it anew")


class IndexUnreadableError(IndexFailedError):
    """The index may not be read, or lies on a disk that fails."""

    def __init__(self, file: Path, reason: str) -> None:
        hint = "check who may read it, or name another folder, with `--index` or `index`"
        super().__init__(f"the index cannot be read: {file}: {reason}", hint)


class IndexBusyError(IndexFailedError):
    """Another process writes this index."""

    def __init__(self, folder: Path, pid: str) -> None:
        who = f"process {pid}" if pid else "another process"
        message = f"{who} is writing the index in {folder}"
        super().__init__(message, "wait until it is done; what is there can be read meanwhile")


class IndexUnwritableError(IndexFailedError):
    """The index cannot be written: the disk is full, the folder is gone or of somebody else."""

    def __init__(self, folder: Path, reason: str) -> None:
        message = f"the index cannot be written to {folder}: {reason}"
        super().__init__(message, "make room or name another folder, with `--index` or `index`")


class IndexReadersError(IndexFailedError):
    """The processes that read briefs end before they have begun."""

    def __init__(self) -> None:
        message = "the index cannot be made: the processes that read briefs do not start"
        super().__init__(message, "is there memory enough, and may this user start processes?")


_DAMAGE = (sqlite3.Error, ValueError, TypeError, LookupError, OverflowError, RecursionError)
"""What reading values raises that nobody wrote so."""


class StoppedError(Exception):
    """A search was cancelled: nobody waits for its answer."""


class HurriedError(StoppedError):
    """Enough has been looked at for somebody who types."""


@contextmanager
def said_when_unwritable(folder: Path) -> Iterator[None]:
    """Whatever keeps a file of the index from being written, as IndexUnwritableError."""
    try:
        yield
    except OSError as error:
        raise IndexUnwritableError(folder, (error.strerror or "unknown reason").lower()) from None
    except sqlite3.Error as error:
        raise IndexUnwritableError(folder, str(error).lower()) from None


@contextmanager
def said_when_damaged(file: Path) -> Iterator[None]:
    """Whatever keeps a file of the index from being read, as IndexDamagedError."""
    try:
        yield
    except sqlite3.ProgrammingError:  # it was closed while another thread was at it
        raise StoppedError from None
    except sqlite3.OperationalError as error:
        if _code(error) == sqlite3.SQLITE_INTERRUPT:
            raise StoppedError from None
        raise IndexDamagedError(file, f"cannot be read: {error}") from None
    except _DAMAGE as error:
        raise IndexDamagedError(file, f"cannot be read: {error}") from None


def is_full(error: sqlite3.Error) -> bool:
    """Whether it is the disk that fails, and not what is on it."""
    full = sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY
    return _code(error) & 0xFF in full


def _code(error: sqlite3.Error) -> int:
    """SQLite's own; 0 for what Python says, as of a text that is no UTF-8."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code
