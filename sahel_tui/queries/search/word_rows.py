"""The words of many texts at once, as `words.read_words` finds them in each, ready to look in.

All happens to the bytes of all texts together. What is more than letters of ASCII and Latin
letters with marks is read by `words`, run by run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from itertools import accumulate, repeat
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from sahel_tui.anchoring.runs import Runs
from sahel_tui.anchoring.words import APOSTROPHES
from sahel_tui.queries.search.words import ALONE, ARTICLES, MOST_JOINED, with_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROW, TITLE, PART = b"\xff", b"\xfd", b"\xfe"
"""What ends a row, its title, a part that no phrase leaves: bytes that no text in UTF-8 has."""
_MARKS = bytes(range(0xFD, 0x100))
_BLANK_LINE = b"\n\n"
_IN_TITLE = re.compile(rb"\n\n[^\xfd-\xff]*\xfd")
_TITLE = re.compile(rb"(?:^|\xff)[^\xfd\xff]*\xfd")
_ASCII = bytes(range(128)) + _MARKS
_INSIDE = b"-'`"
"""Signs of ASCII that words may have."""


def _letters() -> Iterator[int]:
    for byte in range(256):
        char = chr(byte).lower()
        kept = byte >= 128 or char.isalnum() or byte in _INSIDE
        yield ord(char) if byte < 128 and kept else byte if kept else 32


_SPACED = bytes(_letters())
"""Small letters; all signs of ASCII that part words are spaces."""
_SIGNS = (b"-", b"'", b"`")
_OTHER_SIGNS = frozenset("’‐‑")
_STRANGE_SIGNS = APOSTROPHES - {"’", "'", "`"}
_ARTICLES = tuple(b" %s " % one for one in sorted(article.encode() for article in ALONE))
_WORD_AFTER = re.compile(rb" +([a-z0-9\x80-\xfc]+)")


def _easy() -> Iterator[tuple[str, str]]:
    """Latin letters without their marks, and signs that part words."""
    for letter in map(chr, range(0xC0, 0x180)):
        plain = "".join(one for one in normalize("NFKD", letter) if not combining(one))
        if plain.isascii() and plain.isalpha():
            yield letter, plain.lower()
    yield from dict.fromkeys("\xa0«»“”–—…", " ").items()


EASY = dict(_easy())
_EASY = {letter: (letter.encode(), plain.encode()) for letter, plain in EASY.items()}

_Taken = tuple[bytes, tuple[bytes, ...]]
"""Words with spaces between, and variants."""


_NO_PARTS = frozenset((b"", *(one.encode() for one in ARTICLES)))


def _hyphenated(run: bytes) -> _Taken | None:
    """Plain words with hyphens between; None for what is anything else."""
    parts = run.split(b"-")
    whole = b"".join(parts)
    if not (whole.isascii() and whole.isalnum()) or not _NO_PARTS.isdisjoint(parts):
        return None
    joined = 1 < len(parts) <= MOST_JOINED and not whole.isdigit()
    return b" ".join(parts), (whole,) if joined else ()


def _read(run: bytes) -> _Taken:
    words, variants = with_articles(run.decode())
    return " ".join(words).encode(), tuple(one.encode() for one in variants)


_RUNS: Runs[bytes, _Taken] = Runs(
    lambda run: _hyphenated(run) or _read(run), most=10_000, longest=80
)


class WordRows:
    """Rows of words, each text's own."""

    def __init__(self, texts: bytes) -> None:
        """`texts`: rows in UTF-8 with the bytes above between and in them."""
        self._variants: list[tuple[bytes, int, bytes]] = []
        """Each, where it was found, and in what."""
        self._found: dict[tuple[tuple[str, ...], bool], dict[int, int]] = {}
        self._varied: dict[tuple[str, bool], list[int]] = {}
        self._text = self._spaced(texts)
        self._starts = _starts(self._text)

    def _spaced(self, texts: bytes) -> bytes:
        if _BLANK_LINE in texts:
            if _IN_TITLE.search(texts):
                texts = _TITLE.sub(lambda found: found.group().replace(b"\n", b" "), texts)
            texts = texts.replace(_BLANK_LINE, PART)
        text = texts.translate(_SPACED).replace(ROW, b" \xff ").replace(TITLE, b" \xfe ")
        text = b" " + text.replace(PART, b" \xfe ") + b" "
        strange = set(text.translate(None, _ASCII).decode())
        # `words` reads the runs that have a sign in them, and those of other letters.
        easy = strange & _EASY.keys() if strange.isdisjoint(_STRANGE_SIGNS) else set()
        first = strange & _OTHER_SIGNS if easy else strange
        text = self._taken_apart(text, (*_SIGNS, *(one.encode() for one in first)))
        for letter in easy:
            text = text.replace(*_EASY[letter])
        if left := strange - easy - first:
            text = self._taken_apart(text, [one.encode() for one in left])
        return self._without_articles(text)

    def _taken_apart(self, text: bytes, signs: Iterable[bytes]) -> bytes:
        """The text with the words of each run that has one of some signs in its place."""
        parts: list[bytes] = []
        done = 0
        for at in sorted(_places(text, signs)):
            if at < done:
                continue
            start, end = text.rfind(b" ", done, at) + 1 or done, text.find(b" ", at)
            words, variants = _RUNS[text[start:end]]
            parts += (text[done:start], words)
            for one in variants:
                self._variants.append((one, start, text))
            done = end
        if not parts:
            return text
        return b"".join((*parts, text[done:]))

    def _without_articles(self, text: bytes) -> bytes:
        """The text without articles that stand alone, each joined with the word after it."""
        found: list[tuple[int, int]] = []
        for article in _ARTICLES:
            for at in _places(text, (article,)):
                end = at + len(article) - 1
                if after := _WORD_AFTER.match(text, end):
                    self._variants.append((text[at + 1 : end] + after[1], at, text))
                    found.append((at, end))
        if not found:
            return text
        ends = (0, *(end for _, end in sorted(found)))
        starts = (*(at for at, _ in sorted(found)), None)
        return b"".join(text[a:b] for a, b in zip(ends, starts, strict=True))

    def row(self, at: int) -> list[list[str]]:
        """The words of a row, part by part."""
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
        row = self._text[self._starts[at] : end].replace(ROW, b"")
        return [[*filter(None, part.decode().split(" "))] for part in row.split(PART)]

    def rows(self, words: tuple[str, ...], prefix: bool) -> dict[int, int]:
        """The rows in which words stand one right after another, and how often they do.

        Words that overlap with themselves are counted as `re` finds them.
        """
        asked = (words, prefix)
        if asked not in self._found:
            self._found[asked] = self._looked_up(words, prefix)
        return self._found[asked]

    def _looked_up(self, words: tuple[str, ...], prefix: bool) -> dict[int, int]:
        starts = [found.start() for found in _pattern(words, prefix).finditer(self._text)]
        return Counter(map(bisect_right, repeat(self._starts[1:]), starts))

    def all(self, apart: str) -> tuple[str, list[str]]:
        """The words of all rows, with a sign between the parts that no phrase leaves; variants."""
        text = self._text.replace(b" \xff  \xfe ", b" \xff ")  # no title
        sign = f" {apart} ".encode()
        text = text.replace(b" \xfe ", sign).replace(b" \xff ", sign)
        return text.decode(), [one.decode() for one, _, _ in self._variants]

    def words(self, first: int) -> set[str]:
        """Each word of the rows from one on, and each variant of any."""
        found = {one for one, _, _ in self._variants}
        if first < len(self._starts):
            found.update(self._text[self._starts[first] :].split())
        return {one.decode() for one in found.difference((PART, ROW))}

    def variants(self) -> dict[int, list[str]]:
        """The variants of each row that has any."""
        found: dict[int, list[str]] = {}
        for one, at, text in self._variants:
            found.setdefault(text.count(ROW, 0, at), []).append(one.decode())
        return found

    def varied(self, word: str, prefix: bool) -> list[int]:
        """The rows that have a variant."""
        asked = (word, prefix)
        if asked not in self._varied:
            self._varied[asked] = self._rows_varied(word, prefix)
        return self._varied[asked]

    def _rows_varied(self, word: str, prefix: bool) -> list[int]:
        wanted = word.encode(errors="replace")
        if prefix:
            found = [one for one in self._variants if one[0].startswith(wanted)]
        else:
            found = [one for one in self._variants if one[0] == wanted]
        return [text.count(ROW, 0, at) for _, at, text in found]


def _places(text: bytes, signs: Iterable[bytes]) -> Iterator[int]:
    """Where any of some signs is."""
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            yield at
            at = text.find(sign, at + 1)


def _starts(text: bytes) -> list[int]:
    """Where each row begins."""
    return [0, *accumulate([len(row) + 1 for row in text.split(ROW)])][:-1]


@lru_cache(maxsize=200)
def _pattern(words: tuple[str, ...], prefix: bool) -> re.Pattern[bytes]:
    some = (re.escape(word.encode(errors="replace")) for word in words)
    return re.compile(b" " + b" +".join(some) + (b"" if prefix else b"(?= )"))
