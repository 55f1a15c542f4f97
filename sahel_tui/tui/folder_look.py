"""What the files of a library look like from outside: bounded, since it is looked at often."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    Seen = dict[str, tuple[int, int, int]]
    """Of each file when it was changed (ns), its size, and its number on the disk."""

MOST = 20_000
"""Files up to which a library is looked at: some 80 ms of one core."""
_LONGEST = 0.4
"""Seconds that a look may take: a network's folder takes longer."""
_BETWEEN = 500
"""Files between two looks at the clock."""


def look(tops: Iterable[Path]) -> Seen | None:
    """All files below some folders, and files; None where that is too many, or takes too long.

    As for briefs, hidden files and links to folders are passed over.
    """
    seen: Seen = {}
    latest = monotonic() + _LONGEST
    some = tuple(tops)
    if _are_many(some, latest):  # nothing is held of them
        return None
    for number, file in enumerate(_files(some)):
        _note(seen, file)
        if number % _BETWEEN == 0 and monotonic() > latest:
            return None
    return seen if monotonic() <= latest else None


def _are_many(tops: Iterable[Path], latest: float) -> bool:
    """Whether they are too many, or cannot be told in time: names alone are read."""
    for number, _ in enumerate(_files(tops)):
        if number >= MOST or (number % _BETWEEN == 0 and monotonic() > latest):
            return True
    return False


def _files(tops: Iterable[Path]) -> Iterator[str | os.DirEntry[str]]:
    folders = []
    for top in tops:
        yield from _shared_by(top)
        if os.path.isdir(top):
            folders.append(str(top))
        else:
            yield str(top)
    while folders:
        # What cannot be listed is told of by who reads it.
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield entry


def _shared_by(top: Path) -> list[str]:
    from sahel_tui.store.folders import find_library

    found = find_library(top / "any.toml" if os.path.isdir(top) else top)
    return [] if found is None else [str(found)]


def _note(seen: Seen, file: str | os.DirEntry[str]) -> None:
    try:
        status = os.stat(file) if isinstance(file, str) else file.stat()
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(status.st_mode):
        return
    place = file if isinstance(file, str) else file.path
    seen[place] = (status.st_mtime_ns, status.st_size, status.st_ino)


def changed_between(before: Seen, after: Seen) -> set[str]:
    """Files that were changed, added or removed."""
    return {place for place, _ in before.items() ^ after.items()}
