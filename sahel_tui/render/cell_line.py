"""A line of which every cell is known: drawings need no more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.render.styles import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

Cell = tuple[str, "Style"]
"""A character and its style; of a text of several cells the first has all of it."""
BLANK: Cell = (" ", PLAIN)


class CellLine(Line):
    """Plain characters of one cell each; its parts are made when they are asked for."""

    __slots__ = ("_made", "cells")

    def __init__(self, cells: list[Cell]) -> None:
        """Of cells that are not changed any more."""
        self.cells, self.width = cells, len(cells)
        self._made: list[Cell] | None = None

    @property
    def parts(self) -> list[Cell]:  # type: ignore[override]
        """Cells that look alike are one part."""
        if self._made is None:
            self._made = runs(self.cells)
        return self._made


def runs(cells: Iterable[Cell]) -> list[Cell]:
    """Those that look alike as one text."""
    parts: list[Cell] = []
    run, like = "", PLAIN
    for text, style in cells:
        if style is not like:
            if run:
                parts.append((run, like))
            run, like = "", style
        run += text
    return [*parts, (run, like)]
