"""One writer at a time, told by a lock that ends with its process."""

from __future__ import annotations

import fcntl
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sahel_tui.index.failures import (
    IndexBusyError,
    IndexUnwritableError,
    said_when_unwritable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = "LOCK"


@contextmanager
def written_by_us(folder: Path) -> Iterator[None]:
    """Be the one writer of an index; IndexBusyError names the process that is it already."""
    with said_when_unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        descriptor = os.open(folder / LOCK, flags, 0o666)  # a link would lead to another's file
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise IndexUnwritableError(folder, f"{LOCK} is no regular file")
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise IndexBusyError(
                folder, os.read(descriptor, 20).decode("ascii", "replace").strip()
            ) from None
        with said_when_unwritable(folder):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
