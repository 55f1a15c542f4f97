"""The drawn relationships in the real program, in terminals of all kinds."""

from __future__ import annotations

import sys

import pytest

from tests.shipped import FOLDER
from tests.terminal.session import Session

COUPS = str(FOLDER / "2022-07-31-malis-two-coups.toml")
ASCII = {"LANG": "C", "LC_ALL": "C", "TERM": "vt100"}


def session(columns: int, rows: int, **environment: str) -> Session:
    command = [sys.executable, "-m", "sahel_tui", COUPS, "--fresh"]
    return Session(command, columns=columns, rows=rows, environment=environment)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (140, 45)])
def test_map_and_matrix_in_a_terminal(size: tuple[int, int]) -> None:
    with session(*size) as terminal:
        terminal.wait_for_text("Mali", seconds=30)
        terminal.press("R", "m")
        terminal.wait_for_text("●Mali◀", seconds=30)
        assert any(0x2800 < ord(character) < 0x2900 for character in terminal.text)
        terminal.press("m")
        terminal.wait_for_text("┈", seconds=30)
        terminal.press("m")
        terminal.wait_for_text("supported by", seconds=30)


def test_a_terminal_of_ascii_tells_signs_selection_and_dates() -> None:
    with session(80, 24, **ASCII) as terminal:
        terminal.wait_for_text("Mali", seconds=30)
        terminal.press("R", "m", "z")
        terminal.wait_for_text("*Mali<", seconds=30)
        assert "#" in terminal.text
        assert "+!" in terminal.text
        terminal.press("t", *"2021", "enter")
        terminal.wait_for_text("as of 2021: 1 certain, 13 possible, 6 not", seconds=30)
        terminal.wait_for_text("-2?", seconds=30)
        assert terminal.text.isascii()
