"""The rows of a library from its files, without an index: every brief is read, on all processors.

What is held is light: the rows of all briefs. Their texts are read again where they are asked for.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sahel_tui.errors import BriefError
from sahel_tui.queries.library.event_order import begin_of, newest_first
from sahel_tui.queries.library.extraction import BriefRows, quotes_of, rows_of
from sahel_tui.queries.library.quotes import QUOTED, packed_quotes, unpacked_quotes
from sahel_tui.queries.library.rows import Judgement, Judgements
from sahel_tui.reading import judgement_of, read_brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.queries.library.rows import (
        ActorRow,
        BriefRow,
        EventRow,
        LinkRow,
        PointRow,
        Quote,
        RelationRow,
    )
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.views import BriefView, Claim
    from sahel_tui.reading import Libraries, Reading

Done = TypeVar("Done")

MANY = 50
"""Briefs from which several processes read them."""
_CHUNK = 16
_MOST_PROCESSES = 8
_KEPT_VIEWS = 500


class Read(NamedTuple):
    """What was read of one file."""

    rows: BriefRows | None
    quotes: bytes
    """What its relations, events and points rest on, packed."""
    order: tuple[str, ...]
    """Its library's markings, lowest first."""
    diagnostics: tuple[Diagnostic, ...]
    """Why there are no rows."""


def read_library(
    paths: Sequence[Path],
    report: Callable[[Sequence[Diagnostic]], None],
    *,
    processes: int | None = None,
) -> LibraryFiles:
    """The rows of some briefs; `report` is told why one could not be read.

    `processes` read many briefs: as many as there are processors. Who has threads asks for one,
    since they would be forked.
    """
    found: list[BriefRows] = []
    quotes: dict[str, bytes] = {}
    orders: dict[tuple[str, ...], None] = {}
    reader = _Reader()
    for one in on_all_processors(paths, reader.read, processes):
        if one.rows is None:
            report(one.diagnostics)
        else:
            found.append(one.rows)
            quotes[one.rows.brief.path] = one.quotes
            orders[one.order] = None
    order = next(iter(orders)) if len(orders) == 1 else ()
    return LibraryFiles(found, reader.judgements(paths), order, reader, quotes)


def rows_of_readings(readings: Sequence[Reading]) -> LibraryFiles:
    """The rows of briefs that have been read already; what is judged of them is read now."""
    reader = _Held({one.view.path: one.view for one in readings})
    orders = dict.fromkeys(one.marking_order for one in readings)
    return LibraryFiles(
        [rows_of(one.view, len(one.diagnostics), one.marking_order) for one in readings],
        reader.judgements([Path(one.view.path) for one in readings]),
        next(iter(orders)) if len(orders) == 1 else (),
        reader,
    )


def rows_at_hand(
    found: Iterable[BriefRows], judgements: Judgements, order: tuple[str, ...]
) -> LibraryFiles:
    """Rows that somebody has; the briefs are read for what their claims rest on."""
    return LibraryFiles(found, judgements, order, _Reader())


class _Reader:
    """Reads briefs; what they share is read once."""

    def __init__(self) -> None:
        self._libraries: Libraries = {}
        self._views: OrderedDict[str, BriefView] = OrderedDict()

    def read(self, path: Path) -> Read:
        """The rows of a brief."""
        try:
            reading = read_brief(path, libraries=self._libraries)
        except BriefError as error:
            return Read(None, b"", (), error.diagnostics)
        order = reading.marking_order
        rows = rows_of(reading.view, len(reading.diagnostics), order)
        return Read(rows, packed_quotes(reading.view), order, ())

    def view(self, path: str) -> BriefView | None:
        """A brief again; None where it has changed since, and can no longer be read."""
        if path not in self._views:
            try:
                self._views[path] = read_brief(Path(path), libraries=self._libraries).view
            except BriefError:
                return None
            if len(self._views) > _KEPT_VIEWS:
                self._views.popitem(last=False)
        return self._views[path]

    def judgements(self, paths: Iterable[Path]) -> Judgements:
        """What the libraries of some briefs say; one with errors was told of with its briefs."""
        from sahel_tui.store.folders import find_library
        from sahel_tui.store.library import load_library

        folders = dict.fromkeys(path.absolute().parent for path in paths)
        same: list[Judgement] = []
        different: list[Judgement] = []
        for file in dict.fromkeys(find_library(folder / "any.toml") for folder in folders):
            try:
                library = load_library(file) if file else None
            except BriefError:
                continue
            if library is not None:
                same += map(judgement_of, library.same)
                different += map(judgement_of, library.different)
        return Judgements(tuple(same), tuple(different))


class _Held(_Reader):
    """Has all briefs in memory."""

    def __init__(self, views: dict[str, BriefView]) -> None:
        super().__init__()
        self._all = views

    def view(self, path: str) -> BriefView | None:
        """A brief; None for one that is not of the library."""
        return self._all.get(path)


def on_all_processors(
    paths: Sequence[Path], work: Callable[[Path], Done], processes: int | None = None
) -> Iterator[Done]:
    """What is made of each path, in their order; many paths are shared by several processes."""
    number = processes or min(_MOST_PROCESSES, os.cpu_count() or 1)
    if len(paths) < MANY or number < 2 or not hasattr(os, "fork"):
        yield from map(work, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    alive = os.pipe()
    try:
        # Forked: another start would open a socket to a server of processes.
        fork = get_context("fork")
        with ProcessPoolExecutor(number, fork, _begin, (work, *alive)) as pool:
            yield from pool.map(_work, paths, chunksize=_CHUNK)
    finally:
        for end in alive:
            os.close(end)


_OF_THIS_PROCESS: list[Callable[[Path], Any]] = []


def _begin(work: Callable[[Path], Any], ours: int, theirs: int) -> None:
    """Make ready a process that ends with the one that asks: with `theirs` of a pipe."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that asks ends it
    os.close(theirs)

    def end() -> None:
        os.read(ours, 1)
        os._exit(1)

    Thread(target=end, daemon=True).start()
    _OF_THIS_PROCESS[:] = [work]


def _work(path: Path) -> Any:
    return _OF_THIS_PROCESS[0](path)


class LibraryFiles:
    """`LibraryRows` of briefs that were read just now."""

    def __init__(
        self,
        read: Iterable[BriefRows],
        judgements: Judgements,
        order: tuple[str, ...],
        reader: _Reader,
        quotes: Mapping[str, bytes] | None = None,
    ) -> None:
        self._read = sorted(read, key=lambda one: (-one.brief.day, one.brief.path))
        self._judgements = judgements
        self._reader = reader
        self._quotes = quotes or {}
        self.marking_order = order
        """The library's markings, lowest first; empty where it declares none."""
        self._points: dict[tuple[str, str], PointRow] = {}
        for point in (point for one in self._read for point in one.points):
            self._points.setdefault((point.told.brief, point.id), point)

    def judgements(self) -> Judgements:
        return self._judgements

    def briefs(self) -> Iterator[BriefRow]:
        return (one.brief for one in self._read)

    def actors(self, ids: frozenset[str] | None = None) -> Iterator[ActorRow]:
        rows = (row for one in self._read for row in one.actors)
        return rows if ids is None else (row for row in rows if row.id in ids)

    def events(self, ids: frozenset[str] | None = None) -> Iterator[EventRow]:
        rows = [
            row
            for one in self._read
            for row in one.events
            if ids is None or any(actor in ids for actor, _ in row.actors)
        ]
        return iter(sorted(rows, key=_event_order))

    def newest_events(self) -> Iterator[EventRow]:
        return iter(newest_first(row for one in self._read for row in one.events))

    def relations(self, ids: frozenset[str] | None = None) -> Iterator[RelationRow]:
        rows = (row for one in self._read for row in one.relations)
        return rows if ids is None else (row for row in rows if {row.source, row.target} & ids)

    def links(self) -> Iterator[LinkRow]:
        return (row for one in self._read for row in one.links)

    def documents(self, ids: frozenset[str]) -> Iterator[Document]:
        from sahel_tui.queries.search.documents import document_of

        for one in self._read:
            if any(row.id in ids for row in one.actors):
                view = self._reader.view(one.brief.path)
                if view is not None:
                    yield document_of(view)

    def point(self, brief: str, id: str) -> PointRow | None:  # noqa: A002 - the point's own name
        return self._points.get((brief, id))

    def view(self, path: str) -> BriefView | None:
        """A brief; None where it can no longer be read."""
        return self._reader.view(path)

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        if claim.kind in QUOTED and path in self._quotes:
            return unpacked_quotes(self._quotes[path], claim)
        view = self._reader.view(path) if path else None
        return quotes_of(view, claim) if view else ()


def _event_order(row: EventRow) -> tuple[int, str, str]:
    return begin_of(row), row.told.path, row.id
