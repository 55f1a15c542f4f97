"""Actors (FollowTheMoney names; PLOVER sectors)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sahel_tui.model.evidence import EvidenceList
from sahel_tui.model.record import Country, Id, Language, Many, Record, Text

ActorType = Literal[
    "person",
    "government",
    "military",
    "armed-group",
    "private-military-company",
    "international-organisation",
    "political",
    "population",
    "organisation",
]


class Alias(Record):
    """Another name of an actor."""

    name: Text
    kind: Literal["alias", "acronym", "weak", "previous"] = "alias"
    language: Language | None = None
    evidence: EvidenceList = ()


def _read_alias(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


Aliases = Annotated[tuple[Annotated[Alias, BeforeValidator(_read_alias)], ...], Many]


class Actor(Record):
    """One actor; the same id in two briefs is the same actor."""

    id: Id
    name: Text
    aliases: Aliases = ()
    type: ActorType | None = None
    country: Country | None = None
    wikidata: Annotated[str | None, Field(pattern=r"^Q[1-9][0-9]*\Z")] = None
    part_of: Id | None = None
    note: str | None = None
    match: bool = True
    """Whether the name and aliases are found in the sources; if not, only evidence counts."""
    evidence: EvidenceList = ()
