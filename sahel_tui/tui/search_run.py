"""One query being answered: first what is seen at once, then the counts, then the rest."""

from __future__ import annotations

from time import monotonic, thread_time
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.engines import Count
from sahel_tui.queries.search.fields import RANKED
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.results import BriefHits, places
from sahel_tui.queries.search.syntax import Near, leaves

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.queries.search.engines import SearchEngine
    from sahel_tui.queries.search.syntax import Query

COUNTED = 1000
"""So many briefs are counted at each key; all of them when no key comes."""
_PAGE = 20
"""Briefs that are asked for at once."""
_MOST = 60
"""Briefs whose hits are found without being asked for."""
_AT_A_KEY = 0.0028
"""Seconds of processor time for what is seen at once: the rest follows when no key comes."""
_AT_ONCE = 0.02
"""Seconds within which what is seen waits for its count: each word on it is a screen drawn."""
_TELL_EVERY = 0.1
"""Seconds between two words on what is found besides what is seen."""


class Found(NamedTuple):
    """What has been found of a query by now."""

    query: Query
    briefs: tuple[BriefHits, ...] = ()
    complete: bool = False
    """Whether these are all that there are."""
    counted: Count | None = None
    """Of the briefs that answer it; None until they have been counted."""
    meant: str | None = None
    """What it was probably meant to be, where it finds nothing."""
    trouble: str = ""
    """Why it could not be answered."""

    @property
    def hits(self) -> int:
        """How many hits there are of these briefs."""
        return sum(len(one.hits) for one in self.briefs)

    @property
    def is_ranked_in_part(self) -> bool:
        """Whether they are asked for by relevance, and are more than are ranked."""
        number = self.counted.number if self.counted else 0
        return self.query.sort == "relevance" and number > RANKED


class SearchRun:
    """Finds the hits of one query; `step` does as much as is wanted now, and can be stopped."""

    def __init__(self, query: Query, engine: SearchEngine, tell: Callable[[Found], None]) -> None:
        self.engine = engine
        self.found = Found(query)
        self._tell = tell
        self._ids: list[int] = []
        self._briefs: list[BriefHits] = []
        self._known: dict[int, BriefHits] = {}
        self._more = True
        """Whether the engine may have other briefs than these …"""
        self._hurried = False
        """… and looks no further while somebody types."""
        self._begun = self._told = monotonic()
        self._last_told: Found | None = None
        self._most_told = 0
        """Briefs that have been told of: not fewer are, while they are found anew."""
        self._roughly = hasattr(engine, "typing") and _is_rough(query)
        """Whether the engine may pass over briefs that have only rare words which begin so, or
        rank no others than the newest."""
        if hasattr(engine, "typing"):
            engine.typing = True

    @property
    def done(self) -> bool:
        """Whether there is nothing left to be done without being asked for."""
        found = self.found
        counted = found.counted is not None and found.counted.exact
        return bool(found.trouble) or (counted and (found.complete or len(self._briefs) >= _MOST))

    def step(self, wanted: int, calm: bool, stopped: Callable[[], bool]) -> None:
        """Find so many hits at least and count; all that is done unasked, where it is calm."""
        try:
            if calm and hasattr(self.engine, "typing"):
                self.engine.typing = False
            if calm and self._roughly:
                self._begin_anew()
            most = None if calm else _AT_A_KEY
            self._find(lambda: self.found.hits >= wanted, stopped, most)
            if self._takes_as_whole():
                self._find(lambda: self.found.hits >= wanted, stopped, most)
            if monotonic() - self._begun > _AT_ONCE or self.found.counted:
                self._say_news(stopped)
            self._count(COUNTED, stopped)
            if calm:
                self._find(lambda: len(self._briefs) >= _MOST, stopped)
                self._count(None, stopped)
            self._say_news(stopped)
        except Exception as error:  # whatever an engine meets: the screen says so, and goes on
            if not stopped() and not _was_interrupted(error):
                said = str(error) or type(error).__name__
                self._say(self.found._replace(trouble=f"this could not be answered: {said}"))

    def _begin_anew(self) -> None:
        """Find all that the engine may have passed over."""
        self._roughly = self._hurried = False
        self._known = {one.id: one for one in self._briefs}
        self._ids, self._briefs, self._more = [], [], True
        self.found = self.found._replace(complete=False, counted=None)

    def _takes_as_whole(self) -> bool:
        """Where nothing begins so: whether the last word is now taken for a whole one.

        A whole name is found in other spellings, too.
        """
        query = self.found.query
        if not self.found.complete or self.found.briefs or not _is_half(query):
            return False
        whole = parse(query.text)
        if whole.problems or whole.tree == query.tree:
            return False
        self.found = Found(whole)
        self._begin_anew()
        return True

    def _find(
        self, enough: Callable[[], bool], stopped: Callable[[], bool], most: float | None = None
    ) -> None:
        """Find hits, brief by brief, until there are enough, or `most` seconds are spent."""
        if self.found.complete or enough():
            return
        begun, before = thread_time(), 0.0
        while not (enough() or self.found.complete or stopped()):
            if not self._find_one(stopped):
                break
            now = thread_time() - begun
            # What the last one took the next may take as well; the first one had to be looked for.
            if most and now + (now - before if before else 0.0) > most:
                break
            before = now
            if monotonic() - self._told > _TELL_EVERY and len(self._briefs) > self._most_told:
                self._say(self.found)

    def _say_news(self, stopped: Callable[[], bool]) -> None:
        """Tell of what is found, if it is not what was told of last."""
        if not stopped() and self.found != self._last_told:
            self._say(self.found)

    def _find_one(self, stopped: Callable[[], bool]) -> bool:
        """Find the hits of the next brief; False where there is none."""
        if len(self._briefs) == len(self._ids) and self._more:
            if self._hurried:
                return False
            query = self.found.query
            answer = self.engine.search(query, _PAGE, len(self._ids), stopped)
            if stopped():
                return False
            self._ids += answer.ids
            self._more = answer.more
            self._hurried = answer.hurried
            self._roughly |= answer.hurried
        if len(self._briefs) < len(self._ids):
            brief = self._ids[len(self._briefs)]
            self._briefs.append(self._known.get(brief) or self._hits_of(brief))
        complete = not (self._more or self._roughly) and len(self._briefs) == len(self._ids)
        if (complete, len(self._briefs)) != (self.found.complete, len(self.found.briefs)):
            self.found = self.found._replace(briefs=tuple(self._briefs), complete=complete)
        return self._more or len(self._briefs) < len(self._ids)

    def _hits_of(self, id: int) -> BriefHits:  # noqa: A002 - as the engine names it
        document = self.engine.document(id)
        found = hits(self.found.query, document)
        return BriefHits(
            id,
            document.path,
            document.title,
            document.published,
            document.marking,
            found,
            places(found, document),
        )

    def _count(self, limit: int | None, stopped: Callable[[], bool]) -> None:
        if stopped() or (self.found.counted and (self.found.counted.exact or limit)):
            return
        if self._hurried:  # to count takes longer than to look for the first ones
            count = Count(len(self._ids), exact=False)
        elif self._more:
            count = self.engine.count(self.found.query, limit, stopped)
        else:
            count = Count(len(self._ids), exact=True)
        if stopped():
            return
        other = None
        if not count.number and count.exact and not self.found.query.problems:
            from sahel_tui.queries.search.meant import meant

            other = meant(self.found.query, self.engine)
        if self._roughly or not count.exact:
            count = Count(max(count.number, len(self._briefs)), exact=False)
        self.found = self.found._replace(counted=count, meant=other)

    def _say(self, found: Found) -> None:
        self.found = found
        self._last_told, self._told = found, monotonic()
        self._most_told = max(self._most_told, len(found.briefs))
        self._tell(found)


def _is_rough(query: Query) -> bool:
    """Whether a word of it is only how one begins, or its briefs are to be ranked."""
    return query.sort == "relevance" or _is_half(query)


def _is_half(query: Query) -> bool:
    """Whether a word of it is only how one begins."""
    parts = (
        part
        for leaf in leaves(query.tree)
        for part in (leaf.parts if isinstance(leaf, Near) else (leaf,))
    )
    return any(part.prefix for part in parts)


def _was_interrupted(error: Exception) -> bool:
    """Whether an engine gave up because it was told to: it is asked again, or no more."""
    from sahel_tui.index.failures import StoppedError

    return isinstance(error, StoppedError)
