"""Days of the proleptic Gregorian calendar, of any year (`datetime.date` ends at 1 and 9999)."""

from __future__ import annotations

from typing import NamedTuple

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """One day; the year is astronomical: 0 is 1 BCE, -1 is 2 BCE."""

    year: int
    month: int
    day: int

    def iso(self) -> str:
        """As EDTF spells it: 2023-08-13, -0043-03-15, and Y10000-01-01 beyond four digits."""
        return f"{iso_year(self.year)}-{self.month:02}-{self.day:02}"

    def ordinal(self) -> int:
        """The day's number: 1 for 0001-01-01, one more each day, for any year."""
        # Counted in years that begin in March, so that a leap day ends its year.
        year = self.year - (self.month < 3)
        days_before_month = (153 * ((self.month + 9) % 12) + 2) // 5
        leap_days = year // 4 - year // 100 + year // 400
        return 365 * year + leap_days + days_before_month + self.day - 306


def iso_year(year: int) -> str:
    """A year as EDTF spells it: 2023, 0045, -0043, Y10000, Y-10000."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def from_ordinal(ordinal: int) -> Day:
    """The day with a number; the inverse of `Day.ordinal`."""
    # Counted in cycles of 400 years that begin in March of year 0.
    cycle, day = divmod(ordinal + 305, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    late = month >= 10
    return Day(
        400 * cycle + year + late,
        month - 9 if late else month + 3,
        day - (153 * month + 2) // 5 + 1,
    )
