"""Lists and inline tables that are open where something else begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sahel_tui.store.quotation import Fault

if TYPE_CHECKING:
    from tomli import TOMLDecodeError

    from sahel_tui.store.positions import Lines, Open, Scan

_UNCLOSED = {
    "]": ("the list is not closed", "end it with `]`"),
    "}": ("the `{` table is not closed", "end it with `}`"),
}
_IN_A_TABLE = ("Unclosed inline table", "Invalid initial character", "Expected '=' after a key")
_NO_KEY = re.compile(r"[\[\]{]|\Z")
"""What stands where an inline table's next key would, when the table was meant to be over."""
_NO_KEY_BELOW = re.compile(r"""[\[\]{,]|\Z|"[^"\n]*"[ \t]*(?![ \t=.])|'[^'\n]*'[ \t]*(?![ \t=.])""")
"""The same, on a line below that of the table: a text, too, or the comma after it."""
_HEADER = re.compile(r"[ \t]*+\[\[?+[ \t]*+[\w.\"-]++[ \t]*+\]\]?+[ \t]*+(?:#.*)?$", re.MULTILINE)
_KEY = re.compile(r"[ \t]*+[\w-]++[ \t]*+=")


def unclosed(text: str, scan: Scan, lines: Lines, error: TOMLDecodeError) -> Fault | None:
    """What should have been closed, at the place where it is open."""
    found = _open_table(text, scan, error) or _open_above(text, scan, error)
    if found is None:
        return None
    message, hint = _UNCLOSED[found.closer]
    line = lines.position(error.pos)[0]
    if error.pos >= len(text.rstrip()):
        message += " before the file ends"
    elif line != lines.position(found.at)[0]:
        message += f" before line {line}"
    return Fault(found.at, message, hint, found.node.path())


def _open_table(text: str, scan: Scan, error: TOMLDecodeError) -> Open | None:
    """The inline table that has no key where it should have one."""
    last = scan.open[-1] if scan.open else None
    if last is None or last.closer != "}" or not error.msg.startswith(_IN_A_TABLE):
        return None
    no_key = _NO_KEY_BELOW if "\n" in text[last.at : error.pos] else _NO_KEY
    return last if no_key.match(text, error.pos) else None


def _open_above(text: str, scan: Scan, error: TOMLDecodeError) -> Open | None:
    """What is open from a line above where a line is a table's header, or in a list a key."""
    begin = text.rfind("\n", 0, error.pos) + 1
    above = [one for one in scan.open if one.at < begin]
    if not above or not error.msg.startswith("Invalid value"):
        return None
    begins = _HEADER.match(text, begin) or (above[-1].closer == "]" and _KEY.match(text, begin))
    return above[-1] if begins else None
