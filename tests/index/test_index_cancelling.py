"""A search that is cancelled ends at once, whatever it was doing, and the next one is answered."""

from __future__ import annotations

import random
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.engine import IndexEngine
from sahel_tui.index.finding import Finding
from sahel_tui.index.hurry import Pace
from sahel_tui.index.library import open_library
from sahel_tui.index.merging import Limits
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.engines import never
from sahel_tui.queries.search.parsing import parse
from tests.index.libraries import write_brief, write_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.index.library import LibraryIndex

QUERIES = (
    *("number", "army or market", "-army", "actor:mali sort:title", "conv*", ""),
    *("near(number well, 90)", "after:2011? number", "kind:passage number"),
    "number sort:relevance",
)
LOOKED_UP = ("near(number well, 90)", "kind:passage number")
"""Those whose briefs are looked up to be counted; of all others SQLite counts them at once."""
ALL = 1000


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryIndex]:
    """Two files, one with more briefs than are fetched at once: its statement stays open."""
    folder = tmp_path_factory.mktemp("cancelling")
    briefs, home = write_library(folder / "library", 270), folder / "index"
    update_index(briefs, home, limits=Limits(270, 8))
    write_brief(briefs, 270)
    update_index(briefs, home, limits=Limits(270, 8))
    with open_library(briefs, home) as index:
        yield index


def engine_of(library: LibraryIndex) -> IndexEngine:
    """One that has nothing unpacked yet."""
    return IndexEngine(library._searched, str(library.library))


def searched(engine: IndexEngine, text: str) -> tuple[tuple[int, ...], int]:
    asked = parse(text)
    return engine.search(asked, 9).ids, engine.count(asked, 300).number


class Steps:
    """Counts what a thread does, and has another thread do something after so many steps."""

    def __init__(self, most: int, at: int = 0, then: Callable[[], None] = lambda: None) -> None:
        self.taken = 0
        self._most, self._at, self._then = most, at, then

    def __call__(self, *_: object) -> None:
        self.taken += 1
        if self.taken == self._at:
            self._then()
        if self.taken > self._most:
            sys.setprofile(None)
            raise AssertionError("it goes on and on")

    def of(self, act: Callable[[], object]) -> None:
        sys.setprofile(self)
        try:
            act()
        finally:
            sys.setprofile(None)


class Interrupter:
    """A thread that interrupts when it is told to."""

    def __init__(self, engine: IndexEngine) -> None:
        self._now, self._done = Event(), Event()
        self._thread = Thread(target=self._run, args=(engine,), daemon=True)
        self._thread.start()

    def _run(self, engine: IndexEngine) -> None:
        self._now.wait()
        engine.interrupt()
        self._done.set()

    def now(self, *, at_once: bool) -> None:
        """Have it interrupt, at once or a little later."""
        self._now.set()
        if at_once:
            self._done.wait()

    def end(self) -> None:
        self._now.set()
        self._thread.join()


@pytest.mark.parametrize("text", QUERIES)
def test_a_search_interrupted_at_any_moment_ends_and_the_next_is_answered(
    library: LibraryIndex, text: str
) -> None:
    wanted = searched(engine_of(library), text)
    whole = Steps(sys.maxsize)
    whole.of(lambda: searched(engine_of(library), text))
    rng = random.Random(text)
    for _ in range(20):
        engine = engine_of(library)
        interrupter = Interrupter(engine)
        at_once = rng.random() < 0.7

        def interrupt(who: Interrupter = interrupter, at_once: bool = at_once) -> None:
            who.now(at_once=at_once)

        steps = Steps(2 * whole.taken, rng.randrange(1, whole.taken), interrupt)
        steps.of(lambda one=engine: searched(one, text))  # type: ignore[misc]
        interrupter.end()
        assert searched(engine, text) == wanted


@pytest.mark.parametrize(
    ("way", "text", "last"),
    [
        *(("search", text, 4) for text in QUERIES),
        *(("count", text, 4 if text in LOOKED_UP else 1) for text in QUERIES),
    ],
)
def test_no_brief_is_looked_at_once_it_is_interrupted(
    library: LibraryIndex, way: str, text: str, last: int
) -> None:
    engine, asked = engine_of(library), 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        if asked == last:
            engine.interrupt()
        return False

    if way == "search":
        engine.search(parse(text), ALL, stopped=stopped)
    else:
        engine.count(parse(text), stopped=stopped)
    assert asked == last


def test_a_document_is_given_also_while_searches_are_interrupted(library: LibraryIndex) -> None:
    engine = engine_of(library)
    ids = engine.search(parse("number"), ALL).ids
    finding = Finding(library._searched.shards, '"number"', Pace((), never))
    reading = finding.ids("newest")
    next(reading)  # a statement that is not over: SQLite interrupts all that follow
    engine.interrupt()
    assert [engine.document(one).brief for one in ids]
