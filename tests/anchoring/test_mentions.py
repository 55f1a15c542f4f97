from __future__ import annotations

import unicodedata
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.mentions import Mention, NameFinder
from tests.anchoring.alphabet import any_text

Key = TypeVar("Key", int, str)


def find(text: str, names: list[tuple[Key, str, bool]]) -> list[Mention[Key]]:
    return NameFinder(names).find(text)


def found(text: str, *names: str) -> list[str]:
    """What is found of names, as it stands in the text."""
    return [text[one.start : one.end] for one in find(text, [(n, n, False) for n in names])]


@pytest.mark.parametrize(
    ("name", "text", "mentions"),
    [
        ("Mali", "Mali, MALI and mali; not Malian, Somali or Mali2.", ["Mali", "MALI", "mali"]),
        ("Mali", "Mali's army, Mali’s, (Mali) ‘Mali’ 'Mali'", ["Mali"] * 5),
        ("Mali", "Mali-based, pro-Mali, Mali–Niger and Mali/Niger", ["Mali"] * 4),
        ("Burkinabe", "un Burkinabé, une burkinabè", ["Burkinabé", "burkinabè"]),
        ("Burkinabé", "a Burkinabe", ["Burkinabe"]),
        ("Burkinabé", "a Burkinabe\u0301", ["Burkinabe\u0301"]),
        ("N'Daw", "N’Daw, NʼDaw, N'daw and Ndaw; not Daw", ["N’Daw", "NʼDaw", "N'daw", "Ndaw"]),
        ("NDaw", "Bah N'Daw’s", ["N'Daw"]),
        ("Algérie", "l’Algérie, L'Algerie, d'Algérie", ["Algérie", "Algerie", "Algérie"]),
        ("Côte d'Ivoire", "de la Cote d’Ivoire", ["Cote d’Ivoire"]),
        ("Guinea-Bissau", "Guinea Bissau, Guinea‑Bissau", ["Guinea Bissau", "Guinea‑Bissau"]),
        (
            "Burkina Faso",
            "Burkina\nFaso, Burkina\u00a0 Faso",
            ["Burkina\nFaso", "Burkina\u00a0 Faso"],
        ),
        ("Burkina Faso", "Burkina\n\nFaso; Burkina, Faso; BurkinaFaso", []),
        (
            "People's Front",
            "the Peoples Front, People’s Front's",
            ["Peoples Front", "People’s Front"],
        ),
        ("U.S.", "the U.S. army, U.S", ["U.S.", "U.S"]),
        ("Ɓurkina", "Burkina", ["Burkina"]),
        ("Tessalit", "Tes\u00adsalit \u200bTessalit\u200b", ["Tes\u00adsalit", "Tessalit"]),
        ("马里", "在马里政府，马 里", ["马里", "马 里"]),
        ("マリ", "マリ共和国、マリア", ["マリ"]),
        ("มาลี", "ประเทศมาลีและไนเจอร์", ["มาลี"]),
        ("مالي", "في مالي، ومالي ماليون", ["مالي"]),
        ("محمد", "قال مُحَمَّد بازوم", ["مُحَمَّد"]),
        ("ߡߊߟߌ", "ߡߊ߬ߟߌ ߡߊߟߌ߫", ["ߡߊ߬ߟߌ", "ߡߊߟߌ߫"]),
        ("ⵎⴰⵍⵉ", "ⵏ ⵎⴰⵍⵉ", ["ⵎⴰⵍⵉ"]),
        ("🚀", "Team 🚀🚀, a🚀; not 👩‍🚀", ["🚀", "🚀", "🚀"]),
        ("👩‍🚀", "👩‍🚀 or 👩🏽‍🚀", ["👩‍🚀"]),
        ("🇲🇱", "🇳🇪🇲🇱, not 🇦🇲🇱🇦", ["🇲🇱"]),
        ("☠", "☠️ and ☠", ["☠️", "☠"]),
        ("☠️", "☠️ and ☠", ["☠️", "☠"]),
        ("%%%", "a %%% b %% c", ["%%%"]),
        ("-", "a - b", []),
        ("\ufe0f", "a ☠️ b", []),
        ("U.S.", "(U.S.), U.S.-led", ["U.S.", "U.S."]),
        ("C++", "C, C+ and C++: (C++)", ["C++", "C++"]),
        ("$1", "1, $1 and US$1.", ["$1", "$1"]),
        ("[x]", "x, x], [x and [x]", ["[x]"]),
        ("Front (FL)", "the Front (FL) and Front FL; Front (FL", ["Front (FL)"]),
        ("Yahoo!", "Yahoo; yahoo!", ["yahoo!"]),
        ("@jnim.", "jnim, @jnim.", ["@jnim."]),
        ("’Ndele", "'Ndele, Ndele", ["Ndele", "Ndele"]),
        ("Rifa‘ ", "Rifa, Rifaʿ", ["Rifa", "Rifa"]),
        ("???", "what???", []),
        ("", "what", []),
    ],
)
def test_a_name_is_found_as_a_whole_word(name: str, text: str, mentions: list[str]) -> None:
    assert found(text, name) == mentions


def test_an_acronym_has_to_stand_in_its_own_case() -> None:
    names = [("jnim", "JNIM", True), ("un", "UN", False), ("who", "Who", True)]
    text = "JNIM, jnim, the UN’s un, UN-led, Who who WHO"
    assert [(m.key, text[m.start : m.end]) for m in find(text, names)] == [
        ("jnim", "JNIM"),
        ("un", "UN"),
        ("un", "UN"),
        ("who", "Who"),
    ]


def test_a_longer_name_wins_over_one_inside_it() -> None:
    names = ("Mali", "Government of Mali", "Guinea", "Guinea-Bissau", "Mali Empire")
    text = "the Government of Mali, Mali, Guinea-Bissau, Guinea, Government of Mali Empire"
    assert found(text, *names) == [
        *("Government of Mali", "Mali", "Guinea-Bissau", "Guinea"),
        *("Government of Mali", "Mali Empire"),  # neither is inside the other
    ]


def test_a_name_of_two_keys_is_a_mention_of_both_and_one_of_a_key_is_one() -> None:
    names = [("a", "Wagner", False), ("b", "WAGNER group", False), ("b", "wagner", False)]
    assert find("Wagner", [*names, ("a", "Wágner", False)]) == [
        Mention(0, 6, "a"),
        Mention(0, 6, "b"),
    ]


def test_offsets_count_code_points_of_the_text() -> None:
    text = "😀 e\u0331 ﬁn — Mali"
    [mention] = find(text, [(1, "Mali", False)])
    assert text[mention.start : mention.end] == "Mali"


@given(any_text, st.lists(st.tuples(st.integers(0, 3), any_text, st.booleans()), max_size=5))
def test_any_text_and_names_are_taken(text: str, names: list[tuple[int, str, bool]]) -> None:
    for mention in find(text, names):
        assert 0 <= mention.start < mention.end <= len(text)


def _plain(text: str) -> str:
    """A slow and obvious folding."""
    text = unicodedata.normalize("NFD", text.casefold()).replace("\u0301", "").replace("'", "")
    return " ".join(text.replace("-", " ").split())


def _word_at(text: str, at: int) -> bool:
    """Whether a word goes on across offset `at`, by an apostrophe perhaps."""
    before, after = text[:at].rstrip("'"), text[at:].lstrip("'")
    return before[-1:].isalnum() and after[:1].isalnum()


def _scan(text: str, names: list[str]) -> list[tuple[int, int, int]]:
    """Mentions by a look at every stretch of text."""
    every = [
        (start, end, key)
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if text[start].isalnum() and text[end - 1].isalnum()
        if not _word_at(text, start) and not _word_at(text, end)
        for key, name in enumerate(names)
        if _plain(text[start:end]) == _plain(name)
    ]
    return [
        (start, end, key)
        for start, end, key in every
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in every)
    ]


words = st.text("abé'", min_size=1, max_size=4).filter(lambda word: word.strip("'") == word)
phrases = st.lists(words, min_size=1, max_size=3)


@given(
    st.lists(words | st.sampled_from(["A", "'"]), max_size=8).map(" ".join),
    st.lists(phrases.map("-".join) | phrases.map(" ".join), max_size=4),
)
def test_mentions_are_those_of_a_scan_of_every_stretch(text: str, names: list[str]) -> None:
    finder = NameFinder([(key, name, False) for key, name in enumerate(names)])
    assert sorted(finder.find(text)) == sorted(_scan(text, names))
