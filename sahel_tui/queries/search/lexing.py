"""The pieces of a query's text, before they are put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTES = '"“”„«»'
PieceKind: TypeAlias = Literal["(", ")", "or", "not", "and", "near", "phrase", "field", "word"]


class Piece(NamedTuple):
    """One piece; a text's quotation marks and a field's name are no part of its value."""

    kind: PieceKind
    start: int
    end: int
    value: str = ""
    field: str = ""
    """The name before the colon of a field, or of what looks like one; in small letters."""
    star: bool = False
    """Whether a `*` ends it."""
    closed: bool = True
    """Whether its quotation mark or bracket is."""
    quoted: bool = False


_PIECE = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<near>near\((?P<inner>[^)]*)(?P<nearend>\)?))
  | (?P<bracket>[()])
  | (?P<bar>\|)
  | (?P<minus>[-−](?=[^\s)|]))
  | (?P<phrase>[{QUOTES}](?P<quoted>[^{QUOTES}]*)(?P<quotend>[{QUOTES}]?)(?P<star>\*?))
  | (?P<name>[^\W\d_]+):(?:
        [{QUOTES}](?P<value>[^{QUOTES}]*)(?P<valuend>[{QUOTES}]?)(?P<tail>[?*]?)
      | (?P<bare>[^\s()|{QUOTES}]*)
    )
  | (?P<word>[^\s()|{QUOTES}]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPERATORS: dict[str, PieceKind] = {
    "or": "or", "OR": "or", "Or": "or", "and": "and", "AND": "and", "And": "and", "&": "and",
    "NOT": "not",
}  # fmt: skip


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a query in their order; white space parts them and is none."""
    for found in _PIECE.finditer(text):
        if (piece := _piece(found)) is not None:
            yield piece


def _piece(found: re.Match[str]) -> Piece | None:
    start, end = found.span()
    group = found.group
    match found.lastgroup:
        case "space":
            return None
        case "near":
            return Piece("near", start, end, group("inner"), closed=bool(group("nearend")))
        case "bracket":
            return Piece("(" if group() == "(" else ")", start, end)
        case "bar":
            return Piece("or", start, end)
        case "minus":
            return Piece("not", start, end)
        case "phrase":
            value, star = _starred(group("quoted"))
            star = star or bool(group("star"))
            return Piece("phrase", start, end, value, star=star, closed=bool(group("quotend")))
        case _ if group("name"):
            return _field(found)
        case _:
            if group() in _OPERATORS:
                return Piece(_OPERATORS[group()], start, end)
            value, star = _starred(group())
            return Piece("word", start, end, value, star=star)


def _field(found: re.Match[str]) -> Piece:
    start, end = found.span()
    group = found.group
    name = group("name").casefold()
    if group("bare") is not None:
        value, star = _starred(group("bare"))
        return Piece("field", start, end, value, name, star)
    value, star = _starred(group("value"))
    tail = group("tail")
    closed = bool(group("valuend"))
    value += "?" * (tail == "?")
    return Piece("field", start, end, value, name, star or tail == "*", closed, quoted=True)


def _starred(value: str) -> tuple[str, bool]:
    bare = value.rstrip("*")
    return bare, bare != value
