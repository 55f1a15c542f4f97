"""The rows of a library from its index, as views across briefs take them: a part at a time."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.errors import SahelError
from sahel_tui.index.lists import Wanted
from sahel_tui.queries.library.extraction import quotes_of, rows_of
from sahel_tui.queries.library.rows import (
    ActorRow,
    Alias,
    BriefRow,
    EventRow,
    Judgement,
    Judgements,
    LinkRow,
    PointRow,
    Quote,
    RelationRow,
    Telling,
)
from sahel_tui.queries.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.index.lists import Page
    from sahel_tui.model import library as model
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.views import BriefView, Claim
    from sahel_tui.store.library import Library

_PAGE = 100
_KEPT_VIEWS = 16
_ALL = 1 << 40
_YEAR = 366


class IndexRows:
    """`LibraryRows` of an index, for one thread; quotes are read from the briefs themselves."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._registry = _registry(index.library)
        self._views: OrderedDict[str, BriefView] = OrderedDict()
        self.marking_order = self._registry.marking_order if self._registry else ()
        """The library's markings, lowest first; empty where it declares none."""

    def close(self) -> None:
        """Let go of the index; quotes can still be asked for."""
        self._index.close()

    def judgements(self) -> Judgements:
        """What the library's file says now."""
        if self._registry is None:
            return Judgements()
        same, different = self._registry.same, self._registry.different
        return Judgements(tuple(map(_judgement, same)), tuple(map(_judgement, different)))

    def briefs(self) -> Iterator[BriefRow]:
        """The newest first."""
        for one in self._index.briefs("newest", "", _ALL).rows:
            counts = (one.points, one.actors, one.relations, one.events, one.findings)
            head = (one.path, one.id, one.title, one.published, one.first or 0)
            yield BriefRow(*head, one.publisher, one.marking, *counts)

    def actors(self, ids: frozenset[str] | None = None) -> Iterator[ActorRow]:
        """Of some, a row for each brief, the newest first; of all, one row for each actor."""
        if ids is None:
            for one in self._index.all_actors:
                yield self._actor(Telling("", "", 0), one.id, one.name, one.type, one.mentions)
            return
        types = {one.id: one.type for one in self._index.all_actors if one.id in ids}
        for actor in sorted(ids):
            for found in self._index.appearances(actor, _ALL).rows:
                told = Telling(found.path, found.brief, found.day)
                yield self._actor(told, actor, found.name, types.get(actor), found.mentions)

    def _actor(
        self, told: Telling, actor: str, name: str, type_: str | None, mentions: int
    ) -> ActorRow:
        known = self._registry.actors.get(actor) if self._registry else None
        aliases = tuple(Alias(one.name, one.kind) for one in known.aliases) if known else ()
        country = known.country if known else None
        return ActorRow(told, actor, name, aliases, type_, country, mentions)

    # Rows by their dates ------------------------------------------------------------------------

    def events(self, ids: frozenset[str] | None = None) -> Iterator[EventRow]:
        """By date, a year at a time."""
        for one in self._by_years(self._index.events, ids):
            told, marking = self._told(one)
            place = self._registry.places.get(one.place_id or "") if self._registry else None
            yield EventRow(
                told,
                *(one.id, one.date, one.first, one.last, one.title, one.type),
                *(one.place, one.place_id),
                place.country if place else None,
                place.kind if place else None,
                tuple((actor, role) for actor, _, role in one.actors),
                tuple(name for _, name, _ in one.actors),
                None if one.least is None and one.most is None else (one.least, one.most),
                one.tense,
                marking,
            )

    def relations(self, ids: frozenset[str] | None = None) -> Iterator[RelationRow]:
        """By when they began, a year at a time."""
        for one in self._by_years(self._index.relations, ids):
            told, marking = self._told(one)
            yield RelationRow(
                told,
                *(one.id, one.source, one.source_name, one.target, one.target_name),
                *(one.type, one.inverse, one.sign, one.since, one.until, one.first, one.last),
                *(one.status, marking, one.confidence, one.contested),
            )

    @cached_property
    def _briefs(self) -> dict[str, tuple[int, str | None]]:
        """The day and the highest marking of each brief, by its path."""
        return {
            one.path: (one.first or 0, one.marking) for one in self._index.briefs(limit=_ALL).rows
        }

    def _told(self, row: Any) -> tuple[Telling, str | None]:
        """Who says it, and its marking: what has none of its own has that of all of the brief."""
        day, marking = self._briefs.get(row.path, (0, None))
        return Telling(row.path, row.brief, day), getattr(row, "marking", None) or marking

    def _by_years(
        self, page: Callable[..., Page[Any]], ids: frozenset[str] | None
    ) -> Iterator[Any]:
        """Rows in order, so that no more than those of one year are in memory."""
        seen: set[tuple[str, str]] = set()
        for actor in [None] if ids is None else sorted(ids):
            oldest = page(Wanted(actor=actor), 1).rows
            newest = page(Wanted(actor=actor), 1, newest=True).rows
            if not oldest:
                continue
            begin, end = _day_of(oldest[0]), _day_of(newest[0])
            for at, first in enumerate(range(begin, end + 1, _YEAR)):
                last = first + _YEAR - 1
                wanted = Wanted(actor=actor, after=first, before=last)
                for one in page(wanted, _ALL).rows:
                    key, day = (one.path, one.id), _day_of(one)
                    here = first <= day <= last or (at == 0 and day < first)
                    if here and key not in seen:
                        if ids is not None and len(ids) > 1:
                            seen.add(key)
                        yield one

    def links(self) -> Iterator[LinkRow]:
        """What points say of other points."""
        for one in self._index.links(_ALL).rows:
            told, _ = self._told(one)
            brief, _, point = one.target.rpartition("#")
            yield LinkRow(told, one.point, one.how, brief or one.brief, point)

    # What briefs say ----------------------------------------------------------------------------

    def documents(self, ids: frozenset[str]) -> Iterator[Document]:
        """Of the briefs that name one of these actors, the newest first."""
        named = " or ".join(f'actor:"{actor}"' for actor in sorted(ids))
        return self._found(f"{named} sort:newest")

    def _found(self, query: str) -> Iterator[Document]:
        engine, asked, offset, more = self._index.engine, parse(query), 0, True
        while more:
            answer = engine.search(asked, _PAGE, offset)
            offset, more = offset + _PAGE, answer.more
            yield from map(engine.document, answer.ids)

    def point(self, brief: str, id: str) -> PointRow | None:  # noqa: A002 - the point's own name
        """A point by the ids of its brief and its own."""
        for document in self._found(f'brief:"{brief}"'):
            if document.brief == brief:
                view = self._view(document.path)
                rows = rows_of(view, order=self.marking_order).points if view else ()
                return next((one for one in rows if one.id == id), None)
        return None

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        """What a claim of a brief rests on, as the brief has it now."""
        view = self._view(path) if path else None
        return quotes_of(view, claim) if view else ()

    def _view(self, path: str) -> BriefView | None:
        from sahel_tui.reading import read_brief

        if path not in self._views:
            try:
                self._views[path] = read_brief(Path(path)).view
            except SahelError:
                return None
            if len(self._views) > _KEPT_VIEWS:
                self._views.popitem(last=False)
        return self._views[path]


def _day_of(row: Any) -> int:
    """The day that a row is sorted by."""
    return next((day for day in (row.first, row.last) if day is not None), 0)


def _registry(library: Path) -> Library | None:
    from sahel_tui.store.library import find_library, load_library

    file = find_library(library / "any.toml")
    try:
        return load_library(file) if file else None
    except SahelError:
        return None  # its briefs say what is wrong with it


def _judgement(one: model.Judgement) -> Judgement:
    return Judgement(one.left, one.right, one.by or "", one.at.text if one.at else "")
