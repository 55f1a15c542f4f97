"""Where keys stand: the scanner against documents whose positions are known as they are written."""

from __future__ import annotations

from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.store.positions import KeyPath, Lines, Positions, Scan

BARE = st.text("abcdefXYZ019_-", min_size=1, max_size=5)
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\"'\\#[]{}=,.\t"),
    max_size=12,
)
BLANK = st.sampled_from(["", " ", "\t", "  "])
SPACE = st.sampled_from(["", " ", "\n", " # ] } ' \" , = [\n", "\n\n\t", "#é😀\n  "])
PLAIN = ["0", "-17", "0x1F", "1e9", "-inf", "true", "1979-05-27", "1979-05-27 07:32:00", "07:32:00"]


def escaped(text: str) -> str:
    """A text between double quotes, some of it as escapes."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9")


class Writer:
    """Writes a document piece by piece, and notes where each leaf begins."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.leaves: dict[KeyPath, int] = {}
        self.names = 0

    def blank(self) -> None:
        self.text += self.draw(BLANK)

    def space(self) -> None:
        self.text += self.draw(SPACE)

    def name(self) -> tuple[str, str]:
        """A key that is not there yet, and how it is written."""
        self.names += 1
        bare = f"{self.draw(BARE)}-n{self.names}"
        style = self.draw(st.sampled_from(["bare", '"', "'"]))
        if style == "bare":
            return bare, bare
        key = f"{self.draw(TEXT)}:{self.names}"
        if style == "'":
            key = key.replace("'", "")
            return key, f"'{key}'"
        return key, f'"{escaped(key)}"'

    def string(self) -> str:
        text = self.draw(TEXT)
        match self.draw(st.sampled_from(['"', "'", '"""', "'''"])):
            case '"':
                return f'"{escaped(text)}"'
            case "'":
                return "'" + text.replace("'", "") + "'"
            case '"""':
                ends = self.draw(st.sampled_from(["", '"', '""', '\\"', "\\\n  x", "x\n"]))
                return f'"""\n{escaped(text)} "" " {ends}"""'
            case _:
                ends = self.draw(st.sampled_from(["", "'", "''", "\n"]))
                return "'''" + text.replace("'", "") + f" '' ' {ends}'''"

    def value(self, path: KeyPath, depth: int) -> None:
        kind = self.draw(st.sampled_from(["string", "plain", "array", "inline"]))
        if kind == "array" and depth:
            self.array(path, depth)
        elif kind == "inline" and depth:
            self.inline(path, depth)
        else:
            self.text += self.string() if kind == "string" else self.draw(st.sampled_from(PLAIN))

    def array(self, path: KeyPath, depth: int) -> None:
        self.text += "["
        count = self.draw(st.integers(0, 3))
        for at in range(count):
            self.space()
            self.leaves[(*path, at)] = len(self.text)
            self.value((*path, at), depth - 1)
            self.space()
            if at < count - 1 or self.draw(st.booleans()):
                self.text += ","
        self.space()
        self.text += "]"

    def inline(self, path: KeyPath, depth: int) -> None:
        self.text += "{"
        count = self.draw(st.integers(0, 3))
        for at in range(count):
            self.blank()
            self.pair(path, depth - 1)
            self.blank()
            self.text += "," if at < count - 1 else ""
        self.text += "}"

    def pair(self, path: KeyPath, depth: int) -> None:
        """`key = value`, the key sometimes dotted."""
        for _ in range(self.draw(st.integers(0, 2))):
            key, written = self.name()
            self.leaves[(*path, key)] = len(self.text)
            path = (*path, key)
            self.text += written
            self.blank()
            self.text += "."
            self.blank()
        key, written = self.name()
        self.leaves[(*path, key)] = len(self.text)
        self.text += written
        self.blank()
        self.text += "="
        self.blank()
        self.value((*path, key), depth)

    def table(self, path: KeyPath) -> None:
        for _ in range(self.draw(st.integers(0, 3))):
            self.space()
            self.text += "\n"
            self.pair(path, 3)
            self.text += self.draw(st.sampled_from(["\n", " # \"'[{\n"]))

    def document(self) -> None:
        self.table(())
        for _ in range(self.draw(st.integers(0, 3))):
            key, written = self.name()
            if self.draw(st.booleans()):
                self.text += "\n["
                self.leaves[(key,)] = len(self.text)
                self.text += f"{written}]"
                self.table((key,))
                continue
            for at in range(self.draw(st.integers(1, 3))):
                self.text += "\n[[ "
                self.leaves[(key, at)] = len(self.text)
                self.leaves.setdefault((key,), len(self.text))
                self.text += f"{written} ]] # next"
                self.table((key, at))
                if self.draw(st.booleans()):
                    inner, inner_written = self.name()
                    self.text += f"\n[{written} . "
                    self.leaves[(key, at, inner)] = len(self.text)
                    self.text += f"{inner_written}]"
                    self.table((key, at, inner))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[KeyPath, int]]:
    """A TOML text, and the offset of every key and element in it."""
    writer = Writer(draw)
    writer.document()
    return writer.text, writer.leaves


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].split("\n")
    return len(before), len(before[-1]) + 1


def paths(value: Any, path: KeyPath = ()) -> set[KeyPath]:
    """Every path of a parsed document."""
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return {path}.union(*(paths(one, (*path, name)) for name, one in items))


@given(documents())
def test_every_key_and_element_is_located_where_it_was_written(
    document: tuple[str, dict[KeyPath, int]],
) -> None:
    text, leaves = document
    positions = Positions(text)
    assert {(), *leaves} == paths(tomli.loads(text))
    for path, offset in leaves.items():
        assert positions.locate(path) == line_and_column(text, offset), path


@given(st.text(st.sampled_from("ab \n\t[]{}=,.#\"'\\1"), max_size=40))
def test_a_text_that_is_no_toml_ends_the_scan_and_nothing_else(text: str) -> None:
    assert 0 <= Scan(text).at <= len(text)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), (1, 1)),
        (("brief", "nothing", "below"), (1, 2)),
        (("point", 0), (4, 3)),
        (("point", 1, "text"), (7, 3)),
        (("point", 1, "evidence", 1), (9, 9)),
        (("point", 1, "evidence", 2, "to"), (10, 22)),
        (("point", 1, "evidence", 9), (8, 3)),
        (("point", 7), (4, 3)),
    ],
)
def test_positions_as_an_editor_shows_them(path: KeyPath, expected: tuple[int, int]) -> None:
    text = """[brief]
id = "é😀" # a comment with [brackets]

[[point]]
id = 'one'
[[point]]
  text = "two"
  evidence = [
   "a", "b",
    {from = "first", to = "last"},
  ]
"""
    assert Positions(text).locate(path) == expected


def test_an_implicit_table_is_located_where_it_is_declared_later() -> None:
    assert Positions("[a.b]\nx = 1\n[a]\ny = 2\n").locate(("a",)) == (3, 2)


def test_what_the_parser_still_accepts_is_not_too_deep() -> None:
    text = "x = " + "[" * 400 + "]" * 400 + "\n" + ".".join("a" * 1_000) + " = 1\ny = 1\n"
    assert tomli.loads(text)
    assert Positions(text).locate(("x", *[0] * 399)) == (1, 404)
    assert Positions(text).locate(("a",) * 1_000) == (2, 1_999)
    assert Positions(text).locate(("y",)) == (3, 1)


def test_what_is_nested_without_end_ends_the_scan() -> None:
    assert Scan("x = " + "[" * 1_000_000).at < 1_000


@given(st.lists(st.tuples(st.sampled_from(["\n", "é", "😀\n"]), st.integers(0, 6_000))), st.data())
def test_an_offset_has_its_line_and_column_in_texts_of_any_shape(
    runs: list[tuple[str, int]], data: st.DataObject
) -> None:
    text = "".join(piece * count for piece, count in runs)
    offset = data.draw(st.integers(0, len(text)))
    *before, last = text[:offset].split("\n")
    assert Lines(text).position(offset) == (len(before) + 1, len(last) + 1)
