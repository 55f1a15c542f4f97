"""`config`: which files are read, what is wrong with them, and what holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.cli.diagnostics import COULD_NOT, FINE, diagnostic_line
from sahel_tui.config import effective
from sahel_tui.config.files import config_files
from sahel_tui.errors import ConfigError, UsageError
from sahel_tui.render.safe import safe
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output


def config(given: Namespace, environment: Mapping[str, str], out: Output, talk: Talk) -> int:
    """Check or print the configuration, or say which files it is read from."""
    from sahel_tui.cli.explorer_options import asked_settings

    asked = asked_settings(given)
    if given.json and not given.check:
        hint = "`--print` prints TOML" if given.print else "add `--check`"
        raise UsageError("`--json` is for `--check`", hint)
    if not (given.check or given.print):
        return _tell_files(environment, asked, out)
    try:
        found = effective(environment, asked)
    except ConfigError as error:
        if given.print:
            raise
        return _tell_errors(error, out, talk, as_json=given.json)
    if given.print:
        from sahel_tui.cli.settings_toml import toml_lines

        for line in toml_lines(found):
            out.whole(line)
    return FINE


def _tell_errors(error: ConfigError, out: Output, talk: Talk, *, as_json: bool) -> int:
    for one in error.diagnostics:
        if as_json:
            out.json(one.as_dict())
        else:
            out.line(safe(diagnostic_line(one)))
    talk.say(f"{counted(len(error.diagnostics), 'error')} in the configuration")
    return COULD_NOT


def _tell_files(environment: Mapping[str, str], asked: Mapping[str, Any], out: Output) -> int:
    files = config_files(environment, asked.get("config"))
    if not files:
        out.line("No file is read: everything is as it is by default.")
        return FINE
    out.line("These are read, in this order; of a key that two of them have, the lower one counts:")
    for one in files:
        missing = "" if one.there else ", not there"
        out.line(f"  {one.path} ({one.whose}{missing})")
    return FINE
