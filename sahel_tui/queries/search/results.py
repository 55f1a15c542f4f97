"""The hits of many briefs as they are listed: grouped by their kind, or by their brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from sahel_tui.queries.search.packed_items import PackedItems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.matching import Hit
    from sahel_tui.queries.search.packed_items import Extent

Grouping = Literal["kind", "brief"]
KINDS = ("brief", "point", "actor", "event", "relation", "passage")
"""In the order of their groups."""


class BriefHits(NamedTuple):
    """A brief that answers a query, and what of it does."""

    id: int
    """What `SearchEngine.document` takes."""
    path: str
    title: str
    date: str
    marking: str | None
    """The highest of all that the brief holds."""
    hits: tuple[Hit, ...]
    places: tuple[Place, ...] = ()
    """Where they lead."""


class Group(NamedTuple):
    """Hits that are listed together."""

    kind: str
    """The kind of all of them; empty where they are of one brief."""
    brief: BriefHits | None
    """The brief of all of them; None where they are of one kind."""
    rows: tuple[tuple[BriefHits, Hit], ...]


def grouped(briefs: Sequence[BriefHits], grouping: Grouping) -> tuple[Group, ...]:
    """The groups that hold something; within each, hits in the order of the briefs."""
    if grouping == "brief":
        return tuple(
            Group("", one, tuple((one, hit) for hit in _in_order(one.hits)))
            for one in briefs
            if one.hits
        )
    rows: dict[str, list[tuple[BriefHits, Hit]]] = {kind: [] for kind in KINDS}
    for one in briefs:
        for hit in one.hits:
            rows.setdefault(hit.kind, []).append((one, hit))
    return tuple(Group(kind, None, tuple(found)) for kind, found in rows.items() if found)


def _in_order(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: KINDS.index(hit.kind) if hit.kind in KINDS else len(KINDS))


class Place(NamedTuple):
    """Where in a brief one is led to, and the words that stood there when it was searched."""

    source: str
    start: int
    end: int
    words: str


def places(hits: Iterable[Hit], document: Document) -> tuple[Place, ...]:
    """Where the hits of one brief lead, in the order of its sources and texts.

    Each place once: of a passage in which words were found the words alone.
    """
    wanted: set[tuple[str, int, int]] = set()
    for hit in hits:
        if hit.source is not None and hit.start is not None and hit.end is not None:
            wanted.add((hit.source, hit.start, hit.end))
            wanted.update((hit.source, start, end) for start, end in hit.spans)
    paragraphs = _paragraphs(document)
    order = {source: n for n, source in enumerate(dict.fromkeys(one[0] for one in paragraphs))}
    return tuple(
        Place(source, start, end, _words(document, paragraphs, source, start, end))
        for source, start, end in sorted(
            _finest(wanted), key=lambda p: (order.get(p[0], 0), *p[1:])
        )
    )


def place_of(hit: Hit, found: Iterable[Place]) -> Place | None:
    """Of the places of a hit's brief the first that the hit leads to; None where it leads nowhere.

    That is where the hit lands, or the first match within.
    """
    if hit.source is None or hit.start is None or hit.end is None:
        return None
    start, end = hit.start, hit.end
    return next(
        (p for p in found if p.source == hit.source and start <= p.start and p.end <= end), None
    )


def _finest(wanted: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Places of which none holds another."""
    last: dict[str, int] = {}
    # From the end of a text: what is held by a span begins no earlier, and comes before it.
    for source, start, end in sorted(wanted, key=lambda p: (-p[1], p[2])):
        if source not in last or end < last[source]:
            last[source] = end
            yield source, start, end


def _paragraphs(document: Document) -> list[Extent]:
    """Where the passages of its sources stand."""
    items = document.items
    if isinstance(items, PackedItems):
        return items.extents("passage")
    return [
        (one.source, one.start, one.end, at)
        for at, one in enumerate(items)
        if one.kind == "passage"
    ]


def _words(
    document: Document, paragraphs: Iterable[Extent], source: str, start: int, end: int
) -> str:
    """The words of a span; those of the first paragraph alone where it goes on in others."""
    for whose, first, last, at in paragraphs:
        if whose == source and first is not None and last is not None and first <= start < last:
            return document.items[at].text[start - first : end - first]
    return ""
