"""Hypothesis strategies that write EDTF: every form that the format takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from sahel_tui.model.dates import Day, parse
from sahel_tui.model.days import iso_year, month_length

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

YEARS = st.integers(1990, 2030) | st.integers(-9999, 9999)


@st.composite
def singles(draw: DrawFn) -> str:
    """A date that is neither an interval nor a set, with its qualifier."""
    year = draw(YEARS)
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, month_length(year, month)))
    written = iso_year(year)
    # -0000 is no year, and the library of the oracle counts -000X from it.
    open_years = [f"{written[:-1]}X", f"{written[:-2]}XX"] if year >= 0 else []
    tens = [f"{written}-{month:02}-{day // 10}X"]
    forms = [
        written,
        f"{written}-{month:02}",
        f"{written}-{month:02}-{day:02}",
        f"{written}-{month:02}-XX",
        f"{written}-XX",
        f"{written}-XX-XX",
        f"{written}-{20 + month % 4 + 1}",
        f"Y{draw(st.sampled_from((-1, 1))) * draw(st.integers(10_000, 10**12 - 1))}",
    ]
    written = draw(st.sampled_from(forms + open_years + tens))
    mark: str = draw(st.sampled_from(("", "?", "~", "%")))
    return written + mark


@st.composite
def timed(draw: DrawFn) -> str:
    """A day with a time of day."""
    zone = draw(st.sampled_from(["", "Z", "+02", "-04:30"]))
    return f"{draw(st.dates()).isoformat()}T{draw(st.times()).isoformat()}{zone}"


def of_the_library() -> SearchStrategy[str]:
    """What the library `edtf` reads as well.

    Left out, for it refuses them or fails on them: an unspecified digit of the day (`2X`, of
    Level 2), a qualifier after a `Y` year or a season, a set of one; and in intervals and sets
    unspecified digits, `Y` years and seasons, in sets qualifiers too. Left out, for it answers
    otherwise: winter, which it ends with its year; an unknown end, for which it makes up a day;
    unspecified digits of a year before 0000, where it exchanges the bounds.
    """
    alone = singles().filter(
        lambda text: not re.search(r"-[0-3]X|Y.*[?~%]|-2[1-3][?~%]|-24|^-.*X", text)
    )
    end = alone.filter(lambda text: not re.search(r"[XY]|-2[1-3]$", text))
    member = end.filter(lambda text: text[-1] not in "?~%")
    known = intervals(end).filter(lambda text: text[0] != "/" and text[-1] != "/")
    return alone | known | sets(member).filter(lambda text: "," in text)


def start(text: str) -> Day:
    """The earliest day of a date, to write an interval in order."""
    day = parse(text).earliest
    assert day is not None
    return day


@st.composite
def intervals(draw: DrawFn, dates: SearchStrategy[str]) -> str:
    """Two dates in order, or one with an open or unknown end."""
    first, last = sorted((draw(dates), draw(dates)), key=start)
    nothing = draw(st.sampled_from(["", ".."]))
    forms = [f"{first}/{last}", f"{first}/{nothing}", f"{nothing}/{last}"]
    return draw(st.sampled_from(forms))


@st.composite
def sets(draw: DrawFn, dates: SearchStrategy[str]) -> str:
    """A one-of set of dates and ranges."""
    members = draw(st.lists(dates | ranges(dates), min_size=1, max_size=4))
    return f"[{draw(st.sampled_from([',', ', '])).join(members)}]"


@st.composite
def ranges(draw: DrawFn, dates: SearchStrategy[str]) -> str:
    """A range inside a set, one side of it maybe open."""
    first, last = sorted((draw(dates), draw(dates)), key=start)
    return draw(st.sampled_from([f"{first}..{last}", f"{first}..", f"..{last}"]))


def dates() -> SearchStrategy[str]:
    """Any date of the format."""
    return singles() | timed() | intervals(singles()) | sets(singles())


def bounds() -> SearchStrategy[Day | None]:
    """A filter's bound."""
    years = st.integers(1985, 2035) | st.integers(-10_000, 20_000)
    return st.none() | st.builds(Day, years, st.integers(1, 12), st.integers(1, 28))
