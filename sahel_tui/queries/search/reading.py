"""Where the words of a query stand in the items of one document."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.documents import BLANK_LINE
from sahel_tui.queries.search.folded_rows import folded_rows
from sahel_tui.queries.search.plain_runs import in_a_row, plain_spans
from sahel_tui.queries.search.sequences import near_places, places
from sahel_tui.queries.search.syntax import Near, Words
from sahel_tui.queries.search.values import name_words
from sahel_tui.queries.search.words import ALONE, read_tokens, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.search.documents import Document, Item
    from sahel_tui.queries.search.syntax import Phrase
    from sahel_tui.queries.search.values import NameWords
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
        self._segments: dict[int, list[_Segment]] = {}

    @cached_property
    def _small(self) -> str:
        """All items in small letters, each a line: its title, a carriage return, its text."""
        items = self.document.items
        return "\n".join([f"{one.title}\r{one.text}".replace("\n", " ") for one in items]).lower()

    @cached_property
    def _rows(self) -> list[str]:
        return self._small.split("\n")

    @cached_property
    def _folded(self) -> list[str]:
        """Each item folded: where a word isn't in here, it isn't in the item."""
        return folded_rows(self._small, self._rows)

    @cached_property
    def _foreign(self) -> frozenset[int]:
        """The items that are not of Latin letters alone, which folding by itself can't exclude."""
        return frozenset(at for at, row in enumerate(self._folded) if not row.isascii())

    @cached_property
    def names(self) -> tuple[NameWords, ...]:
        return tuple(map(name_words, self.document.names))

    def spans(self, leaf: Words | Phrase | Near) -> dict[int, list[TextSpan]]:
        """The items whose own text has what is looked for, by their place, and where."""
        found = {}
        for at in self._candidates(leaf):
            spans = self._plain(at, leaf)
            if spans is None:
                spans = [span for one in self._read(at) for span in _find(one, leaf)]
            if spans:
                found[at] = spans
        return found

    def _plain(self, at: int, leaf: Words | Phrase | Near) -> list[TextSpan] | None:
        """Where a single word is, found without reading the item; None where it has to be read."""
        if isinstance(leaf, Near) or len(_ways(leaf)) > 1 or len(leaf.words) > 1:
            return None
        item, row = self.document.items[at], self._rows[at]
        text = len(item.title) + 1
        if at in self._foreign or len(row) != text + len(item.text):
            return None
        spans = plain_spans(leaf.words[0], leaf.prefix, row, self._folded[at])
        if spans is None:
            return None
        return [
            TextSpan(True, start, end) if end < text else TextSpan(False, start - text, end - text)
            for start, end in spans
        ]

    def _candidates(self, leaf: Words | Phrase | Near) -> list[int]:
        found = _rows_with(self._folded, _needed(leaf))
        if isinstance(leaf, Near) or len(_ways(leaf)) > 1 or len(leaf.words) < 2:
            return found
        pattern = in_a_row(leaf.words)
        return [at for at in found if at in self._foreign or pattern.search(self._folded[at])]

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
        if not prefix:
            return _sounding(self.names, words)
        maybe = _rows_with(self._folded_names, _written(words))
        names = self.document.names
        return [at for at in maybe if _spelled(name_words(names[at]), words)]

    @cached_property
    def _folded_names(self) -> list[str]:
        """All names of each, folded: where a word isn't in here, no name begins so."""
        rows = ["\r".join((one.id, *one.names)).replace("\n", " ") for one in self.document.names]
        small = "\n".join(rows).lower()
        return folded_rows(small, small.split("\n"))


_KEPT = 24
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


def _sounding(names: Sequence[NameWords], words: tuple[str, ...]) -> Iterator[int]:
    """The places of names that have words, as they sound."""
    sounds = tuple(map(skeleton, words))
    for at, name in enumerate(names):
        if name.sounding.issuperset(sounds) and (
            len(sounds) == 1 or any(next(places(sounds, False, o), -1) >= 0 for o in name.sounds)
        ):
            yield at


def _spelled(name: NameWords, words: tuple[str, ...]) -> bool:
    """Whether a name has words, the last of which is only how one begins."""
    if len(words) == 1:
        return any(word.startswith(words[0]) for word in name.spelled)
    return any(next(places(words, True, one), -1) >= 0 for one in name.names)


def _rows_with(rows: Sequence[str], ways: Iterable[tuple[str, ...]]) -> list[int]:
    """The folded rows that may have all words in one of several ways.

    Any that are not of Latin letters alone may, which folding by itself can't exclude.
    """
    maybe = {at for at, row in enumerate(rows) if not row.isascii()}
    for words in ways:
        left: Iterable[int] = range(len(rows))
        for word in words:
            left = [at for at in left if word in rows[at]]
        maybe.update(left)
    return sorted(maybe)


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


def _needed(leaf: Words | Phrase | Near) -> Iterator[tuple[str, ...]]:
    """Words of which all have to be in an item, in one of several ways."""
    if isinstance(leaf, Near):
        yield tuple(word for part in leaf.parts for word in part.words)
        return
    for words in _ways(leaf):
        yield from _written(words)


def _written(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Words, and a single one as it stands beside an article: `alqaida` in `al Qaida`."""
    yield words
    if len(words) == 1:
        yield from ((words[0].removeprefix(one),) for one in ALONE if words[0].startswith(one))


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
