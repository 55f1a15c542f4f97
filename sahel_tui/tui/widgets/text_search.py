"""A search through pieces of text, match by match."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sahel_tui.queries.matching import Haystack, find_spans, read_query
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.anchoring.states import Span


class TextSearch:
    """What is looked for, the pieces that hold it, and the match that is shown."""

    def __init__(self, texts: Callable[[], Sequence[str]]) -> None:
        """`texts` gives the pieces; it is asked once, at the first search."""
        self.query = ""
        self.found: Sequence[int] = ()
        """The pieces that hold the query."""
        self.match: tuple[int, int] | None = None
        """The piece with the match that is shown, and which of its matches that is."""
        self._texts = texts
        self._pieces: Sequence[str] | None = None
        self._haystack = Haystack(())

    def find(self, query: str, start: int) -> None:
        """Look for a query; its first match is at or after the piece `start`, else the first."""
        self.query, self.found, self.match = query, (), None
        if read_query(query) is None:
            return
        if self._pieces is None:
            self._pieces = self._texts()
            self._haystack = Haystack(self._pieces)
        self.found = self._haystack.matching(query)
        if self.found:
            index = bisect_left(self.found, start) % len(self.found)
            self.match = (self.found[index], 0)

    def prepare(self) -> Iterator[None]:
        """Make ready for a search, slice by slice."""
        pieces = self._texts()
        haystack = Haystack(pieces)
        yield from haystack.prepare()
        if self._pieces is None:
            self._pieces, self._haystack = pieces, haystack

    def step(self, by: int) -> None:
        """Go to the next or the previous match, around the end."""
        if self.match is None:
            return
        item, number = self.match
        if 0 <= number + by < len(self._spans(item)):
            self.match = (item, number + by)
            return
        item = self.found[(bisect_left(self.found, item) + by) % len(self.found)]
        self.match = (item, 0 if by > 0 else max(0, len(self._spans(item)) - 1))

    @property
    def offset(self) -> int:
        """Where the match that is shown begins in its piece."""
        if self.match is None:
            return 0
        spans = self._spans(self.match[0])
        return spans[self.match[1]][0] if spans else 0

    @property
    def words(self) -> str:
        """Which piece of how many the match is in."""
        if self.match is None:
            return "no match"
        index = bisect_left(self.found, self.match[0]) + 1
        return f"{index} of {counted(len(self.found), 'matching paragraph')}"

    def _spans(self, item: int) -> Sequence[Span]:
        return find_spans(self._pieces[item], self.query) if self._pieces else ()
