"""A hit as a line: its matches in sight and marked, and counts that are true."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_tui.queries.search.engines import Count
from sahel_tui.queries.search.matching import Hit
from sahel_tui.queries.search.results import BriefHits
from sahel_tui.queries.search.snippets import snippet
from sahel_tui.render.hits import add_marked, count_words, draw_hit
from sahel_tui.render.line import Line
from sahel_tui.render.styles import MATCH

BRIEF = BriefHits(1, "b.toml", "A brief", "2023", None, ())
WORDS = st.text(alphabet="abc é中\u0301 \u202e\x1b\t", min_size=1, max_size=120)


@given(WORDS, st.integers(0, 119), st.integers(1, 8), st.integers(20, 60))
def test_the_first_match_is_in_sight_within_the_room(
    text: str, start: int, size: int, cells: int
) -> None:
    start = min(start, len(text) - 1)
    end = min(start + size, len(text))
    assume(text[start].isalpha())  # as the words that are found begin
    line = add_marked(Line("¶ "), text, [(start, end)], cells)
    assert line.width == cells
    marked = "".join(part for part, style in line.parts if style == MATCH)
    assert text[start] in marked


@pytest.mark.parametrize(
    ("hits", "count", "complete", "words"),
    [
        (37, Count(10, exact=True), True, "37 hits in 10 briefs"),
        (1, Count(1, exact=True), True, "1 hit in 1 brief"),
        (64, Count(1000, exact=False), False, "64+ hits in 1,000+ briefs"),
        (64, Count(1673, exact=True), False, "64+ hits in 1,673 briefs"),
        (64, None, False, "64+ hits"),
        (0, Count(0, exact=True), True, "nothing found"),
        (0, Count(0, exact=False), False, "nothing found yet"),
    ],
)
def test_counts_are_true_or_said_to_be_open(
    hits: int, count: Count | None, complete: bool, words: str
) -> None:
    assert count_words(hits, count, 1000, complete=complete) == words


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2023-08-13", "2023-08-13"),
        ("2023-07-28/", "2023-07/"),
        ("/2023-11-29", "/2023-11"),
        ("2024-02-06/2024-02-07", "2024-02"),
        ("2010~/2023-02-18", "2010~/2023"),
        ("2023-08-13T10:00:00Z", "2023-08-13"),
        ("2023-07-2X~", "2023-07~"),
    ],
)
def test_a_long_date_is_told_more_coarsely_and_never_cut(date: str, shown: str) -> None:
    hit = Hit("b", "b.toml", "relation", "r", "x y", date, None, None, None, (), "x y", ())
    (line,) = draw_hit(BRIEF, hit, 80, 1, with_brief=False)
    assert line.plain.endswith(f" {shown:10}")


def test_the_fields_of_a_brief_are_told_apart() -> None:
    text = "Coups\n\nMali\n\nWho rules?\n\nECOWAS"
    at = text.index("ECOWAS")
    words, ((start, end),) = snippet(text, [(at, len(text))])
    assert words == "Coups; Mali; Who rules?  ECOWAS"
    assert words[start:end] == "ECOWAS"
