from __future__ import annotations

import subprocess
import sys

import pytest

from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote, Resolution, Span, State

TEXT = """\
“We were not asked,” said the mayor of Ménaka — twice.

On 14 May, gunmen attacked a market near Ansongo. The army said it repelled them.
On 21 May, gunmen attacked a market near Ansongo. The army said nothing.

Straße 5 was cut. The base at Tessalit was left to the north’s rebels on 21 October 2023, \
after a flight of three days over the dunes.
"""


def resolve(quote: Quote, text: str = TEXT) -> Resolution:
    return Anchorer(text).resolve(quote)


def words(resolution: Resolution, text: str = TEXT) -> str:
    assert resolution.span is not None
    return text[slice(*resolution.span)]


def spans(part: str, text: str = TEXT) -> list[Span]:
    found = [at for at in range(len(text)) if text.startswith(part, at)]
    return [(at, at + len(part)) for at in found]


def test_a_quote_that_is_there_once_is_exact() -> None:
    [span] = spans("The base at Tessalit")
    assert resolve(Quote("The base at Tessalit")) == Resolution(State.EXACT, span, 1.0)
    hinted = Quote("The base at Tessalit", start=span[0], end=span[1])
    assert resolve(hinted).state is State.EXACT


def test_a_wrong_hint_for_the_only_place_is_moved() -> None:
    [span] = spans("The base at Tessalit")
    for start, end in ((0, 20), (span[0], span[1] + 1), (10**9, 10**9 + 20)):
        quote = Quote("The base at Tessalit", start=start, end=end)
        assert resolve(quote) == Resolution(State.MOVED, span, 1.0)


def test_a_hint_chooses_among_equal_passages() -> None:
    first, second = spans("gunmen attacked a market")
    quote = Quote("gunmen attacked a market", start=second[0], end=second[1])
    assert resolve(quote) == Resolution(State.EXACT, second, 1.0)
    open_ended = Quote("gunmen attacked a market", start=first[0])
    assert resolve(open_ended) == Resolution(State.EXACT, first, 1.0)


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [("On 21 May, ", ""), ("", " near Ansongo. The army said nothing"), ("ON 21  may,", "")],
)
def test_context_chooses_among_equal_passages(prefix: str, suffix: str) -> None:
    second = spans("gunmen attacked a market")[1]
    quote = Quote("gunmen attacked a market", prefix=prefix, suffix=suffix)
    assert resolve(quote) == Resolution(State.EXACT, second, 1.0)
    hinted = Quote("gunmen attacked a market", prefix=prefix, suffix=suffix, start=1, end=25)
    assert resolve(hinted) == Resolution(State.MOVED, second, 1.0)


@pytest.mark.parametrize(
    "quote",
    [
        Quote("gunmen attacked a market"),
        Quote("gunmen attacked a market", prefix=" May, "),
        Quote("gunmen attacked a market", prefix="On 28 May, "),
        Quote("gunmen attacked a market", start=spans("gunmen")[0][0] + 1, end=10**6),
    ],
)
def test_where_nothing_chooses_all_candidates_are_given(quote: Quote) -> None:
    found = resolve(quote)
    assert found.state is State.AMBIGUOUS
    assert (found.span, found.score) == (None, None)
    assert list(found.candidates) == spans("gunmen attacked a market")


def test_contexts_that_contradict_each_other_choose_nothing() -> None:
    quote = Quote("near Ansongo", prefix="attacked a market ", suffix=". The army said")
    assert resolve(quote).state is State.AMBIGUOUS
    text = "red one, blue one. green one, grey"
    assert resolve(Quote("one", prefix="red ", suffix=", grey"), text).state is State.AMBIGUOUS
    assert resolve(Quote("one", prefix="red ", suffix=", blue"), text).span == (4, 7)


def test_overlapping_occurrences_count() -> None:
    assert resolve(Quote("马马"), "马马马").candidates == ((0, 2), (1, 3))


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"we were NOT asked," said', "“We were not asked,” said"),
        ("Ménaka - twice", "Ménaka — twice"),
        ("Ménaka--twice.", "Ménaka — twice."),
        ("said\u00a0it   repelled\r\nthem", "said it repelled them"),
        ("STRASSE 5", "Straße 5"),
        ("the north\u2019s rebels\n", "the north’s rebels"),
        ("the north's rebels", "the north’s rebels"),
        ("Tes\u00adsa\u200blit", "Tessalit"),
    ],
)
def test_typography_spaces_and_case_make_it_normalised(quote: str, found: str) -> None:
    resolution = resolve(Quote(quote))
    assert words(resolution) == found
    assert (resolution.state, resolution.score) == (State.NORMALISED, 1.0)


def test_equal_foldings_are_chosen_among_as_equal_passages_are() -> None:
    upper = "GUNMEN attacked"
    assert resolve(Quote(upper)).state is State.AMBIGUOUS
    chosen = resolve(Quote(upper, prefix="21 May, "))
    assert (chosen.state, chosen.span) == (State.NORMALISED, spans("gunmen attacked")[1])
    first = spans("gunmen attacked")[0]
    hinted = resolve(Quote(upper, start=first[0], end=first[1]))
    assert (hinted.state, hinted.span) == (State.NORMALISED, first)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        (
            "The bases at Tesalit was lft to the north’s rebels",
            "The base at Tessalit was left to the north’s rebels",
        ),
        (
            "after a fight of three day over the dunes",
            "after a flight of three days over the dunes",
        ),
        ("On 14 May gunmen atacked", "On 14 May, gunmen attacked"),
    ],
)
def test_a_damaged_quote_is_fuzzy_with_its_true_ends(quote: str, found: str) -> None:
    resolution = resolve(Quote(quote))
    assert resolution.state is State.FUZZY
    assert words(resolution) == found
    assert resolution.score is not None
    assert 0.8 <= resolution.score < 1


def test_a_damaged_quote_of_equal_passages_is_ambiguous_unless_something_chooses() -> None:
    damaged = "gunman attaked a market near Ansongo"
    both = spans("gunmen attacked a market near Ansongo")
    found = resolve(Quote(damaged))
    assert (found.state, list(found.candidates)) == (State.AMBIGUOUS, both)
    by_context = resolve(Quote(damaged, suffix=". The army said nothing."))
    assert (by_context.state, by_context.span) == (State.FUZZY, both[1])
    by_hint = resolve(Quote(damaged, start=both[0][0], end=both[0][1]))
    assert (by_hint.state, by_hint.span) == (State.FUZZY, both[0])


@pytest.mark.parametrize(
    "quote",
    [
        "The base at Kidal was handed over to nobody at all",
        "Ansonga",  # a word is too short for a likeness to show anything
        "x",
        "la",
        "",
        " \n",
        "\u200b",
        "\ud800",
        "stras",  # half of ß
    ],
)
def test_what_is_not_there_is_an_orphan(quote: str) -> None:
    assert resolve(Quote(quote)) == Resolution(State.ORPHAN)


def test_a_quote_of_neither_of_two_near_passages_is_an_orphan() -> None:
    text = (
        "The convoy left Gao on Monday with forty lorries of grain. "
        "The convoy left Ber on Friday with sixty lorries of flour. "
    )
    quote = "The convoy left Ségou on Sunday with fifty lorries of sugar."
    assert resolve(Quote(quote), text) == Resolution(State.ORPHAN)


def test_sentences_that_differ_in_a_number_are_told_apart() -> None:
    text = "".join(
        f"On {day} June, {day * 3} people fled the town of Ouro.\n" for day in range(10, 28)
    )
    found = resolve(Quote("On 17 Jume, 51 people fld the town of Ouro."), text)
    assert (found.state, words(found, text)) == (
        State.FUZZY,
        "On 17 June, 51 people fled the town of Ouro.",
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("cafe\u0331 noir", "cafe"),
        ("क्षेत्र", "क"),
        ("👩‍💻 at work", "👩"),
        ("🇲🇱🇳🇪", "🇱🇳"),
        ("👍🏾", "👍"),
    ],
)
def test_no_match_splits_what_is_seen_as_one_character(text: str, quote: str) -> None:
    assert resolve(Quote(quote), text) == Resolution(State.ORPHAN)


def test_an_unseen_part_of_the_last_character_belongs_to_the_match() -> None:
    found = resolve(Quote("❤"), "I ❤️ Mali")
    assert (found.state, found.span) == (State.NORMALISED, (2, 4))


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        (
            "قال المتحدث باسم الجيش إن القوات تقدمت نحو المدينة",
            "المتحث باسم الجيش ان القوات",
            "المتحدث باسم الجيش إن القوات",
        ),
        (
            "马里过渡政府宣布与邻国签署安全条约并继续行动",
            "过渡政府宣布和邻国签署安全条约",
            "过渡政府宣布与邻国签署安全条约",
        ),
        ("ߒߞߏ ߦߋ߫ ߞߊ߲߫ ߠߎ߬ ߛߓߍߢߊ ߘߏ߫ ߟߋ߬ ߘߌ߫", "ߞߊ߲߫ ߠߎ߬ ߛߓߢߊ ߘߏ߫ ߟߋ߬", "ߞߊ߲߫ ߠߎ߬ ߛߓߍߢߊ ߘߏ߫ ߟߋ߬"),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ ⴷⵉ ⵜⵎⵓⵔⵜ ⵏ ⵎⴰⵍⵉ ⵓⵔ ⵜⵍⵍⵉ", "ⵜⵎⵓⵔⵜ ⵏ ⵎⴰⵉ ⵓⵔ", "ⵜⵎⵓⵔⵜ ⵏ ⵎⴰⵍⵉ ⵓⵔ"),
    ],
)
def test_any_script_is_matched_approximately(text: str, quote: str, found: str) -> None:
    resolution = resolve(Quote(quote), text)
    assert (resolution.state, words(resolution, text)) == (State.FUZZY, found)


def test_a_long_quote_with_a_strange_beginning_is_still_looked_for() -> None:
    body = " ".join(f"{at} of {at * 7919 % 1000}" for at in range(400))
    quote = "z" * 600 + body
    found = resolve(Quote(quote), body)
    assert (found.state, found.span) == (State.FUZZY, (0, len(body)))


def test_the_thousandth_quote_is_found_like_the_first() -> None:
    text = "".join(
        f"Town {at} fell on day {at * 7919 % 1000}; no word of it. " for at in range(300)
    )
    quotes = [Quote(f"Town {at} fell on day") for at in range(310)]
    quotes += [
        Quote(words) for words in ("no word of it", "day 919", "fell", "Tow", "nowhere at all")
    ]
    anchorer = Anchorer(text)
    early = [anchorer.resolve(quote) for quote in quotes]
    for _ in range(2):
        assert [anchorer.resolve(quote) for quote in quotes] == early
    assert [one.state for one in early[-5:]] == [
        *(State.AMBIGUOUS, State.EXACT, State.AMBIGUOUS, State.ORPHAN, State.ORPHAN)
    ]


def test_verbatim_quotes_need_no_library() -> None:
    code = (
        "import sys; from sahel_tui.anchoring.resolve import Anchorer, Quote;"
        "assert Anchorer('one two').resolve(Quote('two')).span == (4, 7);"
        "assert Anchorer('one two').resolve(Quote('TWO')).span == (4, 7);"
        "sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
