"""The rows of a library from its index, as views across briefs take them: a part at a time."""

from __future__ import annotations

import os
from collections import OrderedDict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.index import streams
from sahel_tui.index.actors import type_of
from sahel_tui.index.beyond import ReadHere
from sahel_tui.index.checking import parts_in
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.points import points_of
from sahel_tui.queries.library.extraction import quotes_of
from sahel_tui.queries.library.rows import (
    ActorRow,
    BriefRow,
    EventRow,
    LinkRow,
    PointRow,
    Quote,
    RelationRow,
    Telling,
)
from sahel_tui.queries.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.index.beyond import Beyond
    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.queries.library.rows import Alias, Declared, Judgements
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.views import BriefView, Claim

_PAGE = 100
_KEPT_VIEWS = 16
_KEPT_BRIEFS = 64
"""Briefs whose points are kept: what refers to one point often refers to another one near it."""
_UNKNOWN: tuple[tuple[Alias, ...], str | None] = ((), None)
_NOWHERE = (None, None)


class IndexRows:
    """`LibraryRows` of an index, for one thread; quotes are read from the briefs themselves."""

    def __init__(self, index: LibraryIndex, beyond: Beyond | None = None) -> None:
        """`beyond` reads what an index lacks; None: this process does."""
        self._index = index
        self._beyond = beyond or ReadHere()
        self._top = os.path.join(index.library, "") if index.library != Path() else ""
        self._views: OrderedDict[str, BriefView] = OrderedDict()
        self._points: OrderedDict[str, dict[str, PointRow]] = OrderedDict()

    @cached_property
    def _declared(self) -> Declared:
        """What the library's file says; read late, since that loads what reads briefs."""
        return self._beyond.declared(self._index.library)

    @property
    def marking_order(self) -> tuple[str, ...]:
        """The library's markings, lowest first; empty where it declares none."""
        return self._declared.marking_order

    def close(self) -> None:
        """Let go of the index; quotes can still be asked for."""
        self._index.close()

    def problems(self) -> tuple[Diagnostic, ...]:
        """Why briefs could not be read when they were last looked at."""
        return self._index.problems()

    def judgements(self) -> Judgements:
        """What the library's file says now."""
        return self._declared.judgements

    def briefs(self) -> Iterator[BriefRow]:
        """The newest first."""
        for path, *row in streams.briefs(self._index.listed):
            yield BriefRow(self._path(path), *row)

    def actors(self, ids: frozenset[str] | None = None) -> Iterator[ActorRow]:
        """Of some, a row for each brief, the newest first; of all, one row for each actor."""
        if ids is None:
            for one in self._index.all_actors:
                yield self._actor(Telling("", "", 0), one.id, one.name, one.type, one.mentions)
            return
        for actor in sorted(ids):
            type_ = type_of(self._index.listed, actor)
            for path, brief, day, name, mentions in streams.appearances(self._index.listed, actor):
                yield self._actor(self._told(path, brief, day), actor, name, type_, mentions)

    def _actor(
        self, told: Telling, actor: str, name: str, type_: str | None, mentions: int
    ) -> ActorRow:
        aliases, country = self._declared.actors.get(actor, _UNKNOWN)
        return ActorRow(told, actor, name, aliases, type_, country, mentions)

    def regions(self) -> Mapping[str, tuple[str | None, str | None]]:
        """The country and the kind of each place that the library declares."""
        return self._declared.places

    # Rows by their dates ------------------------------------------------------------------------

    def events(self, ids: frozenset[str] | None = None) -> Iterator[EventRow]:
        """By date."""
        for row in self._rows(streams.EVENTS, ids):
            event = self._event(row)
            if ids is None or any(actor in ids for actor, _ in event.actors):
                yield event

    def newest_events(self) -> Iterator[EventRow]:
        """By their first days, the newest first; those of many days before all others."""
        with said_when_damaged(self._index.folder):
            yield from map(self._event, streams.newest_events(self._index.listed))

    def _event(self, row: Sequence[Any]) -> EventRow:
        path, brief, day, *head, least, most, tense, marking, actors = row
        parts = parts_in(actors)
        where = self._declared.places.get(head[-1] or "", _NOWHERE)
        who = tuple((actor, role) for actor, _, role in parts), tuple(name for _, name, _ in parts)
        deaths = None if least is None and most is None else (least, most)
        told = self._told(path, brief, day)
        return EventRow(*(told, *head, *where, *who, deaths, tense, marking))

    def relations(self, ids: frozenset[str] | None = None) -> Iterator[RelationRow]:
        """By when they began."""
        for path, brief, day, *rest, contested in self._rows(streams.RELATIONS, ids):
            row = RelationRow(*(self._told(path, brief, day), *rest, bool(contested)))
            if ids is None or row.source in ids or row.target in ids:
                yield row

    def _rows(self, table: streams.Table, ids: frozenset[str] | None) -> Iterator[Sequence[Any]]:
        with said_when_damaged(self._index.folder):
            some = None if ids is None else sorted(ids)
            yield from streams.by_date(self._index.listed, table, some)

    def _told(self, path: str, brief: str, day: int) -> Telling:
        return Telling(self._path(path), brief, day)

    def _path(self, path: str) -> str:
        """As a path is that was made of the library's, and printed."""
        return f"{self._top}{path}"

    def links(self) -> Iterator[LinkRow]:
        """What points say of other points."""
        with said_when_damaged(self._index.folder):
            for path, brief, day, id_, how, target in streams.links(self._index.listed):
                to, _, point = target.rpartition("#")
                yield LinkRow(self._told(path, brief, day), id_, how, to or brief, point)

    # What briefs say ----------------------------------------------------------------------------

    def documents(self, ids: frozenset[str]) -> Iterator[Document]:
        """Of the briefs that name one of these actors, the newest first."""
        named = " or ".join(f'actor:"{actor}"' for actor in sorted(ids))
        return self._found(f"{named} sort:newest")

    def number(self, kind: str) -> int:
        """How many points, actors, relations or events all briefs have; actors each in each."""
        if kind == "actor":
            return sum(one.briefs for one in self._index.all_actors)
        found: int = getattr(self._index.counts, f"{kind}s")
        return found

    def all_documents(self) -> Iterator[Document]:
        """Of all briefs, in no order."""
        for one in streams.documents(self._index.listed):
            yield one._replace(path=self._path(one.path))

    def _found(self, query: str) -> Iterator[Document]:
        engine, asked, offset, more = self._index.engine, parse(query), 0, True
        while more:
            answer = engine.search(asked, _PAGE, offset)
            offset, more = offset + _PAGE, answer.more
            yield from map(engine.document, answer.ids)

    def point(self, brief: str, id: str) -> PointRow | None:  # noqa: A002 - the point's own name
        """A point by the ids of its brief and its own."""
        if brief not in self._points:
            self._points[brief] = points_of(self._index.listed, brief)
            if len(self._points) > _KEPT_BRIEFS:
                self._points.popitem(last=False)
        found = self._points[brief].get(id)
        return found and found._replace(told=self._told(*found.told))

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        """What a claim of a brief rests on, as the brief has it now."""
        view = self.view(path) if path else None
        return quotes_of(view, claim) if view else ()

    def view(self, path: str) -> BriefView | None:
        """A brief as it is now; None where it cannot be read."""
        if path not in self._views:
            view = self._beyond.view(path)
            if view is None:
                return None
            self._views[path] = view
            if len(self._views) > _KEPT_VIEWS:
                self._views.popitem(last=False)
        return self._views[path]
