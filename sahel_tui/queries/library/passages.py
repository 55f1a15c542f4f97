"""What one brief says of an actor, from its document: points, passages, and mentions in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.library.rows import PointRow, Telling
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.anchoring.states import Span
    from sahel_tui.queries.search.documents import Document, Item


class PassageRow(NamedTuple):
    """A paragraph that names an actor, or that a claim about it rests on."""

    told: Telling
    published: str
    """The brief's date, EDTF."""
    source: str
    start: int
    end: int
    text: str
    mentions: tuple[Span, ...]
    """Where it is named, in the source."""
    claims: tuple[Claim, ...]
    """Claims about it that lead here."""
    marking: str | None


def told_by(document: Document) -> Telling:
    """Which brief a document is of."""
    days = (day for day in (document.first, document.last) if day is not None)
    return Telling(document.path, document.brief, next(days, 0))


def is_about(document: Document, ids: frozenset[str]) -> bool:
    """Whether a brief names an actor or claims something of it, more than that it exists."""
    return any(
        not ids.isdisjoint(item.actors) and (item.kind != "actor" or item.source is not None)
        for item in document.items
    )


def points_of(document: Document, ids: frozenset[str]) -> Iterator[PointRow]:
    """The points that name an actor, or one of whose passages does."""
    told = told_by(document)
    for item in document.items:
        if item.kind == "point" and not ids.isdisjoint(item.actors):
            marking = item.marking or document.marking
            yield PointRow(told, item.id, item.text, _facet(item, "type"), marking)


def passages_of(document: Document, ids: frozenset[str]) -> Iterator[PassageRow]:
    """The paragraphs that name an actor or that claims about it lead to, in text order."""
    told = told_by(document)
    leading = [
        item
        for item in document.items
        if item.kind in ("point", "actor", "relation", "event")
        and item.start is not None
        and not ids.isdisjoint(item.actors)
    ]
    for item in document.items:
        if item.kind != "passage" or item.source is None or item.start is None or item.end is None:
            continue
        named = tuple(_spans(document, item, ids))
        claims = tuple(
            Claim(one.kind, one.id)  # type: ignore[arg-type]
            for one in leading
            if one.source == item.source and item.start <= (one.start or 0) < item.end
        )
        if named or claims:
            marking = item.marking or document.marking
            place = (item.source, item.start, item.end, item.text)
            yield PassageRow(told, document.published, *place, named, claims, marking)


def mentions_in(document: Document, ids: frozenset[str]) -> Iterator[str]:
    """The words by which a brief's sources call an actor, each time that they do."""
    for item in document.items:
        if item.kind == "passage" and item.start is not None:
            for start, end in _spans(document, item, ids):
                yield item.text[start - item.start : end - item.start]


def _spans(document: Document, item: Item, ids: frozenset[str]) -> Iterator[Span]:
    for whose, start, end in item.mentions:
        named = document.names[whose]
        if named.kind == "actor" and named.id in ids:
            yield start, end


def _facet(item: Item, field: str) -> str:
    prefix = f"{field}:"
    return next((one.removeprefix(prefix) for one in item.facets if one.startswith(prefix)), "")
