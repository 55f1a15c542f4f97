"""A process that brings an index up to date with files that somebody noticed have changed.

It is asked in JSON on stdin, and answers in JSON on stdout: `python -m sahel_tui.index.noticing`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sahel_tui.errors import SahelError
from sahel_tui.index.updating import update_index


def answer(question: str) -> str:
    """What an update did; raises what `update_index` does."""
    asked = json.loads(question)
    index, noticed = asked["index"], asked["noticed"]
    found = update_index(
        Path(asked["library"]),
        None if index is None else Path(index),
        noticed=None if noticed is None else map(Path, noticed),
    )
    return json.dumps({"read": found.read, "removed": found.removed, "unread": found.unread})


def main() -> int:
    """Answer one question."""
    try:
        sys.stdout.write(answer(sys.stdin.read()))
    except SahelError as error:
        sys.stderr.write(f"{error}: {error.hint}" if error.hint else str(error))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
