"""A library: which files are its briefs, and what its `sahel.toml` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sahel_tui.errors import BriefError, UsageError
from sahel_tui.store.folders import brief_names, brief_paths, find_library
from sahel_tui.store.library import load_library


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")


def test_a_folder_is_searched_for_briefs_at_any_depth_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.toml", "a/c.toml", "a/b/a.toml", "sahel.toml", "a/sahel.toml", "a/x.txt")
    touch(tmp_path, ".hidden/d.toml", ".e.toml")
    found = [str(path.relative_to(tmp_path)) for path in brief_paths([tmp_path])]
    assert found == [
        "a/b/a.toml",
        "a/c.toml",
        "b.toml",
    ]


def test_names_are_those_of_the_paths_from_here_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "library/b.toml", "library/b/a.toml", "library/b-c/a.toml", "a.toml")
    monkeypatch.chdir(tmp_path)
    for top in (Path(), Path("library"), Path("library/../library"), tmp_path):
        paths = brief_paths([top])
        assert paths == sorted(paths)
        assert brief_names([top]) == [str(path) for path in paths]
        assert all(path.is_file() for path in paths)
    assert brief_names([Path(), Path("library")]) == brief_names([Path()])


def test_a_file_is_a_brief_whatever_its_name_and_occurs_once(tmp_path: Path) -> None:
    touch(tmp_path, "b.toml", "notes.brief", "a.toml")
    paths = [tmp_path / "notes.brief", tmp_path / "b.toml", tmp_path, tmp_path / "b.toml"]
    assert [path.name for path in brief_paths(paths)] == ["notes.brief", "b.toml", "a.toml"]


def test_links_to_folders_do_not_lead_anywhere(tmp_path: Path) -> None:
    touch(tmp_path, "a/b.toml")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "linked.toml").symlink_to(tmp_path / "a" / "b.toml")
    assert [path.name for path in brief_paths([tmp_path])] == ["b.toml", "linked.toml"]


def test_a_library_that_is_a_link_itself_is_searched(tmp_path: Path) -> None:
    touch(tmp_path, "a/b.toml")
    (tmp_path / "library").symlink_to(tmp_path / "a")
    assert [path.name for path in brief_paths([tmp_path / "library"])] == ["b.toml"]


def test_a_file_that_is_there_but_cannot_be_opened_is_left_to_the_loader(tmp_path: Path) -> None:
    (tmp_path / "nowhere.toml").symlink_to("missing")
    os.mkfifo(tmp_path / "pipe.toml")
    assert [path.name for path in brief_paths([tmp_path])] == ["nowhere.toml", "pipe.toml"]
    assert brief_paths([tmp_path / "nowhere.toml"]) == [tmp_path / "nowhere.toml"]


@pytest.mark.parametrize("name", ["nowhere", "file/below", "nul\0", "empty", "long" * 100])
def test_a_path_without_a_brief_is_an_error(tmp_path: Path, name: str) -> None:
    touch(tmp_path, "file", "empty/sahel.toml", "empty/notes.txt")
    with pytest.raises(UsageError) as caught:
        brief_paths([tmp_path / name])
    assert caught.value.hint


def test_the_nearest_library_above_a_brief_is_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "sahel.toml", "a/b/c.toml", "a/sahel.toml", "d.toml")
    assert find_library(tmp_path / "a" / "b" / "c.toml") == tmp_path / "a" / "sahel.toml"
    assert find_library(tmp_path / "d.toml") == tmp_path / "sahel.toml"
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert find_library(Path("c.toml")) == tmp_path / "a" / "sahel.toml"


def test_the_search_for_a_library_ends(tmp_path: Path) -> None:
    touch(tmp_path, "sahel.toml")
    deep = tmp_path.joinpath(*["a"] * 40)
    assert find_library(deep / "brief.toml") is None


def library(folder: Path, text: str) -> Path:
    path = folder / "sahel.toml"
    path.write_text(text)
    return path


def test_an_empty_library_file_shares_nothing(tmp_path: Path) -> None:
    loaded = load_library(library(tmp_path, ""))
    assert (loaded.title, loaded.marking_order, dict(loaded.actors)) == (None, (), {})
    assert loaded.relation_types["allied-with"].symmetric


def test_a_library_file_is_read_whole(tmp_path: Path) -> None:
    text = """title = "The Sahel"
marking_order = ["open", "closed"]
[[relation_type]]
name = "bombards"
sign = -1
[[actor]]
id = "mali"
name = "Mali"
aliases = ["Republic of Mali"]
[[place]]
id = "ber"
name = "Ber"
[[same]]
left = "ag-ghali"
right = "iyad-ag-ghaly"
by = "An Analyst"
at = 2024-01-01
[[different]]
left = "cnsp-ml"
right = "cnsp-ne"
"""
    loaded = load_library(library(tmp_path, text))
    assert loaded.title == "The Sahel"
    assert loaded.marking_order == ("open", "closed")
    assert loaded.relation_types["bombards"].sign == -1
    assert loaded.actors["mali"].aliases[0].name == "Republic of Mali"
    assert list(loaded.places) == ["ber"]
    assert [(one.left, one.right) for one in loaded.same] == [("ag-ghali", "iyad-ag-ghaly")]
    assert [(one.left, one.right) for one in loaded.different] == [("cnsp-ml", "cnsp-ne")]


def test_errors_of_a_library_are_told_like_those_of_a_brief(tmp_path: Path) -> None:
    text = """titel = "The Sahel"
[[relation_type]]
name = "fights"
[[relation_type]]
name = "bombards"
sing = -1
[[relation_type]]
name = "bombards"
[[actor]]
id = "mali"
name = "Mali"
part_of = "aes"
evidence = ["Mali"]
[[actor]]
id = "mali"
name = "Mali"
[[same]]
left = "mali"
"""
    path = library(tmp_path, text)
    with pytest.raises(BriefError) as caught:
        load_library(path)
    assert caught.value.file == str(path)
    assert [(one.line, one.key, one.code) for one in caught.value.diagnostics] == [
        (1, "titel", "unknown-key"),
        (3, "relation_type[1].name", "duplicate-id"),
        (6, "relation_type[2].sing", "unknown-key"),
        (8, "relation_type[3].name", "duplicate-id"),
        (12, "actor[1].part_of", "unknown-reference"),
        (13, "actor[1].evidence", "bad-evidence"),
        (15, "actor[2].id", "duplicate-id"),
        (17, "same[1].right", "missing-key"),
    ]
    assert "is not an actor of this library" in caught.value.diagnostics[4].message


def test_a_symmetric_relation_type_has_no_inverse(tmp_path: Path) -> None:
    text = '[[relation_type]]\nname = "meets"\nsymmetric = true\ninverse = "met by"\n'
    with pytest.raises(BriefError) as caught:
        load_library(library(tmp_path, text))
    (one,) = caught.value.diagnostics
    assert (one.line, one.key, one.code) == (4, "relation_type[1].inverse", "bad-table")


def test_judgements_that_say_nothing_or_contradict_each_other_are_errors(tmp_path: Path) -> None:
    text = """[[same]]
left = "a"
right = "b"
[[same]]
left = "c"
right = "c"
[[different]]
left = "b"
right = "a"
[[different]]
left = "a"
right = "c"
"""
    with pytest.raises(BriefError) as caught:
        load_library(library(tmp_path, text))
    assert [(one.line, one.key, one.code) for one in caught.value.diagnostics] == [
        (6, "same[2].right", "bad-judgement"),
        (7, "different[1]", "bad-judgement"),
    ]
    assert "the same on line 1" in caught.value.diagnostics[1].message


def test_a_place_of_a_library_quotes_nothing(tmp_path: Path) -> None:
    text = '[[place]]\nid = "ber"\nname = "Ber"\n'
    text += 'aliases = [{ name = "B", evidence = [{ exact = "B", source = "x" }] }]\n'
    with pytest.raises(BriefError) as caught:
        load_library(library(tmp_path, text))
    (one,) = caught.value.diagnostics
    assert (one.line, one.key, one.code) == (4, "place[1].aliases[1].evidence", "bad-evidence")


def test_actors_of_a_library_that_are_part_of_each_other_are_an_error(tmp_path: Path) -> None:
    actors = "".join(
        f'[[actor]]\nid = "{one}"\nname = "{one}"\npart_of = "{whole}"\n'
        for one, whole in ("xa", "ab", "bc", "ca", "dd")
    )
    with pytest.raises(BriefError) as caught:
        load_library(library(tmp_path, actors))
    assert [(one.line, one.key, one.code) for one in caught.value.diagnostics] == [
        (8, "actor[2].part_of", "part-of-itself"),
        (20, "actor[5].part_of", "part-of-itself"),
    ]
    assert "`a` → `b` → `c` → `a`" in caught.value.diagnostics[0].message


def test_a_library_that_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sahel.toml").mkdir()
    path = find_library(tmp_path / "a.toml")
    assert path is not None
    with pytest.raises(BriefError):
        load_library(path)
