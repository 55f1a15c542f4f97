"""The file of a library: which brief was open, and how each was left."""

from __future__ import annotations

from pathlib import Path

from sahel_tui.state.files import read_state, update_state
from sahel_tui.state.place import Place
from sahel_tui.state.places import (
    MOST,
    Opening,
    load_places,
    opened_brief,
    opening_of,
    places_file,
    save_opened,
    save_places,
)


def test_what_was_opened_and_what_was_left_come_back(tmp_path: Path) -> None:
    file = places_file(tmp_path / "state", (tmp_path,))
    assert load_places(file) == (None, {}, "")
    save_places(file, {"a": Place(pane="events"), "b": Place(offset=3)})
    save_opened(file, Opening(0, "sub/a.toml"))
    save_places(file, {"a": Place(pane="points")})
    places = load_places(file)
    assert places.opened == (0, "sub/a.toml")
    assert places.place("a") == Place(pane="points")
    assert places.place("b") == Place(offset=3)
    assert places.place("c") is None


def test_a_library_is_the_same_by_any_name(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "link").symlink_to("library")
    file = places_file(tmp_path, (tmp_path / "library",))
    assert places_file(tmp_path, (tmp_path / "link",)) == file
    assert places_file(tmp_path, (tmp_path / "library" / ".." / "library",)) == file
    assert places_file(tmp_path, (tmp_path,)) != file
    assert "library" not in str(file.relative_to(tmp_path))


def test_the_last_hundred_briefs_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "places" / "a.json"
    save_places(file, {f"b{number}": Place() for number in range(MOST)})
    save_places(file, {"b0": Place()})  # left again, and so among the last
    save_places(file, {"new": Place()})
    briefs = load_places(file).briefs
    assert len(briefs) == MOST
    assert {"b0", "new"} <= briefs.keys()
    assert "b1" not in briefs


def test_a_file_that_says_something_else_is_read_for_what_it_can_be(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    wrong = {"opened": {"file": 5}, "briefs": {"a": [], "b": {"offset": 4}, "": {}}, "more": 1}
    update_state(file, lambda _: wrong)
    places = load_places(file)
    assert places.opened is None
    assert places.place("a") is None
    assert places.place("b") == Place(offset=4)
    update_state(file, lambda _: {"opened": ["a"], "briefs": 5})
    assert load_places(file) == (None, {}, "")
    save_places(file, {"a": Place()})
    assert load_places(file).place("a") == Place()
    update_state(file, lambda value: {**value, "later": 1})
    save_opened(file, Opening(0, "a"))
    assert read_state(file).value["later"] == 1  # what others have added stays


def test_only_a_brief_that_was_asked_for_is_opened() -> None:
    asked = (Path("a.toml"), Path("library"))
    briefs = (Path("a.toml"), Path("library/b.toml"), Path("library/c/d.toml"))
    names = list(map(str, briefs))
    for brief in briefs:
        opening = opening_of(brief, asked)
        assert opening is not None
        assert opened_brief(opening, asked, names) == brief
    assert opening_of(Path("elsewhere/a.toml"), asked) is None
    for file in ("gone.toml", "../a.toml", "/etc/passwd", ".", "\udcff"):
        assert opened_brief(Opening(1, file), asked, names) is None
    assert opened_brief(Opening(2, "b.toml"), asked, names) is None
