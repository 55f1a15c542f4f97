"""Whether the Textual that is installed is the one that this layer was made for."""

from __future__ import annotations

import os
from functools import cache

import textual
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App

MADE_FOR = "8.2"
"""The versions of Textual whose updates are understood here; its tests run against them."""

_PLACES = (
    (App._display, {"self", "screen", "renderable"}, {"_batch_count", "post_display_hook"}),
    (LayoutUpdate.render_segments, {"self", "console"}, {"strips", "region"}),
    (ChopsUpdate.render_segments, {"self", "console"}, {"chops", "spans", "chop_ends", "crop"}),
)
"""What is overridden or taken apart: its parameters, and names that its code has to hold."""


@cache
def fits() -> bool:
    """Whether the version is one of ours, and the places that we rely on are as we know them."""
    version = installed_version()
    return (version is None or f"{version}.".startswith(f"{MADE_FOR}.")) and all(
        parameters == set(place.__code__.co_varnames[: place.__code__.co_argcount])
        and names <= set(place.__code__.co_names)
        for place, parameters, names in _PLACES
    )


def installed_version() -> str | None:
    """Textual's version by the name of its metadata; None where it has none beside it.

    `importlib.metadata` would take longer to import than the first screen has left.
    """
    for name in os.listdir(os.path.dirname(os.path.dirname(textual.__file__))):
        if name.startswith("textual-") and name.endswith(".dist-info"):
            return name.removeprefix("textual-").removesuffix(".dist-info")
    return None
