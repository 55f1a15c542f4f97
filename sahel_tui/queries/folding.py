"""Folding for searches: case, accents, apostrophes and hyphens gone, and every offset kept true.

Letters fold as names do (`anchoring.words`): what finds a name finds it in a search too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.anchoring.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.anchoring.states import Span


class _Table(dict[str, str]):
    """What each character becomes; filled as characters are met."""

    def __init__(self, hyphen: str, cased: bool) -> None:
        super().__init__()
        self._hyphen = hyphen
        self._cased = cased

    def __missing__(self, char: str) -> str:
        self[char] = folded = self._fold(char)
        return folded

    def _fold(self, char: str) -> str:
        from sahel_tui.anchoring.words import plain_word  # ASCII has no need of it

        category = unicodedata.category(char)
        if char.isspace():
            return " "
        if category == "Pd" or char == "−":
            return self._hyphen
        kept = "" if category == "Cf" else plain_word(char)
        return kept if self._cased else kept.casefold()


class _Run(NamedTuple):
    """A run of special characters, folded."""

    text: str
    folded_at: tuple[int, ...]
    """After each character that became none or several: the offset in the folded run …"""
    source_at: tuple[int, ...]
    """… and in the run."""


def _fold_run(table: _Table, run: str) -> _Run:
    parts: list[str] = []
    folded_at: list[int] = []
    source_at: list[int] = []
    length = 0
    spaced = False
    for at, char in enumerate(run, 1):
        folded = table[char]
        if spaced:
            folded = folded.lstrip(" ")
        if len(folded) != 1:
            folded_at.append(length + len(folded))
            source_at.append(at)
        if folded:
            spaced = folded.endswith(" ")
            length += len(folded)
            parts.append(folded)
    return _Run("".join(parts), tuple(folded_at), tuple(source_at))


@cache
def _runs(hyphen: str, cased: bool) -> Runs[str, _Run]:
    return Runs(partial(_fold_run, _Table(hyphen, cased)), most=10_000, longest=40)


# One run of characters that don't stand for themselves, with the white space around them.
# What does: ASCII but for the apostrophe, the hyphen, the grave accent and the controls; line ends
# too, for `_in_one_line` takes them away, or rows and fields are joined by them. A set of what
# stays out compiles in a tenth of the time.
_PLAIN = r"\n\r!-&(-,.-_a-~"
_RUN = re.compile(rf"[^ {_PLAIN}][^{_PLAIN}]*| [^{_PLAIN}]+")


def fold(text: str, *, hyphen: str = "", cased: bool = False) -> str:
    """The text folded; `hyphen` is what a hyphen or dash becomes: nothing, or a space."""
    return _fold(_in_one_line(text), hyphen, cased)


def fold_rows(
    rows: Iterable[Sequence[str]], *, hyphen: str = "", cased: bool = False
) -> tuple[str, ...]:
    """Rows of fields folded, all at once: each row a text in which a line is a field."""
    lines = ["\n".join(map(_in_one_line, fields)) for fields in rows]
    return tuple(_fold("\r".join(lines), hyphen, cased).split("\r")) if lines else ()


def _in_one_line(text: str) -> str:
    """A line end is white space like any other."""
    return text.replace("\n", " ").replace("\r", " ")


def _fold(text: str, hyphen: str, cased: bool) -> str:
    runs = _runs(hyphen, cased)
    folded = _RUN.sub(lambda run: runs[run.group()].text, text)
    # Outside of the runs all is ASCII, and within them all is folded: no length changes here.
    return folded if cased else folded.casefold()


class Folded:
    """A folded text and the way back, from a folded offset to one of the text.

    The cost of the way back is that of the characters that don't stand for themselves.
    """

    __slots__ = ("_folded_at", "_source", "_source_at", "text")

    def __init__(self, source: str, *, hyphen: str = "", cased: bool = False) -> None:
        self._source = _in_one_line(source)
        self.text = _fold(self._source, hyphen, cased)
        self._folded_at, self._source_at = [0], [0]
        self._map(_runs(hyphen, cased))

    def _map(self, runs: Runs[str, _Run]) -> None:
        shift = 0
        """How much further the folded text is than the source."""
        for found in _RUN.finditer(self._source):
            run, start = runs[found.group()], found.start()
            if run.folded_at:
                self._folded_at += [start + shift + at for at in run.folded_at]
                self._source_at += [start + at for at in run.source_at]
                shift += len(run.text) - (found.end() - start)

    def _to_source(self, offset: int) -> int:
        at = bisect_right(self._folded_at, offset) - 1
        source = self._source_at[at] + offset - self._folded_at[at]
        if at + 1 < len(self._source_at):
            # Within a character that became several: the character itself.
            source = min(source, self._source_at[at + 1] - 1)
        return source

    def span(self, start: int, end: int) -> Span:
        """The smallest span of the text that covers the folded span, with its combining marks."""
        first, last = self._to_source(start), self._to_source(end - 1) + 1
        while last < len(self._source) and unicodedata.combining(self._source[last]):
            last += 1
        return first, last
