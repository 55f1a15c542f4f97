"""Whatever a file holds, loading it gives a brief or the loader's own error, nothing else."""

from __future__ import annotations

import copy
import datetime
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from hypothesis import event, given
from hypothesis import strategies as st

from sahel_tui.errors import BriefError
from sahel_tui.store.library import load_library
from sahel_tui.store.loader import LoadedBrief, load_brief

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = tomli.loads("""
format = "sahel-brief/1"
[brief]
id = "pact"
title = "A pact"
published = 2023-09-20
as_of = "2023-09"
authors = ["An Analyst"]
publisher = "A house"
language = "en"
tags = ["pact"]
supersedes = ["older"]
marking = "TLP:GREEN"
[[source]]
id = "main"
text = "On Saturday Mali and Niger signed a pact."
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
kind = "osint"
reliability = "B"
[[source]]
file = "a.txt"
derived_from = ["main"]
[[point]]
text = "A pact."
kind = "judgment"
likelihood = "likely"
confidence = "low"
evidence = ["a pact", {from = "On", to = "Mali", source = "s2", credibility = "2"}]
relates = [{to = "p1", as = "qualifies"}]
[[actor]]
id = "mali"
name = "Mali"
aliases = ["Republic of Mali", {name = "RM", kind = "acronym", evidence = ["Mali"]}]
type = "government"
country = "MLI"
wikidata = "Q912"
match = true
[[actor]]
id = "niger"
name = "Niger"
part_of = "mali"
[[relation]]
source = "mali"
target = "niger"
type = "allied-with"
since = "2023-09"
sign = 1
evidence = [{exact = "Mali", prefix = "Saturday ", start = 12, end = 16}]
[[event]]
title = "A pact"
date = "2023-09-16"
type = "agree"
actors = ["mali", {actor = "niger", role = "actor"}]
place = "bamako"
fatalities = {min = 0, max = 0}
[[place]]
id = "bamako"
name = "Bamako"
lat = 12.6
lon = -8
""")

LIBRARY = tomli.loads("""
title = "The Sahel"
marking_order = ["open", "closed"]
[[relation_type]]
name = "bombards"
sign = -1
symmetric = false
inverse = "bombarded by"
[[actor]]
id = "mali"
name = "Mali"
aliases = ["Republic of Mali"]
part_of = "mali"
[[place]]
id = "ber"
name = "Ber"
[[same]]
left = "ag-ghali"
right = "iyad-ag-ghaly"
by = "An Analyst"
at = 2024-01-01
""")

JARGON = re.compile(r"[Ii]nput should|pydantic|NoneType|unhashable|Traceback")
KEYS = sorted(
    set(re.findall(r"\b[a-z_0-9]+\b", json.dumps(WHOLE, default=str))) | {"", "é", "a b", "sources"}
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALARS = st.one_of(
    st.sampled_from(KEYS),
    TEXTS,
    st.integers(),
    st.sampled_from([0, 1, -1, 2**63, -(2**200), True, False]),
    st.floats(),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([None, datetime.UTC])),
    st.times(),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=3)
    ),
    max_leaves=8,
)


def toml(value: Any) -> str:
    """A value as TOML, tables inline."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quote(value)
        case dict():
            pairs = (f"{quote(key)} = {toml(one)}" for key, one in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(toml(one) for one in value) + "]"
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return str(value)


def quote(text: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08X}" for character in text) + '"'


def document(data: dict[str, Any]) -> bytes:
    return "".join(f"{quote(key)} = {toml(value)}\n" for key, value in data.items()).encode()


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container of a document with a key or position in it."""
    items: Any = ()
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
    return [(value, key) for key, _ in items] + [one for _, inner in items for one in places(inner)]


@st.composite
def damaged(draw: st.DrawFn, whole: dict[str, Any]) -> bytes:
    """A valid file with some keys taken out, put in, or given another value."""
    data = copy.deepcopy(whole)
    for _ in range(draw(st.integers(0, 4))):
        container, key = draw(st.sampled_from(places(data)))
        match draw(st.sampled_from(["delete", "replace", "add", "copy"])):
            case "delete":
                del container[key]
            case "replace":
                container[key] = draw(VALUES)
            case "add" if isinstance(container, dict):
                container[draw(st.sampled_from(KEYS) | TEXTS)] = draw(VALUES)
            case _ if isinstance(container, list):
                container.append(copy.deepcopy(container[key]))
        if not places(data):
            break
    return document(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("briefs")
    (path / "a.txt").write_text("Mali and Niger signed a pact.")
    return path


def look_at(error: BriefError, path: Path, content: bytes) -> None:
    """An error is for whoever wrote the file: where it is, and what to do."""
    lines = content.decode(errors="replace").count("\n") + 1
    assert error.diagnostics
    for one in error.diagnostics:
        assert one.file == str(path)
        assert one.line is None or 1 <= one.line <= lines
        assert one.message
        assert one.hint
        assert not JARGON.search(one.message + one.hint), one


def load(folder: Path, content: bytes, name: str = "brief.toml") -> LoadedBrief | None:
    """The brief, or None where the file was refused in order."""
    path = folder / name
    path.write_bytes(content)
    try:
        if name == "sahel.toml":
            load_library(path)
            return None
        return load_brief(path)
    except BriefError as error:
        look_at(error, path, content)
        return None


def test_the_whole_brief_is_valid(folder: Path) -> None:
    assert load(folder, document(WHOLE)) is not None


@given(st.binary(max_size=200))
def test_any_bytes(folder: Path, content: bytes) -> None:
    load(folder, content)


@given(st.text(st.sampled_from("ab01.-_=[]{}\"'\\#,\n\t \r\0é"), max_size=60))
def test_any_text_that_looks_like_toml(folder: Path, content: str) -> None:
    load(folder, content.encode())


@given(st.data())
def test_a_valid_brief_cut_and_spliced(folder: Path, data: st.DataObject) -> None:
    text = document(WHOLE).decode()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    load(folder, (text[:start] + data.draw(TEXTS) + text[end:]).encode())


@given(st.dictionaries(st.sampled_from([*WHOLE, *KEYS]), VALUES, max_size=6))
def test_any_values_under_any_keys(folder: Path, data: dict[str, Any]) -> None:
    load(folder, document({"format": "sahel-brief/1", **data}))


@given(damaged(LIBRARY))
def test_a_damaged_library(folder: Path, content: bytes) -> None:
    load(folder, content, "sahel.toml")


@given(damaged(WHOLE))
def test_a_damaged_brief_is_whole_or_refused(folder: Path, content: bytes) -> None:
    loaded = load(folder, content)
    event("loaded" if loaded else "refused")
    if loaded is None:
        return
    brief = loaded.brief
    sources = {source.id for source in brief.sources}
    assert len(sources) == len(brief.sources)
    assert [text.id for text in loaded.texts] == [source.id for source in brief.sources]
    actors = set(loaded.actors)
    for relation in brief.relations:
        assert {relation.source, relation.target} <= actors
        assert relation.type in loaded.relation_types
    for one in brief.events:
        assert {participant.actor for participant in one.actors} <= actors
    for point in brief.points:
        assert {item.source for item in point.evidence} <= sources | {None}
