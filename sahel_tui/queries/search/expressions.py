"""A query as an FTS5 expression over the terms of `terms.py`."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sahel_tui.queries.search.fields import DATES, NAMES, TITLES
from sahel_tui.queries.search.syntax import And, Field, Near, Not, Or, Phrase, Words
from sahel_tui.queries.search.terms import ALL, SOUND, SPELLED, term
from sahel_tui.queries.search.where import restricts
from sahel_tui.queries.search.words import skeleton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.queries.search.syntax import Leaf, Node

    Complete: TypeAlias = Callable[[str], Sequence[str]]
    """From a term's beginning to the most frequent terms that begin so."""


_MOST = 64
"""Ways in which words may be near each other, each of them a `NEAR`."""


class _Part(NamedTuple):
    """A part of an expression, and whether it finds no brief that doesn't answer."""

    text: str
    exact: bool


def expression(
    tree: Node | None, complete: Complete | None = None, in_phrases: int | None = None
) -> tuple[str, bool]:
    """An FTS5 expression that every answering brief matches, and whether no other does.

    With `complete` the beginning of a single word stands for the words that it gives, and then
    briefs that only have others are not found: what one sees while typing, in a thousandth of
    the time. Of them so many end a phrase, where there is a number: each is a phrase to look for.
    """
    if tree is None:
        return _Part(_quoted(ALL), True)
    return _Builder(complete, in_phrases).part(tree)


class _Builder:
    def __init__(self, complete: Complete | None, in_phrases: int | None = None) -> None:
        self._complete = complete
        self._in_phrases = in_phrases

    def part(self, node: Node) -> _Part:
        if isinstance(node, Or):
            parts = [self.part(one) for one in node.parts]
            return _Part(any_of(one.text for one in parts), all(one.exact for one in parts))
        if isinstance(node, And):
            return self._and(node)
        if isinstance(node, Not):
            return self._not(node)
        return self._leaf(node)

    def _and(self, node: And) -> _Part:
        parts = [self.part(one) for one in node.parts]
        text = " AND ".join(dict.fromkeys(f"({one.text})" for one in parts))
        return _Part(text, all(one.exact for one in parts) and not restricts(node))

    def _not(self, node: Not) -> _Part:
        """Of what is asked for inexactly nothing is left out: too much would be."""
        whole = _Builder(None).part(node.part)
        # While somebody types, what has the most frequent words; the others are then looked up.
        part = whole if self._in_phrases is None else self.part(node.part)
        everything = _quoted(ALL)
        if restricts(node) or not (whole.exact and part.exact):
            return _Part(everything, False)
        return _Part(f"({everything} NOT ({part.text}))", part.text == whole.text)

    def _leaf(self, leaf: Leaf) -> _Part:
        if isinstance(leaf, Near):
            return _Part(any_of(self._near(leaf)), False)
        if isinstance(leaf, Field):
            return self._field(leaf)
        return _Part(any_of(self._texts(leaf)), True)

    def _texts(self, leaf: Words | Phrase) -> Iterable[str]:
        yield from self._words(leaf.words, leaf.prefix)
        if isinstance(leaf, Words):
            for word in leaf.also:
                yield from self._words((word,), leaf.prefix)

    def _words(self, words: tuple[str, ...], prefix: bool) -> Iterable[str]:
        """Words in any text, a name's too; but for a beginning, names by their sound."""
        if prefix:
            yield any_of(self._begun(words))
        else:
            yield phrase(words, prefix)
            for sign in SOUND.values():
                yield sounds(sign, words)

    def _near(self, near: Near) -> Iterable[str]:
        """Words near each other: for a beginning each word that it stands for."""
        parts = [
            self._begun(part.words, in_phrase=True)
            if part.prefix
            else (phrase(part.words, prefix=False),)
            for part in near.parts
        ]
        if prod(map(len, parts)) > _MOST:
            parts = [(phrase(part.words, part.prefix),) for part in near.parts]
        for some in product(*parts):
            yield f"NEAR({' '.join(some)}, {near.distance})"

    def _begun(self, words: tuple[str, ...], *, in_phrase: bool = False) -> Sequence[str]:
        """The last word's beginning, or the most frequent words that begin so."""
        *whole, last = words
        if self._complete is not None and (ends := self._complete(last)):
            ends = ends[: self._in_phrases] if whole or in_phrase else ends
            return [phrase((*whole, end), prefix=False) for end in ends]
        return [phrase(words, prefix=True)]

    def _field(self, field: Field) -> _Part:
        if field.name in NAMES:
            return self._name(field)
        if field.name in DATES and field.days is not None:
            from sahel_tui.queries.search.calendar import asked_terms  # most queries have no date

            terms, exact = asked_terms(field.days)
            return _Part(any_of(map(_quoted, terms)), exact)
        if field.name in TITLES:
            words = tuple(term(field.name, word) for word in field.words)
        else:
            words = (term(field.name, "".join(field.words)),)
        parts = self._begun(words) if field.prefix else [phrase(words, prefix=False)]
        return _Part(any_of(parts), True)

    def _name(self, field: Field) -> _Part:
        if not field.prefix:
            return _Part(sounds(SOUND[field.name], field.words), True)
        sign = SPELLED[field.name]
        *whole, last = field.words
        parts = [*(_quoted(sign + word) for word in whole), any_of(self._begun((sign + last,)))]
        return _Part(" AND ".join(f"({part})" for part in parts), len(parts) == 1)


def any_of(parts: Iterable[str]) -> str:
    """Any of some parts, each once."""
    one, *more = dict.fromkeys(parts)
    return f"({' OR '.join((one, *more))})" if more else one


def sounds(sign: str, words: Iterable[str]) -> str:
    """A name's words one right after another, by their sound."""
    return phrase([sign + skeleton(word) for word in words], prefix=False)


def phrase(terms: Iterable[str], prefix: bool) -> str:
    """Terms one right after another, the last of them perhaps but a beginning."""
    return _quoted(" ".join(terms)) + "*" * prefix


def _quoted(words: str) -> str:
    """A string of FTS5; no term holds a quotation mark."""
    return f'"{words}"'
