"""A document as the terms of an index, and a query as an expression over them.

The terms are those of SQLite's FTS5 with the tokenizer `ascii`, in one column: letters and digits
of ASCII, and anything beyond ASCII. A word is a term of its own. What else is known of a brief are
terms that begin with a sign which no word has:

    ¤word  ¢word    a word of an actor's, of a place's name (or id), by its skeleton
    ¡word  ¿word    the same as it is spelled, each once, for `actor:wag*`
    ¬field·value    a value of any other field, in one word; of `brief`, `source`, `tag` each word
    ±b202308        what is known of a brief's dates: `calendar.py` tells
    ¬all            every brief has it
    §               between two texts, so that no phrase goes across
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.documents import Named
from sahel_tui.queries.search.fields import TITLES
from sahel_tui.queries.search.packing import item_rows
from sahel_tui.queries.search.values import compact, marking_values, name_words, titles
from sahel_tui.queries.search.word_rows import WordRows
from sahel_tui.queries.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

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
    from sahel_tui.queries.search.calendar import date_terms  # searching has no need of it

    texts, variants = WordRows(item_rows(document.items)).all(APART)
    names = [_name_terms(*named) for named in document.names]
    facets = dict.fromkeys(chain.from_iterable(item.facets for item in document.items))
    called = chain((text for name in names for text in name.texts), _titles(document, facets))
    others = dict.fromkeys(chain(variants, *(name.variants for name in names)))
    return " ".join(
        (
            f" {APART} ".join((texts, *called)),
            *(f"{APART} {variant}" for variant in others),
            APART,
            *dict.fromkeys(word for name in names for word in name.spelled),
            *_values(document, facets),
            *date_terms(document.items),
            ALL,
        )
    )


class _NameTerms(NamedTuple):
    """The terms of the names of one actor or place."""

    texts: tuple[str, ...]
    variants: tuple[str, ...]
    spelled: tuple[str, ...]


@lru_cache(maxsize=4_000)
def _name_terms(kind: str, id: str, names: tuple[str, ...]) -> _NameTerms:  # noqa: A002 - of Named
    name, sound, spelled = name_words(Named(kind, id, names)), SOUND[kind], SPELLED[kind]
    return _NameTerms(
        (
            *map(" ".join, _longest(name.names)),
            *(" ".join(sound + one for one in sounds) for sounds in _longest(name.sounds)),
            *(sound + one for one in name.variant_sounds),
        ),
        name.variants,
        tuple(spelled + word for word in sorted(name.spelled)),
    )


def _longest(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Names as words, without those that stand in another one word for word."""
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        words = f" {' '.join(name)} "
        if not any(words in other for other in kept):
            kept.append(words)
            yield name


def _titles(document: Document, facets: Container[str]) -> Iterator[str]:
    """The texts that are looked in for `brief:`, `source:` and `tag:`."""
    for field in TITLES:
        for source, text in titles(document, field):
            if field != "source" or f"source:{source}" in facets:
                yield " ".join(term(field, word) for word in read_words(text)[0])


def _values(document: Document, facets: Iterable[str]) -> Iterable[str]:
    parts = (facet.partition(":") for facet in facets)
    return dict.fromkeys(
        chain(
            (term("kind", kind) for kind in dict.fromkeys(item.kind for item in document.items)),
            (term(field, compact(value)) for field, _, value in parts if field != "source"),
            (
                term("marking", value)
                for marking in {item.marking for item in document.items if item.marking}
                for value in marking_values(marking)
            ),
        )
    )
