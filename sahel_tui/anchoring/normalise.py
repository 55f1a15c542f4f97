"""The one form in which every source and every quote is read."""

from __future__ import annotations

import unicodedata


def normalise_source(raw: str) -> str:
    """The text that every offset counts: newlines as \\n, then NFC.

    Only \\r\\n and \\r become \\n. NEL, LS and PS stay as they are: a file that holds them means
    them, and other tools that count code points leave them alone (W3C Web Annotation, 4.2.4).
    """
    if raw.isascii() and "\r" not in raw:
        return raw
    return unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
