"""From one look to another: what a terminal shows after the sequence is the look that was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from sahel_tui.tui.lean.looks import PLAIN, Look, look_of, turn
from tests.terminal.emulator import Cell, Screen, Stream

COLOURS = ("", "31", "92", "38;5;208", "38;2;1;2;3")
GROUNDS = ("", "44", "103", "48;5;17", "48;2;9;8;7")
LOOKS = st.builds(
    Look,
    st.lists(st.sampled_from(["1", "2", "3", "4", "7", "21"]), unique=True)
    .filter(lambda codes: not {"4", "21"} <= set(codes))  # one attribute: the last one holds
    .map(lambda codes: tuple(sorted(codes))),
    st.sampled_from(COLOURS),
    st.sampled_from(GROUNDS),
)


def shown(*sequences: str) -> Cell:
    """What a terminal shows of an `x` after the sequences."""
    screen = Screen(2, 1)
    Stream(screen).feed(("".join(sequences) + "x").encode())
    return screen.cells()[0][0]


def whole(look: Look) -> str:
    """The look after a reset: all that it is, in one sequence."""
    codes = [*look.attributes, *filter(None, (look.foreground, look.background))]
    return f"\x1b[0;{';'.join(codes)}m" if codes else "\x1b[m"


@given(st.lists(LOOKS, min_size=2, max_size=5))
def test_turning_through_looks_ends_in_the_last_one(looks: list[Look]) -> None:
    turns = [turn(old, new) for old, new in zip([PLAIN, *looks], looks, strict=False)]

    assert shown(*turns) == shown(whole(looks[-1]))


@given(LOOKS, LOOKS)
def test_a_turn_takes_no_more_bytes_than_a_reset_and_all_codes(old: Look, new: Look) -> None:
    assert len(turn(old, new)) <= len(whole(new))


@pytest.mark.parametrize(
    ("style", "colours", "look"),
    [
        (None, ColorSystem.TRUECOLOR, PLAIN),
        (Style(color="default", bgcolor="default"), ColorSystem.TRUECOLOR, PLAIN),
        (Style(link="https://example.org"), ColorSystem.TRUECOLOR, PLAIN),
        (Style(bold=True, color="red"), ColorSystem.STANDARD, Look(("1",), "31")),
        (Style(bold=True, color="red"), None, Look(("1",))),
        (Style(underline=True, underline2=True), None, Look(("21",))),
        (Style(bgcolor="#ff0000"), ColorSystem.TRUECOLOR, Look((), "", "48;2;255;0;0")),
        (Style(bgcolor="#ff0000"), ColorSystem.EIGHT_BIT, Look((), "", "48;5;196")),
    ],
)
def test_styles_that_look_the_same_are_the_same(
    style: Style | None, colours: ColorSystem | None, look: Look
) -> None:
    assert look_of(style, colours) == look
    assert (look_of(style, colours) is PLAIN) == (look == PLAIN)


@given(LOOKS, LOOKS)
def test_where_there_are_no_colours_nothing_younger_than_a_vt100_is_sent(
    old: Look, new: Look
) -> None:
    old, new = Look(old.attributes), Look(new.attributes)
    codes = turn(old, new).removeprefix("\x1b[").removesuffix("m").split(";")

    assert set(codes) <= {"", "0", *new.attributes}
