"""docs/format.md says what the program does: keys, values, defaults, types, dates, banners."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from sahel_tui.anchoring.states import State
from sahel_tui.model.actors import Actor, Alias
from sahel_tui.model.brief import Brief, Header
from sahel_tui.model.dates import parse
from sahel_tui.model.events import Event, Fatalities, Participant
from sahel_tui.model.evidence import Evidence
from sahel_tui.model.library import Judgement, LibraryFile
from sahel_tui.model.markings import highest
from sahel_tui.model.places import Place
from sahel_tui.model.points import Point, Relates
from sahel_tui.model.relations import RELATION_TYPES, Relation, RelationType
from sahel_tui.model.sources import Source
from sahel_tui.store.loader import load_brief

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from sahel_tui.model.record import Record

PAGE = Path(__file__).parents[1] / "docs" / "format.md"

TABLES: dict[str, type[Record]] = {
    "The file": Brief,
    "[brief]": Header,
    "[[source]]": Source,
    "Evidence": Evidence,
    "[[point]]": Point,
    "relates": Relates,
    "[[actor]]": Actor,
    "Aliases": Alias,
    "[[relation]]": Relation,
    "[[event]]": Event,
    "Participants": Participant,
    "fatalities": Fatalities,
    "[[place]]": Place,
    "A library": LibraryFile,
    "[[relation_type]]": RelationType,
    "[[same]] and [[different]]": Judgement,
}


def tables(text: str) -> dict[tuple[str, str], list[list[str]]]:
    """The rows of every table, by its section's heading and its own first column's."""
    found: dict[tuple[str, str], list[list[str]]] = {}
    section, rows = "", None
    for line in text.splitlines():
        if heading := re.match("#+ (.*)", line):
            section = heading[1].replace("`", "")
        if not line.startswith("|"):
            rows = None
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if rows is None:
            rows = found[section, cells[0]] = []
        elif not set("".join(cells)) <= {"-"}:
            rows.append(cells)
    return found


FOUND = tables(PAGE.read_text(encoding="utf-8"))


def code(cell: str) -> list[str]:
    return [one.replace("\\|", "|") for one in re.findall("`([^`]+)`", cell)]


def choices(annotation: object) -> set[str]:
    """The literal values inside an annotation, at any depth, but not those of other tables."""
    if isinstance(annotation, str | int) and not isinstance(annotation, bool):
        return {str(annotation)}
    return {value for inner in get_args(annotation) for value in choices(inner)}


def default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    value = field.default
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value in (None, ()):
        return ""
    return f"`{value}`" if value != "" else "empty"


def test_the_page_has_a_table_for_each_of_the_formats() -> None:
    assert {section for section, first in FOUND if first == "key"} == set(TABLES)


@pytest.mark.parametrize("section", TABLES)
def test_keys_values_and_defaults(section: str) -> None:
    rows = {code(key)[0]: (value, given) for key, value, given in FOUND[section, "key"]}
    fields = {field.alias or name: field for name, field in TABLES[section].model_fields.items()}
    assert list(rows) == list(fields)
    for key, field in fields.items():
        value, given = rows[key]
        if given != "by position":
            assert given == default(field), key
        if allowed := choices(field.annotation):
            assert set(code(value)) == allowed, key


def test_relation_types() -> None:
    written = {code(name)[0]: (sign, back) for name, sign, back in FOUND["[[relation]]", "type"]}
    assert written == {
        one.name: (str(one.sign), "the same" if one.symmetric else one.inverse)
        for one in RELATION_TYPES.values()
    }


def test_states() -> None:
    assert [code(state)[0] for state, _ in FOUND["Evidence", "state"]] == list(State)


@pytest.mark.parametrize("row", FOUND["Dates", "written"], ids=lambda row: code(row[0])[0])
def test_dates(row: list[str]) -> None:
    date = parse(code(row[0])[0])
    days = [day.iso() if day else None for day in (date.earliest, date.latest)]
    written = [None if day in ("open", "unknown") else day for day in row[2:]]
    assert [date.label, *days] == [row[1], *written]


@pytest.mark.parametrize("row", FOUND["Markings", "held"], ids=lambda row: row[0])
def test_banners(row: list[str]) -> None:
    assert [highest(code(row[0]))] == code(row[1])


def test_the_smallest_brief_is_one(tmp_path: Path) -> None:
    block = re.search("```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    path = tmp_path / "brief.toml"
    path.write_text(block[1], encoding="utf-8")
    loaded = load_brief(path)
    assert loaded.brief.brief.id == tomllib.loads(block[1])["brief"]["id"]
    (point,) = loaded.brief.points
    assert point.evidence[0].quote in loaded.texts[0].text
