"""What the files of an index know of their briefs: for the one that writes the next files."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.failures import IndexDamagedError, said_when_damaged
from sahel_tui.index.packing import document_in
from sahel_tui.index.records import Head, Record, Rows
from sahel_tui.index.shard_writing import digest_of
from sahel_tui.index.stamps import Stamps, stamps_in
from sahel_tui.index.words import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from sahel_tui.index.current import Current, ShardFile


_RUNS = "select 1 from sqlite_master where type in ('view', 'trigger')"
"""What no file of ours has: a view is a query that need not end."""


class Stored(NamedTuple):
    """Where a brief is kept."""

    file: str
    """The name of a shard, or of the delta; empty for one that could not be read."""
    number: int


class Known(NamedTuple):
    """All briefs that an index knows of."""

    stamps: dict[str, Stamps]
    places: dict[str, Stored]
    touched: dict[str, Stamps]
    """Of those in `stamps` the ones that are newer than what their file has."""


def verify(folder: Path, current: Current) -> None:
    """Read every file of an index; IndexDamagedError where one is not what was written."""
    for one in current.files:
        path = folder / one.name
        try:
            whole = digest_of(path) == one.sha256
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            raise IndexDamagedError(path, f"cannot be read: {reason}") from None
        if not whole:
            raise IndexDamagedError(path, "is not what was written")
    read_words(folder, current.words)


def known_in(folder: Path, current: Current | None, only: Collection[str] | None = None) -> Known:
    """What an index knows, or what it knows of `only` these; nothing where there is none."""
    known = Known({}, {}, {})
    which, paths = "", tuple(only or ())
    if only is not None:
        which = f" where path in ({', '.join('?' * len(paths))})"
    for one in current.files if current else ():
        with opened(folder / one.name) as base:
            dead = set(one.dead)
            query = f"select id, path, stamps from doc{which}"
            for number, path, stamps in base.execute(query, paths):
                if number not in dead:
                    known.stamps[path] = stamps_in(stamps)
                    known.places[path] = Stored(one.name, number)
            known.touched.update(_texts(base, f"touched{which}", paths))
            for path, stamps in _texts(base, f"problem{which}", paths):
                known.stamps[path] = stamps
                known.places[path] = Stored("", 0)
    known.stamps.update(known.touched)
    return known


def _texts(
    base: sqlite3.Connection, table: str, paths: tuple[str, ...]
) -> Iterator[tuple[str, Stamps]]:
    for path, stamps in base.execute(f"select path, stamps from {table}", paths):
        yield path, stamps_in(stamps)


def problems_in(folder: Path, file: ShardFile) -> list[tuple[str, str, str]]:
    """Paths, stamps and diagnostics of the briefs that could not be read."""
    with opened(folder / file.name) as base:
        return base.execute("select path, stamps, diagnostics from problem").fetchall()


def stored_records(
    folder: Path, file: ShardFile, words: bytes, touched: Mapping[str, Stamps]
) -> Iterator[Record]:
    """The briefs of a file that are up to date, the newest first."""
    from sahel_tui.queries.search.terms import terms_of

    dead = set(file.dead)
    with opened(folder / file.name) as base:
        rows = base.execute(
            "select doc.*, z from doc join body using (id) order by -day, brief, path"
        )
        for number, path, stamps, *head, body in rows:
            if number not in dead:
                stamps = touched[path].text() if path in touched else stamps
                terms = terms_of(document_in(body, words))
                yield Record(path, stamps, Head(*head), body, terms, _rows(base, number))


def _rows(base: sqlite3.Connection, number: int) -> Rows:
    found = (
        base.execute(f"select * from {table} where doc = ?", (number,)).fetchall()
        for table in Rows._fields
    )
    return Rows(*(tuple(row[1:] for row in rows) for rows in found))


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A file of the index to be read; IndexDamagedError where it cannot be."""
    with said_when_damaged(path), closing(connected(path)) as base:
        yield base


def connected(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even beside the file; of any thread."""
    if not _can_be_opened(path):
        raise IndexDamagedError(path, "is no regular file")
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    base = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        base.execute("pragma trusted_schema = off")
        if base.execute(_RUNS).fetchone():
            raise IndexDamagedError(path, "is not what was written")
    except BaseException:
        base.close()
        raise
    return base


def _can_be_opened(path: Path) -> bool:
    """Whether nothing is waited for; of a file that is not there SQLite says so."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True
