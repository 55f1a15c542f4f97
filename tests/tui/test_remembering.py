"""What was left is come back to: by claims and offsets, as far as they are still there."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from sahel_tui.tui.memory import Memory
from tests.tui.explore import Explorer, exploring

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

BRIEF = """\
format = "sahel-brief/1"
[brief]
id = "{name}"
title = "The brief {name}"
published = 2023-09-20
[[source]]
text = '''
Alpha met Beta in Gao on 3 March 2023, and much was said there that nobody wrote down that day.

Beta met Gamma in Kidal on 4 April 2023, and much was said there that nobody wrote down that day.

Gamma met Alpha in Timbuktu on 5 May 2023, and much was said there that nobody wrote down that day.
'''
[[point]]
id = "p1"
text = "Alpha met Beta."
evidence = ["Alpha met Beta"]
[[point]]
id = "p2"
text = "Beta met Gamma."
evidence = ["Beta met Gamma"]
[[point]]
id = "p3"
text = "Gamma met Alpha, Beta met Gamma."
evidence = ["Gamma met Alpha", "Beta met Gamma"]
[[actor]]
id = "alpha"
name = "Alpha"
[[actor]]
id = "beta"
name = "Beta"
[[actor]]
id = "gamma"
name = "Gamma"
[[relation]]
id = "r1"
source = "alpha"
target = "beta"
type = "allied-with"
evidence = ["Alpha met Beta"]
[[relation]]
id = "r2"
source = "beta"
target = "gamma"
type = "allied-with"
evidence = ["Beta met Gamma"]
[[relation]]
id = "r3"
source = "beta"
target = "gamma"
type = "supplies"
evidence = ["Beta met Gamma"]
[[event]]
id = "e1"
title = "The first meeting"
date = 2023-03-03
evidence = ["Alpha met Beta in Gao"]
[[event]]
id = "e2"
title = "The second meeting"
date = 2023-04-04
evidence = ["Beta met Gamma in Kidal"]
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder of two briefs, `a` and `b`."""
    folder = tmp_path / "library"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.toml").write_text(BRIEF.format(name=name))
    return folder


@asynccontextmanager
async def remembering(
    path: Path, state: Path | None, *, fresh: bool = False, columns: int = 80
) -> AsyncIterator[Explorer]:
    """An explorer that is quit in the end, and writes what it remembers."""
    memory = Memory(state, fresh=fresh)
    async with exploring(path, columns=columns, memory=memory) as explorer:
        yield explorer
        explorer.app.exit(0)
    assert memory.write() == ""


async def test_panes_are_as_they_were_left(library: Path, tmp_path: Path) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "j", "n")  # the second passage of p3
        await explorer.press("A", "j", "&")
        await explorer.type("a")
        await explorer.press("enter", "T", "/")
        await explorer.type("second")
        await explorer.press("enter", "R", "j", "f", "z")
        before, drawn = explorer.screen.place(), explorer.text
    async with remembering(library, tmp_path / "state") as explorer:
        assert explorer.screen.place() == before
        assert explorer.text == drawn
        assert explorer.screen.pane("actors").filter_text == "a"
        assert explorer.screen.pane("events").search_text == "second"
        await explorer.press("T")
        assert '/ 1 of 1 match: "second"' in explorer.text


@pytest.mark.parametrize("columns", [80, 110])
async def test_the_place_in_the_source_is_of_its_words(
    library: Path, tmp_path: Path, columns: int
) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "S", "/")
        await explorer.type("nobody")
        await explorer.press("enter", "n")
        offset = explorer.screen.reader.place_in_source()
    async with remembering(library, tmp_path / "state", columns=columns) as explorer:
        reader = explorer.screen.reader
        assert explorer.screen.focused_pane is reader
        assert reader.place_in_source() == offset
        source, start, end = reader.cursor_span()
        assert start <= offset[1] < end
        assert source == offset[0]
        assert reader.search_text == "nobody"
        await explorer.press("N")
        assert reader.place_in_source() < offset


async def test_a_row_is_found_by_its_id_in_an_edited_brief(library: Path, tmp_path: Path) -> None:
    path = library / "a.toml"
    async with remembering(path, tmp_path / "state") as explorer:
        await explorer.press("T", "j", "B", "j", "j")
    new = '[[point]]\nid = "p0"\ntext = "One more."\nevidence = ["in Gao"]\n[[point]]\nid = "p1"'
    path.write_text(path.read_text().replace('[[point]]\nid = "p1"', new))
    async with remembering(path, tmp_path / "state") as explorer:
        claim = explorer.screen.pane("points").current_claim
        assert claim is not None
        assert claim.id == "p3"
        assert explorer.screen.pane("points").cursor == 3
        assert explorer.screen.state.claim == claim


async def test_what_is_gone_falls_back_to_the_top(library: Path, tmp_path: Path) -> None:
    path = library / "a.toml"
    async with remembering(path, tmp_path / "state") as explorer:
        await explorer.press("A", "j", "j", "enter", "B", "j", "j", "n")
    cut = path.read_text().replace("p3", "q3").replace('"gamma"', '"delta"')
    path.write_text(cut)
    async with remembering(path, tmp_path / "state") as explorer:
        assert explorer.screen.pane("points").cursor == 0
        assert explorer.screen.pane("actors").cursor == 0
        assert explorer.screen.state.claim is not None
        assert explorer.screen.state.claim.id == "p1"
        assert explorer.screen.state.centre == "beta"
        assert "1 of 3 points" in explorer.text


async def test_a_filter_that_hides_rows_says_so_again(library: Path, tmp_path: Path) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "&")
        await explorer.type("gamma")
        await explorer.press("enter")
    async with remembering(library, tmp_path / "state") as explorer:
        assert '& hides 1 of 3: "gamma"' in explorer.text
        await explorer.press("escape")
        assert "of 3 points" in explorer.text


async def test_the_brief_that_was_open_is_opened(library: Path, tmp_path: Path) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "o", "j", "enter")
        await explorer.until(lambda: explorer.screen.view.id == "b")
        await explorer.press("T", "j")
    async with remembering(library, tmp_path / "state") as explorer:
        assert explorer.screen.view.id == "b"
        assert "2 of 2 events" in explorer.text
    async with remembering(library / "a.toml", tmp_path / "state") as explorer:
        assert explorer.screen.view.id == "a"
        assert "2 of 3 points" in explorer.text
        await explorer.press("j")
    async with remembering(library, tmp_path / "state") as explorer:
        assert explorer.screen.view.id == "b"  # a brief that was named does not change that
        await explorer.press("o", "k", "enter")
        await explorer.until(lambda: "3 of 3 points" in explorer.text)
        assert explorer.screen.view.id == "a"
    (library / "a.toml").unlink()
    async with remembering(library, tmp_path / "state") as explorer:
        assert explorer.screen.view.id == "b"


async def test_another_library_begins_at_its_top(library: Path, tmp_path: Path) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("T", "j")
    library.rename(tmp_path / "other")
    async with remembering(tmp_path / "other", tmp_path / "state") as explorer:
        assert "1 of 3 points" in explorer.text


async def test_a_fresh_start_begins_at_the_top_and_is_remembered(
    library: Path, tmp_path: Path
) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "j")
    async with remembering(library, tmp_path / "state", fresh=True) as explorer:
        assert "1 of 3 points" in explorer.text
        await explorer.press("j")
    async with remembering(library, tmp_path / "state") as explorer:
        assert "2 of 3 points" in explorer.text


async def test_a_brief_read_again_stays_where_it_is(library: Path, tmp_path: Path) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j")
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "r")
        await explorer.until(lambda: "Read again" in explorer.text)
        assert "3 of 3 points" in explorer.text


async def test_without_a_home_it_is_said_once_and_all_works(library: Path) -> None:
    async with remembering(library, None) as explorer:
        assert "Nothing is remembered: there is no home folder" in explorer.text
        await explorer.press("o", "j", "enter")
        await explorer.until(lambda: explorer.screen.view.id == "b")
        assert "Nothing is remembered" not in explorer.text


async def test_a_damaged_file_is_set_aside_and_said(library: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with remembering(library, state) as explorer:
        await explorer.press("j")
    (file,) = state.glob("places/*.json")
    file.write_text(file.read_text()[:-20])
    async with remembering(library, state, columns=120) as explorer:
        assert f"{file.name} was damaged: it is now {file.name}.damaged-1" in explorer.text
        assert "1 of 3 points" in explorer.text
        await explorer.press("j")
    async with remembering(library, state) as explorer:
        assert "2 of 3 points" in explorer.text
        assert "damaged" not in explorer.text


async def test_what_a_newer_version_wrote_is_left_alone(library: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with remembering(library, state) as explorer:
        await explorer.press("j")
    (file,) = state.glob("places/*.json")
    newer = file.read_text().replace('"format": 1', '"format": 2')
    file.write_text(newer)
    async with remembering(library, state, columns=200) as explorer:
        assert "Nothing is remembered" in explorer.text
        assert "1 of 3 points" in explorer.text
    assert file.read_text() == newer


async def test_hostile_values_are_as_good_as_none(library: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with remembering(library, state) as explorer:
        await explorer.press("S")
    (file,) = state.glob("places/*.json")
    value = json.loads(file.read_text())
    value["briefs"]["a"] |= {"offset": 2**53, "source": "\x1b]0;x\a", "pane": "#body", "stop": 99}
    value["briefs"]["a"]["lists"]["actors"]["filter"] = "\x1b[2J\u202e("
    value["briefs"]["a"]["list_id"] = "actors"
    file.write_text(json.dumps(value))
    async with remembering(library, state) as explorer:
        assert "hides 3 of 3" in explorer.text
        assert "\x1b" not in explorer.text
        await explorer.press("escape", "S", "j", "A", "escape")
        assert "of 3 actors" in explorer.text


async def test_no_text_of_a_brief_is_kept(library: Path, tmp_path: Path) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("j", "enter", "A", "j", "R", "T", "j", "S", "j")
    written = "".join(path.read_text() for path in (tmp_path / "state").rglob("*.json"))
    assert written
    for word in ("meeting", "Alpha", "met", "Gao", "title", str(library)):
        assert word not in written
