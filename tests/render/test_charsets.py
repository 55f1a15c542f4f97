"""The frozen classes of characters against the rule that they were made by."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest
from rich.cells import get_character_cell_size
from wcwidth import wcwidth

from sahel_tui.render import charsets

NEVER_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
IGNORABLE = "\u034f\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0"
IGNORABLE_BEYOND = "\U000e0000-\U000e0fff"
BLANK = "\u2800\ufffc\U0001d159"
MEASURED_IN_TWO_WAYS = (
    "\u302e-\u302f\u3248-\u324f\u2630-\u2637\u268a-\u268f\U00016ff0-\U00016ff1"
    "\U0001d165-\U0001d166\U0001d16d-\U0001d172\U0001d300-\U0001d376"
)
"""By rich and wcwidth in one way, by the C library (glibc 2.36, and tmux 3.3a on it) in another."""


EVERYTHING = frozenset(range(0x110000))


def members(*classes: str) -> set[int]:
    """The code points of the inside of a `[...]`."""
    ranges = re.findall("(.)(?:-(.))?", "".join(classes), re.DOTALL)
    return {c for first, last in ranges for c in range(ord(first), ord(last or first) + 1)}


@cache
def unsafe() -> set[int]:
    return members(charsets.UNSAFE, charsets.UNSAFE_BEYOND)


@cache
def widths() -> dict[int, tuple[int, int]]:
    """What rich and wcwidth say of every character of the categories that are shown."""
    shown = (chr(c) for c in EVERYTHING if unicodedata.category(chr(c)) not in NEVER_SHOWN)
    return {ord(c): (get_character_cell_size(c), wcwidth(c)) for c in shown}


@cache
def unsafe_by_rule() -> frozenset[int]:
    disputed = {c for c, (rich, other) in widths().items() if rich != other}
    listed = members(IGNORABLE, IGNORABLE_BEYOND, BLANK, MEASURED_IN_TWO_WAYS)
    return ((EVERYTHING - widths().keys()) | disputed | listed) - {ord("\n")}


@pytest.mark.skipif(unicodedata.unidata_version != "14.0.0", reason="frozen at Unicode 14")
def test_unsafe_is_what_the_rule_says() -> None:
    assert {f"{c:X}" for c in unsafe() ^ unsafe_by_rule()} == set()


def test_nothing_that_the_rule_hides_is_shown_under_a_newer_unicode() -> None:
    assert {f"{c:X}" for c in unsafe_by_rule() - unsafe()} == set()


def test_every_shown_character_has_the_width_that_rich_and_wcwidth_give_it() -> None:
    marks = members(charsets.MARKS, charsets.MARKS_BEYOND)
    wide = members(charsets.WIDE, charsets.WIDE_BEYOND)
    shown = widths().keys() - unsafe()
    wrong = [c for c in shown if {0 if c in marks else 2 if c in wide else 1} != {*widths()[c]}]
    assert wrong == []
