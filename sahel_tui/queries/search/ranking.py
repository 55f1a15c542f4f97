"""The order of the briefs that answer a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.search.fields import RANKED
from sahel_tui.queries.search.matching import answers, quality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.syntax import Query


def order(documents: Sequence[Document], query: Query) -> list[int]:
    """The places of documents in the order that a query asks for; newest first if it doesn't.

    By relevance: the newest that answer by how well they do, then all others, the newest first.
    """
    places = sorted(range(len(documents)), key=lambda at: newest_first(documents[at]))
    if query.sort == "oldest":
        places.reverse()
    elif query.sort == "title":
        places.sort(key=lambda at: documents[at].title.casefold())
    elif query.sort == "relevance":
        found = [at for at in places if answers(query, documents[at])]
        ranked = sorted(
            found[:RANKED], key=lambda at: relevance(query, documents[at]), reverse=True
        )
        places = ranked + found[RANKED:]
    return places


def newest_first(document: Document) -> tuple[int, str]:
    """A key by which the newest brief is the first; of two of one day the order is that of ids."""
    day = document.last if document.first is None else document.first
    return (-(day or 0), document.brief)


def relevance(query: Query, document: Document) -> tuple[bool, int]:
    """Higher is better: whether title or summary of the brief are a hit, then how many hits."""
    return quality(query, document)
