"""What is typed to filter a graph, `sign:- type:supplies`, or to see it on a date."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from sahel_tui.model.dates import parse
from sahel_tui.model.markings import TLP, US, rank
from sahel_tui.queries.chronology.jumps import read_jump
from sahel_tui.queries.folding import fold
from sahel_tui.queries.graph.filters import UNSTATED, Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.model.edtf import Edtf

FIELDS = ("sign", "type", "status", "confidence", "brief", "marking", "ceiling")
EXAMPLE = "sign:- type:supports status:alleged confidence:high"
_SIGNS = {
    **dict.fromkeys(("+", "+1", "1", "positive", "plus"), 1),
    **dict.fromkeys(("0", ".", "·", "neutral"), 0),
    **dict.fromkeys(("-", "−", "–", "-1", "−1", "negative", "minus"), -1),
}
_TWO = re.compile(r"([^/]+?)\s*(?:\.\.+|…|→|\bto\b)\s*([^/]+)")
_SIGN_WORDS = {1: "+", 0: "0", -1: "-"}
_STATUSES = ("asserted", "alleged", "denied", "ended")
_CONFIDENCES = ("low", "moderate", "high", UNSTATED)


class FilterError(ValueError):
    """Says what is wrong with what was typed, and what to type."""


def read_filters(text: str, order: Sequence[str] = ()) -> Filters:
    """The filters that are typed; none for nothing. `order` is the library's of markings.

    Raises FilterError.
    """
    found: dict[str, str | int] = {}
    for word in _words(text):
        name, colon, value = word.partition(":")
        if not colon and word.casefold() in _SIGNS:
            name, value = "sign", word
        field = _one_of(name, FIELDS, "filter")
        if not value:
            raise FilterError(f"{field}: of what? Type for example {EXAMPLE}")
        if field in found:
            raise FilterError(f"{field}: is typed twice: keep one of them")
        found[field] = _value(field, value)
    ceiling = str(found.get("ceiling", ""))
    if ceiling and rank(ceiling, order) is None:
        known = ", ".join(order or (*(f"TLP:{one}".upper() for one in TLP), *map(str.upper, US)))
        raise FilterError(
            f"nothing compares with the marking {found['ceiling']}: known are {known}"
        )
    return Filters(**found, order=tuple(order) if ceiling else ())  # type: ignore[arg-type]


def filters_text(filters: Filters) -> str:
    """What to type for some filters."""
    sign = "" if filters.sign is None else f"sign:{_SIGN_WORDS[filters.sign]}"
    rest = (
        f"{name}:{_quoted(getattr(filters, name))}" for name in FIELDS[1:] if getattr(filters, name)
    )
    return " ".join(part for part in (sign, *rest) if part)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _words(text: str) -> list[str]:
    """Words; what stands in double quotes is one. A quote that is not closed closes at the end."""
    lexer = shlex.shlex(text + '"' * (text.count('"') % 2), posix=True)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    return list(lexer)


def _value(field: str, value: str) -> str | int:
    if field == "sign":
        if value.casefold() not in _SIGNS:
            raise FilterError(f"{value} is no sign: type sign:+, sign:0 or sign:-")
        return _SIGNS[value.casefold()]
    if field == "status":
        return _one_of(value, _STATUSES, "status")
    if field == "confidence":
        return _one_of(value, _CONFIDENCES, "confidence")
    return value


def _one_of(typed: str, known: Sequence[str], what: str) -> str:
    """The only one that begins so."""
    key = fold(typed)
    found = [one for one in known if key and one.startswith(key)]
    if len(found) != 1 and key not in found:
        raise FilterError(f"{typed or 'nothing'} is no {what}: it is one of {', '.join(known)}")
    return key if key in found else found[0]


def read_dates(text: str) -> tuple[Edtf, ...]:
    """The date that is typed, or the two with `..` between them; none for nothing.

    EdtfError says why it is no date, and ValueError why two don't go together.
    """
    if not text.strip():
        return ()
    two = _TWO.fullmatch(text.strip())
    dates = tuple(parse(read_jump(part).date) for part in (two.groups() if two else (text,)))
    first, last = dates[0].earliest, dates[-1].latest
    if two and first is not None and last is not None and last < first:
        raise ValueError("the second date lies before the first: type the earlier one first")
    return dates
