"""Dates as a person writes them, in English, with the precision that they have and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.model.date_grammar import Choice, Interval, OneOf, Parsed, Single
from sahel_tui.model.days import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def label(date: Parsed) -> str:
    """The whole date in words."""
    if isinstance(date, Interval):
        return _interval(date)
    if isinstance(date, OneOf):
        return _one_of(date)
    return _single(date)


def _single(date: Single) -> str:
    words = " ".join(_words(date))
    if date.time:
        words += f", {_time(date.time)}"
    # "about a day in 1985" says something else: there the mark stands behind.
    behind = words.startswith("a ")
    marks = ["approximate"] if date.approximate and behind else []
    marks += ["uncertain"] if date.uncertain else []
    about = "about " if date.approximate and not behind else ""
    return f"{about}{words}" + (f" ({', '.join(marks)})" if marks else "")


def _words(date: Single) -> tuple[str, ...]:
    """The label's parts, the coarsest last: neighbours that share those name them once."""
    day = date.earliest
    year, month = _year(day.year), MONTHS[day.month - 1]
    match date.kind:
        case "day":
            return (str(day.day), month, year)
        case "days":
            return (_days(date, month), year)
        case "month":
            return (month, year)
        case "season":
            last = _year(date.latest.year)
            return (_SEASONS[date.season], year if last == year else f"{year}-{last}")
        case "year":
            return (year,)
        case "month-XX":
            return (f"a day in {month} {year}",)
        case "year-XX":
            return (f"a month in {year}",)
        case "XX-XX":
            return (f"a day in {year}",)
    return (_years(date),)


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"the year {year}" if year > 0 else f"the year {1 - year} BCE"
    if year >= 1000:
        return str(year)
    return f"{year} CE" if year > 0 else f"{1 - year} BCE"


def _days(date: Single, month: str) -> str:
    first, last = date.earliest.day, date.latest.day
    if first == 30:
        return f"30 or {last} {month}"
    return {1: f"early {month}", 10: f"mid-{month}", 20: f"late {month}"}[first]


def _years(date: Single) -> str:
    """A decade or a century; "the 1900s" would be either, so there its years are named."""
    first, last = date.earliest.year, date.latest.year
    if date.kind == "decade" and first > 0 and first % 100:
        return f"the {first}s{'' if first >= 1000 else ' CE'}"
    return f"a year between {_year(first)} and {_year(last)}"


def _time(text: str) -> str:
    """The time of day as written, without seconds that are zero: `10:00 UTC`, `10:00 UTC+02`."""
    clock, zone = text[:8], text[8:]
    if zone.startswith("."):
        end = next((i for i, sign in enumerate(zone) if sign in "Z+-"), len(zone))
        clock, zone = clock + zone[:end], zone[end:]
    clock = clock.removesuffix(":00") if len(clock) == 8 else clock
    return f"{clock} UTC{zone.removeprefix('Z')}" if zone else clock


def _alike(dates: Sequence[Single]) -> bool:
    """Whether they can share words: all of one kind, and each as it stands."""
    kinds = {date.kind for date in dates}
    return len(kinds) == 1 and not any(date.approximate or date.uncertain for date in dates)


def _sharing(dates: Sequence[Single]) -> list[str]:
    """Their labels, what they end with alike said once: "16", "17 September 2023"."""
    if not _alike(dates):
        return [_single(date) for date in dates]
    words = [_words(date) for date in dates]
    shared = 0
    while shared + 1 < len(words[0]) and len({parts[-shared - 1 :] for parts in words}) == 1:
        shared += 1
    short = [" ".join(parts[: len(parts) - shared]) for parts in words[:-1]]
    return [*short, " ".join(words[-1])]


def _interval(date: Interval) -> str:
    start, end = date.start, date.end
    if isinstance(start, Single) and isinstance(end, Single):
        if start == end and start.kind in ("day", "month", "season", "year"):
            return _single(start)  # of others, as "a day in 1985", the two need not be the same
        first, last = _sharing((start, end))
        return f"{first} to {last}" if _alike((start, end)) else f"from {first} to {last}"
    if isinstance(start, Single):
        since = _single(start)
        return f"since {since}" if end == "open" else f"from {since}, end unknown"
    assert isinstance(end, Single)  # one end of an interval is a date
    return _until(end) if start == "open" else f"until {_single(end)}, start unknown"


def _until(end: Single) -> str:
    """An open start: "before the end of 2023" where the end is longer than a few days."""
    if end.kind == "day" and (end.latest.month, end.latest.day) == (12, 31):
        end = end._replace(kind="year")
    whole = end.kind in ("month", "season", "year", "decade") and not end.approximate
    words = _single(end)
    return (
        f"before the end of {words}" if whole and not words.startswith("a ") else f"until {words}"
    )


def _one_of(date: OneOf) -> str:
    choices = dict.fromkeys(map(_plain, date.choices))
    singles = [choice.first for choice in choices if choice.first and not choice.ranged]
    if len(singles) == len(choices) and (_alike(singles) or len(singles) == 1):
        *first, last = _sharing(singles)
        return f"{', '.join(first)} or {last}" if first else last
    return ", or ".join(_choice(choice) for choice in choices)


def _plain(choice: Choice) -> Choice:
    """A range from a date to itself is that date."""
    return choice._replace(ranged=choice.ranged and choice.first != choice.last)


def _choice(choice: Choice) -> str:
    if choice.first is None:
        assert choice.last is not None  # a range has a date on one side
        return f"{_single(choice.last)} or earlier"
    if choice.last is None:
        return f"{_single(choice.first)} or later"
    if not choice.ranged:
        return _single(choice.first)
    first, last = _sharing((choice.first, choice.last))
    return f"between {first} and {last}"
