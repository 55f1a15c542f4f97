"""Quotation marks that are none to TOML, or that end a text before it is over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tomli import TOMLDecodeError

    from sahel_tui.store.positions import KeyPath, Scan


class Fault(NamedTuple):
    """Where a text stops being TOML, what to say of it, and what to do."""

    at: int
    message: str
    hint: str
    key: KeyPath | None = None
    """What it is about, where that is not what was being read."""


_CURLY = "“”„‟«»‹›‘’‚‛″＂"
_HEADS = ("Invalid value", "Invalid statement", "Invalid initial character", "Unclosed")
_LINE_ENDS = (
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
    "Unterminated",
    "Expected",
)
_AT_THE_END = re.compile(rf"([{_CURLY}])[ \t]*+[,\]}}]*+[ \t]*+(?:#.*)?$")
# `["one”, "two"]`, `{exact = "one”, stance = "…"}`: the first text goes on to the next one's mark.
_BEFORE_THE_NEXT = re.compile(rf"([{_CURLY}])[ \t]*+[,}}][ \t]*+(?:[\w-]++[ \t]*+=[ \t]*+)?\"$")

_IN_A_WORD = re.compile(r"(?<=\w)’(?=\w)")

_AFTER_A_VALUE = ("Unclosed", "Expected newline or end of document")
_ANOTHER_VALUE = re.compile(r"""["'\[\]{},#\r\n]|\Z|[\w-]+[ \t]*=""")


def curly(text: str, scan: Scan, error: TOMLDecodeError) -> Fault | None:
    """A text that begins, or ends, with the marks of a word processor."""
    here = text[error.pos : error.pos + 1]
    if here and here in _CURLY and error.msg.startswith(_HEADS):
        return Fault(error.pos, _no_mark(here), 'type a straight `"` before and after the text')
    if error.msg.startswith(_LINE_ENDS):
        begin, end = scan.at, text.find("\n", scan.at) % (len(text) + 1)
        found = _AT_THE_END.search(text, begin, end)
    else:
        begin = text.rfind("\n", 0, error.pos) + 1
        found = _BEFORE_THE_NEXT.search(text, begin, error.pos)
        if found and not _alone(text[begin : found.end() - 1], found[1]):
            found = None
    if not found:
        return None
    return Fault(found.start(), _no_mark(found[1]), 'end the text with a straight `"`')


def _no_mark(mark: str) -> str:
    return f"`{mark}` is a typographic quotation mark, and TOML takes only straight ones"


def _alone(line: str, mark: str) -> bool:
    """Whether no other such mark stands in the last text of a line: one may belong to a pair."""
    last = _IN_A_WORD.sub("", line.rpartition('"')[2])
    return sum(char in _CURLY and (char == mark or char != "’") for char in last) == 1


def cut_short(text: str, error: TOMLDecodeError) -> Fault | None:
    """A text that a quotation mark within it ends."""
    before = text[text.rfind("\n", 0, error.pos) + 1 : error.pos].rstrip(" \t")
    mark = before[-1:]
    if (
        mark not in ("'", '"')
        or before.endswith(3 * mark)
        or not error.msg.startswith(_AFTER_A_VALUE)
        or _ANOTHER_VALUE.match(text, error.pos)
    ):
        return None
    message = f"the text ends with the `{mark}` in column {len(before)}, and words stand after it"
    if mark == "'":
        return Fault(error.pos, message, "a text that has a `'` in it stands between two `\"`")
    return Fault(error.pos, message, 'a `"` within a text is written `\\"`')
