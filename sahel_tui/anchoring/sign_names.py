"""Where a text has names of signs alone (`🚀`, `%%%`), which are no words of it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sahel_tui.anchoring.graphemes import splits_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.anchoring.states import Span

_FORM = re.compile("[\ufe0e\ufe0f]")
"""What asks for a sign as a text, or as a picture: either is that sign."""


def sign_pattern(name: str) -> re.Pattern[str] | None:
    """The signs of a name, to be looked for; punctuation at a word is the sentence's."""
    signs = _FORM.sub("", name.strip())
    if not signs:
        return None
    pattern = "".join(f"{re.escape(sign)}{_FORM.pattern}?" for sign in signs)
    if all(unicodedata.category(sign).startswith(("P", "Z")) for sign in signs):
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return re.compile(pattern)


def sign_spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where they stand, and are no part of what a reader sees as another sign."""
    for found in pattern.finditer(text):
        if not any(splits_cluster(text, at) for at in found.span()):
            yield found.span()
