"""Which actors a text names, and where the sources mention each."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

from sahel_tui.anchoring.mentions import NameFinder
from sahel_tui.queries.views import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sahel_tui.anchoring.mentions import Mention as Named
    from sahel_tui.anchoring.words import Words
    from sahel_tui.model.actors import Actor
    from sahel_tui.model.places import Place
    from sahel_tui.model.sources import SourceText
    from sahel_tui.queries.views import Passage


class Naming:
    """The names of a brief's actors, found in its sources."""

    def __init__(
        self,
        actors: Mapping[str, Actor],
        texts: Sequence[SourceText],
        words: Mapping[str, Words],
        evidence: Mapping[str, Sequence[Passage]],
    ) -> None:
        """`words`: of each text, by its id.

        `evidence`: of each actor, by its id; a passage that holds no name of it is one more.
        """
        self._finder = NameFinder(_names(actor for actor in actors.values() if actor.match))
        self._mentions: dict[str, list[Mention]] = {actor: [] for actor in actors}
        for text in texts:
            for start, end, actor in _told(self._finder.find(text.text, words[text.id])):
                self._mentions[actor].append(Mention(text.id, start, end))
        order = {text.id: number for number, text in enumerate(texts)}
        for actor, mentions in self._mentions.items():
            mentions += list(_described(mentions, evidence[actor]))
            mentions.sort(key=lambda m: (order[m.source], m.start, m.end))
        self._by_source = _index(self._mentions)

    def mentions_of(self, actor: str) -> tuple[Mention, ...]:
        """Where the sources name or describe an actor, in text order."""
        return tuple(self._mentions[actor])

    def actors_of(self, text: str, evidence: Iterable[Passage]) -> tuple[str, ...]:
        """The ids of the actors that a text names, or one of its passages mentions."""
        found = dict.fromkeys(actor for _, _, actor in _told(self._finder.find(text)))
        for passage in evidence:
            found.update(dict.fromkeys(self._within(passage)))
        return tuple(found)

    def _within(self, passage: Passage) -> Iterator[str]:
        mentions = self._by_source.get(passage.source, [])
        if passage.start is None or passage.end is None or passage.review == "rejected":
            return
        for start, end, actor in mentions[bisect_left(mentions, (passage.start,)) :]:
            if start >= passage.end:
                return
            if end <= passage.end:
                yield actor


def place_mentions(
    places: Mapping[str, Place], texts: Sequence[SourceText], words: Mapping[str, Words]
) -> dict[str, tuple[Mention, ...]]:
    """Where the sources name each place, in text order."""
    finder = NameFinder(_names(places.values()))
    found: dict[str, list[Mention]] = {place: [] for place in places}
    for text in texts:
        for start, end, place in _told(finder.find(text.text, words[text.id])):
            found[place].append(Mention(text.id, start, end))
    return {place: tuple(mentions) for place, mentions in found.items()}


def _names(rows: Iterable[Actor | Place]) -> Iterator[tuple[tuple[str, bool], str, bool]]:
    """The names to look for; whose each is, by id, is told with whether it is a weak alias."""
    for row in rows:
        yield (row.id, False), row.name, False
        for alias in row.aliases:
            yield (row.id, alias.kind == "weak"), alias.name, alias.kind == "acronym"


def _told(found: Iterable[Named[tuple[str, bool]]]) -> Iterator[tuple[int, int, str]]:
    """Where which id is mentioned: by a weak alias only where no other has that name in full."""
    for (start, end), here in groupby(found, key=lambda one: (one.start, one.end)):
        keys = [one.key for one in here]
        full = [id_ for id_, weak in keys if not weak]
        for id_ in dict.fromkeys(full or (id_ for id_, _ in keys)):
            yield start, end, id_


def _described(named: Sequence[Mention], evidence: Iterable[Passage]) -> Iterator[Mention]:
    """The passages that speak of an actor and hold none of the places where it is named."""
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in named:
        places.setdefault(mention.source, []).append((mention.start, mention.end))
    for passage in evidence:
        if passage.start is None or passage.end is None or passage.review == "rejected":
            continue
        known = places.setdefault(passage.source, [])
        if not any(start < passage.end and end > passage.start for start, end in known):
            known.append((passage.start, passage.end))
            yield Mention(passage.source, passage.start, passage.end)


def _index(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, list[tuple[int, int, str]]]:
    """All mentions by source, in text order."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for actor, places in mentions.items():
        for mention in places:
            found.setdefault(mention.source, []).append((mention.start, mention.end, actor))
    for places_in_source in found.values():
        places_in_source.sort()
    return found
