"""The sources cut into paragraphs, and a paragraph into lines with its passages drawn."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.safe import SafeLine, safe_line
from sahel_tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.queries.views import SourceView

_LONGEST = 4096
"""Code points after which a paragraph goes on in another piece, so that none is slow to wrap."""

_SPACED = re.compile(r"\n[^\S\n]*\n")
_BREAK = re.compile(r"\s\S*\Z")


class Paragraph(NamedTuple):
    """A piece of a source that is wrapped by itself: a line of its text, or a part of one."""

    source: int
    """The source's place among the brief's."""
    start: int
    end: int
    number: int
    """The paragraph's number in its source, from 1; 0 for a blank line before the first."""
    first: bool
    """Whether this piece begins the paragraph, and shows its number."""
    heading: str = ""
    """What the source is, on a line of its own before its text."""


def paragraphs(sources: Sequence[SourceView]) -> tuple[Paragraph, ...]:
    """Every source's pieces. Blank lines part paragraphs, or newlines where there are none."""
    pieces: list[Paragraph] = []
    for index, source in enumerate(sources):
        words = source_words(source)
        if len(sources) > 1 or words != source.id:
            pieces.append(Paragraph(index, 0, 0, 0, first=False, heading=words))
        pieces.extend(_pieces(index, source.text))
    return tuple(pieces)


@lru_cache(maxsize=1)
def pieces_of(sources: tuple[SourceView, ...]) -> tuple[Paragraph, ...]:
    """The pieces of a brief's sources, found once for all that is asked of them in turn."""
    return paragraphs(sources)


def source_words(source: SourceView) -> str:
    """What a source is, where it is from, and how far it is trusted."""
    parts = [
        source.id,
        source.title or "",
        source.publisher or "",
        source.published.label if source.published else "",
        source.kind or "",
        f"reliability {source.reliability}" if source.reliability else "",
        f"repeats {', '.join(source.derived_from)}" if source.derived_from else "",
        source.marking or "",
        source.url or "",
    ]
    return " · ".join(part for part in parts if part)


def _pieces(index: int, text: str) -> Iterator[Paragraph]:
    spaced = _SPACED.search(text.strip()) is not None
    number, fresh, start = 0, True, 0
    for line in text.split("\n"):
        blank = not line.strip()
        first = not blank and (fresh or not spaced)
        fresh = blank
        number += first
        end = start + len(line)
        yield from _cut(index, text, start, end, number, first)
        start = end + 1


def _cut(
    index: int, text: str, start: int, end: int, number: int, first: bool
) -> Iterator[Paragraph]:
    while end - start > _LONGEST:
        found = _BREAK.search(text, start + _LONGEST // 2, start + _LONGEST)
        cut = found.start() + 1 if found else start + _LONGEST
        yield Paragraph(index, start, cut, number, first)
        start, first = cut, False
    yield Paragraph(index, start, end, number, first)


def piece_at(pieces: Sequence[Paragraph], source: int, offset: int) -> int:
    """The index of the piece of a source that has an offset."""
    found = bisect_right(pieces, (source, offset), key=lambda one: (one.source, one.start))
    return max(0, found - 1)


def paragraph_span(pieces: Sequence[Paragraph], index: int) -> tuple[int, int]:
    """The offsets of the whole paragraph that a piece is of; empty before the first."""
    here = (pieces[index].source, pieces[index].number)
    first = bisect_left(pieces, here, key=lambda one: (one.source, one.number))
    last = bisect_right(pieces, here, key=lambda one: (one.source, one.number))
    full = [one for one in pieces[first:last] if one.number and one.start < one.end]
    return (full[0].start, full[-1].end) if full else (0, 0)


class Layout:
    """A paragraph's safe text, wrapped at a width, with offsets kept true."""

    __slots__ = ("lines", "paragraph", "safe")

    def __init__(self, paragraph: Paragraph, text: str, cells: int) -> None:
        self.paragraph = paragraph
        words = paragraph.heading or text[paragraph.start : paragraph.end]
        self.safe: SafeLine = safe_line(words, newlines=not paragraph.heading)
        self.lines: Sequence[tuple[int, int]] = wrap(self.safe.text, max(1, cells)) or [(0, 0)]
        """Spans of the safe text."""

    def line_of(self, offset: int) -> int:
        """The line that shows a source offset."""
        at = self.safe.at(max(0, min(offset, self.paragraph.end) - self.paragraph.start))
        starts = [start for start, _ in self.lines]
        return max(0, bisect_right(starts, at) - 1)

    def source_span(self, line: int) -> tuple[int, int]:
        """The source offsets of a line, up to where the next one begins."""
        if self.paragraph.heading:
            return 0, 0
        start = self.lines[line][0]
        last = line + 1 == len(self.lines)
        end = len(self.safe.text) if last else self.lines[line + 1][0]
        base = self.paragraph.start
        return base + self.safe.back(start), base + self.safe.back(end)

    def shown(self, line: int, start: int, end: int) -> tuple[int, int]:
        """A source span cut to a line, as offsets into the safe text."""
        first, last = self.lines[line]
        base = self.paragraph.start
        size = self.paragraph.end - base
        a = self.safe.at(max(0, min(size, start - base)))
        b = self.safe.at(max(0, min(size, end - base)))
        return max(first, a), min(last, b)
