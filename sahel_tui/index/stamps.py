"""By what a file is known again: its size and time of change, and else its digest."""

from __future__ import annotations

import hashlib
import json
import os
import time
from typing import NamedTuple

from sahel_tui.store.files import UnreadableError, read_bytes

_SETTLED = 2_000_000_000
"""Nanoseconds after which a change moves a file's time for certain, on every file system."""
_NEVER = -1
"""The size of a file that is not there."""


class Stamp(NamedTuple):
    """A file as it was read."""

    name: str
    """From the library's folder."""
    size: int
    mtime: int
    """Nanoseconds; 0 where the file had only just been written, so that its time tells nothing."""
    sha256: str
    """Empty where it could not be read."""


class Stamps(NamedTuple):
    """Every file that a brief was made of."""

    own: Stamp
    sources: tuple[Stamp, ...] = ()
    registry: Stamp | None = None
    """The `sahel.toml` that it shares with others."""

    @property
    def digests(self) -> tuple[str, ...]:
        """What the files say, whenever they were written."""
        shared = (self.registry.sha256,) if self.registry else ()
        return (self.own.sha256, *(one.sha256 for one in self.sources), *shared)

    def text(self) -> str:
        """As it is kept."""
        return json.dumps((self.own, self.sources, self.registry))


def stamps_in(text: str) -> Stamps:
    """Stamps as they were kept; ValueError or TypeError where these are none."""
    own, sources, registry = json.loads(text)
    shared = Stamp(*registry) if registry else None
    return Stamps(Stamp(*own), tuple(Stamp(*one) for one in sources), shared)


def stamp_of(folder: str, name: str, *, below: bool = False) -> Stamp:
    """A file as it is now; with `below`, one that a link leads out of the folder is not read."""
    path = os.path.join(folder, name)
    if below and not _is_below(path, folder):
        return Stamp(name, _NEVER, 0, "")
    size, mtime = _looked_at(path)
    if time.time_ns() - mtime < _SETTLED:
        mtime = 0
    try:
        digest = hashlib.sha256(read_bytes(path)).hexdigest()
    except UnreadableError:
        digest = ""
    return Stamp(name, size, mtime, digest)


def renewed(folder: str, stamp: Stamp, *, below: bool = False) -> Stamp:
    """The same stamp where size and time are; else the file's new one."""
    looks = _looked_at(os.path.join(folder, stamp.name))
    if stamp.sha256 and looks == (stamp.size, stamp.mtime):
        return stamp
    return stamp_of(folder, stamp.name, below=below)


def _looked_at(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return _NEVER, 0
    return status.st_size, status.st_mtime_ns


def _is_below(path: str, folder: str) -> bool:
    real = os.path.realpath(folder)
    return os.path.commonpath((real, os.path.realpath(path))) == real
