"""Keys that arrive in one bunch, as over a slow line, do what they would do one by one."""

from __future__ import annotations

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer

LEADS_TO = {
    "T/coup\rn": '/ 2 of 2 matches: "coup"',
    "T&wagner\rj": "2 of 3 events",
    "Tjj\r<j": "4 of 15 events",
    "B\rnN\x7fj": "▶j1.2 What state forces",
    "?q:relationships\r": "1/9 ·",
    "iqoqaq?qjj": "▶j1.3 The departure",
    "R\r\x7fjjj": "/9 ·",
    "/zz\x1bj": "▶j1.2 What state forces",
    "/zz\x1b\rT": "of 15 events",
    "w\x1bjij\x1b\x1bj": "▶j1.3 The departure",
    "T/co\x1b/coup\r": '/ 1 of 2 matches: "coup"',
    "z\x1b[200~q\x1bq\x1bj\x1b[201~j": "▶j1.2 What state forces",
}


@pytest.mark.parametrize("keys", LEADS_TO)
def test_a_bunch_of_keys_leads_where_the_keys_do(keys: str) -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.send(keys)
        explorer.wait_for_text(LEADS_TO[keys])


def test_a_key_soon_after_escape_is_not_one_with_alt() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.press(*"/zz")
        explorer.wait_for_text("/ zz")
        explorer.send("\x1b")
        explorer.read(0.01)
        explorer.send("j")
        explorer.wait_for_text("▶j1.2 What state forces")


def test_closing_keys_that_come_twice_do_not_end_it_badly() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.send("iq?qq")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()


def test_a_paste_that_comes_in_pieces_is_one_wherever_it_is_cut() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.send("z")
        explorer.wait_for_text("zoomed")
        for piece in ("\x1b[20", "0~q\x1bq", "\x1b"):
            explorer.send(piece)
            explorer.read(0.3)  # longer than one waits for what follows an Escape
        explorer.send("[201~j")
        explorer.wait_for_text("▶j1.2 What state forces")
        assert "zoomed" in explorer.text
