"""A style sheet that is read once."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class SteadyStylesheet(Stylesheet):
    """Is not read again with the variables that it was read with.

    Textual's own is at every start, and whenever another screen is opened (Textual 8.2.8).
    """

    _is_outdated = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set them; what was read stays where they are the same."""
        if variables != self._variables:
            super().set_variables(variables)
            self._is_outdated = True

    def reparse(self) -> None:
        """Read what is new; all of it, where the variables are."""
        if self._is_outdated:
            super().reparse()
            self._is_outdated = False
        elif self._require_parse:
            self.parse()
