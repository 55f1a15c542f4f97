"""Events (PLOVER)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.evidence import EvidenceList
from sahel_tui.model.record import Id, Many, Record, Text, contradiction

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

    @field_validator("max")
    @classmethod
    def _in_order(cls, most: int | None, info: ValidationInfo) -> int | None:
        least: int | None = info.data.get("min")
        if least is not None and most is not None and most < least:
            raise contradiction("`max` is below `min`", "write the smaller number as `min`")
        return most


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
