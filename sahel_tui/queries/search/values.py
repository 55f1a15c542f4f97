"""What is known of items and names, as it is compared: the same for the scan and for the index."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.word_rows import PART, ROW, WordRows
from sahel_tui.queries.search.words import read_words, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


_KNOWN: dict[tuple[str, tuple[str, ...]], NameWords] = {}
_MOST_KNOWN = 4_000


def name_words(named: Named) -> NameWords:
    """The words of an actor's or a place's names."""
    return names_words((named,))[0]


def names_words(named: Sequence[Named]) -> tuple[NameWords, ...]:
    """Those of several: what is not known yet is read all at once."""
    keys = [(one.id, one.names) for one in named]
    found = [_KNOWN.get(key) for key in keys]
    if None in found:
        read = _read({key: None for key, one in zip(keys, found, strict=True) if one is None})
        found = [one or read[key] for key, one in zip(keys, found, strict=True)]
        if len(_KNOWN) > _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN.update(read)
    return tuple([one for one in found if one is not None])


def _read(
    keys: Iterable[tuple[str, tuple[str, ...]]],
) -> dict[tuple[str, tuple[str, ...]], NameWords]:
    keys = list(keys)
    called = [PART.join([_utf8(name) for name in (one, *names)]) for one, names in keys]
    rows = WordRows(ROW.join(called))
    variants = rows.variants()
    return {
        key: _name_words(rows.row(at), dict.fromkeys(variants.get(at, ())))
        for at, key in enumerate(keys)
    }


def _utf8(name: str) -> bytes:
    """A name; no phrase leaves it, whatever lines it has."""
    return name.replace("\n", " ").encode(errors="replace")


def _name_words(read: Iterable[list[str]], found: Iterable[str]) -> NameWords:
    words, variants = tuple(map(tuple, read)), tuple(found)
    sounds = tuple([tuple(map(skeleton, name)) for name in words])
    variant_sounds = tuple(map(skeleton, variants))
    spelled, sounding = frozenset(variants).union(*words), frozenset(variant_sounds).union(*sounds)
    begun = "".join([f" {word}" for word in spelled])
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
