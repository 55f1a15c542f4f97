"""A date as somebody types it to go there: EDTF, or words and numbers that mean one date alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.date_grammar import EdtfError, quoted
from sahel_tui.model.dates import parse
from sahel_tui.model.days import MONTHS, from_ordinal, iso_year
from sahel_tui.queries.chronology.levels import LEVELS
from sahel_tui.queries.chronology.reach import reach
from sahel_tui.queries.timeline import Range

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 100
"""Characters of what may be typed."""
_HINT = "give a date such as 2023, aug 2023, 13 aug 2023, late july 2023, 2023-08 or 2010s"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {"early": 0, "mid": 1, "late": 2}
_NOISE = re.compile(r"\b(?:about|around|circa|in|on|of|the|since|until)\b|(?<=\d)(?:st|nd|rd|th)\b")
_FEW = 10
"""Days that are too few to be a range of their own: the month around them is shown."""


class Jump(NamedTuple):
    """Where to go."""

    date: str
    """EDTF."""
    label: str
    days: Range
    """Those that it names; of an open end those of the other."""

    @property
    def range(self) -> Range:
        """What to show: these days, or the month around a day or a few."""
        if self.days.end - self.days.start > _FEW:
            return self.days
        month = next(level for level in LEVELS if level.name == "month")
        return month.holding(self.days.start)


def read_jump(text: str, span: Range | None = None) -> Jump:
    """What was typed; `span` is what is shown: a month without a year is of its year.

    EdtfError says why it is no date, in words for whoever typed it.
    """
    typed = " ".join(text.split())
    if not typed:
        raise EdtfError(f"nothing was typed: {_HINT}")
    if len(typed) > LONGEST:
        raise EdtfError(f"no date is so long: {_HINT}")
    try:
        date = parse(typed.upper().rstrip("?~%") or typed)
    except EdtfError as error:
        written = _written(typed, span)
        if written is None:
            why = str(error) if typed[0].isdigit() else f"{quoted(typed)} is no date"
            raise EdtfError(f"{why}: {_HINT}") from None
        date = parse(written)
    found = reach(date.text)
    return Jump(date.text, date.label, Range(found.start, found.end + 1))


def _written(typed: str, span: Range | None) -> str | None:
    """As EDTF; None where it is none of these."""
    low = _NOISE.sub(" ", typed.casefold())
    words = [word for word in re.split(r"[\s,.;:/~-]+", low) if word]
    for read in _READERS:
        found = read(words, span)
        if found:
            return found
    return None


def _numbers(words: list[str], span: Range | None) -> str | None:
    """`about 2023`, `2023 8`, `8/2023`, `2023.8.13`, `13.8.2023`, `20230813`."""
    del span
    if len(words) == 1 and re.fullmatch(r"\d{4}|\d{6}|\d{8}", words[0]):
        whole = words[0]
        return "-".join(part for part in (whole[:4], whole[4:6], whole[6:]) if part)
    if not all(re.fullmatch(r"\d{1,4}", word) for word in words) or len(words) not in (2, 3):
        return None
    if len(words[0]) == 4:
        return _joined(words[0], *words[1:])
    if len(words[-1]) != 4:
        return None
    if len(words) == 2:
        return _joined(words[1], words[0])
    return _day_or_month_first(*words)


def _day_or_month_first(first: str, second: str, year: str) -> str:
    one, other = int(first), int(second)
    if one <= 12 and other <= 12 and one != other:
        ways = " or ".join((_joined(year, second, first), _joined(year, first, second)))
        raise EdtfError(f"{first}/{second}/{year} is two dates: type {ways}")
    return _joined(year, *((second, first) if other <= 12 else (first, second)))


def _joined(year: str, *parts: str) -> str:
    return "-".join((year, *(f"{int(part):02}" for part in parts)))


def _named(words: list[str], span: Range | None) -> str | None:
    """`aug 2023`, `13 August 2023`, `August 13, 2023`, `late July 2023`, and without a year."""
    months = [at for at, word in enumerate(words) if _month(word)]
    if len(months) != 1 or len(words) > 4:
        return None
    month = _month(words[months[0]])
    rest = [word for at, word in enumerate(words) if at != months[0]]
    part = next((word for word in rest if word in _PARTS), None)
    numbers = [word for word in rest if word.isdigit()]
    if len(numbers) + (part is not None) != len(rest):
        return None
    years = [word for word in numbers if len(word) == 4]
    days = [word for word in numbers if len(word) <= 2]
    if len(years) > 1 or len(days) + (part is not None) > 1 or len(years + days) != len(numbers):
        return None
    year = years[0] if years else _year_shown(span, MONTHS[month - 1])
    day = days[0].zfill(2) if days else f"{_PARTS[part]}X" if part else ""
    return f"{year}-{month:02}" + (f"-{day}" if day else "")


def _month(word: str) -> int:
    """The number of the month that begins with some letters, three at least; 0 for none."""
    if len(word) < 3:
        return 0
    names = (f"{name.casefold()} sept" if name == "September" else name for name in MONTHS)
    starts = [any(one.casefold().startswith(word) for one in name.split()) for name in names]
    return starts.index(True) + 1 if any(starts) else 0


def _year_shown(span: Range | None, month: str) -> str:
    if span is not None:
        first, last = from_ordinal(span.start), from_ordinal(span.end - 1)
        if first.year == last.year:
            return iso_year(first.year)
    raise EdtfError(f"{month} of which year? Type it with the year: {month[:3].lower()} 2023")


def _seasoned(words: list[str], span: Range | None) -> str | None:
    """`summer 2023`, `2023 q3`, `2010s`."""
    del span
    if len(words) == 1 and re.fullmatch(r"\d{3}0s", words[0]):
        return f"{words[0][:3]}X"
    if len(words) != 2:
        return None
    year, what = sorted(words, key=lambda word: not re.fullmatch(r"\d{4}", word))
    if not re.fullmatch(r"\d{4}", year):
        return None
    if what in _SEASONS:
        return f"{year}-{_SEASONS[what]}"
    quarter = re.fullmatch(r"q([1-4])", what)
    if quarter is None:
        return None
    last = 3 * int(quarter[1])
    return f"{year}-{last - 2:02}/{year}-{last:02}"


_READERS: tuple[Callable[[list[str], Range | None], str | None], ...] = (
    _numbers,
    _named,
    _seasoned,
)
