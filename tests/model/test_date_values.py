"""What a model accepts as a date, and how dates cross processes."""

from __future__ import annotations

import datetime
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from sahel_tui.model.dates import Day, Edtf, parse
from tests.model.edtf_strategies import dates


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
