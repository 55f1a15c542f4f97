"""Matching as it is typed: a plain substring, folded, over rows and over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, overload

from sahel_tui.anchoring.states import Span
from sahel_tui.queries.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Lone surrogates stand in no brief and no query: neither UTF-8 nor TOML can hold one.
_FIELD, _ROW = "\ud800", "\ud801"


@dataclass(frozen=True, slots=True)
class Needle:
    """What is looked for. A hyphen is as good as nothing, and as good as a space."""

    joined: str
    spaced: str
    cased: bool
    """Smart case: a capital in the query makes it case-sensitive."""


def read_query(query: str) -> Needle | None:
    """The needle of a query; None where nothing is left to look for, which matches everything."""
    cased = any(char.isupper() or char.istitle() for char in query)
    joined = fold(query, cased=cased).strip(" ")
    if not joined:
        return None
    return Needle(joined, fold(query, hyphen=" ", cased=cased).strip(" "), cased)


class Haystack:
    """The visible fields of many rows, folded once; a match never runs across two fields."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self._text = _ROW.join(_FIELD.join(row) for row in rows)

    def _fold(self, *, hyphen: str, cased: bool) -> tuple[str, ...]:
        return tuple(fold(self._text, hyphen=hyphen, cased=cased).split(_ROW))

    @cached_property
    def _joined(self) -> tuple[str, ...]:
        return self._fold(hyphen="", cased=False)

    @cached_property
    def _spaced(self) -> tuple[str, ...]:
        return self._fold(hyphen=" ", cased=False)

    @cached_property
    def _joined_cased(self) -> tuple[str, ...]:
        return self._fold(hyphen="", cased=True)

    @cached_property
    def _spaced_cased(self) -> tuple[str, ...]:
        return self._fold(hyphen=" ", cased=True)

    def find(self, needle: Needle) -> list[int]:
        """The rows that hold it, by their place."""
        joined = self._joined_cased if needle.cased else self._joined
        wanted = needle.joined
        if " " not in needle.spaced:
            return [at for at, row in enumerate(joined) if wanted in row]
        spaced = self._spaced_cased if needle.cased else self._spaced
        also = needle.spaced
        return [
            at
            for at, (row, apart) in enumerate(zip(joined, spaced, strict=True))
            if wanted in row or also in apart
        ]


class Hits(Sequence[Span]):
    """Every place of a needle in a text, in text order; its span is worked out when asked for."""

    def __init__(self, folded: Folded, needle: str) -> None:
        self._folded = folded
        self._length = len(needle)
        self._starts = [hit.start() for hit in re.finditer(re.escape(needle), folded.text)]

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, at: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        start = self._starts[at]
        return self._folded.span(start, start + self._length)


class Searchable:
    """One long text, folded once, for every place of a query in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: dict[tuple[str, bool], Folded] = {}

    def _hits(self, needle: str, hyphen: str, cased: bool) -> Hits:
        key = (hyphen, cased)
        if key not in self._folded:
            self._folded[key] = Folded(self._text, hyphen=hyphen, cased=cased)
        return Hits(self._folded[key], needle)

    def find(self, needle: Needle) -> Sequence[Span]:
        """Every place, in text order."""
        hits = self._hits(needle.joined, "", needle.cased)
        if " " not in needle.spaced:
            return hits
        return _without_overlaps({*hits, *self._hits(needle.spaced, " ", needle.cased)})


def _without_overlaps(spans: set[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def find_spans(text: str, query: str) -> tuple[Span, ...]:
    """Where a query is in a displayed text, to mark it; none overlaps another."""
    needle = read_query(query)
    return _without_overlaps(set(Searchable(text).find(needle))) if needle else ()
