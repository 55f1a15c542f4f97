"""What a thread does for a dossier: rows of the library, the dossier, likely joins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.queries.library.dossier import Dossier
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.outline import Join
    from sahel_tui.queries.library.rows import LibraryRows
    from sahel_tui.tui.library import Shelf


class Gathered(NamedTuple):
    """A dossier as far as it has come."""

    dossier: Dossier
    joins: tuple[Join, ...]
    """The other actors that may be the same; known last."""
    rows: LibraryRows
    """What it was gathered from."""


def gather_dossier(shelf: Shelf, actor: str, stopped: Callable[[], bool]) -> Iterator[Gathered]:
    """The dossier of an actor by any of its ids, more and more complete; then its likely joins."""
    from sahel_tui.library_reading import rows_of_readings
    from sahel_tui.queries.library.dossier import dossiers
    from sahel_tui.queries.library.identities import Identities

    rows = rows_of_readings(shelf.readings)
    identities = Identities(rows.judgements())
    last = None
    for last in dossiers(rows, identities, actor, order=rows.marking_order):
        if stopped():
            return
        yield Gathered(last, (), rows)
    if last is not None:
        joins = tuple(_joins(rows, identities, last.actor.key))
        if joins and not stopped():
            yield Gathered(last, joins, rows)


def _joins(rows: LibraryRows, identities: Identities, key: str) -> Iterator[Join]:
    from sahel_tui.queries.library.identities import gather
    from sahel_tui.queries.library.outline import Join
    from sahel_tui.queries.library.suggestions import suggestions

    actors = gather(rows.actors(), identities)
    for one in suggestions(actors, identities):
        if key in (one.left.key, one.right.key):
            other = one.right if one.left.key == key else one.left
            yield Join(other, one.score, one.reasons)
