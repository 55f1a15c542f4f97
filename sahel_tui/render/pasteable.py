"""Text that can be pasted: letters stay exact, whatever would be obeyed becomes visible.

Pasted into a shell or an editor, a control character is a key that is pressed, and a bidi
embedding, override or isolate turns round what stands after it: they become what the screens show
for them, and so do the separators of lines and paragraphs (U+2028, U+2029). A newline and a tab
stay. So do joiners and the marks of direction (U+200E, U+200F, U+061C), which belong to the
spelling of several scripts.
"""

from __future__ import annotations

import re
from functools import cache

from sahel_tui.render.safe import picture

_OBEYED = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"


def pasteable(text: str) -> str:
    """The text with what would be obeyed made visible."""
    return _obeyed().sub(lambda match: picture(match[0]), text)


def in_one_line(text: str) -> str:
    """The same for a text that is given one line: a newline is `␤`, a tab a space."""
    return pasteable(text.replace("\n", "␤").replace("\t", " "))


def count_obeyed(text: str) -> int:
    """How many characters `pasteable` replaces."""
    return len(_obeyed().findall(text))


@cache
def _obeyed() -> re.Pattern[str]:
    return re.compile(f"[{_OBEYED}]")
