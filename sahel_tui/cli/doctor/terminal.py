"""The terminal: its name, its size, where it runs, what it answers and what it can show."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from sahel_tui.cli.doctor.found import Found
from sahel_tui.cli.doctor.surroundings import terminal_read, terminal_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.cli.doctor.surroundings import Surroundings

NARROWEST, LOWEST = 40, 10
_COMMANDS = "use the commands, such as `sahel-tui show BRIEF`, or a terminal that can draw"


def look_at_terminal(around: Surroundings) -> Iterator[Found]:
    """What there is to say of it."""
    yield _name(around)
    yield _terminfo(around)
    yield _size()
    yield _within(around)
    yield _answers(around)
    yield _colours(around)
    yield _encoding(around)


def _name(around: Surroundings) -> Found:
    if around.name in ("", "dumb"):
        said = f"TERM is `{around.name}`" if around.name else "TERM is not set"
        return Found("terminal", "bad", f"{said}: the explorer cannot draw there", _COMMANDS)
    return Found("terminal", "ok", around.name)


def _terminfo(around: Surroundings) -> Found:
    described = _is_described(around.name)
    if described is None:
        return Found("terminfo", "ok", "not known: this Python has no curses to ask")
    if described:
        return Found("terminfo", "ok", "the system describes this terminal")
    what = "install the descriptions (Debian: ncurses-term), or set TERM to one that is known"
    return Found("terminfo", "doubt", "the system has no description of this terminal", what)


def _is_described(name: str) -> bool | None:
    try:
        import curses
    except ImportError:
        return None
    try:
        curses.setupterm(name, 1)
    except (curses.error, OSError, ValueError):
        return False
    return True


def _size() -> Found:
    terminal = terminal_written()
    if terminal is None:
        return Found("size", "ok", "not known: this is not shown on a terminal")
    columns, rows = os.get_terminal_size(terminal)
    if not columns or not rows:
        what = "tell it by `stty cols 80 rows 24`"
        return Found("size", "doubt", "the terminal does not say how large it is", what)
    small = columns < NARROWEST or rows < LOWEST
    what = f"make it {NARROWEST}x{LOWEST} or larger" if small else ""
    return Found("size", "doubt" if small else "ok", f"{columns}x{rows}", what)


def _within(around: Surroundings) -> Found:
    environment = around.environment
    inside = [
        words
        for words, names in (
            ("tmux", ("TMUX",)),
            ("GNU screen", ("STY",)),
            ("SSH", ("SSH_CONNECTION", "SSH_TTY")),
        )
        if any(environment.get(name) for name in names)
    ]
    if "tmux" in inside and not around.name.startswith(("tmux", "screen")):
        said = f"inside tmux, and TERM is `{around.name}`"
        what = "put `set -g default-terminal tmux-256color` into ~/.tmux.conf"
        return Found("within", "doubt", said, what)
    said = f"inside {' and '.join(inside)}" if inside else "neither tmux, GNU screen nor SSH"
    return Found(
        "within", "ok", said, "`ssh -C` makes a slow line faster" if "SSH" in inside else ""
    )


def _answers(around: Surroundings) -> Found:
    read_from, write_to = terminal_read(), terminal_written()
    if read_from is None or write_to is None or around.name in ("", "dumb"):
        return Found("answers", "ok", "not asked: this is not shown on a terminal that could")
    from sahel_tui.cli.doctor.answers import PATIENCE, answers

    answered = answers(read_from, write_to)
    if answered is None:
        return Found("answers", "ok", "not asked: it could not be read from")
    if answered:
        return Found("answers", "ok", "it says where its cursor is")
    what = "if the screen is slow or broken, start with --plain-output"
    return Found("answers", "doubt", f"no answer within {PATIENCE} s", what)


def _colours(around: Surroundings) -> Found:
    settings, number = around.settings, around.terminal().colours
    if settings.colours != "auto":
        why = "NO_COLOR is set" if around.environment.get("NO_COLOR") else "as it is configured"
    elif around.terminal(COLORTERM="").colours != number:
        why = "COLORTERM says so"
    else:
        why = "by TERM"
    found = f"{number} ({why}), theme `{settings.theme}`"
    return Found("colours", "ok", found)


def _encoding(around: Surroundings) -> Found:
    terminal, asked = around.terminal(), around.settings.ascii
    drawn = "drawings in ASCII" if terminal.ascii else "drawings in Unicode"
    found = f"{terminal.encoding}, {drawn}{' (as asked)' if asked is not None else ''}"
    if terminal.encoding == "utf-8":
        return Found("encoding", "ok", found)
    what = "set LANG to a locale of UTF-8, such as C.UTF-8, if the terminal shows UTF-8"
    return Found("encoding", "doubt", f"{found}; letters that it lacks become others or `?`", what)


def look_at_clipboard(around: Surroundings) -> Iterator[Found]:
    """Which way copies go."""
    from sahel_tui.render.clipboards import route

    way = route({**around.environment, "TERM": around.name})
    file = around.settings.copy_file
    filed = f", and to {file}" if file else ""
    if way == "tmux" and shutil.which("tmux") is None:
        what = "put tmux on the PATH, or use --copy-file FILE"
        yield Found(
            "clipboard", "doubt", f"inside tmux, but there is no program `tmux`{filed}", what
        )
    elif way == "none":
        what = "" if file else "use --copy-file FILE, or `copy_file` in the configuration"
        state = Found(
            "clipboard", "ok" if file else "doubt", f"this terminal has none{filed}", what
        )
        yield state
    else:
        by = {"tmux": "by tmux load-buffer -w"}.get(way, "by OSC 52, where the terminal allows it")
        yield Found("clipboard", "ok", f"{by}{filed}")
