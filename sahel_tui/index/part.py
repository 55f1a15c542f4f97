"""What an unfinished run has read: after a sudden end the next one takes it from here."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from sahel_tui import __version__
from sahel_tui.errors import Diagnostic
from sahel_tui.index.current import FORMAT
from sahel_tui.index.failures import is_full
from sahel_tui.index.records import Head, Record, Rows, Unread
from sahel_tui.index.schema import PART
from sahel_tui.index.stamps import Stamps, stamps_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PART_FILE = "part.db"
_MADE_BY = f"{__version__} {FORMAT}"
"""Another one reads briefs, or keeps them, in another way."""
_AT_ONCE = 64
"""So many briefs are lost at most."""


class Part:
    """A database that only the one writer opens; its journal keeps it whole.

    With `few` to be read it is a file only where an earlier run has left one: they are as soon read
    again.
    """

    def __init__(self, folder: Path, *, few: bool = False) -> None:
        path = folder / PART_FILE
        self._waiting = 0
        if os.path.lexists(path) and not _is_file(path):
            discard_part(folder)  # SQLite would follow a link, and wait for a pipe
        self._path = ":memory:" if few and not os.path.lexists(path) else path
        try:
            self._base = self._opened()
        except sqlite3.DatabaseError as error:
            if is_full(error):
                raise
            discard_part(folder)
            self._base = self._opened()

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, isolation_level=None)
        try:
            base.execute("pragma journal_mode = wal")
            base.execute("pragma synchronous = normal")
            base.executescript(PART)
            base.execute("select program, words from made_with").fetchone()
        except BaseException:
            base.close()
            raise
        return base

    def close(self) -> None:
        """Keep what was added."""
        with closing(self._base):
            self._commit()

    @property
    def words(self) -> bytes | None:
        """The dictionary that its documents are compressed with; None where there are none."""
        query = "select words from made_with where program = ?"
        row = self._base.execute(query, (_MADE_BY,)).fetchone()
        return row[0] if row else None

    def begin(self, words: bytes) -> None:
        """Keep what was read with this dictionary, and nothing else."""
        if self.words != words:
            for table in ("made_with", "record", "problem"):  # another version's have other columns
                self._base.execute(f"drop table {table}")
            self._base.executescript(PART)
            self._base.execute("insert into made_with values (?, ?)", (_MADE_BY, words))

    def stamps(self) -> dict[str, Stamps]:
        """What has been read, by path."""
        rows = self._base.execute(
            "select path, stamps from record union all select path, stamps from problem"
        )
        return {path: stamps_in(text) for path, text in rows}

    def add(self, one: Record | Unread) -> None:
        """Keep a brief, or why it could not be read."""
        if not self._waiting:
            self._base.execute("begin")
        if isinstance(one, Unread):
            self.forget([one.path])
            row: tuple[Any, ...] = (one.path, one.stamps.text(), diagnostics_text(one.diagnostics))
            self._base.execute("insert into problem values (?, ?, ?)", row)
        else:
            row = (
                one.path,
                one.stamps,
                one.head.day,
                one.head.brief,
                json.dumps(one.head),
                one.body,
                one.terms,
                json.dumps(one.rows),
            )
            self._base.execute("delete from problem where path = ?", (one.path,))
            self._base.execute("insert or replace into record values (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._waiting += 1
        if self._waiting >= _AT_ONCE:
            self._commit()

    def forget(self, paths: Iterable[str]) -> None:
        """Drop briefs that have changed since they were read, or are gone."""
        for path in paths:
            for table in ("record", "problem"):
                self._base.execute(f"delete from {table} where path = ?", (path,))

    def _commit(self) -> None:
        if self._waiting:
            self._base.execute("commit")
        self._waiting = 0

    def records(self) -> Iterator[Record]:
        """The briefs, the newest first."""
        self._commit()
        rows = self._base.execute(
            "select path, stamps, head, body, terms, rows from record order by -day, brief, path"
        )
        for path, stamps, head, body, terms, shown in rows:
            yield Record(
                path,
                stamps,
                Head(*json.loads(head)),
                body,
                terms,
                Rows(*json.loads(shown)),
            )

    def count(self) -> int:
        """How many briefs could be read."""
        number: int = self._base.execute("select count(*) from record").fetchone()[0]
        return number

    def problems(self) -> list[tuple[str, str, str]]:
        """Paths, stamps and diagnostics of those that could not be read."""
        self._commit()
        return self._base.execute("select path, stamps, diagnostics from problem").fetchall()


def _is_file(path: Path) -> bool:
    """Whether a name is a regular file's own, and no link to one."""
    return stat.S_ISREG(os.lstat(path).st_mode)


def discard_part(folder: Path) -> None:
    """Remove what an unfinished run has left, once it is of no more use."""
    for name in (PART_FILE, f"{PART_FILE}-wal", f"{PART_FILE}-shm", f"{PART_FILE}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(folder / name)


def diagnostics_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Diagnostics as they are kept."""
    return json.dumps([tuple(one) for one in diagnostics])


def diagnostics_in(text: str) -> tuple[Diagnostic, ...]:
    """Diagnostics as they were kept."""
    return tuple(Diagnostic(*one) for one in json.loads(text))


def found_from(library: Path, one: Diagnostic) -> Diagnostic:
    """A diagnostic with its file as it is found from here."""
    return one._replace(file=os.path.normpath(os.path.join(library, one.file)))
