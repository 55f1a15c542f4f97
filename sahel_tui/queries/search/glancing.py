"""Whether a brief answers, told by the texts of its items alone, where nothing else matters.

It is for a brief that an expression has found (`expressions.py`): nothing is looked for but what
the expression could not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sahel_tui.queries.search.expressions import any_of, expression, phrase, sounds
from sahel_tui.queries.search.fields import KINDS
from sahel_tui.queries.search.plain_rows import plain_pattern
from sahel_tui.queries.search.reading import having
from sahel_tui.queries.search.syntax import And, Field, Near, Or, Phrase, Words
from sahel_tui.queries.search.terms import SOUND, SPELLED
from sahel_tui.queries.search.where import restricts
from sahel_tui.queries.search.word_rows import ROW, WordRows

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sahel_tui.queries.search.syntax import Node

_Text: TypeAlias = Words | Phrase | Near


class Glance:
    """Looks for texts, each of which some item has; where there are kinds, one item all of them."""

    def __init__(self, texts: Sequence[_Text], kinds: frozenset[str]) -> None:
        """`kinds`: of which the item is to be; empty for any."""
        self._kinds = kinds
        self._wanted = [_Together(texts)] if kinds else [_Together((one,)) for one in texts]
        self.named = any_of(names) if (names := [*_names(texts)]) else ""
        """What finds the briefs in which a name may be what is looked for, if any does."""

    def sees(self, rows: Sequence[bytes], kinds: Callable[[], Sequence[str]]) -> bool:
        """Whether items have it, by their texts as `WordRows` takes them, and by their kinds."""
        if self._kinds:
            pairs = zip(rows, kinds(), strict=True)
            rows = [row for row, kind in pairs if kind in self._kinds]
        return bool(rows) and all(one.is_in(rows) for one in self._wanted)


class _Together:
    """Texts that one item is to have."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts
        self._words = [word.encode(errors="replace") for one in texts for word in _words(one)]
        patterns = [plain_pattern(one) for one in texts]
        self._plain = [one for one in patterns if one] if all(patterns) else []

    def is_in(self, rows: Sequence[bytes]) -> bool:
        """Whether one of the rows has all of them."""
        whole = ROW.join(rows)
        small = whole.lower()
        if all(word in small for word in self._words):
            # Mostly some row has them as they are asked for, and no other has to be read.
            if self._plain and _has_all(small, self._plain):
                return True
            for row in small.split(ROW):
                if all(word in row for word in self._words) and self._is_in(row, 1):
                    return True
        return self._is_in(whole, len(rows))

    def _is_in(self, rows: bytes, number: int) -> bool:
        read = WordRows(rows)
        found = [having(read, one, number) for one in self._texts]
        return bool(found[0].intersection(*found[1:]))


def _has_all(rows: bytes, patterns: Sequence[re.Pattern[bytes]]) -> bool:
    """Whether one of some rows has all of some patterns."""
    first, *others = patterns
    if not others:
        return first.search(rows) is not None
    return any(all(one.search(row) for one in patterns) for row in rows.split(ROW))


def glance_of(tree: Node | None) -> Glance | None:
    """What to look for; None where texts alone can't tell."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    kinds = [found for one in parts if (found := _kinds(one)) is not None]
    texts = [one for one in parts if isinstance(one, Words | Phrase | Near)]
    if kinds:
        wanted = frozenset(KINDS).intersection(*kinds)
        others = len(kinds) + len(texts) < len(parts)
        return Glance(texts, wanted) if wanted and texts and not others else None
    if tree is None or restricts(tree):
        return None
    near = [one for one in texts if isinstance(one, Near)]
    rest = [one for one in parts if not isinstance(one, Near)]
    told = all(one is not None and expression(one)[1] for one in rest)
    return Glance(near, frozenset()) if near and told else None


def _kinds(node: Node | None) -> frozenset[str] | None:
    """The kinds that a condition lets through; None where it is not on kinds alone."""
    if isinstance(node, Or):
        each = [found for one in node.parts if (found := _kinds(one)) is not None]
        return frozenset().union(*each) if len(each) == len(node.parts) else None
    if not (isinstance(node, Field) and node.name == "kind"):
        return None
    wanted = "".join(node.words)
    return frozenset(
        kind for kind in KINDS if (kind.startswith(wanted) if node.prefix else kind == wanted)
    )


def _words(text: _Text) -> Iterable[str]:
    if isinstance(text, Near):
        return [word for part in text.parts for word in part.words]
    return text.words


def _names(texts: Iterable[_Text]) -> Iterator[str]:
    """Expressions of names that have a text: an item that mentions such a one has it too."""
    for text in texts:
        if isinstance(text, Near):
            continue
        ways = [text.words, *((word,) for word in (text.also if isinstance(text, Words) else ()))]
        for words in ways:
            if text.prefix:
                yield from (phrase((sign + words[-1],), prefix=True) for sign in SPELLED.values())
            else:
                yield from (sounds(sign, words) for sign in SOUND.values())
