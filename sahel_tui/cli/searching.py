"""The briefs that answer a query, in its order: by the library's index, or by reading each brief.

No index is written. One that there is is used; what has changed since is read.
"""

from __future__ import annotations

import os
from heapq import merge, nsmallest
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.errors import BriefError
from sahel_tui.index.beside import UpToDate, open_up_to_date
from sahel_tui.index.failures import IndexFailedError, IndexMissingError
from sahel_tui.library_reading import on_all_processors
from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.engines import ScanEngine
from sahel_tui.queries.search.fields import RANKED
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.meant import meant
from sahel_tui.reading import read_brief
from sahel_tui.render.hits import ranked_words
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.errors import Diagnostic
    from sahel_tui.index.engine import Explained, IndexEngine
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.matching import Hit
    from sahel_tui.queries.search.syntax import Query
    from sahel_tui.reading import Libraries

_FEW = 200
"""Briefs without an index that are read again to see what was meant by what none of them has."""
_EVERYTHING = 1 << 31
_NEWEST = 3
"""What tells the place of a brief among all, the newest first: its day, id and path."""


class Answering(NamedTuple):
    """A brief that answers a query."""

    place: tuple[Any, ...]
    """Its place in the query's order."""
    brief: str
    path: str
    title: str
    published: str
    marking: str | None
    """The highest of all that it holds."""
    number: int
    """How many hits it has."""
    hits: tuple[Hit, ...]
    """All of them, or those that are wanted."""
    markings: tuple[str | None, ...]
    """What each hit is marked with."""


class Searched:
    """A library, to be searched once."""

    def __init__(self, library: Path, index: Path | None, talk: Talk) -> None:
        """`index` is where indexes are kept. UsageError where there is no brief."""
        self.whole = True
        """Whether all briefs could be read."""
        self._talk = talk
        self._index = self._opened(library, index)
        self._read = self._index.fresh if self._index else self._paths(library)
        if self._index:
            self._report(self._index.problems)
            if self._read:
                talk.say(
                    f"sahel-tui: {counted(len(self._read), 'brief')} changed since the index was "
                    "made: read now (`sahel-tui index` renews it)"
                )

    def _opened(self, library: Path, index: Path | None) -> UpToDate | None:
        if not os.path.isdir(library):
            return None
        try:
            return open_up_to_date(library, index)
        except IndexMissingError:
            return None
        except IndexFailedError as error:
            self._talk.say(f"sahel-tui: {error}: every brief is read ({error.hint})")
            return None

    def _paths(self, library: Path) -> Sequence[Path]:
        from sahel_tui.store.folders import brief_paths

        return brief_paths([library])

    def explained(self, query: Query) -> Explained | None:
        """What the index is asked; None where there is none."""
        return self._index.engine.explained(query) if self._index else None

    def answering(self, query: Query, limit: int | None = None) -> Iterator[Answering]:
        """The briefs that answer, in the query's order; at least so many where there are."""
        oldest = query.sort == "oldest"
        read = (one for one in self._scanned(query) if one is not None)
        if limit is None or oldest:
            read_in_order = sorted(read, key=_place, reverse=oldest)
        else:  # no more of them are held
            read_in_order = nsmallest(limit, read, key=_place)
        if self._index is None:
            return iter(read_in_order)
        return merge(
            self._found(self._index.engine, query, limit), read_in_order, key=_place, reverse=oldest
        )

    def _found(self, engine: IndexEngine, query: Query, limit: int | None) -> Iterator[Answering]:
        """What an index finds."""
        most = limit or _EVERYTHING
        is_ranked = query.sort == "relevance"
        ids = engine.search(query, max(most, RANKED + 1) if is_ranked else most).ids
        if is_ranked and len(ids) > RANKED:
            self._talk.say(f"sahel-tui: {ranked_words()}")
        for at, number in enumerate(ids):
            one = _answering(query, engine.document(number))
            if one is not None:
                yield one if at < RANKED or not is_ranked else _unranked(one)

    def _scanned(self, query: Query) -> Iterator[Answering | None]:
        """What is read of briefs, one after another."""
        for found, diagnostics in on_all_processors(self._read, _Scan(query)):
            self._report(diagnostics)
            yield found

    def _report(self, diagnostics: Iterable[Diagnostic]) -> None:
        found = tuple(diagnostics)
        self._talk.report(found)
        self.whole &= not found

    def meant(self, query: Query) -> str | None:
        """What a query that nothing answers was probably meant to be."""
        if self._index is not None:
            return meant(query, self._index.engine)
        if len(self._read) > _FEW:
            return None
        return meant(query, ScanEngine(filter(None, map(_Scan(query).document, self._read))))


def _place(one: Answering) -> tuple[Any, ...]:
    return one.place


def _unranked(one: Answering) -> Answering:
    """After all that are ranked, in the order of all."""
    return one._replace(place=(True, *one.place[-_NEWEST:]))


def _answering(query: Query, document: Document) -> Answering | None:
    found = hits(query, document)
    if not found:
        return None
    own = {(item.kind, item.id): item.marking for item in document.items}
    return Answering(
        _place_of(query, document, found),
        document.brief,
        document.path,
        document.title,
        document.published,
        document.marking,
        len(found),
        found,
        tuple(own[one.kind, one.id] if one.whole else document.marking for one in found),
    )


def _place_of(query: Query, document: Document, found: Sequence[Hit]) -> tuple[Any, ...]:
    """As an index has it: by day, id and path; before that by what the query asks for."""
    day = document.last if document.first is None else document.first
    newest = (-(day or 0), document.brief, document.path)
    if query.sort == "title":
        return (document.title.casefold(), *newest)
    if query.sort == "relevance":
        titled = any(one.kind == "brief" and one.whole for one in found)
        return (False, not titled, -len(found), *newest)
    return newest


class _Scan:
    """Reads briefs for a query; what they share is read once."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._libraries: Libraries = {}

    def __call__(self, path: Path) -> tuple[Answering | None, tuple[Diagnostic, ...]]:
        """What of a brief answers, and why it could not be read."""
        try:
            document = document_of(read_brief(path, libraries=self._libraries).view)
        except BriefError as error:
            return None, error.diagnostics
        return _answering(self._query, document), ()

    def document(self, path: Path) -> Document | None:
        """A brief; None for one that cannot be read."""
        try:
            return document_of(read_brief(path, libraries=self._libraries).view)
        except BriefError:
            return None
