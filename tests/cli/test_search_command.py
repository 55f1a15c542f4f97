"""`search`: the same hits with an index as without, what it prints, and its exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli import searching
from sahel_tui.index import answering
from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.reading import read_brief
from sahel_tui.render import hits as render
from sahel_tui.render.cells import width
from tests.cli.library import BROKEN
from tests.hostile import fuzzed_brief, hostile_brief
from tests.index.libraries import write_brief, write_library
from tests.shipped import FOLDER
from tests.terminal.fuzz import Fuzz
from tests.terminal.printed import output

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Answer, Command

QUERIES = (
    "wagner",
    "ambush market sort:oldest",
    "kind:event sort:title",
    "tchiani or convoy* sort:relevance",
    "-gold army",
)


def keys(answer: Answer) -> list[tuple[str, str, str, int | None]]:
    return [(one["brief"], one["kind"], one["id"], one["start"]) for one in answer.objects]


def test_its_hits_are_those_of_the_scan(command: Command, library: Path) -> None:
    answer = command("search", "wagner", "--library", library, "--json")
    expected = [
        (hit.brief, hit.kind, hit.id, hit.title, hit.source, hit.start, hit.end, hit.snippet)
        for path in sorted(library.glob("*.toml"))
        for hit in hits(parse("wagner"), document_of(read_brief(path).view))
    ]
    names = ("brief", "kind", "id", "title", "source", "start", "end", "snippet")
    assert answer.code == 0
    found = [tuple(one[name] for name in names) for one in answer.objects]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_every_span_is_where_its_text_is(command: Command) -> None:
    rows = command("search", "tchiani", "--library", FOLDER, "--json").objects
    assert rows
    for one in rows:
        view = read_brief(FOLDER / one["path"].rpartition("/")[2]).view
        texts = {source.id: source.text for source in view.sources}
        for span in one["spans"]:
            assert texts[one["source"]][span["start"] : span["end"]].strip()
        for mark in one["marks"]:
            assert "iani" in one["snippet"][mark["start"] : mark["end"]]


@pytest.mark.parametrize("query", QUERIES)
def test_an_index_makes_no_difference_nor_do_changes_since(
    command: Command, tmp_path: Path, query: str
) -> None:
    library, index = tmp_path / "library", tmp_path / "index"
    write_library(library, 70)
    assert command("index", library, "--index", index).code == 0
    for number in (3, 40):
        write_brief(library, number, seed=2, words="wagner ambush market")
    write_brief(library, 90, words="army convoy")
    sorted(library.rglob("b*.toml"))[5].unlink()
    before = sorted((path, path.stat().st_mtime_ns) for path in index.rglob("*"))
    scanned = command("search", query, "--library", library, "--index", tmp_path, "--json")
    indexed = command("search", query, "--library", library, "--index", index, "--json")
    assert keys(indexed) == keys(scanned) != []
    assert "3 briefs changed since the index was made" in indexed.err
    first = command(
        "search", query, "--library", library, "--index", index, "--json", "--limit", "7"
    )
    assert keys(first) == keys(indexed)[:7]
    counts = [
        command("search", query, "--library", library, "--index", one, "--json", "--count").objects
        for one in (index, tmp_path)
    ]
    total = {"briefs": len({one[0] for one in keys(indexed)}), "hits": len(indexed.objects)}
    assert counts == [[total], [total]]
    assert sorted((path, path.stat().st_mtime_ns) for path in index.rglob("*")) == before


def test_what_is_not_ranked_follows_and_is_told_of(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, index = write_library(tmp_path / "library", 30), tmp_path / "index"
    assert command("index", library, "--index", index).code == 0
    write_brief(library, 3, seed=2)
    asked = ("search", "number sort:relevance", "--library", library, "--index", index, "--json")
    ranked = command(*asked)
    newest = command(*asked[:1], "number", *asked[2:])
    assert "ranked" not in ranked.err

    for module in (answering, searching, render):
        monkeypatch.setattr(module, "RANKED", 7)
    some = command(*asked)
    assert "the newest 7 briefs are ranked, the others follow" in some.err
    assert sorted(keys(some)) == sorted(keys(ranked))
    changed = {"b00003"}
    found, by_date = ([one for one in _briefs(a) if one not in changed] for a in (some, newest))
    assert sorted(found[:7]) == sorted(by_date[:7])
    assert found[7:] == by_date[7:]
    assert _briefs(some).index("b00003") <= 7  # what is read has its rank
    first = command(*asked, "--limit", "5")
    assert keys(first) == keys(some)[:5]
    assert "the newest 7 briefs are ranked" in first.err
    assert "ranked" not in command(*asked, "--count").err


def _briefs(answer: Answer) -> list[str]:
    """Which briefs have hits, in their order."""
    return list(dict.fromkeys(one[0] for one in keys(answer)))


def test_kinds_are_chosen(command: Command) -> None:
    def kinds(*arguments: str) -> set[str]:
        rows = command("search", "wagner", "--library", FOLDER, "--json", *arguments).objects
        return {one["kind"] for one in rows}

    assert kinds() > {"event", "point", "passage"}
    assert kinds("--kind", "event", "--kind", "point") == {"event", "point"}


def test_words_may_be_several_arguments_and_begin_with_a_hyphen(command: Command) -> None:
    apart = command("search", "wagner", "kidal", "--library", FOLDER, "--json")
    one = command("search", "wagner kidal", "--library", FOLDER, "--json")
    assert keys(apart) == keys(one) != []
    without = command("search", "--library", FOLDER, "--json", "--", "-prigozhin", "wagner")
    assert without.code == 0
    prigozhin = command("search", "prigozhin", "--library", FOLDER, "--json")
    assert not {row[0] for row in keys(without)} & {row[0] for row in keys(prigozhin)}
    refused = command("search", "wagner", "-prigozhin", "--library", FOLDER)
    assert refused.code == 2
    assert "search -- -prigozhin" in refused.err


def test_what_is_wrong_is_told_under_its_place(command: Command) -> None:
    answer = command("search", "wagner on:2023-13 kidal", "--library", FOLDER)
    assert (answer.code, answer.out) == (2, "")
    said, line, mark = answer.err.splitlines()
    assert "month 13" in said
    assert line[mark.index("^") : mark.rindex("^") + 1] == "on:2023-13"


def test_a_place_far_in_a_wide_query_is_still_marked(command: Command) -> None:
    answer = command("search", f"{'条约' * 60} \x1b[2J is:doubtful", "--library", FOLDER)
    assert answer.code == 2
    assert "\x1b" not in answer.err
    _, line, mark = answer.err.splitlines()
    assert line.endswith("is:doubtful")
    assert len(mark.strip()) == len("is:doubtful")
    assert len(line) < 80


def test_nothing_found_is_said_with_what_was_meant(command: Command) -> None:
    answer = command("search", "wagnr", "--library", FOLDER)
    assert (answer.code, answer.out) == (1, "")
    assert "did you mean `wagner`?" in answer.err


def test_in_words_it_has_banners_briefs_and_hits(command: Command) -> None:
    answer = command("search", "wagner kidal", "--library", FOLDER, "--limit", "3")
    lines = answer.out.splitlines()
    assert lines[0] == lines[-1]
    assert lines[0].startswith("TLP:")
    assert "3 of " in lines[1]
    assert "[" not in "".join(lines)
    assert "no more were looked for" in answer.err


def test_on_a_terminal_what_was_found_is_marked_by_signs() -> None:
    code, out, _ = output("search", "wagner", "--library", str(FOLDER))
    assert code == 0
    assert "[Wagner]" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("columns", range(20, 45, 3))
def test_no_line_is_wider_than_asked_for(
    command: Command, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    answer = command("search", "kind:relation", "wagner", "--library", FOLDER)
    assert max(map(width, answer.out.splitlines())) <= columns


def test_hits_in_several_places_say_so(command: Command, library: Path) -> None:
    query = ("kind:brief", "insurgents", "without")
    (one,) = command("search", *query[1:], "--library", library, "--json").objects
    assert (one["kind"], one["whole"]) == ("brief", False)
    assert "not together" in command("search", *query[1:], "--library", library).out


def test_explaining_needs_no_index_and_tells_of_one(command: Command, tmp_path: Path) -> None:
    library, index = tmp_path / "library", tmp_path / "index"
    write_library(library, 3)
    query = ("search", "(wagner or kid*) -gold", "--library", library, "--index", index, "--json")
    (without,) = command(*query, "--explain").objects
    lines = ["and", "  or", "    word wagner", "    word kid*", "  not", "    word gold"]
    assert without["tree"] == lines
    assert without["sql"] == []
    command("index", library, "--index", index)
    (told,) = command(*query, "--explain").objects
    assert told["tree"] == lines
    assert "wagner" in told["match"]
    assert "ft match ?" in told["sql"][0]
    assert "Tree\n  and\n" in command(*query[:-1], "--explain").out


def test_a_brief_with_errors_is_told_and_the_rest_is_searched(
    command: Command, library: Path, tmp_path: Path
) -> None:
    (library / "broken.toml").write_text(BROKEN, encoding="utf-8")
    index = tmp_path / "index"
    scanned = command("search", "wagner", "--library", library, "--index", index)
    assert scanned.code == 2
    assert scanned.out
    command("index", library, "--index", index)
    indexed = command("search", "wagner", "--library", library, "--index", index)
    assert (indexed.code, indexed.out) == (2, scanned.out)
    assert [line for line in indexed.err.splitlines() if "broken" in line] == [
        line for line in scanned.err.splitlines() if "broken" in line
    ]


def test_a_damaged_index_is_told_and_not_needed(
    command: Command, library: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    command("index", library, "--index", index)
    (current,) = index.rglob("CURRENT")
    current.write_text("{", encoding="utf-8")
    answer = command("search", "wagner", "--library", library, "--index", index)
    assert answer.code == 0
    assert answer.out
    assert "the index is damaged" in answer.err


def test_with_an_index_of_another_version_the_briefs_are_read(
    command: Command, library: Path, tmp_path: Path
) -> None:
    query = ("search", "wagner", "--library", library, "--index", tmp_path / "index")
    scanned = command(*query)
    command("index", library, "--index", tmp_path / "index")
    (current,) = (tmp_path / "index").rglob("CURRENT")
    current.write_text('{"format": 1}', encoding="utf-8")
    answer = command(*query)
    assert (answer.code, answer.out) == (0, scanned.out)
    said, _, rest = answer.err.partition("\n")
    assert "the index is of another version of the program: every brief is read" in said
    assert rest == scanned.err
    again = command("index", library, "--index", tmp_path / "index")
    assert (again.code, again.err) == (0, "")
    assert command(*query) == scanned


def test_a_library_that_is_not_there_is_an_error(command: Command, tmp_path: Path) -> None:
    answer = command("search", "wagner", "--library", tmp_path / "none")
    assert (answer.code, answer.out) == (2, "")
    assert "there is no file or folder" in answer.err


def test_no_control_character_of_a_brief_or_a_query_is_printed(tmp_path: Path) -> None:
    hostile_brief(tmp_path, "\x1b]0;owned\x07\u202e\x9b2J")
    for query in ("owned", "\x1b[31mowned\x07", "owned \x9bno:", "is:\x1b]0;x\x07", "\udc80owned"):
        for more in ([], ["--json"], ["--explain"], ["--count"]):
            code, out, err = output("search", *more, "--library", str(tmp_path), "--", query)
            assert code in {0, 1, 2}
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & {*out, *err}
            assert "a bug of the program" not in err


def test_fuzzed_briefs_and_queries_are_searched(tmp_path: Path) -> None:
    fuzz = Fuzz(11)
    fuzzed_brief(tmp_path, fuzz.text(), iter(fuzz.text, ""))
    for _ in range(40):
        query = fuzz.text(surrogates=True)
        code, out, err = output("search", "--json", "--library", str(tmp_path), "--", query)
        assert code in {0, 1, 2}
        assert "a bug of the program" not in err
        assert out.isascii()
        for line in out.splitlines():
            assert isinstance(json.loads(line)["brief"], str)
