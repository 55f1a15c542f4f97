"""The words of a text as names are compared: case, accents and apostrophes folded, places kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, chain, compress, count
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

APOSTROPHES = frozenset("'’ʼ‘`´ʹʻʽʾʿˈ′＇ߴߵ")
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
# Runs in which words are: all but white space and the signs of ASCII, the apostrophe aside.
_RUN = re.compile(r"([^\s\x00-\x26\x28-\x2f:-@\[-`{-\x7f]+)")
# Letters that no decomposition takes apart, as they are typed on a keyboard without them.
_LETTERS = str.maketrans(
    {
        **dict(zip("ØøŁłĐđĦħıɓƁɗƊƙƘƴƳɛƐɔƆŋŊɲƝ", "OoLlDdHhibBdDkKyYeEoOnNnN", strict=True)),
        "Æ": "AE",
        "æ": "ae",
        "Œ": "OE",
        "œ": "oe",
        "\u0640": "",
    }
)
_ELISIONS = frozenset(("l", "d", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))
"""French words that lose their vowel before a name."""
# Scripts written without spaces: ideographs, Hiragana, Bopomofo, Thai, Lao, Myanmar, Khmer, Yi.
# A run of Katakana is one word, since it is how a foreign name is set off.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u3105-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\uf900-\ufaff\U00020000-\U0003ffff]"
)


# A word by the kinds of its characters: one letter of an unspaced script with its marks, or a run
# of letters, with apostrophes and invisible characters where a letter follows.
_WORD = re.compile("um*|w(?:[wm]|[ai]+(?=w))*")
_POSSESSIVE = re.compile(rf"[{''.join(APOSTROPHES)}][sS]\Z")
_ELISION = re.compile(rf"[^\W\d_]+[{''.join(APOSTROPHES)}](?=\w)")


class Form(NamedTuple):
    """A word as a name may have it; offsets count from where the word begins."""

    start: int
    end: int
    folded: str


Forms = tuple[Form, ...]
"""The whole word first; then without an elided article (`l'Algérie`), without a possessive
(`Mali's`), and without both, where it has them."""


class _Run(NamedTuple):
    """A run taken apart."""

    at: tuple[int, ...]
    """Where in it its words begin."""
    forms: tuple[Forms, ...]
    """Of each word."""
    whole: tuple[str, ...]
    """Each word in its first form."""


_AT, _FORMS, _WHOLE = itemgetter(0), itemgetter(1), itemgetter(2)
_ONE = (0,)
"""Where the words of a run begin that is one word."""


class Words:
    """The words of a text in order."""

    def __init__(self, text: str) -> None:
        # All that happens to every run happens in C.
        parts = _RUN.split(text)
        runs = list(map(_take_apart, parts[1::2]))
        self.starts = list(accumulate(map(len, parts)))[0:-1:2]
        if any(map(_ONE.__ne__, map(_AT, runs))):
            rows = zip(self.starts, runs, strict=True)
            self.starts = [at + start for at, run in rows for start in run[0]]
        self.forms = list(chain.from_iterable(map(_FORMS, runs)))
        self._whole = list(chain.from_iterable(map(_WHOLE, runs)))
        self._several = list(compress(count(), map((1).__lt__, map(len, self.forms))))

    def having(self, wanted: Container[str]) -> list[int]:
        """The indices, in order, of the words that have one of some folded forms."""
        found = list(compress(count(), map(wanted.__contains__, self._whole)))
        others = [
            at for at in self._several if any(form.folded in wanted for form in self.forms[at][1:])
        ]
        return sorted({*found, *others}) if others else found

    def start(self, index: int) -> int:
        return self.starts[index]

    def end(self, index: int) -> int:
        return self.starts[index] + self.forms[index][0].end


class _Kinds(dict[str, str]):
    """What each character is to _WORD; filled as characters are met."""

    def __missing__(self, char: str) -> str:
        if char in APOSTROPHES:
            kind = "a"
        elif char in _INVISIBLE:
            kind = "i"
        elif unicodedata.category(char).startswith("M"):
            kind = "m"
        elif _UNSPACED.match(char):
            kind = "u"
        else:
            kind = "w" if char.isalnum() else " "
        self[char] = kind
        return kind


_KINDS = _Kinds()


@lru_cache(maxsize=32_768)  # the briefs of a library have most of their words in common
def _take_apart(run: str) -> _Run:
    """The words of a run."""
    if run.isascii() and "'" not in run:
        folded = run.lower()
        return _Run(_ONE, ((Form(0, len(run), folded),),), (folded,))
    kinds = "".join([_KINDS[char] for char in run])
    spans = [match.span() for match in _WORD.finditer(kinds)]
    forms = tuple(_forms(run[start:end]) for start, end in spans)
    return _Run(tuple(start for start, _ in spans), forms, tuple(one[0].folded for one in forms))


@lru_cache(maxsize=20_000)
def _forms(word: str) -> Forms:
    starts, ends = [0], [len(word)]
    elision, possessive = _ELISION.match(word), _POSSESSIVE.search(word)
    if elision and fold_word(elision.group()) in _ELISIONS:
        starts.append(elision.end())
    if possessive and possessive.start() > starts[-1]:
        ends.append(possessive.start())
    return tuple(Form(a, b, fold_word(word[a:b])) for b in ends for a in starts)


def plain_word(word: str) -> str:
    """A word without accents, apostrophes and invisible characters, in its own case."""
    if word.isascii():
        return word.replace("'", "")
    kept = (
        char
        for char in unicodedata.normalize("NFKD", word)
        if not _is_accent(char) and char not in APOSTROPHES and char not in _INVISIBLE
    )
    return "".join(kept).translate(_LETTERS)


def fold_word(word: str) -> str:
    """A word as it is compared."""
    return plain_word(word).casefold()


def _is_accent(char: str) -> bool:
    """A mark that a name may be written without; not a vowel sign or virama of Indic scripts."""
    place = unicodedata.combining(char)
    return place == 1 or 10 <= place <= 36 or place >= 200
