"""A word where it stands by itself in plain letters: most do, and need no reading of the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sahel_tui.queries.search.words import ALONE

if TYPE_CHECKING:
    from sahel_tui.anchoring.states import Span

_INSIDE = "'`-"
"""Signs of ASCII inside of words: what is beside one has to be read."""


def plain_spans(word: str, prefix: bool, text: str, folded: str) -> list[Span] | None:
    """Where a word is in a text of small letters; None where the text has to be read to tell.

    `folded`: the text without what folding takes away, in ASCII. Where that has the word more often
    than the text itself, some of them are written with other letters or signs.
    """
    pattern = _pattern(word, prefix)
    if pattern is None or text.count(word) != folded.count(word):
        return None
    found: list[Span] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        beside = text[start - 1 : start] + text[end : end + 1]
        if not beside.isascii() or any(sign in beside for sign in _INSIDE):
            return None
        found.append((start, end))
    return found


@lru_cache(maxsize=200)
def _pattern(word: str, prefix: bool) -> re.Pattern[str] | None:
    """What finds a word; None for what may be an article, and what overlaps with itself."""
    overlaps = any(word.endswith(word[:size]) for size in range(1, len(word)))
    article = any(word.startswith(one) or (prefix and one.startswith(word)) for one in ALONE)
    if overlaps or article or not word.isascii():
        return None
    rest = "[a-z0-9]*" if prefix else "(?![a-z0-9])"
    return re.compile(f"(?<![a-z0-9]){word}{rest}")


@lru_cache(maxsize=200)
def in_a_row(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds words in a folded text wherever they may stand one right after another.

    What folding takes away parts words (`counter-terrorism`), and articles between don't count.
    """
    articles = f"(?:(?:{'|'.join(sorted(ALONE))})[^a-z0-9]+)*"
    return re.compile(f"[a-z0-9]*[^a-z0-9]*{articles}[a-z0-9]*".join(map(re.escape, words)))
