"""While somebody types, an index tells less than all, and nothing that is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.index import engine as engine_module
from sahel_tui.index.library import open_library
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.engines import ScanEngine
from sahel_tui.queries.search.parsing import parse
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.index.libraries import write_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sahel_tui.index.engine import IndexEngine

BRIEFS = 60
QUERIES = (
    *("w", "am", '"army c', "near(army c", "after:2012", "army after:20", "kind:event g"),
    *("wagner sort:relevance", "on:201? market", "-gold", "zzz"),
    *("-army", "-zz", "army -gol", "army -(-go)", "market -(zz or -mar)", '-"army c'),
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[IndexEngine, ScanEngine]]:
    folder: Path = tmp_path_factory.mktemp("typing")
    library = write_library(folder / "library", BRIEFS)
    update_index(library, folder / "index")
    scan = ScanEngine(document_of(read_brief(path).view) for path in brief_paths([library]))
    with open_library(library, folder / "index") as opened:
        yield opened.engine, scan


@pytest.fixture(autouse=True)
def time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a key has no time for is tested by itself (`test_index_hurry.py`)."""
    for seconds in ("_SEARCHED_WHILE_TYPING", "_COUNTED_WHILE_TYPING"):
        monkeypatch.setattr(engine_module, seconds, 3600.0)


@pytest.mark.parametrize("text", QUERIES)
def test_what_it_tells_while_one_types_is_true(
    both: tuple[IndexEngine, ScanEngine], text: str
) -> None:
    engine, scan = both
    query = parse(text, typing=True)
    true = {scan.document(one).brief for one in scan.search(query, BRIEFS).ids}
    engine.typing = True
    found = {engine.document(one).brief for one in engine.search(query, BRIEFS).ids}
    count = engine.count(query)
    assert found <= true
    assert bool(found) == bool(true)
    assert count.number <= len(true)
    engine.typing = False
    assert engine.count(query).number == len(true)
    whole = [engine.document(one).brief for one in engine.search(query, BRIEFS).ids]
    assert whole == [scan.document(one).brief for one in scan.search(query, BRIEFS).ids]


def test_no_more_is_looked_up_than_a_page_needs(both: tuple[IndexEngine, ScanEngine]) -> None:
    engine, scan = both
    query = parse("near(number wagner, 50)")
    engine.typing = True
    page = engine.search(query, BRIEFS)
    assert page.hurried
    assert page.more
    assert len(page.ids) < len(scan.search(query, BRIEFS).ids)
    after = engine.search(query, BRIEFS, len(page.ids)).ids
    assert not {*after} & {*page.ids}
    engine.typing = False
    whole = engine.search(query, BRIEFS)
    assert not whole.hurried
    assert not whole.more
    assert whole.ids[: len(page.ids)] == page.ids


def test_what_has_to_be_looked_up_is_counted_no_further_than_it_is_shown(
    both: tuple[IndexEngine, ScanEngine],
) -> None:
    engine, scan = both
    query = parse("near(number wagner, 50)")
    engine.typing = True
    count = engine.count(query, 1000)
    assert not count.exact
    assert 0 < count.number < scan.count(query).number
