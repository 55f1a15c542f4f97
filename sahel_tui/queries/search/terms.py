"""A document as the terms of an index, and a query as an expression over them.

The terms are those of SQLite's FTS5 with the tokenizer `ascii`, in one column: letters and digits
of ASCII, and anything beyond ASCII. A word is a term of its own. What else is known of a brief are
terms that begin with a sign which no word has:

    ¤word  ¢word    a word of an actor's, of a place's name (or id), by its skeleton
    ¡word  ¿word    the same as it is spelled, each once, for `actor:wag*`
    ¬field·value    a value of any other field, in one word; of `brief`, `source`, `tag` each word
    ±202308 ±2023   a month, a year that an item may be dated; `±` where that is too long to say
    ¬all            every brief has it
    §               between two texts, so that no phrase goes across
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sahel_tui.queries.search.calendar import date_terms
from sahel_tui.queries.search.fields import TITLES
from sahel_tui.queries.search.reading import segment_texts
from sahel_tui.queries.search.values import compact, marking_values, name_words, titles
from sahel_tui.queries.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sahel_tui.queries.search.documents import Document

APART = "§"
ALL = "¬all"
SOUND = {"actor": "¤", "place": "¢"}
SPELLED = {"actor": "¡", "place": "¿"}


def term(field: str, word: str) -> str:
    """The term of a field's value."""
    return f"¬{field}·{word}"


def terms_of(document: Document) -> str:
    """The terms of a document, each after a space."""
    texts, variants = _texts(document)
    apart = f" {APART} "
    return " ".join(
        (
            apart.join(map(" ".join, chain(texts, _sounds(document), _titles(document)))),
            *(f"{APART} {variant}" for variant in variants),
            APART,
            *_spelled(document),
            *_values(document),
            *date_terms(document.items),
            ALL,
        )
    )


def _texts(document: Document) -> tuple[list[Iterable[str]], dict[str, None]]:
    """The words of each text and of each name, and the variants of all."""
    texts: list[Iterable[str]] = []
    variants: dict[str, None] = {}
    for item in document.items:
        for _, _, text in segment_texts(item):
            words, more = read_words(text)
            texts.append(words)
            variants.update(dict.fromkeys(more))
    for name in map(name_words, document.names):
        texts += name.names
        variants.update(dict.fromkeys(name.variants))
    return texts, variants


def _sounds(document: Document) -> Iterator[Iterable[str]]:
    """Names by their skeletons, and their variants."""
    for named in document.names:
        sign, name = SOUND[named.kind], name_words(named)
        yield from ([sign + sound for sound in sounds] for sounds in name.sounds)
        yield from ([sign + sound] for sound in name.variant_sounds)


def _spelled(document: Document) -> Iterable[str]:
    return dict.fromkeys(
        SPELLED[named.kind] + word
        for named, name in ((one, name_words(one)) for one in document.names)
        for word in chain(name.variants, *name.names)
    )


def _titles(document: Document) -> Iterator[Iterable[str]]:
    """The texts that are looked in for `brief:`, `source:` and `tag:`."""
    used = {facet for item in document.items for facet in item.facets}
    for field in TITLES:
        for source, text in titles(document, field):
            if field != "source" or f"source:{source}" in used:
                yield [term(field, word) for word in read_words(text)[0]]


def _values(document: Document) -> Iterable[str]:
    facets = dict.fromkeys(facet for item in document.items for facet in item.facets)
    parts = (facet.partition(":") for facet in facets)
    return dict.fromkeys(
        chain(
            (term("kind", item.kind) for item in document.items),
            (term(field, compact(value)) for field, _, value in parts if field != "source"),
            (
                term("marking", value)
                for marking in {item.marking for item in document.items if item.marking}
                for value in marking_values(marking)
            ),
        )
    )
