"""What one look around found."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["ok", "doubt", "bad"]


class Found(NamedTuple):
    """One thing that was looked at. Its texts may quote the environment: they are data."""

    what: str
    """A stable word."""
    state: State
    """`bad`: something won't work; `doubt`: it may not, or not as well as it could."""
    found: str
    advice: str = ""
    """What to do; empty where there is nothing to do."""
