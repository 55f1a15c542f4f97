"""Every example of docs/search.md is as it says, and every field is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sahel_tui.queries.search.documents import Document, document_of
from sahel_tui.queries.search.fields import FIELDS, VALUES
from sahel_tui.queries.search.matching import answers, hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.syntax import And, Field, Near, Node, Not, Or
from tests.queries.search.shipped import shipped
from tests.queries.views import actor, brief, event

PAGE = (Path(__file__).parents[3] / "docs" / "search.md").read_text(encoding="utf-8")


def table(header: str) -> list[list[str]]:
    """The cells of the rows of the table whose header begins so."""
    lines = PAGE[PAGE.index(f"\n| {header} ") + 1 :].split("\n\n")[0].splitlines()
    return [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in lines[2:] if line]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def rows(header: str) -> list[tuple[str, str]]:
    return [(code(row[0])[0], row[1]) for row in table(header)]


EXAMPLES = [code(row[2])[0] for header in ("to write", "field") for row in table(header)]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_answered_by_a_shipped_brief(text: str) -> None:
    query = parse(text)
    assert not query.problems
    assert any(hits(query, one) for one in shipped())


def test_every_field_is_in_the_table_and_nothing_else_is() -> None:
    assert sorted(code(row[0])[0] for row in table("field")) == sorted(f"{one}:" for one in FIELDS)


@pytest.mark.parametrize("field", VALUES)
def test_every_value_of_a_field_is_documented(field: str) -> None:
    (row,) = [row for row in table("field") if code(row[0]) == [f"{field}:"]]
    assert set(VALUES[field]) <= set(code(row[1]))


@pytest.mark.parametrize(("text", "found"), rows("you write | it finds"))
def test_what_is_forgiven_in_a_text(text: str, found: str) -> None:
    (hit,) = hits(parse(text), document_of(brief(text=f"It has {found} in it.")))
    assert hit.whole


@pytest.mark.parametrize(("text", "names"), rows("you write | an actor"))
def test_what_is_forgiven_of_a_name(text: str, names: str) -> None:
    name, *aliases = names.split("; ")
    named = actor("someone", name, [(7, 7 + len(name))], aliases=tuple(aliases))
    found = hits(parse(text), document_of(brief(text=f"It has {name} in it.", actors=[named])))
    assert [hit.kind for hit in found] == ["actor", "passage"]
    assert found[1].snippet[slice(*found[1].marks[0])] in name


def _dated(date: str) -> Document:
    return document_of(brief(events=[event("e", date=date)]))


@pytest.mark.parametrize("row", table("you write | finds an event of"), ids=lambda row: row[0])
def test_dates_find_what_is_written(row: list[str]) -> None:
    query = parse(f"kind:event {code(row[0])[0]}")
    assert not query.problems
    assert code(row[1])
    for date in code(row[1]):
        assert answers(query, _dated(date)), date
    for date in code(row[2]):
        assert not answers(query, _dated(date)), date


def plain(node: Node | None) -> object:
    """A tree without the places of its parts in the text."""
    if isinstance(node, And | Or | Near):
        return type(node), [plain(one) for one in node.parts], getattr(node, "distance", 0)
    if isinstance(node, Not):
        return Not, plain(node.part)
    if isinstance(node, Field):
        return Field, node.name, node.days or node.words[0][:2]
    return node and (type(node), node.words, node.prefix)


@pytest.mark.parametrize(("text", "read"), rows("so far"))
def test_what_is_half_typed_is_read_as_the_page_says(text: str, read: str) -> None:
    (meant,) = code(read)
    assert parse(text).problems == ()
    assert plain(parse(text).tree) == plain(parse(meant).tree)


@pytest.mark.parametrize(("text", "told"), rows("wrong"))
def test_what_is_wrong_is_told_as_the_page_says(text: str, told: str) -> None:
    assert [problem.message for problem in parse(text).problems] == [told]


@pytest.mark.parametrize("row", table("wrong"), ids=lambda row: row[0])
def test_what_is_left_of_a_wrong_query_is_answered(row: list[str]) -> None:
    query, left = parse(code(row[0])[0]), "".join(code(row[2]))
    assert plain(query.tree) == plain(parse(left).tree)
    expected = [hits(parse(left), one) if left else () for one in shipped()]
    assert [[hit.id for hit in hits(query, one)] for one in shipped()] == [
        [hit.id for hit in found] for found in expected
    ]
    assert [answers(query, one) for one in shipped()] == [bool(found) for found in expected]


WRONG = ("is:doubtful", "on:2023-13", "actor: ", ")", "actr:jnim", "am*bush", "-plcae:gao")


@pytest.mark.parametrize("wrong", [*WRONG, '"am*bush of"', "near(am*bush army, 3)", "actor:jn*m"])
def test_the_rest_of_a_wrong_query_is_answered_without_it(wrong: str) -> None:
    assert len(parse(f"{wrong} wagner").problems) == 1
    assert plain(parse(f"{wrong} wagner").tree) == plain(parse("wagner").tree)
