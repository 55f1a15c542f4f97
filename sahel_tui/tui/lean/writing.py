"""Writing what differs between two screens: cursor, looks and text, as few bytes as we know how."""

from __future__ import annotations

import re
from itertools import compress, pairwise
from operator import is_not
from typing import TYPE_CHECKING

from sahel_tui.tui.lean.cells import BLANK
from sahel_tui.tui.lean.looks import PLAIN, shows_on_blanks, turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.tui.lean.cells import Row
    from sahel_tui.tui.lean.looks import Look
    from sahel_tui.tui.lean.scrolling import Scroll

_BRIDGE = 4
"""Cells that are written again rather than jumped over: a jump takes as many bytes."""
_EQUAL = re.compile(rb"\x00+")
"""Cells in a row that do not differ."""
_SURE = "\uffff"
"""Terminals do not agree on how wide a character beyond this is, nor on marks upon others."""


class Writer:
    """Collects the bytes for one frame. Nobody knows where the cursor is when it begins."""

    def __init__(self, columns: int) -> None:
        self.out: list[str] = []
        self._columns = columns
        self._look = PLAIN
        self._shows = False
        """Whether the look can be seen on blanks."""
        self._at: tuple[int, int] | None = None
        """Row and column, from 0; None: unknown."""
        self._exact = False
        """Whether all since the last jump was ASCII: its columns are beyond doubt."""

    def clear(self) -> None:
        """Blank the whole screen."""
        self.out.append("\x1b[m\x1b[2J")
        self._at = None

    def scroll(self, move: Scroll) -> None:
        """Move rows by feeding lines at an edge of a region, which every terminal can."""
        top, bottom, lines = move
        edge, feed = (bottom, "\x1bD") if lines > 0 else (top, "\x1bM")
        self.look_plain()
        self.out.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{edge + 1};1H{feed * abs(lines)}\x1b[r")
        self._at = None

    def row(self, y: int, old: Row, new: Row) -> None:
        """What differs in a row; blanks up to its end are erased."""
        for first, last in _runs(old, new):
            end = max(first, _end(new)) if last == self._columns else last
            if last <= end + _BRIDGE:
                end = last
            if first < end:
                self._text(y, first, end, new)
            if end < last:
                self._erase(y, end)

    def look_plain(self) -> None:
        """Back to the look that is the terminal's own."""
        if self._look != PLAIN:
            self._turn(PLAIN)

    def go(self, y: int, x: int) -> None:
        """Bring the cursor to a cell."""
        if self._at == (y, x):
            return
        if self._at is not None and self._exact and self._at[0] == y and x - self._at[1] > 0:
            steps = x - self._at[1]
            self.out.append(f"\x1b[{steps}C" if steps > 1 else "\x1b[C")
        else:
            self.out.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H")
        self._at = (y, x)
        self._exact = True

    def _erase(self, y: int, x: int) -> None:
        self.look_plain()
        self.go(y, x)
        self.out.append("\x1b[K")

    def _text(self, y: int, first: int, last: int, row: Row) -> None:
        cells = row[first:last]
        texts, looks = zip(*cells, strict=True)
        text = "".join(texts)
        sure = len(text) == len(texts) and (text.isascii() or max(text) <= _SURE)
        sure = sure and "" not in texts
        self.go(y, first)
        changes = compress(range(1, len(looks)), map(is_not, looks[1:], looks))
        for start, end in pairwise((0, *changes, len(looks))):
            piece = text[start:end] if sure else "".join(texts[start:end])
            # blanks that look the same in any look need no turn
            if looks[start] is not self._look and not (
                looks[start] is PLAIN and not self._shows and piece.isspace()
            ):
                self._turn(looks[start])
            if sure:
                self.out.append(piece)
            else:
                self._one_by_one(y, first + start, texts[start:end])
        if sure:
            self._at = (y, last)
        self._exact = self._exact and text.isascii()
        if last == self._columns:
            # some terminals stay in the last column until the next character comes
            self._at = None

    def _turn(self, look: Look) -> None:
        self.out.append(turn(self._look, look))
        self._look, self._shows = look, shows_on_blanks(look)

    def _one_by_one(self, y: int, x: int, texts: Sequence[str]) -> None:
        """After a cell of which terminals doubt how wide it is, the next is gone to."""
        sure = True
        for at, text in enumerate(texts, x):
            if text:
                self.go(y, at)
                self.out.append(text)
                sure = len(text) == 1 and text <= _SURE
            self._at = (y, at + 1) if sure else None


def _end(row: Row) -> int:
    """Where the blanks at a row's end begin."""
    end = len(row)
    while end and row[end - 1] == BLANK:
        end -= 1
    return end


def _runs(old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """From where to where cells differ; what is cheaper to write again than to jump is bridged."""
    # equal cells are one and the same, but for rare ones: to send those again does no harm
    differing = bytes(map(is_not, old, new))
    first, last = differing.find(1), differing.rfind(1)
    if first < 0:
        return
    for gap in _EQUAL.finditer(differing, first, last):
        start, end = gap.span()
        if not _bridges(new, start, end):
            yield _whole(new, first, start)
            first = end
    yield _whole(new, first, last + 1)


def _bridges(row: Row, start: int, end: int) -> bool:
    """Whether the cells between two are few, and of one look with the one before them."""
    if end - start > _BRIDGE:
        return False
    look = row[start - 1][1]
    return not [1 for cell in row[start:end] if cell is not BLANK and cell[1] is not look]


def _whole(row: Row, first: int, last: int) -> tuple[int, int]:
    """With both halves of a wide character at either end."""
    if row[first][0] == "" and first:
        first -= 1
    if last < len(row) and row[last][0] == "":
        last += 1
    return first, last
