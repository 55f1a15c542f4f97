"""A brief as it is searched: its items, and the names of those that they mention."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.views import BriefView

Stretch = tuple[int | None, int | None]
"""First and last day by ordinals, both included; None where it is open or unknown."""
MentionSpan = tuple[int, int, int]
"""The place in `Document.names` of whose name it is, then start and end in the item's source."""
BLANK_LINE = "\n\n"
"""What parts the fields of an item's text: no phrase goes across."""

BEGIN_VAGUE, END_VAGUE = 1, 2


class Named(NamedTuple):
    """An actor or a place with all its names."""

    kind: str
    """actor or place."""
    id: str
    """Of a place that an event names and nobody declares: its name."""
    names: tuple[str, ...]


class SourceName(NamedTuple):
    """A source by what it is called."""

    id: str
    title: str
    publisher: str


class Item(NamedTuple):
    """What a query can hit: a claim, a paragraph of a source, or the brief itself."""

    kind: str
    """brief, point, actor, relation, event or passage."""
    id: str
    """Of a passage `<source>:<paragraph from 1>`."""
    title: str
    text: str
    """What is searched, with the title; of a passage its source from `start` to `end`."""
    source: str | None
    """Where the item leads: a claim to its first resolved passage, an actor without one to where
    it is first mentioned; None where it leads nowhere."""
    start: int | None
    end: int | None
    actors: tuple[str, ...]
    """Ids of the actors that it mentions or is about."""
    places: tuple[str, ...]
    """Ids of such places, as in `Document.names`."""
    facets: tuple[str, ...]
    """What is known of it, each a field and a value: `type:assault`, `is:disputed`."""
    first: int | None
    """The first day that it may be dated, as an ordinal."""
    last: int | None
    marking: str | None
    """The one that applies to it: its own, its source's, or what the brief says of itself."""
    mentions: tuple[MentionSpan, ...] = ()
    """Of a passage: where it names whom, in text order."""
    date: str = ""
    """Its own date as written; empty where `first` and `last` are the brief's."""
    stretches: tuple[Stretch, ...] = ()
    """The days that a date of several stretches may be, between `first` and `last`."""
    vague: int = 0
    """BEGIN_VAGUE, END_VAGUE: which end is approximate or uncertain, and so never certain."""


class Document(NamedTuple):
    """A brief to be searched. Its first item is the brief itself."""

    brief: str
    """The brief's id."""
    path: str
    title: str
    published: str
    publisher: str
    marking: str | None
    """The highest of all that it holds."""
    first: int | None
    """The first day of its `as_of`, or else of `published`, as an ordinal."""
    last: int | None
    names: tuple[Named, ...]
    """Of the actors and places that its items mention."""
    items: Sequence[Item]
    """A tuple, or what makes each when it is asked for."""
    tags: tuple[str, ...] = ()
    sources: tuple[SourceName, ...] = ()


def document_of(view: BriefView) -> Document:
    """A brief as it is searched."""
    from sahel_tui.queries.search.describing import describe  # searching has no need of it

    return describe(view)
