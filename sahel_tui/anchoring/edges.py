"""Where words begin and end, in the scripts that are written with spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Scripts written without spaces, or with particles that follow a word without one: Thai to
# Tibetan, Myanmar, Hangul, Khmer, Tai, Balinese, Kana, ideographs, Yi, Javanese.
_UNSPACED = (
    "[\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f"
    "\u3005-\u3007\u3040-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f"
    "\ua960-\ua97f\ua980-\ua9df\uaa60-\uaadf\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff]"
)
_UNSEEN = "\u00ad\u2060\ufeff"
"""What may stand unseen inside a word."""
_SIGNS = frozenset(char for char in map(chr, range(128)) if not char.isalnum())


def cuts_word(text: str, at: int) -> bool:
    """Whether offset `at` lies inside a word: letters, digits or marks stand on both sides."""
    if not 0 < at < len(text):
        return False
    if text[at - 1] in _SIGNS or text[at] in _SIGNS:  # nearly always
        return False
    before = text[max(0, at - 4) : at].rstrip(_UNSEEN)[-1:]
    after = text[at : at + 4].lstrip(_UNSEEN)[:1]
    return is_in_word(before) and is_in_word(after)


def is_in_word(char: str) -> bool:
    """Whether a character goes on into the next one of a word; not so a superscript number."""
    if not char or (not is_western(char) and _unspaced().match(char)):
        return False
    return char.isalpha() or char.isdecimal() or unicodedata.category(char).startswith("M")


def is_western(char: str) -> bool:
    """Whether a character is of no such script for sure: one before Thai, or a sign."""
    return char < "\u0e00" or "\u2000" <= char < "\u3005"


@cache
def _unspaced() -> re.Pattern[str]:
    """Made when it is needed: it takes as long as reading a small brief."""
    return re.compile(_UNSPACED)
