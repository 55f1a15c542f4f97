"""An index that somebody else may have written: nothing is lost, waited for or run."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.index import packing
from sahel_tui.index.failures import IndexFailedError
from sahel_tui.index.packing import Plain, compressed, document_in
from sahel_tui.index.place import index_folder
from sahel_tui.index.updating import update_index
from sahel_tui.index.words import named
from sahel_tui.queries.search.documents import Document, Item, Named
from sahel_tui.queries.search.packed_items import Columns
from sahel_tui.queries.search.packing import packed
from tests.index.libraries import write_brief, write_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.index.shared import Shared

PRECIOUS = "what the user has"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("hostile")
    library = write_library(folder / "library", 6)
    update_index(library, folder / "index")
    return library, folder / "index"


@pytest.mark.parametrize("name", ["LOCK", "CURRENT.tmp", "part.db", "part.db-wal"])
def test_a_link_in_the_folder_costs_no_other_file(
    shared: Shared, tmp_path: Path, name: str
) -> None:
    precious = tmp_path / "precious"
    precious.write_text(PRECIOUS)
    (shared.folder / name).unlink(missing_ok=True)
    (shared.folder / name).symlink_to(precious)
    library = tmp_path / "library"
    shutil.copytree(shared.library, library)
    shutil.move(shared.folder, index_folder(library, shared.home))
    write_brief(library, 7)
    with suppress(IndexFailedError):
        update_index(library, shared.home)
    assert precious.read_text() == PRECIOUS
    assert not precious.is_symlink()


def test_a_database_of_the_users_gets_no_tables_of_ours(shared: Shared, tmp_path: Path) -> None:
    precious = tmp_path / "precious.db"
    with closing(sqlite3.connect(precious)) as base:
        base.execute("create table mine(x)")
        base.commit()
    before = precious.read_bytes()
    (shared.folder / "part.db").symlink_to(precious)
    update_index(shared.library, shared.home, rebuild=True)
    (shared.folder / "part.db").symlink_to(precious)
    write_brief(shared.library, 1, seed=3)
    update_index(shared.library, shared.home)
    assert precious.read_bytes() == before


@pytest.mark.parametrize("kind", ["CURRENT", "words", "shard"])
def test_a_pipe_is_not_waited_for(shared: Shared, kind: str) -> None:
    path = shared.folder / "CURRENT" if kind == "CURRENT" else shared.file(kind)
    if kind == "shard":
        shared.change_current(lambda value: value["shards"][0].update(size=0))
    path.unlink()
    os.mkfifo(path)
    shared.is_told_to_fail()
    with pytest.raises(IndexFailedError):
        update_index(shared.library, shared.home)


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.update(words=7),
        lambda value: value.update(words="../../../../../../dev/zero"),
        lambda value: value.update(words="a\0b"),
        lambda value: value.update(program=["\x1b[31m"]),
        lambda value: value.update(shards=value["shards"] * 3000),
        lambda value: value["shards"][0].update(name=5),
        lambda value: value["shards"][0].update(name="a\0b"),
        lambda value: value["shards"][0].update(name="\ud800"),
        lambda value: value["shards"][0].update(name="../" + value["shards"][0]["name"]),
        lambda value: value["shards"][0].update(first="x"),
        lambda value: value["shards"][0].update(size=True),
        lambda value: value["shards"][0].update(dead=["x", 2**70, None]),
        lambda value: value["shards"][0].update(dead=[2**70]),
    ],
)
def test_current_is_checked_value_by_value(
    shared: Shared, change: Callable[[dict[str, Any]], object]
) -> None:
    shared.change_current(change)
    shared.is_told_to_fail()
    with pytest.raises(IndexFailedError):
        update_index(shared.library, shared.home)


def test_a_query_without_end_in_the_place_of_a_table_is_not_run(shared: Shared) -> None:
    shared.change_shard(
        "alter table doc rename to other",
        """create view doc as with recursive n(n) as (select 1 union all select n + 1 from n)
        select other.* from other, n""",
    )
    shared.is_told_to_fail()
    with pytest.raises(IndexFailedError):
        update_index(shared.library, shared.home)


DEEP = "[" * 100_000


@pytest.mark.parametrize("table", ["doc", "event"])
def test_json_without_end_is_damage(shared: Shared, table: str) -> None:
    column = {"doc": "stamps", "event": "actors"}[table]
    shared.change_shard(f"update {table} set {column} = '{DEEP}'")
    if table == "event":
        shared.is_told_to_fail()
    else:
        with pytest.raises(IndexFailedError):
            update_index(shared.library, shared.home)


PLACES = Columns._fields.index("tables")
ONE = Item(
    *("point", "p1", "", "words", "main", 0, 5, ("who",), ("where",), ("is:exact",), 1, 2, "RED"),
    mentions=((0, 0, 3),),
)


def _known(**changes: object) -> bytes:
    """What is known of a document besides its texts, with other values."""
    named = (Named("actor", "who", ("Who",)),)
    document = Document("b", "b.toml", "t", "2023", "", None, 1, 1, named, (ONE,), ("tag",))
    known = packed(document).known
    fields = (*Document._fields[:8], "named", "tags", "called", *Columns._fields)
    return json.dumps([*{**dict(zip(fields, known, strict=True)), **changes}.values()]).encode()


TEXTS = b"\xfdwords\xfcwho\xfeWho"


@pytest.mark.parametrize(
    "known",
    [
        DEEP.encode(),
        *(b"5", b"null", b"{}", b'"' + b"x" * 40 + b'"', b" " * (1 << 20)),
        *(_known(path=one) for one in (None, "/etc/passwd", "a/../../b.toml")),
        *(_known(title=None), _known(title=5), _known(title=[]), _known(title={})),
        *(_known(first="1"), _known(last=True), _known(marking=[]), _known(tags=[None])),
        *(_known(called=one) for one in (5, [5], [[1, 2, 3]], [["a"]])),
        *(_known(named=one) for one in ([], ["actor", "actor"], [5], None)),
        *(_known(**{one: [1]}) for one in Columns._fields[:5]),
        *(_known(**{one: [-1]}) for one in Columns._fields[:5]),
        *(_known(**{one: [None]}) for one in Columns._fields[:6]),
        *(_known(**{one: []}) for one in Columns._fields[:PLACES]),
        *(_known(**{one: ["x"]}) for one in Columns._fields[:PLACES] if one != "ids"),
        *(_known(mentioned=one) for one in (["2"], ["-1"], ["a"], [["0"]], [0])),
        *(
            _known(mentions=one)
            for one in (["1 0 3"], ["0 1"], ["0 x 3"], ["0 " + "9" * 5000], [[0]])
        ),
        *(_known(others=one) for one in ([], [5], [["a"]], [["place", 5]])),
        *(_known(tables=[]), _known(tables=5), _known(tables=[5] * 5)),
        *(_known(tables=[[one]] * 5) for one in (None, "x", ["x"])),
    ],
)
def test_a_document_that_is_none_is_damage(shared: Shared, known: bytes) -> None:
    _is_damage(shared, Plain(TEXTS, known))


@pytest.mark.parametrize(
    "texts",
    [b"", TEXTS[1:], TEXTS + b"\xff", b"\xff" + TEXTS, b"\xfd" + TEXTS, b"\x80" + TEXTS],
)
def test_texts_that_are_none_are_damage(shared: Shared, texts: bytes) -> None:
    _is_damage(shared, Plain(texts, _known()))


def _is_damage(shared: Shared, document: Plain) -> None:
    words = shared.file("words").read_bytes()
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        document_in(compressed(document, words), words)
    shared.change_shard(f"update body set z = x'{compressed(document, words).hex()}'")
    shared.is_told_to_fail()


def test_a_document_that_is_cut_short_is_damage() -> None:
    whole = compressed(Plain(TEXTS, _known()), b"")
    assert document_in(whole, b"").items == (ONE,)
    for end in range(len(whole)):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
            document_in(whole[:end], b"")


def test_a_dictionary_that_is_none_is_damage(shared: Shared) -> None:
    data = packing._TRAINED + b"\x01\0\0\0" + b"\xff" * 1000
    with pytest.raises(ValueError, match="ictionary"):
        document_in(compressed(Plain(TEXTS, _known()), b""), data)
    shared.file("words").unlink()
    words = named(data)
    (shared.folder / words.name).write_bytes(words.data)
    shared.change_current(lambda value: value.update(words=words.name))
    shared.is_told_to_fail()


def test_a_document_takes_no_more_memory_than_a_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_LARGEST", 1000)
    assert document_in(compressed(Plain(TEXTS, _known()), b""), b"").brief == "b"
    with pytest.raises(ValueError, match="larger than any brief"):
        document_in(compressed(Plain(TEXTS, _known(title="t" * 100_000)), b""), b"")
    with pytest.raises(ValueError, match="larger than any brief"):
        document_in(compressed(Plain(TEXTS + b"t" * 100_000, _known()), b""), b"")


def test_a_document_that_does_not_tell_its_size_or_goes_on_is_damage() -> None:
    plain = Plain(TEXTS, _known())
    whole = compressed(plain, b"")
    assert document_in(whole, b"").brief == "b"
    framed = packing._framed(plain)
    block = (len(framed) << 3 | 1).to_bytes(3, "little") + framed  # the last, not compressed
    untold = b"\x28\xb5\x2f\xfd\x00\x50" + block
    for data in (untold, whole + b"x", whole + whole):
        with pytest.raises(ValueError, match=r"larger than any brief|goes on after its end"):
            document_in(data, b"")
