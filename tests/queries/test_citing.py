"""The marking of what is cited, and the words that are cited."""

from __future__ import annotations

import pytest

from sahel_tui.queries.citing import cite_claim, cite_stops
from sahel_tui.queries.stops import Stop
from sahel_tui.queries.views import BriefView, Claim
from tests.queries.views import actor, brief, passage, point, relation

TEXT = "First the words, then other words."


def marked(
    own: str | None, claim: str | None, source: str | None, held: str | None = None
) -> BriefView:
    """A brief of one point with these markings; `held` is the highest of all that it holds."""
    rows = [point("p", marking=claim, evidence=(passage(6, 15),))]
    view = brief(text=TEXT, points=rows)
    sources = tuple(one._replace(marking=source) for one in view.sources)
    return view._replace(own_marking=own, sources=sources, marking=held)


@pytest.mark.parametrize(
    ("own", "claim", "source", "marking"),
    [
        ("TLP:GREEN", None, None, "TLP:GREEN"),
        ("TLP:GREEN", "TLP:AMBER", "TLP:CLEAR", "TLP:AMBER"),
        ("TLP:GREEN", "TLP:CLEAR", "TLP:RED", "TLP:RED"),
        ("SECRET//SI", "SECRET//NOFORN", None, "SECRET//NOFORN//SI"),
        (None, "TLP:GREEN", "Board only", "TLP:GREEN | Board only"),
    ],
)
def test_a_citation_has_the_highest_marking_of_brief_claim_and_source(
    own: str | None, claim: str | None, source: str | None, marking: str
) -> None:
    view = marked(own, claim, source, held="TLP:RED")
    assert cite_claim(view, Claim("point", "p")).marking == marking


def test_the_library_says_what_is_higher() -> None:
    view = marked("low", "high", "middle")
    order = ("low", "middle", "high")
    assert cite_claim(view, Claim("point", "p"), order).marking == "high"
    stop = Stop("main", 0, 5, 0, 0, None)
    assert cite_stops(view, None, (stop,), order).marking == "middle"


def test_what_nobody_marked_is_as_high_as_anything_beside_it() -> None:
    assert cite_claim(marked(None, None, None, "TLP:RED"), Claim("point", "p")).marking == "TLP:RED"
    assert cite_claim(marked(None, None, None), Claim("point", "p")).marking is None


def test_a_claim_is_cited_with_every_passage_in_its_order() -> None:
    evidence = (passage(6, 15), passage(None, None, state="orphan"), passage(0, 5))
    view = brief(text=TEXT, actors=[actor("a", mentions=[(0, 5)], evidence=evidence)])
    citation = cite_claim(view, Claim("actor", "a"))
    assert [citation.text(stop) for stop in citation.stops] == ["the words", "the words", "First"]
    assert [(stop.number, stop.of) for stop in citation.stops] == [(1, 3), (2, 3), (3, 3)]


def test_a_source_that_is_not_quoted_marks_nothing() -> None:
    view = brief(text=TEXT, relations=[relation("r", "a", "b", marking="TLP:GREEN")])
    view = view._replace(sources=(view.sources[0]._replace(marking="TLP:RED"),))
    citation = cite_claim(view, Claim("relation", "r"))
    assert not citation.stops
    assert not citation.sources
    assert citation.marking == "TLP:GREEN"
