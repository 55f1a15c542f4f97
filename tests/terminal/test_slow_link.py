"""Over a slow link the screen is late by a frame at most, and in the end it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.explorer import SHIPPED, sahel_tui
from tests.terminal.link import IMMEDIATE, Link, SlowSession, Speed, hold_key

if TYPE_CHECKING:
    from tests.terminal.emulator import Cell
    from tests.terminal.session import Session

SLOW = Speed(2000, 0.3)
WHOLE_SCREEN = 4000
"""Bytes: no frame at 80x24 has more."""
PRESSES, A_SECOND = 30, 20


def shown(session: Session) -> tuple[list[list[Cell]], int, int]:
    """The screen, and where its cursor stands."""
    screen = session.screen
    return screen.cells(), screen.cursor.x, screen.cursor.y


def open_pane(session: Session, pane: str) -> None:
    session.wait_for_text("? help")
    session.press(pane, "g", "f")  # what follows a cursor at rest depends on where it has rested
    session.wait_until_idle(quiet=0.3)


@pytest.mark.parametrize("pane", ["S", "T", "A"])
def test_a_held_key_queues_no_more_than_a_frame_and_ends_on_the_right_screen(pane: str) -> None:
    link = Link()
    with (
        SlowSession(sahel_tui(SHIPPED), link=link) as slow,
        SlowSession(sahel_tui(SHIPPED), link=Link()) as unhindered,
    ):
        for session in (slow, unhindered):
            open_pane(session, pane)
        unhindered.press(*["j"] * PRESSES)
        unhindered.wait_until_idle(quiet=0.3)
        link.change_speed(SLOW)
        hold_key(slow, "j", seconds=PRESSES / A_SECOND, a_second=A_SECOND)
        slow.wait_for(lambda: shown(slow) == shown(unhindered))
        assert 0 < link.down.most <= WHOLE_SCREEN
        link.change_speed(IMMEDIATE)
        slow.wait_until_idle(quiet=0.3)
        assert shown(slow) == shown(unhindered)
