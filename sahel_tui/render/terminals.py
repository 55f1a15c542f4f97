"""What a terminal can do, as its environment tells."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLOURS = {
    "vt100": "none",
    "vt102": "none",
    "vt220": "none",
    "linux": "16",
    "xterm": "16",
    "screen": "16",
    "tmux": "16",
    "rxvt": "16",
    "ansi": "16",
}
"""Terminals known without a look into terminfo; those of 8 colours take the codes of 16."""
_SUFFIXES = {
    "-m": "none",
    "-mono": "none",
    "-16color": "16",
    "-88color": "16",
    "-256color": "256",
    "-direct": "truecolor",
}
_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python puts into LC_CTYPE when the locale is C (PEP 538)."""


class Terminal(NamedTuple):
    """What may be sent to a terminal."""

    colours: str
    """none, 16, 256 or truecolor."""
    encoding: str
    """The codec of what is written: what it lacks becomes a base letter or `?`."""
    ascii: bool
    """Whether drawings are of ASCII alone."""
    plain: bool
    """Whether it may print, or misread, the questions and modes that terminals of today know."""


MODERN = Terminal(colours="truecolor", encoding="utf-8", ascii=False, plain=False)


def terminal_of(
    environment: Mapping[str, str], *, colours: str, in_ascii: bool | None, written: str
) -> Terminal:
    """The terminal of an environment, as asked for; `written` is the codec that Python chose."""
    name = environment.get("TERM", "")
    found = codec_of(environment)
    if in_ascii is False and found == "ascii":
        found = ""  # the terminal can do more than the locale says: Python's choice holds
    encoding = found or _codec(written) or "ascii"
    plain = is_plain_terminal(name)
    return Terminal(
        colours=_colours(environment) if colours == "auto" else colours,
        encoding=encoding,
        ascii=encoding != "utf-8" or plain if in_ascii is None else in_ascii,
        plain=plain,
    )


def is_plain_terminal(name: str) -> bool:
    """Whether a terminal has few glyphs, and no way to pass over a sequence that is new to it."""
    return name.partition("-")[0] in ("linux", "ansi") or name[:3] in ("vt1", "vt2", "vt3", "vt5")


def codec_of(environment: Mapping[str, str]) -> str:
    """The codec that an environment asks for; empty where it doesn't say.

    `C`, `POSIX` and no locale at all are ASCII. The variables are those of Python, then POSIX's.
    """
    if stated := environment.get("PYTHONIOENCODING", "").partition(":")[0]:
        return _codec(stated)
    if environment.get("PYTHONUTF8") == "1":
        return "utf-8"
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "C")
    base, _, charset = locale.partition("@")[0].partition(".")
    if charset or base == "UTF-8":
        return _codec(charset or base)
    return "ascii" if base in ("C", "POSIX") else ""


def environment_before(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment as it was before Python changed the locale in it (PEP 538; Linux)."""
    if environment.get("LC_ALL") or environment.get("LC_CTYPE") not in _COERCED:
        return environment
    try:
        with open("/proc/self/environ", "rb") as file:
            given = file.read().split(b"\0")
    except OSError:
        return environment
    before = {**environment, "LC_CTYPE": ""}
    for entry in given:
        if entry.startswith(b"LC_CTYPE="):
            before["LC_CTYPE"] = entry.partition(b"=")[2].decode("ascii", "replace")
    return before


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _colours(environment: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return "none"
    name = environment.get("TERM", "")
    if name in _COLOURS and not name.startswith(("xterm", "screen", "tmux")):
        return _COLOURS[name]  # a variable of another terminal, passed on, changes nothing there
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    if name in _COLOURS:
        return _COLOURS[name]
    found = next((n for suffix, n in _SUFFIXES.items() if name.endswith(suffix)), "")
    return found or _from_terminfo(name)


def _from_terminfo(name: str) -> str:
    """What the system's description of a terminal says; 16 colours where there is none."""
    try:
        import curses
    except ImportError:
        return "16"  # a Python that was built without it
    try:
        curses.setupterm(name, 1)
    except (curses.error, OSError, ValueError):  # the last: a name that is not UTF-8
        return "16"
    number = curses.tigetnum("colors")
    if number < 8:
        return "none"
    return "truecolor" if number >= 1 << 24 else "256" if number >= 256 else "16"
