"""The lines of a map and the marks upon them; those that stay are not drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.graph.canvas import Canvas
from sahel_tui.render.graph.wires import ASCII_SIGNS, SIGNS, STYLES, Slot
from sahel_tui.render.styles import STRONG

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from rich.style import Style

    from sahel_tui.render.graph.boxes import Dot
    from sahel_tui.render.graph.wires import Wire

Ends = tuple[str, str]
_Lines = dict["Dot", dict[Ends, int]]
"""In each cell the dots of each line."""
_Marks = dict["Dot", dict[Ends, str]]
_BRAILLE = 0x2800
_FORMS = {SIGNS[sign]: ASCII_SIGNS[sign] for sign in SIGNS}


class MapLines:
    """All lines, each cell with what every line has in it."""

    def __init__(self, cells: int, rows: int, *, ascii_only: bool) -> None:
        self.canvas = Canvas(cells, rows)
        self._ascii = ascii_only
        self._drawn: dict[Ends, Wire] = {}
        self._lines: _Lines = {}
        self._marks: _Marks = {}

    @property
    def marked(self) -> Collection[Dot]:
        """The cells of marks."""
        return self._marks.keys()

    def draw(self, wires: Sequence[Wire]) -> None:
        """Draw these: lines that are the same objects stay."""
        before, drawn = self._drawn, {wire.ends: wire for wire in wires}
        touched: set[Dot] = set()
        for was in [wire for ends, wire in before.items() if drawn.get(ends) is not wire]:
            touched.update(self._take_away(was))
        for now in [wire for ends, wire in drawn.items() if before.get(ends) is not wire]:
            touched.update(self._add(now))
        self._drawn = drawn
        ranks = {ends: rank for rank, ends in enumerate(drawn)}
        for cell in touched:
            self._redraw(cell, ranks)

    def _add(self, wire: Wire) -> Iterator[Dot]:
        for cell, bits in self._bits(wire):
            self._lines.setdefault(cell, {})[wire.ends] = bits
            yield cell
        for cell, sign in self.mark(wire):
            self._marks.setdefault(cell, {})[wire.ends] = sign
            yield cell

    def _take_away(self, wire: Wire) -> Iterator[Dot]:
        for cell, _ in self._bits(wire):
            yield _without(self._lines, cell, wire.ends)
        for cell, _ in self.mark(wire):
            yield _without(self._marks, cell, wire.ends)

    def _bits(self, wire: Wire) -> Iterator[tuple[Dot, int]]:
        if not self._ascii:
            yield from wire.dots
            return
        for cell in every_other(wire.cells):
            yield cell, 0

    def mark(self, wire: Wire) -> Iterator[tuple[Dot, str]]:
        """Sign and number of several relations, `±` of both signs, `!` contested, `?` possible."""
        text, short = wire.mark + "?" * wire.doubtful, "?" if wire.doubtful else wire.short
        slot = wire.slot
        if slot is None and short:  # better no line than one that misleads
            slot = Slot(*wire.cells[len(wire.cells) // 2], 1)
        if slot is None or not text:
            return
        if len(text) > slot.width:
            text = short or text[-1]
        for at, sign in enumerate(text):
            yield (slot.x + at, slot.y), _FORMS.get(sign, sign) if self._ascii else sign

    def _redraw(self, cell: Dot, ranks: Mapping[Ends, int]) -> None:
        """A mark stands upon the lines; the dots of all lines share a character."""
        x, y = cell
        if marks := self._marks.get(cell):
            ends = max(marks, key=ranks.__getitem__)
            self.canvas.put(x, y, marks[ends], self._style(ends) + STRONG)
        elif not (lines := self._lines.get(cell)):
            self.canvas.take_away(x, y)
        elif self._ascii:
            wire = self._drawn[max(lines, key=ranks.__getitem__)]
            self.canvas.put(x, y, ASCII_SIGNS[wire.polarity], STYLES[wire.polarity])
        else:
            bits = 0
            for more in lines.values():
                bits |= more
            style = self._style(min(lines, key=ranks.__getitem__))
            self.canvas.put(x, y, chr(_BRAILLE + bits), style)

    def _style(self, ends: Ends) -> Style:
        return STYLES[self._drawn[ends].polarity]


def _without(cells: _Lines | _Marks, cell: Dot, ends: Ends) -> Dot:
    there = cells[cell]
    del there[ends]
    if not there:
        del cells[cell]
    return cell


def every_other(cells: Sequence[Dot]) -> Iterator[Dot]:
    """Cells of a line, every other one where it goes along a row."""
    skipped = True
    for number, (x, y) in enumerate(cells):
        along = number > 0 and cells[number - 1][1] == y
        skipped = along and not skipped
        if not skipped:
            yield x, y
