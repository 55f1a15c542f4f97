"""The list of the briefs of an index: the same rows as in memory, read where they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.made_up import write_library
from sahel_tui.index.library import open_library
from sahel_tui.index.library_rows import IndexRows
from sahel_tui.index.updating import update_index
from sahel_tui.queries.catalogue import SORTS, Catalogue, Entry, Held, entry_of
from sahel_tui.tui import gathering
from sahel_tui.tui.listed_briefs import ListedBriefs
from sahel_tui.tui.screens.briefs import BriefsScreen
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BRIEFS = 150
UNREAD = [Entry("broken.toml", trouble="no brief"), Entry("z.toml", trouble="cannot be read: why")]
TITLES = ("Zébu", "zebu", "L’Azawad", "l'azawad", "Al-Qaïda", "al qaida", "ZEBU", "")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Briefs of an index, some of which changed after it was made: they are in another file."""
    folder = tmp_path_factory.mktemp("listed")
    library = folder / "library"
    write_library(library, BRIEFS)
    update_index(library, folder / "index")
    for at, brief in enumerate(sorted(library.rglob("*-b*.toml"))[::9]):
        text = brief.read_text("utf-8").splitlines()
        row = next(place for place, line in enumerate(text) if line.startswith("title = "))
        text[row] = f'title = "{TITLES[at % len(TITLES)]} {at % 2}"'
        brief.write_text("\n".join(text) + "\n", "utf-8")
    update_index(library, folder / "index")
    return library


@pytest.fixture(scope="module")
def both(library: Path) -> Iterator[tuple[Catalogue, Catalogue]]:
    """Read by pages, and held."""
    with open_library(library, library.parent / "index") as index:
        listed = ListedBriefs(index, UNREAD)
        held = Held((*map(entry_of, IndexRows(index).briefs()), *UNREAD))
        yield Catalogue(listed), Catalogue(held)
        listed.close()


def shown(catalogue: Catalogue, sort: str, query: str) -> list[str]:
    """The paths, in order."""
    arranged = catalogue.arrange(sort, query)
    assert len(arranged.shown) + arranged.hidden == len(catalogue)
    return [catalogue.entries[at].path for at in arranged.shown]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    "query", ["", "azawad", "zebu 1", "b00 2", "zebuu", "cannot why", "nowhere"]
)
def test_they_are_arranged_alike(both: tuple[Catalogue, Catalogue], sort: str, query: str) -> None:
    listed, held = both
    assert shown(listed, sort, query) == shown(held, sort, query)
    assert listed.arrange(sort, query).near == held.arrange(sort, query).near


def test_all_that_is_known_of_each_is_the_same(both: tuple[Catalogue, Catalogue]) -> None:
    listed, held = both
    assert sorted(listed.entries, key=str) == sorted(held.entries, key=str)
    assert listed.marking == held.marking
    assert listed.entries.unread == held.entries.unread == len(UNREAD)
    assert len(listed) == len(held) == BRIEFS + len(UNREAD)


def test_a_brief_is_found_by_its_path(both: tuple[Catalogue, Catalogue]) -> None:
    entries = both[0].entries
    for at in (0, 7, BRIEFS - 1, BRIEFS, BRIEFS + 1):
        assert entries.place_of(entries[at].path) == at
    assert entries.place_of("") is None
    assert entries.place_of("elsewhere/one.toml") is None


def test_once_closed_nothing_more_is_read(library: Path) -> None:
    with open_library(library, library.parent / "index") as index:
        listed = ListedBriefs(index, [])
        catalogue = Catalogue(listed)
        listed.close()
        assert list(listed) == []
        assert len(catalogue.arrange("findings", "").shown) == BRIEFS


async def test_the_list_of_many_is_the_same_to_who_reads_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "AT_ONCE", 10)
    seen = []
    async with exploring(library, 140, 45, index=library.parent / "index") as explorer:
        await explorer.press("o")
        await explorer.until(lambda: f"of {BRIEFS} briefs" in explorer.text)
        screen = explorer.app.screen
        assert isinstance(screen, BriefsScreen)
        for key in ("S", "G", "S", "g", "S", "S"):
            await explorer.press(key)
            seen.append(screen.rows.current)
        assert isinstance(screen.rows.catalogue.entries, ListedBriefs)
        here = screen.rows.current
        await explorer.press("&")
        await explorer.type("zebu")
        await explorer.until(lambda: "hides" in explorer.text)
        assert "Zébu" in explorer.text
        await explorer.press("escape")
        await explorer.until(lambda: "hides" not in explorer.text)
        assert screen.rows.current == here
        await explorer.press("enter")
        await explorer.until(lambda: "back to the list" in explorer.text)
        await explorer.press("backspace")
        assert screen.is_current
        assert screen.rows.current == here
    assert None not in seen
