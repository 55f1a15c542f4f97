"""A TOML file as read: its text, its data, and where each key stands."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

import tomli

from sahel_tui.errors import BriefError, Diagnostic
from sahel_tui.store.files import UnreadableError, decode, read_bytes
from sahel_tui.store.problems import Problem, key_text

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.store.positions import KeyPath, Positions


class Document:
    """One file's data and text; keys are located only when something is said about them."""

    def __init__(self, path: Path, text: str, data: dict[str, Any]) -> None:
        self.path = path
        self.text = text
        self.data = data

    @cached_property
    def _positions(self) -> Positions:
        from sahel_tui.store.positions import Positions  # only what is said of a key needs it

        return Positions(self.text)

    def locate(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of a key path (lists from 0) or of its nearest ancestor."""
        return self._positions.locate(path) if path else (1, 1)

    def diagnostic(self, problem: Problem) -> Diagnostic:
        """A problem with its place in this file."""
        line, column = self.locate(problem.at)
        key, severity = key_text(problem.at), problem.severity
        return Diagnostic(
            str(self.path), line, column, key, severity, problem.code, problem.message, problem.hint
        )

    def refusal(self, problems: list[Problem]) -> BriefError:
        """The error that tells every problem, in the file's order."""
        found = sorted(
            (self.diagnostic(problem) for problem in problems),
            key=lambda one: (one.line or 0, one.column or 0, one.code),
        )
        return BriefError(str(self.path), tuple(found))


def read_document(path: Path) -> Document:
    """The document of a TOML file; BriefError if it cannot be read or is no TOML."""
    try:
        # As the parser sees it: its offsets count a line end as one character.
        text = decode(read_bytes(path)).replace("\r\n", "\n")
    except UnreadableError as error:
        raise _refusal(
            path, error.line, error.column, "", error.code, f"the file {error}", error.hint
        ) from None
    return Document(path, text, _parse(path, text))


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        from sahel_tui.store.syntax import explain

        raise BriefError(str(path), (explain(path, text, error),)) from None
    except RecursionError:
        from sahel_tui.store.syntax import explain_depth

        raise BriefError(str(path), (explain_depth(path, text),)) from None
    except ValueError:
        # Python refuses to read a number of thousands of digits.
        match = re.search(r"[0-9][0-9_]{4299}", text)
        offset = match.start() if match else 0
        line = text.count("\n", 0, offset) + 1
        message = "a number has thousands of digits"
        column = offset - text.rfind("\n", 0, offset)
        raise _refusal(
            path, line, column, "", "bad-number", message, "write a smaller one"
        ) from None


def _refusal(
    path: Path, line: int | None, column: int | None, key: str, code: str, message: str, hint: str
) -> BriefError:
    one = Diagnostic(str(path), line, column, key, "error", code, message, hint)
    return BriefError(str(path), (one,))
