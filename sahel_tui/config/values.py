"""The keys of a configuration, and how the value of each is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.config.settings import COLOURS, THEMES
from sahel_tui.model.markings import rank
from sahel_tui.store.nearest import Nearest
from sahel_tui.store.problems import Problem, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Reader = Callable[[str, Any, Path], Any]
    """A key, its value and the folder of its file to the setting; Refused where it is wrong."""

AUTO = "auto"
"""`ascii` as locale and terminal allow."""
_MARKINGS = (
    *("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"),
    *("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
)


class Refused(Exception):  # noqa: N818 - it carries the error
    """A value that is no good: the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _text(key: str, value: Any, expected: str = "a text") -> str:
    if isinstance(value, str):
        return value
    from sahel_tui.store.complaints import wrong_type  # only errors need it

    raise Refused(wrong_type((key,), value, expected))


def _name(key: str, value: Any, _folder: Path) -> str:
    return _text(key, value).strip()


def _path(key: str, value: Any, folder: Path) -> Path | None:
    """A path, from the folder of the file; None where it is empty: the default."""
    text = _text(key, value)
    if "\0" in text:
        raise Refused(Problem((key,), "bad-path", "a path cannot hold NUL", "take it out"))
    try:
        return folder / Path(text).expanduser() if text else None
    except RuntimeError:
        message = f"nobody knows the home that {quoted(text)} begins with"
        raise Refused(Problem((key,), "bad-path", message, "write it out, from `/`")) from None


def _switch(key: str, value: Any, _folder: Path) -> bool:
    if isinstance(value, bool):
        return value
    from sahel_tui.store.complaints import wrong_type

    raise Refused(wrong_type((key,), value, "`true` or `false`"))


def _ascii(key: str, value: Any, folder: Path) -> bool | None:
    if isinstance(value, str):
        _one_of((AUTO,), 'write `true`, `false` or `"auto"`')(key, value, folder)
        return None
    return _switch(key, value, folder)


def _one_of(known: Sequence[str], hint: str = "") -> Reader:
    def read(key: str, value: Any, _folder: Path) -> str:
        if _text(key, value) in known:
            return str(value)
        near = Nearest().find(value, known)
        what = f"did you mean `{near}`?" if near else hint or f"write one of {listed([*known])}"
        raise Refused(Problem((key,), "unknown-value", f"there is no {key} {quoted(value)}", what))

    return read


def _ceiling(key: str, value: Any, _folder: Path) -> str:
    parts = [part.strip() for part in _text(key, value).split("|")]
    for part in parts if any(parts) else []:
        if rank(part) is None:
            near = Nearest().find(part, _MARKINGS)
            hint = f"did you mean `{near}`?" if near else f"such as {listed([*_MARKINGS])}"
            message = f"{quoted(part)} is no marking that has a known rank"
            raise Refused(Problem((key,), "unknown-marking", message, hint))
    return str(value).strip()


VALUES: dict[str, Reader] = {
    "library": _path,
    "index": _path,
    "theme": _one_of(THEMES),
    "colours": _one_of(COLOURS),
    "ascii": _ascii,
    "mouse": _switch,
    "plain_output": _switch,
    "ceiling": _ceiling,
    "copy_file": _path,
    "author": _name,
}
"""All but the table `[keymap]`, in the order in which they are documented and printed."""
