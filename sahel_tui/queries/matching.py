"""Matching as it is typed: a plain substring, folded, over rows and over a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import Folded, fold, fold_rows

_SLICE = 100
"""Rows that are folded between two chances to do something else."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.anchoring.states import Span


class Needle(NamedTuple):
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
    """The visible fields of many rows, folded once; a match never runs across two fields.

    A row is one text, or several fields.
    """

    def __init__(self, rows: Iterable[str | Sequence[str]]) -> None:
        self._rows = [(row,) if isinstance(row, str) else row for row in rows]
        self._folded: dict[tuple[str, bool], tuple[str, ...]] = {}

    def _fold(self, hyphen: str, cased: bool) -> tuple[str, ...]:
        key = (hyphen, cased)
        if key not in self._folded:
            self._folded[key] = fold_rows(self._rows, hyphen=hyphen, cased=cased)
        return self._folded[key]

    def prepare(self) -> Iterator[None]:
        """Fold for most queries, slice by slice, so that the first is as quick as the next."""
        folded: list[str] = []
        for at in range(0, len(self._rows), _SLICE):
            folded += fold_rows(self._rows[at : at + _SLICE])
            yield
        self._folded.setdefault(("", False), tuple(folded))

    def matching(self, query: str) -> Sequence[int]:
        """The rows that hold the query, by their place; all of them for an empty query."""
        needle = read_query(query)
        if needle is None:
            return range(len(self._rows))
        joined, wanted = self._fold("", needle.cased), needle.joined
        if " " not in needle.spaced:
            return [at for at, row in enumerate(joined) if wanted in row]
        spaced, also = self._fold(" ", needle.cased), needle.spaced
        return [
            at
            for at, (row, apart) in enumerate(zip(joined, spaced, strict=True))
            if wanted in row or also in apart
        ]


def find_spans(text: str, query: str) -> tuple[Span, ...]:
    """Where a query is in a text, to mark it: in text order, none overlapping another."""
    needle = read_query(query)
    if needle is None:
        return ()
    spans = set(_find(text, needle.joined, "", needle.cased))
    if " " in needle.spaced:
        spans.update(_find(text, needle.spaced, " ", needle.cased))
    kept: list[Span] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _find(text: str, needle: str, hyphen: str, cased: bool) -> Iterator[Span]:
    folded = Folded(text, hyphen=hyphen, cased=cased)
    at = folded.text.find(needle)
    while at >= 0:
        yield folded.span(at, at + len(needle))
        at = folded.text.find(needle, at + len(needle))
