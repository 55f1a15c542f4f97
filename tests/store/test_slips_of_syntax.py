"""One slip in a list of quotes: the message is about that slip, at its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.store.syntax import explain

if TYPE_CHECKING:
    from sahel_tui.errors import Diagnostic

WORDS = st.text("abcdéж -", min_size=1, max_size=12).map(lambda words: f"x{words}x’s")
QUOTES = st.lists(WORDS, min_size=1, max_size=5)
MARKS = st.sampled_from(["“”", "„“", "«»", "‘’", "””"])
NEXT = st.sampled_from(["", "\n[[actor]]\nid = 'x'\n", "\n[other]\n", "\nkey = 1\n", "\n# end\n"])


def said(text: str) -> Diagnostic:
    """The one diagnostic of a text that is no TOML."""
    with pytest.raises(tomli.TOMLDecodeError) as caught:
        tomli.loads(text)
    return explain(Path("brief.toml"), text, caught.value)


def listed(items: list[str], after: str = "") -> str:
    """A list with one item to a line, the first on line 2, and what follows it."""
    return "evidence = [\n" + "".join(f"  {item},\n" for item in items) + f"]\n{after}"


@given(QUOTES, st.data(), st.sampled_from(["", ","]), NEXT)
def test_a_table_left_open_is_named_where_it_begins(
    quotes: list[str], data: st.DataObject, comma: str, after: str
) -> None:
    at = data.draw(st.integers(0, len(quotes) - 1))
    items = [
        f'{{ exact = "{words}" }}' if data.draw(st.booleans()) else f'"{words}"' for words in quotes
    ]
    items[at] = f'{{ exact = "{quotes[at]}", stance = "neutral"'
    text = listed(items, after)
    if not comma:
        text = text.replace(f"{items[at]},", items[at])
    found = said(text)
    assert (found.line, found.column, found.key) == (at + 2, 3, f"evidence[{at + 1}]")
    assert found.message.startswith("the `{` table is not closed")
    assert found.hint == "end it with `}`"


@given(QUOTES, st.data(), WORDS, WORDS, st.booleans())
def test_a_quotation_mark_within_a_text_is_named(
    quotes: list[str], data: st.DataObject, inner: str, rest: str, table: bool
) -> None:
    at = data.draw(st.integers(0, len(quotes) - 1))
    items = [f'"{words}"' for words in quotes]
    items[at] = f'"{quotes[at]} "{inner}" {rest}"'
    if table:
        items[at] = f'{{ exact = {items[at]}, stance = "neutral" }}'
    found = said(listed(items))
    line = listed(items).splitlines()[at + 1]
    within = line.index('"', line.index('"') + 1) + 1
    assert (found.line, found.column) == (at + 2, within + 1)
    assert f'ends with the `"` in column {within}' in found.message
    assert found.hint == 'a `"` within a text is written `\\"`'


@given(QUOTES, st.data(), MARKS, st.sampled_from(["both", "first", "last"]), st.booleans())
def test_typographic_marks_are_named(
    quotes: list[str], data: st.DataObject, marks: str, which: str, table: bool
) -> None:
    at = data.draw(st.integers(0, len(quotes) - 1))
    items = [f'"{words}"' for words in quotes]
    first = '"' if which == "last" else marks[0]
    last = '"' if which == "first" else marks[1]
    items[at] = f"{first}{quotes[at]}{last}"
    if table:
        items[at] = f'{{ exact = {items[at]}, stance = "neutral" }}'
    found = said(listed(items))
    wrong = last if which == "last" else first
    assert found.line == at + 2
    assert f"`{wrong}` is a typographic quotation mark" in found.message
    assert 'a straight `"`' in found.hint


@given(QUOTES, NEXT.filter(lambda after: after.strip().startswith(("[", "key"))))
def test_a_list_left_open_is_named_where_it_begins(quotes: list[str], after: str) -> None:
    text = listed([f'"{words}"' for words in quotes]).replace("]\n", "")
    found = said(f"title = 'x'\n{text}{after}")
    assert (found.line, found.column, found.key) == (2, 12, "evidence")
    assert found.message.startswith("the list is not closed")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a = ["b" "c"]', "a comma is missing"),
        ('a = {b = "c" d = "e"}', "a comma is missing"),
        ('a = "b" c = "d"', "something stands after the value"),
        ('a = ["He “said” no\n', "no closing quotation mark on its line"),
        ('a = ["say “no”, "then" go"]', 'ends with the `"` in column'),
        ("a = ['it's']", "ends with the `'` in column 9"),
        ('a = {b, c = "d"}', "a key is not followed by `=`"),
        ('a = ["b" # c', "a comma is missing"),
    ],
)
def test_other_slips_are_not_taken_for_these(text: str, message: str) -> None:
    assert message in said(text).message
    assert said(text).line == 1


@given(st.text("ab\"'“”„[]{}=,. \\\n#1", max_size=40))
def test_whatever_is_no_toml_is_explained(text: str) -> None:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        found = said(text)
        assert found.message
        assert found.hint
        assert found.line


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + "” " * 200_000,
        'a = "”' + " " * 400_000 + "x",
        "a = [" + "“" * 400_000,
        'a = ["' + "”," + " " * 400_000 + '" x',
        'a = ["b",\n[' + " " * 400_000,
        'a = ["b",\n' + "c" * 400_000,
    ],
    ids=range(6),
)
def test_a_slip_in_a_line_without_end_takes_no_time_without_end(text: str) -> None:
    assert said(text).hint
