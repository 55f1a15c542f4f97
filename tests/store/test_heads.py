"""The beginning of a brief's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.store.heads import read_head

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '[brief]\ntitle = "A brief"\npublished = 2023-09-20\n'


def test_title_and_date_are_read_whatever_follows(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(f"\ufeff{HEAD}\n[[source]]\nbroken = = \n" + "é" * 100_000)
    assert read_head(path) == ("A brief", "2023-09-20", "")


@pytest.mark.parametrize("text", ["", "[brief", "[brief]\ntitle = 3", "brief = 1", "[" * 50_000])
def test_without_a_title_it_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text)
    assert read_head(path).title == ""
    assert "title" in read_head(path).trouble


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    assert read_head(tmp_path / "none.toml").trouble == "the file does not exist"
    assert read_head(tmp_path).trouble.startswith("the file ")
