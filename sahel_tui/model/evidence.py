"""Evidence: the passages that a claim rests on (W3C Web Annotation selectors)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.record import Id, Many, Record, Text

Stance = Literal["supports", "disputes", "neutral"]
Review = Literal["accepted", "proposed", "rejected"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""Admiralty code of the information: 1 confirmed … 6 cannot be judged."""


class Evidence(Record):
    """One passage by its words (TextQuoteSelector), with a hint where (TextPositionSelector)."""

    exact: Text | None = None
    from_: Annotated[Text | None, Field(alias="from")] = None
    """The first words of a range."""
    to: Text | None = None
    """The last words of a range."""
    prefix: Annotated[str, Field(max_length=32)] = ""
    suffix: Annotated[str, Field(max_length=32)] = ""
    start: Annotated[int | None, Field(ge=0)] = None
    """A hint: code points into the normalised source."""
    end: Annotated[int | None, Field(ge=0)] = None
    """End-exclusive."""
    source: Id | None = None
    """A source id; the first source when None."""
    stance: Stance = "supports"
    credibility: Annotated[
        Credibility | None, BeforeValidator(lambda v: str(v) if type(v) is int else v)
    ] = None
    by: str | None = None
    at: Edtf | None = None
    method: Literal["human", "rule", "import"] | None = None
    review: Review = "accepted"

    @model_validator(mode="after")
    def _one_way_to_name_it(self) -> Self:
        ranged = self.from_ is not None or self.to is not None
        if self.exact is None and not ranged:
            raise ValueError("no passage is named: give `exact`, or `from` and `to`")
        if self.exact is not None and ranged:
            raise ValueError("`exact` and a range are both given: keep one")
        if ranged and (self.from_ is None or self.to is None):
            raise ValueError("a range needs both `from` and `to`")
        if (self.start is None) != (self.end is None):
            raise ValueError("a position needs both `start` and `end`")
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError("`end` must come after `start`")
        return self

    @property
    def quote(self) -> str:
        """The words as written, a range as `from … to`."""
        return self.exact if self.exact is not None else f"{self.from_} … {self.to}"


def _read_item(value: Any) -> Any:
    return {"exact": value} if isinstance(value, str) else value


EvidenceItem = Annotated[Evidence, BeforeValidator(_read_item)]
EvidenceList = Annotated[tuple[EvidenceItem, ...], Many]
"""Evidence as written: each item a plain quote or a table."""
