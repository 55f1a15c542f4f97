"""How many cells of the terminal a safe text takes, and how to cut it between two cells."""

import re
from functools import cache, lru_cache

from sahel_tui.render.charsets import BEYOND, MARK, MARKS, WIDE, WIDE_BEYOND

_LONG = 2_000
"""Characters from which on a compiled set is quicker than one that is asked for each."""

PLAIN = frozenset(
    chr(code)
    for first, last in (
        (0x20, 0x7E),  # ASCII
        (0xA1, 0xAC),
        (0xAE, 0x24F),  # Latin, its accents and extensions
        (0x2010, 0x2027),  # dashes, quotation marks, the ellipsis
        (0x2190, 0x2199),  # arrows
        (0x2212, 0x2212),  # the minus sign
        (0x2500, 0x25A1),  # boxes and blocks
        (0x2801, 0x28FF),  # braille, as maps are drawn in
        *((code, code) for code in (0x25B6, 0x25B8, 0x25C2, 0x25C6, 0x25C7, 0x25CB, 0x25CF)),
    )
    for code in range(first, last + 1)
)
"""Characters that are safe and one cell wide: the text of most lines, known without the tables."""


def is_plain(text: str) -> bool:
    """Whether a text of a line's length is certainly safe, with one cell for each character."""
    return len(text) < _LONG and PLAIN.issuperset(text)


def is_narrow(text: str) -> bool:
    """Whether every character takes exactly one cell (characters beyond U+FFFF aren't asked)."""
    return is_plain(text) or _not_narrow().search(text) is None


def width(text: str) -> int:
    """The cells that a safe text takes, as rich and wcwidth count them."""
    if is_narrow(text):
        return len(text)
    wide, marks = _wide().findall(text), _marks().findall(text)
    return len(text) + sum(map(len, wide)) - sum(map(len, marks))


def cut(text: str, cells: int, start: int = 0, end: int | None = None) -> int:
    """The furthest offset that fits in the cells from `start` on; marks stay with their base."""
    end = len(text) if end is None else end
    stop = min(end, start + max(0, cells))
    if is_narrow(text[start : stop + 1]):
        return stop
    stop = start
    for cluster in _cluster().finditer(text, start, end):
        cells -= _cached_width(cluster[0])
        if cells < 0:
            break
        stop = cluster.end()
    return stop


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text if it fits in the cells; otherwise as much as fits, and the ellipsis."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    return text[: cut(text, room)] + ellipsis if room >= 0 else ""


def share(room: int, wanted: int, beside: int, *, usual: int, most: int) -> int:
    """How much of the room that two fields share the first one gets.

    The usual, for rows to be in line; where it wants more, up to `most` or all that the field
    beside it leaves.
    """
    return max(0, min(room, max(usual, min(wanted, max(most, room - beside)))))


def is_mark(character: str) -> bool:
    """Whether a character is drawn upon the one before it."""
    return _marks().match(character) is not None


def is_wide(character: str) -> bool:
    """Whether a character takes two cells."""
    return _wide().match(character) is not None


@cache
def _not_narrow() -> re.Pattern[str]:
    return re.compile(f"[{WIDE}{MARKS}{BEYOND}]")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"(?:[{WIDE}]|(?=[{BEYOND}])[{WIDE_BEYOND}])+")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(MARK + "+")


@cache
def _cluster() -> re.Pattern[str]:
    return re.compile(f".{MARK}*", re.DOTALL)


_cached_width = lru_cache(4096)(width)
