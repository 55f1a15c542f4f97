"""Events (PLOVER)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.evidence import EvidenceList
from sahel_tui.model.record import Id, Many, Record, Text

EventType = Literal[
    "agree",
    "consult",
    "support",
    "concede",
    "cooperate",
    "aid",
    "retreat",
    "request",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
    "other",
]
Tense = Literal["past", "planned", "hypothetical", "denied"]


class Participant(Record):
    """An actor's part in an event."""

    actor: Id
    role: Literal["actor", "recipient", "mediator"] | None = None


class Fatalities(Record):
    """How many died: a range, both ends included."""

    min: Annotated[int | None, Field(ge=0)] = None
    max: Annotated[int | None, Field(ge=0)] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.max < self.min:
            raise ValueError("`max` is below `min`")
        return self


def _read_participant(value: Any) -> Any:
    return {"actor": value} if isinstance(value, str) else value


class Event(Record):
    """One event; its date keeps the precision it was written with."""

    id: Id
    title: Text
    date: Edtf
    type: EventType = "other"
    actors: Annotated[
        tuple[Annotated[Participant, BeforeValidator(_read_participant)], ...], Many
    ] = ()
    place: Text | None = None
    """A place id, or a name."""
    fatalities: Fatalities | None = None
    tense: Tense = "past"
    evidence: EvidenceList = ()
    marking: Text | None = None
    note: str | None = None
