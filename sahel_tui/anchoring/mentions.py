"""Where a text mentions actors and places: their names and aliases, as whole words.

Case, accents and apostrophes don't count, and a hyphen is a space; other signs do (`C++`, `$1`), a
last full stop aside; an acronym (`JNIM`) has to stand
in its own case. A name is found before a possessive (`Mali's`), after an elided article
(`l'Algérie`), and as a part of a hyphenated compound (`Mali-based`, `pro-Russian`), but never
inside a longer word (`Malian`) or a longer name that is looked for too, nor across a blank line. In
scripts without spaces (Chinese, Japanese but for Katakana, Thai, Lao, Khmer, Myanmar) a name is
found wherever its characters stand, and so is one of signs alone (`🚀`). Arabic and Korean words
count as they are written, with what is attached to them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from sahel_tui.anchoring.sign_names import sign_pattern, sign_spans
from sahel_tui.anchoring.words import APOSTROPHES, Words, plain_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.anchoring.words import Form

Key = TypeVar("Key", bound=Hashable)

# What doesn't count in a name: spaces, hyphens, apostrophes and what is not seen.
_ASIDE = re.compile(rf"[\s\u00ad\u200b-\u200f\u2060\ufeff‐‑‒–{''.join(sorted(APOSTROPHES))}-]+")
_BREAK = re.compile(r"\n\s*\n|[\u2029\x0c]")


Gaps = tuple[str | None, ...]


class Mention(NamedTuple, Generic[Key]):
    """One mention: its place in the text, and whose name it is."""

    start: int
    end: int
    key: Key


class _Name(NamedTuple):
    """A name that is looked for."""

    folded: tuple[str, ...]
    """Its words."""
    gaps: Gaps
    """What stands between its words, spaces, hyphens and apostrophes aside."""
    head: str
    """What stands before its first word: the sign of `$1`."""
    tail: str
    """What follows its last word, a last full stop aside: the signs of `C++`."""
    stop: str
    """The last full stop of `U.S.`, which a text may leave out."""
    plain: str | None
    """Its words in their own case, if it is an acronym."""


class NameFinder(Generic[Key]):
    """Names to look for in any number of texts."""

    def __init__(self, names: Iterable[tuple[Key, str, bool]]) -> None:
        """`names`: whose name, the name, and whether it is an acronym; one in capitals is."""
        self._names: defaultdict[tuple[str, ...], list[tuple[Key, _Name]]] = defaultdict(list)
        self._signs: list[tuple[Key, re.Pattern[str]]] = []
        sizes: defaultdict[str, set[int]] = defaultdict(set)
        for key, text, acronym in names:
            if name := _read_name(text, acronym):
                self._names[name.folded].append((key, name))
                sizes[name.folded[0]].add(len(name.folded))
            elif _ASIDE.sub("", text) and (signs := sign_pattern(text)):
                self._signs.append((key, signs))
        self._sizes = {word: sorted(lengths, reverse=True) for word, lengths in sizes.items()}

    def find(self, text: str, words: Words | None = None) -> list[Mention[Key]]:
        """All mentions in text order; one inside a longer one doesn't count.

        `words` are the text's, where several look through it.
        """
        words = words or Words(text)
        found: list[Mention[Key]] = []
        for at in words.having(self._sizes):
            found += self._find_at(text, words, at)
        for key, signs in self._signs:
            found += [Mention(*span, key) for span in sign_spans(signs, text)]
        return list(_outermost(found))

    def _find_at(self, text: str, words: Words, at: int) -> list[Mention[Key]]:
        """The longest mentions that begin with each form of the word `at`."""
        found: list[Mention[Key]] = []
        for form in words.forms(at):
            for size in self._sizes.get(form.folded, ()):
                if longest := self._mentions(text, words, at, form, size):
                    found += longest
                    break
        return found

    def _mentions(
        self, text: str, words: Words, at: int, form: Form, size: int
    ) -> list[Mention[Key]]:
        """The mentions of `size` words, of which `form` is the first."""
        found: list[Mention[Key]] = []
        for last, folded in _runs(words, at, form, size):
            if names := self._names.get(folded):
                start = words.start(at) + form.start
                end = words.start(at + size - 1) + last.end
                gaps = _gaps(text, words, range(at, at + size))
                found += _as_named(names, text, start, end, gaps)
        return found


def _as_named(
    names: Iterable[tuple[Key, _Name]], text: str, start: int, end: int, gaps: Gaps
) -> Iterator[Mention[Key]]:
    """The mentions of those names whose signs stand between and beside their words as well."""
    for key, name in names:
        if (
            name.gaps == gaps
            and (name.plain is None or name.plain == plain_word(text[start:end]))
            and (not name.head or text.endswith(name.head, 0, start))
            and (not name.tail or text.startswith(name.tail, end))
        ):
            stop = end + len(name.tail)
            stop += len(name.stop) if name.stop and text.startswith(name.stop, stop) else 0
            yield Mention(start - len(name.head), stop, key)


def _runs(words: Words, at: int, form: Form, size: int) -> Sequence[tuple[Form, tuple[str, ...]]]:
    """The runs of `size` words from `form` on, by their last, with and without a possessive."""
    if size == 1:
        return ((form, (form.folded,)),)
    last = at + size - 1
    if last >= len(words) or form.end != words.forms(at)[0].end:
        return ()
    before = (form.folded, *[words.forms(one)[0].folded for one in range(at + 1, last)])
    return [(end, (*before, end.folded)) for end in words.forms(last) if end.start == 0]


def is_acronym(name: str) -> bool:
    """Whether a name is one word in capitals, such as `JNIM`, `M23` or `M5-RFP`."""
    return len(name) > 1 and name.isupper() and not any(char.isspace() for char in name)


@lru_cache(maxsize=8_192)  # the briefs of a library share their actors and places
def _read_name(name: str, acronym: bool) -> _Name | None:
    """A name as it is looked for; None if it has no words."""
    words = Words(name)
    if not len(words):
        return None
    last = len(words) - 1
    own_case = plain_word(name[words.start(0) : words.end(last)])
    head, tail = _inner(name[: words.start(0)][::-1])[::-1], _inner(name[words.end(last) :])
    return _Name(
        tuple(words.forms(at)[0].folded for at in range(last + 1)),
        _gaps(name, words, range(last + 1)),
        head=head,
        tail=tail.removesuffix("."),
        stop="." if tail.endswith(".") else "",
        plain=own_case if acronym or is_acronym(name) else None,
    )


def _inner(edge: str) -> str:
    """What stands beside a name's words, up to the last sign that counts."""
    ends = [match.start() for match in _ASIDE.finditer(edge) if match.end() == len(edge)]
    return edge[: ends[0]] if ends else edge


def _gaps(text: str, words: Words, where: range) -> Gaps:
    """What stands between words, but for what is aside; None for what no name goes across."""
    if len(where) == 1:
        return ()
    return tuple([_gap(text[words.end(at) : words.start(at + 1)]) for at in where[:-1]])


def _gap(between: str) -> str | None:
    if between == " ":
        return ""
    return None if _BREAK.search(between) else _ASIDE.sub("", between)


def _outermost(mentions: list[Mention[Key]]) -> Iterator[Mention[Key]]:
    """The mentions that are not inside a longer one, each once."""
    furthest, longest, seen = 0, (0, 0), set[Mention[Key]]()
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        span = mention.start, mention.end
        if (mention.end > furthest or span == longest) and mention not in seen:
            yield mention
            seen.add(mention)
            if span != longest:
                furthest, longest = mention.end, span
