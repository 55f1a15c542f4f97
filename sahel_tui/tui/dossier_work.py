"""What a thread does for a dossier: rows of the library, the dossier, likely joins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.tui.shelf_rows import library_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.queries.fuzzy import Fuzzy
    from sahel_tui.queries.library.dossier import Dossier, HeldKind, Limits
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.outline import Join, Row, Section
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.shelf_rows import Rows


class Gathered(NamedTuple):
    """A dossier as far as it has come."""

    dossier: Dossier
    joins: tuple[Join, ...]
    """The other actors that may be the same; known last."""
    sections: tuple[Section, ...]
    found_by: Fuzzy
    """Finds the rows of the sections."""
    rows: Rows
    """What it was gathered from."""


def gather_dossier(
    shelf: Shelf, actor: str, limits: Limits, stopped: Callable[[], bool]
) -> Iterator[Gathered]:
    """The dossier of an actor by any of its ids, more and more complete; then its likely joins."""
    from sahel_tui.queries.library.dossier import dossiers
    from sahel_tui.queries.library.identities import Identities

    with library_rows(shelf) as rows:
        identities = Identities(rows.judgements())
        last = None
        for last in dossiers(rows, identities, actor, limits, rows.marking_order):
            if stopped():
                return
            yield _gathered(last, (), rows)
        if last is not None:
            joins = tuple(_joins(rows, identities, last.actor.key))
            if joins and not stopped():
                yield _gathered(last, joins, rows)


def gather_more(
    shelf: Shelf, found: Gathered, kind: HeldKind, held: int, stopped: Callable[[], bool]
) -> Gathered | None:
    """The same with more rows of a kind; None where nobody waits any more."""
    from sahel_tui.queries.library.dossier import with_more
    from sahel_tui.queries.library.identities import Identities

    with library_rows(shelf) as rows:
        identities = Identities(rows.judgements())
        dossier = with_more(rows, identities, found.dossier, kind, held, stopped)
        return dossier and _gathered(dossier, found.joins, rows)


def _gathered(dossier: Dossier, joins: tuple[Join, ...], rows: Rows) -> Gathered:
    from sahel_tui.queries.fuzzy import Fuzzy
    from sahel_tui.queries.library.outline import outline

    sections = outline(dossier, joins)
    found_by = Fuzzy(tuple(_words(row)) for section in sections for row in section.rows)
    return Gathered(dossier, joins, sections, found_by, rows)


def _words(row: Row) -> Iterator[str]:
    """What a row is found by; the one that stands for others by nothing."""
    from sahel_tui.render.dossiers import row_words

    if row.kind == "passage":
        yield row.data.text
    if row.kind != "more":
        yield row_words(row)


def _joins(rows: Rows, identities: Identities, key: str) -> Iterator[Join]:
    from sahel_tui.queries.library.identities import gather
    from sahel_tui.queries.library.outline import Join
    from sahel_tui.queries.library.suggestions import suggestions

    actors = gather(rows.actors(), identities)
    for one in suggestions(actors, identities):
        if key in (one.left.key, one.right.key):
            other = one.right if one.left.key == key else one.left
            yield Join(other, one.score, one.reasons)
