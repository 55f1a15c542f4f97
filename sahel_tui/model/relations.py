"""Relations between two actors, and the one table that declares their types."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ValidationInfo, field_validator

from sahel_tui.model.dates import Edtf
from sahel_tui.model.evidence import EvidenceList
from sahel_tui.model.points import Confidence
from sahel_tui.model.record import Id, Record, Text, contradiction


def _only_whole(value: Any) -> Any:
    """`true` and `1.0` equal 1, but are no signs."""
    return str(value).lower() if isinstance(value, bool | float) else value


Sign = Annotated[Literal[1, 0, -1], BeforeValidator(_only_whole)]
RelationStatus = Literal["asserted", "alleged", "denied", "ended"]


class RelationType(Record):
    """What a relation of this type means for drawing and counting."""

    name: Id
    sign: Sign = 0
    symmetric: bool = False
    inverse: str = ""
    """How it reads from the target's side; empty where it is symmetric, or has no other words."""

    @field_validator("inverse")
    @classmethod
    def _of_two_sides(cls, inverse: str, info: ValidationInfo) -> str:
        if inverse and info.data.get("symmetric"):
            hint = "leave out `inverse`, or `symmetric`"
            raise contradiction("a symmetric type reads the same from both sides", hint)
        return inverse


def _type(name: str, sign: Sign, inverse: str = "") -> RelationType:
    # Not validated: these are the program's own, and a model is built when one is first needed.
    return RelationType.model_construct(
        name=name, sign=sign, symmetric=not inverse, inverse=inverse
    )


RELATION_TYPES: dict[str, RelationType] = {
    t.name: t
    for t in (
        _type("allied-with", 1),
        _type("cooperates-with", 1),
        _type("supports", 1, "supported by"),
        _type("supplies", 1, "supplied by"),
        _type("trains", 1, "trained by"),
        _type("hosts", 1, "hosted by"),
        _type("sponsors", 1, "sponsored by"),
        _type("member-of", 0, "has member"),
        _type("part-of", 0, "has part"),
        _type("leads", 0, "led by"),
        _type("commands", 0, "commanded by"),
        _type("operates-in", 0, "has operating in it"),
        _type("negotiates-with", 0),
        _type("mediates", 0, "mediated by"),
        _type("splinter-of", 0, "has splinter"),
        _type("successor-of", 0, "succeeded by"),
        _type("withdraws-from", 0, "sees withdraw"),
        _type("ceasefire-with", 0),
        _type("related-to", 0),
        _type("rival-of", -1),
        _type("enemy-of", -1),
        _type("fights", -1),
        _type("attacks", -1, "attacked by"),
        _type("sanctions", -1, "sanctioned by"),
        _type("accuses", -1, "accused by"),
        _type("expels", -1, "expelled by"),
    )
}
"""The types of format 1 by name: 7 positive, 12 neutral, 7 negative."""


class Relation(Record):
    """One relation, from `source` to `target`."""

    id: Id
    source: Id
    target: Id
    type: Id
    """One of RELATION_TYPES, or a type that the library declares."""
    since: Edtf | None = None
    until: Edtf | None = None
    status: RelationStatus = "asserted"
    sign: Sign | None = None
    """None: the type's own."""
    confidence: Confidence | None = None
    evidence: EvidenceList = ()
    marking: Text | None = None
    note: str | None = None

    @field_validator("until")
    @classmethod
    def _in_order(cls, until: Edtf | None, info: ValidationInfo) -> Edtf | None:
        since: Edtf | None = info.data.get("since")
        first, last = since and since.earliest, until and until.latest
        if first is not None and last is not None and last < first:
            raise contradiction("`until` is before `since`", "correct one of the two dates")
        return until
