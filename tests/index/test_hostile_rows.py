"""Rows of an index that nobody wrote so: lists end with the index's own message, or are whole."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.index import engine
from sahel_tui.index.brief_rows import Briefs
from sahel_tui.index.failures import IndexDamagedError
from sahel_tui.index.library import open_library
from sahel_tui.index.library_rows import IndexRows
from sahel_tui.index.scope import Numbered, ScopeIndex
from sahel_tui.index.scope_rows import Events, Points, Ties
from sahel_tui.index.updating import update_index
from sahel_tui.queries.library.contradictions import contradictions
from sahel_tui.queries.library.dossier import whole_dossier
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.search.meant import meant
from sahel_tui.queries.search.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.index.library import LibraryIndex
    from tests.index.shared import Shared

SHIPPED = Path(__file__).parents[2] / "briefs"
_ACTOR = "jnim"
_HUGE = 2**62


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The shipped briefs, and their index."""
    folder = tmp_path_factory.mktemp("rows")
    shutil.copytree(SHIPPED, folder / "library")
    update_index(folder / "library", folder / "index")
    return folder / "library", folder / "index"


def _pages(index: LibraryIndex) -> Iterator[object]:
    yield index.briefs(limit=999).rows
    yield index.events(limit=9999).rows
    yield index.relations(limit=9999).rows
    yield index.links(limit=9999).rows
    yield index.appearances(_ACTOR, limit=999).rows
    yield index.all_actors


def _across(index: LibraryIndex) -> Iterator[object]:
    rows = IndexRows(index)
    identities = Identities(rows.judgements())
    yield tuple(rows.briefs())
    yield tuple(contradictions(rows, identities))
    yield whole_dossier(rows, identities, _ACTOR)


def _scope(index: LibraryIndex) -> Iterator[object]:
    scope = ScopeIndex(index)
    try:
        lists: tuple[Numbered[Any], ...] = (
            Events(scope),
            Points(scope),
            Ties(scope, frozenset({_ACTOR})),
            Briefs(scope),
            Briefs(scope, "title"),
        )
        for one in lists:
            keys = [key for batch in one.keys() for key in batch]  # noqa: SIM118 - no mapping
            yield one.rows(keys)
        yield scope.actors()
        yield scope.markings()
        yield scope.mentions([_ACTOR], 8)
    finally:
        scope.close()


_READERS = (_pages, _across, _scope)


def _read(shared: Shared, reader: Callable[[LibraryIndex], Iterator[object]]) -> list[object]:
    with open_library(shared.library, shared.home) as index:
        return list(reader(index))


@pytest.mark.parametrize("reader", _READERS)
def test_rows_that_were_written_are_read(
    shared: Shared, reader: Callable[[LibraryIndex], Iterator[object]]
) -> None:
    assert all(_read(shared, reader))


_CHANGES = [
    "update event set title = x'00ff'",
    "update event set date = 'tomorrow'",
    "update event set date = 7",
    "update event set first = 'x'",
    "update event set least = 'many'",
    "update event set actors = 'no json'",
    "update event set actors = '{}'",
    "update event set actors = '[[1, 2, 3]]'",
    """update event set actors = '[["jnim", "JNIM"]]'""",
    "update event set sort = 'x'",
    "update relation set sign = 'plus'",
    "update relation set sign = 12",
    "update relation set since = '20-20-20'",
    "update relation set contested = 'x'",
    "update relation set last = 'x'",
    "update relation set type = x'01'",
    "update relation set source = 'nobody'",
    "update actor set name = x'01'",
    "update actor set mentions = 'x'",
    "update actor_sum set briefs = 'x'",
    "update doc set path = '../../outside.toml'",
    "update doc set path = '/etc/outside.toml'",
    "update doc set day = 'x'",
    "update doc set marking = 5.5",
    "update doc set points = 'x'",
    "update doc set published = 'x'",
    "update link set target = x'01'",
    "update link set how = 4.0",
    f"update or ignore event set doc = {_HUGE}",
    f"update or ignore relation set doc = -{_HUGE}",
    f"update doc set id = {_HUGE} where id = 1",
    "update doc set id = -id",
    f"update event set first = {_HUGE}, last = -{_HUGE}, least = {_HUGE}",
    "update body set z = 'x'",
    "insert or replace into point_marking select 1, 'p1', x'01'",
]


@pytest.mark.parametrize("change", _CHANGES)
def test_rows_that_nobody_wrote_so_are_told_of(shared: Shared, change: str) -> None:
    """Whoever looks at them is told, with what to do; whoever does not, reads on."""
    shared.change_shard("pragma ignore_check_constraints = 1", change)
    for reader in _READERS:
        with suppress(IndexDamagedError):  # nothing else is let through
            _read(shared, reader)


@pytest.mark.parametrize(
    ("change", "reader"),
    [
        ("update event set date = 'tomorrow'", _pages),
        ("update event set date = 'tomorrow'", _across),
        ("update event set date = 'tomorrow'", _scope),
        ("update event set actors = '{}'", _scope),
        ("update relation set sign = 12", _scope),
        ("update relation set since = '20-20-20'", _across),
        ("update doc set path = '../../outside.toml'", _pages),
        ("update doc set path = '../../outside.toml'", _across),
        ("update doc set path = '../../outside.toml'", _scope),
        (f"update or ignore event set doc = {_HUGE}", _scope),
        (f"update doc set id = {_HUGE} where id = 1", _scope),
        (f"update doc set points = {_HUGE} where id = 1", _scope),
        ("update actor_sum set briefs = 'x'", _pages),
    ],
)
def test_a_row_that_cannot_be_shown_is_not(
    shared: Shared, change: str, reader: Callable[[LibraryIndex], Iterator[object]]
) -> None:
    shared.change_shard(change)
    with pytest.raises(IndexDamagedError, match="damaged"):
        _read(shared, reader)


def _searched(index: LibraryIndex) -> Iterator[object]:
    for typing in (False, True):
        index.engine.typing = typing
        for text in (
            "jihadist*",
            "near(junta niger*, 9)",
            "mali sort:title",
            "mali sort:relevance",
        ):
            asked = parse(text)
            yield [index.engine.document(one).brief for one in index.engine.search(asked, 50).ids]
            yield index.engine.count(asked)
        yield meant(parse("burkinq"), index.engine)


def test_what_was_written_is_searched(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    for seconds in ("_SEARCHED_WHILE_TYPING", "_COUNTED_WHILE_TYPING"):
        monkeypatch.setattr(engine, seconds, 3600.0)
    assert all(_read(shared, _searched))


@pytest.mark.parametrize(
    "change",
    [
        "update terms set df = x'01'",
        "update terms set df = 'x'",
        "update or ignore terms set term = x'61ff' || term",
        "update typo set near = x'00ff'",
        "update typo set near = 'burkina ' || x'ff'",
        "update pre set term = x'01'",
        "update doc set title = x'01', sorted = x'02' where id % 2",
        "update doc set brief = x'01', day = 3 where id % 2",
        "update doc set sorted = 'x' || x'ff'",
        "update doc set path = cast(x'ff' as text)",
        "delete from body",
    ],
)
def test_words_that_nobody_wrote_so_are_told_of(shared: Shared, change: str) -> None:
    shared.change_shard(change)
    with suppress(IndexDamagedError):  # nothing else is let through
        _read(shared, _searched)
    for reader in _READERS:
        with suppress(IndexDamagedError):
            _read(shared, reader)


@pytest.mark.parametrize("change", ["delete from body", "update terms set df = 'x'"])
def test_what_cannot_be_found_is_not(shared: Shared, change: str) -> None:
    shared.change_shard(change)
    with pytest.raises(IndexDamagedError, match="damaged"):
        _read(shared, _searched)
