"""The event that is nearest to a day is the one that is found by looking at all of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.index.library import open_library
from sahel_tui.index.library_rows import IndexRows
from sahel_tui.index.scope import ScopeIndex
from sahel_tui.index.scope_near import event_near
from sahel_tui.index.updating import update_index
from sahel_tui.queries.library.event_order import begin_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED = Path(__file__).parents[2] / "briefs"
LONG_AGO = 600_000


def _days(begins: list[int]) -> Iterator[int]:
    """Before, at, beside, between and after all of them."""
    yield from (LONG_AGO, begins[-1] + 9)
    for begin, after in pairwise(begins):
        yield from (begin, begin + 1, (begin + after) // 2)


def test_it_is_the_one_that_is_nearest(tmp_path: Path) -> None:
    update_index(SHIPPED, tmp_path)
    with open_library(SHIPPED, tmp_path) as index:
        files, rows = ScopeIndex(index), IndexRows(index)
        for actor in ("jnim", "mali", "russia", "wagner"):
            events = list(rows.events(frozenset((actor,))))
            assert len(events) > 3
            for day in _days([begin_of(one) for one in events]):
                nearest = min(events, key=lambda one: abs(begin_of(one) - day))
                found = event_near(files, (actor,), day)
                assert found is not None
                told = nearest.told
                assert found == (told.brief, told.path, nearest.id)
        assert event_near(files, ("nobody",), LONG_AGO) is None
        files.close()
