"""The line between two labels of a map: its dots by sign, and the mark on it.

Signs are told by the line itself: positive is solid, negative dashed, neutral a dot now and then,
and what is both positive and negative has long and short dashes, with `±` upon it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from sahel_tui.queries.graph.signs import polarity
from sahel_tui.render.graph.boxes import DOTS_ACROSS, DOTS_DOWN
from sahel_tui.render.styles import SIGN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.signs import Polarity
    from sahel_tui.queries.library.listing import Place
    from sahel_tui.render.graph.boxes import Dot

SIGNS: dict[Polarity, str] = {"positive": "+", "neutral": "·", "negative": "−", "mixed": "±"}
"""As marks have them; in ASCII `ASCII_SIGNS`."""
ASCII_SIGNS: dict[Polarity, str] = {"positive": "+", "neutral": ".", "negative": "-", "mixed": "x"}

STYLES: dict[Polarity, Style] = {
    "positive": SIGN[1],
    "neutral": SIGN[0],
    "negative": SIGN[-1],
    "mixed": Style(color="yellow"),
}
_SOLID = (True,)
_PATTERNS: dict[Polarity, tuple[bool, ...]] = {
    "positive": _SOLID,
    "negative": (True, True, True, True, False, False, False),
    "neutral": (True, False, False),
    "mixed": (True, True, True, True, True, False, True, False),
}
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Dots of a braille character by row and column."""


class Slot(NamedTuple):
    """Cells for a mark upon a line."""

    x: int
    y: int
    width: int


class Wire(NamedTuple):
    """All relations between two actors as one line."""

    ends: tuple[str, str]
    """Ids of nodes, the lesser first."""
    edges: tuple[Edge, ...]
    way: tuple[Dot, ...]
    """From the first end to the second."""
    cells: tuple[Dot, ...]
    """Columns and rows that are seen of it, in order."""
    dots: tuple[tuple[Dot, int], ...]
    """Cells with the dots in them, as braille has them."""
    polarity: Polarity
    """Its sign by all relations."""
    mark: str
    """Sign and number where there are several, `!` where one is contested."""
    short: str
    """What one cell says of it: that one is contested, or that they are of both signs."""
    slot: Slot | None = None
    doubtful: bool = False
    """Whether all of them hold only possibly, on some date."""


def wire_of(
    ends: tuple[str, str],
    edges: tuple[Edge, ...],
    way: tuple[Dot, ...],
    taken: Collection[Dot],
    before: Wire | None = None,
) -> Wire:
    """The line of some relations, but for the cells that labels take.

    What is said of all relations is worked out once: there may be hundreds. `before` is the same
    line with other relations.
    """
    sign = polarity_of(edges)
    contested = any(edge.contested for edge in edges)
    if before is not None and before.polarity == sign:
        cells, dots = before.cells, before.dots
    else:
        cells, dots = drawn(way, sign, taken)
    mark = _mark(sign, len(edges), contested=contested)
    short = "!" if contested else SIGNS["mixed"] if sign == "mixed" else ""
    return Wire(ends, edges, way, cells, dots, sign, mark, short)


def with_relations(wire: Wire, edges: tuple[Edge, ...], taken: Collection[Dot]) -> Wire:
    """The same line with others of its relations; its mark stays where it is."""
    renewed = wire_of(wire.ends, edges, wire.way, taken, wire)
    return renewed._replace(slot=wire.slot)


def is_doubtful(edges: Iterable[Edge], possible: Collection[Place]) -> bool:
    """Whether all of these are among those that hold only possibly."""
    return all(edge.at in possible for edge in edges)


def _mark(sign: Polarity, number: int, *, contested: bool) -> str:
    told = str(number) if number > 1 else ""
    if not (told or contested or sign == "mixed"):
        return ""
    return ("" if sign == "neutral" and told else SIGNS[sign]) + told + "!" * contested


def polarity_of(edges: Sequence[Edge]) -> Polarity:
    """The sign of several relations."""
    return polarity(edge.sign for edge in edges)


def drawn(
    way: Sequence[Dot], sign: Polarity, taken: Collection[Dot], *, thick: bool = False
) -> Drawn:
    """The cells and the dots of a line, but for the cells that labels take."""
    pattern = _SOLID if thick else _PATTERNS[sign]
    cells: dict[Dot, int] = {}
    for number, (x, y) in enumerate(_walk(way, thick=thick)):
        cell = (x // DOTS_ACROSS, y // DOTS_DOWN)
        if cell not in taken:
            bit = _BITS[y % DOTS_DOWN][x % DOTS_ACROSS] if pattern[number % len(pattern)] else 0
            cells[cell] = cells.get(cell, 0) | bit
    return Drawn(tuple(cells), tuple((cell, bits) for cell, bits in cells.items() if bits))


class Drawn(NamedTuple):
    """The cells of a line in order, and those of them that have dots."""

    cells: tuple[Dot, ...]
    dots: tuple[tuple[Dot, int], ...]


def _walk(way: Sequence[Dot], *, thick: bool) -> Iterator[Dot]:
    """The dots of a line, columns and rows of dots; of a thick one two beside each other."""
    for (x1, row1), (x2, row2) in pairwise(way):
        y1, y2 = row1 * DOTS_DOWN + 2, row2 * DOTS_DOWN + 2
        across, down = x2 - x1, y2 - y1
        steps = max(abs(across), abs(down), 1)
        for step in range(steps + 1):
            x, y = x1 + round(across * step / steps), y1 + round(down * step / steps)
            yield x, y
            if thick:
                yield (x, y - 1) if abs(across) >= abs(down) else (x ^ 1, y)
