"""What can go wrong, said so that a person can mend it: what, where, why and what to do."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Diagnostic(NamedTuple):
    """One thing found in a file: an `error` keeps it from being read, a `warning` is a finding.

    `file`, `key`, `message` and `hint` may quote a brief: they are data, and pass the safe-text
    chokepoint before they are shown.
    """

    file: str
    line: int | None
    """1-based; None where the file could not be read as text."""
    column: int | None
    """1-based, in code points."""
    key: str
    """Where in the file, as a path: `point[2].evidence[1].exact` (1-based); empty for the file."""
    severity: Severity
    code: str
    """A stable word for the kind: `unknown-key`, `orphan`, `duplicate-id` …"""
    message: str
    hint: str
    """What to do about it."""

    def as_dict(self) -> dict[str, str | int | None]:
        """The documented JSON object: file line column key severity code message hint."""
        return self._asdict()


class SahelError(Exception):
    """The family: `str(error)` is one sentence for a person, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class BriefError(SahelError):
    """A file that is not a brief: all of its errors at once."""

    def __init__(self, file: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        count = len(diagnostics)
        super().__init__(f"{file}: {count} error{'s' if count != 1 else ''}")
        self.file = file
        self.diagnostics = diagnostics


class ConfigError(SahelError):
    """Configuration files that cannot be used: all of their errors at once."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        count = len(diagnostics)
        super().__init__(
            f"the configuration has {count} error{'s' if count != 1 else ''}",
            "`--config /dev/null` does without it",
        )
        self.diagnostics = diagnostics


class UsageError(SahelError):
    """A command that cannot be carried out as it was given (a path, an option's value)."""
