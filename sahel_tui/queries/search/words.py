"""The words of a text as they are searched: folded, and each with its place in the text.

Letters fold as names do (`anchoring.words`). Hyphens part words; an elided article (`l'Azawad`), a
possessive (`Mali's`) and an Arabic article (`al-Qaida`) are no part of a word. What a reader might
write as one word (`counterterrorism` for `counter-terrorism`, `alqaida`, `divoire`) is a variant:
a word of its own beside the others. In scripts without spaces each letter is a word.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, compress, count, repeat
from operator import and_, itemgetter, not_
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.anchoring.runs import Runs
from sahel_tui.anchoring.words import APOSTROPHES, Words
from sahel_tui.queries.search.skeletons import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ALONE", "ARTICLES", "Token", "read_tokens", "read_words", "skeleton", "tokens"]

# A run is what stands between white space and the signs of ASCII but for those inside of words.
_RUN = re.compile(r"[^\s\x00-\x26\x28-\x2c\x2e\x2f:-@\[-_{-\x7f]+")
_SPLIT = re.compile(f"({_RUN.pattern})")
# The same signs of ASCII as bytes: to blank them is ten times as fast as to look for runs.
_SIGNS = bytes(at for at in range(128) if not (chr(at).isalnum() or chr(at) in "'-`"))
_BLANKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
ARTICLES = frozenset(("al", "ad", "an", "ar", "as", "at", "az", "ash", "el", "wal"))
"""Of Arabic, as they are transliterated."""
ALONE = frozenset(("al", "el", "wal"))
"""Those that are no words of English, and so are articles before a space too."""
_HYPHENS = frozenset("-‐‑")
_APOSTROPHE = f"[{''.join(sorted(APOSTROPHES))}]"
_ATTACHED = re.compile(rf"(?:{'|'.join(sorted(ARTICLES))}){_APOSTROPHE}(?=\w)", re.IGNORECASE)
_LONGER = ("İ", "I")
"""The one letter of which the small form has two characters."""
MOST_JOINED = 4
_ANY = "surrogatepass"
"""A query may have come from a terminal that sent no UTF-8."""


class Token(NamedTuple):
    """A word, folded, and where in the text it is."""

    word: str
    start: int
    end: int


class _Taken(NamedTuple):
    """A run taken apart; offsets count from where it begins."""

    words: tuple[Token, ...]
    variants: tuple[Token, ...]


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in its order."""
    return tuple(read_tokens(text)[0])


def read_tokens(text: str) -> tuple[list[Token], list[Token]]:
    """The words of a text, and their variants."""
    parts = _SPLIT.split(text.replace(*_LONGER).lower())
    ends = list(accumulate(map(len, parts)))
    runs, starts = parts[1::2], ends[0::2]
    # All that happens to every run happens in C.
    rows = zip(runs, starts, ends[1::2], strict=False)
    found: list[Token] = list(map(tuple.__new__, repeat(Token), rows))
    variants: list[Token] = []
    for index in reversed(_odd(runs)):
        taken, at = _RUNS[runs[index]], starts[index]
        found[index : index + 1] = [Token(w, at + a, at + b) for w, a, b in taken.words]
        variants += [Token(w, at + a, at + b) for w, a, b in taken.variants]
    if ALONE.isdisjoint(map(itemgetter(0), found)):
        return found, variants
    kept, more = _without_articles(found)
    return kept, variants + more


def read_words(text: str) -> tuple[list[str], list[str]]:
    """The words of `read_tokens` without their places, in half the time."""
    found, variants = with_articles(text)
    alone = [at for at in compress(count(), map(ALONE.__contains__, found)) if at + 1 < len(found)]
    variants += [found[at] + found[at + 1] for at in alone]
    for at in reversed(alone):
        del found[at]
    return found, variants


def with_articles(text: str) -> tuple[list[str], list[str]]:
    """The same with the articles that stand alone."""
    found = _runs(text.replace(*_LONGER).lower())
    variants: list[str] = []
    for index in reversed(_odd(found)):
        taken = _RUNS[found[index]]
        found[index : index + 1] = [token.word for token in taken.words]
        variants += [token.word for token in taken.variants]
    return found, variants


def _runs(text: str) -> list[str]:
    """What _RUN finds in a text, in a third of the time."""
    return text.encode(errors=_ANY).translate(_BLANKS).decode(errors=_ANY).split()


def _odd(runs: list[str]) -> list[int]:
    """The indices of the runs that are more than small letters and digits of ASCII."""
    all_of_them = "".join(runs)
    ascii_alone = all_of_them.isascii()
    if ascii_alone and all_of_them.isalnum():
        return []
    plain = map(str.isalnum, runs)
    if not ascii_alone:
        plain = map(and_, plain, map(str.isascii, runs))
    return list(compress(count(), map(not_, plain)))


def _without_articles(found: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words without the articles that stand alone, and each joined with what follows it."""
    kept: list[Token] = []
    joined: list[Token] = []
    for at, token in enumerate(found):
        if token.word in ALONE and at + 1 < len(found):
            after = found[at + 1]
            joined.append(Token(token.word + after.word, token.start, after.end))
        else:
            kept.append(token)
    return kept, joined


def _take_apart(run: str) -> _Taken:
    run = run.replace("`", "'")
    whole = list(_whole_words(run))
    words: list[Token] = []
    variants: list[Token] = []
    for at, (full, kept) in enumerate(whole):
        attached = at + 1 < len(whole) and _hyphenated(run, full, whole[at + 1][0])
        if not (attached and kept.word in ARTICLES):
            words.append(kept)
        if kept.word != full.word:
            variants.append(full)
    variants += _joined(run, [full for full, _ in whole])
    return _Taken(tuple(words), tuple(variants))


_RUNS = Runs(_take_apart, most=10_000, longest=40)
"""Of what is more than letters of ASCII."""


def _whole_words(run: str) -> Iterator[tuple[Token, Token]]:
    """Each word as it stands, and without what is elided, possessive or an attached article."""
    words = Words(run)
    for at in range(len(words)):
        start, forms = words.start(at), words.forms(at)
        full, kept = (
            Token(_letters(form.folded), start + form.start, start + form.end)
            for form in (forms[0], forms[-1])
        )
        article = _ATTACHED.match(run, kept.start, kept.end)
        if article:
            rest = Words(run[article.end() : kept.end])
            if len(rest) == 1 and (word := _letters(rest.forms(0)[-1].folded)):
                kept = Token(word, article.end(), article.end() + rest.forms(0)[-1].end)
        if kept.word:
            yield full, kept


def _letters(folded: str) -> str:
    """Without the signs that a decomposition brings: `⒈` is 1 and a full stop."""
    if folded.isalnum():
        return folded
    return "".join(c for c in folded if c.isalnum() or unicodedata.category(c)[0] == "M")


def _hyphenated(run: str, one: Token, other: Token) -> bool:
    return other.start - one.end == 1 and run[one.end] in _HYPHENS


def _joined(run: str, words: list[Token]) -> Iterator[Token]:
    """Hyphenated words as one, but for numbers: `2023-09` is not 202309."""
    chain: list[Token] = []
    for token in words:
        if chain and not _hyphenated(run, chain[-1], token):
            yield from _as_one(chain)
            chain = []
        chain.append(token)
    yield from _as_one(chain)


def _as_one(chain: list[Token]) -> Iterator[Token]:
    word = "".join(token.word for token in chain)
    if 1 < len(chain) <= MOST_JOINED and not word.isdigit():
        yield Token(word, chain[0].start, chain[-1].end)
