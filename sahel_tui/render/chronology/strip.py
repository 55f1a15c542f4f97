"""How many events there are over time, as a strip, and which part of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.mentions import levels
from sahel_tui.render.sparklines import BARS, DIGITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.timeline import Range

WINDOW = "▔"
"""Below the cells that are shown."""
POINTER = "▲"
"""Below the cell of the row under the cursor."""

_MARKS = 2
"""Cells between labels that show a range."""


def draw_strip(parts: Sequence[int], *, most: int = 0, ascii_only: bool = False) -> str:
    """One sign for each number, blank for nothing alone; in ASCII the height as a digit.

    `most` is the height of the highest sign, where strips are to be compared.
    """
    signs = DIGITS if ascii_only else BARS
    top = max(most, *parts, 0)
    heights = levels((*parts, top), len(signs))[:-1]
    return "".join(signs[height - 1] if height else " " for height in heights)


def window_cells(shown: Range, whole: Range, cells: int) -> tuple[int, int]:
    """The first and the last cell of a range that another one touches; an empty pair outside."""
    first = max(0, whole.place(shown.start, cells))
    last = min(cells - 1, whole.place(shown.end - 1, cells))
    return (first, last) if first <= last else (0, -1)


def draw_window(axis: str, shown: Range, whole: Range) -> str:
    """The axis with the range that is shown marked on it: between its labels, where they leave
    room for that, else in the place of one.

    Where all is shown nothing is marked; where it lies outside, an arrow points to it.
    """
    cells = len(axis)
    if shown.start <= whole.start and shown.end >= whole.end:
        return axis
    first, last = window_cells(shown, whole, cells)
    if first > last:
        before = shown.start < whole.start
        return _without(axis, 0, 1, "◂") if before else _without(axis, cells - 1, cells, "▸")
    between = axis[first : last + 1].replace(" ", WINDOW)
    if between.count(WINDOW) >= _MARKS:
        return f"{axis[:first]}{between}{axis[last + 1 :]}"
    return _without(axis, first, last + 1, WINDOW * (last + 1 - first))


def _without(axis: str, start: int, end: int, mark: str) -> str:
    """The axis with a mark in some cells, the words that it would touch left out."""
    left, right = start, end
    while left > 0 and axis[left - 1] != " ":
        left -= 1
    while right < len(axis) and axis[right] != " ":
        right += 1
    return f"{axis[:left]}{' ' * (start - left)}{mark}{' ' * (right - end)}{axis[right:]}"


def draw_pointer(axis: str, cell: int) -> str:
    """The axis with a sign that points to what stands above one of its cells, if it is one."""
    if not 0 <= cell < len(axis) or axis[cell] == POINTER:
        return axis
    if axis[cell] == WINDOW:
        return f"{axis[:cell]}{POINTER}{axis[cell + 1 :]}"
    return _without(axis, cell, cell + 1, POINTER)
