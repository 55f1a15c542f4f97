"""Broken briefs: each is refused with exactly its errors, each at its place, in clear words."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import BriefError, Diagnostic
from sahel_tui.store.files import MAX_BYTES
from sahel_tui.store.loader import load_brief

if TYPE_CHECKING:
    from tests.conftest import WriteBrief

BROKEN = sorted((Path(__file__).parent / "data" / "broken").glob("*.toml"))
JARGON = re.compile(r"input|valid (string|dictionary)|pydantic|instance|NoneType|tomli|\bstr\b")


def errors_of(path: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(BriefError) as caught:
        load_brief(path)
    assert caught.value.file == str(path)
    return caught.value.diagnostics


def written(one: Diagnostic) -> str:
    return f"{one.line}:{one.column} {one.key or '-'} {one.code} {one.message}"


def test_there_are_forty_broken_briefs_and_more() -> None:
    assert len(BROKEN) > 40


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_brief_has_exactly_these_errors(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert [written(one) for one in errors_of(path)] == expected


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_error_says_what_to_do_in_plain_words(path: Path) -> None:
    for one in errors_of(path):
        assert one.severity == "error"
        assert one.file == str(path)
        assert one.hint
        assert not JARGON.search(one.message + one.hint), one


@pytest.mark.parametrize(
    ("name", "key", "hint"),
    [
        ("06-quote-in-text", "point[1].text", 'within a text is written `\\"`'),
        ("22-point-in-one-bracket", "point", "write [[point]]"),
        ("23-brief-in-two-brackets", "brief", "write [brief]"),
        ("25-plural-tables", "points", "did you mean `point`?"),
        ("26-unknown-keys", "brief.publishd", "did you mean `published`?"),
        ("26-unknown-keys", "point[1].weight", "known keys: `id`, `text`, `kind`"),
        ("28-unknown-values", "point[1].likelihood", "did you mean `almost-certain`?"),
        ("28-unknown-values", "point[1].confidence", "one of `low`, `moderate`, `high`"),
        ("32-bad-ids", "actor[1].id", "such as `burkina-faso`"),
        ("33-bad-dates", "event[1].date", 'any other date is EDTF in quotes: "2023-09" (a month)'),
        ("38-unknown-source", "point[1].evidence[3].source", "did you mean `main`?"),
        ("39-unknown-actors", "relation[1].target", "did you mean `niger`?"),
        ("39-unknown-actors", "event[1].actors[3].actor", "known ids: `mali`, `niger`"),
        ("40-unknown-relation-type", "relation[2].type", "known types: `allied-with`, `coop"),
        ("41-unknown-point", "point[1].relates[2].to", "known ids: `p1`, `p2`"),
        ("51-typographic-quotes", "point[1].text", 'a straight `"` before and after the text'),
        ("52-typographic-end", "point[1].evidence", 'end the text with a straight `"`'),
        ("54-quote-in-a-list", "point[1].evidence", 'within a text is written `\\"`'),
        ("56-open-table", "point[1].evidence[2]", "end it with `}`"),
        ("59-open-list-before-a-table", "point[1].evidence", "end it with `]`"),
    ],
)
def test_the_hint_names_what_was_probably_meant(name: str, key: str, hint: str) -> None:
    path = next(path for path in BROKEN if path.stem == name)
    (one,) = (one for one in errors_of(path) if one.key == key)
    assert hint in one.hint


def test_where_a_relation_type_is_near_the_others_are_not_listed() -> None:
    path = next(path for path in BROKEN if path.stem == "40-unknown-relation-type")
    near, far = errors_of(path)
    assert near.hint == "did you mean `allied-with`?"
    assert "did you mean" not in far.hint


@pytest.mark.parametrize(
    "date",
    ["2023-08", "2023-08-13~", "201X", "../2023", "2023-08/2023-09", "[..2023]", "0985?"],
)
@pytest.mark.parametrize("line", ["published = {}", "published = [{{ at = {}, by = 'a' }}] # a"])
def test_a_date_without_quotes_is_told_to_need_them(
    write_brief: WriteBrief, smallest: str, date: str, line: str
) -> None:
    path = write_brief(smallest.replace("published = 2023-09-20", line.format(date)))
    (one,) = errors_of(path)
    assert (one.line, one.code) == (6, "bad-toml")
    assert one.column == line.index("{}") + 1 - line[: line.index("{}")].count("{{")
    assert one.hint == f'put a date like this in quotes: "{date}"'


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("2023-13-01", "month 13 does not exist"),
        ("2023-8-1", "needs two digits"),
        ("2023-02-30", "February 2023 has 28 days"),
        ("13/08/2023", "a single day is written 2023-08-13"),
    ],
)
def test_a_date_without_quotes_that_is_none_says_why(
    write_brief: WriteBrief, smallest: str, date: str, reason: str
) -> None:
    (one,) = errors_of(write_brief(smallest.replace("2023-09-20", date)))
    assert (one.line, one.column, one.key) == (6, 13, "brief.published")
    assert reason in one.message


def only(path: Path) -> tuple[int | None, int | None, str, str]:
    """Line, column, key and code of a file's one error."""
    (one,) = errors_of(path)
    assert one.hint
    return one.line, one.column, one.key, one.code


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        (b'format = "sahel-brief/1"\ntitle = "Ber\xe9"', 2, 13, "byte 37 (line 2, column 13)"),
        ('é = "é'.encode() + b"\xff", 1, 7, "0xFF"),
        (b"\xef\xbb\xbfa = \xff", 1, 5, "byte 7"),
        ("format = 1\n".encode("utf-16"), 1, 1, "UTF-16"),
        (b"\x80", 1, 1, "byte 0"),
    ],
)
def test_a_file_that_is_not_utf8_names_the_byte(
    write_brief: WriteBrief, content: bytes, line: int, column: int, words: str
) -> None:
    path = write_brief(content)
    assert only(path) == (line, column, "", "not-utf8")
    assert words in errors_of(path)[0].message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x = " + "[" * 100_000 + "]" * 100_000, (1, 1, "x", "too-deep")),
        ("x = " + "[" * 100_000, (1, 1, "x", "too-deep")),
        ("\ny = 1\nx = " + "{a=" * 100_000 + "1" + "}" * 100_000, (3, 1, "x", "too-deep")),
        ("\n" + ".".join("a" * 100_000) + " = 1", (2, 1, "", "too-deep")),
        ("\n[" + ".".join("a" * 100_000) + "]", (2, 1, "", "too-deep")),
        ("[[" + ".".join("a" * 100_000) + "]]", (1, 1, "", "too-deep")),
        ("[[[" * 100_000, (1, 3, "", "bad-toml")),
        ("x = 1\ny = " + "9" * 5_000, (2, 5, "", "bad-number")),
    ],
    ids=lambda value: value[:8] if isinstance(value, str) else None,
)
def test_nesting_and_numbers_without_end(
    write_brief: WriteBrief, text: str, place: tuple[int, int, str, str]
) -> None:
    assert only(write_brief(text)) == place


@pytest.mark.parametrize(
    "line",
    [
        "x = " + "[" * 390 + "]" * 390,
        "x = " + "{a=" * 390 + "1" + "}" * 390,
        ".".join("x" * 900) + " = 1",
        "[" + ".".join("x" * 900) + "]",
    ],
)
def test_what_is_deep_but_can_be_read_is_an_unknown_key(
    write_brief: WriteBrief, smallest: str, line: str
) -> None:
    path = write_brief(smallest.replace("[brief]", f"{line}\n[brief]", 1))
    assert {(one.key, one.code) for one in errors_of(path)} >= {("x", "unknown-key")}


def test_a_number_beyond_64_bits_is_refused_where_it_would_pass(
    write_brief: WriteBrief, smallest: str
) -> None:
    number = "0x" + "f" * 10_000
    event = f"\n[[event]]\ntitle = 'A raid'\ndate = 2023-09-16\nfatalities = {{max = {number}}}\n"
    assert only(write_brief(smallest + event)) == (
        18,
        15,
        "event[1].fatalities.max",
        "out-of-range",
    )


def test_a_file_over_64_mib_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert only(path) == (None, None, "", "too-large")


def test_a_file_of_a_million_values_is_refused(write_brief: WriteBrief, smallest: str) -> None:
    tags = "tags = [" + "1," * 1_000_001 + "]"
    path = write_brief(smallest.replace("[[source]]", f"{tags}\n[[source]]"))
    assert only(path) == (1, 1, "", "too-large")


def test_what_is_no_regular_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "loop.toml").symlink_to("loop.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    (tmp_path / "file").write_text("")
    assert only(tmp_path / "pipe.toml") == (None, None, "", "not-a-file")
    assert only(tmp_path / "zero.toml") == (None, None, "", "not-a-file")
    assert only(Path("/dev/zero")) == (None, None, "", "not-a-file")
    assert only(tmp_path) == (None, None, "", "not-a-file")
    assert only(tmp_path / "loop.toml") == (None, None, "", "file-unreadable")
    assert only(tmp_path / "file" / "brief.toml") == (None, None, "", "file-unreadable")
    assert only(tmp_path / "nowhere.toml") == (None, None, "", "file-missing")
    assert only(tmp_path / "nul\0.toml") == (None, None, "", "file-unreadable")
    assert only(tmp_path / ("long" * 100)) == (None, None, "", "file-unreadable")


def test_a_value_without_end_is_cut_short_in_what_is_said_of_it(
    write_brief: WriteBrief, smallest: str
) -> None:
    long = "x" * 100_000
    text = f'{smallest}kind = "{long}"\n{long} = 1\n[[event]]\ntitle = "a"\ndate = "{long}"\n'
    for one in errors_of(write_brief(text)):
        assert len(one.key + one.message + one.hint) < 600
