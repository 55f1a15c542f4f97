"""Answers of a terminal that nobody asked for, whole or in pieces, are not typed."""

from __future__ import annotations

import pytest

from sahel_tui.tui.answers import Answers

KEYS = "a\x1b[A\x1bOP\x1b[5~\x1b[1;5C\x1b\x1b[200~pasted\x1b[201~\x1b[I\x1b[97;5u\x1b[<0;3;4M"
ASKED_FOR = "\x1b[5;10R\x1b[?2026;2$y\x1b[?2048;0$y\x1b[48;24;80;0;0t"


def test_keys_and_what_was_asked_for_pass() -> None:
    assert Answers().typed(KEYS + ASKED_FOR) == KEYS + ASKED_FOR


@pytest.mark.parametrize(
    "answer",
    [
        *("\x1b[?5;10R", "\x1b[R", "\x1b[1;2;3;4R", "\x1b[?64;1c", "\x1b[>41;390;0c", "\x1b[0n"),
        *("\x1b[?0u", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]52;c;YQ==\x07", "\x1b[8;24;80t"),
        "\x1bP>|XTerm(390)\x1b\\",
    ],
)
def test_an_answer_that_nobody_asked_for_is_dropped(answer: str) -> None:
    assert Answers().typed(f"j{answer}k") == "jk"
    for cut in range(3 if answer[1] in "P]" else 2, len(answer)):
        answers = Answers()
        assert answers.typed(f"j{answer[:cut]}") + answers.typed(f"{answer[cut:]}k") == "jk"


def test_what_was_asked_for_passes_whole_though_it_came_in_pieces() -> None:
    answers = Answers()
    assert [answers.typed(piece) for piece in ("\x1b[5", ";1", "0Rj")] == ["", "", "\x1b[5;10Rj"]


def test_a_rest_that_never_comes_holds_nothing_up() -> None:
    answers = Answers()
    assert answers.typed("j\x1b[5;") == "j"
    answers.give_up()
    assert answers.typed("k") == "k"
    assert answers.typed("\x1b]1" + "x" * 300) == ""
    assert answers.typed("k") == "k"


def test_escape_is_a_key_at_once() -> None:
    assert Answers().typed("\x1b") == "\x1b"
