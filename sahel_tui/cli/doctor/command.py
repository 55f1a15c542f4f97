"""The command: all that is looked at, printed, and an exit code for the worst of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.doctor.found import Found
from sahel_tui.cli.doctor.places import look_at_places
from sahel_tui.cli.doctor.software import look_at_software
from sahel_tui.cli.doctor.surroundings import Surroundings
from sahel_tui.cli.doctor.terminal import look_at_clipboard, look_at_terminal
from sahel_tui.config import read_settings
from sahel_tui.config.files import config_files
from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sahel_tui.cli.output import Output
    from sahel_tui.config import Settings

_CODES = {"ok": FINE, "doubt": FINDINGS, "bad": COULD_NOT}
_INDENT = 22


def doctor(
    environment: Mapping[str, str], options: Mapping[str, object], out: Output, *, as_json: bool
) -> int:
    """Say what was found; 0 where all is fine, 1 where there are doubts, 2 for anything bad."""
    worst = FINE
    for found in look_around(environment, options):
        worst = max(worst, _CODES[found.state])
        if as_json:
            out.json(found._asdict())
        else:
            _print(found, out)
    return worst


def look_around(environment: Mapping[str, str], options: Mapping[str, object]) -> Iterator[Found]:
    """Everything that is found; with a configuration in error the rest is by its defaults."""
    settings, configuration = _configuration(environment, options)
    around = Surroundings(environment, settings)
    yield from look_at_terminal(around)
    yield from look_at_clipboard(around)
    yield configuration
    yield from look_at_places(around)
    yield from look_at_software()


def _configuration(
    environment: Mapping[str, str], options: Mapping[str, object]
) -> tuple[Settings, Found]:
    try:
        settings = read_settings(environment, options)
    except SahelError as error:
        what = f"`sahel-tui config --check` names every error; {error.hint}"
        without = read_settings(environment, {"config": Path(os.devnull)})
        return without, Found("configuration", "bad", str(error), what)
    named = options.get("config")
    files = config_files(environment, named if isinstance(named, Path) else None)
    read = ", ".join(f"{file.path} ({file.whose})" for file in files if file.there)
    return settings, Found("configuration", "ok", read or "no file: all is by default")


def _print(found: Found, out: Output) -> None:
    out.row(f"{found.state:<5}  {found.what}", found.found, _INDENT)
    if found.advice:
        out.row("", f"→ {found.advice}", _INDENT)
