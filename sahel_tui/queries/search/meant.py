"""What a query was probably meant to be, where words of it occur nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.search.fields import NAMES
from sahel_tui.queries.search.syntax import Field, Near, leaves
from sahel_tui.queries.search.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.search.engines import SearchEngine
    from sahel_tui.queries.search.syntax import Extent, Query


def meant(query: Query, engine: SearchEngine) -> str | None:
    """The query's text with other words in the place of those that occur nowhere, if any do."""
    text = query.text
    for start, end in sorted(_asked(query), reverse=True):
        for token in reversed(tokens(text[start:end])):
            other = engine.nearest(token.word)
            if other is not None and other != token.word:
                text = text[: start + token.start] + other + text[start + token.end :]
    return None if text == query.text else text


def _asked(query: Query) -> Iterator[Extent]:
    """Where in its text a query names words that something is to hold."""
    for leaf in leaves(query.tree):
        if isinstance(leaf, Near):
            yield from (part.extent for part in leaf.parts)
        elif not isinstance(leaf, Field):
            yield leaf.extent
        elif leaf.name in NAMES:
            start, end = leaf.extent
            yield start + query.text[start:end].find(":") + 1, end
