"""Fuzzed texts in every field of briefs: nothing of them reaches the terminal as it is.

    python -m tests.terminal.fuzz_run [--texts 100000] [--seed N]

Another text goes into every field of a brief; every pane of it is drawn on a terminal that has room
for all of it, a dialog too, and what is written is taken apart. Texts with lone surrogates are said
in notices, given to commands, and the commands print the brief. The seed is printed: with it the
same texts come again.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.tui.ahead import open_one
from tests.hostile import fuzzed_brief, hostile_brief
from tests.terminal.attached import RecordingDriver, attached
from tests.terminal.fuzz import LEAKED, Fuzz
from tests.terminal.printed import printed
from tests.terminal.sequences import strangers

if TYPE_CHECKING:
    from tests.terminal.attached import Attached

ROOM = (160, 200)
"""Columns and lines in which all of a brief is seen at once."""
DIALOGS = ("w", "i", "a", "?", "o")


def what_leaks(written: bytes) -> set[str]:
    """What of a text was written as it is."""
    found = strangers(written.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return found | {repr(match[0]) for match in LEAKED.finditer(written)}


async def first_leak(folder: Path, seed: int, texts: int) -> str:
    """What first leaks of so many texts, and where; nothing if nothing does."""
    fuzz = Fuzz(seed)
    first = hostile_brief(folder / "first", "nothing")
    async with attached(first, *ROOM, driver=RecordingDriver) as explorer:
        turn = 0
        while fuzz.made < texts:
            path = fuzzed_brief(folder, fuzz.text(), iter(fuzz.text, ""))
            found = await _drawn(explorer, path, DIALOGS[turn % len(DIALOGS)])
            found |= await _said(explorer, fuzz)
            found |= what_leaks(printed(turn, path, fuzz))
            if found:
                return f"seed {seed}, text {fuzz.made}: {found}\n{path.read_text('utf-8')!a}"
            turn += 1
    return ""


async def _drawn(explorer: Attached, path: Path, dialog: str) -> set[str]:
    """What leaks of a brief when all of it is drawn."""
    opened = open_one(path)
    assert opened.reading is not None, opened
    explorer.driver.raw.clear()
    explorer.app.call_later(explorer.app._show, opened)
    await explorer.until(lambda: explorer.screen.reading is opened.reading)
    await explorer.press("R", dialog, "q")
    assert len(explorer.driver.raw) > 3_000
    return what_leaks(bytes(explorer.driver.raw))


async def _said(explorer: Attached, fuzz: Fuzz) -> set[str]:
    """What leaks of a notice and of a remark in the status."""
    explorer.driver.raw.clear()
    explorer.app.notify(fuzz.text(surrogates=True), title=fuzz.text(surrogates=True), timeout=0.1)
    explorer.screen.say(fuzz.text(surrogates=True))
    await explorer.settle()
    assert explorer.app.fault == ""
    return what_leaks(bytes(explorer.driver.raw))


def main() -> int:
    """Try texts, and say what came of it: 1 if something leaks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    say = sys.__stdout__ or sys.stdout
    print(f"seed {given.seed}", file=say, flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(first_leak(Path(folder), given.seed, given.texts))
    no = f"nothing of {given.texts} texts leaks, {time.monotonic() - started:.0f} s"
    print(found or no, file=say)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
