"""What takes long about the events of an index is found by a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

import pytest

from benchmarks.made_up import write_library
from sahel_tui.errors import SahelError
from sahel_tui.index.library import open_library
from sahel_tui.index.updating import update_index
from sahel_tui.tui.event_process import EventProcess
from sahel_tui.tui.event_work import Answer, Compared, Counting, Counts, Found, Joining, answer
from sahel_tui.tui.scopes import IndexScope
from tests.tui.explore import exploring
from tests.tui.scoped import shown_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sahel_tui.queries.chronology.dated import Dated
    from sahel_tui.tui.event_work import Question


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 briefs and their index."""
    folder = tmp_path_factory.mktemp("events")
    write_library(folder / "library", 120)
    update_index(folder / "library", folder / "index")
    return folder / "library"


@pytest.fixture
def scope(library: Path) -> Iterator[IndexScope]:
    """All of it, by its index."""
    with open_library(library, library.parent / "index") as index:
        scope = IndexScope(index)
        yield scope
        scope.close()


def here(scope: IndexScope, question: Question) -> list[Answer]:
    """What this process answers."""
    said: list[Answer] = []
    answer(question, scope.events, scope.identities, said.append, lambda: False)
    return said


def there(scope: IndexScope, question: Question) -> list[Answer]:
    """What the other one does."""
    assert scope.where is not None
    return list(EventProcess(scope.where, question).answers(lambda: False))


def plain(dated: Dated) -> tuple[object, ...]:
    """By its values."""
    texts = [*dated.dates], [*dated.tenses]
    return [*dated.numbers], *texts, dict(dated.tellings), dated.joined


def test_both_processes_join_the_same_events(scope: IndexScope) -> None:
    said = there(scope, Joining())
    assert any(isinstance(one, Compared) for one in said)
    found = [one for one in said if isinstance(one, Found)]
    expected = [one for one in here(scope, Joining()) if isinstance(one, Found)]
    assert [plain(one.dated) for one in found] == [plain(one.dated) for one in expected]
    assert [one.dated.joined for one in found] == [False, True]
    assert found[1].dated.tellings.number > 0
    for one, other in zip(found, expected, strict=True):
        whole = one.survey.whole
        assert one.survey.density.cells(whole, 50) == other.survey.density.cells(whole, 50)
        assert one.survey.gaps == other.survey.gaps
        assert [*one.survey.starts] == [*other.survey.starts]


def test_both_put_some_events_into_the_same_lanes(scope: IndexScope) -> None:
    dated = next(one.dated for one in here(scope, Joining()) if isinstance(one, Found))
    asked = Counting(dated, range(5, 90), counted=True, by="actor")
    (found,), (expected,) = there(scope, asked), here(scope, asked)
    assert isinstance(found, Counts)
    assert isinstance(expected, Counts)
    assert found.survey
    assert found.lanes
    assert expected.lanes
    assert found.survey.density.total == 85
    assert [(lane.key, lane.name, lane.rows) for lane in found.lanes.lanes] == [
        (lane.key, lane.name, lane.rows) for lane in expected.lanes.lanes
    ]


def test_it_ends_when_nobody_waits(scope: IndexScope) -> None:
    assert scope.where is not None
    process = EventProcess(scope.where, Joining())
    assert list(process.answers(lambda: True)) == []
    with pytest.raises(ProcessLookupError):
        os.kill(process.id, 0)


def test_who_is_ended_is_told_of(scope: IndexScope) -> None:
    assert scope.where is not None
    process = EventProcess(scope.where, Joining())
    os.kill(process.id, signal.SIGKILL)
    with pytest.raises(SahelError, match="its process was ended"):
        list(process.answers(lambda: False))


def test_where_none_can_be_begun_the_reason_is_told(
    scope: IndexScope, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scope.where is not None
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(SahelError, match="no process could be begun: No such file"):
        EventProcess(scope.where, Joining())


def test_another_index_is_not_read_for_this_one(scope: IndexScope) -> None:
    assert scope.where is not None
    other = scope.where._replace(mark=(1, 2, 3))
    with pytest.raises(SahelError, match="the index is another one by now"):
        list(EventProcess(other, Joining()).answers(lambda: False))


async def test_the_heading_says_why_tellings_are_not_joined(library: Path, tmp_path: Path) -> None:
    shutil.copytree(library.parent / "index", tmp_path, dirs_exist_ok=True)
    async with exploring(library, 100, 30, index=tmp_path) as explorer:
        await shown_library(explorer, "B")
        (current,) = tmp_path.rglob("CURRENT")
        os.utime(current, ns=(0, 0))  # as one that was written anew
        await explorer.press("T", "z")
        await explorer.until(lambda: "tellings not joined: the index is another" in explorer.text)
        await explorer.press("W")
        assert "The dates are not known: the index is another one by now." in explorer.text
