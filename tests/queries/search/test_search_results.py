"""Hits as they are listed, and what a query was probably meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahel_tui.queries.search.documents import Document, document_of
from sahel_tui.queries.search.engines import ScanEngine
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.meant import meant
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.results import KINDS, BriefHits, grouped, place_of, places
from sahel_tui.reading import read_brief
from tests.queries.search.shipped import shipped
from tests.shipped import FOLDER

NAMES = ("2024-12-31-algiers-and-kidal.toml", "2025-06-30-wagner-and-africa-corps.toml")


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    """Two of the shipped briefs, one of them with two sources."""
    return tuple(document_of(read_brief(Path(FOLDER, name)).view) for name in NAMES)


def found(documents: tuple[Document, ...], query: str) -> list[BriefHits]:
    """What a query finds in each."""
    briefs = []
    for number, one in enumerate(documents):
        its = hits(parse(query), one)
        its_places = places(its, one)
        briefs.append(BriefHits(number, one.path, one.title, "", None, its, its_places))
    return briefs


@pytest.mark.parametrize("query", ["kidal", "wagner", "tinzaouaten", "-nowhere"])
def test_groups_hold_every_hit_once(documents: tuple[Document, ...], query: str) -> None:
    briefs = found(documents, query)
    every = sorted((hit.path, hit.kind, hit.id) for one in briefs for hit in one.hits)
    by_kind, by_brief = grouped(briefs, "kind"), grouped(briefs, "brief")
    for groups in (by_kind, by_brief):
        rows = [(hit.path, hit.kind, hit.id) for group in groups for _, hit in group.rows]
        assert sorted(rows) == every
        assert all(group.rows for group in groups)
    assert [group.kind for group in by_kind] == [
        kind for kind in KINDS if any(kind == row[1] for row in every)
    ]
    assert [group.brief for group in by_brief] == [one for one in briefs if one.hits]


def test_places_are_in_text_order_with_the_words_that_stand_there(
    documents: tuple[Document, ...],
) -> None:
    texts = {
        (one.path, source.id): source.text
        for name, one in zip(NAMES, documents, strict=True)
        for source in read_brief(Path(FOLDER, name)).view.sources
    }
    for brief in found(documents, "tinzaouaten"):
        assert brief.places
        assert len(set(brief.places)) == len(brief.places)
        for place in brief.places:
            text = texts[brief.path, place.source][place.start : place.end]
            assert place.words
            assert text.startswith(place.words)
        for source in {place.source for place in brief.places}:
            spans = [(p.start, p.end) for p in brief.places if p.source == source]
            assert spans == sorted(spans)


@pytest.mark.parametrize("query", ["tchiani", "wagner kidal", "kind:event kidal", "ecowas or army"])
def test_no_place_holds_another_and_every_hit_leads_to_one(query: str) -> None:
    assert any(hits(parse(query), one) for one in shipped())
    for one in shipped():
        its = hits(parse(query), one)
        its_places = places(its, one)
        spans = [(place.source, place.start, place.end) for place in its_places]
        for source, start, end in spans:
            within = [s for s in spans if s[0] == source and start <= s[1] and s[2] <= end]
            assert within == [(source, start, end)]
        for hit in its:
            place = place_of(hit, its_places)
            assert (place is None) == (hit.source is None)


def test_a_claim_leads_to_the_word_in_its_passage() -> None:
    (brief,) = [one for one in shipped() if one.brief == "2025-12-31-leaving-ecowas"]
    its = hits(parse("tchiani"), brief)
    (place,) = places(its, brief)
    assert place.words == "Tchiani"
    assert {hit.kind for hit in its} == {"actor", "event", "passage"}
    assert [place_of(hit, (place,)) for hit in its] == [place] * len(its)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("kidal wagnr", "kidal wagner"),
        ('"wagnr group" kidal', '"wagner group" kidal'),
        ("actor:wagnr -kidal", "actor:wagner -kidal"),
        ("kidal wagner", None),
        ("type:nothing", None),
    ],
)
def test_words_that_occur_nowhere_are_mended_in_their_place(
    documents: tuple[Document, ...], query: str, wanted: str | None
) -> None:
    assert meant(parse(query), ScanEngine(documents)) == wanted
