"""Places."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sahel_tui.model.actors import Aliases
from sahel_tui.model.record import Country, Id, Record, Text


class Place(Record):
    """One place, in WGS 84 degrees."""

    id: Id
    name: Text
    aliases: Aliases = ()
    country: Country | None = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    kind: str | None = None
