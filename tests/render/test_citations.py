"""Citations: what they say of a passage, and that nothing that is quoted speaks for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import parse
from sahel_tui.queries.citing import cite_claim, cite_stops
from sahel_tui.queries.stops import Stop, stops
from sahel_tui.queries.views import BriefView, Claim, Passage
from sahel_tui.reading import read_brief
from sahel_tui.render.citations import cited_text, json_lines, quoted_text, reference_text
from sahel_tui.render.copies import claim_choices, paragraph_of, passage_choices
from sahel_tui.render.pasteable import count_obeyed
from tests.queries.views import brief, event, passage, point

if TYPE_CHECKING:
    from tests.conftest import WriteBrief

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "briefs" / "2023-09-20-three-state-treaty.toml"
TEXT = "A heading\n\nFirst paragraph\nof two lines.\n\n\nThe second, “quoted”."
POINT = Claim("point", "p")
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def cited(*evidence: Passage, text: str = TEXT, marking: str | None = None) -> BriefView:
    """A brief of one point that rests on these passages of a text."""
    view = brief(text=text, points=[point("p", "A claim.", marking=marking, evidence=evidence)])
    source = view.sources[0]._replace(title="The title", publisher="Who", published=parse("2023~"))
    return view._replace(sources=(source,), publisher="A house", own_marking=marking)


def test_the_page_shows_a_citation_as_it_is() -> None:
    view = read_brief(SHIPPED).view
    claim = Claim("point", "j1.5")
    text = cited_text(cite_stops(view, claim, stops(view, claim)[1:2]))
    assert f"```\n{text}\n```" in (ROOT / "docs" / "copying.md").read_text("utf-8")


def test_a_citation_says_what_a_reader_needs_to_find_the_passage() -> None:
    view = cited(passage(11, 40, stance="disputes"), marking="TLP:AMBER")
    lines = cited_text(cite_claim(view, POINT)).split("\n")
    assert lines[0] == lines[-1] == "Marking: TLP:AMBER"
    assert '"First paragraph' in lines
    assert 'of two lines."' in lines
    assert "  main, paragraph 2, code points 11-40" in lines
    assert "  passage 1 of 1: exact, disputes" in lines
    assert "Brief: A brief; brief; published 2023-09-20; A house" in lines
    assert "Source main: The title; Who; published 2023~" in lines
    assert f"  sha256 {'0' * 64}" in lines


def test_the_claim_comes_with_its_kind_and_how_sure_it_is() -> None:
    found = {"likelihood": "likely", "confidence": "low", "kind": "assumption"}
    view = brief(points=[point("p", "A claim.", **found)], events=[event("e", date="2023-08~")])
    said = cited_text(cite_claim(view, POINT)).split("\n")
    (line,) = [line for line in said if line.startswith("Point p: A claim.")]
    for word in ("assumption", "likely", "low confidence"):
        assert word in line
    assert "It rests on no passage." in said
    assert "about August 2023" in cited_text(cite_claim(view, Claim("event", "e")))


def test_a_passage_over_several_paragraphs_names_the_first_and_the_last() -> None:
    view = cited(passage(0, len(TEXT)))
    assert f"paragraphs 1-3, code points 0-{len(TEXT)}" in cited_text(cite_claim(view, POINT))


def test_an_orphan_is_said_to_be_not_found() -> None:
    view = cited(passage(None, None, state="orphan"))
    citation = cite_claim(view, POINT)
    said = cited_text(citation)
    assert 'Not found in the source. The brief quotes:\n"the words"\n  main, no passage' in said
    assert quoted_text(citation) == "[not found in the source] the words"
    assert reference_text(citation) == "brief main no passage"
    found = json.loads(json_lines(citation))
    assert (found["state"], found["start"], found["paragraph"]) == ("orphan", None, None)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("fuzzy", 'fuzzy: begins or ends inside a longer word: the brief quotes "the words"'),
        ("moved", "moved: not at the position that the brief gives"),
        ("normalised", "alike but for quotation marks, dashes, spaces or case"),
    ],
)
def test_a_passage_that_is_not_exact_says_so_in_words(state: str, words: str) -> None:
    assert words in cited_text(cite_claim(cited(passage(11, 20, state=state)), POINT))


def test_an_ambiguous_quote_names_its_candidates() -> None:
    spans = [(n, n + 2) for n in range(0, 24, 2)]
    view = cited(passage(None, None, state="ambiguous", candidates=spans))
    citation = cite_claim(view, POINT)
    said = cited_text(citation)
    assert "0-2 or 2-4 or" in said
    assert "18-20 or 2 more" in said
    assert "Not found" not in said
    third = cite_stops(view, POINT, stops(view, POINT)[2:3])
    assert '"ad"' in cited_text(third)
    assert "candidate 3" in cited_text(third)
    assert len(json.loads(json_lines(third))["candidates"]) == 12


def test_json_lines_have_what_show_has_and_where_it_is_from(write_brief: WriteBrief) -> None:
    text = 'format = "sahel-brief/1"\n[brief]\nid = "b"\ntitle = "T"\npublished = 2023-09-20\n'
    text += 'marking = "TLP:GREEN"\n[[source]]\ntext = "One \\u001b[2J two."\n'
    text += '[[point]]\ntext = "P"\nevidence = ["One \\u001b[2J two", "nowhere at all there is"]\n'
    view = read_brief(write_brief(text)).view
    lines = json_lines(cite_claim(view, Claim("point", "p1")))
    assert lines.isascii()
    first, second = map(json.loads, lines.split("\n"))
    assert first == {
        "brief": "b",
        "claim": {"kind": "point", "id": "p1"},
        "source": "main",
        "state": "exact",
        "start": 0,
        "end": 12,
        "text": "One \x1b[2J two",
        "score": 1.0,
        "stance": "supports",
        "paragraph": 1,
        "sha256": view.sources[0].sha256,
        "marking": "TLP:GREEN",
    }
    assert second["state"] == "orphan"
    said = cited_text(cite_claim(view, Claim("point", "p1")))
    assert '"One ␛[2J two"' in said
    assert "Written as pictures or numbers: 1 control character." in said


@given(ANY)
def test_the_quote_is_exact_and_no_quote_speaks_for_the_citation(text: str) -> None:
    view = cited(passage(0, len(text)), text=text, marking="TLP:RED")
    citation = cite_claim(view, POINT)
    said = cited_text(citation)
    assert said.startswith("Marking: TLP:RED\n")
    assert said.endswith("\nMarking: TLP:RED")
    assert json.loads(json_lines(citation))["text"] == view.points[0].evidence[0].text
    if not count_obeyed(text):
        assert f'"{text}"' in said
        assert quoted_text(citation) == f"(TLP:RED) {text}"


@given(ANY)
def test_what_a_brief_says_of_itself_keeps_to_its_line(text: str) -> None:
    view = cited(passage(0, 9))
    plain = len(cited_text(cite_claim(view, POINT)).splitlines())
    source = view.sources[0]._replace(title=text, publisher=text, url=text)
    points = tuple(one._replace(text=text, marking=text) for one in view.points)
    view = view._replace(
        title=text, publisher=text, own_marking=text, sources=(source,), points=points
    )
    assert len(cited_text(cite_claim(view, POINT)).splitlines()) == plain


def test_choices_begin_with_the_whole_claim_and_with_the_quote() -> None:
    view = cited(passage(11, 20), passage(None, None, state="orphan"))
    first, second = stops(view, POINT)
    names = [choice.name for choice in claim_choices(view, POINT, first, ())]
    assert names[0] == "Claim with all of its passages"
    assert {"Quote alone", "Paragraph with its citation"} < set(names)
    names = [choice.name for choice in passage_choices(view, POINT, second, ())]
    assert names[0] == "Quote with its citation"
    assert "Paragraph with its citation" not in names


@pytest.mark.parametrize(
    ("offset", "span"), [(0, (0, 9)), (10, (0, 9)), (11, (11, 40)), (30, (11, 40)), (43, (43, 64))]
)
def test_a_paragraph_is_whole(offset: int, span: tuple[int, int]) -> None:
    found = paragraph_of(cited(), Stop("main", offset, offset, 0, 0, None))
    assert found is not None
    assert (found.start, found.end) == span


def test_there_is_no_paragraph_before_the_first() -> None:
    assert paragraph_of(cited(text="\n \nText."), Stop("main", 0, 0, 0, 0, None)) is None
