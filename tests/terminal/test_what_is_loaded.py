"""The explorer over an index never loads what validates briefs: others read them for it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.made_up import write_library
from sahel_tui.index.updating import update_index
from tests.terminal.explorer import Explorer


def loaded(explorer: Explorer) -> set[str]:
    """Which of the libraries that reading needs are in the program's memory."""
    maps = Path(f"/proc/{explorer.process.pid}/maps").read_text()
    return {name for name in ("pydantic_core", "_sqlite3") if name in maps}


def is_read(explorer: Explorer) -> bool:
    """Whether the library shows, and nothing of it is still looked for."""
    return "· library" in explorer.text and "looking" not in explorer.text


def test_across_briefs_and_back_nothing_that_reads_is_loaded(tmp_path: Path) -> None:
    library, index = tmp_path / "library", tmp_path / "index"
    write_library(library, 40)
    update_index(library, index)
    settings = tmp_path / "sahel_tui.toml"
    settings.write_text(f'index = "{index}"\n')
    with Explorer("--config", settings, library, columns=140, rows=45) as explorer:
        explorer.open()
        assert loaded(explorer) == set()
        explorer.press("L")
        explorer.wait_for(lambda: is_read(explorer))
        explorer.walk("R A j")
        explorer.wait_for(lambda: is_read(explorer))
        assert loaded(explorer) == {"_sqlite3"}
        explorer.press("d")
        explorer.wait_for_text("Names")
        explorer.walk("j j backspace")
        explorer.press("o")
        explorer.wait_for_text("40 briefs of this library")
        explorer.walk("j")
        explorer.press("enter")
        explorer.wait_for_text("back to the list")
        explorer.press("r")
        explorer.wait_until_idle()
        explorer.press("s")
        explorer.walk("t h e")
        explorer.press("enter")
        explorer.wait_until_idle()
        explorer.press("enter")
        explorer.wait_for_text("¶")
        explorer.press("c")
        explorer.wait_until_idle()
        assert loaded(explorer) == {"_sqlite3"}
