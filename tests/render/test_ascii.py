"""Every drawing has a form in ASCII, and what an encoding lacks takes as many cells."""

from __future__ import annotations

import ast
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual._border import BORDER_CHARS
from textual.scrollbar import ScrollBarRender

import sahel_tui
from sahel_tui.model.dates import parse
from sahel_tui.queries.timeline import Range
from sahel_tui.render.ascii import DRAWINGS, Forms
from sahel_tui.render.safe import safe
from sahel_tui.render.timeline import draw_extent

PACKAGE = Path(sahel_tui.__file__).parent
TABLES = {
    "ascii.py": {"_HORIZONTAL", "_VERTICAL", "_TYPOGRAPHY"},
    "cells.py": {"PLAIN"},
    "safe.py": {"_STYLED", "_STYLES"},
    "wrap.py": {"_SPACES", "_NEVER_FIRST", "_NEVER_LAST"},
}
"""Characters that texts hold, by which they are broken or measured: nothing draws them."""
ENCODINGS = ("ascii", "iso8859-1", "iso8859-15", "koi8-r", "cp437", "utf-8")


def drawn_characters() -> set[str]:
    """All beyond ASCII in the string literals of what draws, but for docstrings and tables."""
    files = [*(PACKAGE / "render").rglob("*.py"), *(PACKAGE / "tui").rglob("*.py")]
    found: set[str] = set()
    for file in [*files, PACKAGE / "queries" / "ego.py", PACKAGE / "queries" / "findings.py"]:
        if file.name == "charsets.py":
            continue
        for statement in ast.parse(file.read_text(encoding="utf-8")).body:
            if not _names(statement) & TABLES.get(file.name, set()):
                found.update(_literals(statement))
    return {c for c in found if not c.isascii() and c.isprintable() and not c.isalpha()}


def _names(statement: ast.stmt) -> set[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _literals(tree: ast.AST) -> str:
    """The text of a tree's literals, its docstrings left out."""
    said = {
        statement.value
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", [tree]), list)
        for statement in body
        if isinstance(statement, ast.Expr)
    }
    return "".join(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said
    )


def test_every_character_that_the_program_draws_has_a_form() -> None:
    drawn = drawn_characters()
    assert drawn >= set("▶┃─…·×−¶↔●○◆◇├┤◂▸␡\ufffd")
    assert {character for character in drawn if ord(character) not in DRAWINGS} == set()


def test_every_picture_of_a_control_character_has_a_form() -> None:
    assert {ord(character) for character in map(safe, map(chr, range(0x20)))} - {0x20} <= set(
        DRAWINGS
    )
    assert DRAWINGS[ord(safe("\x1b"))] == "["
    assert DRAWINGS[ord(safe("\x7f"))] == "?"


def test_the_borders_and_scroll_bars_of_textual_have_forms() -> None:
    borders = {c for box in BORDER_CHARS.values() for row in box for text in row for c in text}
    bars = {*"".join(ScrollBarRender.VERTICAL_BARS), *"".join(ScrollBarRender.HORIZONTAL_BARS)}
    assert {c for c in borders | bars if not c.isascii() and ord(c) not in DRAWINGS} == set()


def test_a_form_is_one_character_of_ascii_for_one_cell() -> None:
    assert all(form.isascii() and form.isprintable() for form in DRAWINGS.values())
    assert {len(form) for form in DRAWINGS.values()} == {1}
    assert {cell_len(chr(code)) for code in DRAWINGS} == {1}


@pytest.mark.parametrize(
    "told",
    [
        "▶┃ ",  # the cursor, the passage that is shown
        "+·−",  # signs of relations
        "→←↔",  # directions
        "●○◆◇",  # what lies in one cell of the timeline
        "├─┤()[]~·◂▸",  # the ends of extents, and what is between them
    ],
)
def test_what_differs_by_its_shape_differs_in_ascii(told: str) -> None:
    forms = [sign.translate(DRAWINGS) for sign in told.replace("┤", "")]
    assert len(set(forms)) == len(forms)


def test_every_extent_that_differs_differs_in_ascii() -> None:
    span = Range(
        parse("2023-08-01").sort_key[0].ordinal(), parse("2023-09-01").sort_key[0].ordinal()
    )
    days = ["2023-07-01", "2023-08-03", "2023-08-04", "2023-08-20", "2023-10-01"]
    dates = [*days, *(f"{a}/{b}" for a, b in product(days, days) if a < b)]
    drawn = {
        draw_extent(parse(f"{date}{doubt}"), span, cells, tense)
        for date, doubt, tense, cells in product(dates, ["", "~"], ["past", "planned"], [1, 2, 6])
    }
    assert len(drawn) > 20
    assert len({extent.translate(DRAWINGS) for extent in drawn}) == len(drawn)


@pytest.mark.parametrize(
    ("encoding", "signs", "text", "shown"),
    [
        ("utf-8", True, "Burkinabé ▶ «né» “l’état” 条約", 'Burkinabé > «né» "l\'état" 条約'),
        ("utf-8", True, "3 exact · likely…", "3 exact . likely~"),
        ("utf-8", False, "▶ né", "▶ né"),
        ("ascii", True, "Burkinabé “l’état”", 'Burkinabe "l\'etat"'),
        ("ascii", True, "条約 ɓøł ß ½", "???? bol ? ?"),
        ("ascii", True, "e\u0301", "e"),
        ("iso8859-1", True, "né · ▶ …", "né . > ~"),
        ("iso8859-1", False, "né · ▶ … łódź", "né · > ~ lódz"),
        ("cp437", False, "né ─ │ ●", "né ─ │ *"),
        ("koi8-r", True, "Мали né", "Мали ne"),
    ],
)
def test_letters_keep_to_the_encoding_and_drawings_to_ascii(
    encoding: str, signs: bool, text: str, shown: str
) -> None:
    assert text.translate(Forms(encoding, signs=signs)) == shown


@given(st.text().map(safe), st.sampled_from(ENCODINGS), st.booleans())
def test_a_form_has_the_cells_of_what_it_stands_for(text: str, encoding: str, signs: bool) -> None:
    shown = text.translate(Forms(encoding, signs=signs))
    shown.encode(encoding)
    assert cell_len(shown) == cell_len(text)


@given(st.text(st.sampled_from("aé▶…─·条\u0301␛")))
def test_a_text_of_ascii_stays_as_it_is(text: str) -> None:
    forms = Forms("ascii", signs=True)
    once = text.translate(forms)
    assert once.isascii()
    assert once.translate(forms) == once


def test_the_letters_of_control_characters_are_told_apart() -> None:
    forms = Forms("utf-8", signs=True)
    assert forms.drawn("a␛[31m␀é") == [
        ("a", False),
        ("[", True),
        ("[31m", False),
        ("@", True),
        ("é", False),
    ]
