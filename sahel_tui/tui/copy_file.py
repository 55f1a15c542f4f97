"""The file that copies are written to as well: one record after the other."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def append_record(path: Path, text: str) -> None:
    """Append a record: a line that counts its characters, and the text; the file is made 0600.

    Raises OSError where it can't be written whole; a folder that is missing is not made.
    """
    record = f"--- copied: {len(text)} characters ---\n{text}\n".encode(errors="replace")
    # a pipe that nobody reads from is an error, and nothing to wait for
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOCTTY | os.O_NONBLOCK
    descriptor = os.open(path, flags, 0o600)
    try:
        if stat.S_ISCHR(os.fstat(descriptor).st_mode) and os.isatty(descriptor):
            raise OSError("it is a terminal")
        written = os.write(descriptor, record)
        while written < len(record):  # a full disk takes a part, and tells at the next
            written += os.write(descriptor, record[written:])
    finally:
        os.close(descriptor)
