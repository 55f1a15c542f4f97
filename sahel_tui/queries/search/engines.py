"""What answers queries: the protocol of every engine, and the plain scan as one."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sahel_tui.queries.search.matching import answers
from sahel_tui.queries.search.ranking import order
from sahel_tui.queries.search.spelling import nearest, neighbourhood, neighbours
from sahel_tui.queries.search.terms import SOUND, SPELLED, terms_of
from sahel_tui.queries.search.words import skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.syntax import Query


class Answer(NamedTuple):
    """One page of the briefs that answer a query, in its order."""

    ids: tuple[int, ...]
    """What `SearchEngine.document` takes."""
    more: bool
    """Whether others follow."""
    hurried: bool = False
    """Whether it was given up for somebody types: others may follow even on this page."""


class Count(NamedTuple):
    """How many briefs answer a query."""

    number: int
    exact: bool
    """False where counting ended early: there are at least so many."""


def never() -> bool:
    """Nothing stops this."""
    return False


class SearchEngine(Protocol):
    """Finds the briefs that answer a query; their hits are `matching.hits` of each document."""

    def search(
        self, query: Query, limit: int, offset: int = 0, stopped: Callable[[], bool] = never
    ) -> Answer:
        """A page of the answering briefs; `stopped` is asked now and then whether to give up."""

    def count(
        self, query: Query, limit: int | None = None, stopped: Callable[[], bool] = never
    ) -> Count:
        """How many briefs answer; counting ends once there are more than `limit`."""

    def document(self, id: int) -> Document:  # noqa: A002 - what it is
        """The document of a brief; KeyError where there is none."""

    def completions(self, prefix: str, limit: int) -> tuple[str, ...]:
        """The most frequent terms (`terms.py`) that begin so."""

    def nearest(self, word: str) -> str | None:
        """The word that a word which occurs nowhere was probably meant to be."""


class ScanEngine:
    """Reads every document for every query: the oracle, and quick enough for a few."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)

    def search(
        self, query: Query, limit: int, offset: int = 0, stopped: Callable[[], bool] = never
    ) -> Answer:
        """A page of the answering briefs; what was found so far where it was stopped."""
        found: list[int] = []
        for at in self._answering(query, stopped):
            found.append(at)
            if len(found) > offset + limit:
                return Answer(tuple(found[offset:-1]), more=True)
        return Answer(tuple(found[offset:]), more=False)

    def _answering(self, query: Query, stopped: Callable[[], bool]) -> Iterator[int]:
        for at in order(self._documents, query):
            if stopped():
                return
            if answers(query, self._documents[at]):
                yield at

    def count(
        self, query: Query, limit: int | None = None, stopped: Callable[[], bool] = never
    ) -> Count:
        """How many briefs answer; at least so many where it was stopped."""
        number = 0
        for document in self._documents:
            if stopped() or (limit is not None and number > limit):
                return Count(number, exact=False)
            number += answers(query, document)
        return Count(number, exact=True)

    def document(self, id: int) -> Document:  # noqa: A002 - what it is
        """The document of a brief; KeyError where there is none."""
        if not 0 <= id < len(self._documents):
            raise KeyError(id)
        return self._documents[id]

    @cached_property
    def _vocabulary(self) -> Counter[str]:
        """In how many briefs each term is."""
        return Counter(term for one in self._documents for term in set(terms_of(one).split()))

    @cached_property
    def _near(self) -> dict[str, list[tuple[str, int]]]:
        return neighbourhood(self._vocabulary.items())

    def completions(self, prefix: str, limit: int) -> tuple[str, ...]:
        """The most frequent terms that begin so."""
        found = [(-n, term) for term, n in self._vocabulary.items() if term.startswith(prefix)]
        return tuple(term for _, term in sorted(found)[:limit])

    def nearest(self, word: str) -> str | None:
        """The word that a word which occurs nowhere was probably meant to be."""
        if any(sign + skeleton(word) in self._vocabulary for sign in SOUND.values()):
            return None
        names = {
            term.removeprefix(sign)
            for sign in SPELLED.values()
            for term in self._vocabulary
            if term.startswith(sign)
        }
        return nearest(word, neighbours(word, self._near), names)
