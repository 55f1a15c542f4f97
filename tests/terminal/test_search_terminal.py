"""Searching the library in the real program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.terminal.explorer import Explorer

BRIEFS = Path(__file__).parents[2] / "briefs"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 45), (40, 10)])
def test_a_search_leads_to_the_passage_and_back(tmp_path: Path, columns: int, rows: int) -> None:
    library = Path(shutil.copytree(BRIEFS, tmp_path / "briefs"))
    with Explorer(library, columns=columns, rows=rows) as explorer:
        explorer.open()
        explorer.press("s", *"wagner kidal")
        explorer.wait_for_text("9 hits in 3 briefs")
        explorer.press("enter")
        explorer.wait_for_text("1 of 9 hits")
        explorer.press("enter")
        explorer.wait_for_text("match 1 of 6")
        explorer.press("n")
        explorer.wait_for_text("match 2 of 6")
        explorer.press("backspace")
        explorer.wait_for_text("1 of 9 hits")
        explorer.press("q")
        explorer.wait_for(lambda: "9 hits" not in explorer.text)
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()
        assert explorer.outlived_by() == []
