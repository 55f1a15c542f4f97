"""Text that can be shown: whatever a terminal would obey, hide or misplace becomes visible.

What stands in for a character: for a C0 control or DEL its picture (`␛`, `␀`, `␡`), for any other
its number (`<U+202E>`). It is done to format, private, unassigned and invisible characters, to
those that terminals measure differently (see `charsets`), to marks that have nothing to stand upon,
and to marks beyond the sixth on one character (a cell of tmux 3.3 holds no more). A selector of
emoji or text style (VS15, VS16) after a symbol that has both is dropped: terminals disagree on the
width, and nothing else is meant by it. Joiners are shown by their number too: what they join is
drawn in another width by each terminal.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sahel_tui.render.cells import is_plain, width
from sahel_tui.render.charsets import BEYOND, MARK, MARKS, UNSAFE, UNSAFE_BEYOND

MARKS_AT_MOST = 6
TAB_STOP = 8

_UNSAFE = f"(?:[{UNSAFE}]|(?=[{BEYOND}])[{UNSAFE_BEYOND}])"
_STYLES = "\ufe0e\ufe0f"
_STYLED = "#*0-9©®‼⁉™←-⇿⌀-➿⤀-⥿⬀-⯿〰〽㊗㊙ℹ\U0001f000-\U0001faff"


class SafeLine(NamedTuple):
    """A text made safe, with the way from an offset in its original to one in it, and back."""

    text: str
    offsets: tuple[int, ...] = ()
    """Where in the original a character was replaced, ascending."""
    shifts: tuple[int, ...] = (0,)
    """By how much the text has grown before the first, the second … and after the last of them."""

    def at(self, offset: int) -> int:
        """The index in the safe text of what starts at an offset of the original."""
        return offset + self.shifts[bisect_left(self.offsets, offset)]

    def back(self, index: int) -> int:
        """The offset in the original of what is shown at an index of the safe text."""
        edits = range(len(self.offsets))
        before = bisect_right(edits, index, key=lambda n: self.offsets[n] + self.shifts[n])
        at_least = self.offsets[before - 1] if before else 0
        return max(at_least, index - self.shifts[before])


def safe(text: str, *, newlines: bool = False) -> str:
    """The text as it can be shown; a newline becomes `␤` and a tab a space, unless `newlines`.

    With `newlines` a newline stays, and a tab becomes the spaces up to the next stop.
    """
    if is_plain(text):
        return text
    text = text if newlines else _in_one_line(text)
    if _suspect().search(text) is None:
        return text
    parts: list[str] = []
    done = 0
    for offset, shown in _replacements(text):
        parts += text[done:offset], shown
        done = offset + 1
    return "".join(parts) + text[done:]


def safe_line(text: str, *, newlines: bool = False) -> SafeLine:
    """The text as `safe` gives it, with the map of offsets."""
    if is_plain(text):
        return SafeLine(text)
    text = text if newlines else _in_one_line(text)
    if _suspect().search(text) is None:
        return SafeLine(text)
    parts: list[str] = []
    offsets, shifts, done = [], [0], 0
    for offset, shown in _replacements(text):
        parts += text[done:offset], shown
        offsets.append(offset)
        shifts.append(shifts[-1] + len(shown) - 1)
        done = offset + 1
    return SafeLine("".join(parts) + text[done:], tuple(offsets), tuple(shifts))


def picture(character: str) -> str:
    """What stands in for a character that can't be shown."""
    if character < " ":
        return chr(0x2400 + ord(character))
    return "␡" if character == "\x7f" else f"<U+{ord(character):04X}>"


def _in_one_line(text: str) -> str:
    return text.replace("\n", "␤").replace("\t", " ")


def _replacements(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is replaced: its offset, and what by."""
    suspect, replaced = _suspect(), _replaced()
    columns = _Columns(text) if "\t" in text else None
    at = 0
    while found := suspect.search(text, at):
        match = replaced.match(text, found.start())
        if match is None:
            at = found.end()
            continue
        at = match.end()
        for offset in range(*match.span()):
            shown = "" if match["style"] else picture(text[offset])
            if columns:
                shown = columns.placed(offset, shown)
            yield offset, shown


class _Columns:
    """The column that a walk through a text has come to, for its tabs."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done = self._column = 0

    def placed(self, offset: int, shown: str) -> str:
        """What is shown for the character at an offset: for a tab, spaces up to its stop."""
        newline = self._text.rfind("\n", self._done, offset)
        self._column = 0 if newline >= 0 else self._column
        self._column += width(self._text[max(newline + 1, self._done) : offset])
        if self._text[offset] == "\t":
            shown = " " * (TAB_STOP - self._column % TAB_STOP)
        self._column += len(shown)
        self._done = offset + 1
        return shown


@cache
def unsafe() -> re.Pattern[str]:
    """Matches one character that isn't shown as itself; the newline is not among them."""
    return re.compile(_UNSAFE)


@cache
def _suspect() -> re.Pattern[str]:
    """A quick look: text without a match is safe, and that is nearly all text."""
    return re.compile(f"[{UNSAFE}{MARKS}{BEYOND}]")


@cache
def _replaced() -> re.Pattern[str]:
    style = f"(?P<style>(?<=[{_STYLED}])(?<!{_UNSAFE})[{_STYLES}])"
    stray = rf"(?={MARK})(?:(?<![^\s])|(?<={MARK}{{{MARKS_AT_MOST}}})){MARK}+"
    return re.compile(f"{style}|{_UNSAFE}{MARK}*|{stray}")
