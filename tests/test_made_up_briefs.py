"""Briefs made for tests and measurements are what they say, and are read whatever they hold."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus import big_brief
from sahel_tui.anchoring.states import State
from sahel_tui.reading import read_brief
from tests.hostile import hostile_brief, wide_brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.views import BriefView, Passage

C0_AND_C1 = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
PAYLOADS = {
    "controls": C0_AND_C1,
    "escapes": "\x1b]0;title\x07\x1b[2J\x1b[?1049l",
    "markup": "[bold]x[/] [@click=app.bell]y[/] [/",
    "invisible": "\u202e\u2066\u200b\u200d\ufeff\u00ad\U000e0041\ufe0f",
    "toml": "\"\"\" ''' \\ # ] }",
    "empty": "",
}


def _passages(view: BriefView) -> Iterator[Passage]:
    for claims in (view.points, view.actors, view.relations, view.events):
        for claim in claims:
            yield from claim.evidence


def _check_spans(view: BriefView) -> None:
    texts = {source.id: source.text for source in view.sources}
    for passage in _passages(view):
        if passage.start is not None:
            assert passage.text == texts[passage.source][passage.start : passage.end]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_hostile_brief_is_read(tmp_path: Path, payload: str) -> None:
    reading = read_brief(hostile_brief(tmp_path, payload))
    assert [d for d in reading.diagnostics if d.severity == "error"] == []
    assert payload in reading.view.title
    _check_spans(reading.view)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_brief_is_read_whatever_its_texts_hold(payload: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        view = read_brief(hostile_brief(Path(folder), payload)).view
    _check_spans(view)
    assert view.points[0].evidence[0].state == State.EXACT


def test_every_script_is_found_where_it_stands(tmp_path: Path) -> None:
    view = read_brief(wide_brief(tmp_path)).view
    assert {point.evidence[0].state for point in view.points} == {State.EXACT}
    assert all(actor.mentions for actor in view.actors)
    _check_spans(view)


def test_a_big_brief_holds_its_quotes_and_names(tmp_path: Path) -> None:
    path = big_brief(tmp_path, text_bytes=30_000, events=60, actors=20, relations=150)
    reading = read_brief(path)
    view = reading.view
    assert reading.diagnostics == ()
    assert (len(view.events), len(view.actors), len(view.relations)) == (60, 20, 150)
    assert len(view.sources[0].text.encode()) >= 30_000
    assert {passage.state for passage in _passages(view)} == {State.EXACT}


def test_a_big_brief_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    sizes = {"text_bytes": 5_000, "events": 5, "actors": 5, "relations": 5}
    first, again, other = (
        big_brief(tmp_path / name, **sizes, seed=seed).read_bytes()
        for name, seed in (("first", 1), ("again", 1), ("other", 2))
    )
    assert first == again != other
