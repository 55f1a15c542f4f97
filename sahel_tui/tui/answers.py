"""What a terminal says unasked, and what arrives in pieces: none of it is taken for keys."""

from __future__ import annotations

import re

_FOREIGN = re.compile(
    r"\x1b(?:"
    r"\[\?[0-9;]*[Rcnu]"  # a place, what it is, a state, the keyboard: private forms
    r"|\[[>=][0-9;]*[cu]|\[[0-9;]*[cn]|\[(?!48;)[0-9;]+t"  # versions, states, sizes
    r"|\[R|\[[0-9]*;[0-9]*;[0-9;]*R"  # a place that is none
    r"|\][0-9][^\x07\x1b]*(?:\x07|\x1b\\)"  # colours, titles, the clipboard
    r"|[P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # names, settings
    r")"
)
"""Complete answers to questions that this program does not ask."""
_BEGUN = re.compile(
    r"\x1b(?:\[[?>=<]?[0-9;]*\$?|\][0-9][^\x07\x1b]*\x1b?|P[>0-9][^\x07\x1b]*\x1b?)\Z"
)
"""A sequence that is under way; a lone escape is a key."""
_LONGEST = 256


class Answers:
    """Goes over what is read before it is taken apart into keys."""

    def __init__(self) -> None:
        self._held = ""

    def typed(self, text: str) -> str:
        """What has been read so far and is complete, without the answers that nobody asked for."""
        text = self._held + text
        begun = _BEGUN.search(text)
        self._held = begun[0] if begun and len(begun[0]) <= _LONGEST else ""
        return _FOREIGN.sub("", text[: begun.start()] if begun else text)

    def give_up(self) -> None:
        """The rest of what is held will not come."""
        self._held = ""
