"""The days that `after:`, `before:` and `on:` mean."""

from __future__ import annotations

import re

from sahel_tui.model.dates import EdtfError, parse
from sahel_tui.queries.search.syntax import Days

# A date as far as it is typed, and what it is by then: `2023-0` is 2023, `202` the decade.
_TYPED = (
    (re.compile(r"(\d{4}(?:-\d\d)?)-\d?"), r"\1"),
    (re.compile(r"(\d{3})"), r"\1X"),
    (re.compile(r"(\d{2})"), r"\1XX"),
)
_BEGUN = re.compile(r"(?:.*/)?(?:-?\d{0,3}|\d{4}-\d?|\d{4}-\d\d-\d?|Y-?\d*|\.)|[\[{][^\]}]*")
LONGEST = 100
"""Characters of a date."""


def days_of(field: str, written: str, *, half_typed: bool) -> Days | None:
    """The days of a value; None where it is too little to say any. Raises EdtfError."""
    possibly = written.endswith("?") and len(written) > 1
    text = written.removesuffix("?") if possibly else written
    if len(text) > LONGEST:
        raise EdtfError("no date is so long")
    try:
        date = parse(text)
    except EdtfError:
        if not half_typed:
            raise
        return _as_typed(field, text, possibly)
    first = date.earliest and date.earliest.ordinal()
    last = date.latest and date.latest.ordinal()
    if (first is None and field != "before") or (last is None and field != "after"):
        if half_typed and text.endswith("/"):
            return None
        raise EdtfError("the date is open at the end that counts: it gives no bound")
    return Days(None if field == "before" else first, None if field == "after" else last, possibly)


def _as_typed(field: str, text: str, possibly: bool) -> Days | None:
    for begun, whole in _TYPED:
        if begun.fullmatch(text):
            found = begun.sub(whole, text)
            return days_of(field, found + "?" * possibly, half_typed=False)
    if _BEGUN.fullmatch(text):
        return None
    return days_of(field, text, half_typed=False)
