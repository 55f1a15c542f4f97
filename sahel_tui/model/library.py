"""A library's `sahel.toml`: what its briefs share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sahel_tui.model.actors import Actor
from sahel_tui.model.dates import Edtf
from sahel_tui.model.places import Place
from sahel_tui.model.record import Id, Many, Record, Text, Texts
from sahel_tui.model.relations import RelationType


class Judgement(Record):
    """That two actor ids are, or are not, one actor: it joins or keeps apart, destroys nothing."""

    left: Id
    right: Id
    by: str | None = None
    at: Edtf | None = None


class LibraryFile(Record):
    """The whole of `sahel.toml`; every key is optional."""

    title: Text | None = None
    marking_order: Texts = ()
    """Markings, lowest first."""
    relation_types: Annotated[tuple[RelationType, ...], Many, Field(alias="relation_type")] = ()
    actors: Annotated[tuple[Actor, ...], Many, Field(alias="actor")] = ()
    places: Annotated[tuple[Place, ...], Many, Field(alias="place")] = ()
    same: Annotated[tuple[Judgement, ...], Many] = ()
    different: Annotated[tuple[Judgement, ...], Many] = ()
