"""Words where they stand by themselves in plain letters: most do, and need no reading of a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sahel_tui.queries.search.documents import BLANK_LINE
from sahel_tui.queries.search.word_rows import EASY
from sahel_tui.queries.search.words import ALONE

if TYPE_CHECKING:
    from sahel_tui.anchoring.states import Span

_INSIDE = frozenset("'`-’‐‑")
"""Signs inside of words: what is beside one has to be read."""
_BETWEEN = r"[\s\x00-\x26\x28-\x2c\x2e\x2f:-@\[-_{-\x7f]+"
"""What parts two words."""
_LONGEST = 1 + max(map(len, ALONE))
_LAST = re.compile(r"[a-z0-9]+\Z", re.ASCII)
_ASCII = bytes(range(128))
_EASY = {letter: plain for letter, plain in EASY.items() if len(plain) == 1}


def plain_spans(words: tuple[str, ...], prefix: bool, text: str) -> list[Span] | None:
    """Where words stand in a text one right after another; None where it has to be read to tell.

    Of words that stand in other letters or beside signs, or that may be articles, some are left
    out.
    """
    pattern = _pattern(words, prefix)
    small = _small(text)
    if pattern is None or len(small) != len(text):
        return None
    found: list[Span] = []
    for match in pattern.finditer(small):
        start, end = match.span()
        before = small[start - 1 : start]
        if before.isalnum():  # it is in the middle of a word
            continue
        beside = before + small[end : end + 1]
        if not _INSIDE.isdisjoint(beside) or (prefix and _is_article(small, end)):
            continue
        if not beside.isascii():
            return None
        if len(words) > 1 and BLANK_LINE in match.group():  # which a phrase may not go across
            return None
        found.append((start, end))
    return found


def _is_article(small: str, end: int) -> bool:
    """Whether what ends here may be an article that stands alone."""
    found = _LAST.search(small, max(0, end - _LONGEST), end)
    return found is not None and found.group() in ALONE


def _small(text: str) -> str:
    """A text in small letters, those of Latin script without their marks."""
    small = text.lower()
    if not small.isascii():
        for letter in set(small.encode(errors="replace").translate(None, _ASCII).decode()):
            if letter in _EASY:
                small = small.replace(letter, _EASY[letter])
    return small


@lru_cache(maxsize=200)
def _pattern(words: tuple[str, ...], prefix: bool) -> re.Pattern[str] | None:
    """What finds words; None for what is an article, and what overlaps with itself."""
    begins = any(one.startswith(words[-1]) for one in words[:-1])
    again = len(set(words)) < len(words) or (prefix and begins)
    if again or not all(one.isascii() and one.isalnum() for one in words):
        return None
    if not ALONE.isdisjoint(words):
        return None
    rest = "[a-z0-9]*" if prefix else "(?![a-z0-9])"
    return re.compile(f"{_BETWEEN.join(words)}{rest}", re.ASCII)
