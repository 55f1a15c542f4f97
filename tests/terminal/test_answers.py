"""What a terminal answers, whenever and however it comes, stalls nothing and types nothing."""

from __future__ import annotations

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer

ANSWERS = {
    "where the cursor is": "\x1b[5;10R",
    "in the top row, as a key with a modifier": "\x1b[1;2R",
    "far away": "\x1b[999;999R",
    "a private one": "\x1b[?5;10R",
    "without numbers": "\x1b[R",
    "with too many": "\x1b[1;2;3;4R",
    "what it is": "\x1b[?64;1;2;22c",
    "what it is, secondly": "\x1b[>41;390;0c",
    "all is well": "\x1b[0n",
    "a mode that it knows": "\x1b[?2026;2$y",
    "a mode that it does not": "\x1b[?2048;0$y",
    "the keyboard": "\x1b[?0u",
    "its background": "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "its name": "\x1bP>|XTerm(390)\x1b\\",
    "its size": "\x1b[8;24;80t",
    "the focus, gone and back": "\x1b[O\x1b[I",
}


@pytest.fixture(params=[True, False], ids=["answering", "silent"])
def explorer(request: pytest.FixtureRequest) -> Explorer:
    """The explorer in a terminal that answers what it is asked, or never does."""
    return Explorer(SHIPPED, answers=request.param)


def test_answers_that_nobody_asked_for_type_nothing(explorer: Explorer) -> None:
    with explorer:
        explorer.open()
        explorer.press("T", "/")
        explorer.wait_for_text("/ search this pane")
        for letter, answer in zip("coup" * 4, ANSWERS.values(), strict=True):
            explorer.send(f"{answer}{letter}{answer}")
        explorer.wait_for_text("/ coupcoupcoupcoup")
        explorer.wait_until_idle(0.15)
        assert explorer.lines[-2] == "/ coupcoupcoupcoup"
        explorer.press("ctrl+u", *"coup", "enter")
        explorer.wait_for_text("/ 1 of")


def test_an_answer_among_keys_is_no_key() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.press("T")
        explorer.wait_for_text("▶")
        explorer.send("".join(f"j{answer}{answer}" for answer in [*ANSWERS.values()][:12]))
        explorer.wait_for_text("of 15 events")
        explorer.wait_for(lambda: "13 of 15 events" in explorer.text)
        explorer.wait_until_idle(0.15)
        assert "13 of 15 events" in explorer.text


@pytest.mark.parametrize("pieces", [("\x1b[", "5;10R"), ("\x1b[5;1", "0R")])
def test_an_answer_in_pieces_types_nothing(pieces: tuple[str, str]) -> None:
    with Explorer(SHIPPED, answers=False) as explorer:  # none other comes in between
        explorer.open()
        explorer.press("T", "/")
        explorer.wait_for_text("/ search this pane")
        explorer.press(*"co")
        explorer.wait_for_text("/ co")
        explorer.send(pieces[0])
        explorer.wait_until_idle(0.3)
        explorer.send(pieces[1])
        explorer.press(*"up")
        explorer.wait_for_text("/ coup")
        assert explorer.lines[-2] == "/ coup"


@pytest.mark.parametrize("pixels", ["480;800", "0;0"])
def test_a_size_in_pixels_moves_no_click(pixels: str) -> None:
    with Explorer("--mouse", SHIPPED) as explorer:
        explorer.open()
        explorer.send(f"\x1b[48;24;80;{pixels}t\x1b[<0;10;7M\x1b[<0;10;7m")
        explorer.wait_for_text("▶j1.2")


@pytest.mark.parametrize("key", ["1114112;1", "99999999999999999999", "97;1;1114112"])
def test_a_key_that_none_can_be_stops_nothing(key: str) -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.send(f"\x1b[{key}u")
        explorer.press("T")
        explorer.wait_for_text("of 15 events")
