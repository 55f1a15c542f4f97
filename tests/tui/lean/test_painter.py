"""Whatever was shown before, a frame makes a terminal show what it should."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip
from wcwidth import wcswidth

from sahel_tui.tui.lean.painter import Painter
from tests.terminal.emulator import Cell, Screen, Stream

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS, ROWS = 24, 8
STYLES = (
    None,
    Style(),
    Style(bold=True),
    Style(italic=True, color="green"),
    Style(reverse=True),
    Style(underline=True, bgcolor="blue"),
)
LETTERS = "abc xyz .,-é—▶│漢字한글🙂ياﺎ"
MARKED = ("e\u0301", "ا\u064e", "a\u0300\u0323")
TEXTS = st.lists(st.sampled_from([*LETTERS, *MARKED]), max_size=12).map("".join)
PIECES = st.tuples(TEXTS, st.sampled_from(STYLES))
LINES = st.lists(PIECES, max_size=4)
SCREENS = st.lists(LINES, min_size=ROWS, max_size=ROWS)
NO_WRAPPING = b"\x1b[?7l"
"""What the program says when it starts."""
CURSORS = st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1))

Line = list[tuple[str, Style | None]]


def strip_of(line: Line, columns: int = COLUMNS) -> Strip:
    """A line as Textual hands it over: exactly as wide as there is room."""
    return Strip([Segment(*piece) for piece in line]).adjust_cell_length(columns)


def update_of(lines: Sequence[Line]) -> LayoutUpdate:
    """A whole screen."""
    strips = [[strip_of(line)] for line in lines]
    return LayoutUpdate(list(strips), Region(0, 0, COLUMNS, len(lines)))


class Terminal:
    """A painter and the terminal that it paints on."""

    def __init__(self) -> None:
        self.painter = Painter(COLUMNS, ROWS, ColorSystem.TRUECOLOR)
        self.screen = Screen(COLUMNS, ROWS)
        self._stream = Stream(self.screen)
        self._stream.feed(NO_WRAPPING)

    def send(self, cursor: tuple[int, int] = (0, 0)) -> str:
        """Send a frame."""
        frame = self.painter.frame(cursor)
        self._stream.feed(frame.encode())
        return frame

    @property
    def cells(self) -> list[list[Cell]]:
        return self.screen.cells()


def drawn_at_once(painter: Painter) -> list[list[Cell]]:
    """What a terminal shows that gets all of what a painter wants in one piece."""
    screen = Screen(COLUMNS, ROWS)
    Stream(screen).feed(NO_WRAPPING)
    for y, row in enumerate(painter.wanted):
        for x, (text, look) in enumerate(row):
            codes = [*look.attributes, *filter(None, (look.foreground, look.background))]
            sgr = f"\x1b[0;{';'.join(codes)}m" if codes else "\x1b[m"
            if text:
                Stream(screen).feed(f"\x1b[{y + 1};{x + 1}H{sgr}{text}".encode())
    return screen.cells()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SCREENS, CURSORS), min_size=1, max_size=4))
def test_a_terminal_shows_each_screen_in_turn(
    frames: list[tuple[list[Line], tuple[int, int]]],
) -> None:
    terminal = Terminal()
    for lines, cursor in frames:
        terminal.painter.take(update_of(lines))
        terminal.send(cursor)

        assert terminal.cells == drawn_at_once(terminal.painter)
        assert (terminal.screen.cursor.y, terminal.screen.cursor.x) == cursor
        for row, line in zip(terminal.screen.display, lines, strict=True):
            text = "".join(text for text, _ in line)
            if wcswidth(text) <= COLUMNS:  # the emulator composes letters and marks
                assert row.rstrip() == normalize("NFC", text.rstrip())


@settings(max_examples=60, deadline=None)
@given(SCREENS, st.integers(-ROWS, ROWS), st.integers(0, ROWS), st.integers(0, ROWS))
def test_rows_that_move_are_right_wherever_they_go(
    lines: list[Line], by: int, first: int, last: int
) -> None:
    terminal = Terminal()
    terminal.painter.take(update_of(lines))
    terminal.send()
    band = lines[first:last]
    band = band[by:] + band[:by] if band else []
    terminal.painter.take(update_of([*lines[:first], *band, *lines[max(first, last) :]]))
    terminal.send()

    assert terminal.cells == drawn_at_once(terminal.painter)


@settings(max_examples=60, deadline=None)
@given(SCREENS, LINES, st.integers(0, ROWS - 1), st.data())
def test_part_of_a_line_leaves_the_rest_alone(
    lines: list[Line], line: Line, y: int, data: st.DataObject
) -> None:
    terminal = Terminal()
    terminal.painter.take(update_of(lines))
    terminal.send()
    x1 = data.draw(st.integers(0, COLUMNS - 1))
    end = data.draw(st.integers(x1 + 1, COLUMNS))
    x2 = data.draw(st.integers(x1 + 1, COLUMNS))
    chops: list[dict[int, Strip | None]] = [{} for _ in range(ROWS)]
    ends: list[list[int]] = [[] for _ in range(ROWS)]
    chops[y], ends[y] = {x1: strip_of(line, end - x1)}, [end]
    before = list(terminal.painter.wanted[y])
    terminal.painter.take(ChopsUpdate(chops, [(y, x1, x2)], ends))
    terminal.send()

    assert terminal.cells == drawn_at_once(terminal.painter)
    untouched = [x for x in range(COLUMNS) if x < x1 - 1 or x > end]
    assert all(terminal.painter.wanted[y][x] == before[x] for x in untouched)


def test_an_update_that_ends_within_a_wide_character_draws_all_of_it() -> None:
    terminal = Terminal()
    chops: list[dict[int, Strip | None]] = [{0: strip_of([("ab漢字", None)])}]
    terminal.painter.take(ChopsUpdate(chops, [(0, 0, 3)], [[COLUMNS]]))
    terminal.send()

    assert terminal.screen.display[0].rstrip() == "ab漢字"


@pytest.mark.parametrize("under", ["e", "漢"])
def test_a_mark_that_begins_a_piece_stands_on_what_is_before_it(under: str) -> None:
    terminal = Terminal()
    bold = Style(bold=True)
    lines: list[Line] = [[("ab", None), (under, bold), ("\u0323c", None)], *[[]] * (ROWS - 1)]
    terminal.painter.take(update_of(lines))
    terminal.send()

    assert terminal.screen.display[0].rstrip() == normalize("NFC", f"ab{under}\u0323c")
    assert terminal.cells == drawn_at_once(terminal.painter)


def test_a_chop_that_begins_where_an_update_ends_is_not_of_it() -> None:
    terminal = Terminal()
    terminal.painter.take(update_of([[("left right", None)]]))
    chops: list[dict[int, Strip | None]] = [
        {0: strip_of([("LEFT ", None)], 5), 5: strip_of([], COLUMNS - 5)}
    ]
    terminal.painter.take(ChopsUpdate(chops, [(0, 0, 5)], [[5, COLUMNS]]))
    terminal.send()

    assert terminal.screen.display[0].rstrip() == "LEFT right"


def test_nothing_is_sent_where_nothing_changed() -> None:
    terminal = Terminal()
    lines: list[Line] = [[("a line", None)]] * ROWS
    terminal.painter.take(update_of(lines))
    terminal.send((1, 1))
    terminal.painter.take(update_of([[("a ", None), ("line", Style())], *lines[1:]]))

    assert terminal.send((1, 1)) == ""


def test_a_cursor_that_moves_costs_a_few_bytes() -> None:
    terminal = Terminal()
    lines: list[Line] = [[(f"  line {y}", None)] for y in range(ROWS)]
    terminal.painter.take(update_of([[("▶ line 0", None)], *lines[1:]]))
    terminal.send((0, 0))
    terminal.painter.take(update_of([lines[0], [("▶ line 1", None)], *lines[2:]]))

    assert len(terminal.send((1, 0)).encode()) < 20


def test_a_band_of_rows_is_moved_by_the_terminal() -> None:
    terminal = Terminal()
    lines: list[Line] = [[(3 * f"{chr(65 + y) * 7} ", Style(bold=y == 3))] for y in range(ROWS + 1)]
    terminal.painter.take(update_of(lines[:ROWS]))
    terminal.send()
    terminal.painter.take(update_of([lines[0], *lines[2:]]))
    frame = terminal.send()

    assert "\x1b[2;8r" in frame
    assert len(frame) < 70
    assert terminal.cells == drawn_at_once(terminal.painter)


@given(SCREENS)
@settings(max_examples=60, deadline=None)
def test_a_question_in_the_middle_changes_nothing(lines: list[Line]) -> None:
    terminal = Terminal()
    terminal.painter.take(update_of(lines))
    frame, middle = terminal.painter.frame((0, 0)), terminal.painter.middle
    Stream(terminal.screen).feed(NO_WRAPPING + frame[:middle].encode())

    assert not middle or terminal.screen.cursor.y > 0  # where no answer reads like a key
    assert middle == 0 or 2 * middle >= len(frame)
    Stream(terminal.screen).feed(frame[middle:].encode())
    assert terminal.cells == drawn_at_once(terminal.painter)


def test_after_forgetting_all_is_sent_over_whatever_stands_there() -> None:
    terminal = Terminal()
    lines: list[Line] = [[(f"line {y}", Style(bold=True))] for y in range(ROWS)]
    terminal.painter.take(update_of(lines))
    terminal.send()
    terminal.screen.scribble()
    terminal.painter.forget()
    terminal.send()

    assert terminal.cells == drawn_at_once(terminal.painter)


@pytest.mark.parametrize(
    "text", ["a\x1b[2Jb", "a\x07b", "a\x9bb", "a\u202eb", "a\x7fb", "a\ud800b"]
)
def test_what_is_no_text_takes_a_cell_and_says_so(text: str) -> None:
    terminal = Terminal()
    terminal.painter.take(update_of([[(text, None)]]))
    row = "".join(cell for cell, _ in terminal.painter.wanted[0])

    assert row.startswith("a\ufffd")
    assert not set(row) & set("\x1b\x07\x9b\u202e\x7f\ud800")


def test_a_mark_with_nothing_to_stand_on_is_left_out() -> None:
    terminal = Terminal()
    terminal.painter.take(update_of([[("\u0301a", None)]]))
    terminal.send()

    assert terminal.screen.display[0].rstrip() == "a"
