"""A style sheet that is read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.css.stylesheet import CssSource
    from textual.css.types import CSSLocation


class SteadyStylesheet(Stylesheet):
    """Is not read again with the variables that it was read with.

    Textual's own is at every start, and whenever another screen is opened (Textual 8.2.8).
    """

    _is_outdated = False
    _read: Mapping[CSSLocation, CssSource] | None = None
    """What the rules were made of. Sources also change in their rank alone, without a word."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set them; what was read stays where they are the same."""
        if variables != self._variables:
            super().set_variables(variables)
            self._is_outdated = True

    def parse(self) -> None:
        """Read what is new."""
        super().parse()
        self._read = dict(self.source)

    def reparse(self) -> None:
        """Read what is new; all of it, where the variables are."""
        if self._is_outdated:
            super().reparse()
            self._is_outdated, self._read = False, dict(self.source)
        elif self._read != self.source:
            self.parse()
