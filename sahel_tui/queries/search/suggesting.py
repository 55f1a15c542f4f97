"""Did you mean: a query of which every word occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.search.fields import NAMES
from sahel_tui.queries.search.syntax import Field, Near, Phrase, Words, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.search.engines import SearchEngine
    from sahel_tui.queries.search.syntax import Extent, Leaf, Query


def did_you_mean(query: Query, engine: SearchEngine) -> str | None:
    """The query with what occurs nowhere replaced; None where there is nothing to replace."""
    text = query.text
    found = [one for leaf in leaves(query.tree) for one in _replaced(leaf, text, engine)]
    for (start, end), words in sorted(found, reverse=True):
        text = text[:start] + words + text[end:]
    return text if found else None


def _replaced(leaf: Leaf, text: str, engine: SearchEngine) -> Iterator[tuple[Extent, str]]:
    """What to replace of a condition, and by what."""
    if isinstance(leaf, Near):
        for part in leaf.parts:
            yield from _replaced(part, text, engine)
        return
    if isinstance(leaf, Field) and leaf.name not in NAMES:
        return
    words = [_corrected(word, leaf.prefix, engine) for word in leaf.words]
    if tuple(words) == leaf.words or (isinstance(leaf, Words) and len(words) > 1):
        return
    start, end = leaf.extent
    if isinstance(leaf, Field):
        start += text[start:end].index(":") + 1
    spaced = len(words) > 1 or isinstance(leaf, Phrase)
    yield (start, end), f'"{" ".join(words)}"' if spaced else words[0]


def _corrected(word: str, prefix: bool, engine: SearchEngine) -> str:
    if prefix and engine.completions(word, 1):
        return word
    return engine.nearest(word) or word
