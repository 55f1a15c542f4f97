"""The last step before the terminal: nothing passes but what can be shown and our own sequences.

Texts are made safe when they are drawn (`sahel_tui.render.safe`). This catches what was forgotten,
and what stock widgets show on their own: typed text, notices, titles, messages at exit.
"""

import io
import os
import re
import sys
from collections.abc import Sequence
from functools import cache
from typing import IO, TYPE_CHECKING, Any, cast

from rich.cells import get_character_cell_size, set_cell_size
from rich.console import Console
from rich.segment import Segment
from textual.filter import LineFilter

from sahel_tui.render.cells import PLAIN, is_plain, width
from sahel_tui.render.safe import picture, safe, unsafe
from sahel_tui.tui.lean.app import LeanApp, T
from sahel_tui.tui.made_quickly import MadeQuickly

if TYPE_CHECKING:
    from textual.color import Color
    from textual.driver import Driver
    from textual.notifications import SeverityLevel

_PLAIN = PLAIN | {"\r", "\n"}

_MODES = "7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048"
_OWN = (
    r"\x1b(?:\[(?:"
    r"[0-9;:]*m|[0-9;]*[A-HJKLMPSTXZ@`abdefr]"  # colours, the cursor, erasing, scrolling regions
    rf"|\?(?:{_MODES})[hl]|\?20(?:26|48)\$p|6n|>[0-9]+u|<u"  # modes and questions of Textual
    r")|[78DM]"  # saving the cursor, one line up or down
    r"|\]22;[a-z-]*\x07)"  # the pointer's shape
)
_BASE64 = "[A-Za-z0-9+/=]*"
_COPY = (
    rf"\x1b\]52;c;{_BASE64}\x07"  # a text to the clipboard
    rf"|\x1bP\x1b\]52;c;{_BASE64}(?:\x1b\\\x1bP{_BASE64})*\x07\x1b\\"  # the same, through screen
)
"""Own when it is all that is written, and never among what is drawn."""


class SafeFilter(LineFilter):
    """Replaces what is not safe in a drawn line by something as wide, and takes out hyperlinks."""

    def apply(self, segments: list[Segment], background: "Color") -> list[Segment]:  # noqa: ARG002
        """The segments, the same list where there is nothing to replace."""
        text = "".join(segment.text for segment in segments)
        linked = any(segment.style is not None and segment.style.link for segment in segments)
        if not linked and (is_plain(text) or ("\n" not in text and not unsafe().search(text))):
            return segments
        return [_safe_segment(segment) for segment in segments]


class GuardedApp(MadeQuickly, LeanApp[T]):
    """An app whose every line, and every write to the terminal, passes the guard."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # rich measures characters by the version that this names; we hold to its newest
        os.environ.pop("UNICODE_VERSION", None)
        super().__init__(*args, **kwargs)
        self.driver_class = fenced_driver(self.driver_class)
        self.error_console = Console(
            file=cast("IO[str]", _SafeErrors()), markup=False, highlight=False, color_system=None
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every widget asks this when it draws; ours is first, whatever the theme."""
        return [_SAFE_FILTER, *super().get_line_filters()]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: "SeverityLevel" = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002  # a notice quotes data: its brackets are never markup
    ) -> None:
        """Show a notice as plain text."""
        message, title = safe(message, newlines=True), safe(title)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text as it is; a lone surrogate, which has no bytes, as a question mark."""
        super().copy_to_clipboard(text.encode(errors="replace").decode())


def fenced_driver(driver_class: "type[Driver]") -> "type[Driver]":
    """A driver class that writes nothing but what `fenced` lets pass."""

    def write(self: "Driver", data: str) -> None:
        driver_class.write(self, fenced(data))

    return type(f"Fenced{driver_class.__name__}", (driver_class,), {"write": write})


def fenced(data: str) -> str:
    """What may be written: text, line ends, our own sequences; the rest as something visible."""
    if data.startswith(("\x1b]52", "\x1bP")) and re.fullmatch(_COPY, data):
        return data
    rest = _own().sub("", data)
    if data == "\x07" or _PLAIN.issuperset(rest) or _foreign().search(rest) is None:
        return data
    return _own_or_foreign().sub(lambda match: match["own"] or _visible(match[0]), data)


class _SafeErrors(io.TextIOBase):
    """Standard error, for plain text alone: what is said at exit may quote anything."""

    encoding = "utf-8"

    def write(self, data: str) -> int:
        return sys.stderr.write(safe(data, newlines=True))

    def flush(self) -> None:
        sys.stderr.flush()

    def isatty(self) -> bool:
        return sys.stderr.isatty()


def _safe_segment(segment: Segment) -> Segment:
    text, style, control = segment
    cells = segment.cell_length
    text = unsafe().sub(_as_wide, text.replace("\n", ""))
    text = text if width(text) == cells else set_cell_size(text, cells)
    return Segment(text, style.update_link(None) if style and style.link else style, control)


def _as_wide(match: re.Match[str]) -> str:
    return "\ufffd" * get_character_cell_size(match[0])


def _visible(character: str) -> str:
    return picture(character) if character < "\x80" else "\ufffd"


@cache
def _own() -> re.Pattern[str]:
    return re.compile(_OWN)


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(rf"(?!\r){unsafe().pattern}")


@cache
def _own_or_foreign() -> re.Pattern[str]:
    return re.compile(rf"(?P<own>{_OWN})|(?!\r){unsafe().pattern}")


_SAFE_FILTER = SafeFilter()
