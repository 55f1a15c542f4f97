"""What a query finds in a brief: its hits, where they land, and what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.matching import answers, hits
from sahel_tui.queries.search.parsing import parse
from tests.queries.search.grammar import queries
from tests.queries.search.shipped import shipped, shipped_views
from tests.queries.views import actor, brief, event, passage, point, relation

if TYPE_CHECKING:
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.matching import Hit

TEXT = (
    "General Tiani took power in Niamey. The army was ambushed near Gao.\n"
    "\n"
    "Al-Qaida’s branch, Jama’at Nusrat al-Islam wal-Muslimin, fights the junta.\n"
    "\n"
    "Nobody fights here."
)
JUNTA = TEXT.index("the junta")
JAMA = TEXT.index("Jama")
TIANI = TEXT.index("Tiani")


def made() -> Document:
    """A brief with a claim of each kind, and an actor of two names."""
    view = brief(
        text=TEXT,
        points=[
            point("p1", "The junta stays.", likelihood="likely", actors=("tiani",),
                  evidence=(passage(JUNTA, JUNTA + 9, stance="disputes"),), marking="TLP:AMBER"),
            point("p2", "Nothing holds it up.", kind="assumption"),
        ],
        actors=[
            actor("tiani", "Abdourahamane Tiani", [(TIANI, TIANI + 5)], aliases=("Tchiani",)),
            actor("jnim", "JNIM", [(JAMA, TEXT.index(", fights"))], type="armed-group"),
        ],
        relations=[relation("r1", "jnim", "tiani", since="2023", until="2024-02", sign=-1)],
        events=[
            event("e1", date="2023-08-13", title="Ambush near Gao", type="assault",
                  actors=("jnim",), place="Gao", place_id="gao"),
            event("e2", date="2023~", title="A vague ambush", tense="planned"),
        ],
        places=[("gao", "Gao", ("Gawgaw",))],
    )  # fmt: skip
    tagged = view._replace(tags=("Sahel war",), summary="How the junta came.")
    return document_of(tagged)


DOCUMENT = made()


def found(text: str) -> list[str]:
    return [f"{hit.kind} {hit.id}" for hit in hits(parse(text), DOCUMENT)]


def only(text: str) -> Hit:
    (hit,) = hits(parse(text), DOCUMENT)
    return hit


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("stays", ["point p1"]),
        ("power", ["passage main:1"]),
        ("tchiani", ["point p1", "actor tiani", "relation r1", "passage main:1"]),
        ("tchiani power", ["passage main:1"]),
        ("tianni", ["point p1", "actor tiani", "relation r1", "passage main:1"]),
        ("qaeda", []),
        ("qaida", ["passage main:2"]),
        ("gawgaw", ["event e1"]),
        ('"near gao"', ["event e1", "passage main:1"]),
        ('"gao near"', []),
        ('"gao al"', []),
        ("near(army gao, 3)", ["passage main:1"]),
        ("near(army gao, 2)", []),
        ("near(gao army, 3)", ["passage main:1"]),
        ("ambush*", ["event e1", "event e2", "passage main:1"]),
        ("junta -nobody", []),
        ("junta -wagner", ["brief brief", "point p1", "passage main:2"]),
        ("stays or ambushed", ["point p1", "passage main:1"]),
        ("-wagner", ["brief brief"]),
        ("actor:jnim", ["actor jnim", "relation r1", "event e1", "passage main:2"]),
        ("actor:tchiani power", ["passage main:1"]),
        ("place:gao", ["event e1"]),
        ("type:assault", ["event e1"]),
        ("type:armed_group", ["actor jnim"]),
        ("kind:point", ["point p1", "point p2"]),
        ("kind:point junta", ["point p1"]),
        ("kind:point power", []),
        ("-kind:point junta", ["brief brief", "passage main:2"]),
        ("sign:negative", ["relation r1"]),
        ("is:disputed", ["point p1"]),
        ("is:unsupported", ["point p2", "relation r1", "event e1", "event e2"]),
        ("is:planned", ["event e2"]),
        ("likelihood:likely", ["point p1"]),
        ("marking:amber", ["point p1"]),
        ("tag:war", ["brief brief"]),
        ("tag:war stays", ["point p1"]),
        ("tag:peace", []),
        ("source:main stays", ["point p1"]),
        ("source:main junta", ["point p1", "passage main:2"]),
        ("brief:brief stays", ["point p1"]),
        ("on:2023-08", ["event e1"]),
        ("on:2023", ["brief brief", "event e1"]),
        ("on:2023?", ["brief brief", "relation r1", "event e1", "event e2"]),
        ("after:2023-08-13 before:2023-08-13 kind:event", ["event e1"]),
        ("on:2023/2024-02 kind:relation", ["relation r1"]),
        ("power nobody", ["brief brief"]),
        ("", ["brief brief"]),
    ],
)
def test_a_query_hits_the_items_on_which_all_of_it_holds(text: str, items: list[str]) -> None:
    assert found(text) == items


def test_a_passage_lands_on_its_first_match_and_has_all() -> None:
    hit = only("ambushed gao")
    assert [TEXT[slice(*span)] for span in hit.spans] == ["ambushed", "Gao"]
    assert (hit.source, hit.start, hit.end) == ("main", *hit.spans[0])


def test_who_is_found_by_another_name_is_marked_where_he_is_named() -> None:
    hit = only("tchiani power")
    assert [TEXT[slice(*span)] for span in hit.spans] == ["Tiani", "power"]
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["Tiani", "power"]


def test_a_claim_lands_on_the_passage_that_it_rests_on() -> None:
    hit = only("stays")
    assert TEXT[slice(hit.start, hit.end)] == "the junta"
    assert hit.snippet == "The junta stays."
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["stays"]


def test_a_claim_without_a_passage_leads_nowhere() -> None:
    hit = only("kind:event vague")
    assert (hit.source, hit.start, hit.end, hit.spans) == (None, None, None, ())


def test_what_no_one_item_holds_is_one_hit_that_says_so() -> None:
    hit = only("power nobody")
    assert not hit.whole
    assert TEXT[slice(hit.start, hit.end)] == "power"
    assert [TEXT[slice(*span)] for span in hit.spans] == ["power", "Nobody"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("kind:event gao", "2023-08-13"),
        ("kind:relation tiani", "2023/2024-02"),
        ("stays", "2023-09-20"),
    ],
)
def test_a_hit_is_dated_by_itself_or_by_its_brief(text: str, date: str) -> None:
    assert only(text).date == date


def test_a_long_text_is_cut_around_the_match() -> None:
    text = "word " * 200 + "needle in it " + "word " * 200
    (hit,) = hits(parse("needle"), document_of(brief(text=text)))
    assert len(hit.snippet) <= 202
    assert hit.snippet.startswith("…word")
    assert hit.snippet.endswith("…")
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["needle"]


@settings(max_examples=150)
@given(text=queries)
def test_every_span_of_the_shipped_briefs_is_in_its_source(text: str) -> None:
    query = parse(text)
    for view, document in zip(shipped_views(), shipped(), strict=True):
        sources = {one.id: one.text for one in view.sources}
        for hit in hits(query, document):
            if hit.source is None:
                assert not hit.spans
                continue
            inside = sources[hit.source]
            assert hit.start is not None
            assert hit.end is not None
            for start, end in (*hit.spans, (hit.start, hit.end)):
                assert 0 <= start < end <= len(inside)
            for a, b in hit.marks:
                words = hit.snippet[a:b]
                assert hit.kind != "passage" or words in inside.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "briefs"),
    [("al qaeda", 1), ("jamaat", 1), ("tchiani", 1), ("prigojine", 1), ("counterterrorism", 1)],
)
def test_the_shipped_briefs_are_found_by_other_spellings(text: str, briefs: int) -> None:
    assert sum(answers(parse(text), one) for one in shipped()) >= briefs
