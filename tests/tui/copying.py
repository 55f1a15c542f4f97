"""What an explorer under test has copied, by the file that it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sahel_tui.tui.widgets.claim_list import ClaimList
    from tests.tui.explore import Explorer

MARKED = """
format = "sahel-brief/1"
[brief]
id = "marked"
title = "A brief with markings"
published = 2023-09-20
marking = "TLP:GREEN"
[[source]]
text = '''
The first line is long enough for a quote.

Nothing rests on this paragraph
of two lines.

The third has two passages, and they stand on the same line.'''
[[point]]
id = "open"
text = "An open claim."
evidence = ["long enough for a quote"]
[[point]]
id = "closed"
text = "A closed claim."
marking = "TLP:RED"
evidence = ["two passages", "on the same line"]
[[point]]
id = "bare"
text = "A claim on nothing."
"""


def copies(file: Path) -> list[str]:
    """The texts of the records of a file, by the lengths that it says."""
    left, found = file.read_text("utf-8") if file.exists() else "", []
    while left:
        head, _, rest = left.partition("\n")
        size = int(head.removeprefix("--- copied: ").removesuffix(" characters ---"))
        found.append(rest[:size])
        assert rest[size] == "\n"
        left = rest[size + 1 :]
    return found


async def copied(explorer: Explorer, file: Path, *keys: str) -> str:
    """What some keys copy."""
    before = len(copies(file))
    await explorer.press(*keys)
    await explorer.until(lambda: len(copies(file)) > before)
    await explorer.until(lambda: "appended to copies" in explorer.text)
    return copies(file)[-1]


async def each_list(explorer: Explorer) -> AsyncIterator[tuple[str, ClaimList[object]]]:
    """Each list of a brief, once it has the focus, and what its claims are called."""
    for key, kind in (("B", "Point"), ("A", "Actor"), ("R", "Relation"), ("T", "Event")):
        await explorer.press(key)
        yield kind, explorer.screen.pane(explorer.screen.focused_pane.id or "")
