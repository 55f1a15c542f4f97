"""Where the words of a query stand in the items of one document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold_rows
from sahel_tui.queries.search.documents import BLANK_LINE
from sahel_tui.queries.search.sequences import near_places, places
from sahel_tui.queries.search.syntax import Near, Words
from sahel_tui.queries.search.values import name_words
from sahel_tui.queries.search.words import read_tokens, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.search.documents import Document, Item
    from sahel_tui.queries.search.syntax import Phrase
    from sahel_tui.queries.search.values import NameWords
    from sahel_tui.queries.search.words import Token

# Signs of ASCII: without them what is one word to a reader stands together.
_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}


class TextSpan(NamedTuple):
    """A stretch of an item's title or of its text."""

    in_title: bool
    start: int
    end: int


class _Segment(NamedTuple):
    """A text that no phrase leaves, read."""

    in_title: bool
    tokens: list[Token]
    words: list[str]
    variants: list[Token]


def segment_texts(item: Item) -> Iterator[tuple[bool, int, str]]:
    """The texts of an item that no phrase leaves: whether it is the title, where it begins."""
    if item.title:
        yield True, 0, item.title
    offset = 0
    for text in item.text.split(BLANK_LINE):
        if text:
            yield False, offset, text
        offset += len(text) + len(BLANK_LINE)


class Reading:
    """The texts and names of one document, read as far as they are asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._segments: dict[int, list[_Segment]] = {}

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        """Each item folded, without signs and spaces: where a word isn't in here, it is nowhere."""
        rows = fold_rows((item.title, item.text) for item in self.document.items)
        return tuple(row.translate(_SIGNS) for row in rows)

    @cached_property
    def _foreign(self) -> tuple[int, ...]:
        """The items that are not of Latin letters alone, which folding by itself can't exclude."""
        return tuple(at for at, row in enumerate(self._folded) if not row.isascii())

    @cached_property
    def names(self) -> tuple[NameWords, ...]:
        return tuple(map(name_words, self.document.names))

    def spans(self, leaf: Words | Phrase | Near) -> dict[int, list[TextSpan]]:
        """The items whose own text has what is looked for, by their place, and where."""
        found = {}
        for at in self._candidates(leaf):
            if spans := [span for one in self._read(at) for span in _find(one, leaf)]:
                found[at] = spans
        return found

    def _candidates(self, leaf: Words | Phrase | Near) -> list[int]:
        ways = _needed(leaf)
        maybe = {
            at
            for words in ways
            for at, row in enumerate(self._folded)
            if all(word in row for word in words)
        }
        return sorted(maybe.union(self._foreign))

    def _read(self, at: int) -> list[_Segment]:
        if at not in self._segments:
            self._segments[at] = [_segment(*one) for one in segment_texts(self.document.items[at])]
        return self._segments[at]

    def named(self, leaf: Words | Phrase) -> frozenset[int]:
        """The places in `Document.names` of those who have a name with the words."""
        also = leaf.also if isinstance(leaf, Words) else ()
        ways = (leaf.words, *((word,) for word in also))
        return frozenset(
            at
            for at, name in enumerate(self.names)
            if any(has_words(name, words, leaf.prefix) for words in ways)
        )


def has_words(name: NameWords, words: tuple[str, ...], prefix: bool) -> bool:
    """Whether a name has the words: as they sound, or for a beginning as they are spelled."""
    if prefix:
        names, variants = name.names, name.variants
    else:
        names, variants = name.sounds, name.variant_sounds
        words = tuple(map(skeleton, words))
    texts = (*names, *((one,) for one in variants))
    return any(next(places(words, prefix, one), -1) >= 0 for one in texts)


def _segment(in_title: bool, offset: int, text: str) -> _Segment:
    tokens, variants = read_tokens(text)
    if offset:
        tokens = [one._replace(start=one.start + offset, end=one.end + offset) for one in tokens]
        variants = [
            one._replace(start=one.start + offset, end=one.end + offset) for one in variants
        ]
    return _Segment(in_title, tokens, [one.word for one in tokens], variants)


def _needed(leaf: Words | Phrase | Near) -> tuple[tuple[str, ...], ...]:
    """Words of which all have to be in an item, in one of several ways."""
    if isinstance(leaf, Near):
        return (tuple(word for part in leaf.parts for word in part.words),)
    if isinstance(leaf, Words):
        return (leaf.words, *((word,) for word in leaf.also))
    return (leaf.words,)


def _find(segment: _Segment, leaf: Words | Phrase | Near) -> Iterator[TextSpan]:
    tokens = segment.tokens
    if isinstance(leaf, Near):
        found = [list(places(part.words, part.prefix, segment.words)) for part in leaf.parts]
        sizes = [len(part.words) for part in leaf.parts]
        for index, at in sorted(near_places(found, sizes, leaf.distance), key=lambda p: p[1]):
            yield _between(segment, tokens[at], tokens[at + sizes[index] - 1])
        return
    for at in places(leaf.words, leaf.prefix, segment.words):
        yield _between(segment, tokens[at], tokens[at + len(leaf.words) - 1])
    for word in _single(leaf):
        for variant in segment.variants:
            if variant.word.startswith(word) if leaf.prefix else variant.word == word:
                yield _between(segment, variant, variant)
    if isinstance(leaf, Words):
        for word in leaf.also:
            for at in places((word,), leaf.prefix, segment.words):
                yield _between(segment, tokens[at], tokens[at])


def _single(leaf: Words | Phrase) -> tuple[str, ...]:
    """The words of which each by itself is enough."""
    also = leaf.also if isinstance(leaf, Words) else ()
    return (*leaf.words, *also) if len(leaf.words) == 1 else also


def _between(segment: _Segment, first: Token, last: Token) -> TextSpan:
    return TextSpan(segment.in_title, first.start, last.end)
