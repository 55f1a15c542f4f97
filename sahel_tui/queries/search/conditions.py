"""One condition of a query: a word, a phrase, words near each other, a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sahel_tui.anchoring.words import APOSTROPHES
from sahel_tui.queries.search.fields import DATES, FIELDS, VALUES, known_value
from sahel_tui.queries.search.lexing import QUOTES
from sahel_tui.queries.search.spelling import distance
from sahel_tui.queries.search.syntax import Field, Near, Or, Phrase, QueryProblem, Words
from sahel_tui.queries.search.words import ARTICLES, read_words

if TYPE_CHECKING:
    from sahel_tui.queries.search.lexing import Piece
    from sahel_tui.queries.search.syntax import Node

DISTANCE = 10
"""Words between those of `near`, where it doesn't say."""
_DISTANCE = re.compile(r",\s*(\d*)\s*\Z")
_MOST_BETWEEN = 1000
_MOST_NEAR = 50
_STAR_WITHIN = re.compile(r"\w\*+\w")
_MISPLACED_STAR = "a * can only end a word", "write how the word begins, then *: ambush*"
_UNSAID = "signs alone are not searched"
_BEGINNINGS = f" -−{''.join(sorted(APOSTROPHES))}"
"""Signs that a word may be typed after."""
_ARGUMENT = re.compile(rf"[{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]?|[^\s{QUOTES},]+")


class Conditions:
    """Reads the conditions of one query, and keeps what is wrong with them."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text = text
        self._typing = typing
        self.problems: list[QueryProblem] = []
        self.sort = ""
        self._signs: Piece | None = None
        """The first that has signs alone."""

    def problem(self, piece: Piece, message: str, hint: str) -> None:
        self.problems.append(QueryProblem(piece.start, piece.end, message, hint))

    @staticmethod
    def is_article(piece: Piece) -> bool:
        """Whether a word could be an Arabic article that its word follows."""
        return piece.kind == "word" and not piece.star and piece.value.casefold() in ARTICLES

    def nothing_asked(self) -> None:
        """That no condition is left: where signs are why, they are the problem."""
        if self._signs and not self.problems:
            self.problem(self._signs, _UNSAID, "write a word, or a name's letters or digits")

    def node(self, piece: Piece) -> Node | None:
        """What a piece asks for; None where that is nothing."""
        node = self._node(piece)
        if node is None and self._signs is None:
            said = _DISTANCE.sub("", piece.value).strip(_BEGINNINGS if self._typing else None)
            self._signs = piece if said and not read_words(said)[0] else None
        return node

    def _node(self, piece: Piece) -> Node | None:
        if _STAR_WITHIN.search(piece.value) and piece.field not in (*DATES, *VALUES):
            self.problem(piece, *_MISPLACED_STAR)
            return None
        match piece.kind:
            case "phrase":
                return self._phrase(piece)
            case "near":
                return self._near(piece)
            case "field" if piece.field in FIELDS:
                return self._field(piece)
            case "field":
                return self._unknown(piece)
            case _:
                return self._word(piece, piece.value)

    def _is_last(self, piece: Piece) -> bool:
        return piece.end == len(self._text)

    def _begun(self, piece: Piece) -> bool:
        """Whether its last word may be the beginning of one."""
        open_end = self._is_last(piece) and (piece.kind in ("word", "field") or not piece.closed)
        if piece.quoted and piece.closed:
            open_end = False
        typed = self._typing and open_end and not self._text[-1:].isspace()
        return piece.star or typed

    def _word(self, piece: Piece, written: str) -> Words | None:
        if "*" in written:
            self.problem(piece, *_MISPLACED_STAR)
            return None
        words, also = read_words(written)
        extent = (piece.start, piece.end)
        return Words(tuple(words), self._begun(piece), extent, tuple(also)) if words else None

    def _phrase(self, piece: Piece) -> Phrase | Or | None:
        words, _ = read_words(piece.value)
        extent, begun = (piece.start, piece.end), self._begun(piece)
        if not words:
            return None
        phrase = Phrase(tuple(words), begun, extent)
        without = (*(word for word in words[:-1] if word not in ARTICLES), words[-1])
        if without == phrase.words:
            return phrase
        return Or((phrase, Phrase(without, begun, extent)), extent)

    def _near(self, piece: Piece) -> Near | Words | Phrase | None:
        inner, distance = piece.value, DISTANCE
        if found := _DISTANCE.search(inner):
            inner = inner[: found.start()]
            digits = found.group(1)
            distance = _MOST_BETWEEN if len(digits) > 3 else int(digits or DISTANCE)
        elif "," in inner:
            message = "after the comma of near stands how many words may be between"
            if piece.closed or not self._is_last(piece):
                self.problem(piece, message, f"write it as near(army ambush, {DISTANCE})")
        parts = tuple(self._near_parts(piece, inner, complete=found is not None))
        if len(parts) > _MOST_NEAR:
            message = f"near looks for {_MOST_NEAR} words at most"
            self.problem(piece, message, "leave some out, or write them beside it")
            parts = parts[:_MOST_NEAR]
        if len(parts) < 2:
            return parts[0]._replace(extent=(piece.start, piece.end)) if parts else None
        return Near(parts, distance, (piece.start, piece.end))

    def _near_parts(self, piece: Piece, inner: str, *, complete: bool) -> list[Words | Phrase]:
        parts: list[Words | Phrase] = []
        offset = self._text.index("(", piece.start) + 1
        for found in _ARGUMENT.finditer(inner):
            written = found.group("quoted")
            quoted = written is not None
            bare = (written if quoted else found.group()).rstrip("*")
            words, also = read_words(bare)
            extent = (offset + found.start(), offset + found.end())
            last = found.end() == len(inner) and not complete
            prefix = bare != (written if quoted else found.group())
            prefix = prefix or (last and not piece.closed and self._begun(piece))
            if words and quoted:
                parts.append(Phrase(tuple(words), prefix, extent))
            elif words:
                parts.append(Words(tuple(words), prefix, extent, tuple(also)))
        return parts

    def _field(self, piece: Piece) -> Field | None:
        if not piece.value.strip():
            if not self._is_last(piece):
                hint = f"write its value right after the colon, as in {_EXAMPLES[piece.field]}"
                self.problem(piece, f"{piece.field}: has no value", hint)
            return None
        if piece.field in DATES:
            return self._date(piece)
        if piece.field in VALUES:
            return self._listed(piece)
        words, _ = read_words(piece.value)
        extent = (piece.start, piece.end)
        if not words:
            if not (self._typing and self._is_last(piece)):
                hint = f"write words of it, as in {_EXAMPLES[piece.field]}"
                self.problem(piece, f"{piece.field}: {_UNSAID}", hint)
            return None
        return Field(piece.field, piece.value, tuple(words), self._begun(piece), extent)

    def _half_typed(self, piece: Piece) -> bool:
        return self._is_last(piece) and not (piece.quoted and piece.closed)

    def _date(self, piece: Piece) -> Field | None:
        from sahel_tui.model.date_grammar import EdtfError  # most queries have no date
        from sahel_tui.queries.search.bounds import days_of

        try:
            days = days_of(piece.field, piece.value.strip(), half_typed=self._half_typed(piece))
        except EdtfError as error:
            hint = f"a date is written as in {_EXAMPLES[piece.field]}, with a ? for possibly"
            self.problem(piece, f"{piece.field}: {error}", hint)
            return None
        extent = (piece.start, piece.end)
        return Field(piece.field, piece.value, (), False, extent, days) if days else None

    def _listed(self, piece: Piece) -> Field | None:
        begun = self._half_typed(piece) or piece.star
        value = known_value(piece.field, piece.value.strip(), half_typed=begun)
        if value is None:
            message = f"{piece.field}: has no value “{piece.value}”"
            self.problem(piece, message, f"it is one of {', '.join(VALUES[piece.field])}")
            return None
        if piece.field == "sort":
            known = VALUES["sort"]
            self.sort = next(one for one in known if one.startswith(value.text))
            return None
        words = tuple(read_words(value.text)[0])
        return Field(piece.field, piece.value, words, value.prefix, (piece.start, piece.end))

    def _unknown(self, piece: Piece) -> Words | None:
        """No field: one misspelled, or words with a colon between, as in `TLP:AMBER`."""
        near = [one for one in FIELDS if len(one) > 2 and distance(piece.field, one, 1) == 1]
        if near and len(piece.field) > 2:
            hint = f"did you mean {near[0]}:? To look for the words, leave the colon out"
            self.problem(piece, f"there is no field {piece.field}:", hint)
            return None
        return self._word(piece, f"{piece.field} {piece.value}")


_EXAMPLES = {
    "actor": "actor:jnim", "place": "place:gao", "brief": "brief:2023-09-20-three-state-treaty",
    "source": "source:main", "tag": "tag:mali", "after": "after:2023-08",
    "before": "before:2023-08-31", "on": "on:2023-08", "type": "type:assault",
    "marking": "marking:amber", "kind": "kind:event", "sort": "sort:newest",
    "sign": "sign:negative", "confidence": "confidence:low", "likelihood": "likelihood:likely",
    "is": "is:disputed",
}  # fmt: skip
