"""`index`: make or renew the index of a library, and say how far it has come."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import FINDINGS, FINE
from sahel_tui.cli.explorer_options import asked_settings
from sahel_tui.config import read_settings
from sahel_tui.index.updating import update_index
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output
    from sahel_tui.index.updating import Updated

_EVERY = 0.1
"""Seconds between two words on how far it has come."""


def index(given: Namespace, environment: Mapping[str, str], out: Output, talk: Talk) -> int:
    """Make the index; briefs that cannot be read are reported, and the rest goes on."""
    asked = asked_settings(given)
    if given.index is not None:
        asked["index"] = given.index
    settings = read_settings(environment, asked)
    telling = _Telling(talk)
    try:
        found = update_index(
            given.paths or settings.library,
            settings.index,
            rebuild=given.rebuild,
            check=True,
            progress=telling.advanced,
        )
    finally:
        telling.end()
    talk.report(found.problems)
    if given.json:
        out.json(
            {
                "folder": str(found.folder),
                "briefs": found.briefs,
                "read": found.read,
                "removed": found.removed,
                "unread": found.unread,
            }
        )
    else:
        out.line(_summary(found))
    return FINDINGS if found.problems else FINE


def _summary(found: Updated) -> str:
    parts = [f"{counted(found.briefs, 'brief')} can be searched", f"{found.read:,} read now"]
    if found.removed:
        parts.append(f"{found.removed:,} gone")
    if found.unread:
        parts.append(f"{found.unread:,} could not be read")
    return f"{', '.join(parts)}: {found.folder}"


class _Telling:
    """One line on a terminal: how many briefs, how many a second, and how long it will take."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._shown = talk.columns > 0
        self._doing = ""
        self._begun = self._told = 0.0
        self._before = 0

    def advanced(self, doing: str, done: int, total: int) -> None:
        """Say it now and then."""
        now = monotonic()
        if not self._shown or (doing == self._doing and now - self._told < _EVERY):
            return
        if doing != self._doing:
            self._doing, self._begun, self._before = doing, now, done
        self._told = now
        pace = (done - self._before) / max(now - self._begun, 0.001)
        left = f", {_duration((total - done) / pace)} left" if pace else ""
        self._talk.over(f"{doing} {done:,} of {counted(total, 'brief')}, {pace:,.0f}/s{left}")

    def end(self) -> None:
        """Leave the line to what is said next."""
        if self._doing:
            self._talk.over("")


def _duration(seconds: float) -> str:
    """`45 s`, `3 min 20 s`, `2 h 5 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
