"""What the terminal shows is, cell by cell, what the program meant to draw."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcwidth

from tests.hostile import WIDE, wide_brief
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.session import Session
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal.tmux import Tmux

SIZES = [(80, 24), (140, 45), (100, 30), (40, 12)]
KEYS = [*"jGARTGSg", "space", "space", "space", "G", "w"]
NAMES = {"space": " "}
DIVIDER = "▏"


def base(line: str) -> str:
    """A line without the marks that take no cell of their own; blanks at the end don't count.

    The emulator joins some marks to their letter and drops the others.
    """
    marked = unicodedata.normalize("NFD", line)
    return "".join(char for char in marked if wcwidth(char) != 0).rstrip()


def cells(line: str) -> int:
    """How many cells a terminal gives the line."""
    return sum(wcwidth(char) for char in line)


def differences(shown: list[str], meant: list[str]) -> list[tuple[str, str]]:
    """The lines that differ, as shown and as meant."""
    return [(a, b) for a, b in zip(shown, meant, strict=True) if base(a) != base(b)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_the_screen_shows_what_the_program_drew(
    tmp_path: Path, columns: int, rows: int
) -> None:
    path = wide_brief(tmp_path)
    with Explorer(path, columns=columns, rows=rows) as explorer:
        explorer.open()
        async with exploring(path, columns, rows) as meant:
            await meant.counted()
            for key in ["", *KEYS]:
                if key:
                    explorer.press(NAMES.get(key, key))
                    await meant.press(key)
                _wait_until_equal(explorer, lambda: explorer.lines, meant.lines)
                assert {cells(line) for line in meant.lines} == {columns}
                explorer.seen.append(explorer.text)
    if columns >= 100:
        seen = base("\n".join(explorer.seen))
        assert [script for script, text in WIDE.items() if not _shows(seen, text)] == []


def _shows(seen: str, text: str) -> bool:
    return any(base(word)[:8] in seen for word in text.split()[:3])


def test_the_divider_stands_in_one_column_whatever_is_beside_it(tmp_path: Path) -> None:
    with Explorer(wide_brief(tmp_path), columns=140, rows=45) as explorer:
        explorer.open()
        for keys in ("A j", "R G", "T G", "S G"):
            explorer.walk(keys)
            column = _divider(explorer, 3)
            for row in range(2, 41):  # below the title, above the detail
                assert _divider(explorer, row) == column, explorer.text
                margin = explorer.screen.buffer[row][column + 1].data
                assert margin in " ▶┃", explorer.text


def _divider(explorer: Explorer, row: int) -> int:
    """The column of the divider in a row of the screen."""
    line = explorer.screen.buffer[row]
    columns = [x for x in range(explorer.screen.columns) if line[x].data == DIVIDER]
    assert len(columns) == 1, explorer.text
    return columns[0]


@pytest.mark.system("tmux")
@pytest.mark.parametrize(("columns", "rows"), SIZES[:2])
async def test_tmux_shows_what_the_program_drew(
    tmp_path: Path, tmux: Tmux, columns: int, rows: int
) -> None:
    # tmux 3.3 gives the spacing marks of Indic scripts (Mc) a cell where wcwidth says none.
    path = wide_brief(tmp_path / "brief", without=["devanagari"])
    command = [*tmux.command, "new-session", *sahel_tui(path)]
    with Session(command, columns=columns, rows=rows) as session:
        async with exploring(path, columns, rows) as meant:
            await meant.counted()
            for key in ["", *KEYS]:
                if key:
                    session.press(NAMES.get(key, key))
                    await meant.press(key)
                _wait_until_equal(session, lambda: tmux.lines(rows), meant.lines)


def _wait_until_equal(session: Session, shown: Callable[[], list[str]], meant: list[str]) -> None:
    try:
        session.wait_for(lambda: not differences(shown(), meant), seconds=10)
    except AssertionError:
        assert differences(shown(), meant) == []
