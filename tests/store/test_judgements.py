"""Judgements on actors, written into `sahel.toml`."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.errors import BriefError, UsageError
from sahel_tui.store.judgements import judgement_file, write_judgement
from sahel_tui.store.library import load_library

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)
BEFORE = """\
# A comment of somebody's, kept.
title = "Mine"   # and this one

[[same]]
left = "a"
right = "b"

[[different]]
left = "c"
right = "d"
# the end, without a line end"""


def judge(file: Path, kind: str, left: str, right: str, by: str = "An analyst") -> bool:
    return write_judgement(file, kind, left, right, by, DAY)  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sahel.toml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def test_a_judgement_is_added_with_who_and_when_and_all_that_was_there_stays(file: Path) -> None:
    assert judge(file, "same", "x", "y", 'A. "Nalyst"')
    assert file.read_bytes().startswith(BEFORE.encode())
    library = load_library(file)
    last = library.same[-1]
    assert (last.left, last.right, last.by, str(last.at)) == ("x", "y", 'A. "Nalyst"', "2026-11-22")
    assert len(library.same) == 2
    assert len(library.different) == 1


def test_line_ends_and_a_byte_order_mark_stay_as_they_are(file: Path) -> None:
    before = b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode()
    file.write_bytes(before)
    assert judge(file, "different", "x", "y")
    after = file.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert load_library(file).different[-1].left == "x"


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "sahel.toml"
    assert judge(path, "different", "a", "b")
    assert [(one.left, one.right) for one in load_library(path).different] == [("a", "b")]
    assert os.listdir(tmp_path) == ["sahel.toml"]


@pytest.mark.parametrize(("left", "right"), [("a", "b"), ("b", "a")])
def test_what_is_there_is_not_written_twice(file: Path, left: str, right: str) -> None:
    assert not judge(file, "same", left, right)
    assert file.read_text(encoding="utf-8") == BEFORE


@pytest.mark.parametrize(
    ("kind", "left", "right", "says"),
    [
        ("different", "b", "a", "`b` and `a` are the same"),
        ("same", "d", "c", "`c` and `d` are different"),
        ("same", "a", "a", "compared with itself"),
    ],
)
def test_what_contradicts_is_refused(
    file: Path, kind: str, left: str, right: str, says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        judge(file, kind, left, right)
    assert file.read_text(encoding="utf-8") == BEFORE


def test_what_contradicts_a_chain_is_refused(file: Path) -> None:
    assert judge(file, "same", "b", "c")
    before = file.read_bytes()
    with pytest.raises(UsageError, match="are different"):
        judge(file, "same", "a", "d")
    with pytest.raises(UsageError, match="`a` and `c` are the same"):
        judge(file, "different", "a", "c")
    assert file.read_bytes() == before


def test_a_file_with_errors_is_told_of_and_left_alone(file: Path) -> None:
    file.write_text("title = ", encoding="utf-8")
    with pytest.raises(BriefError):
        judge(file, "same", "x", "y")
    assert file.read_text(encoding="utf-8") == "title = "


def test_judgements_that_are_a_list_cannot_be_added_to(file: Path) -> None:
    before = 'same = [{ left = "a", right = "b" }]\n'
    file.write_text(before, encoding="utf-8")
    with pytest.raises(UsageError, match="no tables of their own"):
        judge(file, "same", "x", "y")
    assert file.read_text(encoding="utf-8") == before


def test_an_id_that_is_none_is_refused(file: Path) -> None:
    with pytest.raises(UsageError, match="begins with"):
        judge(file, "same", "Not an id", "y")
    assert file.read_text(encoding="utf-8") == BEFORE
    assert os.listdir(file.parent) == ["sahel.toml"]


def test_a_read_only_file_says_so(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(UsageError, match="is read-only"):
        judge(file, "same", "x", "y")
    assert file.read_text(encoding="utf-8") == BEFORE


def test_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written: no such file"):
        judge(tmp_path / "gone" / "sahel.toml", "same", "x", "y")


def test_a_link_stays_a_link_and_its_mode_stays(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "library" / "sahel.toml"
    link.parent.mkdir()
    link.symlink_to(file)
    assert judge(link, "same", "x", "y")
    assert link.is_symlink()
    assert load_library(file).same[-1].left == "x"
    assert file.stat().st_mode & 0o777 == 0o640


def test_the_file_is_that_of_the_nearest_folder_above(file: Path) -> None:
    below = file.parent / "below"
    below.mkdir()
    assert judgement_file(below) == file
    assert judgement_file(below / "brief.toml") == file


@given(by=st.text(max_size=30))
def test_whoever_it_is_by_is_read_as_it_was_written(
    by: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("judged") / "sahel.toml"
    assert judge(path, "same", "a", "b", by)
    assert load_library(path).same[0].by == by
