"""Lines of a safe text at a width in cells, as spans of it; nothing is copied."""

import re
from functools import cache

from sahel_tui.render.cells import cut, is_mark, is_narrow, is_plain, is_wide

_SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
"""White space that a line may be broken at: not the no-break spaces."""
_NEVER_FIRST = frozenset(
    ",.!?:;)]}%\"'”’»…、。，．！？：；）」』】〕〉》〗〙〛］｝々〻ー゛゜ヽヾゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・"
)
_NEVER_LAST = frozenset("([{\"'“‘«（「『【〔〈《〖〘〚［｛")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The spans of the lines of a safe text, each at most so many cells wide.

    Lines break at spaces and beside ideographs, in a word only where it is longer than a line.
    Left out are the newlines, the spaces at a break, and those at the end; a blank line is an
    empty span. In a width of one cell a wide character stands alone, too wide.
    """
    spans, narrow, start = [], is_narrow(text), 0
    while start <= len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        spans += _paragraph(text, start, end, max(1, width), narrow)
        start = end + 1
    return spans


def _paragraph(text: str, start: int, end: int, width: int, narrow: bool) -> list[tuple[int, int]]:
    first = _past_spaces(text, start, end)
    if first == end:
        return [(start, start)]
    if first > start:
        indented_word = _indented_word().match(text, start, end)
        if indented_word and cut(text, width, start, end) >= indented_word.end():
            first = start
    if narrow or is_narrow(text[start:end]):
        line = _line(width, " " if is_plain(text) else _SPACES)
        return [m.span(m.lastindex or 0) for m in line.finditer(text, first, end)]
    return _lines(text, first, end, width)


@cache
def _line(width: int, spaces: str) -> re.Pattern[str]:
    """A line of characters of one cell: up to the last space that fits, or else cut short."""
    return re.compile(rf"(.{{0,{width - 1}}}[^{spaces}\n])(?:[{spaces}]+|\Z)|(.{{{width}}})")


def _lines(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    spans = []
    while start < end:
        stop = cut(text, width, start, end)
        stop = _next_cluster(text, start, end) if stop == start else stop
        stop = _break(text, start, stop, end)
        spans.append((start, _before_spaces(text, start, stop)))
        start = _past_spaces(text, stop, end)
    return spans


def _break(text: str, start: int, stop: int, end: int) -> int:
    """The last place after `start` and not after `stop` where the line may end."""
    if stop == end:
        return stop
    return next((at for at in range(stop, start, -1) if _may_break(text, at)), stop)


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _is_space(before) or _is_space(after):
        return True
    if before in _NEVER_LAST or after in _NEVER_FIRST or is_mark(after):
        return False
    return _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(character: str) -> bool:
    return is_wide(character) and not _hangul().match(character)


def _next_cluster(text: str, start: int, end: int) -> int:
    stop = start + 1
    while stop < end and is_mark(text[stop]):
        stop += 1
    return stop


def _is_space(character: str) -> bool:
    return character == " " or (character > "\u1600" and _spaces().match(character) is not None)


def _past_spaces(text: str, start: int, end: int) -> int:
    while start < end and _is_space(text[start]):
        start += 1
    return start


def _before_spaces(text: str, start: int, end: int) -> int:
    while end > start and _is_space(text[end - 1]):
        end -= 1
    return end


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[\u1100-\u115f\ua960-\ua97c\uac00-\ud7a3]")


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}]")


@cache
def _indented_word() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}]+[^{_SPACES}]+")
