"""Rows of text folded, as a quick way to see that a word is not in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from sahel_tui.anchoring.words import APOSTROPHES
from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Digits and letters with a sign, such as ⒈: folding keeps the sign, and a word doesn't.
_WITH_A_SIGN = re.compile("[\u2474-\u24e9\U0001f100-\U0001f12a]")
_ASCII = bytes(range(128))


def _easy() -> Iterator[tuple[str, str]]:
    """Latin letters without their marks, and signs that are no part of a word."""
    for letter in map(chr, range(0xC0, 0x180)):
        plain = "".join(one for one in normalize("NFKD", letter) if not combining(one))
        if plain.isascii() and plain.isalpha():
            yield letter, plain.lower()
    yield from dict.fromkeys("\xa0«»“”–—…", " ").items()
    yield from dict.fromkeys("’‘", "").items()


_EASY = dict(_easy())


def folded_rows(text: str, rows: Sequence[str]) -> list[str]:
    """Each row folded; `text` is all of them, in small letters, a line each.

    Most rows need no more for it than what is done to all of them at once.
    """
    # What is not ASCII is little: to look through it alone is quicker than to look through all.
    for letter in set(text.encode(errors="replace").translate(None, _ASCII).decode()):
        if letter in _EASY:
            text = text.replace(letter, _EASY[letter])
    return [
        row if row.isascii() else _folded(rows[at])
        for at, row in enumerate(_without_signs(text).split("\n"))
    ]


def _folded(row: str) -> str:
    """A row folded by itself; as it is where that would leave a sign within a word."""
    row = _without_signs(row)
    for sign in APOSTROPHES:  # of some, folding makes a space
        row = row.replace(sign, "")
    return row if row.isascii() or _WITH_A_SIGN.search(row) else fold(row)


def _without_signs(text: str) -> str:
    """A text without the signs that are no part of a word, though they may stand in it."""
    for sign in "-'’‘`":
        text = text.replace(sign, "")
    return text
