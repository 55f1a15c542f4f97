"""From a view to a document: what of a brief is searched."""

from __future__ import annotations

from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.paragraphs import paragraph_spans
from sahel_tui.render.paragraphs import paragraph_span, paragraphs
from tests.queries.search.shipped import shipped, shipped_views
from tests.queries.views import actor, brief, event, passage, point, relation


def test_a_passage_is_its_source_from_start_to_end() -> None:
    for view, document in zip(shipped_views(), shipped(), strict=True):
        sources = {one.id: one.text for one in view.sources}
        for item in document.items:
            if item.kind == "passage":
                assert sources[item.source or ""][item.start : item.end] == item.text
                within = range(item.start or 0, (item.end or 0) + 1)
                assert all(a < b and a in within and b in within for _, a, b in item.mentions)


def test_paragraphs_have_the_numbers_that_the_reader_shows() -> None:
    texts = [
        "",
        "\n\n",
        "one",
        "one\ntwo",
        "one\n\ntwo\nthree\n \nfour\n",
        "\n one \n\n\n two",
        "a\n\n",
    ]
    for text in (*texts, *(source.text for view in shipped_views() for source in view.sources)):
        sources = brief(text=text).sources
        pieces = paragraphs(sources)
        shown = [
            paragraph_span(pieces, at)
            for at, one in enumerate(pieces)
            if one.first and one.number and not one.heading
        ]
        found = list(paragraph_spans(text))
        assert [start for start, _ in found] == [start for start, _ in shown]
        assert [text[a:b].rstrip() for a, b in found] == [text[a:b].rstrip() for a, b in shown]


def test_every_claim_is_an_item_and_the_brief_is_the_first() -> None:
    for view, document in zip(shipped_views(), shipped(), strict=True):
        kinds = [item.kind for item in document.items]
        assert kinds[0] == "brief"
        assert kinds.count("point") == len(view.points)
        assert kinds.count("actor") == len(view.actors)
        assert kinds.count("relation") == len(view.relations)
        assert kinds.count("event") == len(view.events)


def test_a_claim_leads_to_its_first_passage_that_was_found() -> None:
    view = brief(
        points=[point("p", evidence=(passage(None, None, state="orphan"), passage(4, 8)))],
        actors=[actor("a", mentions=[(0, 3)])],
    )
    _, one, named, _ = document_of(view).items
    assert (one.source, one.start, one.end) == ("main", 4, 8)
    assert (named.source, named.start, named.end) == ("main", 0, 3)


def test_a_passage_of_which_there_are_several_alike_leads_to_the_first() -> None:
    alike = passage(None, None, state="ambiguous", candidates=[(1, 3), (5, 7)])
    item = document_of(brief(points=[point("p", evidence=(alike,))])).items[1]
    assert (item.start, item.end) == (1, 3)
    assert "is:ambiguous" in item.facets


def test_dates_are_days_and_what_is_vague_says_so() -> None:
    view = brief(
        events=[event("e", date="2023~"), event("s", date="[2023-01, 2023-05]")],
        relations=[relation("r", "a", "b", since="0001-01-02")],
        actors=[actor("a"), actor("b")],
    )
    items = {item.id: item for item in document_of(view).items}
    assert items["e"].vague == 3
    assert len(items["s"].stretches) == 2
    assert (items["r"].first, items["r"].last) == (2, None)
    assert items["r"].date == "0001-01-02/"


def test_a_place_that_nobody_declares_has_its_name() -> None:
    document = document_of(brief(events=[event("e", place="Over there")]))
    assert document.items[1].places == ("Over there",)
    assert document.names[0][1:] == ("Over there", ("Over there",))


def test_names_are_of_those_whom_items_mention() -> None:
    view = brief(places=[("gao", "Gao", ()), ("kidal", "Kidal", ())], events=[
        event("e", place="Gao", place_id="gao")
    ])  # fmt: skip
    assert [one.id for one in document_of(view).names] == ["gao"]
