"""Files that are whole or not there, whatever ends the program."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNFINISHED = ".tmp"
"""How the name of a file ends that is being written."""


def unfinished(path: Path) -> Path:
    """Where a file is written before it has its name."""
    return path.with_name(path.name + UNFINISHED)


def write_durably(path: Path, data: bytes) -> None:
    """Write a file, so that its name stands for all of it or for what was there before."""
    with suppress(FileNotFoundError):
        os.unlink(unfinished(path))  # of a run that was ended, or a link to who knows what
    with open(unfinished(path), "xb") as file:
        file.write(data)
    finish(path)


def finish(path: Path) -> None:
    """Give a file that was written under its unfinished name its own, once it is on the disk."""
    _sync(unfinished(path))
    os.replace(unfinished(path), path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
