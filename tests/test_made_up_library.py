"""A library made for tests and measurements holds what it says, and is the same each time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.made_up import made_up_briefs, write_library
from sahel_tui.anchoring.states import State
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths, find_library
from sahel_tui.store.library import load_library

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.reading import Reading

BRIEFS = 200


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    folder = tmp_path_factory.mktemp("library")
    written = write_library(folder, BRIEFS)
    assert written.briefs == BRIEFS
    return [read_brief(path) for path in brief_paths([folder])]


def test_nothing_is_found_but_one_orphan_in_a_hundred(readings: list[Reading]) -> None:
    found = Counter(one.code for reading in readings for one in reading.diagnostics)
    assert found == {"orphan": BRIEFS // 100}


def test_every_other_quote_is_exact(readings: list[Reading]) -> None:
    states = Counter(
        passage.state
        for view in (reading.view for reading in readings)
        for claims in (view.points, view.actors, view.relations, view.events)
        for claim in claims
        for passage in claim.evidence
    )
    assert states.keys() == {State.EXACT, State.ORPHAN}
    assert states[State.ORPHAN] == BRIEFS // 100


def test_a_larger_library_begins_with_a_smaller_one() -> None:
    first = list(made_up_briefs(range(20)))
    assert list(made_up_briefs(range(30)))[:20] == first
    assert list(made_up_briefs(range(20), seed=2)) != first


def test_actors_are_shared_and_have_other_names(tmp_path: Path) -> None:
    write_library(tmp_path, 1)
    file = find_library(brief_paths([tmp_path])[0])
    assert file is not None
    library = load_library(file)
    assert len(library.actors) >= 300
    assert all(actor.aliases for actor in library.actors.values())


def test_what_is_large_is_told_by_several_briefs_that_disagree(readings: list[Reading]) -> None:
    told: dict[tuple[str, str, str | None], set[str]] = {}
    for reading in readings:
        for event in reading.view.events:
            parts = " ".join(one.id for one in event.actors)
            told.setdefault((event.type, parts, event.place_id), set()).add(event.date.text)
    assert any(len(dates) > 1 for dates in told.values())
