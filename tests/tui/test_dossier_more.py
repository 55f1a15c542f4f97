"""A dossier with more rows of a kind than are held at first: all of them are come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.updating import update_index
from sahel_tui.render.dossiers import row_words
from sahel_tui.tui.screens.dossier import DossierScreen
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.explore import Explorer

MANY = 1_150
HEAD = """
format = "sahel-brief/1"
[brief]
id = "long"
title = "A long brief"
published = 2023-09-20
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One brief that says more of an actor than a dossier holds."""
    folder = tmp_path_factory.mktemp("long")
    numbers = range(MANY)
    (folder / "long.txt").write_text("\n\n".join(f"Foo came, the {n}th." for n in numbers))
    parts = [HEAD, '[[source]]\nfile = "long.txt"\n[[actor]]\nid = "foo"\nname = "Foo"\n']
    parts += ['[[actor]]\nid = "bar"\nname = "Bar"\n']
    for n in numbers:
        quote = f'evidence = ["Foo came, the {n}th."]\n'
        parts.append(f'[[point]]\ntext = "Foo, the {n}th."\n{quote}')
        date = f"{1 + n // 12:04}-{1 + n % 12:02}"
        title = f'[[event]]\ndate = "{date}"\ntitle = "Coming {n}"\ntype = "consult"\n'
        parts.append(f'{title}actors = ["foo"]\n{quote}')
        parts.append(f'[[relation]]\nsource = "foo"\ntarget = "bar"\ntype = "supports"\n{quote}')
    (folder / "long.toml").write_text("".join(parts))
    return folder


async def whole(explorer: Explorer) -> DossierScreen:
    """The dossier, once it is gathered."""
    await explorer.press("d")
    await explorer.type("foo")
    await explorer.press("enter")
    await explorer.until(lambda: isinstance(explorer.app.screen, DossierScreen))
    screen = explorer.app.screen
    assert isinstance(screen, DossierScreen)
    await explorer.until(lambda: screen.shelf.progress.done and screen._settled)
    await explorer.pilot.pause()
    return screen


def keys(screen: DossierScreen, section: str) -> list[str]:
    """The rows of a section, without those that stand for others."""
    (found,) = (one for one in screen.rows.sections if one.id == section)
    return [row.key for row in found.rows if row.kind not in ("tie", "more")]


async def go_on_to_all(explorer: Explorer, screen: DossierScreen, section: str) -> None:
    """Put the cursor on the row that stands for others until there is none."""
    for _ in range(4):
        here = [at for at, one in enumerate(screen.rows._shown) if one.key == f"more {section}"]
        if not here:
            return
        screen.rows.move_to(here[0])
        before = len(keys(screen, section))
        await explorer.until(lambda: len(keys(screen, section)) > before)  # noqa: B023
        await explorer.pilot.pause()
    raise AssertionError(section)


@pytest.mark.parametrize("indexed", [False, True])
async def test_every_row_is_come_to(library: Path, tmp_path: Path, *, indexed: bool) -> None:
    index = tmp_path / "index"
    if indexed:
        update_index(library, index)
    async with exploring(library, 80, 24, index=index) as explorer:
        screen = await whole(explorer)
        for section in ("relations", "events", "points", "passages"):
            assert len(keys(screen, section)) == 1_000
        assert "Relations 1,000 of 1,150 " in explorer.text
        for section in ("relations", "events", "points", "passages"):
            await go_on_to_all(explorer, screen, section)
            assert len(set(keys(screen, section))) == MANY


async def test_the_cursor_goes_on_from_the_last_row_that_was_there(library: Path) -> None:
    async with exploring(library, 80, 24) as explorer:
        screen = await whole(explorer)
        (passages,) = (one for one in screen.rows.sections if one.id == "passages")
        assert row_words(passages.rows[-1]) == "… 150 more passages"
        await explorer.press("G")
        await explorer.until(lambda: len(keys(screen, "passages")) == MANY)
        await explorer.pilot.pause()
        assert screen.rows.current is not None
        assert screen.rows.current.key == keys(screen, "passages")[1_000]
        events = keys(screen, "events")
        at = next(n for n, one in enumerate(screen.rows._shown) if one.key == events[0])
        screen.rows.move_to(at)
        await explorer.press("k")
        await explorer.until(lambda: len(keys(screen, "events")) == MANY)
        await explorer.pilot.pause()
        now = keys(screen, "events")
        assert now[-1_000:] == events
        assert screen.rows.current.key == now[-1_001]


async def test_a_filter_goes_on_to_what_it_has_not_looked_at(library: Path) -> None:
    async with exploring(library, 80, 24) as explorer:
        screen = await whole(explorer)
        await explorer.press("&")
        await explorer.type("1149th")
        await explorer.press("enter", "G")
        await explorer.until(lambda: len(keys(screen, "passages")) == MANY)
        await explorer.until(lambda: "Foo came, the 1149th." in explorer.text)
        assert "hides" in explorer.text


async def test_what_cannot_be_fetched_says_why_and_is_fetched_when_it_can_be(
    library: Path, tmp_path: Path
) -> None:
    index, away = tmp_path / "index", tmp_path / "away"
    update_index(library, index)
    async with exploring(library, 140, 45, index=index) as explorer:
        screen = await whole(explorer)
        index.rename(away)
        await explorer.press("G")
        await explorer.until(lambda: screen.trouble != "")
        await explorer.pilot.pause()
        assert "there is no index of" in explorer.line("Dossier ·")
        assert "gathering" not in explorer.text
        away.rename(index)
        await explorer.press("enter")
        await explorer.until(lambda: len(keys(screen, "passages")) == MANY)
        await explorer.pilot.pause()
        (heading,) = (line for line in explorer.lines if line.startswith(" Dossier"))
        assert "there is no index of" not in heading
