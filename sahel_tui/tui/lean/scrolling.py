"""Finding rows that have only moved up or down, so that the terminal can move them itself."""

from __future__ import annotations

from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.tui.lean.cells import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.tui.lean.cells import Row

_FEW = 4
"""Rows that have to differ before moving any is worth a look."""
_COST = 24
"""Bytes that a move takes: the region set, the lines fed, the region taken back."""


class Scroll(NamedTuple):
    """The rows from `top` to `bottom`, both included, move up by `lines`, or down if negative."""

    top: int
    bottom: int
    lines: int


def find_scroll(old: Sequence[Row], new: Sequence[Row]) -> Scroll | None:
    """The move by which most rows are found again, if it pays."""
    changed = [y for y, row in enumerate(new) if row is not old[y] and row != old[y]]
    if len(changed) < _FEW:
        return None
    blank = [BLANK] * len(new[0])
    places = {_likeness(old[y]): y for y in changed}
    found: dict[int, list[int]] = {}
    for y in changed:
        was = places.get(_likeness(new[y]))
        if was is not None and was != y and new[y] != blank:
            found.setdefault(was - y, []).append(y)
    if not found:
        return None
    lines, rows = max(found.items(), key=lambda item: len(item[1]))
    top, bottom = min(rows[0], rows[0] + lines), max(rows[-1], rows[-1] + lines)
    # a row that has moved and changed at once, as the cursor's does, stands at either end
    moves = [
        Scroll(first, last, lines)
        for first in (top, top - 1)
        for last in (bottom, bottom + 1)
        if first >= 0 and last < len(new)
    ]
    gains = [_gain(old, new, move) for move in moves]
    return moves[gains.index(max(gains))] if max(gains) > _COST else None


def _likeness(row: Row) -> tuple[int, ...]:
    """The same for rows of the same cells: cells that are equal are one, but for rare ones.

    Every fourth cell is enough: what a move gains is counted over all of them.
    """
    return tuple(map(id, row[::4]))


def _gain(old: Sequence[Row], new: Sequence[Row], move: Scroll) -> int:
    """How many cells fewer differ once the rows have moved."""
    after = moved(old, move)
    return sum(
        _differing(old[y], new[y]) - _differing(after[y], new[y])
        for y in range(move.top, move.bottom + 1)
    )


def _differing(old: Row, new: Row) -> int:
    return 0 if old is new else sum(map(is_not, old, new))


def moved(rows: Sequence[Row], move: Scroll) -> list[Row]:
    """The rows after a move: a terminal fills what comes into view with blanks."""
    top, bottom, lines = move
    band = list(rows[top : bottom + 1])
    fresh = [[BLANK] * len(rows[0]) for _ in range(min(abs(lines), len(band)))]
    band = [*band[lines:], *fresh] if lines > 0 else [*fresh, *band[:lines]]
    return [*rows[:top], *band, *rows[bottom + 1 :]]
