"""What a thread does for a dossier: rows of the library, the dossier, likely joins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.tui.shelf_rows import library_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.queries.fuzzy import Fuzzy
    from sahel_tui.queries.library.dossier import Dossier
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.outline import Join, Section
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


def gather_dossier(shelf: Shelf, actor: str, stopped: Callable[[], bool]) -> Iterator[Gathered]:
    """The dossier of an actor by any of its ids, more and more complete; then its likely joins."""
    from sahel_tui.queries.library.dossier import dossiers
    from sahel_tui.queries.library.identities import Identities

    with library_rows(shelf) as rows:
        identities = Identities(rows.judgements())
        last = None
        for last in dossiers(rows, identities, actor, order=rows.marking_order):
            if stopped():
                return
            yield _gathered(last, (), rows)
        if last is not None:
            joins = tuple(_joins(rows, identities, last.actor.key))
            if joins and not stopped():
                yield _gathered(last, joins, rows)


def _gathered(dossier: Dossier, joins: tuple[Join, ...], rows: Rows) -> Gathered:
    from sahel_tui.queries.fuzzy import Fuzzy
    from sahel_tui.queries.library.outline import outline
    from sahel_tui.render.dossiers import row_words

    sections = outline(dossier, joins)
    texts = ((row_words(row),) for section in sections for row in section.rows)
    return Gathered(dossier, joins, sections, Fuzzy(texts), rows)


def _joins(rows: Rows, identities: Identities, key: str) -> Iterator[Join]:
    from sahel_tui.queries.library.identities import gather
    from sahel_tui.queries.library.outline import Join
    from sahel_tui.queries.library.suggestions import suggestions

    actors = gather(rows.actors(), identities)
    for one in suggestions(actors, identities):
        if key in (one.left.key, one.right.key):
            other = one.right if one.left.key == key else one.left
            yield Join(other, one.score, one.reasons)
