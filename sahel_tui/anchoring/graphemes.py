"""Where a text may be cut: never inside what a reader sees as one character."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahel_tui.anchoring.states import Span

_JOINER = "\u200d"
_LONGEST = 256
"""Code points of a cluster that are looked at: no script needs as many; a text may have them."""
_MARKS = frozenset(("Mn", "Mc", "Me"))


def splits_cluster(text: str, at: int) -> bool:
    """Whether offset `at` lies inside a grapheme cluster (UAX 29, the rules that join)."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if after < "\u0300":
        return False
    if before in "\n\t" or unicodedata.category(before) in ("Cc", "Zl", "Zp"):
        return False
    return (
        _extends(after)
        or (before == _JOINER and unicodedata.category(after) == "So")
        or _joins_syllable(before, after)
        or (_is_flag_letter(before) and _is_flag_letter(after) and _odd_flag_letters(text, at))
    )


def whole_clusters(text: str, span: Span) -> Span:
    """The smallest span around `span` that splits no cluster."""
    start, end = span
    lowest, highest = start - _LONGEST, end + _LONGEST
    while start > lowest and splits_cluster(text, start):
        start -= 1
    while end < highest and splits_cluster(text, end):
        end += 1
    return start, end


def _extends(char: str) -> bool:
    """A mark, a joiner, a skin tone or a tag: drawn with the character before it."""
    return (
        char == _JOINER
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or unicodedata.category(char) in _MARKS
    )


def _joins_syllable(before: str, after: str) -> bool:
    """Whether two Hangul jamo, or a syllable and a jamo, make one syllable."""
    if "\u1160" <= after <= "\u11a7":
        return "\u1100" <= before <= "\u11a7" or _is_open_syllable(before)
    return "\u11a8" <= after <= "\u11ff" and (
        "\u1160" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    )


def _is_open_syllable(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3" and (ord(char) - 0xAC00) % 28 == 0


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _odd_flag_letters(text: str, at: int) -> bool:
    """Whether an odd number of flag letters ends at `at`: flags are pairs of them."""
    start = at
    while start > max(0, at - _LONGEST) and _is_flag_letter(text[start - 1]):
        start -= 1
    return (at - start) % 2 == 1
