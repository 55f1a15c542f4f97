"""The files of a brief's sources: what is read, and what keeps them within the brief's folder."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import BriefError
from sahel_tui.store.files import MAX_BYTES
from sahel_tui.store.loader import load_brief

if TYPE_CHECKING:
    from tests.conftest import WriteBrief

FROM_FILE = """format = "sahel-brief/1"
[brief]
id = "pact"
title = "A pact"
published = 2023-09-20
[[source]]
file = "a.txt"
"""
TEXT = "On Saturday three governments signed a pact."


def code_of(path: Path) -> str:
    """The code of the one error that a brief has."""
    with pytest.raises(BriefError) as caught:
        load_brief(path)
    (one,) = caught.value.diagnostics
    return one.code


def link(folder: Path, name: str, target: Path | str) -> None:
    (folder / name).symlink_to(target)


def test_a_source_in_a_folder_below_or_by_a_link_within_is_read(write_brief: WriteBrief) -> None:
    path = write_brief(FROM_FILE.replace("a.txt", "./texts/b.txt"), **{"texts/a.txt": TEXT})
    link(path.parent / "texts", "b.txt", "a.txt")
    assert load_brief(path).texts[0].text == TEXT


def test_a_brief_in_a_folder_that_is_a_link_finds_its_source(
    write_brief: WriteBrief, tmp_path: Path
) -> None:
    write_brief(FROM_FILE, **{"a.txt": TEXT})
    link(tmp_path, "linked", tmp_path)
    assert load_brief(tmp_path / "linked" / "brief.toml").texts[0].text == TEXT


def test_a_brief_is_found_by_a_relative_path(
    write_brief: WriteBrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_brief(FROM_FILE, **{"a.txt": TEXT})
    monkeypatch.chdir(path.parent)
    assert load_brief(Path("brief.toml")).texts[0].text == TEXT


@pytest.mark.parametrize("name", ["a.txt", "texts/a.txt"])
def test_a_link_that_leads_out_is_refused(
    write_brief: WriteBrief, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.txt").write_text("secret")
    path = write_brief(FROM_FILE.replace("a.txt", name))
    if name == "a.txt":
        link(path.parent, "a.txt", outside / "a.txt")
    else:
        link(path.parent, "texts", outside)
    assert code_of(path) == "source-outside"


def test_a_folder_whose_name_begins_alike_is_outside(
    write_brief: WriteBrief, tmp_path: Path
) -> None:
    write_brief(FROM_FILE)
    brief = tmp_path / "one" / "brief.toml"
    brief.parent.mkdir()
    (tmp_path / "brief.toml").rename(brief)
    (tmp_path / "one-more").mkdir()
    (tmp_path / "one-more" / "a.txt").write_text(TEXT)
    link(brief.parent, "a.txt", "../one-more/a.txt")
    assert code_of(brief) == "source-outside"


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "..", "../a.txt", "x/../a.txt", "..\\\\a.txt", "a\\u0000.txt"]
)
def test_a_name_that_leads_out_is_refused_though_the_file_exists(
    write_brief: WriteBrief, name: str
) -> None:
    path = write_brief(FROM_FILE.replace("a.txt", name), **{"a.txt": TEXT, "x/y": ""})
    assert code_of(path) == "source-outside"


def test_dots_within_a_name_are_a_name(write_brief: WriteBrief) -> None:
    path = write_brief(FROM_FILE.replace("a.txt", "..a..txt"), **{"..a..txt": TEXT})
    assert load_brief(path).texts[0].text == TEXT


def test_a_source_that_cannot_be_read_is_refused(write_brief: WriteBrief) -> None:
    path = write_brief(FROM_FILE)
    source = path.parent / "a.txt"
    assert code_of(path) == "source-missing"
    link(path.parent, "a.txt", "a.txt")
    assert code_of(path) == "source-unreadable"
    source.unlink()
    source.mkdir()
    assert code_of(path) == "not-a-file"
    source.rmdir()
    os.mkfifo(source)
    assert code_of(path) == "not-a-file"
    source.unlink()
    source.write_bytes(b"caf\xe9")
    assert code_of(path) == "not-utf8"
    os.truncate(source, MAX_BYTES + 1)
    assert code_of(path) == "too-large"


def test_a_socket_is_not_opened(write_brief: WriteBrief, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_brief(FROM_FILE)
    monkeypatch.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("a.txt")
        assert code_of(path) == "not-a-file"
