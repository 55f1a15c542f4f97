"""What the commands print on a terminal, in this process: quick enough for many texts."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

from sahel_tui.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.terminal.fuzz import Fuzz

COMMANDS = ("check", "show", "points", "actors", "relations", "timeline")


class Terminal(io.StringIO):
    """A stream that is a terminal to whoever asks."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """Yes."""
        return True


def output(*arguments: str) -> tuple[int, str, str]:
    """The exit code of a command, what it prints on a terminal, and what it says of errors."""
    out, err = Terminal(), Terminal()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    return code, out.getvalue(), err.getvalue()


def printed(turn: int, path: Path, fuzz: Fuzz) -> bytes:
    """What the commands, one at each turn, print of a brief and of arguments that are no good."""
    command = COMMANDS[turn % len(COMMANDS)]
    shown = output(command, str(path))
    data = output(command, str(path), "--json")
    assert {shown[0], data[0]} <= {0, 1}, (shown, data)
    assert all(isinstance(json.loads(line), dict) for line in data[1].splitlines())
    assert data[1].isascii()
    refused = [
        output(command, f"--{fuzz.text(surrogates=True)}"),
        output(command, f"x{fuzz.text()}".replace("\0", "")),
        output("points", str(path), "--actor", fuzz.text(surrogates=True)),
        output("timeline", str(path), "--after", fuzz.text(surrogates=True)),
    ]
    assert {code for code, *_ in refused} == {2}
    return "".join(text for _, *texts in (shown, data, *refused) for text in texts).encode()
