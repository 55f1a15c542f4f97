"""What an EDTF string says: Level 1 of ISO 8601-2:2019, one-of sets and `2023-07-2X`."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sahel_tui.model.days import MONTHS, Day, month_length

MAX_LENGTH = 256
"""Code points of a date."""
MAX_YEAR_DIGITS = 12

Kind = Literal[
    "day", "days", "month", "season", "year", "decade", "century", "month-XX", "year-XX", "XX-XX"
]
"""What a single date is: `days` is ten days of a month (`2X`), the last three leave a part open:
an unknown day of a month, an unknown month of a year, an unknown day of a year."""

_YEAR = re.compile(r"-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)")
_LONG_YEAR = re.compile(r"Y(-?)([1-9][0-9]{4,})")
_PARTS = re.compile(r"(-?[0-9X]+)(?:-([0-9X]+))?(?:-([0-9X]+))?")
_TIME = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?"
)
# The meteorological seasons of the north: EDTF names no months. Winter ends in the next year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


class EdtfError(ValueError):
    """A text that is not a date: which part is wrong and why, in one sentence."""


class Single(NamedTuple):
    """A date that is neither an interval nor a set."""

    kind: Kind
    earliest: Day
    latest: Day
    approximate: bool = False
    uncertain: bool = False
    season: int = 0
    """21 spring, 22 summer, 23 autumn, 24 winter."""
    time: str = ""
    """The time of day as written, with its zone."""


class Interval(NamedTuple):
    """A stretch of time: it lasts from its start to its end."""

    start: Single | Literal["open", "unknown"]
    end: Single | Literal["open", "unknown"]


class Choice(NamedTuple):
    """One member of a one-of set: a date, or any of a range (None: an open side)."""

    first: Single | None
    last: Single | None
    ranged: bool


class OneOf(NamedTuple):
    """A set of which one member holds."""

    choices: tuple[Choice, ...]


Parsed = Single | Interval | OneOf


def quoted(text: str) -> str:
    """A piece of a date inside a message: short, and with nothing unprintable."""
    return ascii(text if len(text) <= 40 else f"{text[:40]}...")


def read(text: str) -> Parsed:
    """Parse a whole date; EdtfError where it is none."""
    if len(text) > MAX_LENGTH:
        raise EdtfError(f"the date has {len(text)} characters: at most {MAX_LENGTH}")
    if not text.strip():
        raise EdtfError("the date is empty")
    if text.startswith("{"):
        raise EdtfError("a set of dates that all hold ({...}) is not one date: split it")
    if text.startswith("["):
        return _read_set(text)
    return _read_interval(text) if "/" in text else _read_single(text)


def _read_set(text: str) -> OneOf:
    if not text.endswith("]"):
        raise EdtfError("a one-of set ends with ']', and nothing after it")
    members = [member.strip(" ") for member in text[1:-1].split(",")]
    return OneOf(tuple(_read_choice(member) for member in members))


def _read_choice(text: str) -> Choice:
    if not text:
        raise EdtfError("a member of the one-of set is empty")
    before, dots, after = text.partition("..")
    if not dots:
        date = _read_part(text)
        return Choice(date, date, ranged=False)
    if not before and not after:
        raise EdtfError("'..' in a one-of set needs a date on one side at least")
    first = _read_part(before) if before else None
    last = _read_part(after) if after else None
    if _reversed(first, last):
        raise EdtfError(f"the range ends ({after}) before it starts ({before})")
    return Choice(first, last, ranged=True)


def _read_interval(text: str) -> Interval:
    sides = text.split("/")
    if len(sides) > 2:
        raise EdtfError("an interval has one '/'; a single day is written 2023-08-13")
    start, end = (_read_limit(side) for side in sides)
    first = start if isinstance(start, Single) else None
    last = end if isinstance(end, Single) else None
    if first is None and last is None:
        raise EdtfError("an interval needs a date at one end at least")
    if _reversed(first, last):
        raise EdtfError(f"the interval ends ({sides[1]}) before it starts ({sides[0]})")
    return Interval(start, end)


def _read_limit(text: str) -> Single | Literal["open", "unknown"]:
    if text == "..":
        return "open"
    return _read_part(text) if text else "unknown"


def _reversed(first: Single | None, last: Single | None) -> bool:
    return first is not None and last is not None and last.latest < first.earliest


def _read_part(text: str) -> Single:
    try:
        date = _read_single(text)
    except EdtfError as error:
        raise EdtfError(f"in {quoted(text)}: {error}") from None
    if date.time:
        raise EdtfError(f"in {quoted(text)}: an interval or a set has days, no times of day")
    return date


def _read_single(text: str) -> Single:
    body, mark = (text[:-1], text[-1]) if text[-1:] in ("?", "~", "%") else (text, "")
    if any(sign in body for sign in "?~%"):
        raise EdtfError("'?', '~' or '%' stands once, at the end of the date")
    approximate, uncertain = mark in ("~", "%"), mark in ("?", "%")
    if body.startswith("Y"):
        year = _long_year(body)
        return Single("year", Day(year, 1, 1), Day(year, 12, 31), approximate, uncertain)
    date, separator, time = body.partition("T")
    parts = _PARTS.fullmatch(date)
    if parts is None:
        raise EdtfError(f"{quoted(text)} is not a date")
    kind, earliest, latest, season = _span(parts[1], parts[2], parts[3])
    if separator:
        if mark or kind != "day" or "X" in date:
            raise EdtfError("a time of day follows a whole date, without '?', '~', '%' or 'X'")
        _check_time(time)
    return Single(kind, earliest, latest, approximate, uncertain, season, time)


def _long_year(text: str) -> int:
    match = _LONG_YEAR.fullmatch(text)
    if match is None:
        raise EdtfError("after 'Y' stands a year of more than four digits, and nothing else")
    if len(match[2]) > MAX_YEAR_DIGITS:
        raise EdtfError(f"the year has {len(match[2])} digits: at most {MAX_YEAR_DIGITS}")
    return int(match[1] + match[2])


def _span(year: str, month: str | None, day: str | None) -> tuple[Kind, Day, Day, int]:
    first, last = _years(year)
    if month is None:
        kind: Kind = "century" if "XX" in year else "decade" if "X" in year else "year"
        return kind, Day(first, 1, 1), Day(last, 12, 31), 0
    if "X" in year:
        raise EdtfError(f"the year {year} has unspecified digits: no month can follow")
    if month == "XX":
        return _unknown_month(first, day)
    number = _two_digits(month, "month")
    if number in _SEASON_MONTHS:
        if day is not None:
            raise EdtfError(f"{month} is a season: no day can follow")
        return _season(first, number)
    if not 1 <= number <= 12:
        hint = " (seasons are 21 to 24)" if 20 < number <= 41 else ""
        raise EdtfError(f"month {month} does not exist{hint}")
    if day is None or day == "XX":
        length = month_length(first, number)
        return "month-XX" if day else "month", Day(first, number, 1), Day(first, number, length), 0
    return _days(first, number, day)


def _years(text: str) -> tuple[int, int]:
    if not _YEAR.fullmatch(text):
        if len(text) == 8 and text.isdigit():
            raise EdtfError(f"a date has hyphens: {text[:4]}-{text[4:6]}-{text[6:]}")
        digits = text.removeprefix("-")
        if len(digits) > 4 and digits.isdigit():
            raise EdtfError("a year of more than four digits is written with 'Y' before it")
        if "X" in text:
            last = "only the last one or two of its four digits may be X, as 201X or 20XX"
            raise EdtfError(f"of the year {quoted(text)} {last}")
        raise EdtfError(f"the year {quoted(text)} needs four digits, as 0985, 201X or 20XX")
    if text == "-0000":
        raise EdtfError("the year -0000 does not exist: 0000 is 1 BCE, -0001 is 2 BCE")
    low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
    if text.startswith("-"):
        return (high, min(low, -1))
    return (low, high)


def _unknown_month(year: int, day: str | None) -> tuple[Kind, Day, Day, int]:
    if day not in (None, "XX"):
        raise EdtfError("the month is unspecified (XX): the day must be XX too, or left out")
    return "XX-XX" if day else "year-XX", Day(year, 1, 1), Day(year, 12, 31), 0


def _two_digits(text: str, what: str) -> int:
    if len(text) != 2 or not text.isdigit():
        raise EdtfError(f"the {what} {quoted(text)} needs two digits, or XX")
    return int(text)


def _season(year: int, number: int) -> tuple[Kind, Day, Day, int]:
    first, last = _SEASON_MONTHS[number]
    end = year + (last < first)
    return "season", Day(year, first, 1), Day(end, last, month_length(end, last)), number


def _days(year: int, month: int, text: str) -> tuple[Kind, Day, Day, int]:
    length = month_length(year, month)
    if re.fullmatch("[0-9]X", text):
        first, last = max(1, int(text[0]) * 10), min(length, int(text[0]) * 10 + 9)
    else:
        first = last = _two_digits(text, "day")
    if not 1 <= first <= last <= length:
        raise EdtfError(f"day {text} does not exist: {MONTHS[month - 1]} {year} has {length} days")
    kind: Kind = "day" if first == last else "days"
    return kind, Day(year, month, first), Day(year, month, last), 0


def _check_time(text: str) -> None:
    match = _TIME.fullmatch(text)
    if match is None:
        raise EdtfError("a time is written as 10:00:00, with Z, +02 or +02:00 for its zone")
    hour, minute, second, zone_hour, zone_minute = (int(part or 0) for part in match.groups())
    # A leap second is the 60th of a minute 59 in some zone's quarter of an hour.
    if hour > 23 or minute > 59 or second > 60 or (second == 60 and minute % 15 != 14):
        raise EdtfError(f"the time {match[1]}:{match[2]}:{match[3]} does not exist")
    if zone_hour > 23 or zone_minute > 59:
        raise EdtfError(f"the time zone of {quoted(text)} does not exist")
