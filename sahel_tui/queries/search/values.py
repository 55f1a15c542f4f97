"""What is known of items and names, as it is compared: the same for the scan and for the index."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.words import read_words, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.search.documents import Document, Named


class NameWords(NamedTuple):
    """All names of one actor or place, and its id, each as words."""

    names: tuple[tuple[str, ...], ...]
    """The id counts as one."""
    sounds: tuple[tuple[str, ...], ...]
    """The same by their skeletons."""
    variants: tuple[str, ...]
    """Of the names' words."""
    variant_sounds: tuple[str, ...]
    spelled: frozenset[str]
    """All words and variants …"""
    sounding: frozenset[str]
    """… and their skeletons."""
    begun: str
    """The first of these with a space before each: what begins so is in here."""


def name_words(named: Named) -> NameWords:
    """The words of an actor's or a place's names."""
    return _name_words(named.id, named.names)


@lru_cache(maxsize=4_000)
def _name_words(id: str, names: tuple[str, ...]) -> NameWords:  # noqa: A002 - whose names they are
    read = [read_words(name) for name in (id, *names)]
    words = tuple(tuple(found) for found, _ in read)
    variants = tuple(dict.fromkeys(word for _, more in read for word in more))
    sounds = tuple(tuple(map(skeleton, name)) for name in words)
    variant_sounds = tuple(map(skeleton, variants))
    spelled, sounding = frozenset(variants).union(*words), frozenset(variant_sounds).union(*sounds)
    begun = "".join(f" {word}" for word in spelled)
    return NameWords(words, sounds, variants, variant_sounds, spelled, sounding, begun)


@lru_cache(maxsize=4_000)
def compact(value: str) -> str:
    """A value in one word: `armed-group`, `Armed Group` and `armed_group` are one."""
    return "".join(read_words(value)[0])


@lru_cache(maxsize=1_000)
def marking_values(marking: str) -> tuple[str, ...]:
    """What a banner can be asked for as: whole, without `TLP:`, and its level alone."""
    values: dict[str, None] = {}
    for part in marking.split("|"):
        for one in (part, part.split("//")[0]):
            value = compact(one)
            values.update(dict.fromkeys((value, value.removeprefix("tlp") or value)))
    values.pop("", None)
    return tuple(values)


def titles(document: Document, field: str) -> Iterator[tuple[str, str]]:
    """The texts that `brief:`, `source:` and `tag:` look in, each with its source's id."""
    if field == "brief":
        yield from (("", document.brief), ("", document.title))
    elif field == "tag":
        yield from (("", tag) for tag in document.tags)
    else:
        for source in document.sources:
            yield from ((source.id, text) for text in source if text)
