"""States, counts and places, in words."""

from __future__ import annotations

import pytest

from sahel_tui.queries.stops import Stop
from sahel_tui.render.words import (
    doubt_words,
    evidence_words,
    is_certain,
    passage_words,
    place_of,
    quoted,
    stop_words,
)
from tests.queries.views import passage

EXACT = passage(0, 9)
ORPHAN = passage(None, None, state="orphan")
TWICE = passage(None, None, state="ambiguous", candidates=[(1, 5), (90, 95)])
STATES = ("exact", "moved", "normalised", "fuzzy", "ambiguous", "orphan")


def test_what_was_typed_stands_in_one_pair_of_quotation_marks() -> None:
    assert quoted("mali") == '"mali"'
    assert quoted('"six months" mali', 30) == '"six months" mali'


def test_the_worst_evidence_is_named_first() -> None:
    evidence = [passage(0, 9, state=state) for state in STATES]
    assert evidence_words(evidence) == (
        "1 orphan, 1 ambiguous, 1 fuzzy, 1 normalised, 1 moved, 1 exact"
    )
    disputed = passage(0, 9, stance="disputes")
    assert evidence_words([EXACT, disputed, ORPHAN]) == "1 orphan, 2 exact, of which 1 disputes"


def test_certain_is_all_as_written_accepted_and_in_support() -> None:
    assert is_certain([EXACT, EXACT])
    assert not is_certain([])
    assert not is_certain([EXACT, ORPHAN])
    assert not is_certain([passage(0, 9, stance="disputes")])
    assert not is_certain([EXACT._replace(review="proposed")])


def test_candidates_are_alike_but_not_said_to_be_equal() -> None:
    assert passage_words(TWICE) == "ambiguous (2 passages alike), supports"
    assert doubt_words(TWICE).startswith("ambiguous: 2 passages alike, nothing to choose by")


def test_a_place_is_written_as_counts_are() -> None:
    assert place_of(1, 3) == "1 of 3"
    assert place_of(1_000, 12_000) == "1,000 of 12,000"


@pytest.mark.parametrize("state", ["normalised", "fuzzy", "ambiguous", "orphan"])
def test_a_doubt_tells_the_whole_quote(state: str) -> None:
    quote = "words as the brief has them, " * 20
    assert f'"{quote}"' in doubt_words(passage(0, 9, state=state)._replace(quote=quote))


def test_words_inside_longer_ones_are_not_said_to_be_others() -> None:
    inside = passage(0, 9, state="fuzzy")
    assert doubt_words(inside).startswith("fuzzy: begins or ends inside a longer word")
    other = doubt_words(inside._replace(text="these words"))
    assert other.startswith("fuzzy: not these words")


def test_what_is_exact_is_no_doubt() -> None:
    assert doubt_words(EXACT) == ""


def test_a_stop_tells_its_paragraph_and_the_mentions_that_follow() -> None:
    second = Stop("main", 0, 9, 2, 1_500, EXACT)
    assert stop_words(second) == "passage 2 of 1,500: exact, supports"
    assert stop_words(second, 7) == "passage 2 of 1,500 in ¶7: exact, supports"
    then = stop_words(second, 7, mentions=26)
    assert then == "passage 2 of 1,500 in ¶7: exact, supports; then 26 mentions"
    assert stop_words(Stop("main", 0, 9, 3, 26, None), 4) == "mention 3 of 26 in ¶4"


def test_a_stop_at_a_candidate_says_which() -> None:
    stop = Stop("main", 90, 95, 1, 1, TWICE, candidate=2)
    assert stop_words(stop, 3) == (
        "passage 1 of 1 in ¶3: candidate 2, ambiguous (2 passages alike), supports"
    )
