"""Documents as bytes: JSON, compressed with what the briefs of a library have in common."""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.packing import kinds_in, packed, rows_in, unpacked

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.search.documents import Document, Item

_LEVEL = 5
_OPTIONS: dict[int, int] = {
    zstd.CompressionParameter.compression_level: _LEVEL,
    zstd.CompressionParameter.checksum_flag: 1,
}
_LARGEST = 1 << 30
"""Bytes of a document: a brief and sources of 64 MiB each stay below."""
_SIZE = 4
"""Bytes that say how long what is known is."""
_MOST = 112 * 1024
"""Bytes of a dictionary: what the library advises, since each reader holds it."""
_SHARE = 4
"""One that is as large as all that it was made of would fit nothing else."""
_TRAINED = 0xEC30A437.to_bytes(4, "little")
"""What a dictionary begins with that is more than some text."""


class Plain(NamedTuple):
    """A document as bytes, its texts apart from what else is known of it."""

    texts: bytes
    known: bytes


def plain(document: Document) -> Plain:
    """A document as JSON, its texts apart."""
    texts, known = packed(document)
    return Plain(texts, json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode())


def words_of(documents: Iterable[Plain]) -> bytes:
    """A dictionary from a few plain documents: what they have in common, or some of each."""
    some = [_framed(one) for one in documents]
    size = min(_MOST, sum(map(len, some)) // _SHARE)
    try:
        return zstd.train_dict(some, size).dict_content
    except (zstd.ZstdError, ValueError):  # they are too few, or too short
        share = size // max(1, len(some))
        return b"".join(one[:share] for one in some)


def compressed(document: Plain, words: bytes) -> bytes:
    """A plain document in bytes with a checksum of their own, smaller."""
    made = zstd.ZstdCompressor(options=_OPTIONS, zstd_dict=_digested(words))
    return made.compress(_framed(document), made.FLUSH_FRAME)


def _framed(document: Plain) -> bytes:
    return b"".join((len(document.known).to_bytes(_SIZE), document.known, document.texts))


@lru_cache(maxsize=2)
def _dictionary(words: bytes) -> zstd.ZstdDict | None:
    """A dictionary of bytes that `words_of` made; ValueError where it did not."""
    if len(words) < 2 * len(_TRAINED):  # nothing was there to make one of
        return None
    return zstd.ZstdDict(words, is_raw=not words.startswith(_TRAINED))


def _digested(words: bytes) -> tuple[zstd.ZstdDict, int] | None:
    """A dictionary that is made ready once, and not for each document."""
    found = _dictionary(words)
    return found.as_digested_dict if found else None


def items_in(data: bytes, words: bytes, kind: str) -> list[Item]:
    """The items of one kind in compressed bytes; ValueError as below."""
    return [one for one in document_in(data, words).items if one.kind == kind]


class Texts:
    """The texts of a document without what else is known; ValueError as below."""

    def __init__(self, data: bytes, words: bytes) -> None:
        self._plain = _expanded(data, words)
        self._end = _SIZE + int.from_bytes(self._plain[:_SIZE])
        self.rows = rows_in(self._plain[self._end :])
        """Of each item, as `WordRows` takes them."""

    def kinds(self) -> list[str]:
        """Of each item."""
        try:
            return kinds_in(json.loads(self._plain[_SIZE : self._end]))
        except (TypeError, LookupError, RecursionError) as error:
            raise ValueError(str(error)) from None


def document_in(data: bytes, words: bytes) -> Document:
    """The document of compressed bytes; ValueError where they are not what was written."""
    try:
        plain = _expanded(data, words)
        end = _SIZE + int.from_bytes(plain[:_SIZE])
        document = unpacked(plain[end:], json.loads(plain[_SIZE:end]))
    except (TypeError, LookupError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not _is_below(document.path):
        raise ValueError("a path leads out of the library")
    return document


def _expanded(data: bytes, words: bytes) -> bytes:
    try:
        size = zstd.get_frame_info(data).decompressed_size
        if size is None or size > _LARGEST:  # before there is room for it
            raise ValueError("a document is larger than any brief")
        expanding = zstd.ZstdDecompressor(_dictionary(words))
        expanded = expanding.decompress(data, _LARGEST)
    except zstd.ZstdError as error:
        raise ValueError(str(error)) from None
    if not expanding.eof:
        raise ValueError("a document is cut short")
    if expanding.unused_data:
        raise ValueError("a document goes on after its end")
    return expanded


def _is_below(path: str) -> bool:
    """Whether a path from the library's folder stays in it."""
    return not path.startswith("/") and ".." not in path.split("/")
