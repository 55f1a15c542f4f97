"""The timeline in the real program: what it draws reaches the terminal, with colour or not."""

from __future__ import annotations

import pytest

from tests.shipped import FOLDER
from tests.terminal.explorer import Explorer

COUPS = FOLDER / "2022-07-31-malis-two-coups.toml"


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_the_timeline_is_looked_at_closely(environment: dict[str, str]) -> None:
    with Explorer(COUPS, "--fresh", columns=100, rows=30, environment=environment) as explorer:
        explorer.wait_for_text("? help")
        explorer.press("T", "z")
        explorer.wait_for_text("7 months without events")
        explorer.wait_for_text("▲")
        explorer.press("t", *"24 may 2021", "enter")
        explorer.wait_for_text("The first event from 24 May 2021 on.")
        assert any(line.startswith("▶24 May 2021") for line in explorer.lines)
        explorer.press("v")
        explorer.wait_for_text("lane 1 of 14 by actor")
        explorer.press("enter", "j")
        explorer.wait_for_text("▾ Mali")
        explorer.press("v", "v", "v", "W")
        explorer.wait_for_text("certainly within May 2021")


def test_a_terminal_without_unicode_has_it_in_ascii() -> None:
    environment = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}
    with Explorer(COUPS, "--fresh", columns=80, rows=24, environment=environment) as explorer:
        explorer.wait_for_text("? help")
        explorer.press("T", "z")
        explorer.wait_for_text("7 months without events")
        explorer.wait_for_text("^")
        assert explorer.text.isascii()
