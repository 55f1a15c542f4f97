"""The graph of a library, with the rows that it is made of."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.queries.graph.of_rows import graph_of_rows
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.listing import Place
from sahel_tui.tui.graph_work import Gathered

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import LibraryRows


def gathered_of(rows: LibraryRows, most: int) -> Gathered:
    """In a thread: so many relations at most, and the actors that have them."""
    found = list(islice(rows.relations(), most + 1))
    relations = found[:most]
    ids = {end for row in relations for end in (row.source, row.target)}
    actors = tuple(row for row in rows.actors() if row.id in ids)
    identities = Identities(rows.judgements())
    graph = graph_of_rows(relations, identities, actors, rows.briefs())
    by_place = {Place(row.told.brief, row.told.path, row.id): row for row in relations}
    return Gathered(graph, by_place, actors, len(found) > most)
