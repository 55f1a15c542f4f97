"""What a new user does with the shipped brief, by keyboard alone, in the real program."""

from __future__ import annotations

import re

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.sequences import strangers
from tests.terminal.session import Session

SIZES = [(80, 24), (140, 45)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_new_user_finds_the_way_by_keyboard(columns: int, rows: int) -> None:
    with Explorer(SHIPPED, columns=columns, rows=rows) as explorer:
        explorer.open()
        _read_the_bottom_line(explorer)
        _follow_a_claim_to_its_passages_and_back(explorer)
        _search_and_filter_the_timeline(explorer)
        _put_another_actor_in_the_centre(explorer)
        _ask_what_rests_on_a_passage(explorer)
        _ask_for_help(explorer)
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()
        assert explorer.outlived_by() == []
        assert strangers(bytes(explorer.raw)) == set()


def _read_the_bottom_line(explorer: Explorer) -> None:
    banner = "TLP:CLEAR"
    assert explorer.lines[0].strip() == banner
    assert explorer.lines[-1].strip() == banner
    assert explorer.lines[-2].startswith(" Mali, Burkina Faso and Niger sign")
    assert "1 of 6 points" in explorer.text
    assert "▶j1.1 The treaty serves the survival of the three regimes" in explorer.text
    assert "3 exact, of which 1 disputes · judgment · likely · moderate" in explorer.text


def _follow_a_claim_to_its_passages_and_back(explorer: Explorer) -> None:
    explorer.press("j")
    explorer.wait_for_text("▶j1.2 What state forces")
    explorer.press("enter")
    explorer.wait_for_text("passage 1 of 2: exact, supports")
    explorer.wait_for(lambda: _marked(explorer, "Abuses"))
    explorer.press("n")
    explorer.wait_for_text("passage 2 of 2: exact, supports")
    explorer.wait_for(lambda: _marked(explorer, "methods"))
    explorer.press("backspace")
    explorer.wait_for_text("2 of 6 points")
    explorer.press("k")
    explorer.wait_for_text("▶j1.1")


def _marked(explorer: Explorer, words: str) -> bool:
    """Whether the words stand on a line of the source that the bar of the selection runs along."""
    return any(re.search(rf"[▶┃] .*{words}", line) for line in explorer.lines)


def _search_and_filter_the_timeline(explorer: Explorer) -> None:
    explorer.press("T", "/")
    explorer.wait_for_text("/ search this pane")
    for letter in "coup":
        explorer.press(letter)
    explorer.wait_for_text("/ 1 of")
    explorer.press("enter", "n")
    explorer.wait_for_text("/ 2 of")
    explorer.escape('"coup"')
    explorer.press("&")
    explorer.wait_for_text("& filter this pane")
    explorer.press(*"wagner")
    explorer.wait_for_text("& hides")
    explorer.press("enter")
    explorer.wait_for_text("hides")
    explorer.escape("hides")
    explorer.wait_for_text("of 15 events")


def _put_another_actor_in_the_centre(explorer: Explorer) -> None:
    explorer.press("R")
    explorer.wait_until_idle()
    first = _centre(explorer)
    explorer.press("enter")
    explorer.wait_for(lambda: _centre(explorer) not in ("", first))
    explorer.press("backspace")
    explorer.wait_for(lambda: _centre(explorer) == first)
    explorer.press("l")
    explorer.wait_for_text("passage 1 of")
    explorer.press("<")
    explorer.wait_until_idle()


def _centre(explorer: Explorer) -> str:
    """The actor in the centre of the relationships."""
    found = re.search(r"3 Relationships · this brief  ● (.+?)  \d+\+", explorer.text)
    return found[1] if found else ""


def _ask_what_rests_on_a_passage(explorer: Explorer) -> None:
    explorer.press("B", "enter")
    explorer.wait_for_text("passage 1 of 3")
    explorer.press("w")
    explorer.wait_for_text("P j1.1 The treaty serves the survival")
    explorer.press("enter")
    explorer.wait_for(lambda: "┌" not in explorer.text)
    explorer.wait_for_text("▶j1.1")


def _ask_for_help(explorer: Explorer) -> None:
    explorer.press("?")
    explorer.wait_for_text("Keys that work here")
    explorer.wait_for(lambda: bool(re.search(r"Enter +Go to its passages", explorer.text)))
    explorer.escape("Keys that work here")
    explorer.press(":")
    explorer.wait_for_text("Search for commands")
    explorer.wait_until_idle()
    explorer.press(*"timeline")
    explorer.wait_for(lambda: "Next row" not in explorer.text)
    explorer.wait_until_idle()
    explorer.press("enter")
    explorer.wait_for_text("/15 ·")  # the status tells the place in the focused pane


def test_a_terminal_that_never_answers_is_as_good() -> None:
    with Session(sahel_tui(SHIPPED), answers=False) as session:
        session.wait_for_text("? help")
        session.press("j")
        session.wait_for_text("▶j1.2")
        session.press("q")
        assert session.wait_for_exit() == 0
