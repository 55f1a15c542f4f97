"""What finds words where they surely are: in plain letters, with but spaces and stops beside them.

In the rows of `word_rows.py`, in small letters. What it does not find may be there all the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from sahel_tui.queries.search.syntax import Near, Phrase, Words
from sahel_tui.queries.search.words import ALONE

if TYPE_CHECKING:
    _Text: TypeAlias = Words | Phrase | Near

_BETWEEN = rb"[ ,;:()]+"
"""What parts two words, and no two texts."""
_BEGIN, _END = rb"(?:(?<=[ ,;:()\xff\xfd\n])|\A)", rb"(?=[ ,;:().\xff\xfd\n]|\Z)"
_FARTHEST = 50


def plain_pattern(text: _Text) -> re.Pattern[bytes] | None:
    """The pattern of a text; None where there is none."""
    return _pattern(text._replace(extent=(0, 0)))


@lru_cache(maxsize=50)
def _pattern(text: _Text) -> re.Pattern[bytes] | None:
    parts = text.parts if isinstance(text, Near) else (text,)
    if not all(map(_is_plain, parts)):
        return None
    found = [_BETWEEN.join(word.encode() for word in part.words) for part in parts]
    if isinstance(text, Near):
        if len(found) != 2 or text.distance > _FARTHEST:  # of more there are many orders
            return None
        apart = rb"(?:%s[a-z0-9]+){0,%d}%s" % (_BETWEEN, text.distance, _BETWEEN)
        either = rb"|".join(apart.join(order) for order in (found, found[::-1]))
        return re.compile(_BEGIN + b"(?:" + either + b")" + _END)
    return re.compile(_BEGIN + found[0] + _END)


def _is_plain(part: Words | Phrase) -> bool:
    plain = all(word.isascii() and word.isalnum() for word in part.words)
    return plain and not part.prefix and ALONE.isdisjoint(part.words)
