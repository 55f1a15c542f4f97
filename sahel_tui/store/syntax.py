"""What is wrong with a text that is no TOML, in words for whoever wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sahel_tui.errors import Diagnostic
from sahel_tui.model.dates import EdtfError, parse
from sahel_tui.store.positions import Lines, Scan
from sahel_tui.store.problems import key_text
from sahel_tui.store.quotation import Fault, curly, cut_short
from sahel_tui.store.unclosed import unclosed

if TYPE_CHECKING:
    from pathlib import Path

    from tomli import TOMLDecodeError

_TWICE = (
    "Cannot overwrite a value",
    "Cannot declare",
    "Cannot redefine namespace",
    "Cannot mutate immutable namespace",
    "Duplicate inline table key",
)
_UNENDED = ("Unterminated string", "Expected '\"'", "Expected \"'")
_UNCLOSED = ("Unclosed array", "Unclosed inline table")

# What may be meant as a date: a set, or signs of a date that begin with a year, or a day or month.
_DATE = re.compile(
    r"\[[.0-9][0-9X.,~?% -]*\]"
    r"|[./Y-]*(?:[0-9]{2}[0-9X]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.])[0-9XTZ:./?~%+-]*"
)
_BEFORE_A_VALUE = ("=", ",", "[")

_OLD_LINE_END = (
    "a carriage return alone does not end a line",
    "save the file with the line ends LF or CR LF",
)

# The parser's words (by their beginning), ours, and what to do.
_WORDS = (
    (
        "Expected '=' after a key",
        "a key is not followed by `=` and a value",
        'write `key = value`; a text stands in quotation marks: `title = "…"`',
    ),
    (
        "Invalid value",
        "this is no value",
        'a text stands in quotation marks: `title = "…"`; a date is 2023-09-20',
    ),
    (
        "Unterminated string",
        "the text has no closing quotation mark",
        "end it with the mark that it begins with",
    ),
    (
        "Illegal character '\\n'",
        "the text has no closing quotation mark on its line",
        'end it with `"`; a text of several lines stands between `"""` and `"""`',
    ),
    ("Illegal character", "a control character may not stand in a text", "remove it"),
    ("Found invalid character '\\n'", "the text has no closing `'` on its line", "end it with `'`"),
    ("Found invalid character", "a control character may not stand here", "remove it"),
    (
        "Invalid statement",
        "this is neither a table, a key nor a comment",
        "a key is letters, digits, `_` and `-`, or stands in quotation marks; "
        "a comment begins with `#`",
    ),
    (
        "Expected newline or end of document",
        "something stands after the value",
        'one key to a line; a `"` within a text is written `\\"`',
    ),
    (
        "Unescaped '\\'",
        "a backslash in a text is the start of an escape, and this is none",
        "write `\\\\`, or put the text between single quotes: `'…'`",
    ),
    ("Invalid hex value", "the escape lacks hexadecimal digits", "`\\u` takes four, `\\U` eight"),
    (
        "Escaped character is not",
        "the escape is no Unicode character",
        "write the character itself",
    ),
    ("Invalid date or datetime", "there is no such date", "check the month and the day"),
    ("Unclosed array", "the list is not closed, or a comma is missing", "end it with `]`"),
    (
        "Unclosed inline table",
        "the `{` table is not closed, or a comma is missing",
        "end it with `}`",
    ),
    (
        "Expected ']' at the end of a table",
        "the table's name is not followed by `]`",
        "end it with `]`",
    ),
    (
        "Expected ']]' at the end",
        "the table's name is not followed by `]]`",
        "end it with `]]`",
    ),
    (
        "Invalid initial character for a key part",
        "a key is missing here, or holds a character that needs quotation marks",
        "a key is letters, digits, `_` and `-`, or stands in quotation marks",
    ),
    (
        "Expected",
        "the text has no closing quotation mark",
        "end it with the mark that it begins with",
    ),
)


def explain(path: Path, text: str, error: TOMLDecodeError) -> Diagnostic:
    """The one diagnostic of a text that is no TOML: where, which key, and what to do."""
    scan = Scan(text[: error.pos])
    lines = Lines(text)
    key = key_text(scan.node.path())
    if error.msg.startswith(_TWICE):
        return _twice(path, scan, lines, key, error.pos)
    fault = (
        _unquoted_date(text, error.pos)
        or curly(text, scan, error)
        or cut_short(text, error)
        or unclosed(text, scan, lines, error)
        or _fault(text, scan, lines, error)
    )
    line, column = lines.position(fault.at)
    key = key if fault.key is None else key_text(fault.key)
    return Diagnostic(str(path), line, column, key, "error", "bad-toml", fault.message, fault.hint)


def _fault(text: str, scan: Scan, lines: Lines, error: TOMLDecodeError) -> Fault:
    """What the parser says, in our words."""
    message, hint = next(
        ((ours, hint) for theirs, ours, hint in _WORDS if error.msg.startswith(theirs)),
        (error.msg, "check the line"),
    )
    if text[error.pos : error.pos + 1] == "\r":
        message, hint = _OLD_LINE_END
    at = _offset(error, scan)
    begins = lines.position(scan.open[-1].at)[0] if scan.open else 0
    if error.msg.startswith(_UNCLOSED) and begins not in (0, lines.position(at)[0]):
        message += f" (it begins on line {begins})"
    return Fault(at, message, hint)


def _unquoted_date(text: str, pos: int) -> Fault | None:
    """The value at `pos`, if it is a date without quotes."""
    begin = text.rfind("\n", 0, pos) + 1
    line = text[begin : text.find("\n", pos) % (len(text) + 1)]
    around = (match for match in _DATE.finditer(line) if match.end() >= pos - begin)
    match = next(around, None)
    if (
        match is None
        or match.start() > pos - begin
        or line[: match.start()].rstrip()[-1:] not in _BEFORE_A_VALUE
    ):
        return None
    try:
        parse(match.group())
    except EdtfError as error:
        hint = 'correct it; a date that is not one whole day stands in quotes: "2023-08"'
        return Fault(begin + match.start(), str(error), hint)
    message = "a date that is not one whole day is a text"
    hint = f'put a date like this in quotes: "{match.group()}"'
    return Fault(begin + match.start(), message, hint)


def _offset(error: TOMLDecodeError, scan: Scan) -> int:
    """Where to look: where a text begins that never ends, and at the escape, not after it."""
    if error.msg.startswith(_UNENDED):
        return scan.at
    return error.pos - 2 if error.msg.startswith("Unescaped") else error.pos


def explain_depth(path: Path, text: str) -> Diagnostic:
    """The one diagnostic of a text that is nested too deeply to be parsed."""
    scan = Scan(text)
    line, column = Lines(text).position(scan.statement)
    message = "lists, tables or keys are nested far deeper than any brief needs"
    key = key_text(scan.node.path()[:1])
    return Diagnostic(str(path), line, column, key, "error", "too-deep", message, "flatten them")


def _twice(path: Path, scan: Scan, lines: Lines, key: str, pos: int) -> Diagnostic:
    line, column = lines.position(min(pos, scan.node.offset))
    message = f"`{key}` is there already"
    if scan.again is not None and scan.again[1] >= scan.statement:
        first, second = scan.again
        line, column = lines.position(second)
        message += f": the first one is on line {lines.position(first)[0]}"
    hint = "keep one; a table that occurs several times is written `[[…]]`"
    return Diagnostic(str(path), line, column, key, "error", "duplicate-key", message, hint)
