"""Bottom-line points (ICD 203)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sahel_tui.model.evidence import EvidenceList
from sahel_tui.model.record import Id, Many, Record, Text

PointKind = Literal["judgment", "fact", "assumption", "gap", "alternative"]
Likelihood = Literal[
    "almost-no-chance",
    "very-unlikely",
    "unlikely",
    "roughly-even-chance",
    "likely",
    "very-likely",
    "almost-certain",
]
"""ICD 203's seven terms, least likely first."""
Confidence = Literal["low", "moderate", "high"]


class Relates(Record):
    """How a point stands to another one."""

    to: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9._-]*#)?[a-z0-9][a-z0-9._-]*\Z")]
    """A point id, or `brief-id#point-id`."""
    as_: Annotated[Literal["contradicts", "qualifies", "replaces"], Field(alias="as")]


class Point(Record):
    """One bottom-line point."""

    id: Id
    text: Text
    kind: PointKind = "judgment"
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    evidence: EvidenceList = ()
    relates: Annotated[tuple[Relates, ...], Many] = ()
    marking: Text | None = None
