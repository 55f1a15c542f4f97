"""Rows of points, actors, relations and events, at a width."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import parse
from sahel_tui.queries.ego import Tie
from sahel_tui.queries.timeline import Range
from sahel_tui.render.actors import actor_parts, draw_actor
from sahel_tui.render.points import draw_point, point_standing
from sahel_tui.render.relations import draw_tie, relation_parts
from sahel_tui.render.timeline import draw_event, draw_extent, event_parts
from tests.queries.views import actor, event, passage, point, relation

LONG = "Economic Community of West African States"
EXACT = passage(0, 9)
ORPHAN = passage(None, None, state="orphan")
AUGUST = Range(parse("2023-08-01").sort_key[0].ordinal(), parse("2023-09-01").sort_key[0].ordinal())


def tie(name: str = "Niger", neighbours: tuple[str, ...] = (), **given: Any) -> Tie:
    row = relation("r1", "mali", "niger", **given)
    return Tie(row, "→", row.type, "niger", name, neighbours)


# Actors -------------------------------------------------------------------------------------


@pytest.mark.parametrize("cells", [39, 45, 80, 100, 200])
def test_a_name_is_cut_only_where_half_of_the_width_is_too_little(cells: int) -> None:
    row = draw_actor(actor("a", LONG, type="alliance"), cells, current=False)
    assert row.width == cells
    assert (LONG in row.plain) == (cells >= 80)
    assert len(row.plain.split("…")[0]) >= min(cells // 2, len(LONG))


def test_a_name_leaves_the_rest_to_what_follows() -> None:
    assert "Mali " in draw_actor(actor("a", "Mali", type="state"), 36, current=False).plain
    assert "state" in draw_actor(actor("a", "Mali", type="state"), 36, current=False).plain


def test_the_types_of_actors_with_usual_names_are_in_line() -> None:
    rows = [draw_actor(actor("a", n, type="T"), 90, current=False).plain for n in ("Mali", "JNIM")]
    assert len({row.index("T") for row in rows}) == 1


def test_an_actors_evidence_is_told_before_its_many_names() -> None:
    row = actor("a", "Mali", aliases=("Malian",) * 30, type="state", evidence=(ORPHAN,))
    assert actor_parts(row)[:3] == ["Mali", "1 orphan", "state"]


# Relations ----------------------------------------------------------------------------------


def test_a_relation_has_room_for_the_name_of_the_other() -> None:
    row = draw_tie(tie(LONG, evidence=(EXACT,)), 100)
    assert row.width == 100
    assert f"{LONG} 1 exact" in row.plain
    assert (
        "Economic Community of West Afri… 1 exact"
        in draw_tie(tie(LONG, evidence=(EXACT,)), 60).plain
    )


def test_what_is_not_plain_of_a_relation_comes_first() -> None:
    doubtful = draw_tie(tie(since="2023", status="alleged", evidence=(EXACT, ORPHAN)), 100)
    assert "alleged · 1 orphan, 1 exact · since 2023" in doubtful.plain
    certain = draw_tie(tie(since="2023", status="alleged", evidence=(EXACT,)), 100)
    assert "alleged · since 2023 · 1 exact" in certain.plain


def test_a_long_name_does_not_hide_that_evidence_disputes() -> None:
    disputed = (EXACT, passage(0, 9, stance="disputes"))
    row = draw_tie(tie(LONG, status="alleged", since="2023", evidence=disputed), 80)
    assert "alleged · contested · 2 exact" in row.plain


def test_whom_the_other_is_tied_to_is_said_whole_or_not_at_all() -> None:
    around = tie(neighbours=("Mali", "Togo", "Benin", "Ghana"), evidence=(EXACT,))
    assert "1 exact · also tied to Mali, Togo, Benin +1" in draw_tie(around, 120).plain
    assert draw_tie(around, 60).plain.rstrip().endswith("1 exact")


def test_a_relations_evidence_follows_the_sentence_and_its_dates() -> None:
    row = relation(
        "r1", "mali", "niger", since="2023", evidence=(ORPHAN,), note="n", confidence="low"
    )
    assert relation_parts(row) == [
        "Mali supports Niger", "asserted", "since 2023", "1 orphan", "low confidence", "n",
    ]  # fmt: skip


# Points -------------------------------------------------------------------------------------


def test_a_long_id_is_parted_from_the_text() -> None:
    first, *more = draw_point(point("p-chinese-investment", "A point of some words."), 40)
    assert first.plain == "p-chines… A point of some words."
    assert all(line.plain.startswith(" " * 10) for line in more)


def test_a_points_evidence_is_told_first() -> None:
    assert point_standing(point("p", evidence=(ORPHAN, EXACT))) == "1 orphan, 1 exact · judgment"


# Events -------------------------------------------------------------------------------------


def on(cells: int, date: str = "2023-08~", width: int = 22, **given: Any) -> str:
    fields = {"title": "A title " + "of many words " * 9, "place": "Bamako", "actors": ("Mali",)}
    row = event("e1", date=date, **{**fields, **given})
    return draw_event(row, AUGUST, width, cells).plain


def test_a_narrow_row_gives_up_actors_then_the_extent_and_never_the_date() -> None:
    shown = {cells: on(cells) for cells in (30, 45, 60, 100)}
    assert all("about August 2023" in row for row in shown.values())
    assert [cells for cells, row in shown.items() if "(" in row] == [60, 100]
    assert [cells for cells, row in shown.items() if "Bamako" in row] == [100]


@given(st.integers(24, 200))
def test_a_date_of_24_cells_is_whole_at_any_width(cells: int) -> None:
    label = event("e1", date="2023-09-23~").date.label
    assert label == "about 23 September 2023"
    assert on(cells, "2023-09-23~", len(label)).startswith(label)


@pytest.mark.parametrize("cells", range(16, 47))
@pytest.mark.parametrize("tense", ["past", "planned", "denied"])
def test_a_title_that_has_no_room_is_known_to_be_there(tense: str, cells: int) -> None:
    row = event("e1", date="2023-08-13", title="A long title " * 4, tense=tense)
    line = draw_event(row, AUGUST, 24, cells)
    assert "…" in "".join(segment.text for segment in line.segments(cells))


def test_titles_end_and_places_begin_in_one_column() -> None:
    short, long = on(100, title="Short"), on(100)
    planned = on(100, tense="planned")
    assert short.index("Bamako") == long.index("Bamako") == planned.index("Bamako")


def test_a_title_without_anything_beside_it_has_the_whole_row() -> None:
    assert on(60, place=None, actors=(), title="T" * 29).endswith(" " + "T" * 29)


@pytest.mark.parametrize("tense", ["planned", "denied", "hypothetical"])
@pytest.mark.parametrize("cells", [2, 6])
def test_extents_tell_certain_about_and_not_happened_apart(tense: str, cells: int) -> None:
    drawn = [
        draw_extent(parse("2023-08-01/2023-08-31"), AUGUST, cells),
        draw_extent(parse("2023-08-01~/2023-08-31"), AUGUST, cells),
        draw_extent(parse("2023-08-01/2023-08-31"), AUGUST, cells, tense),
    ]
    assert drawn == (["├┤", "()", "[]"] if cells == 2 else ["├────┤", "(~~~~)", "[····]"])


@pytest.mark.parametrize(
    ("date", "tense", "shown"),
    [
        ("2023-08-16", "past", "●"),
        ("2023-08-16", "planned", "○"),
        ("2023-08-16?", "past", "◇"),
        ("2023-08-16~", "past", "◇"),
        ("2023-08-17/2023-08-18", "past", "◆"),
        ("2023-08-17/2023-08-18", "planned", "◇"),
    ],
)
def test_what_is_within_a_cell(date: str, tense: str, shown: str) -> None:
    assert draw_extent(parse(date), AUGUST, 6, tense).strip() == shown


def test_an_extent_goes_on_where_only_its_end_is_drawn() -> None:
    assert draw_extent(parse("2023-05/2023-08-02"), AUGUST, 6) == "◂     "
    assert draw_extent(parse("2023-08-29/2023-12"), AUGUST, 6) == "     ▸"
    assert draw_extent(parse("2023-05/2023-12"), AUGUST, 6) == "◂────▸"


def test_an_events_evidence_is_told_before_its_actors() -> None:
    row = event("e1", date="2023-08", actors=("mali",) * 30, evidence=(ORPHAN,))
    assert event_parts(row)[:3] == ["An event", "August 2023", "1 orphan"]
