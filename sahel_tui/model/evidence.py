"""Evidence: the passages that a claim rests on (W3C Web Annotation selectors)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.record import Id, Many, Record, Text, contradiction, misfit

Stance = Literal["supports", "disputes", "neutral"]
Review = Literal["accepted", "proposed", "rejected"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""Admiralty code of the information: 1 confirmed … 6 cannot be judged."""


_FORMS = 'an item is a quote, `{exact = "…"}`, or `{from = "…", to = "…"}`'


class Evidence(Record):
    """One passage by its words (TextQuoteSelector), with a hint where (TextPositionSelector)."""

    exact: Text | None = None
    from_: Annotated[Text | None, Field(alias="from")] = None
    """The first words of a range."""
    to: Annotated[Text | None, Field(validate_default=True)] = None
    """The last words of a range."""
    prefix: Annotated[str, Field(max_length=32)] = ""
    suffix: Annotated[str, Field(max_length=32)] = ""
    start: Annotated[int | None, Field(ge=0)] = None
    """A hint: code points into the normalised source."""
    end: Annotated[int | None, Field(ge=0, validate_default=True)] = None
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

    @field_validator("to")
    @classmethod
    def _one_way_to_name_it(cls, last: str | None, info: ValidationInfo) -> str | None:
        if not {"exact", "from_"} <= info.data.keys():
            return last  # what is wrong with these is told, and more cannot be
        exact, first = info.data["exact"] is not None, info.data["from_"] is not None
        ranged = first or last is not None
        if exact and ranged:
            raise misfit("`exact` and a range are both given: keep one", _FORMS)
        if not exact and not ranged:
            raise misfit("no passage is named: give `exact`, or `from` and `to`", _FORMS)
        if ranged and not (first and last is not None):
            raise misfit("a range needs both `from` and `to`", _FORMS)
        return last

    @field_validator("end")
    @classmethod
    def _after_its_start(cls, end: int | None, info: ValidationInfo) -> int | None:
        if "start" not in info.data:
            return end
        start: int | None = info.data["start"]
        if (start is None) != (end is None):
            raise misfit("a position needs both `start` and `end`", "leave both out, or none")
        if start is not None and end is not None and end <= start:
            raise contradiction("`end` must come after `start`", "correct them, or leave both out")
        return end

    @property
    def quote(self) -> str:
        """The words as written, a range as `from … to`."""
        return self.exact if self.exact is not None else f"{self.from_} … {self.to}"


def _read_item(value: Any) -> Any:
    return {"exact": value} if isinstance(value, str) else value


EvidenceItem = Annotated[Evidence, BeforeValidator(_read_item)]
EvidenceList = Annotated[tuple[EvidenceItem, ...], Many]
"""Evidence as written: each item a plain quote or a table."""
