"""The names of an actor as sources have them, and which briefs those are in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.queries.library.passages import mentions_in

if TYPE_CHECKING:
    from sahel_tui.queries.search.documents import Document

_SHOWN = 5
"""Briefs that are named as users of a name."""


class UsedName(NamedTuple):
    """A name that sources use."""

    name: str
    """As it is declared, whatever case and accents a source writes."""
    mentions: int
    briefs: int
    by: tuple[str, ...]
    """Ids of the newest of those briefs."""


class NamesUsed:
    """Counts the names in documents, the newest first."""

    def __init__(self) -> None:
        self._mentions: Counter[str] = Counter()
        self._briefs: Counter[str] = Counter()
        self._by: dict[str, list[str]] = {}

    def add(self, document: Document, ids: frozenset[str]) -> None:
        """Count what one brief calls an actor; what only describes it is no name."""
        declared = {
            _key(name): name
            for one in document.names
            if one.kind == "actor" and one.id in ids
            for name in reversed(one.names)
        }
        found: Counter[str] = Counter()
        for text in mentions_in(document, ids):
            name = declared.get(_key(text))
            if name is not None:
                found[name] += 1
        for name, number in found.items():
            self._mentions[name] += number
            self._briefs[name] += 1
            if self._briefs[name] <= _SHOWN:
                self._by.setdefault(name, []).append(document.brief)

    def names(self) -> tuple[UsedName, ...]:
        """The names so far, the most used first."""
        ordered = sorted(self._mentions, key=lambda name: (-self._mentions[name], name))
        return tuple(
            UsedName(name, self._mentions[name], self._briefs[name], tuple(self._by[name]))
            for name in ordered
        )


def _key(name: str) -> str:
    return fold(name, hyphen=" ").strip(" ")
