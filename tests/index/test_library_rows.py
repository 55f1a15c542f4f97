"""The rows of an index are those of the briefs themselves."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.index.library import open_library
from sahel_tui.index.library_rows import IndexRows
from sahel_tui.index.updating import update_index
from sahel_tui.library_reading import LibraryFiles, read_library
from sahel_tui.queries.library.contradictions import contradictions
from sahel_tui.queries.library.dossier import whole_dossier
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.views import Claim
from sahel_tui.store.folders import brief_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

SHIPPED = Path(__file__).parents[2] / "briefs"
BOTH = tuple[IndexRows, LibraryFiles]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> BOTH:
    """The shipped briefs by their index, and as they are read."""
    folder = tmp_path_factory.mktemp("library")
    library = folder / "briefs"
    shutil.copytree(SHIPPED, library)
    update_index(library, folder / "index")
    files = read_library(brief_paths([library]), lambda _: None)
    return IndexRows(open_library(library, folder / "index")), files


def test_briefs_are_the_same(both: BOTH) -> None:
    index, files = both
    briefs = list(index.briefs())
    assert briefs
    assert briefs == list(files.briefs())


@pytest.mark.parametrize("ids", [None, frozenset({"jnim"}), frozenset({"cma", "northern-rebels"})])
def test_relations_and_events_are_the_same(both: BOTH, ids: frozenset[str] | None) -> None:
    index, files = both
    pairs: list[tuple[Iterable[Any], Iterable[Any]]] = [
        (index.relations(ids), files.relations(ids)),
        (index.events(ids), files.events(ids)),
    ]
    for one, other in pairs:
        found, wanted = list(one), list(other)
        assert found
        assert {row._replace(marking=None) for row in found} == {
            row._replace(marking=None) for row in wanted
        }
        assert len(found) == len(wanted)
        assert all(row.marking for row in found)


def test_links_points_and_quotes_are_the_same(both: BOTH) -> None:
    index, files = both
    assert set(index.links()) == set(files.links())
    one = next(files.links())
    assert index.point(one.to_brief, one.to_point) == files.point(one.to_brief, one.to_point)
    claim = Claim("point", one.point)
    assert index.quotes(one.told.path, claim) == files.quotes(one.told.path, claim)
    assert index.judgements() == files.judgements()
    assert index.point("nowhere", "x") is None


@pytest.mark.parametrize("actor", ["jnim", "cma", "wagner", "ecowas"])
def test_a_dossier_is_the_same(both: BOTH, actor: str) -> None:
    one, other = (whole_dossier(rows, Identities(rows.judgements()), actor) for rows in both)
    assert one.counts == other.counts
    assert one.mentions == other.mentions
    assert {tie.other for tie in one.ties} == {tie.other for tie in other.ties}
    assert [row.text for row in one.points] == [row.text for row in other.points]
    assert one.passages
    assert one.passages == other.passages
    assert one.actor.name == other.actor.name


def test_contradictions_are_the_same(both: BOTH) -> None:
    one, other = (
        {found.key for found in contradictions(rows, Identities(rows.judgements()))}
        for rows in both
    )
    assert one
    assert one == other
