"""Lists, paths and dossiers of a library: with an index of it they say the same to the byte."""

from __future__ import annotations

import os
import shlex
import shutil
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.cli.library import BROKEN, SAHARA, TREATY, TREATY_TEXT
from tests.cli.odd import ODD, PLACES
from tests.index.libraries import REGISTRY, write_brief, write_library
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Answer, Command

LONG_AGO = 1_600_000_000_000_000_000
OF_THE_SHIPPED = (
    "points --actor JNIM",
    "points --match treaty --json",
    "points --match contradicts",
    "points --type assumption",
    "actors --type military --match mali --json",
    "actors --type nothing",
    "relations --actor wagner",
    "relations --sign - --after 2023 --before 2024 --certainly --json",
    "relations --map --width 100",
    "relations --map --json",
    "relations --matrix --match mali",
    "relations --changes 2020 2023 --json",
    "relations --structure",
    "relations --as-of 2022 --actor jnim",
    "relations --ceiling TLP:GREEN --json",
    "timeline --after 2023-07 --before 2023-08",
    "timeline --place Kidal --json",
    "timeline --place Kidall",
    "timeline --actor Tchianni",
    "timeline --strip --joined",
    "timeline --lanes place --json",
    "timeline --joined --json",
    "path JNIM France",
    "path wagner ecowas --limit 9 --json",
    "path CNSP France",
    "dossier JNIM",
    "dossier northern-rebels --json",
    "dossier CNSP",
)
OF_THE_MADE_UP = (
    "points --actor Korps",
    "points --match treaty#p1",
    "points --match rejected --json",
    "points --type assumption --actor wagner",
    "actors --type government",
    "actors --match q111",
    "relations --match herder",
    "relations --match tlp:red --json",
    "relations --match 'abdourahamane'",
    "relations --sign + --after 2015 --json",
    "relations --list --status alleged",
    "relations --map --json --status alleged",
    "relations --changes 2012 2019",
    "relations --as-of 2015 --certainly",
    "timeline --place Gawgaw",
    "timeline --place Niamey",
    "timeline --place 'The Sahel'",
    "timeline --match mediator --json",
    "timeline --joined --place gao",
    "timeline --around odd#e1 --days 900",
    "timeline --around odd#e1 --json --after 2012",
    "timeline --lanes actor --strip",
    "path Korps Mali",
    "path Tchiani JNIM --json --limit 4",
    "path jnim mali --positive",
    "path jnim nobody",
    "dossier Korps",
    "dossier mali --json",
    "dossier nobody",
)


class Both(Protocol):
    def __call__(self, words: str) -> tuple[Answer, Answer]: ...


class Indexing(Protocol):
    def __call__(self, library: Path) -> Both: ...


@pytest.fixture
def indexing(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Indexing:
    """Makes an index of a library, and gives what answers a command with it and without."""
    with_index, without = tmp_path / "with.toml", tmp_path / "without.toml"

    def index(library: Path) -> Both:
        with_index.write_text(f'index = "{tmp_path / "index"}"\n', encoding="utf-8")
        without.write_text(f'index = "{tmp_path / "none"}"\n', encoding="utf-8")
        command("index", library, "--index", tmp_path / "index")

        def both(words: str) -> tuple[Answer, Answer]:
            name, *arguments = shlex.split(words)
            where = ("--library", library) if name == "dossier" else (library,)
            positional = arguments[:2] if name == "path" else []
            rest = arguments[len(positional) :]
            answers = []
            for configuration in (with_index, without):
                monkeypatch.setenv("SAHEL_TUI_CONFIG", str(configuration))
                answers.append(command(name, *positional, *where, *rest))
            assert not (tmp_path / "none").exists()
            return answers[0], answers[1]

        return both

    return index


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """Briefs of all kinds, one of them broken, that share a registry."""
    folder = write_library(tmp_path / "made-up", 9)
    (folder / "sahel.toml").write_text(REGISTRY + PLACES, encoding="utf-8")
    for name, text in (("treaty", TREATY), ("sahara", SAHARA), ("odd", ODD), ("broken", BROKEN)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "treaty.txt").write_text(TREATY_TEXT, encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", OF_THE_SHIPPED)
def test_of_the_shipped_briefs(indexing: Indexing, tmp_path: Path, words: str) -> None:
    library = tmp_path / "briefs"
    shutil.copytree(FOLDER, library)
    indexed, read = indexing(library)(words)
    assert indexed == read


@pytest.mark.parametrize("words", OF_THE_MADE_UP)
def test_of_made_up_briefs_with_a_broken_one(indexing: Indexing, made_up: Path, words: str) -> None:
    indexed, read = indexing(made_up)(words)
    assert indexed == read
    assert indexed.code == 2
    assert "unknown-key" in indexed.err


def test_of_the_folder_where_one_is(
    indexing: Indexing, made_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made_up)
    both = indexing(type(made_up)())
    for words in ("relations --map --json", "timeline --joined --json --actor jnim"):
        indexed, read = both(words)
        assert indexed == read
        assert indexed.out


def test_where_a_folder_within_has_a_registry_of_its_own(indexing: Indexing, made_up: Path) -> None:
    (made_up / "2011" / "sahel.toml").write_text(
        REGISTRY.replace("Tchiani", "Somebody"), encoding="utf-8"
    )
    both = indexing(made_up)
    for words in ("relations --actor Somebody", "dossier Somebody", "relations --ceiling TLP:RED"):
        indexed, read = both(words)
        assert indexed == read


@pytest.mark.parametrize(
    "words", ["relations --match herder", "timeline --strip", "relations --map", "dossier Korps"]
)
def test_what_has_changed_since_is_seen(indexing: Indexing, made_up: Path, words: str) -> None:
    both = indexing(made_up)
    (made_up / "odd.toml").write_text(ODD.replace("herder", "farmer"), encoding="utf-8")
    write_brief(made_up, 40)
    indexed, read = both(words)
    assert indexed == read


@pytest.mark.parametrize(
    "words",
    [
        "points --match treaty#p1",
        "relations --status alleged",
        "relations --structure",
        "timeline --match mediator",
        "timeline --strip --place gawgaw",
        "path Korps Amadou --limit 1",
        "dossier Amadou",
    ],
)
def test_no_brief_is_read_of_which_nothing_is_printed(
    indexing: Indexing, made_up: Path, words: str
) -> None:
    (made_up / "broken.toml").unlink()
    (made_up / "sahara.toml").write_text(SAHARA.replace("Timbuktu", "Taoudeni"), encoding="utf-8")
    for path in made_up.rglob("*.*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    both = indexing(made_up)
    before = both(words)[0]
    assert before.code == 0
    assert before.out
    for path in made_up.rglob("b0*.toml"):  # none can be read any more, and none looks as if
        path.write_bytes(b"#" * path.stat().st_size)
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    indexed, read = both(words)
    assert indexed == before
    assert read.code == 2


def test_many_briefs_are_listed_in_the_order_of_their_files(
    command: Command, tmp_path: Path
) -> None:
    folder = write_library(tmp_path / "many", 60)
    for name in ("broken", "2011/broken"):
        (folder / f"{name}.toml").write_text(BROKEN, encoding="utf-8")
    answer = command("relations", folder, "--json")
    told = [one["brief"] for one in answer.objects]
    assert told == [path.stem for path in sorted(folder.rglob("b0*.toml"))]
    assert answer.code == 2
    said = [line.partition(":")[0] for line in answer.err.splitlines()]
    assert list(dict.fromkeys(said)) == [
        str(folder / "2011" / "broken.toml"),
        str(folder / "broken.toml"),
    ]
