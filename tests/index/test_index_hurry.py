"""How long a search goes on while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.engine import IndexEngine
from sahel_tui.index.failures import StoppedError
from sahel_tui.index.finding import Finding
from sahel_tui.index.hurry import Pace
from sahel_tui.index.snapshot import SEARCH, Snapshot, open_snapshots
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.engines import never
from sahel_tui.queries.search.parsing import parse
from tests.index.libraries import write_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BRIEFS = 300
COMMON = '"number"'
"""In every brief."""
_A_DAY = 86_400.0


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    folder = tmp_path_factory.mktemp("hurry")
    library = write_library(folder / "library", BRIEFS)
    (opened,) = open_snapshots(update_index(library, folder / "index").folder, library, SEARCH)
    yield opened
    opened.close()


def given_up(snapshot: Snapshot, sort: str) -> list[int]:
    """What is found when time is over from the start."""
    found: list[int] = []
    with Pace(snapshot.shards, never, 0.0) as pace:
        ids = Finding(snapshot.shards, COMMON, pace).ids(sort)
        with pytest.raises(StoppedError):
            found.extend(ids)
    return found


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_what_is_given_up_has_found_the_first_ones(snapshot: Snapshot, sort: str) -> None:
    whole = list(Finding(snapshot.shards, COMMON, Pace((), never)).ids(sort))
    assert len(whole) == BRIEFS
    found = given_up(snapshot, sort)
    assert len(found) < BRIEFS
    assert found == whole[: len(found)]


def test_by_title_those_that_were_found_are_in_order(snapshot: Snapshot) -> None:
    whole = list(Finding(snapshot.shards, COMMON, Pace((), never)).ids("title"))
    found = given_up(snapshot, "title")
    assert len(found) < BRIEFS
    assert found == [one for one in whole if one in set(found)]


@pytest.mark.parametrize("sort", ["newest", "oldest", "title"])
def test_with_time_enough_nothing_is_left_out(snapshot: Snapshot, sort: str) -> None:
    whole = list(Finding(snapshot.shards, COMMON, Pace((), never)).ids(sort))
    with Pace(snapshot.shards, never, _A_DAY) as pace:
        finding = Finding(snapshot.shards, COMMON, pace)
        assert list(finding.ids(sort)) == whole
        assert sum(finding.counts(None)) == BRIEFS
        assert sum(finding.counts(7)) == 7


def test_what_was_given_up_is_answered_when_it_is_asked_again(snapshot: Snapshot) -> None:
    engine = IndexEngine(snapshot, "library")
    query = parse('"number number"')
    wanted = engine.search(query, BRIEFS)
    given_up(snapshot, "newest")
    assert engine.search(query, BRIEFS) == wanted
    assert not wanted.hurried


@pytest.mark.parametrize("typing", [False, True])
def test_an_index_that_is_closed_meanwhile_has_no_more_answers(
    tmp_path: Path, typing: bool
) -> None:
    library = write_library(tmp_path / "library", 8)
    folder = update_index(library, tmp_path / "index").folder
    (opened,) = open_snapshots(folder, library, SEARCH)
    engine = IndexEngine(opened, "library")
    engine.typing = typing

    def closed() -> bool:
        opened.close()
        return False

    for text in ("number", "near(number well, 90)", "number sort:title"):
        assert not engine.search(parse(text), 9, 0, closed).ids
        assert not engine.count(parse(text), 9, closed).exact
