"""Loading a brief: what it gives, and what it warns of."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import BriefError
from sahel_tui.store.loader import load_brief

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
