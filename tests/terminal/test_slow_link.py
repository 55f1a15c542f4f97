"""Over a slow link the screen is late by a frame at most, and in the end it is right."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
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


def test_an_answer_that_is_late_is_not_typed_into_the_shell() -> None:
    shell = ["sh", "-c", f"{shlex.join(sahel_tui(SHIPPED))}; echo left; read -r typed"]
    link = Link()
    with SlowSession(shell, link=link) as session:
        open_pane(session, "S")
        link.change_speed(Speed(8000, 0.5))
        left = len(session.raw)
        session.press("j", "q")
        session.wait_for(lambda: b"left\r\n" in session.raw)
        session.press("enter")
        session.wait_for(lambda: session.ended or session.process.poll() is not None)
        while session.read(0.5):
            pass

        assert b"\x1b[6n" in session.raw[left:]
        assert b"R" not in bytes(session.raw).rpartition(b"left\r\n")[2]


def test_answers_to_one_who_quits_before_the_first_screen_are_not_typed_either() -> None:
    shell = ["sh", "-c", f"{shlex.join(sahel_tui(SHIPPED))}; echo left; read -r typed"]
    with SlowSession(shell, link=Link(Speed(8000, 0.4))) as session:
        session.press("q")
        session.wait_for(lambda: b"left\r\n" in session.raw)
        while session.read(0.5):
            pass

        assert b"\x1b[6n" in session.raw
        assert bytes(session.raw).endswith(b"left\r\n")


def test_changes_of_size_queue_no_more_than_a_frame() -> None:
    link = Link()
    with SlowSession(sahel_tui(SHIPPED), link=link) as session:
        open_pane(session, "S")
        link.change_speed(SLOW)
        for number in range(30):
            session.resize(80 + number % 7, 24 + number % 3)
            session.read(0.02)
        assert 0 < link.down.most <= 2 * WHOLE_SCREEN


@pytest.mark.parametrize("keys", ["", ":", ":x", "/", "d", "s", "R/", "?"])
def test_nothing_is_sent_while_nothing_happens(keys: str) -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.press(*keys)
        explorer.wait_until_idle(quiet=1.2, seconds=10)
