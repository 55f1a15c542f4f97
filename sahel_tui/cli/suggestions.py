"""`actors --suggest`: which actors of a library are probably one, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.library import open_library
from sahel_tui.errors import UsageError
from sahel_tui.queries.library.identities import gather
from sahel_tui.queries.library.suggestions import suggestions
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings
    from sahel_tui.queries.library.identities import Actor
    from sahel_tui.queries.library.suggestions import Suggestion

_INDENT = 6


def suggest(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """Print the likely joins, the likeliest first; nothing is joined."""
    if given.type is not None or given.match:
        raise UsageError("`--suggest` lists pairs, and takes no filter", "leave the filters out")
    library = open_library(given.paths or [settings.library], talk)
    found = suggestions(gather(library.rows.actors(), library.identities), library.identities)
    for one in found:
        if given.json:
            out.json(_object(one))
        else:
            out.row(f"{one.score:.2f}", f"{_words(one.left)}  ~  {_words(one.right)}", _INDENT)
            for reason in one.reasons:
                out.line(reason, _INDENT)
    hint = ": say in sahel.toml which are [[same]] or [[different]]" if found else ""
    talk.say(f"{counted(len(found), 'likely join')}{hint}")
    if not library.whole:
        return COULD_NOT
    return FINE if found else FINDINGS


def _words(actor: Actor) -> str:
    return f"{actor.name} ({', '.join(actor.ids)})"


def _object(one: Suggestion) -> Object:
    return {
        "left": _actor_object(one.left),
        "right": _actor_object(one.right),
        "score": one.score,
        "reasons": list(one.reasons),
    }


def _actor_object(actor: Actor) -> Object:
    return {
        "ids": list(actor.ids),
        "name": actor.name,
        "names": [use.name for use in actor.names],
        "type": actor.type,
        "country": actor.country,
    }
