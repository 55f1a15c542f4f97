"""EDTF: bounds, errors, order, filters, and what a model accepts."""

from __future__ import annotations

import datetime
import pickle
from typing import TYPE_CHECKING

import edtf
import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from sahel_tui.model.dates import Day, Edtf, EdtfError, parse, parse_bound
from sahel_tui.model.days import from_ordinal
from tests.model.edtf_strategies import bounds, dates, of_the_library

if TYPE_CHECKING:
    from time import struct_time


def days(text: str) -> tuple[str | None, str | None]:
    date = parse(text)
    return (date.earliest and date.earliest.iso(), date.latest and date.latest.iso())


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2023-08-13", "2023-08-13", "2023-08-13", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("2013", "2013-01-01", "2013-12-31", "year"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("20XX", "2000-01-01", "2099-12-31", "century"),
        ("2004-XX", "2004-01-01", "2004-12-31", "year"),
        ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
        ("2023-07-0X", "2023-07-01", "2023-07-09", "days"),
        ("2023-07-2X", "2023-07-20", "2023-07-29", "days"),
        ("2023-07-3X", "2023-07-30", "2023-07-31", "days"),
        ("2023-06-3X", "2023-06-30", "2023-06-30", "day"),
        ("2023-02-2X", "2023-02-20", "2023-02-28", "days"),
        ("2023-21", "2023-03-01", "2023-05-31", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("9999-24", "9999-12-01", "Y10000-02-29", "season"),
        ("2023-08-13T10:00:00Z", "2023-08-13", "2023-08-13", "day"),
        ("2023-08-13T23:59:60", "2023-08-13", "2023-08-13", "day"),
        ("2023-08-13T10:00:00-04", "2023-08-13", "2023-08-13", "day"),
        ("2023-08-13T10:00:00.25+05:30", "2023-08-13", "2023-08-13", "day"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("-1985", "-1985-01-01", "-1985-12-31", "year"),
        ("-0004-02", "-0004-02-01", "-0004-02-29", "month"),
        ("-201X", "-2019-01-01", "-2010-12-31", "decade"),
        ("-000X", "-0009-01-01", "-0001-12-31", "decade"),
        ("Y170000002", "Y170000002-01-01", "Y170000002-12-31", "year"),
        ("Y-170000002", "Y-170000002-01-01", "Y-170000002-12-31", "year"),
        ("2023-08/2023-09", "2023-08-01", "2023-09-30", "interval"),
        ("2023-08-20/2023-08", "2023-08-20", "2023-08-31", "interval"),
        ("2013/..", "2013-01-01", None, "interval"),
        ("2013/", "2013-01-01", None, "interval"),
        ("../2023", None, "2023-12-31", "interval"),
        ("/2023", None, "2023-12-31", "interval"),
        ("[2023-09-16,2023-09-17]", "2023-09-16", "2023-09-17", "set"),
        ("[2023-09-17, 2023-09-16]", "2023-09-16", "2023-09-17", "set"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "set"),
        ("[..1760-12-03]", None, "1760-12-03", "set"),
        ("[1667,1760-12..]", "1667-01-01", None, "set"),
        ("[..2020,2023..]", None, None, "set"),
    ],
)
def test_bounds_and_precision(
    text: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    assert days(text) == (earliest, latest)
    assert parse(text).precision == precision
    assert parse(text).text == str(parse(text)) == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2023-08", False, False),
        ("2023-08~", True, False),
        ("2023-08?", False, True),
        ("2023-08%", True, True),
        ("20XX~", True, False),
        ("2023-21?", False, True),
        ("1984~/2004-06?", True, True),
        ("2023%/..", True, True),
        ("[2020~,2021]", True, False),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the date is empty"),
        ("  ", "the date is empty"),
        ("2023-13", "month 13 does not exist"),
        ("2023-00", "month 00 does not exist"),
        ("2023-25", "seasons are 21 to 24"),
        ("2023-02-29", "day 29 does not exist: February 2023 has 28 days"),
        ("2023-06-31", "day 31 does not exist: June 2023 has 30 days"),
        ("2023-02-3X", "day 3X does not exist"),
        ("2023-07-4X", "day 4X does not exist"),
        ("2023-07-00", "day 00 does not exist"),
        ("2023-8", "the month '8' needs two digits"),
        ("2023-08-1", "the day '1' needs two digits"),
        ("2023-1X", "the month '1X' needs two digits"),
        ("2023-XX-12", "the day must be XX too"),
        ("201X-08", "no month can follow"),
        ("2023-21-01", "21 is a season: no day can follow"),
        ("2X23", "needs four digits"),
        ("1XXX", "needs four digits"),
        ("985", "needs four digits"),
        ("12023", "more than four digits is written with 'Y'"),
        ("20230813", "a date has hyphens: 2023-08-13"),
        ("-0000", "the year -0000 does not exist"),
        ("Y2023", "more than four digits"),
        ("Y012345", "more than four digits"),
        ("Y17E7", "more than four digits"),
        ("Y12345-06", "more than four digits"),
        ("Y99999999999999999999", "the year has 20 digits: at most 12"),
        ("2023-08~-01", "at the end of the date"),
        ("?2023", "at the end of the date"),
        ("2023?~", "at the end of the date"),
        ("2023-08-13T10:00", "a time is written as 10:00:00"),
        ("2023-08-13T24:00:00", "the time 24:00:00 does not exist"),
        ("2023-08-13T10:00:00+25", "the time zone"),
        ("2023-08T10:00:00", "a time of day follows a whole date"),
        ("2023-06-3XT10:00:00", "a time of day follows a whole date"),
        ("2023-08-13T", "a time is written as"),
        ("2023/2022", "the interval ends (2022) before it starts (2023)"),
        ("2023-08-02/2023-08-01", "ends (2023-08-01) before it starts (2023-08-02)"),
        ("2023-13/2024", "in '2023-13': month 13 does not exist"),
        ("2023-08-13T10:00:00/2024", "no times of day"),
        ("/", "a date at one end at least"),
        ("../..", "a date at one end at least"),
        ("13/08/2023", "an interval has one '/'"),
        ("[]", "a member of the one-of set is empty"),
        ("[2023,]", "a member of the one-of set is empty"),
        ("[..]", "on one side at least"),
        ("[2025..2023]", "the range ends (2023) before it starts (2025)"),
        ("[2023", "ends with ']'"),
        ("[2023]~", "ends with ']'"),
        ("[[2023]]", "is not a date"),
        ("{2023,2024}", "is not one date"),
        (" 2023", "is not a date"),
        ("2023\n", "is not a date"),
        ("August 2023", "is not a date: write 2023-08-13, 2023-08 or 2023"),
        ("２０２３", "is not a date"),
        ("2023–08", "is not a date"),
        ("x" * 1000, "the date has 1000 characters: at most 256"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert reason in str(caught.value)


def outcome(text: str) -> str:
    """The label, or what is wrong; anything but an EdtfError goes through."""
    try:
        return parse(text).label
    except EdtfError as error:
        return str(error)


@given(st.text() | st.text("0123456789-/.,[]{}XYT:Z?~%+ ", max_size=30))
def test_any_text_is_a_date_or_an_error_in_plain_ascii(text: str) -> None:
    assert outcome(text).isprintable()
    assert outcome(text).isascii()


@given(dates(), st.integers(0, 40), st.sampled_from("0123456789-/.,[]XYT:?~% "))
def test_a_date_with_one_wrong_character_never_breaks_the_parser(
    text: str, at: int, sign: str
) -> None:
    assert outcome(text[:at] + sign + text[at + 1 :])


@given(dates())
def test_every_written_date_is_read_in_order(text: str) -> None:
    date = parse(text)
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


def oracle(text: str) -> tuple[object, object]:
    """The bounds that the library `edtf` gives; an infinity for an open end becomes None."""
    date = edtf.parse_edtf(text)

    def day(value: struct_time | float) -> Day | None:
        return None if isinstance(value, float) else Day(*value[:3])

    return day(date.lower_strict()), day(date.upper_strict())


@given(of_the_library())
def test_bounds_are_those_of_the_library(text: str) -> None:
    date = parse(text)
    try:
        theirs = oracle(text.replace(", ", ","))
    except edtf.EDTFParseException:
        reject()  # its grammar loses its way in some sets of ranges: [1990..1990,1990..1990-01]
    assert (date.earliest, date.latest) == theirs


@pytest.mark.parametrize(
    "text", ["2023-13", "2023-04-31", "2023-02-30", "-0000", "Y2023", "2023-08-13T10:00", "{"]
)
def test_the_library_refuses_them_too(text: str) -> None:
    with pytest.raises(edtf.EDTFParseException):
        edtf.parse_edtf(text)
    with pytest.raises(EdtfError):
        parse(text)


@given(st.dates())
def test_ordinals_and_spelling_are_those_of_datetime(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert day.ordinal() == date.toordinal()
    assert day.iso() == date.isoformat()
    assert parse(day.iso()).earliest == parse(day.iso()).latest == day


@given(st.integers(-(10**12), 10**12))
def test_ordinals_count_on_in_any_year(year: int) -> None:
    assert Day(year + 1, 1, 1).ordinal() - Day(year, 12, 31).ordinal() == 1
    assert Day(year, 3, 1).ordinal() - Day(year, 2, 28).ordinal() in (1, 2)
    assert Day(year + 400, 6, 5).ordinal() - Day(year, 6, 5).ordinal() == 146_097


@given(st.lists(dates(), min_size=2, max_size=6, unique=True))
def test_the_order_is_total_and_agrees_with_the_bounds(texts: list[str]) -> None:
    ordered = sorted(map(parse, texts), key=lambda date: date.sort_key)
    assert sorted(map(parse, reversed(texts)), key=lambda date: date.sort_key) == ordered
    assert len({date.sort_key for date in ordered}) == len(texts)
    for i, before in enumerate(ordered):
        for after in ordered[i + 1 :]:
            assert (
                after.latest is None or before.earliest is None or after.latest >= before.earliest
            )


def test_a_timeline_in_order() -> None:
    written = [
        "20XX",
        "2022-12/2023-02",
        "2023-01-01",
        "2023-01",
        "2023",
        "2023/..",
        "2023-02",
        "../2023-02",
        "/2023-06",
        "2023-07-2X",
        "2023-07-21",
        "[2023-09-16,2023-09-17]",
        "Y12023",
    ]
    assert [
        date.text for date in sorted(map(parse, reversed(written)), key=lambda date: date.sort_key)
    ] == written


@given(dates(), bounds(), bounds())
def test_what_is_certain_is_possible(text: str, after: Day | None, before: Day | None) -> None:
    date = parse(text)
    assume(after is None or before is None or after <= before)
    assert date.possibly_within(after, before) or not date.certainly_within(after, before)


@given(dates(), bounds(), bounds(), bounds())
def test_a_wider_range_never_loses_a_date(
    text: str, after: Day | None, before: Day | None, wider: Day | None
) -> None:
    date = parse(text)
    assume(wider is None or before is None or wider >= before)
    wider = None if before is None else wider
    assert date.certainly_within(after, wider) or not date.certainly_within(after, before)
    assert date.possibly_within(after, wider) or not date.possibly_within(after, before)


AUGUST = (Day(2023, 8, 1), Day(2023, 8, 31))


@pytest.mark.parametrize(
    ("text", "certainly", "possibly"),
    [
        ("2023-08", True, True),
        ("2023-08-01", True, True),
        ("2023-08-31", True, True),
        ("2023-09-01", False, False),
        ("2023-07-31", False, False),
        ("2023", False, True),
        ("2023-07/2023-09", False, True),
        ("2023-08-30~", False, True),
        ("2023-08?", False, True),
        ("2013/..", False, True),
        ("2013/", False, True),
        ("2023-08-05/..", False, True),
        ("2023-09/..", False, False),
        ("../2023-07", False, False),
        ("../2023-08", False, True),
        ("[2023-08-03,2023-08-05]", True, True),
        ("[2023-08-03,2023-10-05]", False, True),
        ("[2023-07-03,2023-10-05]", False, False),
        ("[..2023-06,2023-10]", False, False),
    ],
)
def test_within_august(text: str, certainly: bool, possibly: bool) -> None:
    date = parse(text)
    assert date.certainly_within(*AUGUST) is certainly
    assert date.possibly_within(*AUGUST) is possibly


@pytest.mark.parametrize("text", ["2013/..", "2013/", "[2013..]"])
def test_an_open_end_is_never_certainly_before_anything(text: str) -> None:
    date = parse(text)
    assert not date.certainly_within(None, Day(9999, 12, 31))
    assert date.certainly_within(Day(2013, 1, 1), None)
    assert not date.certainly_within(Day(2013, 1, 2), None)
    assert date.certainly_within(None, None)


def test_a_filter_takes_the_outer_day() -> None:
    assert parse_bound("2023-08", "after") == Day(2023, 8, 1)
    assert parse_bound("2023-08", "before") == Day(2023, 8, 31)
    assert parse_bound("2013/..", "after") == Day(2013, 1, 1)
    with pytest.raises(EdtfError, match="the end of the date is open or unknown"):
        parse_bound("2013/..", "before")
    with pytest.raises(EdtfError, match="the start of the date is open or unknown"):
        parse_bound("/2013", "after")


class Dated(BaseModel):
    """A model as the format's are: strict and frozen."""

    model_config = ConfigDict(strict=True, frozen=True)
    date: Edtf
    until: Edtf | None = None


@given(dates())
def test_a_model_reads_and_writes_the_text(text: str) -> None:
    model = Dated.model_validate({"date": text, "until": parse(text)})
    assert model.date == model.until == parse(text)
    assert model.model_dump() == {"date": text, "until": text}
    assert Dated.model_validate_json(model.model_dump_json()) == model


@given(st.dates())
def test_a_toml_date_is_its_day(value: datetime.date) -> None:
    assert Dated.model_validate({"date": value}).date == parse(value.isoformat())


ZONES = st.none() | st.builds(
    lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)),
    st.integers(-1439, 1439),
)


@given(st.datetimes(timezones=ZONES))
def test_a_toml_date_time_is_its_day(value: datetime.datetime) -> None:
    date = Dated.model_validate({"date": value}).date
    assert date.earliest == date.latest == Day(value.year, value.month, value.day)
    assert datetime.datetime.fromisoformat(date.text) == value


def test_a_toml_date_time_is_spelt_as_edtf() -> None:
    value = datetime.datetime(2023, 8, 13, 10, tzinfo=datetime.UTC)
    assert Dated.model_validate({"date": value}).date.text == "2023-08-13T10:00:00Z"


@pytest.mark.parametrize("value", [2023, 2023.5, True, datetime.time(10), ["2023"], {}, b"2023"])
def test_a_model_says_what_a_date_may_be(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"date": value})
    (error,) = caught.value.errors()
    assert error["type"] == "value_error"
    assert "an EDTF text" in error["msg"]


def test_a_model_says_why_a_text_is_no_date() -> None:
    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"date": "2023-13"})
    (error,) = caught.value.errors()
    assert error["type"] == "value_error"
    assert error["msg"] == "Value error, month 13 does not exist"


def test_a_model_has_a_json_schema() -> None:
    assert Dated.model_json_schema()["properties"]["date"]["type"] == "string"


@given(dates())
def test_a_date_crosses_processes(text: str) -> None:
    date = pickle.loads(pickle.dumps(parse(text)))
    assert date == parse(text)
    assert (date.label, date.sort_key) == (parse(text).label, parse(text).sort_key)


@given(st.integers(-3_000_000, 5_000_000))
def test_a_day_of_a_number_has_that_number(ordinal: int) -> None:
    assert from_ordinal(ordinal).ordinal() == ordinal
    if 1 <= ordinal <= datetime.date.max.toordinal():
        assert from_ordinal(ordinal).iso() == datetime.date.fromordinal(ordinal).isoformat()
