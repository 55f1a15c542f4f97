"""Errors and findings as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.blocks import wrapped
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, PLAIN, STRONG, WARNING

if TYPE_CHECKING:
    from sahel_tui.errors import Diagnostic

_INDENT = 2


def draw_diagnostic(found: Diagnostic, cells: int) -> list[Line]:
    """Where, how bad, which key; why; and what to do."""
    place = ":".join(str(part) for part in (found.file, found.line, found.column) if part)
    head = f"{place}: {found.severity} {found.code}"
    if found.key:
        head += f" at {found.key}"
    style = WARNING if found.severity == "error" else STRONG
    lines = wrapped(head, cells, style, _INDENT, Line())
    lines += wrapped(found.message, cells, PLAIN, _INDENT)
    if found.hint:
        lines += wrapped(found.hint, cells, DIM, _INDENT)
    return lines
