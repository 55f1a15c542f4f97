"""A quote is made of whole words, unless it says otherwise."""

from __future__ import annotations

import pytest

from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote, Resolution, State

TEXT = "In Nigeria, and north of Nigeria’s border, Ansongo’s 2,500 people spoke."


def resolve(quote: Quote, text: str = TEXT) -> Resolution:
    return Anchorer(text).resolve(quote)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Niger", TEXT),
        ("NIGER", TEXT),
        ("geria", TEXT),
        ("In Niger", TEXT),
        ("500 peop", TEXT),
        ("Mali", "the Malian army; Somalia; Mali2"),
        ("202", "in 2023"),
        ("Niger", "Niger\u00adia sent troops"),
        ("مالي", "القوات ماليون"),
        ("नेपा", "नेपाल में"),
        ("ⵎⴰⵍ", "ⵏ ⵎⴰⵍⵉ"),
    ],
)
def test_a_short_quote_that_is_there_only_inside_words_is_an_orphan(quote: str, text: str) -> None:
    assert resolve(Quote(quote), text).state is State.ORPHAN


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Nigeria", "In Nigeria’s north"),
        ("Algérie", "l’Algérie"),
        ("led", "Mali-led"),
        ("500", "2,500 people"),
        ("junta", "the junta¹ spoke"),
        ("马里", "在马里政府"),
        ("マリ", "アマリア"),
        ("มาลี", "ประเทศมาลีและ"),
        ("말리", "말리는"),
        ("Niger", "在Niger的"),
    ],
)
def test_a_word_ends_at_any_sign_and_anywhere_in_a_script_without_spaces(
    quote: str, text: str
) -> None:
    found = resolve(Quote(quote), text)
    assert (found.state, found.span) == (
        State.EXACT,
        (text.index(quote), text.index(quote) + len(quote)),
    )


def test_a_whole_word_is_meant_before_a_part_of_one() -> None:
    text = "Nigeria and Niger; the NIGERIANS"
    assert resolve(Quote("Niger"), text) == Resolution(State.EXACT, (12, 17), 1.0)
    assert resolve(Quote("niger"), text) == Resolution(State.NORMALISED, (12, 17), 1.0)


def test_a_position_makes_a_part_of_a_word_the_passage() -> None:
    second = TEXT.index("Nigeria’s")
    for start in (3, second):
        found = resolve(Quote("Niger", start=start, end=start + 5))
        assert found == Resolution(State.EXACT, (start, start + 5), 1.0)
    assert resolve(Quote("Niger", start=4, end=9)).state is State.ORPHAN


def test_a_context_does_so_where_it_has_the_rest_of_the_word() -> None:
    found = resolve(Quote("Niger", suffix="ia, and"))
    assert found == Resolution(State.EXACT, (3, 8), 1.0)
    assert resolve(Quote("geria", prefix="In Ni", suffix=", and")).span == (5, 10)
    for said in (Quote("Niger", prefix="north of "), Quote("Niger", suffix=" sent")):
        assert resolve(said).state is State.ORPHAN


def test_a_long_quote_that_is_cut_out_of_words_is_approximate() -> None:
    found = resolve(Quote("north of Niger"))
    start = TEXT.index("north")
    assert (found.state, found.span) == (State.FUZZY, (start, start + 14))
    assert found.score is not None
    assert found.score < 1


def test_the_ends_of_a_range_are_whole_words() -> None:
    text = "The armyworm came. The army left the town of Niger and the Nigerian border."
    found = resolve(Quote(first="The army", last="Niger"), text)
    assert found.state is State.EXACT
    assert found.span == (text.index("The army left"), text.index("Niger") + 5)
    lost = resolve(Quote(first="The army", last="Niger"), text.replace("Niger and", "Mali and"))
    assert lost.state is State.ORPHAN
