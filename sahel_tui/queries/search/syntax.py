"""What a query says: a tree of conditions, each with its place in the text of the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Extent: TypeAlias = tuple[int, int]
"""Start and end (exclusive) in the query's text."""


class Words(NamedTuple):
    """A word; several where it is written with a hyphen or a full stop, one right after another."""

    words: tuple[str, ...]
    """Folded, as `words.tokens` has them."""
    prefix: bool
    """Whether the last one is only how a word begins."""
    extent: Extent
    also: tuple[str, ...] = ()
    """Single words that are as good: `counterterrorism` for `counter-terrorism`."""


class Phrase(NamedTuple):
    """Words one right after another."""

    words: tuple[str, ...]
    prefix: bool
    extent: Extent


class Near(NamedTuple):
    """Words in any order with at most so many words between the first and the last of them."""

    parts: tuple[Words | Phrase, ...]
    distance: int
    extent: Extent


class Days(NamedTuple):
    """A date, or a stretch of days, by ordinals, both included; None where it is open."""

    first: int | None
    last: int | None
    possibly: bool
    """Whether it is enough that the date may lie within."""


class Field(NamedTuple):
    """A condition on what is known of an item, or of its brief."""

    name: str
    """One of `fields.FIELDS`, `sort` aside."""
    value: str
    """As written, quotation marks aside."""
    words: tuple[str, ...]
    """The value folded."""
    prefix: bool
    extent: Extent
    days: Days | None = None
    """For `after`, `before` and `on`."""


class And(NamedTuple):
    """All of them."""

    parts: tuple[Node, ...]
    extent: Extent


class Or(NamedTuple):
    """Any of them."""

    parts: tuple[Node, ...]
    extent: Extent


class Not(NamedTuple):
    """Nowhere in the brief; of a kind of hits, hits of any other kind."""

    part: Node
    extent: Extent


Leaf: TypeAlias = Words | Phrase | Near | Field
Node: TypeAlias = And | Or | Not | Words | Phrase | Near | Field


class QueryProblem(NamedTuple):
    """What in a query can't be meant as it is written."""

    start: int
    end: int
    message: str
    hint: str


class Query(NamedTuple):
    """A query as it was read."""

    text: str
    tree: Node | None
    """None where it asks nothing, which everything answers; or nothing that can be meant."""
    problems: tuple[QueryProblem, ...] = ()
    sort: str = ""
    """newest, oldest, relevance or title; empty where the query doesn't say."""

    @property
    def is_void(self) -> bool:
        """Whether nothing is left of it besides what is wrong, which nothing answers."""
        return self.tree is None and bool(self.problems)


def leaves(tree: Node | None) -> Iterator[Leaf]:
    """The conditions that are to hold, in their order: those under a Not are left out."""
    if isinstance(tree, And | Or):
        for part in tree.parts:
            yield from leaves(part)
    elif tree is not None and not isinstance(tree, Not):
        yield tree
