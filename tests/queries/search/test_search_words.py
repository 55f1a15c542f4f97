"""The words of a text: folded as names are, each with its true place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.folding import fold
from sahel_tui.queries.search.words import read_tokens, read_words, skeleton, tokens
from tests.queries.search.made import HARD, texts


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("al-Qaida", ["qaida"]),
        ("al Qaeda", ["qaeda"]),
        ("al’Qaida", ["qaida"]),
        ("Jama’at Nusrat al-Islam wal-Muslimin", ["jamaat", "nusrat", "islam", "muslimin"]),
        ("Jamaa’t", ["jamaat"]),
        ("Jama`at", ["jamaat"]),
        ("l’Azawad", ["azawad"]),
        ("Mali's", ["mali"]),
        ("at Gao, as well", ["at", "gao", "as", "well"]),
        ("counter-terrorism", ["counter", "terrorism"]),
        ("2023-09-20", ["2023", "09", "20"]),
        ("Keïta", ["keita"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("İstanbul", ["istanbul"]),
        ("政变", ["政", "变"]),
        ("القاعدة", ["القاعدة"]),
        ("a_b", ["a", "b"]),
        ("⒈ a⒈b", ["1", "a1b"]),
        ("", []),
        (" -- ’ … ", []),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("al-Qaida", {"alqaida"}),
        ("al Qaida", {"alqaida"}),
        ("d’Ivoire", {"divoire"}),
        ("counter-terrorism", {"counterterrorism"}),
        ("Mali's", {"malis"}),
        ("2023-09", set()),
        ("one two", set()),
    ],
)
def test_what_may_be_written_as_one_word_is_a_variant(text: str, variants: set[str]) -> None:
    assert {token.word for token in read_tokens(text)[1]} == variants


@given(texts | st.text())
def test_every_word_is_where_its_text_is(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        shown = text[token.start : token.end]
        letters = "".join(filter(str.isalnum, fold(shown)))
        assert "".join(filter(str.isalnum, token.word)) == letters


@given(texts | st.text())
def test_words_stand_in_order_and_none_overlaps_another(text: str) -> None:
    found = tokens(text)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(texts | st.text())
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    found, variants = read_tokens(text)
    quick, quick_variants = read_words(text)
    assert [token.word for token in found] == quick
    assert sorted(token.word for token in variants) == sorted(quick_variants)


@given(texts | st.text() | HARD)
def test_a_word_is_letters_digits_and_marks_alone(text: str) -> None:
    found, variants = read_words(text)
    for word in (*found, *variants):
        assert word
        assert word == word.casefold()
        assert not set(word) & set("§¬¤¢¡¿±·\"'*()- ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qaida", "qaeda"), ("koufa", "kouffa"), ("ouagadougou", "wagadugu"), ("ghali", "ghaly"),
        ("ndaw", "ndao"), ("cheick", "sheikh"), ("macina", "massina"), ("sahraoui", "sahrawi"),
        ("azawad", "azaouad"), ("prigozhin", "prigojine"), ("mohamed", "mohammed"),
        ("tinzaouaten", "tinzawaten"), ("muslimin", "muslimeen"), ("djibo", "jibo"),
    ],
)  # fmt: skip
def test_transliterations_of_a_name_sound_alike(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kidal", "kindal"), ("mali", "malin"), ("tessalit", "tessit"), ("traore", "toure"),
        ("niger", "nigeria"), ("gao", "goa"), ("isgs", "issp"), ("mali", "male"),
    ],
)  # fmt: skip
def test_names_of_others_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)
