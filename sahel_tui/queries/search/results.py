"""The hits of many briefs as they are listed: grouped by their kind, or by their brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.queries.search.matching import Hit

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


def places(hits: Iterable[Hit], sources: Sequence[str]) -> tuple[tuple[str, int, int], ...]:
    """Where the hits of one brief lead, each place once: by its sources, then in text order."""
    found: set[tuple[str, int, int]] = set()
    for hit in hits:
        if hit.source is None or hit.start is None or hit.end is None:
            continue
        found.add((hit.source, hit.start, hit.end))
        found.update((hit.source, start, end) for start, end in hit.spans)
    order = {name: number for number, name in enumerate(sources)}
    return tuple(sorted(found, key=lambda place: (order.get(place[0], len(order)), *place[1:])))
