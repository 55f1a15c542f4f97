"""The screen as the terminal shows it, the screen as it should be, and the way between them."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from textual._compositor import LayoutUpdate

from sahel_tui.tui.lean.cells import BLANK, CellMaker, Row, put
from sahel_tui.tui.lean.scrolling import find_scroll, moved
from sahel_tui.tui.lean.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.color import ColorSystem
    from textual._compositor import ChopsUpdate


class Painter:
    """Takes Textual's updates, and writes a frame when it is asked for one."""

    def __init__(self, columns: int, rows: int, colours: ColorSystem | None) -> None:
        self.columns = columns
        self.rows = rows
        self.shown: list[Row] | None = None
        """What the terminal shows; None: nobody knows."""
        self.wanted: list[Row] = [[BLANK] * columns for _ in range(rows)]
        """What it should show."""
        self.cursor: tuple[int, int] | None = None
        """Row and column where the terminal's cursor was left."""
        self.middle = 0
        """Characters of the last frame up to the end of the row in its middle; 0: there is none."""
        self._maker = CellMaker(colours)

    def is_for(self, columns: int, rows: int, colours: ColorSystem | None) -> bool:
        """Whether it paints a screen of this size in so many colours."""
        return (columns, rows, colours) == (self.columns, self.rows, self._maker.colours)

    def forget(self) -> None:
        """The terminal may show anything by now: the next frame begins with a blank screen."""
        self.shown = self.cursor = None

    def take(self, update: LayoutUpdate | ChopsUpdate) -> None:
        """Bring what should be shown up to date.

        A chop that is only in part to be updated is taken whole: it is right in all of its cells,
        and its edge in the middle could halve a wide character.
        """
        if isinstance(update, LayoutUpdate):
            for y, strips in enumerate(update.strips, update.region.y):
                if y < self.rows:
                    self._put(y, _side_by_side(update.region.x, map(self._maker.row, strips)))
            return
        for y, x1, x2 in update.spans:
            if y < self.rows:
                chops = zip(update.chop_ends[y], update.chops[y].items(), strict=False)
                self._put(
                    y,
                    (
                        (x, self._maker.row(strip), end - x)
                        for end, (x, strip) in chops
                        if strip is not None and x < x2 and end > x1
                    ),
                )

    def _put(self, y: int, pieces: Iterable[tuple[int, Row, int]]) -> None:
        """Lay pieces over a row that may be shown already: on a copy."""
        row = list(self.wanted[y])
        for x, cells, room in pieces:
            put(row, x, cells, min(room, self.columns - x))
        self.wanted[y] = row

    def frame(self, cursor: tuple[int, int]) -> str:
        """The bytes that make the terminal show what it should, with its cursor at a place."""
        writer = Writer(self.columns)
        shown = self.shown
        if shown is None:
            writer.clear()
            shown = [[BLANK] * self.columns for _ in range(self.rows)]
        elif move := find_scroll(shown, self.wanted):
            writer.scroll(move)
            shown = moved(shown, move)
        ends = []
        for y, row in enumerate(self.wanted):
            if row is not shown[y]:
                before = len(writer.out)
                writer.row(y, shown[y], row)
                if y and len(writer.out) > before:
                    ends.append(len(writer.out))
        self.shown = list(self.wanted)
        if not writer.out and cursor == self.cursor:
            return ""
        self.cursor = cursor
        writer.look_plain()
        writer.go(*cursor)
        self.middle = _middle(writer.out, ends)
        return "".join(writer.out)


def _middle(pieces: Sequence[str], ends: Sequence[int]) -> int:
    """How far it is to the first of these ends of pieces in the second half."""
    lengths = [0, *accumulate(map(len, pieces))]
    return next((lengths[end] for end in ends if 2 * lengths[end] >= lengths[-1]), 0)


def _side_by_side(x: int, rows: Iterable[Row]) -> Iterator[tuple[int, Row, int]]:
    """Each with the column where it begins, and the room that it takes."""
    for row in rows:
        yield x, row, len(row)
        x += len(row)
