"""A brief: its header and all of its tables."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sahel_tui.model.actors import Actor
from sahel_tui.model.dates import Edtf
from sahel_tui.model.events import Event
from sahel_tui.model.places import Place
from sahel_tui.model.points import Point
from sahel_tui.model.record import Id, Language, Many, Record, Text, Texts
from sahel_tui.model.relations import Relation
from sahel_tui.model.sources import Source

FORMAT = "sahel-brief/1"


class Header(Record):
    """The `[brief]` table (STIX 2.1 `report`)."""

    id: Id
    """Unique in a library."""
    title: Text
    published: Edtf
    as_of: Edtf | None = None
    """The information's cut-off."""
    authors: Texts = ()
    publisher: str | None = None
    series: str | None = None
    url: str | None = None
    language: Language | None = None
    tags: Texts = ()
    summary: str | None = None
    supersedes: Annotated[tuple[Id, ...], Many] = ()
    marking: Text | None = None


class Brief(Record):
    """A whole file of format 1."""

    format: Literal["sahel-brief/1"]
    brief: Header
    sources: Annotated[tuple[Source, ...], Many, Field(alias="source", min_length=1)]
    points: Annotated[tuple[Point, ...], Many, Field(alias="point")] = ()
    actors: Annotated[tuple[Actor, ...], Many, Field(alias="actor")] = ()
    relations: Annotated[tuple[Relation, ...], Many, Field(alias="relation")] = ()
    events: Annotated[tuple[Event, ...], Many, Field(alias="event")] = ()
    places: Annotated[tuple[Place, ...], Many, Field(alias="place")] = ()
