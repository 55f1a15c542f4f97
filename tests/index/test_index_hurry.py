"""How far an index is looked through while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.failures import HurriedError
from sahel_tui.index.finding import Finding
from sahel_tui.index.hurry import window
from sahel_tui.index.snapshot import SEARCH, Snapshot, open_snapshots
from sahel_tui.index.updating import update_index
from sahel_tui.index.vocabulary import Vocabulary
from tests.index.libraries import write_library

if TYPE_CHECKING:
    from collections.abc import Iterator

BRIEFS = 30
COMMON = '"number"'
"""In every brief."""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    folder = tmp_path_factory.mktemp("hurry")
    library = write_library(folder / "library", BRIEFS)
    (opened,) = open_snapshots(update_index(library, folder / "index").folder, library, SEARCH)
    yield opened
    opened.close()


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_what_lies_beyond_a_window_is_left_for_later(snapshot: Snapshot, sort: str) -> None:
    whole = list(Finding(snapshot.shards, COMMON).ids(sort))
    assert len(whole) == BRIEFS
    hurried = Finding(snapshot.shards, COMMON, window=7).ids(sort)
    found = [next(hurried) for _ in range(7)]
    assert found == whole[:7]
    with pytest.raises(HurriedError):
        next(hurried)


def test_a_count_says_whether_all_was_looked_at(snapshot: Snapshot) -> None:
    assert Finding(snapshot.shards, COMMON).count(None) == (BRIEFS, True)
    assert Finding(snapshot.shards, COMMON, window=7).count(None) == (7, False)
    assert Finding(snapshot.shards, COMMON, window=BRIEFS).count(None) == (BRIEFS, True)


def test_a_window_is_for_phrases_of_frequent_words_alone(snapshot: Snapshot) -> None:
    words = Vocabulary(snapshot.shards)
    assert window(COMMON, words, steps=10) is None
    assert window('"number" AND ("army" OR "x")', words, steps=10) is None
    assert window('"army number"', words, steps=1_000) is None
    assert window('"army number"', words, steps=10) is not None
    assert window('NEAR("army" "number", 5)', words, steps=10) is not None
    assert window('NEAR("zzz" "zz", 5) AND "number"', words, steps=10) is None
