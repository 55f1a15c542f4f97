"""Loading a brief: what it gives, what it takes from its folder and library, what it warns of."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import BriefError
from sahel_tui.store.files import MAX_BYTES
from sahel_tui.store.library import load_library
from sahel_tui.store.loader import LoadedBrief, load_brief

if TYPE_CHECKING:
    from tests.conftest import WriteBrief

HEAD = """format = "sahel-brief/1"
[brief]
id = "pact"
title = "A pact"
published = 2023-09-20
"""
FROM_FILE = HEAD + '[[source]]\nfile = "a.txt"\n'
TEXT = "On Saturday three governments signed a pact."


def code_of(path: Path) -> str:
    """The code of the one error that a brief has."""
    with pytest.raises(BriefError) as caught:
        load_brief(path)
    (one,) = caught.value.diagnostics
    return one.code


def test_the_smallest_brief_has_a_text_and_a_point_named_by_position(
    write_brief: WriteBrief, smallest: str
) -> None:
    loaded = load_brief(write_brief(smallest))
    assert [source.id for source in loaded.brief.sources] == ["main"]
    assert loaded.texts[0].id == "main"
    assert "pact of mutual defence" in loaded.texts[0].text
    assert [point.id for point in loaded.brief.points] == ["p1"]
    assert loaded.brief.points[0].evidence[0].exact == "a pact of mutual defence"
    assert loaded.warnings == ()


def test_ids_that_are_left_out_come_from_the_position(write_brief: WriteBrief) -> None:
    text = (
        HEAD
        + "[[source]]\ntext = 'a'\n" * 2
        + "[[source]]\nid = 'third'\ntext = 'b'\n"
        + "[[point]]\ntext = 'a'\n"
        + "[[point]]\nid = 'x'\ntext = 'a'\n"
        + "[[point]]\ntext = 'a'\nrelates = [{to = 'p1', as = 'qualifies'}]\n"
        + "[[actor]]\nid = 'mali'\nname = 'Mali'\n"
        + "[[relation]]\nsource = 'mali'\ntarget = 'mali'\ntype = 'leads'\n" * 2
        + "[[event]]\ntitle = 'a'\ndate = 2023-09-16\n" * 3
    )
    brief = load_brief(write_brief(text)).brief
    assert [source.id for source in brief.sources] == ["main", "s2", "third"]
    assert [point.id for point in brief.points] == ["p1", "x", "p3"]
    assert [relation.id for relation in brief.relations] == ["r1", "r2"]
    assert [event.id for event in brief.events] == ["e1", "e2", "e3"]


def test_a_source_file_is_read_with_its_line_ends_and_accents_normalised(
    write_brief: WriteBrief,
) -> None:
    content = "\ufeffBurkinabe\u0301\r\nNiger\rMali\n".encode()
    digest = hashlib.sha256(content).hexdigest()
    text = FROM_FILE + f'sha256 = "{digest.upper()}"\n'
    loaded = load_brief(write_brief(text, **{"a.txt": content}))
    assert loaded.texts[0].text == "Burkinabé\nNiger\nMali\n"
    assert loaded.texts[0].sha256 == digest
    assert loaded.warnings == ()


def test_a_text_that_changed_is_a_warning_at_its_digest(write_brief: WriteBrief) -> None:
    loaded = load_brief(write_brief(FROM_FILE + f'sha256 = "{"0" * 64}"\n', **{"a.txt": TEXT}))
    (warning,) = loaded.warnings
    assert (warning.severity, warning.code) == ("warning", "digest-differs")
    assert (warning.line, warning.column, warning.key) == (8, 1, "source[1].sha256")
    assert "anchors are re-resolved" in warning.message
    assert hashlib.sha256(TEXT.encode()).hexdigest() in warning.message
    assert loaded.texts[0].text == TEXT


def test_a_digest_of_a_text_within_the_brief_is_that_of_its_utf8(write_brief: WriteBrief) -> None:
    digest = hashlib.sha256("Ménaka".encode()).hexdigest()
    text = HEAD + f"[[source]]\ntext = 'Ménaka'\nsha256 = '{digest}'\n"
    assert load_brief(write_brief(text)).warnings == ()


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(
    write_brief: WriteBrief, smallest: str
) -> None:
    plain = load_brief(write_brief(smallest)).brief
    other = b"\xef\xbb\xbf" + smallest.replace("\n", "\r\n").encode()
    loaded = load_brief(write_brief(other))
    assert loaded.brief == plain
    assert loaded.locate(("point", 0, "text")) == (12, 1)


def test_any_key_can_be_located(write_brief: WriteBrief, smallest: str) -> None:
    loaded = load_brief(write_brief(smallest))
    assert loaded.locate(("point", 0, "evidence", 0)) == (13, 13)
    assert loaded.locate(("point", 0, "id")) == (11, 3), "the table: its id is not in the file"
    assert loaded.locate(()) == (1, 1)


def test_a_place_may_be_a_name_that_is_no_id(write_brief: WriteBrief, smallest: str) -> None:
    event = "[[event]]\ntitle = 'A raid'\ndate = 2023-08-12\nplace = 'Ber'\n"
    assert load_brief(write_brief(smallest + event)).brief.events[0].place == "Ber"


# --- sources stay within the brief's folder


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


def test_every_error_of_a_file_is_told_in_one_go_and_in_its_order(write_brief: WriteBrief) -> None:
    text = HEAD.replace("title", "titel") + '[[source]]\nfile = "no.txt"\n[[point]]\n'
    text += 'text = 3\nevidence = [{exact = "a", source = "x"}]\n[[point]]\nid = "p1"\ntext = "a"\n'
    with pytest.raises(BriefError) as caught:
        load_brief(write_brief(text))
    assert str(caught.value).endswith("brief.toml: 6 errors")
    assert [(one.line, one.code) for one in caught.value.diagnostics] == [
        (2, "missing-key"),
        (4, "unknown-key"),
        (7, "source-missing"),
        (9, "wrong-type"),
        (10, "unknown-reference"),
        (12, "duplicate-id"),
    ]


# --- what a library gives

LIBRARY = """marking_order = ["open", "closed"]
[[relation_type]]
name = "bombards"
sign = -1
inverse = "bombarded by"
[[actor]]
id = "aes"
name = "Alliance of Sahel States"
[[actor]]
id = "mali"
name = "Republic of Mali"
part_of = "aes"
[[actor]]
id = "togo"
name = "Togo"
[[place]]
id = "ber"
name = "Ber"
"""
RELATION = """
[[actor]]
id = "niger"
name = "Niger"
[[relation]]
source = "niger"
target = "mali"
type = "bombards"
[[event]]
title = "A raid"
date = 2023-08-12
place = "ber"
"""


def in_library(write_brief: WriteBrief, text: str) -> LoadedBrief:
    path = write_brief(text, **{"sahel.toml": LIBRARY})
    return load_brief(path, load_library(path.parent / "sahel.toml"))


def test_a_brief_has_the_actors_of_the_registry_that_it_refers_to(
    write_brief: WriteBrief, smallest: str
) -> None:
    loaded = in_library(write_brief, smallest + RELATION)
    assert list(loaded.actors) == ["niger", "mali", "aes"]
    assert loaded.actors["mali"].name == "Republic of Mali"
    assert loaded.places["ber"].name == "Ber"
    assert loaded.relation_types["bombards"].sign == -1
    assert loaded.relation_types["fights"].sign == -1
    assert loaded.marking_order == ("open", "closed")


def test_a_briefs_own_actor_stands_before_the_registrys(
    write_brief: WriteBrief, smallest: str
) -> None:
    own = "[[actor]]\nid = 'mali'\nname = 'Mali'\n"
    loaded = in_library(write_brief, smallest + own + RELATION)
    assert loaded.actors["mali"].name == "Mali"
    assert "aes" not in loaded.actors, "only the registry's Mali is part of it"


def test_without_the_library_the_same_brief_refers_to_nothing(
    write_brief: WriteBrief, smallest: str
) -> None:
    with pytest.raises(BriefError) as caught:
        load_brief(write_brief(smallest + RELATION))
    assert [one.key for one in caught.value.diagnostics] == [
        "relation[1].target",
        "relation[1].type",
    ]


def test_an_actor_named_by_its_name_gets_its_id_as_the_hint(
    write_brief: WriteBrief, smallest: str
) -> None:
    text = smallest + RELATION.replace('"mali"', '"republic of mali"')
    with pytest.raises(BriefError) as caught:
        in_library(write_brief, text)
    assert caught.value.diagnostics[0].hint == "did you mean `mali`?"
