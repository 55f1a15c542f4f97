"""Rows of text folded, as a quick way to see that a word is not in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from sahel_tui.anchoring.words import APOSTROPHES
from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# Digits and letters with a sign, such as ⒈: folding keeps the sign, and a word doesn't.
_WITH_A_SIGN = re.compile("[\u2474-\u24e9\U0001f100-\U0001f12a]")
_LATIN = "".join(map(chr, range(0xC0, 0x180)))
_PARTING = "\xa0«»“”–—…"
_MARKS = sorted({one for one in normalize("NFKD", _LATIN) if combining(one)})
_HARD = re.compile(rf"[^\x00-\x7f{_LATIN}{_PARTING}’‘]")
"""Whatever is neither a Latin letter with its marks nor one of the signs that are known here."""


def folded_rows(text: str, rows: Sequence[str]) -> list[str]:
    """Each row folded; `text` is all of them, in small letters, a line each.

    Most rows need no more for it than what is done to all of them at once.
    """
    hard = _HARD.search(text) is not None
    return [
        row if row.isascii() and not (hard and _HARD.search(rows[at])) else _folded(rows[at])
        for at, row in enumerate(_without_signs(_without_marks(text)).split("\n"))
    ]


def _folded(row: str) -> str:
    """A row folded by itself; as it is where that would leave a sign within a word."""
    row = _without_signs(row)
    for sign in APOSTROPHES:  # of some, folding makes a space
        row = row.replace(sign, "")
    return row if row.isascii() or _WITH_A_SIGN.search(row) else fold(row)


def _without_marks(text: str) -> str:
    """A text without the marks of Latin letters, and a space for signs that part words."""
    if text.isascii():
        return text
    for sign in _PARTING:
        text = text.replace(sign, " ")
    text = normalize("NFKD", text)
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text


def _without_signs(text: str) -> str:
    """A text without the signs that are no part of a word, though they may stand in it."""
    for sign in "-'’‘`":
        text = text.replace(sign, "")
    return text
