"""Where the words of a query stand in the items of one document."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.documents import BLANK_LINE
from sahel_tui.queries.search.packing import text_rows
from sahel_tui.queries.search.plain_runs import plain_spans
from sahel_tui.queries.search.sequences import near_places, places
from sahel_tui.queries.search.syntax import Near, Words
from sahel_tui.queries.search.values import name_words
from sahel_tui.queries.search.word_rows import WordRows
from sahel_tui.queries.search.words import read_tokens, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sahel_tui.queries.search.documents import Document, Item
    from sahel_tui.queries.search.syntax import Leaf, Phrase
    from sahel_tui.queries.search.where import LeafPlaces
    from sahel_tui.queries.search.words import Token


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
        self._items = len(document.items)
        self.leaves: dict[Leaf, LeafPlaces] = {}
        """Where conditions hold that were asked for: those of one key often are of the next."""
        self._segments: dict[int, list[_Segment]] = {}

    @cached_property
    def _rows(self) -> WordRows:
        """The items, then those named."""
        return WordRows(text_rows(self.document))

    @cached_property
    def _sounding(self) -> dict[str, list[str]]:
        """The words of all names by how they sound."""
        found: dict[str, list[str]] = {}
        for word in self._rows.words(self._items):
            found.setdefault(skeleton(word), []).append(word)
        return found

    def items(self, leaf: Words | Phrase | Near) -> frozenset[int]:
        """The places of the items whose own text has what is looked for."""
        return having(self._rows, leaf, self._items)

    def spans(self, leaf: Words | Phrase | Near, at: int) -> list[TextSpan]:
        """Where an item's own text has what is looked for."""
        spans = None if isinstance(leaf, Near) else self._plain(at, leaf)
        if spans is None:
            spans = [span for one in self._read(at) for span in _find(one, leaf)]
        return spans

    def _plain(self, at: int, leaf: Words | Phrase) -> list[TextSpan] | None:
        """The same without reading the item; None where it has to be read."""
        if any(at in self._rows.varied(word, leaf.prefix) for word in _single(leaf)):
            return None
        item = self.document.items[at]
        found: list[TextSpan] = []
        for words in _ways(leaf):
            number = self._rows.rows(words, leaf.prefix).get(at, 0)
            if not number:
                continue
            titled = plain_spans(words, leaf.prefix, item.title) if item.title else []
            inside = plain_spans(words, leaf.prefix, item.text)
            if titled is None or inside is None or len(titled) + len(inside) != number:
                return None  # some are written with other letters or signs
            found += [TextSpan(True, start, end) for start, end in titled]
            found += [TextSpan(False, start, end) for start, end in inside]
        return found

    def _read(self, at: int) -> list[_Segment]:
        if at not in self._segments:
            self._segments[at] = [_segment(*one) for one in segment_texts(self.document.items[at])]
        return self._segments[at]

    def named(self, leaf: Words | Phrase) -> frozenset[int]:
        """The places in `Document.names` of those who have a name with the words."""
        ways = _ways(leaf)
        return frozenset().union(*(self.with_name(words, leaf.prefix) for words in ways))

    def with_name(self, words: tuple[str, ...], prefix: bool) -> Iterable[int]:
        """The same for words of a name: as they sound; a beginning as they are spelled."""
        if prefix:
            return self._named(words, prefix=True)
        found = set(self._with_sound(words[0])).intersection(*map(self._with_sound, words[1:]))
        return found if len(words) == 1 else [at for at in found if self._sounds_so(at, words)]

    def _named(self, words: tuple[str, ...], *, prefix: bool) -> Iterator[int]:
        """Those named in words that are spelled so."""
        varied = self._rows.varied(words[0], prefix) if len(words) == 1 else ()
        for at in (*self._rows.rows(words, prefix), *varied):
            if at >= self._items:
                yield at - self._items

    def _with_sound(self, word: str) -> Iterator[int]:
        for spelled in self._sounding.get(skeleton(word), ()):
            yield from self._named((spelled,), prefix=False)

    def _sounds_so(self, at: int, words: tuple[str, ...]) -> bool:
        sounds = tuple(map(skeleton, words))
        names = name_words(self.document.names[at]).sounds
        return any(next(places(sounds, False, one), -1) >= 0 for one in names)


_KEPT = 32
"""Documents that are kept read: those that answer at one key often do at the next."""
_READ: OrderedDict[int, Reading] = OrderedDict()
_LOCK = Lock()


def reading_of(document: Document) -> Reading:
    """A document's reading, that of a while ago where there is one."""
    key = id(document)  # of a document that is held here is the only one with it
    with _LOCK:
        found = _READ.get(key)
        if found is None:
            found = _READ[key] = Reading(document)
            if len(_READ) > _KEPT:
                _READ.popitem(last=False)
        else:
            _READ.move_to_end(key)
    return found


def forget_readings() -> None:
    """Keep none: nobody holds their documents any more."""
    with _LOCK:
        _READ.clear()


def having(rows: WordRows, leaf: Words | Phrase | Near, number: int) -> frozenset[int]:
    """The places of those of the first rows, so many of them, that have what is looked for."""
    if isinstance(leaf, Near):
        return _near(rows, leaf, number)
    found = [rows.rows(words, leaf.prefix) for words in _ways(leaf)]
    varied = [rows.varied(word, leaf.prefix) for word in _single(leaf)]
    return frozenset([at for some in (*found, *varied) for at in some if at < number])


def _near(rows: WordRows, leaf: Near, number: int) -> frozenset[int]:
    """Those that have all parts of `near`, near each other in one text."""
    each = [rows.rows(part.words, part.prefix).keys() for part in leaf.parts]
    all_parts = set(each[0]).intersection(*each[1:])
    return frozenset(
        at
        for at in all_parts
        if at < number and any(_is_near(leaf, words) for words in rows.row(at))
    )


def _is_near(leaf: Near, words: list[str]) -> bool:
    found = [list(places(part.words, part.prefix, words)) for part in leaf.parts]
    if not all(found):
        return False
    return bool(near_places(found, [len(part.words) for part in leaf.parts], leaf.distance))


def _segment(in_title: bool, offset: int, text: str) -> _Segment:
    tokens, variants = read_tokens(text)
    if offset:
        tokens = [one._replace(start=one.start + offset, end=one.end + offset) for one in tokens]
        variants = [
            one._replace(start=one.start + offset, end=one.end + offset) for one in variants
        ]
    return _Segment(in_title, tokens, [one.word for one in tokens], variants)


def _ways(leaf: Words | Phrase) -> tuple[tuple[str, ...], ...]:
    """The sequences of words of which any is enough."""
    also = leaf.also if isinstance(leaf, Words) else ()
    return (leaf.words, *((word,) for word in also))


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
