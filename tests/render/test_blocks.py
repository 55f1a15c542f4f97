"""Claims, passages and findings as blocks of lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.errors import Diagnostic
from sahel_tui.queries.views import Claim
from sahel_tui.render.blocks import wrapped, wrapped_parts
from sahel_tui.render.claims import claim_words, draw_about, draw_claim, draw_passage
from sahel_tui.render.diagnostics import draw_diagnostic
from sahel_tui.render.line import Line
from sahel_tui.render.styles import PLAIN, STRONG
from tests.queries.views import brief, event, passage, point

P1 = Claim("point", "p1")


def plain(lines: list[Line]) -> list[str]:
    return [line.plain for line in lines]


def test_lines_are_indented_and_the_first_may_begin_otherwise() -> None:
    assert plain(wrapped("one two three", 7, PLAIN, 2)) == ["  one", "  two", "  three"]
    assert plain(wrapped("one two", 7, PLAIN, 2, Line())) == ["one", "  two"]
    assert plain(wrapped("", 7, PLAIN, 2)) == ["  "]


@given(st.lists(st.text("ab é漢\u0301\t\x1b", max_size=20), min_size=1), st.integers(3, 20))
def test_parts_are_shown_as_the_whole_is(texts: list[str], cells: int) -> None:
    parts = wrapped_parts([(f"x{text}", STRONG) for text in texts], cells, 1)
    whole = wrapped("".join(f"x{text}" for text in texts), cells, STRONG, 1)
    assert plain(parts) == plain(whole)


def test_only_the_own_words_of_a_claim_are_bold() -> None:
    view = brief(events=(event("e1", title="A coup in Niger", date="2023-07"),))
    lines = draw_claim(view, Claim("event", "e1"), 24)
    bold = "".join(text for line in lines for text, style in line.parts if style.bold)
    assert bold == "A coup in Niger"
    assert lines[0].plain == "E e1 A coup in Niger ·"
    assert all(line.plain.startswith("  ") for line in lines[1:])
    assert plain(lines)[1] == "  July 2023 · no passage"


def test_a_claim_is_followed_by_its_passages_when_asked() -> None:
    lost = passage(None, None, state="orphan")
    view = brief(points=(point("p1", evidence=(passage(0, 9), lost)),))
    alone = plain(draw_claim(view, P1, 60))
    assert plain(draw_claim(view, P1, 60, view.points[0].evidence)) == [
        *alone, "  exact, supports · main", '  "the words"',
            "  orphan, supports · main", '  "the words"',
    ]  # fmt: skip


def test_a_passage_tells_its_source_its_credibility_and_who_proposed_it() -> None:
    machine = passage(0, 9)._replace(credibility="2", by="a model", method="llm")
    told = plain(draw_passage(machine, 80))[0]
    assert told == "  exact, supports · main · credibility 2 · proposed by a model with llm"


def test_a_brief_tells_its_languages_and_places() -> None:
    view = brief(places=(("kidal", "Kidal", ("Kidal town",)),))._replace(language="en")
    source = view.sources[0]._replace(language="fr")
    told = plain(draw_about(view._replace(sources=(source,)), 200))
    assert "language: en" in told
    assert any(line.endswith("language fr") for line in told)
    assert "place kidal · Kidal · also Kidal town · no mention" in told


def test_a_claim_that_is_not_in_the_brief_has_no_words() -> None:
    assert claim_words(brief(), P1) == ""
    assert plain(draw_claim(brief(), P1, 60)) == ["P p1"]


def test_a_long_hint_keeps_its_indent() -> None:
    found = Diagnostic("b.toml", 7, 1, "", "error", "code", message="m " * 40, hint="h " * 40)
    head, *more = plain(draw_diagnostic(found, 30))
    assert head == "b.toml:7:1: error code"
    assert len(more) > 4
    assert all(line.startswith(("  m", "  h")) for line in more)
