"""What answers queries: the protocol of every engine, and the plain scan as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.syntax import Query


class Answer(NamedTuple):
    """One page of the briefs that answer a query, in its order."""

    ids: tuple[int, ...]
    """What `SearchEngine.document` takes."""
    more: bool
    """Whether others follow."""


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
        """The most frequent words that begin with a folded prefix."""

    def nearest(self, word: str) -> str | None:
        """The word that a word which occurs nowhere was probably meant to be."""
