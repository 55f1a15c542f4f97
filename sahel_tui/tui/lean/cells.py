"""From the segments that Textual draws to cells: a text of one or two columns, and its look."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rich.cells import get_character_cell_size

from sahel_tui.tui.lean.looks import PLAIN, Look, look_of, shows_on_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.color import ColorSystem
    from rich.segment import Segment
    from rich.style import Style
    from textual.strip import Strip

Cell = tuple[str, Look]
"""A character with the marks upon it, and its look. The second half of a wide one holds no text."""
Row = list[Cell]

BLANK: Cell = (" ", PLAIN)
_MANY_STRIPS = 500
_MANY_STYLES = 1_000
_MANY_CHARACTERS = 4_000
"""Beyond these what is remembered is forgotten: a terminal may stay open for weeks."""
_NOT_TEXT = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
STRANGE = "\N{REPLACEMENT CHARACTER}"


class _Cells(dict[str, Cell]):
    """The cells of one look, by their character: made once, so that equal ones are the same.

    It makes those of characters of one column by itself; KeyError for any other.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._others: dict[str, Cell] = {}
        self.blank = (" ", look) if shows_on_blanks(look) else BLANK

    def __missing__(self, character: str) -> Cell:
        if character == " ":
            self[character] = self.blank
            return self.blank
        if get_character_cell_size(character) != 1 or not is_text(character):
            raise KeyError(character)
        return self._keep(self, character)

    def other(self, text: str) -> Cell:
        """The cell of a wide character, of its second half, or of one with marks upon it."""
        return self._others.get(text) or self._keep(self._others, text)

    def _keep(self, cells: dict[str, Cell], text: str) -> Cell:
        if len(cells) > _MANY_CHARACTERS:
            cells.clear()
        cell = cells[text] = (text, self.look)
        return cell


class CellMaker:
    """Makes cells for a terminal of so many colours."""

    def __init__(self, colours: ColorSystem | None) -> None:
        self.colours = colours
        self._styles: dict[Style | None, _Cells] = {}
        self._known: dict[int, tuple[Style | None, _Cells]] = {}
        """The same by the identity of a style in memory, its own as long as it is kept: faster."""
        self._looks: dict[Look, _Cells] = {}
        self._rows: dict[int, tuple[Strip, Row]] = {}

    def row(self, strip: Strip) -> Row:
        """The cells of a strip, not to be changed: Textual keeps strips, and so is this."""
        kept = self._rows.get(id(strip))
        if kept is None:
            if len(self._rows) > _MANY_STRIPS:
                self._rows.clear()
            # with the strip, whose id is its own as long as it is kept
            kept = self._rows[id(strip)] = (strip, self._known_row(strip) or self._row(strip))
        return kept[1]

    def _known_row(self, strip: Strip) -> Row:
        """Of a strip that knows its cells: characters of one column, each with its style."""
        cells: Sequence[tuple[str, Style]] = getattr(strip, "cells", ())
        known = self._known
        try:
            return [known[id(style)][1][text] for text, style in cells]
        except KeyError:  # a style, or a character, that was not met yet
            return [self._made_for(style)[text] for text, style in cells]

    def _row(self, segments: Iterable[Segment]) -> Row:
        row: Row = []
        for text, style, control in segments:
            if control:
                continue
            start = len(row)
            cells = self._made_for(style)
            try:
                row += map(cells.__getitem__, text)
            except KeyError:
                del row[start:]
                self._add_wide_ones_and_marks(row, text, cells)
        return row

    def _add_wide_ones_and_marks(self, row: Row, text: str, cells: _Cells) -> None:
        """Append to a row; a mark that comes first stands on what is there, in the look of that."""
        start = len(row)
        for character in text:
            shown = character if is_text(character) else STRANGE
            columns = get_character_cell_size(shown)
            if columns == 1:
                row.append(cells[shown])
            elif columns:
                row += cells.other(shown), cells.other("")
            elif row:
                base = len(row) - (1 if row[-1][0] else 2)
                under, look = row[base]
                row[base] = (cells if base >= start else self._of_look(look)).other(under + shown)

    def _made_for(self, style: Style | None) -> _Cells:
        known = self._known.get(id(style))
        return known[1] if known is not None else self._of_style(style)

    def _of_style(self, style: Style | None) -> _Cells:
        """By style, for speed; by look below, for many styles look the same."""
        if len(self._styles) > _MANY_STYLES:
            self._styles.clear()
            self._looks.clear()
            self._known.clear()
        cells = self._styles.get(style)
        if cells is None:
            cells = self._styles[style] = self._of_look(look_of(style, self.colours))
        if len(self._known) > _MANY_STYLES:
            self._known.clear()
        self._known[id(style)] = (style, cells)
        return cells

    def _of_look(self, look: Look) -> _Cells:
        cells = self._looks.get(look)
        if cells is None:
            cells = self._looks[look] = _Cells(look)
        return cells


def is_text(character: str) -> bool:
    """Whether a character is one to be shown, not one that tells a terminal to do something."""
    return unicodedata.category(character) not in _NOT_TEXT


def put(row: Row, x: int, cells: Row, room: int) -> None:
    """Lay cells over a row from a column on, as far as there is room.

    Of a wide character that is half covered or cut a blank is left, as terminals do.
    """
    if room <= 0:
        return
    if room < len(cells):
        cut = cells[room][0] == ""
        cells = cells[:room]  # a copy, which may be changed
        if cut:
            cells[-1] = (" ", cells[-1][1])
    end = x + len(cells)
    if not cells:
        return
    if row[x][0] == "" and x:
        row[x - 1] = (" ", row[x - 1][1])
    if end < len(row) and row[end][0] == "":
        row[end] = (" ", row[end][1])
    row[x:end] = cells
