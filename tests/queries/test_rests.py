"""What rests on a piece of a source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.rests import RestsIndex, involving
from sahel_tui.queries.views import Claim
from tests.queries.views import actor, brief, event, passage, point, relation

TWICE = passage(None, None, state="ambiguous", candidates=[(1, 5), (90, 95)])
VIEW = brief(
    points=(
        point("p1", evidence=(passage(10, 30), passage(50, 60)), actors=("mali",)),
        point("p2", evidence=(passage(None, None, state="orphan"),)),
    ),
    actors=(actor("mali", mentions=((12, 16), (80, 84))),),
    relations=(relation("r1", "mali", "jnim", evidence=(passage(20, 40),)),),
    events=(event("e1", evidence=(TWICE,)),),
)


def claims(source: str, start: int, end: int) -> list[tuple[str, str, int]]:
    found = RestsIndex(VIEW).within(source, start, end)
    return [(one.claim.kind, one.claim.id, one.number) for one in found]


def test_claims_and_mentions_that_touch_a_span_stand_in_text_order() -> None:
    assert claims("main", 15, 25) == [
        ("point", "p1", 1),
        ("actor", "mali", 1),
        ("relation", "r1", 1),
    ]
    assert claims("main", 50, 51) == [("point", "p1", 2)]


def test_a_span_ends_before_its_end() -> None:
    assert claims("main", 40, 50) == []
    assert claims("main", 30, 31) == [("relation", "r1", 1)]


def test_an_empty_span_is_the_character_after_it() -> None:
    assert claims("main", 50, 50) == [("point", "p1", 2)]
    assert claims("main", 60, 60) == []


def test_the_candidates_of_an_ambiguous_quote_rest_there_as_such() -> None:
    found = RestsIndex(VIEW).within("main", 0, 5)
    assert [(one.claim, one.state) for one in found] == [(Claim("event", "e1"), "ambiguous")]
    assert claims("main", 92, 93) == [("event", "e1", 1)]


def test_another_source_has_nothing() -> None:
    assert claims("other", 0, 100) == []


def test_claims_that_share_text_are_found_once_each() -> None:
    index = RestsIndex(VIEW)
    assert [one.claim.id for one in index.shared(Claim("point", "p1"))] == ["mali", "r1"]
    assert [one.claim.id for one in index.shared(Claim("actor", "mali"))] == ["p1"]
    assert index.shared(Claim("point", "p2")) == ()


def test_where_a_claim_rests() -> None:
    found = RestsIndex(VIEW).of(Claim("point", "p1"))
    assert [(one.start, one.end) for one in found] == [(10, 30), (50, 60)]


def test_passages_start_where_claims_do_and_names_do_not_count() -> None:
    assert RestsIndex(VIEW).starts("main") == (1, 10, 20, 50, 90)


def test_the_claims_that_name_an_actor() -> None:
    assert involving(VIEW, "mali") == (Claim("point", "p1"), Claim("relation", "r1"))
    assert involving(VIEW, "nobody") == ()


spans = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 400)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=200,
)


@given(spans, st.integers(0, 800), st.integers(0, 300))
def test_the_index_finds_what_looking_at_every_span_finds(
    given_spans: list[tuple[int, int]], start: int, length: int
) -> None:
    view = brief(
        points=[point(f"p{n}", evidence=(passage(*s),)) for n, s in enumerate(given_spans)]
    )
    end = start + max(1, length)
    found = RestsIndex(view).within("main", start, end)
    expected = sorted((a, b) for a, b in given_spans if a < end and b > start)
    assert [(one.start, one.end) for one in found] == expected
