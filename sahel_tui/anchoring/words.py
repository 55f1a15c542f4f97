"""The words of a text as names are compared: case, accents and apostrophes folded, places kept."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.anchoring.edges import is_western
from sahel_tui.anchoring.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

APOSTROPHES = frozenset("'’ʼ‘`´ʹʻʽʾʿˈ′＇ߴߵ")
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
# What of ASCII is in no word: all but letters, digits and the apostrophe.
_SIGNS = bytes(at for at in range(128) if not (chr(at).isalnum() or at == 0x27))
_CAPITALS = bytes(range(ord("A"), ord("Z") + 1))
_BLANKS = bytes.maketrans(_SIGNS + _CAPITALS, b" " * len(_SIGNS) + _CAPITALS.lower())
"""Small letters, since no word is told from another by its case."""
_ASCII = bytes(range(128))
_ANY = "surrogatepass"
"""Half a character is a sign."""
_FEW = 32
"""Signs that are blanked one by one."""
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
_UNSPACED = (
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
    folded: frozenset[str]
    """All forms of all words."""


class Words:
    """The words of a text in order; where each is, is found out when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = f" {_blanked(text)} "
        self._runs = self._text.split()
        # All that happens to every run happens in C.
        self._once = set(self._runs)
        plain = "'" not in self._text and self._text.isascii()
        odd = [] if plain else [run for run in self._once if "'" in run or not run.isascii()]
        self._odd = [(run, _RUNS[run]) for run in odd]
        """Those that may be read as something else than they are."""
        self._at: dict[int, int] = {}
        """Where runs begin, of those that are known."""
        self._words: list[tuple[int, Forms]] | None = None
        """Where and what each word is, where a run may be several, or none."""
        if any(len(taken.at) != 1 for _, taken in self._odd):
            self._words = list(self._each())

    def __len__(self) -> int:
        return len(self._runs if self._words is None else self._words)

    def forms(self, index: int) -> Forms:
        """What a word may be read as."""
        if self._words is not None:
            return self._words[index][1]
        return _RUNS[self._runs[index]].forms[0]

    def start(self, index: int) -> int:
        """Where a word begins."""
        if self._words is not None:
            return self._words[index][0]
        start = self._at.get(index)
        start = self._run_start(index) if start is None else start
        return start + _RUNS[self._runs[index]].at[0]

    def end(self, index: int) -> int:
        """Where the whole word ends."""
        return self.start(index) + self.forms(index)[0].end

    def having(self, wanted: Mapping[str, object]) -> list[int]:
        """The indices, in order, of the words that have one of some folded forms."""
        if self._words is not None:
            rows = enumerate(self._words)
            return [at for at, (_, forms) in rows if any(one.folded in wanted for one in forms)]
        runs = wanted.keys() & self._once
        runs.difference_update(run for run, _ in self._odd)
        runs.update(run for run, one in self._odd if not wanted.keys().isdisjoint(one.folded))
        found = list(compress(count(), map(runs.__contains__, self._runs))) if runs else []
        self._place(found)
        return found

    def _place(self, indices: list[int]) -> None:
        """Where the runs of these are that are, each of them, all of their kind."""
        start, text, runs = -1, self._text, self._runs
        for at in indices:
            start = self._at[at] = text.index(f" {runs[at]} ", start + 1)

    def _each(self) -> Iterator[tuple[int, Forms]]:
        for index, run in enumerate(self._runs):
            at, taken = self._run_start(index), _RUNS[run]
            yield from ((at + start, forms) for start, forms in zip(*taken[:2], strict=True))

    def _run_start(self, index: int) -> int:
        known = index
        while known >= 0 and known not in self._at:
            known -= 1
        start = self._at[known] if known >= 0 else -1
        for at in range(known + 1, index + 1):
            start = self._at[at] = self._next(at, start)
        return start

    def _next(self, index: int, after: int) -> int:
        """Where a run begins that is the first of its kind after an offset."""
        return self._text.index(f" {self._runs[index]} ", after + 1)


def _blanked(text: str) -> str:
    """A text in small letters, of which nothing is left but runs in which words are."""
    data = text.encode(errors=_ANY)
    if not text.isascii():
        strange = set(data.translate(None, _ASCII).decode(errors=_ANY))
        signs = [char for char in strange if _KINDS[char] == " "]
        if len(signs) > _FEW:
            data = text.translate(dict.fromkeys(map(ord, signs), " ")).encode()
        else:  # as in nearly every text
            for char in signs:
                data = data.replace(char.encode(errors=_ANY), b" ")
    return data.translate(_BLANKS).decode()


class _Kinds(dict[str, str]):
    """What each character is to _WORD; filled as characters are met."""

    def __missing__(self, char: str) -> str:
        if char in APOSTROPHES:
            kind = "a"
        elif char in _INVISIBLE:
            kind = "i"
        elif unicodedata.category(char).startswith("M"):
            kind = "m"
        elif not is_western(char) and _unspaced().match(char):
            kind = "u"
        else:
            kind = "w" if char.isalnum() else " "
        self[char] = kind
        return kind


@cache
def _unspaced() -> re.Pattern[str]:
    """Made when it is needed: it takes as long as reading a small brief."""
    return re.compile(_UNSPACED)


_KINDS = _Kinds()


def _take_apart(run: str) -> _Run:
    """The words of a run."""
    if run.isascii() and "'" not in run:
        return _Run((0,), ((Form(0, len(run), run),),), frozenset((run,)))
    kinds = "".join([_KINDS[char] for char in run])
    spans = [match.span() for match in _WORD.finditer(kinds)]
    forms = tuple(_forms(run[start:end]) for start, end in spans)
    folded = frozenset(one.folded for word in forms for one in word)
    return _Run(tuple(start for start, _ in spans), forms, folded)


_RUNS = Runs(_take_apart, most=32_768)
"""The briefs of a library have most in common."""


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
