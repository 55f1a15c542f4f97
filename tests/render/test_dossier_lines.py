"""A dossier, contradictions and quotes as lines: at every width, in words, without colour."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sahel_tui.library_reading import LibraryFiles, read_library
from sahel_tui.queries.library.actor_finding import choices
from sahel_tui.queries.library.contradictions import contradictions
from sahel_tui.queries.library.dossier import Dossier, whole_dossier
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.outline import Join, outline
from sahel_tui.render.contradictions import (
    Told,
    band_of,
    contradiction_words,
    differ_words,
    draw_contradiction,
    draw_sides,
)
from sahel_tui.render.dossiers import (
    draw_choice,
    draw_head,
    draw_mentions,
    draw_row,
    draw_section,
    row_words,
)
from sahel_tui.render.quotes import draw_marked, draw_quote, quote_words
from sahel_tui.store.folders import brief_paths

BRIEFS = Path(__file__).parents[2] / "briefs"
WIDTHS = [1, 8, 23, 39, 60, 79, 120, 299]


@cache
def files() -> LibraryFiles:
    return read_library(brief_paths([BRIEFS]), lambda _: None)


@cache
def jnim() -> Dossier:
    return whole_dossier(files(), Identities(files().judgements()), "jnim")


@cache
def tellings(kind: str) -> tuple[Told, ...]:
    """Those of the last contradiction of a kind, with their quotes."""
    *_, one = contradictions(files(), Identities(files().judgements()), (kind,))
    return tuple(
        Told(at, said, files().quotes(said.told.path, said.claim))
        for at, side in enumerate(one.sides)
        for said in side.tellings
    )


@pytest.mark.parametrize("cells", WIDTHS)
def test_every_row_fits(cells: int) -> None:
    other = choices(files().actors(), Identities(files().judgements()))[0]
    joins = [Join(other.actor, 0.75, ("both are called so",), judged) for judged in ("", "same")]
    drawn = [draw_choice(other, cells)]
    for section in outline(jnim(), joins):
        drawn += [draw_section(section, cells, folded=folded) for folded in (True, False)]
        drawn += [draw_row(row, cells) for row in section.rows]
    for line in [*drawn, *draw_head(jnim(), cells, ascii_only=False)]:
        assert sum(segment.cell_length for segment in line.segments(cells)) == cells


def test_a_relation_tells_sign_direction_status_and_time_without_colour() -> None:
    rows = [row for one in outline(jnim()) for row in one.rows if row.kind == "relation"]
    drawn = {row.data.type: draw_row(row, 120).plain.split() for row in rows}
    assert drawn["fights"][:3] == ["−", "fights", "↔"]
    assert drawn["attacks"][:3] == ["−", "attacks", "→"]
    assert drawn["leads"][:4] == ["·", "led", "by", "←"]
    assert drawn["cooperates-with"][0] == "+"
    assert {row.data.status for row in rows} >= {"asserted", "alleged", "denied"}
    for row in rows:
        assert row.data.status in draw_row(row, 120).plain
        assert row.data.told.brief in draw_row(row, 160).plain


def test_a_passage_is_shown_from_before_the_name_on() -> None:
    rows = [row for one in outline(jnim()) for row in one.rows if row.kind == "passage"]
    named = [row for row in rows if row.data.mentions]
    assert len(named) > 5
    for row in named:
        start, end = row.data.mentions[0]
        name = row.data.text[start - row.data.start : end - row.data.start]
        assert name.replace("\n", " ") in draw_row(row, 100).plain


def test_nothing_of_a_row_is_lost_in_words() -> None:
    for section in outline(jnim()):
        for row in section.rows:
            words = row_words(row)
            if row.kind in ("relation", "event", "point", "passage"):
                assert row.told is not None
                assert row.told.brief in words
            if row.kind == "name":
                assert row.data.declared.by[0] in words


def test_nothing_is_drawn_as_nothing_and_a_little_as_something() -> None:
    mentions = ((100, 1), (150, 80), (199, 2))
    bars = draw_mentions(mentions, 34, ascii_only=False).plain.split()[1]
    assert (bars[0], bars[-1]) == ("▁", "▁")
    assert "█" in bars
    assert set(bars) == set("▁█·")
    assert set(draw_mentions(mentions, 34, ascii_only=True).plain.split()[1]) == set("19.")
    assert "no mention" in draw_mentions((), 34, ascii_only=False).plain


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("kind", ["event", "point", "relation"])
def test_sides_fit_and_none_is_left_out(kind: str, cells: int) -> None:
    told = tellings(kind)
    for chosen in range(len(told)):
        bands = draw_sides(told, chosen, cells)
        for band in bands:
            for line in band:
                assert sum(segment.cell_length for segment in line.segments(cells)) == cells
        if cells >= 60:
            text = "\n".join(line.plain for band in bands for line in band)
            for one in told:
                assert f"side {one.side + 1} · {one.said.told.brief[:20]}" in text
            shown = bands[band_of(told, chosen, cells)]
            assert any("▶" in line.plain for line in shown)


def test_sides_stand_beside_each_other_where_there_is_room() -> None:
    told = tellings("event")
    assert len(draw_sides(told, 0, 100)) == 1
    assert "side 2" in draw_sides(told, 0, 100)[0][0].plain
    assert len(draw_sides(told, 0, 60)) == 2


def test_a_contradiction_is_told_in_a_row_and_in_words() -> None:
    for one in contradictions(files(), Identities(files().judgements())):
        words = contradiction_words(one)
        assert one.about in words
        assert "against" in words
        assert "here " in draw_contradiction(one, 100, own=True).plain
        assert differ_words(one) in draw_contradiction(one, 100, own=False).plain


def test_a_point_is_told_to_be_what_another_does_to_it() -> None:
    found = contradictions(files(), Identities(files().judgements()), ("point",))
    (one,) = [each for each in found if each.what == ("replaces",)]
    newer = next(row for row in files().links() if row.how == "replaces")
    assert newer.told.brief == one.sides[1].tellings[0].told.brief
    assert one.about == one.sides[0].tellings[0].text
    assert f"{one.about} · replaced" in draw_contradiction(one, 140, own=False).plain


def test_an_event_is_told_with_its_place() -> None:
    found = contradictions(files(), Identities(files().judgements()), ("event",))
    drawn = [draw_contradiction(one, 80, own=False).plain for one in found]
    assert any(line.startswith("event    Ber: ") for line in drawn)


def test_one_brief_is_one_brief() -> None:
    found = choices(files().actors(), Identities(files().judgements()))
    drawn = [draw_choice(one, 100).plain for one in found]
    assert not any("  1 briefs" in line for line in drawn)
    assert any("  1 brief  " in line for line in drawn)
    assert any("  2 briefs " in line for line in drawn)


def test_a_quote_is_told_with_its_source_and_grade_in_its_paragraph() -> None:
    quote = next(quote for one in tellings("event") for quote in one.quotes if quote.grade)
    assert f"grade {quote.grade}" in quote_words(quote)
    assert quote_words(quote._replace(reliability=None, credibility=None)).count("no grade") == 1
    assert draw_quote(quote, 60)[0].plain.startswith('"')
    assert quote.start is not None
    text = f"Before. {quote.text} After."
    drawn = draw_quote(quote, 200, (text, quote.start - 8))
    assert drawn[0].plain.startswith("Before. ")
    assert [part for part, style in drawn[0].parts if style.reverse]


def test_marks_that_overlap_or_lie_outside_do_no_harm() -> None:
    (line,) = draw_marked("abcdef", ((1, 3), (2, 4), (5, 99)), 40)
    assert line.plain == "abcdef"
    assert "".join(part for part, style in line.parts if style.reverse) == "bcdf"
