"""A place as JSON: there and back, and whatever else a file may say in its stead."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.state.place import LONGEST, ListPlace, Place, packed, unpacked

WORDS = st.text(st.characters(categories=("L", "N", "P")), max_size=20)
LISTS = st.builds(ListPlace, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS)
NUMBERS = st.integers(0, 2**53)
PLACES = st.builds(
    Place,
    pane=WORDS,
    list_id=WORDS,
    lists=st.dictionaries(WORDS.filter(bool), LISTS, max_size=5).map(lambda d: tuple(d.items())),
    claim=st.tuples(WORDS, WORDS),
    library=st.tuples(WORDS, WORDS),
    centre=WORDS,
    follow=st.booleans(),
    zoomed=st.booleans(),
    source=WORDS,
    offset=NUMBERS,
    search=WORDS,
    stop=NUMBERS,
    lanes=WORDS,
    within=WORDS,
    range=st.just((0, 0)) | st.tuples(st.integers(-(10**9), 0), st.integers(1, 10**9)),
    scope=st.sampled_from(["", "library"]),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(place=PLACES)
def test_a_place_comes_back(place: Place) -> None:
    assert unpacked(json.loads(json.dumps(packed(place)))) == place


@given(values=st.lists(JSON, min_size=len(Place._fields), max_size=len(Place._fields)), inner=JSON)
def test_what_is_of_another_type_is_left_out(values: list[object], inner: object) -> None:
    value = dict(zip(Place._fields, values, strict=True))
    if isinstance(inner, dict):
        value["lists"] = {"points": inner, "x": 1}
    place = unpacked(value)
    assert place is not None
    assert isinstance(place.offset, int)
    assert place.offset >= 0
    texts = (place.pane, place.search, *place.claim, *(t for _, one in place.lists for t in one))
    assert all(isinstance(text, str) and len(text.splitlines()) < 2 for text in texts)
    json.dumps(packed(place)).encode("ascii")


def test_one_wrong_value_takes_no_other_with_it() -> None:
    good = packed(
        Place(pane="events", centre="mali", offset=7, lists=(("events", ListPlace("e1")),))
    )
    bad = {
        **good,
        "centre": 5,
        "stop": -1,
        "lists": {**good["lists"], "points": [], "a": {"row": 1}},
    }
    place = unpacked(bad)
    assert place == Place(
        pane="events",
        offset=7,
        lists=(("events", ListPlace("e1")), ("a", ListPlace())),
    )
    assert unpacked([]) is None


def test_texts_that_are_no_queries_are_left_out() -> None:
    for text in ("a\nb", "\ud800", "\0", "x" * (LONGEST + 1), "  "):
        assert unpacked({"search": text}) == Place()
    assert unpacked({"search": "né\x1b[31m"}) == Place(search="né\x1b[31m")
