"""`CURRENT`: which files an index consists of. It alone is ever replaced."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui import __version__
from sahel_tui.index.durable import write_durably
from sahel_tui.index.failures import (
    IndexDamagedError,
    IndexMissingError,
    IndexUnreadableError,
    IndexVersionError,
)
from sahel_tui.store.files import UnreadableError, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

CURRENT = "CURRENT"
FORMAT = 6
"""Of all files of an index: another number with whatever changes them, the terms included."""


_OURS = re.compile(r"(shard|delta)-[0-9a-f]{16}\.db|words-[0-9a-f]{16}\.bin")
"""The names that files have: none leads out of the folder."""
_TOO_LARGE = 1 << 63


class ShardFile(NamedTuple):
    """One file of briefs; it is never changed."""

    name: str
    size: int
    sha256: str
    briefs: int
    """How many are in it, those that are out of date as well."""
    first: int
    """The day of its oldest brief."""
    last: int
    """The day of its newest."""
    dead: tuple[int, ...] = ()
    """Ids in it that are out of date: of changed and of removed briefs."""


class Current(NamedTuple):
    """What an index consists of."""

    library: str
    """The real path of the library, for people."""
    words: str
    """The file of the dictionary that documents are compressed with."""
    program: str = __version__
    """The version that made it: another one may read briefs in another way."""
    shards: tuple[ShardFile, ...] = ()
    """The newest briefs first."""
    delta: ShardFile | None = None
    """What changed since the shards were written, in no order."""

    @property
    def files(self) -> tuple[ShardFile, ...]:
        """The shards, and the delta where there is one."""
        return (*self.shards, self.delta) if self.delta else self.shards


def read_current(folder: Path, library: Path | str) -> Current:
    """What an index consists of; IndexMissingError, IndexVersionError or IndexDamagedError."""
    path = folder / CURRENT
    try:
        data = read_bytes(path)
    except UnreadableError as error:
        if isinstance(error.__context__, FileNotFoundError | NotADirectoryError):
            raise IndexMissingError(library) from None
        raise IndexUnreadableError(path, str(error)) from None
    try:
        return _current(json.loads(data))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise IndexDamagedError(path, "is not as it was written") from None


def _current(value: dict[str, Any]) -> Current:
    if type(value["format"]) is not int:
        raise TypeError(value)
    if value["format"] != FORMAT:  # whatever else is in it, this version can't tell
        raise IndexVersionError
    if value.pop("sha256") != _digest(value):
        raise ValueError(value)
    shards = tuple(_shard(one) for one in value["shards"])
    delta = _shard(value["delta"]) if value["delta"] else None
    found = Current(value["library"], value["words"], value["program"], shards, delta)
    names = [found.words, *(one.name for one in found.files)]
    texts = (found.library, found.program, *names)
    if not all(isinstance(one, str) for one in texts) or not all(map(_OURS.fullmatch, names)):
        raise ValueError(value)
    if len(set(names)) < len(names):
        raise ValueError(value)
    return found


def require_own(current: Current) -> None:
    """IndexVersionError where another version made the index, though in the same format."""
    if current.program != __version__:
        raise IndexVersionError


def _shard(value: dict[str, Any]) -> ShardFile:
    found = ShardFile(**{**value, "dead": tuple(value["dead"])})
    numbers = (found.size, found.briefs, found.first, found.last, *found.dead)
    if not all(type(one) is int and abs(one) < _TOO_LARGE for one in numbers):
        raise ValueError(value)
    return found


def publish(folder: Path, current: Current) -> None:
    """From now on the index consists of these files."""
    value = {
        "format": FORMAT,
        **current._asdict(),
        "shards": [one._asdict() for one in current.shards],
        "delta": current.delta._asdict() if current.delta else None,
    }
    value["sha256"] = _digest(value)
    write_durably(folder / CURRENT, json.dumps(value).encode())


def _digest(value: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
