"""The terminal that the tests look through: pyte, with what it lacks made good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pyte
from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Iterator

# Private sequences that xterm knows and the emulator would print, whole or still arriving.
PRIVATE = re.compile(rb"\x1b\[[<=>][0-9;:]*[A-Za-z]")
UNFINISHED = re.compile(rb"\x1b(\[[<=>]?[0-9;:]*)?\Z")

# What the emulator has no attribute for is kept in one that the program does not use.
_DIM_IS_BLINK = {2: (5,), 22: (22, 25)}
_TWICE_UNDERLINED_IS_STRUCK = {4: (4, 29), 21: (4, 9), 24: (24, 29)}
_STAND_INS = {**_DIM_IS_BLINK, **_TWICE_UNDERLINED_IS_STRUCK}


class Cell(NamedTuple):
    """What can be seen of one cell. The second half of a wide character has no text."""

    text: str
    foreground: str = "default"
    background: str = "default"
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underlined: bool = False
    twice_underlined: bool = False
    reverse: bool = False


class Screen(pyte.Screen):
    """The emulated screen."""

    def draw(self, data: str) -> None:
        """Draw character by character: pyte drops what follows a mark that it can't place."""
        for character in data:
            self._part_halves(wcwidth(character))
            super().draw(character)

    def _part_halves(self, cells: int) -> None:
        """Blank the other half of a wide character of which one half is drawn over."""
        x, line = self.cursor.x, self.buffer[self.cursor.y]
        if cells > 0 and x < self.columns:
            if x and line[x].data == "":
                line[x - 1] = line[x - 1]._replace(data=" ")
            if x + cells < self.columns and line[x + cells].data == "":
                line[x + cells] = line[x + cells]._replace(data=" ")

    def select_graphic_rendition(self, *attrs: int, **_: object) -> None:
        """Set attributes, the two that pyte lacks among them."""
        super().select_graphic_rendition(*_with_stand_ins(attrs))

    def scroll_up(self, lines: int = 1) -> None:
        """Move the lines of the scrolling region up (SU)."""
        self._scroll(lines or 1, up=True)

    def scroll_down(self, lines: int = 1) -> None:
        """Move the lines of the scrolling region down (SD)."""
        self._scroll(lines or 1, up=False)

    def _scroll(self, lines: int, *, up: bool) -> None:
        top, bottom = self.margins or (0, self.lines - 1)
        x, y = self.cursor.x, self.cursor.y
        self.cursor.y = bottom if up else top
        for _ in range(min(lines, self.lines)):
            (self.index if up else self.reverse_index)()
        self.cursor.x, self.cursor.y = x, y

    @property
    def display(self) -> list[str]:
        """The rows as text."""
        return ["".join(self._row(y)) for y in range(self.lines)]

    def _row(self, y: int) -> Iterator[str]:
        half = False
        for x in range(self.columns):
            char = self.buffer[y][x].data
            if char or not half:
                yield char or " "
            half = bool(char) and wcwidth(char[0]) == 2

    def cells(self) -> list[list[Cell]]:
        """The rows as cells."""
        return [[seen(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]

    def scribble(self) -> None:
        """Leave nothing as it was, as a terminal may that has been resized or written over."""
        char = self.default_char._replace(data="#", fg="blue", reverse=True)
        for y in range(self.lines):
            self.buffer[y].clear()
            self.buffer[y].update(dict.fromkeys(range(self.columns), char))


class Stream(pyte.ByteStream):
    """Feeds a screen; knows two sequences more than pyte does."""

    csi = {**pyte.ByteStream.csi, "S": "scroll_up", "T": "scroll_down"}  # noqa: RUF012  # as there
    events = pyte.ByteStream.events | {"scroll_up", "scroll_down"}

    def feed(self, data: bytes) -> None:  # type: ignore[override]  # as in pyte
        """Feed what is whole: no sequence that has only begun."""
        super().feed(PRIVATE.sub(b"", data))


def seen(char: pyte.screens.Char) -> Cell:
    """What can be seen of a cell of the emulator: of a blank one, its background and its lines."""
    visible = char.data.strip() != "" or char.reverse or char.underscore
    return Cell(
        char.data,
        char.fg if visible else "default",
        char.bg,
        char.bold and visible,
        char.blink and visible,
        char.italics and visible,
        char.underscore,
        char.strikethrough,
        char.reverse,
    )


def complete(data: bytearray) -> bytes:
    """The data without an escape sequence at its end that has only begun."""
    unfinished = UNFINISHED.search(data)
    return bytes(data[: unfinished.start()] if unfinished else data)


def _with_stand_ins(attrs: tuple[int, ...]) -> list[int]:
    """The attributes, with stand-ins; the numbers that name a colour are left alone."""
    found: list[int] = []
    left = list(attrs)
    while left:
        if left[0] in (38, 48):
            length = 3 if left[1:2] == [5] else 5
            found += left[:length]
            del left[:length]
        else:
            found += _STAND_INS.get(left[0], (left[0],))
            del left[0]
    return found
