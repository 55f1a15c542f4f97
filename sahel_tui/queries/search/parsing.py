"""From a query's text to its tree. Nothing raises, and what is half typed is read as it stands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.queries.search.conditions import Conditions
from sahel_tui.queries.search.lexing import pieces
from sahel_tui.queries.search.syntax import And, Not, Or, Query, Words

if TYPE_CHECKING:
    from sahel_tui.queries.search.lexing import Piece
    from sahel_tui.queries.search.syntax import Node

_DEEPEST = 20
"""Brackets within brackets that are read: an engine has its limits, and no one needs more."""

_MOST = 500
"""Pieces that are read: an answer is to come while somebody waits for it."""


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query; `typing`: its last word is only the beginning of one."""
    return _Parser(text, typing).query()


class _Parser:
    """Reads one query, from left to right."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text = text
        self._pieces = list(islice(pieces(text), _MOST + 1))
        self._at = 0
        self._depth = 0
        self._conditions = Conditions(text, typing)
        self._problem = self._conditions.problem
        if len(self._pieces) > _MOST:
            first_left_out = self._pieces.pop()
            hint = "ask in several queries"
            self._problem(first_left_out, f"a query has {_MOST} words and signs at most", hint)

    def query(self) -> Query:
        parts: list[Node] = []
        while self._at < len(self._pieces):
            if (node := self._any()) is not None:
                parts.append(node)
            if self._next(")"):
                piece = self._take()
                self._problem(piece, "this bracket closes none", "remove it")
        tree = _joined(And, parts)
        if tree is None:
            self._conditions.nothing_asked()
        problems = tuple(sorted(self._conditions.problems))
        return Query(self._text, tree, problems, self._conditions.sort)

    def _next(self, *kinds: str) -> bool:
        return self._at < len(self._pieces) and self._pieces[self._at].kind in kinds

    def _take(self) -> Piece:
        self._at += 1
        return self._pieces[self._at - 1]

    def _any(self) -> Node | None:
        """What `or` joins."""
        parts: list[Node] = []
        while True:
            if (node := self._all()) is not None:
                parts.append(node)
            if not self._next("or"):
                return _joined(Or, parts)
            self._take()

    def _all(self) -> Node | None:
        """What stands side by side."""
        parts: list[Node] = []
        while self._at < len(self._pieces) and not self._next("or", ")"):
            if self._next("and") or self._is_article():
                self._take()
            elif (node := self._one()) is not None:
                parts.append(node)
        return _joined(And, parts)

    def _is_article(self) -> bool:
        """Whether an Arabic article stands before its word: `al qaeda`."""
        pair = self._pieces[self._at : self._at + 2]
        return [piece.kind for piece in pair] == ["word", "word"] and Conditions.is_article(pair[0])

    def _one(self) -> Node | None:
        minus: Piece | None = None
        negated = False
        while self._next("not"):
            minus = minus or self._pieces[self._at]
            self._take()
            negated = not negated
        node = None if self._at == len(self._pieces) else self._positive()
        if node is None or minus is None or not negated:
            return node
        return Not(node, (minus.start, node.extent[1]))

    def _positive(self) -> Node | None:
        if self._next("or", ")", "and"):
            return None
        if self._next("("):
            return self._group()
        before = self._pieces[self._at - 1] if self._at else None
        piece = self._take()
        node = self._conditions.node(piece)
        if isinstance(node, Words) and before is not None and Conditions.is_article(before):
            joined = before.value.casefold() + node.words[0]
            return node._replace(also=(*node.also, joined)) if len(node.words) == 1 else node
        return node

    def _group(self) -> Node | None:
        opening = self._take()
        if self._depth == _DEEPEST:
            hint = "write it with fewer brackets"
            self._problem(opening, f"more than {_DEEPEST} brackets are open", hint)
            return None
        self._depth += 1
        node = self._any()
        self._depth -= 1
        end = self._take().end if self._next(")") else len(self._text)
        if isinstance(node, And | Or):
            return node._replace(extent=(opening.start, end))
        return node


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    """Parts as one node; those that are of its kind come apart."""
    if len(parts) < 2:
        return parts[0] if parts else None
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(flat), (parts[0].extent[0], parts[-1].extent[1]))
