"""Writing a file of briefs, which is never changed once it has its name."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sqlite3
from collections import Counter
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.current import ShardFile
from sahel_tui.index.durable import finish, unfinished
from sahel_tui.index.schema import (
    INDEXES,
    LONGEST_PREFIX,
    SHARD,
    SUMS,
    TOP_WORDS,
    UNSEEN,
    VOCABULARY,
)
from sahel_tui.queries.search.spelling import deletions
from sahel_tui.queries.search.terms import SPELLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from sahel_tui.index.records import Record
    from sahel_tui.index.stamps import Stamps

_MEMORY = 64 * 1024 * 1024
"""Bytes of words that are gathered before they are written, and bytes of pages."""
_ALL_AT_ONCE = ("hashsize", _MEMORY), ("automerge", 0), ("crisismerge", 1_000)
"""What is gathered is merged once, at the end."""
_FEW = 1_000
"""Briefs of a file in which every word may be meant."""
_SETTINGS = ("page_size = 16384", "journal_mode = off", "synchronous = off")


class DeltaChanges(NamedTuple):
    """What becomes of a delta."""

    added: tuple[Record, ...] = ()
    problems: tuple[tuple[str, str, str], ...] = ()
    """Paths, stamps and diagnostics."""
    touched: Mapping[str, Stamps] = {}
    forgotten: frozenset[str] = frozenset()
    """Paths of which nothing before is true any more."""


def write_shard(folder: Path, records: Iterable[Record], advanced: Callable[[], None]) -> ShardFile:
    """A shard of records in their order; `advanced` is called for each."""
    path = _named(folder, "shard")
    with _unfinished(path) as base:
        base.executescript(SHARD)
        for setting, value in _ALL_AT_ONCE:
            base.execute("insert into ft(ft, rank) values (?, ?)", (setting, value))
        base.execute("begin")
        for number, record in enumerate(records, 1):
            _add(base, number, record)
            advanced()
        base.execute("commit")
        base.execute("insert into ft(ft) values ('optimize')")
        base.executescript(VOCABULARY)
        for length in range(1, LONGEST_PREFIX + 1):
            base.execute(TOP_WORDS, (length,))
        base.execute("begin")
        _add_typos(base, _worth_meaning(base))
        base.execute("commit")
        base.executescript(INDEXES)
        base.execute(f"insert into actor_sum {SUMS.format('true')}")
        days = _days(base)
    return _finished(path, *days)


def write_delta(folder: Path, old: ShardFile | None, changes: DeltaChanges) -> ShardFile:
    """What an older delta holds, changed."""
    path = _named(folder, "delta")
    if old is not None:
        shutil.copyfile(folder / old.name, unfinished(path))
    with _unfinished(path) as base:
        if old is None:
            base.executescript(SHARD)
            base.executescript(INDEXES)
        base.execute("begin")
        _change(base, changes)
        base.execute("commit")
        days = _days(base)
    return _finished(path, *days)._replace(dead=old.dead if old else ())


def _change(base: sqlite3.Connection, changes: DeltaChanges) -> None:
    for table in ("problem", "touched"):
        gone = ((path,) for path in changes.forgotten)
        base.executemany(f"delete from {table} where path = ?", gone)
    base.executemany("insert or replace into problem values (?, ?, ?)", changes.problems)
    touched = ((path, stamps.text()) for path, stamps in changes.touched.items())
    base.executemany("insert or replace into touched values (?, ?)", touched)
    last = base.execute("select coalesce(max(id), 0) from doc").fetchone()[0]
    found: Counter[str] = Counter()
    for number, record in enumerate(changes.added, last + 1):
        _add(base, number, record)
        found.update(set(record.terms.split()))
    known = {term for (term,) in base.execute("select term from terms")}
    count = "insert into terms values (?1, ?2) on conflict do update set df = df + ?2"
    base.executemany(count, ((term, n) for term, n in found.items() if term[0] not in UNSEEN))
    _add_typos(base, found.keys() - known)


def _add(base: sqlite3.Connection, number: int, record: Record) -> None:
    doc = (number, record.path, record.stamps, *record.head)
    base.execute(_insert("doc", len(doc)), doc)
    base.execute("insert into body values (?, ?)", (number, record.body))
    base.execute("insert into ft(rowid, x) values (?, ?)", (number, record.terms))
    for table, rows in record.rows._asdict().items():
        if rows:
            of_it = [(number, *row) for row in rows]
            base.executemany(_insert(table, len(of_it[0])), of_it)


def _worth_meaning(base: sqlite3.Connection) -> Iterator[str]:
    """The words that a mistyped one may be meant to be: of many briefs not what one alone has."""
    least = 1 if base.execute("select count(*) from doc").fetchone()[0] <= _FEW else 2
    found = dict(base.execute("select term, df from terms"))
    for term, number in found.items():
        if number >= least or any(sign + term in found for sign in SPELLED.values()):
            yield term


def _add_typos(base: sqlite3.Connection, terms: Iterable[str]) -> None:
    """Keep each word under what it has in common with those that are near it."""
    near: dict[str, list[str]] = {}
    for term in terms:
        if term.isalpha():
            for key in deletions(term):
                near.setdefault(key, []).append(term)
    more = "on conflict do update set near = near || ' ' || excluded.near"
    add = f"insert into typo values (?, ?) {more}"
    base.executemany(add, ((key, " ".join(near[key])) for key in sorted(near)))


def _insert(table: str, columns: int) -> str:
    return f"insert into {table} values ({', '.join('?' * columns)})"


def _named(folder: Path, kind: str) -> Path:
    return folder / f"{kind}-{secrets.token_hex(8)}.db"


@contextmanager
def _unfinished(path: Path) -> Iterator[sqlite3.Connection]:
    """A file without a journal: one that is not finished is thrown away."""
    try:
        yield from _filled(path)
    except BaseException:
        with suppress(OSError):
            os.unlink(unfinished(path))  # there may be no room left
        raise


def _filled(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(unfinished(path), isolation_level=None)) as base:
        for setting in (*_SETTINGS, f"cache_size = -{_MEMORY // 1024}"):
            base.execute(f"pragma {setting}").fetchall()
        yield base


def _days(base: sqlite3.Connection) -> tuple[int, int, int]:
    rows = base.execute("select count(*), coalesce(min(day), 0), coalesce(max(day), 0) from doc")
    briefs, first, last = rows.fetchone()
    return briefs, first, last


def _finished(path: Path, briefs: int, first: int, last: int) -> ShardFile:
    size, digest = os.path.getsize(unfinished(path)), digest_of(unfinished(path))
    finish(path)
    return ShardFile(path.name, size, digest, briefs, first, last)


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
